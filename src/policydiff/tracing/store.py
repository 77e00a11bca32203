"""A collection in a folder: numbers as NumPy writes them, texts as UTF-8, what each document is as JSON.

Numbers and texts are looked at where they lie, so that opening a collection costs the same however large it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from policydiff.tracing.collection import Collection, Holding
from policydiff.tracing.index import Index

SCHEMA = "policydiff.tracing/1"
_HEAD = "documents.json"
_COLUMNS = ("eids", "labels", "texts")
_NUMBERS = tuple(field.name for field in fields(Index))


class Texts(Sequence[str]):
    """Texts one after the other in a file; `ends` says where each ends."""

    def __init__(self, data: NDArray[np.uint8], ends: NDArray[np.int64]) -> None:
        self._data, self._ends = np.asarray(data).data, np.asarray(ends)  # a map of a file is slow to cut

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        start = int(self._ends[at - 1]) if at else 0
        return self._data[start : int(self._ends[at])].tobytes().decode("utf-8", "surrogatepass")


def write(folder: Path, collection: Collection, made_with: str = "") -> int:
    """The collection stands in the folder, with the version of what made it; how many provisions it holds."""
    folder.mkdir(parents=True, exist_ok=True)
    head = {"schema": SCHEMA, "made_with": made_with, "documents": [asdict(holding) for holding in collection.holdings]}
    (folder / _HEAD).write_text(json.dumps(head, ensure_ascii=False), encoding="utf-8")
    for column in _COLUMNS:
        encoded = [text.encode("utf-8", "surrogatepass") for text in getattr(collection, column)]
        (folder / f"{column}.txt").write_bytes(b"".join(encoded))
        np.save(folder / f"{column}.npy", np.cumsum([0, *map(len, encoded)], dtype=np.int64)[1:])
    for name in _NUMBERS:
        np.save(folder / f"{name}.npy", getattr(collection.index, name))
    np.save(folder / "stock.npy", collection.stock)
    return len(collection.texts)


def read(folder: Path, made_with: str = "") -> Collection | None:
    """The collection in a folder; None where there is none, or none that this version made and wrote whole."""
    try:
        head = json.loads((folder / _HEAD).read_text(encoding="utf-8"))
        if (head["schema"], head["made_with"]) != (SCHEMA, made_with):
            return None
        collection = Collection(
            holdings=tuple(_holdings(head["documents"])),
            **{column: _texts(folder, column) for column in _COLUMNS},
            stock=np.load(folder / "stock.npy", mmap_mode="r"),
            index=Index(**{name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _NUMBERS}),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return collection if _is_whole(collection) else None


def _holdings(written: list[dict[str, Any]]) -> Iterator[Holding]:
    for one in written:
        yield Holding(**one | {"bases": tuple(one["bases"]), "implements": tuple(one["implements"])})


def _texts(folder: Path, column: str) -> Texts:
    path = folder / f"{column}.txt"
    data = np.memmap(path, np.uint8, mode="r") if path.stat().st_size else np.zeros(0, np.uint8)
    ends = np.load(folder / f"{column}.npy", mmap_mode="r")
    if len(ends) and int(ends[-1]) != len(data):
        raise ValueError(f"{path}: cut short")
    return Texts(data, ends)


def _is_whole(collection: Collection) -> bool:
    provisions = sum(holding.provisions for holding in collection.holdings)
    columns = (collection.eids, collection.labels, collection.texts, collection.stock, collection.index.sizes)
    index = collection.index
    return all(len(column) == provisions for column in columns) and (
        len(index.starts) == len(index.fragments) + 1 and int(index.starts[-1]) == len(index.postings)
    )
