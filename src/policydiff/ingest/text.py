"""Plain text: the format says nothing of the text."""

from __future__ import annotations

from policydiff.model import Hint


def hints(text: str) -> tuple[Hint, ...]:
    """No hints: what a plain text means is for parsing to tell."""
    return ()
