"""Signs that set a line off (• 染须的备案): no words of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policydiff.model import Language, Residue, Span
from policydiff.parsing.line import BLANKS, Line

_BULLETS, _BEHIND_BULLETS = frozenset("•●◆■▪◦‣➢❖·*-–—+"), frozenset(BLANKS)
_SIGNS, _NEAR = frozenset("·*-–—+"), 3  # what is a bullet only near another, and how near, in lines


def without_bullets(lines: tuple[Line, ...], language: Language) -> tuple[tuple[Line, ...], list[Residue]]:
    """The lines without the signs that set some of them off, and these signs."""
    bulleted = [at for at, line in enumerate(lines) if line.text[0] in _BULLETS and _has_bullet(line)]
    listed = {at for at in bulleted if _sets_off(lines, at)}
    if not listed:
        return lines, []
    bare = tuple([_without_bullet(line, language) if at in listed else line for at, line in enumerate(lines)])
    starts = (lines[at].start for at in sorted(listed))
    return bare, [Residue(span=Span(start, start + 1), reason="syntax") for start in starts]


def is_bullet(words: str) -> bool:
    return words[0] in _BULLETS and words[1:2] in _BEHIND_BULLETS


def _has_bullet(line: Line) -> bool:
    """Whether a sign that only sets a line off stands before its words."""
    return is_bullet(line.text[:2]) and not line.row


def _sets_off(lines: Sequence[Line], at: int) -> bool:
    """Whether the sign before the words of a line is a bullet. One that might be a sign of words (- 5 度以下) is one
    where another stands near it and no number follows."""
    sign, words = lines[at].text[0], lines[at].text[1:].lstrip(BLANKS)
    if sign not in _SIGNS:
        return True
    near = range(max(at - _NEAR, 0), min(at + _NEAR + 1, len(lines)))
    is_number = words[:1].isnumeric()
    return not is_number and any(n != at and lines[n].text.startswith(sign) and _has_bullet(lines[n]) for n in near)


def _without_bullet(line: Line, language: Language) -> Line:
    words = line.text[1:].lstrip(BLANKS)
    return replace(line.with_words(line.end - len(words), line.end, words, language), listed=True)
