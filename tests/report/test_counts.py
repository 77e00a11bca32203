"""What is to be checked is counted in one way, wherever it is told."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.report.tables import DAY
from tests.report.test_memo import checked, with_power, with_rules

from policydiff.model import Comparison, Finding
from policydiff.presentation import table
from policydiff.report import check, markdown, text
from policydiff.report.memo.from_check import memo
from policydiff.site import comparison_page
from policydiff.wording import by_kind

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


def test_the_kinds_of_findings_have_the_same_names_and_numbers_in_every_view(found: Comparison) -> None:
    kinds = by_kind(table(found).found, "zh")
    assert f"条提示：{kinds}" in text.render(found, colour=False, ui="zh")
    assert f"条提示：{kinds}" in check.render(checked(found), colour=False, ui="zh")
    assert f"条提示：{kinds}" in markdown.render(found, ui="zh", date=DAY)
    assert memo(checked(found), ui="zh", date=DAY).tally()[-1][2].endswith(f"：{kinds}")
    page = comparison_page(found, "zh")
    for name, number in table(found).found.items():
        assert re.search(rf'data-name="{name}"[^>]*>.{{0,90}}<b>{number}</b>', page)


def test_that_a_pair_is_in_doubt_is_said_where_a_draft_is_checked(found: Comparison) -> None:
    said = check.render(checked(found), colour=False, ui="zh")
    assert said.count("（对应存疑，请先核对两边是否对应）\n") == 1


def test_a_power_is_told_with_the_superiors_beside_which_it_was_not_found(comparison: Comparison) -> None:
    found, silent = with_power(comparison, "new-fee"), replace(comparison, rows=comparison.rows[:3])
    said = check.render(checked(found, silent), colour=False, ui="zh")
    assert said.count("    对照《胡须管理办法》时未提示，请一并核对。\n") == 1
    assert "未提示" not in check.render(checked(found, found), colour=False, ui="zh")


def test_several_comparisons_have_as_many_in_the_memo_as_in_the_terminal(found: Comparison) -> None:
    several = checked(found, found, replace(found, rows=found.rows[2:]))
    in_all, *each = counted(check.render(several, colour=False, ui="zh"))
    assert in_all == sum(each) == memo(several, ui="zh", date=DAY).tally()[-1][1]
