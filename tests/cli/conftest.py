"""A folder with two rules, a library of them, and policydiff as a function."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.beards import CENTRAL, LOCAL, write_pair
from tests.cli.calls import Run, call


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
    (here / "a.txt").unlink()
    (here / "b.txt").unlink()
    return write_pair(here)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    return call
