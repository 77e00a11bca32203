"""A comparison with the reviewers' marks: the rows they decided about, the findings they dismissed, what is stale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from policydiff.decisions.contradicting import overruled
from policydiff.decisions.fingerprint import is_on, turned, why_stale
from policydiff.model import (
    Alignment,
    Comparison,
    Decision,
    Dismissed,
    Finding,
    Link,
    Row,
    Sides,
    StaleDecision,
    StaleReason,
)


def reviewed(alignment: Alignment, decisions: Iterable[Decision]) -> Comparison:
    """The comparison of an alignment as reviewers decided it; decisions on other documents are passed over.

    A decision is either applied, and marked at every row that it concerns, or stale.
    """
    from policydiff.comparison import compare  # with what follows half of what a command loads; most compare nothing
    from policydiff.decisions.links import linked

    base, target = alignment.base, alignment.target
    holding, stale = [], []
    for filed in (decision for decision in decisions if is_on(decision, base.id, target.id)):
        decision = filed if filed.documents == (base.id, target.id) else turned(filed)
        if why := why_stale(filed, base, target):
            stale.append(StaleDecision(decision=decision, why=why))
        else:
            holding.append(decision)
    contradicted = overruled(holding)
    kept = [decision for decision in holding if not _is_set_aside(decision, contradicted)]
    marked = _marked(compare(linked(alignment, kept)), kept)
    stale += _without_effect(marked, holding, contradicted)
    return replace(marked, stale=tuple(sorted(stale, key=lambda one: one.decision.number)))


# --------------------------------------------------------------------------------------------- marking


def _marked(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    if not decisions:
        return comparison
    translated = comparison.base.language != comparison.target.language
    dismissals = [decision for decision in decisions if decision.verdict == "dismiss"]
    findings, dismissed = _judged([(finding, _whole_place(finding)) for finding in comparison.findings], dismissals)
    return replace(
        comparison,
        rows=tuple(_marked_row(row, decisions, translated=translated) for row in comparison.rows),
        findings=findings,
        dismissed=dismissed,
    )


def placed(comparison: Comparison) -> Iterator[tuple[Finding, Sides]]:
    """Every finding with the provisions of both sides that it stands at."""
    for row in comparison.rows:
        yield from ((finding, row.link.sides) for finding in row.findings)
    yield from ((finding, _whole_place(finding)) for finding in comparison.findings)


def _whole_place(finding: Finding) -> Sides:
    """Where a finding on the target as a whole stands: at a provision, or at none."""
    return (), (finding.eid,) if finding.eid else ()


def _marked_row(row: Row, decisions: Sequence[Decision], *, translated: bool) -> Row:
    dismissals = [decision for decision in decisions if decision.verdict == "dismiss"]
    findings, dismissed = _judged([(finding, row.link.sides) for finding in row.findings], dismissals)
    # A translated row is changed by what was found in it alone; see `compare`.
    cleared = translated and row.status == "changed" and dismissed and not findings
    return replace(
        row,
        status="unchanged" if cleared else row.status,
        findings=findings,
        decisions=tuple(decision for decision in decisions if _is_about(decision, row.link)),
        dismissed=dismissed,
    )


def _judged(
    found: Sequence[tuple[Finding, Sides]], dismissals: Sequence[Decision]
) -> tuple[tuple[Finding, ...], tuple[Dismissed, ...]]:
    """The findings that stand, and those that are dismissed.

    Without words a dismissal is of the one thing that its rule found: a second one has not been seen by the reviewer.
    """
    by: dict[int, Decision] = {}
    for decision in dismissals:
        fits = [n for n, (finding, place) in enumerate(found) if _fits(decision, finding, place)]
        if decision.words or len(fits) == 1:
            by |= dict.fromkeys(fits, decision)
    standing = tuple(finding for n, (finding, _) in enumerate(found) if n not in by)
    return standing, tuple(Dismissed(finding=found[n][0], decision=by[n]) for n in sorted(by))


def _fits(decision: Decision, finding: Finding, place: Sides) -> bool:
    return (
        decision.sides == place
        and decision.rule == finding.rule
        and (decision.words in finding.base or decision.words in finding.target)
    )


def _is_about(decision: Decision, link: Link) -> bool:
    """Whether a decision is to be seen at the row of a link."""
    base, target = set(decision.base), set(decision.target)
    match decision.verdict:
        case "confirm" | "pair" if base and target:
            return decision.sides == link.sides
        case "confirm" | "pair":
            # That there is no counterpart: a row of one leaf.
            return link.base[0] in base if not link.target else not link.base and link.target[0] in target
        case "reject":
            return base.isdisjoint(link.base) != target.isdisjoint(link.target)
        case "note":
            return base <= set(link.base) and target <= set(link.target)
        case "dismiss":
            return False


def _is_set_aside(decision: Decision, contradicted: Mapping[int, Sequence[Decision]]) -> bool:
    """Whether a decision is not applied at all, as a later one puts its provisions together with others; one that is
    rejected in part, or rejects, is applied as far as it goes."""
    by = contradicted.get(decision.number, ())
    return bool(by) and "reject" not in (decision.verdict, by[0].verdict)


def _without_effect(
    comparison: Comparison, decisions: Sequence[Decision], contradicted: Mapping[int, tuple[Decision, ...]]
) -> list[StaleDecision]:
    """The decisions that are to be seen nowhere: what they are about is no more, or a later one undid them."""
    at_rows = {decision.number for row in comparison.rows for decision in row.decisions}
    seen = at_rows | {one.decision.number for one in comparison.all_dismissed()}
    return [
        StaleDecision(decision=d, why=_reason(d, comparison), by=contradicted.get(d.number, ()))
        for d in decisions
        if d.number not in seen
    ]


def _reason(decision: Decision, comparison: Comparison) -> StaleReason:
    if decision.verdict not in ("dismiss", "note"):
        return "overruled"
    return "ambiguous" if any(_fits(decision, *found) for found in placed(comparison)) else "absent"
