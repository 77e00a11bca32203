"""A program of its own: a PDF on stdin → the fragments of text on its pages, as JSON on stdout.

    {"pages": [{"width": 420, "height": 595, "picture": false, "fragments": [["第一条 为了", 84, 131, 456, 11, 0], …],
                "rules": [[84, 500, 300, 500], …]}]}
    {"error": "password"}

A fragment is a run of characters on one baseline without a gap: its text, left and right end, baseline, height, and 1
where it stands askew to the rest of the page. The reader starts this in a process of its own, with bounded time and
memory, because the library that reads PDFs is written in C and the files come from anywhere: what goes wrong here takes
nothing else with it. It imports nothing of policydiff, and what it says is checked like any other input.
"""

from __future__ import annotations

import bisect
import ctypes
import itertools
import json
import math
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

MOST_PAGES = 5_000
MOST_CHARACTERS = 5_000_000
MEMORY = 2_000_000_000  # bytes of address space, where the system can bound them
_MOST_PICTURES = 1_000
_MOST_PATHS = 20_000
_THICKEST, _SHORTEST = 2.5, 5.0  # points: what is thinner and longer is a rule
_FEWEST_POINTS, _MOST_POINTS = 4, 9  # of a path that is a box
_PICTURE = 0.5  # the share of a page that makes a picture the page
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_RISE, _GAP, _BACK, _STRIDE = 0.3, 1.2, 0.5, 2.5  # in heights of a character: what ends a fragment
_BLANK = {0: 0.15, 1: 0.6, 2: 0.7}  # a gap this wide is a blank, by how many of its two sides are Chinese
_CHINESE_MARKS = "“”‘’…—·"  # as wide as a character beside Chinese, and spread with it
_FEWEST_SPREAD = 4  # gaps between Chinese characters, to tell how far a line is spread
_SPREAD, _TYPED = 0.1, 0.2  # in heights of a character: a line is spread so far, and a blank in it is as wide at least
_MOST_UNLIKE = 2.0  # times as high as the size of its font: what a box is of which that says nothing
_REACH = 0.1
_NARROWEST = 0.25  # in heights of a character: what another one finds room in
_ASKEW = math.radians(3)


@dataclass(frozen=True, slots=True)
class Character:
    """A character on its page, the page turned upright."""

    text: str
    left: float
    right: float
    baseline: float
    height: float
    askew: bool


def main() -> None:
    """Read stdin, write stdout."""
    _bound_memory()
    sys.stdout.write(json.dumps(_read(sys.stdin.buffer.read())))


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: there only time is bounded
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _read(data: bytes) -> dict[str, Any]:
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > MOST_PAGES:
            return {"error": "pages"}
        left = MOST_CHARACTERS
        pages = []
        for page in document:
            made, count = _page(page, raw)
            left -= count
            if left < 0:
                return {"error": "characters"}
            pages.append(made)
            page.close()
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if getattr(error, "err_code", None) == _PASSWORD else "broken"}
    except MemoryError:
        return {"error": "memory"}
    return {"pages": pages}


def _page(page: Any, raw: Any) -> tuple[dict[str, Any], int]:
    """What stands on a page, and how many characters that is."""
    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_CHARACTERS:
        return {}, count
    characters, turn = _upright(list(_characters(text, count, raw)))
    rules = [] if turn else list(_rules(page, raw))
    fragments = list(_fragments(characters, _Uprights(rules)))
    width, height = page.get_size()
    picture = not any(one[0].strip() for one in fragments) and _is_picture(page, raw, width * height)
    text.close()
    said = {"width": width, "height": height, "picture": picture, "fragments": fragments, "rules": rules}
    return said, count


def _is_picture(page: Any, raw: Any, area: float) -> bool:
    """Whether pictures cover most of the page."""
    covered = 0.0
    for found in itertools.islice(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=4), _MOST_PICTURES):
        left, bottom, right, top = found.get_bounds() if hasattr(found, "get_bounds") else found.get_pos()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered > _PICTURE * area


# ------------------------------------------------------------------------------------ characters

Placed = tuple[str, float, tuple[float, float, float, float], tuple[float, float], float]


