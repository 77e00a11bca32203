"""What a Chinese text is about: its words as directions learned from real laws (training/meanings.py).

Two clauses on one subject in other words (供养, 托养) are near each other. Being about one subject is weak evidence
for a link, so this is only ever added to the evidence of shared words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from policydiff.text import fold, is_chinese, words

TABLE = Path(__file__).with_name("meanings.npz")

Vectors = NDArray[np.float32]
Likeness = NDArray[np.float64]


def meaningful(text: str) -> list[str]:
    """The words of two or more Chinese characters."""
    return [word for word in words(fold(text)) if len(word) > 1 and is_chinese(word[0])]


@cache
def _table() -> tuple[dict[str, int], Vectors]:
    with np.load(TABLE, allow_pickle=False) as table:
        names = table["words"].tobytes().decode().split("\n")
        vectors = table["vectors"].astype(np.float32) * (table["scale"].astype(np.float32)[:, None] / 127)
    return {name: n for n, name in enumerate(names)}, vectors


def likeness(base: Sequence[str], target: Sequence[str]) -> Likeness:
    """For every pair of texts how much both are about the same, from -1 to 1.

    What all texts of the two documents are about is taken out first: it tells no two of them apart.
    """
    if not base or not target:
        return np.zeros((len(base), len(target)))
    every = _unit_length(np.stack([_vector(text) for text in (*base, *target)]).astype(np.float64))
    every = _unit_length(every - every.mean(axis=0))
    return every[: len(base)] @ every[len(base) :].T


def _vector(text: str) -> Vectors:
    index, vectors = _table()
    out = np.zeros(vectors.shape[1], np.float32)
    for word, count in Counter(meaningful(text)).items():
        if word in index:
            out += np.float32(1 + np.log(count)) * vectors[index[word]]
    return out


def _unit_length(vectors: Likeness) -> Likeness:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    out: Likeness = vectors / (lengths + 1e-9)
    return out
