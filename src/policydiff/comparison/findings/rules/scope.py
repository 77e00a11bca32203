"""What else a clause says: its object, place, range and qualification, and whether a list is left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from policydiff.comparison.clauses import (
    alike,
    bag,
    have_one_opening,
    in_common,
    sentence_around,
    sets_the_case,
    share_said,
)
from policydiff.comparison.findings.row.answering import answer, hold_one_place
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import CLOSE, KIN, LEAST_KIN, SENTENCE, SHORT, Quotes, both_clauses
from policydiff.comparison.findings.row.said import telling
from policydiff.comparison.findings.rules.bodies import is_same_body
from policydiff.comparison.findings.rules.lists import OPEN, is_of_other_places
from policydiff.comparison.findings.rules.own_words import AS_PROVIDED, Runs, element, own_words, tells, trimmed
from policydiff.comparison.findings.rules.sources import NAMES_BREACH, OWN_PROVISIONS, PROVISION
from policydiff.comparison.findings.terms.acts import is_penalty
from policydiff.comparison.findings.terms.aims import is_effect
from policydiff.comparison.findings.terms.mentions import Mention, agents, subject_of
from policydiff.comparison.findings.terms.names import STATE, is_central
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.style import bare, in_one_style
from policydiff.text import skeleton
from policydiff.titles import TITLE, without_realm
from policydiff.words import words as words_of
from policydiff.words_of_force import FORCES, PROHIBITION

_TITLE = re.compile(r"《(?:中华人民共和国)?([^《》]{3,40})》")
_JOINED = re.compile(r"^(?:由|并且?|应当|可以)+")
_OF_THE_REALM = re.compile("国家级?|全国")
_OF_A_PLACE = re.compile("[本全我]?(?:省|市|区|县|自治区|自治州)级?|本级")
_CATCH_ALL = re.compile(
    r"(?:法律、?(?:行政)?法规(?:、规章)?|本(?:法|条例|办法|规定)|和|或者|以及|国家|本省)*(?:规定)?的?其他[^，]{0,8}"
)
_SETS_DOWN = re.compile(r"(?:(?:确定|划定|明确|核定|规定|决定|包括|制定|建立|实施|组织)、?)+")
_NEARLY_THE_SAME = 0.8  # clauses so much alike are of one matter in whatever sentences they stand
_LIKELY = 0.3  # a pairing
_LIKE_SENTENCES = 0.3  # sentences less alike are of two matters, though a clause of each speaks of one thing
_LEAST_COMMON = 0.05  # of what two clauses say besides whom they name
_OPPOSITES = {frozenset("前后"), frozenset("内外")}  # 交付前, 交付后: one character turns the clause
_LEAST_WORDS = 2  # characters; what is shorter is no other object
_SAYS_MORE = 4
_ENTERS_INTO_FORCE = re.compile(r"起(?:施行|实施|执行)")
_MOSTLY = 0.5
_DENIES = re.compile(r"非(?![常法])|不(?![得同断少])|未(?!成年|来)|无(?![线偿])")
_LIST_BEHIND = re.compile(r"下列[^，。；]{1,8}$")
_WHILE = re.compile("(?:过程)?[中时后]$")
_SAYS_LITTLE = re.compile("事业|工作|活动|行为|情况|事项|方面")
_IN_A_LIST = re.compile(r"、|和|或|及|与|,")


def open_list(change: Change, reading: RowReading) -> Quotes | None:
    """等 left out after a list, which closes it; or put there, which opens it.

    Not found: 等 in a clause that was reworded, 等 after an example that the other side does not name (`scope`), 等 in
    the place of 其他.
    立法技术规范（试行）（一） 2009: 等 stands for what is alike and not named.
    """
    if not change.within:
        return None
    touched = "等" in change.base.words or "等" in change.target.words
    if not touched or max(len(change.base.words), len(change.target.words)) > SHORT:
        return None
    sides = (change.base.clause, change.target.clause)
    old, new = map(OPEN.search, sides)
    found, other = (old, sides[1]) if old else (new, sides[0])
    if found is None or (old and new):
        return None
    if "其他" in other:
        return None  # which leaves its list open as well
    return both_clauses(change) if found.string[max(0, found.start() - 2) : found.start()] in other else None


def scope(change: Change, reading: RowReading) -> Quotes | None:
    """Another object, place, range or qualification in a clause that both sides have.

    Not found: what another rule speaks of, particles and common words, words that only moved within the row or that the
    other side says before, in the sentence around or nearly so in its article, a clause told with the next one that
    another provision says, what the state's central bodies do and no local rule speaks of, clauses that do not answer
    each other, one put in other words throughout, anything in a row whose pairing is doubtful.
    法规规章备案审查条例 2024 art. 13: narrowing a duty or widening a power of the superior rule is inconsistency.
    """
    if not change.within:
        return None
    change = _without_what_both_keep(change)
    old, new = map(bare, _without_one_body(change, reading))
    denied = _denies(change.base, change.target) != _denies(change.target, change.base)
    turned = change.alike >= CLOSE and (denied or frozenset((old, new)) in _OPPOSITES)
    least = 1 if element(change) else _LEAST_WORDS  # 、工作票: the word that says little is a part of a name
    if not turned and (sorted(old) == sorted(new) or max(len(old), len(new)) < least):
        return None
    if all(_ENTERS_INTO_FORCE.search(side.clause) for side in (change.base, change.target)):
        return None  # a rule of its own has a date of its own
    if _are_equal_spans(change) or _say_the_same(change, reading) or _are_of_two_rules(change):
        return None
    if change.alike < _NEARLY_THE_SAME and _are_of_two_matters(change, reading):
        return None
    if turned:
        return both_clauses(change) if answer(change, reading) else None
    if _is_introduced(change.base, old, new, reading.introduction(change.target)):
        return None
    if _is_introduced(change.target, new, old, reading.base_introduction(change.base)):
        return None
    if _OF_THE_REALM.fullmatch(old) and _OF_A_PLACE.fullmatch(skeleton(change.target.words)):
        return None  # what a local rule says for the state it says for its place
    if not change.target.words and all(map(is_of_other_places, filter(None, change.base.words.split("、")))):
        return None  # nor does it name what only other parts of the realm have
    if _only_moved(old, new, change) or _is_of_central_bodies(change):
        return None
    if not new and (old == STATE or _is_said_beside(change.base, old, reading.target, reading.base)):
        return None  # a local rule does not speak for the state
    if not old and _is_said_beside(change.target, new, reading.base, reading.target):
        return None
    if not new and _leads_to(change.base, change.target, reading.target):
        return None
    if not old and _leads_to(change.target, change.base, reading.base):
        return None
    if all(is_effect(side.clause) for side in (change.base, change.target)):
        return None  # what is gained by it binds nobody
    if all(NAMES_BREACH.fullmatch(side.clause) for side in (change.base, change.target)):
        return None  # `reference` and `instrument` speak of what is broken
    if not answer(change, reading) or not any(own_words(change, reading)):
        return None
    if change.reworded and not _may_be_reworded(change):
        return None
    return both_clauses(change) if _stands_for_the_other(change, reading) else None


def _stands_for_the_other(change: Change, reading: RowReading) -> bool:
    """Whether the words of one side stand for those of the other, where either has some: where several provisions are
    laid beside one and that is not likely, they are mostly of another thing."""
    kept = _without_what_both_keep(change)
    old, new = _runs(kept, reading)
    both = (old or _names_another(kept.base, kept.target)) and (new or _names_another(kept.target, kept.base))
    is_replaced = change.reworded or (both and len(old) <= 1 and len(new) <= 1)
    return not (is_replaced and reading.of_several and reading.score < _LIKELY)


def _names_another(side: Passage, other: Passage) -> bool:
    """Whether the words in which a side differs name a thing that the other clause does not."""
    return _name_a_thing(side.words) and trimmed(side) not in other.clause


def _may_be_reworded(change: Change) -> bool:
    """Whether both clauses set a case, lay down a penalty or stand in the same words: these answer each other in
    whatever words."""
    sides = change.base.clause, change.target.clause
    if all(map(is_penalty, sides)) or all(sets_the_case(side, "zh") for side in sides):
        return True
    return hold_one_place(change)


def differing(change: Change, reading: RowReading) -> tuple[Quotes, ...]:
    """The words of which `scope` speaks: what either side says alone, each for itself where either clause has a word of
    them besides, or all that differs where that is one character; nothing where a whole clause is put in other
    words."""
    if change.reworded:
        return ()
    change = _without_what_both_keep(change)
    sides, others = (change.base, change.target), (change.target.clause, change.base.clause)
    runs = _runs(change, reading)
    if sum(map(len, runs)) == 1 and all(_name_a_thing(side.words) for side in sides):
        runs = [own or _whole(side, other) for own, side, other in zip(runs, sides, others, strict=True)]
        if not all(runs) and _are_respelt(*map(trimmed, sides)):
            runs = [(trimmed(side),) for side in sides]
    old, new = ([_unlisted(one, other) for one in own] for own, other in zip(runs, others, strict=True))
    if len(old) == len(new) == 1 and _stand_for_each_other(old[0], new[0], change):
        return ((old[0], new[0]),)
    alone = (*((one, "") for one in old), *(("", one) for one in new))
    return alone or ((change.base.words, change.target.words),)


def _runs(change: Change, reading: RowReading) -> list[Runs]:
    """What either side says alone that names a thing."""
    return [tuple(filter(_name_a_thing, side)) for side in own_words(change, reading)]


def _whole(side: Passage, other: str) -> Runs:
    """All words in which a side differs, if one of them tells that the other clause has not."""
    words = trimmed(side)
    held = in_one_style(other)
    return (words,) if any(tells(one) and one not in held for one in telling(words)) else ()


def _stand_for_each_other(old: str, new: str, change: Change) -> bool:
    """Whether what either clause says alone stands in the place of what the other does."""
    return _are_respelt(old, new) or (_hold_one_slot(old, new, change) and not _have_moved(old, new, change))


def _are_respelt(old: str, new: str) -> bool:
    """Whether one thing is named in two ways, neither of which is a part of the other: 签订协议, 签订赡养协议."""
    if not (old and new) or old in new or new in old:
        return False
    return old[0] == new[0] or old[-1] == new[-1]


def _hold_one_slot(old: str, new: str, change: Change) -> bool:
    """Whether words of either clause stand between the same characters, or between one that both have and the end of
    both: 城市道路 beside 城镇道路, but not 扩建分散燃煤 beside 扩建燃煤机组."""
    sides = (change.base.clause, old), (change.target.clause, new)
    ends = [(clause.find(words), clause.find(words) + len(words), clause) for clause, words in sides]
    if any(start < 0 for start, _, _ in ends):
        return True  # words that were put together
    before = {clause[max(0, start - 1) : start] for start, _, clause in ends}
    behind = {clause[end : end + 1] for _, end, clause in ends}
    return len(before) == len(behind) == 1 and before | behind != {""}


def _have_moved(old: str, new: str, change: Change) -> bool:
    """Whether either clause says, besides what it says alone, a word of what the other one does: these words do not
    stand for each other."""
    pairs = (old, change.target.clause.replace(new, "", 1)), (new, change.base.clause.replace(old, "", 1))
    return any(len(word) > 1 and word in rest for words, rest in pairs for word in telling(words))


def _name_a_thing(words: str) -> bool:
    """Whether some words say more than that there is a thing: not 事业, 工作."""
    return bool(bare(_SAYS_LITTLE.sub("", words)))


def _unlisted(words: str, other: str) -> str:
    """The elements of some words that another clause does not list; all of them where it lists none or each."""
    elements = words.split("、")
    left = [element for element in elements if bare(element) not in bare(other)]
    return "、".join(left) if left else words


def _is_of_central_bodies(change: Change) -> bool:
    """Whether a central body acts in the clause of the base, or it opens with one, and none in that of the target."""
    own, local = subject_of(change.base.clause), subject_of(change.target.clause)
    acting = own.text if own else change.subjects[0] or change.base.clause
    return acting != STATE and is_central(acting) and not (local and is_central(local.text))


def _are_of_two_rules(change: Change) -> bool:
    """Whether two clauses do not answer each other: they share whom they name and nothing of what they say of him, each
    ends a list of its own (法律规定的其他条件), or one names the breach of a duty and the other lays it down."""
    if all(_CATCH_ALL.fullmatch(side.clause) for side in (change.base, change.target)):
        return True
    denies = [bool(_DENIES.search(side.clause)) for side in (change.base, change.target)]
    if denies[0] != denies[1] and _names_case(change.base) != _names_case(change.target):
        return True
    return _share_a_name_alone(change.base.clause, change.target.clause)


def _are_of_two_matters(change: Change, reading: RowReading) -> bool:
    """Whether the sentences in which two clauses stand have little in common: 加强染须安全责任制的考核 and 编制染须安全
    责任清单 name one thing, of which either sentence says something else. Two prohibitions are of one matter."""
    if all(PROHIBITION["zh"].search(side.clause) for side in (change.base, change.target)):
        return False
    old = sentence_around(change.base.clause, reading.base, "zh")
    new = sentence_around(change.target.clause, reading.target, "zh")
    return old is not None and new is not None and alike(old, new) < _LIKE_SENTENCES


def _share_a_name_alone(old: str, new: str) -> bool:
    """Whether all that two clauses have in common is whom they name; not where both open alike (由…) or end alike."""
    named = sorted({one.text for clause in (old, new) for one in agents(clause)}, key=len)
    if not named or have_one_opening(old, new) or old[-2:] == new[-2:]:
        return False
    left = in_common(_without(old, named), _without(new, named), "zh")
    return in_common(old, new, "zh") >= LEAST_KIN > _LEAST_COMMON > left


def _without(clause: str, names: Sequence[str]) -> str:
    """A clause without some names, the longest first."""
    for name in reversed(names):
        clause = clause.replace(name, "")
    return clause


def _names_case(side: Passage) -> bool:
    """Whether a clause names a case, and lays nothing down: …的."""
    return skeleton(side.clause).endswith("的")


def _without_one_body(change: Change, reading: RowReading) -> tuple[str, str]:
    """The words that differ on either side; without those who act, of whom `actor` speaks, where both sides name the
    same or one side has no words."""
    sides = change.base, change.target
    told = [[one for one in agents(side.clause) if side.start <= one.start and one.end <= side.end] for side in sides]
    both = all(side.words for side in sides)
    same = len(told[0]) == len(told[1]) and all(
        is_same_body(one, other, reading.rule) for one, other in zip(told[0], told[1], strict=True)
    )
    if both and not same:
        return change.base.words, change.target.words
    old, new = (
        _outside(side, [(one.start, one.end) for one in bodies]) for side, bodies in zip(sides, told, strict=True)
    )
    return old, new


def _outside(side: Passage, told: Iterable[tuple[int, int]]) -> str:
    """The words that differ on a side without those of some spans of its clause."""
    within = {at for start, end in told for at in range(start, end)}
    return "".join(side.clause[at] for at in range(side.start, side.end) if at not in within)


def _is_introduced(side: Passage, said: str, other: str, introduction: str) -> bool:
    """Whether what one side alone says introduces the list that the other side's clause is an item of."""
    if other or not introduction:
        return False
    if side.start == 0 and _SETS_DOWN.fullmatch(side.words):
        return True
    return said in bare(introduction) or is_covered(side.words, introduction)


