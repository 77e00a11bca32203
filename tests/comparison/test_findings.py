"""What a reviewer is told of a change: each kind of finding where it must fire, and where it must not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.model import Comparison, Finding, Language, Link, Row, Source
from policydiff.parsing import parse
from policydiff.report.notes import found


def read(base: str, target: str, languages: tuple[Language, Language] = ("zh", "zh")) -> Comparison:
    """Two articles compared. A second one, the same on both sides, stands beside each."""
    opening: dict[Language, tuple[str, str]] = {
        "zh": ("第一条 {}\n第二条 理发店自每日清晨营业。\n", "zh"),
        "en": ("Article 1 {}\nArticle 2 Barber shops open at dawn.\n", "en"),
    }
    texts = [opening[language][0].format(words) for language, words in zip(languages, (base, target), strict=True)]
    one, other = (
        parse(Source(text=text, origin="law.txt", sha256="", language=language))
        for text, language in zip(texts, languages, strict=True)
    )
    return compare(align(one, other))


def row(base: str, target: str, *languages: Language) -> Row:
    return read(base, target, (languages[0], languages[1]) if languages else ("zh", "zh")).rows[0]


def types(base: str, target: str, *languages: Language) -> set[str]:
    return {finding.type for finding in row(base, target, *languages).findings}


def pair(type: str, base: str, target: str) -> Any:
    return pytest.param(type, f"蓄须者{base}。", f"蓄须者{target}。", id=f"{type}: {base}")


@pytest.mark.parametrize(
    ("type", "base", "target"),
    [
        pair("modality", "应当每月修剪胡须一次", "可以每月修剪胡须一次"),
        pair("modality", "可以每月修剪胡须一次", "应当每月修剪胡须一次"),
        pair("modality", "应当每月修剪胡须一次", "每月修剪胡须一次"),
        pair("modality", "不得在食堂梳理胡须", "在食堂梳理胡须"),
        pair("modality", "应当依照第五条的规定申报胡须长度", "应当参照第五条的规定申报胡须长度"),
        pair("number", "应当在十五日以内申报胡须长度", "应当在三十日以内申报胡须长度"),
        pair("number", "应当在五日以内申报胡须长度", "应当在五个工作日以内申报胡须长度"),
        pair("number", "修剪胡须六小时以上的，应当休息", "修剪胡须超过六小时的，应当休息"),
        pair("scope", "应当每年三月举办胡须节，因疫情停办的除外", "应当每年三月举办胡须节"),
        pair("scope", "应当配备镜子、剪刀、梳子等工具", "应当配备镜子、剪刀、梳子"),
        pair("dropped-duty", "应当每月修剪胡须一次，并且记录修剪的日期", "应当每月修剪胡须一次"),
        pair("dropped-duty", "应当配备镜子、剪刀、梳子和须刷", "应当配备镜子和剪刀"),
        pair("added-duty", "应当每月修剪胡须一次", "应当每月修剪胡须一次，并且记录修剪的日期"),
        pair("reference", "依照《中华胡须法》第八条处罚", "依照《中华胡须法》第九条处罚"),
    ],
)
def test_a_change_that_matters_is_found(type: str, base: str, target: str) -> None:
    assert type in types(base, target)


def test_an_actor_with_another_name_is_found() -> None:
    words = "应当每半年听取一次蓄须工作汇报。"
    assert types(f"各级胡须委员会{words}", f"街道胡须工委{words}") == {"actor"}


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("应当每月修剪胡须一次", "必须每月修剪胡须一次"),
        ("禁止在食堂梳理胡须", "不得在食堂梳理胡须"),
        ("应当在五日以内申报胡须长度", "应当在5日以内申报胡须长度"),
        ("应当每月修剪胡须一次", "应当每月修剪鬍鬚一次"),
        ("应当每月修剪、梳理胡须", "应当每月修剪，梳理胡须"),
    ],
)
def test_what_says_the_same_is_no_finding(base: str, target: str) -> None:
    assert types(f"蓄须者{base}。", f"蓄须者{target}。") == set()


def test_another_english_word_for_a_duty_is_no_finding() -> None:
    assert types("A keeper shall trim the beard.", "A keeper must trim the beard.", "en", "en") == set()


def test_a_lost_prohibition_is_said_once() -> None:
    found = row("蓄须者不得在食堂梳理胡须。", "蓄须者在食堂梳理胡须。").findings
    assert [finding.rule for finding in found] == ["prohibition"]


def test_a_character_that_is_plainly_a_slip_is_a_matter_of_drafting_and_no_change() -> None:
    found = row("理发店应当及时解决胡须问题。", "理发店应当及时解决胡须间题。")
    assert found.status == "unchanged"
    assert {finding.type for finding in found.findings} == {"drafting"}


def test_what_stands_in_another_article_is_not_called_dropped() -> None:
    base = "第一条 蓄须者应当每月修剪胡须一次，并且记录修剪的日期。\n第二条 理发店应当备有镜子。\n"
    target = "第一条 蓄须者应当每月修剪胡须一次。\n第二条 理发店应当备有镜子。\n第三条 蓄须者应当记录修剪胡须的日期。\n"
    one, other = (parse(Source(text=text, origin="law.txt", sha256="", language="zh")) for text in (base, target))
    found = [finding.type for row in compare(align(one, other)).rows for finding in row.findings]
    assert "dropped-duty" not in found


@pytest.mark.parametrize(
    ("base", "target", "type"),
    [
        ("A keeper shall trim the beard every month.", "A keeper may trim the beard every month.", "modality"),
        ("A keeper shall not comb a beard here.", "A keeper may comb a beard here.", "modality"),
        ("A keeper shall report within 15 days.", "A keeper shall report within 30 days.", "number"),
    ],
)
def test_a_change_between_english_rules_is_found(base: str, target: str, type: str) -> None:
    assert type in types(base, target, "en", "en")


@pytest.mark.parametrize(
    ("base", "target", "type"),
    [
        ("蓄须者应当每月修剪胡须一次。", "Persons who wear a beard may trim the beard once a month.", "modality"),
        ("修剪胡须6小时以上的，应当休息。", "Anyone who trims beards for more than 6 hours shall rest.", "number"),
    ],
)
def test_a_translation_that_departs_is_found(base: str, target: str, type: str) -> None:
    assert type in types(base, target, "zh", "en")


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("蓄须者应当每月修剪胡须一次。", "Persons who wear a beard shall trim the beard once a month."),
        ("修剪胡须6小时以上的，应当休息。", "Anyone who trims beards for 6 hours or more shall rest."),
    ],
)
def test_a_faithful_translation_is_unchanged_and_has_no_redline(base: str, target: str) -> None:
    found = row(base, target, "zh", "en")
    assert (found.status, found.findings, found.edits) == ("unchanged", (), ())


def test_a_finding_quotes_words_that_stand_in_the_texts_and_names_its_rule() -> None:
    it = read("蓄须者应当在十五日以内申报胡须长度，并且缴费。", "蓄须者可以在三十日以内申报胡须长度。")
    found = it.all_findings()
    assert found
    for finding in found:
        assert finding.base in it.base.source.text
        assert finding.target in it.target.source.text
        assert finding.base or finding.target
        assert finding.rule
        assert finding.message


@pytest.mark.parametrize("word", ["违法", "无效", "抵触", "超越权限", "违反上位法"])
def test_no_message_states_a_legal_conclusion(word: str) -> None:
    it = read("蓄须者不得在食堂梳理胡须，违者处五百元罚款。", "蓄须者可以在食堂梳理胡须，处一千元罚款。")
    assert not any(word in finding.message for finding in it.all_findings())


DAYS = "二三四五六七八九十"


def _deadlines(days: str, also: str = "") -> str:
    return "蓄须者应当" + "，".join(f"自第{n}次剃须之日起{also}{day}日内剪发{n}次" for n, day in enumerate(days)) + "。"


def _amounts(base: str, target: str) -> list[Finding]:
    return [finding for finding in row(base, target).findings if finding.type == "number"]


def test_every_amount_of_a_row_that_is_another_one_is_told() -> None:
    found = _amounts(_deadlines(DAYS[:6]), _deadlines(DAYS[:6], "二十"))
    assert all(f"起{day}日内" in one.base for day, one in zip(DAYS[:6], found, strict=True))
    assert [finding.count for finding in found] == [1] * 6


def test_of_very_many_amounts_the_last_that_is_told_lists_the_rest() -> None:
    *each, last = _amounts(_deadlines(DAYS * 2), _deadlines(DAYS * 2, "二十"))
    assert (len(each), last.count) == (7, 11)
    assert all(f"剪发{n}次" in last.base and f"剪发{n}次" in last.target for n in range(7, 18))
    assert "等11处" in last.message
    told = "".join(note.words for note in found((*each, last), ui="zh"))
    assert all(f"起{day}日内" in told and f"起二十{day}日内" in told for day in DAYS)


def test_an_amount_told_in_another_row_of_a_many_to_many_is_not_among_the_rest() -> None:
    law = f"第一条 {_deadlines(DAYS)}\n第二条 {_deadlines(DAYS)}\n"
    rule = f"第一条 {_deadlines(DAYS, '二十')}\n第二条 理发店自每日清晨营业。\n"
    one, other = (parse(Source(text=text, origin="", sha256="", language="zh")) for text in (law, rule))
    beside = [Link(base=(f"art_{n}__para_1",), target=("art_1__para_1",), basis="text", score=1.0) for n in (1, 2)]
    rows = compare(replace(align(one, other), links=tuple(beside))).rows
    told = [words for row in rows for finding in row.findings for words in finding.target.split("；")]
    assert len(told) == len({*told}) == len(DAYS)


def test_a_number_that_does_not_count_on_is_a_matter_of_drafting_of_the_target() -> None:
    text = "第一条 蓄须者每月修剪一次。\n第二条 理发店应当备有镜子。\n"
    one, other = (
        parse(Source(text=words, origin="law.txt", sha256="", language="zh"))
        for words in (text, text.replace("第二条", "第四条"))
    )
    there, back = compare(align(one, other)), compare(align(other, one))
    assert [(finding.type, finding.eid) for finding in there.findings] == [("drafting", "art_4")]
    assert back.findings == ()


@pytest.mark.parametrize("numbers", [("二", "三"), ("2", "3"), ("２", "３")])
def test_a_gap_in_the_numbers_that_the_base_has_as_well_is_no_finding_however_they_are_written(
    numbers: tuple[str, str],
) -> None:
    text = "第一条 蓄须者有下列义务：\n（{}）每月修剪；\n（{}）随身带梳。\n第二条 理发店应当备有镜子。\n"
    one, other = (
        parse(Source(text=text.format(*found), origin="law.txt", sha256="", language="zh"))
        for found in (("二", "三"), numbers)
    )
    assert one.problems
    assert compare(align(one, other)).findings == ()


def test_a_rule_against_itself_has_no_finding() -> None:
    words = "蓄须者不得在食堂梳理胡须，违者处五百元罚款。"
    assert read(words, words).all_findings() == ()
