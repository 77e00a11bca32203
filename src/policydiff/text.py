"""The one place where both languages are folded, cut into sentences and cut into words.

`fold` keeps the length of a text, so that places found in the folded text are places in the text itself.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from functools import cache
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
    return list(_jieba().cut(text, HMM=False))


def search_words(text: str) -> list[str]:
    """The words of a text and the shorter words inside them, as a search engine wants them."""
    return list(_jieba().cut_for_search(text, HMM=False))


@cache
def _jieba() -> Any:
    """jieba's tokeniser, its dictionary loaded on first use (half a second) and never written to a shared folder."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    _load_without_cache(tokenizer)
    return tokenizer


def _load_without_cache(tokenizer: Any) -> None:
    """Fill the tokeniser from the package's own dictionary.

    `initialize` would unmarshal a cache file from the temporary folder, which anybody may have put there.
    """
    with tokenizer.get_dict_file() as dictionary:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(dictionary)
    tokenizer.initialized = True
