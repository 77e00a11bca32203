"""Learn how much a run of characters says from a folder of laws, and write the small table that the package ships.

    python -m training.weights FOLDER_OF_LAWS

A run of two or three characters that stands in many provisions (直接负责的主管人员) says little about which provision
a text comes from; one that stands in few says much. The table holds, for each run that stands in at least 20
provisions, its inverse document frequency; a run that is not in the table is rare. No text of a law is in it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.laws import laws

from policydiff.alignment.grams import chinese_grams
from policydiff.alignment.weights import TABLE
from policydiff.model import Document

LEAST = 20
AT_ONCE = 300

Counts = tuple[NDArray[np.int64], NDArray[np.int64]]


def counted(documents: Iterable[Document]) -> tuple[Counts, int]:
    """In how many provisions of the documents each run stands, and how many provisions there are."""
    grams, provisions = [np.zeros(0, np.int64)], 0
    for document in documents:
        leaves = document.leaves()
        provisions += len(leaves)
        grams += [np.unique(chinese_grams(leaf.text)) for leaf in leaves]
    values, counts = np.unique(np.concatenate(grams), return_counts=True)
    return (values, counts.astype(np.int64)), provisions


def merged(left: Counts, right: Counts) -> Counts:
    """Two counts as one."""
    values, where = np.unique(np.concatenate([left[0], right[0]]), return_inverse=True)
    counts = np.bincount(where, weights=np.concatenate([left[1], right[1]])).astype(np.int64)
    return values, counts


def main(folder: Path) -> None:
    """Learn from the laws of the folder and write the table."""
    found = laws(folder)
    total: Counts = (np.zeros(0, np.int64), np.zeros(0, np.int64))
    provisions = 0
    while some := [*islice(found, AT_ONCE)]:
        part, more = counted(some)
        total, provisions = merged(total, part), provisions + more
    values, counts = total
    kept = counts >= LEAST
    rarity = np.log((provisions + 1) / (counts[kept] + 1)) / np.log(provisions)
    np.savez(
        TABLE,
        steps=np.diff(values[kept], prepend=0),
        rarity=np.round(rarity * 255).astype(np.uint8),
        unseen=np.uint8(round(255 * np.log((provisions + 1) / (LEAST / 4 + 1)) / np.log(provisions))),
    )
    print(f"{kept.sum():,} runs from {provisions:,} provisions: {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
