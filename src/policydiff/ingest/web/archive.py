"""Web archives (.mht, .mhtml): a page and its pictures as one message of mail, as browsers and Word save them.

    MIME-Version: 1.0
    Content-Type: multipart/related; boundary="----=_Next"

    ------=_Next
    Content-Type: text/html; charset="gb2312"             the page, which is read as one (html.py)
    Content-Transfer-Encoding: quoted-printable

    =B5=DA=D2=BB=CC=F5 …
    ------=_Next
    Content-Type: image/png                               no text, left out

Sites offer them under the names of Word documents too, so what a file begins with decides. The heads are read by the
standard library; the parts are told apart here, because a message may hold messages that hold messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.errors import ReadError
from policydiff.ingest.content import Content

if TYPE_CHECKING:
    from email.message import Message

_HEAD = 65_536  # bytes that a head may have
_FIRST_LINE = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[ \t]")
_MIME = re.compile(rb"^MIME-Version:[ \t]", re.IGNORECASE | re.MULTILINE)
_HOLDS_PARTS = re.compile(rb"^Content-Type:\s{1,9}(?:multipart/|text/html\b)", re.IGNORECASE | re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_DEEPEST = 4  # parts in parts


def is_archive(data: bytes) -> bool:
    """Whether a file is a message of electronic mail that may hold a page, whatever it is called."""
    if not _FIRST_LINE.match(data):
        return False
    end = _BLANK_LINE.search(data, 0, _HEAD)
    head = data[: end.start() if end else _HEAD]
    return _MIME.search(head) is not None and _HOLDS_PARTS.search(head) is not None


def content(data: bytes, path: Path, *, original: bool = False) -> Content:
    """The text of the page that an archive holds; a file that is none is read as a page itself."""
    from policydiff.ingest.web import html

    if not is_archive(data):
        return html.content(data, path, original=original)
    page = next(_pages(data, 0), None)
    if page is None:
        raise ReadError(
            en=f"{path}: this is electronic mail or a web archive (.mht) without a page in it. Open it, save its text "
            "as .html or .docx, and try again.",
            zh=f"{path}：这是邮件或者网页归档文件（.mht），其中没有网页。请打开后另存为 .html 或 .docx 再试。",
        )
    return html.content(page, path, original=original)


def _pages(part: bytes, depth: int) -> Iterator[bytes]:
    """The pages in a part of a message, as they were before they were packed."""
    from email.parser import BytesHeaderParser

    end = _BLANK_LINE.search(part, 0, _HEAD)
    if end is None:
        return
    head: Message = BytesHeaderParser().parsebytes(part[: end.start()])
    body = part[end.end() :]
    if head.get_content_type() in ("text/html", "application/xhtml+xml"):
        head.set_payload(body.decode("ascii", "surrogateescape"))
        page = head.get_payload(decode=True)
        if isinstance(page, bytes) and page.strip():
            yield page
    elif head.get_content_maintype() == "multipart" and depth < _DEEPEST:
        boundary = head.get_boundary("")
        if not boundary or not boundary.isascii():  # what is no boundary parts nothing
            return
        edge = re.escape(boundary.encode())
        for inside in re.split(rb"(?:\A|\r?\n)--" + edge + rb"(?:--)?[ \t]{0,99}(?:\r?\n|\Z)", body)[1:]:
            yield from _pages(inside, depth + 1)
