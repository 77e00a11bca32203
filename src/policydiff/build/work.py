"""The pieces of work that a build is made of. Each takes what it needs from the store and files what it made there, so
that it can be done in any process, at any time and as often as one likes, with the same outcome.

    Reading      a file                               → document
    Comparing    two documents, decisions on them     → comparison
    Segmenting   some neighbouring documents          → segment of the index
    Stretching   some neighbouring documents          → stretch of the site's search data
    Binding      some neighbouring stretches          → pages: a volume of the site's search data
    Noting       a comparison, those of its text      → card: what the start page shows of it
    Listing      some neighbouring documents          → what lists of documents say of them
    Opening      the cards and lists of all           → pages: the start page and that of search
    Showing      some documents, comparisons of them  → pages
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from policydiff.build.manifest import Message
from policydiff.build.store import DamagedError, Key, Store
from policydiff.errors import FaultError, PolicydiffError, ReadError
from policydiff.library import EngineName, Entry, Pair

if TYPE_CHECKING:
    from policydiff.model import Comparison, Decision, Document
    from policydiff.site import Shown
    from policydiff.sitemap import Part

Shelf = tuple[tuple[Entry, Key], ...]  # documents, and what each is filed under

_LONGEST_FAULT = 200  # characters of a fault's message that the user's line quotes
_HELD = 64  # documents that a process holds, for the comparisons that share them
_COMPARED = 16  # comparisons that a process holds, for the pages that share them


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Task:
    """A piece of work: what it makes, what to call it, and about how many milliseconds it takes."""

    key: Key
    what: str
    weight: int

    @property
    def level(self) -> int:
        """How hard what it makes is squeezed."""
        return 1

    @property
    def needs(self) -> Iterable[Key]:
        """What is to be in the store before it is begun, of what tasks beside it make."""
        return ()

    def made(self, store: Store) -> object:
        """What is to be filed under the key."""
        raise NotImplementedError

    def left(self, error: Exception) -> Left:
        """What becomes of a fault in making it: whatever the rest of a library cannot do without stops the build."""
        raise error


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Why a document or a comparison is left out: a line for the user, in each language; and whether that is a fault of
    this program."""

    reason: Message
    is_fault: bool


def do(task: Task, store: Store) -> Left | None:
    """What a task makes is in the store afterwards, unless its document or comparison has to be left out.

    What is made are values that hold no one another in a ring: nothing is to be found by looking for rings among
    hundreds of thousands of them, again and again while they are made, nor once more before they are gone.
    """
    gc.disable()
    try:
        return _done(task, store)
    finally:
        gc.enable()


