"""Which provisions of a document belong to which of a rule that it implements, as an alignment sees it.

Over a library the words of a pair must speak for themselves. Of the few rules that a document implements more is known:
both texts as wholes, what is about one subject, what stands where, and what readers put beside what (alignment/).
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.alignment.sides import Side, side
from policydiff.alignment.units import Units
from policydiff.alignment.weighing import looks
from policydiff.alignment.wholes import formal_clauses, likely_units, linked_units
from policydiff.model import Document, Provision
from policydiff.tracing.collection import Collection, Holding


def together(document: Document, collection: Collection, grounds: Sequence[Holding]) -> dict[str, dict[int, float]]:
    """For each provision of the document, by its eid, those of the grounds that belong to it, and how likely."""
    own = side(document)
    out: dict[str, dict[int, float]] = {}
    for ground in grounds:
        base = Side(title=ground.title, language=ground.language, units=_units(collection, ground))
        for (k, m), likely in linked_units(
            *likely_units(base, own, formal_clauses(base, own), looks(base, own))
        ).items():
            out.setdefault(own.units.eids[m], {})[ground.first + k] = likely
    return out


def _units(collection: Collection, holding: Holding) -> Units:
    """A document's provisions as units, each line of theirs a leaf."""
    held = collection.units(holding)
    lines = [unit.text.split("\n") for unit in held]
    owner = tuple(k for k, texts in enumerate(lines) for _ in texts)
    starts = [owner.index(k) for k in range(len(held))]
    return Units(
        leaves=tuple(
            Provision(eid=unit.eid, level="paragraph", text=text)
            for unit, texts in zip(held, lines, strict=True)
            for text in texts
        ),
        owner=owner,
        members=tuple(tuple(range(start, start + len(texts))) for start, texts in zip(starts, lines, strict=True)),
        above=(None,) * len(owner),
        eids=tuple(unit.eid for unit in held),
    )
