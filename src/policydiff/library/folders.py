"""Which files a user means who names files and folders: each that is named, and each in a folder that can be read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from policydiff import files
from policydiff.ingest.file import FORMATS
from policydiff.library.library import CATALOGUE, CORPUS, DECISIONS, INDEXES, REMOVED, SITE


def files_in(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The files named, those of a folder in the order of their names; and what in a folder is of no format that is
    read, or a link to a file outside it. What begins with a dot is neither."""
    wanted: list[Path] = []
    other: list[Path] = []
    for path in paths:
        if files.kind(path) != "folder":
            wanted.append(path)
            continue
        for inside in sorted(one for one in _below(path) if one.name not in (CATALOGUE, DECISIONS)):
            readable = inside.suffix.lower() in FORMATS and inside.suffix and _lies_in(inside, path)
            (wanted if readable else other).append(inside)
    return tuple(dict.fromkeys(wanted)), tuple(other)


def _lies_in(file: Path, folder: Path) -> bool:
    """Whether the file is in the folder wherever links in its path lead."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of links
        return False


def _below(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, hidden ones and what was built or taken out of a library left out;
    links to folders are not followed."""
    for at, folders, names in os.walk(folder):
        other = (INDEXES, SITE, REMOVED) if (Path(at) / CORPUS / CATALOGUE).is_file() else ()
        folders[:] = [name for name in folders if not name.startswith(".") and name not in other]
        yield from (Path(at) / name for name in names if not name.startswith((".", "~$")))
