"""Templates are compiled once; what is kept of them is never in the way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from policydiff.site import compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled templates are kept."""
    monkeypatch.setattr(compiled, "FOLDER", tmp_path / "__pycache__")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "__pycache__"


def page(source: str = "胡须 {{ name }}") -> str:
    """The page of a template, by an environment that has compiled nothing yet."""
    environment = Environment(loader=DictLoader({"page": source}), autoescape=True, bytecode_cache=compiled.Compiled())
    return environment.get_template("page").render(name="<i>")


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert page() == "胡须 &lt;i&gt;"
    assert len(list(folder.iterdir())) == 1
    monkeypatch.setattr(Environment, "compile", None)
    assert page() == "胡须 &lt;i&gt;"


def test_a_template_that_has_changed_is_compiled_again(folder: Path) -> None:
    page()
    assert page("帽子 {{ name }}") == "帽子 &lt;i&gt;"
    assert len(list(folder.iterdir())) == 1, "in the place of what it was"


def test_another_jinja_compiles_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page()
    monkeypatch.setattr(compiled, "__version__", "another")
    page()
    assert len(list(folder.iterdir())) == 2


def test_what_is_cut_short_is_compiled_again(folder: Path) -> None:
    page()
    [kept] = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert page() == "胡须 &lt;i&gt;"


def test_where_nothing_can_be_written_all_is_well(folder: Path) -> None:
    folder.write_text("in the way", encoding="utf-8")
    assert page() == "胡须 &lt;i&gt;"


def test_where_python_is_to_keep_nothing_nothing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    page()
    assert not folder.exists()
