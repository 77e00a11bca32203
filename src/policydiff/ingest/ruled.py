"""Rules on a page → the tables that they draw.

    ────┬──────┬────     rules that touch are one table; where no rule parts two boxes, they are one cell
     甲 │ 乙   │ 丙
    ────┼──────┼────
     丁 │ 戊 ¶ │ 己      the words of a box are a cell's, however many lines they fill
        │ 戊   │
    ────┴──────┴────

A frame around words (one box alone), a line under a title and a table without rules draw none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NEAR = 3.0  # points: rules as far apart meet, or are one
_FEWEST_ACROSS, _FEWEST_UPRIGHT = 2, 3  # two columns, one row
_MOST_PAIRS = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line drawn along one axis: at `place` of the other one, from `start` to `end`."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: the places of its columns' and rows' edges, and for each box the one that holds its words; places count
    from the left and from below, rows from above."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    holder: dict[tuple[int, int], tuple[int, int]]

    @property
    def top(self) -> float:
        return self.rows[0]

    def box_at(self, across: float, up: float) -> tuple[int, int] | None:
        """The box (row, column) that holds what stands there; None outside the table."""
        column = bisect_right(self.columns, across) - 1
        row = bisect_right([-place for place in self.rows], -up) - 1
        return self.holder.get((row, column))

    def span(self, box: tuple[int, int]) -> int:
        """How many columns a box spans."""
        return len({column for (_, column), holder in self.holder.items() if holder == box})

    def right(self, box: tuple[int, int]) -> float:
        """Where a box ends."""
        return self.columns[box[1] + self.span(box)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A box that stands alone, by its edges."""

    left: float
    bottom: float
    right: float
    top: float

    def touches(self, rule: Rule) -> bool:
        """Whether an upright rule goes through it, stands on one of its sides, or goes on from one."""
        within = _NEAR if _meet(rule.place, self.left) or _meet(rule.place, self.right) else -_NEAR
        beside = self.left - _NEAR <= rule.place <= self.right + _NEAR
        return beside and rule.start <= self.top + within and rule.end >= self.bottom - within

    def has(self, rule: Rule, places: tuple[float, float], ends: tuple[float, float]) -> bool:
        """Whether a rule is an edge of it, at one of two places and from end to end."""
        return any(_meet(rule.place, place) for place in places) and _is_between(rule, ends)


def grids(across: Iterable[Rule], upright: Iterable[Rule]) -> list[Grid]:
    """The tables that rules draw, from above; what stands in a box alone is in none."""
    across, upright = list(across), list(upright)
    for one in frames(across, upright):
        across = [rule for rule in across if not one.has(rule, (one.bottom, one.top), (one.left, one.right))]
        upright = [rule for rule in upright if not one.has(rule, (one.left, one.right), (one.bottom, one.top))]
    rows, columns = _joined(across), _joined(upright)
    if len(rows) * len(columns) > _MOST_PAIRS:
        return []
    found = [_grid(*group) for group in _touching(rows, columns)]
    return sorted(filter(None, found), key=lambda grid: -grid.top)


def frames(across: Sequence[Rule], upright: Sequence[Rule]) -> list[Frame]:
    """The boxes that stand alone, from above: no rule goes through one, and none beside it goes on from its sides."""
    if max(len(across), len(upright)) ** 2 > _MOST_PAIRS:
        return []
    found = (_frame(rule, across, upright) for rule in across)
    return sorted(filter(None, found), key=lambda frame: -frame.top)


def _frame(top: Rule, across: Sequence[Rule], upright: Sequence[Rule]) -> Frame | None:
    """The box whose upper edge a rule is, if it is that of one."""
    below = [rule for rule in across if rule.place < top.place - _NEAR and _is_between(rule, (top.start, top.end))]
    if not below:
        return None
    bottom = max(below, key=lambda rule: rule.place)
    frame = Frame(left=top.start, bottom=bottom.place, right=top.end, top=top.place)
    sides = [rule for rule in upright if frame.touches(rule)]
    is_crossed = any(
        bottom.place + _NEAR < rule.place < top.place - _NEAR and rule.start < top.end and rule.end > top.start
        for rule in across
    )
    closed = all(any(_meet(rule.place, side) for rule in sides) for side in (frame.left, frame.right))
    alone = all(frame.has(rule, (frame.left, frame.right), (frame.bottom, frame.top)) for rule in sides)
    return frame if closed and alone and not is_crossed else None


def _meet(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR


def _is_between(rule: Rule, ends: tuple[float, float]) -> bool:
    """Whether a rule goes from end to end and no further."""
    return _meet(rule.start, ends[0]) and _meet(rule.end, ends[1])


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """The rules, those that go on in one line as one."""
    out: list[Rule] = []
    lines: dict[float, list[Rule]] = defaultdict(list)
    last = None
    for rule in sorted(rules, key=lambda one: one.place):
        if last is None or rule.place - last > _NEAR:
            last = rule.place
        lines[last].append(rule)
    for place, pieces in lines.items():
        for piece in sorted(pieces, key=lambda one: one.start):
            if out and out[-1].place == place and piece.start - out[-1].end <= _NEAR:
                out[-1] = Rule(place=place, start=out[-1].start, end=max(out[-1].end, piece.end))
            else:
                out.append(Rule(place=place, start=piece.start, end=piece.end))
    return out


def _touching(rows: Sequence[Rule], columns: Sequence[Rule]) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """The groups of rules that touch each other."""
    parent = list(range(len(rows) + len(columns)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for r, row in enumerate(rows):
        for c, column in enumerate(columns, start=len(rows)):
            if _covers(row, column.place) and _covers(column, row.place):
                parent[root(r)] = root(c)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for one, rule in enumerate((*rows, *columns)):
        groups[root(one)][one >= len(rows)].append(rule)
    return groups.values()


def _covers(rule: Rule, place: float) -> bool:
    return rule.start - _NEAR <= place <= rule.end + _NEAR


def _grid(across: list[Rule], upright: list[Rule]) -> Grid | None:
    columns = tuple(sorted({rule.place for rule in upright}))
    rows = tuple(sorted({rule.place for rule in across}, reverse=True))
    if len(rows) < _FEWEST_ACROSS or len(columns) < _FEWEST_UPRIGHT or len(rows) * len(columns) > _MOST_PAIRS // 100:
        return None
    holder: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            middle = (columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2
            parted_left = any(rule.place == columns[column] and _covers(rule, middle[1]) for rule in upright)
            parted_above = any(rule.place == rows[row] and _covers(rule, middle[0]) for rule in across)
            if column and not parted_left:
                holder[row, column] = holder[row, column - 1]
            elif row and not parted_above:
                holder[row, column] = holder[row - 1, column]
            else:
                holder[row, column] = (row, column)
    return Grid(columns=columns, rows=rows, holder=holder)
