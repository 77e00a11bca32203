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
def _table() -> tuple[dict[str, int], tuple[Vectors, ...]]:
    """The number of each word, and what it stands for in each view: beside which words, in which provisions."""
    with np.load(TABLE, allow_pickle=False) as table:
        names = table["words"].tobytes().decode().split("\n")
        views = tuple(
            table[f"vectors{n}"].astype(np.float32) * (table[f"scale{n}"].astype(np.float32)[:, None] / 127)
            for n in (0, 1)
        )
    return {name: n for n, name in enumerate(names)}, views


def likeness(base: Sequence[str], target: Sequence[str]) -> Likeness:
    """For every pair of texts how much both are about the same, from -1 to 1: the mean of both views.

    What all texts of the two documents are about is taken out first: it tells no two of them apart.
    """
    if not base or not target:
        return np.zeros((len(base), len(target)))
    index, views = _table()
    counted = [Counter(word for word in meaningful(text) if word in index) for text in (*base, *target)]
    return sum((_near(counted, len(base), index, view) for view in views), np.zeros((len(base), len(target)))) / len(
        views
    )


def _near(counted: list[Counter[str]], cut: int, index: dict[str, int], view: Vectors) -> Likeness:
    """The cosine of the first `cut` texts with each of the others."""
    every = _unit_length(np.stack([_vector(found, index, view) for found in counted]).astype(np.float64))
    every = _unit_length(every - every.mean(axis=0))
    return every[:cut] @ every[cut:].T


def _vector(found: Counter[str], index: dict[str, int], view: Vectors) -> Vectors:
    if not found:
        return np.zeros(view.shape[1], np.float32)
    weight = 1 + np.log(np.fromiter(found.values(), np.float32, len(found)))
    out: Vectors = weight @ view[[index[word] for word in found]]
    return out


def _unit_length(vectors: Likeness) -> Likeness:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    out: Likeness = vectors / (lengths + 1e-9)
    return out
