"""Which rules on the target's own drafting there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policydiff.comparison.findings.drafting.citations import dead_citation, repealed
from policydiff.comparison.findings.drafting.look_alikes import look_alike
from policydiff.comparison.findings.drafting.names import own_name, two_names
from policydiff.comparison.findings.drafting.numbering import numbering, under_number
from policydiff.comparison.findings.drafting.sanctions import sanction_without_duty
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.left_as_it_was import left_as_it_was
from policydiff.comparison.findings.row.elsewhere import Elsewhere
from policydiff.model import Document, Provision, Row
from policydiff.text import skeleton


def findings(base: Document, target: Document, target_says: Elsewhere, rows: Sequence[Row]) -> Iterator[Found]:
    """What the rules find in the target as a whole, rule by rule; nothing that the base's own drafting has as well,
    unless it is void whoever has it."""
    if own := [*_own(target, rows)]:
        old, new = ({provision.eid: provision for provision in side.walk()} for side in (base, target))
        inherited = {_flaw(found, old) for found in _own(base, ())}
        yield from (found for found in own if _flaw(found, new) not in inherited)
    yield from left_as_it_was(base, target)
    if target.language == "zh":
        yield from repealed(target)
    if base.language == target.language == "zh":
        yield from sanction_without_duty(base, target, target_says, rows)


def _flaw(found: Found, provisions: Mapping[str, Provision]) -> tuple[str, str, str]:
    """What a finding on a document as a whole is about, whatever the numbers are in the other document."""
    is_number = found.rule == "numbering"
    new = under_number(found.target, provisions.get(found.eid)) if is_number else skeleton(found.target)
    return found.rule, skeleton(found.base), new


def _own(document: Document, rows: Sequence[Row]) -> Iterator[Found]:
    """What is odd about a document's drafting, whatever it is compared with."""
    yield from numbering(document)
    if document.language == "zh":
        yield from look_alike(document, rows)
        yield from own_name(document)
        yield from dead_citation(document)
        yield from two_names(document)
