"""Which English sentences of a row render which of its Chinese ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from policydiff.alignment.translation import translation_evidence
from policydiff.comparison.findings.english.statements import Statement, statements
from policydiff.expressions import expression

_SENTENCE = expression(r"[^。；！？\n]+")
_LEAST_SURE = 0.12  # how much a sentence must render of another, so that no other sentence of the row is asked


class Rendering(NamedTuple):
    """A Chinese sentence and the English ones that render it: all of the row's, where none clearly does."""

    chinese: str
    english: str
    sure: bool


def renderings(chinese: str, english: str) -> Iterator[Rendering]:
    """Each Chinese sentence of a row with what renders it.

    An English sentence belongs to the Chinese one that it renders best, and a Chinese one to the English that renders
    it best, so that what one language says in two sentences stands beside the one of the other.
    """
    spoken = [found.group().strip() for found in _SENTENCE.finditer(chinese) if found.group().strip()]
    written = statements(english)
    if len(spoken) < 2 or len(written) < 2:
        yield from (Rendering(sentence, english, sure=len(spoken) == 1) for sentence in spoken)
        return
    matrix = translation_evidence(spoken, [one.text for one in written]).matrix
    for number, sentence in enumerate(spoken):
        own = {int(np.argmax(matrix[number]))} | {
            j for j in range(len(written)) if int(np.argmax(matrix[:, j])) == number
        }
        sure = [j for j in sorted(own) if matrix[number, j] >= _LEAST_SURE]
        text = " ".join(_whole(written[j], english) for j in sure)
        yield Rendering(sentence, text or english, sure=bool(sure))


def _whole(sentence: Statement, english: str) -> str:
    """A sentence with the mark that ends it."""
    return english[sentence.start : sentence.end + 1].strip()
