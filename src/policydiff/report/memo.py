"""A review memo (审查备忘录), before any format: what a rule implements, and what of it is to be checked, by weight.

The following hold for every string in a `Memo`: it has gone through `visible`; it is data and bears no markup. A memo
quotes both sides, names what differs and where the criterion is laid down. It never draws a legal conclusion.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from policydiff.check import Check, Superior
from policydiff.model import Comparison, Finding, Language
from policydiff.presentation import Reading, lines
from policydiff.quoting import excerpt, shortened
from policydiff.report.criteria import REPEATING, WEIGHTS, Weight, sources, weight
from policydiff.report.table import Note, Passage, Writer, title
from policydiff.report.terminal import Run, visible
from policydiff.wording import FINDING, STALE, STATUS, TABLE, VERDICT

_WORDS: dict[str, dict[Language, str]] = {
    "title": {"zh": "审查备忘录", "en": "Review memo"},
    "rule": {"zh": "本规定", "en": "This rule"},
    "issuer": {"zh": "制定机关", "en": "Issuer"},
    "dated": {"zh": "文件日期", "en": "Date of the rule"},
    "file": {"zh": "源文件", "en": "Source file"},
    "superior": {"zh": "上位法", "en": "Superior rule"},
    "made": {"zh": "编制日期", "en": "Date"},
    "missing": {"zh": "未核对", "en": "Not compared"},
    "missing-said": {
        "zh": "正文还以{names}为依据，文件库中没有。",
        "en": "The text rests on {names} too, which the library does not hold.",
    },
    "asked": {"zh": "由编制人指定", "en": "named by whoever made this memo"},
    "catalogue": {"zh": "文件库目录载明", "en": "as the catalogue of the library says"},
    "text": {"zh": "{place}称依据《{named}》", "en": "{place} rests on 《{named}》"},
    "slip": {
        "zh": "{place}称依据《{named}》，文件库中名称最接近",
        "en": "{place} rests on 《{named}》; of the library this title is the nearest",
    },
    "its-title": {"zh": "标题", "en": "The title"},
    "found-by": {"zh": "{title}（{why}）", "en": "{title} ({why})"},
    "objects": {"zh": "核对对象", "en": "What was compared"},
    "counts": {"zh": "概况", "en": "Overview"},
    "to-check": {"zh": "待核对", "en": "To check"},
    "kinds": {"zh": "待核对的类型：{kinds}。", "en": "Kinds of what is to be checked: {kinds}."},
    "kind": {"zh": "{kind} {count} 处", "en": "{kind} {count}"},
    "first": {"zh": "重点核对", "en": "To check first"},
    "then": {"zh": "一般核对", "en": "To check next"},
    "first-said": {
        "zh": "义务、禁止、例外、数量或者列举疑似改变或者缺失的条款。",
        "en": "Provisions in which a duty, a prohibition, an exception, an amount or a list may be changed or lost.",
    },
    "then-said": {
        "zh": "主体、条件、范围、援引与上位法不同，或者内容为新增的条款。",
        "en": "Provisions whose actors, conditions, range or citations differ, or that add something.",
    },
    "omitted": {"zh": "上位法中未见对应的条款", "en": "Provisions of the superior rule without a counterpart"},
    "added": {"zh": "本规定新增的条款", "en": "Provisions that stand in this rule alone"},
    "added-said": {
        "zh": "下列条款在上位法中未见对应。请核对是否有其他依据、是否属于制定机关的权限。",
        "en": "These have no counterpart in the superior rule. Check what else they rest on, and whether the issuer "
        "may set them.",
    },
    "drafting": {"zh": "文字和格式", "en": "Drafting"},
    "reviewed": {"zh": "审核人已作出的意见", "en": "What reviewers decided"},
    "stale": {"zh": "不再应用", "en": "not applied any more"},
    "remarks": {"zh": "说明", "en": "Remarks"},
    "remark-check": {
        "zh": "本备忘录由程序逐条比对编制，列出文本差异供人核对，所列均为疑似或者待核对的事项，不作合法与否的结论；"
        "没有列出的，不表示没有问题。",
        "en": "This memo was made by comparing the texts provision by provision. It lists differences for people to "
        "check; whatever it says may be so is to be checked. It draws no legal conclusion, and that it is silent on "
        "something is no promise that nothing is wrong.",
    },
    "remark-criteria": {
        "zh": "“核对标准”指明应当查对的规定，以该规定自身的适用范围为限；对党内法规和规范性文件，仅供参照。",
        "en": "“Criterion” names where to look, within the reach of what is named; for Party rules and normative "
        "documents it is an analogy.",
    },
    "remark-marks": {
        "zh": "引用的条文中，加下划线的文字仅见于本规定，加删除线的仅见于上位法；长条文中未变的部分以“…”省略。",
        "en": "In what is quoted, underlined words stand in this rule alone, struck-through words in its superior "
        "alone; of long provisions what is unchanged is cut to “…”.",
    },
    "signed": {
        "zh": "审核人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿",
        "en": "Reviewer: ____________    Date: ____________",
    },
    "none": {"zh": "无。", "en": "None."},
    "criterion": {"zh": "核对标准", "en": "Criterion"},
    "nearest": {"zh": "最接近", "en": "Nearest"},
    "against": {"zh": "与{title}对照", "en": "Beside {title}"},
    "and": {"zh": "、", "en": ", "},
    "colon": {"zh": "：", "en": ": "},
    "semicolon": {"zh": "；", "en": "; "},
}
_NUMERALS = "一二三四五六七八九十"
_WHOLE = 260  # characters of a provision that are quoted whole
_LONG, _ENDS = 120, 50  # of a stretch without change in a longer one
_EXCERPT = 80
# What is a slip of drafting is listed, not quoted beside its superior.
POINTED: tuple[Weight, ...] = ("first", "then")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is to be checked, and where it is laid down by what that is judged."""

    kind: str
    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Both texts of a provision, and what is to be checked in them."""

    number: int
    kind: str
    base: tuple[Passage, ...]
    target: tuple[Passage, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What of a superior has no counterpart, with what came nearest."""

    base: tuple[Passage, ...]
    nearest: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a memo says of the rule beside one of its superiors."""

    superior: str
    counts: tuple[int, ...]
    points: dict[Weight, tuple[Point, ...]]
    omissions: tuple[Omission, ...]
    added: tuple[Passage, ...]
    slips: tuple[Remark, ...]
    decided: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """A review memo in the language of the interface."""

    ui: Language
    date: datetime.date
    title: str
    facts: tuple[tuple[str, str], ...]
    kinds: str
    parts: tuple[Part, ...]

    def word(self, key: str, **values: object) -> str:
        """What stands on the memo itself."""
        return _WORDS[key][self.ui].format(**values)

    @property
    def several(self) -> bool:
        """Whether there is more than one superior."""
        return len(self.parts) > 1

    @property
    def count_heads(self) -> tuple[str, ...]:
        """The heads of the table of counts."""
        return (self.word("superior"), *(STATUS[status][self.ui] for status in STATUS), self.word("to-check"))

    @property
    def sides(self) -> tuple[str, str]:
        """The heads of what is quoted."""
        return self.word("superior"), self.word("rule")

    @property
    def repeating(self) -> str:
        """What an omission is, and what it is not."""
        return REPEATING[self.ui]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the memo is, and what it is not."""
        return tuple(self.word(key) for key in ("remark-check", "remark-criteria", "remark-marks"))

    def section(self, number: int, key: str) -> str:
        """The heading of a section, numbered as such a paper is."""
        return f"{_NUMERALS[number - 1]}、{self.word(key)}" if self.ui == "zh" else f"{number}. {self.word(key)}"


