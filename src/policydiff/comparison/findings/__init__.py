"""The rules that find what matters in a change, as tables.

    terms        what the words of a clause stand for     terms/
    row          a row read as changes, each with the     row/
                 clause around it: what the rules read
    rules        the rules on one row                     rules/, a family a module
    found        what a rule has found                    found.py
    powers       what the target sets and the base        powers/
                 does not, as a penalty or a licence
    translation  the rules on a translated row            translation/
    english      the rules on a row of two English texts  english/
    left as it was  what is left untranslated             left_as_it_was.py
    drafting     the rules on the target's drafting       drafting/
    frame        what is known of the two documents       frame.py
    table        which rules on a change there are        table.py
    amounts      what an amount is beside the superior:   amounts_told.py
                 another one, one left open, or new
    unanswered   what is gone or new in a row, beside     unanswered.py
                 what comes nearest to it
    once a row   what several rules find, told once       once_a_row.py
    told         what is told of a row, of an addition,   told.py
                 of the whole, in which order
    once         what several rows say, told once         once.py: renames.py

Each imports only what stands above it. A rule has a name, a docstring, a message in `policydiff.messages` and tests of
what it must and must not find.
"""

from __future__ import annotations

from policydiff.comparison.findings.frame import Frame
from policydiff.comparison.findings.once import grouped
from policydiff.comparison.findings.told import added_findings, document_findings, row_findings, slip_findings

__all__ = [
    "Frame",
    "added_findings",
    "document_findings",
    "grouped",
    "row_findings",
    "slip_findings",
]
