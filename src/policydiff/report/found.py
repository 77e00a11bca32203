"""The findings that a search found, for the terminal.

新增义务  第三条  青石区猫咖管理细则 ↔ 猫咖管理办法
  上位法没有“违反的，处二百元«罚款»”的原样规定……
"""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.messages import QUOTED
from policydiff.model import Language
from policydiff.report.hits import snippet
from policydiff.report.terminal import Run, paint, paragraph, visible
from policydiff.search import FoundFindings
from policydiff.search.findings import FoundFinding
from policydiff.wording import TOLD_AS


def render(found: FoundFindings, *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """The findings, each with a blank line behind it; what was asked for is «marked» where there is no colour."""
    lines = (line for one in found.found for line in _finding(one, colour=colour, ui=ui, columns=columns))
    return "".join(f"{line}\n" for line in lines)


def _finding(one: FoundFinding, *, colour: bool, ui: Language, columns: int | None) -> Iterator[str]:
    finding = one.finding
    base, target = finding.titles
    head = [Run(text=TOLD_AS[finding.told_as][ui], style="strong")]
    if finding.label:
        head.append(Run(text=f"  {visible(finding.label)}", style="strong"))
    head.append(Run(text=f"  {visible(target)} ↔ {visible(base)}"))
    head.append(Run(text=f"  {' '.join(finding.documents)}", style="dim"))
    yield paint(head, colour=colour)
    yield from paragraph(_words(one, ui, colour=colour), columns=columns, indent=2, colour=colour)
    yield ""


def _words(one: FoundFinding, ui: Language, *, colour: bool) -> Iterator[Run]:
    """What it says, with the words that it quotes."""
    quoted = dict(zip(QUOTED, zip(one.finding.quoted, one.highlights, strict=True), strict=True))
    for part in one.finding.says[ui]:
        if part in quoted:
            yield from snippet(*quoted[part], colour=colour)
        else:
            yield Run(text=visible(part))
