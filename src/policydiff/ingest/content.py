"""What a format's reader hands on: the text as it reads, and what the format says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from policydiff.model import Hint, HintKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A document's text and the hints on it, in order, none over another; `encoding` where the file is characters,
    `tracked` the stretches of tracked changes where the format has such."""

    text: str
    hints: tuple[Hint, ...] = ()
    encoding: str = ""
    tracked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text of one kind; None is the document's own words."""

    text: str
    kind: HintKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph as a reader puts it together; `rank` is that of a heading, or 0; `row` is a piece of a table that has
    no tab to show it."""

    runs: tuple[Run, ...]
    rank: int = 0
    row: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table: the first column it stands in, how many it spans, and its lines that have text."""

    column: int
    lines: tuple[Line, ...]
    span: int = 1

    @property
    def text(self) -> str:
        return "".join(line.text.strip() for line in self.lines)


Rows = Sequence[Sequence[Cell]]  # of a table


def hint_at(start: int, end: int, kind: HintKind) -> Hint:
    """A hint on [start, end) of a text."""
    return Hint(span=Span(start=start, end=end), kind=kind)


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbouring runs of one kind as one."""
    alike = groupby(runs, key=lambda run: run.kind)
    return tuple(Run(text="".join(run.text for run in same), kind=kind) for kind, same in alike)


def joined(lines: Iterable[Line]) -> Content:
    """The lines as one text, each ending in a line feed, with a hint for every run that is not plain words."""
    parts: list[str] = []
    hints: list[Hint] = []
    at = 0
    for line in lines:
        for run in line.runs:
            parts.append(run.text)
            if run.text.strip() and (run.kind or line.rank or line.row):
                span = Span(start=at, end=at + len(run.text))
                kind = run.kind or ("heading" if line.rank else "row")
                hints.append(Hint(span=span, kind=kind, rank=line.rank if kind == "heading" else 0))
            at += len(run.text)
        parts.append("\n")
        at += 1
    return Content(text="".join(parts), hints=tuple(hints))
