"""A changed row read as changes: what was replaced, what is gone, what is new, each with the clause around it.

    base    各级党委应当每年报告一次，并及时整改
    target  党工委每年报告一次
    ──▶     各级党委应当 → 党工委      inside a pair of clauses
            并及时整改 →              a clause that is gone

The rules classify changes; they look at no text of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter, itemgetter

from policydiff.comparison.clauses import (
    Clause,
    ClausePairs,
    Held,
    Likeness,
    are_counterparts,
    bag,
    clauses,
    cover,
    have_one_opening,
    is_exception,
    pair_clauses,
    sets_the_case,
)
from policydiff.comparison.edits import edits
from policydiff.comparison.findings.mentions import subject_of
from policydiff.comparison.sameness import squeezed
from policydiff.model import Document, Language, Provision
from policydiff.quoting import widened
from policydiff.text import skeleton

Provisions = tuple[tuple[str, str], ...]  # an article's identifier and its words

LONGEST_QUOTE = 40
_AROUND = 8
_WHOLE = 40  # a clause up to this length is quoted whole
_REWORDED = 0.34  # a pair of clauses less alike than this is one change, not several
_HELD_ELSEWHERE = 0.6
_NEARLY_SAID, _HELD_NEARLY = 0.6, 0.4  # clauses this much alike say nearly one thing, if the one holds so much
_LEAST_MOVED = 3
_SAME_PLACE = 0.08
_REPLACED = 0.35
_SAME_ROLE = 0.27  # what two clauses gain that open with the same preposition: 由…, 经…
_NEAR, _LEAST_NEAR = 0.2, 0.03
_SAME_PART = 0.15  # what a clause gains as the nearest that opens with the same preposition
_IN_PIECES = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One side of a change: its clause (or clauses), and the places in it that differ; empty where it is silent."""

    clause: str = ""
    start: int = 0
    end: int = 0

    @property
    def words(self) -> str:
        """The words that differ."""
        return self.clause[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands before them in the clause."""
        return self.clause[: self.start]

    @property
    def after(self) -> str:
        """What stands after them in the clause."""
        return self.clause[self.end :]

    def quote(self) -> str:
        """The words with just enough around them to be found and understood."""
        if _breadth(self.clause) <= _WHOLE:
            return self.clause
        longest = len(self.clause) * LONGEST_QUOTE // _breadth(self.clause)
        around = _AROUND * longest // LONGEST_QUOTE
        start, end = max(0, self.start - around), min(len(self.clause), self.end + around)
        if end - start > longest:
            start, end = self.start, min(self.end, self.start + longest)
        start, end = widened(self.clause, start, end)
        return self.clause[start:end].strip("，。；：、,;:. \n")


def _breadth(text: str) -> int:
    """How long a text is to a reader, in Chinese characters: a Latin letter is two fifths of one."""
    latin = len(text.encode("ascii", "ignore"))
    return len(text) - latin + latin * 2 // 5


SILENT = Passage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs at one place of a row. `within` a pair of clauses, or a clause that one side lacks.

    `alike` says how alike a pair of clauses is; `near` is what comes nearest to a lone clause on the side that lacks
    it, and `other` what that side says there: for an exception, the article of what it excepts. `subjects` are whom
    the clauses before name, in either side's sentence: they act where the clause itself names nobody. A lone clause
    is `apart` where the other side has no other clause of its sentence either.
    """

    base: Passage
    target: Passage
    within: bool
    weight: float = 0.0
    alike: float = 0.0
    near: Passage = SILENT
    other: str = ""
    subjects: tuple[str, str] = ("", "")
    apart: bool = False

    @property
    def reworded(self) -> bool:
        """Whether the whole clause was put in other words."""
        return self.base.words == self.base.clause and self.target.words == self.target.clause

    @property
    def gone(self) -> bool:
        """Whether the base says a clause that the target does not."""
        return not self.within and not self.target.clause

    @property
    def new(self) -> bool:
        """Whether the target says a clause that the base does not."""
        return not self.within and not self.base.clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A row's two sides and the changes between them.

    `introductions` say for the words of each leaf of the target what introduces the list that it is an item of;
    `title` is the base's, `captions` are what the items of the target are headed with. `answers` says whether any
    clause of the one side answers one of the other, `doubtful` whether the two sides may not belong together.
    """

    base: str
    target: str
    language: Language
    changes: tuple[Change, ...]
    introductions: tuple[tuple[str, str], ...] = ()
    title: str = ""
    captions: frozenset[str] = frozenset()
    answers: bool = True
    doubtful: bool = False

    def introduction(self, passage: Passage) -> str:
        """What introduces the list whose item holds the passage; nothing where it is in no list."""
        held = (introduction for text, introduction in self.introductions if passage.clause in text)
        return next(held, "")


class Elsewhere:
    """What a document says in any of its clauses, to tell what is gone from what stands at another place."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def says(self, clause: Clause, *, naming: str = "") -> bool:
        """Whether one clause of the document holds nearly all of this one's words; the naming of a breach does not.

        `naming` are words that must be among them.
        """
        if not clause.bag:
            return True
        held = (found.text for _, found, _ in self.most_of(clause, _HELD_ELSEWHERE))
        return any(_BREACH not in text and naming in text for text in held)

    def most_of(self, clause: Clause, least: float) -> Iterator[tuple[Provision, Clause, float]]:
        """The clauses that hold at least this share of a clause's words, in order, each with its leaf and the share."""
        for number, share in self._held.most_of(clause, least):
            yield *self._said[number], share

    def nearest(self, words: str, row: str) -> str:
        """The clause that says nearly what the chief clause of some words says, if it stands outside of a row; or
        nothing.

        `row` are the words of the row; of what comes near nothing in it comes nearer.
        """
        chief = max(clauses(words, self._document.language), key=lambda clause: clause.weight, default=None)
        best = None if chief is None else self._held.nearest(chief, _NEARLY_SAID)
        if chief is None or best is None:
            return ""
        nearest = self._said[best][1]
        is_held = cover(chief, nearest.bag) >= _HELD_NEARLY
        return nearest.text if is_held and _BREACH not in nearest.text and nearest.within not in row else ""

    @cached_property
    def _said(self) -> list[tuple[Provision, Clause]]:
        leaves, language = self._document.leaves(), self._document.language
        return [(leaf, clause) for leaf in leaves for clause in clauses(leaf.text, language)]

    @cached_property
    def _held(self) -> Held:
        return Held([clause for _, clause in self._said])


_BREACH = "违反"
_BINDS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"应当|必须|不得|禁止|可以|\d|[一二三四五六七八九十百千万](?:日|月|年|元|倍|人)|百分之"),
    "en": re.compile(r"\b(?:shall|must|may|\d+)\b", re.I),
}


