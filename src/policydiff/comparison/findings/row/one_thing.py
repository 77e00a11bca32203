"""Whether two clauses say one thing of two bodies, so that it is who acts that changed.

base    协会应当公布名录     target  街道办事处应当公布名录     one thing of two bodies
        顾客有权拒绝店主             店主有权拒绝顾客           each deals with the other: two things
"""

from __future__ import annotations

import re

from policydiff.comparison.clauses import alike, clauses, have_one_opening, in_common, sets_the_case, share_of_shorter
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import KIN, SENTENCE
from policydiff.comparison.findings.terms.mentions import Mention
from policydiff.comparison.findings.terms.names import (
    AUTHORITY,
    are_kin,
    body_of,
    in_one_name,
    is_central,
    share_a_body,
)
from policydiff.text import skeleton

# 经…批准, 报…批准, 由…审批: the body before any of these decides.
DECISION = re.compile(
    r"(?:负责|书面|依法|研究|审查|审核)*(?:(?P<leave>批准|审批|审核|核准|同意|许可)|(?P<file>备案)|(?P<finding>决定|认定|确认|核发|确定|指定|核定|公布))"
)
LINKS = re.compile(
    r"(?:应当?|必须|可以|要|并且?|把|将|对|由|及时|依法|积极|的|其|，|、|\s)*"
)  # words that name nothing
_LEAST_SAID = 0.35  # how alike two clauses are without their bodies, where they say one thing of them
_LEAST_SAID_OF_KIN = 0.25
_FORBIDS = re.compile("不得|禁止|严禁|不准")
_REALM = re.compile("全国(?!人民代表大会|人大)")
_OBEYS = re.compile("执行|遵守|服从|接受|配合|履行|享受")
_LEAST_CONTENT = 4  # characters: what says less is said of anything
_STOCK = re.compile(
    r"应当?|必须|可以|(?:根据|按照?|依[照据])[^，。；]{0,24}?(?:规定|要求|职责|分工|权限|需要|情况|实际|方案|计划|规划|标准|程序)"
    r"|在?各自的?职责范围内|依法|及时|予以|给予|配合|采取(?:有效)?措施|违反本[^，。；]{1,4}规定|有下列(?:行为|情形)之一的?"
)
_LEAST_OF_ONE = 0.1  # of one and the same body in both
_HELD = 0.5  # or which share of the shorter the longer holds
_MUCH_SAID = 0.6  # of an authority and of those who are under it much must be said alike
_SUBORDINATE = re.compile(r"单位|企业|公司|团体|组织|个人|公民|居民|村民|学校|院校|媒体|[者人]$")
_UNLIKE = {(True, False), (False, True)}


def say_one_thing(change: Change, one: Mention, other: Mention, reading: RowReading) -> bool:
    """Whether the clauses say alike things of two bodies; of bodies that are kin less of it will do.

    Where a clause says next to nothing of its own (应当予以配合), its sentence must be alike as well.
    """
    if _contradict(change, one, other):
        return False
    rest, said = _without(change.base, one), _without(change.target, other)
    if _is_one_act(change):
        return True
    near, is_kin = _alike(rest, said), change.alike >= KIN
    if is_kin and share_a_body(one.text, other.text):
        return near >= _LEAST_OF_ONE
    deed, thin = leading_verb(change.base, one), min(_content(rest), _content(said)) < _LEAST_CONTENT
    is_one_deed = deed == leading_verb(change.target, other) != ""
    if any(sets_the_case(side.clause, "zh") for side in (change.base, change.target)):
        near = in_common(reading.base, reading.target, "zh") if thin else near  # the items say of which case
        return near >= (_least(one, other) if is_one_deed and not thin else _MUCH_SAID)
    if not thin and skeleton(rest) == skeleton(said):
        return True
    if is_kin and is_one_deed and (not thin or DECISION.match(deed)):
        return True
    if thin:
        near = _alike(_around_clause(reading.base, change.base), _around_clause(reading.target, change.target))
    return near >= _least(one, other)


def _contradict(change: Change, one: Mention, other: Mention) -> bool:
    """Whether one clause forbids and the other does not, one body follows what the other lays down, each is the one
    whom the other deals with (店主有权拒绝顾客, 顾客有权拒绝店主), or one is in charge of the whole country and the
    other is no counterpart of it."""
    apart = is_central(one.text) and not are_kin(one.text, other.text)
    if apart and _REALM.search(change.base.clause) and not is_central(other.text):
        return True
    if _are_unlike(one, other) and all("下列" in side.clause for side in (change.base, change.target)):
        return True  # what each must do is in the list
    sides = (change.base, one), (change.target, other)
    if _is_met(other, change.base, one) and _is_met(one, change.target, other):
        return True
    forbids = {bool(_FORBIDS.search(side.clause)) for side, _ in sides}
    obeys = {bool(_OBEYS.match(leading_verb(*side))) for side in sides}
    return len(forbids) > 1 or len(obeys) > 1


def _is_met(body: Mention, side: Passage, own: Mention) -> bool:
    """Whether a clause names a body beside the one of its own: as the other of whom it speaks."""
    return body_of(body.text) in in_one_name(side.clause.replace(own.text, "|"))


def _least(one: Mention, other: Mention) -> float:
    """How alike must be what clauses say of two bodies."""
    if _are_unlike(one, other):
        return _MUCH_SAID
    return _LEAST_SAID_OF_KIN if are_kin(one.text, other.text) else _LEAST_SAID


def _are_unlike(one: Mention, other: Mention) -> bool:
    """Whether one body is an authority and the other is of those who are under it."""
    kinds = {(bool(AUTHORITY.search(body.text)), bool(_SUBORDINATE.search(body.text))) for body in (one, other)}
    return kinds == _UNLIKE


def leading_verb(side: Passage, body: Mention) -> str:
    """The verb right behind a body, as far as two characters tell it."""
    links = LINKS.match(side.clause, max(0, body.end))
    return side.clause[links.end() if links else body.end :][:2]


def _content(text: str) -> int:
    """How many characters a text says beside words of force, grounds and stock phrases."""
    return len(skeleton(_STOCK.sub("", text)))


def _around_clause(row: str, side: Passage) -> str:
    """What else the sentence of a clause says, without stock phrases; the clause itself where that is nothing."""
    at = max(0, row.find(side.clause))
    ends = [found.start() for found in SENTENCE.finditer(row)]
    first = max((end + 1 for end in ends if end < at), default=0)
    last = min((end for end in ends if end >= at + len(side.clause)), default=len(row))
    return _STOCK.sub("", row[first:last].replace(side.clause, "")) or side.clause


def _alike(one: str, other: str) -> float:
    """How alike two texts are; wholly, where one holds much of the other."""
    if share_of_shorter(one, other, "zh") >= _HELD:
        return 1.0
    (first, *_), (second, *_) = (clauses(text, "zh") or (None,) for text in (one, other))
    return alike(first, second) if first and second else 0.0


def _is_one_act(change: Change) -> bool:
    """Whether both clauses open with the same preposition and end in the same verb: 由…责令改正."""
    old, new = change.base.clause, change.target.clause
    return have_one_opening(old, new) and old[-2:] == new[-2:]


def _without(side: Passage, mention: Mention) -> str:
    """What a clause says apart from the body that it names."""
    return side.clause.replace(mention.text, "")
