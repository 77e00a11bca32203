"""Which records answer: a matter of sets, by tiers.

What contains everything typed as one run comes before what contains each run, and that before what contains all the
words. The engine is asked for candidates; whether one answers is seen in the records, so that every engine gives the
same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from policydiff.eid import Citation
from policydiff.search.engine import Run
from policydiff.search.index import Opened
from policydiff.search.query import SAYS_NOTHING, Clause, Clauses, Cut, Exact, Inflected, OneOf, Query, typed
from policydiff.search.records import NONE, Allowed, Numbers, Records, laid_out, stemmed

_ALIKE = 2  # units with which runs begin that an engine is asked for at once


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
    runs = [_runs(one) for one in strict if isinstance(one, Exact | OneOf)]
    laid = [[laid_out(run) for run in ways] for ways in runs]
    stems = {stem for ways in runs for stem in set.intersection(*(set(stemmed(run)) for run in ways))}

    def implied(loose: Clause) -> bool:
        if isinstance(loose, Inflected):
            return loose.stem in stems
        if isinstance(loose, OneOf):  # a number that stands alone in the text may be a part of one in a run
            return False
        asked = laid_out(loose.units)
        return any(all(asked in run for run in ways) for ways in laid)

    held = set(strict)
    return all(loose in held or implied(loose) for loose in looser)


def _runs(clause: Exact | OneOf) -> tuple[tuple[str, ...], ...]:
    return (clause.units,) if isinstance(clause, Exact) else clause.runs


def left(numbers: Numbers, allowed: Allowed) -> Numbers:
    """Those of the records that may be found."""
    return numbers if allowed is None else numbers[allowed[numbers]]


def without(index: Opened, excluded: Clauses, allowed: Allowed) -> Allowed:
    """The records that may be found, but for those for which one of some clauses holds."""
    if not excluded:
        return allowed
    out = np.ones(len(index.records), dtype=np.bool_) if allowed is None else allowed.copy()
    for clause in excluded:
        out[matches(index, (clause,))] = False
    return out


def matches(index: Opened, clauses: Collection[Clause]) -> Numbers:
    """The numbers of the records for which all clauses hold."""
    if not clauses:
        return NONE
    single = [run for clause in clauses if not isinstance(clause, OneOf) for run in _needed(clause)]
    out = index.reader.candidates(single) if single else None
    for clause in clauses:
        if isinstance(clause, OneOf) and (out is None or len(out)):
            held = _of_any(index, clause)
            out = held if out is None else np.intersect1d(out, held, assume_unique=True)
    if out is None:
        return NONE
    return out if len(clauses) == 1 and all(map(_is_one_token, clauses)) else _holding(index, out, clauses)


def _is_one_token(clause: Clause) -> bool:
    """Whether a clause holds wherever the engine says that it may."""
    return isinstance(clause, Inflected) or (isinstance(clause, Exact) and len(clause.units) == 1)


def _needed(clause: Exact | Inflected | Cut) -> list[Run]:
    """What stands wherever a clause holds."""
    if isinstance(clause, Cut):
        return [Run("unit", (unit,)) for unit in dict.fromkeys(clause.units) if unit not in SAYS_NOTHING]
    return [run_of(clause)]


def _of_any(index: Opened, clause: OneOf) -> Numbers:
    """The records that may hold one of the runs."""
    found = [index.reader.candidates([Run("unit", run)]) for run in _beginnings(clause.runs)]
    return np.unique(np.concatenate(found))


def _beginnings(runs: Collection[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """What runs that begin alike have in common, for which an engine is asked once: 自然资源 of its departments."""
    alike: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for run in runs:
        alike.setdefault(run[:_ALIKE], []).append(run)
    for held in alike.values():
        shared = takewhile(lambda units: len(set(units)) == 1, zip(*held, strict=False))
        yield tuple(units[0] for units in shared)


def _holding(index: Opened, among: Numbers, clauses: Collection[Clause]) -> Numbers:
    """Those of the records in which all clauses but words of letters hold, the longest asked first."""
    exact = (clause for clause in clauses if not isinstance(clause, Inflected))
    for clause in sorted(exact, key=lambda one: len(typed(one)), reverse=True):
        if isinstance(clause, Exact):
            among = index.records.containing(among, clause.units)
        elif isinstance(clause, Cut):
            texts = index.records.texts(among)
            among = among[np.array([bool(pieces(clause, text)) for text in texts], dtype=np.bool_)]
        else:
            among = among[standing(index, clause, among) > 0]
    return among


def pieces(clause: Cut, *texts: bytes) -> tuple[tuple[str, ...], ...]:
    """The pieces of a run that stand in records, as they are laid out, each in one of them."""

    def stands(run: tuple[str, ...]) -> bool:
        asked = laid_out(run)
        return any(asked in text for text in texts)

    return clause.pieces(stands)


def standing(index: Opened, clause: OneOf, among: Numbers) -> NDArray[np.float64]:
    """How often one of the runs stands in each of the records."""
    pattern = _pattern(clause)
    return np.array([len(pattern.findall(text)) for text in index.records.texts(among)], dtype=np.float64)


@lru_cache(maxsize=64)
def _pattern(clause: OneOf) -> re.Pattern[bytes]:
    runs = sorted(map(laid_out, clause.runs), key=len, reverse=True)
    before = b"".join(b"(?<!%b)" % among for among in _of_one_size(clause.not_after))
    after = b"".join(b"(?!%b)" % among for among in _of_one_size(clause.not_before))
    return re.compile(b"%b(?:%b)%b" % (before, b"|".join(map(re.escape, runs)), after))


def _of_one_size(chars: str) -> Iterator[bytes]:
    """Expressions for one of some characters, as records are laid out: those of one byte, and of three."""
    laid = [char.encode() for char in chars]
    for size in sorted({len(char) for char in laid}):
        yield b"(?:%b)" % b"|".join(re.escape(char) for char in laid if len(char) == size)


def run_of(clause: Exact | Inflected | OneOf) -> Run:
    """What the engine is asked for, of several runs the one that was typed."""
    return Run("stem", (clause.stem,)) if isinstance(clause, Inflected) else Run("unit", typed(clause))


def cited(index: Opened, asked: Query, allowed: Allowed) -> Numbers:
    """The provisions at or below the cited places, in the documents that are named; of a chapter all that stand in
    it."""
    records = index.records
    named = [records.titled(name) for name in asked.names]
    out: set[int] = set()
    for citation in asked.citations:
        first = "_".join(filter(None, citation.steps[0]))  # preamble has no number
        found = index.reader.candidates([Run("step", (first,))])
        is_cited = cache(citation.matches)  # documents have the same eids
        for number in found.tolist():
            if is_cited(records.eid(number)) and all(records.document(number).id in ids for ids in named):
                out.update(_standing_in(records, number, citation))
    return left(np.array(sorted(out), dtype=np.int64), allowed)  # what stands in a chapter may be found without it


def _standing_in(records: Records, number: int, citation: Citation) -> Iterator[int]:
    """A record that is cited, and behind the heading of a chapter what stands in it."""
    yield number
    if citation.division:
        for following in range(number + 1, records.end_of(number)):
            if citation.ends_before(records.eid(following)):
                return
            yield following
