"""OpenSearch, for a library that has outgrown one machine: its client comes with the extra `opensearch`.

    the library's folder     records.txt …, and on-cluster.json: which index was made of these records
    the cluster              rules-5f0c…   that index, given the same tokens as the other engines; it bears the mark
                                           of its library
                             rules         an alias, which leads to the index that is served

A build fills an index of its own. It is searched once a folder that names it is in its place, so that nobody sees half
of one, nor one beside records of another build. Only then the alias is moved and what older or killed builds have left
is deleted. A name whose indexes bear another library's mark is taken: nothing is written or deleted there. A record is
filed under its number in the library: sent twice, it is there once.
"""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import partial, reduce
from pathlib import Path
from typing import Any

import numpy as np
from opensearchpy.exceptions import NotFoundError, OpenSearchException, TransportError

from policydiff.errors import PolicydiffError, SearchClusterError
from policydiff.library import OPENSEARCH
from policydiff.search.cluster import WAITS, Cluster, may_pass
from policydiff.search.engine import Engine, Field, Filed, Outside, Run, bounded, tokens
from policydiff.search.records import Numbers, records_of

PLACE = "on-cluster.json"
_NUMBER = "number"
_UNWANTED = "-responses.hits.hits._*"  # of an answer: all but the numbers; lists that are empty go too
_AT_ONCE = 1000  # records that are sent together,
_BYTES = 4_000_000  # or fewer, if they are long
_PAGE = 10_000  # numbers that are read at once: the most that a cluster hands out
_RUNS = 500  # that are asked for together: a cluster bounds the clauses of a question
_RUN = 200  # units of a run that it looks for; the rest is seen in the records
_SENDINGS = 2  # of all records, should machines stop before there is a copy of what they have accepted
_SHARD = 250_000  # records that a machine is given before the next has to take some

Said = dict[str, Any]  # a record, or a part of a question, as it is sent


class OnCluster(Engine):
    """The engine of several machines. It has no use for a segment before the others are known."""

    version = f"{OPENSEARCH} 2"  # of the fields below

    def __init__(self, outside: Outside | None = None) -> None:
        self._outside = outside or Outside(name="", mark="")

    def ready(self) -> None:
        """The cluster answers, and no other library has taken the name."""
        with Cluster() as cluster:
            cluster.ask(lambda client: client.info())
            _own(cluster, self._outside)

    def write(self, folder: Path, segments: Sequence[Filed]) -> None:
        """All records, in an index that is whole on the cluster before the folder names it."""
        index = f"{self._outside.name}-{secrets.token_hex(8)}"
        with Cluster() as cluster:
            _own(cluster, self._outside)
            try:
                _create(cluster, index, self._outside.mark, sum(len(one.columns) for one in segments))
                _fill(cluster, index, segments)
            except BaseException:
                with suppress(PolicydiffError, OpenSearchException):
                    _delete(cluster, index)
                raise
        (folder / PLACE).write_text(json.dumps(asdict(self._outside) | {"index": index}) + "\n", encoding="utf-8")

    @contextmanager
    def opened(self, folder: Path) -> Iterator[_Reader]:
        """The index that the folder names."""
        _, index = _place(folder)
        with Cluster() as cluster:
            yield _Reader(cluster, index)

    def settled(self, folder: Path) -> bool:
        """Whether the index is there and whole; if so the alias leads to it, and the library's others are gone."""
        outside, index = _place(folder)
        with Cluster() as cluster:
            cluster.ask(lambda client: client.info())
            try:
                if not _is_whole(cluster, index):
                    return False
            except (NotFoundError, SearchClusterError):  # gone, or not all machines that have a part of it come back
                return False
            _serve(cluster, outside, index)
        return True


def _place(folder: Path) -> tuple[Outside, str]:
    """What the library's index is called on the cluster, and which index that is for the records in the folder."""
    said = json.loads((folder / PLACE).read_text(encoding="utf-8"))
    return Outside(name=str(said["name"]), mark=str(said["mark"])), str(said["index"])


# --------------------------------------------------------------------------------------------- writing


