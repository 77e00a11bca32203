"""A library → its search index and its site, of which only that is made anew whose makings have changed.

    corpus/ ──plan──▶ tasks ──workers──▶ indexes/cache/ ──▶ indexes/.building-…/search, site ──▶ in place

What is made is filed by what it is made from (store.py), so that the next build finds it: also that of a build which
was stopped, at any moment. What a reader sees is put together from the files, beside what is there, and takes its
place at the end (place.py).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from policydiff.build import beside, version
from policydiff.build.lock import locked
from policydiff.build.manifest import INDEX, MANIFEST, Message, Result, before, last, manifest
from policydiff.build.pages import Pages
from policydiff.build.place import CACHE, START_PAGE, put_in_place, staging
from policydiff.build.plan import Plan, plan, readings, state
from policydiff.build.processes import helping, one_thread
from policydiff.build.store import DamagedError, Key, Store
from policydiff.build.work import Comparing, Left, Reading, Task, document_left
from policydiff.build.workers import Crew, Meanwhile, Workers
from policydiff.errors import BuildError, FaultError, LibraryError, refusal
from policydiff.library import CATALOGUE, CORPUS, INDEXES, OPENSEARCH, SITE, WHOOSH, Library, Pair, decisions_file
from policydiff.model import StaleDecision

if TYPE_CHECKING:
    from policydiff.model import Decision
    from policydiff.tracing import Counterparts

Hands = Callable[[int], Workers]  # who does so many milliseconds of work

_TRIES = 5  # of a store in which things turn out to be damaged


class Progress(Protocol):
    """Told of each piece of work that is begun or waited for, and how much of all is done, in about milliseconds; what
    it does with that is the caller's."""

    def __call__(self, *, done: int, of: int, what: str) -> None: ...


def build(library: Library, progress: Progress, *, crew: Crew | None = None) -> Result:
    """The index and the site are those of the corpus afterwards.

    A document that cannot be read is a problem in the result and the others are built, and so are two documents that
    this program fails to compare. If none can be read LibraryError is raised, and BuildError if another build of the
    library is running or something cannot be written; what was built before stays. So it does, with a FaultError, where
    all comparisons of a site that has some would be gone by this program's faults. The work is done by the `crew`,
    such as other machines (`machines`); without one, by this process and others of this machine.
    """
    version.forget()
    reading = readings(library)
    now = state(library, reading)
    try:
        if (standing := last(library.root, now)) is not None and _is_served(library):
            return standing
        (library.root / INDEXES).mkdir(parents=True, exist_ok=True)
        little = crew is None and manifest(library.root) is not None
        with (
            one_thread(),
            helping(little) as helpers,
            locked(library.root / INDEXES),
            staging(library.root) as folder,
        ):
            return _built(library, reading, folder, now, progress, partial(Workers, crew, helpers))
    except OSError as error:
        where = error.filename or library.root
        why = refusal(error)
        raise BuildError(
            en=f"{where}: cannot be written ({why.en}). Check permissions and disk space; "
            "what was built before is as it was.",
            zh=f"{where}：无法写入（{why.zh}）。请检查访问权限和磁盘空间；以前生成的内容没有变化。",
        ) from error


def _built(
    library: Library,
    reading: Sequence[Reading],
    folder: Path,
    now: str,
    progress: Progress,
    hands: Hands,
) -> Result:
    from policydiff import decisions

    _refuse_emptied(library)
    _refuse_missing(library)
    decided = decisions.read(decisions_file(library.root))
    store = Store(folder=library.root / CACHE)
    for _ in range(_TRIES):
        try:
            made = _made(library, reading, decided, store, folder, progress, hands)
            result = _result(made, decided, store, library)
            break
        except DamagedError:
            continue
    else:
        raise BuildError(
            en=f"{store.folder}: what is filed there does not stay as it was. Check the disk, delete the folder and "
            "build again.",
            zh=f"{store.folder}：其中的内容反复损坏。请检查磁盘，删除这个文件夹后重新生成。",
        )
    if version.is_changed():  # nobody knows which of the two has made what
        now = ""
        store.remove(made.fresh)
    elif made.problems and state(library, readings(library)) != now:  # what was left out may be whole again as at first
        now = ""
    put_in_place(library.root, folder, now, result, made.pages)
    _settled(library)
    store.tidy({task.key for task in made.plan.tasks})
    return result


