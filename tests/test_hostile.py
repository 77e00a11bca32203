"""Hostile and broken input: one clear line, exit code 2, in bounded time, and the rest of a library does not suffer."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from tests.beards import entry
from tests.cli.calls import call, one_line

from policydiff.ingest import file

RULE = "胡须管理办法\n第一条 胡须应当整洁。\n第二条 每月修剪一次。\n"


def test_a_text_larger_than_the_bound_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as large:
        large.truncate(4 * file.LARGEST)
    assert "larger than 50 MB" in one_line(call("parse", path))


def test_a_line_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("第一条 " + "胡须应当整洁，" * 500_000, encoding="utf-8")
    assert call("parse", path, "--format", "json").exit_code == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.txt", "第一条 应当：\n" + "".join("  " * depth + "1. 甲：\n" for depth in range(400))),
        ("list.html", "<p>第一条 应当：</p>" + "<ol><li>甲：" * 350),
    ],
)
def test_lists_in_each_other_to_any_depth_are_read(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    read = call("parse", path, "--format", "json")
    assert read.exit_code == 0, read.stderr
    assert read.stdout.count("甲：") > 300


@pytest.mark.parametrize("name", ["-rf.txt", "a\nb.txt", "\u202etxt.exe.txt", "a\x1b[31m.txt"])
def test_a_file_of_any_name_is_read_and_its_name_writes_nothing_on_the_terminal(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(RULE.encode("gb18030"))
    shown = call("parse", tmp_path / name)
    assert shown.exit_code == 0
    assert not {"\x1b", "\u202e"} & set(shown.stdout + shown.stderr)
    assert shown.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("第一条\0 胡须。".encode(), "binary"),
        (b"\xed\xa0\x80" * 40, "neither UTF-8"),
        (b"", "empty"),
    ],
    ids=["NUL", "lone surrogates", "nothing"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert says in one_line(call("parse", path))


def test_a_stray_surrogate_is_a_mark_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((RULE * 5).encode() + b"\xed\xa0\x80")
    shown = call("--ui", "en", "parse", path)
    assert shown.exit_code == 0
    assert "could not be read" in shown.stdout


def test_direction_overrides_in_a_text_are_spelt_out(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RULE.replace("整洁", "\u202e洁整\u202c"), encoding="utf-8")
    shown = call("parse", path)
    assert "\\u202e洁整\\u202c" in shown.stdout
    assert "\u202e" not in shown.stdout


@pytest.mark.parametrize("outside", ["../outside.txt", "link.txt", "folder/outside.txt"])
def test_a_document_outside_the_library_is_never_opened_and_the_rest_is_built(
    tmp_path: Path, outside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "library" / "corpus"
    corpus.mkdir(parents=True)
    secret = tmp_path / "secret"
    secret.mkdir()
    for place in (tmp_path / "library" / "outside.txt", secret / "outside.txt"):
        place.write_text(RULE, encoding="utf-8")
    (corpus / "link.txt").symlink_to(secret / "outside.txt")
    (corpus / "folder").symlink_to(secret)
    (corpus / "good.txt").write_text(RULE, encoding="utf-8")
    entries = (entry(own_id, "central", file=str(name)) for own_id, name in (("a", outside), ("good", "good.txt")))
    (corpus / "corpus.toml").write_text("\n".join(entries), encoding="utf-8")
    opened = Path.open

    def watch(self: Path, *arguments: Any, **options: Any) -> Any:
        assert self.name not in ("link.txt", "outside.txt")
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", watch)
    monkeypatch.chdir(tmp_path)
    for command in (("build",), ("trace", "good"), ("list",)):
        made = call("--library", tmp_path / "library", "--ui", "en", *command)
        assert made.exit_code == 2
        assert "lies outside" in made.stderr.splitlines()[0]
    assert (tmp_path / "library" / "site" / "index.html").is_file()
    assert [line.split()[0] for line in made.stdout.splitlines()] == ["good"]
    assert "lies outside" in one_line(call("--library", tmp_path / "library", "show", "a"))
    (tmp_path / "new.txt").write_text(RULE.replace("胡须", "剪刀"), encoding="utf-8")
    assert call("--library", tmp_path / "library", "add", "new.txt").exit_code == 0


def test_a_build_goes_on_with_the_good_documents_and_reports_every_bad_one(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    bad: dict[str, bytes] = {
        "nul.txt": b"\0\1",
        "empty.txt": b"",
        "deep.html": b"<div>" * 20_000 + RULE.encode(),
        "bomb.html": b'<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p></p>',
        "word.docx": b"PK\x03\x04 no archive",
        "bare.txt": b"----\n",
    }
    for name, data in ({"good.txt": RULE.encode()} | bad).items():
        (corpus / name).write_bytes(data)
    (corpus / "loop.txt").symlink_to("loop.txt")
    gone = ("gone.txt", "loop.txt")
    entries = (entry(Path(name).stem, "central", file=name) for name in ("good.txt", *gone, *bad))
    (corpus / "corpus.toml").write_text("\n".join(entries), encoding="utf-8")
    made = call("--library", tmp_path, "--ui", "en", "build")
    assert made.exit_code == 2
    lines = made.stderr.splitlines()
    assert [line.split()[2] for line in lines[:-1]] == [Path(name).stem for name in (*gone, *bad)]
    assert "1 document," in lines[-1]
    assert (tmp_path / "site" / "index.html").is_file()
    assert call("--library", tmp_path, "search", "胡须").exit_code == 0


# ------------------------------------------------------------------------------ text of a document is data

WORDS = "蓄须的公民每月修剪胡须一次，并且向胡须管理部门报告修剪的时间、地点和方式，由该部门登记并且公布"
EVIL = (
    f'胡须管理办法\n第一条 =HYPERLINK("http://x.invalid")，{WORDS}。<script>alert(1)</script>应当整洁。\n'
    f"第二条 @SUM(1+1)，{WORDS}，[点](javascript:x) | 列 | ![图](http://x.invalid/a.png) \x1b[31m红。\n"
)
EVIL_LOCAL = EVIL.replace("应当整洁", "可以整洁").replace("红。", "绿。")


@pytest.fixture
def evil(tmp_path: Path) -> tuple[Path, Path]:
    base, target = tmp_path / "base.txt", tmp_path / "target.txt"
    base.write_text(EVIL, encoding="utf-8")
    target.write_text(EVIL_LOCAL, encoding="utf-8")
    return base, target


def test_text_is_no_formula_and_no_link_in_excel(evil: tuple[Path, Path], tmp_path: Path) -> None:
    made = tmp_path / "table.xlsx"
    assert call("compare", *evil, "-o", made).exit_code == 0
    with zipfile.ZipFile(made) as book:
        parts = {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}
    assert any("HYPERLINK(" in part for part in parts.values())
    sheets = [part for name, part in parts.items() if name.startswith("xl/worksheets/")]
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    assert not any("x.invalid" in part for name, part in parts.items() if name.endswith(".rels"))
    assert not any("\x1b" in part for part in parts.values())


def test_text_is_no_field_and_no_link_in_word(evil: tuple[Path, Path], tmp_path: Path) -> None:
    made = tmp_path / "table.docx"
    assert call("compare", *evil, "-o", made).exit_code == 0
    with zipfile.ZipFile(made) as package:
        body = package.read("word/document.xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
    assert "&lt;script&gt;" in body
    assert "<script" not in body
    assert "x.invalid" not in relations
    assert "<w:hyperlink" not in body
    assert "instrText" not in body


def test_text_is_no_markup_in_markdown(evil: tuple[Path, Path], tmp_path: Path) -> None:
    made = tmp_path / "table.md"
    assert call("compare", *evil, "-o", made).exit_code == 0
    text = made.read_text(encoding="utf-8")
    page = MarkdownIt("commonmark").enable("table").render(text)
    assert "alert(1)" in page
    assert "<script" not in page
    assert "<a " not in page
    assert "<img" not in page
    assert "\x1b" not in text


# ----------------------------------------------------------------------- a file that goes while it is read


@pytest.mark.parametrize("what", ["vanishes", "is emptied"])
def test_a_file_that_goes_during_a_build_is_told_and_the_rest_is_built(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("good.txt", "going.txt"):
        (corpus / name).write_text(RULE, encoding="utf-8")
    entries = (entry(name, "central") for name in ("good", "going"))
    (corpus / "corpus.toml").write_text("\n".join(entries), encoding="utf-8")
    opened = file._bytes

    def go(path: Path) -> bytes:
        if path.name == "going.txt":  # after the library was opened, before the file is
            path.unlink(missing_ok=True) if what == "vanishes" else path.write_bytes(b"")
        return opened(path)

    monkeypatch.setattr(file, "_bytes", go)
    made = call("--library", tmp_path, "--ui", "en", "build")
    assert made.exit_code == 2
    assert "Traceback" not in made.output
    assert [line for line in made.stderr.splitlines() if "going" in line] != []
    assert (tmp_path / "site" / "index.html").is_file()
