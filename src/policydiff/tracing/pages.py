"""What stands beside each provision on the pages of a library: where it comes from, or who follows it.

    local 第八条   ──▶ 省条例 第十二条   restates   0.93      on the page of the local rule
    省条例 第十二条 ──▶ local 第八条      restates   0.93      on the page of the superior one

All of a library is looked through at once, from the local side, and a superior rule's page says what the local ones do.
Which candidates are near depends on what is rare in the library, so that after a change those are looked up anew whose
lookup it can have altered (again.py); how like two provisions are depends on their words alone and is taken from the
last time (`Likened`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from policydiff.library.editions import Editions
from policydiff.model import Language, Treatment
from policydiff.tracing.again import Sought, still_holding
from policydiff.tracing.candidates import COMPARED
from policydiff.tracing.citing import cited_by
from policydiff.tracing.collecting import places
from policydiff.tracing.collection import Collection, Holding
from policydiff.tracing.earlier import NONE, Earlier, Likened, Words
from policydiff.tracing.fragments import SCATTER
from policydiff.tracing.index import Allowed
from policydiff.tracing.likeness import Likeness, Weighed, likeness, weighed
from policydiff.tracing.sources import rank
from policydiff.tracing.treatment import FAINTEST, treatment

_NAMES = "《"  # a rule is cited by its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """A provision of another document, and what the local one of the two does with the superior one.

    `likely` is how likely a reader would put the two together, where a comparison knows; `cited`: by name.
    """

    document: str
    title: str
    language: Language
    eid: str
    label: str
    treatment: Treatment
    score: float
    likely: float = 0.0
    cited: bool = False


Counterparts = Mapping[str, tuple[Counterpart, ...]]  # of a document's provisions, by their eids


def counterparts(collection: Collection, before: Earlier = NONE) -> tuple[dict[str, Counterparts], Sought, Likened]:
    """For each document that has any, its provisions with what stands beside them, the best first; and what was looked
    up and compared to find it, for the next time.

    Sources are central rules in the edition in force, followers are local rules. Nothing depends on the day, so that
    the same library gives the same pages.
    """
    editions = Editions(collection.holdings)
    central = [one for one in collection.holdings if one.kind == "central" and editions.in_force(one)]
    sought = _sought(collection, collection.among(central), before)
    alike, likened = _alike(collection, sought.own, sought.other, before.likened)
    found: dict[str, dict[str, list[Counterpart]]] = {}
    for one, of, like, cited in _pairs(collection, editions, alike):
        mine, theirs = collection.holding(one), collection.holding(of)
        language = mine.language
        what = treatment(like, "from", language) or ("cites" if cited else None)
        if what is None or mine.key == theirs.key:
            continue
        score = round(like.score, 3)
        _put(found, mine, collection.eids[one], _beside(collection, theirs, of, what, score, cited=cited))
        if mine.kind == "local":
            _put(found, theirs, collection.eids[of], _beside(collection, mine, one, what, score, cited=cited))
    best: dict[str, Counterparts] = {
        name: {eid: tuple(sorted(beside, key=rank)) for eid, beside in of.items()} for name, of in found.items()
    }
    return best, sought, likened


# ------------------------------------------------------------------------------------------ candidates


def _sought(collection: Collection, allowed: Allowed, before: Earlier) -> Sought:
    """Provisions of what is no central rule, each with those of central rules that are near to it; of an earlier
    collection what looking it up anew would give again."""
    held = _still(collection, allowed, before)
    known = np.zeros(len(collection.texts), bool)
    known[held.asked] = True
    parts = [held]
    for language in get_args(Language):
        asking = [one for one in collection.holdings if one.kind != "central" and one.language == language]
        places = np.flatnonzero(collection.among(asking) & ~np.asarray(collection.stock) & ~known)
        near = collection.index.near([collection.texts[n] for n in places.tolist()], language, COMPARED, allowed)
        own, other = places[near.text], near.candidate
        parts.append(Sought(asked=places, reach=near.reach, own=own, other=other, allowed=allowed))
    asked, reach, own, other = (
        np.concatenate([getattr(part, column) for part in parts]) for column in ("asked", "reach", "own", "other")
    )
    order, pairs = np.argsort(asked), np.argsort(own, kind="stable")
    return Sought(asked=asked[order], reach=reach[order], own=own[pairs], other=other[pairs], allowed=allowed)


def _still(collection: Collection, allowed: Allowed, before: Earlier) -> Sought:
    """What was looked up before and holds still, and is still asked for."""
    none = np.zeros(0, np.int64)
    if before.collection is None or before.sought is None:
        return Sought(asked=none, reach=none, own=none, other=none, allowed=allowed)
    sought, moved = before.sought, places(before.collection, collection)
    holds = still_holding(before.collection.index, collection.index, moved, sought, allowed)
    asking = collection.among(one for one in collection.holdings if one.kind != "central")
    holds[holds] = asking[moved[sought.asked[holds]]]
    kept = np.zeros(len(moved), bool)
    kept[sought.asked[holds]] = True
    pairs = kept[sought.own]
    return Sought(
        asked=moved[sought.asked[holds]],
        reach=sought.reach[holds],
        own=moved[sought.own[pairs]],
        other=moved[sought.other[pairs]],
        allowed=allowed,
    )


def _pairs(
    collection: Collection, editions: Editions[Holding], near: Mapping[tuple[int, int], Likeness]
) -> Iterator[tuple[int, int, Likeness, bool]]:
    """Every two provisions that are alike or of which one cites the other: how like they are, and whether it does."""
    asking = collection.among(one for one in collection.holdings if one.kind != "central")
    cited = {
        (n, of)
        for n in collection.texts.containing(_NAMES)
        if asking[n]
        for of in cited_by(collection.texts[n], collection, editions)
        if collection.holding(of).kind == "central"
    }
    for pair in sorted(near.keys() | cited):
        yield *pair, near.get(pair) or next(_compared(collection, [pair])), pair in cited


# ------------------------------------------------------------------------------------------ comparing


def _alike(
    collection: Collection, own: NDArray[np.int64], other: NDArray[np.int64], before: Likened
) -> tuple[dict[tuple[int, int], Likeness], Likened]:
    """How like those of the pairs are of which one may restate or adapt the other, and what is to be kept of all; what
    was compared before is not compared again."""
    pairs, first, back = np.unique(_paired(collection, own, other), return_index=True, return_inverse=True)
    at = np.minimum(np.searchsorted(before.pairs, pairs), max(len(before.pairs) - 1, 0))
    known = before.pairs[at] == pairs if len(before.pairs) else np.zeros(len(pairs), bool)
    mine, theirs = np.zeros(len(pairs)), np.zeros(len(pairs))
    mine[known], theirs[known] = before.own[at[known]], before.other[at[known]]
    missing = np.flatnonzero(~known)
    wanted = zip(own[first[missing]].tolist(), other[first[missing]].tolist(), strict=True)
    for place, like in zip(missing.tolist(), _compared(collection, wanted), strict=True):
        mine[place], theirs[place] = like.own, like.other
    near = np.flatnonzero((mine * theirs >= FAINTEST**2)[back])
    columns = (own[near], other[near], mine[back[near]], theirs[back[near]])
    alike = {
        (one, of): Likeness(own=of_one, other=of_other)
        for one, of, of_one, of_other in zip(*(column.tolist() for column in columns), strict=True)
    }
    return alike, Likened(pairs=pairs, own=mine, other=theirs)


def _paired(collection: Collection, own: NDArray[np.int64], other: NDArray[np.int64]) -> Words:
    """Each pair of provisions under their words."""
    words = np.zeros(len(collection.texts), np.uint64)
    for n in {*own.tolist(), *other.tolist()}:
        words[n] = _hash(collection.texts.encoded(n))
    return words[own] * SCATTER ^ words[other]


def _hash(text: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little")


def _compared(collection: Collection, pairs: Iterable[tuple[int, int]]) -> Iterator[Likeness]:
    held: dict[tuple[int, Language], Weighed] = {}
    for one, of in pairs:
        language = collection.holding(one).language
        for n in (one, of):
            if (n, language) not in held:
                held[n, language] = weighed(collection.texts[n], language)
        yield likeness(held[one, language], held[of, language])


# ------------------------------------------------------------------------------------------ what is said


def _put(found: dict[str, dict[str, list[Counterpart]]], holding: Holding, eid: str, beside: Counterpart) -> None:
    found.setdefault(holding.id, {}).setdefault(eid, []).append(beside)


def _beside(
    collection: Collection, holding: Holding, place: int, what: Treatment, score: float, *, cited: bool
) -> Counterpart:
    return Counterpart(
        document=holding.id,
        title=holding.title,
        language=holding.language,
        eid=collection.eids[place],
        label=collection.labels[place],
        treatment=what,
        score=score,
        cited=cited,
    )
