"""What a rule adds to its superiors, each provision once, with what those say that have it.

第八条  染须店应当登记。                   no superior has it
第九条  染须后应当晾干。                   《省胡须管理办法》未见对应；《胡须法》第五条（变更）
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policydiff.presentation import lines
from policydiff.quoting import EXCERPT, excerpt
from policydiff.report.memo import WORDS, Addition
from policydiff.report.table import Passage
from policydiff.report.terminal import Run, visible
from policydiff.report.writer import Writer, title
from policydiff.wording import AND, SEMICOLON


def additions(writers: Sequence[Writer]) -> tuple[Addition, ...]:
    """The provisions that at least one superior lacks, in the order of the rule; before them those that all lack."""
    found = list(_found(writers))
    return tuple(sorted(found, key=lambda one: bool(one.says)))


def _found(writers: Sequence[Writer]) -> Iterator[Addition]:
    beside = [(writer, _lines(writer)) for writer in writers]
    for leaf in writers[0].comparison.target.leaves():
        rows = [(writer, *of_leaf[leaf.eid]) for writer, of_leaf in beside if leaf.eid in of_leaf]
        lacking = [writer for writer, line, _ in rows if not line.row.link.base]
        if lacking:
            having = [_counterpart(writer, line) for writer, line, _ in rows if line.row.link.base]
            yield Addition(passage=rows[0][2], says=_said(lacking, having))


def _lines(writer: Writer) -> dict[str, tuple[lines.Line, Passage]]:
    """For each provision of the rule the first row that it stands in, and its words, shortened."""
    found: dict[str, tuple[lines.Line, Passage]] = {}
    for line in writer.shown.lines:
        for cell in line.target:
            passage = writer.passage(cell, writer.comparison.target.language, marked=False)
            short = replace(passage, trail="", runs=(Run(text=excerpt(passage.text, EXCERPT)),))
            found.setdefault(cell.eid, (line, short))
    return found


def _counterpart(writer: Writer, line: lines.Line) -> str:
    """Where a superior has what another lacks, and what became of it."""
    where = writer.places(writer.shown.base, line.row.link.base)
    return WORDS["added-has"][writer.ui].format(title=_title(writer), places=where, fate=writer.fate(line.row.status))


def _said(lacking: Sequence[Writer], having: Sequence[str]) -> str:
    """Which superiors lack a provision, and what the others have; nothing where all lack it."""
    if not having:
        return ""
    ui = lacking[0].ui
    lack = WORDS["added-lack"][ui].format(names=AND[ui].join(map(_title, lacking)))
    return SEMICOLON[ui].join((lack, *having))


def _title(writer: Writer) -> str:
    return title(visible(writer.shown.base.title))
