"""Which lookups of the last build still hold after a change of the library, so that only the others are made again.

    texts before   a  b  c  d  e         b is gone, x has come
    texts now      a  c  x  d  e         places: 0 → 0, 2 → 1, 3 → 3, 4 → 4

What is near to a text depends on its rarest fragments: which they are, what each weighs, and in which of the texts that
are looked for each stands. A change of one provision changes that for its own fragments, and through the number of
texts for a few others whose weight is rounded to another step. So a lookup holds whose fragments are none of those. It
is told from the two indexes alone and never guessed: what holds is what looking it up anew would give.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policydiff.tracing.index import GONE, Allowed, Index, Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What was looked up: each of the texts `asked` with the `reach` of its lookup (index.py), and the texts that were
    near to one, `other` to `own`; the `allowed` could be."""

    asked: Numbers
    reach: Numbers
    own: Numbers
    other: Numbers
    allowed: Allowed


def still_holding(before: Index, now: Index, places: Numbers, sought: Sought, allowed: Allowed) -> NDArray[np.bool_]:
    """Which of the lookups `sought` hold in a later index, in which these are the places of the texts of before and
    these texts are allowed."""
    kept = np.flatnonzero(places != GONE)
    if (np.diff(places[kept]) <= 0).any():  # equals among what is near stand in the order of the texts
        return np.zeros(len(sought.asked), bool)
    came, went = np.ones(len(now.sizes), bool), np.ones(len(before.sizes), bool)
    same = sought.allowed[kept] == allowed[places[kept]]
    came[places[kept]], went[kept] = ~same, ~same
    earlier, later = _changes(before, now, came & allowed, went & sought.allowed)
    reach = np.full(len(before.sizes), GONE, np.int64)
    reach[sought.asked] = sought.reach
    holds = (reach != GONE) & (places != GONE)
    holds[_altered(before, earlier, reach)] = False
    reach_now, place_before = np.full(len(now.sizes), GONE, np.int64), np.zeros(len(now.sizes), np.int64)
    reach_now[places[kept]], place_before[places[kept]] = reach[kept], kept
    holds[place_before[_altered(now, later, reach_now)]] = False
    out: NDArray[np.bool_] = holds[sought.asked]
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class _Changes:
    """For each fragment of an index in how many texts it stands there and in the other one, none where it is not held;
    and whether it weighs otherwise there or leads to other texts."""

    here: Numbers
    there: Numbers
    matters: NDArray[np.bool_]


def _changes(before: Index, now: Index, came: NDArray[np.bool_], went: NDArray[np.bool_]) -> tuple[_Changes, _Changes]:
    """Those of both indexes."""
    at = np.minimum(np.searchsorted(before.fragments, now.fragments), max(len(before.fragments) - 1, 0))
    both = np.flatnonzero(before.fragments[at] == now.fragments) if len(before.fragments) else np.zeros(0, np.int64)
    at = at[both]
    held, held_now = np.diff(before.starts), np.diff(now.starts)
    was, is_now = np.zeros(len(held_now), np.int64), np.zeros(len(held), np.int64)
    was[both], is_now[at] = held[at], held_now[both]
    leads, leads_now = _led(before, went), _led(now, came)
    matters, matters_now = np.ones(len(held), bool), np.ones(len(held_now), bool)
    matters[at] = leads[at] | leads_now[both] | (before.weights(held[at]) != now.weights(held_now[both]))
    matters_now[both] = matters[at]
    return _Changes(here=held, there=is_now, matters=matters), _Changes(here=held_now, there=was, matters=matters_now)


def _led(index: Index, texts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which fragments stand in any of these texts."""
    out = np.zeros(len(index.fragments), bool)
    out[_owners(index, np.flatnonzero(texts[index.postings]))] = True
    return out


def _altered(index: Index, changes: _Changes, reach: Numbers) -> Numbers:
    """The texts whose lookup reaches a fragment that matters, or one that may have come within reach or left it."""
    postings = np.flatnonzero(np.repeat(changes.matters | (changes.here != changes.there), np.diff(index.starts)))
    owner, texts = _owners(index, postings), index.postings[postings].astype(np.int64)
    here, there, matters = changes.here[owner], changes.there[owner], changes.matters[owner]
    fewest = np.where(there > 0, np.minimum(here, there), here)
    far = reach[texts]
    return texts[(fewest <= far) & (matters | (np.maximum(here, there) >= far))]


def _owners(index: Index, postings: Numbers) -> Numbers:
    """The place of the fragment of each of some postings."""
    return np.searchsorted(index.starts, postings, side="right") - 1
