"""The form of a result and the file it goes to: wholly written or left alone, and never over a text."""

from __future__ import annotations

import io
import json
import os
import threading
import zipfile
from pathlib import Path

import pytest
from tests.beards import LOCAL
from tests.cli.calls import Run, one_line

from policydiff.report.seal import is_whole


@pytest.mark.parametrize(("name", "opens"), [("c.json", "{"), ("c.html", "<!doctype html>"), ("c.txt", "superior")])
def test_the_ending_of_the_file_names_the_format(run: Run, here: Path, name: str, opens: str) -> None:
    result = run("--colour", "always", "compare", "a.txt", "b.txt", "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    written = (here / name).read_text(encoding="utf-8")
    assert written.lower().startswith(opens)
    assert "\x1b" not in written
    assert sorted(p.name for p in here.iterdir()) == ["a.txt", "b.txt", name]


def test_a_page_that_was_written_is_not_taken_for_a_text(run: Run, here: Path) -> None:
    run("compare", "a.txt", "b.txt", "-o", "c.html")
    assert "c.html: a page that policydiff has made" in one_line(run("parse", "c.html"))
    other = (here / "c.html").read_text(encoding="utf-8").replace('"generator" content="policydiff"', "")
    (here / "c.html").write_text(other, encoding="utf-8")
    assert run("parse", "c.html").exit_code == 0, "nothing but what the page says of itself is why"


def test_the_format_that_is_asked_for_wins_over_the_ending(run: Run, here: Path) -> None:
    run("compare", "a.txt", "b.txt", "-o", "c.txt", "--format", "json")
    assert json.loads((here / "c.txt").read_text(encoding="utf-8"))["schema"]


@pytest.mark.parametrize(
    ("name", "format_"), [("c.xlsx", "docx"), ("c.docx", "json"), ("c.html", "text"), ("c.txt", "docx")]
)
def test_no_file_is_written_under_the_ending_of_another_format(run: Run, here: Path, name: str, format_: str) -> None:
    result = run("compare", "a.txt", "b.txt", "-o", name, "--format", format_)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{name} is named as" in result.stderr
    assert not (here / name).exists()


@pytest.mark.parametrize("ending", [".pdf", ".doc", ".csv", ".htlm"])
def test_an_ending_that_names_no_format_is_a_mistake_that_names_those_there_are(
    run: Run, here: Path, ending: str
) -> None:
    result = run("compare", "a.txt", "b.txt", "-o", f"c{ending}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{ending} files cannot be written" in result.stderr
    assert ".docx .htm .html .json .markdown .md .txt .xlsx" in result.stderr
    assert not (here / f"c{ending}").exists()
    assert run("compare", "a.txt", "b.txt", "-o", f"c{ending}", "--format", "text").exit_code == 0


@pytest.mark.parametrize("name", ["c", "c.txt", "c.TXT"])
def test_a_file_without_an_ending_or_with_that_of_a_text_is_a_text(run: Run, here: Path, name: str) -> None:
    assert run("compare", "a.txt", "b.txt", "-o", name).exit_code == 0
    assert (here / name).read_text(encoding="utf-8").startswith("Superior rule")


def test_a_file_that_cannot_be_written_is_one_line(run: Run, here: Path) -> None:
    said = one_line(run("compare", "a.txt", "b.txt", "-o", "none/c.json"))
    assert "none/c.json: there is no folder none. Make it" in said


def test_a_name_as_long_as_a_file_system_takes_can_be_written_and_a_longer_one_is_one_line(
    run: Run, here: Path
) -> None:
    longest = "c" * 250 + ".html"
    assert run("compare", "a.txt", "b.txt", "-o", longest).exit_code == 0
    assert sorted(p.name for p in here.iterdir()) == ["a.txt", "b.txt", longest]
    assert "cannot be written (File name too long)" in one_line(run("compare", "a.txt", "b.txt", "-o", f"c{longest}"))
    assert sorted(p.name for p in here.iterdir()) == ["a.txt", "b.txt", longest]


def test_a_clean_up_that_is_refused_too_is_still_one_line(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    assert "c.html: cannot be written (Permission denied)" in one_line(run("compare", "a.txt", "b.txt", "-o", "c.html"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_written_to_and_not_replaced(run: Run, here: Path) -> None:
    os.mkfifo(here / "pipe")
    taken: list[str] = []
    reader = threading.Thread(target=lambda: taken.append((here / "pipe").read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert run("compare", "a.txt", "b.txt", "-o", "pipe").exit_code == 0
    reader.join(10)
    assert (here / "pipe").is_fifo()
    assert taken[0].startswith("Superior rule")


@pytest.mark.parametrize("place", [0, 1])
def test_a_report_never_overwrites_what_is_compared(run: Run, here: Path, place: int) -> None:
    texts = [here / "a.txt", here / "b.txt"]
    before = [text.read_bytes() for text in texts]
    done = run("compare", "a.txt", "b.txt", "-o", texts[place].name)
    assert done.exit_code == 2
    assert "is one of the texts compared" in done.stderr
    assert [text.read_bytes() for text in texts] == before


@pytest.mark.parametrize(
    "place", ["corpus/local.txt", "corpus/corpus.toml", "again/local.txt", "corpus/../corpus/other.txt"]
)
def test_a_report_never_overwrites_a_file_of_the_corpus_whatever_is_compared(
    run: Run, library: Path, place: str
) -> None:
    (library / "again").symlink_to(library / "corpus", target_is_directory=True)
    (library / "corpus/other.txt").write_text(LOCAL, encoding="utf-8")
    before = (library / place).read_bytes()
    done = run("compare", "central", "local", "-o", place, "--format", "text")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is in the library's folder corpus, for its texts or what is built alone: name" in done.stderr
    assert (library / place).read_bytes() == before


def test_a_memo_never_overwrites_a_file_of_the_corpus(run: Run, library: Path) -> None:
    (library / "corpus/other.docx").write_bytes(b"a rule")
    assert run("report", "local", "-o", "corpus/other.docx").exit_code == 2
    assert (library / "corpus/other.docx").read_bytes() == b"a rule"


@pytest.mark.parametrize(
    "place", ["corpus/new.txt", "site/index.html", "site/new.html", "site/comparisons/new.html", "indexes/new.json"]
)
def test_no_report_is_written_into_the_folders_of_a_library_whichever_it_is_and_whatever_is_asked_for(
    run: Run, library: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build")
    before = {path: path.read_bytes() for path in (library / "site").rglob("*") if path.is_file()}
    for where, base, target in ((library, "central", "local"), (library / "corpus", "central.txt", "local.txt")):
        monkeypatch.chdir(where)
        output = os.path.relpath(library / place)
        done = run("compare", base, target, "-o", output, "--overwrite")
        assert (done.exit_code, done.stdout) == (2, "")
        assert f"{output} is in the library's folder {place.partition('/')[0]}, for its texts" in done.stderr
    assert {path: path.read_bytes() for path in (library / "site").rglob("*") if path.is_file()} == before
    assert (library / place).exists() == (place == "site/index.html")


def test_a_folder_of_such_a_name_without_a_catalogue_is_like_any_other(run: Run, library: Path) -> None:
    (library / "corpus/corpus.toml").unlink()
    (library / "site").mkdir()
    for output in (Path("corpus/new.txt"), Path("site/new.txt")):
        done = run("compare", "corpus/central.txt", "corpus/local.txt", "-o", str(output))
        assert (done.exit_code, done.stderr) == (0, f"Written to {output}\n")


# ------------------------------------------------------------------------------ what somebody worked on

FORMATS = ["c.docx", "c.xlsx", "c.md", "c.html", "c.txt"]


def annotated(file: Path) -> bytes:
    """The file with a word changed in it and all else as it was."""
    if not zipfile.is_zipfile(file):
        file.write_bytes(file.read_bytes().replace("胡须".encode(), "须发".encode(), 1))
        return file.read_bytes()
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    [text] = {"word/document.xml", "xl/sharedStrings.xml"} & set(parts)
    with zipfile.ZipFile(file, "w") as package:
        for name, held in parts.items():
            package.writestr(name, held.replace("胡须".encode(), "须发".encode(), 1) if name == text else held)
    return file.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_somebody_worked_on_is_not_written_over_unless_that_is_asked_for(
    run: Run, here: Path, name: str
) -> None:
    compare = ("compare", "a.txt", "b.txt", "-o", name)
    assert run(*compare).exit_code == 0
    work = annotated(here / name)
    said = one_line(run(*compare))
    assert said.startswith(f"policydiff: {name}: is not as policydiff wrote it")
    assert "Name another file with -o, or write over it with --overwrite" in said
    assert (here / name).read_bytes() == work
    assert run(*compare, "--overwrite").exit_code == 0
    assert (here / name).read_bytes() != work


@pytest.mark.parametrize("name", [*FORMATS, "c.json"])
def test_a_file_that_nobody_touched_is_written_anew_also_from_other_texts(run: Run, here: Path, name: str) -> None:
    assert run("compare", "a.txt", "b.txt", "-o", name).exit_code == 0
    before = (here / name).read_bytes()
    (here / "b.txt").write_text(LOCAL.replace("胡须", "须发"), encoding="utf-8")
    assert run("compare", "a.txt", "b.txt", "-o", name).exit_code == 0
    assert (here / name).read_bytes() != before


@pytest.mark.parametrize("name", ["c.md", "c.txt"])
def test_a_text_whose_line_ends_a_version_control_changed_is_nobody_s_work(run: Run, here: Path, name: str) -> None:
    run("compare", "a.txt", "b.txt", "-o", name)
    (here / name).write_bytes((here / name).read_bytes().replace(b"\n", b"\r\n"))
    assert run("compare", "a.txt", "b.txt", "-o", name).exit_code == 0


@pytest.mark.parametrize("name", ["c.docx", "c.md", "c.txt"])
def test_what_was_written_is_not_taken_for_a_text_also_where_somebody_worked_on_it(
    run: Run, here: Path, name: str
) -> None:
    run("compare", "a.txt", "b.txt", "-o", name)
    assert f"{name}: a table, memo or comparison that policydiff has made" in one_line(run("parse", name))
    annotated(here / name)
    assert f"{name}：这是 policydiff 生成的对照表" in one_line(run("--ui", "zh", "parse", name))


def test_a_text_that_speaks_of_the_fingerprint_is_a_text(run: Run, here: Path) -> None:
    said = LOCAL + "\n第三条 文件末行为[policydiff:9f86d081884c7d65]的，不作为规定。\n"
    (here / "c.txt").write_text(said, encoding="utf-8")
    assert run("parse", "c.txt").exit_code == 0


@pytest.mark.parametrize("held", [b"my notes\n", b'{"schema": "of another program"}', b"PK\x03\x04 half a package"])
@pytest.mark.parametrize("name", ["c.json", "c.docx", "c.txt"])
def test_a_file_of_somebody_else_is_not_written_over(run: Run, here: Path, name: str, held: bytes) -> None:
    (here / name).write_bytes(held)
    assert "is not as policydiff wrote it" in one_line(run("compare", "a.txt", "b.txt", "-o", name))
    assert (here / name).read_bytes() == held


@pytest.mark.parametrize("name", ["c.docx", "c.xlsx"])
def test_a_package_that_is_damaged_wherever_it_may_be_is_not_written_over(run: Run, here: Path, name: str) -> None:
    run("compare", "a.txt", "b.txt", "-o", name)
    whole = (here / name).read_bytes()
    with zipfile.ZipFile(here / name) as package:
        starts = [entry.header_offset + 30 + len(entry.filename) for entry in package.infolist()]
    for at in [*starts, *(start + 1 for start in starts), *range(7, len(whole), len(whole) // 200)]:
        damaged = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        assert not is_whole(damaged) or contents(damaged) == contents(whole), at
    (here / name).write_bytes(whole[: starts[0]] + b"\xff" * 40 + whole[starts[0] + 40 :])
    assert "is not as policydiff wrote it" in one_line(run("compare", "a.txt", "b.txt", "-o", name))


def contents(package: bytes) -> dict[str, bytes]:
    """What stands in a package that can be read."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_an_empty_file_is_written_to(run: Run, here: Path) -> None:
    (here / "c.docx").touch()
    assert run("compare", "a.txt", "b.txt", "-o", "c.docx").exit_code == 0


def test_a_file_that_somebody_worked_on_is_told_in_chinese(run: Run, here: Path) -> None:
    (here / "对照表.docx").write_bytes(b"x")
    said = one_line(run("--ui", "zh", "compare", "a.txt", "b.txt", "-o", "对照表.docx"))
    assert said.endswith("可能经人修改过。请用 -o 另取名称；确要覆盖的，加 --overwrite。")


def test_overwriting_is_never_of_what_is_compared(run: Run, here: Path) -> None:
    assert run("compare", "a.txt", "b.txt", "-o", "b.txt", "--overwrite").exit_code == 2
    assert (here / "b.txt").read_text(encoding="utf-8") == LOCAL


@pytest.mark.parametrize("name", ["c.docx", "c.xlsx"])
def test_the_same_on_the_same_date_gives_the_same_bytes_sealed_too(run: Run, here: Path, name: str) -> None:
    made = []
    for _ in range(2):
        run("compare", "a.txt", "b.txt", "-o", name, "--date", "2026-01-05")
        made.append((here / name).read_bytes())
    assert made[0] == made[1]
