"""What stands at a path, and files that are wholly written or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from policydiff.errors import GoldError
from policydiff.files import is_same, kind, put, text_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that holds a word."""
    file = tmp_path / "rule.txt"
    file.write_bytes(b"old")
    return file


@pytest.mark.parametrize("lasting", [True, False])
def test_a_file_holds_what_was_put_and_nothing_lies_beside_it(file: Path, lasting: bool) -> None:
    put(file, b"new", lasting=lasting)
    assert file.read_bytes() == b"new"
    assert list(file.parent.iterdir()) == [file]


def test_a_file_is_for_those_that_any_new_one_is_for(file: Path) -> None:
    (file.parent / "other").write_bytes(b"")
    put(file, b"new")
    assert file.stat().st_mode == (file.parent / "other").stat().st_mode


@pytest.mark.parametrize("moment", ["open", "replace"])
def test_a_writer_that_is_interrupted_leaves_the_file_and_no_litter(
    file: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, moment, interrupted)
    with pytest.raises(KeyboardInterrupt):
        put(file, b"new")
    monkeypatch.undo()
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is always full")
def test_a_disk_that_is_full_leaves_the_file_and_no_litter(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def full(self: Path, mode: str) -> object:
        opened(self, mode).close()
        return opened(Path("/dev/full"), "wb")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="No space left"):
        put(file, b"new")
    monkeypatch.undo()
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child process")
def test_a_writer_that_is_killed_leaves_the_file_and_what_it_left_is_hidden(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if child := os.fork():
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    else:
        monkeypatch.setattr(Path, "replace", lambda *_: os._exit(9))
        try:
            put(file, b"new")
        finally:
            os._exit(0)
    assert file.read_bytes() == b"old"
    assert [path.name[0] for path in file.parent.iterdir() if path != file] == ["."]


def test_the_name_beside_a_file_is_never_too_long(tmp_path: Path) -> None:
    put(tmp_path / ("a" * 255), b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a" * 255]


def test_two_names_are_of_one_file_wherever_links_lead(file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to(file)
    assert is_same(link, file)
    assert not is_same(file, file.parent)
    assert not is_same(Path("none"), Path("none"))
    assert not is_same(file, Path("\0"))


def test_what_stands_at_a_path_is_told_of_any_name(file: Path) -> None:
    names = (file, file.parent, Path("/dev/null"), file / "x", Path("a" * 5000), Path("\0"))
    assert [kind(name) for name in names] == ["file", "folder", "device", "nothing", "nothing", "nothing"]


@pytest.mark.parametrize(
    ("data", "said"), [(b"a\xff", r"is not UTF-8 \(byte 1\)\. Save it as UTF-8"), (None, "there is no such file")]
)
def test_a_text_that_cannot_be_read_is_the_error_that_is_asked_for(file: Path, data: bytes | None, said: str) -> None:
    file.unlink() if data is None else file.write_bytes(data)
    with pytest.raises(GoldError, match=rf"rule\.txt: {said}"):
        text_of(file, GoldError)
    with pytest.raises(GoldError, match="cannot be read"):
        text_of(file.parent, GoldError)


def test_a_text_keeps_its_byte_order_mark_and_its_line_ends(file: Path) -> None:
    file.write_bytes("\ufeff胡须\r\n".encode())
    assert text_of(file, GoldError) == "\ufeff胡须\r\n"
