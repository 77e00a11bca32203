"""Whether a penalty may or must be imposed, and what binds whom."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, quoted, rules

from policydiff.comparison.findings import Frame, row_findings

MUST = "染须不用毛巾的，由理发协会责令改正，处一百元以上五百元以下的罚款。"
MAY = "染须不用毛巾的，由理发协会责令改正，可以处一百元以上三百元以下的罚款。"


def test_a_fine_that_must_be_imposed_and_one_that_may_be_differ_in_force() -> None:
    fines = "处一百元以上五百元以下的罚款", "可以处一百元以上三百元以下的罚款"
    assert quoted("modality", MUST, MAY) == [fines]
    assert quoted("modality", MAY, MUST) == [fines[::-1]]
    assert "number" in rules(MAY, MUST)


@pytest.mark.parametrize(
    "may",
    [
        "染须不用毛巾的，理发协会可以责令改正，并处一百元以上三百元以下的罚款。",
        "染须不用毛巾的，由理发协会责令改正，可并处一百元以上三百元以下的罚款。",
    ],
)
def test_a_fine_to_which_the_power_before_it_leads_may_be_imposed(may: str) -> None:
    assert "modality" not in rules(MAY, may)


def test_fines_for_two_acts_are_not_compared_in_force() -> None:
    other = "学徒剪发不戴帽子的，由理发协会责令改正，可以处一百元以上三百元以下的罚款。"
    row = ("art_1",), ("art_1",)
    told = [row_findings(MUST, new, Frame.of(document(MUST), document(new)), row) for new in (MAY, other)]
    assert ["modality" in {f.rule for f in found} for found in told] == [True, False]


def test_what_is_said_to_be_done_by_somebody_binds_him_without_a_word_of_force() -> None:
    base, target = "县级以上人民政府建立染须预警制度。", "县级以上人民政府应当建立染须预警制度。"
    assert not rules(base, target)
    assert rules("染须价目在店堂公布。", "染须价目应当在店堂公布。") == {"modality"}


def test_a_prohibition_of_another_act_is_no_duty_turned_round() -> None:
    assert "modality" not in rules("店主开设染须店必须遵守以下规定，", "店主不得转让开设染须店的证书，")
    assert "modality" not in rules("染须店的店主应当按时拨付染须经费。", "染须店的店主的染须经费不得低于剪须经费。")
    assert "modality" in rules("协会应当发给染须合格标志。", "协会不予核发染须合格标志。")


def test_what_ought_to_be_done_and_was_not_is_no_duty() -> None:
    assert "modality" not in rules("店主应当取得而未取得染须证。", "店主未取得染须证。")
