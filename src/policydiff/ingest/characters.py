"""Files that are nothing but characters: plain text, Markdown, and web pages saved under another name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from policydiff.ingest import encoding, html
from policydiff.ingest.content import Content
from policydiff.model import Hint


def content(data: bytes, path: Path, hints: Callable[[str], tuple[Hint, ...]], *, original: bool = False) -> Content:
    """The text as it stands, with the hints that its format gives; a web page is read as one."""
    decoded = encoding.decode(data, path)
    if html.is_page(decoded.text):
        return html.content(data, path, original=original)
    found = hints(decoded.text) if decoded.text.strip() else ()
    return Content(text=decoded.text, hints=found, encoding=decoded.encoding)
