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

from policydiff.model import Edit
from policydiff.words import printed_words

_LONGEST_SHRED = 6  # Chinese characters; an English word counts as four
_WORD = re.compile(r"[A-Za-z0-9]+|[^\W\dA-Za-z_]+")

_Change = tuple[int, int, int, int]  # from where to where in the base is deleted, and in the target inserted


def edits(base: str, target: str) -> tuple[Edit, ...]:
    """The redline from base to target: keep + delete give the base, keep + insert the target."""
    if base == target:
        return (Edit(op="keep", text=base),) if base else ()
    out, kept = [], 0
    for start, end, new_start, new_end in _readable(_changes(base, target), base, target):
        if kept < start:
            out.append(Edit(op="keep", text=base[kept:start]))
        if start < end:
            out.append(Edit(op="delete", text=base[start:end]))
        if new_start < new_end:
            out.append(Edit(op="insert", text=target[new_start:new_end]))
        kept = end
    if kept < len(base):
        out.append(Edit(op="keep", text=base[kept:]))
    return tuple(out)


def _changes(base: str, target: str) -> list[_Change]:
    """What the shortest edit script by whole words changes, in reading order; between two changes words are kept."""
    old, new = printed_words(base), printed_words(target)
    old_ends, new_ends = ([0, *accumulate(map(len, side))] for side in (old, new))
    out: list[_Change] = []
    start = new_start = 0
    for a, b, size in Indel.editops(old, new).as_matching_blocks():  # the last, of no words, stands at both ends
        if start < old_ends[a] or new_start < new_ends[b]:
            out.append((start, old_ends[a], new_start, new_ends[b]))
        start, new_start = old_ends[a + size], new_ends[b + size]
    return out


def _readable(changes: list[_Change], base: str, target: str) -> list[_Change]:
    """The changes with kept shreds between them given up, until none is left to give up."""
    out: list[tuple[_Change, int]] = []  # each with how long it is
    for start, end, new_start, new_end in changes:
        size = _size(base[start:end], target[new_start:new_end])
        while out and _is_shred(base[out[-1][0][1] : start], out[-1][1], size):
            (start, _, new_start, _), _ = out.pop()
            size = _size(base[start:end], target[new_start:new_end])
        out.append(((start, end, new_start, new_end), size))
    return [change for change, _ in out]


def _is_shred(kept: str, before: int, after: int) -> bool:
    """Whether what is kept between two changes, so long each, is too short to help the reader.

    A phrase that stands in both is kept, however much stands around it.
    """
    return len(kept) <= before and len(kept) <= after and _letters(kept) < _LONGEST_SHRED


def _size(deleted: str, inserted: str) -> int:
    """How long a change is; blanks that came or went are no change to read."""
    return max(len(deleted.strip()), len(inserted.strip()))


def _letters(text: str) -> int:
    """How much of a phrase a text is: Chinese characters, and English words as four of them."""
    return sum([4 if word.isascii() else len(word) for word in _WORD.findall(text)])
