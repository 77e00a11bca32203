"""Blocks → the tree of provisions: what stands below what (growing.py), under its identifier.

一、 heading                     lvl_1
  paragraph                      lvl_1__para_1
  （一） caption and words        lvl_1__lvl_1
第八条                           art_8
  words                          art_8__para_1
  words that introduce items     art_8__para_2
    （一） words                  art_8__para_2__point_1
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from policydiff.eid import PREAMBLE, PREFIX, SEPARATOR, child_eid
from policydiff.model import Language, Problem, Provision, Span
from policydiff.parsing.annexes import Annex
from policydiff.parsing.block import Block
from policydiff.parsing.growing import Node, grown
from policydiff.parsing.markers import DASHES, FEWEST_TITLES, SECTION, Marker, says_something


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
    grew = [grown(one, text, language) for one in (notice, rule, *(one.blocks for one in annexes))]
    freezer = _Freezer(
        text,
        unnumbered=not any(block.markers for block in (*notice, *rule)),
        titled=language == "en" or sum(map(_titled_articles, grew)) >= FEWEST_TITLES,
    )
    before, body = freezer.notice(grew[0]), freezer.rule(grew[1])
    after = [freezer.annex(one, root) for one, root in zip(annexes, grew[2:], strict=True)]
    return (*before, *body, *after), tuple(freezer.problems)


def _titled_articles(node: Node) -> int:
    """How many articles below a node have words beside their number that look like a title."""
    if node.level == "article":
        return int(not node.rank and _is_heading(node))
    return sum(_titled_articles(child) for child in node.children)


def _as_printed(marker: Marker, text: str) -> str:
    """The number in the characters of the source, unless something was masked inside it."""
    printed = text[marker.start : marker.end]
    if printed == marker.num:
        return printed
    printed = " ".join(printed.split())
    return printed if len(printed) == len(marker.num) else marker.num


class _Freezer:
    """Gives every node its identifier and makes it a provision. Only where articles are `titled` may the words beside
    the number of one be a title that the format does not set: those of one alone are a line that is broken."""

    def __init__(self, text: str, *, unnumbered: bool, titled: bool) -> None:
        self.text = text
        self.unnumbered = unnumbered
        self.titled = titled
        self.printed: dict[str, str] = {}  # the number that an identifier was first given to
        self.seen: dict[str, int] = {}  # how often those occur that occur again
        self.problems: list[Problem] = []
        self.preamble = 0
        self.annexes = 0

    def notice(self, root: Node) -> tuple[Provision, ...]:
        """What stands in the notice that carries a rule: all of it is the preamble."""
        return self._paragraphs_apart(root, PREAMBLE, PREAMBLE)

    def rule(self, root: Node) -> tuple[Provision, ...]:
        """The root's children; paragraphs above the first number are the preamble."""
        return self._paragraphs_apart(root, "", "" if self.unnumbered else PREAMBLE)

    def annex(self, appended: Appended, root: Node) -> Provision:
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

    def _paragraphs_apart(self, root: Node, parent: str, preamble: str) -> tuple[Provision, ...]:
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

    def _children(self, nodes: Sequence[Node], parent: str, *, paragraphs: int = 0) -> tuple[Provision, ...]:
        """What stands below a provision: paragraphs and rows by their place, everything else by its number."""
        rows = 0
        out = []
        above: Node | None = None
        for node in nodes:
            if node.marker is not None:
                goes_on = above is not None and above.style is node.style and above.text.endswith(("；", ";"))
                out.append(self._numbered(node, node.marker, parent, goes_on=goes_on))
            elif node.level == "row":
                rows += 1
                out.append(self._unnumbered(node, parent, rows))
            else:
                paragraphs += 1
                out.append(self._unnumbered(node, parent, paragraphs))
            above = node
        return tuple(out)

    def _unnumbered(self, node: Node, parent: str, place: int) -> Provision:
        eid = self._unique(child_eid(parent, node.level, str(place)), "")
        if node.is_head:
            return Provision(eid, node.level, "", node.text, "", (), node.spans, ())
        return Provision(eid, node.level, "", "", node.text, node.spans, (), self._below(node, eid))

    def _numbered(self, node: Node, marker: Marker, parent: str, *, goes_on: bool = False) -> Provision:
        """A numbered provision; what `goes_on` with the part of a sentence above it has no heading."""
        mark = Span(marker.start, marker.end)
        eid = self._unique(child_eid(parent, node.level, marker.number), marker.num, mark)
        num = _as_printed(marker, self.text)
        if _is_heading(node) and not goes_on and (self.titled or node.level != "article" or node.rank):
            title = node.text.lstrip(DASHES)
            marks, children = (mark, *node.spans), self._children(node.children, eid)
            return Provision(eid, node.level, num, title, "", (), marks, children)
        if node.level != "article":
            return Provision(eid, node.level, num, "", node.text, node.spans, (mark,), self._below(node, eid))
        titled = None if node.text else _title_below(node)
        if titled is not None:
            below = [Node("paragraph", children=titled.children)] if titled.children else []
            marks, children = (mark, *titled.spans), self._children([*below, *node.children[1:]], eid)
            return Provision(eid, "article", num, titled.text, "", (), marks, children)
        return Provision(eid, "article", num, "", "", (), (mark,), self._children(_with_paragraph(node), eid))

    def _below(self, node: Node, eid: str) -> tuple[Provision, ...]:
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


def _is_heading(node: Node) -> bool:
    """Whether the node's own words are a heading: of a chapter always, of an item where words stand below it and the
    format says so, or they do not go on with its own (No person ¶ (a) may…), or they are the answer to it."""
    if node.style is None or not node.text:
        return False
    if node.level in ("part", "chapter", "section"):
        return True
    if node.rank:
        return node.is_bare() and bool(node.children)
    if node.level == "article" and len(node.spans) > 1 and not node.text.isascii():
        return False  # a sentence that goes on over lines
    if node.heads_points() or node.asks():
        return True
    return any(child.level != "row" for child in node.children) and node.is_bare() and not says_something(node.text)


def _title_below(article: Node) -> Node | None:
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


def _with_paragraph(article: Node) -> list[Node]:
    """What stands below an article, its own words as the first paragraph."""
    if not article.text:
        return article.children
    first = Node("paragraph", article.text, article.spans)
    if not article.children:
        return [first]
    rows = list(takewhile(lambda child: child.level == "row", article.children))
    rest = article.children[len(rows) :]
    if rest and rest[0].level == "paragraph" and not rest[0].text:
        bare, *rest = rest
        rows += bare.children
    first.children = rows
    return [first, *rest]
