"""A whole index at once, of what a build would make in segments."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from policydiff.library import WHOOSH, EngineName, Entry
from policydiff.model import Document
from policydiff.search import Outside, segment, write_segments


def write_index(
    folder: Path, shelf: Iterable[tuple[Entry, Document]], engine: EngineName = WHOOSH, outside: Outside | None = None
) -> int:
    """Index every provision that has words or a heading; returns how many.

    The documents' order on the shelf is their order among hits of the same score.
    """
    return write_segments(folder, [segment(shelf, engine)], engine, outside)
