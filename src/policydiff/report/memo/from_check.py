"""What a check found → a memo."""

from __future__ import annotations

import datetime

from policydiff.check import Check
from policydiff.model import Language
from policydiff.presentation import lines
from policydiff.presentation.together import Together
from policydiff.report.issuers import rank
from policydiff.report.memo.additions import additions
from policydiff.report.memo.decided import decided
from policydiff.report.memo.facts import facts
from policydiff.report.memo.findings import Beside, findings
from policydiff.report.memo.memo import Memo, Part
from policydiff.report.memo.omissions import Omissions
from policydiff.report.memo.words import superior_label
from policydiff.report.terminal import visible
from policydiff.report.writer import Writer
from policydiff.titles import cited
from policydiff.wording import counted


def memo(check: Check, *, ui: Language, date: datetime.date) -> Memo:
    """What a check found, as a memo."""
    of = len(check.comparisons)
    together = Together(comparisons=check.comparisons)
    superiors = [
        Beside(label=superior_label(place, of, ui), writer=Writer(lines.table(comparison), ui))
        for place, comparison in enumerate(together.once(), 1)
    ]
    labels = [beside.label for beside in superiors]
    of_rank = rank(check.rule, check.description)
    told = findings(superiors, together, of_rank, ui)
    return Memo(
        ui=ui,
        date=date,
        title=cited(visible(check.rule.name)),
        facts=tuple(facts(check, of_rank, labels, ui, date)),
        parts=tuple(map(_part, superiors)),
        groups=told.groups,
        rest=told.rest,
        asked=told.asked,
        in_doubt=told.in_doubt,
        counted_as=counted(found for beside in superiors for found in beside.shown.comparison.all_findings()),
        added=tuple(additions([beside.writer for beside in superiors], labels)),
    )


def _part(beside: Beside) -> Part:
    """What is said of the rule beside one superior."""
    shown = beside.shown
    gone = Omissions(writer=beside.writer)
    return Part(
        label=beside.label,
        superior=cited(visible(shown.base.title)),
        counts=(*shown.counts.values(), len(shown.lines)),
        omissions=gone.quoted,
        far=gone.far,
        decided=tuple(decided(beside.writer)),
    )
