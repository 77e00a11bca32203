"""The index is whole or the old one, and one that cannot be trusted is not opened."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from tests.search.whole import write_index

from policydiff.errors import SearchIndexError
from policydiff.library import Entry
from policydiff.model import Document
from policydiff.search import search, segment, write_segments
from policydiff.search.index import MANIFEST

Shelf = list[tuple[Entry, Document]]


@pytest.fixture
def written(tmp_path: Path, shelf: Shelf) -> Path:
    """An index of the central measures alone."""
    write_index(tmp_path, shelf[:1])
    return tmp_path


def index_folder(folder: Path) -> Path:
    return folder / str(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["folder"])


def test_every_provision_with_words_or_a_heading_is_counted(tmp_path: Path, shelf: Shelf) -> None:
    count = sum(bool(provision.text or provision.heading) for _, document in shelf for provision in document.walk())
    assert write_index(tmp_path, shelf) == count


def test_an_empty_library_has_an_index_that_finds_nothing(tmp_path: Path) -> None:
    assert write_index(tmp_path, []) == 0
    assert search(tmp_path, "责任").total == 0


def test_the_same_documents_make_the_same_index_byte_for_byte(tmp_path: Path, shelf: Shelf) -> None:
    made = []
    for place in (tmp_path / "one", tmp_path / "other"):
        write_segments(place, [segment(shelf[:1]), segment(shelf[1:])])
        made.append({file.name: file.read_bytes() for file in index_folder(place).iterdir()})
    assert made[0] == made[1]
    assert sum(name.endswith(".seg") for name in made[0]) == 2


@pytest.mark.parametrize("damaged", [False, True])
def test_a_file_of_a_standing_index_is_shared_where_it_is_the_same(damaged: bool, tmp_path: Path, shelf: Shelf) -> None:
    first, second = segment(shelf[:1]), segment(shelf[1:])
    write_segments(tmp_path / "old", [first])
    [old] = index_folder(tmp_path / "old").glob("*.seg")
    if damaged:
        old.write_bytes(old.read_bytes()[:-1] + b"!")
    write_segments(tmp_path / "new", [first, second], standing=tmp_path / "old")
    new = index_folder(tmp_path / "new")
    assert (new / old.name).samefile(old) is not damaged
    assert not (new / "records.txt").samefile(index_folder(tmp_path / "old") / "records.txt")
    assert search(tmp_path / "new", "责任").total


def test_two_segments_of_the_same_words_are_both_found(tmp_path: Path, shelf: Shelf) -> None:
    ((entry, document), *_) = shelf
    copy = (replace(entry, id="copy"), replace(document, id="copy"))
    write_segments(tmp_path / "apart", [segment(shelf[:1]), segment([copy])])
    write_index(tmp_path / "together", [shelf[0], copy])
    found = search(tmp_path / "apart", "责任")
    assert {hit.document for hit in found.hits} == {entry.id, "copy"}
    assert found == search(tmp_path / "together", "责任")


def test_a_new_index_takes_the_place_of_the_old_one_and_leaves_nothing_of_it(written: Path, shelf: Shelf) -> None:
    (written / "README.md").write_text("what this folder is", encoding="utf-8")
    write_index(written, shelf[1:2])
    assert {hit.document for hit in search(written, "责任").hits} == {"district"}
    assert {path.name for path in written.iterdir()} == {"README.md", MANIFEST, index_folder(written).name}


def test_an_index_in_segments_answers_as_one_of_a_piece(tmp_path: Path, shelf: Shelf) -> None:
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    count = write_index(whole, shelf)
    assert write_segments(parted, [segment([one]) for one in shelf] + [segment([])]) == count
    for query in ("责任", "胡须 负责人", "“胡须的责任”", "第四条", "duty of care", "通报 审计"):
        assert search(parted, query) == search(whole, query)
        assert search(parted, query).total


class Killed(BaseException):
    """What ends a process, as Ctrl-C does."""


def test_a_writer_that_is_stopped_halfway_leaves_the_old_index(written: Path, shelf: Shelf) -> None:
    def interrupted() -> Iterator[tuple[Entry, Document]]:
        yield shelf[1]
        raise Killed

    with pytest.raises(Killed):
        write_index(written, interrupted())
    assert {hit.document for hit in search(written, "责任").hits} == {"beards"}
    assert len(list(written.iterdir())) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child process")
@pytest.mark.parametrize("moment", ["reading", "replacing"])
def test_a_writer_that_is_killed_leaves_the_old_index(
    written: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def killed() -> Iterator[tuple[Entry, Document]]:
        yield shelf[1]
        if moment == "reading":
            os._exit(9)

    if child := os.fork():
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    else:
        monkeypatch.setattr(Path, "replace", lambda *_: os._exit(9))
        try:
            write_index(written, killed())
        finally:
            os._exit(0)
    assert {hit.document for hit in search(written, "责任").hits} == {"beards"}
    write_index(written, shelf)
    assert {hit.document for hit in search(written, "责任").hits} == {"beards", "district"}


def test_what_a_killed_writer_left_is_removed_a_day_later(written: Path, shelf: Shelf) -> None:
    left, living = written / ("search-" + "0" * 16), written / ("search-" + "1" * 16)
    left.mkdir()
    living.mkdir()
    os.utime(left, (1, 1))
    write_index(written, shelf)
    assert not left.exists()
    assert living.exists()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path, shelf: Shelf) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SearchIndexError, match="cannot be written"):
        write_index(tmp_path / "file" / "indexes", shelf)


# ---------------------------------------------------------------------------------- what is not opened


def test_a_missing_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match=r"no search index.*policydiff build"):
        search(tmp_path / "indexes", "责任")


def test_an_index_of_another_version_says_so(written: Path) -> None:
    manifest = json.loads((written / MANIFEST).read_text(encoding="utf-8"))
    (written / MANIFEST).write_text(json.dumps(manifest | {"format": "policydiff.index/0"}), encoding="utf-8")
    with pytest.raises(SearchIndexError, match=r"another version.*policydiff\.index/0.*policydiff build"):
        search(written, "责任")


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '"x"', "\ufeff{}", "[" * 100_000])
def test_a_broken_manifest_says_so(written: Path, content: str) -> None:
    (written / MANIFEST).write_text(content, encoding="utf-8")
    with pytest.raises(SearchIndexError, match=r"broken.*policydiff build"):
        search(written, "责任")


@pytest.mark.parametrize("folder", ["../elsewhere", "/tmp", "search-", 7, None])
def test_a_manifest_leads_to_no_other_folder(written: Path, folder: object) -> None:
    manifest = json.loads((written / MANIFEST).read_text(encoding="utf-8"))
    (written / MANIFEST).write_text(json.dumps(manifest | {"folder": folder}), encoding="utf-8")
    with pytest.raises(SearchIndexError, match="broken"):
        search(written, "责任")


def test_a_truncated_or_missing_file_is_a_broken_index(written: Path) -> None:
    for file in sorted(index_folder(written).iterdir()):
        content = file.read_bytes()
        if content:
            file.write_bytes(content[:-1])
            with pytest.raises(SearchIndexError, match="broken"):
                search(written, "责任")
        file.unlink()
        with pytest.raises(SearchIndexError, match="broken"):
            search(written, "责任")
        file.write_bytes(content)
    assert search(written, "责任").total


def test_a_damaged_file_is_a_broken_index_and_no_traceback(written: Path) -> None:
    for file in index_folder(written).iterdir():
        content = file.read_bytes()
        file.write_bytes(bytes(255 - byte for byte in content))
        if content:
            with suppress(SearchIndexError):  # only what is looked at can be found damaged
                search(written, "责任")
        file.write_bytes(content)
    assert search(written, "责任").total


class _Payload:
    """A pickle that makes a folder when it is loaded."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.trace),)


@pytest.mark.parametrize("part", ["schema", "segments"])
def test_an_index_from_elsewhere_runs_no_code(written: Path, tmp_path: Path, part: str) -> None:
    trace = tmp_path / "trace"
    _plant(index_folder(written), pickle.dumps(_Payload(trace), 2), part)
    if part == "segments":
        with pytest.raises(SearchIndexError, match="made elsewhere"):
            search(written, "责任")
    else:  # the schema in the file is never loaded
        assert search(written, "责任").total
    assert not trace.exists()


def _plant(folder: Path, payload: bytes, part: str) -> None:
    """Put a pickle in the place of one of those in whoosh's table of contents."""
    (toc,) = folder.glob("*.toc")
    content = toc.read_bytes()
    newest = b"\x80" + bytes([pickle.HIGHEST_PROTOCOL])
    start = content.index(b"\x80\x02") if part == "schema" else content.rindex(newest)
    toc.write_bytes(content[:start] + payload + content[start + len(payload) :])
    manifest = json.loads((folder.parent / MANIFEST).read_text(encoding="utf-8"))
    manifest["files"][toc.name] = toc.stat().st_size
    (folder.parent / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
