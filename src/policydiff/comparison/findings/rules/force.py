"""The words of force: what is forbidden, what is a duty, what is allowed, and how it is joined."""

from __future__ import annotations

import re
from dataclasses import replace

from policydiff.comparison.clauses import clauses as clauses_of
from policydiff.comparison.clauses import sets_the_case
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading, RowSide
from policydiff.comparison.findings.row.rule import CLOSE, KIN, SENTENCE, SHORT, Quotes, both_clauses, lies_in
from policydiff.comparison.findings.rules.lists import ANNOUNCES
from policydiff.comparison.findings.terms.mentions import subject_of
from policydiff.comparison.findings.terms.names import AUTHORITY, STATE
from policydiff.comparison.findings.terms.style import in_one_style
from policydiff.model import Both
from policydiff.text import skeleton
from policydiff.words_of_force import (
    ALLOWS,
    COMMANDS,
    DUTY,
    FORBIDS,
    FORCES,
    PENALTY,
    PERMISSIONS,
    PROHIBITION,
    STATES,
    WORDS_OF_FORCE,
    force_of,
    has_force,
)

_LISTS_BREACHES = re.compile(r"下列|以下|罚|责令|追究|处分")
_LISTS_DUTIES = re.compile(r"职责|义务|任务|责任是")
_STATES_BREACH = re.compile(r"的(?:行为)?$|^(?:未|拒不|违反)")
# Behind a clause: others without a word of force, the last of which names a breach, and what is done about it.
_BREACH_GOES_ON = re.compile(
    rf"[，、；]?(?:(?!{WORDS_OF_FORCE})[^。\n]){{0,80}}?的，"
    rf"(?:(?!{WORDS_OF_FORCE})[^。\n]){{0,40}}?(?:责令|处以?|罚款|没收|追究|给予)"
)
_OTHER_WORDS = {1: re.compile(r"能|方可"), 3: re.compile(r"不")}  # 能够利用 is 可以利用, 不乱扔 is 禁止乱扔
_DEFINES = re.compile(r"是指|所称|^(?:主要)?指|适用于")  # what a word means or a rule is about binds nobody
_LEFT_UNDONE = re.compile(r"应当?[^，。；]{1,12}而[未不没]")  # 应当登记而未登记的 names a breach, and lays no duty down
_OBEYS = re.compile(r"不得违反|应当(?:遵守|符合)|必须(?:遵守|符合)")  # one thing in two words
_FAVOURS = re.compile(r"鼓励|提倡|倡导|引导|支持|扶持")
# How far a clause binds; not 适当的 of a thing, nor what is principle or right (保护优先, 自愿原则, 优先权).
_DEGREES = re.compile(
    r"逐步|(?:优先(?![权级])|自愿)(?![、，。；和与的原])|酌情|(?<!不)适当(?![的、，。；])|尽可能|尽量|原则上"
)
_MANNER = "依法|及时|同时|定期|积极|认真|优先"
_HOW, _IN_WHAT_MANNER = re.compile(rf"^(?:{_MANNER}|[按依]照|根据)+"), re.compile(rf"^(?:{_MANNER})+")
_PLACED = re.compile(r"[在对向由与就从为因]|通过|按照?|依照|根据")  # what is done comes later in the clause
_IS_ENTITLED = re.compile("享有[^，。；]{1,40}?权利")
_HAS = re.compile("有(?P<act>.+)的(?:义务|权利)")
_FOLLOWS = 4  # characters behind a word of force, among which is what is done
_MOST_BESIDE = 2  # characters that may go with a word of degree without being what is done
_LEAVE = re.compile(r"(?:经|取得|报)[^，。；]{1,24}(?:批准|同意|许可|审核|核准|决定|审批)")
_WITH_LEAVE = re.compile(r"^(?:未?经|取得)[^，。；]{1,24}(?:批准|同意|许可|审核|核准|决定)后?$")  # it still binds
_ANYONE_AT_ALL = re.compile(r"(?:单位|组织|企业|机构)(?:和|或者|或|、)个人")
_FINES = re.compile(r"处[^，。；]{0,40}罚款")
_OR, _AND = re.compile(r"或者|或"), re.compile(r"和|以及|并|及")
_ANY_JOIN = re.compile(f"{_OR.pattern}|{_AND.pattern}")


