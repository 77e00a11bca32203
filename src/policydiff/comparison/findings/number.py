"""Rules on amounts, deadlines and thresholds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydiff.eid import chinese_number
from policydiff.model import Finding, Language
from policydiff.text import fold

_UNIT = r"(?:个?工作日|日|天|个?月|年|周岁|小时|分钟|万元|元|%|％|倍|人|次|米|公里|吨|名|平方米|周|季度)"
_QUANTITY = re.compile(
    r"(?<![第〇零一二三四五六七八九十百千万\d])([〇零一二三四五六七八九十百千万]+|\d+(?:\.\d+)?)"
    rf"\s?({_UNIT})(以上|以下|以内|以外)?"
)
_DATE = re.compile(r"\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|百分之[一二三四五六七八九十百点]+")
_ENGLISH_AT_LEAST = re.compile(r"\b(?:more than|over|exceeding|above)\s+(\d+)", re.I)


def numbers(base: str, target: str, base_language: Language, target_language: Language) -> Iterator[Finding]:
    """A quantity with its unit that stands on one side only: a deadline, an amount, a threshold, 日 against 工作日.

    Not found: dates, and quantities in words (长期, 及时).
    """
    if base_language != "zh" or target_language != "zh":
        return
    old, new = _quantities(base), _quantities(target)
    gone = [printed for value, printed in old.items() if value not in new]
    come = [printed for value, printed in new.items() if value not in old]
    for k in range(max(len(gone), len(come))):
        was, is_now = (gone[k : k + 1] or [""])[0], (come[k : k + 1] or [""])[0]
        yield Finding(
            type="number",
            base=was,
            target=is_now,
            message=_message(was, is_now),
            rule="number",
        )


def _message(was: str, is_now: str) -> str:
    if was and is_now:
        return f"数量规定由“{was}”变为“{is_now}”，请核对。"
    if was:
        return f"上位法的数量规定“{was}”在对应条文中不再出现，请核对。"
    return f"对应条文增加了数量规定“{is_now}”，请核对。"


def _quantities(text: str) -> dict[tuple[str, str, str], str]:
    """The quantities of a text by value, unit and whether the number itself is included; as printed."""
    plain = fold(_DATE.sub("", text))
    out: dict[tuple[str, str, str], str] = {}
    for found in _QUANTITY.finditer(plain):
        amount, unit, bound = found.groups()
        value = amount if amount[0].isascii() else str(chinese_number(amount))
        out.setdefault((value, unit.removeprefix("个"), bound or ""), found.group())
    return out


def thresholds(base: str, target: str, base_language: Language, target_language: Language) -> Iterator[Finding]:
    """以上 includes the number (民法典 art. 1259); "more than" leaves it out."""
    if (base_language, target_language) != ("zh", "en"):
        return
    for found in _QUANTITY.finditer(fold(base)):
        amount, _, bound = found.groups()
        value = amount if amount[0].isascii() else str(chinese_number(amount))
        english = _ENGLISH_AT_LEAST.search(target)
        if bound == "以上" and english and english.group(1) == value:
            yield Finding(
                type="number",
                base=found.group(),
                target=english.group(),
                message=f"“{found.group()}”包括本数，译文“{english.group()}”不包括本数，请核对。",
                rule="threshold",
            )
