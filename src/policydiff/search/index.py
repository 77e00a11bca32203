"""The index on disk: written whole or not at all, opened only where this program can read it.

    search.json                     names the folder that is the index now, its engine, and the documents in it
    indexes/search-5f0c…/           the records (records.py), and what the engine wrote to find them by

A new index is written to a folder of its own; replacing search.json is the one moment in which it takes the
old one's place. Whatever stops the writer before leaves the old index as it was.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, fields
from pathlib import Path

from policydiff import eid
from policydiff.errors import PolicydiffError, SearchIndexError, refusal
from policydiff.files import put
from policydiff.library import ENGINES, WHOOSH, EngineName, Entry
from policydiff.model import Document, Provision
from policydiff.search import records
from policydiff.search.choice import engine_of
from policydiff.search.engine import Engine, Filed, ForeignPartError, Outside, Reader
from policydiff.search.records import Indexed, Record, RecordColumns, Records
from policydiff.search.tokens import unit_texts
from policydiff.wording import RESIDUE

# Raise the number when tokens, fields or what is stored of a hit change.
FORMAT = "policydiff.index/5"
MANIFEST = "search.json"
_PREFIX = "search-"
_FOLDER = re.compile(re.escape(_PREFIX) + r"[0-9a-f]{16}")
_HELD = tuple(field.name for field in fields(Indexed))
_STALE = 24 * 3600.0  # seconds after which a folder that nothing names was left by a killed writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Some documents of an index: their records, and what an engine has filed of them."""

    engine: EngineName
    documents: tuple[Indexed, ...]
    provisions: int
    columns: RecordColumns
    postings: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """An index ready to answer."""

    records: Records
    reader: Reader


# ---------------------------------------------------------------------------------------------- writing


def write_segments(
    folder: Path,
    segments: Iterable[Segment],
    engine: EngineName = WHOOSH,
    outside: Outside | None = None,
    standing: Path | None = None,
) -> int:
    """An index of these segments, in their order; returns how many provisions it holds.

    `outside` is what it is called outside of the folder, where an engine keeps a part of it there. A file that the
    index in the folder `standing` has, too, is a second name of that.
    """
    chosen = engine_of(engine, outside)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        old = _named_folder(folder)
        new = folder / f"{_PREFIX}{secrets.token_hex(8)}"
        new.mkdir()
        try:
            held = [one for one in segments if one.documents]
            _put_together(new, held, chosen)
            shared = _shared(new, standing / _named_folder(standing)) if standing else set()
            _write_manifest(folder, new, held, chosen, shared)
        finally:
            _remove_left_over(folder, {old, new.name})
    except OSError as error:
        said = refusal(error)
        raise SearchIndexError(
            en=f"{folder}: the search index cannot be written ({said.en}). The old one stays.",
            zh=f"{folder}：无法写入检索索引（{said.zh}）。原有索引没有变化。",
        ) from error
    return sum(one.provisions for one in held)


def segment(shelf: Iterable[tuple[Entry, Document]], engine: EngineName = WHOOSH) -> Segment:
    """A part of an index, of some of its documents. It knows nothing of the others, so that it holds while they
    change; what scores are reckoned from is that of all segments together."""
    held: list[Record] = []
    documents: list[Indexed] = []
    for entry, document in shelf:
        made = list(_records(entry, document))
        documents.append(Indexed(entry.id, entry.name(document.title), entry.kind, document.language, len(made)))
        held += made
    return Segment(
        engine=engine,
        documents=tuple(documents),
        provisions=len(held) - len(documents),
        columns=records.columns(held),
        postings=engine_of(engine).filed(held) if held else b"",
    )


def _put_together(new: Path, segments: Sequence[Segment], engine: Engine) -> None:
    """The segments as one index in a folder."""
    records.write(new, [one.columns for one in segments])
    engine.write(new, [Filed(columns=one.columns, postings=one.postings) for one in segments])


def _records(entry: Entry, document: Document) -> Iterator[Record]:
    """The document's title and its provisions, in reading order."""
    labels = eid.labels(document)
    name = Provision(eid="", level="part", text=entry.name(document.title))
    yield _record(name, RESIDUE["title"][document.language])
    for provision, headings in _with_headings(document.provisions, ()):
        if provision.text or provision.heading:
            yield _record(provision, labels[provision.eid], headings)


def _with_headings(
    provisions: tuple[Provision, ...], above: tuple[str, ...]
) -> Iterator[tuple[Provision, tuple[str, ...]]]:
    """Every provision in reading order with the headings over it, and its own where it has words below that."""
    for provision in provisions:
        headings = (*above, provision.heading) if provision.heading else above
        yield provision, headings if provision.text else above
        yield from _with_headings(provision.children, headings)