def _without_what_both_keep(change: Change) -> Change:
    """A change of 事故 to 生产安全事故 as one that puts in 生产安全; any other as it is."""
    old, new = change.base, change.target
    short, long = sorted((old.words, new.words), key=len)
    if not short or not (long.startswith(short) or long.endswith(short)):
        return change
    ahead = len(short) if long.startswith(short) else 0
    behind = len(short) - ahead
    return replace(
        change,
        base=replace(old, start=old.start + ahead, end=old.end - behind),
        target=replace(new, start=new.start + ahead, end=new.end - behind),
    )


def _say_the_same(change: Change, reading: RowReading) -> bool:
    """Whether the clauses differ in style, in who acts, in their own numbers and in the order of words alone."""
    if _are_of_one_style(change.base.clause, change.base.before + change.target.words + change.base.after):
        return True
    if _announce_alike(change.base.clause, change.target.clause):
        return True
    own, local = in_one_style(change.base.clause), in_one_style(_named_by_itself(change.target.clause, reading.title))
    if "本法" in own and "法律" not in own:
        local = local.replace("法律", "本法")  # 除本法另有规定外 is in a local rule 除法律、法规另有规定外
    plain = [AS_PROVIDED.sub("", side) for side in _without_one_subject(own, local, reading.rule)]
    if all(map(OWN_PROVISIONS.search, plain)):
        plain = [OWN_PROVISIONS.sub("", side) for side in plain]  # each cites its own numbers
    return skeleton(plain[0]) == skeleton(plain[1]) or sorted(bare(plain[0])) == sorted(bare(plain[1]))


