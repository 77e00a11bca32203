"""Texts as numbers: the runs of characters (grams) that two texts may share."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.letters import letters, owners
from policydiff.model import Language
from policydiff.text import fold, skeleton

Grams = NDArray[np.int64]

_BITS = 21  # enough for every Unicode character
_LATIN_BITS = 7  # enough for Latin letters, digits and a blank
_WIDEST = 63  # bits of a number
NAME = re.compile(r"《[^《》]{2,80}》")  # the title of an instrument that a text names
_QUOTED_NAME = re.compile(r"[“\"][^“”\"]{8,160}[”\"]")
_LATIN = re.compile(r"[a-z0-9]+")


def chinese_grams(text: str) -> Grams:
    """The runs of two and three letters or digits, punctuation and blanks left out."""
    codes, _ = letters(text)
    return _runs(codes, np.zeros(len(codes), np.int64), (2, 3), _BITS)[0]


def english_grams(text: str) -> Grams:
    """The runs of three to five characters inside words, each word with a blank before and after it."""
    codes, owner = _latin([text])
    return _runs(codes, owner, (3, 4, 5), _LATIN_BITS, told_apart=True)[0]


def distinct(grams: Grams) -> Grams:
    """The grams, sorted, each once. (`numpy.unique` would load masked arrays for it.)"""
    grams = np.sort(grams)
    return grams[np.flatnonzero(np.diff(grams, prepend=-1))]


def grams_of(texts: Sequence[str], language: Language) -> tuple[Grams, Grams, Grams]:
    """The grams of many texts, sorted, each once; then, for every gram that a text holds, its place among those, and
    the number of the text. Sorted by gram, then by text."""
    if language == "zh":
        codes, places = letters("".join(texts))
        alphabet, ranks = _ranked(codes)
        bits = len(alphabet).bit_length()
        runs, owner = _runs(ranks, owners(texts)[places], (2, 3), bits)
        found, place, text = _each_once(runs, owner, 3 * bits, len(texts))
        return _spelled(found, alphabet, bits), place, text
    runs, owner = _runs(*_latin(texts), (3, 4, 5), _LATIN_BITS, told_apart=True)
    return _each_once(runs, owner, 3 + 5 * _LATIN_BITS, len(texts))


def _latin(texts: Sequence[str]) -> tuple[Grams, Grams]:
    """The letters, digits and single blanks of English texts as small numbers, and the number of the text of each."""
    spaced = [f" {' '.join(_LATIN.findall(fold(text)))} " for text in texts]
    codes = np.frombuffer("".join(spaced).encode("ascii"), dtype=np.uint8).astype(np.int64)
    return np.where(codes == ord(" "), 0, codes - ord("0") + 1), owners(spaced)


def _ranked(codes: Grams) -> tuple[Grams, Grams]:
    """The distinct codes, sorted, and for each code its rank among them, from 1."""
    stands = np.zeros(codes.max(initial=0) + 1, bool)
    stands[codes] = True
    alphabet = np.flatnonzero(stands)
    rank = np.zeros(len(stands), np.int64)
    rank[alphabet] = np.arange(1, len(alphabet) + 1)
    return alphabet, rank[codes]


def _runs(
    codes: Grams, owner: Grams, lengths: tuple[int, ...], bits: int, *, told_apart: bool = False
) -> tuple[Grams, Grams]:
    """The runs of codes of these lengths, as one number each, and the text that each is from: none is of two texts.

    Where codes may be 0, runs must be `told_apart` by their length.
    """
    runs, of_text, run = [], [], codes
    for length in range(2, lengths[-1] + 1):
        run = (run[:-1] << bits) | codes[length - 1 :]
        if length in lengths:
            inside = np.flatnonzero(owner[: len(run)] == owner[length - 1 :])
            runs.append(run[inside] | (length << length * bits if told_apart else 0))
            of_text.append(owner[inside])
    return np.concatenate(runs), np.concatenate(of_text)


def _each_once(runs: Grams, owner: Grams, bits: int, texts: int) -> tuple[Grams, Grams, Grams]:
    """Runs of so many bits, sorted, each once; and for every run that a text holds its place, and the text.

    Run and text are packed into one number, which sorts many times as fast as one by the other.
    """
    shift = texts.bit_length()
    if bits + shift > _WIDEST:  # a text of all the world's letters
        each, ranks = np.unique(runs, return_inverse=True)
        found, place, text = _each_once(ranks, owner, len(each).bit_length(), texts)
        return each[found], place, text
    packed = np.sort(runs << shift | owner)
    packed = np.compress(first_of_equals(packed), packed)
    held = packed >> shift
    first = first_of_equals(held)
    return np.compress(first, held), np.cumsum(first) - 1, packed & ((1 << shift) - 1)


def first_of_equals(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Of sorted values those that differ from the one before."""
    out = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=out[1:])
    return out


def _spelled(runs: Grams, alphabet: Grams, bits: int) -> Grams:
    """Runs of ranks as runs of the characters themselves."""
    letter = np.concatenate([[0], alphabet])
    out = np.zeros(len(runs), np.int64)
    for shift in (2 * bits, bits, 0):
        out = (out << _BITS) | letter[(runs >> shift) & ((1 << bits) - 1)]
    return out


def without_names(text: str) -> str:
    """The text without the titles of instruments it names, unless nothing else is left.

    A title says which instrument is cited; two provisions that cite the same one need not say the same.
    """
    if "《" not in text:
        return text
    bare = NAME.sub("", text)
    return bare if len(skeleton(bare)) >= 4 else text


def without_quoted_names(text: str) -> str:
    """The same for English, where titles stand in quotation marks."""
    bare = _QUOTED_NAME.sub("", text)
    return bare if len(skeleton(bare)) >= 12 else text
