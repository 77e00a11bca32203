"""Whether two clauses that are laid beside each other answer each other, so that it says something in which words they
differ.

base    店主应当将收费标准告知顾客      target  店主应当与顾客约定收费标准     two acts on one thing: no answer
        染液验收合格后， 方可使用               染液验收合格后， 应当登记      one case of two rules: no answer
        └ case ─────┘  └ goes on ┘              └ case ─────┘  └ goes on ┘

Two clauses answer each other that end in the same words, or of which one joins more to what the other ends in; hardly
any two do that are less alike. A case, a topic and an item of a list say nothing by themselves: what is said of them
must be alike as well.
"""

from __future__ import annotations

import re

from policydiff.comparison.clauses import alike, clauses, sets_the_case, share_of_shorter
from policydiff.comparison.findings.row.changes import Change, RowReading
from policydiff.comparison.findings.terms.acts import is_penalty
from policydiff.text import skeleton
from policydiff.words_of_force import GOES_ON_WITH_FORCE, WORDS_OF_FORCE

_MUCH_ALIKE = 0.5  # clauses so much alike answer each other however they end
_LEAST = 0.34  # those less alike are put in other words throughout
_LEAST_OF_ONE_PLACE = 0.2
_SAID_ALIKE, _SAID_THE_SAME = 0.25, 0.55  # of what is said of two cases: of one matter; so much so that it decides
_HOLDS = 0.6  # of what the shorter of two clauses says, the longer one, in whatever order: 染烫须发, 须发的染烫
_LIKELY_ITEMS = 0.3  # a pairing of two items
_ONE_CASE = 0.9  # two cases so much alike, of one of which it is not known what is said
_SAYS_LITTLE = "事业|工作|活动|行为|情况"
_END = re.compile(rf"(?:{_SAYS_LITTLE}|的)+$")
_JOINED_BEHIND = re.compile(rf"(?:{_SAYS_LITTLE}|等)*(?:、|和|以及|及|或|与|并|，)")
_DEED = re.compile(
    f"(?:{WORDS_OF_FORCE})(?:及时|依法|立即|定期|[在自][^，。；]{{1,20}}?[内前后]|(?:按照?|根据|依照)[^，。；]{{1,20}}?的?规定)*"
    r"(?P<verb>(?![将把对向在为由与以按根依])..)"
)
_OF_MANY_THINGS = frozenset(
    ("采取", "加强", "组织", "进行", "建立", "开展", "做好", "符合", "具备", "制定", "支持", "保障", "提供")
)
_GOES_ON = re.compile(GOES_ON_WITH_FORCE)
_BINDS = re.compile(f"{WORDS_OF_FORCE}|禁止|有权|负责|鼓励|支持")
_ANNOUNCES = re.compile(r"(..)(?:下列|以下)[^，。；]{1,8}$")
_LIST = re.compile(r"(?:、|和|以及|或者?)$")
_LISTS = re.compile(r"下列|以下")


def may_answer(base: str, target: str, likeness: float) -> bool:
    """Whether two clauses so much alike may answer each other by their own words."""
    if likeness < _LEAST:
        return False
    if likeness >= _MUCH_ALIKE:
        return True
    if sets_the_case(base, "zh") != sets_the_case(target, "zh"):
        return False
    return _end_alike(base, target) or share_of_shorter(base, target, "zh") >= _HOLDS


def answer(change: Change, reading: RowReading) -> bool:
    """Whether the two clauses of a change answer each other, where they stand."""
    sides = change.base.clause, change.target.clause
    if hold_one_place(change):
        return change.alike >= _LEAST_OF_ONE_PLACE
    if change.alike < _LEAST or len({bool(_LISTS.search(side)) for side in sides}) > 1:
        return False
    if all(map(is_penalty, sides)):
        return reading.may_answer(*sides)
    return may_answer(*sides, change.alike) and _is_said_of_them_alike(change, reading)


def hold_one_place(change: Change) -> bool:
    """Whether two clauses are of one kind, and their sentences go on in the same words."""
    if sets_the_case(change.base.clause, "zh") != sets_the_case(change.target.clause, "zh"):
        return False
    (old, *_), (new, *_) = (clauses(behind, "zh") or (None,) for behind in change.follows)
    return old is not None and new is not None and alike(old, new) >= _SAID_THE_SAME


def _end_alike(one: str, other: str) -> bool:
    """Whether two clauses end in the same words, or in other elements of one list, command the same, or one joins more
    to what the other ends in (检查, 检查和评估), or ends in what that commands (应当通知顾客, 应当向顾客通知)."""
    if _ends(one) & _ends(other) or _announce(one) == _announce(other) != "" or _LIST.search(_opening(one, other)):
        return True
    deeds = _deed(one), _deed(other)
    if deeds[0] == deeds[1] and deeds[0] and deeds[0] not in _OF_MANY_THINGS:
        return True
    return any(_joins_more(a, b) or _deed(a) in _ends(b) for a, b in ((one, other), (other, one)))


def _opening(one: str, other: str) -> str:
    """What two clauses open with alike."""
    pairs = zip(one, other, strict=False)
    return one[: next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))]


def _announce(clause: str) -> str:
    """What a clause does with a list that follows, whatever it calls its items: 符合下列规定, 符合下列要求."""
    found = _ANNOUNCES.search(clause)
    return found[1] if found else ""


def _ends(clause: str) -> set[str]:
    """The last two characters of a clause, and those of the last word that says something."""
    plain = skeleton(clause)
    return {_END.sub("", plain)[-2:], plain.removesuffix("的")[-2:]}


def _joins_more(longer: str, shorter: str) -> bool:
    """Whether a clause joins something to the words that another one ends in."""
    end = _END.sub("", skeleton(shorter))[-2:]
    places = re.finditer(re.escape(end), longer) if len(end) > 1 else ()
    return any(_JOINED_BEHIND.match(longer, found.end()) for found in places)


def _deed(clause: str) -> str:
    """The verb behind a word of force, as far as two characters tell it."""
    found = _DEED.search(clause)
    return found["verb"] if found else ""


def _is_said_of_them_alike(change: Change, reading: RowReading) -> bool:
    """Whether what two cases or topics lead to is alike, or what introduces the lists that two clauses are items of."""
    introductions = [side.introduction(clause) for side, clause in zip(reading.sides, change.sides, strict=True)]
    alike_behind = all(change.follows) and _most_alike(*change.follows) >= _SAID_ALIKE
    if not _is_case(change):
        return alike_behind or not all(introductions) or _most_alike(*introductions) >= _SAID_ALIKE
    said = [behind or before for behind, before in zip(change.follows, introductions, strict=True)]
    if all(introductions) and not any(change.follows) and not reading.of_several and reading.score >= _LIKELY_ITEMS:
        return True  # two items that belong together as they stand
    if all(said):
        return alike_behind or _most_alike(*said) >= _SAID_ALIKE
    return not any(said) or change.alike >= _ONE_CASE


def _is_case(change: Change) -> bool:
    """Whether either clause only says when, or of what, the rest of its sentence holds."""
    sides = change.base.clause, change.target.clause
    return any(
        sets_the_case(clause, "zh") or (_GOES_ON.match(behind) and not _BINDS.search(clause))
        for clause, behind in zip(sides, change.follows, strict=True)
    )


def _most_alike(one: str, other: str) -> float:
    """How alike the two clauses of some words are that are most alike."""
    return max((alike(a, b) for a in clauses(one, "zh") for b in clauses(other, "zh")), default=0.0)
