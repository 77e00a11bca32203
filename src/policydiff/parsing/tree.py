"""Blocks → the tree of provisions.

    一、 heading                     lvl_1
      paragraph                      lvl_1__para_1
      （一） caption and words        lvl_1__lvl_1
    第八条                           art_8
      words                          art_8__para_1
      words that introduce items     art_8__para_2
        （一） words                  art_8__para_2__point_1

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
from itertools import pairwise, takewhile
from operator import itemgetter

from policydiff.eid import PREAMBLE, PREFIX, SEPARATOR, child_eid
from policydiff.model import Language, Level, Problem, Provision, Span
from policydiff.parsing.block import Block
from policydiff.parsing.heads import is_head
from policydiff.parsing.markers import SECTION, Marker, Style, dangles, says_something
from policydiff.parsing.parts import Annex
from policydiff.text import CLOSING, PAUSES, STOPS

_INTRODUCES = re.compile(r"[:：]$|下列|以下|如下|following", re.IGNORECASE)
_STOPS = frozenset((*STOPS, *PAUSES, *".｡､"))  # the words are as printed: half-width stops are not made full
_CLAUSE = re.compile("[，；。,;]")  # a heading of an article, or behind a bare number, has one part
_LONGEST_HEADING = 60
_HELD = 2  # blanks that stand before a list in an item, and not before the item
_DEEPEST = 40  # provisions in each other below which no list of an item's own style begins
_BLOCK = itemgetter(0)
_ENDS = r"\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
# A run of blanks is gone through once, from its beginning, whether or not a line ends in it.
_BREAK = re.compile(rf"(?<![^\S{_ENDS}])[^\S{_ENDS}]*+[{_ENDS}]\s*+")
_BLANKS = re.compile(r"[ \t\xa0\u3000\u2002\u2003\u2009]+")


@dataclass(slots=True)
class _Node:
    """A provision that still grows. `style` is None for an unnumbered paragraph."""

    level: Level
    text: str = ""
    spans: tuple[Span, ...] = ()
    style: Style | None = None
    marker: Marker | None = None
    rank: int = 0
    children: list[_Node] = field(default_factory=list)
    lists: frozenset[str] = frozenset()  # the styles of its children
    is_head: bool = False  # of a row: whether it only names the columns of its table

    def is_bare(self) -> bool:
        """Whether the words are a heading by their looks: short and without a stop."""
        if not self.text or len(self.text) > _LONGEST_HEADING or dangles(self.text):
            return False
        if self.text.rstrip(CLOSING)[-1:] in _STOPS:
            return False
        in_one_part = self.level == "article" or (self.style is not None and self.style.is_bare())
        return not in_one_part or not _CLAUSE.search(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """An annex, its title, where its mark and its title stand, and the blocks it holds."""

    annex: Annex
    heading: str
    marks: tuple[Span, ...]
    named: tuple[Span, ...]
    blocks: tuple[Block, ...]


def tree(
    notice: tuple[Block, ...], rule: tuple[Block, ...], annexes: tuple[Appended, ...], text: str, language: Language
) -> tuple[tuple[Provision, ...], tuple[Problem, ...]]:
    """The provisions of a text, and the identifiers that had to be told apart because a number stands twice."""
    freezer = _Freezer(text, unnumbered=not any(block.markers for block in (*notice, *rule)))
    before = freezer.notice(_grown(notice, text, language))
    body = freezer.rule(_grown(rule, text, language))
    after = [freezer.annex(one, _grown(one.blocks, text, language)) for one in annexes]
    return (*before, *body, *after), tuple(freezer.problems)


def _grown(blocks: tuple[Block, ...], text: str, language: Language) -> _Node:
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
        self.root = _Node("part")
        self.stack = [self.root]
        self.head = ""  # the row that names the columns of the table which is read

    def add(self, blocks: tuple[Block, ...], at: int) -> None:
        block = blocks[at]
        for place, marker in enumerate(block.markers):
            self._numbered(marker, below_open=place > 0).rank = block.rank
        if block.markers:
            node = self.stack[-1]
        elif block.row:  # belongs to what introduces it, and no provision goes into it
            node = _Node("row")
            self.stack[-1].children.append(node)
        else:
            following = blocks[at + 1].markers if at + 1 < len(blocks) else ()
            node = self._paragraph(at, following[0] if following else None)
        node.spans = tuple(block.spans)
        node.text = _words(self.text, block.spans, self.language, row=block.row)
        if node.level == "row":
            node.is_head = self._is_head(node.text, blocks, at)

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

    def _numbered(self, marker: Marker, *, below_open: bool) -> _Node:
        style = marker.style
        if style.level is not None:
            self._close_to_unit(style, marker, below_open=below_open)
            self.quotes = self.quotes or (style.level == "article" and self.stack[-1].level == "level")
            return self._open(_Node(style.level, "", (), style, marker))
        self._close_to_item(marker)
        return self._open(_Node(self._item_level(), "", (), style, marker))

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
        style, first = marker.style, marker.value == 1
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
            self._open(_Node("paragraph"))
        match self.stack[-1].level:
            case "paragraph":
                return "indent" if "point" in levels else "point"
            case "point":
                return "indent"
        return "level"

    def _open(self, node: _Node) -> _Node:
        holder = self.stack[-1]
        holder.children.append(node)
        if node.style is not None and node.style.name not in holder.lists:
            holder.lists |= {node.style.name}
        self.stack.append(node)
        return node

    # ------------------------------------------------------------------------------------- paragraphs

    def _paragraph(self, at: int, below: Marker | None) -> _Node:
        """A paragraph, above the number that stands `below`, if one does."""
        following = self._following(at)
        while self.stack[-1].level == "paragraph" and self.stack[-1].style is None:
            self.stack.pop()
        if self._awaits_more():
            pass
        elif not self._has_bare_item() or self._heads_list(below):
            del self.stack[self._holder(following) + 1 :]
        return self._open(_Node("paragraph"))

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
        return below is not None and below.value == 1 and any(node.style == below.style for node in self.stack)

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
                    if following.value != node.marker.value + 1:
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
    """The words of the spans as one line: broken lines are closed up in Chinese, spaced in English, as cells are."""
    if len(spans) == 1:
        words = text[spans[0].start : spans[0].end]
        if words.split(None, 1) == [words]:
            return words  # without any blank, as most are
    glue = "" if language == "zh" and not row else " "
    out, end = "", spans[0].start if spans else 0
    for span in spans:  # what stands between two, a mark within a word, parts them only with a blank
        between = text[end : span.start]
        out += glue if between.split() != [between] else ""
        out += _BREAK.sub(glue, text[span.start : span.end])
        end = span.end
    return _BLANKS.sub(" ", out).strip()


def _as_printed(marker: Marker, text: str) -> str:
    """The number in the characters of the source, unless something was masked inside it."""
    printed = text[marker.start : marker.end]
    if printed == marker.num:
        return printed
    printed = " ".join(printed.split())
    return printed if len(printed) == len(marker.num) else marker.num


class _Freezer:
    """Gives every node its identifier and makes it a provision."""

    def __init__(self, text: str, *, unnumbered: bool) -> None:
        self.text = text
        self.unnumbered = unnumbered
        self.printed: dict[str, str] = {}  # the number that an identifier was first given to
        self.seen: dict[str, int] = {}  # how often those occur that occur again
        self.problems: list[Problem] = []
        self.preamble = 0
        self.annexes = 0

    def notice(self, root: _Node) -> tuple[Provision, ...]:
        """What stands in the notice that carries a rule: all of it is the preamble."""
        return self._paragraphs_apart(root, PREAMBLE, PREAMBLE)

    def rule(self, root: _Node) -> tuple[Provision, ...]:
        """The root's children; paragraphs above the first number are the preamble."""
        return self._paragraphs_apart(root, "", "" if self.unnumbered else PREAMBLE)

    def annex(self, appended: Appended, root: _Node) -> Provision:
        """An annex and what it holds; one without a number counts on from the one before."""
        annex = appended.annex
        number = annex.number or str(self.annexes + 1)
        self.annexes = int(number.split("-")[0])
        mark = Span(start=annex.line.start, end=annex.end)
        eid = self._unique(child_eid("", "annex", number), annex.num, mark)
        return Provision(
            eid=eid,
            level="annex",
            num=annex.num,
            heading=appended.heading,
            marks=(*appended.marks, *appended.named),
            children=self._children(root.children, eid),
        )

    def _paragraphs_apart(self, root: _Node, parent: str, preamble: str) -> tuple[Provision, ...]:
        out = []
        rows = 0
        for node in root.children:
            if node.marker is not None:
                out.append(self._numbered(node, node.marker, parent))
            elif node.level == "row":
                rows += 1
                out.append(self._unnumbered(node, preamble, rows))
            else:
                self.preamble += 1
                out.append(self._unnumbered(node, preamble, self.preamble))
        return tuple(out)

    def _children(self, nodes: Sequence[_Node], parent: str, *, paragraphs: int = 0) -> tuple[Provision, ...]:
        """What stands below a provision: paragraphs and rows by their place, everything else by its number."""
        rows = 0
        out = []
        for node in nodes:
            if node.marker is not None:
                out.append(self._numbered(node, node.marker, parent))
            elif node.level == "row":
                rows += 1
                out.append(self._unnumbered(node, parent, rows))
            else:
                paragraphs += 1
                out.append(self._unnumbered(node, parent, paragraphs))
        return tuple(out)

    def _unnumbered(self, node: _Node, parent: str, place: int) -> Provision:
        eid = self._unique(child_eid(parent, node.level, str(place)), "")
        if node.is_head:
            return Provision(eid, node.level, "", node.text, "", (), node.spans, ())
        return Provision(eid, node.level, "", "", node.text, node.spans, (), self._below(node, eid))

    def _numbered(self, node: _Node, marker: Marker, parent: str) -> Provision:
        mark = Span(marker.start, marker.end)
        eid = self._unique(child_eid(parent, node.level, marker.number), marker.num, mark)
        num = _as_printed(marker, self.text)
        if _is_heading(node):
            title = node.text.lstrip("—– ")  # PART 12—COMBS
            marks, children = (mark, *node.spans), self._children(node.children, eid)
            return Provision(eid, node.level, num, title, "", (), marks, children)
        if node.level != "article":
            return Provision(eid, node.level, num, "", node.text, node.spans, (mark,), self._below(node, eid))
        titled = None if node.text else _title_below(node)
        if titled is not None:
            below = [_Node("paragraph", children=titled.children)] if titled.children else []
            marks, children = (mark, *titled.spans), self._children([*below, *node.children[1:]], eid)
            return Provision(eid, "article", num, titled.text, "", (), marks, children)
        return Provision(eid, "article", num, "", "", (), (mark,), self._children(_with_paragraph(node), eid))

    def _below(self, node: _Node, eid: str) -> tuple[Provision, ...]:
        """What stands below a provision that has words of its own, or none: these count as its first paragraph."""
        return self._children(node.children, eid, paragraphs=1 if node.text else 0) if node.children else ()

    def _unique(self, eid: str, printed: str, mark: Span | None = None) -> str:
        """The identifier, told apart by ~2, ~3 where the text sets the same number again."""
        if eid not in self.printed:
            self.printed[eid] = printed
            return eid
        count = self.seen[eid] = self.seen.get(eid, 1) + 1
        is_annex = eid.startswith(PREFIX["annex"]) and SEPARATOR not in eid
        differ = is_annex and self.printed[eid] != printed  # 附件1, 附表1
        if mark is not None and not differ:
            self.problems.append(Problem(span=mark, kind="again", num=printed))
        return f"{eid}~{count}"


