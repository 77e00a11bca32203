"""The sentences of texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress

import numpy as np

from policydiff.alignment.letters import Numbers, skeletons
from policydiff.text import sentences


@dataclass(frozen=True, slots=True)
class Cut:
    """The sentences of a list of texts, the letters and digits of each alone, and the number of the text it is from."""

    texts: list[str]
    letters: list[str]
    owner: Numbers

    def within(self, larger: Sequence[int]) -> Cut:
        """The sentences of larger texts: text n is a part of `larger[n]`."""
        return replace(self, owner=np.array(larger, np.int64)[self.owner])


def cut_up(texts: Sequence[str]) -> Cut:
    """The sentences of each text that have a word to say."""
    pieces = [sentences(text) for text in texts]
    found = [*chain.from_iterable(pieces)]
    letters = skeletons(found)
    says = [len(said) >= 2 for said in letters]
    owner = np.repeat(np.arange(len(texts)), [len(piece) for piece in pieces])
    return Cut([*compress(found, says)], [*compress(letters, says)], owner[says])
