"""The pieces of work that a build is made of. Each takes what it needs from the store and files what it made there, so
that it can be done in any process, at any time and as often as one likes, with the same outcome.

    Reading      a file                               → document
    Comparing    two documents, decisions on them     → comparison
    Segmenting   some neighbouring documents          → segment of the index
    Stretching   some neighbouring documents          → stretch of the site's search data
    Searching    every document, the stretches        → pages: the site's search data
    Showing      some documents, comparisons of them  → pages
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from policydiff.build.store import Key, Store
from policydiff.errors import LibraryError, PolicydiffError
from policydiff.library import Entry, Pair

if TYPE_CHECKING:
    from policydiff.model import Comparison, Decision, Document
    from policydiff.site import Part

_HELD = 64  # documents that a process holds, for the comparisons that share them


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Task:
    """A piece of work: what it makes, what to call it, and about how many milliseconds it takes."""

    key: Key
    what: str
    weight: int

    def made(self, store: Store) -> object:
        """What is to be filed under the key."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Why a document is left out: a line for the user."""

    reason: str


def do(task: Task, store: Store) -> Left | None:
    """What a task makes is in the store afterwards, unless its document has to be left out.

    What is made are values that hold no one another in a ring: nothing is to be found by looking for rings among
    hundreds of thousands of them, again and again while they are made.
    """
    gc.disable()
    try:
        made = task.made(store)
    finally:
        gc.enable()
    if isinstance(made, Left):
        return made
    store.put(task.key, made)
    return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading(Task):
    """A file → a document. `sha256` is that of the file which the key was made from."""

    entry: Entry
    sha256: str

    def made(self, store: Store) -> Document | Left:
        """The document, or why it is left out."""
        from policydiff.ingest import read
        from policydiff.parsing import parse

        try:
            source = read(self.entry.path, self.entry.language)
            document = parse(source, id=self.entry.id, title=self.entry.title)
        except PolicydiffError as error:
            return Left(reason=f"document {self.entry.id} is left out: {error}")
        if source.sha256 != self.sha256:
            raise LibraryError(
                f"{self.entry.path}: was changed while it was read. Build again.",
                f"{self.entry.path}：读取过程中文件有变化。请重新生成。",
            )
        return document


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparing(Task):
    """Two documents → their comparison as reviewers decided, filed without the documents."""

    base: Key
    target: Key
    decided: tuple[Decision, ...]

    def made(self, store: Store) -> tuple[Any, ...]:
        """Rows, findings, dismissed, stale."""
        from policydiff.alignment import align
        from policydiff.decisions import reviewed

        made = reviewed(align(_document(store, self.base), _document(store, self.target)), self.decided)
        return made.rows, made.findings, made.dismissed, made.stale


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Segmenting(Task):
    """Some neighbouring documents → a segment of the index, for the engine that searches it."""

    shelf: tuple[tuple[Entry, Key], ...]
    engine: str

    def made(self, store: Store) -> object:
        """The segment."""
        from policydiff.search import segment

        return segment(_shelf(store, self.shelf), self.engine)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretching(Task):
    """Some neighbouring documents → a stretch of the site's search data."""

    shelf: tuple[tuple[Entry, Key], ...]

    def made(self, store: Store) -> object:
        """The stretch."""
        from policydiff.site import stretch

        return stretch(_document(store, key) for _, key in self.shelf)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Searching(Task):
    """The stretches of all documents → the site's search data."""

    entries: tuple[Entry, ...]
    stretches: tuple[Key, ...]

    def made(self, store: Store) -> tuple[tuple[str, str], ...]:
        """Each file's path and text."""
        from policydiff.site import search_files

        return tuple(search_files(self.entries, map(store.get, self.stretches)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Showing(Task):
    """Some documents and comparisons of them → a part of the site."""

    part: Part
    shelf: tuple[tuple[Entry, Key], ...]
    compared: tuple[tuple[Pair, Key], ...]

    def made(self, store: Store) -> tuple[tuple[str, str], ...]:
        """Each file's path and text."""
        from policydiff.site import files

        shelf = list(_shelf(store, self.shelf))
        held = {entry.id: (entry, document) for entry, document in shelf}
        comparisons = [_comparison(store, pair, key, held) for pair, key in self.compared]
        return tuple(files(self.part, shelf, comparisons))


# --------------------------------------------------------------------------------- what tasks are given


@lru_cache(maxsize=_HELD)
def _document(store: Store, key: Key) -> Document:
    document: Document = store.get(key)
    return document


def _shelf(store: Store, shelf: Iterable[tuple[Entry, Key]]) -> Iterable[tuple[Entry, Document]]:
    """The documents, each entry with a title."""
    for entry, key in shelf:
        document = _document(store, key)
        yield titled(entry, document.title), document


def titled(entry: Entry, title: str) -> Entry:
    """An entry with the title of the catalogue, else that of the text, else the id."""
    return replace(entry, title=entry.title or title or entry.id)


def _comparison(
    store: Store, pair: Pair, key: Key, held: dict[str, tuple[Entry, Document]]
) -> tuple[Pair, Comparison]:
    from policydiff.model import Comparison

    (base, base_document), (target, target_document) = held[pair.base.id], held[pair.target.id]
    rows, findings, dismissed, stale = store.get(key)
    made = Comparison(
        base=base_document,
        target=target_document,
        rows=rows,
        findings=findings,
        dismissed=dismissed,
        stale=stale,
    )
    return replace(pair, base=base, target=target), made
