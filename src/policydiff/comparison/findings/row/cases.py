"""What one side alone makes a clause depend on that both sides lay down.

    base    染须店经协会同意，   可以延长营业      target    染须店可以延长营业
            └ set alone ────┘   └ held in it ┘             └ answers that ───┘

A case that stands before the answer and that no clause of the own side says is another case of the same thing: then
none is gone or new, one is put for another. What no clause of the other side answers is gone or new with its case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby
from typing import NamedTuple

from policydiff.comparison.clauses import CONDITION, Clause, bag, cover, share_said, shared, together
from policydiff.comparison.clauses.kinds import FORBIDS
from policydiff.comparison.findings.row.alone import Side
from policydiff.comparison.findings.row.topics import is_topic
from policydiff.comparison.findings.terms.mentions import names_who, without_agents
from policydiff.text import skeleton
from policydiff.words_of_force import WORDS_OF_FORCE, force_of

# A step or a ground that must be there, beside what CONDITION knows: 经协会讨论决定, 持有效证件, 征得店主同意.
_STEP = re.compile(
    r"^(?:经|报经?|由)[^，。；]{2,30}(?:决定|审[核查批议]|核准|认[定可]|检[验测查]|验收|鉴定|评估|论证|公示|协商|表决|通过"
    r"|讨论|研究|备案|登记|考核|确认|同意|批准|许可)(?:合格|通过|一致)?后?$"
    r"|^(?:持有?|凭)[^，。；]{2,}$|^征得[^，。；]+同意后?$|^(?:如果?|若)(?!何)[^，。；]{3,}$|^在[^，。；]{2,}(?:情况|前提|条件)下$"
    r"|^(?:且|并且|同时)(?:符合|具备|具有|取得|满足|达到)[^，。；]{2,}$|^(?:有|无|没有)正当理由的?$|^确有[^，。；]+$"
)
# 接到申请后, 染须时: when a thing comes about of itself, and nothing that must be met; 有下列情形之一的 announces what
# must, 或者…的 joins it to others, 造成损失的 says what follows from any wrong, 依照前款规定的 what another place says.
_NOT_MET = re.compile(
    r"(?<!必要)(?<!需要)(?<!不足)(?<!紧急)时$|(?:接到|收到|接受)[^，。；]*后$|(?<!符合)(?<!具备)(?:下列|以下)|之一的?$|犯罪|治安管理|前[款条项]"
    r"|^(?:或者?|以及|及)|规定的?(?:情形|期限)?的$|造成[^，。；]*(?:损失|损害|伤害)的$|^[^（(]*[）)]|[（(][^）)]*$"
)
# What the items of a list say, of which one must be met.
_ANNOUNCED = re.compile(r"^[^，。；]{0,24}?(?<!符合)(?<!具备)(?:下列|以下)(?:情形|情况|条件|原因|事由)(?:之一)?的?$")
_CRIME = re.compile("犯罪")  # 情节严重，构成犯罪的: what a crime is does not depend on how grave a rule calls it
_BINDS = re.compile(f"{WORDS_OF_FORCE}|方可")
_NEED = re.compile("确?(?:有|需要?|实)|必要|[的后前时在]")
_LEAST_OF_DEED = 0.5  # of what a clause says besides whom it names, its answer
# 在郊县开店的会员: whom alone a clause meets.
_WHO = re.compile(r"^(?:在|因|经)[^，。；]+的[^，。；的]{0,9}(?:[人者员]|单位|企业|机构|组织)$")
_ON_WHOM = re.compile(r"^对[^，。；]+$")
_ONLY_THEN = re.compile("方可|方能|方得")
# Clauses so much alike answer each other: where what opens their sentences does too; as a rule; whatever commands them.
_IN_ONE_SENTENCE, _ALIKE, _VERY_ALIKE = 0.45, 0.6, 0.8
_SAID = 0.4  # a sentence that holds so much of a case says it in another shape
_SAID_BESIDES = 0.6  # what stands before the sentence, or a clause anywhere in the row, must hold more
_KNOWN = 0.6  # a case of which the own side says so much is no other
_LEAST_TOPIC = 4  # characters


class Held(NamedTuple):
    """A case that one side sets alone, what is held in it, and what the other side answers to that, with how alike the
    two are."""

    case: Clause
    held: Clause
    answer: Clause
    alike: float


def set_alone(side: Side) -> Iterator[Held]:
    """The cases that a side sets and the other does not, of clauses that both have."""
    paired = [(own, other, side.likeness.of(own, other)) for own, other in side.answers]
    for case in _cases(side, [own for own, _, _ in paired]):
        held = None if _is_of_crime(case, side.own) else _held_in(case, side)
        found = next((one for one in paired if held and one[0].start <= held.start < one[0].end), None)
        if held is None or found is None:
            continue
        _, answer, alike = found
        if alike < (_IN_ONE_SENTENCE if _open_alike(case, answer, side.answers) else _ALIKE):
            continue
        if not _are_of_one_kind(held, answer, alike, side.others):
            continue
        if not _is_said(case, answer, side.others) and not _is_another(case, answer, side):
            yield Held(case, held, answer, alike)


def _open_alike(case: Clause, answer: Clause, answers: Sequence[tuple[Clause, Clause]]) -> bool:
    """Whether a clause ahead of a case is answered by one ahead of what answers to what it is the case of."""
    return any(
        own.sentence == case.sentence
        and own.end <= case.start
        and other.sentence == answer.sentence
        and other.end <= answer.start
        for own, other in answers
    )


def _held_in(case: Clause, side: Side) -> Clause | None:
    """What is laid down in a case: the first clause behind it that neither sets another nor names whom it is about."""
    found = (one for one in _behind(case, side.own) if not _sets(one) and not _ON_WHOM.search(one.text))
    held = next(found, None)
    return None if held is None or _names_topic(held, side.own) else held


def _is_of_crime(case: Clause, side: Sequence[Clause]) -> bool:
    """Whether what follows a case in its sentence speaks of a crime."""
    return any(_CRIME.search(behind.text) for behind in _behind(case, side)[:1])


def _names_topic(clause: Clause, side: Sequence[Clause]) -> bool:
    """Whether a clause only names what the rest of its sentence is said of."""
    if force_of(clause.text, "zh"):
        return False
    return any(force_of(behind.text, "zh") or behind.text[0] == "由" for behind in _behind(clause, side))


def _are_of_one_kind(held: Clause, answer: Clause, alike: float, others: Sequence[Clause]) -> bool:
    """Whether two clauses lay down one thing, and neither only says when or of what."""
    if _sets(answer) or _names_topic(answer, others):
        return False
    if any(bool(mark.search(held.text)) != bool(mark.search(answer.text)) for mark in (_ONLY_THEN, FORBIDS)):
        return False
    if share_said(without_agents(held.text), without_agents(answer.text), "zh") < _LEAST_OF_DEED:
        return False
    return alike >= _VERY_ALIKE or bool(force_of(held.text, "zh")) == bool(force_of(answer.text, "zh"))


def _cases(side: Side, paired: Sequence[Clause]) -> Iterator[Clause]:
    """The cases among a side's clauses that answer none, those that follow each other as one."""
    taken = [(one.start, one.end) for one in paired]

    def is_alone(clause: Clause) -> bool:
        if not is_announced(clause.text) and (not _sets(clause) or _NOT_MET.search(clause.text)):
            return False
        return not any(start < clause.end and clause.start < end for start, end in taken)

    for (_, alone), same in groupby(side.own, key=lambda clause: (clause.sentence, is_alone(clause))):
        if alone:
            yield reduce(together, same)


