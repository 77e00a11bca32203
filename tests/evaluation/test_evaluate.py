"""From a file of readings to figures, on the way an office goes and on the project's own."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.evaluation.beards import CENTRAL, LOCAL, readings, write

from policydiff.errors import GoldError, LibraryError, ReadError, TextMissingError
from policydiff.evaluation import Evaluation, evaluate, read
from policydiff.evaluation.gold import fingerprint


def measured(folder: Path, facts: dict[str, Any]) -> Evaluation:
    return evaluate(read(write(folder, facts)), folder, folder)


def compact(facts: dict[str, Any]) -> dict[str, Any]:
    """The same readings without the words."""
    for side, text in (("base", CENTRAL), ("target", LOCAL)):
        units = []
        for unit in facts[side]["units"]:
            start = text.index(unit["text"])
            place = f"{start}-{start + len(unit['text'])}"
            units.append([unit["id"], unit["label"], fingerprint(unit["text"]), place])
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        facts[side] = {"file": facts[side]["file"], "language": "zh", "sha256": sha256, "units": units}
    return facts


def test_what_readers_and_the_tool_see_alike_scores_full_marks_markdown_in_a_text_file_too(tmp_path: Path) -> None:
    made = measured(tmp_path, readings())
    score = made.score
    assert (made.comparison.base.id, made.comparison.target.id) == ("central.txt", "local.txt")
    assert (score.f1, score.base_status, score.target_status) == (1.0, 1.0, 1.0)
    assert (score.base_coverage, score.target_coverage) == (1.0, 1.0)


def test_both_forms_of_the_same_readings_give_the_same_figures(tmp_path: Path) -> None:
    facts = readings()
    facts["links"] = [{"base": ["B1"], "target": ["T3"], "relation": "changed"}, *facts["links"][1:]]
    with_words = measured(tmp_path, facts).score
    assert with_words.missed == {("B1", "T3")}
    assert measured(tmp_path, compact(facts)).score == with_words


def test_another_edition_of_the_text_is_not_measured(tmp_path: Path) -> None:
    path = write(tmp_path, compact(readings()))
    (tmp_path / "texts" / "local.txt").write_text(LOCAL + "\n第四条 废止胡须节。\n", encoding="utf-8")
    with pytest.raises(TextMissingError, match=r"local\.txt: this is not the edition that was read"):
        evaluate(read(path), tmp_path, tmp_path)


def test_a_text_that_is_not_there_is_named(tmp_path: Path) -> None:
    gold = read(write(tmp_path, readings()))
    with pytest.raises(TextMissingError, match=r"central\.txt: there is no such file.*--texts"):
        evaluate(gold, tmp_path / "gold", tmp_path)


def test_a_document_of_a_library_needs_the_library(tmp_path: Path) -> None:
    facts = readings()
    facts["base"]["document"] = "central"
    with pytest.raises(LibraryError, match="no library here"):
        measured(tmp_path, facts)


def test_units_that_are_not_of_this_text_are_named(tmp_path: Path) -> None:
    facts = readings()
    facts["base"]["units"][0]["text"] = "蓄须者应当每周修剪一次胡须。"
    with pytest.raises(GoldError, match=r"central\.txt: these words of a unit do not stand there: 蓄须者应当每周"):
        measured(tmp_path, facts)


def test_a_language_that_the_text_does_not_hold_is_an_error(tmp_path: Path) -> None:
    facts = readings()
    facts["target"]["lang"] = "en"
    with pytest.raises(ReadError, match="hardly a line is in English"):
        measured(tmp_path, facts)


def test_the_example_of_the_guide_can_be_read(tmp_path: Path) -> None:
    guide = Path(__file__).parents[2] / "docs" / "how-to" / "evaluate.md"
    (example,) = re.findall(r"```json\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)
    gold = read(write(tmp_path, json.loads(example)))
    assert (gold.name, len(gold.links), len(gold.changes)) == ("central__ours", 1, 2)


@pytest.mark.parametrize("made", [dict, compact], ids=["with the words", "without them"])
def test_a_change_that_quotes_what_no_text_says_is_named(made: Any, tmp_path: Path) -> None:
    change = {"type": "modality", "base_id": "B1", "target_id": "T1", "base_phrase": "应当…胡须", "target_phrase": ""}
    facts = readings() | {"changes": [change, change | {"target_phrase": "不得每月修剪"}]}
    with pytest.raises(GoldError, match=r"changes 2: target_phrase does not stand in .*local\.txt: 不得每月修剪"):
        measured(tmp_path, made(facts))
    assert measured(tmp_path, made(readings() | {"changes": [change]})).gold.changes
