"""Which document of the other language a document translates, by where the two say the same.

    zh  art_1  art_2  art_2__point_1  art_3          the numbers agree: a candidate
    en  art_1  art_2  art_2__point_1  art_3
         │      │      │               │             aligned by their words, most leaves meet at their own number,
        art_1  art_2  art_2__point_1  art_3          and nowhere else: a translation

Rules on other matters share numbers too, but their leaves meet here and there, or not at all. Of a translation all do,
though an edition before or after it has numbers and words of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from policydiff.model import Document

_CANDIDATES = 3  # that are aligned, of those whose numbers agree best
_LEAST_AGREEING = 0.4  # of the numbers of both
_LEAST_MET, _CLEARLY_MET = 0.4, 0.6  # of the leaves of the shorter
_LEAST_SCORE = 0.45  # of the leaves that were put together, the mean
_FEWEST_LEAVES = 3  # of the shorter, so that a share of them says anything


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """Which documents a document may be a translation of, the likeliest first; `sure` where it is the first one's."""

    ids: tuple[str, ...] = ()
    sure: bool = False


def numbers(document: Document) -> frozenset[str]:
    """The identifiers of all that has a number."""
    return frozenset(provision.eid for provision in document.walk() if provision.num)


def original(
    translation: tuple[str, frozenset[str]],
    others: Mapping[str, frozenset[str]],
    document: Callable[[str], Document | None],
) -> Original:
    """What a document translates of `others`; all are known by their ids and numbers, and `document` gives the text."""
    own_id, own = translation
    agreeing = {name: _agreement(own, held) for name, held in others.items()}
    nearest = sorted((name for name in others if agreeing[name] >= _LEAST_AGREEING), key=lambda name: -agreeing[name])
    met: dict[str, int] = {}
    share: dict[str, float] = {}
    for name in nearest[:_CANDIDATES]:
        if (other := document(name)) is not None and (english := document(own_id)) is not None:
            met[name], share[name] = _met(other, english)
    found = sorted((name for name in met if share[name] >= _LEAST_MET), key=lambda name: -met[name])
    sure = bool(found) and share[found[0]] >= _CLEARLY_MET and (len(found) == 1 or met[found[0]] > met[found[1]])
    return Original(ids=tuple(found), sure=sure)


def _agreement(one: frozenset[str], other: frozenset[str]) -> float:
    """What part of the numbers of both are those of either."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _met(chinese: Document, english: Document) -> tuple[int, float]:
    """How many leaves meet those of the same number, and what part that is of the shorter document's."""
    from policydiff.alignment import align

    linked = [link for link in align(chinese, english).links if link.base and link.target]
    if not linked or sum(link.score for link in linked) < _LEAST_SCORE * len(linked):
        return 0, 0.0
    met = sum(len(set(link.base) & set(link.target)) for link in linked)
    shorter = min(len(chinese.leaves()), len(english.leaves()))
    return met, met / shorter if shorter >= _FEWEST_LEAVES else 0.0
