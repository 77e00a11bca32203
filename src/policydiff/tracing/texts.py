"""Many texts as one run of bytes: cut out and put together without a look at any of them, and looked at in a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class OneByOne(Sequence[str]):
    """Texts that are made one by one, as they are asked for."""

    def text(self, at: int) -> str:
        """The text of that number; IndexError where there is none."""
        raise NotImplementedError

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self.text(n) for n in range(*at.indices(len(self)))]
        return self.text(at)


class Texts(OneByOne):
    """Texts one after the other in UTF-8; `ends` says where each ends."""

    def __init__(self, data: NDArray[np.uint8], ends: Numbers) -> None:
        self.data, self.ends = np.asarray(data), np.asarray(ends)  # a map of a file is slow to cut
        self.bytes = self.data.data

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """These texts."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = np.cumsum([0, *map(len, encoded)], dtype=np.int64)[1:]
        return cls(np.frombuffer(b"".join(encoded), np.uint8), ends)

    @classmethod
    def joined(cls, parts: Sequence[Texts]) -> Texts:
        """All texts of these, one after the other."""
        sizes = [len(part.data) for part in parts]
        starts = np.repeat(np.cumsum([0, *sizes], dtype=np.int64)[:-1], [len(part) for part in parts])
        return cls(
            np.concatenate([np.zeros(0, np.uint8), *(part.data for part in parts)]),
            np.concatenate([np.zeros(0, np.int64), *(part.ends for part in parts)]) + starts,
        )

    def between(self, first: int, end: int) -> Texts:
        """The texts from that number on, up to the one before that other number."""
        ends = self.ends[first:end]
        start = int(self.ends[first - 1]) if first else 0
        return Texts(self.data[start : int(ends[-1]) if len(ends) else start], ends - start)

    def containing(self, words: str) -> list[int]:
        """The numbers of the texts in which these words stand."""
        encoded, data, found, at = words.encode(), self.data.tobytes(), [], 0
        while (at := data.find(encoded, at)) >= 0:
            found.append(at)
            at += 1  # what spans two texts may overlap with what stands in the second
        first = np.array(found, np.int64)
        holders, lasts = (np.searchsorted(self.ends, at, "right") for at in (first, first + len(encoded) - 1))
        return list(dict.fromkeys(holders[holders == lasts].tolist()))

    def __len__(self) -> int:
        return len(self.ends)

    def text(self, at: int) -> str:
        """The text of that number."""
        return self.encoded(at).decode("utf-8", "surrogatepass")

    def encoded(self, at: int) -> bytes:
        """The text of that number as it is held."""
        if not 0 <= at < len(self.ends):
            raise IndexError(at)
        start = self.ends.item(at - 1) if at else 0
        return self.bytes[start : self.ends.item(at)].tobytes()
