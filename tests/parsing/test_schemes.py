"""Numbers that only the whole of a text tells: 3.1, 3 职责, Section 2.04."""

from __future__ import annotations

import pytest

from policydiff.eid import labels
from policydiff.model import Language, Source
from policydiff.parsing import parse


def read(text: str, language: Language = "zh") -> dict[str, str]:
    """The words of each provision, or the heading in angle brackets, by its citation."""
    document = parse(Source(text=text, origin="rule.txt", sha256="0" * 64, language=language))
    named = labels(document)
    shown = {named[p.eid]: p.text or f"<{p.heading}>" for p in document.walk() if p.text or p.heading}
    assert not document.problems
    return shown


def test_numbers_of_several_levels_count_on_below_an_article() -> None:
    assert read(
        "第1条 上班时间\n1.1 上午八点上班。\n1.2 下午一点上班。\n第2条 请假\n2.1 事假须申请。\n"
        "2.1.1 一天以内由组长批准。\n2.1.2 三天以上由店主批准。\n2.2 病假须证明。"
    ) == {
        "第1条": "<上班时间>",
        "第1条第1.1项": "上午八点上班。",
        "第1条第1.2项": "下午一点上班。",
        "第2条": "<请假>",
        "第2条第2.1项": "事假须申请。",
        "第2条第2.1项第2.1.1目": "一天以内由组长批准。",
        "第2条第2.1项第2.1.2目": "三天以上由店主批准。",
        "第2条第2.2项": "病假须证明。",
    }


def test_a_standard_is_numbered_without_any_sign_behind_its_numbers() -> None:
    assert read(
        "梳须室建设规范\n1\t范围\n本规范规定了梳须室的建设。\n2\t设施\n2.1\t面积\n2.1.1\t面积不应小于6平方米。\n"
        "2.1.2\t人多的，不应小于10平方米。\n2.2\t镜子应当备有：\na)\t两面；\nb)\t一架。"
    ) == {
        "1": "本规范规定了梳须室的建设。",
        "2": "<设施>",
        "2.1": "<面积>",
        "2.1.1": "面积不应小于6平方米。",
        "2.1.2": "人多的，不应小于10平方米。",
        "2.2": "镜子应当备有：",
        "2.2.a": "两面；",
        "2.2.b": "一架。",
    }


@pytest.mark.parametrize(
    "text",
    [
        "第一条 须长不得超过\n1.5米，不足\n2.5米的可以留。\n第二条 每月\n3.5元。",  # amounts
        "一、须具\n1\t梳子\n2\t剪刀\n二、须膏\n按斤计。",  # rows of a table
        "第一条 费用如下：\n1 长须 5元\n2 短须 3元\n第二条 施行。",
    ],
)
def test_an_amount_and_a_row_are_no_numbers_of_provisions(text: str) -> None:
    document = parse(Source(text=text, origin="rule.txt", sha256="0" * 64, language="zh"))
    assert not [p.num for p in document.walk() if p.num[:1].isdecimal()]


def test_sections_of_an_act_are_its_provisions_with_their_paragraphs() -> None:
    assert read(
        "PART 1\nCOMBING\n1 Requirement to comb\n(1) A person must comb.\n(2) The comb must be—\n(a) clean, and\n"
        "(b) dry.\n1A Exception\nBarbers need not comb.\n2 Offences\nWho does not comb commits an offence.",
        "en",
    ) == {
        "PART 1": "<COMBING>",
        "PART 1(1)": "<Requirement to comb>",
        "PART 1(1)(1)": "A person must comb.",
        "PART 1(1)(2)": "The comb must be—",
        "PART 1(1)(2)(a)": "clean, and",
        "PART 1(1)(2)(b)": "dry.",
        "PART 1(1A)": "Barbers need not comb.",
        "PART 1(2)": "Who does not comb commits an offence.",
    }


def test_sections_with_words_are_articles_where_there_are_no_others() -> None:
    assert read("Section 1. Purpose. These Rules govern beards.\nSec. 2 No person shall sell a comb.", "en") == {
        "Section 1.": "Purpose. These Rules govern beards.",
        "Sec. 2": "No person shall sell a comb.",
    }


