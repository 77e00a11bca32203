"""The findings of a library's comparisons that speak of something: those of some kinds whose quoted words answer a
query, as provisions answer it (query.py); the strictest tier first, and within it the gravest.

They are looked through one by one, without an index: a library has some sixty of them for each comparison, and a
hundred thousand take a second or two.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from policydiff.model import DocumentKind, Language, ToldAs
from policydiff.search.query import SAYS_NOTHING, Clause, Clauses, Cut, Inflected, Query, parse_query, typed
from policydiff.search.snippets import Place, marks, places_of
from policydiff.search.tokens import unit_texts, units
from policydiff.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A finding as it is looked up: of which two documents and which provisions of either, as what it is told, where it
    is read, in both languages what it says around the words of the base and the target that it quotes (`{base}`,
    `{target}`).

    `kind` and `language` are those of the target; `place` tells how grave it is, the gravest being the lowest.
    """

    documents: tuple[str, str]
    titles: tuple[str, str]
    kind: DocumentKind
    language: Language
    told_as: ToldAs
    eids: tuple[tuple[str, ...], tuple[str, ...]]
    label: str
    page: str
    place: int
    quoted: tuple[str, str]
    says: Mapping[Language, tuple[str, ...]]

    @property
    def eid(self) -> str:
        """The provision whose label it bears: of the target, or of the base where the target has none."""
        base, target = self.eids
        return next(iter((*target, *base)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFinding:
    """A finding that answers a query, with the places in either quotation where the query's words stand."""

    finding: Listed
    highlights: tuple[tuple[Place, ...], tuple[Place, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFindings:
    """The first findings that answer a query, and how many there are in all; `also` and `without` as in
    `Results`."""

    query: str
    total: int
    found: tuple[FoundFinding, ...]
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """Which findings are looked through: of comparisons with one of these documents, of targets of these kinds and this
    language, told as one of these; an empty one leaves out nothing."""

    documents: Collection[str] = ()
    kinds: Collection[DocumentKind] = ()
    language: Language | None = None
    told_as: Collection[ToldAs] = ()

    def holds(self, one: Listed) -> bool:
        """Whether a finding is one of them."""
        return (
            (not self.documents or bool(set(self.documents).intersection(one.documents)))
            and (not self.kinds or one.kind in self.kinds)
            and self.language in (None, one.language)
            and (not self.told_as or one.told_as in self.told_as)
        )


ALL = Among()


def find(listed: Iterable[Listed], query: str, among: Among = ALL, limit: int = 20) -> FoundFindings:
    """The findings that answer a query, at most `limit` of them; without a query all that are looked through."""
    held = [one for one in listed if among.holds(one)]
    if not query.strip():
        best = sorted(held, key=lambda one: one.place)
        found = tuple(FoundFinding(finding=one, highlights=((), ())) for one in best[:limit])
        return FoundFindings(query=query, total=len(held), found=found)
    asked = parse_query(query, _names(held))
    tiers = list(_by_tiers(held, asked))
    tiers.sort(key=lambda one: (one[0], one[1].place))
    clauses = asked.clauses()
    found = tuple(FoundFinding(finding=one, highlights=_highlights(one, clauses)) for _, one in tiers[:limit])
    return FoundFindings(query=query, total=len(tiers), found=found, also=asked.also, without=asked.without)


def _names(listed: Iterable[Listed]) -> Callable[[str], bool]:
    """Whether a name is that of one of the documents."""
    named = {pair for one in listed for pair in zip(one.documents, one.titles, strict=True)}
    return lambda name: any(_is_named(name, *one) for one in named)


def _is_named(name: str, own_id: str, title: str) -> bool:
    """Whether a document goes by a name: its id, or a part of its title; a single character names nothing."""
    return name.strip() == own_id or (len(_run(name)) > 1 and _run(name) in _run(title))


@cache
def _run(text: str) -> str:
    return " ".join(unit_texts(text))


def _by_tiers(listed: Iterable[Listed], asked: Query) -> Iterator[tuple[int, Listed]]:
    """The findings that answer, each with the first tier that it does; where places are cited, those there, and where
    words are excluded alone, all without them."""
    for one in listed:
        if asked.citations and not _is_cited(one, asked):
            continue
        if any(_holds(one, (clause,)) for clause in asked.excluded):
            continue
        tier = _tier(one, asked)
        if tier is not None or ((asked.citations or asked.excluded) and not asked.tiers):
            yield tier or 0, one


def _is_cited(one: Listed, asked: Query) -> bool:
    """Whether a finding speaks of a cited place, where documents are named in one of these; each name must be that of
    one of the two."""
    pairs = tuple(zip(one.documents, one.titles, strict=True))
    named = [{name for name in asked.names if _is_named(name, *pair)} for pair in pairs]
    return set().union(*named) == set(asked.names) and any(
        any(citation.matches(eid) for citation in asked.citations for eid in eids)
        for eids, names in zip(one.eids, named, strict=True)
        if names or not asked.names
    )


def _tier(one: Listed, asked: Query) -> int | None:
    """The first tier that a finding answers."""
    characters = set(fold("".join(one.quoted)))
    may = (n for n, tier in enumerate(asked.tiers) if all(_may_hold(clause, characters) for clause in tier))
    return next((n for n in may if _holds(one, asked.tiers[n])), None)


def _may_hold(clause: Clause, characters: set[str]) -> bool:
    """Whether a text of these characters has all that a clause needs: few others need to be cut into units."""
    return any(map(characters.issuperset, _needed(clause)))


@cache
def _needed(clause: Clause) -> tuple[frozenset[str], ...]:
    """The characters of which a clause needs some, all of one of these; of a stem not its end, which is spelt in other
    ways."""
    if isinstance(clause, Inflected):
        return (frozenset(clause.stem[:-1]),)
    if isinstance(clause, Cut):
        return (frozenset(clause.units) - SAYS_NOTHING,)
    return tuple({frozenset("".join(run)) for run in (typed(clause), *getattr(clause, "runs", ()))})


def _holds(one: Listed, tier: Clauses) -> bool:
    """Whether each clause of a tier holds in what a finding quotes of either side."""
    sides = [units(words) for words in one.quoted]
    return all(any(places_of(clause, side) for side in sides) for clause in tier)


def _highlights(one: Listed, clauses: Collection[Clause]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    base, target = (tuple(marks(words, clauses)) for words in one.quoted)
    return base, target
