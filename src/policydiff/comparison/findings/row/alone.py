"""Clauses that one side of a row has alone: as many as fit a quotation, and what the other side has beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from policydiff.comparison.clauses import (
    Clause,
    ClausePairs,
    Likeness,
    have_one_opening,
    is_exception,
    sets_the_case,
)
from policydiff.comparison.findings.row.changes import LONGEST_QUOTE, SILENT, Passage
from policydiff.comparison.findings.row.topics import is_topic
from policydiff.comparison.findings.terms.mentions import names_who, subject_of
from policydiff.model import Cut
from policydiff.words_of_force import PENALTY

_NEAR, _LEAST_NEAR = 0.2, 0.03
_SAME_PART = 0.15  # what a clause gains as the nearest that opens with the same preposition
_BINDS = re.compile(r"应当|必须|不得|禁止|可以|\d|[一二三四五六七八九十百千万](?:日|月|年|元|倍|人)|百分之")
_BARS = re.compile(r"丧失|取消|撤销|不得|不能|不予")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Clauses of one sentence that follow each other: the first that is quoted, where the quotation ends, and whether
    clauses before and behind do not fit it."""

    first: Clause
    end: int
    cut: Cut
    weight: float  # how much all of them say, quoted or not

    @property
    def words(self) -> str:
        """What is quoted."""
        return self.first.within[self.first.start : self.end]


def runs(alone: Sequence[Clause]) -> Iterator[Run]:
    """Clauses of one sentence that follow each other, and of them as many as fit a quotation, from where it matters."""
    for _, same in groupby(alone, key=lambda clause: clause.sentence):
        run: list[Clause] = []
        for clause in same:
            if run and clause.start - run[-1].end > 2:
                yield _core(run)
                run = []
            run.append(clause)
        yield _core(run)


def _core(run: Sequence[Clause]) -> Run:
    """From a long run the clauses around the first that binds, or around the one that says most."""
    heavy = max(range(len(run)), key=lambda k: (bool(_BINDS.search(run[k].text)), run[k].weight))
    first = last = heavy
    while wider := _wider(run, first, last):
        first, last = wider
    cut = first > 0, last < len(run) - 1
    return Run(first=run[first], end=run[last].end, cut=cut, weight=sum(clause.weight for clause in run))


def _wider(run: Sequence[Clause], first: int, last: int) -> tuple[int, int] | None:
    """A quotation with one clause more, behind it or else before it; None where none fits."""
    before, after = max(0, first - 1), min(len(run) - 1, last + 1)
    for low, high in ((first, after), (before, last)):
        if (low, high) != (first, last) and run[high].end - run[low].start <= LONGEST_QUOTE:
            return low, high
    return None


