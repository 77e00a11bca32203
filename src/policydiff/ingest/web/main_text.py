"""Which lines of a web page are its main text: the smallest block that holds nearly all the running text and every
article; what stands around it is the site's.

    body
    ├ div   首页 新闻 政务公开                    around the main text: residue
    ├ h1    胡须管理办法                          what the page calls itself: kept
    ├ div   来源：胡须办  字号：大 中 小            residue
    ├ div   第一条 … 第二条 …                     the main text
    │ └ div 相关阅读（five links）                 a block of links in it: residue
    └ div   主办：… ICP备…                        residue
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policydiff.eid import GAP, NUMBERED, ordinal
from policydiff.ingest.content import Line
from policydiff.model import HintKind
from policydiff.text import CLOSING, STOPS, skeleton

_NEARLY_ALL = 0.9
_LONG = 40
_NUMBER_WEIGHT = 20
_FEWEST_LINKS = 3
_MOSTLY = 0.7
_SHORTEST_NAME = 4
_LONGEST_NAME, _MOST_NAMES = 500, 9
_LOWEST_RANK = 3
_FARTHEST = 200  # lines above the main text
_CHROME = frozenset({"nav", "aside", "footer", "button", "menu", "search", "select", "dialog"})
_ARTICLE = re.compile(rf"\s*(?:{ordinal('条章', GAP)}|Article\s+\d)")
_NUMBERED = re.compile(rf"\s*(?:{NUMBERED}|\([a-z]{{1,4}}\))")
_LABEL = re.compile(r"[^\s：:，。]{2,8}[：:]\s*+(?=\S)")
_STOP = re.compile(rf"[{STOPS}.][{CLOSING}]{{0,3}}\s*$")
_UNDER_TITLE = re.compile(r"\s*[（(【\[〔].{0,40}(?:19|20)\d\d|.{0,30}[〔\[［](?:19|20)\d\d[〕\]］].{0,12}号\s*$")


@dataclass(slots=True)
class Block:
    """A block of a page: the lines [first, after), of which `own` stand in no block below it.

    `characters` and `linked` count the own lines' characters and those inside links, `links` the links.
    """

    tag: str
    first: int = 0
    after: int = 0
    children: list[Block] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    characters: int = 0
    linked: int = 0
    links: int = 0

    def walk(self) -> Iterator[Block]:
        """The block and all below it, those above first."""
        stack = [self]
        while stack:
            one = stack.pop()
            yield one
            stack += reversed(one.children)

    def take_all(self) -> None:
        """What stands in blocks below is the block's own, as one line."""
        below = list(self.walk())
        self.characters = sum(block.characters for block in below)
        self.linked = sum(block.linked for block in below)
        self.links = sum(block.links for block in below)
        self.own, self.children = [self.first], []


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sums:
    """What a block holds with all below it."""

    weight: int
    articles: int
    characters: int
    linked: int
    links: int


def chrome(root: Block, lines: Sequence[Line], names: Sequence[str]) -> dict[int, HintKind]:
    """The lines that are not the page's main text; `names` is what the page calls itself."""
    sums = _sums(root, lines)
    main = _main(root, sums)
    kept = set(range(main.first, main.after))
    for block in main.walk():
        if block is not main and _is_chrome(block, sums[id(block)]):
            kept -= set(range(block.first, block.after))
    kept |= _title(main.first, lines, names)
    return {at: "web-page" for at in range(len(lines)) if at not in kept}


def _sums(root: Block, lines: Sequence[Line]) -> dict[int, _Sums]:
    sums: dict[int, _Sums] = {}
    for block in reversed(list(root.walk())):
        below = [sums[id(child)] for child in block.children]
        own = [] if block.linked * 2 > block.characters else [lines[at].text for at in block.own]
        articles = sum(one.articles for one in below) + sum(map(_is_article, own))
        weight = sum(one.weight for one in below) + sum(map(_weight, own))
        sums[id(block)] = _Sums(
            weight=0 if block.tag in _CHROME and not articles else weight,
            articles=articles,
            characters=sum(one.characters for one in below) + block.characters,
            linked=sum(one.linked for one in below) + block.linked,
            links=sum(one.links for one in below) + block.links,
        )
    return sums


def _weight(line: str) -> int:
    """How much a line counts as running text."""
    if _NUMBERED.match(line):
        return len(line) + _NUMBER_WEIGHT
    return len(line) if len(line) >= _LONG or _STOP.search(line[-8:]) else 0


def _is_article(line: str) -> bool:
    return _ARTICLE.match(line) is not None


def _main(root: Block, sums: dict[int, _Sums]) -> Block:
    """The smallest block with nearly all the running text and all the articles."""
    whole, block = sums[id(root)], root
    while True:
        below = next((child for child in block.children if _holds(sums[id(child)], whole)), None)
        if below is None:
            return block
        block = below


def _holds(part: _Sums, whole: _Sums) -> bool:
    return part.weight > 0 and part.weight >= _NEARLY_ALL * whole.weight and part.articles == whole.articles


def _is_chrome(block: Block, sums: _Sums) -> bool:
    """Whether a block inside the main text is the site's: a bar of links, a navigation."""
    if sums.articles:
        return False
    links_alone = sums.links >= _FEWEST_LINKS and sums.linked >= _MOSTLY * sums.characters and not sums.weight
    return block.tag in _CHROME or links_alone


def _title(first: int, lines: Sequence[Line], names: Sequence[str]) -> set[int]:
    """The line above the main text that says what the page calls itself, and what stands in brackets under it."""
    called = called_by(names)
    above = range(first - 1, max(first - _FARTHEST, 0) - 1, -1)
    named = (at for at in above if _names(skeleton(lines[at].text[label_of_name(lines[at].text, called) :]), called))
    headings = (at for at in above if 0 < lines[at].rank <= _LOWEST_RANK)
    title = next(named, next(headings, None))
    if title is None:
        return set()
    return {title, *(at for at in range(title + 1, first) if _UNDER_TITLE.match(lines[at].text))}


def label_of_name(line: str, called: Sequence[str]) -> int:
    """Where in a line a name of the page begins that stands behind a label (法规名称：…); 0 where none does."""
    label = _LABEL.match(line)
    return label.end() if label and _names(skeleton(line[label.end() :]), called) else 0


def called_by(names: Sequence[str]) -> list[str]:
    """What a page calls itself, to be compared."""
    return [skeleton(name[:_LONGEST_NAME]) for name in names[:_MOST_NAMES]]


def _names(line: str, called: Sequence[str]) -> bool:
    return len(line) >= _SHORTEST_NAME and any(line in name for name in called)
