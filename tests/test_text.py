"""Folding, skeletons and sentences."""

from __future__ import annotations

import pytest

from policydiff.text import fold, is_chinese, is_hidden, letters_and_numbers, sentences, skeleton


def test_width_and_case_are_folded() -> None:
    assert fold("ＡＢｃ（１），。") == "abc(1),。"


@pytest.mark.parametrize("char", ["ﬁ", "㎡", "ⅷ", "İ", "ß", "①", "½", "㈠", "ﷺ", "\u0345", "😀", "\U00020000"])
def test_folding_keeps_the_length_where_a_character_would_become_several(char: str) -> None:
    assert len(fold(char)) == len(char) == 1


def test_what_folding_leaves_alone_the_skeleton_still_reads() -> None:
    assert skeleton("ﬁ ㎡ ⅷ") == "fim2viii"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("蓄须者，每月修剪。", "蓄须者,每月修剪"),
        ("（一）修剪；", "(一) 修剪;"),
        ("２０２０年", "2020年"),
        ("修剪\u3000胡须", "修剪胡须"),
        ("修\n剪胡须", "修剪胡须"),
        ("“胡须”", '"胡须"'),
        ("BEARD", "beard"),
    ],
)
def test_texts_of_the_same_words_have_the_same_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("应当", "可以"), ("三日", "五日"), ("m2", "m3"), ("胡须", "胡")])
def test_texts_of_other_words_have_another_skeleton(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("须长1.5厘米", "须长15厘米"),
        ("加收2‰", "加收2%"),
        ("须长≤30厘米", "须长≥30厘米"),
        ("误差±3毫米", "误差+3毫米"),
        ("水温-18℃", "水温18℃"),
        ("按1:1.2配制", "按1.1:2配制"),
        ("超过1/3的部分", "超过13的部分"),
        ("上午9：30开门", "上午93:0开门"),
        ("修10—20厘米", "修1020厘米"),
        ("第3、4项", "第34项"),
        ("价格¥500", "价格$500"),
        ("1,000元", "1.000元"),
        ("每辆\t36\t180", "每辆\t361\t80"),
    ],
)
def test_a_mark_within_a_number_makes_another_number(one: str, other: str) -> None:
    assert letters_and_numbers(one) != letters_and_numbers(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,000元", "1000元"),
        ("1，234，567元", "1234567 元"),
        ("加收５％", "加收5%"),
        ("修10—20厘米", "修10～20厘米"),
        ("修10——20厘米", "修10-20厘米"),
        ("上午9：30开门", "上午 9:30 开门"),
        ("第3、4项", "第3，4项"),
        ("〔2021〕5号", "[2021] 5号"),
        ("- 5日内修剪。", "5日内修剪"),
        ("——18岁以下", "18岁以下"),
        ("3月-5月修剪", "3月—5月修剪"),
        ("须长≦30厘米", "须长≤30厘米"),
        ("蓄须者，每月修剪2次；", "蓄须者,每月修剪２次"),
    ],
)
def test_the_same_number_in_other_print_is_the_same(one: str, other: str) -> None:
    assert letters_and_numbers(one) == letters_and_numbers(other)


def test_a_text_without_letters_has_an_empty_skeleton() -> None:
    assert skeleton("——，。（）\u3000\0") == ""


def test_chinese_characters_are_told_apart() -> None:
    assert [char for char in "须〇㐀，a1。①" if is_chinese(char)] == ["须", "〇", "㐀"]


def test_clauses_between_semicolons_are_sentences() -> None:
    assert sentences("修剪；梳理。清洗！\n晾干") == ["修剪；", "梳理。", "清洗！", "晾干"]


def test_a_stop_ends_an_english_sentence_only_before_a_blank() -> None:
    assert sentences("Trim 1.5 cm. Comb it; wash it.") == ["Trim 1.5 cm.", "Comb it;", "wash it."]


@pytest.mark.parametrize(
    "char", "\x00\x1b\x7f\x9b\u00ad\u061c\u200b\u200d\u202e\u2028\u2066\u3164\ufeff\ufdd0\uffff\ud800\U000e0041"
)
def test_what_would_hide_from_the_reader_is_hidden(char: str) -> None:
    assert is_hidden(char)


@pytest.mark.parametrize("char", "a网，　 \u00a0〇é\u0301😀\U00020000\ufe0f")
def test_what_shows_or_is_a_blank_is_not_hidden(char: str) -> None:
    assert not is_hidden(char)
