"""The folder of pages: what files there are and what is in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from policydiff.errors import LibraryError
from policydiff.library import Entry, Pair
from policydiff.model import Comparison, Document
from policydiff.presentation import Reading, table
from policydiff.site import shards, start, versions
from policydiff.site.pages import Compared, counterparts
from policydiff.site.render import STATIC_FILES, linked, render, static_text

FILE_NAME = re.compile(r"\w[\w.-]*")


def write_site(
    folder: Path,
    shelf: Sequence[tuple[Entry, Document]],
    comparisons: Sequence[tuple[Pair, Comparison]],
) -> int:
    """Write every page into `folder` and return how many there are; the same input gives the same bytes."""
    for entry, _ in shelf:
        _check(entry.id)
    readings = {entry.id: Reading(document=document) for entry, document in shelf}
    compared = tuple(_compared(pair, comparison, readings) for pair, comparison in comparisons)
    pages_written = 0
    for path, text in _files(shelf, readings, compared):
        _put(folder / path, text)
        pages_written += path.endswith(".html")
    return pages_written


def _check(document: str) -> None:
    """A document's id becomes a file's name, so it must not lead out of the folder."""
    if not FILE_NAME.fullmatch(document):
        raise LibraryError(f"document id {document!r} cannot name a page; use letters, digits, '.', '_' and '-'")


def _compared(pair: Pair, comparison: Comparison, readings: Mapping[str, Reading]) -> Compared:
    return Compared(
        name=f"{pair.base.id}--{pair.target.id}",
        pair=pair,
        table=table(comparison, readings.get(pair.base.id), readings.get(pair.target.id)),
    )


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "replace"))


def _files(
    shelf: Sequence[tuple[Entry, Document]],
    readings: Mapping[str, Reading],
    compared: Sequence[Compared],
) -> Iterator[tuple[str, str]]:
    """Each file's path and text."""
    for name in STATIC_FILES:
        yield f"static/{name}", static_text(name)
    for name, script in shards.pieces([entry for entry, _ in shelf], readings):
        yield f"data/{name}", script
    maps = start.maps(compared)
    for one_map in maps:
        yield f"data/{one_map.name}.js", shards.script(one_map.name, one_map.words())
        for unit in versions.units(one_map.base, one_map.compared):
            yield f"versions/{one_map.entry.id}/{start.page_of(unit.eid)}.html", _versions_page(one_map, unit)
    yield "index.html", _start_page(shelf, readings, compared, maps)
    if len(shelf) > start.MOST_DOCUMENTS:
        yield "documents.html", _documents_page(shelf, readings)
    yield "search.html", _search_page(shelf)
    for entry, _ in shelf:
        yield f"documents/{entry.id}.html", _document_page(entry, readings[entry.id], compared)
    for one in compared:
        yield f"comparisons/{one.name}.html", _comparison_page(one)


def _start_page(
    shelf: Sequence[tuple[Entry, Document]],
    readings: Mapping[str, Reading],
    compared: Sequence[Compared],
    maps: Sequence[start.Map],
) -> str:
    return render(
        "index",
        assets=linked("index", ""),
        entries=[entry for entry, _ in shelf],
        readings=readings,
        notices=start.notices(compared),
        maps=maps,
        all_notices=start.MOST_NOTICES,
        most_documents=start.MOST_DOCUMENTS,
    )


def _documents_page(shelf: Sequence[tuple[Entry, Document]], readings: Mapping[str, Reading]) -> str:
    return render(
        "documents", assets=linked("documents", ""), entries=[entry for entry, _ in shelf], readings=readings
    )


def _versions_page(of: start.Map, unit: versions.Unit) -> str:
    return render(
        "versions",
        assets=linked("versions", "../../"),
        base=of.base,
        unit=unit,
        entry=of.entry,
    )


def _search_page(shelf: Sequence[tuple[Entry, Document]]) -> str:
    return render(
        "search",
        assets=linked("search", ""),
        shelf_kinds=list(dict.fromkeys(entry.kind for entry, _ in shelf)),
        shelf_languages=list(dict.fromkeys(entry.language for entry, _ in shelf)),
    )


def _document_page(entry: Entry, reading: Reading, compared: Sequence[Compared]) -> str:
    return render(
        "document",
        assets=linked("document", "../"),
        entry=entry,
        reading=reading,
        counterparts=counterparts(compared, entry.id),
        compared=[one for one in compared if entry.id in (one.pair.base.id, one.pair.target.id)],
        has_versions=any(one.pair.base.id == entry.id for one in compared),
    )


def _comparison_page(one: Compared) -> str:
    return render(
        "comparison",
        assets=linked("comparison", "../"),
        table=one.table,
        relation=one.pair.relation,
        kind=one.pair.target.kind,
    )
