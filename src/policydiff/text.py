"""The one place where both languages are folded, cut into sentences and cut into words.

`fold` keeps the length of a text, so that places found in the folded text are places in the text itself.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log
from pathlib import Path
from typing import Any

_SENTENCE_END = re.compile(r"(?<=[。｡；！？;!?])|(?<=[a-z0-9)\]”\"][.])\s+|\n")


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
    return text.translate(_SIMPLIFIED)


def without_stray_blanks(text: str) -> str:
    """The text without the blanks that a scanner or a line end left between Chinese characters."""
    return _STRAY_BLANK.sub("", text)


def skeleton(text: str) -> str:
    """The letters and digits of a text alone, folded: two texts are the same words where these are equal."""
    return text.translate(_SKELETON)


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
    return [piece.strip() for piece in _SENTENCE_END.split(text) if piece and piece.strip()]


def words(text: str) -> list[str]:
    """The words of a text, each character in exactly one; Chinese by jieba, without guessing new words."""
    return list(_cut(text))


@lru_cache(maxsize=4096)  # of the two rules that are compared: each clause is cut once, not for each finding anew
def _cut(text: str) -> tuple[str, ...]:
    return tuple(_jieba(text).cut(text, HMM=False))


def search_words(text: str) -> list[str]:
    """The words of a text and the shorter words inside them, as a search engine wants them."""
    return list(_jieba(text).cut_for_search(text, HMM=False))


def load_words() -> None:
    """Every word of the dictionary is loaded: for a process that others take it over from."""
    _words().meet(_words().beginnings)


class _Words:
    """jieba's tokeniser and its dictionary, of which that is loaded which begins with a character that was met.

    jieba looks up nothing but pieces of a text, and what begins with other characters than that has changes nothing.
    A rule meets a third of the dictionary, which takes a tenth of a second instead of half of one. Nothing is read from
    or written to a shared folder, where jieba itself would unmarshal a cache file that anybody may have put there.

    jieba first lists all words that may begin at each character and then finds the likeliest way through them; here
    that is one pass (`_likeliest`), which takes half the time and cuts the same.
    """

    def __init__(self) -> None:
        import jieba

        jieba.setLogLevel(logging.ERROR)
        self.tokenizer = jieba.Tokenizer()
        with self.tokenizer.get_dict_file() as file:
            self._lines = file.read().decode("utf-8")
        self.beginnings: dict[str, list[tuple[int, int]]] = {}
        for group in _WORDS_ALIKE.finditer(self._lines):
            self.beginnings.setdefault(group[1], []).append(group.span())
        self.tokenizer.FREQ, self.tokenizer.total = {}, _OCCURRENCES
        self.tokenizer.initialized = True
        self.tokenizer.get_DAG, self.tokenizer.calc = lambda _: {}, self._likeliest
        self._met: set[str] = set()

    def meet(self, text: Iterable[str]) -> None:
        """The words that begin with any of these characters are loaded."""
        if self._met.issuperset(text):
            return
        new = set(text) - self._met
        self._load("".join(self._lines[start:end] for char in new for start, end in self.beginnings.get(char, ())))
        self._met |= new

    def _likeliest(self, text: str, _: object, route: dict[int, tuple[float, int]]) -> None:
        """`route` holds for each place how likely the best cut from there on is, and the last character of its first
        word; of equally likely words the longest is taken, and what begins no word stands alone."""
        occurs, length = self.tokenizer.FREQ.get, len(text)
        route[length] = (0, 0)
        for start in range(length - 1, -1, -1):
            best: tuple[float, int] | None = None
            end = start
            while end < length and (found := occurs(text[start : end + 1])) is not None:
                if found:
                    way = (log(found) - _LOG_OCCURRENCES + route[end + 1][0], end)
                    best = way if best is None or way > best else best
                end += 1
            route[start] = best or (-_LOG_OCCURRENCES + route[start + 1][0], start)

    def _load(self, lines: str) -> None:
        """Each word with how often it occurs; what only begins one occurs never."""
        parts = lines.split()
        found = dict(zip(parts[::3], map(int, parts[1::3]), strict=True))
        begun = {word[:end] for word in found for end in range(1, len(word))}
        self.tokenizer.FREQ.update(dict.fromkeys(begun, 0) | found)


_WORDS_ALIKE = re.compile(r"^(.).*\n(?:\1.*\n)*", re.MULTILINE)  # lines of words with one beginning
_OCCURRENCES = 60_101_967  # of all words of jieba 0.42.1 together
_LOG_OCCURRENCES = log(_OCCURRENCES)


@cache
def _words() -> _Words:
    return _Words()


def _jieba(text: str) -> Any:
    """jieba's tokeniser, ready for this text."""
    held = _words()
    held.meet(text)
    return held.tokenizer
