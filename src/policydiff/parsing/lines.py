"""Source → lines: what is no provision is named and masked, the rest is left as lines to be read.

The following hold afterwards: the view is as long as the source, so that places in it are places in the source; every
masked character is \\0 in the view and stands in exactly one residue; lines neither overlap nor start or end blank.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from policydiff.expressions import expression
from policydiff.model import Language, Residue, ResidueReason, Source, Span
from policydiff.parsing import noise
from policydiff.parsing.markers import Marker, is_cited_in, is_division, is_title, is_word, marker_at
from policydiff.text import CLOSING, PAUSES, QUOTED, STOPS, simplified, skeleton

_ENDS = "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"  # of lines
_LATIN_ALONE = re.compile(r"(?=.*[A-Za-z])[\x00-\xff\u2010-\u2027]+")
_SETS_ANEW = re.compile(r"[。；：！？;:!?.]$")
# Where a title broken over two lines shows it.
_TITLE_GOES_ON, _TITLE_IS_OPEN = tuple("和与及或的、"), (*"和与及或的、", "或者")
# Half-width stops, and 笫, which is typed and scanned for 第 and is no word of a rule.
_AS_READ = {"｡": "。", "､": "、", "笫": "第"}
_BEHIND_STOPS = f"{CLOSING}\0 "
_FULL_STOPS, _STOPS = (*STOPS, "."), frozenset((*STOPS, *PAUSES, "."))
_FULL_LINE = 30
_LONGEST_HEAD = 40
_CLAUSE_STOP = re.compile("[，。；,;]")
_STOP = re.compile("[，。；：！？,;:!?“”《》〈〉]")
_SAYS = expression(r"[\u3400-\u9fff〇\d%％]")
_PAGE = re.compile(r"[\s\0]\d{1,4}$")  # where a chapter begins, in a table of contents
_DIGIT, _ANNEX = re.compile(r"\d"), re.compile(r"附\s?[件录表图]")
_LEAST_BROKEN, _FEWEST_BROKEN, _UNEVEN, _MOST = 20, 5, 7, 0.9
_LONGEST_ROW, _MOST_CELLS, _LONGEST_CELL = 80, 12, 15
BLANKS = " \t\xa0\u3000\u2002\u2003\u2009\u200b\ufeff\0"
_BLANKS_AND_ENDS = BLANKS + _ENDS
_BEHIND_WORDS = " \t\u3000\0"
_FEWEST_PAGES = 3
_CLEAR_MARK = re.compile(r"第|[Pp]|.*\D$")  # a bare number may be one of a row
_UNSEEN = "\u00ad\u200c\u200d\u2060"  # hyphens for a line's end, joiners
_BULLETS, _BEHIND_BULLETS = frozenset("•●◆■▪◦‣➢❖·*-–—+"), frozenset(BLANKS)
_SIGNS, _NEAR = frozenset("·*-–—+"), 3  # what is a bullet only near another, and how near, in lines
_STRETCH = re.compile(rf"[^{BLANKS}](?:[^\0]*[^{BLANKS}])?")


@dataclass(slots=True)
class Line:
    """A line of the view, blanks and masked characters at its ends left out.

    `rank` is that of a heading the format names, or 0; `row` is a line with cells, parted by tabs or by bars that the
    format has set; `glued` one that other words stand before, `listed` one that a bullet sets
    off. `number` is the marker that the line begins with, at its place in the view, `marker` the same unless it cites.
    """

    start: int
    end: int
    text: str
    rank: int
    number: Marker | None
    marker: Marker | None
    row: bool = False
    glued: bool = False
    listed: bool = False

    def with_words(self, start: int, end: int, text: str, language: Language, *, glued: bool = False) -> Line:
        """A line with other words: a piece of this one, or this one and more."""
        number = marker_at(text, 0, len(text), language)
        is_cited = number is not None and is_cited_in(number, text, len(text))
        number = number and number.moved(start)
        marker = None if is_cited else number
        return replace(self, start=start, end=end, text=text, number=number, marker=marker, glued=glued)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is left to read: the masked text, simplified and its half-width stops made full, so that one set of patterns
    reads it; its lines; and what was masked and why."""

    text: str
    lines: tuple[Line, ...]
    residue: tuple[Residue, ...]


