"""Texts as fragments that many texts can be looked up by: every three letters in a row, every two words in a row.

    胡须应当整洁        胡须应 须应当 应当整 当整洁
    keep beards clean   keep·beards beards·clean

A fragment is a number of 32 bits: of a million fragments some hundred share theirs with another, which costs a lookup
nothing but a candidate that is looked at in vain.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import first_of_equals, without_names, without_quoted_names
from policydiff.model import Language
from policydiff.text import fold, skeleton

Pairs = NDArray[np.uint64]  # a fragment in the upper half, the number of the text that holds it in the lower

_LENGTH = 3  # characters of a fragment
_BITS = np.uint64(21)  # enough for every Unicode character
_HALF = np.uint64(32)
SCATTER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: multiplicative hashing (Knuth, TAOCP 6.4)
_LATIN = re.compile(r"[a-z0-9]+")


def fragments(texts: Sequence[str], language: Language) -> Pairs:
    """Every fragment of every text once, with the text's number, sorted by fragment."""
    found = _of_letters(texts) if language == "zh" else _of_words(texts)
    found.sort()
    return found[first_of_equals(found)]


def _of_letters(texts: Sequence[str]) -> Pairs:
    bare = [skeleton(without_names(text)) for text in texts]
    lengths = np.array([len(text) for text in bare], np.int64)
    codes = np.frombuffer("".join(bare).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    runs = max(len(codes) - _LENGTH + 1, 0)
    packed = np.zeros(runs, np.uint64)
    for i in range(_LENGTH):
        packed = (packed << _BITS) | codes[i : i + runs]
    owner = np.repeat(np.arange(len(texts), dtype=np.uint64), lengths)[:runs]
    inside = np.arange(runs) + _LENGTH <= np.repeat(np.cumsum(lengths), lengths)[:runs]
    return (((packed * SCATTER) >> _HALF << _HALF) | owner)[inside]


def _of_words(texts: Sequence[str]) -> Pairs:
    out = []
    for number, text in enumerate(texts):
        words = _LATIN.findall(fold(without_quoted_names(text)))
        out += [zlib.crc32(f"{one} {other}".encode()) << 32 | number for one, other in pairwise(words)]
    return np.array(out, np.uint64)
