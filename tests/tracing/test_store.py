"""A collection kept in a folder, and brought up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tracing.beards import LAW_2020, LOCAL, document, entries, library, read_entry

from policydiff.library import Entry
from policydiff.model import Document
from policydiff.tracing import collected, read, trace, write


def refuse(entry: Entry) -> Document:
    raise AssertionError(f"{entry.id} is read again")


def test_what_is_read_back_traces_as_what_was_written(tmp_path: Path) -> None:
    made = library(tmp_path)
    assert write(tmp_path / "trace", made) == len(made.texts)
    back = read(tmp_path / "trace")
    assert back is not None
    draft = document(tmp_path, "east", LOCAL)
    assert trace(draft, back) == trace(draft, made)


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write(tmp_path / name, library(tmp_path))
    one, other = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("one", "other"))
    assert one == other


@pytest.mark.parametrize("broken", ["documents.json", "texts.txt", "postings.npy", "stock.npy"])
def test_a_folder_that_is_cut_short_is_none(tmp_path: Path, broken: str) -> None:
    write(tmp_path / "trace", library(tmp_path))
    data = (tmp_path / "trace" / broken).read_bytes()
    (tmp_path / "trace" / broken).write_bytes(data[: len(data) // 2])
    assert read(tmp_path / "trace") is None


def test_what_another_version_made_is_none(tmp_path: Path) -> None:
    write(tmp_path / "trace", library(tmp_path), "version 1")
    assert read(tmp_path / "trace", "version 1") is not None
    assert read(tmp_path / "trace", "version 2") is None
    assert read(tmp_path / "nowhere") is None


def test_nothing_is_read_again_that_has_not_changed(tmp_path: Path) -> None:
    before = library(tmp_path)
    assert collected(entries(tmp_path), refuse, before) is before


def test_after_a_change_the_collection_is_that_of_a_fresh_start(tmp_path: Path) -> None:
    before = library(tmp_path)
    held = entries(tmp_path)
    held[1].path.write_text(LAW_2020.replace("三十厘米", "四十厘米"), encoding="utf-8")
    seen: list[str] = []

    def reading(entry: Entry) -> Document:
        seen.append(entry.id)
        return read_entry(entry)

    write(tmp_path / "again", collected(held, reading, before))
    write(tmp_path / "fresh", collected(held, read_entry))
    assert seen == ["law-2020"]
    again, fresh = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("again", "fresh"))
    assert again == fresh


def test_a_document_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    made = collected(entries(tmp_path), lambda entry: None if entry.id == "hats" else read_entry(entry))
    assert [holding.id for holding in made.holdings] == ["law-2012", "law-2020", "east"]
