"""A document as it is read: how each provision is cited, the headings above it, its table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from policydiff.eid import INSERTED, labels, said
from policydiff.model import Document, Problem, Provision, Residue
from policydiff.quoting import first_words
from policydiff.wording import RESIDUE

_FIRST_WORDS = (12, 36)  # characters, of an article in the table of contents


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A document with what its pages need to know of it, computed once."""

    document: Document

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
        """What the document is called."""
        return self.document.name

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

    def text(self, eid: str) -> str:
        """A provision's own words."""
        return self.provisions[eid].text if eid in self.provisions else ""

    def words(self, extent: Residue | Problem) -> str:
        """What stands in the source where a residue or a problem is."""
        return self.document.source.text[extent.span.start : extent.span.end]


_CLOSED = ("、", "）", "")


def _trails(
    provisions: Iterable[Provision], above: tuple[str, ...], labels: Mapping[str, str], under: Provision | None = None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The headings above each provision. Above what is cited by the very number of the heading it is `under`, that
    stands without: 五 五、罚则 says it twice."""
    for provision in provisions:
        again = under is not None and labels.get(provision.eid) == labels.get(under.eid)
        yield provision.eid, (*above[:-1], under.heading) if under and again else above
        if provision.heading:
            yield from _trails(provision.children, (*above, _title(provision)), labels, provision)
        else:
            yield from _trails(provision.children, above, labels, under)


def _title(provision: Provision) -> str:
    return f"{provision.num}{'' if provision.num[-1:] in _CLOSED else ' '}{provision.heading}".strip()


_STEP = re.compile(f"第[^第条款项目]+[条款项目](?:{INSERTED})?")


def cited_together(labels: Iterable[str]) -> tuple[str, ...]:
    """Citations one after the other, as drafters write them: what the one before names is not said again.

    第七条第一款, 第七条第二款 are 第七条第一款, 第二款; what is not cited by 条, 款 and 项 stays as it is.
    """
    said: list[str] = []
    before: list[str] = []
    for label in labels:
        steps = _STEP.findall(label)
        if "".join(steps) != label:
            steps = []
        same = next((at for at, (one, other) in enumerate(zip(steps, before, strict=False)) if one != other), 0)
        said.append("".join(steps[same:]) or label)
        before = steps
    return tuple(said)


def cited_alone(label: str, before: str) -> str:
    """A citation as it is without the whole one before it: 第二款 after 第七条第一款 is 第七条第二款."""
    steps, above = _STEP.findall(label), _STEP.findall(before)
    if not steps or "".join(steps) != label:
        return label
    units = [_unit(step) for step in above]
    return "".join(above[: units.index(_unit(steps[0]))] if _unit(steps[0]) in units else ()) + label


def _unit(step: str) -> str:
    """条, 款 or 项."""
    return next(char for char in step if char in "条款项目")


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
