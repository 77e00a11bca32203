"""A file → Source: decoded, untouched, in the right language, or one clear line about why not."""

from __future__ import annotations

import codecs
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.errors import ReadError
from policydiff.ingest import file, read
from policydiff.ingest.encoding import decode
from policydiff.model import Language

RULE = "第一条 胡须应当整洁。\r\n第二条 每月修剪一次。\n"
ENGLISH = "Article 1 Beards shall be kept tidy.\nArticle 2 They shall be trimmed once a month.\n"


Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(data: bytes | str, name: str = "beards.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def test_the_text_is_untouched_line_ends_and_all(written: Written) -> None:
    source = read(written(RULE))
    assert source.text == RULE
    assert source.origin == "beards.txt"
    assert source.sha256 == hashlib.sha256(RULE.encode()).hexdigest()
    assert source.hints == ()


@pytest.mark.parametrize(
    "data",
    [
        RULE.encode("utf-8"),
        codecs.BOM_UTF8 + RULE.encode("utf-8"),
        codecs.BOM_UTF16_LE + RULE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + RULE.encode("utf-16-be"),
        RULE.encode("gb18030"),
        RULE.encode("gbk"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16-le", "utf-16-be", "gb18030", "gbk"],
)
def test_the_usual_encodings_of_chinese_files_give_the_same_text(written: Written, data: bytes) -> None:
    assert read(written(data)).text == RULE


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1))
def test_whatever_utf_8_holds_comes_back(text: str) -> None:
    assert decode(text.encode(), Path("a.txt")).text == text.removeprefix("\ufeff")


def test_markdown_is_told_by_its_ending_in_any_case_and_a_bare_name_is_plain_text(written: Written) -> None:
    assert read(written("# 总则", "a.MD")).hints
    assert not read(written("# 总则", "a")).hints


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n", "empty"),
        ("a.txt", codecs.BOM_UTF8, "empty"),
        ("a.txt", b"\x00\x01\x02", "binary"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.txt", b"PK\x03\x04...", "Word"),
        ("a.txt", b"\x89PNG\r\n", "picture"),
        ("a.txt", b"\xff\xff\xff", "UTF-8"),
        ("a.txt", bytes(range(1, 32)) * 9, r"control characters \(\d+ of its 279 characters, such as U\+00"),
        ("a.txt", "第一条\x01\x02\x01 胡须。".encode(), r"3 of its 10 characters, such as U\+0001"),
        ("a.txt", ("第一条" + "\ue000" * 9).encode(), "does not read as text"),
        ("a.docx", b"x", "not a Word document"),
        ("a.xlsx", b"x", r"\.xlsx files are not read\. Plain text"),
        ("a.html", b"<script>x</script>", "empty"),
    ],
)
def test_what_cannot_be_read_is_one_line_with_its_name(written: Written, name: str, data: bytes, says: str) -> None:
    path = written(data, name)
    with pytest.raises(ReadError, match=says) as caught:
        read(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="a folder"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReadError, match=r"pipe\.txt: this is a pipe or a device"):
        read(tmp_path / "pipe.txt")


def test_a_name_that_no_file_can_have_is_one_line(tmp_path: Path) -> None:
    for name in ("a" * 300 + ".txt", "a" * 300, "a\0.txt"):
        with pytest.raises(ReadError, match="cannot be opened"):
            read(tmp_path / name)


def test_a_file_in_a_folder_that_one_may_not_enter_is_one_line(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(RULE)

    def refuse(self: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match=r"cannot be opened \(Permission denied\)"):
        read(path)


def test_a_file_that_may_not_be_opened_is_named(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(RULE)

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match=r"cannot be opened \(Permission denied\)") as caught:
        read(path)
    assert "文件打不开（没有访问权限）" in caught.value.told("zh")


def test_a_file_beyond_bounds_is_refused(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "LARGEST", 10)
    with pytest.raises(ReadError, match="larger than"):
        read(written(RULE))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (RULE, "zh"),
        (ENGLISH, "en"),
        (ENGLISH + RULE, "zh"),
        (ENGLISH.replace("tidy", "tidy (整洁)"), "en"),
        (RULE.replace("每月", "使用 Wi-Fi 或者 5G 网络的每月"), "zh"),
        ("1 2 3", "zh"),
    ],
    ids=["Chinese", "English", "both", "English with a Chinese term", "Chinese with Latin terms", "neither"],
)
def test_the_language_is_told_by_the_script(written: Written, text: str, language: str) -> None:
    assert read(written(text)).language == language


def test_a_half_of_a_file_of_two_languages_can_be_asked_for(written: Written) -> None:
    path = written(ENGLISH + RULE)
    assert read(path, "en").language == "en"
    assert read(path, "zh").language == "zh"
    assert read(path, "en").text == ENGLISH + RULE


def test_a_language_that_the_file_does_not_hold_is_refused(written: Written) -> None:
    with pytest.raises(ReadError, match=r"the text is in Chinese; hardly a line is in English\. Ask for Chinese"):
        read(written(RULE), "en")
    with pytest.raises(ReadError, match=r"the text is in English; hardly a line is in Chinese\. Ask for English"):
        read(written("Article 1 Beards 胡须 shall be tidy.\n"), "zh")


@pytest.mark.parametrize("text", ["1. 2.\n", "Статья\n"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_in_neither_language_is_not_said_to_be_in_the_other(
    text: str, language: Language, written: Written
) -> None:
    with pytest.raises(ReadError, match="neither Chinese nor English text") as caught:
        read(written(text), language)
    assert "没有中文正文，也没有英文正文" in caught.value.told("zh")


@pytest.mark.parametrize(
    ("name", "text", "loaded"),
    [
        ("beards.txt", RULE, set()),
        ("beards.md", "# 胡须办法\n\n第一条 胡须应当整洁。\n", set()),
        ("beards.md", f"**胡须办法**\n\n{RULE}", {"markdown_it"}),
        ("beards.html", f"<html><body><p>{RULE}</p></body></html>", {"lxml.etree"}),
        ("page.txt", f"<html><body><p>{RULE}</p></body></html>", {"lxml.etree"}),
    ],
)
def test_what_reads_other_formats_is_not_loaded(written: Written, name: str, text: str, loaded: set[str]) -> None:
    code = (
        "import sys; from pathlib import Path; from policydiff.ingest import read; read(Path(sys.argv[1]));"
        "print(*{'markdown_it', 'lxml.etree', 'email.parser', 'zipfile', 'policydiff.ingest.pdf'} & sys.modules.keys())"
    )
    run = [sys.executable, "-c", code, str(written(text, name))]
    assert set(subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()) == loaded