def _sets(clause: Clause) -> bool:
    """Whether a clause says when or on what ground something holds, and binds nobody."""
    if force_of(clause.text, "zh"):
        return False
    return is_announced(clause.text) or any(pattern.search(clause.text) for pattern in (CONDITION["zh"], _STEP, _WHO))


def is_announced(case: str) -> bool:
    """Whether a case is one of those that the items behind it name (有下列情形之一的); it is one only as long as they
    are there."""
    return bool(_ANNOUNCED.search(case))


def _behind(clause: Clause, side: Sequence[Clause]) -> list[Clause]:
    return [one for one in side if one.sentence == clause.sentence and one.start >= clause.end]


def _ahead(clause: Clause, side: Sequence[Clause]) -> list[Clause]:
    return [one for one in side if one.sentence == clause.sentence and one.end <= clause.start]


def _paragraph(clause: Clause) -> str:
    """What stands before a clause in its paragraph."""
    return clause.within[clause.within.rfind("\n", 0, clause.start) + 1 : clause.start]


def _is_said(case: Clause, answer: Clause, others: Sequence[Clause]) -> bool:
    """Whether the sentence of what answers says a case in another shape, or what stands before it or another clause of
    the row does."""
    same = [one for one in others if one.sentence == answer.sentence]
    sentence = answer.within[same[0].start : same[-1].end] if same else answer.text
    own = without_agents(case.text)
    if skeleton(_NEED.sub("", own)) in skeleton(sentence):
        return True  # 需要染须的 is said by 会员的染须
    if share_said(own, sentence, "zh") >= _SAID or share_said(own, _paragraph(answer), "zh") >= _SAID_BESIDES:
        return True
    return any(cover(case, one.bag) >= _SAID_BESIDES for one in others)


def _is_another(case: Clause, answer: Clause, side: Side) -> bool:
    """Whether the answer holds in a case, or of a thing, of which the own side says little besides this case."""
    text = side.own[0].within
    known = bag(text[: case.start] + text[case.end :], "zh")
    answered = [other for own, other in side.answers if own.sentence == case.sentence]
    head = without_agents(answer.text[: found.start()]) if (found := _BINDS.search(answer.text)) else ""
    if len(head) >= _LEAST_TOPIC and shared(own := bag(head, "zh"), known) < _KNOWN * sum(own.values()):
        return True
    return any(
        not any(other.start < one.end and one.start < other.end for other in answered) and cover(one, known) < _KNOWN
        for one in _ahead(answer, side.others)
        if _sets(one) or is_topic(one, answer, side.others) or not (force_of(one.text, "zh") or names_who(one.text))
    )
