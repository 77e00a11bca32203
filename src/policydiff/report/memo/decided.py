"""What reviewers decided of a comparison, as a memo tells it."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Decision, Dismissed
from policydiff.report.memo.words import WORDS
from policydiff.report.notes import Note
from policydiff.report.writer import Writer
from policydiff.wording import SEMICOLON, stale_words, verdict


def decided(writer: Writer) -> Iterator[Note]:
    """What reviewers decided, at which provisions; and what of it does not hold any more."""
    told: set[int] = set()
    for line in writer.shown.lines:
        for decision in line.row.decisions:
            if decision.number not in told:  # what was rejected is seen at the rows of either side
                told.add(decision.number)
                yield _decision(writer, decision)
        place = writer.sides(*line.row.link.sides)
        for one in line.row.dismissed:
            yield _dismissed(writer, place, one)
    yield from map(writer.dismissed, writer.comparison.dismissed)
    for stale in writer.comparison.stale:
        head = f"{verdict(stale.decision)[writer.ui]} {WORDS['stale'][writer.ui]}"
        yield Note(head=head, words=stale_words(stale)[writer.ui])


def _decision(writer: Writer, decision: Decision) -> Note:
    """What a reviewer decided at which provisions, why, who and when."""
    place = writer.sides(*decision.sides)
    return Note(head=place, words=writer.with_reasons(verdict(decision)[writer.ui], decision))


def _dismissed(writer: Writer, place: str, one: Dismissed) -> Note:
    """A finding at a place that a reviewer dismissed."""
    said = writer.dismissed(one)
    return Note(head=place, words=SEMICOLON[writer.ui].join(filter(None, (said.head, said.words))))
