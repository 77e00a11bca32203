"""`policydiff compare`: two files or two documents, a half of one, one before its tracked changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.beards import CATALOGUE, CENTRAL, LOCAL
from tests.cli.calls import ENGLISH, Run
from tests.ingest import words


def test_two_files_are_compared(run: Run, here: Path) -> None:
    result = run("compare", "a.txt", "b.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "[-应当-]{+可以+}" in result.stdout
    assert "− omitted  第三条" in result.stdout


def test_beside_one_superior_of_several_it_is_said_what_the_others_have(run: Run, library: Path) -> None:
    corpus = library / "corpus"
    (corpus / "town.txt").write_text("梳须条例\n\n第一条 理发店应当保存登记三年。\n", encoding="utf-8")
    (corpus / "local.txt").write_text(f"{LOCAL}\n第三条 理发店应当保存登记三年。\n", encoding="utf-8")
    listed = CATALOGUE.replace('["central"]', '["central", "town"]')
    entry = '\n[[document]]\nid = "town"\nfile = "town.txt"\nlanguage = "zh"\nkind = "central"\ntitle = "梳须条例"\n'
    (corpus / "corpus.toml").write_text(f"{listed}{entry}", encoding="utf-8")
    said = run("--ui", "zh", "compare", "central", "local").stdout
    assert "本规定的上位法还有《梳须条例》，这里只与《胡须管理办法》对照。" in said
    assert "有 1 条提示所列的本规定内容，其他上位法有相近规定，已逐条注明。" in said
    assert "（其他上位法有相近规定：《梳须条例》第一条）" in said
    page = run("compare", "central", "local", "--format", "html").stdout
    assert "here it stands beside 《胡须管理办法》 alone" in page
    assert "another superior has the like: 《梳须条例》第一条" in page
    made = json.loads(run("compare", "central", "local", "--format", "json").stdout)
    assert made["others"] == ["梳须条例"]
    assert [f.get("elsewhere") for row in made["rows"] for f in row["findings"] if row["status"] == "added"] == [
        ["《梳须条例》第一条"]
    ]
    assert "梳须条例" not in run("compare", "corpus/central.txt", "corpus/local.txt").stdout


def test_json_goes_to_stdout_and_names_its_schema(run: Run, here: Path) -> None:
    result = run("compare", "a.txt", "b.txt", "--format", "json")
    made = json.loads(result.stdout)
    assert made["schema"] == "policydiff.comparison/1"
    assert made["base"]["id"] == "a.txt"
    assert [row["status"] for row in made["rows"]] == ["changed", "unchanged", "omitted"]
    assert made["summary"] == {"unchanged": 1, "changed": 1, "omitted": 1, "added": 0}


def test_with_exit_code_a_difference_is_1_and_none_is_0(run: Run, here: Path) -> None:
    assert run("compare", "a.txt", "b.txt", "--exit-code").exit_code == 1
    assert run("compare", "a.txt", "a.txt", "--exit-code").exit_code == 0
    assert run("compare", "a.txt", "b.txt").exit_code == 0


def test_a_half_of_a_file_in_two_languages_can_be_asked_for(run: Run, here: Path) -> None:
    (here / "both.txt").write_text(ENGLISH + CENTRAL, encoding="utf-8")
    made = run("compare", "both.txt", "both.txt", "--base-lang", "zh", "--target-lang", "en", "--format", "json")
    sides = json.loads(made.stdout)
    assert (sides["base"]["lang"], sides["target"]["lang"]) == ("zh", "en")
    assert sides["target"]["provisions"][0]["label"] == "Article 1"


def test_a_superior_that_stands_behind_its_local_rule_is_told(run: Run, here: Path) -> None:
    (here / "a.txt").write_text("胡须管理办法\n\n第一条 胡须应当整洁。\n", encoding="utf-8")
    local = "东区\u202e胡须管理细则\n\n第一条 根据《胡须管理办法》，制定本细则。\n\n第二条 胡须应当整洁。\n"
    (here / "b.txt").write_text(local, encoding="utf-8")
    assert run("compare", "a.txt", "b.txt").stderr == ""
    result = run("--ui", "zh", "compare", "b.txt", "a.txt")
    assert result.exit_code == 0
    assert result.stderr == (
        "注意：《东区\\u202e胡须管理细则》称以《胡须管理办法》为依据。上位法应当写在前面，两者可能写反了。\n"
    )


HATS = "帽子管理办法\n\n第一条 帽子应当标明尺寸、材料和产地。\n\n第二条 帽店售出的帽子七日内可以退换。\n"
BEARDS = "胡须管理办法\n\n第一条 胡须应当整洁。\n\n第二条 剪须师应当取得执照。\n"
EAST = "东区胡须管理细则\n\n第一条 根据《胡须管理办法》，制定本细则。\n\n第二条 胡须应当整洁。\n"


@pytest.mark.parametrize(
    ("base", "target", "said"),
    [
        (
            HATS,
            EAST,
            "注意：《东区胡须管理细则》称以《胡须管理办法》为依据，其中没有《帽子管理办法》。请核对上位法是否选对。\n",
        ),
        (
            HATS,
            EAST.replace("《胡须管理办法》", "《《胡须法》实施办法》"),
            "注意：《东区胡须管理细则》称以《〈胡须法〉实施办法》为依据，其中没有《帽子管理办法》。请核对上位法是否选对。\n",
        ),
        (
            HATS,
            "下午三点开会，请通知王老师。\n",
            "注意：《帽子管理办法》与b.txt几乎没有相对应的内容，请核对文件是否选对。\n",
        ),
        (BEARDS, EAST, ""),
        (BEARDS.removeprefix("胡须管理办法"), EAST, ""),  # a base without a title
        (BEARDS, EAST.replace("《胡须管理办法》", "《国家胡须管理办法》"), ""),  # nearly its title
        (BEARDS, "西区胡须管理办法\n\n第一条 胡须应当整洁。\n", ""),  # it names no ground
        (BEARDS, BEARDS.replace("胡须应当整洁", "渔船检修").replace("剪须师应当取得执照", "出海"), ""),  # an edition
        (EAST, EAST.replace("东区", "西区"), ""),  # both rest on the same
        (BEARDS, "Rules\n\nArticle 1 Ships carry lamps.\n\nArticle 2 A lamp shall be lit at night.\n", ""),
        (BEARDS, "读后\n\n《胡须管理办法》施行了，人们议论纷纷。\n", ""),  # a commentary
    ],
)
def test_a_text_that_has_nothing_to_do_with_the_superior_is_told_and_no_other(
    run: Run, here: Path, base: str, target: str, said: str
) -> None:
    (here / "a.txt").write_text(base, encoding="utf-8")
    (here / "b.txt").write_text(target, encoding="utf-8")
    assert run("--ui", "zh", "compare", "a.txt", "b.txt").stderr == said


def test_a_pair_that_the_library_compares_is_never_called_strange(run: Run, library: Path) -> None:
    (library / "corpus" / "central.txt").write_text(HATS, encoding="utf-8")
    assert run("compare", "central", "local").stderr == ""


def test_ids_of_the_library_are_compared(run: Run, library: Path) -> None:
    made = json.loads(run("compare", "central", "local", "--format", "json").stdout)
    assert (made["base"]["id"], made["target"]["id"]) == ("central", "local")
    assert made["base"]["title"] == "胡须管理办法"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A Word document with a tracked change."""
    deleted = '<w:del><w:r><w:delText xml:space="preserve">每月</w:delText></w:r></w:del>'
    changed = f"{words.r('第一条 胡须应当')}{deleted}<w:ins>{words.r('每周')}</w:ins>{words.r('修剪一次。')}"
    path = tmp_path / "draft.docx"
    path.write_bytes(words.package(words.p(changed) + words.p("第二条 略。")))
    return path


def test_tracked_changes_are_read_as_accepted_and_the_original_can_be_asked_for(run: Run, draft: Path) -> None:
    accepted, original = run("parse", str(draft)), run("parse", "--original", str(draft))
    assert "每周修剪" in accepted.stdout
    assert "每月" not in accepted.stdout
    assert "每月修剪" in original.stdout
    assert "每周" not in original.stdout


def test_a_draft_can_be_compared_with_itself_before_its_changes(run: Run, draft: Path) -> None:
    def summary(*options: str) -> Any:
        made = run("compare", str(draft), str(draft), "--format", "json", *options)
        return json.loads(made.stdout)["summary"]

    assert summary("--base-original")["changed"] == 1
    assert summary("--original")["changed"] == summary()["changed"] == 0
