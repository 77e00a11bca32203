"""A document traced through a library: what it implements, where each of its provisions comes from, what has moved."""

from __future__ import annotations

from collections.abc import Collection as Group
from dataclasses import dataclass

from policydiff.library.describe import describe, title_key
from policydiff.library.editions import Editions
from policydiff.library.superiors import Superior, implemented
from policydiff.model import Document, DocumentKind
from policydiff.tracing.collection import Collection, Holding
from policydiff.tracing.notes import Note, notes
from policydiff.tracing.sources import Searched, Traced, traced
from policydiff.tracing.treatment import Direction
from policydiff.tracing.votes import Votes

_SOUGHT: dict[Direction, tuple[DocumentKind, ...]] = {"from": ("central",), "to": ("local",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A document and its provisions with their sources or, of direction `to`, with what follows them.

    `looked` is how many documents and provisions were looked through. What the document implements and the notes are
    found for direction `from` alone.
    """

    document: Document
    direction: Direction
    date: str
    looked: tuple[int, int]
    provisions: tuple[Traced, ...]
    implements: tuple[Superior[Holding], ...]
    notes: tuple[Note, ...]


def trace(
    document: Document,
    collection: Collection,
    *,
    direction: Direction = "from",
    kinds: tuple[DocumentKind, ...] = (),
    only: Group[str] | None = None,
    limit: int = 3,
    today: str = "",
) -> Trace:
    """The document traced through documents of these kinds, of each rule the edition in force on that day; each
    provision, or each that is or holds one of `only`, with so many matches at most and all that it cites.

    Without kinds, sources are sought in central rules and in whatever the document implements, followers in local
    rules. The document itself and other editions of it are never looked at.
    """
    editions = Editions(collection.holdings, today)
    held = collection.by_id.get(document.id)
    superiors = _superiors(document, held, collection, editions) if direction == "from" else ()
    wanted = kinds or _SOUGHT[direction]
    grounds = [superior.rule for superior in superiors if not kinds or superior.rule.kind in kinds]
    others = [holding for holding in collection.holdings if holding.kind in wanted and editions.in_force(holding)]
    named = {holding.id for holding in grounds}
    among = [*grounds, *(one for one in others if one.id not in named and not _is_the_same(one, document))]
    searched = Searched(collection=collection, editions=editions, documents=among, grounds=grounds)
    date = held.date if held else describe(document).date.value
    return Trace(
        document=document,
        direction=direction,
        date=date,
        looked=(len(among), sum(holding.provisions for holding in among)),
        provisions=traced(document, searched, direction=direction, only=only, limit=limit),
        implements=superiors,
        notes=notes(document, date, superiors, collection, editions) if direction == "from" else (),
    )


def _superiors(
    document: Document, held: Holding | None, collection: Collection, editions: Editions[Holding]
) -> tuple[Superior[Holding], ...]:
    """What a document implements; where it names nothing, what its words come from."""
    named = held.implements if held else ()
    return implemented(
        document,
        editions,
        own=held.id if held else "",
        catalogue=[collection.by_id[one] for one in named if one in collection.by_id],
        by_words=lambda: Votes(collection, editions).sure(document),
    ).superiors


def _is_the_same(holding: Holding, document: Document) -> bool:
    """Whether a document of the library is this one, or an edition of it."""
    key = title_key(document.title)
    return holding.id == document.id or bool(key and key == holding.key)
