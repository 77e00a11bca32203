"""The characters that an element of a Word document prints by itself."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_BREAKS = {"page": "\f", "column": "\f"}
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
}
# Boxes of forms, which Word takes from its symbol fonts; other symbols keep the character the file names.
_SYMBOLS = {0xF052: "☑", 0xF053: "☒", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF0FD: "☒", 0xF0FE: "☑"}
_BLANKS = re.compile(r"[\t\n\r]")
PRINTING = frozenset({"w:t", "m:t", "w:delText", "w:br", "w:sym", *_CHARACTERS})


def printed(element: Element) -> str:
    """The characters of one of the elements that are `PRINTING`."""
    match element.tag:
        case "w:br":
            return _BREAKS.get(element.get("w:type", ""), "\n")
        case "w:sym":
            return _symbol(element)
        case tag if tag in _CHARACTERS:
            return _CHARACTERS[tag]
    # Blanks at the ends of words count only where the file says so.
    words = in_one_line(element.text or "")
    return words if element.get("xml:space") == "preserve" else words.strip(" ")


def in_one_line(words: str) -> str:
    """Words with a blank in the place of what an XML file breaks its lines with."""
    return _BLANKS.sub(" ", words)


def _symbol(element: Element) -> str:
    try:
        code = int(element.get("w:char", ""), 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(code) or (chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else "")
