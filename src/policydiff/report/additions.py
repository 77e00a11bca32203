"""What a rule adds to its superiors, each provision once, with what those say that have it.

第八条  染须店应当登记。                   no superior has it
第九条  染须后应当晾干。                   《省胡须管理办法》未见对应；《胡须法》第五条（变更）
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policydiff.model import Language
from policydiff.presentation import lines
from policydiff.quoting import EXCERPT, excerpt
from policydiff.report.memo import WORDS, Addition
from policydiff.report.table import Passage
from policydiff.report.terminal import Run
from policydiff.report.writer import Writer
from policydiff.wording import AND, SEMICOLON


def additions(writers: Sequence[Writer], labels: Sequence[str]) -> tuple[Addition, ...]:
    """The provisions that at least one superior lacks, in the order of the rule; before them those that all lack. The
    superiors are called by their labels."""
    found = list(_found(list(zip(writers, labels, strict=True))))
    return tuple(sorted(found, key=lambda one: bool(one.says)))


def _found(superiors: Sequence[tuple[Writer, str]]) -> Iterator[Addition]:
    beside = [(writer, label, _lines(writer)) for writer, label in superiors]
    first, _ = superiors[0]
    for leaf in first.comparison.target.leaves():
        rows = [(writer, label, *of_leaf[leaf.eid]) for writer, label, of_leaf in beside if leaf.eid in of_leaf]
        lacking = [label for _, label, line, _ in rows if not line.row.link.base]
        if lacking:
            having = [_counterpart(writer, label, line) for writer, label, line, _ in rows if line.row.link.base]
            yield Addition(passage=rows[0][3], says=_said(lacking, having, first.ui))


def _lines(writer: Writer) -> dict[str, tuple[lines.Line, Passage]]:
    """For each provision of the rule the first row that it stands in, and its words, shortened."""
    found: dict[str, tuple[lines.Line, Passage]] = {}
    for line in writer.shown.lines:
        for cell in line.target:
            passage = writer.passage(cell, writer.comparison.target.language, marked=False)
            short = replace(passage, trail="", runs=(Run(text=excerpt(passage.text, EXCERPT)),))
            found.setdefault(cell.eid, (line, short))
    return found


def _counterpart(writer: Writer, label: str, line: lines.Line) -> str:
    """Where a superior has what another lacks, and what became of it."""
    where = writer.places(writer.shown.base, line.row.link.base)
    return WORDS["added-has"][writer.ui].format(label=label, places=where, fate=writer.fate(line.row.status))


def _said(lacking: Sequence[str], having: Sequence[str], ui: Language) -> str:
    """Which superiors lack a provision, and what the others have; nothing where all lack it."""
    if not having:
        return ""
    return SEMICOLON[ui].join((WORDS["added-lack"][ui].format(names=AND[ui].join(lacking)), *having))
