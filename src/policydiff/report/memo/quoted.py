"""Both sides' words as a memo quotes them, with what differs marked: in full, or in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.messages import quotations
from policydiff.model import Cut, Finding, Language
from policydiff.presentation.redlines import kept
from policydiff.quoting import each_shortened, excerpt, shortened
from policydiff.redline import edits
from policydiff.report.memo.memo import Own
from policydiff.report.memo.words import WORDS
from policydiff.report.strings import TABLE
from policydiff.report.terminal import Run, edited, visible
from policydiff.wording import ADDS

Runs = tuple[Run, ...]

_ALIKE = 0.4  # what two quotations have in common that are set as a redline
_SHORT = 34  # characters that a quotation in short has
_MARKED, _BETWEEN = 24, 7  # what is marked of it, and at either end of what is not


def own_side(rule: str) -> Own:
    """Which side's words a rule of findings is about; neither where it sets both beside each other."""
    return "base" if rule.startswith("dropped-") else "target" if rule.startswith(ADDS) else ""


def in_full(finding: Finding, ui: Language, beyond: str = "") -> tuple[Runs, Runs]:
    """Both sides' words, marked where they have enough in common. What is gone or new as a whole bears no marks, for
    what is said of it says that it is. What is near such words in the base is cited where it stands `beyond` the
    row."""
    base, target = map(visible, quotations(finding))
    own = own_side(finding.rule)
    if own == "base":
        return _plain(base), _near_by(target, ui)
    if own == "target":
        return _near_by(base, ui, beyond), _plain(target)
    if base and target and (redline := _redline(finding)):
        old = [run for run in redline if run.style != "insert"]
        new = [run for run in redline if run.style != "delete"]
        return _cut(old, finding.base_cut), _cut(new, finding.target_cut)
    return _plain(base), _plain(target)


def in_short(finding: Finding, ui: Language) -> Runs:
    """Both sides' words as one, long ones shortened: a redline where they have enough in common; of what is gone or new
    as a whole, that alone."""
    base, target = map(visible, quotations(finding))
    if own := own_side(finding.rule):
        return _plain(excerpt(base if own == "base" else target, _SHORT))
    if base and target and (redline := _redline(finding)):
        return tuple(_shortened(redline))
    arrow = (Run(text=WORDS["becomes"][ui], style="strong"),) if base and target else ()
    if finding.count > 1:
        base, target = (each_shortened(words, head=_SHORT, tail=0) for words in (base, target))
        return (*_plain(base), *arrow, *_plain(target))
    return (*_plain(excerpt(base, _SHORT)), *arrow, *_plain(excerpt(target, _SHORT)))


def _redline(finding: Finding) -> list[Run]:
    """Both sides' words as one; nothing where they have too little in common."""
    changed = edits(visible(finding.base), visible(finding.target))
    return [] if kept(changed) < _ALIKE else [edited(edit) for edit in changed]


def _shortened(redline: Sequence[Run]) -> Iterator[Run]:
    """A redline with … for the middle of long stretches, and of what both sides have before the first and behind the
    last mark."""
    for at, run in enumerate(redline):
        if run.style != "plain":
            yield Run(text=excerpt(run.text, _MARKED), style=run.style)
        elif at == 0:
            yield Run(text=shortened(run.text, head=0, tail=_BETWEEN))
        elif at == len(redline) - 1:
            yield Run(text=excerpt(run.text, _BETWEEN))
        else:
            yield Run(text=shortened(run.text, head=_BETWEEN, tail=_BETWEEN))


def _cut(runs: Sequence[Run], cut: Cut) -> Runs:
    """Quoted words with … where some were left out, which is no part of what differs."""
    before, behind = cut
    return (*_plain("…" if before else ""), *runs, *_plain("…" if behind else ""))


def _near_by(words: str, ui: Language, place: str = "") -> Runs:
    gap = "\u3000" if ui == "zh" else " "
    cited = f"{place}{gap}{words}" if place else words
    return _plain(TABLE["near-by"][ui].format(words=cited) if words else "")


def _plain(words: str) -> Runs:
    return (Run(text=words),) if words else ()