def memo(check: Check, *, ui: Language, date: datetime.date) -> Memo:
    """What a check found, as a memo."""
    said: set[tuple[str, str, str]] = set()
    parts = [_Part(comparison, ui, said).part() for comparison in check.comparisons]
    return Memo(
        ui=ui,
        date=date,
        title=title(visible(check.rule.title or check.rule.id)),
        facts=tuple(_facts(check, ui, date)),
        kinds=_kinds(check, ui),
        parts=_numbered(parts),
    )


def _numbered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The points counted in the order in which they are read: by weight, then superior by superior."""
    number = count(1)
    points: dict[tuple[Weight, int], tuple[Point, ...]] = {}
    for one in POINTED:
        for at, part in enumerate(parts):
            points[one, at] = tuple(replace(point, number=next(number)) for point in part.points[one])
    return tuple(replace(part, points={one: points[one, at] for one in POINTED}) for at, part in enumerate(parts))


def _facts(check: Check, ui: Language, date: datetime.date) -> Iterator[tuple[str, str]]:
    """What was compared with what, and why."""

    def word(key: str, **values: str) -> str:
        return _WORDS[key][ui].format(**values)

    said = check.description
    yield word("rule"), title(visible(check.rule.title or check.rule.id))
    for key, fact in (("issuer", said.issuer), ("dated", said.date)):
        if fact.value and fact.sure:
            yield word(key), visible(fact.value)
    yield word("file"), visible(check.rule.source.origin)
    for superior in check.found.superiors:
        name = title(visible(superior.document.title or superior.document.id))
        why = word(superior.reason, named=visible(superior.named), place=_place(check, superior, word("its-title")))
        yield word("superior"), word("found-by", title=name, why=why)
    if check.found.missing:
        names = word("and").join(f"《{visible(name)}》" for name in check.found.missing)
        yield word("missing"), word("missing-said", names=names)
    yield word("made"), f"{date.year}年{date.month}月{date.day}日" if ui == "zh" else date.isoformat()


def _place(check: Check, superior: Superior, otherwise: str) -> str:
    """Which provision names the superior, as it is cited."""
    rule = Reading(document=check.rule)
    named = (leaf.eid for leaf in rule.leaves if superior.named and superior.named in leaf.text)
    return next((visible(rule.label(eid)) for eid in named), otherwise)


def _kinds(check: Check, ui: Language) -> str:
    """How many findings there are of each kind."""
    found = [f for one in check.comparisons for f in (*one.findings, *(f for row in one.rows for f in row.findings))]
    counts = {kind: sum(f.type == kind for f in found) for kind in FINDING}
    shown = (
        _WORDS["kind"][ui].format(kind=FINDING[kind][ui], count=count) for kind, count in counts.items() if count
    )
    return _WORDS["kinds"][ui].format(kinds=_WORDS["and"][ui].join(shown)) if found else ""


class _Part:
    """Finds the words for what one comparison holds; `said` are the slips that a part before it has told."""

    def __init__(self, comparison: Comparison, ui: Language, said: set[tuple[str, str, str]]) -> None:
        self.comparison = comparison
        self.ui = ui
        self.shown = lines.table(comparison)
        self.writer = Writer(self.shown, ui)
        self.said = said

    def part(self) -> Part:
        found = len(self.comparison.findings) + sum(len(row.findings) for row in self.comparison.rows)
        rows = [line for line in self.shown.lines if line.row.link.base and line.row.link.target]
        alone = [line for line in self.shown.lines if not line.row.link.base]
        return Part(
            superior=title(visible(self.shown.base.title)),
            counts=(*self.comparison.summary().values(), found),
            points={one: tuple(self.points(one, [*rows, *alone])) for one in POINTED},
            omissions=tuple(map(self.omission, (line for line in self.shown.lines if not line.row.link.target))),
            added=tuple(passage for line in alone for passage in map(_excerpt, self.writer.line(line).target)),
            slips=tuple(self.slips()),
            decided=tuple(self.decided()),
        )

    # --------------------------------------------------------------------------------------- points

    def points(self, asked: Weight, rows: Sequence[lines.Line]) -> Iterator[Point]:
        """The rows whose weightiest finding is of this weight, in the order of the comparison."""
        for line in rows:
            findings = [finding for finding in line.row.findings if weight(finding.rule) != "drafting"]
            if findings and min(map(_weight, findings)) == WEIGHTS.index(asked):
                yield self.point(line, sorted(findings, key=_weight))
        if asked == "first":
            yield from self.on_the_whole()

    def on_the_whole(self) -> Iterator[Point]:
        """What is said of the rule as a whole and is no slip of the pen."""
        for finding in self.comparison.findings:
            if weight(finding.rule) != "drafting":
                leaves = (finding.eid,) if finding.eid in self.shown.target.provisions else ()
                quoted = tuple(self.quoted(eid) for eid in leaves)
                yield Point(number=0, kind="", base=(), target=quoted, remarks=(self.remark(finding),))

    def quoted(self, eid: str) -> Passage:
        reading = self.shown.target
        runs = _cut((Run(text=visible(reading.text(eid))),))
        return Passage(trail="", label=visible(reading.label(eid)), runs=runs, language=reading.document.language)

    def point(self, line: lines.Line, findings: Sequence[Finding]) -> Point:
        written = self.writer.line(line)
        return Point(
            number=0,
            kind=_WORDS["and"][self.ui].join((written.kind, *written.shapes)),
            base=tuple(map(_bare, written.base)),
            target=tuple(map(_bare, written.target)),
            remarks=tuple(map(self.remark, findings)),
        )

    def remark(self, finding: Finding) -> Remark:
        return Remark(
            kind=FINDING[finding.type][self.ui],
            says=self.writer.says(finding),
            sources=sources(finding, self.ui),
        )

    # --------------------------------------------------------------------------- omissions and slips

    def omission(self, line: lines.Line) -> Omission:
        return Omission(
            base=tuple(map(_bare, self.writer.line(line).base)),
            nearest=self.writer.nearest(line) + self.writer.taken(line) if line.candidates else "",
            notes=tuple(
                Note(head=FINDING[finding.type][self.ui], words=self.writer.says(finding))
                for finding in line.row.findings
            ),
        )

    def slips(self) -> Iterator[Remark]:
        """Slips of drafting, each once whatever the rule is compared with."""
        in_rows = ((finding, row.link.target) for row in self.comparison.rows for finding in row.findings)
        on_whole = ((finding, (finding.eid,) if finding.eid else ()) for finding in self.comparison.findings)
        for finding, eids in (*in_rows, *on_whole):
            key = (finding.rule, finding.target, "".join(eids))
            if weight(finding.rule) == "drafting" and key not in self.said:
                self.said.add(key)
                place = self.writer.places(self.shown.target, eids)
                made = self.remark(finding)
                yield replace(made, kind=place or made.kind)

    # ------------------------------------------------------------------------------------- decisions

    def decided(self) -> Iterator[Note]:
        """What reviewers decided, at which provisions; and what of it does not hold any more."""
        for line in self.shown.lines:
            place = " → ".join(
                self.writer.places(reading, eids)
                for reading, eids in ((self.shown.base, line.row.link.base), (self.shown.target, line.row.link.target))
                if eids
            )
            for decision in line.row.decisions:
                verdict = VERDICT[decision.verdict][self.ui]
                yield self.note(place, Note(head=verdict, words=self.writer.decided(decision)))
            for one in line.row.dismissed:
                yield self.note(place, self.writer.dismissed(one))
        yield from map(self.writer.dismissed, self.comparison.dismissed)
        for stale in self.comparison.stale:
            head = f"{VERDICT[stale.decision.verdict][self.ui]} {_WORDS['stale'][self.ui]}"
            yield Note(head=head, words=STALE[stale.why][self.ui])

    def note(self, place: str, said: Note) -> Note:
        words = f"{said.head}{TABLE['semicolon'][self.ui]}{said.words}" if said.words else said.head
        return Note(head=place, words=words)


def _weight(finding: Finding) -> int:
    return WEIGHTS.index(weight(finding.rule))


def _bare(passage: Passage) -> Passage:
    """A provision without the headings above it, what is long and unchanged cut."""
    return replace(passage, trail="", runs=_cut(passage.runs))


def _cut(runs: Sequence[Run]) -> tuple[Run, ...]:
    if sum(len(run.text) for run in runs) <= _WHOLE:
        return tuple(runs)
    return tuple(
        replace(run, text=shortened(run.text, head=_ENDS, tail=_ENDS))
        if run.style == "plain" and len(run.text) > _LONG
        else run
        for run in runs
    )


def _excerpt(passage: Passage) -> Passage:
    return replace(passage, trail="", runs=(Run(text=excerpt(passage.text, _EXCERPT)),))
