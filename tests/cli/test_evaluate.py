"""`policydiff evaluate` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.cli.calls import call
from tests.evaluation.beards import readings, write

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def run(*arguments: str | Path) -> Result:
        return call("--ui", "en", "evaluate", *arguments)

    return run


def test_files_are_named_from_the_folder_above_the_readings(tmp_path: Path, run: Run) -> None:
    done = run(write(tmp_path, readings()))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].startswith("1.000  1.000  1.000")


def test_or_from_the_folder_that_texts_names(tmp_path: Path, run: Run) -> None:
    gold = write(tmp_path, readings())
    (tmp_path / "texts").rename(elsewhere := tmp_path / "elsewhere")
    (elsewhere / "texts").mkdir()
    for text in elsewhere.glob("*.txt"):
        text.rename(elsewhere / "texts" / text.name)
    assert run(gold).exit_code == 2
    assert run(gold, "--texts", elsewhere).exit_code == 0


def test_what_is_held_out_is_neither_measured_nor_shown_unless_asked_for(tmp_path: Path, run: Run) -> None:
    gold = write(tmp_path, readings() | {"held_out": True})
    done = run(gold)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "held out and not measured" in done.stderr
    made = json.loads(run(gold, "--format", "json", "--verbose").stdout)
    assert (made["pairs"], made["held_out"]) == ([], ["beards"])
    assert "1.000" in run(gold, "--held-out").stdout


def test_held_out_texts_are_not_even_read(tmp_path: Path, run: Run) -> None:
    gold = write(tmp_path, readings() | {"held_out": True})
    (tmp_path / "texts" / "local.txt").unlink()
    assert run(gold).exit_code == 0


def test_one_file_that_cannot_be_measured_is_one_line_and_the_others_are(tmp_path: Path, run: Run) -> None:
    good, bad = write(tmp_path, readings()), tmp_path / "gold" / "bad.json"
    bad.write_text("{", encoding="utf-8")
    lost = write(tmp_path, readings() | {"base": readings()["base"] | {"file": "texts/lost.txt"}}, "lost.json")
    done = run(bad, lost, good)
    assert done.exit_code == 2
    assert len(done.stdout.splitlines()) == 2
    first, second = done.stderr.splitlines()
    assert "bad.json: is not valid JSON" in first
    assert "lost.json" in second
    assert "lost.txt: there is no such file" in second


def test_verbose_names_what_stands_behind_the_figures(tmp_path: Path, run: Run) -> None:
    facts = readings()
    facts["links"].pop()
    gold = write(tmp_path, facts)
    assert "wrong link" not in run(gold).stdout
    assert "wrong link: 第二条 “禁止在食堂梳须。” → 细则第二条 “禁止在食堂梳须。”" in run(gold, "--verbose").stdout
