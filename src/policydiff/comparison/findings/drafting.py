"""Rules on the target's own drafting."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Document, Finding

_CONTEXT = 12


def numbering(base: Document, target: Document) -> Iterator[Finding]:
    """A number of the target that does not count on from the one before it, or stands twice (立法法 2023, art. 65)."""
    by_mark = {mark.start: provision for provision in target.walk() for mark in provision.marks}
    for problem in target.problems:
        provision = by_mark.get(problem.span.start)
        words = target.source.text[problem.span.start : problem.span.end + _CONTEXT]
        yield Finding(
            type="drafting",
            base="",
            target=" ".join(words.split()),
            message="编号不连续或者重复，请核对。",
            rule="numbering",
            eid=provision.eid if provision else "",
        )
