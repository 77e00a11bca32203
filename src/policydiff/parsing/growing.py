"""Blocks → what stands below what.

A numbered block goes below the nearest open block whose style it does not share. Where an unnumbered paragraph goes
is not printed: inside an article it is the next 款, unless the items go on after it; elsewhere it closes the list
it follows, unless the items go on after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter

from policydiff.model import Language, Level, Span
from policydiff.parsing.block import LONGEST_HEADING, Block
from policydiff.parsing.heads import is_head
from policydiff.parsing.markers import Marker, Style, dangles
from policydiff.text import CLOSING, PAUSES, STOPS
from policydiff.words_of_force import PENALTY, STATES, force_of

_INTRODUCES = re.compile(r"[:：]$|下列|以下|如下|following", re.IGNORECASE)
_STOPS = frozenset((*STOPS, *PAUSES, *".｡､"))  # the words are as printed: half-width stops are not made full
_CLAUSE = re.compile("[，；。,;]")  # a heading of an article, or behind a bare number, has one part
_LONGEST_SLOGAN = 30  # characters of a heading that a full stop ends
_SLOGAN = re.compile(r"[^，。；：、？！,;:?!]{2,15}(?:[，、][^，。；：、？！,;:?!]{2,15}){0,2}。")
# What no heading says, beside what one must, may or must not do: who does it, what is introduced, how much, what is.
_SAYS_MORE = re.compile(r"负责|由|下列|以下|如下|其中|是|[\d%％]")
_HELD = 2  # blanks that stand before a list in an item, and not before the item
_DEEPEST = 40  # provisions in each other below which no list of an item's own style begins
_BLOCK = itemgetter(0)
_ENDS = r"\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
# A run of blanks is gone through once, from its beginning, whether or not a line ends in it.
_BREAK = re.compile(rf"(?<![^\S{_ENDS}])[^\S{_ENDS}]*+[{_ENDS}]\s*+")
_BLANKS = re.compile(r"[ \t\xa0\u3000\u2002\u2003\u2009]+")
_RUNS_ON = re.compile(r"[，。；：、][ \u3000]*\t")  # a tab behind a stop parts no cells
_BAR, _GAP = "|", re.compile(r"[ \xa0]{2,}|[\u3000\u2002\u2003]+")  # what parts the cells of a row


@dataclass(slots=True)
class Node:
    """A provision that still grows. `style` is None for an unnumbered paragraph."""

    level: Level
    text: str = ""
    spans: tuple[Span, ...] = ()
    style: Style | None = None
    marker: Marker | None = None
    rank: int = 0
    children: list[Node] = field(default_factory=list)
    lists: frozenset[str] = frozenset()  # the styles of its children
    is_head: bool = False  # of a row: whether it only names the columns of its table

    def is_bare(self) -> bool:
        """Whether the words are a heading by their looks: short and without a stop."""
        if not self.text or len(self.text) > LONGEST_HEADING or dangles(self.text):
            return False
        if self.text.rstrip(CLOSING)[-1:] in _STOPS:
            return False
        in_one_part = self.level == "article" or (self.style is not None and self.style.is_bare())
        return not in_one_part or not _CLAUSE.search(self.text)

    def heads_points(self) -> bool:
        """Whether the words are a heading though a full stop ends them: a clause or two that bind nobody and name no
        amount, right above points of their own (严格准入条件，规范使用许可。)."""
        below = self.children[0].style if self.children else None
        if self.level != "level" or below is None or below.level is not None or len(self.text) > _LONGEST_SLOGAN:
            return False
        if _SLOGAN.fullmatch(self.text) is None or _SAYS_MORE.search(self.text) is not None:
            return False
        return force_of(self.text, "zh") == STATES and PENALTY["zh"].search(self.text) is None

    def asks(self) -> bool:
        """Whether the words are a question, which what stands below answers."""
        return bool(self.children) and self.text.endswith(("？", "?"))


def grown(blocks: tuple[Block, ...], text: str, language: Language) -> Node:
    """The root of all that a text's blocks are."""
    builder = _Builder(text, language, _Numbers(blocks))
    for at in range(len(blocks)):
        builder.add(blocks, at)
    return builder.root


