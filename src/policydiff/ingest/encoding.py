"""Bytes → text: byte order marks, then UTF-8, then GB18030 (which holds GB2312 and GBK); nothing is guessed beyond."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from policydiff.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word document or another zip archive",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
}
_ENDS_AND_TABS = frozenset("\t\n\v\f\r\x1a\x1c\x1d\x1e\x85")


def decode(data: bytes, path: Path) -> str:
    """The text of a file's bytes, without a leading byte order mark."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _readable(_decoded(data[len(mark) :], (codec,)), path)
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise ReadError(f"{path}: this is {what}, not a text. Save its text as UTF-8 text and try again.")
    return _readable(_decoded(data, ("utf-8", "gb18030")), path)


def _decoded(data: bytes, codecs_: tuple[str, ...]) -> str | None:
    """The text in the first of the encodings that fits every byte."""
    for codec in codecs_:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _readable(text: str | None, path: Path) -> str:
    """The text, unless it is none: NUL, or control and unassigned characters beyond a stray one."""
    if text is None:
        raise ReadError(f"{path}: neither UTF-8 nor GB18030 text. Save the file as UTF-8 text and try again.")
    if "\0" in text:
        raise ReadError(f"{path}: a binary file, not a text. Save the document as UTF-8 text and try again.")
    strange = sum(text.count(char) for char in set(text) if _is_strange(char))
    if strange * 50 > len(text):
        raise ReadError(f"{path}: this does not read as text in a known encoding. Save it as UTF-8 text and try again.")
    return text


def _is_strange(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs") and char not in _ENDS_AND_TABS
