"""The documents of a library, for the terminal: one a line, or a few lines each where the terminal is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.library import RELATIONS, Entry
from policydiff.model import Language
from policydiff.report.terminal import Run, paragraph, visible, width
from policydiff.wording import KIND, LANGUAGE, RELATION

_BRACKETS: dict[Language, tuple[str, str, str]] = {"zh": ("（", "、", "）"), "en": ("(", ", ", ")")}


def render(entries: Sequence[Entry], *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """Of each document its id, kind, language, title and what it is compared with, as text that ends in a newline."""
    lines = list(_in_columns(entries, ui))
    if columns and any(width(line) > columns for line in lines):
        lines = [line for entry in entries for line in _below(entry, colour=colour, ui=ui, columns=columns)]
    return "".join(f"{line}\n" for line in lines)


def _in_columns(entries: Sequence[Entry], ui: Language) -> Iterator[str]:
    """A document a line, with the first three in columns."""
    rows = [_classed(entry, ui) for entry in entries]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for entry, row in zip(entries, rows, strict=True):
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join([*padded, " ".join(_described(entry, ui))]).rstrip()


def _below(entry: Entry, *, colour: bool, ui: Language, columns: int) -> Iterator[str]:
    """A document for a narrow terminal: its id, kind and language, below them the rest."""
    yield "  ".join(_classed(entry, ui))
    for words in _described(entry, ui):
        yield from paragraph([Run(text=words)], columns=columns, indent=4, colour=colour)


def _classed(entry: Entry, ui: Language) -> tuple[str, str, str]:
    return entry.id, KIND[entry.kind][ui], LANGUAGE[entry.language][ui]


def _described(entry: Entry, ui: Language) -> list[str]:
    opening, separator, closing = _BRACKETS[ui]
    related = (
        f"{opening}{RELATION[relation][ui]} {separator.join(ids)}{closing}"
        for relation in RELATIONS
        if (ids := entry.related(relation))
    )
    return [visible(words) for words in (entry.title, *related) if words]
