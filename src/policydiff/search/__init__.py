"""Full-text search over the provisions of a library: words, phrases and citations, in both languages.

documents ──segment, write_segments──▶ an index in a folder     index.py: records.py, tokens.py
a query   ──search, answer──▶ Results   what is asked for       answer.py: query.py, questions.py
                                        which records answer    matching.py
                                        or have the most of it  most.py
                                        or what is missing      missing.py
                        and what was meant      slips.py
                                        which come first        ranking.py
                                        what is shown of them   results.py, snippets.py
findings  ──find──▶ FoundFindings       those that speak of it  findings.py
engine    what finds candidates, one of three                   engine.py, choice.py: with_whoosh.py,
                                                                with_tantivy.py, with_opensearch.py on cluster.py
"""

from policydiff.search.answer import Filter, answer, search
from policydiff.search.choice import LARGE, engine_of, outside
from policydiff.search.engine import Outside
from policydiff.search.findings import Among, FoundFindings, Listed, find
from policydiff.search.index import opened, segment, settled, write_segments
from policydiff.search.results import Hit, Results

__all__ = [
    "LARGE",
    "Among",
    "Filter",
    "FoundFindings",
    "Hit",
    "Listed",
    "Outside",
    "Results",
    "answer",
    "engine_of",
    "find",
    "opened",
    "outside",
    "search",
    "segment",
    "settled",
    "write_segments",
]
