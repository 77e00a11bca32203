"""What there is to do for a library: the tasks of a build, each under the key of all that its outcome depends on.

    files ──▶ Reading ──▶ Comparing ──┬──────▶ Showing ────┐
                 │                    └─▶ Noting ─┐        │
                 ├──▶ Listing ────────────▶ Opening ───────┼──▶ site/
                 ├──▶ Stretching ────────────▶ Binding ────┘
                 └──▶ Segmenting ─────────────────────────────▶ indexes/search

The keys are known before anything is done: that of a document is made from its file, that of a comparison from those
of its documents. What cannot be read is found out on the way, and the rest is planned without it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import log2
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from policydiff.build.store import Key, Kind, key
from policydiff.build.version import Product, version
from policydiff.build.work import (
    Binding,
    Comparing,
    Listing,
    Noting,
    Opening,
    Reading,
    Segmenting,
    Shelf,
    Showing,
    Stretching,
    Task,
)
from policydiff.library import CATALOGUE, CORPUS, EngineName, Entry, Library, Pair, decisions_file, sha256_of
from policydiff.model import Decision, Language
from policydiff.sitemap import VOLUME, have_rows, of_one_text, parts

if TYPE_CHECKING:
    from policydiff.tracing import Counterparts

Held = TypeVar("Held")
NONE: Mapping[str, str] = MappingProxyType({})
# Of a library, about: stretches enough that a change is done with soon, segments few enough to search; and how many
# documents one has at the least, about.
_STRETCHES, _OF_A_STRETCH = 64, 2
_SEGMENTS, _OF_A_SEGMENT = 16, 8
_VOLUMES = 4  # of a library's search data, about: a change makes one of them anew, a search asks each


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The tasks of a build, those of each stage after those that they build on."""

    reading: tuple[Reading, ...]
    comparing: tuple[Comparing, ...]
    segmenting: tuple[Segmenting, ...]
    stretching: tuple[Stretching, ...]
    binding: tuple[Binding, ...]
    noting: tuple[Noting, ...]
    listing: tuple[Listing, ...]
    opening: Opening
    showing: tuple[Showing, ...]
    entries: tuple[Entry, ...]
    pairs: tuple[Pair, ...]

    @property
    def stages(self) -> tuple[tuple[Task, ...], ...]:
        """Of the tasks of one stage some need others of it, as they say."""
        return (
            self.reading,
            (*self.comparing, *self.stretching, *self.listing, *self.segmenting, *self.binding),
            (*self.showing, *self.noting, self.opening),
        )

    @property
    def placing(self) -> tuple[Task, ...]:
        """Those that make the files of the site."""
        return (*self.showing, *self.binding, self.opening)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All of them."""
        return tuple(chain(*self.stages))


def readings(library: Library) -> tuple[Reading, ...]:
    """The documents to be read, each of a file as it is now."""
    return tuple(map(_reading, library.entries))


def state(library: Library, reading: Sequence[Reading], opens_in: Language | None = None) -> str:
    """Changes whenever the catalogue, a document, a decision, the language that the site opens in, what builds with
    them or what that needs does."""
    corpus, decisions = library.root / CORPUS, decisions_file(library.root)
    decided = [decisions] if decisions.is_file() else []
    files = (f"{path.relative_to(corpus)} {sha256_of(path)}" for path in (corpus / CATALOGUE, *decided))
    documents = sorted({f"{task.entry.path.relative_to(corpus)} {task.sha256}" for task in reading})
    refused = (str(one.error) for one in library.refused)
    return key("state", [version("site"), opens_in or "", *files, *documents, *refused]).hash


def plan(
    library: Library,
    reading: Sequence[Reading],
    decided: Sequence[Decision],
    unread: Collection[str] = (),
    uncompared: Collection[tuple[str, str]] = (),
    beside: Mapping[str, Counterparts] | None = None,
    standing: Mapping[str, str] = NONE,
    opens_in: Language | None = None,
) -> Plan:
    """What there is to do for a library, of which this is to be read, but for the documents that cannot be read and
    those two that cannot be compared; its site `opens_in` a language, or in that of the reader's browser.

    `beside` is what stands beside the provisions of each document. As long as that is not known, it is taken to be what
    stands on the pages that are there, `standing`: the hash of it for each document.
    """
    read = _Read([task for task in reading if task.entry.id not in unread])
    pairs = tuple(pair for pair in library.pairs() if read.holds(pair) and pair.ids not in uncompared)
    comparing = tuple(_comparing(pair, read, decided) for pair in pairs)
    compared = {task.pair: task.key for task in comparing}
    shelves = [*read.shelves(_STRETCHES, _OF_A_STRETCH)]
    stretching = tuple(_stretching(shelf, read) for shelf in shelves)
    listing = tuple(_listing(shelf, read) for shelf in shelves)
    noting = tuple(_noting(pairs, read, compared))
    binding = tuple(_binding(place, volume) for place, volume in enumerate(volumes(stretching)))
    return Plan(
        reading=read.tasks,
        comparing=comparing,
        segmenting=tuple(_segmenting(shelf, read, library.engine) for shelf in read.shelves(_SEGMENTS, _OF_A_SEGMENT)),
        stretching=stretching,
        binding=binding,
        noting=noting,
        listing=listing,
        opening=_opening(read.entries, listing, noting, len(binding)),
        showing=tuple(
            _with_origins(task, beside, standing) if task.part.subject == "document" else task
            for task in _showing(pairs, read, compared, opens_in)
        ),
        entries=read.entries,
        pairs=pairs,
    )


class _Read:
    """The documents that can be read: what each is filed under, and how much work it is."""

    def __init__(self, tasks: Iterable[Reading]) -> None:
        self.tasks = tuple(tasks)
        self.entries = tuple(task.entry for task in self.tasks)
        self._by_id = {task.entry.id: task for task in self.tasks}

    def holds(self, pair: Pair) -> bool:
        """Whether both of two documents are among them."""
        return all(own_id in self._by_id for own_id in pair.ids)

    def key(self, entry: Entry) -> Key:
        """What a document is filed under."""
        return self._by_id[entry.id].key

    def shelf(self, ids: Iterable[str]) -> Shelf:
        """Those of these ids."""
        return tuple((task.entry, task.key) for task in map(self._by_id.__getitem__, ids))

    def shelves(self, groups: int, least: int) -> Iterator[Shelf]:
        """All of them, in about so many groups of neighbours."""
        return (self.shelf(entry.id for entry in group) for group in neighbours(self.entries, groups, least))

    def weight(self, *entries: Entry) -> int:
        """About how many milliseconds it takes to read them all."""
        return sum(self._by_id[entry.id].weight for entry in entries)


def neighbours(entries: Sequence[Entry], groups: int, least: int) -> list[tuple[Entry, ...]]:
    """The documents in their order, in about so many groups, each of so many of them at the least, about. A new
    document or another length of one leaves the groups as they are: where one ends is told by the id of its last
    document alone. Only when a library has doubled are there new ones."""
    usual = _usual(len(entries), groups, least)
    return _cut(entries, lambda entry: entry.id, usual, 4 * usual)


def volumes(stretching: Sequence[Stretching]) -> list[tuple[Stretching, ...]]:
    """The stretches in their order, in groups that end as those of `neighbours` do."""
    usual = _usual(sum(len(task.shelf) for task in stretching), _VOLUMES, VOLUME)
    return _cut(stretching, lambda task: task.shelf[-1][0].id, usual, 4 * _STRETCHES // _VOLUMES)


def _usual(documents: int, groups: int, least: int) -> int:
    """About how many documents a group has, of about so many groups."""
    return 1 << int(log2(max(documents / groups, least)))


def _cut(held: Sequence[Held], last: Callable[[Held], str], usual: int, most: int) -> list[tuple[Held, ...]]:
    """What is held in groups of so many at most; the hash of the last document's id says where one ends."""
    groups: list[list[Held]] = [[]]
    for one in held:
        groups[-1].append(one)
        ends = int.from_bytes(hashlib.sha256(last(one).encode()).digest()[:4]) % usual == 0
        if ends or len(groups[-1]) == most:
            groups.append([])
    return [tuple(group) for group in groups if group]


