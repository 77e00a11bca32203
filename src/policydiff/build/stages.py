"""The stages of a build: what is planned and missing is made, and planned anew with what that has found out.

read       the documents; those that cannot be read are planned away
compare    the pairs, and every document through the whole library; which says what the pages show
show       the pages and the index are put together
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from policydiff.build import beside
from policydiff.build.manifest import INDEX, Message, before, manifest
from policydiff.build.pages import Pages
from policydiff.build.place import START_PAGE
from policydiff.build.plan import Plan, plan
from policydiff.build.store import Key, Store
from policydiff.build.work import Comparing, Left, Reading, Task, document_left
from policydiff.build.workers import Meanwhile, Workers
from policydiff.errors import FaultError, LibraryError
from policydiff.library import CORPUS, SITE, Library, Pair

if TYPE_CHECKING:
    from policydiff.library.loose import Loose
    from policydiff.model import Decision, Language
    from policydiff.tracing import Counterparts

Hands = Callable[[int], Workers]  # who does so many milliseconds of work


class Progress(Protocol):
    """Told of each piece of work that is begun or waited for, and how much of all is done, in about milliseconds; what
    it does with that is the caller's."""

    def __call__(self, *, done: int, of: int, what: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a build is of: a library, its documents as their files are now, what reviewers decided, and the language
    that the site opens in, if not that of the reader's browser."""

    library: Library
    reading: Sequence[Reading]
    decided: Sequence[Decision]
    opens_in: Language | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The plan of the documents that can be read and compared, all of it done; the pages, and how many provisions the
    index has; what was made, a line for each that cannot be, and the rules that are `loose`."""

    plan: Plan
    pages: Pages
    provisions: int
    fresh: Sequence[Key]
    problems: Sequence[Message]
    loose: Sequence[Loose]


def made(order: Order, store: Store, folder: Path, progress: Progress, hands: Hands) -> Made:
    """A site and an index in this folder, of which that is made which was not there."""
    library = order.library
    planned = plan(library, order.reading, order.decided, standing=beside.standing(library), opens_in=order.opens_in)
    count = _Count(progress, _missing(planned.tasks, store))
    pages = Pages(folder / SITE, before(library.root), store)
    with hands(count.of) as workers:
        stages = _Stages(order=order, store=store, folder=folder, count=count, pages=pages, workers=workers)
        planned, traced = stages.compare(stages.read(planned))
        provisions = stages.show(planned, traced)
    return Made(
        plan=planned,
        pages=pages,
        provisions=provisions,
        fresh=count.made,
        problems=count.problems(library),
        loose=_loose(library, traced),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stages:
    """The stages of a build, each of which does what is planned and missing, and plans anew with what it found out."""

    order: Order
    store: Store
    folder: Path
    count: _Count
    pages: Pages
    workers: Workers

    def read(self, planned: Plan) -> Plan:
        """The documents are read; what there is to do for those that can be."""
        self._do(planned.stages[0], lambda: None)
        _refuse_unread(self.order.library, self.count.unread)
        planned = self._planned() if self.count.unread else planned
        _refuse_uncompared(self.order.library, planned, self.count)
        return planned

    def compare(self, planned: Plan) -> tuple[Plan, beside.Traced]:
        """They are compared, and traced through the library; what there is to show."""
        self.pages.asked = frozenset(planned.binding)
        traced = self._do(planned.stages[1], lambda: beside.traced(self.order.library, planned, self.store))
        planned = self._planned(traced.beside)
        _refuse_uncompared(self.order.library, planned, self.count)
        return planned, traced

    def show(self, planned: Plan, traced: beside.Traced) -> int:
        """The site, the index and what `trace` looks through are in the folder; how many provisions that has."""
        self.pages.asked = frozenset(planned.placing)
        shutil.rmtree(self.folder / "search", ignore_errors=True)  # of a try that met something damaged
        provisions = self._do(planned.stages[2], lambda: self._put_together(planned, traced))
        for task in planned.placing:
            self.pages.has(task)
        self.pages.only()
        return provisions

    def _put_together(self, planned: Plan, traced: beside.Traced) -> int:
        """All but the pages that are being made is there."""
        from policydiff.search import outside, write_segments

        self.pages.take_over()
        beside.write(planned, traced, self.folder / "trace")
        library = self.order.library
        segments = (self.store.get(task.key) for task in planned.segmenting)
        return write_segments(self.folder / "search", segments, library.engine, outside(library), library.root / INDEX)

    def _planned(self, counterparts: Mapping[str, Counterparts] | None = None) -> Plan:
        order, left = self.order, self.count
        opens_in, decided = order.opens_in, order.decided
        return plan(
            order.library, order.reading, decided, left.unread, left.uncompared, counterparts, opens_in=opens_in
        )

    def _do(self, tasks: Sequence[Task], meanwhile: Callable[[], Meanwhile]) -> Meanwhile:
        return self.workers.do(_missing(tasks, self.store), self.store, self.count.begin, self._end, meanwhile)

    def _end(self, task: Task, outcome: Left | None) -> None:
        self.count.end(task, outcome)
        if task in self.pages.asked:
            self.pages.has(task)


def _loose(library: Library, traced: beside.Traced) -> Sequence[Loose]:
    """The rules that are compared with nothing although their texts name what the library holds."""
    from policydiff.library.loose import among

    holdings = traced.collection.holdings
    return tuple(among(library, holdings, {holding.id: holding.bases for holding in holdings}))


def _missing(tasks: Sequence[Task], store: Store) -> list[Task]:
    return [task for task in tasks if not store.has(task.key)]


class _Count:
    """Counts what is done for a build's progress, and holds what was made and what had to be left out."""

    def __init__(self, progress: Progress, tasks: Sequence[Task]) -> None:
        self._progress, self._done = progress, 0
        self.of = sum(task.weight for task in tasks)
        self.made: list[Key] = []
        self.unread: dict[str, Left] = {}
        self.uncompared: dict[tuple[str, str], Left] = {}

    def begin(self, task: Task) -> None:
        self._progress(done=min(self._done, self.of), of=self.of, what=task.what)

    def end(self, task: Task, outcome: Left | None) -> None:
        self._done += task.weight
        self.made.append(task.key)
        if isinstance(outcome, Left) and isinstance(task, Reading):
            self.unread[task.entry.id] = outcome
        if isinstance(outcome, Left) and isinstance(task, Comparing):
            self.uncompared[task.pair] = outcome

    def fault(self, pair: Pair) -> Message | None:
        """Why two documents are not compared, where that is this program's fault."""
        left = (self.uncompared.get(pair.ids), *map(self.unread.get, pair.ids))
        return next((one.reason for one in left if one and one.is_fault), None)

    def problems(self, library: Library) -> list[Message]:
        """A line for each document and each comparison of a library that is not built."""
        refused = [document_left(one.id, one.error) for one in library.refused]
        unread = [self.unread[entry.id].reason for entry in library.entries if entry.id in self.unread]
        return [*refused, *unread, *(self.uncompared[pair].reason for pair in sorted(self.uncompared))]


def _refuse_unread(library: Library, unread: Mapping[str, Left]) -> None:
    """LibraryError where no document of a library can be read; FaultError where it is this program that cannot."""
    if library.ids and len(unread) == len(library.entries):
        corpus = library.root / CORPUS
        lines = [left.reason for left in unread.values()]
        lines += [document_left(one.id, one.error) for one in library.refused]
        are_faults = bool(unread) and all(left.is_fault for left in unread.values())
        raise (FaultError if are_faults else LibraryError)(
            en=f"{corpus}: no document can be read. The first: {lines[0]['en']}",
            zh=f"{corpus}：没有一份文件可以读取。第一份：{lines[0]['zh']}",
        )


def _refuse_uncompared(library: Library, planned: Plan, count: _Count) -> None:
    """FaultError where this program's faults would put a site without one comparison in the place of one that has some:
    what fails everywhere is in the program or its machine, and the pages that readers have are better than none."""
    pairs = library.pairs()
    faults = [fault for pair in pairs if (fault := count.fault(pair))]
    if planned.pairs or not faults or not _has_comparisons(library.root):
        return
    site = library.root / SITE
    raise FaultError(
        en=f"{site}: is as it was, for no comparison could be made ({len(pairs)} failed); the next build tries again. "
        f"The first: {faults[0]['en']}",
        zh=f"{site}：{len(pairs)} 组对照全部未能生成，站点保持原样；下次生成时会重试。第一组：{faults[0]['zh']}",
    )


def _has_comparisons(root: Path) -> bool:
    """Whether the site that stands shows any; where its note is lost, one that stands is taken to do so."""
    noted = manifest(root)
    return bool(noted["result"]["comparisons"]) if noted else (root / START_PAGE).is_file()
