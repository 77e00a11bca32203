"""What must be met for a rule to apply: conditions dropped or added."""

from __future__ import annotations

import re

from policydiff.comparison.clauses import (
    CONDITION,
    bag,
    clauses,
    cover,
    is_exception,
    sentence_around,
    sets_the_case,
    shared,
)
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import SENTENCE, Quotes, with_near
from policydiff.comparison.findings.rules.lists import ANNOUNCES
from policydiff.comparison.findings.rules.sources import NAMES_BREACH
from policydiff.comparison.findings.terms.words_of_force import HOW_GRAVE, force_of

_WHO = r"(?:[人者员]|单位|企业|机构|组织|部门)"
# 对表现突出的单位, 在景区内经营的个人: whom a rule meets; 在具有经验的人员中聘任负责人 lays something down.
_TOPIC = re.compile(
    rf"^(?:(?:对|除)[^，。；]{{2,}}{_WHO}|(?:在|因|经)[^，。；]+的[^，。；的]{{0,9}}{_WHO}"
    r"|(?:对|在|因|除|经|按照|根据)[^，。；]{2,}(?:[的下中时]|方面|范围内|基础上))$"
)
# The places for which a whole rule is made are no condition of a clause.
_REALM = re.compile(
    r"在(?:中华人民共和国|[本全我](?:省|市|县|区|自治区))[^，]{0,24}?(?:境|领域|行政区域|海域|范围)内?[^，]*的"
)
_PROVIDED = re.compile(r"(?:另有|有特别|没有|有)规定的$")  # 法律另有规定的，从其规定
_KNOWN = 0.6  # a case of which a side says so much is one of its own
_SAID = 0.4  # a clause that holds so much of a condition says it in another shape
# How grave a breach is is a condition of its penalty; which breach it is is what the penalty lays down.
_DEGREE = re.compile(
    rf"{HOW_GRAVE}|[严较]重|不改|拒不|尚不|没有|造成[^，]*(?:后果|损失|损害|危害)|经教育|[两二]次"
)
_PUNISHED = re.compile(r"责令|罚款|处罚|没收|吊销|处分|拘留|给予警告")
_MUST_MEET = re.compile(r"符合[^，。；]*条件的$")


def dropped_condition(change: Change, reading: RowReading) -> Quotes | None:
    """A clause of the base that sets a condition (…的, 经…批准, 根据需要), gone in the target.

    Not found: a condition put in other words inside a clause (`scope`), one that a clause of another shape sets, one
    whose whole rule is gone, a breach that is punished no more (`dropped-duty`), any in a row whose pairing is
    doubtful, where it is the case of another rule. A condition dropped from a sanction (情节严重的) changes whom it
    meets (行政处罚法 art. 12).
    """
    return with_near(change) if change.gone and _is_condition(change, change.base, reading) else None


def added_condition(change: Change, reading: RowReading) -> Quotes | None:
    """A clause of the target that sets a condition which the base does not set.

    Not found: a condition put in other words inside a clause (`scope`), one that a clause of another shape sets, one of
    a rule that is new itself, as is the breach that an item of a list adds (`added-duty`), any in a row whose pairing
    is doubtful. A local rule may add no condition to a licence (行政许可法 art. 16).
    """
    return with_near(change) if change.new and _is_condition(change, change.target, reading) else None


def _is_condition(change: Change, side: Passage, reading: RowReading) -> bool:
    if reading.doubtful or change.apart or NAMES_BREACH.fullmatch(side.words):
        return False  # `reference` and `instrument` speak of what is broken
    if not change.case and not _DEGREE.search(side.words):
        return False  # what it is a case of stands alone as well: `dropped_duty` and `added_duty` speak of both
    if _is_met(side.words, change.other) or _is_another(change, reading):
        return False  # of a breach, which is no such case, `added_duty` would speak instead
    if _is_breach(side.words, reading.base if change.gone else reading.target):
        return False
    *before, last = side.words.split("，")
    sets = CONDITION["zh"].search(last) or _TOPIC.search(last)
    listed = ANNOUNCES.search(last) and not _MUST_MEET.search(last)
    binds = force_of(side.words, "zh") > 1 or any(force_of(words, "zh") for words in before)
    return bool(sets) and not binds and not listed


def _is_another(change: Change, reading: RowReading) -> bool:
    """Whether what stands near a condition on the other side holds in a case of its own, of which the own side says
    little: one case is put for another, and none is dropped or added. How grave a breach is is another matter than
    which it is."""
    own, text = (reading.base, reading.target) if change.gone else (reading.target, reading.base)
    sentence = sentence_around(change.near.clause, text, "zh") if change.near.clause else None
    held, is_degree = bag(own, "zh"), _DEGREE.search((change.base if change.gone else change.target).words)
    return sentence is not None and any(
        sets_the_case(clause.text, "zh") and cover(clause, held) < _KNOWN
        for clause in clauses(sentence.text, "zh")
        if not is_exception(clause) and bool(_DEGREE.search(clause.text)) == bool(is_degree)
    )


def _is_breach(words: str, text: str) -> bool:
    """Whether some words of a text name what is punished in their sentence, and not merely how grave it is."""
    behind = SENTENCE.split(text[max(0, text.find(words)) + len(words) :])[0]
    return bool(_PUNISHED.search(behind)) and not _DEGREE.search(words)


def _is_met(condition: str, other: str) -> bool:
    """Whether a condition only says where the whole rule holds, or the other side sets it in another shape: 需要染须的
    会员 for 会员需要染须的."""
    if _REALM.fullmatch(condition):
        return True
    if _PROVIDED.search(condition) and any(_PROVIDED.search(clause.text) for clause in clauses(other, "zh")):
        return True
    own = bag(condition, "zh")
    return any(shared(own, clause.bag) >= _SAID * sum(own.values()) for clause in clauses(other, "zh"))
