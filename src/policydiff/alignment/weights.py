"""How much a run of Chinese characters says: inverse document frequencies learned from real laws.

The table was learned by training/weights.py; it holds runs and numbers, no text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import Grams, chinese_grams

TABLE = Path(__file__).with_name("weights.npz")


@cache
def _table() -> tuple[Grams, NDArray[np.float64], float]:
    with np.load(TABLE, allow_pickle=False) as table:
        return np.cumsum(table["steps"]), table["rarity"] / 255.0, float(table["unseen"]) / 255.0


def rarity(grams: Grams) -> NDArray[np.float64]:
    """For each gram a number from 0 (stands everywhere) to 1 (stands nowhere)."""
    known, values, unseen = _table()
    at = np.minimum(np.searchsorted(known, grams), len(known) - 1)
    return np.where(known[at] == grams, values[at], unseen)


def is_known(run: str) -> bool:
    """Whether laws use a run of two Chinese characters often enough for it to be in the table."""
    grams = chinese_grams(run)
    known, _, _ = _table()
    return len(grams) == 1 and bool(known[min(np.searchsorted(known, grams[0]), len(known) - 1)] == grams[0])
