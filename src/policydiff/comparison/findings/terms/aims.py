"""What a rule is for: the aims and effects that a clause names, by which it lays nothing down."""

from __future__ import annotations

import re

from policydiff.words_of_force import WORDS_OF_FORCE

# 为加强管理 says why; 为顾客提供热水 lays something down.
AIMS = (
    r"为(?:了|(?:进一步|充分|更好地?|全面|有效|合理)?(?:加强|规范|保障|维护|促进|保护|实施|保证|适应|深化|推进|贯彻|执行"
    r"|防治|防止|防范|控制|预防|提高|确保|加快|发展|完善|改善|节约|实现|发挥|鼓励|做好|履行|推动|健全|落实|巩固|弘扬|统一|满足|支持"
    r"|避免|便于|方便|增强|减少))(?![^，。；]*(?:提供|创造))"
)
_LONGEST = 60  # characters at the end of a clause that an aim is told in
_AIM = re.compile(rf"(?<![行作成因以认视转变改]){AIMS}[^，]{{2,{_LONGEST}}}$")
_LONGEST_OPENING = 8  # 为更好地加强
# What is gained: one word of 提高, 减轻, 实现 or of a service well done, and what cannot be done by itself.
_BINDS = f"(?![^，]*(?:{WORDS_OF_FORCE}|禁止))"
_HOW = "(?:最大限度地?|不断|逐步|切实|有效|积极|充分)*"
LESS = "避免|防止|预防|减少|减轻|降低"
_WELL = "优质|高效|便捷|便利|快捷|精准|规范|良好|及时|全面|满意"
_EFFECT = re.compile(
    rf"^(?:(?:[并以]|从而)?{_HOW}{_BINDS}(?:"
    r"(?:促进|提高|增强|提升|推动|维护|保障)[^，；、]{2,24}"
    r"(?:发展|水平|意识|技能|能力|素质|进步|安全|稳定|积极性|质量|效益|效率)"
    r"|实现(?![^，]*(?:标准|[一二两三四五六七八九十百千\d]))[^，；]{2,24}"
    rf"|为[^，；]{{2,16}}提供(?:{_WELL})(?:[、和]?(?:{_WELL}))*的?[^，；]{{0,8}}服务)"
    rf"|(?:以|从而)?{_HOW}{_BINDS}"  # 并防止… is one more duty
    rf"(?:{LESS})(?:[、和或者及]{{1,2}}(?:{LESS}))*[^，；]{{0,24}}(?:污染|影响|损失|损害|危害|破坏|浪费|风险)"
    r")$"
)


def is_aim(clause: str) -> bool:
    """Whether a clause says no more than what is aimed at, or what is gained by what stands before it."""
    return bool(_AIM.search(clause, max(0, len(clause) - _LONGEST_OPENING - _LONGEST))) or is_effect(clause)


def is_effect(clause: str) -> bool:
    """Whether a clause says what is gained by what stands before it: …，提高染须水平."""
    return bool(_EFFECT.search(clause))
