"""One row of two invented texts, and what the rules find in it."""

from __future__ import annotations

from policydiff.comparison.findings import Frame, row_findings
from policydiff.comparison.findings.frame import Leaves
from policydiff.model import Document, Finding, Language, Link, Provision, Source


def document(*texts: str, title: str = "", language: Language = "zh") -> Document:
    """A document of one article a text."""
    source = Source(text="\n".join(texts), origin="", sha256="", language=language)
    articles = tuple(Provision(eid=f"art_{n}", level="article", text=text) for n, text in enumerate(texts, 1))
    return Document(id="", title=title, language=language, source=source, provisions=articles)


def in_one_row(base: Document, target: Document) -> tuple[Frame, Leaves]:
    """The frame of two documents whose first articles are one row, and the leaves of that."""
    link = Link(base=("art_1",), target=("art_1",), basis="text", score=1.0)
    return Frame.of(base, target, (link,)), link.sides


def found(base: str, target: str, language: Language = "zh", *, elsewhere: str = "") -> tuple[Finding, ...]:
    """What is found in a row; `elsewhere` is what another article of the target says."""
    frame = Frame.of(document(base, language=language), document(target, elsewhere, language=language))
    return row_findings(base, target, frame)


def rules(base: str, target: str, language: Language = "zh") -> set[str]:
    """The names of the rules that found something."""
    return {finding.rule for finding in found(base, target, language)}


def quoted(rule: str, base: str, target: str, language: Language = "zh") -> list[tuple[str, str]]:
    """What a rule quotes of either side."""
    return [(f.base, f.target) for f in found(base, target, language) if f.rule == rule]


def told_in_row(base: str, target: str) -> list[tuple[str, str, str]]:
    """The rules that found something in two articles that are one row, with what each quotes of either side."""
    found = row_findings(base, target, *in_one_row(document(base), document(target)))
    return [(one.rule, one.base, one.target) for one in found]
