"""How well a comparison agrees with the readers.

The tool need not cut a text as the readers did. Each of its leaves counts, character by character, for the units
in whose places it stands: a coarser cut costs precision, a finer one costs nothing.

    links      precision, recall and F1 over pairs (base unit, target unit)
    status     share of the units that bear a right status: unchanged, changed or omitted in the base, linked or
               added in the target
    coverage   share of the units' letters and digits that stand in a leaf: lost text shows here
    changes    share of the substantive changes that a finding quotes, or that an omitted or added row is itself
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from policydiff.evaluation.changes import named
from policydiff.evaluation.gold import Gold, GoldChange, GoldLink, GoldSide, UnitPair
from policydiff.model import Comparison, Document, Row, Status
from policydiff.text import skeleton

# How much of the smaller unit a comparison must link for the pair to count.
_LINKED_SHARE = 0.3

Shares = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One comparison against the readers; `missed` and `wrong` are the pairs behind recall and precision.

    `flagged` and `typed` are None where the readers listed no changes. Findings on the document as a whole count
    among those a changed row.
    """

    precision: float
    recall: float
    f1: float
    textual_recall: float
    base_status: float
    target_status: float
    base_coverage: float
    target_coverage: float
    flagged: float | None
    typed: float | None
    findings_per_changed_row: float
    made: frozenset[UnitPair]
    missed: frozenset[UnitPair]
    wrong: frozenset[UnitPair]
    unflagged: tuple[GoldChange, ...]
    wrongly_unchanged: tuple[Row, ...]


class _Measured:
    """One side: how many letters and digits each unit has, and each leaf has in each unit."""

    def __init__(self, side: GoldSide, document: Document) -> None:
        weights = [len(skeleton(char)) for char in document.source.text]
        owner = {at: unit.id for unit in side.units for start, end in unit.spans for at in range(start, end)}
        self.ids = tuple(unit.id for unit in side.units)
        self.length = Counter[str]()
        for at, unit in owner.items():
            self.length[unit] += weights[at]
        self.shares: Shares = {}
        covered = set[int]()
        for leaf in document.leaves():
            places = [at for span in leaf.spans for at in range(span.start, span.end) if at in owner]
            self.shares[leaf.eid] = Counter[str]()
            for at in places:
                self.shares[leaf.eid][owner[at]] += weights[at]
            covered.update(places)
        self.coverage = sum(weights[at] for at in covered) / self.length.total()

    def share(self, leaves: Iterable[str]) -> Counter[str]:
        """What these leaves have of each unit."""
        return sum((self.shares[eid] for eid in leaves), Counter[str]())


def score(gold: Gold, comparison: Comparison) -> Score:
    """The figures of a comparison of the very texts that the readers had."""
    base, target = _Measured(gold.base, comparison.base), _Measured(gold.target, comparison.target)
    wanted = set(_pairs(gold.links)) - gold.optional
    textual = set(_pairs(link for link in gold.links if not link.topical)) - gold.optional
    made = _made(comparison.rows, base, target) - gold.optional
    right = made & wanted
    precision = len(right) / len(made) if made else 0.0
    recall = _share(len(right), len(wanted))
    changes = named(gold.changes, comparison)
    return Score(
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / (precision + recall) if right else 0.0,
        textual_recall=_share(len(made & textual), len(textual)),
        base_status=_base_status(gold, comparison, base),
        target_status=_target_status(gold, comparison, target),
        base_coverage=base.coverage,
        target_coverage=target.coverage,
        flagged=_mean([change.flagged for change in changes]),
        typed=_mean([change.typed for change in changes]),
        findings_per_changed_row=len(comparison.all_findings()) / max(1, comparison.summary()["changed"]),
        made=frozenset(made),
        missed=frozenset(wanted - made),
        wrong=frozenset(made - wanted),
        unflagged=tuple(one.change for one in changes if not one.flagged),
        wrongly_unchanged=tuple(row for row in comparison.rows if _wrongly_unchanged(row, gold, base, target)),
    )


def _pairs(links: Iterable[GoldLink]) -> Iterable[UnitPair]:
    return (pair for link in links for pair in link.pairs())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _mean(told: list[bool]) -> float | None:
    return sum(told) / len(told) if told else None


# ------------------------------------------------------------------------------------------------ links


def _made(rows: Iterable[Row], base: _Measured, target: _Measured) -> set[UnitPair]:
    """The pairs of units that the rows tie together strongly enough to count."""
    ties: dict[UnitPair, float] = defaultdict(float)
    for row in rows:
        for pair, tie in _ties(row, base, target).items():
            ties[pair] += tie
    return {pair for pair, tie in ties.items() if tie >= _LINKED_SHARE}


def _ties(row: Row, base: _Measured, target: _Measured) -> dict[UnitPair, float]:
    """How much of the smaller unit of each pair stands in this row."""
    on_base, on_target = base.share(row.link.base), target.share(row.link.target)
    return {
        (b, t): min(on_base[b], on_target[t]) / min(base.length[b], target.length[t])
        for b in on_base
        for t in on_target
    }


# ----------------------------------------------------------------------------------------------- status


def _base_status(gold: Gold, comparison: Comparison, base: _Measured) -> float:
    """Share of the base's units whose weightiest status is one the readers accept."""
    accepted: dict[str, set[str]] = defaultdict(set)
    for link in gold.links:
        for unit in link.base:
            accepted[unit] |= _accepted(link)
    for unit in _only_optional(gold, 0):
        accepted[unit] |= {"changed", "omitted"}
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for row in comparison.rows:
        for unit, weight in base.share(row.link.base).items():
            said[unit][row.status] += weight
    return _right(base.ids, said, accepted, "omitted")


def _target_status(gold: Gold, comparison: Comparison, target: _Measured) -> float:
    """Share of the target's units that are linked or added where the readers accept it."""
    accepted: dict[str, set[str]] = defaultdict(set)
    for link in gold.links:
        for unit in link.target:
            accepted[unit].add("linked")
    for unit in _only_optional(gold, 1):
        accepted[unit] |= {"linked", "added"}
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for row in comparison.rows:
        for unit, weight in target.share(row.link.target).items():
            said[unit]["added" if row.status == "added" else "linked"] += weight
    return _right(target.ids, said, accepted, "added")


def _accepted(link: GoldLink) -> set[Status]:
    match link.relation:
        case "identical":
            return {"unchanged"}
        case "changed":
            return {"changed"}
        case "either":
            return {"unchanged", "changed"}


def _only_optional(gold: Gold, side: int) -> set[str]:
    """The units of a side that stand in optional pairs and in no pair that is certain."""
    certain = {pair[side] for pair in _pairs(gold.links) if pair not in gold.optional}
    return {pair[side] for pair in gold.optional} - certain


def _right(
    units: tuple[str, ...], said: dict[str, Counter[str]], accepted: dict[str, set[str]], otherwise: str
) -> float:
    """Share of the units whose weightiest status is accepted; a unit in no link accepts `otherwise` alone."""
    right = 0
    for unit in units:
        status = max(said[unit], key=said[unit].__getitem__, default="missing")
        right += status in (accepted.get(unit) or {otherwise})
    return right / len(units)


def _wrongly_unchanged(row: Row, gold: Gold, base: _Measured, target: _Measured) -> bool:
    """Whether a row within one language is called unchanged though the readers found a change, or no link."""
    if row.status != "unchanged" or gold.base.language != gold.target.language:
        return False
    same = set(_pairs(link for link in gold.links if link.relation != "changed")) | gold.optional
    return any(tie >= _LINKED_SHARE and pair not in same for pair, tie in _ties(row, base, target).items())
