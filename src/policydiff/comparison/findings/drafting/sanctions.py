"""Sanctions of the target for breaking what it does not lay down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from policydiff.comparison.clauses import Clause, clauses, sets_the_case
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.row.changes import LONGEST_QUOTE, Passage
from policydiff.comparison.findings.row.elsewhere import Elsewhere
from policydiff.comparison.findings.terms.mentions import mentions
from policydiff.model import Document, Provision, Row
from policydiff.text import skeleton
from policydiff.words_of_force import PENALTY, binds, force_of

_LEAST_DUTY = 12  # characters of a clause that says what is to be done
_ANNOUNCES = re.compile(r"下列|如下|以下(?:条件|要求|规定|行为|情形|事项|材料|职责|义务)")
_LEAST_SANCTIONED = 0.55
_MOST_SAID = 0.45


def sanction_without_duty(
    base: Document, target: Document, target_says: Elsewhere, rows: Sequence[Row]
) -> Iterator[Found]:
    """A sanction of the target for breaking a duty that the base lays down and the target omits.

    Not found: a duty that is laid down in other words, what only announces a list (应当符合下列条件), a second duty
    that the same words sanction, what merely sets a case (执行紧急任务时), the steps of a
    sanction itself, clauses that share no more than the bodies that they name. A sanction rests on a duty (行政处罚法
    2021 art. 4: no penalty without a rule that lays down the violation).
    """
    omitted = {eid for row in rows if row.status == "omitted" for eid in row.link.base}
    punishing = _punishing(base), _punishing(target)
    duties = [leaf for leaf in base.leaves() if leaf.eid in omitted and leaf.eid not in punishing[0]]
    told = set[tuple[str, str]]()
    for duty in duties:
        sanctioned = set[str]()
        # What commands first: 剪刀的保管、清洗，必须符合要求 is one duty, though its clauses are two.
        for clause in sorted(_commanding(duty), key=lambda one: not force_of(one.text, "zh")):
            found = _sanction_alone(clause, target_says, punishing[1])
            if found and found[0].eid not in sanctioned and (found[0].eid, found[1]) not in told:
                leaf, words = found
                sanctioned.add(leaf.eid)
                told.add((leaf.eid, words))
                yield Found("sanction-without-duty", "drafting", _short(clause.text), _short(words), leaf.eid)


def _punishing(document: Document) -> frozenset[str]:
    """The leaves that punish, themselves or by what introduces their list, or name what is punished."""
    introductions = document.introductions()
    return frozenset(
        leaf.eid
        for leaf in document.leaves()
        if PENALTY["zh"].search(leaf.text) or PENALTY["zh"].search(introductions.get(leaf.eid, ""))
    )


def _commanding(duty: Provision) -> Iterator[Clause]:
    """The clauses of a provision in whose sentence something is commanded or forbidden, but for those that say when."""
    held = clauses(duty.text, "zh")
    binding = {clause.sentence for clause in held if binds(clause.text, "zh")}
    lays_down = (clause for clause in held if clause.sentence in binding and not _ANNOUNCES.search(clause.text))
    return (clause for clause in lays_down if not sets_the_case(clause.text, "zh"))


def _sanction_alone(clause: Clause, target_says: Elsewhere, punishing: frozenset[str]) -> tuple[Provision, str] | None:
    """Where the target says a clause in a sanction and nowhere else, and in which words."""
    if len(clause.text) < _LEAST_DUTY:
        return None
    held = [*target_says.most_of(clause, _MOST_SAID)]
    punished = [found for found in held if found[0].eid in punishing and _names_breach(found[1])]
    duty = _pairs(clause)
    breaches = [found for found in punished if len(duty & _pairs(found[1])) > _MOST_SAID * len(duty)]
    leaf, said, share = max(breaches, key=itemgetter(2), default=(None, clause, 0.0))
    is_laid_down = any(found[2] > _MOST_SAID and found not in punished for found in held)
    return None if leaf is None or share < _LEAST_SANCTIONED or is_laid_down else (leaf, said.text)


def _pairs(clause: Clause) -> frozenset[tuple[str, str]]:
    """What a clause says besides the bodies that it names, as pairs of neighbouring letters."""
    rest = list(clause.text)
    for named in mentions(clause.text):
        rest[named.start : named.end] = " " * len(named.text)
    said = skeleton("".join(rest))
    return frozenset(pairwise(said))


def _names_breach(clause: Clause) -> bool:
    """Whether a clause of a sanction says what is punished, and commands nothing itself."""
    return clause.text.endswith("的") or not force_of(clause.text, "zh")


def _short(text: str) -> str:
    return Passage(clause=text, start=max(0, len(text) - LONGEST_QUOTE), end=len(text)).quote()