def prohibition(change: Change, reading: RowReading) -> Quotes | None:
    """不得, 禁止: a prohibition of the base that the same clause of the target no longer makes.

    Not found: one whose whole clause is gone (`dropped-duty`). 立法技术规范（试行）（一） 2009: 不得 and 禁止 are for
    prohibitions; losing one is grave, for a local rule may not allow what the superior rule forbids.
    """
    had = PROHIBITION["zh"]
    if not change.within or not lies_in(had, change.base) or had.search(change.target.clause):
        return None
    if _names_breach(change.target, reading.sides.target) or _DEFINES.search(change.target.clause):
        return None  # what names a breach or a thing forbids nothing, and frees from nothing
    if _OBEYS.search(change.base.clause) and _OBEYS.search(change.target.clause):
        return None
    if not _are_of_one_act(change, FORBIDS):
        return None
    return None if _carried(change.target, FORBIDS, reading.sides.target) else both_clauses(change)


def modality(change: Change, reading: RowReading) -> Quotes | None:
    """A duty (应当, 必须) made a permission or a bare statement, a permission made a duty, a new prohibition.

    So is a right (有权) made a choice (可以) or what is merely favoured (鼓励), a word that says how far a clause
    binds (逐步, 优先, 自愿, 酌情, 适当) put in or taken out, a fine that may be imposed and then must be (可以处…罚款,
    行政处罚法 2021 art. 12), and what needs leave (经…同意) that needed none.
    Not found: 应当 against 必须, which 立法技术规范（试行）（一） 2009 treats as one; 鼓励 against 支持; a duty word
    more or less on an authority, on what is answered for, or in clauses that differ in more than that; a prohibition
    of another act; what a question asks; what a definition says or the naming of a breach; what the state favours made
    a duty of local authorities; what one may do and others must do about it; penalties for two acts.
    """
    if f"{change.base.clause}？" in reading.base or f"{change.target.clause}？" in reading.target:
        return None
    if change.new and _needs_leave(change, reading):
        return change.near.quote(), _with_what_follows(change.target, reading.sides.target)
    if not change.within or change.alike < KIN or not reading.may_answer(change.base.clause, change.target.clause):
        return None
    if _differs_in_degree(change, reading) or _allows_otherwise(change) or _leaves_open_to_fine(change, reading):
        return both_clauses(change)
    return both_clauses(change) if _binds_otherwise(change, reading) else None


def _binds_otherwise(change: Change, reading: RowReading) -> bool:
    """Whether a word of force that differs commands or allows what the other clause does not command or allow."""
    changed = [*map(_changed_force, change.sides)]
    if not any(changed):
        return False
    clauses = change.base.clause, change.target.clause
    # One word put for another tells more than the strongest of the clause: 应当告知禁止染须的理由.
    was, becomes = changed if all(changed) else (force_of(clause, "zh") for clause in clauses)
    if was in (becomes, FORBIDS) or any(map(_DEFINES.search, clauses)) or any(map(_LEFT_UNDONE.search, clauses)):
        return False
    if all(map(_OBEYS.search, clauses)) or _favour_alike(*clauses):
        return False
    if STATES in (was, becomes) and any(map(_names_breach, change.sides, reading.sides)):
        return False
    if {was, becomes} == {STATES, COMMANDS} and not _differ_in_duty_alone(change):
        return False
    if becomes == FORBIDS and _is_forbidden(change, reading):
        return False
    if len({sets_the_case(clause, "zh") for clause in clauses}) > 1:
        return False  # the case of a rule binds nobody
    if not _speak_of_one_act(change, (was, becomes), reading):
        return False
    if becomes == STATES:
        return not _binds_all_the_same(change, was, reading)
    return was > STATES or _binds_now(change, becomes, reading)


def _favour_alike(base: str, target: str) -> bool:
    """Whether both clauses favour something (国家鼓励, 应当支持), and neither says that it may as well not."""
    return all(map(_FAVOURS.search, (base, target))) and not any(map(PERMISSIONS[0].search, (base, target)))


