"""Numbers that only the whole of a text tells: 3.1, 3 职责, Section 2.04."""

from __future__ import annotations

import pytest
from tests.texts import parsed

from policydiff.eid import labels
from policydiff.model import Language


def read(text: str, language: Language = "zh") -> dict[str, str]:
    """The words of each provision, or the heading in angle brackets, by its citation."""
    document = parsed(text, language)
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
        "第一条 须长不得超过\n1.1米，不足\n1.2米的可以留，留\n1.3米的报告。\n第二条 每月\n2.1元。",  # amounts
        "第一条 矮须\n1.1 米以下为短须\n1.2 米以上为长须\n1.3 米以上为过长\n第二条 施行。",
        "第一条 式样\n1.0版作废\n1.1版施行\n1.2版试行\n1.3版待定",
        "第一条 须长最短为\n1.1 里，并且不得低于\n1.2 里，也不得高于\n1.3 里。",
        "第一条 放假安排\n1.1 元旦放假\n5.1 劳动节放假\n10.1 国庆节放假\n第二条 施行。",  # dates
        "一、须具\n1\t梳子\n2\t剪刀\n二、须膏\n按斤计。",  # rows of a table
        "第一条 费用如下：\n1 长须 5元\n2 短须 3元\n第二条 施行。",
        "须假办法\n须假三天：\n1 天用于修剪；\n说明如下。\n2 天用于梳理；\n说明如下。\n3 天用于休息。\n说明如下。",
        "留须办法\n留须的人，不得超过\n1 旬所长，否则修剪，\n并且不得超过\n2 旬所长，\n也不得超过\n3 旬所长，\n作废。",
        "梳须办法\n梳须按规定办理。\n1 梳子\n每人一把。\n2 剪刀\n两人一把。",  # two alone
    ],
)
def test_an_amount_and_a_row_are_no_numbers_of_provisions(text: str) -> None:
    document = parsed(text)
    assert not [p.num for p in document.walk() if p.num[:1].isdecimal()]


def test_an_amount_at_the_head_of_a_broken_line_is_no_number_in_english() -> None:
    text = (
        "Comb Rules\nA barber who sells combs of more than one kind shall register, within\n1 Month of opening with the"
        " office, all combs of any kind,\nand also within\n2 Months of moving to another place, all moved"
        "\nthere and, within\n3 Months, those\nthat have been sold."
    )
    document = parsed(text, "en")
    assert [p.num for p in document.walk()] == [""]


def test_words_that_begin_like_a_unit_are_headings() -> None:
    assert read("梳须规范\n1 人员\n应当整洁。\n2 年度计划\n每年制定。\n3 日常管理\n每日清扫。") == {
        "1": "应当整洁。",
        "2": "每年制定。",
        "3": "每日清扫。",
    }


def test_numbers_of_three_levels_may_have_a_zero_within_and_a_point_behind() -> None:
    assert read("1 总则\n1.0.1 为了胡须，制定本规范。\n1.0.2 本规范适用于须室。\n2 要求\n2.0.1 须室应整洁。") == {
        "1": "<总则>",
        "1.1.0.1": "为了胡须，制定本规范。",
        "1.1.0.2": "本规范适用于须室。",
        "2": "<要求>",
        "2.2.0.1": "须室应整洁。",
    }
    assert read("1. Aims\n1.1 to comb;\n1.2 to wash;\n1.3 to dry.", "en") == {
        "1": "<Aims>",
        "1.1": "to comb;",
        "1.2": "to wash;",
        "1.3": "to dry.",
    }
    assert read("1. 总则\n1.1. 本规范适用于须室。\n1.2. 须室应整洁。") == {
        "1": "<总则>",
        "1.1": "本规范适用于须室。",
        "1.2": "须室应整洁。",
    }


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


def test_the_title_of_a_section_stays_a_title_above_words() -> None:
    assert read(
        "Section 1. Scope\n\nThis Code applies to beards.\n\nSection 2. Penalties\n\nA fine.\n\n"
        "Section 3. A barber shall comb\nHis beard.",
        "en",
    ) == {
        "Section 1.": "This Code applies to beards.",
        "Section 2.": "A fine.",
        "Section 3.": "A barber shall comb His beard.",
    }


def test_the_title_behind_the_number_of_an_article_is_a_title_where_most_articles_have_one() -> None:
    assert read(
        "Article 1: Scope\nThis Code applies to beards.\n\nARTICLE 2 — PENALTIES\n\nA fine.\n\n"
        "Article 3 Barbers\nThey comb.",
        "en",
    ) == {
        "Article 1:": "This Code applies to beards.",
        "ARTICLE 2": "A fine.",
        "Article 3": "They comb.",
    }
    assert read("Article 1 Any barber\nIn town may comb.\nArticle 2 Nobody pays.\nArticle 3 Goats pay.", "en") == {
        "Article 1": "Any barber In town may comb.",
        "Article 2": "Nobody pays.",
        "Article 3": "Goats pay.",
    }


@pytest.mark.parametrize("dash", ["—", "–", "-"])
def test_a_dash_before_a_title_is_no_part_of_it(dash: str) -> None:
    text = f"ARTICLE 1 {dash} SCOPE\nThis Code applies to beards.\nARTICLE 2 {dash} FEES\nA fee is due."
    document = parsed(text, "en")
    assert [one.heading for one in document.provisions] == ["SCOPE", "FEES"]


