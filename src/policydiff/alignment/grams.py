"""Texts as numbers: the runs of characters (grams) that two texts may share."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from policydiff.text import fold, skeleton

Grams = NDArray[np.int64]

_BITS = 21  # enough for every Unicode character
_NAME = re.compile(r"《[^《》]{2,80}》")
_QUOTED_NAME = re.compile(r"[“\"][^“”\"]{8,160}[”\"]")
_LATIN = re.compile(r"[a-z0-9]+")


def _codes(text: str) -> Grams:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)


def _runs(codes: Grams, length: int) -> Grams:
    """Every run of `length` ≤ 3 codes, as one number each."""
    last = len(codes) - length + 1
    if last <= 0:
        return np.zeros(0, np.int64)
    out = np.zeros(last, np.int64)
    for i in range(length):
        out = (out << _BITS) | codes[i : i + last]
    return out


def chinese_grams(text: str) -> Grams:
    """The runs of two and three letters or digits, punctuation and blanks left out."""
    codes = _codes(skeleton(text))
    return np.concatenate([_runs(codes, 2), _runs(codes, 3)])


def english_grams(text: str) -> Grams:
    """The runs of three to five characters inside words, each word with a blank before and after it."""
    codes = _codes(" " + " ".join(_LATIN.findall(fold(text))) + " ")
    small = np.where(codes == ord(" "), 0, codes - ord("0") + 1)  # 7 bits are enough
    out = []
    for length in (3, 4, 5):
        last = len(small) - length + 1
        if last > 0:
            run = np.full(last, length, np.int64)
            for i in range(length):
                run = (run << 7) | small[i : i + last]
            out.append(run)
    return np.concatenate(out) if out else np.zeros(0, np.int64)


def without_names(text: str) -> str:
    """The text without the titles of instruments it names, unless nothing else is left.

    A title says which instrument is cited; two provisions that cite the same one need not say the same.
    """
    bare = _NAME.sub("", text)
    return bare if len(skeleton(bare)) >= 4 else text


def without_quoted_names(text: str) -> str:
    """The same for English, where titles stand in quotation marks."""
    bare = _QUOTED_NAME.sub("", text)
    return bare if len(skeleton(bare)) >= 12 else text
