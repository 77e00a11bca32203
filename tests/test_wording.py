"""What is told in one language can be told in the other."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from policydiff.model import Language
from policydiff.wording import LACK, LACKS, MESSAGE, PROBLEM, ROLES, RULE, day, in_roles, problem, roles

CASES = sorted((Path(__file__).parent / "cases").glob("*/expected.toml"))


@pytest.mark.parametrize("words", PROBLEM, ids=lambda words: words["en"])
def test_an_oddity_is_told_in_chinese_with_its_numbers(words: dict[Language, str]) -> None:
    said = words["en"].format(num="第二条", last="第四条", count="3")
    assert problem(said, "zh") == words["zh"].format(num="第二条", last="第四条", count="3")
    assert problem(said, "en") == said


def test_every_oddity_that_reading_notes_can_be_told_in_chinese() -> None:
    noted = [one for case in CASES for one in tomllib.loads(case.read_text(encoding="utf-8")).get("problems", ())]
    assert noted
    for message in noted:
        assert problem(message, "zh").startswith("编号：")


@pytest.mark.parametrize(
    ("date", "chinese"),
    [
        ("1999-09-04", "1999年9月4日"),
        ("2021-12", "2021年12月"),
        ("2021", "2021年"),
        ("", ""),
        ("二〇二一年五月", "二〇二一年五月"),
        ("2021-05-01起", "2021-05-01起"),
    ],
)
def test_a_date_is_written_as_its_language_does(date: str, chinese: str) -> None:
    assert day(date, "zh") == chinese
    assert day(date, "en") == date


def test_an_oddity_nobody_has_words_for_stays_as_it_is() -> None:
    assert problem("numbering was lost {num}", "zh") == "numbering was lost {num}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_of_a_finding_has_a_name_of_its_own(language: Language) -> None:
    assert set(RULE) == set(MESSAGE)
    names = [words[language] for words in RULE.values()]
    assert len(set(names)) == len(names)


def test_what_a_text_lacks_that_restates_no_rule_is_not_called_an_omission() -> None:
    assert {LACK[name]["zh"] for name in LACKS.values()} == {"未引用", "未译"}


@pytest.mark.parametrize(
    ("lack", "across", "called"),
    [
        ("omitted", False, ("上位法", "本规定")),
        ("unquoted", False, ("上位法", "本文")),
        ("unquoted", True, ("上位法", "本文")),
        ("untranslated", True, ("原文", "译文")),
        ("omitted", True, ("原文", "译文")),
    ],
)
def test_texts_are_called_what_they_are_to_each_other(lack: str, across: bool, called: tuple[str, str]) -> None:
    said = roles(lack, across=across)
    assert in_roles("{base}、{Target}，{after}", said, "zh") == "{}、{}，{{after}}".format(*called)


def test_a_head_names_a_text_without_its_article() -> None:
    assert in_roles("{Base}, {Target}: of {base}", ROLES["omitted"], "en") == (
        "Superior rule, This rule: of the superior rule"
    )
