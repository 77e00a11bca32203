"""Which words of an English text say the same."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from policydiff.comparison.findings.terms import english_words
from policydiff.comparison.findings.terms.english_words import content, say_the_same, stems


@pytest.mark.parametrize("pair", english_words._CONTRARY)
def test_every_pair_of_contraries_is_of_words_that_would_say_the_same_without_it(pair: str) -> None:
    one, other = (stems(word) for word in pair.split())
    assert not say_the_same(*one, *other)
    with patch.object(english_words, "are_contrary", return_value=False):
        assert say_the_same.__wrapped__(*one, *other) or english_words.are_one.__wrapped__(*one, *other)


@pytest.mark.parametrize(("one", "other"), [("valid", "invalid"), ("lawful", "unlawful"), ("normal", "abnormal")])
def test_a_word_and_its_negation_do_not_say_the_same(one: str, other: str) -> None:
    assert not say_the_same(*stems(one), *stems(other))


@pytest.mark.parametrize(
    ("phrase", "word"),
    [("hand in the form", "submit the form"), ("get rid of the dye", "remove the dye"), ("put it right", "correct")],
)
def test_a_verb_of_several_words_says_what_one_says(phrase: str, word: str) -> None:
    assert stems(phrase) == stems(word)


def test_a_phrase_said_in_one_word_leaves_every_word_at_its_place() -> None:
    text = "The barber shall hand in the licence to the office."
    [licence] = [word for word in content(text) if word.stem == "licens"]
    assert text[licence.start : licence.end] == "licence"