def _characters(text: Any, count: int, raw: Any) -> Iterator[Placed]:
    """Every character that the page sets: itself, its angle, box, origin and size; what the library adds is left
    out."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = 0
    for at in range(count):
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00, 0
        if not raw.FPDFText_GetLooseCharBox(text, at, box) or not raw.FPDFText_GetCharOrigin(text, at, x, y):
            continue
        angle = -raw.FPDFText_GetCharAngle(text, at) % (2 * math.pi)  # the library counts clockwise
        size = 0.0
        if raw.FPDFText_GetMatrix(text, at, matrix):
            size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
        yield _printed(code), angle, (box.left, box.bottom, box.right, box.top), (x.value, y.value), size


def _printed(code: int) -> str:
    """The character; U+FFFD for what the file does not name, and a hyphen for the library's U+0002 at a line's end."""
    if code in (0x02, 0xAD):
        return "-"
    if code == 0x09:
        return " "
    if code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _upright(placed: list[Placed]) -> tuple[list[Character], float]:
    """The characters as they stand when the page is held so that most of them are upright, and how it is turned."""
    angles = Counter(round(angle, 1) for _, angle, *_ in placed)
    turn = angles.most_common(1)[0][0] if angles else 0.0
    turn = next((exact for exact in (0.0, *_quarters()) if abs(exact - turn) < 0.1), turn)
    cos, sin = math.cos(turn), math.sin(turn)
    out = []
    for text, angle, (left, bottom, right, top), (x, y), size in placed:
        corners = [(cx * cos + cy * sin, cy * cos - cx * sin) for cx in (left, right) for cy in (bottom, top)]
        across, up = [c[0] for c in corners], [c[1] for c in corners]
        away = abs((angle - turn + math.pi) % (2 * math.pi) - math.pi)
        height = _height(max(up) - min(up), size)
        out.append(Character(text, min(across), max(across), y * cos - x * sin, height, away > _ASKEW))
    return out, turn


def _height(box: float, size: float) -> float:
    """How high a character is: the size of its font, for the boxes of two fonts of one size differ; that of its box
    where it is far from that."""
    return size if box < _MOST_UNLIKE * size and size < _MOST_UNLIKE * box else box


def _quarters() -> tuple[float, ...]:
    return tuple(quarter * math.pi / 2 for quarter in (1, 2, 3, 4))


# ------------------------------------------------------------------------------------------ rules


def _rules(page: Any, raw: Any) -> Iterator[list[float]]:
    """Where lines are drawn, as left, lower, right and upper end: thin shapes, and the edges of boxes with an
    outline."""
    for found in itertools.islice(page.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=4), _MOST_PATHS):
        left, bottom, right, top = found.get_bounds() if hasattr(found, "get_bounds") else found.get_pos()
        if min(right - left, top - bottom) <= _THICKEST:
            if max(right - left, top - bottom) >= _SHORTEST:
                yield [round(place, 2) for place in _middle(left, bottom, right, top)]
        elif _is_outlined(found, raw):
            for edge in ((left, bottom, right, bottom), (left, top, right, top)):
                yield [round(place, 2) for place in edge]
            for edge in ((left, bottom, left, top), (right, bottom, right, top)):
                yield [round(place, 2) for place in edge]


def _middle(left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """A thin shape as a line."""
    if right - left >= top - bottom:
        return left, (bottom + top) / 2, right, (bottom + top) / 2
    return (left + right) / 2, bottom, (left + right) / 2, top


def _is_outlined(found: Any, raw: Any) -> bool:
    """Whether a path is a box whose outline is drawn."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    read = raw.FPDFPath_GetDrawMode(found.raw, fill, stroke)
    return bool(read and stroke.value) and _is_box(found, raw)


def _is_box(found: Any, raw: Any) -> bool:
    """Whether the points of a path stand on the four edges of a box; the first may stand within one."""
    count = raw.FPDFPath_CountSegments(found.raw)
    if not _FEWEST_POINTS <= count <= _MOST_POINTS:
        return False
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(found.raw, at)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_BEZIERTO:
            return False
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((round(x.value, 1), round(y.value, 1)))
    edges = [(min(axis), max(axis)) for axis in zip(*points, strict=True)]
    return all(any(place in edge for place, edge in zip(point, edges, strict=True)) for point in points)


class _Uprights:
    """The upright rules of a page, to find one between two characters."""

    def __init__(self, rules: list[list[float]]) -> None:
        self.rules = sorted((left, bottom, top) for left, bottom, right, top in rules if left == right)
        self.places = [left for left, _, _ in self.rules]

    def part(self, last: Character, character: Character) -> bool:
        """Whether a rule stands between two characters of a row."""
        first = bisect.bisect_left(self.places, last.right - _REACH * last.height)
        after = bisect.bisect_right(self.places, character.left + _REACH * last.height)
        return any(bottom <= last.baseline <= top for _, bottom, top in self.rules[first:after])


