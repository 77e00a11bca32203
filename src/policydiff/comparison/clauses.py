"""The clauses of a row's two sides, and which of them say the same thing.

    base    各单位应当每年报告 ‖ 并及时整改          target    街道每年报告一次
            └─────────────── paired ──────────────────────────┘
                                 └── gone

A clause is what stands between two marks of punctuation other than 、. Two clauses are paired by the runs of
characters they share, weighed by how much a run says (policydiff.alignment.weights). A clause that has no partner
but whose words are held by a clause of the other side is `held`, neither gone nor new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from policydiff.alignment.grams import chinese_grams, english_grams
from policydiff.alignment.weights import rarity
from policydiff.model import Language
from policydiff.text import skeleton

_END: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"[，。；：！？\n,;:!?]+"),
    "en": re.compile(r"(?:[.;:!?]+(?=\s|$)|,\s|\n)+"),
}
_SENTENCE_END = re.compile(r"[。；！？\n;.!?]")
_LEAST_ALIKE = 0.27
_LEAST_HELD = 0.62
_FAR = 0.02  # what each clause of distance takes from a pairing
_FARTHEST = 6

Bag = dict[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause of a text: its words without the punctuation, where it stands, and in which sentence."""

    text: str
    start: int
    sentence: int
    bag: Bag

    @property
    def weight(self) -> float:
        """How much the clause says."""
        return sum(self.bag.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePairs:
    """Which clauses stand beside which (by place), and which of either side have no counterpart."""

    paired: tuple[tuple[int, int, float], ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]


def bag(text: str, language: Language) -> Bag:
    """The runs of characters of a text with how much each says."""
    if language == "zh":
        grams = np.unique(chinese_grams(text))
        return dict(zip(grams.tolist(), (rarity(grams) ** 2 + 0.02).tolist(), strict=True))
    return dict.fromkeys(np.unique(english_grams(text)).tolist(), 1.0)


def clauses(text: str, language: Language) -> tuple[Clause, ...]:
    """The clauses of a text in order; brackets that explain are left where they are."""
    out: list[Clause] = []
    sentence = start = 0
    for end in [*_END[language].finditer(text), None]:
        stop = end.start() if end else len(text)
        words = text[start:stop]
        if skeleton(words):
            lead = len(words) - len(words.lstrip())
            out.append(Clause(text=words.strip(), start=start + lead, sentence=sentence, bag=bag(words, language)))
        if end:
            sentence += bool(_SENTENCE_END.search(end.group()))
            start = end.end()
    return tuple(out)


def shared(one: Bag, other: Bag) -> float:
    """How much two bags have in common."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight for gram, weight in one.items() if gram in other)


def cover(clause: Clause, by: Bag) -> float:
    """Which share of a clause's words another text holds."""
    return shared(clause.bag, by) / (clause.weight or 1.0)


def pair_clauses(base: Sequence[Clause], target: Sequence[Clause]) -> ClausePairs:
    """The best partner for each clause, best pairs first; neighbours win where the words do not decide."""
    common = [[shared(old.bag, new.bag) for new in target] for old in base]
    old_weight, new_weight = [c.weight or 1.0 for c in base], [c.weight or 1.0 for c in target]
    wanted = sorted(
        (
            (common[i][j] / (old_weight[i] * new_weight[j]) ** 0.5 - _FAR * min(abs(i - j), _FARTHEST), i, j)
            for i in range(len(base))
            for j in range(len(target))
            if common[i][j]
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    paired: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, i, j in wanted:
        if score < _LEAST_ALIKE:
            break
        if i not in paired and j not in taken:
            paired[i] = (j, score)
            taken.add(j)
    gone = tuple(
        i
        for i in range(len(base))
        if i not in paired and max((c / old_weight[i] for c in common[i]), default=0.0) < _LEAST_HELD
    )
    new = tuple(
        j
        for j in range(len(target))
        if j not in taken and max((row[j] / new_weight[j] for row in common), default=0.0) < _LEAST_HELD
    )
    return ClausePairs(paired=tuple((i, *paired[i]) for i in sorted(paired)), gone=gone, new=new)