def _announce_alike(one: str, other: str) -> bool:
    """Whether two clauses announce a list of the same thing, whatever they call its items: 下列用途, 下列规定."""
    if not all(map(_LIST_BEHIND.search, (one, other))):
        return False
    return bare(_LIST_BEHIND.sub("", one)) == bare(_LIST_BEHIND.sub("", other))


def _are_of_one_style(one: str, other: str) -> bool:
    """Whether two clauses that differ at one place differ there in style alone."""
    plain = [OWN_PROVISIONS.sub("", AS_PROVIDED.sub("", in_one_style(clause))) for clause in (one, other)]
    return sorted(bare(plain[0])) == sorted(bare(plain[1]))


def _only_moved(old: str, new: str, change: Change) -> bool:
    """Whether what one clause has more the other says at another place: A或者B, B或者A."""
    times = [skeleton(side.clause).count(old or new) for side in (change.base, change.target)]
    return bool(old) != bool(new) and 0 < times[0] == times[1]


def says_more(change: Change) -> bool:
    """Whether what differs goes beyond bodies, numbers, words of force and citations, of which other rules speak."""
    if change.alike < KIN:
        return False
    old, new = (bare(_without_told(side)) for side in (change.base, change.target))
    return sorted(old) != sorted(new) and max(len(old), len(new)) >= _SAYS_MORE


