"""Source → lines: what is no provision is named and masked, the rest is left as lines to be read.

The following hold afterwards: the view is as long as the source, so that places in it are places in the source; every
masked character is \\0 in the view and stands in exactly one residue; lines neither overlap nor start or end blank.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from policydiff.eid import ITEM_NUMERAL
from policydiff.model import Language, Residue, Source, Span
from policydiff.parsing import noise
from policydiff.parsing.bullets import is_bullet, without_bullets
from policydiff.parsing.line import BLANKS, Line, stretches
from policydiff.parsing.markers import is_cited_in, is_word, marker_at
from policydiff.parsing.rows import is_barred, with_rows
from policydiff.parsing.whole_lines import without_noise
from policydiff.text import simplified

_ENDS = "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"  # of lines
_BLANKS_AND_ENDS = BLANKS + _ENDS
# Half-width stops, and 笫, which is typed and scanned for 第 and is no word of a rule.
_AS_READ = {"｡": "。", "､": "、", "笫": "第"}
# What a scanner sees in （一）, and the number that is looked for below it.
_DASH_FOR_ONE = re.compile(r"^([ \t\u3000]*[（(] ?)[－—–-](?= ?[）)])", re.MULTILINE)
_ITEM = re.compile(rf"^[ \t\u3000]*[（(] ?({ITEM_NUMERAL}) ?[）)]", re.MULTILINE)
_LONGEST_ITEM = 2_000  # characters behind a dash in which the item below it is looked for
_UNSEEN = "\u00ad\u200c\u200d\u2060"  # hyphens for a line's end, joiners


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is left to read: the masked text, simplified and its half-width stops made full, so that one set of patterns
    reads it; its lines; and what was masked and why. `printed` is the source's own text, as long as this one."""

    language: Language
    printed: str
    text: str
    lines: tuple[Line, ...]
    residue: tuple[Residue, ...]


def view(source: Source) -> View:
    """The lines of a source that may hold provisions, and the residue that surely holds none."""
    hinted = [Residue(span=h.span, reason=h.kind) for h in source.hints if h.kind != "heading" and h.kind != "row"]
    text = _masked(_as_read(source.text), hinted)
    inside = _inside(text)
    text = _masked(text, inside)
    unseen = _unseen(text)
    text = _masked(text, unseen)
    beside = _notes(text)
    text = _masked(text, beside)
    marks = [residue.span.start for residue in inside if residue.reason == "page-mark"]
    lines, whole = without_noise(text, _split(text, source), source.language, marks)
    lines, bullets = without_bullets(lines, source.language)
    residue = (*hinted, *inside, *unseen, *beside, *whole, *bullets)
    text = _masked(text, whole + bullets)
    return View(language=source.language, printed=source.text, text=text, lines=lines, residue=residue)


def _as_read(text: str) -> str:
    """The text in the characters that the patterns look for, each in the place of the one that is printed."""
    text = simplified(text)
    for printed, read in _AS_READ.items():
        text = text.replace(printed, read)
    return _DASH_FOR_ONE.sub(lambda dash: f"{dash[1]}一" if _is_one(text, dash) else dash[0], text)


def _is_one(text: str, dash: re.Match[str]) -> bool:
    """Whether a dash in brackets at the head of a line is the number one: two is the next that a line begins with."""
    below = _ITEM.search(text, dash.end(), dash.end() + _LONGEST_ITEM)
    return below is not None and below[1] == "二"


def _inside(text: str) -> list[Residue]:
    """What stands in lines and is none of their words, each character once: a comment may cite a page."""
    found = [(*one.span(), reason) for reason, pattern in noise.INSIDE for one in pattern.finditer(text)]
    out: list[Residue] = []
    for start, end, reason in sorted(found, key=lambda one: (one[0], -one[1])):
        if not out or start >= out[-1].span.end:
            out.append(Residue(span=Span(start=start, end=end), reason=reason))
    return out


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
        is_row = "\t" in words or begins in rows or (has_bars and is_barred(words, source.text[start:end]))
        is_listed = raw[0] == "\0" and is_bullet(source.text[begins : begins + 2])
        lines.append(Line(start, end, words, ranks.get(begins, 0), number, marker, is_row, False, is_listed))
    return with_rows(lines) if source.language == "zh" else lines


def _ranks(source: Source, text: str, starts: list[int]) -> dict[int, int]:
    """The rank of the first heading that begins in a line, by where the line starts."""
    ranks: dict[int, int] = {}
    for hint in source.hints:
        at = hint.span.start
        if hint.kind == "heading" and text[at : at + 1] not in _ENDS:
            ranks.setdefault(starts[bisect_right(starts, at) - 1], hint.rank)
    return ranks