def _record(provision: Provision, label: str, headings: tuple[str, ...] = ()) -> Record:
    text = "\u3000".join(part for part in (provision.heading, provision.text) if part)
    return Record(
        units=unit_texts(text),
        steps=records.steps_of(provision.eid),
        headings=records.stemmed(unit for heading in headings for unit in unit_texts(heading)),
        hit={"eid": provision.eid, "label": label, "text": text},
    )


def _shared(new: Path, old: Path) -> set[Path]:
    """The files that are those of another index from now on, which are the same byte for byte: they are on the disk
    already. None of an index is ever written to."""
    shared = set()
    for file in list(new.iterdir()) if _FOLDER.fullmatch(old.name) else ():
        same, second = old / file.name, new / ".second"
        with suppress(OSError):  # there is none, or no file has two names here
            if same.stat().st_size == file.stat().st_size and same.read_bytes() == file.read_bytes():
                os.link(same, second)
                second.replace(file)
                shared.add(file)
    return shared


def _write_manifest(folder: Path, new: Path, segments: Sequence[Segment], engine: Engine, shared: Set[Path]) -> None:
    """From here on the new folder is the index; its files are on the disk before, where the `shared` are already."""
    files = sorted(file for file in new.iterdir() if file.is_file())
    manifest = {
        "format": FORMAT,
        "engine": engine.version,
        "folder": new.name,
        "documents": [_said(document) for one in segments for document in one.documents],
        "files": {file.name: file.stat().st_size for file in files},
    }
    for file in files:
        if file not in shared:
            _sync(file)
    written = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    put(folder / MANIFEST, written.encode("utf-8"), lasting=True)


def _said(document: Indexed) -> dict[str, object]:
    return {name: getattr(document, name) for name in _HELD}


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
    engine: Engine
    folder: str
    documents: tuple[Indexed, ...]
    files: dict[str, int]  # how long each is


@contextmanager
def opened(folder: Path) -> Iterator[Opened]:
    """The index in a folder; one that is missing, broken or of another version is a SearchIndexError.

    What fails while the index is open is a broken index too: a damaged file fails anywhere in an engine.
    """
    manifest = _manifest(folder)
    try:
        with ExitStack() as held:
            files = folder / manifest.folder
            records = Records(files, manifest.documents, held)
            yield Opened(records, held.enter_context(manifest.engine.opened(files)))
    except ForeignPartError as error:
        raise SearchIndexError(
            en=f"{folder}: the search index holds {error}, which no index of policydiff does: it was made elsewhere. "
            "Run `policydiff build` to make one of your own.",
            zh=f"{folder}：检索索引含有 {error}，不是 policydiff 生成的。请运行 `policydiff build` 重新生成。",
        ) from error
    except PolicydiffError:
        raise
    except Exception as error:
        raise _broken(folder) from error


def settled(folder: Path) -> bool:
    """Whether all of the index in a folder is there, also what its engine keeps elsewhere. If it is, nothing is kept
    there of the library's other indexes any more."""
    manifest = _manifest(folder)
    return manifest.engine.settled(folder / manifest.folder)


def _manifest(folder: Path) -> _Manifest:
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SearchIndexError(
            en=f"{folder}: there is no search index. Run `policydiff build` to make it.",
            zh=f"{folder}：尚无检索索引。请先运行 `policydiff build`。",
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise _broken(folder) from error
    try:
        manifest = _Manifest(
            _engine(folder, content["format"], content.get("engine")),
            content["folder"],
            tuple(Indexed(**document) for document in content["documents"]),
            content["files"],
        )
        _check_files(folder, manifest)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise _broken(folder) from error
    return manifest


def _engine(folder: Path, format: object, version: object) -> Engine:
    """The engine that wrote the index, in the version that did."""
    named = str(version).partition(" ")[0]
    for known in ENGINES:
        if format == FORMAT and known == named and (chosen := engine_of(known)).version == version:
            return chosen
    raise SearchIndexError(
        en=f"{folder}: the search index is of another version ({format!r}, {version!r}; this is {FORMAT!r}). "
        "Run `policydiff build` to make it anew.",
        zh=f"{folder}：检索索引是另一个版本（{format!r}，{version!r}；现为 {FORMAT!r}）。"
        "请运行 `policydiff build` 重新生成。",
    )


def _check_files(folder: Path, manifest: _Manifest) -> None:
    """The files are there and as long as they were written."""
    if not _FOLDER.fullmatch(manifest.folder):
        raise ValueError(manifest.folder)
    for name, size in manifest.files.items():
        if (folder / manifest.folder / Path(name).name).stat().st_size != size:
            raise ValueError(name)


def _broken(folder: Path) -> SearchIndexError:
    return SearchIndexError(
        en=f"{folder}: the search index is broken. Run `policydiff build` to make it anew.",
        zh=f"{folder}：检索索引已损坏。请运行 `policydiff build` 重新生成。",
    )