def _are_equal_spans(change: Change) -> bool:
    """Whether only the unit differs in which one amount or time is printed: 每半年, 每六个月."""
    sides = change.base, change.target
    printed = [
        [q for q in quantities(side.clause, "zh") if q.start < side.end and side.start < q.end] for side in sides
    ]
    if not all(printed) or {q.meaning for q in printed[0]} != {q.meaning for q in printed[1]}:
        return False
    old, new = (
        bare(_outside(side, [(q.start, q.end) for q in found])) for side, found in zip(sides, printed, strict=True)
    )
    return old == new


def _without_told(side: Passage) -> str:
    """The words that differ on a side without those that a rule other than `scope` speaks of."""
    told = [(one.start, one.end) for one in agents(side.clause)]
    told += [(one.start, one.end) for one in quantities(side.clause, "zh")]
    told += [found.span() for force in FORCES.values() for found in force["zh"].finditer(side.clause)]
    told += [found.span() for pattern in (PROVISION, TITLE) for found in pattern.finditer(side.clause)]
    return _outside(side, told)


def _named_by_itself(clause: str, title: str) -> str:
    """A local rule's clause with 本法 where it names the law that it implements, alone or beside itself."""
    name = without_realm(title)
    if not name.endswith(("法", "条例")):
        return clause
    found = _TITLE.sub(lambda cited: "本法" if name.endswith(skeleton(cited[1])) else cited[0], clause)
    return found.replace(name, "本法")