class _Numbers:
    """Where in a text the numbers of each style stand, to find the next one without going through all between."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.places: dict[str | None, list[tuple[int, int, Marker]]] = defaultdict(list)
        for n, block in enumerate(blocks):
            for place, marker in enumerate(block.markers):
                style = marker.style.name if marker.style.level is None else None
                self.places[style].append((n, place, marker))

    def after(self, block: int, style: str | None) -> tuple[int, int, Marker] | None:
        """The next number of an item's style after a block, or of whatever an article or a heading is (None), and
        where it stands."""
        places = self.places.get(style, [])
        at = bisect_left(places, block + 1, key=_BLOCK)
        return places[at] if at < len(places) else None


class _Builder:
    """Keeps the path from the root to the provision that is open; `stack[0]` is the root."""

    def __init__(self, text: str, language: Language, numbers: _Numbers) -> None:
        self.text = text
        self.language = language
        self.numbers = numbers
        self.quotes = False  # whether an article has been set inside a numbered point, as where articles are quoted
        self.root = Node("part")
        self.stack = [self.root]
        self.head = ""  # the row that names the columns of the table which is read

    def add(self, blocks: tuple[Block, ...], at: int) -> None:
        block = blocks[at]
        for place, marker in enumerate(block.markers):
            self._numbered(marker, below_open=place > 0).rank = block.rank
        if block.markers:
            node = self.stack[-1]
        elif block.row:  # belongs to what introduces it, and no provision goes into it
            node = Node("row")
            self.stack[-1].children.append(node)
        else:
            following = blocks[at + 1].markers if at + 1 < len(blocks) else ()
            node = self._paragraph(at, following[0] if following else None)
        node.spans = tuple(block.spans)
        node.text = _words(self.text, block.spans, self.language, row=block.row and not self._runs_on(block))
        if block.row and block.spans and not block.markers:
            node.text = "\t" * _empty_before(self.text, block.spans[0].start) + node.text
        if node.level == "row":
            node.is_head = self._is_head(node.text, blocks, at)

    def _runs_on(self, block: Block) -> bool:
        """Whether a numbered block of cells is a sentence in which a tab stands: …应当报告；⇥也可以登记。"""
        return bool(block.markers) and any(_RUNS_ON.search(self.text[span.start : span.end]) for span in block.spans)

    def _is_head(self, words: str, blocks: tuple[Block, ...], at: int) -> bool:
        """Whether a row only names the columns of its table: the first, and one that says the same on another page."""
        if at and blocks[at - 1].row:
            return words == self.head
        below = self._cells(blocks[at + 1]) if at + 1 < len(blocks) else []
        self.head = words if is_head(words.split(), below) else ""
        return bool(self.head)

    def _cells(self, row: Block) -> list[str]:
        """The cells of a row, the number that it begins with first; none of what is neither a row nor an item."""
        if not row.row and (not row.markers or row.markers[0].style.level is not None):
            return []
        return [*(one.num for one in row.markers), *_words(self.text, row.spans, self.language, row=True).split()]

    # -------------------------------------------------------------------------------------- numbered

    def _numbered(self, marker: Marker, *, below_open: bool) -> Node:
        style = marker.style
        if style.level is not None:
            self._close_to_unit(style, marker, below_open=below_open)
            self.quotes = self.quotes or (style.level == "article" and self.stack[-1].level == "level")
            return self._open(Node(style.level, "", (), style, marker))
        self._close_to_item(marker)
        return self._open(Node(self._item_level(), "", (), style, marker))

    def _close_to_unit(self, style: Style, marker: Marker, *, below_open: bool) -> None:
        """Close what an article or chapter does not go into; a 第八条 right after a "1." goes into that."""
        if below_open:
            return
        quoting = self.quotes and style.level == "article" and marker.value != 1 and self._open_quotation()
        stack = self.stack
        while len(stack) > 1:
            top = stack[-1]
            holds = top.style is not None and top.style.rank < style.rank
            if holds or (quoting and top.level == "level"):
                return
            stack.pop()

    def _open_quotation(self) -> bool:
        """Whether an article stands inside a numbered point that is open."""
        return ("level", "article") in pairwise([node.level for node in self.stack])

    def _close_to_item(self, marker: Marker) -> None:
        """Close down to the parent of the open items of that style, or to what can hold a list of them.

        A number that is not the first of its style begins no list inside a lower one: 二、 closes （五）.
        """
        style, first = marker.style, marker.value == 1 and not marker.inserted
        alike = [at for at, node in enumerate(self.stack) if node.style is not None and node.style.name == style.name]
        if alike:
            self._close_to_list(alike, marker)
            return
        if not first:
            self._close_lower_items(style)
        top = self.stack[-1]
        if top.style is None and top.level == "paragraph" and len(self.stack) > 1:
            holder = self.stack[-2]
            if first and style.name in holder.lists:
                return  # a list like the one before, below a heading of its own
            if holder is self.root or (holder.level != "article" and not _INTRODUCES.search(top.text)):
                self.stack.pop()

    def _close_to_list(self, alike: list[int], marker: Marker) -> None:
        """Close down to the list that a number goes on with, of those of its style that are open. One in which blanks
        stand before the number is held by an item before which fewer do: a list in an item of its own style."""
        if marker.value > 1 and len(alike) == 1:
            del self.stack[alike[0] :]
            return
        indent = _indent(self.text, marker.start)
        for at in reversed(alike):
            above = self.stack[at].marker
            held = _indent(self.text, above.start) if above is not None else 0
            if marker.value == 1 and indent >= held + _HELD and len(self.stack) < _DEEPEST:
                return
            if at == alike[0] or indent >= held:
                del self.stack[at:]
                return

    def _close_lower_items(self, style: Style) -> None:
        """Close the open items whose style ranks below the given one (GB/T 9704: 一、 （一） 1. （1）)."""
        for at, node in enumerate(self.stack):
            if node.style is not None and node.style.level is None and node.style.rank > style.rank:
                del self.stack[at:]
                return

    def _item_level(self) -> Level:
        """An item's level: 项 directly below an article's paragraph, 目 below that, else a level of its own."""
        levels = [node.level for node in self.stack]
        if "article" not in levels:
            return "level"
        if self.stack[-1].level == "article":
            self._open(Node("paragraph"))
        match self.stack[-1].level:
            case "paragraph":
                return "indent" if "point" in levels else "point"
            case "point":
                return "indent"
        return "level"

    def _open(self, node: Node) -> Node:
        holder = self.stack[-1]
        holder.children.append(node)
        if node.style is not None and node.style.name not in holder.lists:
            holder.lists |= {node.style.name}
        self.stack.append(node)
        return node

    # ------------------------------------------------------------------------------------- paragraphs

    def _paragraph(self, at: int, below: Marker | None) -> Node:
        """A paragraph, above the number that stands `below`, if one does."""
        following = self._following(at)
        while self.stack[-1].level == "paragraph" and self.stack[-1].style is None:
            self.stack.pop()
        if self._awaits_more():
            pass
        elif not self._has_bare_item() or self._heads_list(below):
            del self.stack[self._holder(following) + 1 :]
        return self._open(Node("paragraph"))

    def _awaits_more(self) -> bool:
        """Whether the open item introduces what stands below it, and that has not ended: its words end in a colon, and
        behind the paragraphs below it a part of a sentence or a quotation goes on."""
        item = self.stack[-1]
        if item.style is None or item.style.level is not None or not item.text.endswith(("：", ":")):
            return False
        below = [node.text for node in item.children]
        quoted = "".join(below)
        return not below or below[-1].endswith(("；", ";")) or quoted.count("“") > quoted.count("”")

    def _following(self, at: int) -> Marker | None:
        """The next number of an item's style that is open, unless an article or chapter begins before it."""
        found = [
            place
            for node in self.stack
            if (style := node.style) is not None
            and style.level is None
            and (place := self.numbers.after(at, style.name)) is not None
        ]
        if not found:
            return None
        nearest, unit = min(found), self.numbers.after(at, None)
        return None if unit is not None and unit < nearest else nearest[2]

    def _heads_list(self, below: Marker | None) -> bool:
        """Whether right below stands the number one of a style that is open, so that a list begins anew there."""
        return (
            below is not None
            and below.value == 1
            and not below.inserted
            and any(node.style == below.style for node in self.stack)
        )

    def _has_bare_item(self) -> bool:
        """Whether the open provision is a numbered heading still without words below it."""
        top = self.stack[-1]
        return top.style is not None and top.style.level is None and not top.children and top.is_bare()

    def _holder(self, following: Marker | None) -> int:
        """Where on the stack the provision stands that a paragraph goes into."""
        article = len(self.stack) - 1
        while article and self.stack[article].level != "article":
            article -= 1
        if article and following is None:
            return article
        below = range(article + 1, len(self.stack))
        items = [i for i in below if (style := self.stack[i].style) is not None and style.level is None]
        if following is not None:
            for i in reversed(items):
                node = self.stack[i]
                if node.marker and node.marker.style.name == following.style.name:
                    if following.value != node.marker.value + (not following.inserted):
                        return self._above_list(i)
                    return self._closed_list([place for place in items if place >= i])
        return article or self._closed_list(items)

    def _above_list(self, first: int) -> int:
        """Where a paragraph goes that introduces another list than the one whose item stands there: beside the
        paragraph that has introduced that one."""
        introduced = first >= 2 and self.stack[first - 1].style is None
        return first - 2 if introduced else max(0, first - 1)

    def _closed_list(self, items: list[int]) -> int:
        """Outside articles: a paragraph after the last item goes where the items' own paragraphs went, else above."""
        for i in reversed(items):
            earlier = [n for n in self.stack[i - 1].children[:-1] if n.style is not None]
            if self.stack[i].is_bare():
                earlier.append(self.stack[i])
            if i == items[0] or any(child.level == "paragraph" for n in earlier for child in n.children):
                return i
        return len(self.stack) - 1