def view(source: Source) -> View:
    """The lines of a source that may hold provisions, and the residue that surely holds none."""
    residue = [Residue(span=h.span, reason=h.kind) for h in source.hints if h.kind != "heading" and h.kind != "row"]
    text = simplified(source.text)
    for printed, read in _AS_READ.items():
        text = text.replace(printed, read)
    text = _masked(text, residue)
    inside = [
        Residue(span=Span(start=found.start(), end=found.end()), reason=reason)
        for reason, pattern in noise.INSIDE
        for found in pattern.finditer(text)
    ]
    text = _masked(text, inside)
    unseen = _unseen(text)
    text = _masked(text, unseen)
    beside = _notes(text)
    text = _masked(text, beside)
    marks = [residue.span.start for residue in inside if residue.reason == "page-mark"]
    lines, whole = _sorted_out(text, _split(text, source), source, marks)
    bulleted = [at for at, line in enumerate(lines) if line.text[0] in _BULLETS and _has_bullet(line)]
    bulleted = [at for at in bulleted if _sets_off(lines, at)] if bulleted else []
    bullets = [Residue(span=Span(lines[at].start, lines[at].start + 1), reason="syntax") for at in bulleted]
    if bulleted:
        listed = set(bulleted)
        lines = tuple([_without_bullet(one, source.language) if at in listed else one for at, one in enumerate(lines)])
    residue += inside + unseen + beside + whole + bullets
    return View(text=_masked(text, whole + bullets), lines=lines, residue=tuple(residue))


def _unseen(text: str) -> list[Residue]:
    """The characters that nobody sees."""
    found = (one for char in _UNSEEN if char in text for one in re.finditer(f"{char}+", text))
    return [Residue(span=Span(*one.span()), reason="syntax") for one in found]


def _notes(text: str) -> list[Residue]:
    """The notes below a text and their marks in it, each once: a mark may stand in another note."""
    out: list[Residue] = []
    for start, end in sorted(set(noise.notes(text)), key=lambda place: (place[0], -place[1])):
        if not out or start >= out[-1].span.end:
            out += [Residue(span=span, reason="footnote") for span in stretches(text, start, end)]
    return out


def _has_bullet(line: Line) -> bool:
    """Whether a sign that only sets a line off stands before its words."""
    return _is_bullet(line.text[:2]) and not line.row


def _sets_off(lines: Sequence[Line], at: int) -> bool:
    """Whether the sign before the words of a line is a bullet. One that might be a sign of words (- 5 度以下) is one
    where another stands near it and no number follows."""
    sign, words = lines[at].text[0], lines[at].text[1:].lstrip(BLANKS)
    if sign not in _SIGNS:
        return True
    near = range(max(at - _NEAR, 0), min(at + _NEAR + 1, len(lines)))
    is_number = words[:1].isnumeric()
    return not is_number and any(n != at and lines[n].text.startswith(sign) and _has_bullet(lines[n]) for n in near)


def _is_bullet(words: str) -> bool:
    return words[0] in _BULLETS and words[1:2] in _BEHIND_BULLETS


def _without_bullet(line: Line, language: Language) -> Line:
    words = line.text[1:].lstrip(BLANKS)
    return replace(line.with_words(line.end - len(words), line.end, words, language), listed=True)


def _masked(text: str, residue: list[Residue]) -> str:
    """The text with \\0 in the place of every character of the residue."""
    if not residue:
        return text
    parts, at = [], 0
    for span in sorted((r.span for r in residue), key=lambda span: span.start):
        parts += [text[at : span.start], "\0" * (span.end - max(at, span.start))]
        at = max(at, span.end)
    return "".join([*parts, text[at:]])


