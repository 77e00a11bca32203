"""A text's letters and digits as numbers: `policydiff.text.skeleton` of many characters at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from policydiff.text import skeleton

Numbers = NDArray[np.int64]

_UNMET, _SEVERAL = -1, -2


def letters(text: str) -> tuple[Numbers, Numbers]:
    """The characters of a text's skeleton, and for each the place in the text that it is from."""
    made = _made_of(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32))
    if (made == _SEVERAL).any():
        each = [skeleton(char) for char in text]
        codes = np.array([ord(char) for found in each for char in found], np.int64)
        return codes, np.repeat(np.arange(len(text)), [len(found) for found in each])
    places = np.flatnonzero(made != 0)
    return made[places].astype(np.int64), places


def skeletons(texts: Sequence[str]) -> list[str]:
    """The letters and digits of each text alone, folded."""
    codes, places = letters("".join(texts))
    found = codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    ends = np.searchsorted(places, np.cumsum([0, *(len(text) for text in texts)])).tolist()
    return [found[start:end] for start, end in pairwise(ends)]


def owners(texts: Sequence[str]) -> Numbers:
    """For each character of all texts, put together, the number of its text."""
    return np.repeat(np.arange(len(texts)), [len(text) for text in texts])


@cache
def _table() -> NDArray[np.int32]:
    """What becomes of each character that was met: its number; 0 where it is left out, `_SEVERAL` of one that is
    made several (㎡)."""
    return np.full(0x110000, _UNMET, np.int32)


def _made_of(codes: NDArray[np.uint32]) -> NDArray[np.int32]:
    """What becomes of these characters; those not met before are learned."""
    table = _table()
    made = table[codes]
    unmet = made == _UNMET
    if not unmet.any():
        return made
    for code in set(codes[unmet].tolist()):
        found = skeleton(chr(code))
        table[code] = _SEVERAL if len(found) > 1 else ord(found or "\0")
    return table[codes]
