"""A .docx as a package of XML parts, read within bounds: nothing is unpacked, fetched or declared by the file itself.

What a hostile file may try is refused before it costs anything: a part that unpacks to more than `LARGEST_PART`, a
document type declaration (whatever entities it holds), elements nested deeper than `DEEPEST` or more than
`MOST_ELEMENTS` of them. References to what lies outside the package are never followed.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from policydiff.errors import ReadError

try:
    from lzma import LZMAError
except ImportError:  # a Python that was built without it, and reads no part that was packed so
    _OF_LZMA: tuple[type[Exception], ...] = ()
else:
    _OF_LZMA = (LZMAError,)

LARGEST_PART = 64_000_000
MOST_PARTS = 20_000
MOST_ELEMENTS = 2_000_000
DEEPEST = 200

# Transitional and strict Office Open XML, and what Word adds; a name elsewhere keeps no namespace.
_PREFIX = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "urn:schemas-microsoft-com:vml": "v:",
}
BROKEN_ZIP: tuple[type[Exception], ...] = (  # what a reader of packages raises where one is damaged
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    LookupError,
    *_OF_LZMA,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """What one part says of another: its kind (the last word of its type) and where it is."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a .docx by name; every failure is a ReadError that names the file."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = {name.lstrip("/").lower(): name for name in self._zip.namelist()}
        except BROKEN_ZIP:
            raise self._broken() from None
        if len(self._names) > MOST_PARTS:
            raise self._beyond(f"more than {MOST_PARTS:,} parts")

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the document itself."""
        found = [r.target for r in self.relations("") if r.kind == "officeDocument"]
        name = found[0] if found else "word/document.xml"
        if name.lower() not in self._names:
            raise ReadError(
                en=f"{self._path}: not a Word document. Save the text of the rule as .docx and try again.",
                zh=f"{self._path}：不是 Word 文件。请将规定正文存为 .docx 后再试。",
            )
        return name

    def relations(self, part: str) -> tuple[Relationship, ...]:
        """What the part refers to inside the package."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        return tuple(
            Relationship(
                id=one.get("Id", ""),
                kind=one.get("Type", "").rpartition("/")[2],
                target=posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in (() if root is None else root)
            if one.get("TargetMode") != "External"
        )

    def tree(self, name: str) -> Element | None:
        """The part as a tree, its names written with the usual prefixes (`w:p`); None where there is none."""
        held = self._names.get(name.lower())
        if held is None:
            return None
        data = self._data(held)
        try:
            return _parsed(data)
        except _BeyondError as error:
            raise self._beyond(str(error)) from None
        except (expat.ExpatError, ValueError, LookupError):
            raise self._broken() from None

    def _data(self, held: str) -> bytes:
        try:
            with self._zip.open(held) as part:
                data = part.read(LARGEST_PART + 1)
        except BROKEN_ZIP:
            raise self._broken() from None
        if len(data) > LARGEST_PART:
            raise self._beyond(f"a part of more than {LARGEST_PART // 1_000_000} MB")
        return data

    def _broken(self) -> ReadError:
        return ReadError(
            en=f"{self._path}: the Word document is damaged. Open it in Word, save it anew and try again.",
            zh=f"{self._path}：Word 文件已损坏。请用 Word 打开，另存后再试。",
        )

    def _beyond(self, what: str) -> ReadError:
        return ReadError(
            en=f"{self._path}: the Word document holds {what} and is not read. Save its text as .txt.",
            zh=f"{self._path}：Word 文件的结构超出可读取的限度。请将文字另存为 .txt。",
        )


class _BeyondError(Exception):
    """XML that goes beyond a bound; the message says what it holds."""


def _parsed(data: bytes) -> Element:
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.refuse_declaration
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.Parse(data, True)
    return builder.finished()


class _Builder:
    """Builds the tree and counts on the way."""

    def __init__(self) -> None:
        self._tree: TreeBuilder = TreeBuilder()
        self._names: dict[str, str] = {}
        self._depth = self._count = 0

    def refuse_declaration(self, *_: object) -> None:
        raise _BeyondError("a document type declaration, which Word never writes,")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise _BeyondError(f"elements nested deeper than {DEEPEST}")
        if self._count > MOST_ELEMENTS:
            raise _BeyondError(f"more than {MOST_ELEMENTS:,} elements")
        self._tree.start(self._short(name), {self._short(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self._tree.end(self._short(name))

    def data(self, text: str) -> None:
        self._tree.data(text)

    def finished(self) -> Element:
        made: Element = self._tree.close()
        return made

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            namespace, _, local = name.rpartition(" ")
            short = self._names[name] = _PREFIX.get(namespace, "") + local
        return short


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The direct children of these names."""
    if element is not None:
        for child in element:
            if child.tag in names:
                yield child


def child(element: Element | None, *path: str) -> Element | None:
    """The element down a path of first children, or None."""
    for name in path:
        element = next(children(element, name), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The w:val of the element down a path, or None."""
    found = child(element, *path)
    return None if found is None else found.get("w:val", found.get("val"))


def number(element: Element | None, *path: str) -> int | None:
    """The w:val down a path as a number of at most six digits, or None."""
    said = (value(element, *path) or "").strip()
    return int(said) if said.lstrip("-").isdecimal() and len(said) <= 7 else None


def is_on(element: Element | None) -> bool:
    """Whether a switch (w:vanish) is there and not turned off."""
    return element is not None and element.get("w:val", "true") not in ("0", "false", "off")
