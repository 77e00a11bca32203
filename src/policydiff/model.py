"""The values every floor speaks in: frozen, in the field's own terms, without a word of rendering.

    file ──read──▶ Source ──parse──▶ Document ──align──▶ Alignment ──compare──▶ Comparison

A `Document` is a tree of `Provision`s. Its leaves, the provisions with words of their own, are what is
aligned, compared, indexed and cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, Literal, NamedTuple, TypeVar

Language = Literal["zh", "en"]
Level = Literal["annex", "part", "chapter", "section", "article", "paragraph", "point", "indent", "level", "row"]
Op = Literal["keep", "delete", "insert"]
Side = Literal["base", "target"]
Sides = tuple[tuple[str, ...], tuple[str, ...]]  # leaves of the base and of the target, by eid
Cut = tuple[bool, bool]  # whether words before a quotation, and words behind it, were left out for its length

# What a stretch of a file is that is no words of a provision: what the file's format says of it, and what else its
# place and its words tell.
NoWords = Literal[
    "syntax",
    "comment",
    "contents",
    "footnote",
    "hidden",
    "deleted",
    "other-column",
    "page-mark",
    "running-head",
    "web-page",
]
HintKind = Literal["heading", "row", NoWords]
ResidueReason = Literal[
    "title",
    "letterhead",
    "classification",
    "document-number",
    "addressee",
    "approval",
    "date",
    "signature",
    "byline",
    "annex-list",
    "annex-mark",
    "heading",
    "other-language",
    "separator",
    NoWords,
]
ProblemKind = Literal["follows", "first", "again", "cited", "unreadable", "deleted", "other-column", "marked-deleted"]

# What a document of a library is, and what it does with another one.
DocumentKind = Literal["central", "local", "translation", "commentary"]
Relation = Literal["implements", "translates", "quotes"]
# How it is known what a rule implements; what one of its provisions does with one of another rule; what has come of
# what it follows since it was made.
KnownBy = Literal["asked", "catalogue", "text", "slip", "words"]
Treatment = Literal["restates", "adapts", "cites"]
Since = Literal["older", "gone", "moved"]
# What a text does that lays down no rule by itself.
Decides = Literal["amends", "repeals"]

# What two leaves are put together for; of a leaf without a counterpart, `none`.
Basis = Literal["text", "structure", "doubtful", "quotation", "restatement", "role", "translation", "review", "none"]
Status = Literal["unchanged", "changed", "omitted", "added"]
# What a text does with a provision of the other one that it does not have, by what the two are to each other.
Lack = Literal["omitted", "unquoted", "untranslated", "revised", "unrelated"]
Fate = Literal[Status, Lack]
FindingType = Literal["actor", "modality", "number", "reference", "scope", "dropped-duty", "added-duty", "drafting"]
# A power that seems newly set is that, whatever its type, and what a word means is no duty.
ToldAs = Literal[FindingType, "newly-set", "dropped-definition", "added-definition"]
Verdict = Literal["confirm", "reject", "pair", "dismiss", "note"]
StaleReason = Literal["changed", "gone", "absent", "ambiguous", "overruled", "reversed", "uncompared"]

WHOLE: Cut = (False, False)


# A frozen dataclass takes twice as long to make and to send to another process: of spans, provisions, edits and
# candidates there are hundreds in two rules.
class Span(NamedTuple):
    """The characters [start, end) of a source's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What a file's format says of a stretch of its text.

    `heading` is a line the format sets as a heading of the given rank, 1 the highest, `row` one that it sets as a row
    of a table. Every other kind is no words of a provision, and the kind is the reason: Markdown's `**` and its
    comments are `syntax` and `comment`, the line that stands at the head of every page is a `running-head`.
    """

    span: Span
    kind: HintKind
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text as its file's format gives it: of a text file as decoded, untouched; of a format that sets its text on
    pages or numbers it by itself, as it is read when printed. Every `Span` counts characters of `text`.

    `language` is the language that is read: in a file of two languages the other half is residue. `encoding` is the
    name of the encoding that was found, empty where the format has its own. `tracked` is how many stretches its
    file's tracked changes put in, take out or move.
    """

    text: str
    origin: str
    sha256: str
    language: Language
    hints: tuple[Hint, ...] = ()
    encoding: str = ""
    tracked: int = 0


