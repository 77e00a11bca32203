"""What a name stands for, a file or a document of the library, and what is said of one that is neither."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.beards import CATALOGUE, CENTRAL, LOCAL, entry
from tests.cli.calls import ENGLISH, Run, one_line
from tests.ingest.words import p, package, r


def test_of_an_id_and_a_file_of_one_name_the_id_wins_and_is_said(run: Run, library: Path) -> None:
    (library / "local").write_text(CENTRAL, encoding="utf-8")
    result = run("compare", "central", "local", "--format", "json")
    assert json.loads(result.stdout)["target"]["id"] == "local"
    assert json.loads(result.stdout)["summary"]["changed"] == 1
    assert result.stderr == "local: taken as the document of that id; for the file, write ./local\n"
    result = run("compare", "central", "./local", "--format", "json")
    assert json.loads(result.stdout)["summary"]["changed"] == 0
    assert result.stderr.startswith("Note: both sides are one and the same text")


def test_of_a_word_document_with_tracked_changes_it_is_said_which_text_is_read(run: Run, library: Path) -> None:
    changed = "<w:del><w:r><w:delText>每月</w:delText></w:r></w:del>" + f"<w:ins>{r('每周')}</w:ins>"
    body = p(r("第一条 蓄须者应当") + changed + r("修剪一次。")) + p(r("第二条 禁止在食堂梳须。"))
    (library / "draft.docx").write_bytes(package(body))
    assert "draft.docx：有 2 处修订痕迹，按接受修订后的文字读取。" in run("--ui", "zh", "parse", "draft.docx").stderr
    assert "tracked changes: 2; it is read as before them" in run("parse", "--original", "draft.docx").stderr
    added = run("--ui", "zh", "add", "draft.docx")
    assert "Word 文件有 2 处修订痕迹，按接受修订后的文字读取。" in added.stdout
    assert "修订痕迹" in run("--ui", "zh", "compare", "central", "draft").stderr


def test_a_bare_name_is_a_file_where_no_library_is(run: Run, here: Path) -> None:
    (here / "a.txt").rename(here / "a")
    (here / "b.txt").rename(here / "b")
    assert run("compare", "a", "b").exit_code == 0


@pytest.mark.parametrize(("command", "told_of"), [("check", "rule"), ("trace", "document")])
def test_a_file_of_the_library_is_the_document_that_it_is_there(
    run: Run, library: Path, command: str, told_of: str
) -> None:
    titled = CATALOGUE.replace('file = "local.txt"', 'file = "local.txt"\ntitle = "街道细则（2024）"')
    (library / "corpus/corpus.toml").write_text(titled, encoding="utf-8")
    (library / "corpus/local.txt").write_text(LOCAL + ENGLISH, encoding="utf-8")

    def named(*arguments: str) -> tuple[str, str]:
        told = json.loads(run(command, *arguments, "--format", "json").stdout)[told_of]
        return told["id"], told["title"]

    for name in ("local", "corpus/local.txt"):
        assert named(name) == ("local", "街道细则（2024）")
        assert named(name, "--lang", "en") == ("local", "Beard Measures")


def test_the_half_of_a_file_that_the_library_does_not_hold_keeps_the_title_of_its_text(run: Run, library: Path) -> None:
    of_local = 'file = "local.txt"\nlanguage = '
    held = CATALOGUE.replace(f'{of_local}"zh"', f'{of_local}"en"\ntitle = "Held"')
    (library / "corpus/corpus.toml").write_text(held, encoding="utf-8")
    (library / "corpus/local.txt").write_text(LOCAL + ENGLISH, encoding="utf-8")
    read = json.loads(run("trace", "corpus/local.txt", "--format", "json").stdout)["document"]
    assert (read["id"], read["lang"], read["title"] != "Held") == ("local", "zh", True)
    held_there = json.loads(run("trace", "local", "--format", "json").stdout)["document"]
    assert (held_there["lang"], held_there["title"]) == ("en", "Held")


def test_a_text_without_a_title_is_called_the_same_everywhere(run: Run, library: Path) -> None:
    bare = "第一条 蓄须者应当每月修剪一次。\n第二条 禁止在食堂梳须。\n"
    (library / "corpus/bare.txt").write_text(bare, encoding="utf-8")
    (library / "outside.txt").write_text(bare, encoding="utf-8")
    with (library / "corpus/corpus.toml").open("a", encoding="utf-8") as file:
        file.write(entry("bare-rule", "local", 'implements = ["central"]', file="bare.txt"))
    for name in ("bare-rule", "outside.txt"):
        told = [
            run("check", name, "--base", "central").stdout,
            run("trace", name).stdout,
            *(run("compare", "central", name, *more).stdout for more in ((), ("--format", "markdown"))),
        ]
        assert [name in one for one in told] == [True] * 4
    assert run("build").exit_code == 0
    assert "bare-rule" in run("search", "梳须").stdout
    pages = [page.read_text(encoding="utf-8") for page in (library / "site").rglob("*bare-rule.html")]
    assert [">bare-rule<" in page for page in pages] == [True, True]


def test_mistakes_in_naming_a_document_are_one_line_each(run: Run, here: Path) -> None:
    assert "none.txt: there is no such file" in one_line(run("compare", "a.txt", "none.txt"))
    assert "none: there is no such file, and no library in" in one_line(run("compare", "a.txt", "none"))
    assert "a folder" in one_line(run("compare", "a.txt", "./"))


def test_a_name_that_no_file_can_have_is_one_line(run: Run, here: Path) -> None:
    long = "a" * 300
    assert "cannot be opened (File name too long)" in one_line(run("parse", f"{long}.txt"))
    assert "there is no such file, and no library" in one_line(run("compare", "a.txt", long))
    assert "cannot be looked into (File name too long)" in one_line(run("--library", long, "list"))
    assert "there is no such file, and no library" in one_line(run("--library", long, "compare", "a.txt", "x"))


def test_a_long_name_beside_a_library_is_an_unknown_id(run: Run, library: Path) -> None:
    said = one_line(run("show", "a" * 300))
    assert "no document" in said
    assert len(said) < 250


def test_an_unknown_id_is_one_line_that_offers_the_near_one(run: Run, library: Path) -> None:
    catalogue = Path("corpus/corpus.toml")
    assert f"{catalogue}: no document 'centrel' in" in one_line(run("parse", "centrel"))
    assert "Did you mean central" in one_line(run("compare", "centrel", "local"))
    assert "Did you mean central" in one_line(run("show", "centrel"))
    assert "Did you mean central" in one_line(run("search", "通报", "--doc", "centrel"))


@pytest.mark.parametrize("data", [b"", b"\0\1", b"\xff\xff\xff", b"12 34", "没有条文的一句话".encode()])
def test_a_file_without_provisions_is_one_line_that_names_it(run: Run, here: Path, data: bytes) -> None:
    (here / "bad.txt").write_bytes(data)
    result = run("compare", "a.txt", "bad.txt")
    if data.startswith("没".encode()) and result.exit_code == 0:
        pytest.skip("a single sentence is taken as a provision")
    assert "bad.txt" in one_line(result)


def test_another_encoding_than_utf_8_is_said_and_the_result_is_the_same(run: Run, here: Path) -> None:
    (here / "old.txt").write_bytes((here / "a.txt").read_text(encoding="utf-8").encode("gb18030"))
    shown = run("parse", "old.txt")
    assert shown.stderr == "old.txt: read as GB18030.\n"
    assert run("--ui", "zh", "parse", "old.txt").stderr == "old.txt：按 GB18030 编码读取。\n"
    assert shown.stdout.splitlines()[2:] == run("parse", "a.txt").stdout.splitlines()[2:]
    assert json.loads(run("parse", "old.txt", "--format", "json").stdout)["encoding"] == "GB18030"


# ------------------------------------------------------------------------------------ names of no file


@pytest.mark.parametrize(
    ("name", "meant"), [("a", "a.txt"), ("a.tx", "a.txt"), ("./a", "a.txt"), ("centrall.md", "central.md")]
)
def test_of_a_name_that_is_no_file_the_files_called_nearly_so_are_offered(
    run: Run, here: Path, name: str, meant: str
) -> None:
    (here / "central.md").write_text(CENTRAL, encoding="utf-8")
    (here / "a.csv").touch()
    assert one_line(run("show", name)).endswith(f"there is no such file. Did you mean {meant}?")
    assert one_line(run("--ui", "zh", "show", name)).endswith(f"没有这个文件。是不是 {meant}？")


def test_where_no_file_is_called_nearly_so_none_is_offered(run: Run, here: Path) -> None:
    assert "Did you mean" not in one_line(run("show", "x.txt"))
    assert "Did you mean" not in one_line(run("show", "nowhere/a.txt"))
