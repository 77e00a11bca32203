"""The runs that two texts may share, of many texts at once."""

from __future__ import annotations

import numpy as np
import pytest

from policydiff.alignment import grams
from policydiff.alignment.grams import chinese_grams, english_grams, grams_of
from policydiff.alignment.letters import skeletons
from policydiff.model import Language
from policydiff.text import skeleton

TEXTS = ["蓄须者应当每月修剪胡须。", "", "國家", "。", "㎡与１２３", "Beards shall be trimmed each month."]


def of_each(texts: list[str], language: Language) -> list[set[int]]:
    one = chinese_grams if language == "zh" else english_grams
    return [set(one(text).tolist()) for text in texts]


def of_all(texts: list[str], language: Language) -> list[set[int]]:
    found, place, text = grams_of(texts, language)
    return [set(found[place[text == n]].tolist()) for n in range(len(texts))]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_many_texts_hold_what_each_holds_by_itself(language: Language) -> None:
    assert of_all(TEXTS, language) == of_each(TEXTS, language)


def test_a_text_of_very_many_letters_is_read_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grams, "_WIDEST", 20)
    assert of_all(TEXTS, "zh") == of_each(TEXTS, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_of_no_text_there_is_no_run(language: Language) -> None:
    assert [len(found) for found in grams_of([], language)] == [0, 0, 0]


def test_runs_are_given_once_and_sorted() -> None:
    found, _, _ = grams_of([*TEXTS, *TEXTS], "zh")
    assert (np.diff(found) > 0).all()


def test_skeletons_of_many_texts_are_those_of_each() -> None:
    assert skeletons(TEXTS) == [skeleton(text) for text in TEXTS]
    assert skeletons([]) == []
