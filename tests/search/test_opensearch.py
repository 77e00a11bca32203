"""A real cluster of three nodes, of which one is killed: nothing is lost, nothing is there twice."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.beards import built, write_library
from tests.search.whole import write_index

from policydiff.build import INDEX
from policydiff.errors import SearchClusterError
from policydiff.library import Entry, open_library
from policydiff.model import Document
from policydiff.search import Outside, outside, search, settled

if TYPE_CHECKING:
    from tests.search.cluster.nodes import Nodes

Shelf = list[tuple[Entry, Document]]

QUERIES = ("责任", "通报 审计", "“胡须的责任”", "第三条", "duty of care", "理发师")


@pytest.fixture
def long(cluster: Nodes) -> Shelf:
    """A library of more than a thousand provisions."""
    from tests.search.conftest import CENTRAL, article, shelved

    more = tuple(article(str(n), f"第{n}条", f"第{n}号理发师应当落实胡须责任。") for n in range(10, 210))
    return [shelved(f"rule-{n}", f"第{n}号胡须办法", (*CENTRAL, *more), "local", "zh") for n in range(6)]


def name_of(folder: Path) -> str:
    """What the index of a test is called on the cluster."""
    return f"beards-{folder.name.replace('_', '-').lower()[:60]}"


def outside_of(folder: Path) -> Outside:
    """The same, with the mark of its library."""
    return Outside(name=name_of(folder), mark="0123456789abcdef")


def held(cluster: Nodes, folder: Path) -> dict[str, list[str]]:
    """The indexes of a test that the cluster holds, and the aliases that lead to each."""
    found = cluster.client().indices.get_alias(index=f"{name_of(folder)}-*")
    return {index: list(said["aliases"]) for index, said in found.items()}


def at_the(number: int, do: Callable[[], None], monkeypatch: pytest.MonkeyPatch, batch: int = 100) -> list[int]:
    """Something happens just before so many batches have been sent; how many were."""
    from opensearchpy import OpenSearch

    from policydiff.search import with_opensearch

    sends = [0]
    plain = OpenSearch.bulk

    def bulk(self: OpenSearch, **said: Any) -> Any:
        sends[0] += 1
        if sends[0] == number:
            do()
        return plain(self, **said)

    monkeypatch.setattr(OpenSearch, "bulk", bulk)
    monkeypatch.setattr(with_opensearch, "_AT_ONCE", batch)
    return sends


def test_the_alias_leads_to_the_index_that_is_served_and_older_ones_go(
    tmp_path: Path, cluster: Nodes, shelf: Shelf
) -> None:
    for count in (1, 3):
        write_index(tmp_path, shelf[:count], "opensearch", outside_of(tmp_path))
        assert settled(tmp_path)
        ((_, aliases),) = held(cluster, tmp_path).items()
        assert aliases == [name_of(tmp_path)]
        assert search(tmp_path, "duty of care").total == (count == 3)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library that is searched on the cluster."""
    return library(tmp_path, name_of(tmp_path))


def library(folder: Path, name: str) -> Path:
    """A library that is searched on the cluster, under this name."""
    write_library(folder)
    catalogue = folder / "corpus/corpus.toml"
    engine = f'[library]\nengine = "opensearch"\nindex = "{name}"\n\n'
    catalogue.write_text(engine + catalogue.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def change(root: Path) -> None:
    path = root / "corpus/local-1.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("每月", "每年"), encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child process")
