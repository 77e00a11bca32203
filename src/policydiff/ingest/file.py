"""Reading a file: what it is, in which encoding, in which language, and what its format says of its text."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol

from policydiff.errors import ReadError
from policydiff.ingest import encoding, html, language, markdown, office, pdf, text
from policydiff.ingest.content import Content
from policydiff.model import Hint, Language, Source


class Reader(Protocol):
    """Makes a file's bytes its text; `original` asks for the text before tracked changes, where a format has them."""

    def __call__(self, data: bytes, path: Path, *, original: bool) -> Content: ...


def _in_characters(hints: Callable[[str], tuple[Hint, ...]]) -> Reader:
    """The reader of a format that is nothing but characters, or a web page saved under another name."""

    def read_characters(data: bytes, path: Path, *, original: bool) -> Content:
        decoded = encoding.decode(data, path)
        if html.is_page(decoded.text):
            return html.content(data, path, original=original)
        found = hints(decoded.text) if decoded.text.strip() else ()
        return Content(text=decoded.text, hints=found, encoding=decoded.encoding)

    return read_characters


FORMATS: dict[str, Reader] = {
    "": _in_characters(text.hints),
    ".txt": _in_characters(text.hints),
    ".text": _in_characters(text.hints),
    ".md": _in_characters(markdown.hints),
    ".markdown": _in_characters(markdown.hints),
    ".html": html.content,
    ".htm": html.content,
    ".docx": office.content,
    ".docm": office.content,
    ".doc": office.content,
    ".wps": office.content,
    ".rtf": office.content,
    ".odt": office.content,
    ".pdf": pdf.content,
}
Kind = Literal["file", "folder", "device", "nothing"]
READ = "Plain text (.txt), Markdown (.md), web pages (.html), Word (.docx, .doc, .wps) and PDF (.pdf) are read"
LARGEST = 50_000_000


def read(path: Path, language: Language | None = None, *, original: bool = False) -> Source:
    """The file as a source; `language` picks a half of a file that holds two, None leaves it to the text.

    `original` reads a document with tracked changes as it was before them. Of a text file a leading byte order mark
    is dropped; every other character stays, line ends too.
    """
    reader = _format(path)
    data = _bytes(path)
    content = reader(data, path, original=original)
    if not content.text.strip():
        raise ReadError(f"{path}: the file is empty. Give a file that holds the text of a rule.")
    return Source(
        text=content.text,
        origin=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        language=_language(content.text, language, path),
        hints=content.hints,
        encoding=content.encoding,
    )


def kind(path: Path) -> Kind:
    """What stands at a path: nothing, too, where the name is impossible or one may not look."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return "nothing"
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "device"


def _format(path: Path) -> Reader:
    match kind(path):
        case "folder":
            raise ReadError(f"{path}: this is a folder. Give one file in it.")
        case "device":  # reading one may wait for ever
            raise ReadError(f"{path}: this is a pipe or a device, not a file. Save the text in a file and try again.")
        case "file" | "nothing":  # why there is nothing, opening it tells
            pass
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise ReadError(f"{path}: {suffix} files are not read. {READ}: save the text as one of these and try again.")
    return FORMATS[suffix]


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ReadError(f"{path}: there is no such file. Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"{path}: the file cannot be opened ({reason}). Check its name and permissions.") from None
    if len(data) > LARGEST:
        raise ReadError(f"{path}: the file is larger than {LARGEST // 1_000_000} MB. Split it into single rules.")
    return data


def _language(decoded: str, asked: Language | None, path: Path) -> Language:
    if asked is None:
        return language.detect(decoded)
    if not language.holds(decoded, asked):
        name = {"zh": "Chinese", "en": "English"}
        other = name["en" if asked == "zh" else "zh"]
        raise ReadError(f"{path}: the file holds no {name[asked]} text. Ask for {other}, or leave the language out.")
    return asked
