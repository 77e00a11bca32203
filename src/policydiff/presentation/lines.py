"""A comparison as a table of lines, each with cells: a leaf's label, its headings, its side of the redline.

Anchors are part of the promise: a leaf of the base is `base-EID` on every comparison, a leaf of the target
`target-EID`, so that links can be made anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from policydiff.gravity import is_first, rank
from policydiff.model import (
    Candidate,
    Comparison,
    Decision,
    Edit,
    Finding,
    Lack,
    Level,
    Row,
    Side,
    StaleDecision,
    Status,
    ToldAs,
)
from policydiff.presentation.citing import cited_together
from policydiff.presentation.divisions import lost_divisions
from policydiff.presentation.lists import kept_of_lists
from policydiff.presentation.reading import Reading
from policydiff.presentation.redlines import SIDE_OPS, SIDES, cut, kept, side_of
from policydiff.text import letters_and_numbers
from policydiff.wording import counted, is_newly_set

Shape = Literal["split", "merged", "regrouped", ""]

STATUSES: tuple[Status, ...] = get_args(Status)
REVIEW_TAGS = ("reviewed", "noted", "dismissed", "stale")
_SHAPES = ("split", "merged", "regrouped", "moved", "rewritten")
_MARKS = {mark: place for place, mark in enumerate(("weighty", "doubtful", *_SHAPES, *REVIEW_TAGS))}
REWRITTEN_BELOW = 0.2  # of the shorter side: where less stands in both, the marks of a redline hide the words
# Of the provisions that stand alone and have a counterpart by the readers, for two in three it is among those so near;
# of what is less near one in twenty is one (the figures: docs/explanation/alignment.md).
LEAST_NEAR = 0.07
CAME_NEAR = 0.3  # as alignment.nearest.SAID: words that come near, of which a reader asks why they were not taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A leaf on one side of a line: its citation, the headings newly entered above it, and its redline.

    `anchor` is empty where an earlier line has the leaf's anchor already.
    """

    eid: str
    anchor: str
    label: str
    trail: tuple[str, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A candidate as shown: where it stands on this page, how it is cited, its words, how near it came."""

    anchor: str
    label: str
    text: str
    score: float

    @property
    def came_near(self) -> bool:
        """Whether a reader asks why it was not taken."""
        return self.score >= CAME_NEAR


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row as shown; `taken` cites the provisions that the words of its best candidate stand against, `kept` of an
    omitted item the other items of its list that the target has."""

    place: int
    row: Row
    base: tuple[Cell, ...]
    target: tuple[Cell, ...]
    shape: Shape
    score: float
    candidates: tuple[Near, ...]
    taken: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    stale: tuple[StaleDecision, ...] = ()

    @property
    def permalink(self) -> str:
        """The anchor that names this line whatever is added before it."""
        return next((cell.anchor for cell in (*self.base, *self.target) if cell.anchor), f"row-{self.place}")

    @property
    def doubtful(self) -> bool:
        """Whether a reader has to check first that the two sides belong together."""
        return self.row.link.basis == "doubtful"

    @property
    def weighty(self) -> bool:
        """Whether something was found that is to be read before the rest."""
        return is_weighty(self.row)

    @property
    def near(self) -> tuple[Near, ...]:
        """The candidates that came near enough to tell a reader something."""
        return tuple(one for one in self.candidates if one.score >= LEAST_NEAR)

    def kept_of(self, lack: Lack) -> tuple[str, ...]:
        """The others of its list that the target has, where it owes all of them: what only quotes does not. `lack` is
        what it does with what it does not have."""
        return () if lack == "unquoted" else self.kept

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """What is to be said of the line itself: that it is to be read before others, a pairing in doubt, its shape, a
        move, a review."""
        said = (
            ("weighty", self.weighty),
            ("doubtful", self.doubtful),
            (self.shape, bool(self.shape)),
            ("moved", self.row.link.moved),
            ("rewritten", self.rewritten),
            *zip(REVIEW_TAGS, self._reviewed, strict=True),
        )
        return tuple(mark for mark, holds in said if holds)

    @property
    def _reviewed(self) -> tuple[bool, ...]:
        return self.row.settled, self.row.noted, bool(self.row.dismissed), bool(self.stale)

    @property
    def in_form_alone(self) -> bool:
        """Whether the sides say the same and differ in punctuation, width or spacing; a wrong character is more."""
        edits = self.row.edits
        if self.row.status != "unchanged" or all(edit.op == "keep" for edit in edits):
            return False
        base, target = ("".join(edit.text for edit in edits if edit.op in SIDE_OPS[side]) for side in SIDES)
        return letters_and_numbers(base) == letters_and_numbers(target)

    @property
    def same(self) -> bool:
        """Whether one provision of either side has the very words of the other: a table says 同左."""
        alone = self.row.status == "unchanged" and len(self.base) == len(self.target) == 1
        return alone and bool(self.row.edits) and all(edit.op == "keep" for edit in self.row.edits)

    @cached_property
    def rewritten(self) -> bool:
        """Whether so few words are common to both sides that marking the rest would only be in the way."""
        return self.row.status == "changed" and bool(self.row.edits) and kept(self.row.edits) < REWRITTEN_BELOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A part, chapter or section of the base of which the target has nothing beyond doubt, told as one for these
    `lines`; the headings above it and its own."""

    level: Level
    headings: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def leaves(self) -> tuple[str, ...]:
        """The provisions for which it stands."""
        return tuple(eid for line in self.lines for eid in line.row.link.base)

    @property
    def near(self) -> tuple[Line, ...]:
        """The lines to which something came near enough for a reader to ask why it was not taken."""
        return tuple(one for one in self.lines if any(near.came_near for near in one.candidates[:1]))


Direction = Literal["after", "before", "also"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From a line to another that belongs to it: to what a moved provision stands `after` in the target, from there to
    the moved one that it stands `before`, and to the `row` where a provision of the line stands `also`."""

    direction: Direction
    label: str
    anchor: str
    row: int | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """A comparison as a page shows it."""

    comparison: Comparison
    base: Reading
    target: Reading

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every row as it is shown."""
        rows = self.comparison.rows
        lists = kept_of_lists(rows, self.base.leaves)
        build = _TableBuilder(base=self.base, target=self.target, rows=rows, stale=self.comparison.stale, lists=lists)
        return tuple(build.line(place, row) for place, row in enumerate(rows, 1))

    @cached_property
    def divisions(self) -> tuple[Division, ...]:
        """The divisions of the base of which the target has nothing beyond doubt."""
        lost = lost_divisions(self.comparison.base, self.comparison.rows)
        return tuple(
            Division(
                level=self.base.provisions[eid].level,
                headings=self.base.headed(eid),
                lines=tuple(self.lines[at] for at in places),
            )
            for eid, places in lost.items()
        )

    def told_as_one(self, lack: Lack) -> tuple[Division, ...]:
        """Those divisions, but none of a new text of a rule: whoever deletes a chapter shows its words."""
        return () if lack == "revised" else self.divisions

    def told(self, lack: Lack) -> tuple[Line | Division, ...]:
        """The lines in their order, a division that is told as one in the place of its first; `lack` is what the target
        does with what it does not have."""
        divisions = self.told_as_one(lack)
        first = {division.lines[0].place: division for division in divisions}
        within = {line.place for division in divisions for line in division.lines}
        places = (line.place for line in self.lines if line.place in first or line.place not in within)
        return tuple(first.get(place, self.lines[place - 1]) for place in places)

    @cached_property
    def counts(self) -> Mapping[Status, int]:
        """How many lines bear each status."""
        return self.comparison.summary()

    @cached_property
    def marks(self) -> Mapping[str, int]:
        """How many lines bear each mark: what is to be read first, then doubts, what reviewers did last."""
        marks = Counter(mark for line in self.lines for mark in line.marks)
        return {mark: marks[mark] for mark in sorted(marks, key=lambda mark: _MARKS.get(mark, len(_MARKS)))}

    @cached_property
    def found(self) -> Mapping[ToldAs, int]:
        """How many findings there are of each kind, on lines and on the whole; together they are `to_check`."""
        return counted(self.comparison.all_findings())

    @cached_property
    def newly_set(self) -> tuple[tuple[Line, Finding], ...]:
        """The powers that seem newly set, as they are read before all else, with the lines that they were found on."""
        found = ((line, finding) for line in self.lines for finding in line.row.findings)
        powers = (one for one in found if is_newly_set(one[1]))
        return tuple(sorted(powers, key=lambda one: self.read_at(*one)))

    def read_at(self, line: Line | None, finding: Finding) -> tuple[bool, int, int, int]:
        """Where a finding of a line, or on the whole, stands in a list of what is to be checked: powers of a kind in
        the order of the target, all else in that of the lines."""
        ranked = rank(finding, doubtful=line is not None and line.doubtful)
        if line is None or not is_newly_set(finding):
            return *ranked, line.place if line else len(self.lines) + 1
        on = self.target.holding(line.row.link.target, finding.target)
        return *ranked, min((self._order.get(eid, 0) for eid in on), default=0)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        """The place of each leaf of the target."""
        return {leaf.eid: at for at, leaf in enumerate(self.target.leaves)}

    def named_by_whole(self, line: Line) -> bool:
        """Whether a finding on the document as a whole names a provision of the line."""
        return any(finding.eid in line.row.link.target for finding in self.comparison.findings if finding.eid)

    @cached_property
    def to_check(self) -> int:
        """How many findings there are, on lines and on the whole."""
        return len(self.comparison.all_findings())

    @cached_property
    def first(self) -> tuple[tuple[Line | None, Finding], ...]:
        """What is to be read before the rest, with the lines that it was found on; None of what is on the whole."""
        found = ((line, finding) for line in self.lines for finding in line.row.findings)
        told = (*found, *((None, finding) for finding in self.comparison.findings))
        return tuple((line, one) for line, one in told if is_first(one, doubtful=line is not None and line.doubtful))

    @cached_property
    def dismissed(self) -> int:
        """How many findings reviewers have dismissed, on lines and on the whole."""
        return len(self.comparison.all_dismissed())

    def line_of(self, decision: Decision) -> Line | None:
        """The first line that holds a provision of a decision."""
        of_base = (line for eid in decision.base for line in self.lines_of("base", eid))
        of_target = (line for eid in decision.target for line in self.lines_of("target", eid))
        return next(of_base, None) or next(of_target, None)

    @property
    def has_moves(self) -> bool:
        """Whether a redline that is shown marks words that only moved."""
        return any(edit.move for line in self.lines if not line.rewritten for edit in line.row.edits)

    @property
    def translated(self) -> bool:
        """Whether the two sides are in two languages."""
        return self.comparison.base.language != self.comparison.target.language

    @property
    def says_little(self) -> bool:
        """Whether some provisions are called unchanged of which it is only known that no difference was found."""
        return self.translated and bool(self.counts["unchanged"])

    def lines_of(self, side: Side, eid: str) -> tuple[Line, ...]:
        """The lines in which a leaf stands."""
        return tuple(self.lines[at] for at in self._standing[side].get(eid, ()))

    def rows_of(self, side: Side, eid: str) -> tuple[Row, ...]:
        """The rows in which a leaf stands, for whoever does not need them as they are shown."""
        return tuple(self.comparison.rows[at] for at in self._standing[side].get(eid, ()))

    def ways(self, line: Line) -> tuple[Way, ...]:
        """Where else a reader of a line should look, because it was moved, split, merged, or stands beside what was."""
        return self._ways.get(line.place, ())

    @cached_property
    def _ways(self) -> Mapping[int, tuple[Way, ...]]:
        ways: dict[int, list[Way]] = {}
        before: Mapping[str, str] = {after.eid: leaf.eid for leaf, after in pairwise(self.target.leaves)}
        for line in self.lines:
            ways.setdefault(line.place, []).extend(self._elsewhere(line))
            if line.row.link.moved and (previous := before.get(line.row.link.target[0])):
                ways[line.place].append(self._way("after", previous))
                for other in self.lines_of("target", previous):
                    if other is not line:
                        back = self._way("before", line.row.link.target[0])
                        ways.setdefault(other.place, []).append(back)
        return {place: tuple(found) for place, found in ways.items()}

    def _elsewhere(self, line: Line) -> Iterator[Way]:
        """The other lines in which a leaf of this one stands."""
        for side, reading in zip(SIDES, (self.base, self.target), strict=True):
            for eid in line.row.link.on(side):
                for other in self.lines_of(side, eid):
                    if other is not line:
                        at = other.place
                        yield Way(direction="also", label=reading.label(eid), anchor=f"row-{at}", row=at)

    def _way(self, direction: Direction, eid: str) -> Way:
        return Way(direction=direction, label=self.target.label(eid), anchor=f"target-{eid}")

    @cached_property
    def _standing(self) -> Mapping[Side, Mapping[str, list[int]]]:
        """For each leaf of either side the places of the rows in which it stands."""
        standing: dict[Side, dict[str, list[int]]] = {"base": {}, "target": {}}
        for at, row in enumerate(self.comparison.rows):
            for side in SIDES:
                for eid in row.link.on(side):
                    standing[side].setdefault(eid, []).append(at)
        return standing


def is_weighty(row: Row) -> bool:
    """Whether something was found on a row that is to be read before the rest."""
    return any(is_first(finding, doubtful=row.link.basis == "doubtful") for finding in row.findings)


def table(comparison: Comparison, base: Reading | None = None, target: Reading | None = None) -> Table:
    """A comparison ready to be shown; pass the readings where they are at hand."""
    base = base or Reading(document=comparison.base)
    target = target or Reading(document=comparison.target)
    return Table(comparison=comparison, base=base, target=target)


@dataclass(slots=True, kw_only=True)
class _TableBuilder:
    """Remembers, from line to line, which anchors are taken and which headings each side stands under."""

    base: Reading
    target: Reading
    rows: tuple[Row, ...]
    stale: tuple[StaleDecision, ...]
    lists: Mapping[str, tuple[str, ...]]
    taken: set[str] = field(default_factory=set)
    under: dict[Side, tuple[str, ...]] = field(default_factory=lambda: {"base": (), "target": ()})

    def line(self, place: int, row: Row) -> Line:
        """A row as it is shown; all are asked for in their order."""
        link = row.link
        own, other = SIDES if link.base else SIDES[::-1]
        return Line(
            place=place,
            row=row,
            base=self._cells("base", row),
            target=self._cells("target", row),
            shape=_shape(len(link.base), len(link.target)),
            score=link.score,
            candidates=tuple(self._near(other, candidate) for candidate in link.candidates),
            taken=tuple(map(self._reading(own).label, taken_by(self.rows, row))),
            kept=self._kept(row),
            stale=tuple(one for one in self.stale if _was_about(one.decision, row)),
        )

    def _kept(self, row: Row) -> tuple[str, ...]:
        """The other items of its list that the target has, of an item that it omits and nobody has decided about."""
        if row.link.target or row.settled:
            return ()
        return cited_together(self.base.label(eid) for one in row.link.base for eid in self.lists.get(one, ()))

    def _reading(self, side: Side) -> Reading:
        return self.base if side == "base" else self.target

    def _near(self, side: Side, candidate: Candidate) -> Near:
        reading, eid = self._reading(side), candidate.eid
        return Near(anchor=f"{side}-{eid}", label=reading.label(eid), text=reading.text(eid), score=candidate.score)

    def _cells(self, side: Side, row: Row) -> tuple[Cell, ...]:
        reading, eids = self._reading(side), row.link.on(side)
        edits = side_of(row.edits, side, form=row.status == "unchanged")
        redlines = cut(edits, [reading.text(eid) for eid in eids])
        return tuple(self._cell(side, eid, edits) for eid, edits in zip(eids, redlines, strict=True))

    def _cell(self, side: Side, eid: str, edits: tuple[Edit, ...]) -> Cell:
        """A leaf; the headings above it are said where they are others than above the last, its anchor is once."""
        reading, anchor = self._reading(side), f"{side}-{eid}"
        trail = reading.trails.get(eid, ())
        entered = () if trail == self.under[side] else trail
        self.under[side] = trail
        free = anchor not in self.taken
        self.taken.add(anchor)
        return Cell(eid=eid, anchor=anchor if free else "", label=reading.label(eid), trail=entered, edits=edits)


def taken_by(rows: Iterable[Row], row: Row) -> tuple[str, ...]:
    """The provisions that a row's best candidate surely stands against, by eid, where it came near: the alignment lets
    words answer for one provision only. Nothing where a reviewer has decided about the row."""
    link = row.link
    if row.settled or not link.candidates or link.candidates[0].score < CAME_NEAR:
        return ()
    best = link.candidates[0].eid
    own, other = SIDES if link.base else SIDES[::-1]
    sure = (one.link for one in rows if one.link.basis != "doubtful" and one.link.on(own))
    return next((one.on(own) for one in sure if best in one.on(other)), ())


def _was_about(decision: Decision, row: Row) -> bool:
    """Whether a provision that a decision names stands in a row."""
    return not (set(decision.base).isdisjoint(row.link.base) and set(decision.target).isdisjoint(row.link.target))


def _shape(base: int, target: int) -> Shape:
    if base > 1 and target > 1:
        return "regrouped"
    if base == 1 and target > 1:
        return "split"
    return "merged" if base > 1 and target == 1 else ""


def two_decimals(score: float) -> str:
    """A score as a reader meets it."""
    return f"{score:.2f}"