def _done(task: Task, store: Store) -> Left | None:
    try:
        made = task.made(store)
    except (OSError, DamagedError):  # the disk's, which no other task would be spared
        raise
    except Exception as error:  # noqa: BLE001  one text that this program fails on is not all of them
        made = task.left(error)
    if isinstance(made, Left):
        return made
    store.put(task.key, made, task.level)
    return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading(Task):
    """A file → a document. `sha256` is that of the file which the key was made from."""

    entry: Entry
    sha256: str

    def made(self, store: Store) -> Document:
        """The document."""
        from policydiff.ingest import read
        from policydiff.parsing import parse

        source = read(self.entry.path, self.entry.language)
        if source.sha256 != self.sha256:
            raise ReadError(
                en=f"{self.entry.path}: was changed while it was read. Build again.",
                zh=f"{self.entry.path}：读取过程中文件有变化。请重新生成。",
            )
        return parse(source, id=self.entry.id, title=self.entry.title)

    def left(self, error: Exception) -> Left:
        """The others are built without a document that cannot be read."""
        told = _told(error, f"policydiff parse {self.entry.path}")
        return Left(reason=document_left(self.entry.id, told), is_fault=isinstance(told, FaultError))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparing(Task):
    """Two documents → their comparison as reviewers decided, filed without the documents."""

    pair: tuple[str, str]
    base: Key
    target: Key
    decided: tuple[Decision, ...]

    def made(self, store: Store) -> tuple[Any, ...]:
        """Rows, findings, dismissed, stale."""
        from policydiff.alignment import align
        from policydiff.decisions import reviewed

        made = reviewed(align(_document(store, self.base), _document(store, self.target)), self.decided)
        return made.rows, made.findings, made.dismissed, made.stale

    def left(self, error: Exception) -> Left:
        """The others are compared without two documents that cannot be."""
        base, target = self.pair
        told = _told(error, f"policydiff compare {base} {target}")
        en = f"comparison {base} ↔ {target} is left out: {told.told('en')}"
        zh = f"对照 {base} ↔ {target} 未生成：{told.told('zh')}"
        return Left(reason={"en": en, "zh": zh}, is_fault=isinstance(told, FaultError))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Segmenting(Task):
    """Some neighbouring documents → a segment of the index, for the engine that searches it."""

    shelf: Shelf
    engine: EngineName

    @property
    def level(self) -> int:
        """Not at all: each build reads back all segments, whatever has changed."""
        return 0

    def made(self, store: Store) -> object:
        """The segment."""
        from policydiff.search import segment

        return segment(_shelf(store, self.shelf), self.engine)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretching(Task):
    """Some neighbouring documents → a stretch of the site's search data."""

    shelf: Shelf

    def made(self, store: Store) -> object:
        """The stretch."""
        from policydiff.site import stretch

        return stretch(_document(store, key) for _, key in self.shelf)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Binding(Task):
    """Some neighbouring stretches → a volume of the site's search data, in its place."""

    place: int
    stretches: tuple[Key, ...]

    @property
    def level(self) -> int:
        """Not at all: it is long, made anew after each change and written to the site at once."""
        return 0

    @property
    def needs(self) -> Iterable[Key]:
        """The stretches."""
        return self.stretches

    def made(self, store: Store) -> tuple[tuple[str, str], ...]:
        """Each file's path and text."""
        from policydiff.site import volume_files

        return tuple(volume_files(self.place, map(store.get, self.stretches)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Noting(Task):
    """A comparison → what the start page shows of it, with its `row` of squares or without; `compared` is the text
    beside each of its superiors, this one among them, and `shelf` all of these documents."""

    pair: Pair
    shelf: Shelf
    compared: tuple[tuple[Pair, Key], ...]
    row: bool

    def made(self, store: Store) -> object:
        """The card."""
        from policydiff.site import card

        held = {entry.id: (entry, document) for entry, document in _shelf(store, self.shelf)}
        comparisons = [_comparison(store, pair, key, held) for pair, key in self.compared]
        at = next(at for at, (pair, _) in enumerate(self.compared) if pair.ids == self.pair.ids)
        return card(comparisons, at, row=self.row)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Listing(Task):
    """Some neighbouring documents → what lists of documents say of them."""

    shelf: Shelf

    def made(self, store: Store) -> object:
        """What is said of each."""
        from policydiff.site import head

        return tuple(head(_document(store, key)) for _, key in self.shelf)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Opening(Task):
    """What is said of all documents and of all comparisons → the start page and that of search, which has so many
    volumes."""

    entries: tuple[Entry, ...]
    lists: tuple[Key, ...]
    cards: tuple[tuple[Pair, Key], ...]
    volumes: int

    @property
    def needs(self) -> Iterable[Key]:
        """The cards."""
        return (key for _, key in self.cards)

    def made(self, store: Store) -> tuple[tuple[str, str], ...]:
        """Each file's path and text."""
        from policydiff.site import start_files

        heads = [head for key in self.lists for head in store.get(key)]
        shelf = [_named(entry, head.title) for entry, head in zip(self.entries, heads, strict=True)]
        held = {entry.id: entry for entry in shelf}
        cards = [
            (replace(pair, base=held[pair.base.id], target=held[pair.target.id]), store.get(key))
            for pair, key in self.cards
        ]
        return tuple(start_files(shelf, heads, cards, self.volumes))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Showing(Task):
    """Some documents and comparisons of them → a part of the site; `rest` is what the page of a document shows of the
    rest of the library beside each provision, `digest` its hash."""

    part: Part
    shelf: Shelf
    compared: tuple[tuple[Pair, Key], ...]
    rest: tuple[tuple[str, Shown], ...] = ()
    digest: str = ""

    def made(self, store: Store) -> tuple[tuple[str, str], ...]:
        """Each file's path and text."""
        from policydiff.site import files

        shelf = list(_shelf(store, self.shelf))
        held = {entry.id: (entry, document) for entry, document in shelf}
        comparisons = [_comparison(store, pair, key, held) for pair, key in self.compared]
        return tuple(files(self.part, shelf, comparisons, dict(self.rest)))


# --------------------------------------------------------------------------------- what is left out


def document_left(id: str, error: PolicydiffError) -> Message:
    """That a document is left out, and why."""
    return {"en": f"document {id} is left out: {error}", "zh": f"文件 {id} 未纳入：{error.told('zh')}"}


def _told(error: Exception, command: str) -> PolicydiffError:
    """What went wrong as the user is told of it; a fault of this program shows as a whole with the command."""
    if isinstance(error, PolicydiffError):
        return error
    what = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_FAULT]
    return FaultError(
        en=f"this is a fault of policydiff, not yours ({what}). Please report it with what `{command}` shows.",
        zh=f"这是 policydiff 自身的错误（{what}），不是文件的问题。请运行 `{command}` 并报告其输出。",
    )


# --------------------------------------------------------------------------------- what tasks are given


@lru_cache(maxsize=_HELD)
def _document(store: Store, key: Key) -> Document:
    document: Document = store.get(key)
    return document


@lru_cache(maxsize=_COMPARED)
def _compared(store: Store, key: Key) -> Any:
    return store.get(key)


def _shelf(store: Store, shelf: Shelf) -> Iterable[tuple[Entry, Document]]:
    """The documents, each entry with a title."""
    for entry, key in shelf:
        document = _document(store, key)
        yield _named(entry, document.title), document


def _named(entry: Entry, title: str) -> Entry:
    """An entry with what the document is called whose text bears this title."""
    return replace(entry, title=entry.name(title))


def _comparison(store: Store, pair: Pair, key: Key, held: dict[str, tuple[Entry, Document]]) -> tuple[Pair, Comparison]:
    from policydiff.model import Comparison

    (base, base_document), (target, target_document) = held[pair.base.id], held[pair.target.id]
    rows, findings, dismissed, stale = _compared(store, key)
    made = Comparison(
        base=base_document,
        target=target_document,
        rows=rows,
        findings=findings,
        dismissed=dismissed,
        stale=stale,
    )
    return replace(pair, base=base, target=target), made
