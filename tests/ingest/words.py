"""Word documents of a few lines, written part by part, for the tests of the reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from policydiff.ingest.content import Content
from policydiff.ingest.word import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(inside: str = "", properties: str = "") -> str:
    """A paragraph; text that is no markup becomes one run."""
    runs = inside if inside.startswith("<") or not inside else r(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(num: int, level: int = 0) -> str:
    """The properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(place: int, style: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    """The definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, more: str = "") -> str:
    """A list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def package(body: str, **parts: str) -> bytes:
    """A .docx of this body and these parts (numbering, styles, footnotes …), each given by what its root holds."""
    roots = {"endnotes": "endnotes", "header": "hdr", "footer": "ftr"}
    files = {"word/document.xml": xml("document", f"<w:body>{body}</w:body>")}
    files |= {f"word/{name}.xml": xml(roots.get(name, name), inside) for name, inside in parts.items()}
    links = [(name, f"{name}.xml") for name in parts]
    files["word/_rels/document.xml.rels"] = relations(links)
    files["_rels/.rels"] = relations([("officeDocument", "word/document.xml")])
    return zipped(files)


def xml(root: str, inside: str) -> str:
    """A part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inside}</w:{root}>'


def relations(links: list[tuple[str, str]]) -> str:
    """A part that says what another one refers to."""
    said = "".join(
        f'<Relationship Id="rId{place}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(links, start=1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{said}</Relationships>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Files as a zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in files.items():
            archive.writestr(name, inside)
    return made.getvalue()


def content(body: str, *, original: bool = False, **parts: str) -> Content:
    """A document of this body, as it is read."""
    return docx.content(package(body, **parts), Path("beards.docx"), original=original)


def lines(body: str, *, original: bool = False, **parts: str) -> list[str]:
    """Its lines."""
    return content(body, original=original, **parts).text.splitlines()


def residue(made: Content) -> list[tuple[str, str]]:
    """What in a text is marked as no words of it, with the reason."""
    return [(hint.kind, made.text[hint.span.start : hint.span.end]) for hint in made.hints]
