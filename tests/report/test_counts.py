"""What is to be checked is counted in one way, wherever it is told."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.report.tables import DAY
from tests.report.test_memo import checked, with_power, with_rules

from policydiff.model import Comparison, Finding
from policydiff.report import check, markdown, text
from policydiff.report.memo.from_check import memo
from policydiff.site import comparison_page

_SAID = re.compile(r"待核对 (\d+) 条提示")


def counted(said: str) -> list[int]:
    """The numbers of findings that a text names."""
    return [int(count) for count in _SAID.findall(said)]


@pytest.fixture
def found(comparison: Comparison) -> Comparison:
    """A comparison of which several kinds were found in the same words, in doubt, as a power, and on the whole."""
    modal = with_rules(comparison, "modality", "scope").rows[1]
    doubtful = replace(modal, link=modal.link._replace(basis="doubtful"))
    power = with_power(comparison, "new-fee", "number").rows[3]
    number = Finding(type="number", base="每月", target="", message="", rule="number")
    gone = replace(comparison.rows[2], findings=(number, replace(number, base="每年")))
    return replace(comparison, rows=(modal, doubtful, gone, power), findings=comparison.findings)


def test_one_comparison_has_as_many_findings_in_every_view(found: Comparison) -> None:
    count = len(found.all_findings())
    assert counted(text.render(found, colour=False, ui="zh")) == [count]
    assert counted(markdown.render(found, ui="zh", date=DAY)) == [count]
    assert counted(check.render(checked(found), colour=False, ui="zh")) == [count]
    assert memo(checked(found), ui="zh", date=DAY).tally()[-1][1] == count
    assert f'<i lang="en">Findings</i> {count}<' in comparison_page(found, "zh")


def test_several_comparisons_have_as_many_in_the_memo_as_in_the_terminal(found: Comparison) -> None:
    several = checked(found, found, replace(found, rows=found.rows[2:]))
    in_all, *each = counted(check.render(several, colour=False, ui="zh"))
    assert in_all == sum(each) == memo(several, ui="zh", date=DAY).tally()[-1][1]
