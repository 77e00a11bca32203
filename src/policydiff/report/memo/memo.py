"""What a review memo (审查备忘录) holds, before any format: what a rule implements, and what of it is to be checked.

    疑似新设    疑似新设处罚（2 条）  …请核对设定权限。  核对标准：《行政处罚法》…
                1  第九条            在公园染须的，处五百元罚款
    重点核对    应当、可以（1 条）    …强度疑似改变，请核对。  核对标准：《立法法》…
                2  第五条 ← 第七条   蓄须者[-应当-]修剪 | 蓄须者{+可以+}修剪
    附一        第六条 ← 第八条      范围限定 染须[-店-]{+点+}；主体变动 市 → 区
                第七条 ← 第九条      存疑：内容缺失 2、内容增设 1

What must be checked is quoted in full, kind by kind, under one sentence that says what is asked of all of it. The rest,
which is most, is told in short, provision by provision, as a reader of the rule comes to it. Nothing that was found is
left out, and it is counted in findings: words in which several kinds were found are quoted once and count for each.

The following hold for every string in a `Memo`: it has gone through `visible`; it is data and bears no markup. A memo
quotes both sides, names what differs and where the criterion is laid down. It never draws a legal conclusion.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal, get_args

from policydiff.model import Language, ToldAs
from policydiff.presentation import lines
from policydiff.presentation.citing import cited_together
from policydiff.report.criteria import REPEATING
from policydiff.report.criterion import Criterion
from policydiff.report.memo.words import NUMERALS, WORDS
from policydiff.report.notes import Note
from policydiff.report.strings import TABLE
from policydiff.report.table import Passage
from policydiff.report.terminal import Run
from policydiff.wording import AND, BASIS, COLON, FATE, GAP, SEMICOLON, by_kind

# What is told in full: what seems newly set, what weighs most where the pairing is beyond doubt, slips of drafting.
Section = Literal["set", "first", "drafting"]
SECTIONS: tuple[Section, ...] = get_args(Section)
Own = Literal["base", "target", ""]  # whose words a kind of findings is about, where one side alone has such words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is told in full: where it is in the rule and in the superior, in which `rows` of the comparison table, both
    sides' words with their marks, or a sentence on them. `kinds` are what was found in these words, the weightiest
    first."""

    number: int
    rows: tuple[int, ...]
    target_place: str
    base_place: str
    base: tuple[Run, ...] = ()
    target: tuple[Run, ...] = ()
    says: str = ""
    note: str = ""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All of a kind that is told in full, with what is asked of it and by what it is judged. The gravest of
    it has the least `gravity`."""

    gravity: int
    kind: str
    asks: str
    judged_by: tuple[Criterion, ...]
    own: Own
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What is told in short: of which kinds it is, and in which words; `note` tells in how many places."""

    kinds: tuple[str, ...]
    runs: tuple[Run, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """All that is told in short of a place of the rule beside a place of a superior, the gravest first, and in which
    `rows` of the comparison table. Where it is `doubtful` whether the two belong together a reader has to look at both,
    and the kinds alone are told."""

    base_place: str
    rows: tuple[int, ...]
    doubtful: bool
    briefs: tuple[Brief, ...]

    @property
    def kinds(self) -> Counter[str]:
        """How many findings there are of each kind."""
        return Counter(kind for brief in self.briefs for kind in brief.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """All that is told in short of one place of the rule; what it stands beside in doubt, last."""

    place: str
    pairings: tuple[Pairing, ...]

    @property
    def lines(self) -> tuple[tuple[Pairing, ...], ...]:
        """What stands on a line: each pairing beyond doubt, then all that are in doubt."""
        sure = ((one,) for one in self.pairings if not one.doubtful)
        doubtful = tuple(one for one in self.pairings if one.doubtful)
        return (*sure, *((doubtful,) if doubtful else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of all of a kind that is told in short, and by what it is judged."""

    kind: str
    size: int
    asks: str
    judged_by: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What of a superior has no counterpart, in which `row` of the comparison table, with what came nearest, of an item
    which others of its list are `kept`, and the kind of each finding on it."""

    row: int
    base: tuple[Passage, ...]
    nearest: str
    kept: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What of a superior has no counterpart beyond doubt, beside the one that may be it, in which `row` of the
    comparison table, and how many findings that row has; both sides in short."""

    row: int
    base: Passage
    target: Passage
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """So many provisions that a superior at least lacks: which superiors lack them and which have them, of several; how
    they are cited; and of a few their words. Those that are `doubtful` no superior has beyond doubt."""

    says: str
    size: int
    places: str
    passages: tuple[Passage, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a memo says of the rule beside one of its superiors; of several, `label` is what that is called. `counts`
    are of rows: by status, in all, and those to be read first in the table with that superior. `divisions` are what it
    has that is told as one, with their provisions; `far` cites what of many omissions nothing came near and nothing was
    found on, and what `omissions` therefore does not quote; `in_doubt` is what has no counterpart beyond doubt."""

    label: str
    superior: str
    counts: tuple[int, ...]
    divisions: tuple[Note, ...]
    omissions: tuple[Omission, ...]
    far: str
    in_doubt: tuple[Doubt, ...]
    decided: tuple[Note, ...]

    def named(self, language: Language) -> str:
        """The superior, of several with its label."""
        if not self.label:
            return self.superior
        return WORDS["labelled"][language].format(label=self.label, title=self.superior)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """A review memo in the language of the interface. `groups` are what is told in full, of each section the gravest
    kind first, the entries of a kind in the order of the rule; `rest` is what is told in short, in that order, and
    `asked` what is asked of it; `in_doubt` is how much of it would be told in full if its pairing were beyond doubt.
    `counted_as` is what all of them are told as elsewhere, on a terminal and on the site, and `first` how many of them
    are told elsewhere as to be read first, in words; of these, `gone` are on what has no counterpart."""

    ui: Language
    date: datetime.date
    title: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    groups: Mapping[Section, tuple[Group, ...]]
    rest: tuple[Place, ...]
    asked: tuple[Asked, ...]
    in_doubt: int
    counted_as: Mapping[ToldAs, int]
    first: str
    first_count: int
    gone: int
    added: tuple[Additions, ...]

    def word(self, key: str, **values: object) -> str:
        """What stands on the memo itself."""
        return WORDS[key][self.ui].format(**values)

    @property
    def several(self) -> bool:
        """Whether there is more than one superior."""
        return len(self.parts) > 1

    @property
    def count_heads(self) -> tuple[str, ...]:
        """The heads of the table of rows."""
        by_status = (FATE[status][self.ui] for status in lines.STATUSES)
        return self.word("superior"), *by_status, self.word("sum"), self.word("first-rows")

    @property
    def tally_heads(self) -> tuple[str, ...]:
        """The heads of the table of what is to be checked."""
        return self.word("section"), self.word("findings"), self.word("by-kind")

    def tally(self) -> tuple[tuple[str, int, str], ...]:
        """For each section how many findings it tells, and of which kinds, of powers with their places; then how many
        in all, and what they are told as elsewhere."""
        omitted = (kind for part in self.parts for one in part.omissions for kind in one.kinds)
        found = (
            (self.word("set"), self._kinds("set")),
            (self.word("first-but-set" if self.groups["set"] else "first"), self._kinds("first")),
            (self.word("omitted-found"), Counter(omitted)),
            (self.word("drafting"), self._kinds("drafting")),
            (self.annex(1, "rest"), Counter({asked.kind: asked.size for asked in self.asked})),
        )
        places = self._places("set")
        told = tuple((name, kinds.total(), self._counted(kinds, places)) for name, kinds in found if kinds)
        in_all = by_kind(self.counted_as, self.ui)
        elsewhere = self.word("as-elsewhere", kinds=in_all) if in_all else ""
        return (*told, (self.word("sum"), sum(count for _, count, _ in told), elsewhere))

    @property
    def first_said(self) -> str:
        """How what is told in full sums up to what is to be read first elsewhere."""
        told = self._kinds("set").total() + self._kinds("first").total()
        also = told + self.gone - self.first_count
        said = [self.word("first-elsewhere", first=self.first)]
        said += [self.word("first-gone", count=self.gone)] if self.gone else []
        said += [self.word("first-also", count=also)] if also else []
        return GAP[self.ui].join(said)

    def _places(self, of: Section) -> Mapping[str, str]:
        """For each kind of a section where it stands in the rule."""
        return {
            group.kind: AND[self.ui].join(cited_together(dict.fromkeys(entry.target_place for entry in group.entries)))
            for group in self.groups[of]
        }

    def _kinds(self, of: Section) -> Counter[str]:
        return Counter(kind for group in self.groups[of] for entry in group.entries for kind in entry.kinds)

    def _counted(self, found: Mapping[str, int], places: Mapping[str, str]) -> str:
        each = zip(found, self.counted(found), strict=True)
        noted = (said + self.word("noted", note=places[kind]) if kind in places else said for kind, said in each)
        return SEMICOLON[self.ui].join(noted)

    def counted(self, found: Mapping[str, int]) -> Iterator[str]:
        """Each kind with how many findings there are of it."""
        return (self.word("kind", kind=self.begun(kind), count=count) for kind, count in found.items())

    @property
    def repeating(self) -> str:
        """What an omission is, and what it is not."""
        return REPEATING[self.ui]

    @property
    def criteria(self) -> tuple[str, ...]:
        """Each criterion that is named, with what it asks."""
        of_groups = chain.from_iterable(group.judged_by for section in SECTIONS for group in self.groups[section])
        used = (*of_groups, *(one for asked in self.asked for one in asked.judged_by))
        return tuple(dict.fromkeys(map(self._told, used)))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the memo is, what it is not, and where the rest stands."""
        said = tuple(self.word(key) for key in ("remark-check", "remark-criteria", "remark-marks"))
        terms = (
            TABLE["term"][self.ui].format(name=name[self.ui], said=TABLE[term][self.ui])
            for name, term in (
                (BASIS["doubtful"], "term-doubtful"),
                (TABLE["likeness"], "term-score"),
                (TABLE["nearness"], "term-nearness"),
            )
        )
        return *said, self.word("remark-terms", terms=SEMICOLON[self.ui].join(terms))

    def section(self, number: int, key: str) -> str:
        """The heading of a section, numbered as such a paper is."""
        return f"{NUMERALS[number - 1]}、{self.word(key)}" if self.ui == "zh" else f"{number}. {self.word(key)}"

    def annex(self, number: int, key: str) -> str:
        """The heading of an annex."""
        if self.ui == "zh":
            return f"附{NUMERALS[number - 1]}　{self.word(key)}"
        return f"Annex {number}. {self.word(key)}"

    def begun(self, kind: str) -> str:
        """A kind as a heading or a list begins."""
        return f"{kind[:1].upper()}{kind[1:]}"

    def titled(self, kind: str, count: int) -> str:
        """What was found, and how often."""
        return self.word("group", kind=self.begun(kind), count=count)

    def judged(self, by: Iterable[Criterion]) -> str:
        """Where some criteria are laid down."""
        return SEMICOLON[self.ui].join(one.cited[self.ui] for one in by)

    def numbered(self, by: Iterable[Criterion]) -> str:
        """Some criteria by their numbers in the list of all."""
        return AND[self.ui].join(str(self.criteria.index(self._told(one)) + 1) for one in by)

    def _told(self, one: Criterion) -> str:
        return f"{one.cited[self.ui]}{COLON[self.ui]}{one.asks[self.ui]}"
