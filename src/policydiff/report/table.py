"""The comparison table (条文对照表) that drafters hand in, before any format: five columns of words.

    序号 | 上位法条文                    | 本规定条文                    | 对照类型 | 说明及依据
    3    | 第二条 每月[delete]应当[/]修剪… | 第二条 每月[insert]可以[/]修剪… | 变更     | 义务强度：…请核对。

The following hold for every string in a `Table`: it has gone through `visible`, so that it stands on one line and
no control character, direction override or invisible character is left in it; it is data and bears no markup.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.model import Language, Status
from policydiff.report.notes import Note
from policydiff.report.strings import TABLE
from policydiff.report.terminal import Run
from policydiff.wording import AND, COLON, GAP, SEMICOLON, STOP, Roles, day, in_roles, set_here, to_check


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A provision in a cell: the headings newly entered above it, how it is cited, its words with their marks."""

    trail: str
    label: str
    runs: tuple[Run, ...]
    language: Language

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """A row of the table; a side without a provision is empty. `shapes`: to be checked first, in doubt,
    moved, split, merged, rewritten. One that stands for a whole division has the `numbers` of all its rows."""

    number: int
    base: tuple[Passage, ...]
    target: tuple[Passage, ...]
    status: Status
    kind: str
    shapes: tuple[str, ...]
    finding_kinds: tuple[str, ...]
    notes: tuple[Note, ...]
    numbers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A finding as a list of findings has it; `number` is its row's, None where it is on the document as a whole."""

    number: int | None
    kind: str
    base_place: str
    target_place: str
    base: str
    target: str
    says: str
    rule: str
    review: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A comparison as a table on paper, in the language of the interface. The powers that are `newly_set`, each with
    its row, stand before the rows, as the `flags` begin with them. `dates` and `files` are those of the two documents;
    `later` tells that the superior was made after the rule, where it was, `notices` what is odd about a text as a whole
    or else to be known of the two; `first` how much is to be read before the rest, and of few rows which; `rows` how
    many rows there are, with all of a division that is told as one; `terms` are the words of the fourth and the fifth
    column that need one, with what they mean."""

    ui: Language
    date: datetime.date
    languages: tuple[Language, Language]
    roles: Roles
    base_title: str
    target_title: str
    dates: tuple[str, str]
    files: tuple[str, str]
    later: str
    notices: tuple[str, ...]
    first: str
    terms: tuple[tuple[str, str], ...]
    lines: tuple[TableLine, ...]
    rows: int
    newly_set: tuple[Note, ...]
    whole: tuple[Note, ...]
    flags: tuple[Flag, ...]
    counts: tuple[tuple[str, int], ...]
    finding_counts: tuple[tuple[str, int], ...]
    to_check: int

    def word(self, key: str) -> str:
        """What stands on the table itself, both texts called what they are to each other."""
        return in_roles(TABLE[key][self.ui], self.roles, self.ui)

    @property
    def has_moves(self) -> bool:
        """Whether a redline marks words that only moved."""
        return any(run.move for line in self.lines for passage in (*line.base, *line.target) for run in passage.runs)

    @property
    def across(self) -> bool:
        """Whether the two sides are in two languages."""
        return self.languages[0] != self.languages[1]

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of the five columns."""
        return tuple(map(self.word, ("number", "base", "target", "kind", "notes")))

    @property
    def names(self) -> tuple[str, str]:
        """What each document is to the table."""
        return self.word("base-title"), self.word("target-title")

    @property
    def head(self) -> tuple[tuple[str, str], ...]:
        """What stands above the table, each under its name: both documents with their editions, when it was made."""
        titles = (self.base_title, self.target_title)
        editions = (
            self.word("edition").format(title=title, date=date, file=file)
            for title, date, file in zip(titles, self.dates, self.files, strict=True)
        )
        return (*zip(self.names, editions, strict=True), (self.word("date"), self.dated))

    @property
    def dated(self) -> str:
        """The date as it is written in the language of the interface."""
        return day(self.date.isoformat(), self.ui)

    @property
    def summary(self) -> str:
        """One sentence with all counts: the rows by status, the findings by kind."""
        rows = self.word("counts").format(rows=self.rows)
        found = to_check(self.to_check, self.ui)
        each = (self._counted(rows, self.counts), self._counted(found, self.finding_counts))
        return SEMICOLON[self.ui].join(each) + STOP[self.ui]

    def _counted(self, what: str, counts: Sequence[tuple[str, int]]) -> str:
        each = AND[self.ui].join(f"{name} {count}" for name, count in counts)
        return COLON[self.ui].join(filter(None, (what, each)))

    @property
    def newly_set_head(self) -> str:
        """Under which head the powers that are newly set stand."""
        return set_here(len(self.newly_set), self.ui)

    @property
    def legend(self) -> str:
        """What the terms of the table mean; nothing where it has none of them."""
        each = (self.word("term").format(name=name, said=said) for name, said in self.terms)
        return SEMICOLON[self.ui].join(each) + STOP[self.ui] if self.terms else ""

    @property
    def key(self) -> tuple[Run, ...]:
        """What the marks mean, each told in itself, and that the table draws no conclusion."""
        ending = Run(text=GAP[self.ui]), Run(text=self.word("no-conclusion"))
        if self.across:
            return Run(text=self.word("key-across")), *ending
        return (
            Run(text=self.word("key-insert"), style="insert"),
            Run(text=self.word("key-insert-said")),
            Run(text=self.word("key-delete"), style="delete"),
            Run(text=self.word("key-delete-said")),
            *((Run(text=self.word("key-moved")),) if self.has_moves else ()),
            Run(text=self.word("key-whole")),
            *ending,
        )
