"""What stands beside each provision on its document's page: where it comes from or who follows it, the best first.

Two documents that are compared were read as wholes: what belongs together is what their comparison says. For the rest
of the library the words of each two provisions must speak for themselves (policydiff.tracing).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from policydiff.alignment.units import units
from policydiff.model import Row, Side
from policydiff.presentation import Reading
from policydiff.site.pages import Compared
from policydiff.tracing import Counterpart, Counterparts, rank
from policydiff.tracing.likeness import Likeness
from policydiff.tracing.treatment import treatment

MOST = 5  # that stand beside a provision; of the others is said how many they are
_SAME = ("unchanged", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is shown of the rest of the library beside a provision, and how many more there are."""

    beside: tuple[Counterpart, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What stands beside a provision; `row` is where a comparison sets the two side by side."""

    beside: Counterpart
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """All that stands beside a provision, as far as it is shown, and how many more there are."""

    shown: tuple[Origin, ...]
    more: int

    @property
    def all(self) -> int:
        """How many there are."""
        return len(self.shown) + self.more


def shown(found: Counterparts, compared: Iterable[str]) -> dict[str, Shown]:
    """What a page shows of what was found for its document, but for what the comparisons with these documents say."""
    known = frozenset(compared)
    out = {}
    for eid, all_beside in found.items():
        rest = [one for one in all_beside if one.document not in known or one.cited]
        if rest:
            out[eid] = Shown(beside=tuple(rest[:MOST]), more=len(rest[MOST:]))
    return out


def origins(compared: Iterable[Compared], reading: Reading, rest: Mapping[str, Shown]) -> dict[str, Origins]:
    """For each provision of a document that has any, by its eid, what the comparisons and the rest of the library have
    beside it."""
    of_comparisons: dict[str, dict[tuple[str, str], Origin]] = {}
    for one in compared:
        if one.pair.relation == "implements":
            for eid, origin in _of_comparison(one, reading):
                of_comparisons.setdefault(eid, {})[origin.beside.document, origin.beside.eid] = origin
    out = {}
    for eid in (*of_comparisons, *(eid for eid in rest if eid not in of_comparisons)):
        own, others = of_comparisons.get(eid, {}), rest.get(eid, Shown(beside=()))
        new = [Origin(beside=one) for one in others.beside if (one.document, one.eid) not in own]
        best = sorted([*own.values(), *new], key=lambda origin: rank(origin.beside))
        out[eid] = Origins(shown=tuple(best[:MOST]), more=len(best[MOST:]) + others.more)
    return out


def _of_comparison(one: Compared, reading: Reading) -> Iterator[tuple[str, Origin]]:
    """The provisions of a document with those that a comparison sets beside them."""
    side: Side = "base" if one.table.base.document.id == reading.document.id else "target"
    other = one.table.target if side == "base" else one.table.base
    over, over_other = _over(reading), _over(other)
    together: dict[tuple[str, str], list[Row]] = {}
    for row in one.table.comparison.rows:
        mine, theirs = (row.link.base, row.link.target) if side == "base" else (row.link.target, row.link.base)
        if row.status not in _SAME:
            continue
        here = dict.fromkeys(over[eid] for eid in mine if eid in over)
        there = dict.fromkeys(over_other[eid] for eid in theirs if eid in over_other)
        for pair in product(here, there):
            together.setdefault(pair, []).append(row)
    for (eid, at), rows in together.items():
        like = _like(rows)
        beside = Counterpart(
            document=other.document.id,
            title=other.title,
            language=other.document.language,
            eid=at,
            label=other.label(at),
            treatment=treatment(like, "from", reading.document.language) or "adapts",
            score=round(like.score, 3),
            likely=round(max(row.link.score for row in rows), 3),
        )
        leaf = rows[0].link.on(side)[0]
        yield eid, Origin(beside=beside, row=f"{one.name}.html#{side}-{leaf}")


def _over(reading: Reading) -> dict[str, str]:
    """For each leaf of a document the provision that it is traced with."""
    found = units(reading.document)
    return {leaf.eid: found.eids[k] for leaf, k in zip(found.leaves, found.owner, strict=True)}


def _like(rows: Iterable[Row]) -> Likeness:
    """How much of the local side of some rows stands in the superior one, and the other way round; of two languages,
    nothing is known."""
    length = {"keep": 0, "insert": 0, "delete": 0}
    for row in rows:
        for edit in row.edits:
            length[edit.op] += len(edit.text)
    local, superior = length["keep"] + length["insert"], length["keep"] + length["delete"]
    return Likeness(own=length["keep"] / local if local else 0.0, other=length["keep"] / superior if superior else 0.0)
