"""What a check found → a memo."""

from __future__ import annotations

import datetime

from policydiff.check import Check
from policydiff.model import Comparison, Language
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
from policydiff.wording import counted, to_check_first


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
    first = [one for beside in superiors for one in beside.shown.first]
    newly_set = sum(len(beside.shown.newly_set) for beside in superiors)
    rows = sum(map(lines.is_weighty, check.comparisons[0].rows)) if of == 1 else None
    return Memo(
        ui=ui,
        date=date,
        title=cited(visible(check.rule.name)),
        facts=tuple(facts(check, of_rank, labels, ui, date)),
        parts=tuple(map(_part, superiors, check.comparisons)),
        groups=told.groups,
        rest=told.rest,
        asked=told.asked,
        in_doubt=told.in_doubt,
        counted_as=counted(found for beside in superiors for found in beside.shown.comparison.all_findings()),
        first=to_check_first(len(first), newly_set, ui, rows),
        first_count=len(first),
        gone=sum(line is not None and not line.row.link.target for line, _ in first),
        added=tuple(additions([beside.writer for beside in superiors], labels)),
    )


def _part(beside: Beside, alone: Comparison) -> Part:
    """What is said of the rule beside one superior, with which `alone` it has the rows of the table."""
    shown = beside.shown
    gone = Omissions(writer=beside.writer)
    return Part(
        label=beside.label,
        superior=cited(visible(shown.base.title)),
        counts=(*shown.counts.values(), len(shown.lines), sum(map(lines.is_weighty, alone.rows))),
        divisions=gone.divisions,
        omissions=gone.quoted,
        far=gone.far,
        in_doubt=gone.in_doubt,
        decided=tuple(decided(beside.writer)),
    )
