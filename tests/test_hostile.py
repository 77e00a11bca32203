"""Hostile and broken input: one clear line, exit code 2, in bounded time, and the rest of a library does not suffer."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policydiff.cli import main
from policydiff.ingest import file

RULE = "胡须管理办法\n第一条 胡须应当整洁。\n第二条 每月修剪一次。\n"
ENTRY = '[[document]]\nid = "{id}"\nfile = "{file}"\nlanguage = "zh"\nkind = "central"\n'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def refused(result: Result) -> str:
    """The one line that a refusal says."""
    assert result.exit_code == 2, result.output
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    return result.stderr


def test_a_text_larger_than_the_bound_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as large:
        large.truncate(4 * file.LARGEST)
    assert "larger than 50 MB" in refused(run("parse", path))


def test_a_line_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("第一条 " + "胡须应当整洁，" * 500_000, encoding="utf-8")
    assert run("parse", path, "--format", "json").exit_code == 0


@pytest.mark.parametrize("name", ["-rf.txt", "a\nb.txt", "\u202etxt.exe.txt", "a\x1b[31m.txt"])
def test_a_file_of_any_name_is_read_and_its_name_writes_nothing_on_the_terminal(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(RULE.encode("gb18030"))
    shown = run("parse", tmp_path / name)
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
    assert says in refused(run("parse", path))


def test_a_stray_surrogate_is_a_mark_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((RULE * 5).encode() + b"\xed\xa0\x80")
    shown = run("--ui", "en", "parse", path)
    assert shown.exit_code == 0
    assert "could not be read" in shown.stdout


def test_direction_overrides_in_a_text_are_spelt_out(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RULE.replace("整洁", "\u202e洁整\u202c"), encoding="utf-8")
    shown = run("parse", path)
    assert "\\u202e洁整\\u202c" in shown.stdout
    assert "\u202e" not in shown.stdout


@pytest.mark.parametrize("outside", ["../outside.txt", "link.txt", "folder/outside.txt"])
def test_a_document_outside_the_library_is_refused(tmp_path: Path, outside: str) -> None:
    corpus = tmp_path / "library" / "corpus"
    corpus.mkdir(parents=True)
    secret = tmp_path / "secret"
    secret.mkdir()
    for place in (tmp_path / "library" / "outside.txt", secret / "outside.txt"):
        place.write_text(RULE, encoding="utf-8")
    (corpus / "link.txt").symlink_to(secret / "outside.txt")
    (corpus / "folder").symlink_to(secret)
    (corpus / "corpus.toml").write_text(ENTRY.format(id="a", file=outside), encoding="utf-8")
    assert "lies outside" in refused(run("--library", tmp_path / "library", "build"))


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
    entries = (ENTRY.format(id=Path(name).stem, file=name) for name in ("good.txt", *bad))
    (corpus / "corpus.toml").write_text("\n".join(entries), encoding="utf-8")
    made = run("--library", tmp_path, "--ui", "en", "build")
    assert made.exit_code == 2
    lines = made.stderr.splitlines()
    assert [line.split()[2] for line in lines[: len(bad)]] == [Path(name).stem for name in bad]
    assert "1 documents" in lines[-1]
    assert (tmp_path / "site" / "index.html").is_file()
    assert run("--library", tmp_path, "search", "胡须").exit_code == 0
