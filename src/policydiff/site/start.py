"""What stands on the start page: the map of each central rule against what follows it, square by square."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
from typing import NamedTuple

from policydiff.eid import PREFIX
from policydiff.library import Entry, Pair
from policydiff.model import Edit, Lack, Language, Op, Provision, Status, ToldAs
from policydiff.presentation.lines import STATUSES, Line
from policydiff.presentation.reading import Reading
from policydiff.quoting import excerpt
from policydiff.site.pages import Compared, unit_of, visible
from policydiff.site.to_check import FindingKind, kinds
from policydiff.sitemap import MOST_SQUARES, as_shown, by_base

# ---------------------------------------------------------------------------------------------- the bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a stacked bar, in hundredths of its length."""

    status: Status
    count: int
    start: float
    width: float


def bar(counts: Mapping[Status, int]) -> tuple[Piece, ...]:
    """The counts as pieces of a bar of length 100, in the order of `STATUSES`; none is empty."""
    total = sum(counts.values())
    pieces: list[Piece] = []
    start = 0.0
    for status in STATUSES:
        if count := counts[status]:
            width = round(100 * count / total, 3)
            pieces.append(Piece(status=status, count=count, start=round(start, 3), width=width))
            start += width
    return tuple(pieces)


# ---------------------------------------------------------------------------------------------- the map

WIDE = 40  # columns that stand side by side on a screen, or nearly
MOST_ARTICLES = 120  # that tell more in a few lines than the chapters do in one
MOST_COLUMNS = 240  # what may be wrapped where there is nothing coarser; beyond that it is a wall
MOST_WORDS = 140
MOST_DOCUMENTS = 60  # of a library, that stand on its start page


# The base's words, the counterparts' citations, their words, how many provisions of a column met which fate, and which
# of them the words are those of, where it holds several.
Glance = tuple[list[str], str, list[str], list[int], str]


class Column(NamedTuple):
    """A provision of the base, or all of an article or a chapter where there are too many to show each.

    `opens` marks the first of an article: there the map prints `number`, and leads to the article's versions, or to the
    `chapter` that the column is.
    """

    eids: tuple[str, ...]
    label: str
    unit: str
    number: str
    opens: bool
    chapter: str = ""


class Square(NamedTuple):
    """What became of a column in one document, and where the comparison shows it; `counts` of each fate where the
    column holds several provisions, of which it shows the gravest."""

    status: Status
    anchor: str
    counts: Mapping[Status, int]


