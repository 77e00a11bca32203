"""A whole site at once, of what a build would make in parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from policydiff.library import Entry, Pair
from policydiff.model import Comparison, Document, Language
from policydiff.site import card, encoded, files, head, is_page, put, start_files, stretch, volume_files
from policydiff.sitemap import VOLUME, have_rows, of_one_text, parts

Shelf = Sequence[tuple[Entry, Document]]
Comparisons = Sequence[tuple[Pair, Comparison]]


def write_site(folder: Path, shelf: Shelf, comparisons: Comparisons, opens_in: Language | None = None) -> int:
    """Write every page into `folder` and return how many there are; the same input gives the same bytes."""
    held = {entry.id: (entry, document) for entry, document in shelf}
    compared = {(pair.base.id, pair.target.id): (pair, comparison) for pair, comparison in comparisons}
    pages_written = 0
    for part in parts([entry for entry, _ in shelf], [pair for pair, _ in comparisons], opens_in):
        of = [held[name] for name in part.documents if name in held]
        with_ = [compared[pair.base.id, pair.target.id] for pair in part.pairs]
        for path, text in files(part, of, with_):
            put(folder / path, encoded(text))
            pages_written += is_page(path)
    entries = [entry for entry, _ in shelf]
    rows = have_rows(pair for pair, _ in comparisons)
    cards = [
        (pair, card([compared[one.ids] for one in beside], beside.index(pair), row=row))
        for (pair, beside), row in zip(of_one_text([pair for pair, _ in comparisons]), rows, strict=True)
    ]
    volumes = [shelf[at : at + VOLUME] for at in range(0, len(shelf), VOLUME)]
    for path, text in (
        *start_files(entries, [head(document) for _, document in shelf], cards, len(volumes)),
        *chain.from_iterable(
            volume_files(n, [stretch(document for _, document in volume)]) for n, volume in enumerate(volumes)
        ),
    ):
        put(folder / path, encoded(text))
        pages_written += is_page(path)
    return pages_written
