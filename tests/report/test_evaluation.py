"""Figures as a table, what stands behind them, and as JSON."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.evaluation.beards import readings, write

from policydiff.evaluation import Evaluation, evaluate, read
from policydiff.report import evaluation as report
from policydiff.report.terminal import width


@pytest.fixture
def beards(tmp_path: Path) -> Evaluation:
    """One link missed, one wrong, one change of two flagged at most."""
    facts = readings()
    facts["links"][0]["target"] = ["T3"]
    facts["changes"] = [
        {"type": "actor", "base_id": "B3", "target_id": None, "base_phrase": "理发店", "target_phrase": ""},
        {"type": "added-duty", "base_id": None, "target_id": "T3", "base_phrase": "", "target_phrase": "设立胡须节"},
    ]
    found = evaluate(read(write(tmp_path, facts)), tmp_path, tmp_path)
    assert found.score.missed == {("B1", "T3")}
    assert found.score.wrong == {("B1", "T1")}
    return replace(found, score=replace(found.score, unflagged=found.gold.changes, flagged=0.25, typed=None))


def test_a_pair_is_one_line_of_figures_in_three_digits_and_its_name(beards: Evaluation) -> None:
    head, line = report.table([beards], ui="en").splitlines()
    assert " ".join(head.split()) == "F1 P R textual R status coverage flagged typed findings pair"
    assert line.split()[:4] == ["0.500"] * 4
    status = f"{beards.score.base_status:.3f}/{beards.score.target_status:.3f}"
    assert line.split()[4:8] == [status, "1.000/1.000", "0.250", "–"]
    assert line.endswith("  beards")


def test_several_pairs_have_means_over_those_that_have_the_figure(beards: Evaluation) -> None:
    other = replace(beards, score=replace(beards.score, f1=1.0, flagged=None))
    mean = report.table([beards, other], ui="en").splitlines()[-1].split()
    assert (mean[0], mean[6], mean[7], mean[-1]) == ("0.750", "0.250", "–", "mean")


@pytest.mark.parametrize("ui", ["zh", "en"])
def test_the_columns_stand_under_their_heads_in_both_languages(ui: str, beards: Evaluation) -> None:
    lines = report.table([beards, beards], ui=ui).splitlines()  # type: ignore[arg-type]
    ends = {width(line[: len(line) - len(line.rsplit("  ", 1)[1])]) for line in lines}
    assert len(ends) == 1


def test_what_stands_behind_the_figures_is_named_with_citations(beards: Evaluation) -> None:
    assert report.details(beards, ui="en").splitlines() == [
        "beards",
        "  missed link: 第一条 “蓄须者应当每月修剪一次胡须。” → 细则第三条 “设立胡须节。”",
        "  wrong link: 第一条 “蓄须者应当每月修剪一次胡须。” → 细则第一条 “蓄须者可以每月修剪一次胡须。”",
        "  change not flagged: actor: 第三条 “理发店” → (nothing)",
        "  change not flagged: added duty: (nothing) → 细则第三条 “设立胡须节”",
    ]
    assert "  漏配：第一条" in report.details(beards, ui="zh")


def test_that_nothing_is_wrong_is_said(beards: Evaluation) -> None:
    score = replace(beards.score, missed=frozenset(), wrong=frozenset(), unflagged=())
    shown = report.details(replace(beards, score=score), ui="en").splitlines()
    assert shown == ["beards", "  nothing missed, wrong or not flagged"]


def test_names_and_words_are_data_and_reach_no_terminal_as_codes(beards: Evaluation) -> None:
    evil = replace(beards, gold=replace(beards.gold, name="a\x1b[2Jb\nc"))
    assert "\x1b" not in report.table([evil], ui="en") + report.details(evil, ui="en")
    assert len(report.table([evil], ui="en").splitlines()) == 2


def test_the_json_names_its_schema_and_holds_all_of_it(beards: Evaluation) -> None:
    made = report.as_json([beards], ["hidden"])
    assert (made["schema"], made["held_out"]) == ("policydiff.evaluation/1", ["hidden"])
    (pair,) = made["pairs"]
    assert set(pair) == {"pair", "figures", "missed", "wrong", "unflagged"}
    assert set(pair["figures"]) == set(made["means"]) == set(report.FIGURES)
    assert (pair["figures"]["f1"], pair["figures"]["typed"]) == (0.5, None)
    first, third = {"id": "B1", "label": "第一条"}, {"id": "T3", "label": "细则第三条", "text": "设立胡须节。"}
    assert pair["missed"] == [{"base": first | {"text": "蓄须者应当每月修剪一次胡须。"}, "target": third}]
    assert pair["unflagged"][1] == {
        "type": "added-duty",
        "base": None,
        "target": third,
        "base_phrase": "",
        "target_phrase": "设立胡须节",
    }


def test_no_pair_measured_has_no_means() -> None:
    assert set(report.as_json([], [])["means"].values()) == {None}
