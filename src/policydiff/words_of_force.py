"""The words that make a duty, a prohibition or a permission (立法技术规范（试行）（一）, 2009, part 3)."""

from __future__ import annotations

import re

from policydiff.expressions import expression
from policydiff.model import Language

# The words by which a clause is known to lay something down; and those with which one begins that lays it down for what
# was named before: 店主每月修须的，应当….
WORDS_OF_FORCE = "应当|必须|不得|可以"
GOES_ON_WITH_FORCE = f"{WORDS_OF_FORCE}|方可|须(?!知)|应(?![急用当])"

# 应当公开的信息, 应当由协会决定的其他事项 speak of a duty that is laid down elsewhere; 禁止行为, 在禁止染须的场所, and
# what may be done (责令停业、禁止营业), prohibit nothing, 鼓励政策 favours nothing.
_NOT_OF_A_THING = "(?![^，。；、]{2}的|[^，。；是]{2,24}的其他)"
DUTY: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        rf"应当{_NOT_OF_A_THING}|(?<![相适对供响反效感理])应(?![当对急用邀变激力届聘试酬收付税]|有[的之尽]|纳税){_NOT_OF_A_THING}"
        rf"|必须{_NOT_OF_A_THING}"
        r"|(?:都|均|也|员|者|人|民)负?有[^，。；的有]{0,20}的?义务(?!的)|(?<![无不])须(?=[经由在持凭按向报有具符遵先征将对与取])|务必"
    ),
    "en": expression(
        r"(?<!no )\b(?:shall|must|(?:is|are) (?:required|obliged) to"
        r"|(?:has|have) (?:the duty )?to)\b(?! not)",
        re.IGNORECASE,
    ),
}
PROHIBITION: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"不得|(?<!在)(?<!其他)(?<!明令)(?<!规定)(?<!法规)(?<!或者)(?<![、或和及])禁止(?![性的]|区域|令|标[志识]|事项|行为(?!人))"
        r"|严禁|不准|不予(?!以)|无权"
        r"|(?<!供)不应当?(?![有求知]|[^，。；]{1,10}的)"
    ),
    "en": expression(
        r"\b(?:(?:nobody |(?:no|neither) (?:\w+[ ,]+){1,8}?)(?:shall|may|must)\b|shall not|may not|must not"
        r"|prohibit\w*|forbid\w*"
        r"|not (?:be )?(?:allowed|permitted))\b",
        re.IGNORECASE,
    ),
}
# 可行, 可持续, 可以使用的物品 allow nothing; 方可 says what must come first.
_MAY = (
    "可以(?![^，。；、就向由对从将与给交以在][^，。；、]的)"
    "|(?<![不许认方])可(?=[由向对依按要处并给根采在自参责委提从直与将申免连邀请暂予延作进享])"
)
# 所有权, 享有权利 are no 有权; a right that is qualified (享有的权利) is spoken of and not given.
_RIGHT = (
    "(?<![所享具拥国没原专共占持])有权(?![利威属])"
    "|享有[^，。；]{1,40}?的权利(?!的)|(?:享|都|均|也|员|者|人|民)有[^，。；的有]{1,20}的权利(?!的)"
)
_ENCOURAGED = "(?<!精神)(?<!予以)(?<!给予)鼓励(?!政策|措施|机制|类)|提倡|倡导"
PERMISSION: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(rf"{_MAY}|{_RIGHT}|{_ENCOURAGED}"),
    "en": expression(
        r"\b(?:may(?! not)|can(?!not)|should|ought to|has the right|is entitled|encourage\w*)\b", re.IGNORECASE
    ),
}
# What is allowed is a power or a choice, a right, or what the state favours: one is not the other.
PERMISSIONS = tuple(map(re.compile, (_MAY, _RIGHT, _ENCOURAGED)))
RIGHT: dict[Language, re.Pattern[str]] = {
    "zh": PERMISSIONS[1],
    "en": expression(r"\b(?:has the right|(?:is|are) entitled)\b", re.IGNORECASE),
}
# What is done about a breach (行政处罚法 2021 art. 9, and what is ordered or answered for besides).
PENALTY: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"罚款|处罚|处分|没收|吊销|撤销|责令|警告|拘留|违法所得|问责|追究|(?:承担|负)[^，。；]{0,8}责任(?!保险|制|书|区|感)"
    ),
    "en": expression(r"\bfined?\b|\bconfiscat|\bpunish", re.IGNORECASE),
}
# How grave a breach is, and not which: 逾期不改正的, 情节严重的, 有违法所得的. Who reads it adds what counts there.
HOW_GRAVE = "情节|逾期|构成|违法所得|再次|屡"
FORBIDS, COMMANDS, ALLOWS, STATES = 3, 2, 1, 0
FORCES = {FORBIDS: PROHIBITION, COMMANDS: DUTY, ALLOWS: PERMISSION}  # the strongest first


def force_of(words: str, language: Language) -> int:
    """Whether words forbid, command, allow or only state, by the strongest that they do."""
    for force, pattern in FORCES.items():
        if pattern[language].search(words):
            return force
    return STATES


def binds(words: str, language: Language) -> bool:
    """Whether words forbid or command."""
    return force_of(words, language) >= COMMANDS


def is_at_stake(words: str) -> bool:
    """Whether words of either language forbid or command, or give a right: with them more is lost or set."""
    languages: tuple[Language, ...] = ("zh", "en")
    return any(binds(words, language) or RIGHT[language].search(words) for language in languages)


def has_force(words: str, force: int) -> bool:
    """Whether any word of this force stands in some Chinese words, whatever others stand there."""
    return force in FORCES and FORCES[force]["zh"].search(words) is not None
