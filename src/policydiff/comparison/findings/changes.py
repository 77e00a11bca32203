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
from dataclasses import dataclass
from itertools import groupby

from policydiff.comparison.clauses import Clause, ClausePairs, bag, clauses, cover, pair_clauses, shared
from policydiff.comparison.edits import edits
from policydiff.model import Document, Language
from policydiff.text import skeleton

LONGEST_QUOTE = 40
_AROUND = 8
_WHOLE = 26  # a clause up to this length is quoted whole
_REWORDED = 0.34  # a pair of clauses less alike than this is one change, not several
_HELD_ELSEWHERE = 0.8
_LEAST_MOVED = 3
_SAME_PLACE = 0.08
_REPLACED = 0.16


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
        if len(self.clause) <= _WHOLE:
            return self.clause
        start, end = max(0, self.start - _AROUND), min(len(self.clause), self.end + _AROUND)
        if end - start > LONGEST_QUOTE:
            start, end = self.start, min(self.end, self.start + LONGEST_QUOTE)
        start, end = _word_start(self.clause, start), _word_end(self.clause, end)
        return self.clause[start:end].strip("，。；：、,;:. \n")


def _word_start(text: str, at: int) -> int:
    """The start of the Latin word that a cut would fall into."""
    while 0 < at < len(text) and _is_latin(text[at - 1]) and _is_latin(text[at]):
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while 0 < at < len(text) and _is_latin(text[at - 1]) and _is_latin(text[at]):
        at += 1
    return at


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


SILENT = Passage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs at one place of a row. `within` a pair of clauses, or a clause that one side lacks."""

    base: Passage
    target: Passage
    within: bool
    weight: float = 0.0

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

    `introduction` is what introduces the list whose items the target's side is; `title` the base's.
    """

    base: str
    target: str
    language: Language
    changes: tuple[Change, ...]
    introduction: str = ""
    title: str = ""


class Elsewhere:
    """What a document says in any of its clauses, to tell what is gone from what stands at another place."""

    def __init__(self, document: Document) -> None:
        self._holders: dict[int, list[int]] = {}
        count = 0
        for leaf in document.leaves():
            for clause in clauses(leaf.text, document.language):
                if _BREACH not in clause.text:
                    for gram in clause.bag:
                        self._holders.setdefault(gram, []).append(count)
                    count += 1

    def says(self, clause: Clause) -> bool:
        """Whether one clause of the document holds nearly all of this one's words."""
        found: dict[int, float] = {}
        for gram, weight in clause.bag.items():
            for holder in self._holders.get(gram, ()):
                found[holder] = found.get(holder, 0.0) + weight
        return max(found.values(), default=0.0) >= _HELD_ELSEWHERE * clause.weight


_BREACH = "违反"
_BINDS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"应当|必须|不得|禁止|可以|\d|[一二三四五六七八九十百千万]+(?:日|月|年|元|倍|人)|百分之"),
    "en": re.compile(r"\b(?:shall|must|may|\d+)\b", re.I),
}


def read(base: str, target: str, language: Language, base_document: Elsewhere, target_document: Elsewhere) -> Reading:
    """The changes of a row in the order of the base, what is new standing where the target has it."""
    old, new = clauses(base, language), clauses(target, language)
    pairs = pair_clauses(old, new)
    whole_old, whole_new = bag(base, language), bag(target, language)
    gone = [old[i] for i in pairs.gone if cover(old[i], whole_new) < 0.9 and not target_document.says(old[i])]
    come = [new[j] for j in pairs.new if cover(new[j], whole_old) < 0.9 and not base_document.says(new[j])]
    changes: list[tuple[float, Change]] = []
    squeezed = skeleton(base), skeleton(target)
    for i, j, score in pairs.paired:
        changes += [(i, change) for change in _inside(old[i].text, new[j].text, score, squeezed)]
    replaced, gone_rest, come_rest = _replaced(old, new, pairs, gone, come)
    changes += replaced
    for first, end, weight in _runs(gone_rest, language):
        text = base[first.start : end]
        change = Change(base=Passage(clause=text, end=len(text)), target=SILENT, within=False, weight=weight)
        changes.append((old.index(first), change))
    for first, end, weight in _runs(come_rest, language):
        text = target[first.start : end]
        change = Change(base=SILENT, target=Passage(clause=text, end=len(text)), within=False, weight=weight)
        changes.append((_place(new.index(first), pairs), change))
    return Reading(
        base=base,
        target=target,
        language=language,
        changes=tuple(change for _, change in sorted(changes, key=lambda found: found[0])),
    )


def _place(j: int, pairs: ClausePairs) -> float:
    """Where in the base a clause of the target alone belongs: after the partner of the clause before it."""
    before = [i for i, k, _ in pairs.paired if k < j]
    return max(before, default=-1) + 0.5


def _runs(alone: Sequence[Clause], language: Language) -> Iterator[Run]:
    """Clauses of one sentence that follow each other, and of them as many as fit a quotation, from where it matters."""
    for _, same in groupby(alone, key=lambda clause: clause.sentence):
        run: list[Clause] = []
        for clause in same:
            if run and clause.start - (run[-1].start + len(run[-1].text)) > 2:
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
            end = run[high].start + len(run[high].text)
            if (low, high) != (first, last) and end - run[low].start <= LONGEST_QUOTE:
                first, last = low, high
                break
        else:
            return run[first], run[last].start + len(run[last].text), sum(clause.weight for clause in run)


def _replaced(
    old: Sequence[Clause], new: Sequence[Clause], pairs: ClausePairs, gone: list[Clause], come: list[Clause]
) -> tuple[list[tuple[float, Change]], list[Clause], list[Clause]]:
    """Clauses without a counterpart that share words or stand at the same place of both sides: one for the other."""
    anchors = {i: j for i, j, _ in pairs.paired}
    wanted = []
    for lost in gone:
        i = old.index(lost)
        after = next((anchors[k] for k in range(i - 1, -1, -1) if k in anchors), -1)
        for found in come:
            alike = shared(lost.bag, found.bag) / ((lost.weight * found.weight) ** 0.5 or 1.0)
            beside = 0 < new.index(found) - after <= 2
            alike += len(old) == len(new) == 1  # the row is these two clauses
            wanted.append((alike + _SAME_PLACE * beside, lost, found))
    out: list[tuple[float, Change]] = []
    taken: set[tuple[int, int]] = set()
    for score, lost, found in sorted(wanted, key=lambda w: -w[0]):
        if score >= _REPLACED and (0, lost.start) not in taken and (1, found.start) not in taken:
            taken |= {(0, lost.start), (1, found.start)}
            out.append((old.index(lost), _whole(lost.text, found.text)))
    return out, [c for c in gone if (0, c.start) not in taken], [c for c in come if (1, c.start) not in taken]


def _whole(old: str, new: str) -> Change:
    base, target = Passage(clause=old, end=len(old)), Passage(clause=new, end=len(new))
    return Change(base=base, target=target, within=True)


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
