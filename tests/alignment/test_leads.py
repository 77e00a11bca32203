"""How far ahead of all others two units are for single clauses of each other."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from policydiff.alignment.cuts import cut_into_clauses
from policydiff.alignment.evidence import Both, Scores, clause_likeness
from policydiff.alignment.holdings import Wordings, wordings
from policydiff.alignment.leads import clause_leads, lead

LONG = "店堂应当通风，剪刀每日煮沸消毒，账目按季公开，学徒满一年转正。"
SHORT = "剪刀应当煮沸消毒。"


def leads(base: list[str], target: list[str]) -> Scores:
    ours, theirs = cut_into_clauses(base), cut_into_clauses(target)
    held = [wordings(texts, texts, cut.texts, cut.texts, "zh") for texts, cut in ((base, ours), (target, theirs))]
    return clause_leads(ours, theirs, clause_likeness(Both.of(*held)), (len(base), len(target)))


def test_one_clause_of_a_long_text_puts_it_ahead_for_a_short_one() -> None:
    found = leads([LONG, "胡须不得染色，染色的应当洗净。"], [SHORT, "顾客可以预约。"])
    assert found[0, 0] > 0.3
    assert found[0, 1] == found[1, 0] == found[1, 1] == 0


def test_a_clause_that_two_texts_hold_alike_puts_neither_ahead() -> None:
    assert leads([LONG], [SHORT, SHORT]).tolist() == [[0.0, 0.0]]


def test_one_clause_among_many_counts_for_less_than_one_that_is_all() -> None:
    others = ["顾客可以预约，预约不收费。"]
    alone, among = leads([SHORT, *others], [SHORT, "。"]), leads([LONG, *others], [LONG.replace("账目", "工价"), "。"])
    assert alone[0, 0] == pytest.approx(1, abs=1e-4)
    assert 0 < leads([LONG, *others], [SHORT, "。"])[0, 0] < among[0, 0] < 1


def test_to_exchange_the_documents_turns_the_leads() -> None:
    base, target = [LONG, "胡须不得染色，账目按季公开。"], [SHORT, "账目应当公开，工价应当明示。", "顾客可以预约。"]
    assert np.array_equal(leads(base, target), leads(target, base).T)


def test_texts_without_words_are_ahead_for_nothing() -> None:
    assert leads(["。", LONG], [SHORT, "；"])[0].tolist() == [0.0, 0.0]
    assert leads([LONG], []).shape == (1, 0)


def test_a_pair_leads_by_what_it_is_before_the_best_other_of_its_row_or_column() -> None:
    assert lead(np.array([[0.9, 0.5], [0.8, 0.7]])) == pytest.approx(np.array([[0.4, 0.0], [0.1, 0.2]]))


def test_what_stands_in_many_clauses_of_both_makes_none_alike() -> None:
    ours, theirs = ([f"剪刀{one}" for one in other] for other in ("甲乙丙丁戊己庚辛壬癸金", "子丑寅卯辰巳午未申酉戌"))
    few, many = (clause_likeness(Both.of(*(held(texts[:number]) for texts in (ours, theirs)))) for number in (3, 11))
    assert (len(few.likeness), len(many.likeness)) == (9, 0)


def test_of_many_clauses_no_table_of_all_pairs_is_made() -> None:
    """Each has a word of its own, so that few of them meet."""
    words = [f"剪刀{chr(0x4E00 + n)}" for n in range(1500)]
    both = Both.of(held(words), held(words))
    tracemalloc.start()
    try:
        found = clause_likeness(both)
        assert tracemalloc.get_traced_memory()[1] < 1500 * 1500
    finally:
        tracemalloc.stop()
    assert 1500 <= len(found.likeness) < 2 * 1500


def held(texts: list[str]) -> Wordings:
    return wordings(texts, texts, texts, texts, "zh")
