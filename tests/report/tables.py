"""What the tests of the comparison tables share: texts that try to be more than text, and a day."""

from __future__ import annotations

import datetime
from dataclasses import replace

from policydiff.model import Comparison, Document, Edit, Finding, Row

DAY = datetime.date(2026, 1, 5)
HOSTILE = (
    '=HYPERLINK("http://evil.example","点击")',
    "+1-2|cmd",
    "@SUM(A1)",
    "</w:t></w:r><w:r><w:t>x",
    "<script>alert(1)</script> & <img src=x onerror=y>",
    "| a | b |\n| - | - |",
    "**粗** _斜_ `码` ~~删~~ [链接](http://evil.example) ![图](x.png) $x$ :tada: #1 www.evil.example a@evil.example",
    "\x00\x07\x1b[31m\ufffe\uffff\udc80",
    "\u202e颠倒\u2066\u200b",
    "_x000D_ &amp; &#42; \\| \\",
    "{{ 7*7 }} {% raw %}",
)


def saying(comparison: Comparison, words: str) -> Comparison:
    """The comparison with these words everywhere that a document's words can stand."""

    def reworded(document: Document) -> Document:
        leaves = tuple(leaf._replace(num=f"第一条{words}", heading=words, text=words) for leaf in document.provisions)
        return replace(document, title=words, id=words, provisions=leaves)

    finding = Finding(type="scope", base=words, target=words, message=words, rule=words, eid="art_1")
    edits = (Edit(op="delete", text=words), Edit(op="insert", text=words))
    rows = tuple(
        Row(link=row.link, status=row.status, edits=edits if row.edits else (), findings=(finding,))
        for row in comparison.rows
    )
    return replace(
        comparison,
        base=reworded(comparison.base),
        target=reworded(comparison.target),
        rows=rows,
        findings=(finding,),
    )
