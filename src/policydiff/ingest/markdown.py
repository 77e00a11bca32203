"""Markdown: what is syntax, what is a comment, what is a heading; every other character is the reader's text.

    # **第一章 总则**      <!-- draft -->
    ~~~~       ~~      ~~                 syntax
                           ~~~~~~~~~~~~~~ comment
        ~~~~~~~~                          heading, rank 1

Rules are written as lines that start with a number, and that is not what Markdown makes of them: `1.` would be
a list, four blanks a code block, a line of `---` a heading. So lists, indented and fenced code, underlined
headings, reference definitions and entities are off: what they would hide is text. Raw HTML stays text too, but for the
tags that say how words look (<u>, <br>, <div align=right>): these are syntax, as are the bars of tables, the brackets
and the address of a reference ([words][1]), and what a generator of pages reads above the text (front matter). What is
struck out (~~words~~) is deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from policydiff.eid import NUMBERED
from policydiff.expressions import expression
from policydiff.ingest.content import hint_at
from policydiff.model import Hint, Span

_LINE = expression(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_MARK = re.compile(r"[\\`*_\[<#>|-]")  # what every syntax that is read has
# A heading without any other mark, a comment, or names in brackets (《关于修改<胡须法>的决定》): a stretch whose hints
# are clear without more ado.
_WORD = r"[^\\`*_\[<#>|\0\s]++"
_PLAIN = re.compile(
    rf"[\r\n]*+(?:(?P<marks>#{{1,6}})[ \t]++(?P<words>{_WORD}(?:[^\S\r\n]++{_WORD})*)"
    r"|(?P<comment><!--(?!-?>)(?:(?!-->)[^\r\n])*+-->))[ \t\r\n]*"
    r"|(?:[^\\`*_\[<#>|\0-]|<(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])>)*+"
)
_FRONT = expression(
    r"---[ \t]*\r?\n"
    r"(?P<lines>(?:(?:[A-Za-z][A-Za-z0-9_.-]{0,40}:(?:[ \t][^\r\n]*)?|[ \t]+[^\r\n]*|-[ \t][^\r\n]*)\r?\n){1,60})"
    r"---[ \t]*(?=[\r\n])"
)
# What a page says of itself, at the least one of them; and what no page says but a rule.
_OF_PAGES = expression(r"^(?:title|layout|date|lang|author|tags|categories|draft|permalink|slug)[ \t]*:", re.I | re.M)
_PROVISION = expression(rf"^[ \t-]*(?:{NUMBERED}|(?:Part|Chapter|Section|Article|Rule)\b)", re.I | re.M)
_ADDRESS = expression(
    r"^ {0,3}\[([^\[\]\r\n^]{1,40})\]:[ \t]{1,4}<?(?:https?://|www\.|/|#|mailto:)[^\r\n]*$", re.MULTILINE
)
_REFERS = expression(r"\[([^\[\]\r\n]{1,200})(\]\[([^\[\]\r\n^]{1,40})\])")
_STRUCK = expression(r"(?<![~A-Za-z\d])~~(?=[^\s~])([^~\r\n]{0,300}[^\s~])~~(?![~A-Za-z\d])")
_PAUSE = expression("[，。；：、,;:和与及或]")


def hints(text: str) -> tuple[Hint, ...]:
    """What Markdown says of a text: hints in order, none over another."""
    if text.startswith("---") and (front := _front(text)):
        return (hint_at(0, front, "comment"), *hints(" " * front + text[front:]))
    if not ("~" in text and "~~" in text) and (plain := _plain(text)) is not None:
        return plain
    from policydiff.ingest.commonmark import Page  # loads Markdown-it, of which most laws need nothing

    page = Page(text=text, lines=_marked_lines(text))
    bars = page.bars() if "|" in text else ()
    references = _references(text) if "]:" in text else ()
    struck = _struck(text) if "~" in text else ()
    return tuple(_apart(_cut_headings([*references, *struck, *page.hints(), *bars])))


def _front(text: str) -> int:
    """Where that ends which a generator of pages reads above the text; 0 where provisions stand there."""
    found = _FRONT.match(text)
    if found is None or not _OF_PAGES.search(found["lines"]) or _PROVISION.search(found["lines"]):
        return 0
    return found.end()


def _references(text: str) -> Iterator[Hint]:
    """The lines that give the address of a reference, and what stands around the words that refer to it."""
    addresses = list(_ADDRESS.finditer(text))
    known, used = {address[1] for address in addresses}, set()
    for one in _REFERS.finditer(text) if known else ():
        if one[3] in known:
            used.add(one[3])
            yield hint_at(one.start(), one.start(1), "syntax")
            yield hint_at(*one.span(2), "syntax")
    yield from (hint_at(*address.span(), "syntax") for address in addresses if address[1] in used)


def _struck(text: str) -> Iterator[Hint]:
    """What is struck out, as drafters do it where nobody tracks changes."""
    at = 0
    while found := _STRUCK.search(text, at):
        if _parts_ranges(found, text):
            at = found.end(1)
            continue
        yield hint_at(found.start(), found.start(1), "syntax")
        yield hint_at(*found.span(1), "deleted")
        yield hint_at(found.end(1), found.end(), "syntax")
        at = found.end()


def _parts_ranges(found: re.Match[str], text: str) -> bool:
    """Whether marks might be those of two ranges: 周一~~周五，周六~~周日."""
    before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
    return before.isalnum() and after.isalnum() and _PAUSE.search(found[1]) is not None


def _plain(text: str) -> tuple[Hint, ...] | None:
    """The hints of a text with no other marks than plain headings, comments and brackets around names, as most laws
    have; None of others."""
    out: list[Hint] = []
    for start, end in _marked_stretches(text):
        found = _PLAIN.fullmatch(text, start, end)
        if found is None:
            return None
        if found["comment"]:
            out.append(hint_at(*found.span("comment"), "comment"))
        elif found["marks"]:
            out.append(hint_at(*found.span("marks"), "syntax"))
            out.append(Hint(span=Span(*found.span("words")), kind="heading", rank=len(found["marks"])))
    return tuple(out)


def _marked_lines(text: str) -> list[tuple[int, int]]:
    """Where those lines start and end that Markdown has something to say of: the stretches between empty lines that
    hold a mark, an empty line behind each. What may go on over empty lines, a comment or a tag, ends at a mark too."""
    return [found.span(1) for start, end in _marked_stretches(text) for found in _LINE.finditer(text, start, end)]


def _marked_stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between empty lines that hold a mark."""
    empty = "\r\n\r\n" if "\r\n" in text else "\n\n"
    end = 0
    while found := _MARK.search(text, end):
        before = text.rfind(empty, end, found.start())
        start = before + len(empty) if before >= 0 else end
        end = text.find(empty, found.end())
        end = len(text) if end < 0 else end
        yield start, end


