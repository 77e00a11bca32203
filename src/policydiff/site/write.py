"""The folder of pages: what files there are and what is in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from policydiff.errors import LibraryError
from policydiff.library import Entry, Pair
from policydiff.model import Comparison, Document
from policydiff.site import pages, shards
from policydiff.site.render import STATIC_FILES, linked, render, static_text

FILE_NAME = re.compile(r"\w[\w.-]*")


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A comparison under the name of its file."""

    name: str
    pair: Pair
    table: pages.Table


def write_site(
    folder: Path,
    shelf: Sequence[tuple[Entry, Document]],
    comparisons: Sequence[tuple[Pair, Comparison]],
) -> int:
    """Write every page into `folder` and return how many there are; the same input gives the same bytes."""
    for entry, _ in shelf:
        _check(entry.id)
    readings = {entry.id: pages.Reading(document=document) for entry, document in shelf}
    compared = tuple(_compared(pair, comparison, readings) for pair, comparison in comparisons)
    for path, text in _files(shelf, readings, compared):
        _put(folder / path, text)
    return 2 + len(shelf) + len(compared)


def _check(document: str) -> None:
    """A document's id becomes a file's name, so it must not lead out of the folder."""
    if not FILE_NAME.fullmatch(document):
        raise LibraryError(f"document id {document!r} cannot name a page; use letters, digits, '.', '_' and '-'")


def _compared(pair: Pair, comparison: Comparison, readings: Mapping[str, pages.Reading]) -> Compared:
    return Compared(
        name=f"{pair.base.id}--{pair.target.id}",
        pair=pair,
        table=pages.table(comparison, readings.get(pair.base.id), readings.get(pair.target.id)),
    )


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "replace"))


def _files(
    shelf: Sequence[tuple[Entry, Document]],
    readings: Mapping[str, pages.Reading],
    compared: Sequence[Compared],
) -> Iterator[tuple[str, str]]:
    """Each file's path and text."""
    for name in STATIC_FILES:
        yield f"static/{name}", static_text(name)
    for name, script in shards.pieces([entry for entry, _ in shelf], readings):
        yield f"data/{name}", script
    yield "index.html", _start_page(shelf, readings, compared)
    yield "search.html", _search_page(shelf)
    for entry, _ in shelf:
        yield f"documents/{entry.id}.html", _document_page(entry, readings[entry.id], compared)
    for one in compared:
        yield f"comparisons/{one.name}.html", _comparison_page(one)


def _start_page(
    shelf: Sequence[tuple[Entry, Document]],
    readings: Mapping[str, pages.Reading],
    compared: Sequence[Compared],
) -> str:
    by_base: dict[str, list[Compared]] = {}
    for one in compared:
        by_base.setdefault(one.pair.base.id, []).append(one)
    return render(
        "index",
        assets=linked("index", ""),
        entries=[entry for entry, _ in shelf],
        readings=readings,
        notices=pages.notices((one.name, one.table) for one in compared),
        groups=[(group[0].pair.base, group) for group in by_base.values()],
    )


def _search_page(shelf: Sequence[tuple[Entry, Document]]) -> str:
    return render(
        "search",
        assets=linked("search", ""),
        shelf_kinds=list(dict.fromkeys(entry.kind for entry, _ in shelf)),
        shelf_languages=list(dict.fromkeys(entry.language for entry, _ in shelf)),
    )


def _document_page(entry: Entry, reading: pages.Reading, compared: Sequence[Compared]) -> str:
    tables = [(one.name, one.table) for one in compared]
    return render(
        "document",
        assets=linked("document", "../"),
        entry=entry,
        reading=reading,
        counterparts=pages.counterparts(tables, entry.id),
        compared=[one for one in compared if entry.id in (one.pair.base.id, one.pair.target.id)],
    )


def _comparison_page(one: Compared) -> str:
    return render(
        "comparison",
        assets=linked("comparison", "../"),
        table=one.table,
        relation=one.pair.relation,
        kind=one.pair.target.kind,
    )