def read(
    base: str,
    target: str,
    language: Language,
    base_document: Elsewhere,
    target_document: Elsewhere,
    provisions: Provisions = (),
    *,
    doubtful: bool = False,
) -> Reading:
    """The changes of a row in the order of the base, what is new standing where the target has it.

    `provisions` are the articles that the target's side comes from, each with its words; in a row whose pairing is
    `doubtful` two clauses must be more alike to answer each other.
    """
    old, new = clauses(base, language), clauses(target, language)
    pairs = _counterparts(pair_clauses(old, new, language), language, doubtful=doubtful)
    hosts = _hosts(old, new, pairs, language) if any(is_exception(clause, language) for clause in old) else []
    pairs = _without_strange_exceptions(pairs, hosts, provisions, language)
    gone = [c for c in pairs.gone if is_exception(c, language) or not _said(c, target, target_document)]
    come = [c for c in pairs.new if is_exception(c, language) or not _said(c, base, base_document)]
    changes: list[tuple[float, Change]] = []
    row = squeezed(base), squeezed(target)
    for one, other, score in pairs.paired:
        subjects = _subject(one, old), _subject(other, new)
        inside = _inside(one.text, other.text, score, row)
        changes += [(one.start, replace(change, subjects=subjects, alike=score)) for change in inside]
    replaced, gone_rest, come_rest = _replaced(old, new, pairs, gone, come, language, doubtful=doubtful)
    changes += replaced
    for first, end, weight in _runs(gone_rest, language):
        passage = _passage(base[first.start : end])
        near = _near(first, end, (old, new), [(c, d) for c, d, _ in pairs.paired], pairs.likeness)
        host = _host(first, hosts)
        excepted = _article_of(host[1], provisions) if host and is_exception(first, language) else target
        change = Change(
            base=passage,
            target=SILENT,
            within=False,
            weight=weight,
            near=near,
            other=excepted,
            subjects=(_subject(first, old), ""),
            apart=_is_apart(first, old, gone_rest),
        )
        if host and is_exception(first, language):
            change = replace(change, near=_passage(host[1].text))
        changes.append((first.start, change))
    for first, end, weight in _runs(come_rest, language):
        passage = _passage(target[first.start : end])
        near = _near(first, end, (new, old), [(d, c) for c, d, _ in pairs.paired], pairs.likeness)
        change = Change(
            base=SILENT,
            target=passage,
            within=False,
            weight=weight,
            near=near,
            other=base,
            apart=_is_apart(first, new, come_rest),
        )
        changes.append((_place(first, pairs), change))
    return Reading(
        base=base,
        target=target,
        language=language,
        changes=tuple(change for _, change in sorted(changes, key=lambda found: found[0])),
        answers=bool(pairs.paired),
        doubtful=doubtful,
    )


