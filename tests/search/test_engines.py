"""Every engine gives the same hits in the same order."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.errors import LibraryError
from policydiff.library import ENGINES, Entry
from policydiff.model import Document
from policydiff.search import search, segment, write_index, write_segments
from policydiff.search.index import opened

Shelf = list[tuple[Entry, Document]]

pytest.importorskip("tantivy", reason="the extra `fast` is not installed")


def on_every_engine(folder: Path, shelf: Shelf) -> list[Path]:
    """An index of the shelf for each engine, each document a segment of its own."""
    for engine in ENGINES:
        write_segments(folder / engine, [segment([one], engine) for one in shelf], engine)
    return [folder / engine for engine in ENGINES]


@pytest.fixture(scope="session")
def indexes(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return on_every_engine(tmp_path_factory.mktemp("engines"), shelf)


@pytest.fixture(scope="session")
def bundled_indexes(bundled: Shelf, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return on_every_engine(tmp_path_factory.mktemp("bundled-engines"), bundled)


def test_the_engines_are_different_ones(indexes: list[Path]) -> None:
    readers = []
    for folder in indexes:
        with opened(folder) as index:
            readers.append(type(index.reader))
    assert len(set(readers)) == len(ENGINES) == 2


def test_every_engine_finds_what_it_should_in_the_same_order(
    bundled_indexes: list[Path], asked: str, answers: list[tuple[str, str]]
) -> None:
    first, *others = (search(folder, asked, limit=1000) for folder in bundled_indexes)
    assert sorted((hit.document, hit.eid) for hit in first.hits) == answers
    for other in others:
        assert other == first


@pytest.mark.parametrize(
    "query",
    ["责任", "须", "10毫米", "ABC", "胡须 负责人", "“胡须的责任”", "第三条", "胡须管理办法第三条 通报", "duty of care"],
)
def test_every_engine_gives_the_same_hits_with_and_without_filters(indexes: list[Path], query: str) -> None:
    for options in ({}, {"kinds": ["local"]}, {"language": "en"}, {"documents": ["beards"], "limit": 2}):
        first, *others = (search(folder, query, **options) for folder in indexes)
        assert all(other == first for other in others)


@given(data=st.data())
def test_every_engine_gives_the_same_hits_for_any_stretch_of_any_text(
    indexes: list[Path], shelf: Shelf, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([leaf.text for _, document in shelf for leaf in document.leaves()]))
    start = data.draw(st.integers(0, len(text) - 1))
    query = text[start : data.draw(st.integers(start + 1, len(text)))]
    if query.strip():
        first, *others = (search(folder, query, limit=1000) for folder in indexes)
        assert all(other == first for other in others)


def test_words_longer_than_an_engine_takes_are_found_by_all_of_them(tmp_path: Path, shelf: Shelf) -> None:
    from tests.search.conftest import article, shelved

    long = [shelved("long", "长", (article("1", "第一条", "x" * 70_000 + "y 胡须"),), "local", "zh")]
    for folder in on_every_engine(tmp_path, long):
        assert search(folder, "“" + "x" * 70_000 + "y 胡须”").total == 1
        assert search(folder, "“" + "x" * 70_000 + "z 胡须”").total == 0


def test_an_empty_library_is_searched_by_every_engine(tmp_path: Path) -> None:
    for engine in ENGINES:
        assert write_index(tmp_path / engine, [], engine) == 0
        assert search(tmp_path / engine, "责任").total == 0


def test_an_index_can_change_its_engine(tmp_path: Path, shelf: Shelf) -> None:
    before = [write_index(tmp_path, shelf, ENGINES[0]), search(tmp_path, "责任")]
    assert [write_index(tmp_path, shelf, ENGINES[1]), search(tmp_path, "责任")] == before


def test_an_engine_that_is_not_installed_says_how_to_install_it(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = builtins.__import__

    def without_tantivy(name: str, *rest: Any, **more: Any) -> Any:
        if "tantivy" in name:
            raise ImportError(name)
        return imported(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_tantivy)
    with pytest.raises(LibraryError, match=r"tantivy.*policydiff\[fast\].*corpus\.toml"):
        write_index(tmp_path, shelf, "tantivy")
