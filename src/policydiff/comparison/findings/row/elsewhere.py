"""What a document says at any place, to tell what is gone from what stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from policydiff.comparison.clauses import Clause, Held, bag, clauses, comes_near, cover, in_common, shared
from policydiff.comparison.findings.row.left_open import counts
from policydiff.comparison.findings.row.rule import SENTENCE
from policydiff.comparison.findings.terms.mentions import without_subject
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.model import Document, Provision
from policydiff.titles import TITLE
from policydiff.words_of_force import PENALTY

_HELD_ELSEWHERE = 0.6
_NEARLY_SAID, _HELD_NEARLY = 0.6, 0.4  # clauses this much alike say nearly one thing, if the one holds so much
_REST_HELD = 0.4  # without who acts
_ALIKE_BUT_FOR_WHO = 0.25  # in what is left of them without who acts
_ANSWERED = 0.5  # a clause so much alike, in what other rows lay beside its provision, is its counterpart there
_COMPARED = 0.4  # and of a clause of a row in doubt what surer rows compare it with
_BREACH = "违反"
_FAVOURS = re.compile("^(?:国家)?(?:鼓励|提倡|倡导|引导|支持|扶持)")
_KEPT = 4  # the central rule that rule after rule is compared with, and the last of those


class Elsewhere:
    """What a document says in any of its clauses."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def says(self, clause: Clause, *, naming: str = "") -> bool:
        """Whether one clause of the document holds nearly all of this one's words, and not merely who acts in it; the
        naming of a breach does not.

        `naming` are words that must be among them.
        """
        if not clause.bag:
            return True
        held = (found for _, found, _ in self.most_of(clause, _HELD_ELSEWHERE))
        return any(_BREACH not in one.text and naming in one.text and _says_the_rest(one, clause) for one in held)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the document, in order."""
        return tuple(one for leaf in self._document.leaves() for one in SENTENCE.split(leaf.text) if one)

    def most_of(self, clause: Clause, least: float) -> Iterator[tuple[Provision, Clause, float]]:
        """The clauses that hold at least this share of a clause's words, in order, each with its leaf and the share."""
        for number, share in self._held.most_of(clause, least):
            yield *self._said[number], share

    def nearest(self, words: str, row: str) -> str:
        """The clause that says nearly what the chief clause of some words says, if it stands outside of a row; or
        nothing. A penalty said elsewhere is that of another breach, and one body may do many things.

        `row` are the words of the row; of what comes near nothing in it comes nearer.
        """
        chief = chief_clause(words)
        if chief is None or PENALTY["zh"].search(chief.text):
            return ""
        number = self._held.nearest(chief, _NEARLY_SAID)
        if number is None:
            return ""
        _, nearest = self._said[number]
        is_held = cover(chief, nearest.bag) >= _HELD_NEARLY
        if not is_held or _BREACH in nearest.text or nearest.within in row or not _say_alike(chief, nearest):
            return ""
        if _BREACH in words and _FAVOURS.search(nearest.text):
            return ""  # what is broken is no matter of favour: 强迫会员染须, 鼓励会员染须
        return nearest.text

    @cached_property
    def titles(self) -> frozenset[str]:
        """The instruments that the document names, as it cites them."""
        return frozenset(title for leaf in self._document.leaves() for title in TITLE.findall(leaf.text))

    @cached_property
    def _said(self) -> list[tuple[Provision, Clause]]:
        return [(leaf, clause) for leaf in self._document.leaves() for clause in clauses(leaf.text, "zh")]

    @cached_property
    def _held(self) -> Held:
        return Held([clause for _, clause in self._said])


@lru_cache(maxsize=_KEPT)
def elsewhere(document: Document) -> Elsewhere:
    """What a document says in any of its clauses, gone through once."""
    return Elsewhere(document)


@dataclass(frozen=True, slots=True)
class Beside:
    """What each leaf of a document stands beside in all rows whose pairing is sure: the leaves of the other document;
    what it may stand beside in those in doubt, and what all these say."""

    leaves: Mapping[str, Sequence[str]]
    doubtful: Mapping[str, Sequence[str]]
    texts: Mapping[str, str]

    def has_surer(self, own: Iterable[str]) -> bool:
        """Whether one of some leaves has a counterpart beyond doubt."""
        return any(self.leaves.get(eid) for eid in own)

    def counts(self, words: str, own: Sequence[str], row: Sequence[str]) -> bool:
        """Whether what other rows lay beside some leaves counts all that some words count."""
        others = {eid for leaf in own for held in (self.leaves, self.doubtful) for eid in held.get(leaf, ())}
        said = "\n".join(self.texts[eid] for eid in others.difference(row))
        found = {one.meaning for one in quantities(words, "zh") if counts(one)} if said else set()
        return bool(found) and found <= {one.meaning for one in quantities(said, "zh")}

    def answers(self, words: str, own: Sequence[str], row: Sequence[str], *, doubtful: bool = False) -> bool:
        """Whether a clause of some leaves is answered by what another row lays beside them, and compared there; a
        penalty is that of another breach.

        `row` are the leaves of the other document that are in the row; where that is `doubtful`, a surer one answers
        whatever it may compare.
        """
        others = dict.fromkeys(eid for leaf in own for eid in self.leaves.get(leaf, ()) if eid not in row)
        chief = chief_clause(words) if others else None
        if chief is None or PENALTY["zh"].search(chief.text):
            return False
        said = [clause for eid in others for clause in clauses(self.texts[eid], "zh")]
        return comes_near(chief, said, _COMPARED if doubtful else _ANSWERED)


def _say_alike(one: Clause, other: Clause) -> bool:
    """Whether two clauses are alike in what they say, and not merely in whose matter it is."""
    return in_common(without_subject(one.text), without_subject(other.text), "zh") >= _ALIKE_BUT_FOR_WHO


def _says_the_rest(holder: Clause, clause: Clause) -> bool:
    """Whether a clause holds what another says, and not merely whose matter it is."""
    rest = bag(without_subject(clause.text), "zh")
    return shared(rest, holder.bag) >= _REST_HELD * sum(rest.values())


def chief_clause(words: str) -> Clause | None:
    """The clause of some words that says most."""
    return max(clauses(words, "zh"), key=lambda clause: clause.weight, default=None)