def _indent(text: str, at: int) -> int:
    """How many blanks of a keyboard stand before a place in its line; 0 where words do."""
    line = text[text.rfind("\n", 0, at) + 1 : at].expandtabs(4)
    return 0 if line.strip(" ") else len(line)


def _words(text: str, spans: Sequence[Span], language: Language, *, row: bool) -> str:
    """The words of the spans as one line: broken lines are closed up in Chinese, spaced in English. Cells of a row are
    parted by tabs, empty ones too."""
    if len(spans) == 1:
        words = text[spans[0].start : spans[0].end]
        if words.split(None, 1) == [words]:
            return words  # without any blank, as most are
    glue = "" if language == "zh" and not row else " "
    out, end = "", spans[0].start if spans else 0
    for span in spans:  # what stands between two, a mark within a word, parts them only with a blank
        between = text[end : span.start]
        if row and _BAR in between:
            out += "\t" * between.count(_BAR)
        else:
            out += glue if between.split() != [between] else ""
        out += _BREAK.sub(glue, text[span.start : span.end])
        end = span.end
    if row and language == "zh" and "\t" not in out:
        out = _GAP.sub("\t", out.strip())
    if row and "\t" in out:
        return "\t".join(_BLANKS.sub(" ", cell).strip() for cell in out.split("\t")).strip()
    return _BLANKS.sub(" ", out).strip()


def _empty_before(text: str, start: int) -> int:
    """How many empty cells stand on a line before the first with words, where bars or tabs part them."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if before and not before.strip("\t"):
        return len(before)
    bars = before.count(_BAR)
    return max(bars - 1, 0) if before.lstrip("> \t").startswith(_BAR) else bars
