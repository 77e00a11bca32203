"""What is told in one language can be told in the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from policydiff.gravity import POWERS
from policydiff.model import (
    Basis,
    DocumentKind,
    Fate,
    Finding,
    FindingType,
    Lack,
    Language,
    Problem,
    ProblemKind,
    Relation,
    ResidueReason,
    Since,
    Span,
    StaleReason,
    ToldAs,
    Treatment,
    Verdict,
)
from policydiff.text import is_chinese
from policydiff.wording import (
    BASIS,
    FATE,
    FATE_SIGN,
    FINDING,
    KIND,
    LACKS,
    LANGUAGE,
    PROBLEM,
    RELATION,
    RESIDUE,
    RESTATED_IN_PART,
    ROLES,
    RULE,
    SINCE,
    STALE,
    TOLD_AS,
    TREATMENT,
    VERDICT,
    day,
    in_roles,
    kind_name,
    problem,
    told_as,
)


def odd(kind: ProblemKind, *, num: str = "", last: str = "", count: int = 0) -> Problem:
    return Problem(span=Span(0, 1), kind=kind, num=num, last=last, count=count)


@pytest.mark.parametrize(
    ("one", "chinese", "english"),
    [
        (odd("follows", num="第四条", last="第二条"), "编号：第四条前面是第二条", "numbering: 第四条 follows 第二条"),
        (odd("again", num="附件1"), "编号：附件1重复", "numbering: 附件1 stands more than once"),
        (odd("unreadable", count=1), "编码：有一个字符无法识别", "encoding: a character could not be read"),
        (odd("unreadable", count=3), "编码：有3个字符无法识别", "encoding: 3 characters could not be read"),
    ],
)
def test_an_oddity_is_told_with_its_numbers(one: Problem, chinese: str, english: str) -> None:
    assert (problem(one, "zh"), problem(one, "en")) == (chinese, english)


@pytest.mark.parametrize("kind", get_args(ProblemKind))
def test_every_oddity_is_told_in_both_languages(kind: ProblemKind) -> None:
    chinese, english = problem(odd(kind), "zh"), problem(odd(kind), "en")
    assert is_chinese(chinese[0])
    assert english.isascii()


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


@pytest.mark.parametrize(
    ("codes", "table"),
    [
        (Basis, BASIS),
        (DocumentKind, KIND),
        (Fate, FATE),
        (Fate, FATE_SIGN),
        (FindingType, FINDING),
        (ToldAs, TOLD_AS),
        (Lack, ROLES),
        (Language, LANGUAGE),
        (ProblemKind, PROBLEM),
        (Relation, RELATION),
        (Relation, LACKS),
        (ResidueReason, RESIDUE),
        (Since, SINCE),
        (StaleReason, STALE),
        (Treatment, TREATMENT),
        (Verdict, VERDICT),
    ],
)
def test_every_code_that_a_value_may_carry_has_its_word(codes: Any, table: Mapping[str, object]) -> None:
    assert set(table) == set(get_args(codes))


def test_what_a_text_lacks_that_restates_no_rule_is_not_called_an_omission() -> None:
    assert {FATE[name]["zh"] for name in RESTATED_IN_PART} == {"未引用", "未译"}


@pytest.mark.parametrize(
    ("lack", "called"),
    [
        ("omitted", ("上位法", "本规定")),
        ("unquoted", ("上位法", "本文")),
        ("untranslated", ("原文", "译文")),
        ("revised", ("现行文本", "修订文本")),
        ("unrelated", ("基准文本", "对照文本")),
    ],
)
def test_texts_are_called_what_they_are_to_each_other(lack: Lack, called: tuple[str, str]) -> None:
    assert in_roles("{base}、{Target}，{after}", ROLES[lack], "zh") == "{}、{}，{{after}}".format(*called)


def test_a_head_names_a_text_without_its_article() -> None:
    assert in_roles("{Base}, {Target}: of {base}", ROLES["omitted"], "en") == (
        "Superior rule, This rule: of the superior rule"
    )


@pytest.mark.parametrize("power", POWERS)
def test_a_power_that_seems_newly_set_is_called_doubtful_in_both_languages(power: str) -> None:
    assert RULE[power]["zh"].startswith("疑似")
    assert "perhaps" in RULE[power]["en"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("本办法所称染须，是指改变胡须的颜色", "added-definition"),
        ("本办法所称染须店，包括流动摊点", "added-definition"),
        ("包括唇须、颊须和颏须", "added-definition"),
        ("dyeing means changing the colour of a beard", "added-definition"),
        ("指导蓄须者修剪胡须", "added-duty"),
        ("登记的内容应当包括姓名和须色", "added-duty"),
    ],
)
def test_what_says_what_a_word_means_is_told_as_a_definition_and_its_type_stays(words: str, told: ToldAs) -> None:
    added = Finding(type="added-duty", base="", target=words, message="", rule="added-duty")
    assert told_as(added) == told
    lost = Finding(type="dropped-duty", base=words, target="", message="", rule="dropped-duty")
    assert told_as(lost) == told.replace("added", "dropped")
    assert kind_name(added, "zh") == ("新增定义" if told == "added-definition" else "内容增设")


def test_a_power_in_a_definition_is_told_as_newly_set() -> None:
    words = "本办法所称许可，是指染须许可"
    assert told_as(Finding(type="added-duty", base="", target=words, message="", rule="new-licence")) == "newly-set"
