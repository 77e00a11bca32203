"""`policydiff show`, `parse` and `list`: what a document holds, and what a library does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.calls import Run, one_line


@pytest.mark.parametrize("citation", ["第二条", "第2条", "Article 2", "art_2", "ART_2"])
def test_a_provision_is_shown_however_it_is_cited(run: Run, here: Path, citation: str) -> None:
    assert run("show", "a.txt", citation).stdout.splitlines()[2:] == ["第二条", "  禁止在食堂梳须。"]


@pytest.mark.parametrize("citation", ["第二条、第三条", "第三条，第二条", "本办法第二条、第三条", "第二条；art_3"])
def test_several_provisions_are_shown_in_the_order_of_the_document(run: Run, here: Path, citation: str) -> None:
    shown = run("show", "a.txt", citation).stdout.splitlines()
    assert [line for line in shown if line.startswith("第")] == ["第二条", "第三条"]
    assert "第九条: no such provision" in one_line(run("show", "a.txt", f"{citation}、第九条"))


@pytest.mark.parametrize("words", [("第二条", "第三条"), ("第三条", "art_2"), ("Article", "2,", "Article", "3")])
def test_several_words_are_several_provisions_or_one_citation_with_blanks_in_it(
    run: Run, here: Path, words: tuple[str, ...]
) -> None:
    shown = run("show", "a.txt", *words).stdout.splitlines()
    assert [line for line in shown if line.startswith("第")] == ["第二条", "第三条"]
    assert "no such provision" in one_line(run("show", "a.txt", *words, "第九条"))


@pytest.mark.parametrize("words", [("第八条", "第二款"), ("第八条", "第二款、第三条"), ("Article", "8", "(2)")])
def test_a_part_behind_a_blank_is_of_what_stands_before_it(run: Run, here: Path, words: tuple[str, ...]) -> None:
    rule = "胡须管理办法\n\n第三条 禁止梳须。\n第八条 胡须应当修剪。\n剪刀应当磨快。\n第九条 另行通知。\n"
    (here / "c.txt").write_text(rule, encoding="utf-8")
    shown = run("show", "c.txt", *words).stdout
    assert "剪刀应当磨快" in shown
    assert "胡须应当修剪" not in shown
    assert ("禁止梳须" in shown) == ("第三条" in "".join(words))


def test_without_a_citation_the_whole_document_is_shown(run: Run, library: Path) -> None:
    shown = run("show", "central").stdout
    assert shown.startswith("胡须管理办法  (Chinese)\n")
    assert [line for line in shown.splitlines() if line.startswith("第")] == ["第一条", "第二条", "第三条"]


def test_a_citation_of_nothing_is_one_line_that_says_what_there_is(run: Run, here: Path) -> None:
    assert "from 第一条 to 第三条" in one_line(run("show", "a.txt", "第九条"))
    assert "no such provision" in one_line(run("show", "a.txt", "nonsense"))
    assert "which has 第三条 without that part." in one_line(run("show", "a.txt", "第三条第二款"))


def test_parse_shows_the_provisions_and_what_is_left_out_of_them(run: Run, here: Path) -> None:
    shown = run("--ui", "zh", "parse", "a.txt").stdout
    assert "第三条\n  违反的，予以通报。" in shown
    assert "标题：胡须管理办法" in shown


def test_parse_as_json_names_its_schema(run: Run, here: Path) -> None:
    made = json.loads(run("parse", "a.txt", "--format", "json").stdout)
    assert made["schema"] == "policydiff.document/1"
    assert [p["eid"] for p in made["provisions"]] == ["art_1", "art_2", "art_3"]
    assert made["residue"][0]["text"] == "胡须管理办法"


def test_parse_takes_a_document_of_the_library_by_its_id(run: Run, library: Path) -> None:
    made = json.loads(run("parse", "central", "--format", "json").stdout)
    of_file = json.loads(run("parse", "corpus/central.txt", "--format", "json").stdout)
    assert made == of_file | {"id": "central"}


def test_list_says_what_the_library_holds(run: Run, library: Path) -> None:
    assert run("list").stdout.splitlines() == [
        "central  superior rule  Chinese  胡须管理办法",
        "local    local rule     Chinese  (implements central)",
    ]
    assert run("list", "--ui", "zh").stdout.splitlines()[1] == "local    地方规定  中文  （实施 central）"


def test_on_a_narrow_terminal_a_document_takes_lines_of_its_own(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policydiff.cli.session._columns", lambda: 36)
    assert run("list").stdout.splitlines() == [
        "central  superior rule  Chinese",
        "    胡须管理办法",
        "local  local rule  Chinese",
        "    (implements central)",
    ]
    monkeypatch.setattr("policydiff.cli.session._columns", lambda: 80)
    assert len(run("list").stdout.splitlines()) == 2


def test_an_empty_library_lists_nothing(run: Run, library: Path) -> None:
    (library / "corpus/corpus.toml").write_text("", encoding="utf-8")
    assert run("list").exit_code == 0
