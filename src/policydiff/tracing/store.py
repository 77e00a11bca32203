"""A collection in a folder: numbers as NumPy writes them, texts as UTF-8, what each document is as JSON.

Numbers and texts are looked at where they lie, so that opening a collection costs the same however large it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from policydiff.tracing.collection import Collection, Holding
from policydiff.tracing.index import Index
from policydiff.tracing.texts import Texts

SCHEMA = "policydiff.tracing/1"
_HEAD = "documents.json"
_COLUMNS = ("eids", "labels", "texts")
_NUMBERS = tuple(field.name for field in fields(Index))
_HELD = tuple(field.name for field in fields(Holding))


def write(folder: Path, collection: Collection, made_with: str = "") -> int:
    """The collection stands in the folder, with the version of what made it; how many provisions it holds."""
    folder.mkdir(parents=True, exist_ok=True)
    head = {"schema": SCHEMA, "made_with": made_with, "documents": list(map(_said, collection.holdings))}
    (folder / _HEAD).write_text(json.dumps(head, ensure_ascii=False), encoding="utf-8")
    for column in _COLUMNS:
        texts: Texts = getattr(collection, column)
        (folder / f"{column}.txt").write_bytes(texts.bytes)
        np.save(folder / f"{column}.npy", texts.ends)
    for name in _NUMBERS:
        np.save(folder / f"{name}.npy", getattr(collection.index, name))
    np.save(folder / "stock.npy", collection.stock)
    return len(collection.texts)


def _said(holding: Holding) -> dict[str, object]:
    return {name: getattr(holding, name) for name in _HELD}


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
