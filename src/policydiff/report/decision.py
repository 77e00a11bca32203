"""What a reviewer decided, for the terminal.

3  否定对应  第三条第（四）项 → 四（四）5  (central-2017 → yantai-2021)
   两件事
   2026-01-05
"""

from __future__ import annotations

from policydiff import eid
from policydiff.model import Decision, Document, Language, StaleDecision
from policydiff.report.terminal import Run, Screen, paint, visible
from policydiff.wording import rule_name, signed, stale_words, verdict

_WORDS: dict[str, dict[Language, str]] = {"unapplied": {"zh": "不再应用：{why}", "en": "not applied: {why}"}}


def render(
    decision: Decision,
    base: Document | None,
    target: Document | None,
    stale: StaleDecision | None = None,
    *,
    colour: bool,
    ui: Language,
    columns: int | None = None,
) -> str:
    """What was decided, where, why and by whom; and why it does not hold any more. What is gone of a document, or with
    it, is cited by its identifier."""
    page = Screen(colour=colour, ui=ui, columns=columns, words=_WORDS)
    rest = [decision.reason, decision.note, signed(decision, ui)]
    below = [Run(text=visible(words)) for words in rest if words]
    if stale:
        below.append(Run(text=page.word("unapplied", why=stale_words(stale, with_line=True)[ui]), style="changed"))
    lines = [_head(decision, base, target, page), *(line for run in below for line in page.lines(run, indent=3))]
    return "\n".join([*lines, ""])


def _head(decision: Decision, base: Document | None, target: Document | None, page: Screen) -> str:
    # In English by the name that is typed, and that `decide` offers.
    rule = f" {decision.rule if page.ui == 'en' else rule_name(decision.rule, page.ui)}" if decision.rule else ""
    sides = (_labels(base, decision.base, page), _labels(target, decision.target, page))
    runs = (
        Run(text=f"{decision.number}  {verdict(decision)[page.ui]}{visible(rule)}  "),
        Run(text=visible(" → ".join(side for side in sides if side)), style="strong"),
        Run(text=f"  ({visible(' → '.join(decision.documents))})", style="dim"),
    )
    return paint(runs, colour=page.colour)


def _labels(document: Document | None, eids: tuple[str, ...], page: Screen) -> str:
    return "、".join(eid.label(one, document, page.ui) for one in eids)