def _split(text: str, source: Source) -> list[Line]:
    """The lines of a text that are not blank."""
    whole = text.splitlines(keepends=True)
    starts = list(accumulate(map(len, whole), initial=0))
    ranks = _ranks(source, text, starts)
    rows = {hint.span.start for hint in source.hints if hint.kind == "row"}
    has_bars, language = "|" in source.text, source.language
    lines = []
    for begins, raw in zip(starts, whole, strict=False):
        if not (words := raw.strip(_BLANKS_AND_ENDS)):
            continue
        first = words[0]
        start = begins + raw.index(first)
        end = start + len(words)
        number = marker = None if is_word(first) else marker_at(text, start, end, language)
        if number is not None and is_cited_in(number, text, end):
            marker = None
        is_row = "\t" in words or begins in rows or (has_bars and _is_barred(words, source.text[start:end]))
        is_listed = raw[0] == "\0" and _is_bullet(source.text[begins : begins + 2])
        lines.append(Line(start, end, words, ranks.get(begins, 0), number, marker, is_row, False, is_listed))
    return _with_rows(lines) if source.language == "zh" else lines


def _ranks(source: Source, text: str, starts: list[int]) -> dict[int, int]:
    """The rank of the first heading that begins in a line, by where the line starts."""
    ranks: dict[int, int] = {}
    for hint in source.hints:
        at = hint.span.start
        if hint.kind == "heading" and text[at : at + 1] not in _ENDS:
            ranks.setdefault(starts[bisect_right(starts, at) - 1], hint.rank)
    return ranks


def _with_rows(lines: list[Line]) -> list[Line]:
    """The lines, those marked as rows whose cells are parted by blanks: two or more that stand below each other. A row
    that is broken over two lines is put together."""
    spaced = [line.marker is None and _is_spaced_row(line) for line in lines]
    if sum(spaced) < 2:
        return lines
    lines, spaced = _with_whole_rows(lines, spaced)
    beside = [above or below for above, below in zip([False, *spaced], [*spaced[1:], False], strict=False)]
    return [
        replace(line, row=True) if is_row and has_another else line
        for line, is_row, has_another in zip(lines, spaced, beside, strict=True)
    ]


def _with_whole_rows(lines: list[Line], spaced: list[bool]) -> tuple[list[Line], list[bool]]:
    """The lines with the broken rows put together, and which of them are rows, as `spaced` says of those given."""
    out: list[Line] = []
    rows: list[bool] = []
    for line, is_row in zip(lines, spaced, strict=True):
        if is_row and len(out) >= 2 and rows[-2] and _may_break_off(out[-1]):
            out[-1] = out[-1].with_words(out[-1].start, line.end, out[-1].text + line.text, "zh")
            rows[-1] = _is_spaced_row(out[-1])
        else:
            out.append(line)
            rows.append(is_row)
    return out, rows


def _may_break_off(line: Line) -> bool:
    """Whether a line may be the first of a row that is broken: as long as lines are, of one cell and without a stop."""
    words = line.text
    whole = line.row or line.rank or line.marker or _STOP.search(words) or len(words.split()) > 1
    return not whole and len(words) >= _LEAST_BROKEN


def _is_spaced_row(line: Line) -> bool:
    """Whether a short line without any stop holds words parted by blanks, as running Chinese does not, and is no mark
    of an annex (附件 2). A long cell with no number beside it is running text that a blank has got into."""
    if line.marker or line.row or line.rank or len(line.text) > _LONGEST_ROW:
        return False
    cells = line.text.split()
    if not 2 <= len(cells) <= _MOST_CELLS or _STOP.search(line.text) or _ANNEX.match(cells[0]):
        return False
    if len(max(cells, key=len)) > _LONGEST_CELL and not _DIGIT.search(line.text):
        return False
    return all(map(_SAYS.search, cells))


def _is_barred(text: str, printed: str) -> bool:
    """Whether bars part the cells of a line: the format has masked them, or the line begins and ends with one."""
    if "|" not in printed:
        return False
    return any(char == "|" and seen == "\0" for char, seen in zip(printed, text, strict=True)) or (
        text.startswith("|") and text.endswith("|") and len(text) > 1
    )


def stretches(text: str, start: int, end: int) -> list[Span]:
    """The stretches of [start, end) of a view that are not masked, without blanks at their ends."""
    words = text[start:end].strip(BLANKS)
    if "\0" in words:
        places = map(re.Match.span, _STRETCH.finditer(text, start, end))
        return [Span(*place) for place in places]
    if not words:
        return []
    first = text.index(words[0], start)
    return [Span(first, first + len(words))]


