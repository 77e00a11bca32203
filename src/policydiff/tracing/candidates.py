"""Provisions beside the nearest of a library: the index names candidates, and only those are compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from policydiff.model import Language
from policydiff.tracing.collection import Collection, Holding, Unit
from policydiff.tracing.likeness import Likeness, Weighed, likeness, weighed

CANDIDATES = 50  # of a provision, where all that is like it is sought
COMPARED = 16  # of the candidates: so many of the nearest, where the best is sought


def compared(
    wanted: Sequence[Unit], language: Language, collection: Collection, among: Sequence[Holding], most: int = COMPARED
) -> list[dict[int, Likeness]]:
    """For each provision so many of its nearest candidates among these documents, each with how like it is."""
    near = collection.index.near(
        ["" if unit.stock else unit.text for unit in wanted], language, CANDIDATES, collection.among(among)
    )

    @cache
    def held(number: int) -> Weighed:
        return weighed(collection.texts[number], language)

    out = []
    for number, unit in enumerate(wanted):
        candidates = near.candidate[near.of(number)][:most].tolist()
        own = weighed(unit.text, language) if candidates else None
        out.append({n: likeness(own, held(n)) for n in candidates} if own else {})
    return out
