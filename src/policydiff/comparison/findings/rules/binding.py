"""Whether an element that one list alone has changes what anybody must or may do.

base    组织烫须、染须等活动    target    组织烫须、染须、卷须等活动
──▶     卷须 is one more of what 等 leaves open
"""

from __future__ import annotations

import re

from policydiff.comparison.clauses import sentence_around, sets_the_case
from policydiff.comparison.findings.row.changes import Passage
from policydiff.comparison.findings.rules.lists import OPEN
from policydiff.comparison.findings.terms.acts import is_penalty
from policydiff.text import skeleton
from policydiff.words_of_force import WORDS_OF_FORCE

_FORCE = f"{WORDS_OF_FORCE}|禁止|严禁"
# The rest of a list behind one of its elements, up to what leaves it open.
_LEFT_OPEN = re.compile(rf"(?:(?!{_FORCE}|以及(?!其他))[^，。；：]){{0,30}}?(?:{OPEN.pattern}|其他)")
# What such a list calls its elements; where that is a body or the way or part of a duty, each element counts.
_KIND = re.compile(rf"(?:{OPEN.pattern}|其他)(?:其他|各类|各种|有关|相关)*(?P<kind>(?!所)\w{{2}})")
_NO_KIND = frozenset(
    (
        "方面", "工作", "活动", "行为", "内容", "事项", "情况", "情形", "信息", "材料", "文件", "资料", "证明", "条件",
        "措施", "方式", "形式", "方法", "手段", "组织", "机关", "单位", "机构", "部门", "人员", "个人",
    )
)  # fmt: skip
# Lists of which each element counts though they are open: what a word means, what must be handed in, coercion, and
# what is forbidden without a word on why.
_EACH_COUNTS = re.compile(
    rf"是指|包括|提交|出具|(?:强制|应急)(?:处置|响应)?措施|[材资]料|证据|证明文件|条件"
    rf"|(?:禁止|不得)[^，。；]{{0,60}}{OPEN.pattern}(?:活动|行为|情形|原因|理由)"
)
_PRINCIPLES = re.compile(r"(?:原则|方针|理念)$|^[^，。；]{0,30}(?:坚持|遵循|秉持)[^，。；]{0,30}$")
_ABILITIES = re.compile(r"(?:提高|增强|提升|培养)[^，。；]{0,60}(?:能力|意识|水平|素质|素养)[^，。；]{0,4}$")
_AWARD = re.compile("给予|表彰|奖励")
_MERITS = re.compile(r"(?:成绩|成效|贡献|事迹)(?:显著|突出|优异|重大|较大)?(?:或者[^，。；]{1,8})?的")
# How a thing is done, and not what: 及时、安全、有序开展.
_MANNER = "及时|安全|有序|高效|便捷|便利|快速|快捷|迅速|稳妥|文明|科学|有效|优质"
_MANNERS = re.compile(rf"(?:{_MANNER})(?:[、和]?(?:{_MANNER}))+(?![的、和])")
_ALL_MANNER = re.compile(rf"(?:{_MANNER})(?:、(?:{_MANNER}))*")
_PROTECTED = re.compile(
    r"(?:维护|保护|保障|侵[犯害]|损害)[^，。；]{0,60}(?:权益|合法权利)"
    r"|为[^，。；]{0,40}提供[^，。；]{0,20}(?:便利|方便|帮助|照顾|援助|救助)(?!的)"
)
_BETWEEN = re.compile(rf"、|或者?|以及|及其?|和|与|{OPEN.pattern}")
_CONTRARY = tuple("非不无未")
_JOINS = re.compile(r"和|或者?|以及|及")
_BODY = re.compile(r"(?:部门|机构|单位|组织)$")


def takes_something(own: Passage, text: str, left: str, beside: Passage) -> bool:
    """Whether an element that is gone from a list changes something: it was taken out of a clause that else stays, or
    its list binds and it was no mere example.

    `own` is the clause of a text that has it and `left` what that says without it; of `beside`, the clause of the other
    side, and of `own` what stands `after` is behind the elements that the lists share.
    """
    if _is_all_that_is_gone(left, beside.clause):
        return True
    return not (_is_stock(own.clause, text) or _is_example(own.clause, own.after, beside.after))


def adds_something(elements: str, clause: str, text: str, beside: str, behind: str) -> bool:
    """Whether new elements of a list in a clause of a text change something: the list binds, and the base neither
    leaves room for them nor names them by a wider word.

    `beside` is the base's clause, `behind` what in that stands behind the element after which they are put.
    """
    return not (_is_stock(clause, text) or _is_foreseen(elements, clause, beside, behind))


def _is_stock(clause: str, text: str) -> bool:
    """Whether a list in a clause of a text is of principles, of grounds of an award or of what is to be taught."""
    if _PRINCIPLES.search(clause) or _ABILITIES.search(clause):
        return True
    sentence = None if _AWARD.search(clause) else sentence_around(clause, text, "zh")
    return sentence is not None and bool(_MERITS.search(sentence.text))


def _is_foreseen(elements: str, clause: str, beside: str, behind: str) -> bool:
    """Whether new elements of a list are what the base leaves room for or names by a wider word, say how a thing is
    done, or only widen whom and what is protected.

    `clause` is the target's and `beside` the base's, `behind` what in that stands behind the element after which they
    are put.
    """
    is_of_manner = _ALL_MANNER.fullmatch(elements) and _MANNERS.search(clause)
    protected = _PROTECTED.search(clause)
    is_protected = protected and all(one in protected.group() for one in elements.split("、"))
    if is_of_manner or is_protected or _names_the_rest(elements, beside):
        return True
    if all(_is_kind_of_one(element, beside) for element in elements.split("、")):
        return True
    each_counts = _EACH_COUNTS.search(beside) or is_penalty(beside) or sets_the_case(beside, "zh")
    return bool(_LEFT_OPEN.match(behind)) and not each_counts


def _is_all_that_is_gone(left: str, beside: str) -> bool:
    """Whether what is left of a clause without some elements of its list is the clause beside it: whoever took them out
    of it, be they examples or principles, changed nothing else."""
    return _JOINS.sub("", skeleton(left)) == _JOINS.sub("", skeleton(beside))


def _is_example(clause: str, behind: str, behind_other: str) -> bool:
    """Whether an element that is gone from a list in a clause was an example of what both lists call by one name:
    等公共场所.

    What stands in either clause is given from behind the elements that the lists share.
    """
    if _EACH_COUNTS.search(clause) or not all(_LEFT_OPEN.match(side) for side in (behind, behind_other)):
        return False
    kinds = [_KIND.search(side) for side in (behind, behind_other)]
    names = {kind["kind"] for kind in kinds if kind}
    return all(kinds) and len(names) == 1 and not names & _NO_KIND


def _is_kind_of_one(element: str, beside: str) -> bool:
    """Whether a clause lists what an element is one kind of: 人民调解 beside 调解; not 非机动车 beside 机动车."""
    wider = (one for one in _BETWEEN.split(beside)[1:] if len(one) > 1 and element.endswith(one))
    return any(not element.startswith(_CONTRARY) for one in wider)


def _names_the_rest(elements: str, beside: str) -> bool:
    """Whether a clause names with 其他 all other bodies such as the elements are: 其他有关部门."""
    kinds = [_BODY.search(element) for element in elements.split("、")]
    return all(kind and re.search(f"其他(?:有关|相关)?{kind.group()}", beside) for kind in kinds)
