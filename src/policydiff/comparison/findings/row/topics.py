"""What a clause is said of, where that stands before it in its sentence.

    base    染须店的开办， 必须经协会批准          target    拔须店的开办， 必须经协会批准
            └ topic ───┘ └ said of it ─┘                     └ topic ───┘ └ said of it ─┘
            └───────────────── compared as one clause with ──────────────────────────┘

A clause that opens with a word of force, or with by whom a thing is done, does not name what it is said of: what opens
its sentence and binds nobody does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from policydiff.comparison.clauses import Clause, ClausePairs, Likeness, sets_the_case, together
from policydiff.comparison.findings.terms.mentions import names_who, subject_of
from policydiff.words_of_force import GOES_ON_WITH_FORCE, WORDS_OF_FORCE

NAMES_NO_TOPIC = re.compile(f"{GOES_ON_WITH_FORCE}|由")
_LAYS_DOWN = re.compile(f"{WORDS_OF_FORCE}|禁止|方可|有权|负责")
_BINDS = re.compile(rf"{_LAYS_DOWN.pattern}|(?<![事理])由(?!于)")
_NO_TOPIC = re.compile(r"^(?:为了?|根据|依照|按照|经|报|处|责令|并|或者?|以及|但)")
_LEAST_ALIKE = 0.3  # topics and what is said of them, if they are one clause on either side

Topics = tuple[tuple[Clause, Clause], ...]  # each with the clause that is said of it
_Pair = tuple[Clause, Clause, float]


def topics_of(side: Sequence[Clause]) -> Topics:
    """The topics among the clauses of a side."""
    return tuple((clause, behind) for clause, behind in pairwise(side) if is_topic(clause, behind, side))


def is_topic(clause: Clause, behind: Clause, side: Sequence[Clause]) -> bool:
    """Whether a clause of a side opens its sentence and names what the next one is said of.

    It lays nothing down, and is no case, body or exception.
    """
    if behind.sentence != clause.sentence or not NAMES_NO_TOPIC.match(behind.text):
        return False
    if _LAYS_DOWN.search(clause.text) or _NO_TOPIC.search(clause.text):
        return False
    if any(one.sentence == clause.sentence and one.start < clause.start for one in side):
        return False
    if sets_the_case(clause.text, "zh"):
        return False
    return subject_of(clause.text) is None and not names_who(clause.text)


def read_together(pairs: ClausePairs) -> ClausePairs:
    """The pairs, a topic joined to what is said of it where the other side has both as well, or says both in one."""
    topics = topics_of(pairs.base), topics_of(pairs.target)
    paired = [*pairs.paired]
    for place, pair in enumerate(pairs.paired if any(topics) else ()):
        paired[place] = _as_one(pair, topics, (*paired[:place], *paired[place + 1 :]), pairs.likeness) or pair
    return replace(
        pairs,
        paired=tuple(paired),
        gone=tuple(clause for clause in pairs.gone if not any(_meet(clause, one) for one, _, _ in paired)),
        new=tuple(clause for clause in pairs.new if not any(_meet(clause, other) for _, other, _ in paired)),
    )


def _as_one(pair: _Pair, topics: tuple[Topics, Topics], others: Sequence[_Pair], likeness: Likeness) -> _Pair | None:
    """A pair with the topics, or with what is said of one, where that answers nothing else; None where it stays."""
    one, other, score = pair
    whole, least = _with_their_topics(one, other, topics), _LEAST_ALIKE
    if whole is None:
        whole, least = _with_what_is_said(one, other, topics), score
    if whole is None or any(_meet(whole[0], old) or _meet(whole[1], new) for old, new, _ in others):
        return None
    alike = likeness.of(*whole)
    return (*whole, alike) if alike >= least else None


def _with_their_topics(one: Clause, other: Clause, topics: tuple[Topics, Topics]) -> tuple[Clause, Clause] | None:
    """Two clauses, each with its topic; None where one has none."""
    old = next((topic for topic, said in topics[0] if said.start == one.start), None)
    new = next((topic for topic, said in topics[1] if said.start == other.start), None)
    return (together(old, one), together(new, other)) if old and new else None


def _with_what_is_said(one: Clause, other: Clause, topics: tuple[Topics, Topics]) -> tuple[Clause, Clause] | None:
    """A topic with what is said of it, beside a clause that is no topic; None where neither or both are one."""
    old = next((said for topic, said in topics[0] if topic.start == one.start and topic.end == one.end), None)
    new = next((said for topic, said in topics[1] if topic.start == other.start and topic.end == other.end), None)
    if old and not new:
        return together(one, old), other
    return (one, together(other, new)) if new and not old else None


def without_bare_topics(pairs: ClausePairs) -> ClausePairs:
    """The pairs without those of a topic and a clause that lays something down, where what is said of the topic answers
    nothing: that is another thing, or it would be read together with its topic."""
    said = _unanswered(pairs.base, [one for one, _, _ in pairs.paired])
    said_of_target = _unanswered(pairs.target, [other for _, other, _ in pairs.paired])
    return pairs.only(
        lambda one, other, _: (
            not (
                ((one.start, one.end) in said and _BINDS.search(other.text))
                or ((other.start, other.end) in said_of_target and _BINDS.search(one.text))
            )
        )
    )


def _unanswered(side: Sequence[Clause], paired: Sequence[Clause]) -> set[tuple[int, int]]:
    """Where the topics of a side stand of which nothing is said that answers a clause of the other side."""
    return {
        (topic.start, topic.end) for topic, said in topics_of(side) if not any(_meet(said, clause) for clause in paired)
    }


def _meet(one: Clause, other: Clause) -> bool:
    """Whether two clauses of a side share a place."""
    return one.start < other.end and other.start < one.end
