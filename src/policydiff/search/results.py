"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model import DocumentKind, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A provision that answers a query.

    `highlights` are the places [start, end) in `snippet` where the query's words stand. A document that is
    found by its title is a hit with an empty `eid`.
    """

    document: str
    title: str
    eid: str
    label: str
    language: Language
    kind: DocumentKind
    score: float
    snippet: str
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The best hits for a query, best first, and how many there are in all.

    Where no provision has all that was asked for, they have those words of it that `read_as` tells, or the most
    of them. Below those that have the words themselves are those that have a name in `also` of a body that was named.
    Where nothing was found, `missing` is what of the query stands nowhere, and each of `left` finds something by
    itself. What has one of the words of `without` is left out.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    read_as: str = ""
    also: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
