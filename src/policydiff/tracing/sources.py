"""A document's provisions, each beside those of a library that it comes from, or that come from it.

    第八条 ──▶ 省条例 第十二条   restates   0.93   its words stand there
           ──▶ 国家办法 第七条   adapts     0.41   much of it does
           ──▶ 处罚法 第三十二条  cites             it names it

Candidates come from the index; only those are compared. What a provision cites by name is a source whatever its words.
"""

from __future__ import annotations

from collections.abc import Collection as Group
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from policydiff.eid import SEPARATOR
from policydiff.library.editions import Editions
from policydiff.model import Document, Edit, Language, Treatment
from policydiff.redline import edits
from policydiff.tracing.candidates import CANDIDATES, COMPARED, compared
from policydiff.tracing.citing import cited_by, citing
from policydiff.tracing.collection import Collection, Holding, Unit, units_of
from policydiff.tracing.likeness import Likeness, likeness, weighed
from policydiff.tracing.together import together
from policydiff.tracing.treatment import Direction, treatment

_UNLIKE = Likeness(own=0.0, other=0.0)


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
class Searched:
    """What is looked through for a document's provisions: these `documents` of a collection, and of its rules the
    editions in force. The `grounds` are those of them that the document implements."""

    collection: Collection
    editions: Editions[Holding]
    documents: Sequence[Holding]
    grounds: Sequence[Holding]


def traced(
    document: Document, searched: Searched, *, direction: Direction, only: Group[str] | None, limit: int
) -> tuple[Traced, ...]:
    """The provisions of the document, or `only` those that are or hold one of these eids, each with so many
    matches at most and all that it cites.

    Of the grounds it is found what belongs together, however it is worded. Towards `"to"`, what is found restates,
    adapts or cites the document's provisions.
    """
    collection = searched.collection
    wanted = [unit for unit in units_of(document) if only is None or _holds(unit, only)]
    most = COMPARED if direction == "from" else CANDIDATES
    alike = compared(wanted, document.language, collection, searched.documents, most)
    likely = together(document, collection, searched.grounds)
    cited = (
        [cited_by(unit.text, collection, searched.editions) for unit in wanted]
        if direction == "from"
        else citing(document, wanted, collection, searched.documents)
    )
    asked = _Asked(collection=collection, direction=direction, language=document.language, limit=limit)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is asked of every provision alike."""

    collection: Collection
    direction: Direction
    language: Language
    limit: int

    def row(self, unit: Unit, alike: dict[int, Likeness], likely: dict[int, float], cited: Group[int]) -> Traced:
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
        holding = self.collection.holding(number)
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
        if match.treatment == "cites" or other != self.language:
            return match
        pair = (match.text, unit.text) if self.direction == "from" else (unit.text, match.text)
        return replace(match, edits=edits(*pair))