def _without_one_subject(old: str, new: str, title: str) -> tuple[str, str]:
    """Two clauses without the body that acts, where both name the same one, or one of them names nobody."""
    one, other = subject_of(old), subject_of(new)
    if one and other and is_same_body(one, other, title):
        return _without_body(old, one), _without_body(new, other)
    acting = agents(old), agents(new)
    if all(acting) or not any(acting):
        return old, new
    return _without_body(old, next(iter(acting[0]), None)), _without_body(new, next(iter(acting[1]), None))


def _without_body(clause: str, body: Mention | None) -> str:
    """A clause without a body that acts in it, and without what only joins it to the clause before."""
    said = clause[: body.start] + clause[body.end :] if body else clause
    return _JOINED.sub("", said)


def _denies(side: Passage, other: Passage) -> bool:
    """Whether the words that differ hold one that turns the clause round: 非执行紧急任务时, 执行紧急任务时.

    非 in a name (非机动车) does not where the other clause has no such thing without it.
    """
    found = _DENIES.finditer(side.words)
    return any(one.group() != "非" or _is_denied(side.words[one.end() :], other) for one in found)


def _is_denied(words: str, other: Passage) -> bool:
    """Whether the other clause has the first of some words without 非."""
    first = next(iter(words_of(words)), "")
    return bool(re.search(f"(?<!非){re.escape(first)}", other.clause))


def _is_said_beside(side: Passage, said: str, text: str, own: str) -> bool:
    """Whether the other side says what is left out (该规划 for 规划): what qualifies a thing (…的) of that thing, of a
    list as often as the own side does."""
    if side.words.endswith("的"):
        return bare(side.words + side.after[:2]) in bare(text)
    if _IN_A_LIST.search(side.words):
        return skeleton(text).count(said) >= max(1, skeleton(own).count(said))
    return said in bare(text)


def _leads_to(side: Passage, other: Passage, text: str) -> bool:
    """Whether the sentence of the other side's clause says just before it what a side says besides: 染须中发现剪刀的
    beside 组织染须，发现剪刀的."""
    said = bare(_WHILE.sub("", side.words)) if _WHILE.search(side.words) else ""
    before = SENTENCE.split(text[: max(0, text.find(other.clause))])[-1]
    return bool(said) and said in bare(before)


def is_covered(words: str, text: str) -> bool:
    """Whether a text says most of what the words say, if they say anything."""
    return not bag(words, "zh") or share_said(words, text, "zh") >= _MOSTLY
