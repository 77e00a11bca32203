"""Quotations are cut where a reader does not stumble, and never within a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.quoting import excerpt, first_words, shortened, shortened_alike, stretch, widened, word_end, word_start
from policydiff.words import words

LAW = "蓄须者应当每月修剪胡须，保持整洁，并向街道办事处报告，县级以上人民政府主管部门可以设胡须监督管理机构"
ENGLISH = "The head of the barbers shall be responsible, and the deputies shall (each) assist the head of the barbers"


def borders(text: str) -> set[int]:
    """The places that are within no word."""
    places, at = {0}, 0
    for word in words(text):
        at += len(word)
        places.add(at)
    return places


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        (20, "蓄须者应当每月修剪胡须，保持整洁…"),
        (14, "蓄须者应当每月修剪胡须…"),
        (5, "蓄须者应当…"),
        (4, "蓄须者…"),
        (len(LAW), LAW),
        (len(LAW) - 3, LAW),
    ],
)
def test_an_excerpt_ends_behind_a_clause_or_a_word(most: int, shown: str) -> None:
    assert excerpt(LAW, most) == shown


def test_an_english_excerpt_ends_behind_a_word_and_before_a_bracket() -> None:
    assert excerpt(ENGLISH, 22) == "The head of the…"
    assert excerpt(ENGLISH, 72) == "The head of the barbers shall be responsible…"
    assert excerpt(ENGLISH[46:], 26) == "and the deputies shall…"


def test_of_a_long_text_both_ends_are_left_with_whole_words() -> None:
    assert shortened(LAW, head=12, tail=12) == "蓄须者应当每月修剪胡须…可以设胡须监督管理机构"
    assert shortened(LAW, head=12, tail=8) == "蓄须者应当每月修剪胡须…胡须监督管理机构"
    assert shortened(LAW, head=30, tail=len(LAW) - 32) == LAW


@pytest.mark.parametrize("at", range(len(LAW) + 1))
def test_a_place_within_a_word_moves_to_its_nearest_border_on_either_side(at: int) -> None:
    around = borders(LAW)
    assert word_start(LAW, at) == max(place for place in around if place <= at)
    assert word_end(LAW, at) == min(place for place in around if place >= at)


def test_what_is_too_long_for_a_word_is_cut_all_the_same() -> None:
    assert excerpt("a" * 90, 20) == "a" * 20 + "…"
    assert shortened("a" * 90, head=9, tail=9) == "a" * 9 + "…" + "a" * 9


@given(st.text(max_size=80), st.integers(1, 40), st.integers(0, 40))
def test_nothing_is_put_in_but_the_sign_of_what_is_left_out(text: str, head: int, tail: int) -> None:
    shown = shortened(text, head=head, tail=tail)
    if shown != text:
        before, _, after = shown.rpartition("…") if "…" not in text else ("", "", "")
        assert text.startswith(before)
        assert text.endswith(after)
        assert len(before) <= head
        assert len(after) <= tail
    assert len(shown) <= max(len(text), 1)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("蓄须者", "蓄须者应当每月修剪胡须"),
        ("街道", "保持整洁，并向街道办事处报告"),
        ("监督", "主管部门可以设胡须监督管理机构"),
    ],
)
def test_a_part_that_shows_a_word_begins_and_ends_between_clauses_or_words(words: str, shown: str) -> None:
    start, end = stretch(LAW, LAW.index(words), before=9, most=16)
    assert LAW[start:end] == shown


@given(text=st.text("须修剪，。 ab（", min_size=1, max_size=300), at=st.integers(0, 299))
def test_a_part_of_a_text_holds_the_place_and_is_no_longer_than_asked(text: str, at: int) -> None:
    place = min(at, len(text) - 1)
    start, end = stretch(text, place, before=20, most=100)
    assert start <= place < end <= len(text)
    assert not start or place - start <= 20
    assert end - start <= 104


def test_a_place_is_widened_to_words_numbers_with_their_units_and_short_brackets() -> None:
    clause = "年满十八周岁至五十五周岁（以下简称适龄）的健康公民依照《献血法》自愿献血"

    def quoted(words: str) -> str:
        start = clause.index(words)
        return clause[slice(*widened(clause, start, start + len(words)))]

    assert quoted("至五十五") == "至五十五周岁"
    assert quoted("五十五周岁（以下") == "五十五周岁（以下简称适龄）"
    assert quoted("适龄）的健康") == "（以下简称适龄）的健康"
    assert quoted("依照《献血") == "依照《献血法》"
    assert quoted("自愿") == "自愿"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("本办法自发布之日起施行。", "本办法自发布之日起施行。"),
        (LAW, "蓄须者应当每月修剪胡须，保持整洁…"),
        (f"{LAW[:10]}。", f"{LAW[:10]}。"),
        ("街道办事处胡须监督管理机构主管部门应当每月报告一次", "街道办事处胡须监督管理机构主管部门应当…"),
    ],
)
def test_the_first_words_of_a_text_end_behind_a_clause_or_a_word(text: str, shown: str) -> None:
    assert first_words(text, 12, 20) == shown


def test_a_number_with_commas_between_its_thousands_is_cut_nowhere() -> None:
    text = "A fine of not more than 1,500,000 yuan"
    for at in range(text.index("1,") + 1, text.index(" yuan")):
        assert (word_start(text, at), word_end(text, at)) == (text.index("1,"), text.index(" yuan"))
    assert shortened(text, head=27, tail=4) == "A fine of not more than…yuan"


def test_of_two_texts_that_differ_in_their_middle_alone_that_is_what_is_shown() -> None:
    text = "The barbers' office shall complete the inspection of the shop within 45 {}days from the receipt of the form"
    one, other = shortened_alike((text.format(""), text.format("working ")), head=40, tail=20)
    assert "within 45 days" in one
    assert "within 45 working days" in other
    assert one.startswith("…")
    assert max(map(len, (one, other))) <= 66


def test_two_texts_that_differ_where_both_are_shown_have_their_beginning_and_end_shown() -> None:
    texts = (LAW, LAW.replace("蓄须者", "修须者"))
    assert shortened_alike(texts, head=20, tail=10) == tuple(shortened(text, head=20, tail=10) for text in texts)
    assert shortened_alike((LAW, LAW), head=20, tail=10) == (shortened(LAW, head=20, tail=10),) * 2
