"""Alignment → Comparison: a status, a redline and the findings for every link."""

from __future__ import annotations

from policydiff.comparison.edits import edits
from policydiff.comparison.findings import (
    Frame,
    added_findings,
    document_findings,
    grouped,
    row_findings,
    slip_findings,
)
from policydiff.comparison.moves import with_moves
from policydiff.model import Alignment, Comparison, Edit, Link, Row
from policydiff.text import skeleton

JOIN = "\n"  # between the leaves of one side of a row


def compare(alignment: Alignment) -> Comparison:
    """What the target keeps, changes, omits and adds, a row a link, in the order of the links.

    `unchanged` says that the words are the same: width, punctuation, blanks, line breaks, traditional characters and a
    character that is plainly a slip make no change. Across languages it says that no rule found anything dropped or
    shifted.
    """
    base, target = alignment.base, alignment.target
    texts = ({leaf.eid: leaf.text for leaf in base.leaves()}, {leaf.eid: leaf.text for leaf in target.leaves()})
    frame = Frame.of(base, target, alignment.links)
    rows, renames = grouped([_row(link, texts, frame) for link in alignment.links], target.language)
    return Comparison(base=base, target=target, rows=rows, findings=(*renames, *document_findings(base, target, rows)))


def _row(link: Link, texts: tuple[dict[str, str], dict[str, str]], frame: Frame) -> Row:
    old = JOIN.join(texts[0][eid] for eid in link.base)
    new = JOIN.join(texts[1][eid] for eid in link.target)
    if not link.target:
        return Row(link=link, status="omitted", edits=(Edit(op="delete", text=old),))
    if not link.base:
        return Row(link=link, status="added", edits=(Edit(op="insert", text=new),), findings=added_findings(new, frame))
    if frame.base.language != frame.target.language:
        findings = row_findings(old, new, frame)
        return Row(link=link, status="changed" if findings else "unchanged", findings=findings)
    if skeleton(old) == skeleton(new):
        return Row(link=link, status="unchanged", edits=edits(old, new))
    if slips := slip_findings(old, new, frame):
        return Row(link=link, status="unchanged", edits=edits(old, new), findings=slips)
    findings = row_findings(old, new, frame, link.target, basis=link.basis, score=link.score)
    return Row(link=link, status="changed", edits=with_moves(edits(old, new)), findings=findings)
