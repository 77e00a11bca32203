"""A folder with two rules, a library of them, and policydiff as a function."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.calls import CATALOGUE, CENTRAL, LOCAL, Run

from policydiff.cli import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two rules in it, which is the current one."""
    (tmp_path / "a.txt").write_text(CENTRAL, encoding="utf-8")
    (tmp_path / "b.txt").write_text(LOCAL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def library(here: Path) -> Path:
    """A library in the current folder."""
    corpus = here / "corpus"
    corpus.mkdir()
    (here / "a.txt").rename(corpus / "central.txt")
    (here / "b.txt").rename(corpus / "local.txt")
    (corpus / "corpus.toml").write_text(CATALOGUE, encoding="utf-8")
    return here


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    return run
