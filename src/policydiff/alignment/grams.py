"""Texts as numbers: the runs of characters (grams) that two texts may share."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.letters import letters
from policydiff.text import fold, skeleton

Grams = NDArray[np.int64]

_BITS = 21  # enough for every Unicode character
_NAME = re.compile(r"《[^《》]{2,80}》")
_QUOTED_NAME = re.compile(r"[“\"][^“”\"]{8,160}[”\"]")
_LATIN = re.compile(r"[a-z0-9]+")


def chinese_runs(texts: Sequence[str]) -> tuple[Grams, Grams]:
    """The runs of two and three letters or digits of each text, punctuation and blanks left out, as one number each.

    For each run the number of its text, and the run.
    """
    codes, places = letters("".join(texts))
    return _runs(codes, _owners(texts)[places], (2, 3), _BITS)


def english_runs(texts: Sequence[str]) -> tuple[Grams, Grams]:
    """The runs of three to five characters inside words, each word with a blank before and after it.

    For each run the number of its text, and the run.
    """
    spaced = [f" {' '.join(_LATIN.findall(fold(text)))} " for text in texts]
    codes = np.frombuffer("".join(spaced).encode("ascii"), dtype=np.uint8).astype(np.int64)
    small = np.where(codes == ord(" "), 0, codes - ord("0") + 1)  # 7 bits are enough
    return _runs(small, _owners(spaced), (3, 4, 5), 7, told_apart=True)


def chinese_grams(text: str) -> Grams:
    """The runs of one Chinese text."""
    return chinese_runs([text])[1]


def english_grams(text: str) -> Grams:
    """The runs of one English text."""
    return english_runs([text])[1]


def _owners(texts: Sequence[str]) -> Grams:
    """For each character of all texts the number of its text."""
    return np.repeat(np.arange(len(texts)), [len(text) for text in texts])


def _runs(
    codes: Grams, owner: Grams, lengths: tuple[int, ...], bits: int, *, told_apart: bool = False
) -> tuple[Grams, Grams]:
    """The runs of codes of these lengths within one text; where runs are `told_apart`, a number tells its length."""
    owners, runs = [], []
    for length in lengths:
        last = max(0, len(codes) - length + 1)
        run = np.full(last, length if told_apart else 0, np.int64)
        for i in range(length):
            run = (run << bits) | codes[i : i + last]
        inside = owner[:last] == owner[length - 1 : length - 1 + last]
        owners.append(owner[:last][inside])
        runs.append(run[inside])
    return np.concatenate(owners), np.concatenate(runs)


def without_names(text: str) -> str:
    """The text without the titles of instruments it names, unless nothing else is left.

    A title says which instrument is cited; two provisions that cite the same one need not say the same.
    """
    if "《" not in text:
        return text
    bare = _NAME.sub("", text)
    return bare if len(skeleton(bare)) >= 4 else text


def without_quoted_names(text: str) -> str:
    """The same for English, where titles stand in quotation marks."""
    bare = _QUOTED_NAME.sub("", text)
    return bare if len(skeleton(bare)) >= 12 else text
