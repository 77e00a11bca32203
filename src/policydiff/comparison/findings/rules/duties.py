"""What is laid down by a clause of its own, and is gone or new."""

from __future__ import annotations

import re

from policydiff.comparison.findings.row.changes import Change, RowReading
from policydiff.comparison.findings.row.rule import Quotes, with_near
from policydiff.comparison.findings.rules.bodies import role
from policydiff.comparison.findings.rules.conditions import says_how_grave
from policydiff.comparison.findings.rules.exceptions import is_besides
from policydiff.comparison.findings.rules.lists import ANNOUNCES
from policydiff.comparison.findings.terms.aims import LESS
from policydiff.comparison.findings.terms.laying_down import follows_from_other_law, lays_down, sends_on
from policydiff.comparison.findings.terms.mentions import agents
from policydiff.comparison.findings.terms.names import is_above, is_central
from policydiff.text import skeleton
from policydiff.words_of_force import force_of

_COMMA = re.compile(rf"[，,](?!(?<=措施.)以?(?:{LESS}))")  # 采取措施，防止染须污染 is one duty
_OBEYS = re.compile(r"(?:符合|遵守|执行|依照|按照)《(?:中华人民共和国)?([^》]+)》的?(?:有关|相关)?规定(?:执行)?$")


def dropped_duty(change: Change, reading: RowReading) -> Quotes | None:
    """A clause of the base that the target says neither in the row nor in any other provision.

    Not found: a clause whose words stand elsewhere in the target; when or of what a clause holds that the target has; a
    task of authorities of a higher level, for which the target does not speak; what follows from any wrong.
    立法法 2023 art. 82: what the superior rule states need not be repeated, so a gap is a question and no error; a list
    restated in part is the known failure.
    """
    if not change.gone or change.case or says_how_grave(change.base.words):
        return None
    if not (_says(change.base.words) or is_besides(change.base, reading.base)):
        return None
    return None if _is_for_others(change, reading.sides.target.title) else with_near(change)


def _is_for_others(change: Change, rule: str) -> bool:
    """Whether nobody acts in a clause that is gone, or in its sentence before it, but the state's central bodies and
    those of levels above the rule of this title."""
    clause = change.base.clause
    acting = [one.text for one in agents(clause) if not role(clause, one)] or [change.subjects.base]
    named = [*acting] if all(acting) else [clause.removeprefix("由")]
    return all(is_central(one) or is_above(one, rule) for one in named)


def added_duty(change: Change, reading: RowReading) -> Quotes | None:
    """A clause of the target that the base says nowhere.

    Not found: the caption of an item (提高认识。…); a clause that only gives an amount or sets a condition (`number`,
    `condition`), names what a clause is said of that the base has, or says that the base is to be obeyed. 行政处罚法
    arts. 10–16, 行政许可法 arts. 14–18: what a lower rule may add is limited.
    """
    title = reading.sides.base.title
    if change.target.words in reading.captions or _obeys_the_law_itself(change.target.words, title):
        return None
    if not change.new or change.case or says_how_grave(change.target.words):
        return None
    says = _says(change.target.words) or is_besides(change.target, reading.target)
    return with_near(change) if says else None


def _obeys_the_law_itself(words: str, title: str) -> bool:
    """Whether some words say no more than that the law of this title holds."""
    found = _OBEYS.search(words)
    return found is not None and bool(title) and skeleton(title).endswith(skeleton(found[1]))


def _says(words: str) -> bool:
    """Whether any clause of the words lays something down of its own, and does not merely announce a list, say what is
    gained, or refer to the law."""
    *before, last = _COMMA.split(words)
    if sends_on(words) or follows_from_other_law(words):
        return False  # what is laid down is in another law
    if ANNOUNCES.search(last) and not any(force_of(clause, "zh") for clause in before):
        return False  # what is laid down is in the list
    return any(not ANNOUNCES.search(clause) and lays_down(clause) for clause in (*before, last))
