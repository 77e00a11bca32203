"""Every engine gives the same hits in the same order."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.search.whole import write_index

from policydiff.errors import NotInstalledError
from policydiff.library import ENGINES, OPENSEARCH, EngineName, Entry, Library
from policydiff.model import Document
from policydiff.search import Filter, Outside, outside, search, segment, write_segments
from policydiff.search.index import opened

Shelf = list[tuple[Entry, Document]]

FIRST, *OTHERS = ENGINES


@pytest.fixture(params=OTHERS)
def other(request: pytest.FixtureRequest) -> EngineName:
    """Each engine but the embedded one; skipped, with the reason, where what it needs is not there."""
    if request.param == OPENSEARCH:
        request.getfixturevalue("cluster")
    else:
        pytest.importorskip("tantivy", reason="the extra `fast` is not installed")
    return cast(EngineName, request.param)


def named(name: str) -> Outside:
    """What the index of a test is called where it is kept outside of its folder."""
    return Outside(name=name, mark="0123456789abcdef")


class Indexes:
    """Indexes of a shelf, each written when it is first asked for."""

    def __init__(self, folder: Path, shelf: Shelf) -> None:
        self._folder, self._shelf = folder, shelf

    def of(self, engine: EngineName) -> Path:
        """That engine's, each document a segment of its own."""
        if not (folder := self._folder / engine).exists():
            segments = [segment([one], engine) for one in self._shelf]
            write_segments(folder, segments, engine, named(self._folder.name))
        return folder


@pytest.fixture(scope="session")
def indexes(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Indexes:
    return Indexes(tmp_path_factory.mktemp("engines"), shelf)


@pytest.fixture(scope="session")
def bundled_indexes(bundled: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Indexes:
    return Indexes(tmp_path_factory.mktemp("bundled-engines"), bundled)


def test_the_engines_are_different_ones(indexes: Indexes, other: EngineName) -> None:
    readers = []
    for engine in (FIRST, other):
        with opened(indexes.of(engine)) as index:
            readers.append(type(index.reader))
    assert len(set(readers)) == 2


def test_every_engine_finds_what_it_should_in_the_same_order(
    bundled_indexes: Indexes, other: EngineName, asked: str, answers: list[tuple[str, str]]
) -> None:
    first = search(bundled_indexes.of(FIRST), asked, limit=1000)
    assert sorted((hit.document, hit.eid) for hit in first.hits) == answers
    assert search(bundled_indexes.of(other), asked, limit=1000) == first


@pytest.mark.parametrize(
    "query",
    [
        *("责任", "须", "10毫米", "十毫米", "24小时内 报告", "ABC", "胡须 负责人", "“胡须的责任”", "第三条"),
        *("胡须管理办法第三条 通报", "duty of care", "胡需管理", "每日查", "organisatons"),
    ],
)
def test_every_engine_gives_the_same_hits_with_and_without_filters(
    indexes: Indexes, other: EngineName, query: str
) -> None:
    for among in (Filter(), Filter(kinds=["local"]), Filter(language="en"), Filter(documents=["beards"])):
        assert search(indexes.of(other), query, among) == search(indexes.of(FIRST), query, among)
    assert search(indexes.of(other), query, limit=2) == search(indexes.of(FIRST), query, limit=2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_every_engine_gives_the_same_hits_for_any_stretch_of_any_text(
    indexes: Indexes, other: EngineName, shelf: Shelf, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([leaf.text for _, document in shelf for leaf in document.leaves()]))
    start = data.draw(st.integers(0, len(text) - 1))
    query = text[start : data.draw(st.integers(start + 1, len(text)))]
    if query.strip():
        assert search(indexes.of(other), query, limit=1000) == search(indexes.of(FIRST), query, limit=1000)


@pytest.fixture
def every(other: EngineName) -> list[EngineName]:
    return [FIRST, other]


def test_words_longer_than_an_engine_takes_are_found_by_all_of_them(
    tmp_path: Path, shelf: Shelf, every: list[EngineName]
) -> None:
    from tests.search.conftest import article, shelved

    long = "x" * 70_000 + "y 胡须" + " 𠮷" * 300 + "𝒙" * 300
    held = Indexes(tmp_path, [shelved("long", "长", (article("1", "第一条", long),), "local", "zh")])
    for engine in every:
        assert search(held.of(engine), "“" + "x" * 70_000 + "y 胡须”").total == 1
        assert search(held.of(engine), "“" + "x" * 70_000 + "z 胡须”").total == 0
        assert search(held.of(engine), f"“{long}”").total == 1
        assert search(held.of(engine), "𝒙" * 300).total == 1


def test_a_query_of_thousands_of_words_is_answered_alike(indexes: Indexes, other: EngineName) -> None:
    query = " ".join(f"beard{number}s" for number in range(2000)) + " duties of barbers"
    assert search(indexes.of(other), query) == search(indexes.of(FIRST), query)
    many = "duties of barbers set out " * 200
    assert search(indexes.of(other), many) == search(indexes.of(FIRST), many)
    assert search(indexes.of(other), many).total == 1


def test_an_empty_library_is_searched_by_every_engine(tmp_path: Path, every: list[EngineName]) -> None:
    for engine in every:
        assert write_index(tmp_path / engine, [], engine, named("empty")) == 0
        assert search(tmp_path / engine, "责任").total == 0


def test_an_index_can_change_its_engine(tmp_path: Path, shelf: Shelf, other: EngineName) -> None:
    before = [write_index(tmp_path, shelf, FIRST), search(tmp_path, "责任")]
    assert [write_index(tmp_path, shelf, other, named("changing")), search(tmp_path, "责任")] == before


@pytest.mark.parametrize(
    ("engine", "module", "needs"),
    [("tantivy", "with_tantivy", "tantivy"), ("opensearch", "with_opensearch", "opensearch-py")],
)
def test_an_engine_that_is_not_installed_says_how_to_install_it(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, engine: EngineName, module: str, needs: str
) -> None:
    imported = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if module in name:
            raise ImportError(name)
        return imported(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NotInstalledError, match=rf"{engine}.*corpus\.toml.*-m pip install \"{needs}"):
        write_index(tmp_path, shelf, engine)


def test_a_library_keeps_its_mark_and_no_other_has_it(tmp_path: Path) -> None:
    def marked(name: str) -> Outside:
        found = outside(Library(root=tmp_path / name, entries=(), engine=OPENSEARCH, index="rules"))
        assert found
        return found

    first = marked("first")
    assert marked("first") == first
    assert (marked("second").name, first.name) == ("rules", "rules")
    assert marked("second").mark != first.mark
    (tmp_path / "first/indexes/mark").write_bytes(b"\xffx")
    assert marked("first").mark != first.mark
    assert outside(Library(root=tmp_path / "third", entries=(), engine=FIRST)) is None
    assert not (tmp_path / "third").exists()
