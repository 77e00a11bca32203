"""A query answered from the index: the provisions that match, the best first.

Matching is a matter of sets, by tiers: what contains everything typed as one run comes before what contains
each run, and that before what contains all the words. Within a tier BM25 ranks, on the words of the
provision, the headings above it and the document's title.

The engine is asked for candidates and for how many records have a character or a word of letters. All else is
reckoned here from the records, so that every engine gives the same hits in the same order.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from policydiff.model import DocumentKind, Language
from policydiff.search.engine import Run
from policydiff.search.index import Opened, opened
from policydiff.search.query import Clause, Clauses, Exact, Inflected, Query, parse_query
from policydiff.search.records import Numbers, Records, laid_out, stemmed
from policydiff.search.results import Hit, Results
from policydiff.search.snippets import snippet
from policydiff.search.tokens import is_letters, ranking_words, unit_texts

_HEADING_BOOST = 0.5
_TITLE_BOOST = 2.0  # for a document whose title has all that is asked for
_RANKED_WORDS = 64  # of a query as long as an article the first words rank it
_SATURATION = 1.2  # BM25's k1: how soon a word that stands there once more tells no more
_LENGTH = 0.75  # BM25's b: how much longer provisions have to have more of it

_NONE: Numbers = np.empty(0, dtype=np.int64)
Allowed = NDArray[np.bool_] | None  # for each record whether the filters leave it; None where there are none


def search(
    folder: Path,
    query: str,
    *,
    documents: Collection[str] = (),
    kinds: Collection[DocumentKind] = (),
    language: Language | None = None,
    limit: int = 20,
) -> Results:
    """The provisions that answer a query, at most `limit` of them, and how many there are in all.

    `documents`, `kinds` and `language` leave out all others; an empty one leaves out nothing. Hits of the same
    score follow the order of the library, then that of reading.
    """
    with opened(folder) as index:
        return answer(index, query, documents=documents, kinds=kinds, language=language, limit=limit)


def answer(
    index: Opened,
    query: str,
    *,
    documents: Collection[str] = (),
    kinds: Collection[DocumentKind] = (),
    language: Language | None = None,
    limit: int = 20,
) -> Results:
    """As `search`, from an index that is open already: for one who asks many things."""
    asked = parse_query(query, lambda name: bool(index.records.titled(name)))
    numbers, scores = _scores(index, asked, _allowed(index.records, documents, kinds, language))
    best = np.lexsort((numbers, -scores))[: max(limit, 0)]
    hits = tuple(_hit(index.records, int(numbers[place]), float(scores[place]), asked) for place in best)
    return Results(query=query, total=len(numbers), hits=hits)


# --------------------------------------------------------------------------------------------- matching

Scores = tuple[Numbers, NDArray[np.float64]]


def _scores(index: Opened, asked: Query, allowed: Allowed) -> Scores:
    """The matches and their scores. A citation that leads nowhere is looked up as words."""
    if not asked.citations:
        found = _by_tiers(index, asked, asked.tiers, allowed)
        return found if len(found[0]) else _beside_titles(index, asked, allowed)
    cited = _cited(index, asked, allowed)
    if not asked.tiers and len(cited):  # a citation alone: all it names, in reading order
        return cited, np.ones(len(cited))
    among = np.zeros(len(index.records), dtype=np.bool_)
    among[cited] = True
    found = _by_tiers(index, asked, asked.tiers, among)
    return found if len(found[0]) else _by_tiers(index, asked, ((asked.whole,),), allowed)


def _by_tiers(index: Opened, asked: Query, tiers: tuple[Clauses, ...], allowed: Allowed) -> Scores:
    """The matches of the tiers, each tier above the next, and all above the titles that match."""
    titles = index.records.titles
    found: list[Numbers] = []
    held = _NONE
    for matches in _of_tiers(index, tiers):
        matches = _left(matches, allowed)
        found.append(np.setdiff1d(matches, held, assume_unique=True))
        held = np.union1d(held, matches)
    apart = [np.setdiff1d(tier, titles, assume_unique=True) for tier in found]
    return _ranked(index, asked, [*apart, np.intersect1d(titles, held, assume_unique=True)])


def _of_tiers(index: Opened, tiers: tuple[Clauses, ...]) -> list[Numbers]:
    """The matches of each tier. The loosest come first: where a stricter tier implies it, its matches are among them,
    and the engine need not be asked again."""
    found: list[Numbers] = []
    for place in reversed(range(len(tiers))):
        looser = tiers[place + 1] if found else ()
        if looser and _implies(tiers[place], looser):
            found.append(_holding(index, found[-1], tiers[place]))
        else:
            found.append(_matches(index, tiers[place]))
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


def _beside_titles(index: Opened, asked: Query, allowed: Allowed) -> Scores:
    """Where no provision has all the words: those that have some while their document's title has the others."""
    records = index.records
    held = np.zeros(len(records), dtype=np.bool_)
    out = np.full(len(records), bool(asked.loosest()))
    for clause in asked.loosest():
        found = np.zeros(len(records), dtype=np.bool_)
        found[_matches(index, (clause,))] = True
        in_titles = np.flatnonzero(found[records.titles])
        found[records.titles] = False
        held |= found
        out &= found | records.of(in_titles)
    return _ranked(index, asked, [_left(np.flatnonzero(held & out), allowed)])


def _left(numbers: Numbers, allowed: Allowed) -> Numbers:
    return numbers if allowed is None else numbers[allowed[numbers]]


