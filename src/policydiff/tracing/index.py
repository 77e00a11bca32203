"""Which of very many texts are near to a text, by the rare fragments that they share.

    fragments   須应当  当整洁  …       sorted
    starts      0       3       5        where the texts of each fragment begin in
    postings    4 9 17  4 52    …        the numbers of the texts that hold it

A fragment that stands in some thousand texts says little of any of them and costs most of the time: it is left out,
and of a text only its rarest fragments are looked up. So what a lookup costs hardly grows with the number of texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import first_of_equals
from policydiff.model import Language
from policydiff.tracing.fragments import Pairs, fragments

Numbers = NDArray[np.int64]
Allowed = NDArray[np.bool_]

COMMON = 2000  # a fragment in more texts than that is left out
ENDLESS = 2**62
GONE = -1  # the place of a text that is not there any more
_RAREST = 60  # so many of a text's fragments are looked up
_AT_ONCE = 400  # texts looked up together, so that memory stays bounded
_BATCH = 4000  # texts read together
_FAINT = 0.2  # of a text's best candidate's score: less is no candidate
_SHORT = 60  # fragments that are added to a text's length: short texts are matched by chance
_STEPS = np.uint64(16)  # to one unit of weight
_WEIGHT_BITS, _TEXT_BITS = np.uint64(8), np.uint64(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """For texts that were looked up, the nearest texts of the index: parallel arrays, text after text, best first.

    `reach` is how many texts hold the most frequent fragment that was looked up of each, or `ENDLESS` where all were.
    """

    text: Numbers
    candidate: Numbers
    score: NDArray[np.float64]
    reach: Numbers

    def of(self, text: int) -> slice:
        """Where the candidates of one of the texts stand."""
        return slice(*np.searchsorted(self.text, [text, text + 1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Texts by their fragments; `sizes[n]` is how many fragments text n holds. Fragments in too many texts are `common`
    and in no posting; `often` is how many texts hold each of those."""

    fragments: NDArray[np.uint32]
    starts: Numbers
    postings: NDArray[np.uint32]
    sizes: NDArray[np.uint32]
    common: NDArray[np.uint32]
    often: Numbers

    def near(self, texts: Sequence[str], language: Language, most: int, allowed: Allowed | None = None) -> Near:
        """For each text at most so many candidates, of those that are `allowed`."""
        parts = [
            self._near(texts[at : at + _AT_ONCE], language, most, allowed, at) for at in range(0, len(texts), _AT_ONCE)
        ]
        if not parts:
            none = np.zeros(0, np.int64)
            return Near(text=none, candidate=none, score=np.zeros(0), reach=none)
        text, candidate, score, reach = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        return Near(text=text, candidate=candidate, score=score, reach=reach)

    def weights(self, held: Numbers) -> Numbers:
        """What fragments weigh that stand in so many texts."""
        rare = np.round((np.log((len(self.sizes) + 1) / held) + 0.5) * float(_STEPS))
        return np.clip(rare, 1, 255).astype(np.int64)

    def _near(
        self, texts: Sequence[str], language: Language, most: int, allowed: Allowed | None, first: int
    ) -> tuple[Numbers, Numbers, NDArray[np.float64], Numbers]:
        known, owner = self._rarest(fragments(texts, language))
        text, candidate, shared = self._shared(known, owner, allowed)
        score = shared / (self.sizes[candidate] + _SHORT)
        near = score >= _FAINT * _best(text, score, len(texts))[text]
        text, candidate, score = text[near], candidate[near], score[near]
        order = np.lexsort((candidate, -score, text))
        text, candidate, score = text[order], candidate[order], score[order]
        chosen = _rank(text, len(texts)) < most
        return text[chosen] + first, candidate[chosen], score[chosen], self._reach(known, owner, len(texts))

    def _reach(self, known: Numbers, owner: Numbers, texts: int) -> Numbers:
        """How often the most frequent fragment stands that was looked up of each text, if others were not."""
        counts = np.bincount(owner, minlength=texts)
        out = np.full(texts, ENDLESS, np.int64)
        full = counts == _RAREST
        last = known[np.cumsum(counts)[full] - 1]
        out[full] = self.starts[last + 1] - self.starts[last]
        return out

    def _rarest(self, pairs: Pairs) -> tuple[Numbers, Numbers]:
        """The places of the rarest fragments that the index holds, and the text that each is of."""
        wanted, owner = (pairs >> _TEXT_BITS).astype(np.uint32), pairs.astype(np.uint32).astype(np.int64)
        at = np.minimum(np.searchsorted(self.fragments, wanted), max(len(self.fragments) - 1, 0))
        held = self.fragments[at] == wanted if len(self.fragments) else np.zeros(len(wanted), bool)
        at, owner = at[held], owner[held]
        order = np.lexsort((at, self.starts[at + 1] - self.starts[at], owner))
        at, owner = at[order], owner[order]
        chosen = _rank(owner, int(owner.max(initial=-1)) + 1) < _RAREST
        return at[chosen], owner[chosen]

    def _shared(self, known: Numbers, owner: Numbers, allowed: Allowed | None) -> tuple[Numbers, Numbers, Numbers]:
        """For every text and candidate that share a fragment, how much the fragments that they share weigh.

        Text, candidate and weight are packed into one number each, sorted and summed: no array of texts × candidates.
        """
        begin = self.starts[known]
        held = self.starts[known + 1] - begin
        weight = self.weights(held)
        ends = np.cumsum(held)
        places = np.repeat(begin - (ends - held), held) + np.arange(ends[-1] if len(ends) else 0)
        candidates = self.postings[places]
        packed = np.repeat((owner.astype(np.uint64) << (_TEXT_BITS + _WEIGHT_BITS)) | weight.astype(np.uint64), held)
        packed |= candidates.astype(np.uint64) << _WEIGHT_BITS
        if allowed is not None:
            packed = packed[allowed[candidates]]
        packed.sort()
        weights = packed.astype(np.uint8).astype(np.int64)
        packed >>= _WEIGHT_BITS
        first = np.flatnonzero(first_of_equals(packed))
        summed = np.add.reduceat(weights, first) if len(first) else weights
        pair = packed[first]
        return (pair >> _TEXT_BITS).astype(np.int64), pair.astype(np.uint32).astype(np.int64), summed


