"""A text as the tool reads it, whatever file it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from policydiff.model import Document, Hint, Language, Source
from policydiff.parsing import parse


def parsed(text: str, language: Language = "zh", *, hints: Sequence[Hint] = ()) -> Document:
    """The document that a text is."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return parse(Source(text=text, origin="rule.txt", sha256=digest, language=language, hints=tuple(hints)))
