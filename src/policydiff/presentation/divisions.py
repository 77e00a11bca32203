"""Divisions of a base of which the target has nothing: they are told once, and not provision by provision.

第三章　修剪    第五条 omitted, 第六条 omitted, 第七条 omitted, with a finding, 第八条 omitted
                → 第三章, of which the rows of 第五条, 第六条 and 第八条 have nothing else to say
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from policydiff.model import Document, Provision, Row
from policydiff.presentation.runs import ABOVE_ARTICLES

_FEWEST = 3  # rows that are told as one; fewer are read as soon
_MOST_IN_DOUBT = 0.1  # of the rows of a division; with more, the target may well have it


def lost_divisions(base: Document, rows: Sequence[Row]) -> Mapping[str, tuple[int, ...]]:
    """By eid the largest divisions of a base of which no provision stands beside anything in the target beyond doubt,
    and hardly any in doubt, with the places of those rows, the first being 0, which are omitted and on which nothing
    was found or decided."""
    standing: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for eid in row.link.base:
            standing.setdefault(eid, []).append(at)
    held = {eid for row in rows if row.link.target and row.link.basis != "doubtful" for eid in row.link.base}
    found: dict[str, tuple[int, ...]] = {}
    for division in _lost(base.provisions, held):
        own = {leaf.eid for leaf in division.walk() if leaf.text}
        places = sorted({at for eid in own for at in standing.get(eid, ())})
        silent = tuple(at for at in places if _is_silent(rows[at]) and own.issuperset(rows[at].link.base))
        in_doubt = sum(bool(rows[at].link.target) for at in places)
        if len(silent) >= _FEWEST and in_doubt <= _MOST_IN_DOUBT * len(places):
            found[division.eid] = silent
    return found


def _lost(provisions: Iterable[Provision], held: set[str]) -> Iterator[Provision]:
    for provision in provisions:
        if provision.level not in ABOVE_ARTICLES:
            continue
        if held.isdisjoint(below.eid for below in provision.walk()):
            yield provision
        else:
            yield from _lost(provision.children, held)


def _is_silent(row: Row) -> bool:
    return not (row.link.target or row.findings or row.decisions or row.dismissed)
