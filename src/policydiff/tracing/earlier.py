"""What was looked up and compared for the pages of the last build, kept in a folder for those of the next."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from policydiff.tracing.again import Sought
from policydiff.tracing.collection import Collection

_LIKENED, _SOUGHT = "likened.npz", "sought.npz"
Words = NDArray[np.uint64]  # texts, each as a hash of its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Likened:
    """How much of one text stands in another, and the other way round, of pairs of texts that were compared; `pairs`
    are sorted."""

    pairs: Words
    own: NDArray[np.float64]
    other: NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an earlier build had, what it looked up in that and what it compared."""

    collection: Collection | None = None
    sought: Sought | None = None
    likened: Likened


_NOTHING = Likened(pairs=np.zeros(0, np.uint64), own=np.zeros(0), other=np.zeros(0))
NONE = Earlier(likened=_NOTHING)

Held = TypeVar("Held", Likened, Sought)


def read_earlier(folder: Path, collection: Collection | None) -> Earlier:
    """What was looked up in the collection of this folder and compared for the last pages, as far as it can be read."""
    if collection is None:
        return NONE
    likened = _arrays(folder / _LIKENED, Likened)
    if likened is None or not len(likened.pairs) == len(likened.own) == len(likened.other):
        likened = _NOTHING
    sought = _arrays(folder / _SOUGHT, Sought)
    if sought is None or len(sought.allowed) != len(collection.texts) or len(sought.asked) != len(sought.reach):
        sought = None
    return Earlier(collection=collection, sought=sought, likened=likened)


def write_earlier(folder: Path, sought: Sought, likened: Likened) -> None:
    """What was looked up and compared stands in the folder."""
    for name, held in ((_SOUGHT, sought), (_LIKENED, likened)):
        np.savez(folder / name, **{field.name: getattr(held, field.name) for field in fields(held)})


def _arrays(path: Path, kind: type[Held]) -> Held | None:
    """The arrays in a file; None where it cannot be read or has others."""
    try:
        with np.load(path, allow_pickle=False) as held:
            return kind(**held)
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, zlib.error):
        return None
