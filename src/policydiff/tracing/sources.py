"""A document's provisions, each beside those of a library that it comes from, or that come from it.

    第八条 ──▶ 省条例 第十二条   restates   0.93   its words stand there
           ──▶ 国家办法 第七条   adapts     0.41   much of it does
           ──▶ 处罚法 第三十二条  cites             it names it

Candidates come from the index; only those are compared. What a provision cites by name is a source whatever its words.
"""

from __future__ import annotations

import re
from collections.abc import Collection as Group
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, Protocol

import numpy as np

from policydiff.eid import INSERTED, ITEM_NUMBER, SEPARATOR, find_citation, ordinal
from policydiff.library.describe import title_key
from policydiff.library.editions import Editions
from policydiff.model import Document, Edit, Language, Treatment
from policydiff.redline import edits
from policydiff.tracing.collection import Collection, Holding, Unit, units_of
from policydiff.tracing.likeness import Likeness, Weighed, likeness, weighed
from policydiff.tracing.together import together

Direction = Literal["from", "to"]

CANDIDATES = 50
_COMPARED: dict[Direction, int] = {"from": 16, "to": CANDIDATES}  # of the candidates, the nearest are compared
_RESTATES = 0.8  # of the local provision's words stand in the superior one
_LEAST: dict[Language, float] = {"zh": 0.3, "en": 0.42}  # the score from which two provisions belong together
_UNLIKE = Likeness(own=0.0, other=0.0)
_PART = 0.6  # so much of either in the other, and they do too where the other holds much more
_LEAST_OF_PART: dict[Language, float] = {"zh": 0.2, "en": 0.34}
FAINTEST = min(*_LEAST.values(), *_LEAST_OF_PART.values())  # with a lower score no provision does anything with another

