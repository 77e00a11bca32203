"""Whether the words of a Chinese text are rendered by any of an English one, by the glosses of a dictionary."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from policydiff.alignment.translation import glossed, stems
from policydiff.text import fold, is_chinese
from policydiff.words import words


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


def glosses_of(said: Sequence[str]) -> frozenset[str]:
    """All stems by which some Chinese words may be rendered."""
    return frozenset().union(*map(glossed, said))
