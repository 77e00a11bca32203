"""Blanks as a browser shows them: those of a line's source are one, and those at its ends none."""

from __future__ import annotations

import re
from itertools import groupby

from policydiff.ingest.content import Run, merged
from policydiff.model import HintKind

_BLANKS = re.compile("[ \t\n\r\f]+")
_SET_SOLID = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")  # Chinese characters, marks, full-width forms

Piece = tuple[str, HintKind | None, bool]  # characters, their kind, whether they are a link


def collapsed(gathered: list[Piece]) -> tuple[list[Run], int]:
    """The runs of a line, blanks as a browser shows them, and how many characters of them are in links."""
    runs: list[Run] = []
    linked, blank = 0, True
    for (kind, is_link), pieces in groupby(gathered, key=lambda piece: piece[1:]):
        text = _BLANKS.sub(_blank, "".join(piece[0] for piece in pieces))
        text = text[1:] if blank and text.startswith(" ") else text
        if text:
            blank = text.endswith(" ")
            linked += len(text) if is_link else 0
            runs.append(Run(text=text, kind=kind))
    while runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        runs += [Run(text=last.text.rstrip(" "), kind=last.kind)] if last.text.rstrip(" ") else []
    return list(merged(runs)), linked


def _blank(found: re.Match[str]) -> str:
    """A run of blanks as one; a line end between two characters that Chinese sets without a blank is none."""
    before, after = found.string[found.start() - 1 : found.start()], found.string[found.end() : found.end() + 1]
    broken = "\n" in found.group() or "\r" in found.group()
    return "" if broken and _SET_SOLID.match(before) and _SET_SOLID.match(after) else " "
