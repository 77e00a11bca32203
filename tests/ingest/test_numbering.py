"""Automatic numbers: as Word prints them, for they stand nowhere in the text."""

from __future__ import annotations

import pytest
from tests.ingest.words import abstract, level, lines, listed, num, p

from policydiff.ingest.numerals import numeral

ARTICLES = abstract(1, level(0, "chineseCountingThousand", "第%1章"), level(1, "chineseCountingThousand", "第%2条"))
IN_LIST_1 = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b", 28: "bb"}),
        ("upperRoman", {4: "IV", 1994: "MCMXCIV"}),
        ("lowerRoman", {9: "ix", 40: "xl"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 22: "22nd", 112: "112th"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {3: "⑶", 21: "21"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("ideographEnclosedCircle", {1: "㈠", 10: "㈩", 11: "11"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 102: "一〇二"}),
        ("chineseCountingThousand", {10: "十", 23: "二十三", 102: "一百零二", 110: "一百一十", 1001: "一千零一"}),
        ("taiwaneseCountingThousand", {110: "一百一十"}),
        ("japaneseCounting", {10: "十", 21: "二十一", 102: "百二", 110: "百十", 1100: "千百"}),
        ("ideographDigital", {10: "一〇", 23: "二三"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 102: "壹佰零贰"}),
        ("ideographLegalTraditional", {3: "參", 6: "陸"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "甲子"}),
        ("none", {1: ""}),
        ("aFormatOfTomorrow", {7: "7"}),
        ("chineseCountingThousand", {0: "0", 10_000: "10000", -1: "-1"}),
    ],
)
def test_every_format_prints_its_numbers(style: str, numbers: dict[int, str]) -> None:
    assert {number: numeral(number, style) for number in numbers} == numbers


def test_the_text_of_a_level_stands_around_its_number() -> None:
    items = abstract(1, level(0, "chineseCounting", "（%1）"), level(1, "decimal", "%2．"))
    body = p("清洁；", listed(1)) + p("梳理：", listed(1)) + p("每日；", listed(1, 1)) + p("细致。", listed(1, 1))
    assert lines(body, numbering=items + num(1, 1)) == ["（一） 清洁；", "（二） 梳理：", "1． 每日；", "2． 细致。"]


@pytest.mark.parametrize(("suffix", "blank"), [("tab", "\t"), ("space", " "), ("nothing", " ")])
def test_a_blank_parts_a_number_from_the_words(suffix: str, blank: str) -> None:
    definition = abstract(1, level(0, "decimal", "%1.").replace('"nothing"', f'"{suffix}"'))
    assert lines(p("2021年起施行。", listed(1)), numbering=definition + num(1, 1)) == [f"1.{blank}2021年起施行。"]


def test_a_level_begins_anew_after_a_higher_one() -> None:
    body = "".join(p(text, listed(1, at)) for text, at in [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 0), ("戊", 1)])
    assert [line.split()[0] for line in lines(body, numbering=ARTICLES + num(1, 1))] == [
        *("第一章", "第一条", "第二条"),
        *("第二章", "第一条"),
    ]


def test_articles_count_on_through_the_chapters_where_the_level_says_so() -> None:
    on = abstract(1, level(0, "decimal", "第%1章"), level(1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>'))
    body = "".join(p(text, listed(1, at)) for text, at in [("甲", 0), ("乙", 1), ("丙", 0), ("丁", 1)])
    assert [line.split()[0] for line in lines(body, numbering=on + num(1, 1))] == ["第1章", "第1条", "第2章", "第2条"]


def test_a_level_may_begin_anew_after_some_of_the_higher_ones_only() -> None:
    third = level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>')
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%2"), third)
    places = [0, 1, 2, 1, 2, 0, 2]
    body = "".join(p("甲", listed(1, at)) for at in places)
    assert [line.split()[0] for line in lines(body, numbering=abstract(1, *levels) + num(1, 1))] == list("1112221")


def test_numbers_of_higher_levels_stand_in_that_of_a_lower_one_and_are_arabic_where_the_level_is_legal() -> None:
    legal = level(2, "decimal", "%1.%3", "<w:isLgl/>")
    levels = (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2"), legal)
    body = p("甲", listed(1)) + p("乙", listed(1, 1)) + p("丙", listed(1, 2))
    assert lines(body, numbering=abstract(1, *levels) + num(1, 1)) == ["一、 甲", "一.1 乙", "1.1 丙"]


def test_two_lists_of_one_definition_count_on_unless_one_starts_anew() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = abstract(1, level(0, "decimal", "%1.")) + num(1, 1) + num(2, 1) + num(3, 1, start)
    body = "".join(p("甲", listed(which)) for which in (1, 2, 3, 3, 1))
    assert [line.split()[0] for line in lines(body, numbering=lists)] == ["1.", "2.", "1.", "2.", "3."]


def test_a_list_may_start_at_four_and_print_a_level_in_its_own_way() -> None:
    four = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "chineseCounting", "（%1）")}</w:lvlOverride>'
    definitions = abstract(1, level(0, "decimal", "%1.")) + abstract(2, level(0, "decimal", "%1."))
    lists = definitions + num(1, 1, four) + num(2, 2, own)
    body = p("甲", listed(1)) + p("乙", listed(1)) + p("丙", listed(2))
    assert lines(body, numbering=lists) == ["4. 甲", "5. 乙", "（一） 丙"]


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it() -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Chapter">{IN_LIST_1}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Article"><w:basedOn w:val="Chapter"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Bare"><w:basedOn w:val="Article"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    levels = (
        level(0, "decimal", "第%1章", '<w:pStyle w:val="Chapter"/>'),
        level(1, "decimal", "第%2条", '<w:pStyle w:val="Article"/>'),
    )
    body = "".join(p("甲", f'<w:pStyle w:val="{style}"/>') for style in ("Chapter", "Article", "Article", "Bare"))
    numbering = abstract(1, *levels) + num(1, 1)
    assert lines(body, styles=styles, numbering=numbering) == ["第1章 甲", "第1条 甲", "第2条 甲", "甲"]


def test_a_paragraph_may_turn_the_number_of_its_style_off() -> None:
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal">{IN_LIST_1}</w:style>'
    body = p("甲") + p("乙", listed(0)) + p("丙")
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    assert lines(body, styles=styles, numbering=numbering) == ["1. 甲", "乙", "2. 丙"]


def test_a_definition_may_be_that_of_a_list_style() -> None:
    styles = f'<w:style w:type="numbering" w:styleId="Items">{IN_LIST_1}</w:style>'
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Items"/></w:abstractNum>'
    numbering = abstract(1, level(0, "decimal", "%1.")) + linked + num(1, 1) + num(2, 2)
    assert lines(p("甲", listed(2)), styles=styles, numbering=numbering) == ["1. 甲"]


def test_a_format_newer_than_the_standard_prints_what_its_fallback_says() -> None:
    newer = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    definition = abstract(1, level(0, "X", "%1").replace('<w:numFmt w:val="X"/>', newer))
    assert lines(p("甲", listed(1)), numbering=definition + num(1, 1)) == ["01 甲"]


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert lines(p("甲", '<w:pStyle w:val="A"/>'), styles=styles) == ["甲"]


@pytest.mark.parametrize("place", ["9", "-1", "x", "99999999999"])
def test_a_list_or_level_that_there_is_not_numbers_nothing(place: str) -> None:
    odd = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="1"/></w:numPr>'
    body = p("甲", odd) + p("乙", listed(7))
    assert lines(body, numbering=abstract(1, level(1, "decimal", "%1.")) + num(1, 1)) == ["甲", "乙"]