def ends_in_stop(text: str) -> bool:
    """Whether a sentence or a part of one, or what is quoted, ends where the text does."""
    return text.rstrip(_BEHIND_STOPS)[-1:] in _STOPS or text.endswith(QUOTED)


def has_ended(text: str) -> bool:
    """Whether a sentence, or what is quoted, ends where the text does, and no more of it follows."""
    return text.endswith(QUOTED) or text.rstrip(_BEHIND_STOPS).endswith(_FULL_STOPS)


def full_line(lines: Sequence[Line]) -> int:
    """How long a line is, at the least, that had no room for more, in a text that was broken into lines of one width;
    0 where a text was not. Indents, marks and numbers make some full lines shorter than others."""
    broken = sorted(len(line.text) for line in lines if len(line.text) >= _LEAST_BROKEN and not _ends(line))
    if len(broken) < _FEWEST_BROKEN:
        return 0
    width = broken[int(_MOST * (len(broken) - 1))]
    alike = sum(width - _UNEVEN <= length for length in broken)
    longer = sum(len(line.text) > width + _UNEVEN for line in lines)
    is_broken = alike >= _MOST * len(broken) and longer <= (1 - _MOST) * len(lines) and 5 * len(broken) >= len(lines)
    return width - _UNEVEN if is_broken else 0


def _ends(line: Line) -> bool:
    """Whether a line is whole by its looks: it ends with a stop, or is a heading or a row."""
    return bool(line.rank) or line.row or ends_in_stop(line.text)


def is_prose(line: Line) -> bool:
    """Whether a line reads as running text: it ends with a stop, or is long and has one inside."""
    text = line.text
    return ends_in_stop(text) or (len(text) > _FULL_LINE and _CLAUSE_STOP.search(text) is not None)


def _sorted_out(
    text: str, lines: list[Line], source: Source, marks: Sequence[int]
) -> tuple[tuple[Line, ...], list[Residue]]:
    """The lines to be read, and the residue of whole lines; `marks` are where those of pages stand inside lines."""
    reasons = noise.reasons_of_lines([line.text.replace("\0", "") for line in lines], source.language)
    if source.language == "zh" and "other-language" in reasons:
        _let_other_language_run_on(lines, reasons)
    for at in _running_heads(text, lines, reasons, marks):
        reasons[at] = "running-head"
    for at in _contents(lines, reasons):
        reasons[at] = "contents"
    kept = tuple(line for line, reason in zip(lines, reasons, strict=True) if reason is None)
    out = [
        Residue(span=span, reason=reason)
        for line, reason in zip(lines, reasons, strict=True)
        if reason is not None
        for span in stretches(text, line.start, line.end)
    ]
    return kept, out


def _running_heads(
    text: str, lines: Sequence[Line], reasons: Sequence[ResidueReason | None], marks: Sequence[int]
) -> set[int]:
    """The short lines that stand on the same side of the marks of three pages and say the same, or what the text begins
    with; a text begins with none. What may go on with the line above, or is a cell of a table, is none either."""
    sides = [
        (at + step, step)
        for at, reason in enumerate(reasons)
        if reason == "page-mark" and _CLEAR_MARK.match(lines[at].text)
        for step in (-1, 1)
    ]
    sides += [(at, 0) for at in _before_marks(text, lines, marks)]
    said: dict[tuple[str, int], set[int]] = {}
    for at, side in sides:
        if 0 < at < len(lines) and reasons[at] is None and _may_run(lines[at]):
            said.setdefault((skeleton(lines[at].text), side), set()).add(at)
    title = skeleton(lines[0].text) if said else ""
    out: set[int] = set()
    for (words, side), places in said.items():
        apart = {at for at in places if (words == title and not side) or _stands_apart(lines, at, side)}
        if words == title or len(apart) >= _FEWEST_PAGES:
            out |= apart
    return out


