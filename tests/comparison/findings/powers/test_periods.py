"""For how long a local rule lets things be sealed or seized beside its superior, or the law."""

from __future__ import annotations

import pytest
from tests.comparison.findings.powers.test_powers import added, rules

PERIOD = "new-coercion-period"
RULE = "蓄须者应当每月修剪胡须。"
SEIZES = "行业管理部门可以查封、扣押染须工具。"
THERE = "查封、扣押染须工具的期限不得超过十五日；情况复杂的，可以延长，但是延长期限不得超过十五日。"


@pytest.mark.parametrize(
    "text",
    [
        "查封、扣押染须工具的期限不得超过六十日。",
        "查封理发店的期限不得超过两个月。",
        "查封、扣押的期限不得超过三十日；情况复杂的，可以延长六十日。",
        "查封理发店的，期限不得超过三十日，但逾期未消除隐患的，查封期限经批准可以延长。",
        "行业管理部门应当自扣押染须工具之日起六十日内作出处理决定。",
    ],
)
def test_a_time_longer_than_the_law_gives_is_told_where_the_superior_gives_none(text: str) -> None:
    assert PERIOD in rules(text, RULE, SEIZES)


@pytest.mark.parametrize(
    "text",
    [
        "查封、扣押的期限不得超过三十日；情况复杂的，可以延长，但是延长期限不得超过三十日。",
        "查封、扣押的期限不得超过一个月，经批准可以延长三十日。",
        "行业管理部门应当自扣押之日起七日内作出处理决定。",
        "被扣押的染须工具，自解除扣押之日起六十日内无人认领的，可以拍卖。",
        "查封、扣押的期限依照《行政强制法》的规定不得超过六十日。",
        "国家规定查封、扣押染须工具的期限为六十日。",
        "理发店应当将扣押清单保存六十日。",
        "暂扣理发师资格证六个月。",
        "理发店扣押押金的合同期限不得超过一年。",
        "违反本办法第三条规定，扣押顾客财物的，责令改正。染须记录保存期限不得少于二年。",
        "行业管理部门可以扣押染须工具。理发店应当接受监督。染须记录的公示期限不得少于六十日。",
    ],
)
def test_what_keeps_to_the_law_or_is_no_time_of_seizure_is_none(text: str) -> None:
    assert PERIOD not in rules(text, RULE, SEIZES)


def test_a_time_is_laid_beside_the_longest_that_the_superior_gives() -> None:
    [told] = [one for one in added("扣押染须工具的期限不得超过三十日。", RULE, THERE) if one.rule == PERIOD]
    assert told.base == "查封、扣押染须工具的期限不得超过十五日"
    assert PERIOD not in rules("扣押染须工具的期限不得超过十日；可以延长十日。", RULE, THERE)
    longer = "查封、扣押染须工具的期限不得超过九十日。"
    assert PERIOD not in rules("扣押染须工具的期限不得超过六十日。", RULE, longer)
    assert PERIOD in rules("扣押染须工具的期限不得超过六十日，可以延长六十日。", RULE, longer)


def test_in_a_rule_beside_itself_no_time_is_longer() -> None:
    without_limit = "查封期限不得超过六十日，查封期限经批准可以延长。"
    assert PERIOD not in rules(without_limit, RULE, without_limit)
    assert PERIOD not in rules(THERE, RULE, THERE)
