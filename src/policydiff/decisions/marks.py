"""A comparison with the reviewers' marks: the rows they decided about, the findings they dismissed, what is stale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from policydiff.comparison import compare
from policydiff.decisions.fingerprint import why_stale
from policydiff.decisions.links import linked
from policydiff.model import (
    Alignment,
    Comparison,
    Decision,
    Dismissed,
    Finding,
    Link,
    Row,
    StaleDecision,
    StaleReason,
)
from policydiff.wording import STALE


def reviewed(alignment: Alignment, decisions: Iterable[Decision]) -> Comparison:
    """The comparison of an alignment as reviewers decided it; decisions on other documents are passed over.

    A decision is either applied, and marked at every row that it concerns, or stale.
    """
    base, target = alignment.base, alignment.target
    holding, stale = [], []
    for decision in decisions:
        if decision.documents == (base.id, target.id):
            if why := why_stale(decision, base, target):
                stale.append(StaleDecision(decision=decision, why=why))
            else:
                holding.append(decision)
    marked = _marked(compare(linked(alignment, holding)), holding)
    stale += _without_effect(marked, holding)
    return replace(marked, stale=tuple(sorted(stale, key=lambda one: one.decision.number)))


def line(stale: StaleDecision) -> str:
    """What is stale, why, and what to do, as one line for the user."""
    decision = stale.decision
    at = " → ".join(", ".join(eids) for eids in (decision.base, decision.target) if eids)
    what = " ".join(filter(None, (decision.verdict, decision.rule, at)))
    return (
        f"decision {decision.number} ({what}; {decision.documents[0]} ↔ {decision.documents[1]}) is not applied: "
        f"{STALE[stale.why]['en']}. Decide again, or remove it: policydiff decide --remove {decision.number}"
    )


# --------------------------------------------------------------------------------------------- marking


def _marked(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    if not decisions:
        return comparison
    translated = comparison.base.language != comparison.target.language
    dismissals = [decision for decision in decisions if decision.verdict == "dismiss"]
    judged = [_judged(finding, _at_place(dismissals, finding)) for finding in comparison.findings]
    return replace(
        comparison,
        rows=tuple(_marked_row(row, decisions, translated=translated) for row in comparison.rows),
        findings=tuple(one for one in judged if isinstance(one, Finding)),
        dismissed=tuple(one for one in judged if isinstance(one, Dismissed)),
    )


def _at_place(dismissals: Sequence[Decision], finding: Finding) -> list[Decision]:
    """The dismissals of findings on the whole target that are about this one's place."""
    place = ((), (finding.eid,) if finding.eid else ())
    return [decision for decision in dismissals if (decision.base, decision.target) == place]


def _marked_row(row: Row, decisions: Sequence[Decision], *, translated: bool) -> Row:
    here = [d for d in decisions if d.verdict == "dismiss" and (d.base, d.target) == (row.link.base, row.link.target)]
    judged = [_judged(finding, here) for finding in row.findings]
    findings = tuple(one for one in judged if isinstance(one, Finding))
    dismissed = tuple(one for one in judged if isinstance(one, Dismissed))
    # A translated row is changed by what was found in it alone; see `compare`.
    cleared = translated and row.status == "changed" and dismissed and not findings
    return replace(
        row,
        status="unchanged" if cleared else row.status,
        findings=findings,
        decisions=tuple(decision for decision in decisions if _is_about(decision, row.link)),
        dismissed=dismissed,
    )


def _judged(finding: Finding, dismissals: Sequence[Decision]) -> Finding | Dismissed:
    """The finding, or that it is dismissed."""
    for decision in dismissals:
        if finding.rule == decision.rule and (decision.words in finding.base or decision.words in finding.target):
            return Dismissed(finding=finding, decision=decision)
    return finding


def _is_about(decision: Decision, link: Link) -> bool:
    """Whether a decision is to be seen at the row of a link."""
    base, target = set(decision.base), set(decision.target)
    match decision.verdict:
        case "confirm" | "pair" if base and target:
            return (decision.base, decision.target) == (link.base, link.target)
        case "confirm" | "pair":
            # That there is no counterpart: a row of one leaf.
            return link.base[0] in base if not link.target else not link.base and link.target[0] in target
        case "reject":
            return base.isdisjoint(link.base) != target.isdisjoint(link.target)
        case "note":
            return base <= set(link.base) and target <= set(link.target)
        case "dismiss":
            return False


def _without_effect(comparison: Comparison, decisions: Sequence[Decision]) -> list[StaleDecision]:
    """The decisions that are to be seen nowhere: what they are about is no more, or a later one undid them."""
    at_rows = {decision.number for row in comparison.rows for decision in row.decisions}
    of_findings = {one.decision.number for row in comparison.rows for one in row.dismissed}
    seen = at_rows | of_findings | {one.decision.number for one in comparison.dismissed}
    return [StaleDecision(decision=d, why=_reason(d)) for d in decisions if d.number not in seen]


def _reason(decision: Decision) -> StaleReason:
    return "absent" if decision.verdict in ("dismiss", "note") else "overruled"
