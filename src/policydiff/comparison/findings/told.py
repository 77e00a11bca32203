"""What is told of a row, of what the target adds and of the target as a whole, the first to be seen standing first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from policydiff.comparison.clauses import Clause, clauses
from policydiff.comparison.findings import drafting
from policydiff.comparison.findings.amounts_told import beside_the_superior
from policydiff.comparison.findings.found import ADDED, DROPPED, LONE, Found
from policydiff.comparison.findings.frame import Frame, Known, Leaves
from policydiff.comparison.findings.once_a_row import (
    foremost,
    once_in_part,
    quoted_in_context,
    with_one_counterpart,
    without_amounts_as_bodies,
    without_echoes,
    without_named_elements,
)
from policydiff.comparison.findings.powers.newly_set import without_sums
from policydiff.comparison.findings.row.changes import RowReading
from policydiff.comparison.findings.row.reading import read
from policydiff.comparison.findings.rules import amounts, restated, sources
from policydiff.comparison.findings.rules.fines import FinesBeside, Place
from policydiff.comparison.findings.rules.followed import citation
from policydiff.comparison.findings.terms.acts import is_penalty
from policydiff.comparison.findings.terms.fine_amounts import fine_amounts
from policydiff.comparison.findings.unanswered import or_nearly_said, unanswered
from policydiff.comparison.sameness import slips
from policydiff.gravity import POWERS, place
from policydiff.model import Basis, Both, Candidate, Finding, Row

if TYPE_CHECKING:
    from policydiff.comparison.findings import english

_NO_LEAVES: Leaves = Both((), ())
MOST_IN_A_ROW = 6
MOST_IN_DOUBT = 4
GREAT_DOUBT = 0.1  # where words agree less than this they are not compared in a doubtful pairing
# Clauses of purpose, interpretation and entry into force stand beside each other whatever their words: what each says
# besides is no duty or scope of the other.
_OF_FORMAL_CLAUSES = frozenset(("reference", "actor", "number", "modality"))
# What a doubtful pairing leaves to be said: what either side lays down, the amounts, and words of force in clauses that
# are clearly alike. Who acts, on what and under which condition differs between any two provisions of one subject.
_OF_DOUBTFUL = frozenset(
    ("dropped-duty", "added-duty", "dropped-in-part", "added-in-part", "number", "prohibition", "modality")
)
# What is not told of two fines that are compared by themselves, as that they differ in range, or in a condition.
_ON_BOTH = frozenset(("scope", "dropped-condition", "added-condition"))
_ON_FINES = Both(_ON_BOTH | DROPPED, _ON_BOTH | ADDED.difference(POWERS))
_NEARLY = 0.1  # the score of a candidate that is worth a look


def row_findings(
    base: str, target: str, frame: Frame, leaves: Leaves = _NO_LEAVES, *, basis: Basis = "text", score: float = 1.0
) -> tuple[Finding, ...]:
    """What the rules find in a changed or translated row, what a reviewer must see first standing first.

    `leaves` are those of the base's side and of the target's; `basis` and `score` say what their pairing rests on. Of a
    doubtful one less is told, and where its words hardly agree only what either side says by itself, as of an omission
    and an addition; so it is of a sure one of such words in which nothing else is found.
    """
    if frame.base.document.language != frame.ui:
        return _of_translation(base, target, frame, leaves, basis)
    doubtful = basis == "doubtful"
    if frame.ui == "en":
        return _of_english(base, target, frame, leaves, basis)
    row = replace(frame.row(base, target, leaves), doubtful=doubtful, score=score)
    reading = replace(row, changes=read(row, frame.articles(leaves.target)))
    if doubtful and score < GREAT_DOUBT:
        return _by_itself(reading, leaves, frame)
    each = [*without_named_elements([*dict.fromkeys(_found(reading, leaves, frame))])]
    found = without_amounts_as_bodies(with_one_counterpart(each))
    told = [one for one in found if _is_told(one, basis)]
    said = [*frame.newly_set.in_changed(told, reading, leaves.target, doubtful=doubtful)]
    said = [*_without_fines(said, frame.fines, leaves)]
    in_context = quoted_in_context(once_in_part(without_echoes(said) if doubtful else said), reading)
    sums = beside_the_superior(in_context, reading, frame, leaves.base)
    unique = [one.told(frame.ui) for one in sums if not (doubtful and _is_counted(one, frame, leaves))]
    found_here = foremost(sorted(unique, key=place), _most(doubtful), doubtful=doubtful)
    if found_here or basis != "text" or score >= GREAT_DOUBT:
        return found_here
    return row_findings(base, target, frame, leaves, basis="doubtful", score=score)


def _found(reading: RowReading, leaves: Leaves, frame: Frame) -> Iterator[Found]:
    """All that the rules find in a row: in what either side enumerates and cites, in each change, in the amounts."""
    for quotes in restated.dropped(reading):
        yield Found("dropped-element", "dropped-duty", *quotes)
    for quotes in restated.added(reading):
        yield Found("added-element", "added-duty", *quotes)
    for rule, quotes in sources.instrument(reading):
        yield Found(rule, "reference", *quotes)
    for quotes in citation(reading.base, reading.target, frame.cited):
        yield Found("citation", "reference", *quotes)
    for found in unanswered(reading, leaves, frame):
        yield or_nearly_said(found, reading)
    for quotes in amounts.untold(reading):
        yield Found("number", "number", *quotes)
    yield from _fines(frame, leaves)
    for quotes in amounts.of_another_act(reading):
        yield Found("dropped-duty", "dropped-duty", *quotes)


def _most(doubtful: bool) -> int:
    return MOST_IN_DOUBT if doubtful else MOST_IN_A_ROW


def _is_told(found: Found, basis: Basis) -> bool:
    """Whether a row whose pairing rests on that tells such a finding, which must quote something."""
    if not any(found.quotes):
        return False
    if basis == "doubtful":
        return found.rule in _OF_DOUBTFUL or found.kind == "number"
    return basis != "role" or found.kind in _OF_FORMAL_CLAUSES


def _of_translation(base: str, target: str, frame: Frame, leaves: Leaves, basis: Basis) -> tuple[Finding, ...]:
    """What the rules across languages find in a row."""
    from policydiff.comparison.findings import translation  # its tables are loaded where a text needs them

    shifts = [*dict.fromkeys(translation.findings(base, target, frame.base.document.language))]
    if basis == "doubtful":
        shifts = [one for one in shifts if not _has_its_place(one, frame, leaves)]
    told = frame.newly_set.in_translated(shifts, *leaves.turned(), doubtful=basis == "doubtful")
    return tuple(sorted((one.told(frame.ui) for one in told), key=place))


def _has_its_place(found: Found, frame: Frame, leaves: Leaves) -> bool:
    """Whether what one side alone says, in a doubtful pairing, stands in a leaf that has a surer counterpart."""
    sides = zip(frame.sides, leaves, found.quotes.turned(), strict=True)
    return any(known.beside.has_surer(own) for known, own, other in sides if not other)


def _of_english(base: str, target: str, frame: Frame, leaves: Leaves, basis: Basis) -> tuple[Finding, ...]:
    """What the rules on English texts find in a row."""
    from policydiff.comparison.findings import english  # loaded where a text needs it

    sides = english.Sides(
        base=base,
        target=target,
        base_says=_around(frame.base, leaves.base),
        target_says=_around(frame.target, leaves.target),
        cited=frame.cited,
        in_articles=all(eid.startswith("art_") for side in leaves for eid in side),
    )
    reading = frame.row(base, target, leaves)
    found = [one for one in dict.fromkeys(english.findings(sides)) if _is_told(one, basis)]
    doubtful = basis == "doubtful"
    set_here = frame.newly_set.in_changed(found, reading, leaves.target, doubtful=doubtful)
    told = [one.told(frame.ui) for one in set_here]
    return foremost(sorted(told, key=place), _most(doubtful), doubtful=doubtful)


def _around(known: Known, leaves: Sequence[str]) -> english.Around:
    """What an English document says around some of its leaves."""
    from policydiff.comparison.findings import english

    introduction = " ".join(dict.fromkeys(known.introductions.get(eid, "") for eid in leaves))
    return english.Around(title=known.document.title, introduction=introduction, leaves=[*known.texts.values()])


def _by_itself(reading: RowReading, leaves: Leaves, frame: Frame) -> tuple[Finding, ...]:
    """What either side alone lays down, in a row that may well be an omission and an addition; of what the target
    alone says, the amounts and times as well."""
    alone = replace(reading, changes=tuple(change for change in reading.changes if not change.within))
    found = [one for one in unanswered(alone, leaves, frame) if one.rule in LONE]
    sums = (*_amounts(reading, clauses(reading.base, reading.language)), *_fines(frame, leaves))
    told = [*dict.fromkeys((*sums, *found))]
    set_here = frame.newly_set.in_changed(told, reading, leaves.target, doubtful=True)
    said = without_echoes([*_without_fines(set_here, frame.fines, leaves)])
    first = sorted(said, key=lambda one: place(one.told(frame.ui)))[:MOST_IN_DOUBT]
    near = quoted_in_context(once_in_part([or_nearly_said(one, reading) for one in first]), reading)
    beside = beside_the_superior(near, reading, frame, leaves.base)
    apart = (one.told(frame.ui) for one in beside if not _is_counted(one, frame, leaves))
    return tuple(sorted(apart, key=place))


def _is_counted(found: Found, frame: Frame, leaves: Leaves) -> bool:
    """Whether an amount that the base of a row in doubt has not is one that another row lays beside the provision."""
    is_new = found.rule == "number" and not found.base
    return is_new and frame.target.beside.counts(found.target, *leaves.turned())


def slip_findings(base: str, target: str, frame: Frame) -> tuple[Finding, ...]:
    """The characters in which a target of the same words seems to have slipped; empty where the words differ."""
    return tuple(Found("look-alike", "drafting", *quotes).told(frame.ui) for quotes in slips(base, target))


def added_findings(
    text: str, frame: Frame, leaves: Sequence[str], candidates: Sequence[Candidate] = ()
) -> tuple[Finding, ...]:
    """What a reviewer must see in a provision that the target adds, of these leaves: the powers that it sets and the
    superior does not, and the amounts and times.

    Beside each stands the clause that comes near it in the provisions of the base that were nearly its counterparts;
    one that a reviewer ruled out is not quoted.
    """
    language = frame.ui
    nearly = [one.eid for one in candidates if one.score >= _NEARLY and not one.ruled_out]
    known = nearly if frame.base.document.language == language else []
    beside = [clause for eid in known for clause in clauses(frame.base.texts[eid], language)]
    penalties = frame.penalties(Both(known, leaves), apart=True)
    reading = replace(frame.row("", text, _NO_LEAVES), penalties=penalties)
    set_here = [*frame.newly_set.in_added(leaves)]
    sums: Iterable[Found] = [*_amounts(reading, beside), *_fines(frame, Both((), leaves))]
    sums = without_sums([*sums], set_here)
    if reading.penalties is not None:  # two Chinese texts
        ruled_out = {one.eid for one in candidates if one.ruled_out}
        sums = beside_the_superior(sums, reading, frame, known, ruled_out)
    return tuple(sorted((one.told(frame.ui) for one in (*set_here, *sums)), key=place))


def _fines(frame: Frame, leaves: Leaves) -> Iterator[Found]:
    """What is found of the fines that the target's side of a row sets."""
    for one in frame.fines.found(leaves) if frame.fines else ():
        yield Found(one.rule, "number", *one.quotes, number=one.number)


