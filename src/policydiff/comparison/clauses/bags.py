"""What a text says, as a bag: its runs of characters, each with how much it says; a number is the same words however
it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import Grams, chinese_grams, distinct, english_grams, grams_of
from policydiff.alignment.weights import rarity
from policydiff.model import Language
from policydiff.numerals import in_one_numeral

Bag = dict[int, float]

_LEAST_SAID = 0.02  # by a run that stands everywhere
_KEPT: dict[tuple[str, Language], Bag] = {}
_MOST_KEPT = 4096  # of the two rules that are compared


@lru_cache(maxsize=_MOST_KEPT)
def bag(text: str, language: Language) -> Bag:
    """The runs of characters of a text with how much each says."""
    grams = distinct(chinese_grams(in_one_numeral(text)) if language == "zh" else english_grams(text))
    return dict(zip(grams.tolist(), _weights(grams, language).tolist(), strict=True))


def bags(texts: Sequence[str], language: Language) -> list[Bag]:
    """The bag of each text, of all at once that were not asked for lately: a clause of a provision is one of its row,
    and often of a quotation."""
    known = {text: _KEPT[text, language] for text in texts if (text, language) in _KEPT}
    if new := [text for text in dict.fromkeys(texts) if text not in known]:
        known.update(zip(new, _bags_of(new, language), strict=True))
    if len(_KEPT) > _MOST_KEPT:
        _KEPT.clear()
    _KEPT.update(((text, language), held) for text, held in known.items())
    return [known[text] for text in texts]


def _bags_of(texts: Sequence[str], language: Language) -> Iterator[Bag]:
    """The bag of each text, of all at once."""
    plain = [in_one_numeral(text) for text in texts] if language == "zh" else texts
    grams, place, text = grams_of(plain, language)
    order = np.argsort(text, kind="stable")
    weights = _weights(grams, language)
    held = zip(grams[place[order]].tolist(), weights[place[order]].tolist(), strict=True)
    return (dict(islice(held, size)) for size in np.bincount(text, minlength=len(texts)).tolist())


def _weights(grams: Grams, language: Language) -> NDArray[np.float64]:
    """How much each run of characters says."""
    return rarity(grams) ** 2 + _LEAST_SAID if language == "zh" else np.ones(len(grams))


def shared(one: Bag, other: Bag) -> float:
    """How much two bags have in common."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight for gram, weight in one.items() if gram in other])


def share_said(words: str, text: str, language: Language) -> float:
    """Which share of what some words say a text says; 0 of words that say nothing."""
    own = bag(words, language)
    return shared(own, bag(text, language)) / (sum(own.values()) or 1.0)


def share_of_shorter(one: str, other: str, language: Language) -> float:
    """Which share of what the one of two texts says that says less the other says."""
    held = bag(one, language), bag(other, language)
    return shared(*held) / (min(sum(weights.values()) for weights in held) or 1.0)


def in_common(one: str, other: str, language: Language) -> float:
    """How much two texts have in common of all that they say."""
    old, new = bag(one, language), bag(other, language)
    return shared(old, new) / ((sum(old.values()) * sum(new.values())) ** 0.5 or 1.0)
