"""A query answered from the index: the provisions that match, the best first.

Matching is a matter of sets, by tiers: what contains everything typed as one run comes before what contains
each run, and that before what contains all the words. Within a tier whoosh's BM25F ranks, on the words of the
provision, the headings above it and the document's title.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from pathlib import Path
from typing import Any

from policydiff.model import Language
from policydiff.search import schema as fields
from policydiff.search.engine import And, Or, Phrase, Searcher, Term
from policydiff.search.engine import Query as EngineQuery
from policydiff.search.index import Opened, Shelved, opened
from policydiff.search.query import Clause, Clauses, Exact, Inflected, Query, parse_query
from policydiff.search.results import Hit, Results
from policydiff.search.snippets import snippet
from policydiff.search.tokens import pairs, ranking_words, unit_texts
from policydiff.text import fold

_BOOST = {fields.WORD: 1.0, fields.HEADING: 0.5}
_TITLE_BOOST = 2.0  # for a document whose title has all that is asked for
_RANKED_WORDS = 64  # of a query as long as an article the first words rank it


def search(
    folder: Path,
    query: str,
    *,
    documents: Collection[str] = (),
    kinds: Collection[str] = (),
    language: Language | None = None,
    limit: int = 20,
) -> Results:
    """The provisions that answer a query, at most `limit` of them, and how many there are in all.

    `documents`, `kinds` and `language` leave out all others; an empty one leaves out nothing. Hits of the same
    score follow the order of the library, then that of reading.
    """
    with opened(folder) as index:
        asked = parse_query(query, lambda name: bool(_titled(index.documents, name)))
        allowed = _allowed(index.searcher, documents, kinds, language)
        scores = _scores(index, asked, allowed)
        best = sorted(scores, key=lambda number: (-scores[number], number))[: max(limit, 0)]
        found = [(dict(index.searcher.stored_fields(number)[fields.HIT]), scores[number]) for number in best]
    hits = tuple(_hit(values, score, asked) for values, score in found)
    return Results(query=query, total=len(scores), hits=hits)


# --------------------------------------------------------------------------------------------- matching


def _scores(index: Opened, asked: Query, allowed: set[int] | None) -> dict[int, float]:
    """The score of every match. A citation that leads nowhere is looked up as words."""
    if not asked.citations:
        return _by_tiers(index, asked, asked.tiers, allowed) or _beside_titles(index, asked, allowed)
    cited = _cited(index, asked, allowed)
    if not asked.tiers and cited:  # a citation alone: all it names, in reading order
        return dict.fromkeys(cited, 1.0)
    return _by_tiers(index, asked, asked.tiers, cited) or _by_tiers(index, asked, ((asked.whole,),), allowed)


def _by_tiers(index: Opened, asked: Query, tiers: tuple[Clauses, ...], allowed: set[int] | None) -> dict[int, float]:
    """The matches of the tiers, each tier above the next, and all above the titles that match."""
    titles = _numbers(index.searcher, Term(fields.STEP, fields.TITLE_STEP))
    found: list[set[int]] = []
    for tier in tiers:
        matches = _matches(index.searcher, tier)
        found.append((matches if allowed is None else matches & allowed).difference(*found))
    return _ranked(index, asked, [*(tier - titles for tier in found), titles.intersection(set().union(*found))])


def _beside_titles(index: Opened, asked: Query, allowed: set[int] | None) -> dict[int, float]:
    """Where no provision has all the words: those that have some while their document's title has the others."""
    titles = _numbers(index.searcher, Term(fields.STEP, fields.TITLE_STEP))
    held: set[int] = set()
    out: set[int] | None = None
    for clause in asked.loosest():
        found = _matches(index.searcher, (clause,))
        held |= found - titles
        found |= _of_documents(index.searcher, found & titles)
        out = found if out is None else out & found
    best = held & (out or set())
    return _ranked(index, asked, [best if allowed is None else best & allowed])


def _of_documents(searcher: Searcher, titles: set[int]) -> set[int]:
    """Everything in the documents of these titles."""
    ids = [searcher.stored_fields(number)[fields.HIT]["document"] for number in sorted(titles)]
    return set().union(*(_numbers(searcher, Term(fields.DOCUMENT, own)) for own in ids))


def _numbers(searcher: Searcher, query: EngineQuery) -> set[int]:
    """The numbers, in reading order, of what answers a query of the engine."""
    return set(searcher.docs_for_query(query))


def _matches(searcher: Searcher, clauses: Collection[Clause]) -> set[int]:
    """The numbers of the provisions for which all clauses hold."""
    out: set[int] | None = None
    for clause in clauses:
        found = _numbers(searcher, _engine_query(clause))
        out = found if out is None else out & found
        if not out:
            break
    return out or set()