def test_the_beginning_of_a_sentence_above_a_list_is_no_title() -> None:
    assert read(
        "Article 1 No person\n(a) dyes a goat; or\n(b) combs it.\nArticle 2 Fees\n(a) A fee.\n(b) A fine.", "en"
    ) == {
        "Article 1": "No person",
        "Article 1(a)": "dyes a goat; or",
        "Article 1(b)": "combs it.",
        "Article 2": "<Fees>",
        "Article 2(a)": "A fee.",
        "Article 2(b)": "A fine.",
    }


def test_the_words_of_a_section_alone_are_no_title_where_they_are_a_sentence() -> None:
    assert read("Comb Act (extract)\nSection 1. No person shall sell a comb.", "en") == {
        "Section 1.": "No person shall sell a comb."
    }


def test_what_sections_are_is_told_of_the_rule_and_of_each_annex_apart() -> None:
    assert read(
        "Chapter 1 Beards\nSection 1 Combs\nArticle 1 Comb.\nArticle 2 Wash.\nSection 2 Razors\nArticle 3 Shave.\n"
        "Annex 1 Forms\nSection 1. The name.\nSection 2. The place.\nSection 3. The date.",
        "en",
    ) == {
        "Chapter 1": "<Beards>",
        "Chapter 1 Section 1": "<Combs>",
        "Article 1": "Comb.",
        "Article 2": "Wash.",
        "Chapter 1 Section 2": "<Razors>",
        "Article 3": "Shave.",
        "Annex 1": "<Forms>",
        "Annex 1, Section 1.": "The name.",
        "Annex 1, Section 2.": "The place.",
        "Annex 1, Section 3.": "The date.",
    }


def test_what_leads_on_to_a_section_or_a_part_cites_it() -> None:
    assert read(
        "Section 1. The fee shall be paid under\nSec. 2(a) and the fine, as set out in\nSec. 2 shall be paid too.\n"
        "Section 2. Combs are of\nSec. 3 kinds; and\nSection 3. Comb.",
        "en",
    ) == {
        "Section 1.": "The fee shall be paid under Sec. 2(a) and the fine, as set out in Sec. 2 shall be paid too.",
        "Section 2.": "Combs are of Sec. 3 kinds; and",
        "Section 3.": "Comb.",
    }
    assert read("PART 1 BEARDS\nArticle 1 A person registered under\nSubpart B\nor otherwise shall comb.", "en") == {
        "PART 1": "<BEARDS>",
        "Article 1": "A person registered under Subpart B or otherwise shall comb.",
    }


def test_an_article_with_a_comma_behind_its_number_may_begin_with_the_name_of_the_rule() -> None:
    assert read("第一条、总则性规定\n第二条、本办法适用于胡须。\n第三条、同一胡须不得再染。") == {
        "第一条": "总则性规定",
        "第二条": "本办法适用于胡须。",
        "第三条": "同一胡须不得再染。",
    }
    assert read("第一条 按照下列办理的，不适用\n第二条、本办法第三条的规定。") == {
        "第一条": "按照下列办理的，不适用第二条、本办法第三条的规定。",
    }


def test_letters_number_a_list_that_has_been_introduced_and_counts_on() -> None:
    assert read("第一条 须具分为：\na）梳子，\nb）剪刀，以及\nc）须膏。\n第二条 1. a）长须；\nb）短须。") == {
        "第一条": "须具分为：",
        "第一条第a项": "梳子，",
        "第一条第b项": "剪刀，以及",
        "第一条第c项": "须膏。",
        "第二条第1项第a目": "长须；",
        "第二条第1项第b目": "短须。",
    }
    assert read("1. Combs\na. wood; and\nb. horn:\ni. of ox;\nii. of elk.\n2. Razor\n(A) Sharp.\n(B) Dull.", "en") == {
        "1": "<Combs>",
        "1(a)": "wood; and",
        "1(b)": "horn:",
        "1(b)(i)": "of ox;",
        "1(b)(ii)": "of elk.",
        "2": "<Razor>",
        "2(A)": "Sharp.",
        "2(B)": "Dull.",
    }


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("第一条 须室分为甲类设施（附图\na）和乙类设施（附图\nb）两种，均应当整洁。", "zh"),
        ("第一条 须室分为（\na）类和（\nb）类。", "zh"),
        ("第一条 须室应当整洁。\na）类须室还应当明亮。", "zh"),
        ("第一条 a）类须室应当明亮。", "zh"),
        ("第一条 须室分为以下：\nb）类和\nc）类。", "zh"),
        ("Article 1 A beard which was combed for the first time in category\n(A) or in category\n(B) is exempt.", "en"),
        ("Article 1 Take some vitamin\na. or so\nof it, said Comb\nv. Razor.", "en"),
        ("Article 1 See\ns. 12 of the Act, and\np. 5 there, before 9\na. m. or, that is,\ni. e. early.", "en"),
        ("Article 1 He combs.\na. m. is early.\nb. m. is none.", "en"),
    ],
)
def test_a_letter_at_the_head_of_a_line_that_numbers_nothing_is_text(text: str, language: Language) -> None:
    document = parsed(text, language)
    (number,) = [p.num for p in document.walk() if p.num]
    words = number + "".join(p.text for p in document.walk())
    assert "".join(words.split()) == "".join(text.split())


def test_a_section_that_was_inserted_in_an_english_text_bears_a_letter_behind_its_number() -> None:
    text = "1. Beards\nA beard must be clean.\n1A. Dyes\nNobody may dye a beard.\n2. Fees\nNobody pays.\n"
    document = parsed(text, "en")
    assert [(one.num, one.heading) for one in document.provisions] == [
        ("1.", "Beards"),
        ("1A.", "Dyes"),
        ("2.", "Fees"),
    ]
    assert [one.kind for one in document.problems] == []
