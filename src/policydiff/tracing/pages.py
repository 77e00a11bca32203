"""What a document's page shows beside each provision: where it comes from, or who restates it."""

from __future__ import annotations

from policydiff.model import Document
from policydiff.tracing.collection import Collection
from policydiff.tracing.sources import Source
from policydiff.tracing.trace import trace


def counterparts(document: Document, collection: Collection, limit: int = 3) -> dict[str, tuple[Source, ...]]:
    """For each provision that has any, by its eid: the sources of a local rule, the followers of a central one.

    The document is one of the collection. There are no redlines: those stand on the page of the comparison. Nothing
    depends on the day, so that the same library gives the same pages.
    """
    central = collection.by_id[document.id].kind == "central"
    made = trace(document, collection, direction="to" if central else "from", limit=limit, redlines=False)
    return {one.eid: one.sources for one in made.provisions if one.sources}
