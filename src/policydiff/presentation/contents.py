"""The table of contents of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policydiff.model import Document, Provision
from policydiff.quoting import first_words

_FIRST_WORDS = (12, 36)  # characters, of an article


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """An entry of a table of contents."""

    eid: str
    num: str
    words: str
    depth: int


def contents(document: Document) -> tuple[Heading, ...]:
    """The table of contents: everything down to the article, or two levels of a text without articles."""
    return tuple(_headings(document.provisions, 0))


def _headings(provisions: Iterable[Provision], depth: int) -> Iterator[Heading]:
    for provision in provisions:
        if provision.level in ("paragraph", "point", "indent", "row") or depth > 3:
            continue
        if provision.level == "level" and depth > 1:
            continue
        text = next((p.text for p in provision.walk() if p.text), "")
        words = provision.heading or first_words(text, *_FIRST_WORDS)
        yield Heading(eid=provision.eid, num=provision.num, words=words, depth=depth)
        yield from _headings(provision.children, depth + 1)
