"""What the sections of an English text are: titles above articles, articles themselves, or what one holds.

Section 1 Beards       above articles: a title
Section 1. Purpose.    where there are no articles: an article
Section 2.04 Notice.   below articles: what an article holds

Article 3 Dyes         words below it: the title of an article
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, zip_longest

from policydiff.model import Language
from policydiff.parsing.line import Line
from policydiff.parsing.markers import (
    DASHES,
    DOTTED,
    SECTION,
    Marker,
    Style,
    article_style,
    dangles,
    is_title,
    says_something,
)

_FEWEST = 2
_MAY_BEGIN = re.compile('[A-Z"\u201c(]')  # a sentence


def with_sections(lines: tuple[Line, ...], language: Language) -> tuple[Line, ...]:
    """The lines of the rule, or of one annex, its sections numbered as what they are. A title that stands alone in a
    section's line, words below it, is marked as a heading."""
    if language != "en":
        return lines
    lines = _with_titled_articles(lines)
    units = [line for line in lines if line.marker is not None and line.marker.style.level is not None]
    count = sum(map(is_section, units))
    holds = sum(is_section(line) and _is_article(below) and _titled(line) for line, below in pairwise(units))
    if not count or 2 * holds >= count or (count < _FEWEST and not any(map(_is_sentence, units))):
        return lines
    style = SECTION if any(map(_is_article, units)) else article_style("en")
    return tuple(
        replace(line, number=number, marker=number, row=False, rank=line.rank or int(_is_heading(line, below)))
        if (number := _as_provision(line, style))
        else line
        for line, below in zip_longest(lines, lines[1:])
    )


def _with_titled_articles(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those marked as headings where an article's title stands behind its number and its words below, if
    most articles have such titles."""
    titled = [
        _is_article(line) and not line.rank and _is_heading(line, below)
        for line, below in zip_longest(lines, lines[1:])
    ]
    if sum(titled) < _FEWEST or 2 * sum(titled) <= sum(map(_is_article, lines)):
        return lines
    return tuple(replace(line, rank=1) if found else line for line, found in zip(lines, titled, strict=True))


def is_section(line: Line) -> bool:
    """Whether a line begins with the number of a section, and does not cite it."""
    return line.marker is not None and line.marker.style.level == "section"


def _is_article(line: Line) -> bool:
    return line.marker is not None and line.marker.style.level == "article"


def _words(line: Line) -> str:
    """The words behind a section's number."""
    return line.text[line.number.end - line.start :].replace("\0", "").strip() if line.number is not None else ""


def _titled(line: Line) -> bool:
    return is_title(_words(line) or "-")


def _is_sentence(line: Line) -> bool:
    """Whether what stands behind a section's number is a sentence."""
    words = _words(line)
    return is_section(line) and (words.endswith(".") or says_something(words))


def _is_heading(line: Line, below: Line | None) -> bool:
    """Whether what stands behind a section's number is its title: words without a sentence, others below them."""
    words = _words(line).lstrip(DASHES)
    if not is_title(words) or "." in words or dangles(words) or says_something(words):
        return False
    return below is not None and below.number is None and not below.row and _MAY_BEGIN.match(below.text) is not None


def _as_provision(line: Line, style: Style) -> Marker | None:
    """The number of a section in another style; that of one within an article is the last of its two."""
    marker = line.marker
    if marker is None or not is_section(line):
        return None
    of = marker.number.rpartition("-")
    number = of[2] if style is SECTION else marker.number
    style = DOTTED if of[0] and style is not SECTION else style
    return replace(marker, style=style, number=number, value=int(of[2] or 0))
