"""Which clauses answer each other, so that it says something in which words they differ."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import found, rules


@pytest.mark.parametrize(
    ("base", "target"),
    [
        # two acts on one thing
        ("理发店应当将染须协议的内容告知顾客。", "理发店应当与染须学徒订立染须协议。"),
        ("加强对染须工作的检查考核制度。", "加强染须工作的经费保障。"),
        # one case of two rules
        ("染液经检验合格后，方可出售给顾客。", "理发店的染液检验合格后，应当向协会备案。"),
        ("顾客与店主协商一致，可以解除染须协议。", "顾客与店主协商一致延长染须期限的，视为续订。"),
        # a list announced, and one that is known
        ("染须协议应当具备下列条款：", "染须协议应当具备法律规定的必备条款。"),
    ],
)
def test_clauses_on_one_thing_that_say_something_else_of_it_are_not_compared(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("理发店应当加强染须安全的检查和成本评估。", "理发店应当加强染须安全的检查。"),  # one joins more
        ("理发店应当在五日内申报剪刀。", "理发店应当在五日内申报镜子和毛巾。"),  # one act
        ("理发店应当进行假发材料的勘查、采集。", "理发店应当采集假发材料。"),  # one holds what the other says
        ("学徒因年幼无法申请剪刀的，由店主代为申请。", "学徒因年幼、重病等原因无法自行办理的，由店主代为申请。"),
    ],
)
def test_clauses_that_end_alike_or_do_the_same_are_compared(base: str, target: str) -> None:
    assert rules(base, target) & {"scope", "dropped-element", "added-element"}


def test_of_clauses_that_do_not_answer_each_other_the_one_of_the_superior_is_told_as_gone() -> None:
    base = "理发店应当登记。学校应当保障未成年学徒受教育的权利。"
    target = "理发店应当登记。学校处分未成年学徒，应当通知家长。"
    assert ("dropped-duty", "学校应当保障未成年学徒受教育的权利") in [(f.rule, f.base) for f in found(base, target)]