_CITED = re.compile(
    rf"《([^《》]{{2,80}})》((?:[、，和及或与至]{{0,2}}{ordinal('条')}(?:{INSERTED})?(?:{ordinal('款')})?(?:第?（{ITEM_NUMBER}）项)?)+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A provision of the library that a traced one restates, adapts or cites, or one that does so with the traced one.

    `own` is how much of the traced provision stands in this one, `other` how much of this one in the traced. `likely`
    is how likely a reader would put the two together, known of a rule that the traced one implements alone. `edits`
    lead from the superior provision to the local one; they are empty across languages and where one only cites.
    """

    document: str
    title: str
    eid: str
    label: str
    text: str
    treatment: Treatment
    score: float
    own: float
    other: float
    likely: float
    cited: bool
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A provision and its matches, the best first. One that is `stock`, such as the day of entry into force, has none
    because every rule has its like."""

    eid: str
    label: str
    text: str
    stock: bool
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedArticle:
    """An article of another rule that a provision cites: the rule's title, the article's identifier and how it is
    written."""

    title: str
    eid: str
    label: str


def traced(
    document: Document,
    collection: Collection,
    among: Sequence[Holding],
    editions: Editions[Holding],
    *,
    grounds: Sequence[Holding] = (),
    direction: Direction = "from",
    only: Group[str] | None = None,
    limit: int = 3,
    redlines: bool = True,
) -> tuple[Traced, ...]:
    """The provisions of the document, or `only` those that are or hold one of these eids, each with so many
    matches at most and all that it cites.

    They are sought `among` documents of which the `grounds` are those that it implements: of theirs it is
    found what belongs together, however it is worded. Towards `"to"`, what is found restates, adapts or
    cites the document's provisions. Redlines take more time than all else, and are left out where nobody wants them.
    """
    wanted = [unit for unit in units_of(document) if only is None or _holds(unit, only)]
    alike = compared(wanted, document.language, collection, among, _COMPARED[direction])
    likely = together(document, collection, grounds)
    cited = (
        [cited_by(unit.text, collection, editions) for unit in wanted]
        if direction == "from"
        else _citing(document, wanted, collection, among)
    )
    asked = _Asked(
        collection=collection,
        direction=direction,
        language=document.language,
        limit=limit,
        redlines=redlines,
    )
    return tuple(
        asked.row(unit, like, likely.get(unit.eid, {}), named)
        for unit, like, named in zip(wanted, alike, cited, strict=True)
    )


class Ranked(Protocol):
    """A provision of another document, how like it is, and how likely a reader would put it beside one's own."""

    @property
    def document(self) -> str: ...

    @property
    def eid(self) -> str: ...

    @property
    def score(self) -> float: ...

    @property
    def likely(self) -> float: ...


def rank(one: Ranked) -> tuple[float, float, str, str]:
    """Sorts what stands beside a provision, the best first."""
    return (-max(one.score, one.likely), -one.score, one.document, one.eid)


def _holds(unit: Unit, eids: Group[str]) -> bool:
    return any(eid == unit.eid or eid.startswith(unit.eid + SEPARATOR) for eid in eids)


def citations(text: str) -> Iterator[CitedArticle]:
    """The articles of other rules that a text cites: 《胡须法》第八条、第九条第二款 are two."""
    for found in _CITED.finditer(text):
        rest = found.group(2)
        while place := find_citation(rest):
            citation, (start, end) = place
            level, number = citation.steps[0]
            article = rest[start:end].partition("条")
            yield CitedArticle(title=found.group(1), eid=f"{level}_{number}", label=article[0] + article[1])
            rest = rest[end:]


# ------------------------------------------------------------------------------------------ comparing


def compared(
    wanted: Sequence[Unit], language: Language, collection: Collection, among: Sequence[Holding], most: int = 16
) -> list[dict[int, Likeness]]:
    """For each provision so many of its nearest candidates among these documents, each with how like it is."""
    near = collection.index.near(
        ["" if unit.stock else unit.text for unit in wanted], language, CANDIDATES, collection.among(among)
    )

    @cache
    def held(number: int) -> Weighed:
        return weighed(collection.texts[number], language)

    out = []
    for number, unit in enumerate(wanted):
        candidates = near.candidate[near.of(number)][:most].tolist()
        own = weighed(unit.text, language) if candidates else None
        out.append({n: likeness(own, held(n)) for n in candidates} if own else {})
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is asked of every provision alike."""

    collection: Collection
    direction: Direction
    language: Language
    limit: int
    redlines: bool

    def row(
        self, unit: Unit, alike: dict[int, Likeness], likely: dict[int, float], cited: Group[int]
    ) -> Traced:
        """The provision with what is like it, belongs to it or is named by it, the best first; nothing that is named is
        left out."""
        alike = {n: self._like(unit, n) for n in likely} | {n: _UNLIKE for n in cited if n not in likely} | alike
        found = [
            match
            for n, like in alike.items()
            if (match := self._match(n, like, likely.get(n, 0.0), n in cited)) is not None
        ]
        best = sorted(found, key=rank)
        shown = [match for place, match in enumerate(best) if place < self.limit or match.cited]
        return Traced(
            eid=unit.eid,
            label=unit.label,
            text=unit.text,
            stock=unit.stock,
            matches=tuple(self._redlined(match, unit) for match in shown),
        )

    def _like(self, unit: Unit, number: int) -> Likeness:
        return likeness(weighed(unit.text, self.language), weighed(self.collection.texts[number], self.language))

    def _match(self, number: int, like: Likeness, likely: float, cited: bool) -> Match | None:
        found = treatment(like, self.direction, self.language) or ("cites" if cited else "adapts" if likely else None)
        if found is None:
            return None
        holding = self.collection.holdings[int(self.collection.owner[number])]
        return Match(
            document=holding.id,
            title=holding.title,
            eid=self.collection.eids[number],
            label=self.collection.labels[number],
            text=self.collection.texts[number],
            treatment=found,
            score=round(like.score, 3),
            own=round(like.own, 3),
            other=round(like.other, 3),
            likely=round(likely, 3),
            cited=cited,
        )

    def _redlined(self, match: Match, unit: Unit) -> Match:
        other = self.collection.by_id[match.document].language
        if match.treatment == "cites" or other != self.language or not self.redlines:
            return match
        pair = (match.text, unit.text) if self.direction == "from" else (unit.text, match.text)
        return replace(match, edits=edits(*pair))


def treatment(like: Likeness, direction: Direction, language: Language) -> Treatment | None:
    """What the local provision does with the superior one, as far as the words tell."""
    local, superior = (like.own, like.other) if direction == "from" else (like.other, like.own)
    part = max(local, superior) >= _PART and like.score >= _LEAST_OF_PART[language]
    if like.score < _LEAST[language] and not part:
        return None
    return "restates" if local >= _RESTATES or min(local, superior) >= _PART else "adapts"


# -------------------------------------------------------------------------------------------- citing


def cited_by(text: str, collection: Collection, editions: Editions[Holding]) -> set[int]:
    """The provisions of the library that the words of one cite."""
    found = ((editions.named(citation.title), citation.eid) for citation in citations(text))
    places = (collection.place(holding, eid) for holding, eid in found if holding)
    return {place for place in places if place is not None}


def _citing(
    document: Document, wanted: Sequence[Unit], collection: Collection, among: Sequence[Holding]
) -> list[set[int]]:
    """For each provision of a document those of the library that cite it by the document's title."""
    key = title_key(document.title)
    by_eid: dict[str, set[int]] = {unit.eid: set() for unit in wanted}
    for n in np.flatnonzero(collection.among(among)).tolist() if key else ():
        for citation in citations(collection.texts[n]):
            if citation.eid in by_eid and title_key(citation.title) == key:
                by_eid[citation.eid].add(n)
    return [by_eid[unit.eid] for unit in wanted]
