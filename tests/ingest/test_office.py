"""Older Word documents go by way of LibreOffice; what it is and what it holds decides, not what a file is called."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.ingest import words

from policydiff.errors import ReadError
from policydiff.ingest import read
from policydiff.ingest.word import office

OLD = b"\xd0\xcf\x11\xe0" + bytes(600)
NEW = words.package(words.p("第一条 略。"))


def written(data: bytes, path: Path) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.doc", "a.wps", "A.DOCX"])
def test_a_docx_under_any_name_of_a_word_document_is_read_without_libreoffice(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ())
    assert read(written(NEW, tmp_path / name)).text == "第一条 略。\n"


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.rtf", "a.odt", "a.docx"])
def test_without_libreoffice_it_is_said_what_to_do(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ())
    with pytest.raises(ReadError, match=r"LibreOffice, which is not installed here\. Install it, or save") as caught:
        read(written(OLD, tmp_path / name))
    assert "\n" not in str(caught.value)


@pytest.fixture
def office_that(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A LibreOffice that does as it is told."""

    def install(act: Any) -> None:
        monkeypatch.setattr("policydiff.ingest.word.office.shutil.which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr("policydiff.ingest.word.office.subprocess.run", act)

    return install


def test_a_libreoffice_that_hangs_fails_or_makes_nothing_is_one_line(office_that: Any, tmp_path: Path) -> None:
    def hang(*_: object, timeout: int, **__: object) -> None:
        raise subprocess.TimeoutExpired("soffice", timeout)

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    def make_nothing(*_: object, **__: object) -> None:
        return

    path = written(OLD, tmp_path / "a.doc")
    for act, says, in_chinese in (
        (hang, "in 120 seconds", "在 120 秒内没有读完"),
        (fail, r"cannot be started \(Permission denied\)", "无法启动（没有访问权限）"),
        (make_nothing, "cannot read it", "不能读取"),
    ):
        office_that(act)
        with pytest.raises(ReadError, match=says) as caught:
            read(path)
        assert str(caught.value).startswith(f"{path}: ")
        assert in_chinese in caught.value.told("zh")


def test_a_name_with_blanks_dashes_and_line_feeds_never_reaches_the_program(office_that: Any, tmp_path: Path) -> None:
    def convert(command: list[str], **_: object) -> None:
        copy, made = Path(command[-1]), Path(command[-2])
        assert copy.name == "in.doc"
        assert copy.read_bytes() == OLD
        made.mkdir()
        (made / "in.docx").write_bytes(NEW)

    office_that(convert)
    assert read(written(OLD, tmp_path / "-a b\nc.doc")).text == "第一条 略。\n"


PAGE = "<html><head><title>胡须管理办法</title></head><body><p>第一条 胡须应当整洁。</p></body></html>"


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.docx"])
@pytest.mark.parametrize("before", ["", '<?xml version="1.0" encoding="UTF-8"?>\n'])
def test_a_web_page_under_the_name_of_a_word_document_is_read_as_a_page(
    name: str, before: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ())
    found = read(written((before + PAGE).encode(), tmp_path / name)).text
    assert "第一条 胡须应当整洁。" in found
    assert "<" not in found


def test_plain_text_in_gb18030_under_the_name_of_a_word_document_is_read_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ())
    rule = "胡须管理办法\n第一条 胡须应当整洁。\n"
    assert read(written(rule.encode("gb18030"), tmp_path / "a.doc")).text == rule
