"""A query answered from the index: the provisions that match (matching.py), the best first (ranking.py)."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from policydiff.model import DocumentKind, Language
from policydiff.search.index import Opened, opened
from policydiff.search.matching import cited, left, matches, of_tiers, without
from policydiff.search.missing import missing
from policydiff.search.most import NOT_FOUND, by_most
from policydiff.search.query import SAYS_NOTHING, Clauses, Query, parse_query
from policydiff.search.questions import in_words, measures, telling, without_asking
from policydiff.search.ranking import Scores, ranked
from policydiff.search.records import NONE, Allowed, Numbers, Records
from policydiff.search.results import Hit, Results
from policydiff.search.slips import meant
from policydiff.search.snippets import snippet

_LEAST_OF_WORDS = 0.5  # of what is no question, the share that some provision has, or else nothing is found


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is searched: these documents, documents of these kinds, in this language; an empty one leaves out
    nothing."""

    documents: Collection[str] = ()
    kinds: Collection[DocumentKind] = ()
    language: Language | None = None

    def allowed(self, records: Records) -> Allowed:
        """The records that are left."""
        if not (self.documents or self.kinds or self.language):
            return None
        return records.of(
            place
            for place, one in enumerate(records.documents)
            if (not self.documents or one.id in self.documents)
            and (not self.kinds or one.kind in self.kinds)
            and (not self.language or one.language == self.language)
        )


EVERYTHING = Filter()


def search(folder: Path, query: str, among: Filter = EVERYTHING, limit: int = 20) -> Results:
    """The provisions that answer a query, at most `limit` of them, and how many there are in all.

    Hits of the same score follow the order of the library, then that of reading.
    """
    with opened(folder) as index:
        return answer(index, query, among, limit)


def answer(index: Opened, query: str, among: Filter = EVERYTHING, limit: int = 20) -> Results:
    """As `search`, from an index that is open already: for one who asks many things."""
    asked = parse_query(query, lambda name: bool(index.records.titled(name)))
    excluding = asked.without
    allowed = without(index, asked.excluded, among.allowed(index.records))
    numbers, scores = _own_first(index, _scores(index, asked, allowed), left(index.records.called(asked.text), allowed))
    typed, all_words = asked, len(numbers) > 0
    loose = not len(numbers) and not asked.citations and not asked.exact
    if loose:
        asked, (numbers, scores), all_words = _as_question(index, asked, allowed)
    best = np.lexsort((numbers, -scores))[: max(limit, 0)]
    hits = tuple(_hit(index.records, int(numbers[place]), float(scores[place]), asked) for place in best)
    read_as = asked.text if loose and hits else ""
    finds = partial(_finds, index, allowed)
    nowhere, rest = missing(index, asked, allowed, finds) if not len(numbers) else ((), ())
    return Results(
        query=query,
        total=len(numbers),
        hits=hits,
        read_as=read_as,
        also=asked.also,
        missing=nowhere,
        left=rest,
        meant=() if all_words else meant(index, typed, allowed, finds),
        without=excluding,
    )


def _finds(index: Opened, allowed: Allowed, part: str) -> bool:
    """Whether a part of a query finds something by itself, all of it."""
    asked = parse_query(part, lambda name: bool(index.records.titled(name)))
    return len(_scores(index, asked, allowed)[0]) > 0


def _own_first(index: Opened, found: Scores, own: Numbers) -> Scores:
    """The matches, before them the titles of the documents that the query is the id or the name of."""
    if not len(own):
        return found
    every = np.union1d(found[0], own)
    scores = np.zeros(len(every))
    scores[np.searchsorted(every, found[0])] = found[1]
    return every, np.round(scores + np.isin(every, own) * math.ceil(scores.max() + 1), 3)


def _as_question(index: Opened, asked: Query, allowed: Allowed) -> tuple[Query, Scores, bool]:
    """The matches of what a question asks, with what was looked up, and whether that is all its telling words or only
    the most of them."""
    words = without_asking(asked.text)
    asks = words != in_words(asked.text)
    shorter = parse_query(words, lambda name: False) if asks and words else asked
    found = _scores(index, shorter, allowed) if shorter is not asked else NOT_FOUND
    all_words = len(found[0]) > 0
    if not all_words:
        least = 0 if asks else _LEAST_OF_WORDS
        shorter, found = by_most(index, asked, telling(words, SAYS_NOTHING), allowed, least=least)
    return shorter, _with_measures_first(index, found, measures(asked.text)), all_words


def _with_measures_first(index: Opened, found: Scores, clauses: Clauses) -> Scores:
    """The matches, those before the others that hold one of some clauses."""
    numbers, scores = found
    if not (clauses and len(numbers)):
        return found
    held = np.unique(np.concatenate([matches(index, (clause,)) for clause in clauses]))
    return numbers, np.round(scores + np.isin(numbers, held) * math.ceil(scores.max() + 1), 3)


def _scores(index: Opened, asked: Query, allowed: Allowed) -> Scores:
    """The matches and their scores. A citation that leads nowhere is looked up as words."""
    if not asked.citations:
        found = _by_tiers(index, asked, asked.tiers, allowed)
        return found if len(found[0]) else _beside_titles(index, asked, allowed)
    places = cited(index, asked, allowed)
    if not asked.tiers and len(places):  # a citation alone: all it names, in reading order
        return places, np.ones(len(places))
    among = np.zeros(len(index.records), dtype=np.bool_)
    among[places] = True
    found = _by_tiers(index, asked, asked.tiers, among)
    return found if len(found[0]) else _by_tiers(index, asked, asked.as_typed, allowed)


def _by_tiers(index: Opened, asked: Query, tiers: tuple[Clauses, ...], allowed: Allowed) -> Scores:
    """The matches of the tiers, each tier above the next, and all above the titles that match."""
    titles = index.records.titles
    found: list[Numbers] = []
    held = NONE
    for tier in of_tiers(index, tiers):
        allowed_of_it = left(tier, allowed)
        found.append(np.setdiff1d(allowed_of_it, held, assume_unique=True))
        held = np.union1d(held, allowed_of_it)
    apart = [np.setdiff1d(tier, titles, assume_unique=True) for tier in found]
    return ranked(index, asked, [*apart, np.intersect1d(titles, held, assume_unique=True)])


def _beside_titles(index: Opened, asked: Query, allowed: Allowed) -> Scores:
    """Where no provision has all the words: those that have some while their document's title has the others."""
    records = index.records
    held = np.zeros(len(records), dtype=np.bool_)
    out = np.full(len(records), bool(asked.loosest()))
    for clause in asked.loosest():
        found = np.zeros(len(records), dtype=np.bool_)
        found[matches(index, (clause,))] = True
        in_titles = np.flatnonzero(found[records.titles])
        found[records.titles] = False
        held |= found
        out &= found | records.of(in_titles)
    return ranked(index, asked, [left(np.flatnonzero(held & out), allowed)])


def _hit(records: Records, number: int, score: float, asked: Query) -> Hit:
    stored, document = records.hit(number), records.document(number)
    shown, highlights = snippet(stored["text"], asked.clauses())
    return Hit(
        document=document.id,
        title=document.title,
        eid=stored["eid"],
        label=stored["label"],
        language=document.language,
        kind=document.kind,
        score=score,
        snippet=shown,
        highlights=highlights,
    )
