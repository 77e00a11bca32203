"""Taking documents out of a library: what corpus.toml says of them and their files go to a folder beside corpus/.

    corpus/rule.docx                ──▶  removed/rule.docx
    its [[document]] in corpus.toml ──▶  the end of removed/corpus.toml, with the ids of those that named it

No other document names them any more. What reviewers decided on them stays where it is, and holds again once a
document of that id is back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policydiff import files, toml
from policydiff.errors import LibraryError, refusal
from policydiff.library.catalogue import open_library
from policydiff.library.entries import without
from policydiff.library.library import CATALOGUE, CORPUS, RELATIONS, REMOVED, Library
from policydiff.library.names import free_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A document that was taken out of the library.

    `path` is where its file was and `kept` where it is now; None where the file was not there, or is that of the
    documents `shared` as well and stays. What `catalogue` said of it stands in `entry` now. `named_by` are those that
    implemented, translated or quoted it, and do so no more.
    """

    id: str
    path: Path
    catalogue: Path
    entry: Path
    kept: Path | None = None
    shared: tuple[str, ...] = ()
    named_by: tuple[str, ...]


def remove(root: Path, ids: Sequence[str]) -> tuple[Removed, ...]:
    """The documents of these ids are out of the library; where one is unknown none is.

    Their files are copied before anything is changed and deleted last, so that whatever stops this loses nothing.
    """
    library = open_library(root)
    for own_id in ids:
        if own_id not in library.ids:
            library.entry(own_id)  # says which ids look alike
    wanted = tuple(dict.fromkeys(ids))
    catalogue, kept_in = root / CORPUS / CATALOGUE, root / REMOVED / CATALOGUE
    text = files.text_of(catalogue, LibraryError)
    parted = without(text, wanted, RELATIONS)
    if parted is None:
        raise LibraryError(
            en=f"{catalogue}: {', '.join(wanted)} cannot be told from the rest. Take the [[document]] out by hand.",
            zh=f"{catalogue}：无法将 {'、'.join(wanted)} 与其余内容区分开。请手工删去其 [[document]]。",
        )
    shorter, blocks = parted
    _make(kept_in.parent)
    copies: dict[Path, Path] = {}  # two documents may have one file
    removed = tuple(_kept(library, own_id, wanted, kept_in, copies) for own_id in wanted)
    before = files.text_of(kept_in, LibraryError) if files.kind(kept_in) == "file" else ""
    named = {one.id: one.named_by for one in removed}
    kept = (_with_naming(block, named[own_id]) for own_id, block in blocks.items())
    toml.write(kept_in, "\n".join(filter(None, (before, *kept))), LibraryError)
    toml.write(catalogue, shorter, LibraryError)
    for one in removed:
        if one.kept is not None:
            _delete(one.path, one.kept)
    return removed


def _with_naming(block: str, named_by: Sequence[str]) -> str:
    """An entry, and below it who named it, for whoever puts it back."""
    if not named_by:
        return block
    ended = block if block.endswith("\n") else f"{block}\n"
    return f"{ended}# 原来与它对照的 / compared with it before: {', '.join(named_by)}\n"


def _kept(library: Library, own_id: str, ids: Sequence[str], entry: Path, copies: dict[Path, Path]) -> Removed:
    """A document whose file has been copied to where it is kept; `copies` are those that were made before."""
    others = [one for one in library.entries if one.id not in ids]
    naming = tuple(one.id for one in others if any(own_id in one.related(relation) for relation in RELATIONS))
    catalogue = library.root / CORPUS / CATALOGUE
    held = next((one for one in library.entries if one.id == own_id), None)
    if held is None:
        [refused] = (one for one in library.refused if one.id == own_id)
        path = library.root / CORPUS / refused.file
        return Removed(id=own_id, path=path, catalogue=catalogue, entry=entry, named_by=naming)
    shared = tuple(one.id for one in others if files.is_same(one.path, held.path))
    if not shared and held.path not in copies:
        copies[held.path] = _copy(held.path, entry.parent)
    return Removed(
        id=own_id,
        path=held.path,
        catalogue=catalogue,
        entry=entry,
        kept=copies.get(held.path),
        shared=shared,
        named_by=naming,
    )


def _make(folder: Path) -> None:
    """The folder is there."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise LibraryError(
            en=f"{folder}: the folder cannot be made ({refusal(error).en}). Check permissions and disk space.",
            zh=f"{folder}：无法建立文件夹（{refusal(error).zh}）。请检查访问权限和磁盘空间。",
        ) from error


def _copy(path: Path, folder: Path) -> Path:
    """A copy of the file in a folder, under a name that is free there."""
    try:
        copy = folder / free_name(folder, path.name)
        files.put(copy, path.read_bytes(), lasting=True)
    except OSError as error:
        reason = refusal(error)
        raise LibraryError(
            en=f"{path}: cannot be moved to {folder} ({reason.en}). Check permissions and disk space.",
            zh=f"{path}：无法移到 {folder}（{reason.zh}）。请检查访问权限和磁盘空间。",
        ) from error
    return copy


def _delete(path: Path, copy: Path) -> None:
    """The file is gone from the corpus; two documents that are taken out may have had one."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = refusal(error)
        raise LibraryError(
            en=f"{path}: is out of the library and copied to {copy}, but cannot be deleted ({reason.en}). Delete it by "
            "hand.",
            zh=f"{path}：已移出文件库，并复制到 {copy}，但无法删除（{reason.zh}）。请手工删除。",
        ) from error
