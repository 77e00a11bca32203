"""What a clause that is gone or new lays down."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, rules

from policydiff.comparison.findings import Frame, row_findings

COMMON = "理发店应当每年向协会登记"


@pytest.mark.parametrize(
    "clause",
    [
        "，提高全省染须的水平",
        "，从而促进理发事业的发展",
        "，并组织实施",
        "。有前款第一项行为之一的",
        "。国家有关法律、法规已有处罚规定的，依照其规定处罚",
    ],
)
def test_what_is_gained_and_what_another_provision_says_is_no_duty(clause: str) -> None:
    assert not rules(f"{COMMON}{clause}。", f"{COMMON}。") & {"dropped-duty"}
    assert not rules(f"{COMMON}。", f"{COMMON}{clause}。") & {"added-duty"}


@pytest.mark.parametrize(
    "clause",
    [
        "。学徒在店主的指导下",
        "。协会根据公民须情监测结果",
        "。会员根据剪刀的实际情况",
        "。在已批准的染须场所范围内",
        "。未经协会批准",
        "。任何店违反本条例规定",
        "。协会的工作人员滥用职权、徇私舞弊",
    ],
)
def test_a_circumstance_of_which_what_is_done_does_not_follow_is_no_duty(clause: str) -> None:
    assert not rules(f"{COMMON}{clause}。", f"{COMMON}。") & {"dropped-duty"}
    assert not rules(f"{COMMON}。", f"{COMMON}{clause}。") & {"added-duty"}


@pytest.mark.parametrize(
    "clause",
    ["。学徒在店主的指导下染须", "。协会公布须情监测结果", "。协会人员不得徇私舞弊", "。染须店应当设在街区范围内"],
)
def test_what_is_done_in_a_circumstance_is_a_duty(clause: str) -> None:
    assert "dropped-duty" in rules(f"{COMMON}{clause}。", f"{COMMON}。")


@pytest.mark.parametrize("clause", ["，提高染须师的工资", "，并组织会员实施须谱", "。协会应当提高全省染须的水平"])
def test_what_is_to_be_done_is_a_duty_in_the_same_words(clause: str) -> None:
    assert "dropped-duty" in rules(f"{COMMON}{clause}。", f"{COMMON}。")
    assert "added-duty" in rules(f"{COMMON}。", f"{COMMON}{clause}。")


def test_that_the_base_itself_holds_is_nothing_new() -> None:
    base, target = f"{COMMON}。", f"{COMMON}。染液的标志，应当符合《中华人民共和国理发法》的有关规定。"
    told = {
        title: {f.rule for f in row_findings(base, target, Frame.of(document(base, title=title), document(target)))}
        for title in ("中华人民共和国理发法", "中华人民共和国染液法")
    }
    assert ["added-duty" in rules for rules in told.values()] == [False, True]