def _differ_in_duty_alone(change: Change) -> bool:
    """Whether two clauses differ in nothing but a word of duty, of one who is no authority and is named, or of a thing:
    what authorities are said to do and what is answered for binds without the word."""
    clauses = change.base.clause, change.target.clause
    stated = {skeleton(DUTY["zh"].sub("", clause)) for clause in clauses}
    if len(stated) > 1 or any(map(PENALTY["zh"].search, stated)):
        return False
    commands = next(filter(None, map(DUTY["zh"].search, clauses)))
    subjects = [subject for subject in _subjects(change) if subject]
    return commands.start() > 1 and not any(map(AUTHORITY.search, subjects))


def _is_forbidden(change: Change, reading: RowReading) -> bool:
    """Whether the base forbids in another clause of the row what the target's clause does, or punishes it in this."""
    if PENALTY["zh"].search(change.base.clause):
        return True
    own = _act(change.target.clause, FORBIDS)[:2]
    return any(own and own == _act(clause.text, FORBIDS)[:2] for clause in clauses_of(reading.base, "zh"))


def _subjects(change: Change) -> Both[str]:
    """Who acts in either clause, or in those before it."""
    own, local = subject_of(change.base.clause), subject_of(change.target.clause)
    before, local_before = change.subjects
    return Both(own.text if own else before, local.text if local else local_before)


def _speak_of_one_act(change: Change, forces: tuple[int, int], reading: RowReading) -> bool:
    """Whether what two clauses command and allow may be one act of one kind of subject: what is forbidden is rarely
    what was a duty, and what one of two may ask for is not what the other must do."""
    if FORBIDS in forces:
        base, target = (Passage.of(in_one_style(side.clause)) for side in change.sides)
        one_act = replace(change, base=base, target=target)
        return STATES in forces or _are_of_one_act(one_act, FORBIDS, first=2)
    if ALLOWS in forces and (_is_anothers_part(change, forces) or not _may_be_one_act(change, forces)):
        return False
    return not (reading.doubtful and all(forces)) or any(_are_of_one_act(change, force) for force in forces)


def _is_anothers_part(change: Change, forces: tuple[int, int]) -> bool:
    """Whether the base says what the state favours, which others then do, or what somebody is entitled to, and the
    target what others must do for it: 享有得到尊重的权利, 应当得到尊重."""
    if change.base.clause.startswith(STATE) and PERMISSIONS[2].search(change.base.clause):
        is_bound = forces == (ALLOWS, COMMANDS) and _binds_the_favoured(change)
        return not (change.target.clause.startswith(STATE) or is_bound)
    return (
        forces == (ALLOWS, COMMANDS) and not _subjects(change).target and bool(_IS_ENTITLED.search(change.base.clause))
    )


def _binds_the_favoured(change: Change) -> bool:
    """Whether the target binds those whom the base favours, and no authority: 国家鼓励店主公开价目, 店主应当公开."""
    target = change.target.clause
    commands = DUTY["zh"].search(target)
    named = target[: commands.start()] if commands else ""
    who = _subjects(change).target or (named if named in change.base.clause else "")
    return bool(who) and not AUTHORITY.search(who)


def _may_be_one_act(change: Change, forces: tuple[int, int]) -> bool:
    """Whether what is named first behind the word of force of a clause stands in the other one. What is to be done by a
    body, at a place or under a rule is named later; where both do so, whether an authority acts in both, or in none."""
    clauses = change.base.clause, change.target.clause
    acts = [(_act(own, force), other) for own, other, force in zip(clauses, clauses[::-1], forces, strict=True)]
    named = [act[:2] in other for act, other in acts if act and not _PLACED.match(act)]
    subjects = [bool(AUTHORITY.search(subject)) for subject in _subjects(change) if subject]
    return any(named) if named else len({*subjects}) < 2


def _act(clause: str, force: int) -> str:
    """What a clause names behind its word of this force; within it, where it says 有…的义务."""
    found = FORCES[force]["zh"].search(clause) if force else None
    if not found:
        return ""
    held = _HAS.search(found.group())
    return _IN_WHAT_MANNER.sub("", held["act"] if held else clause[found.end() :])


