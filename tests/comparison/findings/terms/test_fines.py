"""Fines as values: how much, how that is reckoned, for whom, in which case, for which act."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document
from tests.comparison.findings.terms.test_acts import listing

from policydiff.comparison.findings.terms.fine_amounts import OPEN, fine_amounts
from policydiff.comparison.findings.terms.fines import ANYBODY, OFFICER, PERSON, UNIT, Fine, fines

ACT = "未经登记擅自开办染须店的"


def fine(text: str) -> Fine:
    """The last fine of an article."""
    return fines(document(text))[-1]


@pytest.mark.parametrize(
    ("clause", "reckoned", "low", "high"),
    [
        ("处五百元以上一千元以下罚款", "元", 500, 1000),
        ("并处5000元以上5万元以下的罚款", "元", 5000, 50000),
        ("可以处二百元以下罚款", "元", 0, 200),
        ("处五十元的罚款", "元", 50, 50),
        ("处以罚款五十元", "元", 50, 50),
        ("处每平方米十元以上三十元以下罚款", "元/平方米", 10, 30),
        ("每株处十元以上三十元以下的罚款", "元/株", 10, 30),
        ("并处违法所得一倍以上三倍以下的罚款", "倍违法所得", 1, 3),
        ("并处货值金额百分之二十以上百分之五十以下的罚款", "倍货值", 0.2, 0.5),
    ],
)
def test_a_fine_is_a_range_in_yuan_or_in_so_many_times_a_thing(
    clause: str, reckoned: str, low: float, high: float
) -> None:
    (one,) = fine_amounts(clause)
    assert (one.reckoned, float(one.range.low or 0), float(one.range.high or 0)) == (reckoned, low, high)


def test_two_fines_of_one_clause_are_two() -> None:
    assert [one.range.high for one in fine_amounts("可以对个人处二元以下的罚款、对单位处十元以下的罚款")] == [2, 10]


@pytest.mark.parametrize("clause", ["可以并处罚款", "处以罚款", "由协会处罚款"])
def test_a_fine_without_an_amount_is_open(clause: str) -> None:
    assert [one.reckoned for one in fine_amounts(clause)] == [OPEN]


@pytest.mark.parametrize(
    "clause",
    [
        "受到罚款处罚的",
        "每日按罚款数额的百分之三加处罚款",
        "逾期不缴纳罚款的",
        "不得给予两次以上罚款的行政处罚",
        "处五百元以上罚款的决定",
        "不得收取五百元罚款",
    ],
)
def test_what_only_speaks_of_a_fine_sets_none(clause: str) -> None:
    assert not fine_amounts(clause)


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("处十元罚款", ANYBODY),
        ("对单位处十元罚款", UNIT),
        ("对个人处十元罚款", PERSON),
        ("对直接负责的主管人员和其他直接责任人员处十元罚款", OFFICER),
        ("处单位十元罚款", UNIT),
        ("对其主要负责人给予警告，并处十元罚款", OFFICER),
    ],
)
def test_for_whom_a_fine_is(words: str, party: str) -> None:
    assert fine(f"{ACT}，{words}。").party == party


def test_a_case_that_is_of_individuals_is_for_them() -> None:
    assert fine("个人擅自开办染须店的，处十元罚款。").party == PERSON


def test_a_fine_for_one_kind_of_shop_names_it() -> None:
    assert fine(f"{ACT}，对染须店处十元罚款。").name == "染须店"


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("处十元罚款", set()),
        ("责令改正；逾期不改正的，处十元罚款", {"unrighted"}),
        ("处十元罚款；情节严重的，处百元罚款", {"grave"}),
        ("处十元罚款；造成严重后果的，处百元罚款", {"harm"}),
        ("根据情节轻重，处十元罚款", set()),
        ("拒不改正的，对店处十元罚款；对店主处一元罚款", {"unrighted"}),
        ("须膏货值一万元以上的，处百元罚款；对店主处一元罚款", set()),
    ],
)
def test_in_which_case_a_fine_is(words: str, cases: set[str]) -> None:
    assert fine(f"{ACT}，{words}。").cases == cases


def test_a_fine_for_another_act_is_not_in_the_case_of_the_one_before() -> None:
    assert not fine(f"{ACT}，情节严重的，处百元罚款。强卖须膏的，处十元罚款。").cases


def test_a_fine_is_quoted_with_its_case_and_for_its_act() -> None:
    one = fine(f"{ACT}，处十元罚款；情节严重的，责令停业，处百元罚款。")
    assert one.words == "情节严重的，责令停业，处百元罚款"
    assert one.act == ACT.removesuffix("的")


def test_a_fine_is_reckoned_as_the_clause_before_it_says() -> None:
    one = fine(f"{ACT}，按照每名顾客一百元以上五百元以下的标准计算，处以罚款。")
    assert (one.reckoned, float(one.range.high or 0)) == ("元/名顾客", 500)
    assert one.words == "按照每名顾客一百元以上五百元以下的标准计算，处以罚款"


def test_a_fine_for_items_that_are_named_by_their_numbers_is_for_what_they_say() -> None:
    rule = listing("店主有下列行为之一，处以罚款：", ACT, "强卖须膏", behind="有前款第二项行为，处十元罚款。")
    assert fines(rule)[-1].act == "强卖须膏"


def test_of_a_fine_for_the_breach_of_an_article_that_is_what_is_broken() -> None:
    rule = document("店主应当清洗剪刀。", "违反本办法第一条规定，剪刀不洁的，处十元罚款。")
    assert fines(rule)[0].broken == "店主应当清洗剪刀。"
