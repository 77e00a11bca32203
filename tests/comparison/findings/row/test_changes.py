"""How a change is quoted: the words as they stand, and whether words around them were left out for their length."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found

from policydiff.comparison.findings.row.changes import Passage, RowReading, RowSide
from policydiff.comparison.findings.row.elsewhere import elsewhere
from policydiff.messages import quotations
from policydiff.model import WHOLE, Both, Cut

LONG = "理发店应当为每一位蓄须者免费提供剪刀、梳子、毛巾、镜子、围布、香皂、热水以及胡须修剪服务手册和安全须知"


@pytest.mark.parametrize(
    ("words", "cut"),
    [("理发店应当", (False, True)), ("镜子、围布", (True, True)), ("安全须知", (True, False)), (LONG, (False, True))],
)
def test_a_quotation_says_where_words_of_its_clause_are_left_out(words: str, cut: Cut) -> None:
    start = LONG.index(words)
    quoted = Passage(clause=LONG, start=start, end=start + len(words)).quote()
    assert quoted.cut == cut
    assert quoted in LONG
    assert quoted != LONG


@pytest.mark.parametrize("clause", ["理发店应当提供剪刀", ""])
def test_what_is_quoted_whole_is_not_cut(clause: str) -> None:
    assert Passage.of(clause).quote().cut == WHOLE


def test_a_row_that_is_turned_has_all_of_the_other_side() -> None:
    says = elsewhere(document())
    base = RowSide(text="剪刀", says=says, title="理发法", introductions=(("剪刀", "店主应当清洗："),))
    target = RowSide(text="毛巾", says=says, title="理发办法", introductions=(("毛巾", "店主应当更换："),))
    row = RowReading(sides=Both(base, target), language="zh", changes=(), captions=frozenset(("毛巾",)))
    turned = row.turned()
    assert turned.sides == (target, base)
    assert turned.sides.target.introduction(Passage.of("剪刀")) == "店主应当清洗："
    assert (turned.base, turned.target) == ("毛巾", "剪刀")
    assert not turned.captions


def test_a_clause_that_is_not_very_long_is_quoted_whole() -> None:
    clause = LONG[:48]
    assert Passage(clause=clause, start=3, end=5).quote() == clause
    assert Passage(clause=LONG[:49], start=3, end=5).quote() != LONG[:49]


def test_marks_alone_are_nothing_that_was_left_out() -> None:
    clause = f"{LONG[:52]}。"
    assert Passage(clause=clause, start=len(clause) - 3, end=len(clause)).quote().cut == (True, False)


def test_a_finding_quotes_as_it_stands_and_its_sentence_shows_the_cut() -> None:
    base = "理发店应当登记姓名。"
    daily = "清扫地面", "消毒剪刀", "更换毛巾", "擦拭镜子", "公布价格", "登记顾客", "清点梳子"
    gone = f"理发店{'，'.join(f'应当每日{deed}' for deed in daily)}。"
    [finding] = [one for one in found(base + gone, base) if one.rule == "dropped-duty"]
    assert finding.base in gone
    assert (finding.base_cut, finding.target_cut) == ((False, True), WHOLE)
    assert quotations(finding)[0] == f"{finding.base}…"
    assert f"“{finding.base}…”" in finding.message