class _Middles:
    """The characters of a page by their baselines and by where their middles stand, to find one between two others."""

    def __init__(self, characters: list[Character]) -> None:
        rows: dict[float, list[float]] = {}
        for one in characters:
            if not one.text.isspace():
                rows.setdefault(round(one.baseline, 1), []).append((one.left + one.right) / 2)
        self.baselines = sorted(rows)
        self.middles = [sorted(rows[baseline]) for baseline in self.baselines]

    def part(self, last: Character, character: Character) -> bool:
        """Whether another character of the row stands in a gap between two."""
        if character.left - last.right <= _NARROWEST * last.height:
            return False
        first = bisect.bisect_left(self.baselines, last.baseline - _RISE * last.height)
        after = bisect.bisect_right(self.baselines, last.baseline + _RISE * last.height)
        for middles in self.middles[first:after]:
            at = bisect.bisect_left(middles, last.right)
            if at < len(middles) and middles[at] < character.left:
                return True
        return False


# ------------------------------------------------------------------------------------- fragments


def _fragments(characters: list[Character], uprights: _Uprights) -> Iterator[list[Any]]:
    """Runs of characters without a gap, in the order of the file; a blank where a gap within one is as wide as that.
    What stands in a gap and is set later, as what another font sets is, ends a run: its place is between the two."""
    middles = _Middles(characters)
    run: list[Character] = []
    for character in characters:
        parted = run and (uprights.part(run[-1], character) or middles.part(run[-1], character))
        if run and (parted or not _goes_on(run[-1], character)):
            yield _fragment(run)
            run = []
        run.append(character)
    if run:
        yield _fragment(run)


def _goes_on(last: Character, character: Character) -> bool:
    height = max(last.height, character.height, 0.1)
    if last.askew or character.askew:
        step = math.dist((last.left, last.baseline), (character.left, character.baseline))
        return last.askew and character.askew and step <= _STRIDE * height
    return (
        abs(character.baseline - last.baseline) <= _RISE * height
        and character.left - last.right <= _GAP * height
        and character.left - last.left >= -_BACK * height
    )


def _fragment(run: list[Character]) -> list[Any]:
    gaps = [_Gap(before, after) for before, after in itertools.pairwise(run)]
    is_chinese = any(_is_wide(one.text, chinese=False) for one in run)
    wide = [_is_wide(one.text, chinese=is_chinese) for one in run]
    sides = [sum(pair) for pair in itertools.pairwise(wide)]
    spread = _spread([gap.width for gap, count in zip(gaps, sides, strict=True) if count == 2])
    parts = [run[0].text]
    for gap, count in zip(gaps, sides, strict=True):
        if gap.is_blank(count, spread if count else 0.0):
            parts.append(" ")
        parts.append(gap.after.text)
    heights = sorted(one.height for one in run)
    shown = [one for one in run if not one.text.isspace()] or run
    left, right = min(one.left for one in shown), max(one.right for one in shown)
    height = heights[len(heights) // 2]
    places = [round(place, 2) for place in (left, right, run[0].baseline, height)]
    return ["".join(parts), *places, int(run[0].askew)]


class _Gap(NamedTuple):
    """What stands between two neighbours in a run."""

    before: Character
    after: Character

    @property
    def width(self) -> float:
        """In heights of a character."""
        return (self.after.left - self.before.right) / max(self.before.height, self.after.height, 0.1)

    def is_blank(self, wide: int, spread: float) -> bool:
        """Whether it is a blank, so many of its sides being as wide as Chinese, in a line spread so far: there a blank
        stands as far from either side as its characters from each other."""
        sides = self.before.text, self.after.text
        if any(map(str.isspace, sides)):
            return False
        if wide == len(sides) and spread > _SPREAD and all(map(str.isalnum, sides)):
            return self.width > 2 * spread + _TYPED
        return self.width - spread > _BLANK[wide]


def _is_wide(text: str, *, chinese: bool) -> bool:
    """Whether a character is as wide as a Chinese one, in a run that has such or in one of letters."""
    return unicodedata.east_asian_width(text) in "WF" or (chinese and text in _CHINESE_MARKS)


def _spread(gaps: list[float]) -> float:
    """How far the characters of a line stand apart that is spread to the edge, given the gaps between Chinese ones."""
    return max(sorted(gaps)[len(gaps) // 2], 0.0) if len(gaps) >= _FEWEST_SPREAD else 0.0


if __name__ == "__main__":
    main()
