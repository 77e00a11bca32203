"""What the rules read: a row as changes, each with the clause around it.

The rules classify changes; they look at no text of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policydiff.model import WHOLE, Both, Cut, Language
from policydiff.quoting import widened

if TYPE_CHECKING:
    from policydiff.comparison.findings.row.elsewhere import Elsewhere
    from policydiff.comparison.findings.terms.acts import Penalties

LONGEST_QUOTE = 40
_AROUND = 8
_WHOLE = 48  # a clause up to this length is quoted whole
_MARKS = "，。；：、,;:. \n"  # that a quotation neither begins nor ends with


class Quotation(str):
    """Words as they stand in a text, and whether words around them were left out for their length."""

    __slots__ = ("cut",)
    cut: Cut

    def __new__(cls, words: str, *, before: bool = False, behind: bool = False) -> Quotation:
        """The words; what was left out `before` and `behind` them."""
        made = super().__new__(cls, words)
        made.cut = before, behind
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One side of a change: its clause (or clauses), and the places in it that differ; empty where it is silent. `cut`
    says whether clauses before and behind were left out, of several that go together."""

    clause: str = ""
    start: int = 0
    end: int = 0
    cut: Cut = WHOLE

    @classmethod
    def of(cls, words: str, cut: Cut = WHOLE) -> Passage:
        """A passage that differs from end to end."""
        return cls(clause=words, end=len(words), cut=cut)

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

    def places(self) -> Iterator[tuple[int, int]]:
        """Where the words that differ stand, and where they may as well be said to: of 甲证、乙证 against 甲证 it is
        、乙证 or 证、乙."""
        clause, start, end = self.clause, self.start, self.end
        yield start, end
        for step in range(1, end - start):
            if clause[end : end + step] != clause[start : start + step]:
                break
            yield start + step, end + step
        for step in range(1, end - start):
            if step > start or clause[start - step : start] != clause[end - step : end]:
                break
            yield start - step, end - step

    def quote(self) -> Quotation:
        """The words with just enough around them to be found and understood."""
        before, behind = self.cut
        if _breadth(self.clause) <= _WHOLE:
            return Quotation(self.clause, before=before, behind=behind)
        longest = len(self.clause) * LONGEST_QUOTE // _breadth(self.clause)
        around = _AROUND * longest // LONGEST_QUOTE
        start, end = max(0, self.start - around), min(len(self.clause), self.end + around)
        if end - start > longest:
            start, end = self.start, min(self.end, self.start + longest)
        start, end = widened(self.clause, start, end)
        return Quotation(
            self.clause[start:end].strip(_MARKS),
            before=before or bool(self.clause[:start].strip(_MARKS)),
            behind=behind or bool(self.clause[end:].strip(_MARKS)),
        )


def _breadth(text: str) -> int:
    """How long a text is to a reader, in Chinese characters: a Latin letter is two fifths of one."""
    latin = len(text.encode("ascii", "ignore"))
    return len(text) - latin + latin * 2 // 5


SILENT = Passage()
_NOTHING = Both("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs at one place of a row. `within` a pair of clauses, or a clause that one side lacks.

    `alike` says how alike a pair of clauses is; `near` is what comes nearest to a lone clause on the side that lacks
    it, and `other` what that side says there: for an exception, the article of what it excepts. `subjects` are whom
    the clauses before name, in either side's sentence: they act where the clause itself names nobody. `follows` is
    what either side's sentence goes on with. A lone clause is `apart` where the other side has no other clause of its
    sentence either, a `case` where it only says when, or of what, a clause holds that the other side has, and `paired`
    where it is laid beside `near` and is told if no rule compares the two.
    """

    base: Passage
    target: Passage
    within: bool
    weight: float = 0.0
    alike: float = 0.0
    near: Passage = SILENT
    other: str = ""
    subjects: Both[str] = _NOTHING
    follows: Both[str] = _NOTHING
    apart: bool = False
    case: bool = False
    condition: bool = False
    paired: bool = False

    @property
    def sides(self) -> Both[Passage]:
        """The passages of both."""
        return Both(self.base, self.target)

    @property
    def reworded(self) -> bool:
        """Whether the whole clause was put in other words."""
        return self.base.words == self.base.clause and self.target.words == self.target.clause

    @property
    def gone(self) -> bool:
        """Whether the base says a clause that the target does not."""
        return not self.within and not self.condition and not self.target.clause

    @property
    def new(self) -> bool:
        """Whether the target says a clause that the base does not."""
        return not self.within and not self.condition and not self.base.clause


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSide:
    """One side of a row: its words, what its document says anywhere, the title of that, for the words of each of its
    leaves what introduces the list that it is an item of, and what its article says before the row and behind."""

    text: str
    says: Elsewhere
    title: str = ""
    introductions: tuple[tuple[str, str], ...] = ()
    before: str = ""
    behind: str = ""

    def introduction(self, passage: Passage) -> str:
        """What introduces the list whose item holds a passage; nothing where it is in no list."""
        return next((introduction for text, introduction in self.introductions if passage.clause in text), "")

    @property
    def introduced(self) -> tuple[str, ...]:
        """What introduces these lists, for each of its leaves."""
        return tuple(introduction for _, introduction in self.introductions)

    def until(self, passage: Passage) -> str:
        """What the side says before the clause of a passage."""
        return self.text[: max(0, self.text.find(passage.clause))]

    def since(self, passage: Passage) -> str:
        """What the side says behind the clause of a passage."""
        return self.text[max(0, self.text.find(passage.clause)) + len(passage.clause) :]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReading:
    """A row's two sides and the changes between them.

    `captions` are what the items of the target are headed with. `doubtful` says whether the two sides may not belong
    together, `score` how likely they do; `penalties` know what those of the row are for.
    """

    sides: Both[RowSide]
    language: Language
    changes: tuple[Change, ...] = ()
    captions: frozenset[str] = frozenset()
    doubtful: bool = False
    score: float = 1.0
    penalties: Penalties | None = None
    emptied: tuple[str, ...] = ()

    @property
    def base(self) -> str:
        """The words of the base."""
        return self.sides.base.text

    @property
    def target(self) -> str:
        """The words of the target."""
        return self.sides.target.text

    def may_answer(self, base: str, target: str) -> bool:
        """Whether a clause of the base and one of the target are not penalties for two acts."""
        return self.penalties is None or self.penalties.may_answer(base, target)

    def turned(self) -> RowReading:
        """The two sides in the other order, with the changes inside the pairs of clauses; what heads the items of the
        base is not known."""
        penalties = self.penalties and self.penalties.turned()
        changes = tuple(replace(one, base=one.target, target=one.base) for one in self.changes if one.within)
        sides = self.sides.turned()
        return replace(self, sides=sides, changes=changes, captions=frozenset(), penalties=penalties, emptied=())

    @property
    def of_several(self) -> bool:
        """Whether several provisions stand on either side."""
        return any(len(side.introductions) > 1 for side in self.sides)
