"""What stands at the head and at the foot of pages and is no text of the document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from policydiff.eid import ordinal
from policydiff.ingest.content import Line, Run
from policydiff.ingest.layout.page import SAME_PLACE, Fragment, Page, Row
from policydiff.model import HintKind

_EDGE_ROWS = 4  # how many rows from the top and from the bottom of a page may be running heads
_FEWEST_PAGES, _SHARE_OF_PAGES = 2, 0.3
_ENDS_OF_SENTENCES = ("。", "；", "：")
_IN_ENGLISH = "annex|appendix|schedule|part|chapter|section|article|table|form"
_ARTICLE = re.compile(ordinal("条"))
# What is counted: these heads of pages differ in their number.
_COUNTED = re.compile(rf"(?:附[件录表图]|[表图])\d+|{ordinal('编章节')}|(?:{_IN_ENGLISH})\d+", re.IGNORECASE)
# When a browser has printed a page: 2024/3/1 14:05, 3/1/24, 2:05 PM.
_PRINTED_AT = re.compile(r"\s{0,3}(?:\d{1,4}[/.-]){2}\d{1,4},?\s{0,2}(?:[上下]午)?\d{1,2}:\d{2}")
_DIGITS = re.compile(r"\d+")
_PAGE_MARK = re.compile(
    r"[\W_]*+(?:第|page|p)?[\W_]*+(?:\d++|[ivxl]++)[\W_]*+(?:页|of)?[\W_]*+共?[\W_]*+\d*+[\W_]*+页?[\W_]*+",
    re.IGNORECASE,
)


def running_heads(pages: Sequence[Page], rows: Sequence[list[Row]]) -> list[tuple[list[Row], list[Row]]]:
    """The rows at the top and at the bottom of each page that stand in the same place on others, whatever their
    numbers, with nothing but such rows between them and the edge of the page; and what a browser prints there."""
    tops = [
        [(_said(row), page.height - row[0].baseline) for row in found[:_EDGE_ROWS]]
        for page, found in zip(pages, rows, strict=True)
    ]
    above = _repeated(tops)
    left = [found[count:] for found, count in zip(rows, above, strict=True)]
    bottoms = [[(_said(row), row[0].baseline) for row in found[: -_EDGE_ROWS - 1 : -1]] for found in left]
    below = _repeated(bottoms)
    for at, found in enumerate(left):
        if not below[at] and found and _is_own_number(found[-1], at + 1, len(pages)):
            below[at] = 1
            above[at] = above[at] or int(len(found) > 1 and _PRINTED_AT.match(found[0][0].text) is not None)
    left = [found[count:] for found, count in zip(rows, above, strict=True)]
    return [
        (found[:count], rest[len(rest) - last :])
        for found, rest, count, last in zip(rows, left, above, below, strict=True)
    ]


def _repeated(edges: Sequence[list[tuple[str, float]]]) -> list[int]:
    """How many rows from the edge of each page are running heads, given what each says and how far from the edge."""
    places: dict[str, list[float]] = defaultdict(list)
    for edge in edges:
        for said, place in edge:
            places[said].append(place)
    for found in places.values():
        found.sort()
    needed = max(_FEWEST_PAGES, round(_SHARE_OF_PAGES * len(edges)))

    def is_repeated(said: str, place: float) -> bool:
        found = places[said]
        if _ARTICLE.match(said) or said.endswith(_ENDS_OF_SENTENCES):
            return False
        return bisect_right(found, place + SAME_PLACE) - bisect_left(found, place - SAME_PLACE) >= needed

    return [len(list(takewhile(lambda one: is_repeated(*one), edge))) for edge in edges]


def _is_own_number(row: Row, page: int, pages: int) -> bool:
    """Whether a row is, or ends in, this page's number of the document's (1/1), as web pages are printed."""
    return "".join(row[-1].text.split()) == f"{page}/{pages}"


def _said(row: Row) -> str:
    """What a row says, whatever its blanks and numbers; that of an annex or a chapter tells one from another."""
    words = "".join("".join(one.text.split()) for one in row)
    counted = _COUNTED.match(words)
    at = counted.end() if counted else 0
    return words[:at] + _DIGITS.sub("0", words[at:])


def beside_the_text(line: Fragment) -> Line:
    """A line that is no text of the document, and why."""
    text = line.text.strip()
    kind: HintKind = "page-mark" if _PAGE_MARK.fullmatch(text) else "running-head"
    return Line(runs=(Run(text=text, kind=kind),))


def as_head(line: Line) -> Line:
    return Line(runs=tuple(replace(run, kind="running-head") for run in line.runs))
