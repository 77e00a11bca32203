"""Whether a file is still as it was written: what people put into it, in Word or in an editor, is not written over.

    table.docx, table.xlsx      among its properties, as its identifier     policydiff:9f86d081884c7d65
    table.md, page.html         the last line, which no reader shows        <!-- policydiff:9f86d081884c7d65 -->
    comparison.txt              the last line                               [policydiff:9f86d081884c7d65]
    comparison.json             none: it is for programs, and nobody writes into it

The digits are a fingerprint of all else that is in the file. Whatever saves the file makes other parts of it, and drops
the digits or leaves them as they were: either way they are no longer right.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Literal

from policydiff import files
from policydiff.ingest.word.package import BROKEN_ZIP

Kind = Literal["package", "markup", "text", "data"]

_LENGTH = 16
_PROPERTIES = "docProps/core.xml"
_PROPERTIES_END = b"</cp:coreProperties>"
_MARK = f"{files.SEAL}([0-9a-f]{{16}})".encode()
_IDENTIFIER = re.compile(rb"<dc:identifier>" + _MARK + rb"</dc:identifier>")
_LAST_LINE = re.compile(rb"(?:<!-- " + _MARK + rb" -->|\[" + _MARK + rb"\])\r?\n?\Z")
_LINE: Mapping[Kind, str] = {"markup": f"<!-- {files.SEAL}{{}} -->\n", "text": f"[{files.SEAL}{{}}]\n"}
_DATA = b'{\n "schema": "policydiff.'


def sealed(made: bytes, kind: Kind) -> bytes:
    """The file with its fingerprint in it. The same file is sealed to the same bytes."""
    if kind == "data":
        return made
    if kind == "package":
        return _sealed_package(made)
    whole = made if made.endswith(b"\n") else made + b"\n"
    return whole + _LINE[kind].format(_of_text(whole)).encode()


def is_whole(data: bytes) -> bool:
    """Whether these are the bytes of a file that was sealed and not changed since; of what is made for programs,
    whether it is that. A file without a byte in it is nobody's work."""
    if not data or data.startswith(_DATA):
        return True
    if zipfile.is_zipfile(io.BytesIO(data)):
        return _is_whole_package(data)
    found = _LAST_LINE.search(data)
    return found is not None and (found[1] or found[2]).decode() == _of_text(data[: found.start()])


def _of_text(data: bytes) -> str:
    """The fingerprint of a text, whatever a version control makes of its line ends."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:_LENGTH]


def _of_parts(parts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, held in sorted(parts.items()):
        digest.update(f"{name}\0{len(held)}\0".encode() + held)
    return digest.hexdigest()[:_LENGTH]


def _sealed_package(made: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        parts = {entry: package.read(entry) for entry in package.infolist()}
        fingerprint = _of_parts({entry.filename: held for entry, held in parts.items()})
        mark = f"<dc:identifier>{files.SEAL}{fingerprint}</dc:identifier>".encode()
        for entry, held in parts.items():
            is_place = entry.filename == _PROPERTIES
            whole.writestr(entry, held.replace(_PROPERTIES_END, mark + _PROPERTIES_END) if is_place else held)
    return out.getvalue()


def _is_whole_package(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except BROKEN_ZIP:  # no package of this program, or none any more
        return False
    properties = parts.get(_PROPERTIES, b"")
    found = _IDENTIFIER.search(properties)
    if found is None:
        return False
    before = properties[: found.start()] + properties[found.end() :]
    return found[1].decode() == _of_parts({**parts, _PROPERTIES: before})
