"""Words that only moved within a row: deleted here, inserted there, neither lost nor new.

    [-分会应当公开账目，-]每月修剪一次{+，分会应当公开账目+}
     └── move 1 ────────┘              └── move 1 ──────┘

A redline that shows both places as a loss and a gain makes its reader compare them word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policydiff.model import Edit
from policydiff.text import is_chinese
from policydiff.words import words

_LEAST = 12  # Chinese characters or Latin words: a shorter run is a stock phrase that stands everywhere
_LEAST_WHOLE = 5  # where it is a whole clause, or a whole element of a list, in both places
_MOST_PLACES = 8  # a word that stands in more places is no place to start from
_SEED = 2  # characters of a word from which a move is found
_CLAUSE = re.compile(r"[^\W_]+")  # what stands between marks


class _Word(NamedTuple):
    """A word of what a side alone has: in which edit, and where in the side's text. Thousands are made for a pair."""

    text: str
    edit: int
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the side's text."""
        return self.start + len(self.text)


class _Alone(NamedTuple):
    """The words that either side has alone, and the texts that they stand in."""

    deleted: Sequence[_Word]
    inserted: Sequence[_Word]
    base: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """A run of words that stands in both sides' changes: where in either list of words, and how many."""

    deleted: int
    inserted: int
    count: int
    size: int


