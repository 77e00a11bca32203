"""The index on disk: written whole or not at all, opened only where this program can read it.

    search.json                     names the folder that is the index now, and the documents in it
    indexes/search-5f0c…/           what whoosh wrote: a file for each segment, and which they are

A new index is written to a folder of its own; replacing search.json is the one moment in which it takes the
old one's place. Whatever stops the writer before leaves the old index as it was.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policydiff import eid
from policydiff.errors import PolicydiffError, SearchIndexError
from policydiff.library import Entry
from policydiff.model import Document, Provision
from policydiff.search import schema as fields
from policydiff.search.engine import (
    VERSION,
    FileStorage,
    ForeignClassError,
    Searcher,
    reading,
    segment_of,
    write_contents,
)
from policydiff.search.tokens import pairs, ranking_words, unit_texts
from policydiff.wording import RESIDUE

# Raise the number when tokens, fields or what is stored of a hit change.
FORMAT = f"policydiff.index/1, {VERSION}"
MANIFEST = "search.json"
_PREFIX = "search-"
_FOLDER = re.compile(re.escape(_PREFIX) + r"[0-9a-f]{16}")
_STALE = 24 * 3600.0  # seconds after which a folder that nothing names was left by a killed writer
_MEMORY = 512  # MB of postings held at most while writing; beyond it they are sorted on the disk, more slowly


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document in the index: its id and the title that citations may name it by."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Some documents of an index: the file that whoosh writes for them, and what its table of contents says of it."""

    name: str
    data: bytes
    description: bytes
    provisions: int
    documents: tuple[Shelved, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """An index ready to answer."""

    searcher: Searcher
    documents: tuple[Shelved, ...]


# ---------------------------------------------------------------------------------------------- writing


def write_index(folder: Path, shelf: Iterable[tuple[Entry, Document]]) -> int:
    """Index every provision that has words or a heading; returns how many.

    The documents' order on the shelf is their order among hits of the same score.
    """
    return write_segments(folder, [segment(shelf)])


def write_segments(folder: Path, segments: Iterable[Segment]) -> int:
    """An index of these segments, in their order; returns how many provisions it holds."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        old = _named_folder(folder)
        new = folder / f"{_PREFIX}{secrets.token_hex(8)}"
        new.mkdir()
        try:
            documents, count = _put_together(new, segments)
            _write_manifest(folder, new, documents)
        finally:
            _remove_left_over(folder, {old, new.name})
    except OSError as error:
        said = error.strerror or error
        raise SearchIndexError(f"{folder}: the search index cannot be written ({said}). The old one stays.") from error
    return count


def segment(shelf: Iterable[tuple[Entry, Document]]) -> Segment:
    """A part of an index, of some of its documents. It knows nothing of the others, so that it holds while they
    change; what scores are reckoned from is that of all segments together."""
    documents: list[Shelved] = []
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as folder:
        count = _write_documents(Path(folder), shelf, documents)
        name, data, description = segment_of(Path(folder)) if documents else ("", b"", b"")
    return Segment(name=name, data=data, description=description, provisions=count, documents=tuple(documents))


def _write_documents(new: Path, shelf: Iterable[tuple[Entry, Document]], documents: list[Shelved]) -> int:
    """Index the documents in an empty folder, note them, and say how many provisions they have."""
    index = FileStorage(str(new)).create_index(fields.schema())
    writer = index.writer(limitmb=_MEMORY)
    count = 0
    try:
        for entry, document in shelf:
            documents.append(Shelved(entry.id, title_of(entry, document)))
            for record in _records(entry, document):
                writer.add_document(**record)
                count += record[fields.STEP] != [fields.TITLE_STEP]
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    index.close()
    return count


def _put_together(new: Path, segments: Iterable[Segment]) -> tuple[list[Shelved], int]:
    """The segments as one index in a folder."""
    documents: list[Shelved] = []
    held = []
    count = 0
    for one in segments:
        if one.documents:
            (new / Path(one.name).name).write_bytes(one.data)
            held.append(one.description)
        documents += one.documents
        count += one.provisions
    write_contents(new, fields.schema(), held)
    return documents, count


def title_of(entry: Entry, document: Document) -> str:
    """The title that the library gives, else the text's own, else the id."""
    return entry.title or document.title or entry.id


def _records(entry: Entry, document: Document) -> Iterator[dict[str, Any]]:
    """The document's title and its provisions as the fields of the index, in reading order."""
    title = title_of(entry, document)
    labels = eid.labels(document)
    own = RESIDUE["title"][document.language]
    yield _record(entry, document, Provision(eid="", level="part", text=title), own, ())
    for provision, headings in _with_headings(document.provisions, ()):
        if provision.text or provision.heading:
            yield _record(entry, document, provision, labels[provision.eid], headings)


def _with_headings(
    provisions: tuple[Provision, ...], above: tuple[str, ...]
) -> Iterator[tuple[Provision, tuple[str, ...]]]:
    """Every provision in reading order with the headings over it, and its own where it has words below that."""
    for provision in provisions:
        headings = (*above, provision.heading) if provision.heading else above
        yield provision, headings if provision.text else above
        yield from _with_headings(provision.children, headings)


def _record(
    entry: Entry,
    document: Document,
    provision: Provision,
    label: str,
    headings: tuple[str, ...],
) -> dict[str, Any]:
    text = "\u3000".join(part for part in (provision.heading, provision.text) if part)
    units = unit_texts(text)
    return {
        fields.HIT: {
            "document": entry.id,
            "title": title_of(entry, document),
            "eid": provision.eid,
            "label": label,
            "language": document.language,
            "kind": entry.kind,
            "text": text,
        },
        fields.DOCUMENT: entry.id,
        fields.KIND: entry.kind,
        fields.LANGUAGE: document.language,
        fields.STEP: provision.eid.split(eid.SEPARATOR) if provision.eid else [fields.TITLE_STEP],
        fields.UNIT: list(dict.fromkeys(units)),
        fields.PAIR: pairs(units),
        fields.WORD: ranking_words(text),
        fields.HEADING: ranking_words("\u3000".join(headings)),
    }


def _write_manifest(folder: Path, new: Path, documents: list[Shelved]) -> None:
    """From here on the new folder is the index; its files are on the disk before."""
    files = sorted(file for file in new.iterdir() if file.is_file())
    manifest = {
        "format": FORMAT,
        "folder": new.name,
        "documents": [{"id": document.id, "title": document.title} for document in documents],
        "files": {file.name: file.stat().st_size for file in files},
    }
    draft = new / MANIFEST
    draft.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for file in (*files, draft):
        _sync(file)
    draft.replace(folder / MANIFEST)


def _sync(file: Path) -> None:
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def _remove_left_over(folder: Path, ours: set[str]) -> None:
    """Remove what of ours is not the index now, and what a writer killed long ago left; no living writer's."""
    current = _named_folder(folder)
    for other in folder.glob(f"{_PREFIX}*"):
        if other.name != current and _FOLDER.fullmatch(other.name):
            with suppress(OSError):
                if other.name in ours or time.time() - other.stat().st_mtime > _STALE:
                    shutil.rmtree(other)


def _named_folder(folder: Path) -> str:
    """The folder that search.json names, of whatever version; "" where it names none."""
    try:
        return str(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["folder"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return ""


# ---------------------------------------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class _Manifest:
    folder: str
    documents: tuple[Shelved, ...]
    files: dict[str, int]


@contextmanager
def opened(folder: Path) -> Iterator[Opened]:
    """The index in a folder; one that is missing, broken or of another version is a SearchIndexError.

    What fails while the index is open is a broken index too: a damaged file fails anywhere in whoosh.
    """
    manifest = _manifest(folder)
    try:
        with reading():
            storage = FileStorage(str(folder / manifest.folder))
            with storage.open_index(schema=fields.schema()).searcher() as searcher:
                yield Opened(searcher, manifest.documents)
    except PolicydiffError:
        raise
    except ForeignClassError as error:
        raise SearchIndexError(
            f"{folder}: the search index holds {error}, which no index of policydiff does: "
            "it was made elsewhere. Run `policydiff build` to make one of your own."
        ) from error
    except Exception as error:
        raise _broken(folder) from error


def check_index(folder: Path) -> None:
    """Nothing, where the index can be searched; otherwise the SearchIndexError that a search would meet."""
    with opened(folder):
        pass


def _manifest(folder: Path) -> _Manifest:
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SearchIndexError(f"{folder}: there is no search index. Run `policydiff build` to make it.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise _broken(folder) from error
    try:
        _check_format(folder, content["format"])
        manifest = _Manifest(
            content["folder"],
            tuple(Shelved(document["id"], document["title"]) for document in content["documents"]),
            content["files"],
        )
        _check_files(folder, manifest)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise _broken(folder) from error
    return manifest


def _check_format(folder: Path, found: object) -> None:
    if found != FORMAT:
        raise SearchIndexError(
            f"{folder}: the search index is of another version ({found!r}, not {FORMAT!r}). "
            "Run `policydiff build` to make it anew."
        )


def _check_files(folder: Path, manifest: _Manifest) -> None:
    """The files are there and as long as they were written."""
    if not _FOLDER.fullmatch(manifest.folder):
        raise ValueError(manifest.folder)
    for name, size in manifest.files.items():
        if (folder / manifest.folder / Path(name).name).stat().st_size != size:
            raise ValueError(name)


def _broken(folder: Path) -> SearchIndexError:
    return SearchIndexError(f"{folder}: the search index is broken. Run `policydiff build` to make it anew.")
