"""Files that are nothing but characters: plain text, Markdown, and web pages saved under another name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from policydiff.ingest import encoding, own
from policydiff.ingest.content import Content
from policydiff.model import Hint

_PAGE = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)


def content(data: bytes, path: Path, hints: Callable[[str], tuple[Hint, ...]], *, original: bool = False) -> Content:
    """The text as it stands, with the hints that its format gives; a web page is read as one."""
    decoded = encoding.decode(data, path)
    if is_page(decoded.text):
        from policydiff.ingest.web import html

        return html.content(data, path, original=original)
    own.refuse_text(decoded.text, path)
    found = hints(decoded.text) if decoded.text.strip() else ()
    return Content(text=decoded.text, hints=found, encoding=decoded.encoding)


def is_page(text: str) -> bool:
    """Whether a text is the source of a web page, whatever its file is called."""
    return _PAGE.match(text) is not None
