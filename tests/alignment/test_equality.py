"""Which of several leaves of equal words belong together."""

from __future__ import annotations

import tracemalloc
from importlib import import_module

import pytest
from tests.texts import parsed

from policydiff.alignment import align
from policydiff.alignment.equality import equal_pairs
from policydiff.alignment.sides import side
from policydiff.errors import TooLargeError
from policydiff.model import Document

LINE = "剃须用具应当每日消毒。"


def document(*lines: str) -> Document:
    text = "\n".join(["剃须管理办法", *lines])
    return parsed(text)


def eids(document: Document) -> list[str]:
    return [leaf.eid for leaf in side(document).units.leaves]


def pairs(base: Document, target: Document) -> set[tuple[int, int]]:
    return equal_pairs(side(base), side(target))


def test_words_that_stand_more_often_are_paired_beside_known_pairs() -> None:
    ours = document(LINE, "梳子应当清洗。", LINE, "账目应当公开。")
    theirs = document("账目应当公开。", LINE, "梳子应当清洗。")
    assert pairs(ours, theirs) == {(1, 2), (3, 0), (0, 1)}


def test_without_known_pairs_those_in_the_same_place_are_paired() -> None:
    assert pairs(document(*[LINE] * 5), document(*[LINE] * 5)) == {(n, n) for n in range(5)}


def test_a_line_that_is_repeated_is_paired_without_a_list_of_all_pairs() -> None:
    ours = document(*[LINE] * 200)
    assert len(side(ours).leaf_letters) == 200
    tracemalloc.start()
    try:
        assert len(pairs(ours, ours)) == 200
        assert tracemalloc.get_traced_memory()[1] < 200 * 200 * 100
    finally:
        tracemalloc.stop()


def test_a_file_of_one_line_over_and_over_takes_memory_for_its_pairs_alone() -> None:
    ours = document(*[LINE] * 150)
    align(document(LINE), document(LINE))  # what is loaded once
    tracemalloc.start()
    try:
        found = align(ours, ours)
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()
    assert [(link.base, link.target) for link in found.links] == [((leaf,), (leaf,)) for leaf in eids(ours)]


def test_texts_too_long_for_a_table_of_their_sentences_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = document(LINE, "梳子应当清洗。", "账目应当公开。")
    assert align(ours, ours).links
    monkeypatch.setattr(import_module("policydiff.alignment.align"), "_MOST_PAIRS", 8)
    with pytest.raises(TooLargeError, match=r"^rule\.txt, rule\.txt: .* \(3 and 3 sentences\)\. Split"):
        align(ours, ours)
