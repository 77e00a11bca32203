"""The one place where both languages are folded and cut into sentences; words.py cuts them into words.

`fold` keeps the length of a text, so that places found in the folded text are places in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

# What ends a sentence and what a part of one, beside the full stop, which stands within numbers and names as well; what
# closes a quotation, and what may stand behind a stop.
STOPS, PAUSES = "。；：！？;:!?…", "，,、"
QUOTED = ("”", "』", "」")
CLOSING = "”’』」）)】》\"'"
_SENTENCE = re.compile(r"[^。｡；！？;!?\n]+[。｡；！？;!?]?|[。｡；！？;!?]")
_FULL_STOP = re.compile(r"(?<=[a-z0-9)\]”\"][.])\s+")


class _Fold(dict[int, str]):
    """A translation table that learns a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = unicodedata.normalize("NFKC", char).lower()
        self[code] = _simplified().get(folded, folded) if len(folded) == 1 else char
        return self[code]


class _Simplified(dict[int, str]):
    """As `_Fold`, and nothing but the script is changed."""

    def __missing__(self, code: int) -> str:
        self[code] = _simplified().get(chr(code), chr(code))
        return self[code]


class _Skeleton(dict[int, str | None]):
    """As `_Fold`, and what is neither a letter nor a digit is left out."""

    def __missing__(self, code: int) -> str | None:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        self[code] = "".join(_simplified().get(c, c) for c in folded if c.isalnum()) or None
        return self[code]


@cache
def _simplified() -> dict[str, str]:
    """Each traditional character's simplified form (training/traditional.py)."""
    return {pair[0]: pair[1] for pair in _TRADITIONAL.read_text(encoding="utf-8").split()}


def traditional() -> dict[str, str]:
    """Each traditional character with its simplified form, in the order of their numbers."""
    return dict(sorted((char, to) for char, to in _simplified().items() if char != to))


@cache
def _traditional() -> re.Pattern[str]:
    """A character that has a simplified form."""
    return re.compile(f"[{''.join(_simplified())}]")


_STRAY_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_TRADITIONAL = Path(__file__).with_name("traditional.txt")
_FOLD = _Fold()
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")  # letters and marks that show nothing
_SKELETON = _Skeleton()
_SIMPLIFIED = _Simplified()


def fold(text: str) -> str:
    """Full and half width, capital and small, traditional and simplified made one; character by character, so that
    the length stays."""
    return text.translate(_FOLD)


def simplified(text: str) -> str:
    """Traditional characters made simplified, one for one, so that the length stays."""
    return text.translate(_SIMPLIFIED) if _traditional().search(text) else text


def without_stray_blanks(text: str) -> str:
    """The text without the blanks that a scanner or a line end left between Chinese characters."""
    return _STRAY_BLANK.sub("", text) if len(text.split(None, 1)) > 1 else text


def skeleton(text: str) -> str:
    """The letters and digits of a text alone, folded. Of two numbers that differ in a mark (1.5, 15) it knows no
    difference: `letters_and_numbers` does."""
    return text.translate(_SKELETON)


# A number as it is printed: what stands before it and says which it is, its digits and all marks between them.
_NUMBER = re.compile(
    r"(?P<sign>(?:(?<=[^a-z0-9\-–—−])(?<!\d\w)(?<!\d\w\w)[-−]|[<>≤≥≦≧⩽⩾=±+√¥$]){0,3})(?P<said>\d(?:[^\w]*\d)*)(?P<share>[%‰]?)"
)
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?![\d,])")
_BETWEEN = re.compile(r"[^\w]+")
_ALIKE = {"-": "–—―−~〜", ".": "·•", ":": "∶", "≤": "≦⩽", "≥": "≧⩾"}
_ONE_MARK = str.maketrans({mark: one for one, marks in _ALIKE.items() for mark in marks})
_COUNT = "-./:%‰<>≤≥=±+×"  # within a number: another number without it; any other mark only parts two numbers


@lru_cache(maxsize=512)  # a side of a row is asked for by one rule after the other
def letters_and_numbers(text: str) -> str:
    """The letters of a text and its numbers whole, folded: two texts are the same words where these are equal.

    Punctuation, width, blanks and the script do not count, nor do commas between thousands; the marks of a number do:
    1.5, 1/5, 1:5, 1—5, 1、5 and 15 are six things, and so are 2%, 2‰, ≤2, -2 and 2.
    """
    plain = skeleton(text)
    if not _MARKED.search(text):
        return plain
    folded = "".join(fold(text).replace("\t", _CELLS).split())
    out: list[str] = []
    at = 0
    for found in _NUMBER.finditer(folded):
        said = _THOUSANDS.sub(lambda number: number.group().replace(",", ""), found["said"])
        out += skeleton(folded[at : found.start()]), found["sign"].translate(_ONE_MARK)
        out += _BETWEEN.sub(_part, said), found["share"]
        at = found.end()
    return "".join((*out, skeleton(folded[at:])))


def _part(found: re.Match[str]) -> str:
    """What stands between two digits of a number, or parts two numbers."""
    marks = [mark for mark in found.group().translate(_ONE_MARK) if mark in _COUNT]
    return "".join(dict.fromkeys(marks)) or ","


_CELLS = "|"  # a tab, which parts the cells of a row
_MARKED = re.compile(r"[^\w\s]\s*\d|\d\s*[^\w\s]|\d\t")  # a mark beside a digit

BETWEEN_CELLS = f" {_CELLS} "  # as it is shown


def is_hidden(char: str) -> bool:
    """Whether a character must not reach a reader as it is: a control code, a direction override, what is invisible
    without being a blank (U+200B, fillers), a line end that is none of the keyboard's, half a pair, no character."""
    code = ord(char)
    return (
        unicodedata.category(char) in _HIDDEN or char in _FILLERS or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    )


def is_chinese(char: str) -> bool:
    """Whether the character is a Chinese one (the unified ideographs, their extension A and 〇)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "〇"


def sentences(text: str) -> list[str]:
    """The sentences and the clauses between semicolons, without the blanks around them."""
    if "." in text:
        text = _FULL_STOP.sub("\n", text)
    return [said for piece in _SENTENCE.findall(text) if (said := piece.strip())]
