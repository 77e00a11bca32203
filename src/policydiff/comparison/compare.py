"""Alignment → Comparison: a status, a redline and the findings for every link."""

from __future__ import annotations

from policydiff.comparison.clauses import clauses_of
from policydiff.comparison.findings import (
    Frame,
    added_findings,
    document_findings,
    grouped,
    row_findings,
    slip_findings,
)
from policydiff.model import Alignment, Comparison, Edit, Link, Row
from policydiff.redline import edits, with_moves
from policydiff.text import letters_and_numbers

JOIN = "\n"  # between the leaves of one side of a row


def compare(alignment: Alignment) -> Comparison:
    """What the target keeps, changes, omits and adds, a row a link, in the order of the links.

    `unchanged` says that the words are the same: width, punctuation, blanks, line breaks, traditional characters and a
    character that is plainly a slip make no change. Across languages it says that no rule found anything dropped or
    shifted, and it is not said where a side has a surer counterpart.
    """
    base, target = alignment.base, alignment.target
    texts = ({leaf.eid: leaf.text for leaf in base.leaves()}, {leaf.eid: leaf.text for leaf in target.leaves()})
    sides = [_sides(link, texts) for link in alignment.links]
    for document, held, own in zip((base, target), texts, zip(*sides, strict=True), strict=False):
        clauses_of([*held.values(), *own], document.language)  # all at once, for the rules that follow
    frame = Frame.of(base, target, alignment.links)
    found = [_row(link, *side, frame) for link, side in zip(alignment.links, sides, strict=True)]
    rows, renames = grouped(found, texts[0], target)
    return Comparison(base=base, target=target, rows=rows, findings=(*renames, *document_findings(frame, rows)))


def _sides(link: Link, texts: tuple[dict[str, str], dict[str, str]]) -> tuple[str, str]:
    """The words of either side of a link."""
    return JOIN.join(texts[0][eid] for eid in link.base), JOIN.join(texts[1][eid] for eid in link.target)


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
