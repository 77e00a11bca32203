"""The tokens of the index: what of a text can be found.

    text     应当在24小时内报告  APT reports
    units    应 当 在 2 4 小 时 内 报 告 apt reports        a Chinese character, a digit, a word of letters, %, ‰, and
                                                            the point or slash within a number
    pairs    应当 当在 在2 24 4小 小时 … 报告 告 apt apt reports
    words    应当 在 24 小时 内 报告 apt report             for ranking, and for English in any inflection

A run of words stands in a text exactly where its pairs follow one another: nothing depends on where a
dictionary cuts. Width, capitals, blanks and punctuation are no part of any token.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from policydiff.text import fold
from policydiff.words import search_words

# The scripts that write no blanks between words, from the radicals on: one character, one unit.
_UNSPACED = r"\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
_LETTERS = rf"[^\W\d_{_UNSPACED}]+"
_SIGNS = r"[%‰]|(?<=\d)[./](?=\d)"  # without them 10% is 10, 1.5 is 15, and 2/3 is 23
_UNIT = re.compile(rf"{_LETTERS}|[^\W_]|{_SIGNS}")
RUN = re.compile(rf"(?:[^\W_]|{_SIGNS})+")  # units between which nothing stands
_VOWEL = re.compile("[aeiouy]")
# Spellings of one word, as parts of stems, the American beside the British: both become what stands last.
_SPELLINGS = tuple(
    (re.compile(pattern), spelt)
    for pattern, spelt in (
        (r"^(lic|def|off|pret)enc(?=e?$)", r"\1ens"),
        (r"(?<=...)([iy])z(?=$|ation|er$)", r"\1s"),
        (r"^(dis|en|un)?(lab|behavi|col|fav|harb|hon|neighb|deav|vap|rum|tum|hum|flav|sav|vig)our", r"\1\2or"),
        (r"^((?:kilo|centi|milli)?met|cent|(?:milli)?lit|theat|fib)r$", r"\1er"),
        (r"gramm$", "gram"),
        (r"^(cancel|label|travel|model|level|signal|channel|fuel|counsel|equal|fulfil|enrol|instal)l", r"\1"),
        (r"^(catal|dial|anal)ogu$", r"\1og"),
        (r"^(judg|acknowledg|abridg)ement", r"\1ment"),
        (r"^practis$", "practic"),
    )
)
_CHUNK = re.compile(rf"(?P<letters>{_LETTERS})|\d+|[{_UNSPACED}]+")


class Unit(NamedTuple):
    """The smallest thing that is found, folded, and where it stands in the text."""

    text: str
    start: int
    end: int


def units(text: str) -> list[Unit]:
    """The Chinese characters, digits, words of letters and signs of numbers in a text, in order."""
    return [Unit(found.group(), found.start(), found.end()) for found in _UNIT.finditer(fold(text))]


def unit_texts(text: str) -> tuple[str, ...]:
    """The units of a text without their places."""
    return tuple(_UNIT.findall(fold(text)))


def pairs(run: Sequence[str]) -> list[str]:
    """Every two neighbouring units as one token."""
    return [_pair(first, second) for first, second in pairwise(run)]


def _pair(first: str, second: str) -> str:
    """Two units as one token; a blank keeps words of letters apart."""
    return first + second if len(first) == len(second) == 1 else f"{first} {second}"


def ranking_words(text: str) -> list[str]:
    """The words of a text and the shorter words inside them; words of letters by their stem."""
    out: list[str] = []
    for chunk in _CHUNK.finditer(fold(text)):
        if chunk["letters"]:
            out.append(stem(chunk.group()))
        elif len(chunk.group()) < 3 or chunk.group()[0].isdecimal():
            out.append(chunk.group())
        else:  # the dictionary is loaded here: never for English, nor for a query of two characters
            out.extend(search_words(chunk.group()))
    return out


def is_letters(unit: str) -> bool:
    """Whether a unit is a word of letters, which is found in any inflection."""
    return bool(re.fullmatch(_LETTERS, unit))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What the inflections of an English word share, and its two spellings: duty and duties, report, reports,
    reporting, reported; licence and license, organise and organize, labour and labor.

    Lighter than Porter's stemmer on purpose, which makes organs and organizations one word.
    """
    word = _root(word)
    for pattern, spelt in _SPELLINGS:
        word = pattern.sub(spelt, word)
    return word


def _root(word: str) -> str:
    word = _singular(word)
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and not word.endswith("eed") and _VOWEL.search(root) and not root.endswith("e"):
            return _undouble(root) if len(root) > 2 else root + "e"
    return word.removesuffix("e") if len(word) > 3 else word


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undouble(root: str) -> str:
    """plann is plan, but assess and fulfill keep their ends as the plain verbs do."""
    doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeioulsz"
    return root[:-1] if doubled else root
