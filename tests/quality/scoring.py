"""How well a comparison agrees with the readers: the figures that `pins.toml` holds.

The tool need not cut a text as the readers did. Each of its leaves counts, character by character, for the units
in whose places it stands: a coarser cut costs precision, a finer one costs nothing.

    links      precision, recall and F1 over pairs (base unit, target unit)
    status     share of the units that bear a right status: unchanged, changed or omitted in the base, linked or
               added in the target
    coverage   share of the units' letters and digits that stand in a leaf: lost text shows here
    flagged    share of the substantive changes that a finding quotes, or that an omitted or added row is itself
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from tests.quality.gold import Change, Gold, GoldLink, Side

from policydiff.model import Comparison, Document, Finding, Row, Status
from policydiff.text import skeleton

# How much of the smaller unit a comparison must link for the pair to count.
LINKED_SHARE = 0.3
# A quotation points at a phrase when they share a run of this share of the shorter one, and when it is not
# much longer than the phrase.
QUOTED_SHARE, QUOTED_LENGTH, QUOTED_TIMES = 0.4, 40, 4

UnitPair = tuple[str, str]
Shares = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One comparison against the readers; `missed` and `wrong` are the pairs behind recall and precision."""

    precision: float
    recall: float
    f1: float
    textual_recall: float
    base_status: float
    target_status: float
    base_coverage: float
    target_coverage: float
    flagged: float
    typed: float
    made: frozenset[UnitPair]
    missed: frozenset[UnitPair]
    wrong: frozenset[UnitPair]
    wrongly_unchanged: tuple[Row, ...]


class Measured:
    """One side: how many letters and digits each unit has, and each leaf has in each unit."""

    def __init__(self, side: Side, document: Document) -> None:
        weights = [len(skeleton(char)) for char in document.source.text]
        owner = {at: unit.eid for unit in side.units for start, end in unit.spans for at in range(start, end)}
        self.eids = tuple(unit.eid for unit in side.units)
        self.length = Counter[str]()
        for at, eid in owner.items():
            self.length[eid] += weights[at]
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
    base, target = Measured(gold.base, comparison.base), Measured(gold.target, comparison.target)
    wanted = set(_pairs(gold.links)) - gold.optional
    textual = set(_pairs(link for link in gold.links if not link.topical)) - gold.optional
    made = _made(comparison.rows, base, target) - gold.optional
    right = made & wanted
    precision = len(right) / len(made) if made else 0.0
    recall = _share(len(right), len(wanted))
    flagged, typed = _found(gold.changes, comparison)
    return Score(
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / (precision + recall) if right else 0.0,
        textual_recall=_share(len(made & textual), len(textual)),
        base_status=_base_status(gold, comparison, base),
        target_status=_target_status(gold, comparison, target),
        base_coverage=base.coverage,
        target_coverage=target.coverage,
        flagged=flagged,
        typed=typed,
        made=frozenset(made),
        missed=frozenset(wanted - made),
        wrong=frozenset(made - wanted),
        wrongly_unchanged=tuple(row for row in comparison.rows if _wrongly_unchanged(row, gold, base, target)),
    )


def _pairs(links: Iterable[GoldLink]) -> Iterable[UnitPair]:
    return ((base, target) for link in links for base in link.base for target in link.target)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


# ------------------------------------------------------------------------------------------------ links


def _made(rows: Iterable[Row], base: Measured, target: Measured) -> set[UnitPair]:
    """The pairs of units that the rows tie together strongly enough to count."""
    ties: dict[UnitPair, float] = defaultdict(float)
    for row in rows:
        for pair, tie in _ties(row, base, target).items():
            ties[pair] += tie
    return {pair for pair, tie in ties.items() if tie >= LINKED_SHARE}


def _ties(row: Row, base: Measured, target: Measured) -> dict[UnitPair, float]:
    """How much of the smaller unit of each pair stands in this row."""
    on_base, on_target = base.share(row.link.base), target.share(row.link.target)
    return {
        (b, t): min(on_base[b], on_target[t]) / min(base.length[b], target.length[t])
        for b in on_base
        for t in on_target
    }


# ----------------------------------------------------------------------------------------------- status