def indexed(texts: Sequence[str], languages: Sequence[Language]) -> Index:
    """The index of the texts, which are numbered in their order."""
    pairs, sizes = _paired(texts, languages)
    pairs.sort()
    return _of_pairs(pairs, sizes, np.zeros(0, np.uint32), np.zeros(0, np.int64))


def indexed_again(
    before: Index,
    places: Numbers,
    gone: tuple[Sequence[str], Sequence[Language]],
    texts: Sequence[str],
    languages: Sequence[Language],
) -> Index:
    """The index of the texts, as `indexed` makes it, from an earlier one: `places` is where each text of that is now,
    or `GONE`, and those that are `gone` are told, in their order. Only they and what is new are taken apart."""
    stood = places[places != GONE]
    fresh = np.ones(len(texts), bool)
    fresh[stood] = False
    new = np.flatnonzero(fresh)
    came, new_sizes = _paired([texts[n] for n in new.tolist()], [languages[n] for n in new.tolist()])
    came = (came >> _TEXT_BITS << _TEXT_BITS) | new.astype(np.uint64)[came.astype(np.uint32)]
    often = before.often + _counts(before.common, came) - _counts(before.common, _paired(*gone)[0])
    if (often <= COMMON).any() or (np.diff(stood) <= 0).any():  # of what is rare now it is not known where it stands
        return indexed(texts, languages)
    came = np.sort(came[~np.isin((came >> _TEXT_BITS).astype(np.uint32), before.common)])
    stays = (places != GONE)[before.postings]
    held = np.repeat(before.fragments.astype(np.uint64) << _TEXT_BITS, np.diff(before.starts))[stays]
    held |= places.astype(np.uint64)[before.postings[stays]]
    sizes = np.zeros(len(texts), np.uint32)
    sizes[stood], sizes[new] = before.sizes[places != GONE], new_sizes
    return _of_pairs(np.insert(held, np.searchsorted(held, came), came), sizes, before.common, often)


def _paired(texts: Sequence[str], languages: Sequence[Language]) -> tuple[Pairs, NDArray[np.uint32]]:
    """Every fragment of every text with the text's number, and how many each text holds."""
    parts, sizes = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for at, end in _batches(languages):
        part = fragments(texts[at:end], languages[at])
        sizes.append(np.bincount(part.astype(np.uint32), minlength=end - at))
        parts.append(part + np.uint64(at))
    return np.concatenate(parts), np.concatenate(sizes).astype(np.uint32)


def _of_pairs(pairs: Pairs, sizes: NDArray[np.uint32], common: NDArray[np.uint32], often: Numbers) -> Index:
    """The index of sorted fragments, beside which these others are common."""
    held = (pairs >> _TEXT_BITS).astype(np.uint32)
    first = np.flatnonzero(first_of_equals(held))
    counts = np.diff(np.append(first, len(held)))
    rare = counts <= COMMON
    left, times = np.append(common, held[first][~rare]), np.append(often, counts[~rare])
    order = np.argsort(left)
    return Index(
        fragments=held[first][rare],
        starts=np.concatenate([[0], np.cumsum(counts[rare])]).astype(np.int64),
        postings=pairs.astype(np.uint32)[np.repeat(rare, counts)],
        sizes=sizes,
        common=left[order],
        often=times[order],
    )


def _counts(fragments: NDArray[np.uint32], pairs: Pairs) -> Numbers:
    """How many texts of the pairs hold each of some sorted fragments."""
    held = np.sort((pairs >> _TEXT_BITS).astype(np.uint32))
    return np.searchsorted(held, fragments, side="right") - np.searchsorted(held, fragments, side="left")


def _batches(languages: Sequence[Language]) -> list[tuple[int, int]]:
    """Stretches of texts in one language, each of bounded length."""
    starts = [n for n, language in enumerate(languages) if not n or language != languages[n - 1]]
    out: list[tuple[int, int]] = []
    for start, end in pairwise([*starts, len(languages)]):
        out += [(at, min(at + _BATCH, end)) for at in range(start, end, _BATCH)]
    return out


def _best(text: Numbers, score: NDArray[np.float64], texts: int) -> NDArray[np.float64]:
    """The highest score of each text; of sorted texts."""
    out = np.zeros(texts)
    first = np.flatnonzero(first_of_equals(text))
    if len(first):
        out[text[first]] = np.maximum.reduceat(score, first)
    return out


def _rank(owner: Numbers, owners: int) -> Numbers:
    """The place of each entry among those of its owner; of sorted owners."""
    return np.arange(len(owner)) - np.searchsorted(owner, np.arange(owners))[owner]
