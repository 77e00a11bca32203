"""What stands beside the text of a page and is no part of its lines: boxes with a frame, and notes in the margins.

第四条 公民应当 ┌────┐ 每日梳须，保持     a box may part the lines that run around it: they are put together again, or
整洁，不得在公共 │电话│ 场所修剪。         made as wide as the others; its own words come after the paragraph beside it
              └────┘
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policydiff.ingest.content import Line
from policydiff.ingest.layout.drawn import cell_flow, cell_lines
from policydiff.ingest.layout.page import BEGINS_ANEW, NUMBER_ALONE, Fragment, Page
from policydiff.ingest.ruled import Frame, frames

_MOST_OF_PAGE = 0.5  # the share of a page's words in a frame that is drawn around the page
_WIDEST = 0.9  # of the text: what is framed from edge to edge stands in its order
_WIDE, _FEWEST_WIDE = 0.5, 5  # of a page, or of its widest line; lines that show where its text stands
# Places are measured in heights of a character.
_ABOVE, _BELOW = 0.5, 1.2  # a line beside a frame may reach over its edges so far
_STACKED = 2.5
_TOUCHES = 0.1
_ONE_LINE, _NEXT = 0.3, 0.5  # words of one line, and words that stand right beside a frame
_SHORT_NUMBER = re.compile(r"\d{1,3}[A-Z]?")  # 12, 3A: of a provision, perhaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Words beside the text: where they begin and end, from above and from the left, and their lines."""

    top: float
    left: float
    right: float
    lines: tuple[Line, ...]


def without_asides(page: Page, loose: Sequence[Fragment]) -> tuple[list[Aside], list[Fragment]]:
    """What stands beside the text of a page, from above, and the other fragments, as if it did not."""
    found: list[Aside] = []
    left = list(loose)
    widest = _WIDEST * (max((one.right for one in loose), default=0.0) - min((one.left for one in loose), default=0.0))
    for frame in (one for one in frames(page.across, page.upright) if one.right - one.left < widest):
        inside = [one for one in left if _is_inside(one, frame)]
        if inside and len(inside) <= _MOST_OF_PAGE * len(left) and not _is_in_a_line(inside, left, frame):
            found.append(_aside(inside, frame.left, frame.right, top=frame.top))
            known = set(map(id, inside))
            left = _around(frame, [one for one in left if id(one) not in known])
    notes = _in_margins(page, left)
    for stack in _stacks(notes):
        found.append(_aside(stack, min(one.left for one in stack), max(one.right for one in stack)))
    known = set(map(id, notes))
    return sorted(found, key=lambda one: -one.top), [one for one in left if id(one) not in known]


def _aside(fragments: Sequence[Fragment], left: float, right: float, *, top: float = 0.0) -> Aside:
    flow = cell_flow(list(fragments), left, right)
    top = top or max(one.baseline + one.height for one in fragments)
    return Aside(top=top, left=left, right=right, lines=() if flow is None else cell_lines(flow))


# ----------------------------------------------------------------------------------------- frames


def _is_inside(one: Fragment, frame: Frame) -> bool:
    across, up = (one.left + one.right) / 2, one.baseline + one.height / 4
    return not one.askew and frame.left < across < frame.right and frame.bottom < up < frame.top


def _around(frame: Frame, fragments: list[Fragment]) -> list[Fragment]:
    """The fragments, the lines that run around a frame as they would stand without it."""
    beside = [one for one in fragments if _is_beside(one, frame)]
    lines = [one for one in fragments if one.right - one.left >= _WIDE * max(o.right - o.left for o in fragments)]
    before = [one for one in beside if one.right <= frame.left + _TOUCHES * one.height]
    behind = [one for one in beside if one.left >= frame.right - _TOUCHES * one.height]
    if not lines or not (before or behind):
        return fragments
    changed: dict[int, Fragment] = {}
    if before and behind:
        changed = {id(one): replace(one, goes_on=True) for one in _first_of_rows(behind)}
    elif before:
        room = max(one.right for one in lines) - max(one.right for one in before)
        changed = {id(one): replace(one, right=one.right + max(room, 0.0)) for one in before}
    else:
        indent = min(one.left for one in behind) - min(one.left for one in lines)
        changed = {id(one): replace(one, left=one.left - max(indent, 0.0)) for one in _first_of_rows(behind)}
    return [changed.get(id(one), one) for one in fragments]


def _is_in_a_line(inside: Sequence[Fragment], others: Sequence[Fragment], frame: Frame) -> bool:
    """Whether a frame is drawn around words of a line that goes on right before or behind it."""
    first, known = inside[0], set(map(id, inside))
    near = _ONE_LINE * first.height
    if any(abs(one.baseline - first.baseline) > near for one in inside):
        return False
    same = (one for one in others if id(one) not in known and abs(one.baseline - first.baseline) < near)
    return any(min(abs(frame.left - one.right), abs(one.left - frame.right)) < _NEXT * one.height for one in same)


def _is_beside(one: Fragment, frame: Frame) -> bool:
    return frame.bottom - _BELOW * one.height < one.baseline < frame.top + _ABOVE * one.height


def _first_of_rows(fragments: Sequence[Fragment]) -> Iterator[Fragment]:
    """The fragments that stand farthest left on their baselines."""
    first: dict[int, Fragment] = {}
    for one in sorted(fragments, key=lambda one: one.left):
        first.setdefault(round(one.baseline), one)
    yield from first.values()


# ---------------------------------------------------------------------------------------- margins


def _in_margins(page: Page, fragments: Sequence[Fragment]) -> list[Fragment]:
    """The words left or right of all lines of running text; but where a number stands that may be a provision's."""
    lines = [one for one in fragments if not one.askew and one.right - one.left >= _WIDE * page.width]
    if len(lines) < _FEWEST_WIDE:
        return []
    left, right = min(one.left for one in lines), max(one.right for one in lines)
    low, high = min(one.baseline for one in lines), max(one.baseline for one in lines)
    found = [
        one
        for one in fragments
        if not one.askew
        and low - one.height <= one.baseline <= high + one.height
        and (one.right <= left or one.left >= right)
    ]
    return [one for stack in _stacks(found) if _is_note([one.text.strip() for one in stack]) for one in stack]


def _is_note(words: Sequence[str]) -> bool:
    """Whether words below each other in a margin have letters, and none is a number that may begin a line."""
    if any(NUMBER_ALONE.fullmatch(one) or BEGINS_ANEW.match(one) or _SHORT_NUMBER.fullmatch(one) for one in words):
        return False
    return sum(char.isalpha() for one in words for char in one) > 1


def _stacks(notes: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    """The words in margins that stand below each other."""
    open_: list[list[Fragment]] = []
    for one in sorted(notes, key=lambda one: -one.baseline):
        for stack in open_:
            last = stack[-1]
            is_near = last.baseline - one.baseline <= _STACKED * max(last.height, one.height)
            if is_near and one.left < last.right and last.left < one.right:
                stack.append(one)
                break
        else:
            open_.append([one])
    yield from open_
