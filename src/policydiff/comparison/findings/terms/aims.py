"""What a rule is for: the aims and effects that a clause names, by which it lays nothing down."""

from __future__ import annotations

import re

# 为加强管理 says why; 为顾客提供热水 lays something down.
AIMS = (
    r"为(?:了|(?:进一步|充分|更好地?|全面|有效|合理)?(?:加强|规范|保障|维护|促进|保护|实施|保证|适应|深化|推进|贯彻|执行"
    r"|防治|防止|防范|控制|预防|提高|确保|加快|发展|完善|改善|节约|实现|发挥|鼓励|做好|履行|推动|健全|落实|巩固|弘扬|统一|满足|支持"
    r"|避免|便于|方便|增强|减少))(?![^，。；]*(?:提供|创造))"
)
_LONGEST = 60  # characters at the end of a clause that an aim is told in
_AIM = re.compile(rf"(?<![行作成因以认视转变改]){AIMS}[^，]{{2,{_LONGEST}}}$")
_LONGEST_OPENING = 8  # 为更好地加强
_EFFECT = re.compile(
    r"^(?:[并以]|从而)?(?:不断|逐步|切实|有效|积极|充分)?(?:促进|提高|增强|提升|推动|维护|保障)"
    r"(?![^，]*(?:应当|必须|不得|可以))[^，；、]{2,24}"
    r"(?:发展|水平|意识|技能|能力|素质|进步|安全|稳定|积极性|质量|效益|效率)$"
)


def is_aim(clause: str) -> bool:
    """Whether a clause says no more than what is aimed at, or what is gained by what stands before it."""
    return bool(_AIM.search(clause, max(0, len(clause) - _LONGEST_OPENING - _LONGEST))) or is_effect(clause)


def is_effect(clause: str) -> bool:
    """Whether a clause says what is gained by what stands before it: …，提高染须水平."""
    return bool(_EFFECT.search(clause))
