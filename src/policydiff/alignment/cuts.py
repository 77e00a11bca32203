"""The sentences and the clauses of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress

import numpy as np

from policydiff.alignment.letters import Numbers, skeletons
from policydiff.text import sentences


@dataclass(frozen=True, slots=True)
class Cut:
    """The sentences or clauses of a list of texts, the letters and digits of each alone, and the number of the text it
    is from."""

    texts: list[str]
    letters: list[str]
    owner: Numbers

    def starts(self) -> Numbers:
        """Where what is of each text begins."""
        return np.flatnonzero(np.diff(self.owner, prepend=-1))

    def within(self, larger: Sequence[int]) -> Cut:
        """The same of larger texts: text n is a part of `larger[n]`."""
        return replace(self, owner=np.array(larger, np.int64)[self.owner])


_CLAUSE = re.compile(r"[^，。；：！？,;:!?\n]+")


def cut_up(texts: Sequence[str]) -> Cut:
    """The sentences of each text that have a word to say."""
    return _cut(texts, sentences)


def cut_into_clauses(texts: Sequence[str]) -> Cut:
    """What stands between the commas and stops of each text, where it has a word to say."""
    return _cut(texts, _CLAUSE.findall)


def _cut(texts: Sequence[str], into: Callable[[str], list[str]]) -> Cut:
    pieces = [into(text) for text in texts]
    found = [*chain.from_iterable(pieces)]
    letters = skeletons(found)
    says = [len(said) >= 2 for said in letters]
    owner = np.repeat(np.arange(len(texts)), [len(piece) for piece in pieces])
    return Cut([*compress(found, says)], [*compress(letters, says)], owner[says])
