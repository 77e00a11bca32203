"""`policydiff trace`: on a terminal, as JSON, with and without a built index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.beards import write_texts
from tests.cli.calls import call
from tests.tracing.beards import LOCAL, TEXTS

from policydiff.build import TRACE
from policydiff.tracing import store


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of two editions of a law, another law and a local rule; not built."""
    return write_texts(tmp_path, TEXTS)


def run(library: Path, *arguments: str, ui: str = "zh") -> Result:
    return call("--library", str(library), "--ui", ui, "trace", *arguments)


def matches(result: Result) -> dict[str, list[str]]:
    made: dict[str, Any] = json.loads(result.stdout)
    return {one["eid"]: [f"{m['document']} {m['eid']}" for m in one["matches"]] for one in made["provisions"]}


def test_the_text_names_the_source_its_score_and_the_redline(library: Path) -> None:
    result = run(library, "east")
    assert result.exit_code == 0
    assert "实施 中华人民共和国胡须法（2020年5月8日；正文称依据《中华人民共和国胡须法》）" in result.stdout
    assert "← 中华人民共和国胡须法 第三条  重述" in result.stdout
    assert "[-三十厘米-]{+二十五厘米+}" in result.stdout
    assert "文件库中没有来源的（2）：第一条、第四条" in result.stdout
    assert "现行版本（2020年5月8日）中为第四条" in result.stdout


def test_the_text_is_english_too(library: Path) -> None:
    result = run(library, "east", ui="en")
    assert "restates" in result.stdout
    assert "Without a source in the library (2): 第一条, 第四条" in result.stdout
    assert "is older than the edition in force" in result.stdout


def test_the_json_names_its_schema_and_its_keys_are_these(library: Path) -> None:
    made = json.loads(run(library, "east", "--format", "json").stdout)
    assert list(made) == ["schema", "direction", "document", "looked", "implements", "notes", "provisions"]
    assert (made["schema"], made["direction"]) == ("policydiff.trace/1", "from")
    assert list(made["provisions"][1]) == ["eid", "label", "text", "stock", "matches"]
    assert list(made["provisions"][1]["matches"][0]) == [
        *("document", "title", "eid", "label", "text", "relation", "cited", "score", "own", "other", "likely", "edits")
    ]
    assert list(made["implements"][0]) == ["document", "title", "kind", "lang", "date", "effective", "how", "named"]
    assert list(made["notes"][0]) == [
        *("kind", "eid", "label", "rule", "cited", "cited_label", "now", "now_label", "message")
    ]


def test_a_draft_outside_the_library_is_traced_too(library: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(LOCAL.replace("东省", "西省"), encoding="utf-8")
    assert matches(run(library, str(draft), "--format", "json"))["art_2"] == ["law-2020 art_3"]


def test_what_is_worded_anew_is_told_without_a_redline(library: Path) -> None:
    east = library / "corpus" / "east.txt"
    clause = "违反本办法第二条，拒不修剪的，由县胡须局罚款二十元。"
    east.write_text(LOCAL.replace("渔船出海之前应当检修发动机。", clause), encoding="utf-8")
    shown = run(library, "east").stdout.split("第四条  违反")[1].split("\n\n")[0]
    assert "← 中华人民共和国胡须法 第五条  改写" in shown
    assert "[-" not in shown


def test_a_file_of_the_library_is_traced_as_the_document_that_it_is(library: Path) -> None:
    path = library / "corpus" / "east.txt"
    assert run(library, str(path), "--format", "json").stdout == run(library, "east", "--format", "json").stdout


def test_a_place_narrows_and_to_turns_the_question_round(library: Path) -> None:
    result = run(library, "law-2020", "第三条", "--to", "--format", "json")
    assert matches(result) == {"art_3": ["east art_2", "east art_3"]}


def test_of_a_central_rule_one_line_says_how_to_find_who_follows_it(library: Path) -> None:
    said = "hats 是上位法，不依据文件库中的其他文件。哪些地方规定重述了它，加 --to 查找。"
    assert said in run(library, "hats").stderr
    assert "--to" in run(library, "hats", ui="en").stderr
    for others in (("east",), ("--to", "hats"), ("hats", "--kind", "local")):
        assert "--to" not in run(library, *others).stderr
        assert "加 --to" not in run(library, *others).stderr


def test_what_was_built_is_taken_and_says_the_same_as_what_is_read_now(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run(library, "east", "--format", "json")
    assert "policydiff build" in before.stderr
    assert call("--library", str(library), "build").exit_code == 0
    assert store.read(library / TRACE) is None  # it bears the version of the code that made it
    after = run(library, "east", "--format", "json")
    assert after.stdout == before.stdout
    assert after.stderr == ""


def test_after_a_change_only_what_changed_is_read_and_the_answer_is_new(library: Path) -> None:
    call("--library", str(library), "build")
    law = library / "corpus" / "law-2020.txt"
    text = law.read_text(encoding="utf-8").replace("胡须应当整洁，长度不得超过三十厘米", "头发颜色由公民自定")
    law.write_text(text, encoding="utf-8")
    result = run(library, "east", "--format", "json")
    assert "policydiff build" in result.stderr
    assert matches(result)["art_2"] == []


def test_a_document_that_cannot_be_read_is_a_line_and_the_others_are_traced(library: Path) -> None:
    (library / "corpus" / "hats.txt").write_bytes(b"")
    result = run(library, "east", "--format", "json")
    assert result.exit_code == 2
    assert "hats" in result.stderr
    assert matches(result)["art_2"] == ["law-2020 art_3"]


@pytest.mark.parametrize("built", [False, True])
def test_a_document_whose_file_is_missing_is_a_line_and_the_others_are_traced(library: Path, built: bool) -> None:
    if built:
        assert call("--library", str(library), "build").exit_code == 0
    (library / "corpus" / "hats.txt").unlink()
    result = run(library, "east")
    assert result.exit_code == 2
    assert sum("hats.txt" in line for line in result.stderr.splitlines()) == 1
    assert "← 中华人民共和国胡须法 第三条" in result.stdout


def test_without_a_library_one_line_says_what_to_do(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(LOCAL, encoding="utf-8")
    result = run(tmp_path / "nowhere", str(draft))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "policydiff init" in result.stderr
