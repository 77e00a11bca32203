"""The words of force: what is forbidden, what is a duty, what is allowed, and how it is joined."""

from __future__ import annotations

import re

from policydiff.comparison.findings.changes import Change, Passage, Reading
from policydiff.comparison.findings.rules.rule import CLOSE, KIN, SENTENCE, SHORT, Quotes, both_clauses, lies_in
from policydiff.comparison.findings.words_of_force import DUTY, FORCES, PERMISSIONS, PROHIBITION, force_of
from policydiff.model import Language

_LISTS_BREACHES = re.compile(r"下列|以下|following|罚|责令|追究|处分|liable|fine")
_LISTS_DUTIES = re.compile(r"职责|义务|任务|责任是|duties|obligations")
_STATES_BREACH = {
    "zh": re.compile(r"的(?:行为)?$|^(?:未|拒不|违反)"),
    "en": re.compile(r"^(?:fail|refus|violat)", re.IGNORECASE),
}
_DEFINES = re.compile(r"是指|^(?:主要)?指")  # what a word means binds nobody
_FAVOURS = re.compile(r"鼓励|提倡|倡导|引导|支持|扶持")
_DEGREES = re.compile(r"逐步|优先|自愿|酌情|适当|尽可能|尽量|原则上")
_WITH_LEAVE = re.compile(r"^(?:未?经|取得)[^，。；]{1,24}(?:批准|同意|许可|审核|核准)后?$")  # it still binds
_ANYONE_AT_ALL = re.compile(r"(?:单位|组织|企业|机构)(?:和|或者|或|、)个人")
_LINK_WORDS = {
    "zh": (re.compile(r"或者|或"), re.compile(r"和|以及|并|及")),
    "en": (re.compile(r"\bor\b"), re.compile(r"\band\b")),
}


def prohibition(change: Change, reading: Reading) -> Quotes | None:
    """不得, 禁止, may not: a prohibition of the base that the same clause of the target no longer makes.

    Not found: one whose whole clause is gone (`dropped-duty`). 立法技术规范（试行）（一） 2009: 不得 and 禁止 are for
    prohibitions; losing one is grave, for a local rule may not allow what the superior rule forbids.
    """
    had = PROHIBITION[reading.language]
    if not change.within or not lies_in(had, change.base) or had.search(change.target.clause):
        return None
    if _STATES_BREACH[reading.language].search(change.target.clause):
        return None  # the naming of a breach forbids nothing, and frees from nothing
    return None if _carried(change.target, 3, reading) else both_clauses(change)


def modality(change: Change, reading: Reading) -> Quotes | None:
    """A duty (应当, 必须, shall) made a permission or a bare statement, a permission made a duty, a new prohibition.

    So is a right (有权) made a choice (可以) or what is merely favoured (鼓励), and a word that says how far a clause
    binds (逐步, 优先, 自愿, 酌情, 适当) put in or taken out. Not found: 应当 against 必须, which
    立法技术规范（试行）（一） 2009 treats as one; 鼓励 against 支持; a bare statement made a duty; what a definition
    says or the naming of a breach; a duty word left out because the clause before it in the sentence carries it.
    """
    if not change.within or change.alike < KIN:
        return None
    if reading.language == "zh" and (_differs_in_degree(change) or _allows_otherwise(change)):
        return both_clauses(change)
    was, becomes = (_changed_force(side, reading.language) for side in (change.base, change.target))
    if was in (becomes, 3):
        return None
    stood, stands = (force_of(side.clause, reading.language) for side in (change.base, change.target))
    if stood == stands:
        return None
    sides = change.base.clause, change.target.clause
    if any(map(_DEFINES.search, sides)) or ({was, becomes} == {0, 1} and all(map(_FAVOURS.search, sides))):
        return None
    if becomes == 0 and change.reworded and DUTY[reading.language].search(reading.target):
        return None
    if 0 in (was, becomes) and any(map(_STATES_BREACH[reading.language].search, sides)):
        return None
    if becomes == 0 and _WITH_LEAVE.search(sides[1]):
        return None
    if (was, becomes) == (0, 2) or (was > becomes == 0 and _carried(change.target, was, reading)):
        return None
    if was == 0 and (change.alike < CLOSE or _carried_in_base(change.base, becomes, reading)):
        return None
    return both_clauses(change)


