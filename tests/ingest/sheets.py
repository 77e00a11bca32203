"""PDF files of a few lines, written object by object, for the tests of the reader."""

from __future__ import annotations

from collections.abc import Iterable

from policydiff.ingest.layout import Fragment, Page
from policydiff.ingest.ruled import Rule

Placing = tuple[float, float, float]
Placed = tuple[float, float, str]  # from the left, from below, the words
SIZE = 10.0
WIDTH, HEIGHT = 300.0, 400.0
LEFT, RIGHT = 50.0, 250.0  # twenty Chinese characters a line
FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
    b"/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>]>>"
)


def pdf(*pages: Iterable[Placed], content: bytes = b"", trailer: bytes = b"", resources: bytes = b"") -> bytes:
    """A PDF whose pages hold these words in these places; `content` is drawn on each page, too."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(count))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), FONT]
    for at, words in enumerate(pages):
        drawn = content + b"".join(_shown(*one) for one in words)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>%s>>>>"
            % (WIDTH, HEIGHT, 5 + 2 * at, resources)
        )
        objects.append(stream(drawn))
    return written(objects, trailer)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def written(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Objects as a file; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _shown(x: float, y: float, words: str) -> bytes:
    code = words.encode("utf-16-be").hex().encode()
    return b"BT /F %d Tf %d %d Td <%s> Tj ET\n" % (SIZE, x, y, code)


def sheet(*lines: Placed, size: float = SIZE, across: Iterable[Placing] = (), upright: Iterable[Placing] = ()) -> Page:
    """A page as the layout takes it, its lines given like those of `pdf`; rules as place, start and end."""
    return Page(
        width=WIDTH,
        height=HEIGHT,
        fragments=tuple(fragment(*one, size=size) for one in lines),
        across=tuple(Rule(place=place, start=start, end=end) for place, start, end in across),
        upright=tuple(Rule(place=place, start=start, end=end) for place, start, end in upright),
    )


def drawn(*lines: tuple[float, float, float, float]) -> bytes:
    """Lines on a page of `pdf`: from the left and from below, twice."""
    return b"".join(b"%d %d m %d %d l S\n" % line for line in lines)


def fragment(x: float, y: float, words: str, *, size: float = SIZE, askew: bool = False) -> Fragment:
    """Words in a place; a Chinese character is as wide as it is high, any other half of that."""
    width = sum(size / 2 if char.isascii() else size for char in words)
    return Fragment(text=words, left=x, right=x + width, baseline=y, height=size, askew=askew)


def column(*lines: str, left: float = LEFT, top: float = 350.0, leading: float = 16.0) -> list[Placed]:
    """Lines below each other; two ideographic blanks before one are an indent of two characters."""
    out = []
    for at, line in enumerate(lines):
        words = line.lstrip("\u3000")
        out.append((left + SIZE * (len(line) - len(words)), top - at * leading, words))
    return [one for one in out if one[2]]
