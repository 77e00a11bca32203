"""What reviewers decided, held in a plain file beside the corpus and applied to every comparison.

    decisions.toml ──read──▶ Decisions ─┐
                                        ├─reviewed──▶ Comparison, with marks; what is stale is reported
    Alignment ──────────────────────────┘

    file          reading, appending, removing         file.py
    fingerprint   whether the texts are the same       fingerprint.py
    contradicting which of two has the last word       contradicting.py
    links         reject, confirm and pair             links.py
    marks         dismissals, notes, a row's marks     marks.py
    told          what is stale, as a line             told.py
    places        provisions as a reviewer names them  places.py
    making        a reviewer's words → a decision      making.py

A decision names its provisions by identifier and holds a fingerprint of their words. Where the words have changed it
is not applied and reported instead: a reviewer's word is never carried over to a text that the reviewer has not seen.
"""

from __future__ import annotations

from policydiff.decisions.contradicting import overruled
from policydiff.decisions.file import add, read, remove
from policydiff.decisions.fingerprint import is_on, why_stale
from policydiff.decisions.making import made, superseded
from policydiff.decisions.marks import reviewed
from policydiff.decisions.told import line, sides, without_document

__all__ = [
    "add",
    "is_on",
    "line",
    "made",
    "overruled",
    "read",
    "remove",
    "reviewed",
    "sides",
    "superseded",
    "why_stale",
    "without_document",
]
