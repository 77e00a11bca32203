"""The frame of a comparison: what the rules know of the two documents that a row stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policydiff.comparison.findings.powers.newly_set import NewlySet
from policydiff.comparison.findings.row.changes import RowReading
from policydiff.comparison.findings.row.elsewhere import Beside, Elsewhere, elsewhere
from policydiff.comparison.findings.row.hosts import Provisions
from policydiff.comparison.findings.row.set_anywhere import SetAnywhere, set_anywhere
from policydiff.comparison.findings.rules.fines import FinesBeside
from policydiff.comparison.findings.rules.followed import Articles, articles
from policydiff.comparison.findings.terms.acts import Penalties, acts
from policydiff.comparison.findings.terms.citations import cited_of
from policydiff.comparison.findings.terms.laying_down import announces_acts
from policydiff.eid import Citation, uppermost_of
from policydiff.model import Document, Language, Link

Leaves = tuple[Sequence[str], Sequence[str]]  # those of the base in a row, and those of the target
_LISTS = re.compile("下列|如下")
_CAPTION = re.compile(r"[^，。；：、]{2,14}(?=。.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the rules know of the two documents that a row stands in; `lacking` are the leaves of the base that no row
    lays beside words of the target."""

    base: Document
    target: Document
    base_says: Elsewhere
    target_says: Elsewhere
    base_texts: Mapping[str, str]
    target_texts: Mapping[str, str]
    base_introductions: Mapping[str, str]
    introductions: Mapping[str, str]
    cited: Articles
    beside: tuple[Beside, Beside]
    lacking: frozenset[str]
    newly_set: NewlySet
    applied: tuple[Citation, ...]
    amounts: SetAnywhere
    fines: FinesBeside | None

    @classmethod
    def of(cls, base: Document, target: Document, links: tuple[Link, ...] = ()) -> Frame:
        """The frame of a comparison; made once."""
        introductions, cited = target.introductions(), articles(links)
        beside = _beside(links, (base, target))
        return cls(
            base=base,
            target=target,
            base_says=elsewhere(base),
            target_says=elsewhere(target),
            base_texts={leaf.eid: leaf.text for leaf in base.leaves()},
            target_texts={leaf.eid: leaf.text for leaf in target.leaves()},
            base_introductions=base.introductions(),
            introductions=introductions,
            cited=cited,
            beside=beside,
            lacking=frozenset(eid for link in links if not link.target for eid in link.base),
            newly_set=NewlySet.of(base, target, introductions, cited),
            applied=tuple(cited_of(base.title, (leaf.text for leaf in target.leaves()))) if base.title else (),
            amounts=set_anywhere(base),
            fines=FinesBeside(base, target, beside[1].leaves) if base.language == target.language == "zh" else None,
        )

    @property
    def ui(self) -> Language:
        """The language of the messages: the target's."""
        return self.target.language

    def around(self, reading: RowReading, leaves: Leaves) -> RowReading:
        """A reading with what the documents say around its row."""
        old, new = leaves
        before, behind = zip(_around(old, self.base_texts), _around(new, self.target_texts), strict=True)
        return replace(
            reading,
            base_introductions=tuple((self.base_texts[eid], self.base_introductions.get(eid, "")) for eid in old),
            introductions=tuple((self.target_texts[eid], self.introductions.get(eid, "")) for eid in new),
            before=before,
            behind=behind,
            title=self.base.title,
            rule=self.target.title,
            captions=frozenset(self._captions(new)),
            penalties=self.penalties(leaves),
            emptied=tuple(self._emptied(leaves)),
        )

    def is_applied(self, words: str, leaves: Sequence[str]) -> bool:
        """Whether the target cites the leaf of the base, of some leaves, that says some words: what it applies by its
        number (依照《…法》第八条的规定) it need not say."""
        saying = [eid for eid in leaves if words in self.base_texts[eid]] if self.applied else ()
        return any(place.matches(eid) for place in self.applied for eid in saying)

    def has_items_told(self, words: str, side: int) -> bool:
        """Whether some words of a document announce punished acts all of which are omitted or added, and told so: of
        the base, of the target."""
        introductions = (self.base_introductions, self.introductions)[side]
        items = [eid for eid, said in introductions.items() if announces_acts(words, said)]
        return bool(items) and not any(self.beside[side].leaves.get(eid) for eid in items)

    def has_surer(self, link: Link) -> bool:
        """Whether a leaf of a doubtful link has a counterpart beyond doubt."""
        sides = zip(self.beside, (link.base, link.target), strict=True)
        return any(beside.leaves.get(eid) for beside, own in sides for eid in own)

    def penalties(self, leaves: Leaves, *, apart: bool = False) -> Penalties | None:
        """The penalties of some leaves of either side; they are known of Chinese documents."""
        if {self.base.language, self.target.language} != {"zh"}:
            return None
        return Penalties(base=acts(self.base), target=acts(self.target), leaves=leaves, apart=apart)

    def articles(self, places: Sequence[str]) -> Provisions:
        """The articles of some leaves of the target, each with what the row has of it and with what introduces its
        lists."""
        words: dict[str, list[str]] = {}
        for eid in places:
            said = words.setdefault(uppermost_of(eid), [])
            own = self.introductions.get(eid, ""), self.target_texts[eid]
            said += [text for text in own if text and text not in said]
        return tuple((article, "\n".join(said)) for article, said in words.items())

    def _emptied(self, leaves: Leaves) -> Iterator[str]:
        """The words of the base's leaves that introduce a list of which no item stands in a row with words of the
        target; nothing where the target's leaves introduce or announce one."""
        if any(_items_of(eid, self.introductions) or _LISTS.search(self.target_texts[eid]) for eid in leaves[1]):
            return
        for eid in leaves[0]:
            items = _items_of(eid, self.base_introductions)
            if items and self.lacking.issuperset(items):
                yield self.base_texts[eid]

    def _captions(self, places: Sequence[str]) -> Iterator[str]:
        """What heads the items of a text without articles, where it runs into their words: 提高认识。各店应当…"""
        for eid in places:
            if eid.rpartition("__")[2].startswith("lvl_") and (caption := _CAPTION.match(self.target_texts[eid])):
                yield caption.group()


def _items_of(holder: str, introductions: Mapping[str, str]) -> list[str]:
    """The items of the list that a leaf introduces."""
    return [eid for eid in introductions if eid.startswith(f"{holder}__")]


def _beside(links: tuple[Link, ...], documents: tuple[Document, Document]) -> tuple[Beside, Beside]:
    """What the leaves of the base stand beside, and those of the target."""
    sure = [(link.base, link.target) for link in links if link.basis != "doubtful"]
    doubtful = [(link.base, link.target) for link in links if link.basis == "doubtful"]
    texts = [{leaf.eid: leaf.text for leaf in document.leaves()} for document in reversed(documents)]
    held = zip(_laid_beside(sure), _laid_beside(doubtful), texts, strict=True)
    one, other = (Beside(leaves=a, doubtful=b, texts=c) for a, b, c in held)
    return one, other


def _laid_beside(rows: Iterable[Leaves]) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """What rows lay beside each leaf of the base, and of the target."""
    leaves: tuple[dict[str, list[str]], dict[str, list[str]]] = {}, {}
    for sides in rows:
        for beside, own, others in zip(leaves, sides, sides[::-1], strict=True):
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
