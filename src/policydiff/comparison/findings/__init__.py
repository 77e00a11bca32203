"""The table of rules that find what matters in a change.

A rule is a function from the two texts of a row to findings: one test, one docstring, one name in the output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policydiff.comparison.findings.drafting import numbering
from policydiff.comparison.findings.modality import modality, prohibition
from policydiff.comparison.findings.number import numbers, thresholds
from policydiff.model import Document, Finding, Language

RowRule = Callable[[str, str, Language, Language], Iterator[Finding]]
DocumentRule = Callable[[Document, Document], Iterator[Finding]]

ROW_RULES: tuple[RowRule, ...] = (prohibition, modality, numbers, thresholds)
DOCUMENT_RULES: tuple[DocumentRule, ...] = (numbering,)


def row_findings(base: str, target: str, base_language: Language, target_language: Language) -> tuple[Finding, ...]:
    """What the rules find in a changed or translated row, in the order of the table."""
    return tuple(
        finding for rule in ROW_RULES for finding in rule(base, target, base_language, target_language)
    )


def document_findings(base: Document, target: Document) -> tuple[Finding, ...]:
    """What the rules find in the target as a whole."""
    return tuple(finding for rule in DOCUMENT_RULES for finding in rule(base, target))
