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
from dataclasses import dataclass, replace

from policydiff.check import Check, Item, items, lack, omissions
from policydiff.gravity import rank
from policydiff.library.superiors import Superior
from policydiff.model import Comparison, Document, Finding, Lack, Language, Row
from policydiff.presentation import Reading
from policydiff.presentation.citing import cited_together
from policydiff.presentation.lines import LEAST_NEAR, two_decimals
from policydiff.presentation.lists import kept_of_lists
from policydiff.presentation.together import Together
from policydiff.quoting import excerpt
from policydiff.report import notes
from policydiff.report.strings import TABLE
from policydiff.report.terminal import Run, Screen, paint, visible
from policydiff.report.text import finding
from policydiff.titles import cited
from policydiff.wording import (
    AND,
    COLON,
    FATE,
    FATE_SIGN,
    KEPT,
    ROLES,
    SET_HERE,
    counted,
    fate,
    in_roles,
    is_newly_set,
    known_by,
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
    "nearest": {"zh": "最接近：", "en": "nearest: "},
    "doubtful": {
        "zh": "（对应存疑，请先核对两边是否对应）",
        "en": " (check first whether the two belong together)",
    },
    "whole": {"zh": "全文", "en": "As a whole"},
    "clean": {"zh": "没有需要核对的内容。", "en": "Nothing to check."},
    "brackets": {"zh": "（{id}，{why}）", "en": " ({id}; {why})"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Power:
    """A power that seems newly set, the item that it is of, where in the draft it is, and beside which superior it was
    found."""

    power: Finding
    item: Item
    at: Sequence[str]
    comparison: Comparison

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Where it is read."""
        return rank(self.power, doubtful=self.item.doubtful)


def render(check: Check, *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """What is to be checked, as text that ends in a newline."""
    page = Screen(colour=colour, ui=ui, columns=columns, words=_WORDS)
    rule = Reading(document=check.rule)
    lines = [*page.lines(Run(text=cited(visible(rule.title)), style="strong"))]
    for said in notes.no_rule((check.rule, *(superior.rule for superior in check.found.superiors)), ui):
        lines += page.lines(Run(text=said, style="changed"))
    told = Together(comparisons=check.comparisons).once()
    if len(told) > 1:
        found = to_check_by_kind(counted(found for one in told for found in one.all_findings()), page.ui)
        lines += page.lines(Run(text=page.word("in-all", found=found), style="dim"))
    lines += _newly_set(told, rule, page)
    for superior, comparison, alone in zip(check.found.superiors, told, check.comparisons, strict=True):
        lines += [*_against(superior, comparison, len(alone.all_findings()), page), ""]
        lines += _items(comparison, rule, page, lack(superior, comparison))
    if check.found.missing:
        names = AND[page.ui].join(cited(visible(name)) for name in check.found.missing)
        lines += [*page.lines(Run(text=page.word("missing", names=names), style="changed")), ""]
    return "\n".join([*lines, ""]).replace("\n\n\n", "\n\n")


def _newly_set(told: Sequence[Comparison], rule: Reading, page: Screen) -> Iterator[str]:
    """The powers that seem newly set beside all superiors, as they are read before all else."""
    powers = [
        _Power(power=power, item=item, at=rule.holding(item.eids, power.target), comparison=comparison)
        for comparison in told
        for item in items(comparison)
        for power in item.findings
        if is_newly_set(power)
    ]
    if not powers:
        return
    yield ""
    head = TABLE["newly-set"][page.ui].format(kinds=SET_HERE[page.ui], count=len(powers))
    yield from page.lines(Run(text=head, style="strong"))
    order = {leaf.eid: at for at, leaf in enumerate(rule.leaves)}
    for one in sorted(powers, key=lambda one: (one.rank, min(order.get(eid, 0) for eid in one.at))):
        yield from page.lines(Run(text=_beside(one, rule, page, several=len(told) > 1), style="strong"))
        yield from _findings((one.power,), page, indent=2)
    yield ""


def _beside(one: _Power, rule: Reading, page: Screen, *, several: bool) -> str:
    """Where in the draft a power is, and what of which superior stands against it."""
    base = Reading(document=one.comparison.base)
    against = _labels(base, base.holding(one.item.base_eids, one.power.base), page)
    place = " ← ".join(filter(None, (_labels(rule, one.at, page), against)))
    if several and against:
        place = page.word("beside", place=place, title=cited(visible(base.document.name)))
    return _or_doubted(place, one.item, page)


def _against(superior: Superior[Document], comparison: Comparison, alone: int, page: Screen) -> Iterator[str]:
    """What the draft is compared with, why, and how it fared; `alone` is how many findings there are beside it
    alone, also what other superiors have and what is told beside them."""
    name = cited(visible(superior.rule.name))
    why = page.word("brackets", id=superior.rule.id, why=known_by(superior.reason, superior.named, page.ui))
    yield from page.lines(Run(text=f"{page.word('against')} "), Run(text=name, style="strong"), Run(text=visible(why)))
    lacks = lack(superior, comparison)
    counts = "  ".join(f"{FATE[fate(status, lacks)][page.ui]} {n}" for status, n in comparison.summary().items())
    found = to_check_by_kind(counted(comparison.all_findings()), page.ui)
    if alone > len(comparison.all_findings()):
        found = page.word("by-itself", found=found, count=alone)
    yield from page.lines(Run(text=f"{counts}  {found}", style="dim"))
    if comparison.base.language != comparison.target.language and comparison.summary()["unchanged"]:
        said = f"{FATE['unchanged'][page.ui]}{COLON[page.ui]}{TABLE['term-across'][page.ui]}"
        yield from page.lines(Run(text=said, style="dim"))


def _items(comparison: Comparison, rule: Reading, page: Screen, lacks: Lack) -> Iterator[str]:
    base = Reading(document=comparison.base)
    shown, gone = items(comparison), omissions(comparison)
    for item in shown:
        if rest := tuple(one for one in item.findings if not is_newly_set(one)):
            yield from _item(replace(item, findings=rest), base, rule, page)
            yield ""
    if gone:
        head = page.word("omitted", base=ROLES[lacks]["base"][page.ui], count=len(gone))
        yield from page.lines(Run(text=head, style="strong"))
        lists = kept_of_lists(comparison.rows, base.leaves)
        for row in gone:
            yield from _omission(row, base, rule, page, lacks)
            kept = [one for eid in row.link.base for one in lists.get(eid, ())]
            if kept and lacks != "unquoted" and not row.settled:
                words = in_roles(KEPT[page.ui], ROLES[lacks], page.ui).format(items=_labels(base, kept, page))
                yield from page.lines(Run(text=words, style="changed"), indent=4)
        yield ""
    alone = {eid for row in comparison.rows if row.status == "added" for eid in row.link.target}
    if added := [leaf.eid for leaf in rule.leaves if leaf.eid in alone]:
        said = {"target": ROLES[lacks]["target"][page.ui], "count": len(added), "places": _labels(rule, added, page)}
        yield from page.lines(Run(text=page.word("added", **said)))
        yield ""
    if not shown and not gone:
        yield from page.lines(Run(text=page.word("clean")))
        yield ""


def _item(item: Item, base: Reading, rule: Reading, page: Screen) -> Iterator[str]:
    yield from page.lines(Run(text=_place(item, base, rule, page), style="strong"))
    yield from _findings(item.findings, page, indent=2, doubtful=item.doubtful)


def _findings(findings: Sequence[Finding], page: Screen, *, indent: int, doubtful: bool = False) -> Iterator[str]:
    for note in notes.found(findings, ui=page.ui, doubtful=doubtful):
        yield from finding(note, page, indent=indent)


def _place(item: Item, base: Reading, rule: Reading, page: Screen) -> str:
    """Where in the draft, and what of its superior stands against it."""
    sides = (_labels(rule, item.eids, page), _labels(base, item.base_eids, page))
    return _or_doubted(" ← ".join(filter(None, sides)) or page.word("whole"), item, page)


def _or_doubted(place: str, item: Item, page: Screen) -> str:
    """A place, with a word that the two sides may not belong together where that is so."""
    return place + page.word("doubtful") if item.doubtful else place


def _labels(reading: Reading, eids: Sequence[str], page: Screen) -> str:
    return AND[page.ui].join(cited_together(visible(reading.label(eid)) for eid in eids))


def _omission(row: Row, base: Reading, rule: Reading, page: Screen, lacks: Lack) -> Iterator[str]:
    words = excerpt(visible(" ".join(map(base.text, row.link.base))))
    head = f"{FATE_SIGN[lacks]} {_labels(base, row.link.base, page)}  "
    yield from page.lines(Run(text=head, style="omitted"), Run(text=words), indent=2)
    yield from _findings(row.findings, page, indent=4)
    near = [c for c in row.link.candidates if c.score >= LEAST_NEAR]
    if near:
        shown = AND[page.ui].join(f"{visible(rule.label(c.eid))} {two_decimals(c.score)}" for c in near)
        yield from page.lines(Run(text=page.word("nearest") + shown, style="dim"), indent=4)


def heading(said: str, *, colour: bool) -> str:
    """A line that parts one repetition from the one before."""
    return paint([Run(text=f"── {said} ──", style="dim")], colour=colour)
