"""What else a clause says: its object, place, range and qualification, and whether a list is left open."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
from policydiff.comparison.findings.rules.bodies import is_same_body
from policydiff.comparison.findings.rules.differing import name_a_thing, runs_of, without_what_both_keep
from policydiff.comparison.findings.rules.lists import OPEN, is_of_other_places
from policydiff.comparison.findings.rules.own_words import element, own_words, trimmed
from policydiff.comparison.findings.rules.restyled import are_equal_spans, outside, say_the_same
from policydiff.comparison.findings.rules.sources import NAMES_BREACH, PROVISION
from policydiff.comparison.findings.terms.acts import is_penalty
from policydiff.comparison.findings.terms.aims import is_effect
from policydiff.comparison.findings.terms.mentions import agents, subject_of
from policydiff.comparison.findings.terms.names import STATE, is_central
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.style import bare
from policydiff.text import skeleton
from policydiff.titles import TITLE
from policydiff.words import words as words_of
from policydiff.words_of_force import FORCES, PROHIBITION

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
_WHILE = re.compile("(?:过程)?[中时后]$")
# What a licence is given as (行政许可法 2019 art. 39): 许可证、执照, 资格证、资质证, 批准文件.
_CERTIFICATE = re.compile("(?<![保见])证(?![明据券人实])|执照|许可|批准|批文|资质|资格")
_ASKS_FOR_CERTIFICATE = re.compile(
    "(?:取得|领取|持有?|具有|具备|有|办理)[^，。；]{0,20}(?:许可证|合格证|资[格质]证|登记证|证书|执照|批准文件)$"
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Difference:
    """A change of a clause that both sides have, as `scope` looks at it: the words that differ on either side, without
    those who act, and whether they turn the clause round."""

    change: Change
    reading: RowReading
    old: str
    new: str
    is_turned: bool

    @staticmethod
    def of(change: Change, reading: RowReading) -> _Difference:
        """What differs beyond what both sides keep."""
        change = without_what_both_keep(change)
        old, new = map(bare, _without_one_body(change, reading))
        denied = _denies(change.base, change.target) != _denies(change.target, change.base)
        is_turned = change.alike >= CLOSE and (denied or frozenset((old, new)) in _OPPOSITES)
        return _Difference(change=change, reading=reading, old=old, new=new, is_turned=is_turned)


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
    found = _Difference.of(change, reading)
    exceptions = _OF_WORDS_THAT_TURN if found.is_turned else _OF_OTHER_WORDS
    return None if any(holds(found) for holds in exceptions) else both_clauses(found.change)


def _say_hardly_anything(found: _Difference) -> bool:
    """The same characters in another order, or too few on either side to be another object."""
    least = 1 if element(found.change) else _LEAST_WORDS  # 、工作票: the word that says little is a part of a name
    return sorted(found.old) == sorted(found.new) or max(len(found.old), len(found.new)) < least


def _enter_into_force(found: _Difference) -> bool:
    """A rule of its own has a date of its own."""
    return all(_ENTERS_INTO_FORCE.search(side.clause) for side in found.change.sides)


def _are_restyled(found: _Difference) -> bool:
    """One thing in other units, another style or of other bodies."""
    return are_equal_spans(found.change) or say_the_same(found.change, found.reading)


def _are_of_two_rules(found: _Difference) -> bool:
    """Two clauses that do not answer each other: they share whom they name and nothing of what they say of him, each
    ends a list of its own (法律规定的其他条件), or one names the breach of a duty and the other lays it down."""
    base, target = found.change.sides
    if all(_CATCH_ALL.fullmatch(side.clause) for side in found.change.sides):
        return True
    denies = [bool(_DENIES.search(side.clause)) for side in found.change.sides]
    if denies[0] != denies[1] and _names_case(base) != _names_case(target):
        return True
    return _share_a_name_alone(base.clause, target.clause)


def _are_of_two_matters(found: _Difference) -> bool:
    """Sentences that have little in common: 加强染须安全责任制的考核 and 编制染须安全责任清单 name one thing, of which
    either sentence says something else. Two prohibitions are of one matter."""
    (base, target), reading = found.change.sides, found.reading
    if found.change.alike >= _NEARLY_THE_SAME or all(
        PROHIBITION["zh"].search(side.clause) for side in found.change.sides
    ):
        return False
    old = sentence_around(base.clause, reading.base, "zh")
    new = sentence_around(target.clause, reading.target, "zh")
    return old is not None and new is not None and alike(old, new) < _LIKE_SENTENCES


def _do_not_answer(found: _Difference) -> bool:
    """Two clauses that do not answer each other."""
    return not answer(found.change, found.reading)


def _are_introduced(found: _Difference) -> bool:
    """What introduces the list on the other side, whose item is the clause there."""
    (base, target), (own, local) = found.change.sides, found.reading.sides
    return _is_introduced(base, found.old, found.new, local.introduction(target)) or _is_introduced(
        target, found.new, found.old, own.introduction(base)
    )


def _are_of_a_place(found: _Difference) -> bool:
    """What a local rule says for its place where the superior says it for the state, and what it does not name because
    only other parts of the realm have it."""
    base, target = found.change.sides
    if _OF_THE_REALM.fullmatch(found.old) and _OF_A_PLACE.fullmatch(skeleton(target.words)):
        return True
    return not target.words and all(map(is_of_other_places, filter(None, base.words.split("、"))))


def _only_move(found: _Difference) -> bool:
    """What the one clause has more the other says at another place: A或者B, B或者A."""
    old, new = found.old, found.new
    times = [skeleton(side.clause).count(old or new) for side in found.change.sides]
    return bool(old) != bool(new) and 0 < times[0] == times[1]


def _are_of_the_state(found: _Difference) -> bool:
    """What a central body does, or the state: a local rule does not speak for these."""
    return _is_of_central_bodies(found.change) or (not found.new and found.old == STATE)


def _are_said_beside(found: _Difference) -> bool:
    """What the other side says elsewhere in the row, or just before its clause."""
    (base, target), reading = found.change.sides, found.reading
    if not found.new and (
        _is_said_beside(base, found.old, reading.target, reading.base) or _leads_to(base, target, reading.target)
    ):
        return True
    return not found.old and (
        _is_said_beside(target, found.new, reading.base, reading.target) or _leads_to(target, base, reading.base)
    )


def _are_effects(found: _Difference) -> bool:
    """What is gained by it binds nobody."""
    return all(is_effect(side.clause) for side in found.change.sides)


def _name_what_is_broken(found: _Difference) -> bool:
    """What is broken: `reference` and `instrument` speak of it."""
    return all(NAMES_BREACH.fullmatch(side.clause) for side in found.change.sides)


def _say_nothing_alone(found: _Difference) -> bool:
    """Words of which other rules speak, or that the other side says."""
    return not any(own_words(found.change, found.reading))


def _are_reworded(found: _Difference) -> bool:
    """A clause put in other words throughout."""
    return found.change.reworded and not _may_be_reworded(found.change)


def _are_in_doubt(found: _Difference) -> bool:
    """Words that stand for each other, where several provisions are laid beside one and that is not likely: these are
    mostly of another thing."""
    (base, target), (old, new) = found.change.sides, runs_of(found.change, found.reading)
    both = (old or _names_another(base, target)) and (new or _names_another(target, base))
    is_replaced = found.change.reworded or (both and len(old) <= 1 and len(new) <= 1)
    return is_replaced and found.reading.of_several and found.reading.score < _LIKELY


# What `scope` passes over: of words that turn their clause round, and of others; what is soon known first.
_OF_WORDS_THAT_TURN: tuple[Callable[[_Difference], bool], ...] = (
    _enter_into_force, _are_restyled, _are_of_two_rules, _are_of_two_matters, _do_not_answer,
)  # fmt: skip
_OF_OTHER_WORDS: tuple[Callable[[_Difference], bool], ...] = (
    _say_hardly_anything, _enter_into_force, _are_restyled, _are_of_two_rules, _are_of_two_matters, _are_introduced,
    _are_of_a_place, _only_move, _are_of_the_state, _are_said_beside, _are_effects, _name_what_is_broken,
    _do_not_answer, _say_nothing_alone, _are_reworded, _are_in_doubt,
)  # fmt: skip


def says_more(change: Change) -> bool:
    """Whether what differs goes beyond bodies, numbers, words of force and citations, of which other rules speak."""
    if change.alike < KIN:
        return False
    old, new = (bare(_without_told(side)) for side in (change.base, change.target))
    return sorted(old) != sorted(new) and max(len(old), len(new)) >= _SAYS_MORE


def _names_another(side: Passage, other: Passage) -> bool:
    """Whether the words in which a side differs name a thing that the other clause does not."""
    return name_a_thing(side.words) and trimmed(side) not in other.clause


def _may_be_reworded(change: Change) -> bool:
    """Whether both clauses set a case, lay down a penalty or stand in the same words: these answer each other in
    whatever words; or the base's asks for a certificate, where the target's is content without one."""
    sides = change.base.clause, change.target.clause
    if all(map(is_penalty, sides)) or all(sets_the_case(side, "zh") for side in sides):
        return True
    if _ASKS_FOR_CERTIFICATE.search(sides[0]) and not _CERTIFICATE.search(sides[1]):
        return True
    return hold_one_place(change)


def _is_of_central_bodies(change: Change) -> bool:
    """Whether a central body acts in the clause of the base, or it opens with one, and none in that of the target."""
    own, local = subject_of(change.base.clause), subject_of(change.target.clause)
    acting = own.text if own else change.subjects.base or change.base.clause
    return acting != STATE and is_central(acting) and not (local and is_central(local.text))


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
        is_same_body(one, other, reading.sides.target.title) for one, other in zip(told[0], told[1], strict=True)
    )
    if both and not same:
        return change.base.words, change.target.words
    old, new = (
        outside(side, [(one.start, one.end) for one in bodies]) for side, bodies in zip(sides, told, strict=True)
    )
    return old, new


def _is_introduced(side: Passage, said: str, other: str, introduction: str) -> bool:
    """Whether what one side alone says introduces the list that the other side's clause is an item of."""
    if other or not introduction:
        return False
    if side.start == 0 and _SETS_DOWN.fullmatch(side.words):
        return True
    return said in bare(introduction) or is_covered(side.words, introduction)


def _without_told(side: Passage) -> str:
    """The words that differ on a side without those that a rule other than `scope` speaks of."""
    told = [(one.start, one.end) for one in agents(side.clause)]
    told += [(one.start, one.end) for one in quantities(side.clause, "zh")]
    told += [found.span() for force in FORCES.values() for found in force["zh"].finditer(side.clause)]
    told += [found.span() for pattern in (PROVISION, TITLE) for found in pattern.finditer(side.clause)]
    return outside(side, told)


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