class Grain(NamedTuple):
    """The row of a comparison on the map, as fine as its columns are; its words are those of the line that each square
    leads to."""

    columns: tuple[Column, ...]
    squares: tuple[Square, ...]
    words: tuple[Glance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the start page shows of a comparison, so that it need not look at the comparison itself.

    `lack` is what the text does with a provision that it does not have. `found` are its findings by themselves, counted
    by what they are told as; `kinds`, by rule, those that are told of a text beside all of its superiors, each once.
    `grains` is its row of the map, the finest first; none where the page shows none.
    """

    name: str
    page: str
    base_title: str
    target_title: str
    counts: Mapping[Status, int]
    found: Mapping[ToldAs, int]
    omissions: int
    stale: int
    lack: Lack
    kinds: tuple[FindingKind, ...]
    grains: tuple[Grain, ...]

    @property
    def to_check(self) -> int:
        """How many findings it has by itself."""
        return sum(self.found.values())

    @property
    def decided(self) -> int:
        """How many omissions reviewers have decided about, so that they are not to be checked."""
        return 0 if self.lack == "unquoted" else self.counts["omitted"] - self.omissions


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """A central rule's provisions against everything that is compared with it: `cards` are what the start page shows
    of its `compared` comparisons, as fine as their `grain` in that place; beyond the last they have no squares."""

    entry: Entry
    title: str
    cards: tuple[tuple[Pair, Card], ...]
    compared: int
    grain: int = 0

    @property
    def columns(self) -> tuple[Column, ...]:
        """The same for every card; none where there are no cards or the rule is too long for a map."""
        return self.row(self.cards[0][1]).columns if self.cards else ()

    def row(self, card: Card) -> Grain:
        """The row of a card."""
        return card.grains[self.grain] if self.grain < len(card.grains) else Grain((), (), ())

    @property
    def coarse(self) -> bool:
        """Whether columns hold several provisions each."""
        return any(len(column.eids) > 1 for column in self.columns)

    @property
    def dense(self) -> bool:
        """Whether the columns are so many that each has the least room."""
        return len(self.columns) > WIDE

    @property
    def name(self) -> str:
        """Of the piece of data that holds its words."""
        return f"words-{self.entry.id}"

    def words(self) -> dict[str, tuple[Glance, ...]]:
        """What a reader who points at a square is shown, by comparison and column: both sides' words, marked."""
        return {card.name: self.row(card).words for _, card in self.cards}


def card(one: Compared, told: Compared | None = None, *, row: bool) -> Card:
    """What the start page shows of a comparison, with its row of squares or without; `told`, of a text with several
    superiors: the comparison as it is told beside the others."""
    return Card(
        name=one.name,
        page=one.page,
        base_title=one.table.base.title,
        target_title=one.table.target.title,
        counts=dict(one.table.counts),
        found=dict(one.table.found),
        omissions=one.omissions,
        stale=len(one.table.comparison.stale),
        lack=one.lack,
        kinds=tuple(kinds(one, told)),
        grains=tuple(_grain(one, columns) for columns in grains(one.table.base)) if row else (),
    )


def maps(cards: Sequence[tuple[Pair, Card]]) -> tuple[Map, ...]:
    """One map for each document that others are compared with, in the library's order; in each the rules before what
    translates or quotes."""
    held: dict[str, list[tuple[Pair, Card]]] = {}
    for pair, one in map(cards.__getitem__, as_shown([pair for pair, _ in cards])):
        held.setdefault(pair.base.id, []).append((pair, one))
    finest = [
        Map(
            entry=group[0].base,
            title=held[group[0].base.id][0][1].base_title,
            cards=tuple(held[group[0].base.id][:rows]),
            compared=len(group),
        )
        for group, rows in by_base(pair for pair, _ in cards)
    ]
    return _within(finest, MOST_SQUARES)


def _within(finest: Sequence[Map], most: int) -> tuple[Map, ...]:
    """Maps that have so many squares at most: each as fine as it may be, until the next that is made coarser is the one
    by which most are saved."""
    out = list(finest)
    while sum(_size(one) for one in out) > most:
        saved = [_size(one) - _size(replace(one, grain=one.grain + 1)) for one in out]
        at = max(range(len(out)), key=saved.__getitem__)
        out[at] = replace(out[at], grain=out[at].grain + 1)
    return tuple(out)


def _size(one: Map) -> int:
    return len(one.cards) * len(one.columns)


def grains(base: Reading) -> tuple[tuple[Column, ...], ...]:
    """Of leaves, articles and chapters those that can be taken in at a glance, the finest first; where none can, the
    coarsest that can be wrapped."""
    choices = (_leaf_columns(base), _unit_columns(base), _container_columns(base))
    limits = (WIDE, MOST_ARTICLES, WIDE)
    found = [choice for choice, limit in zip(choices, limits, strict=True) if len(choice) <= limit]
    if not found:
        return tuple(sorted((choice for choice in choices if len(choice) <= MOST_COLUMNS), key=len)[:1])
    return tuple(one for at, one in enumerate(found) if at == 0 or len(one) < len(found[at - 1]))


def _grain(one: Compared, columns: tuple[Column, ...]) -> Grain:
    squares = tuple(_square(one, column) for column in columns)
    words = tuple(_words(one, column, square) for column, square in zip(columns, squares, strict=True))
    return Grain(columns, squares, words)


# What is no article says so.
_NUMBERS: Mapping[Language, Mapping[str, str]] = {
    "zh": {PREFIX["annex"]: "附{}", PREFIX["part"]: "{}编", PREFIX["chapter"]: "{}章", PREFIX["section"]: "{}节"},
    "en": {PREFIX["annex"]: "A{}", PREFIX["part"]: "P{}", PREFIX["chapter"]: "Ch{}", PREFIX["section"]: "S{}"},
}


def number_of(unit: str, language: Language) -> str:
    """The number of a unit as a map prints it: art_31-1 is 31-1, chp_2 2章, annex_2 附2; nothing of what has no
    number."""
    prefix, _, number = unit.partition("_")
    return _NUMBERS[language].get(prefix, "{}").format(number)


def _leaf_columns(base: Reading) -> tuple[Column, ...]:
    out: list[Column] = []
    for unit, leaves in groupby(base.leaves, lambda leaf: unit_of(leaf.eid)):
        number = number_of(unit, base.document.language)
        for at, leaf in zip(count(), leaves):
            label = base.label(leaf.eid)
            out.append(Column(eids=(leaf.eid,), label=label, unit=unit, number=number, opens=not at))
    return tuple(out)


def _unit_columns(base: Reading) -> tuple[Column, ...]:
    return tuple(
        Column(
            eids=tuple(leaf.eid for leaf in leaves),
            label=base.label(unit),
            unit=unit,
            number=number_of(unit, base.document.language),
            opens=True,
        )
        for unit, leaves in groupby(base.leaves, lambda leaf: unit_of(leaf.eid))
    )


def _container_columns(base: Reading) -> tuple[Column, ...]:
    """Chapters, or whatever stands at the top."""
    return tuple(
        Column(
            eids=leaves,
            label=base.label(top.eid),
            unit=unit_of(leaves[0]),
            number=number_of(unit_of(top.eid), base.document.language) if top.level != "article" else "",
            opens=True,
            chapter=top.eid if top.level != "article" else "",
        )
        for top in base.document.provisions
        if (leaves := _leaves_of(top))
    )


def _leaves_of(provision: Provision) -> tuple[str, ...]:
    return tuple(below.eid for below in provision.walk() if below.text)


def _lines(one: Compared, column: Column) -> list[Line]:
    return [line for eid in column.eids for line in one.table.lines_of("base", eid)[:1]]


_GRAVEST: tuple[Status, ...] = ("omitted", "changed", "unchanged")


def _square(one: Compared, column: Column) -> Square:
    """What a reviewer should know of first, of the provisions of a column."""
    lines = _lines(one, column)
    counts = Counter(line.row.status for line in lines)
    several = len(column.eids) > 1
    gravest: Status = next((status for status in _GRAVEST if counts[status]), "changed")
    of = ((eid, row) for eid in column.eids for row in one.table.rows_of("base", eid)[:1])
    first = next((eid for eid, row in of if row.status == gravest), column.eids[0])
    return Square(
        status=gravest,
        anchor=f"base-{first}",
        counts={status: counts[status] for status in STATUSES} if several and counts else {},
    )


def _words(one: Compared, column: Column, square: Square) -> Glance:
    """The line that a square leads to, as far as a glance takes it in."""
    lines = _lines(one, column)
    several = len(column.eids) > 1
    if not lines:
        return ([], "", [], [], "")
    line = next(line for line in lines if line.row.status == square.status)
    counts = Counter(one.row.status for one in lines)
    return (
        _runs(line, [edit for cell in line.base if several or cell.eid in column.eids for edit in cell.edits]),
        "、".join(visible(cell.label) for cell in line.target),
        _runs(line, [edit for cell in line.target for edit in cell.edits]),
        [counts[status] for status in STATUSES] if several else [],
        "、".join(visible(cell.label) for cell in line.base) if several else "",
    )


_MARKS: Mapping[Op, str] = {"keep": "=", "delete": "-", "insert": "+"}


def _runs(line: Line, edits: Sequence[Edit]) -> list[str]:
    """A redline, each run with its mark before it; a provision that stands alone is not marked from end to end."""
    plain = line.rewritten or line.row.status != "changed"
    out: list[str] = []
    left = MOST_WORDS
    for edit in edits:
        out.append(_MARKS["keep" if plain else edit.op] + excerpt(visible(edit.text), left))
        left -= len(edit.text)
        if left <= 0:
            break
    return out
