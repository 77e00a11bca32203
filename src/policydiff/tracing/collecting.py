"""The documents of a library → Collection; what has not changed is taken from the collection that was made before.

before   a.1 a.2 | b.1 b.2 | c.1            b.2 has changed, d has come
now      a.1 a.2 | b.1 b.2'| c.1 | d.1      read: b and d; taken apart for the index: b.2' and d.1
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

import numpy as np

from policydiff.library import Entry, sha256_of
from policydiff.library.describe import describe
from policydiff.library.editions import Shelved, said_by
from policydiff.model import Document, Language
from policydiff.tracing.collection import Collection, Holding, ProvisionColumns, Unit, units_of
from policydiff.tracing.index import GONE, Index, Numbers, indexed, indexed_again
from policydiff.tracing.texts import OneByOne, Texts


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
    parts = []
    for entry, state in zip(entries, states, strict=True):
        if before and state in known:
            parts.append((known[state], before.columns(known[state])))
        elif made := document(entry):
            parts.append(_part(entry, made, state[1]))
    now = _together(parts, before)
    return replace(now, index=index_of(now, before))


def _together(parts: Sequence[tuple[Holding, ProvisionColumns]], before: Collection | None) -> Collection:
    """The documents with their provisions, which are numbered through; it has the index of before, or an empty one."""
    firsts = [0, *accumulate(holding.provisions for holding, _ in parts)]
    held = [columns for _, columns in parts]
    return Collection(
        holdings=tuple(replace(holding, first=first) for (holding, _), first in zip(parts, firsts, strict=False)),
        eids=Texts.joined([columns.eids for columns in held]),
        labels=Texts.joined([columns.labels for columns in held]),
        texts=Texts.joined([columns.texts for columns in held]),
        stock=np.concatenate([np.zeros(0, bool), *(columns.stock for columns in held)]),
        index=before.index if before else indexed((), ()),
    )


def _columns(units: Sequence[Unit]) -> ProvisionColumns:
    return ProvisionColumns(
        eids=Texts.of(unit.eid for unit in units),
        labels=Texts.of(unit.label for unit in units),
        texts=Texts.of(unit.text for unit in units),
        stock=np.array([unit.stock for unit in units], bool),
    )


def index_of(now: Collection, before: Collection | None) -> Index:
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
        end, old_end = holding.numbers.stop, old.numbers.stop
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


def _part(entry: Entry, document: Document, sha256: str) -> tuple[Holding, ProvisionColumns]:
    """A document that is read now, with its provisions, from the first number on."""
    said = said_by(document, describe(document))
    edition = Shelved(entry, said)
    units = units_of(document)
    holding = Holding(
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
        first=0,
        provisions=len(units),
    )
    return holding, _columns(units)
