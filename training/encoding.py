"""Teach the words of a table what a sentence encoder knows of texts.

The vector of each word is such that a text's words, frequent ones damped, add up to what is encoded of the text: ridge
regression. The encoder, in the ONNX format, is needed here alone; what it knows of the words of laws is in the tables
that the package ships.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from tokenizers import Tokenizer

DIRECTIONS = 128
TAUGHT = 52_000  # so many articles and so many sentences are encoded
RIDGE = 1.0
ROUNDS = 25  # of conjugate gradients; more change nothing
LONGEST = 160  # tokens of a text that are read
BATCH = 32

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]  # texts → a unit vector each


def encoder(model: Path, tokenizer: Path, told_by: Literal["first", "mean"]) -> Encode:
    """What the encoder makes of texts: its vector for the first token, or the mean of all."""
    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    cut = Tokenizer.from_file(str(tokenizer))
    cut.enable_truncation(LONGEST)
    cut.enable_padding()

    def encoded(texts: Sequence[str]) -> Vectors:
        tokens = cut.encode_batch(list(texts))
        mask = np.array([one.attention_mask for one in tokens], np.int64)
        given = {
            "input_ids": np.array([one.ids for one in tokens], np.int64),
            "attention_mask": mask,
            "token_type_ids": np.array([one.type_ids for one in tokens], np.int64),
        }
        found = session.run(None, given)[0]
        out = found[:, 0] if told_by == "first" else (found * mask[..., None]).sum(axis=1)
        unit: Vectors = (out / np.linalg.norm(out, axis=1, keepdims=True)).astype(np.float32)
        return unit

    def encode(texts: Sequence[str]) -> Vectors:
        by_length = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        out = [
            encoded([texts[n] for n in by_length[start : start + BATCH]]) for start in range(0, len(by_length), BATCH)
        ]
        return np.concatenate(out)[np.argsort(by_length)]

    return encode


def drawn(texts: Sequence[str]) -> list[str]:
    """Articles and sentences of them, drawn by lot."""
    lot = random.Random(0)
    whole = lot.sample(texts, min(TAUGHT, len(texts)))
    cut = chain.from_iterable(re.split(r"(?<=[。；])|\n", text) for text in texts)
    sentences = list(dict.fromkeys(sentence for sentence in cut if sentence.strip()))
    return whole + lot.sample(sentences, min(TAUGHT, len(sentences)))


def taught(texts: Sequence[Iterable[str]], index: Mapping[str, int], encoded: Vectors) -> Vectors:
    """The vectors of the words of the index, from texts cut into words and what is encoded of each."""
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        known = [(index[word], 1 + np.log(n)) for word, n in Counter(text).items() if word in index]
        length = float(np.sqrt(sum(value**2 for _, value in known))) or 1.0
        rows += [row] * len(known)
        columns += [column for column, _ in known]
        values += [value / length for _, value in known]
    matrix = csr_matrix((np.array(values, np.float32), (rows, columns)), shape=(len(texts), len(index)))
    apart = encoded - encoded.mean(axis=0)
    _, directions = np.linalg.eigh(apart.T @ apart)
    return _ridge(matrix, apart @ directions[:, -DIRECTIONS:])


def _ridge(matrix: csr_matrix, wanted: Vectors) -> Vectors:
    """The rows that, added up by the matrix, come nearest to what is wanted: conjugate gradients, a column each."""
    rest = matrix.T @ wanted
    out: Vectors = np.zeros_like(rest)
    step, size = rest.copy(), (rest**2).sum(axis=0)
    for _ in range(ROUNDS):
        across = matrix.T @ (matrix @ step) + RIDGE * step
        far = size / ((step * across).sum(axis=0) + 1e-12)
        out += far * step
        rest -= far * across
        before, size = size, (rest**2).sum(axis=0)
        step = rest + (size / (before + 1e-12)) * step
    return out


def packed(vectors: Vectors, view: int) -> dict[str, Any]:
    """Each vector as its largest number and one byte for each direction, under the names of that view of a table."""
    scale = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    return {
        f"vectors{view}": np.round(vectors / scale * 127).astype(np.int8),
        f"scale{view}": scale[:, 0].astype(np.float16),
    }
