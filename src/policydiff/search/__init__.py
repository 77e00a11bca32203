"""Full-text search over the provisions of a library: words, phrases and citations, in both languages."""

from policydiff.search.answer import search
from policydiff.search.index import check_index, write_index
from policydiff.search.results import Hit, Results

__all__ = ["Hit", "Results", "check_index", "search", "write_index"]
