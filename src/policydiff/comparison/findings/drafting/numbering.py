"""Numbers of the target that do not count on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.row.changes import LONGEST_QUOTE, Quotation
from policydiff.eid import CIRCLED, NUMERALS
from policydiff.model import Document, Problem, Provision
from policydiff.quoting import beginning
from policydiff.text import skeleton, without_stray_blanks

_BEGUN = 12  # characters of what stands under a number
_MOST_NUMBERS = 3  # of a list that does not start at one are quoted
_TELLING = 3  # so many letters tell one misnumbered list from another
_NUMBER = re.compile(rf"第|[条款项编章节]|[（()）\d\s{CIRCLED}{NUMERALS}]")


def numbering(target: Document) -> Iterator[Found]:
    """A number of the target that does not count on from the one before it, or stands twice.

    Not found: a list that goes on after a closing paragraph. 立法法 2023 art. 65; 立法技术规范（试行）（一） 2009.
    """
    by_mark = {mark.start: provision for provision in target.walk() for mark in provision.marks}
    told: set[str] = set()
    for problem in (problem for problem in target.problems if problem.num):
        provision = by_mark.get(problem.span.start)
        place = provision.eid if provision else ""
        if place and place in told:
            continue  # one slip, though two things are odd about it
        told.add(place)
        quoted = _misnumbered(provision, target) or _numbered(provision, problem, target)
        yield Found("numbering", "drafting", "", quoted, place)


def _numbered(provision: Provision | None, problem: Problem, target: Document) -> str:
    """The number as printed and the first words under it."""
    if provision is None:
        return " ".join(target.source.text[problem.span.start : problem.span.end].split())
    words = next((p.heading or p.text for p in provision.walk() if p.heading or p.text), "")
    begun = beginning(words, _BEGUN * _width(target))
    return Quotation(f"{provision.num} {begun}".strip(), behind=len(begun) < len(words))


def _misnumbered(provision: Provision | None, target: Document) -> str:
    """Where a list does not start at one: its first numbers, each with the first words; else nothing."""
    if provision is None:
        return ""
    lists = [target.provisions, *(holder.children for holder in target.walk())]
    siblings = next(([p for p in held if p.num] for held in lists if provision in held), [])
    if len(siblings) < 2 or siblings[0] is not provision:
        return ""
    first = siblings[:_MOST_NUMBERS]
    room = LONGEST_QUOTE * _width(target) // len(first)
    blank = " " if target.language == "en" else ""
    numbered = ((f"{p.num.strip()}{blank}", _opening(p)) for p in first)
    each = (num + beginning(words, max(room - len(num), 1)) for num, words in numbered)
    return Quotation(f"…{blank}".join(each), behind=True)


def under_number(quoted: str, provision: Provision | None) -> str:
    """The first letters under a number that does not count on, whatever the number is and however it is written."""
    words = _NUMBER.sub("", quoted) if provision is None else _opening(provision)
    return skeleton(words)[:_TELLING]


def _opening(provision: Provision) -> str:
    """The first words of a provision, or under it: a heading, or a text up to its first mark."""
    words = next((p.heading or p.text for p in provision.walk() if p.heading or p.text), "")
    return without_stray_blanks(re.split(r"[，。；：,;:\n]", words)[0])


def _width(document: Document) -> int:
    """How many letters of a document are as wide as a Chinese character."""
    return 2 if document.language == "en" else 1
