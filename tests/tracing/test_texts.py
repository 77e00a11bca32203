"""Many texts as one run of bytes are a sequence like any other."""

from __future__ import annotations

import pytest

from policydiff.tracing.texts import Texts

WORDS = ["蓄须者", "", "beard", "𠮷", "\ud800"]


@pytest.mark.parametrize("part", [slice(None), slice(1, 3), slice(None, None, -2), slice(-2, None), slice(9, 12)])
def test_a_part_of_the_texts_is_a_list_of_them(part: slice) -> None:
    assert Texts.of(WORDS)[part] == WORDS[part]


def test_the_texts_are_there_by_number_and_no_more_of_them() -> None:
    held = Texts.of(WORDS)
    assert [held[n] for n in range(len(held))] == list(held) == WORDS
    with pytest.raises(IndexError):
        held[len(WORDS)]


def test_texts_put_together_and_cut_apart_are_what_they_were() -> None:
    joined = Texts.joined([Texts.of(WORDS[:2]), Texts.of(()), Texts.of(WORDS[2:])])
    assert list(joined) == WORDS
    assert list(joined.between(2, 4)) == WORDS[2:4]


def test_the_texts_that_hold_words_are_those_in_which_they_stand() -> None:
    texts = ("《胡须法》", "", "蓄须者《须", "假", "须")
    assert Texts.of(texts).containing("须") == [0, 2, 4]
    assert Texts.of(texts).containing("假须") == []
    assert Texts.of(()).containing("须") == []


def test_words_that_overlap_what_spans_two_texts_are_found_in_the_second() -> None:
    assert Texts.of(("法律援助", "法律援助法")).containing("法律援助法") == [1]
    assert Texts.of(("须胡", "须胡须")).containing("须胡须") == [1]
