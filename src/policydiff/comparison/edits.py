"""The redline: what was deleted and inserted, by word, so that a person can read it.

It would be correct, but ugly, to keep the single characters that two phrases happen to share:

    党[-政机关门户-]{+工委+}网站      and not      党政[-机-]{+工+}…

A kept run is given up where the changes on both of its sides are longer than it is (the rule of semantic cleanup in
Neil Fraser, "Diff strategies", 2006), unless it is a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from rapidfuzz.distance import Indel

from policydiff.model import Edit, Op
from policydiff.text import words

_LONGEST_SHRED = 6  # Chinese characters; an English word counts as four
_WORD = re.compile(r"[A-Za-z0-9]+|[^\W\dA-Za-z_]+")

_Piece = tuple[str, str, str]  # kept, deleted, inserted: one after the other


def edits(base: str, target: str) -> tuple[Edit, ...]:
    """The redline from base to target: keep + delete give the base, keep + insert the target."""
    if base == target:
        return (Edit(op="keep", text=base),) if base else ()
    pieces = _readable(_pieces(_tokens(base), _tokens(target)))
    runs: list[tuple[Op, str]] = []
    for kept, deleted, inserted in pieces:
        runs += [("keep", kept), ("delete", deleted), ("insert", inserted)]
    return tuple(
        Edit(op=op, text="".join(text for _, text in same))
        for op, same in groupby((run for run in runs if run[1]), key=lambda run: run[0])
    )


def _tokens(text: str) -> list[str]:
    """Words; what jieba gives back, every character in exactly one token."""
    return words(text)


def _pieces(base: Sequence[str], target: Sequence[str]) -> list[_Piece]:
    """The shortest edit script by whole words, as pieces that each start with what is kept."""
    out: list[_Piece] = []
    kept = deleted = inserted = ""
    for step in Indel.opcodes(base, target):
        old, new = base[step.src_start : step.src_end], target[step.dest_start : step.dest_end]
        if step.tag == "equal":
            if deleted or inserted:
                out.append((kept, deleted, inserted))
                kept = deleted = inserted = ""
            kept += "".join(old)
        else:
            deleted += "".join(old)
            inserted += "".join(new)
    return [*out, (kept, deleted, inserted)]


def _readable(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces with kept shreds given up, until none is left to give up."""
    out: list[_Piece] = []
    for piece in pieces:
        out.append(piece)
        while len(out) > 1 and _is_shred(out[-2], out[-1]):
            kept, deleted, inserted = out.pop()
            first, before_deleted, before_inserted = out.pop()
            out.append((first, before_deleted + kept + deleted, before_inserted + kept + inserted))
    return out


def _is_shred(before: _Piece, piece: _Piece) -> bool:
    """Whether what is kept between two changes is too short to help the reader."""
    kept, deleted, inserted = piece
    if not (deleted or inserted) or not kept:
        return False
    size = len(kept)
    if _letters(kept) >= _LONGEST_SHRED:
        return False  # a phrase that stands in both, however much stands around it
    earlier = max(len(changed.strip()) for changed in before[1:])  # blanks that came or went are no change to read
    return size <= earlier and size <= max(len(deleted.strip()), len(inserted.strip()))


def _letters(text: str) -> int:
    """How much of a phrase a text is: Chinese characters, and English words as four of them."""
    return sum(4 if word.isascii() else len(word) for word in _WORD.findall(text))
