"""To import this is to load the dictionaries, tables and templates that a build works with, once for all workers."""

from policydiff import alignment, comparison, decisions, ingest, parsing, search, site, words

__all__ = ["alignment", "comparison", "decisions", "ingest", "parsing", "search", "site", "words"]

words.load_words()