def _engine_query(clause: Clause) -> EngineQuery:
    if isinstance(clause, Inflected):
        return Term(fields.WORD, clause.stem)
    if len(clause.units) == 1:
        return Term(fields.UNIT, clause.units[0])
    following = pairs(clause.units)
    return Phrase(fields.PAIR, following) if len(following) > 1 else Term(fields.PAIR, following[0])


def _allowed(
    searcher: Searcher, documents: Collection[str], kinds: Collection[str], language: Language | None
) -> set[int] | None:
    """The provisions that the filters leave; None where there are no filters."""
    filters = ((fields.DOCUMENT, documents), (fields.KIND, kinds), (fields.LANGUAGE, (language,) if language else ()))
    terms = [Or([Term(field, value) for value in values]) for field, values in filters if values]
    return _numbers(searcher, And(terms)) if terms else None


# -------------------------------------------------------------------------------------------- citations


def _cited(index: Opened, asked: Query, allowed: set[int] | None) -> set[int]:
    """The provisions at or below the cited places, in the documents that are named."""
    named = [_titled(index.documents, name) for name in asked.names]
    out: set[int] = set()
    for citation in asked.citations:
        step = "_".join(citation.steps[0])
        for number in _numbers(index.searcher, Term(fields.STEP, step)):
            stored = index.searcher.stored_fields(number)[fields.HIT]
            if citation.matches(stored["eid"]) and all(stored["document"] in ids for ids in named):
                out.add(number)
    return out if allowed is None else out & allowed


def _titled(documents: Collection[Shelved], name: str) -> set[str]:
    """The document of that id, or else those whose title contains the name; a single character names nothing."""
    if name.strip() in {document.id for document in documents}:
        return {name.strip()}
    asked = " ".join(unit_texts(name))
    titles = {document.id: " ".join(unit_texts(document.title)) for document in documents}
    return {own for own, title in titles.items() if len(asked) > 1 and f" {asked} " in f" {title} "}


# ---------------------------------------------------------------------------------------------- ranking


def _ranked(index: Opened, asked: Query, tiers: list[set[int]]) -> dict[int, float]:
    """Scores in which every tier lies above the next."""
    plain = _plain_scores(index, asked, set().union(*tiers))
    out: dict[int, float] = {}
    floor = 0.0
    for tier in reversed(tiers):
        out.update({number: round(floor + plain[number], 3) for number in tier})
        floor = float(math.ceil(max((out[number] for number in tier), default=floor)))
    return out


def _plain_scores(index: Opened, asked: Query, among: set[int]) -> dict[int, float]:
    """BM25F of the query's words and exact runs, and what the document's title adds."""
    words = list(dict.fromkeys(ranking_words(asked.text)))[:_RANKED_WORDS]
    terms = [(Term(field, word), boost) for word in words for field, boost in _BOOST.items()]
    terms += [(_engine_query(clause), 1.0) for clause in asked.strictest() if isinstance(clause, Exact)]
    scores = dict.fromkeys(sorted(among), 0.0)
    for term, boost in terms:
        _add_scores(index.searcher, term, boost, scores)
    for document in index.documents if among else ():
        if boost := _TITLE_BOOST * _share(words, document.title):
            for number in _numbers(index.searcher, Term(fields.DOCUMENT, document.id)) & among:
                scores[number] += boost
    return scores


def _add_scores(searcher: Searcher, term: EngineQuery, boost: float, scores: dict[int, float]) -> None:
    """Add what a term scores to the provisions that are asked about, in their order, stepping over all others."""
    matcher = term.matcher(searcher)
    for number in scores:
        if not matcher.is_active():
            return
        if matcher.id() < number:
            matcher.skip_to(number)
        if matcher.is_active() and matcher.id() == number:
            scores[number] += boost * matcher.score()


def _share(words: list[str], title: str) -> float:
    """How much of what is asked for stands in a title."""
    return sum(word in folded for word in words) / len(words) if (folded := fold(title)) and words else 0.0


# ------------------------------------------------------------------------------------------------- hits


def _hit(values: dict[str, Any], score: float, asked: Query) -> Hit:
    clauses = {*asked.loosest(), asked.whole}
    phrases = {clause.units for clause in clauses if isinstance(clause, Exact) and clause.units}
    stems = {clause.stem for clause in clauses if isinstance(clause, Inflected)}
    shown, highlights = snippet(values.pop("text"), phrases, stems)
    return Hit(**values, score=score, snippet=shown, highlights=highlights)