def _sets_the_case(clause: Clause) -> bool:
    """Whether a clause says when a rule holds, and neither binds nor excepts."""
    binds = _BINDS.search(clause.text)
    return sets_the_case(clause.text, "zh") and not binds and not is_exception(clause)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a row beside the other: the clauses of both, and which of its own is answered by which."""

    own: Sequence[Clause]
    others: Sequence[Clause]
    answers: Sequence[tuple[Clause, Clause]]
    likeness: Likeness

    @classmethod
    def of_base(cls, pairs: ClausePairs) -> Side:
        """The base beside the target."""
        answers = [(one, other) for one, other, _ in pairs.paired]
        return cls(own=pairs.base, others=pairs.target, answers=answers, likeness=pairs.likeness)

    @classmethod
    def of_target(cls, pairs: ClausePairs) -> Side:
        """The target beside the base."""
        answers = [(other, one) for one, other, _ in pairs.paired]
        return cls(own=pairs.target, others=pairs.base, answers=answers, likeness=pairs.likeness)

    def near(self, run: Run) -> Passage:
        """What of the other side to show beside clauses that it lacks: what comes near them, else what stands there."""
        nearest, score = self._nearest(run)
        shown = self._beside(run) if score < _NEAR else None
        shown = shown or (nearest if score >= _LEAST_NEAR else self._behind(run.first))
        return Passage.of(self._whole(shown)) if shown else SILENT

    def _whole(self, other: Clause) -> str:
        """The words of a clause of the other side; of one that says nothing by itself with what is said of it."""
        behind = next((one for one in self.others if one.start >= other.end), None)
        if behind is None or behind.sentence != other.sentence:
            return other.text
        says_nothing = names_who(other.text) or is_topic(other, behind, self.others)
        return other.within[other.start : behind.end] if says_nothing else other.text

    def place(self, clause: Clause) -> float:
        """Where on the other side a clause belongs: after the partner of the clause before it."""
        return max((other.start for own, other in self.answers if own.start < clause.start), default=-1) + 0.5

    def subject(self, clause: Clause) -> str:
        """Whom the clauses before this one in its sentence name as acting, the nearest first."""
        before = [own for own in self.own if own.sentence == clause.sentence and own.start < clause.start]
        named = (subject_of(own.text) for own in reversed(before))
        return next((subject.text for subject in named if subject), "")

    def follows(self, clause: Clause) -> str:
        """What its sentence goes on with behind a clause."""
        behind = [own for own in self.own if own.sentence == clause.sentence and own.start >= clause.end]
        return clause.within[behind[0].start : behind[-1].end] if behind else ""

    def is_apart(self, clause: Clause, alone: Sequence[Clause]) -> bool:
        """Whether every clause of a clause's sentence is among those that stand alone."""
        starts = {other.start for other in alone}
        return all(own.start in starts for own in self.own if own.sentence == clause.sentence)

    def is_case(self, run: Run, alone: Sequence[Clause]) -> bool:
        """Whether a run only says when, or of what, the clause behind it holds, which does not stand alone; the case of
        a penalty or of a bar (不得任职) says whom it meets, and is what it lays down."""
        behind = next((own for own in self.own if own.start >= run.end and own.sentence == run.first.sentence), None)
        if behind is None or any(other.start == behind.start for other in alone):
            return False
        follow = (own for own in self.own if own.start >= behind.start and own.sentence == behind.sentence)
        laid_down = next((own for own in follow if not _sets_the_case(own)), behind)
        if PENALTY["zh"].search(laid_down.text) or _BARS.search(laid_down.text):
            return False
        within = [own for own in self.own if run.first.start <= own.start < run.end]
        return all(map(_sets_the_case, within)) or (len(within) == 1 and is_topic(within[0], behind, self.own))

    def _nearest(self, run: Run) -> tuple[Clause | None, float]:
        """What comes nearest to any clause of a run, and how near; an exception is not asked."""
        alone = [clause for clause in self.own if run.first.start <= clause.start < run.end]
        found = (
            (other, self._likeness(alone, other) + _SAME_PART * have_one_opening(run.first.text, other.text))
            for other in self.others
            if not is_exception(other)
        )
        return max(found, key=itemgetter(1), default=(None, 0.0))

    def _likeness(self, alone: Sequence[Clause], other: Clause) -> float:
        return max(self.likeness.of(clause, other) for clause in alone)

    def _behind(self, first: Clause) -> Clause | None:
        """What the other side says for the clause that stands right before a lone one, in the same paragraph or
        item."""
        before = [(own, other) for own, other in self.answers if own.start < first.start]
        if not before or "\n" in first.within[before[-1][0].end : first.start]:
            return None
        return before[-1][1]

    def _beside(self, run: Run) -> Clause | None:
        """What the other side says for the clause that a lone one belongs to: the next of its sentence, or the last."""
        same = [(own, other) for own, other in self.answers if own.sentence == run.first.sentence]
        after = [other for own, other in same if own.start >= run.end]
        before = [other for own, other in same if own.start < run.first.start]
        return after[0] if after else before[-1] if before else None
