"""Plain text: the format says nothing of the text, unless it is Markdown saved under another name."""

from __future__ import annotations

import re

from policydiff.model import Hint

_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_FEWEST_HEADINGS = 2


def hints(text: str) -> tuple[Hint, ...]:
    """No hints, and what plain text means is for parsing to tell; those of Markdown where its headings stand in it."""
    if not _is_markdown(text):
        return ()
    from policydiff.ingest import markdown

    return markdown.hints(text)


def _is_markdown(text: str) -> bool:
    """Whether at least two lines are set as Markdown headings: one alone may be a number sign."""
    found = _HEADING.finditer(text) if "#" in text else iter(())
    return all(next(found, None) is not None for _ in range(_FEWEST_HEADINGS))
