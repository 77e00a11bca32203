"""What must be met for a rule to apply: conditions dropped or added."""

from __future__ import annotations

import re

from policydiff.comparison.clauses import CONDITION
from policydiff.comparison.findings.row.cases import is_announced
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import Quotes, with_near
from policydiff.comparison.findings.rules.sources import NAMES_BREACH
from policydiff.words_of_force import HOW_GRAVE, PENALTY

# The places for which a whole rule is made are no condition of a clause.
_REALM = re.compile(
    r"在(?:中华人民共和国|[本全我](?:省|市|县|区|自治区))[^，]{0,24}?(?:境|领域|行政区域|海域|范围)内?[^，]*的"
)
# How grave a breach is is a condition of its penalty; which breach it is is what the penalty lays down.
_DEGREE = re.compile(
    rf"{HOW_GRAVE}|[严较]重|数量较大|不改|拒不(?:改|整改|履行|执行|停止|补)|尚不|造成[^，]*(?:后果|危害)|经教育|[两二]次"
)


def dropped_condition(change: Change, reading: RowReading) -> Quotes | None:
    """A case that the base sets (…的, 经…批准, 根据需要) for a clause that the target lays down without it; so is a
    list of cases (有下列情形之一的) that is gone with all its items.

    Not found: a condition put in other words, one of a clause that is gone with it or that the target holds to another
    case, a breach that is punished no more (`dropped-duty`), when a thing comes about of itself, any in a row whose
    pairing is doubtful. A condition dropped from a sanction (情节严重的) changes whom it meets (行政处罚法 art. 12).
    """
    if not change.base.clause or not _is_condition(change, change.base):
        return None
    words = change.base.words
    is_of_list = any(map(is_announced, words.split("，")))
    return None if is_of_list and not any(words in said for said in reading.emptied) else with_near(change)


def added_condition(change: Change, reading: RowReading) -> Quotes | None:
    """A case that the target sets for a clause that the base lays down without it.

    Not found: as of a dropped one; a condition of a clause that is new itself (`added-duty`). A local rule may add no
    condition to a licence (行政许可法 art. 16).
    """
    if not change.target.clause or any(map(is_announced, change.target.words.split("，"))):
        return None  # the items of the list are told themselves
    return with_near(change) if _is_condition(change, change.target) else None


def says_how_grave(words: str) -> bool:
    """Whether some words end in how grave a breach is: a condition of its penalty, and no duty."""
    last = words.rpartition("，")[2]
    return bool(CONDITION["zh"].search(last) and _DEGREE.search(last))


def condition(change: Change) -> Quotes:
    """The condition of which these speak, without what is held in it."""
    return change.base.words, change.target.words


def _is_condition(change: Change, side: Passage) -> bool:
    if not change.condition or NAMES_BREACH.fullmatch(side.words) or _REALM.fullmatch(side.words):
        return False  # `reference` and `instrument` speak of what is broken
    punishes = any(PENALTY["zh"].search(words) for words in (side.after, change.near.clause))
    return not punishes or _DEGREE.search(side.words) is not None
