"""Where the words of a reader's unit stand in the text."""

from __future__ import annotations

import pytest

from policydiff.errors import GoldError
from policydiff.evaluation.gold import GoldSide, GoldUnit, fingerprint
from policydiff.evaluation.places import placed, places, words
from policydiff.model import Source

BEARDS = "第一条 胡须应当每日修剪。 第二条 修剪者应当持有执照。 第三条 胡须应当每日修剪。"


def source(text: str) -> Source:
    return Source(text=text, origin="beards", sha256="", language="zh")


def found(text: str, *units: str) -> list[list[str]]:
    return [[text[start:end] for start, end in runs] for runs in places(source(text), units)]


def starts(text: str, *units: str) -> list[int]:
    return [runs[0][0] for runs in places(source(text), units)]


def test_the_place_of_a_unit_leaves_out_what_its_reader_cut_out() -> None:
    text = "修剪者应当在 第 2 页共 4 页 职责范围内持有执照。"
    assert found(text, "修剪者应当在职责范围内持有执照。") == [["修剪者应当在", "职责范围内持有执照"]]


def test_punctuation_blanks_and_width_do_not_count() -> None:
    assert found("胡须 ，应当\n每日修剪（２次）。", "胡须应当每日修剪(2次)") == [["胡须 ，应当\n每日修剪（２次"]]


def test_the_same_words_twice_are_two_places_in_reading_order() -> None:
    first, second = BEARDS.index("胡须"), BEARDS.rindex("胡须")
    assert starts(BEARDS, "胡须应当每日修剪。", "胡须应当每日修剪。") == [first, second]


def test_units_that_do_not_stand_in_reading_order_are_found_and_none_on_another() -> None:
    first, second = BEARDS.index("胡须"), BEARDS.rindex("胡须")
    backwards = ("胡须应当每日修剪。", "修剪者应当持有执照。", "第三条 胡须应当每日修剪。")
    assert starts(BEARDS, *backwards) == [first, BEARDS.index("修剪者"), BEARDS.index("第三条")]
    again = ("第三条", "胡须应当每日修剪。", "胡须应当每日修剪。")
    assert starts(BEARDS, *again) == [BEARDS.index("第三条"), second, first]


def test_words_that_do_not_stand_in_the_file_are_an_error() -> None:
    with pytest.raises(GoldError, match="beards: these words of a unit do not stand there: 胡须应当每月修剪"):
        starts(BEARDS, "胡须应当每月修剪。")


def test_two_units_cannot_have_the_same_words() -> None:
    with pytest.raises(GoldError, match="修剪者应当持有执照"):
        starts(BEARDS, "修剪者应当持有执照。", "修剪者应当持有执照。")


def test_a_unit_known_by_its_place_is_checked_against_its_fingerprint() -> None:
    right = GoldUnit(id="art_1", fingerprint=fingerprint("胡须应当每日修剪"), spans=((4, 12),))
    side = GoldSide(file="beards.txt", language="zh", units=(right,))
    (unit,) = placed(side, source(BEARDS)).units
    assert words(unit, source(BEARDS)) == "胡须应当每日修剪"
    with pytest.raises(GoldError, match="art_1"):
        placed(side, source("前言。" + BEARDS))
