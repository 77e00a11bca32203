"""Whether a clause of the superior leaves an amount open that the target sets, and by which words.

base    顾客投诉的，协会应当及时答复    target  协会应当在三日内答复    及时 is set as 三日内
        可以并处罚款                            并处五百元以下罚款      no sum, and no word that leaves it open
        会费每年二百元                          会费每年三百元          two sums: nothing is left open
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.comparison.findings.row.rule import Quotes
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.expressions import expression

# Words in which a rule leaves a time to those who apply it, and those in which it leaves any other amount to them.
_TIME = expression(
    r"及时(?![间限])|不?定期(?![限间满])|立即|尽快|适时|经常(?!居住|项目)|限期|按期|逐步"
    r"|(?:规定|一定|合理|适当|必要|相应|约定|批准)的?(?:时间|期限|时限|期间|年限|期内)"
)
_SIZE = expression(
    r"(?:一定|适当|规定|相应|合理|必要|较大|足够)的?(?:比例|数量|数额|金额|标准|规模|面积|距离|限额|名额|范围|幅度|额度)"
    r"|适当|合理|必要|足够|逐步"
)
# Words that leave it to another rule or body: 具体标准由理事会规定, 按照规定.
_DELEGATES = expression(
    r"由[^，。；：]{2,48}?(?:规定|制定|确定|核定|决定)$|(?:按照?|依照|根据)[^，。；：]{0,16}?(?:规定|标准|办法)(?!的)"
)
_DELEGATED = expression(r"由[^，。；：]{2,48}?(?:规定|制定|确定|核定|决定)")
_LONGEST = 24  # characters of the target's amounts, from the first to the last, that are named


def left_open(base: str, target: str) -> Quotes | None:
    """The words by which a clause of the base leaves open what a clause of the target counts, and those that count it;
    the first are empty where it simply counts nothing. None where the base counts anything, or the target nothing."""
    counted = [one for one in quantities(target, "zh") if counts(one)]
    if not counted or any(counts(one) for one in quantities(base, "zh")):
        return None
    return _open_words(base, counted), _named(target, counted)


def leaves_open(clause: str, counted: Sequence[Quantity] = ()) -> bool:
    """Whether a clause has words that leave amounts open, of the kinds of these if there are any."""
    if counted:
        return bool(_open_words(clause, counted))
    return any(words.search(clause) for words in (_TIME, _SIZE, _DELEGATES))


def is_delegation(clause: str) -> bool:
    """Whether a clause says no more than by whom that is laid down which stands before it: 具体标准，由理事会规定."""
    return bool(_DELEGATED.fullmatch(clause))


def counts(quantity: Quantity) -> bool:
    """Whether a quantity has a number: 每年 has, 定期 has not."""
    return bool(quantity.unit) or quantity.value.startswith("每")


def _open_words(base: str, counted: Sequence[Quantity]) -> str:
    """The words of a clause that leave open amounts of these kinds, those of the kind itself first."""
    is_time = any(one.kind == "time" or not one.unit for one in counted)
    for words in (_TIME, _DELEGATES) if is_time else (_SIZE, _DELEGATES):
        if found := words.search(base):
            return found.group()
    return ""


def _named(target: str, counted: Sequence[Quantity]) -> str:
    """The amounts of a clause as they stand in it, from the first to the last unless that is long."""
    first, last = counted[0], counted[-1]
    whole = target[first.start : last.end]
    return whole if len(whole) <= _LONGEST else target[first.start : first.end]
