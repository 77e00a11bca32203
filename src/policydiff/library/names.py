"""The names that files and ids get in a library: such as every system takes, and free."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from pathlib import Path

from policydiff.text import is_hidden

_UNSAFE = re.compile(r'[\\/:*?"<>|]')
_LONGEST_STEM, _LONGEST_ID = 120, 90  # bytes


def safe_name(path: Path) -> str:
    """The file's name as one that every system takes and no command mistakes for an option."""
    stem = "".join("-" if is_hidden(char) else char for char in unicodedata.normalize("NFC", path.stem))
    stem = _shortened(_UNSAFE.sub("-", stem).strip(" .-"), _LONGEST_STEM) or "document"
    return f"{stem}{path.suffix.lower()}"


def free_name(folder: Path, name: str, awaited: Sequence[str] = ()) -> str:
    """The name, or with a number behind it where the folder holds one already, in whatever capitals, or where another
    document's file is awaited under it."""
    taken = {one.casefold() for one in (*(one.name for one in folder.iterdir()), *awaited)}
    return _free(Path(name).stem, Path(name).suffix, taken)


def free_id(stem: str, taken: Collection[str]) -> str:
    """An id by the name of a file; `taken` are the ids of others, in small letters."""
    own = _shortened("-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", stem))), _LONGEST_ID)
    return _free(own.rstrip("-") or "document", "", taken)


def _free(stem: str, suffix: str, taken: Collection[str]) -> str:
    """The first that is free of stem, stem-2, stem-3, …, all with this suffix."""
    numbered = (f"{stem}-{number}{suffix}" for number in range(2, len(taken) + 3))
    return next(name for name in (f"{stem}{suffix}", *numbered) if name.casefold() not in taken)


def _shortened(text: str, most: int) -> str:
    """The beginning of a text that takes so many bytes at most."""
    return text.encode("utf-8", "replace")[:most].decode("utf-8", "ignore")
