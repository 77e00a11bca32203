"""Whether a line goes on with the paragraph before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from policydiff.ingest.layout.columns import INDENT, LEADING, SAME_SIZE, Flow
from policydiff.ingest.layout.page import BEGINS_ANEW, Fragment, as_before, is_wide

# Places are measured in heights of a character.
ROOM = 0.7
_WORD = re.compile(r"[（(《〈「『【〔“‘]*(?:[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|\S)")
_CANNOT_BEGIN = re.compile("[，。；、：！？）)”’」』》〉】〕…—%,;:!?]+")
_HAS_ENDED = re.compile("[。；：][”’」』）)]*$")
# 一、 begins an item, unless the line end has cut a word in two: 统 | 一、公开的.
_ITEM = re.compile("[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])")
_CUT = ("统", "唯", "单", "同", "专", "第", "之", "其", "周", "件", "表")
_PAUSES = re.compile("[，。；：、]")
_DOTS = re.compile(r"(?:[.]{4}|…{2}|[·]{4}|(?:[.] ){4})[.…· ]{0,3}\d{1,4}$")


@dataclass(slots=True)
class Paragraph:
    """A paragraph that still grows."""

    lines: list[Fragment]
    flow: Flow

    def text(self) -> str:
        words = [line.text.strip() for line in self.lines]
        return "".join([*(as_before(one, after) for one, after in pairwise(words)), words[-1]])


def continues(paragraph: Paragraph, line: Fragment, flow: Flow, above: Fragment | None) -> bool:
    """Whether a line goes on with the paragraph before it; `above` is the line over it in its own column."""
    last = paragraph.lines[-1]
    size = max(last.height, line.height)
    if abs(last.height - line.height) > SAME_SIZE * size or "\t" in last.text + line.text:
        return False
    if last.in_table or line.in_table:
        return False
    if _DOTS.search(last.text) or BEGINS_ANEW.match(line.text.lstrip()):
        return False
    if _ITEM.match(line.text.lstrip()) and _may_stand_above_items(paragraph):
        return False
    if above is last and last.baseline - line.baseline > LEADING * flow.leading:
        return False
    if first_word(line.text) * line.height + ROOM * size <= paragraph.flow.right - last.right:
        return False
    return _stands_below(paragraph, line, flow, INDENT * size)


def _may_stand_above_items(paragraph: Paragraph) -> bool:
    """Whether a paragraph may have ended in its last line though that is full: as a sentence, or as a heading."""
    last = paragraph.lines[-1].text.rstrip()
    is_name = len(paragraph.lines) == 1 and not _PAUSES.search(last) and not last.endswith(_CUT)
    return is_name or _HAS_ENDED.search(last) is not None


def first_word(text: str) -> float:
    """How wide the first word of a line is, about, in heights of a character: what the line before had no room for."""
    text = text.strip()
    word = _WORD.match(text)
    if word is None:
        return 0.0
    stops = _CANNOT_BEGIN.match(text, word.end())
    return sum(1.0 if is_wide(char) else 0.5 for char in text[: stops.end() if stops else word.end()])


def _stands_below(paragraph: Paragraph, line: Fragment, flow: Flow, indent: float) -> bool:
    """Whether the line starts where the next line of the paragraph would, by the paragraph's own indents."""
    first = paragraph.lines[0].left - paragraph.flow.left if len(paragraph.lines) == 1 else None
    last = paragraph.lines[-1].left - paragraph.flow.left
    here = line.left - flow.left
    if first is None:  # two lines or more: the next starts where the last did
        return abs(here - last) <= indent
    if here <= indent:  # the first line of an indented paragraph, or of one in a block
        return True
    hangs = here > first + indent and first <= indent
    return hangs and not _HAS_ENDED.search(paragraph.lines[0].text.rstrip())
