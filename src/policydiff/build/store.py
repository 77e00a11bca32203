"""What builds made before, filed under what it was made from.

    indexes/cache/document/3f/3f0a…      a parsed document
    indexes/cache/comparison/91/91c7…    a comparison without its documents
    indexes/cache/segment, stretch, card, list, pages    what else a piece of work makes (work.py)

A key is a hash of everything that a thing depends on: the texts, the settings, the version of the code. So a thing
that is there under its key need not be made, whoever made it and when, and nothing is ever replaced by something
else. It is written beside its place and renamed, so that what is there is whole.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import time
import zlib
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Any, Literal

from policydiff.files import DRAFT, put

# What is filed, by what its folder is called; and two things of which a hash alone is wanted.
Kind = Literal["document", "comparison", "segment", "stretch", "card", "list", "pages", "beside", "state"]

_HASH = 32  # bytes of the hash before what is stored
_DAY = 24 * 3600.0
_KEPT = 7 * _DAY  # seconds for which is kept what the last build had no use for: a draft goes back and forth

# What comes of a file that is gone, cut short or written over, or that names a class which is none of ours.
_DAMAGE = (FileNotFoundError, ValueError, EOFError, zlib.error, pickle.UnpicklingError, AttributeError, ImportError)


class DamagedError(Exception):
    """What was stored is not what is there; it is away now and can be made again."""


class _Values(pickle.Unpickler):
    """Reads plain values and this package's own, and refuses every other class: a folder may come from elsewhere."""

    def find_class(self, module: str, name: str) -> Any:
        if module.partition(".")[0] == __name__.partition(".")[0]:
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, tuple)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _in(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """What is in a folder; nothing in what is none."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as found:
        return list(found)
    return []


def packed(value: object, level: int = 1) -> bytes:
    """A value as it is filed or sent; nothing is squeezed at level 0."""
    data = zlib.compress(pickle.dumps(value, protocol=5), level)
    return hashlib.sha256(data).digest() + data


def unpacked(stored: bytes) -> Any:
    """The value that was packed; an error of `_DAMAGE` where this is none."""
    if hashlib.sha256(stored[_HASH:]).digest() != stored[:_HASH]:
        raise ValueError("not what was packed")
    return _Values(io.BytesIO(zlib.decompress(stored[_HASH:]))).load()


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The name of a thing: its kind, and a hash of all that it is made from."""

    kind: Kind
    hash: str


def key(kind: Kind, parts: Iterable[str]) -> Key:
    """The key of a thing that is made from these parts, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return Key(kind=kind, hash=digest.hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A folder of things by their keys; several processes may read and write it at once."""

    folder: Path

    def has(self, key: Key) -> bool:
        """Whether there is such a thing."""
        # Asked thousands of times in each build; with a Path it takes five times as long.
        return os.path.isfile(f"{self.folder}/{key.kind}/{key.hash[:2]}/{key.hash}")  # noqa: PTH113

    def put(self, key: Key, value: object, level: int = 1) -> None:
        """File a value, whole or not at all."""
        self.file(key, packed(value, level))

    def file(self, key: Key, data: bytes) -> None:
        """File what was packed, whole or not at all."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, data)

    def get(self, key: Key) -> Any:
        """The value under a key; DamagedError where it is not the one that was filed."""
        path = self._path(key)
        try:
            return unpacked(self.packed(key))
        except _DAMAGE as error:
            path.unlink(missing_ok=True)
            raise DamagedError(str(path)) from error

    def packed(self, key: Key) -> bytes:
        """What is filed under a key, as it was packed; DamagedError where there is nothing."""
        path = self._path(key)
        try:
            return path.read_bytes()
        except FileNotFoundError as error:
            raise DamagedError(str(path)) from error

    def remove(self, keys: Iterable[Key]) -> None:
        """These are not there any more."""
        for key in keys:
            self._path(key).unlink(missing_ok=True)

    def tidy(self, used: Collection[Key]) -> None:
        """Keep what a build used, and for a week, to the day, what earlier ones did."""
        now = time.time()
        held = {str(self._path(key)) for key in used}
        for file in (file for kind in _in(self.folder) for group in _in(kind) for file in _in(group)):
            with suppress(OSError):
                age = now - file.stat().st_mtime
                if file.path in held:
                    if age > _DAY:
                        os.utime(file)
                elif file.name.startswith(DRAFT) or age > _KEPT:
                    Path(file).unlink()

    def _path(self, key: Key) -> Path:
        return self.folder / f"{key.kind}/{key.hash[:2]}/{key.hash}"
