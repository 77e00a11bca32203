"""What of a draft is to be checked, for the terminal: the powers that seem newly set, then the rest in the order in
which the draft is read.

疑似新设的许可、处罚、强制、收费、证明和禁止等（1 条）
第五条
  !! 新设：疑似新设行政处罚：“处五百元罚款”…请核对设定权限。

第二条 ← 第二条
  !! 义务强度：“应当”变为“可以”…请核对。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.check import Check, Item, items
from policydiff.library.describe import lack
from policydiff.library.superiors import Superior
from policydiff.model import Document, Finding, Language
from policydiff.presentation import Reading, table
from policydiff.presentation.lines import Division, Line
from policydiff.presentation.together import Together
from policydiff.quoting import excerpt
from policydiff.report import notes
from policydiff.report.terminal import Run, Screen, paint, visible
from policydiff.report.text import division, finding, nearest, says_little
from policydiff.report.writer import Writer
from policydiff.titles import cited
from policydiff.wording import (
    AND,
    FATE_SIGN,
    counted,
    is_newly_set,
    known_by,
    set_here,
    to_check_by_kind,
)

_WORDS: dict[str, dict[Language, str]] = {
    "against": {"zh": "对照", "en": "against"},
    "missing": {
        "zh": "正文还以{names}为依据，未与之对照：文件库中没有，或者没有列为上位法。",
        "en": "The text rests on {names} too, not compared: the library does not hold it, or it was not named as a "
        "superior.",
    },
    "in-all": {
        "zh": "共{found}；对照几部上位法重复的计一次，其中一部已有的不计",
        "en": "{found} in all; what was found beside several superiors counts once, what one of them has not at all",
    },
    "by-itself": {"zh": "{found}（单独对照时 {count} 条）", "en": "{found} ({count} beside it alone)"},
    "beside": {"zh": "{place}（{title}）", "en": "{place} ({title})"},
    "omitted": {"zh": "{base}中没有对应的条款（{count}）", "en": "Without a counterpart in the draft ({count})"},
    "added": {"zh": "{target}新增的条款（{count}）：{places}", "en": "Only in the draft ({count}): {places}"},
    "doubtful": {
        "zh": "（对应存疑，请先核对两边是否对应）",
        "en": " (check first whether the two belong together)",
    },
    "silent": {
        "zh": "对照{names}时未提示，请一并核对。",
        "en": "Not told beside {names}: check that as well.",
    },
    "whole": {"zh": "全文", "en": "As a whole"},
    "clean": {"zh": "没有需要核对的内容。", "en": "Nothing to check."},
    "brackets": {"zh": "（{id}，{why}）", "en": " ({id}; {why})"},
}


@dataclass(frozen=True, kw_only=True)
class _Beside:
    """The draft beside one superior, and the words for their comparison."""

    superior: Superior[Document]
    writer: Writer


def render(check: Check, *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """What is to be checked, as text that ends in a newline."""
    page = Screen(colour=colour, ui=ui, columns=columns, words=_WORDS)
    rule = Reading(document=check.rule)
    lines = [*page.lines(Run(text=cited(visible(rule.title)), style="strong"))]
    for said in notes.no_rule((check.rule, *(superior.rule for superior in check.found.superiors)), ui):
        lines += page.lines(Run(text=said, style="changed"))
    together = Together(comparisons=check.comparisons)
    told = together.once()
    if len(told) > 1:
        found = to_check_by_kind(counted(found for one in told for found in one.all_findings()), page.ui)
        lines += page.lines(Run(text=page.word("in-all", found=found), style="dim"))
    superiors = [
        _Beside(
            superior=superior,
            writer=Writer(
                table(comparison, target=rule), ui, lack(superior.relation, comparison.base, comparison.target)
            ),
        )
        for superior, comparison in zip(check.found.superiors, told, strict=True)
    ]
    lines += _newly_set(superiors, together, page)
    for beside, alone in zip(superiors, check.comparisons, strict=True):
        lines += [*_against(beside, len(alone.all_findings()), page), ""]
        lines += _items(beside.writer, page)
    if check.found.missing:
        names = AND[page.ui].join(cited(visible(name)) for name in check.found.missing)
        lines += [*page.lines(Run(text=page.word("missing", names=names), style="changed")), ""]
    return "\n".join([*lines, ""]).replace("\n\n\n", "\n\n")


def _newly_set(superiors: Sequence[_Beside], together: Together, page: Screen) -> Iterator[str]:
    """The powers that seem newly set beside all superiors, as they are read before all else."""
    powers = [(beside.writer, line, power) for beside in superiors for line, power in beside.writer.shown.newly_set]
    if not powers:
        return
    yield ""
    yield from page.lines(Run(text=set_here(len(powers), page.ui), style="strong"))
    for writer, line, power in sorted(powers, key=lambda one: one[0].shown.read_at(one[1], one[2])):
        place = _power_at(writer, line, power, page, several=len(superiors) > 1)
        yield from page.lines(Run(text=place, style="strong"))
        yield from _findings((power,), page, indent=2)
        if silent := together.silent(power, line.row.link.target):
            names = AND[page.ui].join(cited(visible(each.base.name)) for each in silent)
            yield from page.lines(Run(text=page.word("silent", names=names), style="dim"), indent=4)
    yield ""


def _power_at(writer: Writer, line: Line, power: Finding, page: Screen, *, several: bool) -> str:
    """Where in the draft a power is, and what of which superior stands against it."""
    shown = writer.shown
    against = writer.holding(shown.base, line.row.link.base, power.base)
    at = writer.holding(shown.target, line.row.link.target, power.target)
    place = " ← ".join(filter(None, (at, against)))
    if several and against:
        place = page.word("beside", place=place, title=cited(visible(shown.base.document.name)))
    return _or_doubted(place, page, doubtful=line.doubtful)


def _against(beside: _Beside, alone: int, page: Screen) -> Iterator[str]:
    """What the draft is compared with, why, and how it fared; `alone` is how many findings there are beside it
    alone, also what other superiors have and what is told beside them."""
    superior, writer = beside.superior, beside.writer
    shown = writer.shown
    name = cited(visible(superior.rule.name))
    why = page.word("brackets", id=superior.rule.id, why=known_by(superior.reason, superior.named, page.ui))
    yield from page.lines(Run(text=f"{page.word('against')} "), Run(text=name, style="strong"), Run(text=visible(why)))
    counts = "  ".join(f"{writer.fate(status)} {n}" for status, n in shown.counts.items())
    found = to_check_by_kind(shown.found, page.ui)
    if alone > shown.to_check:
        found = page.word("by-itself", found=found, count=alone)
    yield from page.lines(Run(text=f"{counts}  {found}", style="dim"))
    yield from says_little(writer, page)


def _items(writer: Writer, page: Screen) -> Iterator[str]:
    shown = writer.shown
    to_check = items(shown.comparison)
    for item in to_check:
        if rest := tuple(one for one in item.findings if not is_newly_set(one)):
            yield from page.lines(Run(text=_place(item, writer, page), style="strong"))
            yield from _findings(rest, page, indent=2, doubtful=item.doubtful)
            yield ""
    gone = [line for line in shown.lines if line.row.status == "omitted"]
    if gone:
        head = page.word("omitted", base=writer.roles["base"][page.ui], count=len(gone))
        yield from page.lines(Run(text=head, style="strong"))
        for one in writer.told():
            if isinstance(one, Division):
                yield from division(one, writer, page, indent=2)
            elif one.row.status == "omitted":
                yield from _omission(one, writer, page)
        yield ""
    alone = {eid for row in shown.comparison.rows if row.status == "added" for eid in row.link.target}
    if added := [leaf.eid for leaf in shown.target.leaves if leaf.eid in alone]:
        places = writer.places(shown.target, added)
        said = page.word("added", target=writer.roles["target"][page.ui], count=len(added), places=places)
        yield from page.lines(Run(text=said))
        yield ""
    if not to_check and not gone:
        yield from page.lines(Run(text=page.word("clean")))
        yield ""


def _findings(findings: Sequence[Finding], page: Screen, *, indent: int, doubtful: bool = False) -> Iterator[str]:
    for note in notes.found(findings, ui=page.ui, doubtful=doubtful):
        yield from finding(note, page, indent=indent)


def _place(item: Item, writer: Writer, page: Screen) -> str:
    """Where in the draft, and what of its superior stands against it."""
    sides = (writer.places(writer.shown.target, item.eids), writer.places(writer.shown.base, item.base_eids))
    return _or_doubted(" ← ".join(filter(None, sides)) or page.word("whole"), page, doubtful=item.doubtful)


def _or_doubted(place: str, page: Screen, *, doubtful: bool) -> str:
    """A place, with a word that the two sides may not belong together where that is so."""
    return place + page.word("doubtful") if doubtful else place


def _omission(line: Line, writer: Writer, page: Screen) -> Iterator[str]:
    """What the draft lacks, what is said of it, what came nearest; of an item, which others of its list are there."""
    base, eids = writer.shown.base, line.row.link.base
    words = excerpt(visible(" ".join(map(base.text, eids))))
    head = f"{FATE_SIGN[writer.lack]} {writer.places(base, eids)}  "
    yield from page.lines(Run(text=head, style="omitted"), Run(text=words), indent=2)
    yield from _findings(line.row.findings, page, indent=4)
    if line.near:
        yield from page.lines(Run(text=nearest(line, writer), style="dim"), indent=4)
    if kept := writer.kept(line):
        yield from page.lines(Run(text=kept, style="changed"), indent=4)


def heading(said: str, *, colour: bool) -> str:
    """A line that parts one repetition from the one before."""
    return paint([Run(text=f"── {said} ──", style="dim")], colour=colour)
