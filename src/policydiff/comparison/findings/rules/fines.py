"""Fines, each beside the one that the superior sets for the same act, for the same and in the same case.

base    强卖须膏的，处一万元以上五万元以下罚款；情节严重的，处五万元以上十万元以下罚款
target  强卖须膏的，处二万元以上八万元以下罚款
──▶     一万元以上五万元以下 ║ 二万元以上八万元以下     fine-beyond: 50,000 is exceeded
        情节严重的，…                                   dropped-fine

Where a superior fines an act, a lower rule that makes it more precise keeps to the acts, the kinds and the range that
it sets (行政处罚法 2021 arts. 12 and 14). That the range is narrower is told as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from math import sqrt
from typing import NamedTuple

from policydiff.comparison.clauses import Bag, bag, shared
from policydiff.comparison.findings.row.rule import Quotes
from policydiff.comparison.findings.terms.fine_amounts import Range
from policydiff.comparison.findings.terms.fines import ANYBODY, OF_DEGREE, PERSON, UNIT, Fine, fines
from policydiff.eid import uppermost_of
from policydiff.model import Both, Document

# How alike acts are that may be one, in the row, anywhere and surely; and what they are a breach of, in the row.
_IN_ROW, _ANYWHERE, _SURELY = 0.06, 0.34, 0.4
_BROKEN_IN_ROW = 0.2
_NEAR = 0.06  # what is less alike is not shown beside a fine that is new
# What speaks for one besides: that it stands in the row, that its fine is an amount, and what its leaf says.
_BESIDE, _COUNTED, _TIE = 0.1, 0.05, 0.05
_KIND = ("属", "涉及")  # how a case begins that says of which kind of an act it is
_WHOLE = 90  # characters of the fines for one act that are quoted together
_ONE_NAME = 0.4  # how alike the names of those are who may be the same

Place = tuple[str, str]  # a leaf and a clause of it


class _Act(NamedTuple):
    """An act that a leaf fines and what it is a breach of, each line by itself, with its fines."""

    eid: str
    lines: tuple[Bag, ...]
    broken: tuple[Bag, ...]
    fines: tuple[Fine, ...]


class FineFound(NamedTuple):
    """What a rule has found of fines: the words of base and target, and for how many fines of the target it stands."""

    rule: str
    quotes: Quotes
    number: int = 1


class FinesBeside:
    """The fines of two Chinese documents, those of the target beside those that the base sets for the same acts: in the
    leaves with which theirs are `linked`, or anywhere."""

    def __init__(self, base: Document, target: Document, linked: Mapping[str, Sequence[str]]) -> None:
        self._base, self._target, self._linked = base, target, linked

    def found(self, leaves: Both[Sequence[str]]) -> Iterator[FineFound]:
        """What is found of the fines that some leaves of the target set, which are in a row with some of the base."""
        for act, same, likeness in self._acts:
            if act.eid not in leaves.target:
                continue
            if same is None:
                yield from _new(act, [one for one in _acts(self._base) if _is_among(one, leaves.base)])
                continue
            yield from _compared(same.fines, act.fines)
            if likeness >= _SURELY:
                yield from _lacking(same, act, [one for one, *_ in self._acts if _are_of_one_article(one, act)])

    @cached_property
    def _acts(self) -> list[tuple[_Act, _Act | None, float]]:
        """The acts that the target fines, each with that of the base that is the same, and how alike they are."""
        among = _acts(self._base)
        return [(act, *_same_act(act, among, self._linked.get(act.eid, ()))) for act in _acts(self._target)]

    @cached_property
    def answered(self) -> Both[frozenset[Place]]:
        """Where fines stand that are beside others for the same act: the leaf and the clause."""
        pairs = [
            (_counterpart(one, same.fines, act.fines), one)
            for act, same, _ in self._acts
            if same is not None
            for one in act.fines
        ]
        return Both(
            frozenset((old.eid, old.clause) for old, _ in pairs if old),
            frozenset((one.eid, one.clause) for old, one in pairs if old),
        )


def _new(act: _Act, beside: Sequence[_Act]) -> Iterator[FineFound]:
    """The fines for an act that the base does not fine, all of them unless that is long, with what comes near of the
    acts beside it."""
    first, last = act.fines[0], act.fines[-1]
    whole = first.text[first.start : last.end]
    near = max(beside, key=lambda one: _likeness(act, one), default=None)
    words = near.fines[0].words if near and _likeness(act, near) >= _NEAR else ""
    if not first.is_open:
        yield FineFound("added-fine", (words, whole if len(whole) <= _WHOLE else first.words))


@lru_cache(maxsize=4)  # as of what a document says elsewhere
def _acts(document: Document) -> tuple[_Act, ...]:
    by_act = groupby(fines(document), lambda one: (one.eid, one.act))
    return tuple(_act(eid, act, tuple(held)) for (eid, act), held in by_act)


def _act(eid: str, act: str, held: tuple[Fine, ...]) -> _Act:
    kinds = sorted(case for one in held for case in one.cases if case.startswith(_KIND))
    return _Act(eid, _bags((*act.split("\n"), *kinds)), _bags(held[0].broken.split("\n")), held)


def _bags(lines: Iterable[str]) -> tuple[Bag, ...]:
    return tuple(bag(line, "zh") for line in lines if line)


def _same_act(act: _Act, among: Sequence[_Act], beside: Sequence[str]) -> tuple[_Act | None, float]:
    """The act of the base that is most like one of the target, if any is so like it, and how like they are; by what
    they are a breach of only where none is by its own words."""
    own = _nearest(act, among, beside, _likeness, _IN_ROW)
    return own if own[0] else (_nearest(act, among, beside, _likeness_of_breach, _BROKEN_IN_ROW)[0], 0.0)


def _nearest(
    act: _Act, among: Sequence[_Act], beside: Sequence[str], likeness_of: Callable[[_Act, _Act], float], in_row: float
) -> tuple[_Act | None, float]:
    best, most, likest = None, 0.0, 0.0
    for one in among:
        is_beside = _is_among(one, beside)
        likeness = likeness_of(act, one) if act.lines and one.lines else _IN_ROW * is_beside
        if likeness < (in_row if is_beside else _ANYWHERE):
            continue
        speaks = likeness + _BESIDE * is_beside + _COUNTED * (not one.fines[0].is_open)
        speaks += _TIE * _alike(_said(act), _said(one))
        if speaks > most:
            best, most, likest = one, speaks, likeness
    return best, likest


def _is_among(act: _Act, leaves: Sequence[str]) -> bool:
    """Whether some leaves hold an act, or an item of it."""
    return any(eid == act.eid or eid.startswith(f"{act.eid}__") for eid in leaves)


def _likeness(act: _Act, other: _Act) -> float:
    """How alike two acts are, by the two of their lines that are most so."""
    return _most_alike(act.lines, other.lines)


def _likeness_of_breach(act: _Act, other: _Act) -> float:
    """How alike the provisions are of which two acts are a breach, or one of them and the other act."""
    return max(
        _most_alike(act.broken, other.lines),
        _most_alike(act.lines, other.broken),
        _most_alike(act.broken, other.broken),
    )


def _most_alike(lines: Sequence[Bag], others: Sequence[Bag]) -> float:
    return max((_alike(one, line) for one in lines for line in others), default=0.0)


def _alike(one: Bag, other: Bag) -> float:
    """How much two texts have in common, of the shorter one and of both."""
    common, weights = shared(one, other), (sum(one.values()), sum(other.values()))
    return common / sqrt(min(weights) * (sum(weights) - common)) if all(weights) else 0.0


def _said(act: _Act) -> Bag:
    return bag(act.fines[0].words, "zh")


def _compared(base: Sequence[Fine], target: Sequence[Fine]) -> Iterator[FineFound]:
    """What is found of the fines of the target for an act, each beside that of the base which is most like it; what a
    base sets for anybody may be set apart for units and for individuals."""
    beside = [(one, _counterpart(one, base, target)) for one in target]
    whom = [one.party if old is None or old.party != ANYBODY else ANYBODY for one, old in beside]
    for old, party in dict.fromkeys((old, party) for (_, old), party in zip(beside, whom, strict=True)):
        own = [one for (one, other), of in zip(beside, whom, strict=True) if other is old and of == party]
        if old is None:
            yield from (_found("added-fine", base[0], one) for one in own)
        elif old.is_open:
            if closed := [one for one in own if not one.is_open]:
                yield _found("left-open", old, closed[0], len(closed))
        else:
            yield from _beside(old, own)


def _beside(old: Fine, own: Sequence[Fine]) -> Iterator[FineFound]:
    """What is found of the fines that a target puts in the place of one of the base, in one case or in several."""
    for one in own:
        if one.reckoned != old.reckoned:
            yield _found("number" if one.is_open else "fine-reckoned", old, one)
    in_one_way = [one for one in own if one.reckoned == old.reckoned]
    if not in_one_way:
        return
    first, whole = in_one_way[0], _from_to(in_one_way)
    if not old.range.holds(whole):
        yield _found("fine-beyond", old, next(one for one in in_one_way if not old.range.holds(one.range)))
    elif not whole.holds(old.range):
        yield _found("fine-narrowed", old, first)
    elif len(in_one_way) == 1 and (first.cases ^ old.cases) & OF_DEGREE:
        yield _found("fine-case", old, first)


def _lacking(same: _Act, act: _Act, of_article: Sequence[_Act]) -> Iterator[FineFound]:
    """What the base fines besides in an act: in a case or for people for whom no fine of the article is. A fine for
    anybody is one for units and for individuals."""
    own = [fine for one in of_article for fine in one.fines if one is act or _likeness(one, same) >= _IN_ROW]
    answered = [_counterpart(one, same.fines, own) for one in own]
    for_anybody = [one.cases for one in own if one.party == ANYBODY]
    for old in same.fines:
        if old.party in (UNIT, PERSON) and old.cases in for_anybody:
            continue
        if old not in answered and not old.is_open and not any(one.is_open for one in own):
            yield _found("dropped-fine", old, act.fines[0])


def _counterpart(fine: Fine, base: Sequence[Fine], target: Sequence[Fine]) -> Fine | None:
    """The fine of the base that is most like one of the target, of those that are for the same people."""
    for_them = [one for one in base if _are_for_the_same(one, fine, base, target)]
    return max(for_them, key=lambda one: _agreement(one, fine), default=None)


def _agreement(old: Fine, fine: Fine) -> tuple[bool, bool, bool, int]:
    in_one_way = old.is_open or old.reckoned == fine.reckoned
    return old.cases == fine.cases and in_one_way, in_one_way, old.party == fine.party, len(old.cases & fine.cases)


def _are_for_the_same(old: Fine, fine: Fine, base: Sequence[Fine], target: Sequence[Fine]) -> bool:
    """Whether two fines may be for the same people: who is meant where nobody is named are those for whom the rule has
    no fine of its own."""
    if old.party == fine.party:
        return not old.name or not fine.name or _alike(bag(old.name, "zh"), bag(fine.name, "zh")) >= _ONE_NAME
    if ANYBODY not in (old.party, fine.party):
        return False
    named, rule = (old.party, target) if fine.party == ANYBODY else (fine.party, base)
    return named in (UNIT, PERSON) and all(one.party != named for one in rule)


def _are_of_one_article(act: _Act, other: _Act) -> bool:
    return uppermost_of(act.eid) == uppermost_of(other.eid)


def _from_to(fines: Sequence[Fine]) -> Range:
    """The range of several fines together."""
    lows, highs = [one.range.low for one in fines], [one.range.high for one in fines]
    low = None if None in lows else min(one for one in lows if one is not None)
    return Range(low, None if None in highs else max(one for one in highs if one is not None))


def _found(rule: str, old: Fine, fine: Fine, number: int = 1) -> FineFound:
    return FineFound(rule, (old.words, fine.words), number)
