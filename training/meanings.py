"""Learn which words of laws stand for the same subject, and write the table that the package ships.

    pip install scipy onnxruntime tokenizers
    python -m training.meanings FOLDER_OF_LAWS MODEL.onnx TOKENIZER.json

Three ways to see that 托养 and 供养 are about the same, each reduced to the directions that matter most:

    provisions   latent semantic analysis (Deerwester et al., 1990): words × provisions, by frequency and rarity
    neighbours   words × the words at most six places away, by positive pointwise mutual information
                 (Levy and Goldberg, Neural word embedding as implicit matrix factorization, 2014)
    encoder      what bge-small-zh-v1.5 knows of them (Xiao et al., C-Pack, 2023; MIT licence), see encoding.py

The table holds words and numbers, no text of a law. Laws named in left_out.txt are not learned from: they are what the
method is measured on.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds
from training.encoding import drawn, encoder, packed, taught
from training.laws import laws

from policydiff.alignment.meanings import TABLE, meaningful
from policydiff.alignment.units import units

LEAST, MOST = 8, 0.3  # a word of the table stands in at least so many articles, and in at most this share
DIRECTIONS = 100
NEIGHBOURS = 6
SMOOTHED = 0.75  # how much less a frequent neighbour counts (Levy, Goldberg and Dagan, 2015)

Vectors = NDArray[np.float32]


def articles(folder: Path) -> Iterator[str]:
    """Every article of the laws that says enough to learn from."""
    for document in laws(folder):
        yield from (text for text in units(document).texts() if len(meaningful(text)) >= 3)


def by_provisions(texts: list[list[str]], index: dict[str, int], rarity: Vectors) -> Vectors:
    """Words that stand in the same articles are near each other."""
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        known = [(index[word], n) for word, n in Counter(text).items() if word in index]
        weights = np.array([(1 + np.log(n)) * rarity[column] for column, n in known])
        length = float(np.linalg.norm(weights)) or 1.0
        rows += [row] * len(known)
        columns += [column for column, _ in known]
        values += list(weights / length)
    matrix = csr_matrix((np.array(values, np.float32), (rows, columns)), shape=(len(texts), len(index)))
    _, strength, directions = svds(matrix, k=DIRECTIONS, random_state=0)
    out: Vectors = (directions[np.argsort(-strength)].T * rarity[:, None]).astype(np.float32)
    return out


def by_neighbours(texts: list[list[str]], index: dict[str, int]) -> Vectors:
    """Words that stand beside the same words are near each other."""
    numbered = [np.array([index.get(word, -1) for word in text]) for text in texts]
    pairs, nearness = [], []
    for apart in range(1, NEIGHBOURS + 1):
        for text in numbered:
            left, right = text[:-apart], text[apart:]
            known = (left >= 0) & (right >= 0) & (left != right)
            pairs.append(np.stack([left[known], right[known]]))
            nearness.append(np.full(int(known.sum()), 1 - (apart - 1) / NEIGHBOURS, np.float32))
    rows, columns = np.concatenate(pairs, axis=1)
    met = coo_matrix((np.concatenate(nearness), (rows, columns)), shape=(len(index), len(index))).tocsr()
    met = (met + met.T).tocoo()
    often = np.bincount(met.row, weights=met.data, minlength=len(index))
    expected = often**SMOOTHED / (often**SMOOTHED).sum()
    information = np.log(met.data / (often[met.row] * expected[met.col]))
    more = information > 0
    matrix = csr_matrix((information[more], (met.row[more], met.col[more])), shape=met.shape)
    left, strength, _ = svds(matrix, k=DIRECTIONS, random_state=0)
    order = np.argsort(-strength)
    out: Vectors = (left[:, order] * np.sqrt(strength[order])).astype(np.float32)
    return out


def main(folder: Path, model: Path, tokenizer: Path) -> None:
    """Learn from the laws of the folder and write the table."""
    read = list(articles(folder))
    texts = [meaningful(article) for article in read]
    held = Counter(word for text in texts for word in set(text))
    words = sorted(word for word, n in held.items() if LEAST <= n < MOST * len(texts))
    index = {word: n for n, word in enumerate(words)}
    rarity = np.log(len(texts) / np.array([held[word] for word in words], np.float32)).astype(np.float32)
    lessons = drawn(read)
    views = (
        by_provisions(texts, index, rarity) * rarity[:, None],
        by_neighbours(texts, index) * rarity[:, None],
        taught([meaningful(text) for text in lessons], index, encoder(model, tokenizer, "first")(lessons)),
    )
    tables = {name: value for n, view in enumerate(views) for name, value in packed(view, n).items()}
    np.savez(TABLE, words=np.frombuffer("\n".join(words).encode(), np.uint8), **tables)
    print(f"{len(words):,} words from {len(texts):,} articles: {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
