"""The comparison table as Markdown, as GitHub shows it: a table, or a list where cells would be too long to read.

Insertions are `<ins>` and bold, deletions `<del>`: the asterisks and tildes of Markdown do not work between Chinese
characters and punctuation. Nothing in the text of a document becomes markup.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from policydiff.model import Comparison, Lack, Language
from policydiff.report.notes import Note
from policydiff.report.table import Passage, Table, TableLine
from policydiff.report.terminal import Run, beside_signs, width
from policydiff.report.writer import Dates, table
from policydiff.wording import AND, COLON

LONGEST_CELL = 700  # columns of a terminal, two to a Chinese character
_ESCAPED = re.compile(r"([\\`*_\[\]~$])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"})
# What GitHub makes links, mentions and pictures of even where it is escaped: an empty comment keeps its parts apart.
_JOINED = re.compile(r"(?<=[@#:])(?=\S)|(?<=www)(?=\.)", re.IGNORECASE)
_APART = "<!-- -->"
_MARKS = {"insert": ("<ins><b>", "</b></ins>"), "delete": ("<del>", "</del>"), "strong": ("<b>", "</b>")}


def render(
    comparison: Comparison, *, ui: Language, date: datetime.date, lack: Lack = "omitted", dates: Dates = ("", "")
) -> str:
    """The comparison as Markdown that ends in a newline, in the interface's language; `lack` and `dates` are those of
    `table`."""
    made = table(comparison, ui=ui, date=date, lack=lack, dates=dates)
    body = _list(made) if any(_longest(line) > LONGEST_CELL for line in made.lines) else _grid(made)
    return "\n".join([*_head(made), *body, *_listed(made.word("whole"), made.whole, made)])


def escaped(words: str) -> str:
    """Words as Markdown that shows them as they are, wherever in a line but at its start they stand."""
    apart = (_ESCAPED.sub(r"\\\1", piece.translate(_ENTITIES)) for piece in _JOINED.split(words))
    return _APART.join(apart)


def _runs(runs: Iterable[Run]) -> str:
    """Words with their marks."""
    out = []
    for run in beside_signs(runs):
        opening, closing = _MARKS.get(run.style, ("", ""))
        out.append(f"{opening}{escaped(run.text)}{closing}")
    return "".join(out)


def _bold(words: str) -> str:
    return _runs([Run(text=words, style="strong")])


def _head(made: Table) -> Iterator[str]:
    colon = COLON[made.ui]
    yield f"# {made.word('title')}"
    yield ""
    for name, said in made.head:
        yield f"- {_bold(name + colon)}{escaped(said)}"
    if made.later:
        yield f"- {escaped(made.later)}"
    yield from (f"- {escaped(said)}" for said in made.notices)
    yield f"- {escaped(made.summary)}"
    if made.first:
        yield f"- {escaped(made.first)}"
    yield f"- {_bold(made.word('marks') + colon)}{_runs(made.key)}"
    if made.legend:
        yield f"- {_bold(made.word('terms') + colon)}{escaped(made.legend)}"
    yield ""
    yield from _listed(made.newly_set_head, made.newly_set, made)


def _listed(head: str, notes: Sequence[Note], made: Table) -> Iterator[str]:
    if not notes:
        return
    yield f"## {head}"
    yield ""
    for note in notes:
        yield f"- {_note(note, made)}"
    yield ""


# --------------------------------------------------------------------------------------------- table


def _longest(line: TableLine) -> int:
    """How much stands in the longest cell of a row."""
    sides = (sum(width(passage.label + passage.text) for passage in side) for side in (line.base, line.target))
    return max(*sides, sum(width(note.head + note.words) for note in line.notes))


def _grid(made: Table) -> Iterator[str]:
    yield _cells(map(escaped, made.heads))
    yield _cells(["--:", "---", "---", ":-:", "---"])
    for line in made.lines:
        kind = "<br>".join(map(escaped, (line.kind, *line.shapes)))
        sides = (_side(line.base, made, "<br>"), _side(line.target, made, "<br>"))
        yield _cells(
            [line.numbers or str(line.number), *sides, kind, "<br>".join(_note(note, made) for note in line.notes)]
        )
    yield ""


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _side(passages: Sequence[Passage], made: Table, between: str) -> str:
    if not passages:
        return escaped(made.word("absent"))
    return between.join(_passage(passage) for passage in passages)


def _passage(passage: Passage) -> str:
    trail = f"{_bold(passage.trail)}<br>" if passage.trail else ""
    return f"{trail}{_bold(passage.label)} {_runs(passage.runs)}".strip()


def _note(note: Note, made: Table) -> str:
    return f"{_bold(note.head + COLON[made.ui])}{escaped(note.words)}"


# ---------------------------------------------------------------------------------------------- list


def _list(made: Table) -> Iterator[str]:
    _, base, target, _, notes = made.heads
    colon = COLON[made.ui]
    for line in made.lines:
        yield f"## {line.numbers or line.number}. {escaped(AND[made.ui].join((line.kind, *line.shapes)))}"
        yield ""
        yield f"- {_bold(base + colon)}{_side(line.base, made, '<br>')}"
        yield f"- {_bold(target + colon)}{_side(line.target, made, '<br>')}"
        if line.notes:
            yield f"- {_bold(notes + colon)}"
            yield from (f"  - {_note(note, made)}" for note in line.notes)
        yield ""