def _binds_all_the_same(change: Change, force: int, reading: RowReading) -> bool:
    """Whether a clause of the target without a word of force binds as it did: other words around it say so."""
    if (change.alike < CLOSE or reading.doubtful) and not _are_of_one_act(change, force):
        return True
    if change.base.words.startswith("，") and not change.target.words:
        return True  # a clause of its own is gone, and the one that stays says of what it was said
    if ANNOUNCES.search(change.target.clause) or _is_disposed_of(change.target, reading.sides.target):
        return True  # what follows says it
    says_so_elsewhere = change.reworded and DUTY["zh"].search(reading.target)
    has_leave = _WITH_LEAVE.search(change.target.clause)
    return bool(says_so_elsewhere or has_leave) or _carried(change.target, force, reading.sides.target)


def _binds_now(change: Change, force: int, reading: RowReading) -> bool:
    """Whether a clause of the target commands or allows what the base states; a duty, in the same words, of what is not
    said to be done by anybody."""
    if change.alike < CLOSE or _carried_in_base(change.base, force, reading.sides.base):
        return False
    if force in _OTHER_WORDS and _OTHER_WORDS[force].search(change.base.clause):
        return False
    if force == COMMANDS and (max(len(change.base.words), len(change.target.words)) > SHORT or _name_who(change)):
        return False
    return _are_of_one_act(change, force, first=2 if force == FORBIDS else _FOLLOWS)


def _name_who(change: Change) -> bool:
    """Whether both clauses name who acts: 协会公布价目 binds the association as 协会应当公布价目 does."""
    return all(subject_of(side.clause) for side in change.sides)


def _needs_leave(change: Change, reading: RowReading) -> bool:
    """Whether a clause of the target makes what follows depend on another's leave, of which the base says nothing."""
    if reading.doubtful or change.apart or not force_of(change.near.clause, "zh"):
        return False
    return bool(_WITH_LEAVE.search(change.target.clause)) and not _LEAVE.search(reading.base)


def _with_what_follows(side: Passage, row: RowSide) -> str:
    """A clause with what follows in its sentence, as far as a quotation goes."""
    words = side.clause + SENTENCE.split(row.since(side))[0]
    return Passage(clause=words, end=len(side.clause)).quote()


def _is_disposed_of(side: Passage, row: RowSide) -> bool:
    """Whether a clause only names what the next one says who decides: 申报的办法，由协会制定."""
    return row.since(side).startswith("，由")


def _are_of_one_act(change: Change, force: int, first: int = _FOLLOWS) -> bool:
    """Whether of what follows on the word of force in one clause, of its first characters, the other says a part."""
    word = FORCES[force]["zh"]
    commanded, stated = change.base.clause, change.target.clause
    found = word.search(commanded)
    if not found:
        commanded, stated = stated, commanded
        found = word.search(commanded)
    follows = _HOW.sub("", commanded[found.end() :])[:first] if found else ""
    return any(follows[at : at + 2] in stated for at in range(len(follows) - 1))


def _names_breach(passage: Passage, row: RowSide) -> bool:
    """Whether a clause says what is punished, alone or with those behind it: 遮挡路灯，妨碍视距的，责令改正."""
    if _STATES_BREACH.search(passage.clause):
        return True
    return bool(_BREACH_GOES_ON.match(row.since(passage))) and not force_of(passage.clause, "zh")


def _carried_in_base(passage: Passage, force: int, base: RowSide) -> bool:
    """Whether the word stands in the clause's sentence of the base, or introduces its list: 禁止下列行为."""
    return has_force(base.introduction(passage), force) or _carries(base, passage, force)


def _differs_in_degree(change: Change, reading: RowReading) -> bool:
    """Whether a word that says how far a clause binds stands on one side alone of two that say the same; what one of
    them does by degrees (并逐步改善) and the other not at all is another matter."""
    if change.alike < CLOSE:
        return False
    sides = zip(change.sides, change.sides.turned(), reading.sides, reading.sides.turned(), strict=True)
    return any(
        lies_in(_DEGREES, side)
        and not _DEGREES.search(other.clause)
        and any(own.text.count(one) > beside.text.count(one) for one in _DEGREES.findall(side.words))
        and (other.words or len(_DEGREES.sub("", side.words)) <= _MOST_BESIDE)
        for side, other, own, beside in sides
    )


