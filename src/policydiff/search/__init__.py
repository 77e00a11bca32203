"""Full-text search over the provisions of a library: words, phrases and citations, in both languages."""

from policydiff.search.answer import search
from policydiff.search.index import check_index, segment, write_index, write_segments
from policydiff.search.results import Hit, Results

__all__ = ["Hit", "Results", "check_index", "search", "segment", "write_index", "write_segments"]
