"""What is quoted of a place in the target."""

from __future__ import annotations

from policydiff.comparison.clauses import clauses
from policydiff.comparison.findings.row.changes import Passage


def near(text: str, start: int, end: int) -> str:
    """The words with a little of what stands around them, within their clause."""
    for clause in clauses(text, "zh"):
        if clause.start <= start < clause.start + len(clause.text):
            return Passage(clause=clause.text, start=start - clause.start, end=end - clause.start).quote()
    return text[start:end]
