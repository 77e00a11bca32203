"""A text that only amends or repeals others is told wherever it is compared."""

from __future__ import annotations

import datetime

import pytest
from tests.texts import parsed

from policydiff.alignment import align
from policydiff.check import check
from policydiff.comparison import compare
from policydiff.library.superiors import Found, Superior
from policydiff.model import Comparison, Decides
from policydiff.presentation.amending import decides
from policydiff.report import check as checked
from policydiff.report import markdown, text
from policydiff.report.memo.facts import facts
from policydiff.site import comparison_page

POINTS = "一、将第五条修改为：“须匠应当梳须。”\n二、删去第六条。\n本决定自2025年1月1日起施行。\n"
RULE = "胡须条例\n第一条 须匠应当梳须。\n第二条 须匠应当剪须。\n"
ONLY = "只载明改动之处"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"某市关于修改《胡须办法》的决定\n{POINTS}", "amends"),
        (f"某市关于修改和废止部分规章的决定\n{POINTS}", "amends"),
        (f"胡须法修正案（七）\n{POINTS}", "amends"),
        ("某市关于废止《胡须条例》的决定\n某市决定：\n废止《胡须条例》。\n", "repeals"),
        ("胡须办法（2020年修正）\n第一条 须匠应当梳须。\n第二条 删去的须应当扫净。\n", None),
        (f"关于印发修改后的《胡须办法》的通知\n{RULE}", None),
        ("某市关于修改《胡须办法》的决定\n" + "".join(f"第{n}条 须匠应当梳须。\n" for n in "一二三四五"), None),
        ("某市关于做好胡须修剪工作的决定\n一、将须修改为短须。\n二、略。\n", None),
    ],
)
def test_a_text_that_only_amends_or_repeals_is_told_from_a_rule(words: str, told: Decides | None) -> None:
    assert decides(parsed(words)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Decision on Amending the Beard Rules\n1. Rule 5 is amended.\n2. Rule 6 is deleted.\n", "amends"),
        ("Decision to Repeal the Beard Rules\n1. The Beard Rules are repealed.\n2. Done.\n", "repeals"),
        ("Beard Rules\nArticle 1 Barbers shall comb.\nArticle 2 Barbers shall cut.\n", None),
    ],
)
def test_so_is_an_english_one(words: str, told: Decides | None) -> None:
    assert decides(parsed(words, "en")) == told


@pytest.fixture(scope="module")
def amended() -> Comparison:
    return compare(align(parsed(RULE), parsed(f"某市关于修改《胡须办法》的决定\n{POINTS}")))


def test_a_comparison_with_one_says_so_in_every_form(amended: Comparison) -> None:
    day = datetime.date(2025, 1, 2)
    zh = "《某市关于修改〈胡须办法〉的决定》是修改决定（修正案），只载明改动之处"
    assert zh in text.render(amended, colour=False, ui="zh")
    assert "is an amending decision: it holds only what changes" in text.render(amended, colour=False, ui="en")
    assert zh in markdown.render(amended, ui="zh", date=day)
    page = comparison_page(amended, "zh")
    assert zh in page
    assert "is an amending decision" in page
    plain = compare(align(parsed(RULE), parsed(RULE.replace("梳须", "染须"))))
    assert all(ONLY not in shown for shown in (text.render(plain, colour=False, ui="zh"), comparison_page(plain)))


def test_so_do_a_check_of_one_and_its_memo(amended: Comparison) -> None:
    superior = Superior(rule=amended.base, reason="asked")
    found = check(amended.target, Found(superiors=(superior,)))
    assert checked.render(found, colour=False, ui="zh").count(ONLY) == 1
    said = dict(facts(found, "", ("甲",), "zh", datetime.date(2025, 1, 2)))
    assert ONLY in said["注意"]