def _carried_in_base(passage: Passage, force: int, reading: Reading) -> bool:
    """Whether the word stands in the clause's sentence of the base, or introduces its list: 禁止下列行为."""
    introduction = reading.base_introduction(passage)
    return force_of(introduction, reading.language) == force or _carries(reading.base, passage, force, reading.language)


def _differs_in_degree(change: Change) -> bool:
    """Whether a word that says how far a clause binds stands on one side alone of two that say the same."""
    sides = change.base, change.target
    return change.alike >= CLOSE and any(
        lies_in(_DEGREES, side) and not _DEGREES.search(other.clause) for side, other in (sides, sides[::-1])
    )


def _allows_otherwise(change: Change) -> bool:
    """Whether what one side allows as a right, as a choice or as favoured the other allows as another of these."""
    sides = change.base, change.target
    if change.alike < CLOSE or any(_changed_force(side, "zh") != 1 for side in sides):
        return False
    held = [{kind for kind, words in enumerate(PERMISSIONS) if words.search(side.clause)} for side in sides]
    return not held[0] & held[1]


def _carries(text: str, passage: Passage, force: int, language: Language) -> bool:
    """Whether a clause stands in a sentence that has a word of this force in any clause."""
    at = max(0, text.find(passage.clause))
    around = (re.split(SENTENCE, text[:at])[-1], re.split(SENTENCE, text[at + len(passage.clause) :])[0])
    return any(force_of(words, language) == force for words in around)


def _changed_force(side: Passage, language: Language) -> int:
    """The force of the words that a change lies in."""
    for force, pattern in FORCES:
        if lies_in(pattern[language], side):
            return force
    return 0


def _carried(passage: Passage, force: int, reading: Reading) -> bool:
    """Whether the word stands before the clause: in its sentence, or in the introduction of its list."""
    before = reading.target[: max(0, reading.target.find(passage.clause))]
    introductions = re.findall(r"[^。；;\n]*[：:]", before)
    introduction = reading.introduction(passage)
    governing = (*introductions[-1:], introduction)
    if _LISTS_BREACHES.search(introduction) or (
        force == 2 and any(map(_LISTS_DUTIES.search, (passage.clause, *governing)))
    ):
        return True  # what is forbidden or a duty, and what is left undone, is named without the word
    return _carries(reading.target, passage, force, reading.language) or any(
        force_of(words, reading.language) == force for words in governing
    )


def alternative(change: Change, reading: Reading) -> Quotes | None:
    """或者 (or) made 和 (and) or the other way round; 依照 (apply) made 参照.

    参照 is to apply by analogy. Not found: an alternative that is gone (`scope`), a list joined by 、 alone.
    立法技术规范（试行）（一） 2009, on 和, 以及, 或者 and on 依照, 按照, 参照.
    """
    if not change.within:
        return None
    either, both = _LINK_WORDS[reading.language]
    old, new = change.base.words, change.target.words
    swapped = any(
        one.search(old) and not one.search(new) and other.search(new) and not other.search(old)
        for one, other in ((either, both), (both, either))
    )
    if swapped and all(lies_in(_ANYONE_AT_ALL, side) for side in (change.base, change.target)):
        swapped = False  # whether 任何单位和个人 or 任何单位或者个人: nobody is left out
    weaker = "参照" in new and re.search("[依按]照", old) and "参照" not in old
    swapped = swapped and max(len(old), len(new)) <= SHORT
    return both_clauses(change) if swapped or weaker else None
