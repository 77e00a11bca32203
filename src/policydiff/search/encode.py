"""Results as the JSON that `policydiff.search/1` promises."""

from __future__ import annotations

from typing import Any

from policydiff.search.results import Hit, Results

SCHEMA = "policydiff.search/1"


def as_json(results: Results) -> dict[str, Any]:
    """The results as plain values, ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "query": results.query,
        "total": results.total,
        "hits": [_hit(hit) for hit in results.hits],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "document": hit.document,
        "title": hit.title,
        "eid": hit.eid,
        "label": hit.label,
        "lang": hit.language,
        "kind": hit.kind,
        "score": hit.score,
        "snippet": hit.snippet,
        "highlights": [list(place) for place in hit.highlights],
    }
