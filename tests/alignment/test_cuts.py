"""Texts cut into sentences and clauses."""

from __future__ import annotations

from policydiff.alignment.cuts import cut_into_clauses, cut_up


def test_sentences_know_their_text_and_those_that_hold_it() -> None:
    cut = cut_up(["胡须应当每日梳理。（一）", "", "胡须不得染色；剪刀应当消毒。"])
    assert cut.texts == ["胡须应当每日梳理。", "胡须不得染色；", "剪刀应当消毒。"]
    assert cut.letters == ["胡须应当每日梳理", "胡须不得染色", "剪刀应当消毒"]
    assert cut.owner.tolist() == [0, 2, 2]
    assert cut.within([4, 4, 5]).owner.tolist() == [4, 5, 5]


def test_clauses_stand_between_commas_and_stops() -> None:
    cut = cut_into_clauses(["胡须应当每日梳理，不得染色；", "……", "剪刀应当消毒：煮沸、擦干。"])
    assert cut.texts == ["胡须应当每日梳理", "不得染色", "剪刀应当消毒", "煮沸、擦干"]
    assert cut.owner.tolist() == [0, 0, 2, 2]
    assert cut.starts().tolist() == [0, 2]
