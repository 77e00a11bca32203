"""The rules that find what matters in a change, as tables.

    changes      what the rules read                      changes.py: mentions.py, quantities.py, words_of_force.py
    names        which bodies a text names                names.py
    reading      a row read as changes                    reading.py: topics.py, alone.py, replaced.py, hosts.py
    elsewhere    what either document says elsewhere      elsewhere.py, said.py: style.py
    precise      what an amount makes precise             made_precise.py
    one thing    whether two clauses say one of two       one_thing.py
                 bodies
    acts         for which act a penalty is laid down     acts.py
    rules        the rules on one change                  rules/, a family a module
    powers       what the target sets and the base        newly_set.py: granted.py, rules/powers.py,
                 does not, as a penalty or a licence        rules/penalties.py, words_of_power.py
    aims         what a rule is for, and lays not down    aims.py
    lists        the rules on what a row enumerates       lists.py, restated.py
    followed     the rule on citations of the document's  followed.py: citations.py
                 own articles
    translation  the rules on a translated row            translation.py
    drafting     the rules on the target's drafting       drafting.py
    found        what a rule has found                    found.py
    frame        what is known of the two documents       frame.py
    table        which rules on a change there are        table.py
    told         what is told of a row, of an addition,   told.py
                 of the whole, in which order
    once         what several rows say, told once         once.py: renames.py

A rule has a name, a docstring, a message in `policydiff.messages` and tests of what it must and must not find.
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
