"""The provisions of a library, ready to be traced to: what each document is, and an index of its articles.

    Holding       a document: what the library knows of it, and where its provisions begin
    Collection    all of them, their provisions, and the index over those

A provision here is an article, or a numbered point with all that is below it (alignment/units.py). Clauses that every
rule has, who interprets it and when it enters into force, are held and shown but stand in no index: they are alike
everywhere and come from nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.roles import roles
from policydiff.alignment.units import units
from policydiff.eid import labels
from policydiff.library import Entry, sha256_of
from policydiff.library.describe import describe
from policydiff.library.editions import Shelved, said_by
from policydiff.model import Document, DocumentKind, Language
from policydiff.tracing.index import GONE, Index, Numbers, indexed, indexed_again
from policydiff.tracing.texts import OneByOne, Texts

STOCK = ("force", "interpretation")
LONGEST_STOCK = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A provision that is traced. One that is `stock` comes from nowhere."""

    eid: str
    label: str
    text: str
    stock: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A document of the library; its `key` is the same for all editions of one rule.

    `bases` are the titles that it says it rests on, `implements` the ids that corpus.toml names; `date` is when it was
    made, `effective` when it says that it enters into force. As long as `sha256`, that of its file, and `told`, what
    the catalogue says, are the same, so is what is held. Its provisions are numbered from `first`.
    """

    id: str
    title: str
    key: str
    kind: DocumentKind
    language: Language
    date: str
    effective: str
    sha256: str
    told: str
    bases: tuple[str, ...]
    implements: tuple[str, ...]
    first: int
    provisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Provisions as a collection holds them."""

    eids: Texts
    labels: Texts
    texts: Texts
    stock: NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Collection:
    """The documents in the order of the library; provision n is cited `labels[n]` and says `texts[n]`."""

    holdings: tuple[Holding, ...]
    eids: Texts
    labels: Texts
    texts: Texts
    stock: NDArray[np.bool_]
    index: Index

    @cached_property
    def owner(self) -> Numbers:
        """The document of each provision."""
        return np.repeat(np.arange(len(self.holdings)), [holding.provisions for holding in self.holdings])

    @cached_property
    def by_id(self) -> dict[str, Holding]:
        """Each document by its id."""
        return {holding.id: holding for holding in self.holdings}

    def holding(self, number: int) -> Holding:
        """The document of a provision."""
        return self.holdings[int(self.owner[number])]

    def among(self, holdings: Iterable[Holding]) -> NDArray[np.bool_]:
        """Which provisions are of these documents."""
        out = np.zeros(len(self.texts), bool)
        for holding in holdings:
            out[holding.first : holding.first + holding.provisions] = True
        return out

    def columns(self, holding: Holding) -> Columns:
        """A document's provisions, to be held in another collection."""
        first, end = holding.first, holding.first + holding.provisions
        eids, labels, texts = (column.between(first, end) for column in (self.eids, self.labels, self.texts))
        return Columns(eids=eids, labels=labels, texts=texts, stock=np.asarray(self.stock)[first:end])

    def units(self, holding: Holding) -> list[Unit]:
        """A document's provisions."""
        span = range(holding.first, holding.first + holding.provisions)
        return [
            Unit(eid=self.eids[n], label=self.labels[n], text=self.texts[n], stock=bool(self.stock[n])) for n in span
        ]

    def place(self, holding: Holding, eid: str) -> int | None:
        """The number of a document's provision of that eid."""
        span = range(holding.first, holding.first + holding.provisions)
        return next((n for n in span if self.eids[n] == eid), None)


def units_of(document: Document) -> list[Unit]:
    """The provisions of a document that are traced, in reading order."""
    found = units(document)
    named = labels(document)
    stock = {found.owner[leaf] for role, leaf in roles(found, document.language).items() if role in STOCK}
    return [
        Unit(
            eid=eid,
            label=named.get(eid, eid),
            text=text,
            stock=k in stock and len(text) <= LONGEST_STOCK,
        )
        for k, (eid, text) in enumerate(zip(found.eids, found.texts(), strict=True))
    ]


