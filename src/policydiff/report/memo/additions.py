"""What a rule adds to its superiors: the provisions that one of them at least lacks, by which lack them.

各上位法均未见对应（3 条）              第八条至第十条
上位法二未见对应，上位法一有对应（1 条）  第十二条第一款
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policydiff.model import Language
from policydiff.presentation import lines
from policydiff.presentation.runs import in_runs
from policydiff.quoting import EXCERPT, excerpt
from policydiff.report.memo.memo import Additions
from policydiff.report.memo.words import WORDS
from policydiff.report.table import Passage
from policydiff.report.terminal import Run, visible
from policydiff.report.writer import Writer
from policydiff.wording import AND

_FEW = 12  # provisions that are quoted


def additions(writers: Sequence[Writer], labels: Sequence[str]) -> Iterator[Additions]:
    """First the provisions that all superiors lack, then those that some have, then those that none has beyond doubt,
    each in the order of the rule. The superiors are called by their labels."""
    document, ui = writers[0].comparison.target, writers[0].ui
    beside = [_lines(writer) for writer in writers]
    doubtful = _in_doubt(writers)
    lacking: dict[tuple[int, ...], list[str]] = {}
    for leaf in document.leaves():
        rows = [(at, of[leaf.eid][0]) for at, of in enumerate(beside) if leaf.eid in of]
        if leaf.eid in doubtful:
            continue
        if lack := tuple(at for at, line in rows if not line.row.link.base):
            lacking.setdefault(lack if len(lack) < len(rows) else (), []).append(leaf.eid)
    for lack, eids in sorted(lacking.items()):
        yield Additions(
            says=_said(lack, labels, ui),
            size=len(eids),
            places=visible(in_runs(document, eids, ui)),
            passages=tuple(beside[0][eid][1] for eid in eids) if len(eids) <= _FEW else (),
        )
    if doubtful:
        yield Additions(
            says=WORDS["added-in-doubt"][ui],
            size=len(doubtful),
            places=visible(in_runs(document, doubtful, ui)),
            passages=(),
            doubtful=True,
        )


def _in_doubt(writers: Sequence[Writer]) -> frozenset[str]:
    """The provisions of the rule that stand beside something of a superior in doubt alone."""
    rows = [row for writer in writers for row in writer.comparison.rows if row.link.base and row.link.target]
    doubtful = {eid for row in rows if row.link.basis == "doubtful" for eid in row.link.target}
    return frozenset(doubtful.difference(*(row.link.target for row in rows if row.link.basis != "doubtful")))


def _lines(writer: Writer) -> dict[str, tuple[lines.Line, Passage]]:
    """For each provision of the rule the first row that it stands in, and its words, shortened."""
    found: dict[str, tuple[lines.Line, Passage]] = {}
    for line in writer.shown.lines:
        for cell in line.target:
            passage = writer.passage(cell, writer.comparison.target.language, marked=False)
            short = replace(passage, trail="", runs=(Run(text=excerpt(passage.text, EXCERPT)),))
            found.setdefault(cell.eid, (line, short))
    return found


def _said(lack: Sequence[int], labels: Sequence[str], ui: Language) -> str:
    """Which superiors lack some provisions, and which have them; nothing of a single one."""
    if len(labels) == 1:
        return ""
    if not lack:
        return WORDS["added-by-none"][ui]
    names = AND[ui].join(labels[at] for at in lack)
    others = AND[ui].join(label for at, label in enumerate(labels) if at not in lack)
    return WORDS["added-by-some"][ui].format(names=names, others=others)
