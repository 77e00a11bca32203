"""Numbers, identifiers, labels and citations."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.texts import parsed

from policydiff.eid import (
    INSERTED,
    ITEM_NUMBER,
    Citation,
    article_of,
    child_eid,
    chinese_number,
    chinese_numeral,
    clean_number,
    find_citation,
    find_division,
    find_place,
    labels,
    ordinal,
    roman_number,
    said,
    uppermost_of,
)
from policydiff.model import Language


def steps(text: str) -> tuple[tuple[str, str], ...] | None:
    found = find_citation(text)
    return found[0].steps if found else None


@pytest.mark.parametrize(
    ("eid", "chinese", "english"),
    [
        ("art_8__para_2__point_3", "第八条第二款第（三）项", "Article 8(2)(3)"),
        ("art_31-1__para_1__point_12__indent_2", "第三十一条之一第一款第（十二）项第2目", "Article 31-1(1)(12)(2)"),
        ("lvl_3__lvl_2__lvl_1", "三（二）1", "3(2)(1)"),
        ("lvl_3__lvl_2__lvl_1__lvl_4", "三（二）1（4）", "3(2)(1)(4)"),
        ("annex_2__art_3~2", "附件2第三条", "Annex 2 Article 3"),
        ("part_1__chp_2__sec_3", "第一编第二章第三节", "Part 1 Chapter 2 Section 3"),
        ("preamble", "引言", "Preamble"),
        ("art_x", "art_x", "art_x"),
        ("art_", "art_", "art_"),
        ("beard", "beard", "beard"),
        ("", "", ""),
    ],
)
def test_what_is_there_no_more_is_cited_by_its_identifier(eid: str, chinese: str, english: str) -> None:
    assert (said(eid, "zh"), said(eid, "en")) == (chinese, english)


@given(st.text() | st.text(alphabet="artlvl_0123~-"))
def test_any_identifier_can_be_said(eid: str) -> None:
    assert said(eid, "zh") or not eid


# ------------------------------------------------------------------------------------------------ numbers


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十", 10), ("十二", 12), ("二十", 20), ("一百零二", 102), ("百二", 102), ("一百一十", 110),
        ("一千零一", 1001), ("两百", 200), ("二〇一七", 2017), ("万", 10_000), ("五十一万", 510_000),
        ("一万零五", 10_005),
    ],
)  # fmt: skip
def test_a_chinese_numeral_is_read(numeral: str, number: int) -> None:
    assert chinese_number(numeral) == number


@given(st.integers(0, 9999))
def test_a_number_printed_as_a_numeral_is_read_back(number: int) -> None:
    assert chinese_number(chinese_numeral(number)) == number


@pytest.mark.parametrize(("numeral", "number"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40), ("xcix", 99)])
def test_a_roman_numeral_is_read(numeral: str, number: int) -> None:
    assert roman_number(numeral) == number


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("第三十一条", "31"), ("第三十一条之一", "31-1"), ("第 8 条", "8"), ("第８条", "8"), ("（三）", "3"),
        ("(三)", "3"), ("①", "1"), ("1.", "1"), ("３．", "3"), ("(b)", "2"),
        ("Article 31-1", "31-1"), ("", ""), ("…", ""),
    ],
)  # fmt: skip
def test_the_number_in_what_was_printed(printed: str, number: str) -> None:
    assert clean_number(printed) == number


def test_a_bracketed_i_is_a_letter_unless_it_is_asked_for_as_roman() -> None:
    assert (clean_number("(i)"), clean_number("(i)", roman=True)) == ("9", "1")


# -------------------------------------------------------------------------------------------- identifiers


def test_an_identifier_is_its_parents_with_a_step_more() -> None:
    assert child_eid("art_8__para_2", "point", "3") == "art_8__para_2__point_3"


def test_an_articles_identifier_carries_no_chapter() -> None:
    assert child_eid("chp_2__sec_1", "article", "12") == "art_12"


def test_an_article_of_an_annex_is_numbered_in_the_annex() -> None:
    assert child_eid("annex_2__chp_1", "article", "3") == "annex_2__art_3"
    assert child_eid("preamble", "article", "3") == "preamble__art_3"


@pytest.mark.parametrize(
    ("eid", "article", "uppermost"),
    [
        ("art_8", "art_8", "art_8"),
        ("art_8-1__para_2__point_3", "art_8-1", "art_8-1"),
        ("annex_2__art_3__para_1", "annex_2__art_3", "annex_2__art_3"),
        ("preamble__art_3", "preamble__art_3", "preamble__art_3"),
        ("lvl_3__lvl_2", "", "lvl_3"),
        ("annex_2__lvl_1", "", "annex_2"),
        ("part_1__para_2", "", "part_1"),
    ],
)
def test_the_article_in_which_a_provision_stands(eid: str, article: str, uppermost: str) -> None:
    assert (article_of(eid), uppermost_of(eid)) == (article, uppermost)


def test_levels_without_articles_are_nested() -> None:
    document = parsed("一、修剪\n（一）蓄须者应当：\n1.每月修剪一次；\n2.每日梳理一次。\n")
    assert [leaf.eid for leaf in document.leaves()] == ["lvl_1__lvl_1", "lvl_1__lvl_1__lvl_1", "lvl_1__lvl_1__lvl_2"]


# ------------------------------------------------------------------------------------------------- labels

BEARDS = """第一章 总则
第一条 为了规范蓄须，制定本办法。
第二条 蓄须者每月修剪一次。
理发店应当备有下列物品：
（一）镜子；
（二）工具：
1.剪刀；
2.梳子。
第三条 理发店应当做到：
（一）清扫须屑。
第三条之一 假须每年检验一次。
"""


def named(text: str, language: Language = "zh") -> dict[str, str]:
    return labels(parsed(text, language))


@pytest.mark.parametrize(
    ("eid", "label"),
    [
        ("chp_1", "第一章"),
        ("art_1__para_1", "第一条"),
        ("art_2__para_1", "第二条第一款"),
        ("art_2__para_2", "第二条第二款"),
        ("art_2__para_2__point_2", "第二条第二款第（二）项"),
        ("art_2__para_2__point_2__indent_1", "第二条第二款第（二）项第1目"),
        ("art_3__para_1__point_1", "第三条第（一）项"),
        ("art_3-1__para_1", "第三条之一"),
    ],
)
def test_a_provision_is_cited_as_drafters_cite_it(eid: str, label: str) -> None:
    assert named(BEARDS)[eid] == label


def test_numbered_points_are_cited_by_their_numbers() -> None:
    text = "现将要求通知如下，请执行。\n一、修剪\n（一）蓄须者应当：\n1.每月修剪一次；\n2.每日梳理一次。\n"
    assert [*named(text).values()] == ["引言", "一", "一（一）", "一（一）1", "一（一）2"]


DEEP = """一、修剪
（一）理发店应当备有：
1．工具：
（1）剪刀：
①长剪；
②短剪。
（2）梳子。
2．须粉：
1）白粉；
2）黑粉。
二、染须
（1）不得染白。
三、剃须
（一）不得剃去：
（1）白须。
"""


def test_a_number_in_brackets_is_cited_in_brackets_and_the_citation_leads_there() -> None:
    assert [*named(DEEP).values()] == [
        "一", "一（一）", "一（一）1", "一（一）1（1）", "一（一）1（1）①", "一（一）1（1）②", "一（一）1（2）",
        "一（一）2", "一（一）2（1）", "一（一）2（2）", "二", "二（1）", "三", "三（一）", "三（一）1",
    ]  # fmt: skip
    for eid, label in named(DEEP).items():
        found = find_citation(label)
        assert label in "一二三" or (found and found[0].matches(eid) and found[1] == (0, len(label))), label


def test_english_provisions_are_cited_in_english() -> None:
    text = "Article 1 A keeper shall:\n(i) trim;\n(ii) comb.\nThe barber shall help.\nArticle 2 Done.\n"
    assert [*named(text, "en").values()] == [
        "Article 1", "Article 1(1)", "Article 1(1)(i)", "Article 1(1)(ii)", "Article 1(2)", "Article 2", "Article 2"
    ]  # fmt: skip


APPENDED = """第一条 守则见附件1。
附件1：守则
第一章 总则
第一条 须应当洁净。
须不得及地。
附件2
工具
常备的工具：
一、剪刀
（一）长剪；
1.弯剪；
二、梳子。
名称	数量
附：
须形
"""


def test_what_stands_in_an_annex_is_cited_with_it_and_the_citation_leads_there() -> None:
    assert [*named(APPENDED).items()][2:] == [
        ("annex_1", "附件1"),
        ("annex_1__chp_1", "附件1第一章"),
        ("annex_1__art_1", "附件1第一条"),
        ("annex_1__art_1__para_1", "附件1第一条第一款"),
        ("annex_1__art_1__para_2", "附件1第一条第二款"),
        ("annex_2", "附件2"),
        ("annex_2__para_1", "附件2第一段"),
        ("annex_2__lvl_1", "附件2：一"),
        ("annex_2__lvl_1__lvl_1", "附件2：一（一）"),
        ("annex_2__lvl_1__lvl_1__lvl_1", "附件2：一（一）1"),
        ("annex_2__lvl_2", "附件2：二"),
        ("annex_2__lvl_2__row_1", "附件2：二表第一行"),
        ("annex_3", "附件"),
    ]
    for eid, label in named(APPENDED).items():
        if "__chp_" not in eid and "__para_1" not in eid and eid != "annex_3":
            found = find_citation(label)
            assert found, label
            assert found[0].matches(eid), label
            assert found[1] == (0, len(label))


def test_an_english_annex_is_cited_in_english() -> None:
    text = "Article 1 Done.\nAnnex II: Tools\nArticle 1 Scissors.\nSchedule A\nFees\nA trim is ten.\nA dye is more.\n"
    assert [*named(text, "en").items()][2:] == [
        ("annex_2", "Annex II"),
        ("annex_2__art_1", "Annex II, Article 1"),
        ("annex_2__art_1__para_1", "Annex II, Article 1"),
        ("annex_1", "Schedule A"),
        ("annex_1__para_1", "Schedule A, paragraph 1"),
        ("annex_1__para_2", "Schedule A, paragraph 2"),
    ]


def test_blanks_in_a_printed_number_are_not_cited() -> None:
    assert named("第 一 条 蓄须者每月修剪一次。\n")["art_1"] == "第一条"


# ---------------------------------------------------------------------------------------------- citations


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("第八条", (("art", "8"),)),
        ("第8条", (("art", "8"),)),
        ("第八条第二款", (("art", "8"), ("para", "2"))),
        ("第八条第二款第（三）项", (("art", "8"), ("para", "2"), ("point", "3"))),
        ("第八条第三项", (("art", "8"), ("point", "3"))),
        ("第十二条第(3)项第2目", (("art", "12"), ("point", "3"), ("indent", "2"))),
        ("第三十一条之一第二款", (("art", "31-1"), ("para", "2"))),
        ("依照第 十 条 第二款处理", (("art", "10"), ("para", "2"))),
        ("Article 8", (("art", "8"),)),
        ("Art. 8(2)", (("art", "8"), ("para", "2"))),
        ("article 8(2)(iii)", (("art", "8"), ("para", "2"), ("point", "3"))),
        ("Article 31-1", (("art", "31-1"),)),
        ("三（二）", (("lvl", "3"), ("lvl", "2"))),
        ("三、（二）", (("lvl", "3"), ("lvl", "2"))),
        ("附件2第三条第二款", (("annex", "2"), ("art", "3"), ("para", "2"))),
        ("附件第三条", (("annex", "1"), ("art", "3"))),
        ("附件一", (("annex", "1"),)),
        ("附录A", (("annex", "1"),)),
        ("附件2：一（二）3", (("annex", "2"), ("lvl", "1"), ("lvl", "2"), ("lvl", "3"))),
        ("附件2表第三行", (("annex", "2"), ("row", "3"))),
        ("第五条表第二行", (("art", "5"), ("row", "2"))),
        ("Annex IV, Article 3(2)", (("annex", "4"), ("art", "3"), ("para", "2"))),
        ("Annex C", (("annex", "3"),)),
        ("paragraph 2 of Article 9", (("art", "9"), ("para", "2"))),
        ("Article 18, paragraph 2, item (3)", (("art", "18"), ("para", "2"), ("point", "3"))),
        ("item (3) of Article 18", (("art", "18"), ("point", "3"))),
        ("item (iii) of paragraph 2 of Article 18", (("art", "18"), ("para", "2"), ("point", "3"))),
        ("Article 8.1", (("art", "8"), ("para", "1"))),
        ("三（二）1.3", (("lvl", "3"), ("lvl", "2"), ("lvl", "1"), ("lvl", "3"))),
        ("三（二）1（4）", (("lvl", "3"), ("lvl", "2"), ("lvl", "1"), ("lvl", "4"))),
        ("附件2：一（二）3①", (("annex", "2"), ("lvl", "1"), ("lvl", "2"), ("lvl", "3"), ("lvl", "1"))),
        ("第八条第（三）项第2目（1）", (("art", "8"), ("point", "3"), ("indent", "2"), ("lvl", "1"))),
        ("三（二）第二段", (("lvl", "3"), ("lvl", "2"), ("para", "2"))),
        ("三（二）1第二段", (("lvl", "3"), ("lvl", "2"), ("lvl", "1"), ("para", "2"))),
        ("二第一段", (("lvl", "2"), ("para", "1"))),
        ("三（五）表第二行", (("lvl", "3"), ("lvl", "5"), ("row", "2"))),
        ("引言", (("preamble", ""),)),
        ("引言第二段", (("preamble", ""), ("para", "2"))),
        ("引言一（二）", (("preamble", ""), ("lvl", "1"), ("lvl", "2"))),
        ("附件2第二段", (("annex", "2"), ("para", "2"))),
        ("Preamble, paragraph 2", (("preamble", ""), ("para", "2"))),
        ("preamble", None),
        ("三", None),
        ("三（二）1.", None),
        ("本文引言", None),
        ("附件", None),
        ("提交附件", None),
        ("修剪胡须", None),
        ("第二章", None),
        ("一（个）人", None),
        ("articles of association", None),
        ("", None),
    ],
)
def test_a_citation_is_understood(text: str, cited: tuple[tuple[str, str], ...] | None) -> None:
    assert steps(text) == cited


@pytest.mark.parametrize(
    "text", ["paragraph 2 of Article 9", "Article 9, paragraph 2", "item (3), paragraph 2 of Article 9"]
)
def test_the_whole_of_an_english_citation_is_its_place(text: str) -> None:
    found = find_citation(text)
    assert found
    assert found[1] == (0, len(text))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Chapter II", (("chp", "2"),)),
        ("Section 1", (("sec", "1"),)),
        ("Chapter II Section 1", (("chp", "2"), ("sec", "1"))),
        ("Section 1 of Chapter II", (("chp", "2"), ("sec", "1"))),
        ("Part 3, Chapter iv", (("part", "3"), ("chp", "4"))),
        ("第二章第一节", (("chp", "2"), ("sec", "1"))),
        ("Section 2.04", None),
        ("part of it", None),
        ("subsection 3", None),
    ],
)
def test_a_division_is_understood(text: str, cited: tuple[tuple[str, str], ...] | None) -> None:
    found = find_division(text)
    assert (found[0].steps if found else None) == cited


def test_the_third_of_three_numbers_is_understood() -> None:
    assert steps("三（二）1") == (("lvl", "3"), ("lvl", "2"), ("lvl", "1"))


def test_an_item_cited_by_a_letter_is_understood() -> None:
    assert steps("Article 8(b)") == (("art", "8"), ("point", "2"))
    assert steps("Article 8(2)(h)") == (("art", "8"), ("para", "2"), ("point", "8"))


@given(st.text(max_size=60))
def test_looking_for_a_citation_never_fails(text: str) -> None:
    found = find_citation(text)
    assert found is None or 0 <= found[1][0] < found[1][1] <= len(text)


def test_a_citation_tells_where_it_stands() -> None:
    text = "依照第八条第二款处理"
    found = find_citation(text)
    assert found
    assert text[slice(*found[1])] == "第八条第二款"


def test_a_place_is_named_by_its_identifier_where_somebody_asks_for_it_and_never_in_a_text() -> None:
    for text, where in (("见 art_8__para_2", "art_8__para_2"), ("preamble__para_1", "preamble__para_1")):
        found = find_place(text)
        assert found is not None
        assert text[slice(*found[1])] == where
        assert found[0].matches(where)
        assert find_citation(text) is None
    assert find_place("start_8 preamble art_ art_8x") is None
    assert find_place("第八条") == find_citation("第八条")


def test_labels_and_citations_agree_in_both_directions() -> None:
    document = parsed(BEARDS)
    for eid, label in labels(document).items():
        found = find_citation(label)
        if eid.startswith("art_"):
            assert found, label
            assert found[0].matches(eid), (label, eid)
            others = [leaf.eid for leaf in document.leaves() if found[0].matches(leaf.eid)]
            assert all(labels(document)[other].startswith(label) for other in others), (label, others)


def test_whatever_a_document_of_levels_shows_as_a_place_leads_to_it_alone() -> None:
    document = parsed(
        "某市胡须细则\n\n各区：\n为了规范胡须，现通知如下。\n望遵照执行。\n\n一、登记\n（一）蓄须者应当登记。\n登记后发证。\n"
        "1.登记机关为理发店。\n1.1 理发店应当公示。\n1.2 公示七日。\n2.不得拒绝。\n（二）剪刀应当锋利。\n"
        "二、其他\n本规定自发布之日起施行。\n有效期五年。\n"
    )
    named = {eid: label for eid, label in labels(document).items() if len(label) > 1}
    assert {"引言第二段", "一（一）第二段", "一（一）1.2", "二第二段"} <= set(named.values())
    for eid, label in named.items():
        found = find_citation(label)
        assert found, label
        assert next(one for one in named if found[0].matches(one)) == eid, label


@pytest.mark.parametrize(
    ("cited", "eid", "is_there"),
    [
        ("第八条", "art_8__para_2__point_3", True),
        ("第八条第三项", "art_8__para_2__point_3", True),
        ("第八条第二款", "art_8__para_2__point_3", True),
        ("第八条第一款", "art_8__para_2__point_3", False),
        ("第八条", "art_18", False),
        ("第八条", "art_8-1__para_1", False),
        ("第八条", "lvl_1__art_8__para_1", True),
        ("第八条第三项", "art_8__para_2", False),
        ("三（二）", "lvl_3__lvl_2__lvl_1", True),
        ("第八条", "annex_1__art_8", False),
        ("附件1第八条", "annex_1__art_8__para_2", True),
        ("附件1第八条", "annex_2__art_8", False),
        ("附件2", "annex_2__row_1", True),
        ("三（二）", "preamble__lvl_3__lvl_2", False),
        ("三（二）", "chp_1__lvl_3__lvl_2", True),
        ("三（二）", "lvl_1__lvl_3__lvl_2", False),
        ("三（二）第二段", "lvl_3__lvl_2__para_2__row_1", True),
        ("三（二）表第一行", "lvl_3__lvl_2__para_2__row_1", True),
        ("引言第二段", "preamble__para_2", True),
        ("引言第二段", "lvl_1__para_2", False),
    ],
)
def test_a_citation_matches_the_place_and_what_is_below_it(cited: str, eid: str, is_there: bool) -> None:
    found = find_citation(cited)
    assert found
    assert found[0].matches(eid) is is_there


def test_a_citation_of_an_article_is_found_below_a_chapter() -> None:
    assert Citation(steps=(("art", "8"),)).matches("chp_2__art_8__para_1")


@pytest.mark.parametrize(
    ("cited", "steps"),
    [
        ("第五条（三）", (("art", "5"), ("point", "3"))),
        ("第八条第二款(二)", (("art", "8"), ("para", "2"), ("point", "2"))),
    ],
)
def test_an_item_may_be_cited_by_its_brackets_alone(cited: str, steps: tuple[tuple[str, str], ...]) -> None:
    found = find_citation(cited)
    assert found is not None
    assert found[0].steps == steps
    assert found[1] == (0, len(cited))


@given(st.integers(0, 9999))
def test_every_number_below_ten_thousand_is_one_of_an_article(number: int) -> None:
    printed = ordinal("条", r"\s?")
    for numeral in (chinese_numeral(number), str(number)):
        assert re.fullmatch(printed, f"第{numeral}条")
        assert re.fullmatch(printed, f"第 {numeral} 条")


@given(st.integers(1, 999))
def test_every_number_below_a_thousand_is_one_of_an_item_or_of_an_inserted_article(number: int) -> None:
    assert re.fullmatch(ITEM_NUMBER, chinese_numeral(number))
    assert re.fullmatch(ITEM_NUMBER, str(number))
    assert re.fullmatch(INSERTED, f"之{chinese_numeral(number)}")


@pytest.mark.parametrize("printed", ["第一万条", "第二〇二一〇五〇一条", "第20210501条", "第条", "第3三条"])
def test_what_no_article_can_have_is_no_number_of_one(printed: str) -> None:
    assert re.fullmatch(ordinal("条"), printed) is None


def test_english_divisions_are_cited_with_a_blank_between() -> None:
    chapters = "Chapter I Beards\n\nSection 1 Combs\n\nArticle 1 Comb.\n\nSection 2 Razors\n\nArticle 2 Shave.\n"
    cited = set(named(chapters, "en").values())
    assert {"Chapter I", "Chapter I Section 1", "Chapter I Section 2", "Article 2"} <= cited