# ---------------------------------------------------------------------------------------- tasks and keys


def _key(kind: Kind, product: Product, parts: Iterable[str]) -> Key:
    return key(kind, [version(product), *parts])


def _reading(entry: Entry) -> Reading:
    sha256 = sha256_of(entry.path)
    made_from = (sha256, entry.path.name, entry.language, entry.id, entry.title)
    try:
        weight = 20 + entry.path.stat().st_size // 1000
    except OSError:
        weight = 1
    return Reading(
        key=_key("document", "document", made_from), what=entry.id, weight=weight, entry=entry, sha256=sha256
    )


def _comparing(pair: Pair, read: _Read, decided: Sequence[Decision]) -> Comparing:
    from policydiff.decisions import is_on

    base, target = read.key(pair.base), read.key(pair.target)
    about = tuple(decision for decision in decided if is_on(decision, *pair.ids))
    return Comparing(
        key=_key("comparison", "comparison", (base.hash, target.hash, *map(repr, about))),
        what=" ↔ ".join(pair.ids),
        weight=100 + read.weight(pair.base) * read.weight(pair.target) // 4,
        pair=pair.ids,
        base=base,
        target=target,
        decided=about,
    )


def _told(entry: Entry) -> str:
    """All that the catalogue says of a document; not where the library lies."""
    said = (entry.id, entry.language, entry.title, entry.kind, entry.issuer, entry.date, entry.edition)
    return repr((said, entry.implements, entry.translates, entry.quotes))


