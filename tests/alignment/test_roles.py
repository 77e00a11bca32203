"""Clauses known by their form."""

from __future__ import annotations

import pytest
from tests.texts import parsed

from policydiff.alignment.roles import roles
from policydiff.alignment.units import units
from policydiff.model import Language

MIDDLE = "第二条 蓄须者每月修剪一次。\n第三条 理发店应当备有镜子。\n"


def played(text: str, language: Language = "zh") -> dict[str, str]:
    """For each role the words of the leaf that plays it."""
    found = units(parsed(text, language))
    return {name: found.leaves[n].text for name, n in roles(found, language).items()}


@pytest.mark.parametrize(
    "words",
    [
        "为了规范蓄须，制定本办法。",
        "根据《胡须法》，结合本区实际，制定本细则。",
        "为规范蓄须，依据《胡须法》，制定本规定。",
    ],
)
def test_the_clause_of_purpose_is_known(words: str) -> None:
    assert played(f"第一条 {words}\n{MIDDLE}")["purpose"] == words


def test_blanks_that_a_scanner_left_hide_no_role() -> None:
    words = "为了整洁，根据《胡须 法》，制定 本办法。"
    assert played(f"第一条 {words}\n{MIDDLE}第四条 蓄须者应当登记。\n")["purpose"] == words


@pytest.mark.parametrize("words", ["本办法由胡须委员会负责解释。", "本细则由区理发协会解释。"])
def test_the_clause_of_interpretation_is_known(words: str) -> None:
    assert played(f"第一条 蓄须者应当登记。\n{MIDDLE}第四条 {words}\n")["interpretation"] == words


@pytest.mark.parametrize("words", ["本办法自2020年1月1日起施行。", "本细则自印发之日起施行。"])
def test_the_clause_of_entry_into_force_is_known(words: str) -> None:
    assert played(f"第一条 蓄须者应当登记。\n{MIDDLE}第四条 {words}\n")["force"] == words


@pytest.mark.parametrize(
    "words",
    [
        "胡须委员会负责解释修剪的标准。",
        "蓄须者根据本办法修剪。",
        "假须自检验之日起使用。",
        "理发店应当制定本店的规程。",
        "县级人民政府根据胡须管理规划，制定本行政区域的实施方案。",
    ],
)
def test_a_duty_that_uses_the_same_words_plays_no_role(words: str) -> None:
    assert not played(f"第一条 蓄须者应当登记。\n{MIDDLE}第四条 {words}\n")


def test_roles_are_known_in_english() -> None:
    text = (
        "Article 1 These Measures are formulated to keep beards tidy.\nArticle 2 A keeper shall trim the beard.\n"
        "Article 3 The Committee is responsible for the interpretation of these Measures.\n"
        "Article 4 These Measures shall come into force on May 1, 2020.\n"
    )
    assert played(text, "en").keys() == {"purpose", "interpretation", "force"}


def test_half_width_marks_hide_no_role() -> None:
    words = "为了整洁,根据《胡须法》,制定本办法｡"
    assert played(f"第一条 {words}\n{MIDDLE}第四条 蓄须者应当登记。\n")["purpose"] == words