def _counterparts(pairs: ClausePairs, language: Language, *, doubtful: bool) -> ClausePairs:
    """The pairs that answer each other; what is left of the others stands alone, unless the row is one such pair."""
    if not doubtful and len(pairs.paired) == 1 and not pairs.gone and not pairs.new:
        return pairs
    kept, gone, new = [], list(pairs.gone), list(pairs.new)
    for one, other, score in pairs.paired:
        if are_counterparts(one.text, other.text, score, language, doubtful=doubtful):
            kept.append((one, other, score))
        else:
            gone.append(one)
            new.append(other)
    by_place = attrgetter("start")
    gone, new = sorted(gone, key=by_place), sorted(new, key=by_place)
    return replace(pairs, paired=tuple(kept), gone=tuple(gone), new=tuple(new))


def _hosts(
    old: Sequence[Clause], new: Sequence[Clause], pairs: ClausePairs, language: Language
) -> list[tuple[Clause, Clause]]:
    """The clauses of the base that are no exceptions, each with its partner or with what comes near it."""
    out = []
    for clause in old:
        if not is_exception(clause, language):
            partner = next((other for one, other, _ in pairs.paired if one.start <= clause.start < one.end), None)
            if partner is None:
                near, score = pairs.likeness.most_alike(clause, new)
                partner = near if score >= _LEAST_NEAR else None
            if partner is not None:
                out.append((clause, partner))
    return out


def _host(exception: Clause, hosts: Sequence[tuple[Clause, Clause]]) -> tuple[Clause, Clause] | None:
    """The clause of the base that an exception belongs to, and its partner: the next one for 除…外, else the last."""
    after = [pair for pair in hosts if pair[0].start > exception.start and pair[0].sentence == exception.sentence]
    before = [pair for pair in hosts if pair[0].start < exception.start]
    if exception.text.startswith("除") and after:
        return after[0]
    return before[-1] if before else None


def _article_of(clause: Clause, provisions: Provisions) -> str:
    """The words of the article that a clause of the target stands in; the whole side where that is not known."""
    return next((words for _, words in provisions if clause.text in words), clause.within)


