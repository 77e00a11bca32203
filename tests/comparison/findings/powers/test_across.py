"""Which powers a rule sets that its superior in another language does not, told of additions and of rows."""

from __future__ import annotations

import pytest

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.gravity import POWERS
from policydiff.model import Alignment, Document, Link, Source
from policydiff.parsing import parse

CHINESE = """理发店管理条例
第一条 为了规范理发店的经营活动，保护消费者的权益，制定本条例。
第二条 理发店应当每年向商务部门报告所使用的染料。
第三条 任何人不得在公园内修剪胡须。
第四条 违反本条例规定在公园内修剪胡须的，由商务部门处五百元罚款。
第五条 理发店应当保存顾客的登记资料。
"""
ENGLISH = """Regulations on Barber Shops
Article 1 These Regulations are formulated to regulate the business activities of barber shops and protect the rights\
 of consumers.
Article 2 A barber shop shall report the dyes it uses to the department of commerce every year.{reports}
Article 3 Nobody may trim beards in a park.{bans}
Article 4 Anyone who trims beards in a park in violation of these Regulations shall be fined 500 yuan by the department\
 of commerce{penalties}.
Article 5 A barber shop shall keep the registration data of its customers.
{new}"""


def document(text: str) -> Document:
    return parse(Source(text=text, origin="", sha256="", language="en" if text.isascii() else "zh"))


def told(base: str, target: str) -> list[tuple[str, str]]:
    """The powers that seem newly set, with their words."""
    found = compare(align(document(base), document(target))).all_findings()
    return [(one.rule, one.target) for one in found if one.rule in POWERS]


def english(**words: str) -> str:
    return ENGLISH.format(**{"reports": "", "bans": "", "penalties": "", "new": ""} | words)


def test_a_faithful_translation_sets_nothing_either_way_round() -> None:
    assert told(CHINESE, english()) == []
    assert told(english(), CHINESE) == []


@pytest.mark.parametrize(
    ("rule", "place", "words"),
    [
        ("new-penalty", "reports", "A shop that fails to report shall be fined 1,000 yuan"),
        ("new-prohibition", "bans", "Nobody may sell wigs to tourists"),
        ("new-penalty", "new", "Anyone who spills dye on a road shall be fined 300 yuan"),
        ("new-licence", "new", "Anyone who opens a barber shop must obtain a permit from the department of commerce"),
        ("new-fee", "new", "Barber shops shall pay a management fee each month"),
    ],
)
def test_a_power_that_the_rule_alone_sets_is_told(rule: str, place: str, words: str) -> None:
    before = "Article 6 " if place == "new" else " "
    [(found, quoted)] = told(CHINESE, english(**{place: f"{before}{words}."}))
    assert (found, quoted) == (rule, words)


def test_a_measure_beside_a_penalty_of_the_superior_is_told() -> None:
    told_of = told(CHINESE, english(penalties=", which may seal up the shop and revoke its licence"))
    assert [rule for rule, _ in told_of] == ["new-penalty-kind", "new-coercion"]
    assert all("seal up" in words for _, words in told_of)


def test_a_chinese_rule_beside_an_english_superior_is_asked_alike() -> None:
    local = CHINESE + "第六条 开设理发店，应当经商务部门批准。\n第七条 向路面倾倒染料的，处三百元罚款。\n"
    assert [rule for rule, _ in told(english(), local)] == ["new-licence", "new-penalty"]


def test_the_clause_of_a_power_is_told_once() -> None:
    text = english(reports=" A shop that fails to report shall be fined 1,000 yuan.")
    rules = [one.rule for one in compare(align(document(CHINESE), document(text))).all_findings()]
    assert rules == ["new-penalty"]


def test_how_much_is_allowed_is_an_amount_and_no_prohibition() -> None:
    text = english(
        reports=" The report must not exceed ten pages.", new="Article 6 A basin shall not be less than 30 cm.\n"
    )
    assert told(CHINESE, text) == []


def test_what_only_may_answer_is_not_called_unchanged_where_a_side_has_a_surer_counterpart() -> None:
    base, target = document(CHINESE), document(english())
    sure = Link(("art_5__para_1",), ("art_5__para_1",), "translation", 0.6)
    doubtful = Link(("art_2__para_1",), ("art_5__para_1",), "doubtful", 0.3)
    rows = compare(Alignment(base=base, target=target, links=(doubtful, sure))).rows
    assert [row.status for row in rows] == ["changed", "unchanged"]
    assert not any(one.target and not one.base for one in rows[0].findings)
