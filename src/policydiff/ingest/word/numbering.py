"""Word's automatic numbers, which stand nowhere in the text: word/numbering.xml and the styles, counted as Word counts.

    numPr (numId 5, ilvl 1) ──▶ num 5 ──▶ abstractNum 2 ──▶ level 1: chineseCountingThousand, 第%2条
                                 └ lvlOverride: another start, or another level

Lists on one abstractNum count on through each other, unless a list starts anew (startOverride). A level starts anew
after any higher one, unless lvlRestart says otherwise: 条 that number on through the chapters have lvlRestart 0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from policydiff.ingest.numerals import numeral
from policydiff.ingest.word.package import child, children, is_on, number, value
from policydiff.ingest.word.styles import Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_SUFFIX = {"tab": "\t", "space": " ", "nothing": " "}  # always a blank, so that no number runs into the words after it
BULLET = "•"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list prints its numbers. `restart` as in w:lvlRestart, None where it is not said."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    suffix: str = "\t"
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    of_style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """What a paragraph prints before its words; a bullet counts nothing."""

    text: str
    suffix: str
    is_bullet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """A w:num: its abstract definition's id, its levels, and where it starts anew."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class _Count:
    """Where the lists of one abstract definition stand: the last number of each level, None before the first."""

    values: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    started: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """Hands out the numbers of a document's paragraphs, which must come in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstracts = {one.get("w:abstractNumId", ""): one for one in children(root, "w:abstractNum")}
        nums = {one.get("w:numId", ""): one for one in children(root, "w:num")}
        self._definitions = {name: _levels(one) for name, one in abstracts.items()}
        lists = ((name, self._list(num, nums, abstracts)) for name, num in nums.items())
        self._lists = {name: made for name, made in lists if made is not None}
        self._counts: dict[str, _Count] = {}

    def next(self, properties: Element | None) -> Number | None:
        """The number of the next paragraph, given its w:pPr."""
        list_id, place = self._place(properties)
        found = self._lists.get(list_id)
        if found is None or place not in found.levels:
            return None
        level = found.levels[place]
        if level.style == "bullet":
            return Number(text=BULLET, suffix=_suffix(level), is_bullet=True)
        values = self._count(found, list_id, place)
        printed = _printed(found, place, values)
        return Number(text=printed, suffix=_suffix(level)) if printed.strip() and not level.hidden else None

    # ----------------------------------------------------------------------------------- definitions

    def _list(self, num: Element, nums: Mapping[str, Element], abstracts: Mapping[str, Element]) -> _List | None:
        name = value(num, "w:abstractNumId") or ""
        definition = abstracts.get(name)
        if (linked := value(definition, "w:numStyleLink")) is not None:
            name = value(nums.get(self._styles.number_of(linked)[0] or ""), "w:abstractNumId") or name
        if name not in self._definitions:
            return None
        overrides = {place: one for one in children(num, "w:lvlOverride") if (place := _ilvl(one)) is not None}
        levels = self._definitions[name]
        levels = levels | {p: _level(own) for p, one in overrides.items() if (own := child(one, "w:lvl")) is not None}
        starts = {p: start for p, one in overrides.items() if (start := number(one, "w:startOverride")) is not None}
        return _List(abstract=name, levels=levels, starts=starts)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """The list and level of a paragraph: its own numPr, and what it leaves unsaid from its style."""
        own = child(properties, "w:numPr")
        style = value(properties, "w:pStyle") or self._styles.default
        list_of_style, place_of_style = self._styles.number_of(style)
        list_id = value(own, "w:numId")
        place = number(own, "w:ilvl")
        if list_id is None and (list_id := list_of_style) is not None and place is None:
            levels = self._lists[list_id].levels if list_id in self._lists else {}
            linked = (p for name in self._styles.line(style) for p, level in levels.items() if level.of_style == name)
            place = next(linked, place_of_style)
        return list_id or "0", place or 0

    # ---------------------------------------------------------------------------------------- counting

    def _count(self, found: _List, list_id: str, place: int) -> list[int | None]:
        """The numbers of all levels as they stand at this paragraph."""
        count = self._counts.setdefault(found.abstract, _Count())
        if place in found.starts and (list_id, place) not in count.started:
            count.started.add((list_id, place))
            count.values[place] = None
        last = count.values[place]
        count.values[place] = found.starts.get(place, found.levels[place].start) if last is None else last + 1
        for lower in range(place + 1, _LEVELS):
            restart = found.levels[lower].restart if lower in found.levels else None
            if restart is None or place < restart:
                count.values[lower] = None
        return count.values


def _printed(found: _List, place: int, values: list[int | None]) -> str:
    """The level's text with the numbers in the places of %1 … %9."""
    legal = found.levels[place].legal

    def in_place(reference: re.Match[str]) -> str:
        at = int(reference.group(1)) - 1
        level = found.levels.get(at)
        if level is None:
            return ""
        counted = values[at]
        return numeral(level.start if counted is None else counted, "decimal" if legal else level.style)

    return _PLACE.sub(in_place, found.levels[place].text)


def _suffix(level: Level) -> str:
    return _SUFFIX.get(level.suffix, "\t")


def _ilvl(element: Element) -> int | None:
    said = element.get("w:ilvl", "")
    return int(said) if len(said) == 1 and "0" <= said < str(_LEVELS) else None


def _levels(definition: Element) -> dict[int, Level]:
    return {place: _level(one) for one in children(definition, "w:lvl") if (place := _ilvl(one)) is not None}


def _level(element: Element) -> Level:
    start = number(element, "w:start")
    fallback = child(element, "mc:AlternateContent", "mc:Fallback")  # of formats newer than the standard
    return Level(
        start=0 if start is None else start,
        style=value(element, "w:numFmt") or value(fallback, "w:numFmt") or "decimal",
        text=value(element, "w:lvlText") or "",
        suffix=value(element, "w:suff") or "tab",
        restart=number(element, "w:lvlRestart"),
        legal=is_on(child(element, "w:isLgl")),
        hidden=is_on(child(element, "w:rPr", "w:vanish")),
        of_style=value(element, "w:pStyle") or "",
    )