def _without_strange_exceptions(
    pairs: ClausePairs, hosts: Sequence[tuple[Clause, Clause]], provisions: Provisions, language: Language
) -> ClausePairs:
    """The pairs but for two exceptions that belong to clauses of different articles: neither answers the other."""
    kept, gone, new = [], list(pairs.gone), list(pairs.new)
    for one, other, score in pairs.paired:
        host = _host(one, hosts) if is_exception(one, language) and is_exception(other, language) else None
        if host and _article_of(host[1], provisions) != _article_of(other, provisions):
            gone.append(one)
            new.append(other)
        else:
            kept.append((one, other, score))
    by_place = attrgetter("start")
    gone, new = sorted(gone, key=by_place), sorted(new, key=by_place)
    return replace(pairs, paired=tuple(kept), gone=tuple(gone), new=tuple(new))


def _said(clause: Clause, row: str, document: Elsewhere) -> bool:
    """Whether the other side says a clause in pieces within the row, or in one clause of another provision."""
    return cover(clause, bag(row, clause.language)) >= _IN_PIECES or document.says(clause)


def _subject(clause: Clause, side: Sequence[Clause]) -> str:
    """Whom the clauses before this one in its sentence name as acting, the nearest first."""
    before = [other for other in side if other.sentence == clause.sentence and other.start < clause.start]
    named = (subject_of(other.text) for other in reversed(before))
    return next((subject.text for subject in named if subject), "")


def _is_apart(clause: Clause, side: Sequence[Clause], alone: Sequence[Clause]) -> bool:
    """Whether every clause of a clause's sentence stands on its side alone."""
    starts = {other.start for other in alone}
    return all(other.start in starts for other in side if other.sentence == clause.sentence)


def _passage(text: str) -> Passage:
    """A passage that differs from end to end."""
    return Passage(clause=text, end=len(text))


def _near(
    first: Clause,
    end: int,
    sides: tuple[Sequence[Clause], Sequence[Clause]],
    pairs: Sequence[tuple[Clause, Clause]],
    likeness: Likeness,
) -> Passage:
    """What of the other side to show beside clauses that it lacks: what comes near to them, else what stands there."""
    own, others = sides
    alone = [clause for clause in own if first.start <= clause.start < end]
    ordinary = [other for other in others if not is_exception(other, first.language)]
    scores = [
        max(likeness.of(clause, other) for clause in alone) + _SAME_PART * have_one_opening(first.text, other.text)
        for other in ordinary
    ]
    score, best = max(zip(scores, ordinary, strict=True), key=itemgetter(0), default=(0.0, None))
    beside = _beside(first, end, pairs) if score < _NEAR else None
    shown = beside or (best if score >= _LEAST_NEAR else _behind(first, pairs))
    return _passage(shown.text) if shown else SILENT


def _behind(first: Clause, pairs: Sequence[tuple[Clause, Clause]]) -> Clause | None:
    """What the other side says for the clause that stands right before a lone one, in the same paragraph or item."""
    before = [(own, other) for own, other in pairs if own.start < first.start]
    if not before or "\n" in first.within[before[-1][0].end : first.start]:
        return None
    return before[-1][1]


def _beside(first: Clause, end: int, pairs: Sequence[tuple[Clause, Clause]]) -> Clause | None:
    """What the other side says for the clause that a lone one belongs to: the next of its sentence, or the last."""
    same = [(own, other) for own, other in pairs if own.sentence == first.sentence]
    after = [other for own, other in same if own.start >= end]
    before = [other for own, other in same if own.start < first.start]
    return after[0] if after else before[-1] if before else None


def _place(new: Clause, pairs: ClausePairs) -> float:
    """Where in the base a clause of the target alone belongs: after the partner of the clause before it."""
    before = [old.start for old, other, _ in pairs.paired if other.start < new.start]
    return max(before, default=-1) + 0.5


def _runs(alone: Sequence[Clause], language: Language) -> Iterator[Run]:
    """Clauses of one sentence that follow each other, and of them as many as fit a quotation, from where it matters."""
    for _, same in groupby(alone, key=lambda clause: clause.sentence):
        run: list[Clause] = []
        for clause in same:
            if run and clause.start - run[-1].end > 2:
                yield _core(run, language)
                run = []
            run.append(clause)
        if run:
            yield _core(run, language)


Run = tuple[Clause, int, float]  # the first clause quoted, where the quotation ends, how much the whole run says


