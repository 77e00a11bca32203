"""Where a document sets an amount for a thing, or leaves it open, at any place.

base    第九条 会费的标准由理事会规定    target  会费每年二百元    left open, in another article than the row's
        第四十条 学徒逾三年未出师的              学徒期为三年      set, and the same
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, lru_cache

from policydiff.comparison.clauses import Clause, alike, clauses, sets_the_case, together
from policydiff.comparison.findings.row.left_open import counts, is_delegation, leaves_open
from policydiff.comparison.findings.row.made_precise import beside, said_without, without_amounts
from policydiff.comparison.findings.row.partly import telling_in_common
from policydiff.comparison.findings.row.said import telling
from policydiff.comparison.findings.terms.acts import is_penalty
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.eid import uppermost_of
from policydiff.model import Document
from policydiff.words_of_force import force_of

_SAME = 0.3  # a clause so much alike that counts the very same counts it of the same thing
# A clause so much alike leaves open what an amount is set for: in the article that the provision is compared with, and
# anywhere else.
_OPEN_BESIDE, _OPEN_ANYWHERE = 0.3, 0.4
_TELLING = 0.4
_ADJUNCT = 8  # characters: 十分之一以上的代表书面联名，
_FEW = 2  # words that tell: 但最长不得, 占
_KEPT = 4  # as of what a document says elsewhere

_Place = tuple[str, Clause]  # the leaf and a clause of it


class SetAnywhere:
    """The amounts that a Chinese document sets and those that it leaves open."""

    def __init__(self, document: Document) -> None:
        self._texts = {leaf.eid: leaf.text for leaf in document.leaves()}

    def sets(self, words: str, text: str) -> bool:
        """Whether the document sets all amounts of some words of another text for the same thing."""
        own = _counting(words, text)
        return bool(own) and all(self._sets(clause, text) for clause in own)

    def leaves_open(self, words: str, text: str, leaves: Collection[str], ruled_out: Collection[str] = ()) -> str:
        """The clause that leaves open what some words of another text count, in the articles of some leaves or else
        anywhere but in those that a reviewer ruled out; or nothing."""
        articles = {uppermost_of(eid) for eid in leaves}
        places = [place for place in self._open if place[0] not in ruled_out]
        found = (_leaving_open(own, text, articles, places) for own in _counting(words, text))
        return next(filter(None, found), "")

    def _sets(self, own: str, text: str) -> bool:
        found = _counted(own)
        said = [*said_without(found, own, text)]
        return all(
            any(
                _likeness(said, other) >= _SAME and of_one_matter(other.text, own, text)
                for other in self._setting.get(one.meaning, ())
            )
            for one in found
        )

    @cached_property
    def _setting(self) -> dict[tuple[str, str, str], list[Clause]]:
        setting = defaultdict[tuple[str, str, str], list[Clause]](list)
        for _, clause in self._clauses():
            for one in _counted(clause.text):
                setting[one.meaning].append(clause)
        return setting

    @cached_property
    def _open(self) -> list[_Place]:
        return [
            (eid, clause)
            for eid, clause in self._clauses()
            if not is_penalty(clause.text) and not _counted(clause.text) and leaves_open(clause.text)
        ]

    def _clauses(self) -> Iterator[_Place]:
        return ((eid, clause) for eid, text in self._texts.items() for clause in _with_topics(clauses(text, "zh")))


def _with_topics(cut: Sequence[Clause]) -> Iterator[Clause]:
    """Clauses, one that only says by whom a thing is laid down with that thing: 具体标准，由理事会规定."""
    before: Clause | None = None
    for clause in cut:
        is_topic = before is not None and before.sentence == clause.sentence and not force_of(before.text, "zh")
        yield together(before, clause) if before and is_topic and is_delegation(clause.text) else clause
        before = clause


@lru_cache(maxsize=_KEPT)
def set_anywhere(document: Document) -> SetAnywhere:
    """The amounts that a document sets and leaves open, looked through once."""
    return SetAnywhere(document)


def _leaving_open(own: str, text: str, articles: Collection[str], places: Sequence[_Place]) -> str:
    """Of some clauses the one that leaves open what a clause of another text counts, if any does."""
    found = _counted(own)
    said = [*said_without(found, own, text)]
    best, most = "", 0.0
    for eid, clause in places:
        least = _OPEN_BESIDE if uppermost_of(eid) in articles else _OPEN_ANYWHERE
        if sets_the_case(clause.text, "zh") != sets_the_case(own, "zh") or not leaves_open(clause.text, found):
            continue
        likeness = _likeness(said, clause)
        if likeness >= max(least, most) and of_one_matter(clause.text, own, text):
            best, most = clause.text, likeness
    return best


def of_one_matter(base: str, own: str, text: str, least: float = _TELLING, *, paired: bool = False) -> bool:
    """Whether a clause and words of another text that set an amount have so much in common that tells, beside amounts;
    the latter by themselves, or with the clause beside them where they say little more than how many.

    Where the two are `paired` it counts as well who acts, if little else is said.
    """
    found = quantities(own, "zh")
    bare = without_amounts(own, found)
    before, behind = beside(own, text)
    is_adjunct = bool(found) and len(own) - found[-1].end <= _ADJUNCT
    without = without_amounts(base, quantities(base, "zh"))
    around = (bare, bare + behind if is_adjunct else bare, before + bare if len(telling(bare)) < _FEW else bare)
    return any(telling_in_common(without, words, with_who=paired) >= least for words in dict.fromkeys(around))


def _counting(words: str, text: str) -> list[str]:
    """The clauses of a text that count something, of those that some words of it quote or are quoted from."""
    cut = (one.text for one in clauses(text, "zh") if one.text in words or words in one.text)
    return [one for one in cut if _counted(one)]


def _counted(clause: str) -> list[Quantity]:
    return [one for one in quantities(clause, "zh") if counts(one)]


def _likeness(said: Sequence[Clause], clause: Clause) -> float:
    return max((alike(one, clause) for one in said), default=0.0)
