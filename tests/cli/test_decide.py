"""`policydiff decide`: from a reviewer's words to the file, and from the file to every comparison."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.beards import CATALOGUE, CENTRAL, entry
from tests.cli.calls import call

LOCAL = "某街道胡须管理细则\n\n第一条 蓄须者可以每月修剪一次。\n\n第二条 禁止在食堂梳须。\n\n第三条 设立胡须节。\n"
Decide = Callable[..., Result]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The corpus of a library in the current folder."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in (("central.txt", CENTRAL), ("local.txt", LOCAL), ("corpus.toml", CATALOGUE)):
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    return folder


def decide(*arguments: str) -> Result:
    return call("decide", "central", "local", *arguments)


def compared() -> list[tuple[tuple[str, ...], tuple[str, ...], list[str]]]:
    """The rows as the comparison has them: both sides, and the verdicts upon them."""
    rows = json.loads(call("compare", "central", "local", "--format", "json").stdout)["rows"]
    return [(tuple(r["base"]), tuple(r["target"]), [d["verdict"] for d in r["decisions"]]) for r in rows]


@pytest.mark.usefixtures("corpus")
def test_a_decision_is_shown_written_down_and_applied() -> None:
    before = compared()
    result = decide("reject", "第一条", "第一条", "--reason", "两件事", "--by", "王某")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "1  rejected  第一条 → 第一条  (central → local)",
        "   两件事",
        f"   王某 {datetime.date.today().isoformat()}",
    ]
    assert "corpus/decisions.toml" in result.stderr
    after = compared()
    assert len(after) == len(before) + 1
    assert [verdicts for _, _, verdicts in after if verdicts] == [["reject"], ["reject"]]


@pytest.mark.parametrize(
    ("ui", "said"),
    [
        (
            "en",
            "local, central: the two are the wrong way round, the library compares central with local. "
            "Say: policydiff decide central local …",
        ),
        (
            "zh",
            "local、central：两者写反了，文件库中 central 在前、local 在后对照。"
            "请写作：policydiff decide central local …",
        ),
    ],
)
def test_two_documents_the_wrong_way_round_are_refused(corpus: Path, ui: str, said: str) -> None:
    result = call("--ui", ui, "decide", "local", "central", "confirm", "第一条")
    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert line.endswith(said)
    assert not (corpus / "decisions.toml").exists()


def test_a_new_decision_on_the_same_thing_takes_the_place_of_the_old_one(corpus: Path) -> None:
    decide("confirm", "第二条", "第二条")
    decide("reject", "第一条", "第一条")
    result = decide("pair", "第一条", "第一条")
    assert "Takes the place of decision 2." in result.stderr
    text = (corpus / "decisions.toml").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("verdict")] == [
        'verdict = "confirm"',
        'verdict = "pair"',
    ]


@pytest.mark.usefixtures("corpus")
def test_a_pair_that_says_otherwise_than_an_earlier_decision_takes_its_place_and_says_how_both_are_said() -> None:
    decide("pair", "第一条", "第一条、第二条")
    result = decide("pair", "第一条", "第二条")
    assert "decision 1, which says otherwise (第一条 → 第一条、第二条). If both are right, write one" in result.stderr
    paired = [row[:2] for row in compared() if row[0] and row[1]]
    assert paired == [(("art_1__para_1",), ("art_2__para_1",))]


def test_a_dismissed_finding_no_longer_counts_for_the_exit_code(corpus: Path) -> None:
    (corpus / "central.txt").write_text(CENTRAL.split("\n第二条")[0], encoding="utf-8")
    (corpus / "local.txt").write_text(LOCAL.split("\n第二条")[0], encoding="utf-8")
    [row] = json.loads(call("compare", "central", "local", "--format", "json").stdout)["rows"]
    for rule in {finding["rule"] for finding in row["findings"]}:
        assert decide("dismiss", rule, "第一条", "第一条", "--reason", "无碍").exit_code == 0
    [row] = json.loads(call("compare", "central", "local", "--format", "json").stdout)["rows"]
    assert row["findings"] == []
    assert row["dismissed"][0]["decision"]["reason"] == "无碍"


def test_words_may_be_given_as_a_quotation_that_was_cut_shows_them(corpus: Path) -> None:
    rows = json.loads(call("compare", "central", "local", "--format", "json").stdout)["rows"]
    [row] = [row for row in rows if row["findings"]]
    finding = row["findings"][0]
    words = f"…{finding['base'] or finding['target']}…"
    assert decide("dismiss", finding["rule"], "第一条", "第一条", "--words", words, "--reason", "无碍").exit_code == 0
    assert f'words = "{words.strip("…")}"' in (corpus / "decisions.toml").read_text(encoding="utf-8")


def test_decisions_are_listed_with_whether_they_hold_and_removed_by_number(corpus: Path) -> None:
    decide("confirm", "第二条", "第二条")
    decide("note", "第三条", "-", "--note", "待查")
    (corpus / "central.txt").write_text(CENTRAL.replace("予以通报", "予以公告"), encoding="utf-8")
    first, second = call("decide", "--list").stdout.split("\n2  ")
    assert "not applied" not in first
    assert "   待查\n" in second
    assert "   not applied: the words have changed since\n" in second
    assert call("decide", "central", "elsewhere", "--list").stdout == ""
    assert call("decide", "--remove", "1").exit_code == 0
    assert call("decide", "--list").stdout.startswith("1  note  第三条")
    call("decide", "--remove", "1")
    assert "There are no decisions." in call("decide", "--list").stderr


def test_two_decisions_that_contradict_each_other_are_told_by_their_lines_wherever_they_apply(corpus: Path) -> None:
    file = corpus / "decisions.toml"
    decide("pair", "第一条", "第三条")
    first = file.read_text(encoding="utf-8")
    decide("pair", "第一条", "第一条")
    second = file.read_text(encoding="utf-8")[len(first.split("[[decision]]")[0]) :]
    file.write_text(first + "\n" + second, encoding="utf-8")
    lines = [at for at, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1) if "[[" in line]
    said = call("compare", "central", "local").stderr
    assert f"decision 1 (line {lines[0]}, " in said
    assert f"contradicts decision 2 (line {lines[1]})" in said
    listed = call("decide", "--list").stdout.split("\n2  ")
    assert "not applied: it contradicts decision 2" in listed[0]
    assert "not applied" not in listed[1]
    assert f"（第 {lines[1]} 行）矛盾" in call("--ui", "zh", "build").stderr


def test_the_list_says_what_the_build_says_where_the_two_are_compared_otherwise_or_no_more(
    corpus: Path,
) -> None:
    rows = json.loads(call("compare", "central", "local", "--format", "json").stdout)["rows"]
    [(row, finding)] = [(row, finding) for row in rows for finding in row["findings"]]
    decide("confirm", "第二条", "第二条")
    decide("dismiss", finding["rule"], *(" ".join(row[side]) or "-" for side in ("base", "target")), "--reason", "无碍")
    assert "not applied" not in call("decide", "--list").stdout
    plain = CATALOGUE.replace('implements = ["central"]\n', "")
    (corpus / "corpus.toml").write_text(plain, encoding="utf-8")
    assert call("decide", "--list").stdout.count("not applied: these documents are not compared any more") == 2
    assert call("build").stderr.count("is not applied: these documents are not compared any more") == 2
    turned = plain.replace('title = "胡须管理办法"\n', 'title = "胡须管理办法"\nimplements = ["local"]\n')
    (corpus / "corpus.toml").write_text(turned, encoding="utf-8")
    first, second = call("decide", "--list").stdout.split("\n2  ")
    assert "not applied" not in first
    assert "not applied: it was made with the two documents the other way round" in second
    [line] = [line for line in call("build").stderr.splitlines() if "is not applied" in line]
    assert line.startswith("policydiff: decision 2 ")
    assert "it was made with the two documents the other way round" in line


def test_a_stale_decision_is_a_line_on_stderr_of_compare_and_of_build(corpus: Path) -> None:
    decide("note", "第三条", "-", "--note", "待查")
    (corpus / "central.txt").write_text(CENTRAL.replace("予以通报", "予以公告"), encoding="utf-8")
    for arguments in (["compare", "central", "local"], ["build"], ["build"]):
        result = call(*arguments)
        assert result.exit_code == 0
        [line] = [line for line in result.stderr.splitlines() if "decision 1" in line]
        assert line.startswith("policydiff: decision 1 (note ")
        assert "policydiff decide --remove 1" in line


def test_files_are_compared_without_decisions(corpus: Path) -> None:
    decide("reject", "第一条", "第一条")
    shown = call("compare", "corpus/central.txt", "corpus/local.txt", "--format", "json").stdout
    assert [row["decisions"] for row in json.loads(shown)["rows"] if row["decisions"]] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["decide", "central", "local", "confirm", "第九条"], "第九条: no such provision in 胡须管理办法"),
        (["decide", "central", "locals", "confirm", "第一条"], "no document 'locals' in the library. Did you mean"),
        (["decide", "central", "local", "dismiss", "modality", "第一条", "第一条"], "the reason is missing"),
        (["decide", "--remove", "4"], "there is no decision 4"),
        (["--library", "nowhere", "decide", "--list"], "no library here"),
    ],
)
def test_a_mistake_is_one_line_and_nothing_is_written(corpus: Path, arguments: list[str], message: str) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    [line] = result.stderr.splitlines()
    assert message in line
    assert not (corpus / "decisions.toml").exists()


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("arguments", [[], ["central"], ["central", "local"], ["central", "local", "approve"]])
def test_what_is_missing_on_the_command_line_is_a_matter_of_usage(arguments: list[str]) -> None:
    result = call("decide", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


def test_a_broken_file_of_decisions_is_one_line(corpus: Path) -> None:
    (corpus / "decisions.toml").write_text("[[decision]]\n", encoding="utf-8")
    for arguments in (["compare", "central", "local"], ["build"], ["decide", "--list"]):
        result = call(*arguments)
        assert result.exit_code == 2
        assert result.stderr == "policydiff: corpus/decisions.toml, decision 1 (line 1): documents is missing. " + (
            "Write decisions with `policydiff decide`.\n"
        )
    assert call("--ui", "zh", "build").stderr == (
        "policydiff: corpus/decisions.toml，第 1 条意见（第 1 行）：缺少 documents。"
        "请用 `policydiff decide` 记录审核意见。\n"
    )


@pytest.mark.usefixtures("corpus")
def test_one_document_named_twice_and_an_unknown_one_are_told() -> None:
    twice = call("decide", "central", "central", "note", "第一条", "--note", "？")
    assert (twice.exit_code, twice.stderr) == (
        2,
        "policydiff: central is named twice. Name the superior rule, then the local one.\n",
    )
    unknown = call("decide", "--list", "centrall")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert "Did you mean central?" in unknown.stderr
    assert call("decide", "--list", "central").stderr == "There are no decisions.\n"


def test_two_documents_that_the_library_does_not_compare_are_refused_with_the_line_that_has_them_compared(
    corpus: Path,
) -> None:
    third = entry("third", "central", file="local.txt")
    (corpus / "corpus.toml").write_text(CATALOGUE + third, encoding="utf-8")
    for ui, words in (("en", "the library does not compare these two"), ("zh", "文件库没有将这两份文件对照")):
        result = call("--ui", ui, "decide", "third", "local", "confirm", "第一条")
        assert (result.exit_code, result.stdout) == (2, "")
        [line] = result.stderr.splitlines()
        assert words in line
        assert line.endswith('implements = ["central", "third"]')
    assert not (corpus / "decisions.toml").exists()


@pytest.mark.parametrize("place", ["第一条", "第一条 → 第一条", "art_1"])
def test_a_dismissal_without_a_rule_is_told_what_is_found_there(corpus: Path, place: str) -> None:
    result = decide("dismiss", place, "--reason", "无碍")
    shown = f'"{place}"' if " " in place else place
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "policydiff: the rule is missing that is to be dismissed. Found there are: modality. "
        f"Say: policydiff decide central local dismiss RULE {shown} --reason “…”\n"
    )
    chinese = call("--ui", "zh", "decide", "central", "local", "dismiss", place, "--reason", "无碍").stderr
    assert "缺少要处理的规则名称。该处现有：应当、可以。" in chinese
    assert "Say: policydiff decide central local dismiss RULE PLACE" in decide("dismiss").stderr
    assert not (corpus / "decisions.toml").exists()


@pytest.mark.usefixtures("corpus")
def test_what_is_dismissed_is_called_in_english_as_it_is_typed() -> None:
    assert decide("dismiss", "modality", "第一条", "第一条", "--reason", "无碍").stdout.startswith(
        "1  dismissed modality  第一条 → 第一条"
    )
