"""Plain text: the format says nothing of the text, unless it is Markdown saved under another name."""

from __future__ import annotations

import re
from itertools import islice

from policydiff.model import Hint

_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_FEWEST_HEADINGS = 2
# A bold number, a table's rule.
_MARKS = re.compile(r"^(?:\*\*[^*\n]+\*\*|\|[ :|]*-[ :|-]*(?<=\|)[ \t]*$)", re.MULTILINE)


def hints(text: str) -> tuple[Hint, ...]:
    """No hints, and what plain text means is for parsing to tell; those of Markdown where its headings stand in it."""
    if not _is_markdown(text):
        return ()
    from policydiff.ingest import markdown

    return markdown.hints(text)


def _is_markdown(text: str) -> bool:
    """Whether at least two lines are set as Markdown headings, or one that the text begins with or that other marks of
    Markdown stand below: one alone may be a number sign."""
    found = list(islice(_HEADING.finditer(text), _FEWEST_HEADINGS)) if "#" in text else []
    if len(found) != 1:
        return bool(found)
    first = found[0]
    if text[first.end() - 1].isdecimal():
        return False
    heads = not text[: first.start()].strip() and "\n" in text[first.end() :].rstrip()
    return heads or _MARKS.search(text, first.end()) is not None
