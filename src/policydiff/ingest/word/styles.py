"""Word's styles, as far as they say what is printed: numbers, hidden and struck out text, headings; each inherits from
what it is based on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from policydiff.ingest.word.package import child, children, is_on, number, value

_LOWEST_HEADING = 8  # w:outlineLvl 9 is body text
_LONGEST_LINE = 50  # styles based on each other; Word itself stops at 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How text is shown: hidden not at all; struck out as drafters do it where nobody tracks changes."""

    hidden: bool = False
    struck: bool = False


PLAIN = Look()


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {one.get("w:styleId", ""): one for one in children(root, "w:style")}
        self.default = next((name for name, one in self._styles.items() if _is_default(one)), "")
        self.line = cache(self._line)
        self.look_of = cache(self._look_of)

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

    def _look_of(self, name: str) -> Look:
        """How text in this style is shown."""
        struck = self._switches_on(name, "w:strike") or self._switches_on(name, "w:dstrike")
        return Look(hidden=self._switches_on(name, "w:vanish"), struck=struck)

    def look(self, run: Element | None, inherited: Look) -> Look:
        """How a run of these properties is shown: as it says itself, or its style does, or the paragraph's."""
        style = self.look_of(value(run, "w:rStyle") or "")
        hidden, struck = _said(run, "w:vanish"), _said(run, "w:strike", "w:dstrike")
        return Look(
            hidden=(inherited.hidden or style.hidden) if hidden is None else hidden,
            struck=(inherited.struck or style.struck) if struck is None else struck,
        )

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


def _said(properties: Element | None, *names: str) -> bool | None:
    """Whether properties switch on one of these; None where they say nothing of them."""
    said = [mark for name in names if (mark := child(properties, name)) is not None]
    return any(map(is_on, said)) if said else None
