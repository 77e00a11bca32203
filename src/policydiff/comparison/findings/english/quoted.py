"""What is quoted of an English sentence."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.comparison.findings.english.pairing import share
from policydiff.comparison.findings.english.statements import Clause, Statement
from policydiff.comparison.findings.row.changes import Passage, Quotation


def quoted(said: Statement | Clause, place: tuple[int, int] | None = None) -> Quotation:
    """A sentence or clause; of a long one what stands at a place of its text, with the words around it."""
    start, end = place or (said.start, said.end)
    return Passage(clause=said.text, start=start - said.start, end=end - said.start).quote()


def nearest(sentences: Sequence[Statement], stems: Sequence[str]) -> str:
    """Of some sentences the one that says most of some words, as it is quoted beside what it lacks; or nothing."""
    best = max(sentences, key=lambda one: share(stems, one.stems), default=None)
    return quoted(best) if best else ""
