"""Whether a penalty may or must be imposed."""

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
