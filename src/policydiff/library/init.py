"""Making an empty library."""

from __future__ import annotations

from pathlib import Path

from policydiff import files, toml
from policydiff.errors import LibraryError, refusal
from policydiff.library.entries import EMPTY
from policydiff.library.library import CATALOGUE, CORPUS


def init(root: Path) -> Path:
    """An empty library in a folder, which is made if it is not there; the path of its corpus.toml."""
    catalogue = root / CORPUS / CATALOGUE
    if files.kind(catalogue) != "nothing" or catalogue.is_symlink():
        raise LibraryError(
            en=f"{catalogue}: there is a library here already. Add to it with `policydiff add`.",
            zh=f"{catalogue}：这里已有文件库。请用 `policydiff add` 添加文件。",
        )
    try:
        catalogue.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            en=f"{root}: the folder cannot be made ({refusal(error).en}). Name another one.",
            zh=f"{root}：无法建立文件夹（{refusal(error).zh}）。请另行指定。",
        ) from error
    toml.write(catalogue, EMPTY, LibraryError)
    return catalogue