def _is_served(library: Library) -> bool:
    """Whether the index of the last build is there in all its parts; one in the library's folder is looked at by
    `last`. What a build that was killed has left elsewhere is removed."""
    if library.engine != OPENSEARCH:
        return True
    with locked(library.root / INDEXES):
        return _settled(library)


def _settled(library: Library) -> bool:
    """Whether the index is there in all its parts, once what is no part of it has been removed."""
    from policydiff.search import settled

    return settled(library.root / INDEX)


def _refuse_missing(library: Library) -> None:
    """NotInstalledError where the engine is not there that the catalogue names; the usual one comes with the program.
    It is told before anything is done."""
    if library.engine != WHOOSH:
        from policydiff.search import engine_of, outside

        engine_of(library.engine, outside(library)).ready()


def _refuse_emptied(library: Library) -> None:
    """LibraryError where the catalogue names nothing and a site of documents would become one of none."""
    noted_before = manifest(library.root)
    if noted_before and noted_before["result"]["documents"] and not library.ids:
        catalogue, noted = library.root / CORPUS / CATALOGUE, library.root / MANIFEST
        had = noted_before["result"]["documents"]
        raise LibraryError(
            en=f"{catalogue}: names no document any more, and the site that is built has {had}. "
            f"Put them back; if none is meant, delete {noted} and build again.",
            zh=f"{catalogue}：其中已没有任何文件，而现有站点有 {had} 份。请恢复；如确要清空，请删除 {noted} "
            "后重新生成。",
        )


# ------------------------------------------------------------------------------------------- the work


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """The plan of the documents that can be read and compared, all of it done; the pages, and how many provisions the
    index has; what was made, and a line for each that cannot be."""

    plan: Plan
    pages: Pages
    provisions: int
    fresh: Sequence[Key]
    problems: Sequence[Message]


