"""What stands before a provision's words, and what only looks like it."""

from __future__ import annotations

import pytest
from tests.texts import parsed

from policydiff.model import Language
from policydiff.parsing.markers import Marker, is_cited, is_spaced, marker_at


def marker(text: str, language: Language = "zh") -> Marker | None:
    return marker_at(text, 0, len(text), language)


@pytest.mark.parametrize(
    ("text", "style", "num", "number"),
    [
        ("第八条 修剪", "article", "第八条", "8"),
        ("第 八 条 修剪", "article", "第 八 条", "8"),
        ("第二 十 一条 修剪", "article", "第二 十 一条", "21"),
        ("第八条：修剪", "article", "第八条：", "8"),
        ("第12条修剪", "article", "第12条", "12"),
        ("第三十一条之一 修剪", "article", "第三十一条之一", "31-1"),
        ("\u3000\u3000第八条", "article", "第八条", "8"),
        ("第二章 修剪", "chapter", "第二章", "2"),
        ("第一节 修剪", "section", "第一节", "1"),
        ("第一编", "part", "第一编", "1"),
        ("第一部分 修剪", "第一部分", "第一部分", "1"),
        ("第二部分：修剪", "第一部分", "第二部分：", "2"),
        ("一、修剪", "一、", "一、", "1"),
        ("十二、修剪", "一、", "十二、", "12"),
        ("（三）修剪", "（一）", "（三）", "3"),
        ("(三)修剪", "（一）", "(三)", "3"),
        ("（ 三 ）修剪", "（一）", "（ 三 ）", "3"),
        ("1.修剪", "1.", "1.", "1"),
        ("2．修剪", "1.", "2．", "2"),
        ("3、修剪", "1、", "3、", "3"),
        ("（4）修剪", "（1）", "（4）", "4"),
        ("5）修剪", "1）", "5）", "5"),
        ("⑥修剪", "①", "⑥", "6"),
        ("b) 修剪", "a)", "b)", "2"),
        ("（c）修剪", "a)", "（c）", "3"),
    ],
)
def test_every_way_of_numbering_in_chinese_is_known(text: str, style: str, num: str, number: str) -> None:
    found = marker(text)
    assert found
    assert (found.style.name, found.num, found.number) == (style, num, number)


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("Article 8 A beard", "article", "8"),
        ("ARTICLE 8. A beard", "article", "8"),
        ("Chapter II Trimming", "chapter", "2"),
        ("ARTICLE IV COMBS", "article", "4"),
        ("Art. 8 A beard", "article", "8"),
        ("Part 3", "part", "3"),
        ("Section 2.04 Notice", "section", "2-4"),
        ("Sec. 5. Notice", "section", "5"),
        ("§ 12 Notice", "section", "12"),
        ("Subpart C", "subpart", "3"),
        ("(B) comb", "(A)", "2"),
        ("b. comb", "a.", "2"),
        ("iv. comb", "i.", "4"),
        ("(iv) comb", "(i)", "4"),
        ("(b) comb", "(a)", "2"),
        ("(2) comb", "(1)", "2"),
        ("3. comb", "1.", "3"),
        ("A. comb", "A.", "1"),
    ],
)
def test_every_way_of_numbering_in_english_is_known(text: str, style: str, number: str) -> None:
    found = marker(text, "en")
    assert found
    assert (found.style.name, found.number) == (style, number)


@pytest.mark.parametrize(
    "text",
    [
        "市、区、县", "（市、区）以下", "（以下统称机关）", "1.5米", "第一款规定",
        "第（一）项", "一、二、三月", "修剪（一）", "第条", "（）", "第一部分由公民修剪",
    ],
)  # fmt: skip
def test_what_is_no_number_before_a_provision_is_no_marker(text: str) -> None:
    assert marker(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "第二条第一款的规定处理", "第二条规定的", "第二条的规定", "第二条、第三条", "第二条至第五条",
        "第二条所列行为", "第二条和第三条", "第二条，应当", "（一）项规定",
        "（一）至（三）项", "（一）、（二）项", "（一）或者（二）项",
    ],
)  # fmt: skip
def test_a_number_followed_by_what_follows_citations_is_cited(text: str) -> None:
    found = marker(text)
    assert found
    assert is_cited(found, text, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "第二条 蓄须者每月修剪", "第二条 的士司机不得蓄须", "（一）项目负责人",
        "（一）目标明确", "（一）修剪", "一、修剪",
    ],
)  # fmt: skip
def test_a_number_followed_by_a_provisions_words_is_not_cited(text: str) -> None:
    found = marker(text)
    assert found
    assert not is_cited(found, text, len(text))


def test_a_blank_or_the_end_after_a_number_is_seen() -> None:
    seen = {}
    for text in ("第二条 修剪", "第二条\u3000修剪", "第二条", "第二条修剪"):
        found = marker(text)
        assert found
        seen[text] = is_spaced(found, text, len(text))
    assert [*seen.values()] == [True, True, True, False]


@pytest.mark.parametrize(
    ("broken", "items"),
    [
        ("负责桥梁养护的市、县人民政府及其有关部门，应当按照国家和省的有关规定统\n一、准确、及时发布信息。", 0),
        ("负责桥梁养护的市、县人民政府及其有关部门，应当建立桥梁养护信息的唯\n一、公开、可查的来源，并且及时更新。", 0),
        ("市人民政府应当做好以下工作：\n一、统一发布桥梁养护的信息。\n二、更新。", 2),
    ],
)
def test_a_word_that_ends_in_one_and_is_broken_over_lines_begins_no_list(broken: str, items: int) -> None:
    found = parsed(f"桥梁办法\n第一条 {broken}\n第二条 施行。\n")
    assert sum(p.num in ("一、", "二、") for p in found.walk()) == items


def test_a_line_that_ends_inside_quotation_marks_goes_on_in_the_next() -> None:
    text = "桥梁办法修正案\n一、将第三条修改为：“禁止在桥面\n\n晾晒谷物、堆放肥料。”\n二、本修正案自公布之日起施行。\n"
    found = parsed(text)
    assert [leaf.text for leaf in found.leaves()] == [
        "将第三条修改为：“禁止在桥面晾晒谷物、堆放肥料。”",
        "本修正案自公布之日起施行。",
    ]
