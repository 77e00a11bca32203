"""What a draft implements has one answer: `check`, `report` and `trace` name the same rule for the same draft."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from click.testing import Result
from tests.beards import entry, write_texts
from tests.cli.calls import call

LAW = """中华人民共和国胡须法
（{made}全国胡须代表大会通过）
第一条 为了规范胡须管理，制定本法。
第二条 胡须应当整洁，长度不得超过{length}厘米。
第三条 剪须师应当取得剪须执照，并在店内公示执照。
第四条 本法自{begins}起施行。
"""
TEXTS = {
    "law-old": ("central", LAW.format(made="2012年3月1日", length="二十", begins="2012年6月1日")),
    "law-now": ("central", LAW.format(made="2020年5月8日", length="三十", begins="2020年9月1日")),
    "law-next": ("central", LAW.format(made="2021年5月8日", length="四十", begins="2999年1月1日")),
    "of-the-east": ("local", LAW.format(made="2022年5月8日", length="四十", begins="2022年6月1日")),
    "hats": ("central", "帽子管理条例\n第一条 为了加强帽子管理，制定本条例。\n第二条 帽子应当标明尺寸、材料和产地。\n"),
    "comment": ("commentary", "帽子管理条例\n第一条 条例为何这样规定。\n"),
}
DRAFT = """东省{title}
第一条 {ground}制定本办法。
第二条 渔船出海之前应当检修发动机。
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of three editions of a law, a local rule of the same title and rules on hats, and drafts beside it."""
    monkeypatch.chdir(write_texts(tmp_path, TEXTS))
    return tmp_path


def run(*arguments: str) -> Result:
    return call("--ui", "zh", *arguments)


def checked(draft: str) -> list[tuple[str, str, str]]:
    made = json.loads(run("check", draft, "--format", "json").stdout)
    return [(one["base"]["id"], one["reason"], one["named"]) for one in made["checks"]]


def traced(draft: str) -> list[tuple[str, str, str]]:
    made = json.loads(run("trace", draft, "--format", "json").stdout)
    return [(one["document"], one["how"], one["named"]) for one in made["implements"]]


@pytest.mark.parametrize(
    ("title", "ground", "superiors"),
    [
        ("胡须管理办法", "根据《胡须法》，", [("law-now", "text", "胡须法")]),
        ("实施《中华人民共和国胡须法》办法", "", [("law-now", "text", "中华人民共和国胡须法")]),
        (
            "胡须和帽子管理办法",
            "根据《帽子管理条例》《胡须法》，",
            [("hats", "text", "帽子管理条例"), ("law-now", "text", "胡须法")],
        ),
        ("帽子管理办法", "根据《帽子的管理条例》，", [("hats", "slip", "帽子的管理条例")]),
        ("胡须管理办法", "根据《帽子的管理条例》《胡须法》，", [("law-now", "text", "胡须法")]),
    ],
)
def test_check_and_trace_name_the_same_superiors(
    library: Path, title: str, ground: str, superiors: list[tuple[str, str, str]]
) -> None:
    Path("draft.txt").write_text(DRAFT.format(title=title, ground=ground), encoding="utf-8")
    assert checked("draft.txt") == traced("draft.txt") == superiors


def test_what_corpus_toml_says_goes_before_the_edition_in_force_for_both(library: Path) -> None:
    Path("corpus/ours.txt").write_text(DRAFT.format(title="胡须管理办法", ground="根据《胡须法》，"), encoding="utf-8")
    with Path("corpus/corpus.toml").open("a", encoding="utf-8") as file:
        file.write(entry("ours", "local", 'implements = ["law-old"]'))
    assert checked("ours") == traced("ours") == [("law-old", "catalogue", "")]


def test_how_a_superior_is_known_is_said_in_the_same_words(library: Path) -> None:
    Path("draft.txt").write_text(DRAFT.format(title="帽子办法", ground="根据《帽子的管理条例》，"), encoding="utf-8")
    how = "称依据《帽子的管理条例》，文件库中名称最接近"
    assert run("report", "draft.txt", "-o", "memo.docx").exit_code == 0
    [table, *_] = docx.Document(io.BytesIO(Path("memo.docx").read_bytes())).tables
    assert f"第一条{how}" in "\n".join(cell.text for row in table.rows for cell in row.cells)
    for command in ("check", "trace"):
        assert f"正文{how}" in run(command, "draft.txt").stdout.replace("\n", "")


def test_a_memo_is_made_with_the_edition_in_force_on_its_day(library: Path) -> None:
    Path("draft.txt").write_text(DRAFT.format(title="胡须管理办法", ground="根据《胡须法》，"), encoding="utf-8")
    for day, length in (("2013-01-01", "二十厘米"), ("2024-01-01", "三十厘米"), ("2999-02-01", "四十厘米")):
        assert run("report", "draft.txt", "-o", "memo.docx", "--date", day).exit_code == 0
        made = docx.Document(io.BytesIO(Path("memo.docx").read_bytes()))
        words = "\n".join(cell.text for table in made.tables for row in table.rows for cell in row.cells)
        assert length in words


def test_a_file_that_is_added_implements_the_edition_in_force(library: Path) -> None:
    Path("draft.txt").write_text(DRAFT.format(title="胡须管理办法", ground="根据《胡须法》，"), encoding="utf-8")
    assert run("add", "draft.txt").exit_code == 0
    assert 'implements = ["law-now"]' in Path("corpus/corpus.toml").read_text(encoding="utf-8")


def test_of_a_superior_rule_is_said_what_can_be_done_instead(library: Path) -> None:
    catalogue = library / "corpus" / "corpus.toml"
    hats = entry("east-hats", "local", 'implements = ["hats"]', file="of-the-east.txt")
    listed = catalogue.read_text(encoding="utf-8").replace('[[document]]\nid = "of-the-east"', "", 1)
    listed = listed.replace('\nfile = "of-the-east.txt"\nlanguage = "zh"\nkind = "local"\n', "")
    catalogue.write_text(listed + hats, encoding="utf-8")
    for command in ("check", "report"):
        said = run(command, "hats")
        assert (said.exit_code, said.stdout, said.stderr.count("\n")) == (2, "", 1), command
        assert "hats：它本身就是上位法" in said.stderr
        assert "请改写下位规定：east-hats；" in said.stderr
        assert "policydiff trace --to hats。" in said.stderr
    assert "请改写下位规定：实施它的文件；" in run("check", "law-now").stderr
    assert "它本身就是上位法" not in run("check", "east-hats", "--base", "hats").stderr


@pytest.mark.parametrize("command", ["check", "report"])
def test_what_the_text_rests_on_besides_is_told_as_not_compared_whoever_named_the_superior(
    library: Path, command: str
) -> None:
    ground = "根据《中华人民共和国胡须法》和《帽子管理条例》，"
    (library / "corpus" / "draft.txt").write_text(DRAFT.format(title="胡须细则", ground=ground), encoding="utf-8")
    with (library / "corpus" / "corpus.toml").open("a", encoding="utf-8") as catalogue:
        catalogue.write(entry("draft", "local", 'implements = ["law-now"]'))
    asked = ("--base", str(library / "corpus" / "law-now.txt"))
    for said in ([command, "draft"], [command, "draft", *asked], [command, "corpus/draft.txt", *asked]):
        assert not_compared(said) == "《帽子管理条例》"
    both = [command, "draft", *asked, "--base", "hats"]
    assert not_compared(both) == ""


def not_compared(call: list[str]) -> str:
    """The titles that a check or a memo says that the draft rests on and was not compared with."""
    if call[0] == "report":
        run(*call, "-o", "memo.docx", "--overwrite")
        facts = docx.Document("memo.docx").tables[0]
        said = next((row.cells[1].text for row in facts.rows if row.cells[0].text == "未核对"), "")
    else:
        said = next((line for line in run(*call).stdout.splitlines() if "未与之对照" in line), "")
    return said.partition("以")[2].partition("为依据")[0]