def _made(
    library: Library,
    reading: Sequence[Reading],
    decided: Sequence[Decision],
    store: Store,
    folder: Path,
    progress: Progress,
    hands: Hands,
) -> _Made:
    """A site and an index in this folder, of which that is made which was not there."""
    planned = plan(library, reading, decided, standing=beside.standing(library))
    count = _Count(progress, _missing(planned.tasks, store))
    pages = Pages(folder / SITE, before(library.root), store)
    with hands(count.of) as workers:
        stages = _Stages(
            library=library,
            reading=reading,
            decided=decided,
            store=store,
            folder=folder,
            count=count,
            pages=pages,
            workers=workers,
        )
        planned, traced = stages.compare(stages.read(planned))
        provisions = stages.show(planned, traced)
    return _Made(
        plan=planned, pages=pages, provisions=provisions, fresh=count.made, problems=_left_out(library, count)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stages:
    """The stages of a build, each of which does what is planned and missing, and plans anew with what it found out."""

    library: Library
    reading: Sequence[Reading]
    decided: Sequence[Decision]
    store: Store
    folder: Path
    count: _Count
    pages: Pages
    workers: Workers

    def read(self, planned: Plan) -> Plan:
        """The documents are read; what there is to do for those that can be."""
        self._do(planned.stages[0], lambda: None)
        _refuse_unread(self.library, self.count.unread)
        planned = self._planned() if self.count.unread else planned
        _refuse_uncompared(self.library, planned, self.count)
        return planned

    def compare(self, planned: Plan) -> tuple[Plan, beside.Traced]:
        """They are compared, and traced through the library; what there is to show."""
        self.pages.asked = frozenset(planned.binding)
        traced = self._do(planned.stages[1], lambda: beside.traced(self.library, planned, self.store))
        planned = self._planned(traced.beside)
        _refuse_uncompared(self.library, planned, self.count)
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
        segments = (self.store.get(task.key) for task in planned.segmenting)
        return write_segments(
            self.folder / "search", segments, self.library.engine, outside(self.library), self.library.root / INDEX
        )

    def _planned(self, counterparts: Mapping[str, Counterparts] | None = None) -> Plan:
        left = self.count
        return plan(self.library, self.reading, self.decided, left.unread, left.uncompared, counterparts)

    def _do(self, tasks: Sequence[Task], meanwhile: Callable[[], Meanwhile]) -> Meanwhile:
        return self.workers.do(_missing(tasks, self.store), self.store, self.count.begin, self._end, meanwhile)

    def _end(self, task: Task, outcome: Left | None) -> None:
        self.count.end(task, outcome)
        if task in self.pages.asked:
            self.pages.has(task)


def _missing(tasks: Sequence[Task], store: Store) -> list[Task]:
    return [task for task in tasks if not store.has(task.key)]


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


# ------------------------------------------------------------------------------------- what is told of it


def _left_out(library: Library, count: _Count) -> list[Message]:
    """A line for each document and each comparison that is not built."""
    refused = [document_left(one.id, one.error) for one in library.refused]
    unread = [count.unread[entry.id].reason for entry in library.entries if entry.id in count.unread]
    return [*refused, *unread, *(count.uncompared[pair].reason for pair in sorted(count.uncompared))]


def _result(made: _Made, decided: Sequence[Decision], store: Store, library: Library) -> Result:
    from policydiff.site import is_page

    return Result(
        documents=len(made.plan.entries),
        provisions=made.provisions,
        comparisons=len(made.plan.pairs),
        pages=sum(is_page(path) for paths in made.pages.parts.values() for path in paths),
        problems=tuple(made.problems),
        stale=(
            *_on_what_is_gone(library, decided),
            *(_told(one, made.plan, store) for one in _stale(library, made.plan, decided, store)),
        ),
    )


def _on_what_is_gone(library: Library, decided: Sequence[Decision]) -> list[Message]:
    """Of each document that is out of the library a line, with the decisions on it."""
    from policydiff import decisions

    gone: dict[str, list[int]] = {}
    for decision in decided:
        for name in dict.fromkeys(one for one in decision.documents if one not in library.ids):
            gone.setdefault(name, []).append(decision.number)
    return [
        {"en": decisions.without_document(name, on_it, "en"), "zh": decisions.without_document(name, on_it, "zh")}
        for name, on_it in gone.items()
    ]


def _told(stale: StaleDecision, done: Plan, store: Store) -> Message:
    """That a decision was not applied, with its provisions as they are cited."""
    from policydiff import decisions

    keys = {task.entry.id: task.key for task in done.reading}
    base, target = (store.get(keys[one]) if one in keys else None for one in stale.decision.documents)
    return {"en": decisions.line(stale, base, target, "en"), "zh": decisions.line(stale, base, target, "zh")}


def _stale(library: Library, done: Plan, decided: Sequence[Decision], store: Store) -> list[StaleDecision]:
    """The decisions that were not applied, in the order of their file; but for those on what was left out or is out of
    the library, which has a line of its own and may be back tomorrow."""
    meant = {frozenset(pair.ids) for pair in (*library.pairs(), *done.pairs)}
    there = {entry.id for entry in done.entries}
    uncompared = [
        StaleDecision(decision=decision, why="uncompared")
        for decision in decided
        if frozenset(decision.documents) not in meant and there.issuperset(decision.documents)
    ]
    stale = [one for task in done.comparing if task.decided for one in store.get(task.key)[-1]]
    return sorted([*uncompared, *stale], key=lambda one: one.decision.number)
