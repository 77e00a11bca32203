"""Conditions that a local rule asks for, and its superior does not, before somebody may begin or is licensed."""

from __future__ import annotations

import pytest
from tests.comparison.findings.powers.test_powers import compared

from policydiff.model import Finding

CONDITION = "new-licence-condition"
SUPERIOR = """理发法
第一条 蓄须者应当每月修剪胡须。
第二条 设立理发店，应当具备下列条件：
（一）有固定的经营场所；
（二）有必要的理发工具；
（三）法律、行政法规规定的其他条件。
第三条 理发师应当经过剃须技术培训。
"""


def conditions(text: str, superior: str = SUPERIOR) -> list[Finding]:
    """The conditions that a rule is told to add."""
    return [one for row in compared(superior, text) for one in row.findings if one.rule == CONDITION]


def listed(announcing: str, *items: str) -> str:
    numbered = "\n".join(f"（{number}）{item}；" for number, item in zip("一二三四五", items, strict=False))
    return f"理发管理办法\n第一条 本办法适用于理发。\n第二条 {announcing}：\n{numbered}\n第三条 本办法自即日起施行。\n"


def test_an_item_that_the_superior_lists_nowhere_is_a_condition_that_is_added() -> None:
    rule = listed("设立理发店，应当具备下列条件", "有固定的经营场所", "有必要的理发工具", "有三名会计和一名保安")
    [told] = conditions(rule)
    assert (told.type, told.target) == ("added-duty", "有三名会计和一名保安")
    assert "疑似增设许可或者准入条件" in told.message


@pytest.mark.parametrize(
    "announcing",
    [
        "从事染须业务的，应当符合以下条件",
        "申请染须许可，必须同时具备下列条件",
        "染须机构应当具备下列条件",
    ],
)
def test_conditions_of_what_the_superior_asks_nothing_for_are_told_once_with_their_number(announcing: str) -> None:
    [told] = conditions(listed(announcing, "注册资本达到十万元", "取得企业法人资格", "配备两名会计"))
    assert (told.target, told.count) == ("注册资本达到十万元", 3)


@pytest.mark.parametrize(
    ("announcing", "item"),
    [
        ("设立理发店，应当具备下列条件", "有固定的场所"),
        ("设立理发店，应当具备下列条件", "法律、法规规定的其他条件"),
        ("设立理发店，应当具备下列条件", "理发师经过剃须技术培训"),
        ("设立理发店，应当具备下列条件", "符合《假发法》规定的要求"),
        ("设立染须店，应当具备下列条件", "其他应当具备的场地要求"),
        ("设立染须店，应当具备下列条件", "；"),
        ("理发店符合下列条件之一的，可以命名为荣誉理发店", "有三名会计"),
        ("理发店符合下列条件的，应当列入保护名录", "开业满五十年"),
        ("顾客提起诉讼，应当符合下列条件", "有三名证人"),
        ("申请理发发展资金的，应当符合下列条件", "有三名证人"),
        ("申请人身安全保护令，应当具备下列条件", "申请人是受害人"),
        ("理发店不得有下列行为", "雇用三名会计"),
        ("行业管理部门办理理发店登记，应当具备下列条件", "有三名会计"),
    ],
)
def test_what_the_superior_says_anywhere_or_is_no_licence_is_no_added_condition(announcing: str, item: str) -> None:
    assert conditions(listed(announcing, item, "法律、法规规定的其他条件")) == []


def test_in_a_rule_beside_itself_no_condition_is_told() -> None:
    assert conditions(SUPERIOR) == []
