"""The frame of a comparison: what the rules know of the two documents that a row stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policydiff.comparison.findings.powers.newly_set import NewlySet
from policydiff.comparison.findings.row.changes import RowReading, RowSide
from policydiff.comparison.findings.row.elsewhere import Beside, Elsewhere, elsewhere
from policydiff.comparison.findings.row.hosts import Provisions
from policydiff.comparison.findings.row.set_anywhere import SetAnywhere, set_anywhere
from policydiff.comparison.findings.rules.fines import FinesBeside
from policydiff.comparison.findings.rules.followed import Articles, articles
from policydiff.comparison.findings.terms.acts import Penalties, acts
from policydiff.comparison.findings.terms.citations import cited_of
from policydiff.comparison.findings.terms.laying_down import announces_acts
from policydiff.eid import Citation, uppermost_of
from policydiff.model import Both, Document, Language, Link

Leaves = Both[Sequence[str]]  # those in a row
_LISTS = re.compile("下列|如下")
_CAPTION = re.compile(r"[^，。；：、]{2,14}(?=。.)")


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules know of one document: the words of its leaves and what these stand beside, what it says anywhere,
    and what introduces each leaf."""

    document: Document
    texts: Mapping[str, str]
    beside: Beside
    says: Elsewhere
    introductions: Mapping[str, str]

    def side(self, text: str, leaves: Sequence[str]) -> RowSide:
        """The side of a row with these words of some leaves, with what the document says around it."""
        before, behind = _around(leaves, self.texts)
        return RowSide(
            text=text,
            says=self.says,
            title=self.document.title,
            introductions=tuple((self.texts[eid], self.introductions.get(eid, "")) for eid in leaves),
            before=before,
            behind=behind,
        )

    def items_of(self, holder: str) -> list[str]:
        """The items of the list that a leaf introduces."""
        return [eid for eid in self.introductions if eid.startswith(f"{holder}__")]

    def has_items_told(self, words: str) -> bool:
        """Whether some words of the document announce punished acts all of which are omitted or added, and told so."""
        items = [eid for eid, said in self.introductions.items() if announces_acts(words, said)]
        return bool(items) and not self.beside.has_surer(items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the rules know of the two documents that a row stands in; `lacking` are the leaves of the base that no row
    lays beside words of the target."""

    base: Known
    target: Known
    cited: Articles
    lacking: frozenset[str]
    newly_set: NewlySet
    applied: tuple[Citation, ...]
    amounts: SetAnywhere
    fines: FinesBeside | None

    @classmethod
    def of(cls, base: Document, target: Document, links: tuple[Link, ...] = ()) -> Frame:
        """The frame of a comparison; made once."""
        (own, local), cited = _known(Both(base, target), links), articles(links)
        return cls(
            base=own,
            target=local,
            cited=cited,
            lacking=frozenset(eid for link in links if not link.target for eid in link.base),
            newly_set=NewlySet.of(base, target, local.introductions, cited),
            applied=tuple(cited_of(base.title, local.texts.values())) if base.title else (),
            amounts=set_anywhere(base),
            fines=FinesBeside(base, target, local.beside.leaves) if base.language == target.language == "zh" else None,
        )

    @property
    def sides(self) -> Both[Known]:
        """What is known of both."""
        return Both(self.base, self.target)

    @property
    def ui(self) -> Language:
        """The language of the messages: the target's."""
        return self.target.document.language

    def row(self, base: str, target: str, leaves: Leaves) -> RowReading:
        """A row with these words of some leaves and what the documents say around it; its changes are not read."""
        return RowReading(
            sides=Both(self.base.side(base, leaves.base), self.target.side(target, leaves.target)),
            language=self.ui,
            captions=frozenset(self._captions(leaves.target)),
            penalties=self.penalties(leaves),
            emptied=tuple(self._emptied(leaves)),
        )

    def is_applied(self, words: str, leaves: Sequence[str]) -> bool:
        """Whether the target cites the leaf of the base, of some leaves, that says some words: what it applies by its
        number (依照《…法》第八条的规定) it need not say."""
        saying = [eid for eid in leaves if words in self.base.texts[eid]] if self.applied else ()
        return any(place.matches(eid) for place in self.applied for eid in saying)

    def has_surer(self, link: Link) -> bool:
        """Whether a leaf of a doubtful link has a counterpart beyond doubt."""
        return any(side.beside.has_surer(own) for side, own in zip(self.sides, link.sides, strict=True))

    def penalties(self, leaves: Leaves, *, apart: bool = False) -> Penalties | None:
        """The penalties of some leaves of either side; they are known of Chinese documents."""
        if any(side.document.language != "zh" for side in self.sides):
            return None
        return Penalties(acts=Both(*(acts(side.document) for side in self.sides)), leaves=leaves, apart=apart)

    def articles(self, places: Sequence[str]) -> Provisions:
        """The articles of some leaves of the target, each with what the row has of it and with what introduces its
        lists."""
        words: dict[str, list[str]] = {}
        for eid in places:
            said = words.setdefault(uppermost_of(eid), [])
            own = self.target.introductions.get(eid, ""), self.target.texts[eid]
            said += [text for text in own if text and text not in said]
        return tuple((article, "\n".join(said)) for article, said in words.items())

    def _emptied(self, leaves: Leaves) -> Iterator[str]:
        """The words of the base's leaves that introduce a list of which no item stands in a row with words of the
        target; nothing where the target's leaves introduce or announce one."""
        base, target = self.sides
        if any(target.items_of(eid) or _LISTS.search(target.texts[eid]) for eid in leaves.target):
            return
        for eid in leaves.base:
            items = base.items_of(eid)
            if items and self.lacking.issuperset(items):
                yield base.texts[eid]

    def _captions(self, places: Sequence[str]) -> Iterator[str]:
        """What heads the items of a text without articles, where it runs into their words: 提高认识。各店应当…"""
        for eid in places:
            if eid.rpartition("__")[2].startswith("lvl_") and (caption := _CAPTION.match(self.target.texts[eid])):
                yield caption.group()


def _known(documents: Both[Document], links: Sequence[Link]) -> Both[Known]:
    """What is known of two documents."""
    texts = Both(*({leaf.eid: leaf.text for leaf in document.leaves()} for document in documents))
    sure = _laid_beside(link.sides for link in links if link.basis != "doubtful")
    doubtful = _laid_beside(link.sides for link in links if link.basis == "doubtful")
    beside = map(Beside, sure, doubtful, texts.turned())
    says, introductions = map(elsewhere, documents), map(Document.introductions, documents)
    return Both(*map(Known, documents, texts, beside, says, introductions))


def _laid_beside(rows: Iterable[Leaves]) -> Both[Mapping[str, Sequence[str]]]:
    """What rows lay beside each leaf of the base, and of the target."""
    leaves = Both(dict[str, list[str]](), dict[str, list[str]]())
    for row in rows:
        for beside, own, others in zip(leaves, row, row.turned(), strict=True):
            for eid in own:
                beside.setdefault(eid, []).extend(others)
    return leaves


def _around(places: Sequence[str], texts: Mapping[str, str]) -> tuple[str, str]:
    """What the article of the first of some leaves says before it, and behind it besides the others."""
    if not places:
        return "", ""
    article = uppermost_of(places[0])
    own = [eid for eid in texts if uppermost_of(eid) == article]
    first = own.index(places[0])
    behind = (texts[eid] for eid in own[first:] if eid not in places)
    return "\n".join(texts[eid] for eid in own[:first]), "\n".join(behind)
