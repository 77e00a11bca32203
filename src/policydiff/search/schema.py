"""The fields of the index. Every field but `hit` is fed with tokens, none with text."""

from __future__ import annotations

from typing import Any

from policydiff.search.engine import ID, KEYWORD, STORED, TEXT, Schema

HIT = "hit"
DOCUMENT = "document"
KIND = "kind"
LANGUAGE = "language"
STEP = "step"
UNIT = "unit"
PAIR = "pair"
WORD = "word"
HEADING = "heading"

TITLE_STEP = "title"  # in place of an eid's steps, for a document's title


def schema() -> Any:
    """The schema, made anew by this program; the one pickled into an index is never loaded."""
    return Schema(
        **{
            HIT: STORED(),  # what a `Hit` needs, as plain values
            DOCUMENT: ID(),
            KIND: ID(),
            LANGUAGE: ID(),
            STEP: KEYWORD(),  # the steps of the eid, such as art_8, for citations
            UNIT: KEYWORD(scorable=True),  # exact search of one unit; unscored ones are written at half the speed
            PAIR: TEXT(phrase=True),  # exact search of more
            WORD: TEXT(phrase=False),  # ranking; English in any inflection
            HEADING: TEXT(phrase=False),  # ranking: the headings above
        }
    )
