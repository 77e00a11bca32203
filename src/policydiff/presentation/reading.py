"""A document as it is read: how each provision is cited, and the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from policydiff.eid import labels, said
from policydiff.model import Document, Problem, Provision, Residue
from policydiff.titles import of_edition
from policydiff.wording import RESIDUE

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_CLOSED = ("、", "）", "")  # that a number ends with and needs no blank behind


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A document with what its pages need to know of it, computed once; of which `edition` it is, where a library has
    several of its title."""

    document: Document
    edition: str = ""

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """How each provision is cited."""
        return labels(self.document)

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """Each provision by its eid."""
        return {provision.eid: provision for provision in self.document.walk()}

    @cached_property
    def trails(self) -> Mapping[str, tuple[str, ...]]:
        """The headings that stand above each provision, outermost first."""
        return dict(_trails(self.document.provisions, (), self.labels))

    @cached_property
    def leaves(self) -> tuple[Provision, ...]:
        """The provisions with words of their own."""
        return self.document.leaves()

    @property
    def title(self) -> str:
        """What the document is called, so that no other of its library is."""
        return of_edition(self.document.name, self.edition, self.document.language)

    @property
    def articles(self) -> int:
        """How many articles it has, those of an annex apart."""
        inside = (below for top in self.document.provisions if top.level != "annex" for below in top.walk())
        return sum(provision.level == "article" for provision in inside)

    @property
    def annexed(self) -> int:
        """How many of its leaves stand in annexes."""
        annexes = (top for top in self.document.provisions if top.level == "annex")
        return sum(bool(provision.text) for top in annexes for provision in top.walk())

    @property
    def findable(self) -> Iterator[tuple[str, str, str]]:
        """What search finds, as eid, label and words: the title (without an eid), then every heading and leaf."""
        yield "", RESIDUE["title"][self.document.language], self.title
        for provision in self.document.walk():
            if provision.heading or provision.text:
                words = "\u3000".join(filter(None, (provision.heading, provision.text)))
                yield provision.eid, self.label(provision.eid), words

    def label(self, eid: str) -> str:
        """How a provision is cited, also one that is not there any more."""
        return self.labels.get(eid) or said(eid, self.document.language)

    def headed(self, eid: str) -> tuple[str, ...]:
        """The headings above a division, outermost first, and its own."""
        return *self.trails.get(eid, ()), _title(self.provisions[eid])

    def text(self, eid: str) -> str:
        """A provision's own words."""
        return self.provisions[eid].text if eid in self.provisions else ""

    def holding(self, eids: Sequence[str], words: str) -> Sequence[str]:
        """The first of some provisions that has these words; all of them where none has them alone."""
        return tuple(eid for eid in eids if words and words in self.text(eid))[:1] or eids

    def opens(self, eid: str) -> str:
        """The first provision with words of its own that stands at or in one, which a chapter begins with."""
        held = self.provisions[eid].walk() if eid in self.provisions else ()
        return next((provision.eid for provision in held if provision.text), eid)

    @cached_property
    def left_out(self) -> tuple[tuple[Residue, ...], ...]:
        """What is no provision, in its order, the marks of a table or a paragraph together: hundreds, which say little
        one by one."""
        out: list[list[Residue]] = []
        for residue in self.document.residue:
            if out and self._is_mark(out[-1][-1]) and self._is_mark(residue) and self._goes_on(out[-1][-1], residue):
                out[-1].append(residue)
            else:
                out.append([residue])
        return tuple(map(tuple, out))

    def _is_mark(self, residue: Residue) -> bool:
        return residue.reason in ("syntax", "separator")

    def _goes_on(self, before: Residue, residue: Residue) -> bool:
        """Whether no blank line stands between two stretches of the source."""
        return not _BLANK_LINE.search(self.document.source.text, before.span.start, residue.span.end)

    def left_out_words(self, together: Sequence[Residue]) -> str:
        """What stands in the source there; of marks each kind once."""
        return " ".join(dict.fromkeys(map(self.words, together)))

    def words(self, extent: Residue | Problem) -> str:
        """What stands in the source where a residue or a problem is."""
        return self.document.source.text[extent.span.start : extent.span.end]


def _trails(
    provisions: Iterable[Provision], above: tuple[str, ...], labels: Mapping[str, str], under: Provision | None = None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The headings above each provision. Above what is cited by the very number of the heading it is `under`, that
    stands without: 五 五、罚则 says it twice. Above the rows of a table stands the one that names its columns."""
    columns = ""
    for provision in provisions:
        again = under is not None and labels.get(provision.eid) == labels.get(under.eid)
        over = (*above[:-1], under.heading) if under and again else above
        columns = provision.heading or columns if provision.level == "row" else ""
        yield provision.eid, (*over, columns) if columns and not provision.heading else over
        if provision.heading:
            yield from _trails(provision.children, (*above, _title(provision)), labels, provision)
        else:
            yield from _trails(provision.children, above, labels, under)


def _title(provision: Provision) -> str:
    return f"{provision.num}{'' if provision.num[-1:] in _CLOSED else ' '}{provision.heading}".strip()
