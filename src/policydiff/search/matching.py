"""Which records answer: a matter of sets, by tiers.

What contains everything typed as one run comes before what contains each run, and that before what contains all the
words. The engine is asked for candidates; whether one answers is seen in the records, so that every engine gives the
same.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import numpy as np

from policydiff.search.engine import Run
from policydiff.search.index import Opened
from policydiff.search.query import Clause, Clauses, Exact, Inflected, Query
from policydiff.search.records import NONE, Allowed, Numbers, laid_out, stemmed


def of_tiers(index: Opened, tiers: tuple[Clauses, ...]) -> list[Numbers]:
    """The matches of each tier. The loosest come first: where a stricter tier implies it, its matches are among them,
    and the engine need not be asked again."""
    found: list[Numbers] = []
    for place in reversed(range(len(tiers))):
        looser = tiers[place + 1] if found else ()
        if looser and _implies(tiers[place], looser):
            found.append(_holding(index, found[-1], tiers[place]))
        else:
            found.append(matches(index, tiers[place]))
    return found[::-1]


def _implies(strict: Clauses, looser: Clauses) -> bool:
    """Whether the looser clauses hold wherever the strict ones do."""
    runs = [one.units for one in strict if isinstance(one, Exact)]
    laid, stems = list(map(laid_out, runs)), {stem for run in runs for stem in stemmed(run)}

    def implied(loose: Clause) -> bool:
        if isinstance(loose, Inflected):
            return loose.stem in stems
        asked = laid_out(loose.units)
        return any(asked in run for run in laid)

    held = set(strict)
    return all(loose in held or implied(loose) for loose in looser)


def left(numbers: Numbers, allowed: Allowed) -> Numbers:
    """Those of the records that may be found."""
    return numbers if allowed is None else numbers[allowed[numbers]]


def matches(index: Opened, clauses: Collection[Clause]) -> Numbers:
    """The numbers of the records for which all clauses hold."""
    if not clauses:
        return NONE
    out = index.reader.candidates([run_of(clause) for clause in clauses])
    return out if len(clauses) == 1 and len(run_of(*clauses).tokens) == 1 else _holding(index, out, clauses)


def _holding(index: Opened, among: Numbers, clauses: Collection[Clause]) -> Numbers:
    """Those of the records in which all exact clauses hold, the longest asked first."""
    exact = (clause.units for clause in clauses if isinstance(clause, Exact))
    for units in sorted(exact, key=len, reverse=True):
        among = index.records.containing(among, units)
    return among


def run_of(clause: Clause) -> Run:
    """What the engine is asked for."""
    return Run("stem", (clause.stem,)) if isinstance(clause, Inflected) else Run("unit", clause.units)


def cited(index: Opened, asked: Query, allowed: Allowed) -> Numbers:
    """The provisions at or below the cited places, in the documents that are named."""
    records = index.records
    named = [records.titled(name) for name in asked.names]
    out: set[int] = set()
    for citation in asked.citations:
        first = "_".join(filter(None, citation.steps[0]))  # preamble has no number
        found = left(index.reader.candidates([Run("step", (first,))]), allowed)
        is_cited = cache(citation.matches)  # documents have the same eids
        for number in found.tolist():
            if is_cited(records.eid(number)) and all(records.document(number).id in ids for ids in named):
                out.add(number)
    return np.array(sorted(out), dtype=np.int64)
