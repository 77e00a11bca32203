"""Which of the changes that readers listed a comparison names."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from policydiff.evaluation.gold import GoldChange
from policydiff.model import Comparison, Document, Finding, Status
from policydiff.text import skeleton

# A quotation points at a phrase when they share a run of this share of the shorter one, and when it is not
# much longer than the phrase.
_QUOTED_SHARE, _QUOTED_LENGTH, _QUOTED_TIMES = 0.4, 40, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Whether a change is flagged, and whether under the readers' type."""

    change: GoldChange
    flagged: bool
    typed: bool


def named(changes: tuple[GoldChange, ...], comparison: Comparison) -> tuple[Named, ...]:
    """For each change whether a finding quotes it, or an omitted or added row is it."""
    findings = comparison.all_findings()
    omitted = _texts(comparison, comparison.base, "omitted")
    added = _texts(comparison, comparison.target, "added")
    return tuple(_named(change, findings, omitted, added) for change in changes)


def _named(change: GoldChange, findings: tuple[Finding, ...], omitted: list[str], added: list[str]) -> Named:
    hits = [finding for finding in findings if points_at(finding, change)]
    told = _told_by_row(change, omitted, added)
    return Named(
        change=change,
        flagged=bool(hits) or told,
        typed=told or any(finding.type == change.type for finding in hits),
    )


def _texts(comparison: Comparison, document: Document, status: Status) -> list[str]:
    """The words of the leaves that stand in rows of this status."""
    rows = [row.link for row in comparison.rows if row.status == status]
    eids = {eid for link in rows for eid in (*link.base, *link.target)}
    return [skeleton(leaf.text) for leaf in document.leaves() if leaf.eid in eids]


def _told_by_row(change: GoldChange, omitted: list[str], added: list[str]) -> bool:
    """Whether an omitted or added row says by itself that a duty was dropped or added."""
    if change.type == "dropped-duty" and not change.target:
        return any(skeleton(change.base) in text for text in omitted)
    if change.type == "added-duty" and not change.base:
        return any(skeleton(change.target) in text for text in added)
    return False


def points_at(finding: Finding, change: GoldChange) -> bool:
    """Whether the finding quotes the words of each side that is not silent."""
    sides = ((change.base, finding.base), (change.target, finding.target))
    return all(_quotes(phrase, quoted) for phrase, quoted in sides if phrase)


def _quotes(phrase: str, quoted: str) -> bool:
    ours, theirs = skeleton(phrase), skeleton(quoted)
    if not ours or not theirs or len(theirs) > max(_QUOTED_LENGTH, _QUOTED_TIMES * len(ours)):
        return False
    run = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match().size
    return run >= max(2, _QUOTED_SHARE * min(len(ours), len(theirs)))
