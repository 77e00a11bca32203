"""Whether the words of a Chinese text are rendered by any of an English one, by the glosses of a dictionary."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from policydiff.alignment.meanings import nearness_across, renderings
from policydiff.alignment.translation import glossed, stems
from policydiff.comparison.findings.terms.english_words import have_one_beginning
from policydiff.text import fold, is_chinese
from policydiff.words import words

_LEAST_NEAR = 0.4
_LEAST_STEM, _LONGEST_ENDING = 5, 3


@lru_cache(maxsize=4096)
def spoken(chinese: str) -> tuple[str, ...]:
    """The words of two or more characters of a Chinese text, each once."""
    return tuple(dict.fromkeys(word for word in words(fold(chinese)) if len(word) > 1 and is_chinese(word[0])))


@lru_cache(maxsize=4096)
def heard(english: str) -> frozenset[str]:
    """The stems of an English text."""
    return frozenset(stems(english))


def rendered(said: Sequence[str], english: Collection[str]) -> int:
    """How many of some Chinese words have a gloss among some English stems."""
    return sum(not glossed(word).isdisjoint(english) for word in said)


@lru_cache(maxsize=1 << 14)
def surely_rendered(word: str, english: frozenset[str]) -> float:
    """How surely any of some English stems renders a Chinese word: 1 by a gloss of it, else how near they come in
    meaning; 0 where they hardly do."""
    own = glossed(word)
    if not own.isdisjoint(english):
        return 1.0
    near = nearness_across(word, english)
    if near < _LEAST_NEAR and any(_are_of_one_word(gloss, stem) for gloss in own for stem in english):
        return _LEAST_NEAR
    return near if near >= _LEAST_NEAR else 0.0


def _are_of_one_word(one: str, other: str) -> bool:
    """Whether two stems are of one word: harmless, of which too much is cut, and harmlessly."""
    short, long = sorted((one, other), key=len)
    begins = len(short) >= _LEAST_STEM and long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING
    return begins or have_one_beginning(one, other)


def is_rendered(word: str, english: frozenset[str]) -> bool:
    """Whether a Chinese word has a gloss among some English stems, or is near to one of them in meaning."""
    return surely_rendered(word, english) > 0


def is_known(stem: str) -> bool:
    """Whether the dictionary renders any Chinese word by an English stem."""
    return stem in renderings()


def glosses_of(said: Sequence[str]) -> frozenset[str]:
    """All stems by which some Chinese words may be rendered."""
    return frozenset().union(*map(glossed, said))
