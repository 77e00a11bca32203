"""By what a power is judged depends on who made the rule."""

from __future__ import annotations

import pytest

from policydiff.gravity import POWERS
from policydiff.library.describe import describe
from policydiff.model import Finding, Source
from policydiff.parsing import parse
from policydiff.report.criteria import criteria
from policydiff.report.issuers import RANKS, Rank, rank

ARTICLES = "第一条 蓄须者应当修剪胡须。\n第二条 本办法自公布之日起施行。\n"


def ranked(head: str) -> Rank:
    """The rank of a rule with these lines above its articles."""
    text = f"{head}\n{ARTICLES}"
    document = parse(Source(text=text, origin="", sha256="", language="zh"))
    return rank(document, describe(document))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("山东省胡须条例\n（2020年1月1日山东省第十三届人民代表大会常务委员会第三次会议通过）", "province"),
        ("上海市胡须条例\n（2020年1月1日上海市人民代表大会常务委员会通过）", "province"),
        ("青岛市胡须条例\n（2020年1月1日青岛市人民代表大会常务委员会通过）", "city"),
        ("山东省胡须办法\n（2020年1月1日山东省人民政府令第3号公布）", "provincial-government"),
        ("青岛市胡须办法\n（2020年1月1日青岛市人民政府令第3号公布）", "city-government"),
        ("青岛市东区胡须办法\n（2020年1月1日青岛市东区人民政府令第3号公布）", "document"),
        ("胡须条例\n（2020年1月1日国务院令第3号公布）", "state-council"),
        ("胡须管理规定\n（2020年1月1日国家市场监督管理总局令第3号公布）", "department"),
        ("青岛市西海街道胡须管理办法", "document"),
        ("胡须管理办法", ""),
    ],
)
def test_the_rank_of_a_rule_is_told_by_who_made_it(head: str, expected: Rank) -> None:
    assert ranked(head) == expected


def cited(rule: str, of: Rank) -> str:
    found = criteria([Finding(type="added-duty", base="", target="甲", message="", rule=rule)], of)
    return "、".join(one.cited["zh"] for one in found)


def test_what_may_be_set_depends_on_the_rank() -> None:
    assert cited("new-penalty", "province") == "《行政处罚法》第十二条第一款、第三款"
    assert "《立法法》第八十一条第一款" in cited("new-penalty", "city")
    assert cited("new-penalty", "city-government") == "《行政处罚法》第十四条第二款"
    assert cited("new-penalty", "document") == "《行政处罚法》第十六条"
    assert cited("new-penalty-kind", "province") == "《行政处罚法》第十二条第二款"
    assert cited("new-licence", "document") == "《行政许可法》第十七条"
    assert "第四十三条第二款" in cited("new-coercion", "province")
    assert "《立法法》第九十三条" in cited("new-prohibition", "provincial-government")
    assert "《行政许可法》第五十八条" in cited("new-fee", "department")
    assert cited("added-duty", "province") == "《立法法》第八十二条第一款、第二款"
    assert cited("added-duty", "") == "《立法法》第九十三条第六款"
    assert "《立法法》第一百零七条" in cited("dropped-duty", "province")


@pytest.mark.parametrize("of", RANKS)
@pytest.mark.parametrize("rule", POWERS)
def test_each_power_has_a_criterion_for_each_rank_in_both_languages(rule: str, of: Rank) -> None:
    found = criteria([Finding(type="added-duty", base="", target="甲", message="", rule=rule)], of)
    assert found
    assert all(one.cited[ui] and one.asks[ui] for one in found for ui in ("zh", "en"))


def test_a_penalty_of_another_sum_is_judged_by_the_range_that_the_rank_is_bound_to() -> None:
    sums = Finding(type="number", base="处五百元罚款", target="处一千元罚款", message="", rule="number")
    assert "《行政处罚法》第十二条第二款" in [one.cited["zh"] for one in criteria([sums], "city")]
