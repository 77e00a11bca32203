"""Lines that as a whole are no provision: by themselves (noise.py), or by what stands around them: the heads and feet
of pages, tables of contents without dots, lines that run on in the other language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from policydiff.eid import NUMERALS
from policydiff.expressions import expression
from policydiff.model import Language, Residue, ResidueReason
from policydiff.parsing import noise
from policydiff.parsing.line import FULL_LINE, Line, ends_in_stop, stretches
from policydiff.parsing.rows import LONGEST_CELL
from policydiff.text import skeleton
from policydiff.titles import RULE_TITLE

_LATIN_ALONE = re.compile(r"(?=.*[A-Za-z])[\x00-\xff\u2010-\u2027]+")
_SETS_ANEW = re.compile(r"[。；：！？;:!?.]$")
_LONGEST_HEAD = 40  # characters of what stands at the head of every page
_LONGEST_LISTED = (60, 150)  # a line of a table of contents; English takes more room
# Where a chapter begins, in a table of contents: by its page, or by the articles that it holds.
_PAGE = expression(
    r"(?:(?<![\s\0.…·])[\s\0.…·]++(?:[/／—–-][\s\0]{0,3})?[Pp]?\d{1,4}"
    rf"|[（(][\s\0第条至到～~、—–－\d{NUMERALS}-]{{1,30}}[）)])[\s\0]{{0,3}}$"
)
_BEHIND_WORDS = " \t\u3000\0"
_FEWEST_PAGES = 3  # on which the same line stands apart, so that it is the head of pages
_CLEAR_MARK = re.compile(r"第|[Pp]|.*\D$")  # a bare number may be one of a row


def without_noise(
    text: str, lines: list[Line], language: Language, marks: Sequence[int]
) -> tuple[tuple[Line, ...], list[Residue]]:
    """The lines to be read, and the residue of whole lines; `marks` are where those of pages stand inside lines."""
    reasons = noise.reasons_of_lines([line.text.replace("\0", "") for line in lines], language)
    if language == "zh" and "other-language" in reasons:
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
    with; a text begins with none. What may go on with the line above, or is a cell of a table, is none either; but what
    is a head on other pages, or the title, is one in mid sentence too."""
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
            out |= apart | {at for at in places if not _is_awaited(lines, at, side)}
    return out


def _before_marks(text: str, lines: Sequence[Line], marks: Sequence[int]) -> list[int]:
    """The lines behind whose words the mark of a page stands."""
    ends = [line.end for line in lines] if marks else []
    found = ((bisect_right(ends, mark) - 1, mark) for mark in marks)
    near = ((at, mark) for at, mark in found if at >= 0 and mark - ends[at] <= FULL_LINE)
    return [at for at, mark in near if not text[ends[at] : mark].strip(_BEHIND_WORDS)]


def _stands_apart(lines: Sequence[Line], at: int, side: int) -> bool:
    """Whether a line by the mark of a page (`side` is where it stands: above, below or before it) neither goes on with
    the words above nor stands among cells."""
    above = _above(lines, at, side)
    if above is not None and (not ends_in_stop(above.text) or _introduces(above)):
        return False
    below = lines[at + 1] if side > 0 and at + 1 < len(lines) else None
    return below is None or below.number is not None or ends_in_stop(below.text) or len(below.text) > LONGEST_CELL


def _is_awaited(lines: Sequence[Line], at: int, side: int) -> bool:
    """Whether a line by the mark of a page is what the one above introduces."""
    above = _above(lines, at, side)
    return above is not None and _introduces(above)


def _above(lines: Sequence[Line], at: int, side: int) -> Line | None:
    """The line of words above one by the mark of a page, which stands above it, below it or behind it."""
    over = at - 2 if side > 0 else at - 1
    return lines[over] if over >= 0 else None


def _introduces(line: Line) -> bool:
    """Whether a line introduces what stands below it, or has no words behind its number."""
    return line.text.endswith(("：", ":")) or (line.number is not None and line.number.end >= line.end)


def _may_run(line: Line) -> bool:
    """Whether a line may be the head or the foot of a page: a name, and nothing that is numbered."""
    name = line.number is None and not line.row and not line.rank and not line.listed
    return name and len(line.text) <= _LONGEST_HEAD and not ends_in_stop(line.text)


def _let_other_language_run_on(lines: list[Line], reasons: list[ResidueReason | None]) -> None:
    """A short line in Latin letters alone, right below or above a line of the other language, is of that language
    too."""
    for step, places in ((-1, range(1, len(lines))), (1, range(len(lines) - 2, -1, -1))):
        for at in places:
            beside = reasons[at] is None and reasons[at + step] == "other-language"
            if beside and _LATIN_ALONE.fullmatch(lines[at].text):
                reasons[at] = "other-language"


def _contents(lines: list[Line], reasons: list[ResidueReason | None]) -> set[int]:
    """The lines of a table of contents: from its title until its first heading stands again."""
    titles = [i for i, line in enumerate(lines) if len(line.text) <= 20 and noise.CONTENTS_TITLE.fullmatch(line.text)]
    out = set(titles)
    for at in titles:
        first = next((i for i in range(at + 1, len(lines)) if reasons[i] in (None, "contents")), None)
        if first is None:
            continue
        opening = {skeleton(lines[first].text), skeleton(_PAGE.sub("", lines[first].text))}
        again = next((i for i in range(first + 1, len(lines)) if skeleton(lines[i].text) in opening), first)
        listed = range(first, _without_title(lines, first, again))
        if all(_is_listed(lines[i]) for i in listed):
            out.update(listed)
    return out


def _without_title(lines: Sequence[Line], first: int, again: int) -> int:
    """Where the lines of a table of contents end, if the title of the rule and when it was made stand below them."""
    end = again
    while end > first and _is_approval(lines[end - 1]):
        end -= 1
    titled = end > first and lines[end - 1].number is None and RULE_TITLE.fullmatch(lines[end - 1].text)
    return end - 1 if titled else again


def _is_approval(line: Line) -> bool:
    return noise.reason_in_opening(line.text.replace("\0", "").strip()) == "approval"


def _is_listed(line: Line) -> bool:
    """Whether a line may stand in a table of contents: short, no sentence."""
    longest = _LONGEST_LISTED[_LATIN_ALONE.fullmatch(line.text) is not None]
    if len(line.text) > longest or _SETS_ANEW.search(line.text):
        return False
    return line.number is None or line.number.style.level != "article" or len(line.text) < 40
