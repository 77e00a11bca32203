"""What else a clause says: which other words are another scope, and which are the drafter's style."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import rules


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("染须工作实行预防为主的方针。", "染须工作应当坚持预防为主。"),
        ("理发店应当标明须膏的能源消耗指标。", "理发店应当标明须膏的能耗指标。"),
        ("不得以蓄须名义进行营利性活动。", "不得以蓄须名义从事营利性活动。"),
        ("增强须火预防和应急处理能力。", "提高须火预防和应急处置能力。"),
        ("会员可以向人民法院起诉。", "会员可以依法向人民法院提起诉讼。"),
        ("对直接负责的店主给予警告。", "对负有直接责任的店主给予警告。"),
        ("国家鼓励学徒学习剪须。", "鼓励和支持学徒学习剪须。"),
        ("没有违法所得或者违法所得不足10万元的。", "没有违法所得或者违法所得不足十万元的。"),
        ("胡须节能工作由协会统一管理。", "胡须节能（以下简称须能）工作由协会统一管理。"),
        ("登记簿应当每年更新。", "登记簿应当实行每年更新制度。"),
        ("采取有效措施防止须火的蔓延。", "防止须火的蔓延。"),
        ("将染须纳入国民经济和社会发展计划。", "将染须列入国民经济和社会发展规划。"),
        ("会员未能达到洁净要求的。", "会员没有达到洁净要求的。"),
        ("因特殊情况确需组织开展染须比赛的。", "因特殊情况确需开展染须比赛的。"),
    ],
)
def test_words_that_drafters_take_for_one_another_are_no_other_scope(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("在境内从事染须活动的会员应当登记。", "在境外从事染须活动的会员应当登记。"),
        ("会员应当登记采矿权的期限。", "会员应当登记探矿权的期限。"),
        ("没有违法所得或者违法所得不足染料价款的。", "没有违法所得或者违法所得不足剪刀价款的。"),
        ("协会应当给予会员相应的书面答复。", "协会应当给予会员相应的口头答复。"),
    ],
)
def test_words_that_one_text_sets_against_each_other_are_another_scope(base: str, target: str) -> None:
    assert "scope" in rules(base, target)
