"""The stretch of a provision that shows why it was found, and where in it the query's words stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from policydiff.eid import NUMERALS
from policydiff.quoting import stretch
from policydiff.search.query import Clause, Cut, Exact, Inflected, OneOf
from policydiff.search.tokens import Unit, is_letters, stem, units
from policydiff.text import fold

_WIDTH = 200  # of a snippet; a Chinese character is two wide
_BEFORE = 40  # of what stands before the first highlight
_CUT = "…"
_NUMBER = re.compile(rf"\d+(?:,\d{{3}}(?!\d)|[./]\d+)*[%‰]?|[{NUMERALS}]{{2,}}")  # 1,234.5% and 二十三
_FIGURE = re.compile(rf"[\d{NUMERALS}]")

Place = tuple[int, int]


def snippet(text: str, clauses: Collection[Clause]) -> tuple[str, tuple[Place, ...]]:
    """A stretch of the text around the first place where a clause holds, cut between clauses or words, and those
    places in it."""
    places = marks(text, clauses)
    start, end = _window(text, places[0][0] if places else 0)
    before = _CUT if start else ""
    after = _CUT if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in places if a < end and b > start)
    return before + text[start:end] + after, inside


def marks(text: str, clauses: Collection[Clause]) -> list[Place]:
    """The places in a text where clauses hold. A number is marked whole, and one that only begins or ends as what was
    asked for (500,000 for 50000) where no number is itself that."""
    all_units, folded = units(text), fold(text)
    found = {place for clause in clauses for place in places_of(clause, all_units)}
    numbers = [number.span() for number in _NUMBER.finditer(folded)]
    whole = {place: _with_numbers(place, numbers) for place in found}
    uncut = {place for place in found if whole[place] == place}
    stands = any(_FIGURE.search(folded, *place) for place in uncut)
    return merged(sorted(uncut if stands else set(whole.values())))


def _with_numbers(place: Place, numbers: Sequence[Place]) -> Place:
    """A place with all of the numbers in which it begins and ends."""
    start, end = place
    begins = (at for at, behind in numbers if at < start < behind)
    ends = (behind for at, behind in numbers if at < end < behind)
    return next(begins, start), next(ends, end)


def places_of(clause: Clause, all_units: list[Unit]) -> list[Place]:
    """Where a clause holds among the units of a text."""
    if isinstance(clause, Inflected):
        return [
            (unit.start, unit.end) for unit in all_units if is_letters(unit.text) and stem(unit.text) == clause.stem
        ]
    return list(_standing(all_units, clause))


def _standing(all_units: list[Unit], clause: Exact | OneOf | Cut) -> Iterator[Place]:
    """Where the run of a clause stands, or one of its runs, or its pieces."""
    texts = tuple(unit.text for unit in all_units)
    if isinstance(clause, Cut):
        runs = clause.pieces(lambda run: any(_places(texts, run)))
    else:
        runs = clause.runs if isinstance(clause, OneOf) else (clause.units,)
    not_after, not_before = (clause.not_after, clause.not_before) if isinstance(clause, OneOf) else ("", "")
    for run in runs:
        for i, j in _places(texts, run):
            before, after = "".join(texts[max(i - 1, 0) : i]), "".join(texts[j : j + 1])
            if not ((before and before in not_after) or (after and after in not_before)):
                yield all_units[i].start, all_units[j - 1].end


def _places(texts: tuple[str, ...], run: tuple[str, ...]) -> Iterator[Place]:
    i = -1
    for _ in range(texts.count(run[0]) if run else 0):
        i = texts.index(run[0], i + 1)
        if texts[i : i + len(run)] == run:
            yield i, i + len(run)


def merged(places: list[Place]) -> list[Place]:
    """Places that overlap or touch made one."""
    out: list[Place] = []
    for start, end in places:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _window(text: str, match: int) -> Place:
    """Where to cut: all of a short text, else from a little before the match to the full width."""
    wide = sum(2 if char >= "\u1100" else 1 for char in text) or 1
    return stretch(text, match, before=_BEFORE * len(text) // wide, most=_WIDTH * len(text) // wide)
