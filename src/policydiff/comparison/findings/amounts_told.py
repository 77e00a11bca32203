"""As what an amount of the target is told: beside another one, as one for what the superior leaves open, or as new.

base    协会应当及时答复    target  协会应当在三日内答复      left open: 及时
        报名费每人五元              报名费每人八元            another one
                                    店主每年交费二百元        new; where the base sets it at another place, nothing
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from policydiff.comparison.clauses import clauses
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.frame import Frame
from policydiff.comparison.findings.row.changes import RowReading
from policydiff.comparison.findings.row.left_open import left_open
from policydiff.comparison.findings.row.rule import SENTENCE
from policydiff.comparison.findings.row.set_anywhere import of_one_matter
from policydiff.comparison.findings.terms.acts import is_penalty

# So much of what tells must a clause say of the thing for which an amount is set, where it has words that leave that
# open, and where it has none.
_OPENS, _SPEAKS = 0.35, 0.5
_VALIDITY = re.compile("有效期(?:限)?")
_IN_FORCE = re.compile("起(?:施行|实施|执行)|^本(?:办法|规定|细则|条例|规则|通知|意见|决定)的?有效期")


def beside_the_superior(
    found: Iterable[Found], reading: RowReading, frame: Frame, leaves: Sequence[str], ruled_out: Collection[str] = ()
) -> Iterator[Found]:
    """What is found in a row, its amounts as what they are beside the superior: another one, one for what that leaves
    open, or one that it has not. Amounts that it sets for the same thing at another place are none of these,
    nor is how long the rule itself is in force.

    `leaves` are those of the base that the row is compared with.
    """
    for one in found:
        if one.rule != "number" or not one.target:
            yield one
            continue
        if _is_of_the_rule_itself(one.target, reading.target):
            continue
        amount = _without_another_matter(one, reading, "\n".join(frame.base.texts[eid] for eid in leaves))
        if not amount.base and not is_penalty(amount.target):
            if frame.amounts.sets(amount.target, reading.target):
                continue
            amount = amount._replace(base=frame.amounts.leaves_open(amount.target, reading.target, leaves, ruled_out))
        yield _or_left_open(amount, _whole(amount.base, frame.base.texts.values()))


def _is_of_the_rule_itself(words: str, text: str) -> bool:
    """Whether an amount is how long a rule is in force, by its own words or those before it in its sentence:
    本办法自公布之日起施行，有效期五年."""
    found = _VALIDITY.search(words)
    sentence = next((one for one in SENTENCE.split(text) if words in one), words) if found else ""
    return bool(_IN_FORCE.search(sentence))


def _without_another_matter(found: Found, reading: RowReading, base: str) -> Found:
    """An amount, without the words of the base beside it where these count nothing and are of another matter."""
    whole = _whole(found.base, (base,))
    words = left_open(whole, found.target) if whole else None
    if words is None or is_penalty(whole):
        return found
    least = _OPENS if words[0] else _SPEAKS
    is_beside = of_one_matter(whole, found.target, reading.target, least, paired=True)
    return found if is_beside else found._replace(base="")


def _or_left_open(found: Found, whole: str) -> Found:
    """An amount; where the clause of the base beside it counts nothing, as one that is left open there."""
    words = left_open(whole, found.target) if whole else None
    return found._replace(rule="left-open", differing=(words,) if all(words) else ()) if words else found


def _whole(words: str, texts: Iterable[str]) -> str:
    """The clause of some texts that words are quoted from; the words themselves where they are of several."""
    cut = (clause.text for text in texts if words and words in text for clause in clauses(text, "zh"))
    return next((one for one in cut if words in one), words)