def _base_status(gold: Gold, comparison: Comparison, base: Measured) -> float:
    """Share of the base's units whose weightiest status is one the readers accept."""
    accepted: dict[str, set[str]] = defaultdict(set)
    for link in gold.links:
        for eid in link.base:
            accepted[eid] |= _accepted(link)
    for eid in _only_optional(gold, 0):
        accepted[eid] |= {"changed", "omitted"}
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for row in comparison.rows:
        for eid, weight in base.share(row.link.base).items():
            said[eid][row.status] += weight
    return _right(base.eids, said, accepted, "omitted")


def _target_status(gold: Gold, comparison: Comparison, target: Measured) -> float:
    """Share of the target's units that are linked or added where the readers accept it."""
    accepted: dict[str, set[str]] = defaultdict(set)
    for link in gold.links:
        for eid in link.target:
            accepted[eid].add("linked")
    for eid in _only_optional(gold, 1):
        accepted[eid] |= {"linked", "added"}
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for row in comparison.rows:
        for eid, weight in target.share(row.link.target).items():
            said[eid]["added" if row.status == "added" else "linked"] += weight
    return _right(target.eids, said, accepted, "added")


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
    eids: tuple[str, ...], said: dict[str, Counter[str]], accepted: dict[str, set[str]], otherwise: str
) -> float:
    """Share of the units whose weightiest status is accepted; a unit in no link accepts `otherwise` alone."""
    right = 0
    for eid in eids:
        status = max(said[eid], key=said[eid].__getitem__, default="missing")
        right += status in (accepted.get(eid) or {otherwise})
    return right / len(eids)


def _wrongly_unchanged(row: Row, gold: Gold, base: Measured, target: Measured) -> bool:
    """Whether a row within one language is called unchanged though the readers found a change, or no link."""
    if row.status != "unchanged" or gold.base.language != gold.target.language:
        return False
    same = set(_pairs(link for link in gold.links if link.relation != "changed")) | gold.optional
    return any(tie >= LINKED_SHARE and pair not in same for pair, tie in _ties(row, base, target).items())


# --------------------------------------------------------------------------------------------- findings


def _found(changes: tuple[Change, ...], comparison: Comparison) -> tuple[float, float]:
    """Shares of the changes that are flagged, and that are flagged under the readers' type."""
    findings = [finding for row in comparison.rows for finding in row.findings] + list(comparison.findings)
    omitted = _texts(comparison, comparison.base, "omitted")
    added = _texts(comparison, comparison.target, "added")
    flagged = typed = 0
    for change in changes:
        hits = [finding for finding in findings if _points_at(finding, change)]
        told = _told_by_row(change, omitted, added)
        flagged += bool(hits) or told
        typed += told or any(finding.type == change.type for finding in hits)
    return _share(flagged, len(changes)), _share(typed, len(changes))


def _texts(comparison: Comparison, document: Document, status: Status) -> list[str]:
    """The words of the leaves that stand in rows of this status."""
    rows = [row.link for row in comparison.rows if row.status == status]
    eids = {eid for link in rows for eid in (*link.base, *link.target)}
    return [skeleton(leaf.text) for leaf in document.leaves() if leaf.eid in eids]


def _told_by_row(change: Change, omitted: list[str], added: list[str]) -> bool:
    """Whether an omitted or added row says by itself that a duty was dropped or added."""
    if change.type == "dropped-duty" and not change.target:
        return any(skeleton(change.base) in text for text in omitted)
    if change.type == "added-duty" and not change.base:
        return any(skeleton(change.target) in text for text in added)
    return False


def _points_at(finding: Finding, change: Change) -> bool:
    """Whether the finding quotes the words of each side that is not silent."""
    sides = ((change.base, finding.base), (change.target, finding.target))
    return all(_quotes(phrase, quoted) for phrase, quoted in sides if phrase)


def _quotes(phrase: str, quoted: str) -> bool:
    ours, theirs = skeleton(phrase), skeleton(quoted)
    if not ours or not theirs or len(theirs) > max(QUOTED_LENGTH, QUOTED_TIMES * len(ours)):
        return False
    run = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match().size
    return run >= max(2, QUOTED_SHARE * min(len(ours), len(theirs)))
