"""Learn which words of laws stand for the same subject, and write the table that the package ships.

    pip install scipy
    python training/meanings.py FOLDER_OF_LAWS

Latent semantic analysis (Deerwester et al., 1990): words × provisions, weighted by frequency and rarity, reduced to
the directions that matter most. 托养 and 供养 come to lie near each other because they stand beside the same words. The
table holds words and numbers, no text of a law. Laws named in left_out.txt are not learned from: they are what the
method is measured on.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from policydiff.alignment.meanings import TABLE, meaningful
from policydiff.alignment.units import units
from policydiff.errors import PolicydiffError
from policydiff.ingest import read
from policydiff.parsing import parse

LEAST, MOST = 8, 0.3  # a word of the table stands in at least so many articles, and in at most this share
DIRECTIONS = 100
LEFT_OUT = Path(__file__).with_name("left_out.txt")


def articles(folder: Path) -> Iterator[Counter[str]]:
    """The words of every article of the laws, those left out excepted."""
    left_out = set(LEFT_OUT.read_text(encoding="utf-8").split("\n"))
    for file in sorted(folder.rglob("*.md")):
        if file.name in left_out:
            continue
        try:
            document = parse(read(file))
        except PolicydiffError as error:
            print(f"passed over: {error}", file=sys.stderr)
            continue
        for text in units(document).texts():
            found = Counter(meaningful(text))
            if len(found) >= 3:
                yield found


def main(folder: Path) -> None:
    counted = list(articles(folder))
    held = Counter(word for found in counted for word in found)
    words = sorted(w for w, n in held.items() if LEAST <= n < MOST * len(counted))
    index = {word: n for n, word in enumerate(words)}
    rarity = np.log(len(counted) / np.array([held[word] for word in words]))
    rows, columns, values = [], [], []
    for row, found in enumerate(counted):
        known = [(index[word], n) for word, n in found.items() if word in index]
        weights = np.array([(1 + np.log(n)) * rarity[column] for column, n in known])
        length = float(np.linalg.norm(weights)) or 1.0
        rows += [row] * len(known)
        columns += [column for column, _ in known]
        values += list(weights / length)
    matrix = csr_matrix((np.array(values, np.float32), (rows, columns)), shape=(len(counted), len(words)))
    _, strength, directions = svds(matrix, k=DIRECTIONS, random_state=0)
    vectors = (directions[np.argsort(-strength)].T * rarity[:, None]).astype(np.float32)
    scale = np.abs(vectors).max(axis=1, keepdims=True)
    np.savez_compressed(
        TABLE,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        vectors=np.round(vectors / scale * 127).astype(np.int8),
        scale=scale[:, 0].astype(np.float16),
    )
    print(f"{len(words):,} words from {len(counted):,} articles: {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