def _before_marks(text: str, lines: Sequence[Line], marks: Sequence[int]) -> list[int]:
    """The lines behind whose words the mark of a page stands."""
    ends = [line.end for line in lines] if marks else []
    found = ((bisect_right(ends, mark) - 1, mark) for mark in marks)
    near = ((at, mark) for at, mark in found if at >= 0 and mark - ends[at] <= _FULL_LINE)
    return [at for at, mark in near if not text[ends[at] : mark].strip(_BEHIND_WORDS)]


def _stands_apart(lines: Sequence[Line], at: int, side: int) -> bool:
    """Whether a line by the mark of a page (`side` is where it stands: above, below or before it) neither goes on with
    the words above nor stands among cells."""
    over = at - 2 if side > 0 else at - 1
    if over >= 0 and _may_go_on(lines[over]):
        return False
    below = lines[at + 1] if side > 0 and at + 1 < len(lines) else None
    return below is None or below.number is not None or ends_in_stop(below.text) or len(below.text) > _LONGEST_CELL


def _may_go_on(line: Line) -> bool:
    """Whether the words of a line may go on below it: no stop ends them, they introduce something, or there are none
    behind a number."""
    bare = line.number is not None and line.number.end >= line.end
    return bare or not ends_in_stop(line.text) or line.text.endswith(("：", ":"))


def _may_run(line: Line) -> bool:
    """Whether a line may be the head or the foot of a page: a name, and nothing that is numbered."""
    name = line.number is None and not line.row and not line.rank and not line.listed
    return name and len(line.text) <= _LONGEST_HEAD and not ends_in_stop(line.text)


def _let_other_language_run_on(lines: list[Line], reasons: list[ResidueReason | None]) -> None:
    """A short line in Latin letters alone, right after a line of the other language, is of that language too."""
    for at in range(1, len(lines)):
        if reasons[at] is None and reasons[at - 1] == "other-language" and _LATIN_ALONE.fullmatch(lines[at].text):
            reasons[at] = "other-language"


def _contents(lines: list[Line], reasons: list[ResidueReason | None]) -> set[int]:
    """The lines of a table of contents without dots: from its title until its first heading stands again."""
    titles = [i for i, line in enumerate(lines) if len(line.text) <= 20 and noise.CONTENTS_TITLE.fullmatch(line.text)]
    out = set(titles)
    for at in titles:
        first = next((i for i in range(at + 1, len(lines)) if reasons[i] is None), None)
        if first is None:
            continue
        opening = {skeleton(lines[first].text), skeleton(_PAGE.sub("", lines[first].text))}
        again = next((i for i in range(first + 1, len(lines)) if skeleton(lines[i].text) in opening), first)
        listed = range(first, again)
        if all(_is_listed(lines[i]) for i in listed):
            out.update(listed)
    return out


def _is_listed(line: Line) -> bool:
    """Whether a line may stand in a table of contents: short, no sentence."""
    if len(line.text) > 60 or _SETS_ANEW.search(line.text):
        return False
    return line.number is None or line.number.style.level != "article" or len(line.text) < 40


def is_more_of_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the title of the chapter whose number stands alone above it, or goes on with the title there:

        第二章 审查工作报告、审查国民经济        what comes next
        和社会发展计划                        has a number of its own
        第三十四条 …
    """
    if lines[at].number is not None or not 0 < at < len(lines) - 1:
        return False
    above, after = lines[at - 1].number, lines[at + 1].number
    if above is None or not is_division(above) or after is None or not is_title(lines[at].text):
        return False
    title = lines[at - 1].text[above.end - lines[at - 1].start :].replace("\0", "").strip()
    if after.style.level is None:
        return not title
    return not title or is_broken_title(title, lines[at].text)


def is_broken_title(title: str, after: str) -> bool:
    """Whether the words of a title go on in the next line."""
    return after.startswith(_TITLE_GOES_ON) or title.endswith(_TITLE_IS_OPEN)


__all__ = [
    "BLANKS",
    "Line",
    "View",
    "ends_in_stop",
    "full_line",
    "has_ended",
    "is_broken_title",
    "is_more_of_title",
    "is_prose",
    "stretches",
    "view",
]