def _create(cluster: Cluster, index: str, mark: str, records: int) -> None:
    """An index that takes so many records, with a copy of each on a second machine where there is one."""
    machines = cluster.ask(lambda client: client.cluster.health())["number_of_data_nodes"]
    body = {
        "settings": {
            "number_of_shards": max(1, min(machines, -(-records // _SHARD))),
            "auto_expand_replicas": "0-1",
            "refresh_interval": -1,
            "sort.field": _NUMBER,
            "analysis": {
                "tokenizer": {"blanks": {"type": "whitespace", "max_token_length": 1000}},
                "analyzer": {"blanks": {"type": "custom", "tokenizer": "blanks"}},
            },
        },
        "mappings": {
            "dynamic": "strict",
            "_source": {"enabled": False},  # the records lie in the library
            "_meta": {"records": records, "library": mark},
            "properties": {
                _NUMBER: {"type": "integer"},
                "unit": {"type": "text", "analyzer": "blanks", "norms": False},
                "stem": {"type": "keyword", "doc_values": False},
                "step": {"type": "keyword", "doc_values": False},
            },
        },
    }

    def create(client: Any) -> None:
        """It may be there already, from an attempt whose answer was lost. A machine that has just stopped may not take
        its copies; then they are made elsewhere, later."""
        if not client.indices.exists(index=index):
            client.indices.create(index=index, body=body, wait_for_active_shards="all", request_timeout=60)

    cluster.ask(create)


def _fill(cluster: Cluster, index: str, segments: Sequence[Filed]) -> None:
    """All records are found in the index, and nothing is added to it any more."""
    for _ in range(_SENDINGS):
        for batch in _batches(segments):
            _send(cluster, index, batch)
        cluster.ask(lambda client: client.indices.refresh(index=index))
        if _is_whole(cluster, index):
            break
    else:
        raise SearchClusterError(
            en=f"The search cluster lost a part of what it had accepted ({index}). The old index stays; look at the "
            "cluster's log and build again.",
            zh=f"检索集群丢失了已经接受的部分内容（{index}）。原索引不变；请查看集群日志后重新生成。",
        )
    sealed = {"index": {"blocks.write": True, "refresh_interval": None}}
    cluster.ask(lambda client: client.indices.put_settings(index=index, body=sealed))


def _batches(segments: Sequence[Filed]) -> Iterator[list[str]]:
    """The lines to send, so many records at once as a cluster likes to take."""
    batch: list[str] = []
    size = number = 0
    for one in segments:
        for record in records_of(one.columns):
            said: Said = {_NUMBER: number, "unit": " ".join(map(bounded, record.units))}
            said |= {field: list(tokens(record, field)) for field in ("stem", "step")}
            line = f'{{"index":{{"_id":"{number}"}}}}\n{json.dumps(said, ensure_ascii=False, separators=(",", ":"))}\n'
            if batch and (len(batch) == _AT_ONCE or size + len(line) > _BYTES):
                yield batch
                batch, size = [], 0
            batch.append(line)
            size += len(line)
            number += 1
    if batch:
        yield batch


def _send(cluster: Cluster, index: str, batch: Sequence[str]) -> None:
    """The batch is in the index. What is not accepted is sent again, unless it never will be; then it is told."""
    for wait in (*WAITS, None):
        said = cluster.ask(lambda client: client.bulk(index=index, body="".join(batch)))  # noqa: B023
        answers = [answer for item in said["items"] for answer in item.values()]
        left = [(line, answer) for line, answer in zip(batch, answers, strict=True) if answer["status"] >= 300]
        if not left:
            return
        if wait is None or not all(may_pass(answer["status"]) for _, answer in left):
            raise _refused(left, len(batch))
        batch = [line for line, _ in left]
        time.sleep(wait)


def _refused(left: Sequence[tuple[str, Any]], of: int) -> SearchClusterError:
    answer = left[0][1]
    reason = answer.get("error", {}).get("reason", answer["status"])
    return SearchClusterError(
        en=f"The search cluster did not accept {len(left)} of {of} provisions that it was sent. The first, number "
        f"{answer['_id']}: {reason}. The old index stays; look at the cluster's log and build again.",
        zh=f"检索集群未接受 {of} 条中的 {len(left)} 条。第一条（序号 {answer['_id']}）：{reason}。"
        "原索引不变；请查看集群日志后重新生成。",
    )


def _is_whole(cluster: Cluster, index: str) -> bool:
    """Whether the index holds as many records as it was made for."""

    def counted(client: Any) -> int:
        said = client.count(index=index)
        return int(_of_all_parts(said)["count"])

    made = _meta(cluster.ask(lambda client: client.indices.get_mapping(index=index))[index])
    return bool(cluster.ask(counted) == made.get("records"))


def _meta(said: Any) -> Said:
    """What an index says of itself, in the answer that tells its fields."""
    return dict(said["mappings"].get("_meta", {}))


def _of_all_parts(said: Any) -> Any:
    """An answer that no machine left out its part of; otherwise it has to be asked for again."""
    if said.get("error") or said.get("timed_out") or said["_shards"]["failed"]:
        raise TransportError(503, "a part of the index did not answer", said)
    return said


# --------------------------------------------------------------------------- which index is served


def _own(cluster: Cluster, outside: Outside) -> frozenset[str]:
    """The library's indexes. That there are others of its name is a SearchClusterError: they are another library's."""
    ours = re.compile(re.escape(outside.name) + "-[0-9a-f]{16}")
    found = cluster.ask(lambda client: client.indices.get_mapping(index=f"{outside.name}-*"))
    marks = {index: _meta(said).get("library") for index, said in found.items() if ours.fullmatch(index)}
    if others := sorted(index for index, mark in marks.items() if mark != outside.mark):
        raise SearchClusterError(
            en=f"Another library has its index on the search cluster under the name {outside.name} ({others[0]}). Give "
            'this one another name: index = "…" in corpus.toml. If that is an index of this library, from before its '
            f"folder indexes was deleted, delete {outside.name}-* on the cluster and build again.",
            zh=f"检索集群中名为 {outside.name} 的索引（{others[0]}）属于另一个文件库。请在 corpus.toml 中用 index = "
            '"…" 为本库另取名称。如果那是本库的旧索引（本库的 indexes 文件夹曾被删除），请在集群中删除 '
            f"{outside.name}-* 后重新生成。",
        )
    return frozenset(marks)


def _serve(cluster: Cluster, outside: Outside, index: str) -> None:
    """The alias leads to the index alone, and the library's other indexes are gone."""
    name, mine = outside.name, _own(cluster, outside)
    found = cluster.ask(lambda client: client.indices.get_alias(index=f"{name}-*"))
    leads = {other: name in said["aliases"] for other, said in found.items() if other in mine}
    moves = [{"remove": {"index": other, "alias": name}} for other in leads if leads[other] and other != index]
    if moves or not leads.get(index):
        moves.append({"add": {"index": index, "alias": name}})
        cluster.ask(lambda client: client.indices.update_aliases(body={"actions": moves}))
    for other in leads.keys() - {index}:
        _delete(cluster, other)


def _delete(cluster: Cluster, index: str) -> None:
    cluster.ask(lambda client: client.indices.delete(index=index, ignore_unavailable=True))


# --------------------------------------------------------------------------------------------- reading


class _Reader:
    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster, self._index = cluster, index
        self._counts: dict[tuple[Field, str], int] = {}

    def counts(self, asked: Sequence[tuple[Field, str]]) -> list[int]:
        wanted = [(field, bounded(token)) for field, token in asked]
        if new := [one for one in dict.fromkeys(wanted) if one not in self._counts]:
            bodies = [{"size": 0, "track_total_hits": True, "query": _having(*one)} for one in new]
            found = self._ask(bodies)
            self._counts |= {one: said["hits"]["total"]["value"] for one, said in zip(new, found, strict=True)}
        return [self._counts[one] for one in wanted]

    def candidates(self, runs: Sequence[Run]) -> Numbers:
        stretches = [runs[start : start + _RUNS] for start in range(0, len(runs), _RUNS)]
        found = [self._numbers([_run(run) for run in stretch]) for stretch in stretches]
        return reduce(partial(np.intersect1d, assume_unique=True), found)

    def _numbers(self, clauses: list[Said]) -> Numbers:
        """The numbers of all records for which the clauses hold, a page at a time."""
        pages: list[Numbers] = []
        while not pages or len(pages[-1]) == _PAGE:
            after = [{"range": {_NUMBER: {"gt": int(pages[-1][-1])}}}] if pages else []
            query = {"bool": {"filter": [*clauses, *after]}}
            body = {"size": _PAGE, "track_total_hits": False, "sort": [_NUMBER], "query": query}
            (said,) = self._ask([body])
            pages.append(np.array([hit["sort"][0] for hit in said["hits"].get("hits", ())], dtype=np.int64))
        return np.concatenate(pages)

    def _ask(self, bodies: Sequence[Said]) -> list[Any]:
        """The answers to some questions, each of them by all parts of the index."""
        head = {"allow_partial_search_results": False}
        lines = [line for body in bodies for line in (head, body)]

        def found(client: Any) -> list[Any]:
            said = client.msearch(body=lines, index=self._index, filter_path=_UNWANTED)
            if any(one.get("status") == 404 for one in said["responses"]):
                raise NotFoundError(404, "index_not_found_exception", said)
            return [_of_all_parts(one) for one in said["responses"]]

        try:
            return list(self._cluster.ask(found))
        except NotFoundError as error:
            raise SearchClusterError(
                en=f"The search cluster has no index {self._index} any more: another build has replaced it, or it was "
                "deleted. Search again; if that does not help, run `policydiff build`.",
                zh=f"检索集群中已没有索引 {self._index}：已被另一次生成替换，或者被删除。请重新检索；"
                "如仍有问题，请运行 `policydiff build`。",
            ) from error


def _run(run: Run) -> Said:
    """Where the tokens of a run may stand one after the other."""
    held = [bounded(token) for token in run.tokens[:_RUN]]
    return _having(run.field, held[0]) if len(held) == 1 else {"match_phrase": {run.field: " ".join(held)}}


def _having(field: Field, token: str) -> Said:
    return {"term": {field: token}}
