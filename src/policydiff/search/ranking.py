"""What a record that answers is worth: BM25 on the words of the provision, the headings above it and the title of its
document, reckoned from the records, so that every engine gives the same."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from policydiff.search.index import Opened
from policydiff.search.matching import matches, run_of, standing
from policydiff.search.query import Exact, Inflected, OneOf, Query, typed
from policydiff.search.records import Numbers, laid_out
from policydiff.search.tokens import is_letters, ranking_words, unit_texts

_HEADING_BOOST = 0.5
_TITLE_BOOST = 2.0  # for a document whose title has all that is asked for
_RANKED_WORDS = 64  # of a query as long as an article the first words rank it
_SATURATION = 1.2  # BM25's k1: how soon a word that stands there once more tells no more
_LENGTH = 0.75  # BM25's b: how much longer provisions have to have more of it

Scores = tuple[Numbers, NDArray[np.float64]]
_Counted = Exact | Inflected | OneOf


def ranked(index: Opened, asked: Query, tiers: list[Numbers]) -> Scores:
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
    by_name = asked.loosest() if asked.also else ()
    exact = (clause for clause in (*asked.strictest(), *by_name) if isinstance(clause, Exact | OneOf))
    clauses = list(dict.fromkeys(clause for clause in (*map(_word, words), *exact) if _units(clause)))
    for clause, rarity in zip(clauses, _rarities(index, clauses), strict=True):
        often = _counts(index, clause, among, texts)
        worth = often * (_SATURATION + 1) / (often + shortness) + _HEADING_BOOST * records.headed(among, _units(clause))
        scores += rarity * worth
    places, of = np.unique(records.places(among), return_inverse=True)
    shares = [_share(words, records.folded_titles[place]) for place in places.tolist()]
    return scores + _TITLE_BOOST * np.array(shares)[of]


def _word(word: str) -> _Counted:
    return Inflected(word) if is_letters(word) else Exact(unit_texts(word))


def _units(clause: _Counted) -> tuple[str, ...]:
    return (clause.stem,) if isinstance(clause, Inflected) else typed(clause)


def _counts(index: Opened, clause: _Counted, among: Numbers, texts: list[bytes]) -> NDArray[np.float64]:
    """How often a clause holds in each of the records; of a word in any inflection only whether."""
    if isinstance(clause, Exact):
        asked = laid_out(clause.units)
        return np.array([text.count(asked) for text in texts], dtype=np.float64)
    if isinstance(clause, OneOf):
        return standing(index, clause, among)
    return np.isin(among, matches(index, (clause,)), assume_unique=True).astype(np.float64)


def _rarities(index: Opened, clauses: Sequence[_Counted]) -> Iterator[float]:
    """BM25's weights of words. A run is taken to be as rare as its rarest unit, which every engine can tell."""
    runs = [run_of(clause) for clause in clauses]
    asked = list(dict.fromkeys((run.field, token) for run in runs for token in run.tokens))
    counts = dict(zip(asked, index.reader.counts(asked), strict=True))
    for run in runs:
        held = min(counts[run.field, token] for token in run.tokens)
        yield math.log(1 + (len(index.records) - held + 0.5) / (held + 0.5))


def _share(words: list[str], folded_title: str) -> float:
    """How much of what is asked for stands in a title."""
    return sum(word in folded_title for word in words) / len(words) if folded_title and words else 0.0