def test_a_build_that_is_killed_leaves_the_old_index_and_the_next_one_clears_up(
    root: Path, cluster: Nodes, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    (served,) = held(cluster, root)
    change(root)
    if child := os.fork():
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    else:
        at_the(2, lambda: os._exit(9), monkeypatch, batch=5)
        try:
            built(root)
        finally:
            os._exit(0)
    assert {index: aliases for index, aliases in held(cluster, root).items() if aliases} == {served: [name_of(root)]}
    assert len(held(cluster, root)) == 2
    assert (search(root / INDEX, "每月").total, search(root / INDEX, "每年").total) == (6, 0)
    assert not built(root).unchanged
    ((_, aliases),) = held(cluster, root).items()
    assert aliases == [name_of(root)]
    assert (search(root / INDEX, "每月").total, search(root / INDEX, "每年").total) == (5, 1)


def test_an_index_that_is_gone_from_the_cluster_is_told_and_built_again(root: Path, cluster: Nodes) -> None:
    built(root)
    assert built(root).unchanged
    (served,) = held(cluster, root)
    cluster.client().indices.delete(index=served)
    with pytest.raises(SearchClusterError, match=rf"no index {served}.*policydiff build"):
        search(root / INDEX, "胡须")
    assert not built(root).unchanged
    assert search(root / INDEX, "每月").total == 6


def test_a_second_library_of_one_name_is_refused_and_takes_nothing_away(root: Path, cluster: Nodes) -> None:
    (root / "second").mkdir()
    second = library(root / "second", name_of(root))
    built(root)
    before = held(cluster, root)
    with pytest.raises(SearchClusterError, match=rf"Another library .* {name_of(root)} .*another name:") as told:
        built(second)
    assert "属于另一个文件库" in told.value.told("zh")
    assert held(cluster, root) == before
    assert search(root / INDEX, "每月").total == 6
    change(root)
    assert not built(root).unchanged


def test_a_library_that_has_lost_its_mark_is_told_to_delete_its_old_index(root: Path, cluster: Nodes) -> None:
    built(root)
    shutil.rmtree(root / "indexes")
    with pytest.raises(SearchClusterError, match=rf"delete {name_of(root)}-\* on the cluster and build again"):
        built(root)
    for index in held(cluster, root):
        cluster.client().indices.delete(index=index)
    assert not built(root).unchanged
    assert search(root / INDEX, "每月").total == 6


def test_what_a_killed_build_left_is_cleared_even_when_nothing_has_changed(root: Path, cluster: Nodes) -> None:
    built(root)
    left = f"{name_of(root)}-{'0' * 16}"
    other = f"{name_of(root)}-of-somebody-else"
    own = outside(open_library(root))
    assert own
    cluster.client().indices.create(index=left, body={"mappings": {"_meta": {"library": own.mark}}})
    cluster.client().indices.create(index=other)
    assert built(root).unchanged
    assert left not in held(cluster, root)
    assert other in held(cluster, root)


def test_a_build_that_the_cluster_does_not_accept_leaves_the_old_index(
    root: Path, cluster: Nodes, monkeypatch: pytest.MonkeyPatch
) -> None:
    from policydiff.search import with_opensearch

    built(root)
    (served,) = held(cluster, root)
    change(root)
    with monkeypatch.context() as wrong:
        wrong.setattr(with_opensearch, "tokens", lambda record, field: [{"no": "token"}])
        with pytest.raises(SearchClusterError, match=r"did not accept \d+ of \d+.*number 0.*old index stays"):
            built(root)
    assert held(cluster, root) == {served: [name_of(root)]}
    assert search(root / INDEX, "每月").total == 6


# The last two leave a node dead, which is started again for whoever is next.


def test_a_node_that_is_killed_during_a_build_costs_time_and_nothing_else(
    tmp_path: Path, cluster: Nodes, long: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_index(tmp_path / "plain", long)

    def kill() -> None:
        (index,) = held(cluster, tmp_path)
        cluster.kill(cluster.holder(index))

    sends = at_the(5, kill, monkeypatch)
    records = write_index(tmp_path / "here", long, "opensearch", outside_of(tmp_path)) + len(long)
    assert sends[0] > 10
    assert settled(tmp_path / "here")
    (index,) = held(cluster, tmp_path)
    assert cluster.client().count(index=index)["count"] == records
    for query in QUERIES:
        assert search(tmp_path / "here", query) == search(tmp_path / "plain", query)


def test_searches_go_on_while_the_node_that_the_others_follow_is_killed(
    tmp_path: Path, cluster: Nodes, long: Shelf
) -> None:
    write_index(tmp_path / "plain", long)
    write_index(tmp_path / "here", long, "opensearch", outside_of(tmp_path))
    answers = {query: search(tmp_path / "plain", query) for query in QUERIES}
    cluster.kill(cluster.manager())
    until = time.monotonic() + 5
    while time.monotonic() < until:
        for query in QUERIES:
            assert search(tmp_path / "here", query) == answers[query]