class Provision(NamedTuple):
    """A unit of a rule: `num` as printed (第八条, （三）, 附件1; empty for a paragraph and a table's row), `text` its
    own words only.

    `spans` are where the words stand in the source, `marks` where its number and heading do.
    """

    eid: str
    level: Level
    num: str = ""
    heading: str = ""
    text: str = ""
    spans: tuple[Span, ...] = ()
    marks: tuple[Span, ...] = ()
    children: tuple[Provision, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in reading order."""
        below = [self]
        while below:
            provision = below.pop()
            yield provision
            below += provision.children[::-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Residue:
    """A stretch of the source that is no provision, and why (`page-mark`, `contents`, `approval`, …)."""

    span: Span
    reason: ResidueReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something odd about the text that a reader should look at; never an exception.

    A number, as printed: it `follows` the one that is `last` and does not count on from it, is the `first` of its kind
    and not one, stands `again`, or begins a line and is read as `cited`. So many characters (`count`) are `unreadable`.
    What is `deleted` or in the `other-column` was left out; what is `marked-deleted` (〔删除〕) was read.
    """

    span: Span
    kind: ProblemKind
    num: str = ""
    last: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source read as provisions. Every character that is not blank is in one provision, mark or residue."""

    id: str
    title: str
    language: Language
    source: Source
    provisions: tuple[Provision, ...]
    residue: tuple[Residue, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __hash__(self) -> int:
        """By what tells documents apart, so that not all they hold is gone through."""
        return hash((self.id, self.source.sha256))

    @property
    def name(self) -> str:
        """What the document is called: its title, else its id, else the name of its file."""
        return self.title or self.id or self.source.origin

    def walk(self) -> Iterator[Provision]:
        """Every provision in reading order, containers before what they hold."""
        for provision in self.provisions:
            yield from provision.walk()

    def leaves(self) -> tuple[Provision, ...]:
        """The provisions that have words of their own, in reading order."""
        return tuple(provision for provision in self.walk() if provision.text)

    def introductions(self) -> dict[str, str]:
        """For each provision that stands in a list or below words of another, by eid, those words."""
        return {child.eid: holder.text for holder in self.walk() if holder.text for child in holder.children}


_T_co = TypeVar("_T_co", covariant=True)


class Both(NamedTuple, Generic[_T_co]):
    """One thing of the base and of the target."""

    base: _T_co
    target: _T_co

    def turned(self, *, when: bool = True) -> Both[_T_co]:
        """The two in the other order; as they are where it is not so that asks for it."""
        return Both(self.target, self.base) if when else self


class Candidate(NamedTuple):
    """A leaf of the other document that was considered and not linked: the evidence of absence.

    `ruled_out` where it was a reviewer who said that it is no counterpart.
    """

    eid: str
    score: float
    ruled_out: bool = False


class Link(NamedTuple):
    """Leaves of the base beside leaves of the target, by eid.

    An empty side is an omission or an addition and carries the nearest `candidates`, best first. Several
    leaves on one side are a split or a merger. `basis` says what the link rests on.
    """

    base: tuple[str, ...]
    target: tuple[str, ...]
    basis: Basis
    score: float
    moved: bool = False
    candidates: tuple[Candidate, ...] = ()

    @property
    def sides(self) -> Both[tuple[str, ...]]:
        """The leaves of both."""
        return Both(self.base, self.target)

    def on(self, side: Side) -> tuple[str, ...]:
        """The leaves on a side."""
        return self.base if side == "base" else self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two documents and the links between them; every leaf of both stands in at least one link.

    Links follow the base; added ones stand where the target has them.
    """

    base: Document
    target: Document
    links: tuple[Link, ...]


class Edit(NamedTuple):
    """A run of a redline: keep + delete give the base text, keep + insert the target's.

    What only moved within the row bears a number: the deleted and the inserted run with it are the same words. 0 is
    none.
    """

    op: Op
    text: str
    move: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a reviewer should look at: quotes both sides' words, says what differs, names its rule.

    `base` and `target` are the words as they stand in the texts; `base_cut` and `target_cut` say where they are fewer
    than what is spoken of. `count` is the number of rows that it was made on, where it is told once for all. `apart`
    where one side alone says a thing, and the words of the other only show where it would stand. `differing` are the
    words in which the two sides differ, where the rule names them: each with what stands in its place, or nothing; of
    what is gone or new, what alone is, where the quotation says more.
    `cited` is how what the target's words cite of their own document begins, where they name nothing else.
    `elsewhere` are the provisions of other superiors of the target, as they are cited, that have the like of what is
    found to be the target's alone, or the words in which it differs from the base.
    """

    type: FindingType
    base: str
    target: str
    message: str
    rule: str
    eid: str = ""
    base_cut: Cut = WHOLE
    target_cut: Cut = WHOLE
    count: int = 1
    apart: bool = False
    differing: tuple[tuple[str, str], ...] = ()
    cited: str = ""
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reviewer decided about provisions of two documents, in place `number` of the list of decisions.

    `confirm` and `pair`: the leaves named belong together and to no others; an empty side says that there is no
    counterpart. `reject`: they do not belong together. `dismiss`: the one thing that `rule` found there (with `words`:
    what it found and quoted with them) needs no attention. `note`: a remark. `fingerprint` is that of the texts decided
    upon; `line` is the number of the line of its file that it begins in, if that is known.
    """

    number: int
    documents: tuple[str, str]
    verdict: Verdict
    base: tuple[str, ...]
    target: tuple[str, ...]
    fingerprint: str
    rule: str = ""
    words: str = ""
    reason: str = ""
    note: str = ""
    by: str = ""
    date: str = ""
    line: str = field(default="", compare=False, repr=False)

    @property
    def sides(self) -> Sides:
        """What it names of both documents."""
        return self.base, self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleDecision:
    """A decision that was not applied, and why: the texts `changed`, a provision is `gone`, the row or finding is
    `absent`, several findings fit (`ambiguous`), another decision `overruled` it, the documents were the other way
    round (`reversed`) or are `uncompared`. What it was overruled `by` is a decision, then what overruled that one in
    its turn, and so on to the one that holds, where that is known."""

    decision: Decision
    why: StaleReason
    by: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed:
    """A finding that a reviewer has dismissed."""

    finding: Finding
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A link as compared, with what reviewers decided about it. A row across two languages has no edits."""

    link: Link
    status: Status
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    decisions: tuple[Decision, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether a reviewer decided what stands here beside what. A remark decides nothing, nor does it, where two
        provisions stand beside each other, that one of them was taken from a third."""
        alone = not (self.link.base and self.link.target)
        return any(one.verdict in ("confirm", "pair") or (one.verdict == "reject" and alone) for one in self.decisions)

    @property
    def noted(self) -> bool:
        """Whether a reviewer remarked on it."""
        return any(one.verdict == "note" for one in self.decisions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The rows of an alignment, in its order, and the findings on the target as a whole.

    `stale` are the decisions on these two documents that do not hold any more, `others` the names of what the target
    implements beside the base, where it was looked up what these have.
    """

    base: Document
    target: Document
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    stale: tuple[StaleDecision, ...] = ()
    others: tuple[str, ...] = ()

    def summary(self) -> dict[Status, int]:
        """How many rows bear each status; all four are named."""
        counts: dict[Status, int] = {"unchanged": 0, "changed": 0, "omitted": 0, "added": 0}
        for row in self.rows:
            counts[row.status] += 1
        return counts

    def all_findings(self) -> tuple[Finding, ...]:
        """What is to be looked at: the findings on the rows, then those on the target as a whole."""
        return (*(finding for row in self.rows for finding in row.findings), *self.findings)

    def all_dismissed(self) -> tuple[Dismissed, ...]:
        """What reviewers have dismissed, on the rows, then on the target as a whole."""
        return (*(one for row in self.rows for one in row.dismissed), *self.dismissed)
