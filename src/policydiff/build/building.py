"""A library → its search index and its site, of which only that is made anew whose makings have changed.

    corpus/ ──plan──▶ tasks ──workers──▶ indexes/cache/ ──▶ indexes/.building-…/search, site ──▶ in place

What is made is filed by what it is made from (store.py), so that the next build finds it: also that of a build which
was stopped, at any moment. What a reader sees is put together from the files, beside what is there, and takes its
place at the end (place.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from policydiff.build import version
from policydiff.build.course import Crew
from policydiff.build.lock import locked
from policydiff.build.manifest import INDEX, MANIFEST, Result, keep, last, manifest
from policydiff.build.place import CACHE, put_in_place, staging
from policydiff.build.plan import readings, state
from policydiff.build.processes import helping, one_thread
from policydiff.build.result import result
from policydiff.build.stages import Hands, Order, Progress, made
from policydiff.build.store import DamagedError, Store
from policydiff.build.work import Reading
from policydiff.build.workers import Workers
from policydiff.errors import BuildError, LibraryError, refusal
from policydiff.library import CATALOGUE, CORPUS, INDEXES, OPENSEARCH, WHOOSH, Library, decisions_file
from policydiff.model import Language

_TRIES = 5  # of a store in which things turn out to be damaged


def build(
    library: Library, progress: Progress, *, crew: Crew | None = None, opens_in: Language | None = None
) -> Result:
    """The index and the site are those of the corpus afterwards.

    A document that cannot be read is a problem in the result and the others are built, and so are two documents that
    this program fails to compare. If none can be read LibraryError is raised, and BuildError if another build of the
    library is running or something cannot be written; what was built before stays. So it does, with a FaultError, where
    all comparisons of a site that has some would be gone by this program's faults. The work is done by the `crew`,
    such as other machines (`machines`); without one, by this process and others of this machine. The site `opens_in` a
    language, or in that of the reader's browser.
    """
    version.forget()
    reading = readings(library)
    now = state(library, reading, opens_in)
    try:
        if (standing := last(library.root, now)) is not None and _is_served(library):
            keep(library.root)
            return standing
        (library.root / INDEXES).mkdir(parents=True, exist_ok=True)
        little = crew is None and manifest(library.root) is not None
        with (
            one_thread(),
            helping(little) as helpers,
            locked(library.root / INDEXES),
            staging(library.root) as folder,
        ):
            order = _order(library, reading, opens_in)
            return _built(order, folder, now, progress, partial(Workers, crew, helpers))
    except OSError as error:
        where = error.filename or library.root
        why = refusal(error)
        raise BuildError(
            en=f"{where}: cannot be written ({why.en}). Check permissions and disk space; "
            "what was built before is as it was.",
            zh=f"{where}：无法写入（{why.zh}）。请检查访问权限和磁盘空间；以前生成的内容没有变化。",
        ) from error


def _order(library: Library, reading: Sequence[Reading], opens_in: Language | None) -> Order:
    """What is to be built, once it is known that it can be."""
    from policydiff import decisions

    _refuse_emptied(library)
    _refuse_missing(library)
    decided = decisions.read(decisions_file(library.root))
    return Order(library=library, reading=reading, decided=decided, opens_in=opens_in)


def _built(order: Order, folder: Path, now: str, progress: Progress, hands: Hands) -> Result:
    library = order.library
    store = Store(folder=library.root / CACHE)
    for _ in range(_TRIES):
        try:
            done = made(order, store, folder, progress, hands)
            told = result(done, order, store)
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
        store.remove(done.fresh)
    elif done.problems and state(library, readings(library), order.opens_in) != now:  # what was left out may be whole
        now = ""
    put_in_place(library.root, folder, now, told, done.pages)
    _settled(library)
    store.tidy({task.key for task in done.plan.tasks})
    return told


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