def _allows_otherwise(change: Change) -> bool:
    """Whether what one side allows as a right, as a choice or as favoured the other allows as another of these."""
    forces = _changed_force(change.base), _changed_force(change.target)
    if change.alike < CLOSE or forces != (ALLOWS, ALLOWS) or _is_anothers_part(change, forces):
        return False
    return not any(all(words.search(side.clause) for side in change.sides) for words in PERMISSIONS)


def _leaves_open_to_fine(change: Change, reading: RowReading) -> bool:
    """Whether one side must impose the fine (处…罚款) that the other may impose (可以处…罚款)."""
    might, may = (lies_in(PERMISSIONS[0], side) for side in change.sides)
    if might == may or not all(_FINES.search(side.clause) for side in change.sides):
        return False
    must, _ = change.sides.turned(when=might)
    row, _ = reading.sides.turned(when=might)
    stands = (must.clause, row.introduction(must), _before_in_penalty(must, row))
    return not any(map(PERMISSIONS[0].search, stands))


def _before_in_penalty(side: Passage, row: RowSide) -> str:
    """What stands before a clause in what is done about the same breach: 可以责令停业，处一百元罚款."""
    return SENTENCE.split(row.until(side))[-1].rpartition("的，")[2]


def _carries(row: RowSide, passage: Passage, force: int) -> bool:
    """Whether a clause stands in a sentence that has a word of this force in any clause."""
    around = SENTENCE.split(row.until(passage))[-1], SENTENCE.split(row.since(passage))[0]
    return any(has_force(words, force) for words in around)


def _changed_force(side: Passage) -> int:
    """The force of the words that a change lies in."""
    for force, pattern in FORCES.items():
        if lies_in(pattern["zh"], side):
            return force
    return STATES


def _carried(passage: Passage, force: int, row: RowSide) -> bool:
    """Whether the word stands before the clause: in its sentence, or in the introduction of its list."""
    introductions = re.findall(r"[^。；;\n]*[：:]", row.until(passage))
    introduction = row.introduction(passage)
    governing = (*introductions[-1:], introduction)
    if _LISTS_BREACHES.search(introduction) or (
        force == COMMANDS and any(map(_LISTS_DUTIES.search, (passage.clause, *governing)))
    ):
        return True  # what is forbidden or a duty, and what is left undone, is named without the word
    return _carries(row, passage, force) or any(has_force(words, force) for words in governing)


def _join_the_same(old: str, new: str) -> bool:
    """Whether two joins stand before what they join, or between words of which they share one; 江河和湖泊 and
    河道或者水库 are other things."""
    one, other = (_ANY_JOIN.split(words) for words in (old, new))
    return not (one[0] and other[0]) or not {*one}.isdisjoint(other)


def alternative(change: Change, reading: RowReading) -> Quotes | None:
    """或者 made 和 or the other way round; 依照 made 参照.

    参照 is to apply by analogy. Not found: an alternative that is gone (`scope`), a list joined by 、 alone.
    立法技术规范（试行）（一） 2009, on 和, 以及, 或者 and on 依照, 按照, 参照.
    """
    if not change.within or len({*map(_names_breach, change.sides, reading.sides)}) > 1:
        return None
    old, new = change.base.words, change.target.words
    swapped = any(
        one.search(old) and not one.search(new) and other.search(new) and not other.search(old)
        for one, other in ((_OR, _AND), (_AND, _OR))
    )
    if swapped and all(lies_in(_ANYONE_AT_ALL, side) for side in change.sides):
        swapped = False  # whether 任何单位和个人 or 任何单位或者个人: nobody is left out
    weaker = "参照" in new and re.search("[依按]照", old) and "参照" not in old
    swapped = swapped and max(len(old), len(new)) <= SHORT and _join_the_same(old, new)
    return both_clauses(change) if swapped or weaker else None
