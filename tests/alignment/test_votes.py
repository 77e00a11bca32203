"""What the sentences of two documents are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from policydiff.alignment.cuts import cut_up
from policydiff.alignment.evidence import Scores
from policydiff.alignment.votes import subject_votes

Like = Callable[[Sequence[str], Sequence[str]], Scores]

BASE = ["胡须应当每日梳理。胡须不得染色。", "剪刀应当消毒。"]
TARGET = ["胡须每日梳理。", "剪刀每日消毒。", "店堂应当清扫。"]


def votes(base: list[str], target: list[str], like: Like) -> Scores:
    """Of texts, cut into sentences."""
    ours, theirs = cut_up(base), cut_up(target)
    return subject_votes(ours, theirs, like(ours.texts, theirs.texts), (len(base), len(target)))


def in_common(base: Sequence[str], target: Sequence[str]) -> Scores:
    """The share of letters that two sentences have in common."""
    return np.array([[len(set(one) & set(other)) / len(set(one) | set(other)) for other in target] for one in base])


def test_a_text_votes_most_for_the_one_that_its_sentences_are_about() -> None:
    found = votes(BASE, TARGET, in_common)
    assert found.argmax(axis=1).tolist() == [0, 1]


def test_to_exchange_the_documents_turns_the_votes() -> None:
    assert np.array_equal(votes(BASE, TARGET, in_common), votes(TARGET, BASE, in_common).T)


def test_a_vote_is_shared_out_among_texts_that_say_the_same() -> None:
    alone = votes(["剪刀应当消毒。"], ["剪刀应当消毒。"], in_common)
    shared = votes(["剪刀应当消毒。"], ["剪刀应当消毒。", "剪刀应当消毒。"], in_common)
    assert alone[0, 0] == 1.0
    assert shared[0].tolist() == [0.75, 0.75]  # half of its own vote, and each of theirs whole


def test_a_text_without_words_votes_for_nobody() -> None:
    assert votes(["。"], TARGET, in_common).tolist() == [[0.0, 0.0, 0.0]]
    assert votes(BASE, [], in_common).shape == (2, 0)


def test_sentences_that_are_nearly_the_same_vote_for_no_other_text() -> None:
    def near(base: Sequence[str], target: Sequence[str]) -> Scores:
        return np.array([[0.95, 0.6], [0.7, 0.6]])

    found = votes(["剪刀应当消毒。", "剃刀应当消毒。"], ["剪刀必须消毒。", "毛巾应当清洗。"], near)
    assert (found > 0).tolist() == [[True, False], [False, True]]
