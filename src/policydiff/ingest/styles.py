"""Word's styles, as far as they say what is printed: numbers, hidden and struck out text, headings; each inherits from
what it is based on."""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element

from policydiff.ingest.package import child, children, is_on, number, value

_LOWEST_HEADING = 8  # w:outlineLvl 9 is body text
_LONGEST_LINE = 50  # styles based on each other; Word itself stops at 11


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {one.get("w:styleId", ""): one for one in children(root, "w:style")}
        self.default = next((name for name, one in self._styles.items() if _is_default(one)), "")
        self.line = cache(self._line)

    def _line(self, name: str) -> tuple[str, ...]:
        """The style and those it is based on, nearest first; a circle ends where it would begin again."""
        out: list[str] = []
        while name in self._styles and name not in out and len(out) < _LONGEST_LINE:
            out.append(name)
            name = value(self._styles[name], "w:basedOn") or ""
        return tuple(out)

    def number_of(self, name: str) -> tuple[str | None, int | None]:
        """The list (w:numId) and level that a style sets."""
        settings = [child(self._styles[one], "w:pPr", "w:numPr") for one in self.line(name)]
        lists = (said for one in settings if (said := value(one, "w:numId")) is not None)
        levels = (place for one in settings if (place := number(one, "w:ilvl")) is not None)
        return next(lists, None), next(levels, None)

    def hides(self, name: str) -> bool:
        """Whether text in this style is hidden."""
        return self._switches_on(name, "w:vanish")

    def strikes(self, name: str) -> bool:
        """Whether text in this style is struck out, with one line or two."""
        return self._switches_on(name, "w:strike") or self._switches_on(name, "w:dstrike")

    def _switches_on(self, name: str, mark: str) -> bool:
        settings = (child(self._styles[one], "w:rPr", mark) for one in self.line(name))
        return is_on(next((one for one in settings if one is not None), None))

    def rank(self, name: str) -> int:
        """The rank of the heading that a paragraph in this style is, 1 the highest; 0 for none."""
        settings = (number(self._styles[one], "w:pPr", "w:outlineLvl") for one in self.line(name))
        return heading_rank(next((one for one in settings if one is not None), None))


def heading_rank(outline: int | None) -> int:
    """The rank that a w:outlineLvl stands for."""
    return outline + 1 if outline is not None and 0 <= outline <= _LOWEST_HEADING else 0


def _is_default(style: Element) -> bool:
    return style.get("w:type") == "paragraph" and style.get("w:default") in ("1", "true", "on")
