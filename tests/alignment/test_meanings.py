"""Texts about one subject are near each other, whatever their words."""

from __future__ import annotations

import numpy as np
import pytest

from policydiff.alignment.meanings import Directions, Likeness, likeness
from policydiff.model import Language

ELDERS: dict[Language, str] = {
    "zh": "赡养人应当照料老年人的生活。",
    "en": "Children shall look after their old parents and provide for them.",
}
BOATS: dict[Language, str] = {
    "zh": "渔船未经检验的，不得下水作业。",
    "en": "A fishing vessel that was not inspected shall not put to sea.",
}
FIRES: dict[Language, str] = {
    "zh": "单位应当配备灭火器材，保持疏散通道畅通。",
    "en": "Buildings shall be equipped with extinguishers and keep their exits clear.",
}
IN_OTHER_WORDS: dict[Language, list[str]] = {
    "zh": ["消防设施应当完好有效。", "捕捞船舶的所有人应当申请年检。", "子女对年迈父母负有扶助义务。"],
    "en": [
        "Fire-fighting equipment is maintained by the owner.",
        "The owner of a ship for catching fish applies for examination.",
        "The elderly are supported by sons and daughters.",
    ],
}


def near(base: list[str], target: list[str], ours: Language, theirs: Language) -> Likeness:
    """How much texts in these languages are about the same."""
    return likeness(Directions.of(base, ours), Directions.of(target, theirs))


@pytest.mark.parametrize(("ours", "theirs"), [("zh", "zh"), ("en", "en"), ("zh", "en"), ("en", "zh")])
def test_of_texts_in_other_words_the_one_on_the_same_subject_is_nearest(ours: Language, theirs: Language) -> None:
    found = near([side[ours] for side in (ELDERS, BOATS, FIRES)], IN_OTHER_WORDS[theirs], ours, theirs)
    assert found.argmax(axis=1).tolist() == [2, 1, 0]


@pytest.mark.parametrize("languages", [("zh", "zh"), ("en", "en"), ("zh", "en")])
def test_exchanging_the_documents_exchanges_the_sides(languages: tuple[Language, Language]) -> None:
    base, target = [side[languages[0]] for side in (ELDERS, BOATS)], IN_OTHER_WORDS[languages[1]]
    there, back = near(base, target, *languages), near(target, base, *languages[::-1])
    np.testing.assert_allclose(there, back.T, atol=1e-9)


def test_a_text_without_a_known_word_is_near_nothing() -> None:
    assert near(["？！"], [ELDERS["zh"], BOATS["zh"]], "zh", "zh").max() < 0.05


def test_no_text_is_near_no_text() -> None:
    assert near([], [ELDERS["zh"]], "zh", "zh").shape == (0, 1)
