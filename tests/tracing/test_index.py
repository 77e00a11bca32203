"""Finding the texts that share rare fragments with a text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.tracing import index as indexing
from policydiff.tracing.fragments import fragments
from policydiff.tracing.index import indexed

TEXTS = [
    "胡须应当整洁，长度不得超过二十厘米。",
    "帽子应当标明尺寸、材料和产地。",
    "剪须师应当取得剪须执照，并在店内公示执照。",
    "",
]


def test_a_text_finds_itself_first_and_scores_the_others_lower() -> None:
    near = indexed(TEXTS, ["zh"] * 4).near(TEXTS, "zh", 5)
    for number in range(3):
        found = near.candidate[near.of(number)]
        assert found[0] == number
    assert near.candidate[near.of(3)].tolist() == []
    scores = near.score[near.of(0)].tolist()
    assert scores == sorted(scores, reverse=True)


def test_only_what_is_allowed_is_found() -> None:
    index = indexed(TEXTS, ["zh"] * 4)
    allowed = np.array([False, True, True, True])
    assert 0 not in index.near(TEXTS, "zh", 5, allowed).candidate


def test_what_stands_in_too_many_texts_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "COMMON", 2)
    texts = [f"责令限期改正{rare}" for rare in ("胡须剪刀", "帽子尺寸", "渔民出海")]
    index = indexed(texts, ["zh"] * 3)
    assert index.near(["责令限期改正"], "zh", 5).candidate.tolist() == []
    assert index.near(["渔民出海须知"], "zh", 5).candidate.tolist() == [2]


def test_english_is_found_by_its_words_and_never_mixes_with_chinese() -> None:
    english = ["Beards shall be kept clean.", "Hats shall bear a label."]
    index = indexed([*english, *TEXTS], ["en", "en", "zh", "zh", "zh", "zh"])
    near = index.near(["A beard: beards shall be kept short"], "en", 5)
    assert near.candidate[0] == 0
    assert set(near.candidate.tolist()) <= {0, 1}


def test_an_index_of_nothing_finds_nothing() -> None:
    assert indexed([], []).near(["胡须应当整洁"], "zh", 5).candidate.tolist() == []
    assert indexed(TEXTS, ["zh"] * 4).near([], "zh", 5).candidate.tolist() == []


def test_how_many_texts_are_looked_up_together_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    index = indexed(TEXTS, ["zh"] * 4)
    together = index.near(TEXTS, "zh", 5)
    monkeypatch.setattr(indexing, "_AT_ONCE", 1)
    apart = index.near(TEXTS, "zh", 5)
    assert (together.text.tolist(), together.candidate.tolist()) == (apart.text.tolist(), apart.candidate.tolist())
    assert together.score.tolist() == apart.score.tolist()


@given(st.lists(st.text(alphabet="胡须应当整洁长度", max_size=12), max_size=5))
def test_the_fragments_of_texts_read_together_are_those_of_each(texts: list[str]) -> None:
    together = fragments(texts, "zh")
    apart = [fragments([text], "zh") + np.uint64(number) for number, text in enumerate(texts)]
    assert together.tolist() == sorted(np.concatenate([np.zeros(0, np.uint64), *apart]).tolist())