def _cut_headings(hints: Iterable[Hint]) -> list[Hint]:
    """The hints in order, each heading cut into the runs that no other hint covers."""
    ordered = sorted(hints, key=lambda hint: (hint.span.start, hint.span.end))
    headings = [hint for hint in ordered if hint.kind == "heading"]
    others = [hint for hint in ordered if hint.kind != "heading"]
    runs: list[Hint] = []
    following = 0
    for heading in headings:
        at, end = heading.span.start, heading.span.end
        while following < len(others) and others[following].span.start < end:
            other = others[following].span
            runs += _run(at, other.start, heading.rank)
            at = max(at, other.end)
            following += 1
        runs += _run(at, end, heading.rank)
    return sorted(others + runs, key=lambda hint: (hint.span.start, hint.span.end))


def _run(start: int, end: int, rank: int) -> Iterator[Hint]:
    if start < end:
        yield Hint(span=Span(start=start, end=end), kind="heading", rank=rank)


def _apart(hints: Iterable[Hint]) -> Iterator[Hint]:
    """Of two hints over one another the first keeps what both cover; marks that touch become one."""
    last: Hint | None = None
    for hint in hints:
        start, end = max(last.span.end if last else 0, hint.span.start), hint.span.end
        if start >= end:
            continue
        if last and last.kind == hint.kind == "syntax" and start == last.span.end:
            last = hint_at(last.span.start, end, "syntax")
            continue
        if last:
            yield last
        last = hint if start == hint.span.start else replace(hint, span=Span(start=start, end=end))
    if last:
        yield last
