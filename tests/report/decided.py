"""What a reviewer decided about the second row of `comparison`, 第二条 beside 第二条."""

from __future__ import annotations

from dataclasses import replace

from policydiff.model import Comparison, Decision, Dismissed, Row, Verdict


def decision(verdict: Verdict = "dismiss", /, **said: str) -> Decision:
    """A decision, with what is `said` of it: its reason, its note, by whom and when."""
    return Decision(
        number=3,
        documents=("base", "target"),
        verdict=verdict,
        base=("art_2",),
        target=("art_2",),
        fingerprint="0",
        **said,
    )


def dismissed(comparison: Comparison, by: Decision) -> Row:
    """The row, its one finding dismissed."""
    row = comparison.rows[1]
    [finding] = row.findings
    return replace(row, findings=(), dismissed=(Dismissed(finding=finding, decision=by),))
