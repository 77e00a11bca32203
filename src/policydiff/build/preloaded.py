"""To import this is to load the dictionaries, tables and templates that a build works with, once for all workers."""

from policydiff import alignment, comparison, decisions, ingest, parsing, search, site, text

__all__ = ["alignment", "comparison", "decisions", "ingest", "parsing", "search", "site", "text"]

text.load_words()