def _of(shelf: Shelf) -> list[str]:
    return [part for entry, document in shelf for part in (_told(entry), document.hash)]


def _between(shelf: Shelf) -> str:
    return f"{shelf[0][0].id} … {shelf[-1][0].id}" if len(shelf) > 1 else shelf[0][0].id


def _weight(shelf: Shelf, read: _Read) -> int:
    return read.weight(*(entry for entry, _ in shelf))


def _segmenting(shelf: Shelf, read: _Read, engine: EngineName) -> Segmenting:
    return Segmenting(
        key=_key("segment", "index", (engine, *_of(shelf))),
        what=_between(shelf),
        weight=_weight(shelf, read) // 2,
        shelf=shelf,
        engine=engine,
    )


def _stretching(shelf: Shelf, read: _Read) -> Stretching:
    return Stretching(
        key=_key("stretch", "site", _of(shelf)),
        what=_between(shelf),
        weight=_weight(shelf, read),
        shelf=shelf,
    )


def _binding(place: int, volume: Sequence[Stretching]) -> Binding:
    return Binding(
        key=_key("pages", "site", ("volume", str(place), *(one.key.hash for one in volume))),
        what="search",
        weight=10 + sum(one.weight for one in volume) // 5,
        place=place,
        stretches=tuple(one.key for one in volume),
    )


def _noting(pairs: Sequence[Pair], read: _Read, compared: Mapping[tuple[str, str], Key]) -> Iterator[Noting]:
    for (pair, beside), row in zip(of_one_text(pairs), have_rows(pairs), strict=True):
        shelf = read.shelf((*(one.base.id for one in beside), pair.target.id))
        told = tuple((one, compared[one.ids]) for one in beside)
        of = (part for one, made in told for part in (*one.ids, made.hash))
        editions = (entry.edition for entry, _ in shelf)
        made_from = (*pair.ids, pair.relation, *(document.hash for _, document in shelf), *editions, *of, str(row))
        yield Noting(
            key=_key("card", "site", made_from),
            what=" ↔ ".join(pair.ids),
            weight=15,
            pair=pair,
            shelf=shelf,
            compared=told,
            row=row,
        )


def _listing(shelf: Shelf, read: _Read) -> Listing:
    return Listing(
        key=_key("list", "site", (document.hash for _, document in shelf)),
        what=_between(shelf),
        weight=_weight(shelf, read) // 4,
        shelf=shelf,
    )


def _opening(entries: Sequence[Entry], listing: Sequence[Listing], noting: Sequence[Noting], volumes: int) -> Opening:
    made_from = (*map(_told, entries), *(one.key.hash for one in listing), *(one.key.hash for one in noting))
    return Opening(
        key=_key("pages", "site", ("start", str(volumes), *made_from)),
        what="start",
        weight=100,
        entries=tuple(entries),
        lists=tuple(one.key for one in listing),
        cards=tuple((one.pair, one.key) for one in noting),
        volumes=volumes,
    )


def _showing(
    pairs: Sequence[Pair], read: _Read, compared: Mapping[tuple[str, str], Key], opens_in: Language | None
) -> Iterator[Showing]:
    for part in parts(read.entries, pairs, opens_in):
        shelf = read.shelf(part.documents)
        shown = tuple((pair, compared[pair.ids]) for pair in part.pairs)
        made_from = (" ".join((*pair.ids, pair.relation, of.hash)) for pair, of in shown)
        yield Showing(
            key=_key("pages", "site", (part.subject, str(part.place), part.opens_in or "", *_of(shelf), *made_from)),
            what=" ".join((part.subject, *part.documents[: 2 if part.subject == "comparison" else 1])),
            weight=10 + _weight(shelf, read) // 2,
            part=part,
            shelf=shelf,
            compared=shown,
        )


def _with_origins(task: Showing, beside: Mapping[str, Counterparts] | None, standing: Mapping[str, str]) -> Showing:
    """The page of a document as one of what stands beside its provisions, too."""
    name = task.part.documents[0]
    if beside is None:
        digest = standing.get(name, "")
        return replace(task, key=key("pages", (task.key.hash, digest)), digest=digest)
    from policydiff.site import shown  # not before the documents are read: it loads what makes pages

    rest = tuple(sorted(shown(beside.get(name, {}), task.part.documents[1:]).items()))
    digest = key("beside", map(repr, rest)).hash
    return replace(task, key=key("pages", (task.key.hash, digest)), rest=rest, digest=digest)