def collected(
    entries: Sequence[Entry],
    document: Callable[[Entry], Document | None],
    before: Collection | None = None,
    sha256: Callable[[Entry], str] = lambda entry: sha256_of(entry.path),
) -> Collection:
    """The provisions of the documents, indexed; `document` reads one, or gives None where it cannot be read, and
    `sha256` is the hash of its file.

    What an earlier collection holds of a file and an entry that are as they were is taken from it.
    """
    known = {(holding.id, holding.sha256, holding.told): holding for holding in before.holdings} if before else {}
    states = [(entry.id, sha256(entry), _told(entry)) for entry in entries]
    if before and states == list(known):
        return before
    holdings: list[Holding] = []
    held: list[Columns] = []
    first = 0
    for entry, state in zip(entries, states, strict=True):
        if before and state in known:
            held.append(before.columns(known[state]))
            holdings.append(replace(known[state], first=first))
        elif made := document(entry):
            held.append(_columns(units_of(made)))
            holdings.append(_holding(entry, made, state[1], first, len(held[-1].stock)))
        else:
            continue
        first += holdings[-1].provisions
    now = Collection(
        holdings=tuple(holdings),
        eids=Texts.joined([columns.eids for columns in held]),
        labels=Texts.joined([columns.labels for columns in held]),
        texts=Texts.joined([columns.texts for columns in held]),
        stock=np.concatenate([np.zeros(0, bool), *(columns.stock for columns in held)]),
        index=before.index if before else indexed((), ()),
    )
    return replace(now, index=_indexed(now, before))


def _columns(units: Sequence[Unit]) -> Columns:
    return Columns(
        eids=Texts.of(unit.eid for unit in units),
        labels=Texts.of(unit.label for unit in units),
        texts=Texts.of(unit.text for unit in units),
        stock=np.array([unit.stock for unit in units], bool),
    )


def _indexed(now: Collection, before: Collection | None) -> Index:
    """The index of all provisions but stock; what an earlier collection held is not taken apart again."""
    words, languages = _Words(now), _languages(now)
    if before is None:
        return indexed(words, languages)
    moved = places(before, now)
    gone = np.flatnonzero(moved == GONE).tolist()
    words_before, languages_before = _Words(before), _languages(before)
    of_gone = [words_before[n] for n in gone], [languages_before[n] for n in gone]
    return indexed_again(before.index, moved, of_gone, words, languages)


class _Words(OneByOne):
    """The words by which each provision of a collection is found; none of stock."""

    def __init__(self, collection: Collection) -> None:
        self._texts, self._stock = collection.texts, collection.stock

    def __len__(self) -> int:
        return len(self._texts)

    def text(self, at: int) -> str:
        """The words of that provision."""
        return "" if self._stock[at] else self._texts[at]


def _languages(collection: Collection) -> list[Language]:
    """The language of each provision."""
    return [language for one in collection.holdings for language in [one.language] * one.provisions]


def places(before: Collection, now: Collection) -> Numbers:
    """For each provision of a collection its place in a later one; `GONE` for what is not there as it was."""
    out = np.full(len(before.texts), GONE, np.int64)
    for holding in now.holdings:
        old = before.by_id.get(holding.id)
        if old is None or old.language != holding.language:
            continue
        first, last = _same_at_ends(before, old, now, holding)
        out[old.first : old.first + first] = np.arange(holding.first, holding.first + first)
        end, old_end = holding.first + holding.provisions, old.first + old.provisions
        out[old_end - last : old_end] = np.arange(end - last, end)
    return out


def _same_at_ends(before: Collection, old: Holding, now: Collection, new: Holding) -> tuple[int, int]:
    """How many provisions a document begins with that it had before, and how many of the others it ends with."""
    if (old.sha256, old.told, old.provisions) == (new.sha256, new.told, new.provisions):
        return new.provisions, 0
    one, other = ([(unit.text, unit.stock) for unit in held.units(of)] for held, of in ((before, old), (now, new)))
    first = _alike(zip(one, other, strict=False))
    return first, _alike(zip(reversed(one[first:]), reversed(other[first:]), strict=False))


def _alike(pairs: Iterator[tuple[object, object]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _told(entry: Entry) -> str:
    """What the catalogue says of a document."""
    return repr((entry.language, entry.kind, entry.title, entry.date, entry.implements))


def _holding(entry: Entry, document: Document, sha256: str, first: int, provisions: int) -> Holding:
    said = said_by(document, describe(document))
    edition = Shelved(entry, said)
    return Holding(
        id=entry.id,
        title=edition.title,
        key=edition.key,
        kind=entry.kind,
        language=document.language,
        date=edition.date,
        effective=edition.effective,
        sha256=sha256,
        told=_told(entry),
        bases=said.bases,
        implements=entry.implements,
        first=first,
        provisions=provisions,
    )
