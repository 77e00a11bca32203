"""Lists of a page: the number that a browser prints before each item of an <ol>.

<ol type="A" start="3"> <li>长须</li> <li value="7">短须</li>        C. 长须    G. 短须
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from policydiff.ingest.numerals import numeral

_LIST_STYLE = re.compile(r"list-style(?:-type)?\s{0,3}:\s{0,3}([\w-]{1,30})")
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LIST_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "cjk-decimal": "ideographDigital",
    "none": "none",
}
_CHINESE_COUNT = frozenset({"chineseCounting", "ideographDigital"})
LISTS = frozenset({"ol", "ul", "menu", "dir"})
_LONGEST_NUMBER = 6


@dataclass(slots=True)
class OpenList:
    """An open list and what its next item's number is."""

    style: str
    number: int
    step: int

    @classmethod
    def of(cls, tag: str, attributes: Mapping[str, str], style: str) -> OpenList:
        """The list that begins with this element; `style` is what it says of its looks."""
        named = _LIST_STYLE.search(style)
        kind = _LIST_TYPES.get(attributes.get("type", ""), "decimal")
        kind = _LIST_STYLES.get(named.group(1), kind) if named else kind
        step = -1 if "reversed" in attributes else 1
        return cls(style=kind if tag == "ol" else "none", number=integer(attributes.get("start"), 1), step=step)

    def next(self, attributes: Mapping[str, str]) -> str:
        """The number of the next item as it is printed, with the mark behind it; empty where none is."""
        own = integer(attributes.get("value"), self.number)
        self.number = own + self.step
        printed = "" if self.style in ("none", "bullet") else numeral(own, self.style)
        if not printed:
            return ""
        return f"{printed}、" if self.style in _CHINESE_COUNT else f"{printed}. "


def integer(text: str | None, default: int) -> int:
    """The number that an attribute gives, within what a list may count to."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else default
