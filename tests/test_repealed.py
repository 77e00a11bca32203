"""What is known of instruments that have been repealed."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import policydiff.repealed
from policydiff.messages import message
from policydiff.repealed import Repeal, repeal_of

LINES = Path(policydiff.repealed.__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("title", ["中华人民共和国物权法", "物权法", "《物权法》", "《中华人民共和国物权法》"])
def test_an_instrument_is_known_by_its_title_in_full_or_not(title: str) -> None:
    assert repeal_of(title) == Repeal("2021-01-01", "中华人民共和国民法典", "1260")


@pytest.mark.parametrize("title", ["中华人民共和国民法典", "《国家安全法》", "某省物权法", "物权", ""])
def test_what_is_in_force_or_not_known_is_not_repealed(title: str) -> None:
    assert repeal_of(title) is None


def test_each_line_says_one_title_a_day_and_an_article_of_another_instrument() -> None:
    rows = [line.split("\t") for line in LINES]
    assert sorted(LINES) == LINES
    assert len({title for title, *_ in rows}) == len(rows)
    for title, day, by, article in rows:
        assert datetime.date.fromisoformat(day)
        assert article.isdecimal()
        assert title != by


def test_a_finding_says_since_when_and_by_what_and_no_more_than_is_known() -> None:
    quoted = "根据《理发法》和《物权法》"
    assert message("repealed", "", quoted, "zh") == (
        f"“{quoted}”援引的文件自2021年1月1日起由《中华人民共和国民法典》第一千二百六十条废止，请核对援引。"
    )
    assert "Article 1260 of 《中华人民共和国民法典》 repealed as of 2021-01-01" in message("repealed", "", quoted, "en")
    assert message("repealed", "", "根据《理发法》", "zh") == "“根据《理发法》”援引的文件已经废止，请核对援引。"
