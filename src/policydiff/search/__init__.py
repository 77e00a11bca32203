"""Full-text search over the provisions of a library: words, phrases and citations, in both languages."""

from policydiff.search.answer import answer, search
from policydiff.search.choice import LARGE, engine_of, outside
from policydiff.search.engine import Outside
from policydiff.search.index import opened, segment, settled, write_segments
from policydiff.search.results import Hit, Results

__all__ = [
    "LARGE",
    "Hit",
    "Outside",
    "Results",
    "answer",
    "engine_of",
    "opened",
    "outside",
    "search",
    "segment",
    "settled",
    "write_segments",
]
