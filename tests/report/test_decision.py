"""A reviewer's decision on the terminal: what, where, why and by whom, and whether it holds."""

from __future__ import annotations

from dataclasses import replace

from policydiff.model import Comparison, Decision, StaleDecision
from policydiff.report.decision import render

DECISION = Decision(
    number=3,
    documents=("central", "local"),
    verdict="reject",
    base=("art_2",),
    target=("art_1", "art_9"),
    fingerprint="",
    reason="两件事\x1b[2J",
    by="甲",
    date="2026-01-05",
)


def test_provisions_are_named_as_they_are_cited_and_what_is_gone_by_its_identifier(comparison: Comparison) -> None:
    shown = render(DECISION, comparison.base, comparison.target, colour=False, ui="zh").splitlines()
    assert shown == [
        "3  否定对应  第二条 → 第一条、第九条  (central → local)",
        "   两件事\\x1b[2J",
        "   甲 2026年1月5日",
    ]
    assert "  第二条 → 第一条、第九条  " in render(DECISION, None, None, colour=False, ui="zh")
    assert "  Article 2 → Article 1、Article 9  " in render(DECISION, None, None, colour=False, ui="en")


def test_a_provision_that_is_paired_with_none_stands_alone(comparison: Comparison) -> None:
    alone = replace(DECISION, verdict="pair", target=())
    assert render(alone, comparison.base, None, colour=False, ui="zh").startswith("3  确认无对应  第二条  (")
    assert render(alone, comparison.base, None, colour=False, ui="en").startswith("3  without counterpart  第二条  (")


def test_what_does_not_hold_says_why(comparison: Comparison) -> None:
    stale = StaleDecision(decision=DECISION, why="uncompared")
    shown = render(DECISION, comparison.base, None, stale, colour=False, ui="en")
    assert shown.splitlines()[-1] == "   not applied: these documents are not compared any more"
