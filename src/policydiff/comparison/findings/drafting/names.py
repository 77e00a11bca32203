"""What the target calls itself, and names of one body that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from policydiff.comparison.clauses import clauses
from policydiff.comparison.findings.drafting.quoted import near
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.mentions import has_verb, mentions
from policydiff.eid import NUMBER
from policydiff.model import Document
from policydiff.text import skeleton, without_stray_blanks
from policydiff.titles import KINDS

OWN_KINDS = f"{KINDS}|方案"
_TITLE_KIND = re.compile(rf"({OWN_KINDS})(?:[（(].*[）)])?$")
# 本法院, 本法定, 本章程序 and 本规范性 name no rule; 本条例规定 does.
_NO_NAME = r"(?<=本法)\s{0,3}[院律定人制规官]|(?<=章程)\s{0,3}序|(?<=规范)\s{0,3}[性围]"
_OWN_NAME = re.compile(rf"(?<![日基根资版原文成称])本(?:实施|暂行)?({OWN_KINDS})(?!{_NO_NAME})")
_BODIES = ("领导小组", "工作小组", "委员会", "指挥部", "联席会议", "领导机构")
_JOINED = re.compile(r"(?:会|组|团|部|室|议|构|关|门|府|位|院|省|市|州|区|县|旗|乡|镇)(?:、|和|与|或者|或|及|以及)")
_ORDINAL = re.compile(rf"第{NUMBER}")
_LEVEL = re.compile(r"[上下本各]级|以上|地方")
# What no rule sets up for a task; one or the other of two.
_STANDING = re.compile(r"代表大会|常务委员会|民委员会|军事委员会|或")
_JOINS = re.compile(r"的|[、和与及]|以及")
_LEAST_NAME = 6


def own_name(target: Document) -> Iterator[Found]:
    """本办法 in a text whose title says 意见: the document calls itself what it is not.

    Not found: a document whose title names no kind. 立法技术规范（试行）（一） 2009: a law calls itself 本法, and so
    on; left over from another text, the name makes its references point nowhere.
    """
    kind = _TITLE_KIND.search(skeleton(target.title))
    if not kind:
        return
    told = set()
    for leaf in target.leaves():
        for found in _OWN_NAME.finditer(leaf.text):
            if found[1] != kind[1] and found[1] not in told:
                told.add(found[1])
                yield Found("own-name", "drafting", "", near(leaf.text, *found.span()), leaf.eid)


def two_names(target: Document) -> Iterator[Found]:
    """Two names for what seems one body: one name holds all characters of the other and begins and ends alike.

    Not found: a body and its office, bodies of two levels (市…, 区…) or of two tasks (食品安全委员会,
    食品安全国家标准审评委员会), an assembly and what belongs to it. 立法技术规范（试行）（一） 2009: one term for
    one thing.
    """
    named: dict[str, str] = {}
    for leaf in target.leaves():
        for clause in clauses(without_stray_blanks(leaf.text), "zh"):
            if any(body in clause.text for body in _BODIES):
                for mention in mentions(clause.text):
                    if _is_one_body(mention.text):
                        named.setdefault(mention.text, leaf.eid)
    for one, other in combinations(sorted(named, key=lambda name: (len(skeleton(name)), skeleton(name))), 2):
        if skeleton(one) != skeleton(other) and _may_be_one(one, other):
            yield Found("two-names", "drafting", one, other, named[other])
            return


def _may_be_one(one: str, other: str) -> bool:
    """Whether the longer of two names may be that of the same body."""
    if one[:3] != other[:3] or one[-3:] != other[-3:] or not _within(one, other):
        return False
    start = next(at for at, char in enumerate(other) if not one.startswith(char, at))
    more = other[start : start + len(other) - len(one)]
    body = next(body for body in _BODIES if other.endswith(body))
    # What stands right before the word for the body is its task: another task is another body, one more is not.
    is_its_task = other[start + len(more) :] == body and not _JOINS.match(more)
    return not (is_its_task or _LEVEL.search(more) or more.endswith(one[:3]) or one in other[start:])


def _is_one_body(name: str) -> bool:
    """Whether a name is that of a body set up for a task, and of no more than one."""
    if _ORDINAL.search(name) or _STANDING.search(name):
        return False  # 第十届 and 第十一届 are two
    return len(name) >= _LEAST_NAME and name.endswith(_BODIES) and not has_verb(name) and not _JOINED.search(name)


def _within(short: str, long: str) -> bool:
    """Whether all characters of the short name stand in the long one, in order."""
    rest = iter(long)
    return not long.startswith(short) and all(char in rest for char in short)