def with_moves(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The redline with a number on what moved: the deleted and the inserted run of one number are the same words."""
    if not _may_have_moved(edits):
        return edits
    deleted, inserted = [*_words(edits, "delete", "insert")], [*_words(edits, "insert", "delete")]
    alone = _Alone(deleted, inserted, base=_side(edits, "insert"), target=_side(edits, "delete"))
    found = _chosen(_shared(alone))
    if not found:
        return edits
    places: dict[int, list[tuple[int, int, int]]] = {}
    offsets = _offsets(edits)
    for number, move in enumerate(found, start=1):
        for side, first in ((deleted, move.deleted), (inserted, move.inserted)):
            start, last = side[first], side[first + move.count - 1]
            at = start.start - offsets[start.edit]
            end = last.end - offsets[start.edit]
            places.setdefault(start.edit, []).append((at, end, number))
    return tuple(piece for k, edit in enumerate(edits) for piece in _cut(edit, sorted(places.get(k, ()))))


def _may_have_moved(edits: Sequence[Edit]) -> bool:
    """Whether both sides' changes share a clause, or a run long enough to be none: else nothing moved."""
    deleted, inserted = ("\n".join([edit.text for edit in edits if edit.op == op]) for op in ("delete", "insert"))
    if len(deleted) < _LEAST_WHOLE or len(inserted) < _LEAST_WHOLE:
        return False
    return not set(_CLAUSE.findall(deleted)).isdisjoint(_CLAUSE.findall(inserted)) or _shares_run(deleted, inserted)


def _shares_run(text: str, other: str) -> bool:
    """Whether a run of `_LEAST` characters stands in both texts: wherever it begins, it holds one of the half as long
    pieces that the text is cut into."""
    half = _LEAST // 2
    return any(
        text[start : start + _LEAST] in other
        for at in range(0, len(text) - half + 1, half)
        if text[at : at + half] in other
        for start in range(max(at - half, 0), min(at, len(text) - _LEAST) + 1)
    )


def _side(edits: Sequence[Edit], without: str) -> str:
    """The text of the side that does not have what this operation brings."""
    return "".join(edit.text for edit in edits if edit.op != without)


def _words(edits: Sequence[Edit], op: str, other: str) -> Iterator[_Word]:
    """The words of one side's changes."""
    at = 0
    for k, edit in enumerate(edits):
        start = at
        if edit.op == op:
            for word in words(edit.text):
                yield _Word(word, k, start)
                start += len(word)
        at += len(edit.text) * (edit.op != other)


def _offsets(edits: Sequence[Edit]) -> list[int]:
    """Where each edit starts in the text of its own side."""
    at = {"delete": 0, "insert": 0}
    out = []
    for edit in edits:
        out.append(at["insert" if edit.op == "insert" else "delete"])
        for side in at:
            at[side] += len(edit.text) * (edit.op in ("keep", side))
    return out


def _shared(alone: _Alone) -> Iterator[_Move]:
    """The longest runs of words that stand in one edit of either side, long enough to be worth a mark."""
    places: dict[str, list[int]] = {}
    for k, word in enumerate(alone.inserted):
        if len(word.text) >= _SEED:
            places.setdefault(word.text, []).append(k)
    reached: dict[int, int] = {}  # for each distance between the two places, how far its last run went
    for i, word in enumerate(alone.deleted):
        starts = places.get(word.text, ())
        for j in starts if len(starts) <= _MOST_PLACES else ():
            if reached.get(j - i, -1) <= i:
                first, end = _grown(alone, i, j)
                reached[j - i] = end
                if move := _move(alone, first, end, j - i):
                    yield move


def _grown(alone: _Alone, i: int, j: int) -> tuple[int, int]:
    """From where to where in `deleted` the words around two places are the same, within one edit of either side."""
    deleted, inserted = alone.deleted, alone.inserted
    within = deleted[i].edit, inserted[j].edit
    first, end, far = i, i + 1, j - i
    while first and first + far and _go_on(deleted[first - 1], inserted[first - 1 + far], within):
        first -= 1
    while end < len(deleted) and end + far < len(inserted) and _go_on(deleted[end], inserted[end + far], within):
        end += 1
    return first, end


def _go_on(one: _Word, other: _Word, within: tuple[int, int]) -> bool:
    """Whether the next words of both sides are the same and in these edits."""
    return one.text == other.text and (one.edit, other.edit) == within


def _move(alone: _Alone, first: int, end: int, far: int) -> _Move | None:
    """The run of `deleted`, which stands so `far` on in `inserted`, without the marks around it, if it is long
    enough."""
    deleted, inserted = alone.deleted, alone.inserted
    while first < end and not _says(deleted[first]):
        first += 1
    while end > first and not _says(deleted[end - 1]):
        end -= 1
    phrase = alone.base[deleted[first].start : deleted[end - 1].end] if first < end else ""
    if len(phrase) < _LEAST_WHOLE:
        return None
    if alone.base.count(phrase) > 1 or alone.target.count(phrase) > 1:
        return None  # what stands in several places is a name that clauses share, and not a passage that moved
    size = sum(map(_size, deleted[first:end]))
    whole = _stands_alone(alone.base, deleted[first], deleted[end - 1]) and _stands_alone(
        alone.target, inserted[first + far], inserted[end - 1 + far]
    )
    if size < (_LEAST_WHOLE if whole else _LEAST):
        return None
    return _Move(deleted=first, inserted=first + far, count=end - first, size=size)


def _says(word: _Word) -> bool:
    return any(map(str.isalnum, word.text))


def _size(word: _Word) -> int:
    """How much of a phrase a word is: its Chinese characters, or one for a Latin word or a number."""
    return sum(map(is_chinese, word.text)) or _says(word)


def _stands_alone(text: str, first: _Word, last: _Word) -> bool:
    """Whether marks of punctuation stand on both sides of a run, 、 among them."""
    around = text[: first.start].rstrip()[-1:], text[last.end :].lstrip()[:1]
    return not any(map(str.isalnum, around[0] + around[1]))


def _chosen(moves: Iterator[_Move]) -> list[_Move]:
    """The longest runs first, none over another; in the order of the base."""
    taken: set[tuple[str, int]] = set()
    out = []
    for move in sorted(moves, key=lambda move: (-move.size, move.deleted, move.inserted)):
        own = {("deleted", move.deleted + k) for k in range(move.count)}
        own |= {("inserted", move.inserted + k) for k in range(move.count)}
        if not own & taken:
            taken |= own
            out.append(move)
    return sorted(out, key=lambda move: move.deleted)


def _cut(edit: Edit, moves: Sequence[tuple[int, int, int]]) -> Iterator[Edit]:
    """An edit cut at the borders of what moved."""
    at = 0
    for start, end, number in moves:
        if at < start:
            yield edit._replace(text=edit.text[at:start])
        yield edit._replace(text=edit.text[start:end], move=number)
        at = end
    if at < len(edit.text):
        yield edit._replace(text=edit.text[at:])
