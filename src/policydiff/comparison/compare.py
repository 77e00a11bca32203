"""Alignment → Comparison: a status, a redline and the findings for every link."""

from __future__ import annotations

from policydiff.comparison.edits import edits
from policydiff.comparison.findings import document_findings, row_findings
from policydiff.model import Alignment, Comparison, Document, Edit, Finding, Link, Row, Status
from policydiff.text import skeleton

JOIN = "\n"  # between the leaves of one side of a row


def compare(alignment: Alignment) -> Comparison:
    """What the target keeps, changes, omits and adds, a row a link, in the order of the links.

    `unchanged` says that the words are the same: width, punctuation, blanks and line breaks make no change. Across
    languages it says that no rule found anything dropped or shifted.
    """
    base, target = alignment.base, alignment.target
    texts = ({leaf.eid: leaf.text for leaf in base.leaves()}, {leaf.eid: leaf.text for leaf in target.leaves()})
    return Comparison(
        base=base,
        target=target,
        rows=tuple(_row(link, texts, base, target) for link in alignment.links),
        findings=document_findings(base, target),
    )


def _row(link: Link, texts: tuple[dict[str, str], dict[str, str]], base: Document, target: Document) -> Row:
    old = JOIN.join(texts[0][eid] for eid in link.base)
    new = JOIN.join(texts[1][eid] for eid in link.target)
    translated = base.language != target.language
    if not link.target:
        return Row(link=link, status="omitted", edits=(Edit(op="delete", text=old),))
    if not link.base:
        return Row(link=link, status="added", edits=(Edit(op="insert", text=new),))
    if not translated and skeleton(old) == skeleton(new):
        return Row(link=link, status="unchanged", edits=edits(old, new))
    findings = row_findings(old, new, base.language, target.language)
    return Row(
        link=link,
        status=_status(findings, translated=translated),
        edits=() if translated else edits(old, new),
        findings=findings,
    )


def _status(findings: tuple[Finding, ...], *, translated: bool) -> Status:
    return "unchanged" if translated and not findings else "changed"
