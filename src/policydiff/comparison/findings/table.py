"""Which rules on a change there are, and what they say of the changes of a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policydiff.comparison.findings.found import LONE, Found
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import Quotes, Rule
from policydiff.comparison.findings.rules import (
    amounts,
    bodies,
    conditions,
    duties,
    elements,
    exceptions,
    force,
    restated,
    scope,
    sources,
)
from policydiff.comparison.findings.rules.differing import differing_words
from policydiff.model import FindingType

# The first to be seen stands first. Rules that share a change: a word of force, a number, an instrument may each stand
# in a change whose actor differs as well; only `scope` is silent where another rule has spoken.
CHANGE_RULES: tuple[tuple[Rule, FindingType], ...] = (
    (force.prohibition, "modality"),
    (force.modality, "modality"),
    (amounts.number, "number"),
    (exceptions.exception, "scope"),
    (exceptions.dropped_exception, "scope"),
    (exceptions.added_exception, "scope"),
    (conditions.dropped_condition, "scope"),
    (conditions.added_condition, "scope"),
    (bodies.actor, "actor"),
    (bodies.dropped_actor, "actor"),
    (bodies.added_actor, "actor"),
    (duties.dropped_duty, "dropped-duty"),
    (sources.reference, "reference"),
    (force.alternative, "modality"),
    (elements.dropped_element, "dropped-duty"),
    (elements.added_element, "added-duty"),
    (scope.open_list, "scope"),
    (scope.scope, "scope"),
    (duties.added_duty, "added-duty"),
)
_BY_NAME = tuple((rule.__name__.replace("_", "-"), rule, kind) for rule, kind in CHANGE_RULES)
_ALONE = frozenset(
    (
        "dropped-duty", "added-duty", "dropped-element", "added-element", "scope", "open-list", "alternative",
    )
)  # fmt: skip
_ELEMENTS = frozenset(("dropped-element", "added-element"))
_CONDITIONS = frozenset((conditions.dropped_condition, conditions.added_condition))
# Each is a finding of its own, though one clause holds several.
_APART = frozenset(("actor", "dropped-actor", "added-actor", "number", *_ELEMENTS))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A change that a rule has something to say of, in these words."""

    rule: str
    kind: FindingType
    change: Change
    quotes: Quotes
    differing: tuple[Quotes, ...] = ()

    @property
    def place(self) -> tuple[str, str, str]:
        """What claims of one rule on one pair of clauses share."""
        return self.rule, self.change.base.clause, self.change.target.clause


def said_of_each_change(reading: RowReading) -> Iterator[Found]:
    """What the rules say of each change of a row; what one rule finds at several places of a clause is one finding."""
    changes = [change for change in reading.changes if not restated.is_of_elements_alone(change, reading)]
    found = [claim for change in changes if not change.paired for claim in _claims(change, reading)]
    found += _of_paired([change for change in changes if change.paired], found, reading)
    claims = _spoken_of_once(found)
    places: dict[tuple[str, str, str], list[_Claim]] = {}
    for claim in sorted(claims, key=_in_order):
        places.setdefault(claim.place, []).append(claim)
    for together in places.values():
        yield from _merged(together)


def _in_order(claim: _Claim) -> tuple[str, bool, bool, float]:
    """The claims of a rule: first those on what is compared, then on what stands alone, the weightiest first."""
    change = claim.change
    return claim.rule, change.paired, not change.within, -change.weight


def _of_paired(changes: Sequence[Change], claims: Sequence[_Claim], reading: RowReading) -> Iterator[_Claim]:
    """What is gone of the clauses that are laid beside each other and of which nothing is claimed, else what is new."""
    told = {(claim.change.base.clause, claim.change.target.clause) for claim in claims}
    for change in sorted(changes, key=lambda change: change.new):
        pair = change.base.clause or change.near.clause, change.target.clause or change.near.clause
        found = [*_claims(change, reading)] if pair not in told else []
        if found:
            told.add(pair)
        yield from found


def _spoken_of_once(claims: Sequence[_Claim]) -> list[_Claim]:
    """The claims without those of a clause that is gone or new where another rule compares that very clause or speaks
    of it as a condition, and without those of a condition that is told with more."""
    met = {conditions.condition(claim.change) for claim in claims if claim.change.condition}
    claims = [claim for claim in claims if claim.rule not in LONE or conditions.condition(claim.change) not in met]
    alone = [claim.quotes for claim in claims if not claim.change.within and not claim.change.condition]
    claims = [claim for claim in claims if not (claim.change.condition and _is_quoted(claim, alone))]
    compared = [claim for claim in claims if claim.change.within or claim.rule == "number"]
    quoted = [[claim.quotes[side] for claim in compared] for side in (0, 1)]
    return [
        claim
        for claim in claims
        if claim.rule not in LONE or claim.quotes[claim.change.new] not in quoted[claim.change.new]
    ]


def _is_quoted(claim: _Claim, quotes: Sequence[Quotes]) -> bool:
    """Whether other quotations hold the condition of which a claim speaks."""
    old, new = conditions.condition(claim.change)
    return any((old and old in base) or (new and new in target) for base, target in quotes)


def _claims(change: Change, reading: RowReading) -> Iterator[_Claim]:
    if change.condition:
        yield from _of_condition(change, reading)
        return
    spoken = False
    for name, rule, kind in _BY_NAME:
        silent = spoken and name in _ALONE and not (rule is scope.scope and scope.says_more(change))
        if not silent and (quotes := rule(change, reading)):
            spoken = True
            if name in _ELEMENTS and not elements.binds(change, reading):
                return
            words = differing_words(change, reading) if rule is scope.scope else ()
            yield _Claim(rule=name, kind=kind, change=change, quotes=quotes, differing=words)
            if name in _ELEMENTS:
                return


def _of_condition(change: Change, reading: RowReading) -> Iterator[_Claim]:
    """What is said of a case that one side alone sets, and of what is held in it: nothing else is."""
    for name, rule, kind in _BY_NAME:
        if rule in _CONDITIONS and (quotes := rule(change, reading)):
            differing = (conditions.condition(change),)
            yield _Claim(rule=name, kind=kind, change=change, quotes=quotes, differing=differing)


def _merged(claims: Sequence[_Claim]) -> Iterator[Found]:
    first = claims[0]
    differing = tuple(dict.fromkeys(words for claim in claims for words in claim.differing))
    if len(claims) == 1 or first.rule in _APART:
        for claim in claims:
            yield Found(claim.rule, claim.kind, *claim.quotes, differing=differing)
    else:
        base, target = _hull([c.change.base for c in claims]), _hull([c.change.target for c in claims])
        yield Found(first.rule, first.kind, base.quote(), target.quote(), differing=differing)


def _hull(passages: Sequence[Passage]) -> Passage:
    return replace(passages[0], start=min(p.start for p in passages), end=max(p.end for p in passages))