def _is_heading(node: _Node) -> bool:
    """Whether the node's own words are a heading: of a chapter always, of an item where words stand below it."""
    if node.style is None or not node.text:
        return False
    if node.level in ("part", "chapter", "section"):
        return True
    if not node.children and not node.rank:
        return False
    return (node.rank > 0 or any(child.level != "row" for child in node.children)) and node.is_bare()


def _title_below(article: _Node) -> _Node | None:
    """The line below an English article's number that is its title: ARTICLE II ¶ OBLIGATIONS. What stands right above
    a list may be the beginning of its sentence (No person ¶ (a) may…), and is a title only in capitals."""
    first, *rest = article.children or (None,)
    if first is None or first.style is not None or first.level != "paragraph" or not first.is_bare():
        return None
    if not first.text.isascii() or not first.text[:1].isupper() or says_something(first.text):
        return None
    below = [*first.children, *rest]
    if not below or (below[0].style is None and below[0].level == "row"):
        return None
    return first if first.text.isupper() or below[0].style in (None, SECTION) else None


def _with_paragraph(article: _Node) -> list[_Node]:
    """What stands below an article, its own words as the first paragraph."""
    if not article.text:
        return article.children
    first = _Node("paragraph", article.text, article.spans)
    if not article.children:
        return [first]
    rows = list(takewhile(lambda child: child.level == "row", article.children))
    rest = article.children[len(rows) :]
    if rest and rest[0].level == "paragraph" and not rest[0].text:
        bare, *rest = rest
        rows += bare.children
    first.children = rows
    return [first, *rest]