def _without_fines(found: Iterable[Found], fines: FinesBeside | None, leaves: Leaves) -> Iterator[Found]:
    """What is found in a row, without what is said of nothing but fines that are compared by themselves."""
    for one in found:
        speaks_of = [one.rule in rules for rules in _ON_FINES]
        sides = zip(one.quotes, leaves, fines.answered, (False, True), strict=True) if fines else ()
        only_fines = [_only_fines(*side) for side in compress(sides, speaks_of)]
        if not (only_fines and all(only_fines)):
            yield one


def _only_fines(words: str, leaves: Sequence[str], answered: Collection[Place], is_new: bool) -> bool:
    """Whether some words of a side lay down fines alone that are compared by themselves, or told as new."""
    held = [one.text for one in clauses(words, "zh") if is_penalty(one.text)]
    told = (any((eid, one) in answered for eid in leaves) or (is_new and fine_amounts(one)) for one in held)
    return bool(held) and all(told)


def _amounts(reading: RowReading, beside: Sequence[Clause]) -> Iterator[Found]:
    """The amounts and times of a target that stands alone, or nearly so."""
    return (Found("number", "number", *quotes) for quotes in amounts.of_the_target(reading, beside))


def document_findings(frame: Frame, rows: Sequence[Row]) -> tuple[Finding, ...]:
    """What the rules find in the target as a whole."""
    found = drafting.findings(frame.base.document, frame.target.document, frame.target.says, rows)
    return tuple(one.told(frame.ui) for one in found)
