"""Alignment → Comparison: a status, a redline and the findings for every link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policydiff.comparison.clauses import clauses_of
from policydiff.comparison.findings import (
    Frame,
    added_findings,
    document_findings,
    grouped,
    row_findings,
    slip_findings,
)
from policydiff.model import Alignment, Comparison, Document, Edit, Link, Row
from policydiff.redline import edits, with_moves
from policydiff.text import letters_and_numbers

_JOIN = "\n"  # between the leaves of one side of a row


def compare(alignment: Alignment) -> Comparison:
    """What the target keeps, changes, omits and adds, a row a link, in the order of the links.

    `unchanged` says that the words are the same: width, punctuation, blanks, line breaks, traditional characters and a
    character that is plainly a slip make no change. Across languages it says that no rule found anything dropped or
    shifted, and it is not said where a side has a surer counterpart.
    """
    base, target, links = alignment.base, alignment.target, alignment.links
    old, new = _words(base, (link.base for link in links)), _words(target, (link.target for link in links))
    frame = Frame.of(base, target, links)
    found = [_row(*row, frame) for row in zip(links, old, new, strict=True)]
    rows, renames = grouped(found, frame.base.texts, target)
    return Comparison(base=base, target=target, rows=rows, findings=(*renames, *document_findings(frame, rows)))


def _words(document: Document, sides: Iterable[Sequence[str]]) -> list[str]:
    """The words of some leaves of a document, side by side of a row."""
    texts = {leaf.eid: leaf.text for leaf in document.leaves()}
    out = [_JOIN.join(texts[eid] for eid in eids) for eids in sides]
    clauses_of([*texts.values(), *out], document.language)  # all at once, for the rules that follow
    return out


def _row(link: Link, old: str, new: str, frame: Frame) -> Row:
    if not link.target:
        return Row(link=link, status="omitted", edits=(Edit(op="delete", text=old),))
    if not link.base:
        findings = added_findings(new, frame, link.target, link.candidates)
        return Row(link=link, status="added", edits=(Edit(op="insert", text=new),), findings=findings)
    if frame.base.document.language != frame.ui:
        findings = row_findings(old, new, frame, link.sides, basis=link.basis, score=link.score)
        is_same = not findings and not (link.basis == "doubtful" and frame.has_surer(link))
        return Row(link=link, status="unchanged" if is_same else "changed", findings=findings)
    if letters_and_numbers(old) == letters_and_numbers(new):
        return Row(link=link, status="unchanged", edits=edits(old, new))
    if slips := slip_findings(old, new, frame):
        return Row(link=link, status="unchanged", edits=edits(old, new), findings=slips)
    findings = row_findings(old, new, frame, link.sides, basis=link.basis, score=link.score)
    return Row(link=link, status="changed", edits=with_moves(edits(old, new)), findings=findings)