def test_sections_stand_below_the_articles_that_hold_them() -> None:
    assert read(
        "ARTICLE I\nTERMS\nSection 1.01 Comb. A comb has teeth.\nSection 1.02 Other terms. They are:\n(a) razor;\n"
        "(b) soap.\nARTICLE II\nDUTIES\nSection 2.01 Combing. A barber shall comb.",
        "en",
    ) == {
        "ARTICLE I": "<TERMS>",
        "ARTICLE I, Section 1.01": "Comb. A comb has teeth.",
        "ARTICLE I, Section 1.02": "Other terms. They are:",
        "ARTICLE I, Section 1.02(a)": "razor;",
        "ARTICLE I, Section 1.02(b)": "soap.",
        "ARTICLE II": "<DUTIES>",
        "ARTICLE II, Section 2.01": "Combing. A barber shall comb.",
    }


def test_sections_above_articles_are_titles() -> None:
    assert read("Section 1 Beards\nArticle 1 Comb.\nSection 2 Combs\nArticle 2 Wash.", "en") == {
        "Section 1": "<Beards>",
        "Article 1": "Comb.",
        "Section 2": "<Combs>",
        "Article 2": "Wash.",
    }


def test_sections_of_two_numbers_are_articles_that_begin_anew_in_each_part() -> None:
    assert read("PART 1—COMBS\n§ 1.1 Comb daily.\n§ 1.2 Wash.\nPART 2—RAZORS\n§ 2.1 Shave.\n§ 2.10 Dry.", "en") == {
        "PART 1": "<COMBS>",
        "§ 1.1": "Comb daily.",
        "§ 1.2": "Wash.",
        "PART 2": "<RAZORS>",
        "§ 2.1": "Shave.",
        "§ 2.10": "Dry.",
    }


def test_an_article_and_a_chapter_that_are_cited_at_the_head_of_a_line_begin_nothing() -> None:
    assert read(
        "Article 1 Who combs under\nArticle 2 of the Comb Act is exempt.\n"
        "Article 2 Combs are as set out in\nChapter 3 of the Act.",
        "en",
    ) == {
        "Article 1": "Who combs under Article 2 of the Comb Act is exempt.",
        "Article 2": "Combs are as set out in Chapter 3 of the Act.",
    }
    assert read("Section 1. Chapter 5 of the Code is amended.\nSection 2. Comb.", "en") == {
        "Section 1.": "Chapter 5 of the Code is amended.",
        "Section 2.": "Comb.",
    }


def test_the_first_of_two_levels_may_end_in_zero() -> None:
    assert read("1.0 Purpose\nThis policy governs combs.\n2.0 Scope\n2.1 Barbers comb.\n2.2 Owners wash.", "en") == {
        "1.0": "This policy governs combs.",
        "2.0": "<Scope>",
        "2.0(2.1)": "Barbers comb.",
        "2.0(2.2)": "Owners wash.",
    }


def test_a_line_below_an_article_s_number_is_a_title_where_it_says_nothing_of_the_list_below() -> None:
    assert read(
        "Article 1\nNo person\n(a) may dye a beard; or\n(b) may cut it.\nArticle 2\nPersons who\n(a) comb;\n(b) wash.\n"
        "Article 3\nDuties\nA barber combs.\nARTICLE 4\nDEFINITIONS\n(a) comb;\n(b) soap.\n"
        "Article 5\nEvery barber\nMay comb daily.",
        "en",
    ) == {
        "Article 1": "No person",
        "Article 1(a)": "may dye a beard; or",
        "Article 1(b)": "may cut it.",
        "Article 2": "Persons who",
        "Article 2(a)": "comb;",
        "Article 2(b)": "wash.",
        "Article 3": "A barber combs.",
        "ARTICLE 4": "<DEFINITIONS>",
        "ARTICLE 4(a)": "comb;",
        "ARTICLE 4(b)": "soap.",
        "Article 5(1)": "Every barber",
        "Article 5(2)": "May comb daily.",
    }
