"""The redline: what was deleted and inserted, by word, so that a person can read it.

It would be correct, but ugly, to keep the single characters that two phrases happen to share:

    党[-政机关门户-]{+工委+}网站      and not      党政[-机-]{+工+}…

A kept run is given up where the changes on both of its sides are longer than it is (the rule of semantic cleanup in
Neil Fraser, "Diff strategies", 2006), unless it is a phrase.
"""

from __future__ import annotations

import re
from itertools import accumulate

from rapidfuzz.distance import Indel

from policydiff.model import Edit, Op
from policydiff.words import words

_LONGEST_SHRED = 6  # Chinese characters; an English word counts as four
_WORD = re.compile(r"[A-Za-z0-9]+|[^\W\dA-Za-z_]+")

_OPS: tuple[Op, Op, Op] = ("keep", "delete", "insert")
_Piece = tuple[str, str, str]  # kept, deleted, inserted: one after the other


def edits(base: str, target: str) -> tuple[Edit, ...]:
    """The redline from base to target: keep + delete give the base, keep + insert the target."""
    if base == target:
        return (Edit(op="keep", text=base),) if base else ()
    return tuple(
        Edit(op=op, text=text)
        for piece in _readable(_pieces(base, target))
        for op, text in zip(_OPS, piece, strict=True)
        if text
    )


def _pieces(base: str, target: str) -> list[_Piece]:
    """The shortest edit script by whole words, as pieces that each start with what is kept."""
    old, new = words(base), words(target)
    old_ends, new_ends = ([0, *accumulate(map(len, side))] for side in (old, new))
    out: list[_Piece] = []
    kept, i, j = "", 0, 0  # what is kept before the places in both texts up to which all is said
    for same in Indel.editops(old, new).as_matching_blocks():  # the last, of no words, stands at both ends
        start, end = old_ends[same.a], old_ends[same.a + same.size]
        out.append((kept, base[i:start], target[j : new_ends[same.b]]))
        kept, i, j = base[start:end], end, new_ends[same.b + same.size]
    return out


def _readable(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces with kept shreds given up, until none is left to give up."""
    out: list[tuple[_Piece, int]] = []  # each with how long its change is
    for piece in pieces:
        changed = _changed(piece)
        while out and _is_shred(piece[0], out[-1][1], changed):
            (first, before_deleted, before_inserted), _ = out.pop()
            kept, deleted, inserted = piece
            piece = (first, before_deleted + kept + deleted, before_inserted + kept + inserted)
            changed = _changed(piece)
        out.append((piece, changed))
    return [piece for piece, _ in out]


def _is_shred(kept: str, before: int, after: int) -> bool:
    """Whether what is kept between two changes, so long each, is too short to help the reader.

    A phrase that stands in both is kept, however much stands around it.
    """
    return 0 < len(kept) <= min(before, after) and _letters(kept) < _LONGEST_SHRED


def _changed(piece: _Piece) -> int:
    """How long a change is; blanks that came or went are no change to read."""
    _, deleted, inserted = piece
    return max(len(deleted.strip()), len(inserted.strip()))


def _letters(text: str) -> int:
    """How much of a phrase a text is: Chinese characters, and English words as four of them."""
    return sum(4 if word.isascii() else len(word) for word in _WORD.findall(text))