def _core(run: list[Clause], language: Language) -> Run:
    """From a long run the clauses around the first that binds, or around the one that says most."""
    heavy = max(range(len(run)), key=lambda k: (bool(_BINDS[language].search(run[k].text)), run[k].weight))
    first = last = heavy
    while True:
        before, after = max(0, first - 1), min(len(run) - 1, last + 1)
        for low, high in ((first, after), (before, last)):
            end = run[high].end
            if (low, high) != (first, last) and end - run[low].start <= LONGEST_QUOTE:
                first, last = low, high
                break
        else:
            return run[first], run[last].end, sum(clause.weight for clause in run)


def _replaced(
    old: Sequence[Clause],
    new: Sequence[Clause],
    pairs: ClausePairs,
    gone: list[Clause],
    come: list[Clause],
    language: Language,
    *,
    doubtful: bool,
) -> tuple[list[tuple[float, Change]], list[Clause], list[Clause]]:
    """Clauses without a counterpart that share words or stand at the same place of both sides: one for the other."""
    wanted = []
    for lost in gone:
        after = max((other.end for one, other, _ in pairs.paired if one.start < lost.start), default=-1)
        behind = [clause for clause in new if clause.start > after]
        for found in come:
            if is_exception(lost, language) and is_exception(found, language):
                continue  # they would be a pair if one answered the other
            if sets_the_case(lost.text, language) != sets_the_case(found.text, language):
                continue
            likeness = pairs.likeness.of(lost, found)
            if doubtful and not are_counterparts(lost.text, found.text, likeness, language, doubtful=True):
                continue
            score = likeness + _SAME_PLACE * (found in behind[:2])
            score += _SAME_ROLE * (found in behind[:1] and have_one_opening(lost.text, found.text))
            score += len(old) == len(new) == 1  # the row is these two clauses
            wanted.append((score, likeness, lost, found))
    out: list[tuple[float, Change]] = []
    taken: set[tuple[int, int]] = set()
    for score, likeness, lost, found in sorted(wanted, key=lambda w: -w[0]):
        if score >= _REPLACED and (0, lost.start) not in taken and (1, found.start) not in taken:
            taken |= {(0, lost.start), (1, found.start)}
            change = replace(_whole(lost.text, found.text), alike=likeness)
            out.append((lost.start, change))
    return out, [c for c in gone if (0, c.start) not in taken], [c for c in come if (1, c.start) not in taken]


def _whole(old: str, new: str) -> Change:
    return Change(base=_passage(old), target=_passage(new), within=True)


def _inside(old: str, new: str, score: float, row: tuple[str, str]) -> Iterator[Change]:
    """The changes between two clauses that say the same thing."""
    if skeleton(old) == skeleton(new):
        return
    if score < _REWORDED:
        yield _whole(old, new)
        return
    at = [0, 0]
    deleted = inserted = ""
    for edit in [*edits(old, new), None]:
        if edit is None or edit.op == "keep":
            if _differs(deleted, inserted, row):
                yield Change(
                    base=Passage(clause=old, start=at[0] - len(deleted), end=at[0]),
                    target=Passage(clause=new, start=at[1] - len(inserted), end=at[1]),
                    within=True,
                )
            deleted = inserted = ""
        if edit is None:
            return
        if edit.op == "delete":
            deleted = edit.text
        elif edit.op == "insert":
            inserted = edit.text
        at[0] += len(edit.text) * (edit.op != "insert")
        at[1] += len(edit.text) * (edit.op != "delete")


def _differs(deleted: str, inserted: str, row: tuple[str, str]) -> bool:
    """Whether the words changed, and did not merely move within the row."""
    old, new = skeleton(deleted), skeleton(inserted)
    if old == new:
        return False
    kept_elsewhere = len(old) >= _LEAST_MOVED and row[1].count(old) >= row[0].count(old)
    had_elsewhere = len(new) >= _LEAST_MOVED and row[0].count(new) >= row[1].count(new)
    return not ((not old or kept_elsewhere) and (not new or had_elsewhere))