def _matches(index: Opened, clauses: Collection[Clause]) -> Numbers:
    """The numbers of the records for which all clauses hold."""
    if not clauses:
        return _NONE
    out = index.reader.candidates([_run(clause) for clause in clauses])
    return out if len(clauses) == 1 and len(_run(*clauses).tokens) == 1 else _holding(index, out, clauses)


def _holding(index: Opened, among: Numbers, clauses: Collection[Clause]) -> Numbers:
    """Those of the records in which all exact clauses hold, the longest asked first."""
    exact = (clause.units for clause in clauses if isinstance(clause, Exact))
    for units in sorted(exact, key=len, reverse=True):
        among = index.records.holding(among, units)
    return among


def _run(clause: Clause) -> Run:
    return Run("stem", (clause.stem,)) if isinstance(clause, Inflected) else Run("unit", clause.units)


def _allowed(
    records: Records, documents: Collection[str], kinds: Collection[DocumentKind], language: Language | None
) -> Allowed:
    """The records that the filters leave."""
    if not (documents or kinds or language):
        return None
    return records.of(
        place
        for place, one in enumerate(records.documents)
        if (not documents or one.id in documents)
        and (not kinds or one.kind in kinds)
        and (not language or one.language == language)
    )


def _cited(index: Opened, asked: Query, allowed: Allowed) -> Numbers:
    """The provisions at or below the cited places, in the documents that are named."""
    records = index.records
    named = [records.titled(name) for name in asked.names]
    out: set[int] = set()
    for citation in asked.citations:
        first = "_".join(filter(None, citation.steps[0]))  # preamble has no number
        found = _left(index.reader.candidates([Run("step", (first,))]), allowed)
        is_cited = cache(citation.matches)  # documents have the same eids
        for number in found.tolist():
            if is_cited(records.eid(number)) and all(records.document(number).id in ids for ids in named):
                out.add(number)
    return np.array(sorted(out), dtype=np.int64)


# ---------------------------------------------------------------------------------------------- ranking


def _ranked(index: Opened, asked: Query, tiers: list[Numbers]) -> Scores:
    """Scores in which every tier lies above the next."""
    every = np.sort(np.concatenate(tiers))
    plain = _plain_scores(index, asked, every)
    floor = 0.0
    for tier in reversed(tiers):
        if len(tier):
            places = np.searchsorted(every, tier)
            plain[places] = np.round(plain[places] + floor, 3)
            floor = float(math.ceil(plain[places].max()))
    return every, plain


def _plain_scores(index: Opened, asked: Query, among: Numbers) -> NDArray[np.float64]:
    """BM25 of the query's words and exact runs, and what headings and the document's title add."""
    records = index.records
    scores = np.zeros(len(among))
    if not len(among):
        return scores
    words = list(dict.fromkeys(ranking_words(asked.text)))[:_RANKED_WORDS]
    shortness = _SATURATION * (1 - _LENGTH + _LENGTH * records.lengths[among] / records.lengths.mean())
    texts = records.texts(among)
    exact = (clause for clause in asked.strictest() if isinstance(clause, Exact))
    clauses = list(dict.fromkeys(clause for clause in (*map(_word, words), *exact) if _units(clause)))
    for clause, rarity in zip(clauses, _rarities(index, clauses), strict=True):
        often = _counts(index, clause, among, texts)
        worth = often * (_SATURATION + 1) / (often + shortness) + _HEADING_BOOST * records.headed(among, _units(clause))
        scores += rarity * worth
    places, of = np.unique(records.places(among), return_inverse=True)
    shares = [_share(words, records.folded_titles[place]) for place in places.tolist()]
    return scores + _TITLE_BOOST * np.array(shares)[of]


def _word(word: str) -> Clause:
    return Inflected(word) if is_letters(word) else Exact(unit_texts(word))


def _units(clause: Clause) -> tuple[str, ...]:
    return (clause.stem,) if isinstance(clause, Inflected) else clause.units


def _counts(index: Opened, clause: Clause, among: Numbers, texts: list[bytes]) -> NDArray[np.float64]:
    """How often a clause holds in each of the records; of a word in any inflection only whether."""
    if isinstance(clause, Exact):
        asked = laid_out(clause.units)
        return np.array([text.count(asked) for text in texts], dtype=np.float64)
    return np.isin(among, _matches(index, (clause,)), assume_unique=True).astype(np.float64)


def _rarities(index: Opened, clauses: Sequence[Clause]) -> Iterator[float]:
    """BM25's weights of words. A run is taken to be as rare as its rarest unit, which every engine can tell."""
    runs = [_run(clause) for clause in clauses]
    asked = list(dict.fromkeys((run.field, token) for run in runs for token in run.tokens))
    counts = dict(zip(asked, index.reader.counts(asked), strict=True))
    for run in runs:
        held = min(counts[run.field, token] for token in run.tokens)
        yield math.log(1 + (len(index.records) - held + 0.5) / (held + 0.5))


def _share(words: list[str], folded_title: str) -> float:
    """How much of what is asked for stands in a title."""
    return sum(word in folded_title for word in words) / len(words) if folded_title and words else 0.0


# ------------------------------------------------------------------------------------------------- hits


def _hit(records: Records, number: int, score: float, asked: Query) -> Hit:
    clauses = {*asked.loosest(), asked.whole}
    phrases = {clause.units for clause in clauses if isinstance(clause, Exact) and clause.units}
    stems = {clause.stem for clause in clauses if isinstance(clause, Inflected)}
    stored, document = records.hit(number), records.document(number)
    shown, highlights = snippet(stored["text"], phrases, stems)
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
