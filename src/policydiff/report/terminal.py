"""Text on a terminal: what may be shown of it, how wide it is, where its lines break, how it is coloured.

The following hold for everything that goes through `visible`: nothing that `policydiff.text.is_hidden` names, no
control character, no direction override and no invisible character, reaches the terminal or a file; each is shown as
its escape instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from policydiff.model import Edit, Language, Op
from policydiff.text import BETWEEN_CELLS, is_hidden

Style = Literal["plain", "strong", "dim", "unchanged", "changed", "omitted", "added", "delete", "insert"]

_CODES: dict[Style, str] = {
    "plain": "",
    "strong": "1",
    "dim": "2",
    "unchanged": "2",
    "changed": "33",
    "omitted": "31",
    "added": "32",
    "delete": "31;9",
    "insert": "32;4",
}
_STYLE: dict[Op, Style] = {"keep": "plain", "delete": "delete", "insert": "insert"}
_MARKS: dict[Style, tuple[str, str]] = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}
_OPENING, _CLOSING = (frozenset(marks) for marks in zip(*_MARKS.values(), strict=True))
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_NOT_AT_START = frozenset("，。、；：？！）》〉」』】〕”’…—·,.;:?!)]}%")
_NOT_AT_END = frozenset("（《〈「『【〔“‘([{")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in one style; `move` is the number of a deletion or insertion that only moved."""

    text: str
    style: Style = "plain"
    move: int = 0

    @property
    def moved(self) -> tuple[str, str]:
        """What to print before and after the words where they moved: 1→ before what came, →1 after what went."""
        if not self.move:
            return "", ""
        return (f"{self.move}→", "") if self.style == "insert" else ("", f"→{self.move}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How and for whom lines are set, and the words of what is set, in both languages."""

    colour: bool
    ui: Language
    columns: int | None
    words: Mapping[str, Mapping[Language, str]]

    def word(self, key: str, **values: object) -> str:
        return self.words[key][self.ui].format(**values)

    def lines(self, *runs: Run, indent: int = 0) -> list[str]:
        return paragraph(runs, columns=self.columns, indent=indent, colour=self.colour)


def edited(edit: Edit) -> Run:
    """A run of a redline as it is shown."""
    return Run(text=visible(edit.text), style=_STYLE[edit.op], move=edit.move)


def visible(text: str) -> str:
    """The text on one line with every character that is not to be printed shown as its escape, a bar between the cells
    of a row."""
    return "".join(_shown(char) for char in _BLANKS.sub(" ", text.replace("\t", BETWEEN_CELLS)))


def _shown(char: str) -> str:
    if not is_hidden(char):
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width(text: str) -> int:
    """How many columns a visible text takes."""
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Me":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def paint(runs: Iterable[Run], *, colour: bool) -> str:
    """The runs as one string: in colour, or with `[-…-]` and `{+…+}` around what is deleted and inserted."""
    return "".join(_coloured(run) if colour else _marked(run) for run in map(signed, runs))


def _coloured(run: Run) -> str:
    code = _CODES[run.style]
    return f"\x1b[{code}m{run.text}\x1b[0m" if code and run.text else run.text


def _marked(run: Run) -> str:
    opening, closing = _MARKS.get(run.style, ("", ""))
    return f"{opening}{run.text}{closing}" if run.text else ""


def signed(run: Run) -> Run:
    """The run with the sign of its move in its text."""
    before, after = run.moved
    return Run(text=f"{before}{run.text}{after}", style=run.style) if run.text else run


def beside_signs(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with the signs of moves as runs of their own, so that what strikes the words out does not hide them."""
    for run in runs:
        before, after = run.moved
        yield from (one for one in (_sign(before), run, _sign(after)) if one.text)


def _sign(words: str) -> Run:
    return Run(text=words, style="strong")


def paragraph(runs: Iterable[Run], *, columns: int | None, indent: int, colour: bool) -> list[str]:
    """The runs as indented lines no wider than `columns`; one line where that is None."""
    whole = [signed(run) for run in runs if run.text]
    if not colour:
        whole = [Run(text=_marked(run)) for run in whole]
    lines = [whole] if columns is None else list(_broken(whole, max(columns - indent, 20)))
    return [" " * indent + paint(line, colour=colour) for line in lines]


def _broken(runs: list[Run], columns: int) -> Iterator[list[Run]]:
    """Lines of at most so many columns: Chinese breaks between characters, Latin words stay whole."""
    line: list[Run] = []
    used = 0
    for first, *rest in _together(runs):
        behind = "".join(run.text for run in rest)
        if used and used + width((first.text + behind).rstrip()) > columns:
            yield _trimmed(line)
            line, used = [], 0
            first = Run(text=first.text.lstrip(), style=first.style)
        line += [first, *rest]
        used += width(first.text + behind)
    yield _trimmed(line)


def _together(runs: list[Run]) -> Iterator[list[Run]]:
    """What a line is not broken within: pieces of a run, and with them the mark that closes them in the next one."""
    held: list[Run] = []
    for text, style in _pieces(runs):
        if held and not (text[0] in _NOT_AT_START or held[-1].text[-1] in _NOT_AT_END):
            yield held
            held = []
        held.append(Run(text=text, style=style))
    if held:
        yield held


def _pieces(runs: list[Run]) -> Iterator[tuple[str, Style]]:
    """What of a run a line is not broken within; a closing mark stays with what precedes it."""
    for run in runs:
        start = 0
        for at in range(1, len(run.text)):
            if _may_break(run.text[at - 1], run.text[at]) and not _is_marked(run.text, at):
                yield run.text[start:at], run.style
                start = at
        if run.text:
            yield run.text[start:], run.style


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_AT_START or before in _NOT_AT_END or after == " ":
        return False
    return before == " " or _columns(before) == 2 or _columns(after) == 2


def _is_marked(text: str, at: int) -> bool:
    """Whether a place is just within the marks of what is deleted or inserted, which stay with its words."""
    return text[max(0, at - 2) : at] in _OPENING or text[at : at + 2] in _CLOSING


def _trimmed(line: list[Run]) -> list[Run]:
    """The line with neighbours of one style joined and without the blanks at its end."""
    joined: list[Run] = []
    for run in line:
        if joined and joined[-1].style == run.style:
            joined[-1] = Run(text=joined[-1].text + run.text, style=run.style)
        else:
            joined.append(run)
    if joined:
        joined[-1] = Run(text=joined[-1].text.rstrip(), style=joined[-1].style)
    return joined
