"""What an amount makes precise: the clause of the superior rule that is of the same thing and leaves the amount open.

base    网具应当合格，幼鱼不得超过规定的比例，并定期休渔     target  渔获物中幼鱼不得超过百分之五
                     └──────────┬──────────┘
                 of one thing, and open: 规定的比例 is a share
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.comparison.clauses import Clause, alike, clauses, sets_the_case
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import KIN, SENTENCE
from policydiff.comparison.findings.row.topics import is_topic
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.expressions import expression

# What leaves a time open, and what any other amount.
_TIME = r"及时|定期|立即|尽快|期限|时限|限期|按期|逾期|经常|适时|一定的?(?:时间|年限)|前(?![款条项列述])"
_SIZE = r"(?:一定|适当|规定|相应)的?(?:比例|数量|数额|金额|标准|规模|面积|距离|限额)|合理|适当|必要|足够|逐步"
_OPEN = {
    frozenset((True,)): expression(_TIME),
    frozenset((False,)): expression(_SIZE),
    frozenset((True, False)): expression(f"{_TIME}|{_SIZE}"),
}
# What speaks for a clause beside its likeness: it leaves the amount open, it ends in the same verb, it is the one with
# which that of the target is compared, or what comes near a new one.
_LEFT_OPEN, _SAME_VERB, _COMPARED, _NEAR = 0.2, 0.1, 0.2, 0.1
# What a date or an order says is made precise by nothing but what says the same: 自公布之日起施行, 责令限期改正.
_OF_ITSELF = expression(
    r"(?<=日)起?(?:施行|实施|执行|生效)$|责令(?=[^，]{0,8}限期)"
    r"|(?<=限期)(?:改正|整改|治理|拆除|清除)"
)
_ADJUNCT = 6  # characters: what is so short behind an amount says nothing of what is done: 十人以上联名，


def made_precise(change: Change, reading: RowReading) -> str:
    """What the base says of the thing for which the target's clause sets an amount; nothing where no clause is of it.

    A clause that sets an amount of the same kind itself is of another thing: its amount is the target's elsewhere.
    """
    own, language = change.target.clause, reading.language
    found = quantities(own, language)
    kinds = {quantity.kind for quantity in found}
    is_open = _OPEN[frozenset(kind in ("time", "") for kind in kinds)]  # how often is a time, and has no unit
    said = list(said_without(found, own, reading.target))
    best: Clause | None = None
    most = KIN
    for clause in _candidates(change, kinds, reading):
        leaves_open = bool(is_open.search(clause.text)) and clause.text not in reading.target
        if change.within and not leaves_open and clause.text != change.base.clause:
            continue
        likeness = max((alike(one, clause) for one in said), default=0.0) + _LEFT_OPEN * leaves_open
        likeness += _beside_likeness(clause.text, change)
        if likeness >= most:
            best, most = clause, likeness
    return _shown(best, change, reading) if best else ""


def _shown(clause: Clause, change: Change, reading: RowReading) -> str:
    """A clause as it is quoted: with what comes near in the row, of which it is a part, or as a topic with what is said
    of that."""
    if not change.within and clause.text in change.near.clause:
        return change.near.quote()
    side = clauses(clause.within, reading.language)
    behind = next((one for one in side if one.start >= clause.end), None)
    if behind and is_topic(clause, behind, side):
        return Passage.of(clause.within[clause.start : behind.end]).quote()
    return Passage.of(clause.text).quote()


def _beside_likeness(clause: str, change: Change) -> float:
    """What else speaks for a clause of the base as the one that an amount of the target makes precise."""
    place = _COMPARED * (clause == change.base.clause) if change.within else _NEAR * (clause in change.near.clause)
    return place + _SAME_VERB * (clause[-2:] == change.target.clause[-2:])


def _candidates(change: Change, kinds: set[str], reading: RowReading) -> Iterator[Clause]:
    """The clauses of the base, or in a provision that is new what comes near, that may be of one thing with a clause of
    the target."""
    own, language = change.target.clause, reading.language
    for clause in clauses(reading.base or change.near.clause, language):
        is_case = sets_the_case(clause.text, language), clause.text.endswith("的")
        same_part = is_case == (sets_the_case(own, language), own.endswith("的"))
        sets_one = any(one.unit and one.kind in kinds for one in quantities(clause.text, language))
        may_answer = reading.may_answer(clause.text, own) and may_be_of_one_thing(clause.text, own)
        if same_part and not sets_one and may_answer:
            yield clause


def may_be_of_one_thing(base: str, target: str) -> bool:
    """Whether a clause that says from when a rule holds, or orders a wrong to be righted, is beside one that does."""
    found = {words.group() for words in _OF_ITSELF.finditer(base)}
    return not found or any(words in target for words in found)


def said_without(found: Sequence[Quantity], own: str, text: str) -> Iterator[Clause]:
    """What a clause of a text says without its amounts: by itself, behind the clause before it, and with the one behind
    it where it says no more than when, or how many."""
    bare = without_amounts(own, found)
    before, behind = beside(own, text)
    is_adjunct = bool(found) and len(own) - found[-1].end <= _ADJUNCT
    for words in (bare, before + bare if before else "", bare + behind if is_adjunct else ""):
        yield from clauses(words, "zh")[:1]


def without_amounts(clause: str, found: Sequence[Quantity]) -> str:
    """A clause without its amounts, which are these."""
    for quantity in reversed(found):
        clause = clause[: quantity.start] + clause[quantity.end :]
    return clause


def beside(own: str, text: str) -> tuple[str, str]:
    """The clauses that stand before and behind one in its sentence, if any."""
    before, _, after = text.partition(own)
    first = SENTENCE.split(before)[-1].rstrip("，") if before.endswith("，") else ""
    last = SENTENCE.split(after)[0][1:] if after.startswith("，") else ""
    return first.split("，")[-1], last.split("，")[0]
