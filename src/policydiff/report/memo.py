"""A review memo (审查备忘录), before any format: what a rule implements, and what of it is to be checked, by weight.

    重点核对    应当、可以（2 处）  …强度疑似改变，请核对。  核对标准：《立法法》…
                1  第五条 ← 第七条   蓄须者[-应当-]修剪 | 蓄须者{+可以+}修剪
    附一        范围限定（9 处）    …

What is said of all that a rule finds is said once, for the group; an entry is a place and both sides' words, and words
that several rules found are quoted under the weightiest of them alone.

The following hold for every string in a `Memo`: it has gone through `visible`; it is data and bears no markup. A memo
quotes both sides, names what differs and where the criterion is laid down. It never draws a legal conclusion.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from policydiff.check import Check, naming
from policydiff.comparison.edits import edits
from policydiff.comparison.findings.gravity import WEIGHTS, Weight, place, weight
from policydiff.library.superiors import Superior
from policydiff.messages import quotations
from policydiff.model import Comparison, Cut, Document, Finding, Language
from policydiff.presentation import Reading, lines
from policydiff.presentation.redlines import kept
from policydiff.quoting import EXCERPT, excerpt
from policydiff.report.criteria import REPEATING, Criterion, asks, criteria
from policydiff.report.notes import Note
from policydiff.report.table import LEAST_NEAR, Passage, Writer, title
from policydiff.report.terminal import Run, edited, visible
from policydiff.wording import (
    ADDS,
    AND,
    COLON,
    FATE,
    FINDING,
    GAP,
    RULE,
    SEMICOLON,
    STALE,
    TABLE,
    day,
    known_by,
    verdict,
)

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
    "its-title": {"zh": "标题", "en": "The title"},
    "found-by": {"zh": "{title}（{why}）", "en": "{title} ({why})"},
    "objects": {"zh": "核对对象", "en": "What was compared"},
    "counts": {"zh": "概况", "en": "Overview"},
    "to-check": {"zh": "待核对", "en": "To check"},
    "kinds": {"zh": "待核对的类型：{kinds}。", "en": "Kinds of what is to be checked: {kinds}."},
    "kind": {"zh": "{kind} {count} 处", "en": "{kind} {count}"},
    "set": {
        "zh": "疑似新设的许可、处罚、强制、收费和禁止",
        "en": "Licences, penalties, coercion, fees and prohibitions that may be set here",
    },
    "first": {"zh": "重点核对", "en": "To check first"},
    "then": {"zh": "一般核对", "en": "To check next"},
    "weighed": {
        "zh": "按轻重：重点核对 {first} 处，文字和格式 {drafting} 处，一般核对 {then} 处（附一）。"
        "同一表述涉及几种类型的，列在最重的一种之下。",
        "en": "By weight: {first} to check first, {drafting} of drafting, {then} to check next (Annex 1). Words in "
        "which several kinds were found are quoted under the weightiest alone.",
    },
    "weighed-set": {
        "zh": "疑似新设许可、处罚、强制、收费或者禁止 {set} 处，单独列出。",
        "en": "{set} where a licence, a penalty, coercion, a fee or a prohibition may be set, listed by themselves.",
    },
    "set-said": {
        "zh": "下列内容仅见于本规定，在上位法中未见同样的规定，按类型排列；请核对制定机关能否设定、有无其他依据。",
        "en": "These stand in this rule alone, by kind: check whether the issuer may, and what else they rest on.",
    },
    "first-said": {
        "zh": "禁止、例外、义务、数量或者列举疑似改变或者缺失之处，按类型排列。",
        "en": "Where a prohibition, an exception, a duty, an amount or a list may be changed or lost, by kind.",
    },
    "then-said": {
        "zh": "主体、条件、范围、援引与上位法不同，或者内容为新增之处，按类型排列。",
        "en": "Where actors, conditions, range or citations differ, or something is added, by kind.",
    },
    "group": {"zh": "{kind}（{count} 处）", "en": "{kind} ({count})"},
    "number": {"zh": "序号", "en": "No."},
    "place": {"zh": "条款", "en": "Provision"},
    "whole": {"zh": "全文", "en": "The whole"},
    "also": {"zh": "另涉：{kinds}", "en": "also: {kinds}"},
    "times": {"zh": "{count} 处", "en": "{count} places"},
    "becomes": {"zh": " → ", "en": " → "},
    "omitted-said": {"zh": "最接近的条款均未认定为对应。", "en": "None of the nearest was taken as the counterpart."},
    "none-near": {"zh": "没有文字相近的条款", "en": "nothing comes near"},
    "criteria": {"zh": "核对标准", "en": "Criteria"},
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
        "zh": "引用的文字中，加粗并加下划线的仅见于本规定，加删除线的仅见于上位法；长条文以“…”节略，全文见条文对照表。",
        "en": "In what is quoted, bold and underlined words stand in this rule alone, struck-through words in its "
        "superior alone; long provisions are cut at “…”: the comparison table has them whole.",
    },
    "signed": {
        "zh": "审核人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿",
        "en": "Reviewer: ____________    Date: ____________",
    },
    "none": {"zh": "无。", "en": "None."},
    "criterion": {"zh": "核对标准", "en": "Criterion"},
    "nearest": {"zh": "最接近", "en": "Nearest"},
    "against": {"zh": "与{title}对照", "en": "Beside {title}"},
}
_NUMERALS = "一二三四五六七八九十"
_WHOLE = 110  # characters of a provision that are quoted, of a few; of many it is an excerpt
_FEW = 30
_ALIKE = 0.4  # what two quotations have in common that are set as a redline
_READ: tuple[Weight, ...] = ("set", "first", "drafting", "then")  # as the sections follow each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finding: where it is in the rule and in the superior, both sides' words with their marks, or a sentence on
    them; `note` tells what else was found in the same words."""

    number: int
    target_place: str
    base_place: str
    base: tuple[Run, ...] = ()
    target: tuple[Run, ...] = ()
    joined: tuple[Run, ...] = ()
    says: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All that a rule of findings found, with what is asked of it and by what it is judged."""

    kind: str
    asks: str
    judged_by: tuple[Criterion, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What of a superior has no counterpart, with what came nearest, and kinds of findings."""

    base: tuple[Passage, ...]
    nearest: str
    kinds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a memo says of the rule beside one of its superiors."""

    superior: str
    counts: tuple[int, ...]
    groups: Mapping[Weight, tuple[Group, ...]]
    omissions: tuple[Omission, ...]
    added: tuple[Passage, ...]
    decided: tuple[Note, ...]

    def told(self, weight: Weight) -> int:
        """How many entries of a weight there are."""
        return sum(len(group.entries) for group in self.groups[weight])


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
        return (self.word("superior"), *(FATE[status][self.ui] for status in lines.STATUSES), self.word("to-check"))

    @property
    def weighed(self) -> str:
        """How many entries there are of each weight, and in which section."""
        counts = {weight: sum(part.told(weight) for part in self.parts) for weight in WEIGHTS}
        besides = GAP[self.ui] + self.word("weighed-set", **counts) if counts["set"] else ""
        return self.word("weighed", **counts) + besides

    @property
    def repeating(self) -> str:
        """What an omission is, and what it is not."""
        return REPEATING[self.ui]

    @property
    def criteria(self) -> tuple[str, ...]:
        """Each criterion that a group names, with what it asks."""
        used = (one for part in self.parts for groups in part.groups.values() for g in groups for one in g.judged_by)
        colon = COLON[self.ui]
        return tuple(dict.fromkeys(f"{one.cited[self.ui]}{colon}{one.asks[self.ui]}" for one in used))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the memo is, and what it is not."""
        return tuple(self.word(key) for key in ("remark-check", "remark-criteria", "remark-marks"))

    def section(self, number: int, key: str) -> str:
        """The heading of a section, numbered as such a paper is."""
        return f"{_NUMERALS[number - 1]}、{self.word(key)}" if self.ui == "zh" else f"{number}. {self.word(key)}"

    def annex(self, number: int, key: str) -> str:
        """The heading of an annex."""
        if self.ui == "zh":
            return f"附{_NUMERALS[number - 1]}　{self.word(key)}"
        return f"Annex {number}. {self.word(key)}"

    def group_title(self, group: Group) -> str:
        """What was found, and how often."""
        return self.word("group", kind=f"{group.kind[:1].upper()}{group.kind[1:]}", count=len(group.entries))

    def judged(self, group: Group) -> str:
        """Where the criteria of a group are laid down."""
        return SEMICOLON[self.ui].join(one.cited[self.ui] for one in group.judged_by)


def memo(check: Check, *, ui: Language, date: datetime.date) -> Memo:
    """What a check found, as a memo."""
    said: set[tuple[str, str, str]] = set()
    parts = [_Part(comparison, ui, said).part() for comparison in check.comparisons]
    return Memo(
        ui=ui,
        date=date,
        title=title(visible(check.rule.name)),
        facts=tuple(_facts(check, ui, date)),
        kinds=_kinds(check, ui),
        parts=_numbered(parts),
    )


def _numbered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The entries counted in the order in which they are read: by weight, then superior by superior."""
    number = count(1)
    groups: dict[tuple[Weight, int], tuple[Group, ...]] = {}
    for one in _READ:
        for at, part in enumerate(parts):
            groups[one, at] = tuple(
                replace(group, entries=tuple(replace(entry, number=next(number)) for entry in group.entries))
                for group in part.groups[one]
            )
    return tuple(replace(part, groups={one: groups[one, at] for one in WEIGHTS}) for at, part in enumerate(parts))


def _facts(check: Check, ui: Language, date: datetime.date) -> Iterator[tuple[str, str]]:
    """What was compared with what, and why."""

    def word(key: str, **values: str) -> str:
        return _WORDS[key][ui].format(**values)

    said = check.description
    yield word("rule"), title(visible(check.rule.name))
    if said.issuer.value and said.issuer.sure:
        yield word("issuer"), visible(said.issuer.value)
    if said.date.value and said.date.sure:
        yield word("dated"), visible(day(said.date.value, ui))
    yield word("file"), visible(check.rule.source.origin)
    for superior in check.found.superiors:
        name = title(visible(superior.rule.name))
        why = visible(known_by(superior.reason, superior.named, ui, _place(check, superior, word("its-title"))))
        yield word("superior"), word("found-by", title=name, why=why)
    if check.found.missing:
        names = AND[ui].join(f"《{visible(name)}》" for name in check.found.missing)
        yield word("missing"), word("missing-said", names=names)
    yield word("made"), day(date.isoformat(), ui)


def _place(check: Check, superior: Superior[Document], otherwise: str) -> str:
    """Which provision names the superior, as it is cited."""
    eid = naming(check.rule, superior.named)
    return Reading(document=check.rule).label(eid) if eid else otherwise


def _kinds(check: Check, ui: Language) -> str:
    """How many findings there are of each kind."""
    found = Counter(finding.type for one in check.comparisons for finding in one.all_findings())
    shown = (_WORDS["kind"][ui].format(kind=FINDING[kind][ui], count=found[kind]) for kind in FINDING if found[kind])
    return _WORDS["kinds"][ui].format(kinds=AND[ui].join(shown)) if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A finding and the row it is on; no row where it is on the rule as a whole."""

    finding: Finding
    line: lines.Line | None
    also: tuple[str, ...] = ()


class _Part:
    """Finds the words for what one comparison holds; `said` are the slips that a part before it has told."""

    def __init__(self, comparison: Comparison, ui: Language, said: set[tuple[str, str, str]]) -> None:
        self.comparison = comparison
        self.ui = ui
        self.shown = lines.table(comparison)
        self.writer = Writer(self.shown, ui)
        self.said = said

    def part(self) -> Part:
        alone = [line for line in self.shown.lines if not line.row.link.base]
        gone = [line for line in self.shown.lines if not line.row.link.target]
        most = _WHOLE if len(gone) <= _FEW else EXCERPT
        groups = tuple(self.groups())
        return Part(
            superior=title(visible(self.shown.base.title)),
            counts=(*self.shown.counts.values(), self.shown.to_check),
            groups={one: tuple(group for of, group in groups if of == one) for one in WEIGHTS},
            omissions=tuple(self.omission(line, most) for line in gone),
            added=tuple(_excerpt(one, EXCERPT) for line in alone for one in self.writer.line(line).target),
            decided=tuple(self.decided()),
        )

    # --------------------------------------------------------------------------------------- groups

    def groups(self) -> Iterator[tuple[Weight, Group]]:
        """What each rule found, the weightiest first; one rule in two groups where not all of it weighs the same."""
        alike: dict[tuple[Weight, str], list[_Found]] = {}
        for one in self.found():
            alike.setdefault((weight(one.finding), one.finding.rule), []).append(one)
        for (of, rule), together in sorted(alike.items(), key=lambda group: _gravest(group[1])):
            yield (
                of,
                Group(
                    kind=RULE[rule][self.ui] if rule in RULE else FINDING[together[0].finding.type][self.ui],
                    asks=asks(rule, self.ui),
                    judged_by=criteria(one.finding for one in together),
                    entries=tuple(map(self.entry, together)),
                ),
            )

    def found(self) -> Iterator[_Found]:
        """The findings of the rows that the target has, then those on the whole."""
        for line in self.shown.lines:
            if line.row.link.target:
                yield from self.once(line)
        for finding in self.comparison.findings:
            if self.is_new(finding, (finding.eid,)):
                yield _Found(finding=finding, line=None)

    def once(self, line: lines.Line) -> Iterator[_Found]:
        """The findings of a row; what several rules found in the same words under the weightiest of them alone."""
        by_words: dict[tuple[str, str], list[Finding]] = {}
        for finding in sorted(line.row.findings, key=place):
            by_words.setdefault((finding.base, finding.target), []).append(finding)
        for first, *others in by_words.values():
            if self.is_new(first, line.row.link.target):
                also = dict.fromkeys(RULE[one.rule][self.ui] for one in others if one.rule in RULE)
                yield _Found(finding=first, line=line, also=tuple(also))

    def is_new(self, finding: Finding, eids: Sequence[str]) -> bool:
        """Whether a slip of drafting has not been told yet beside another superior."""
        if weight(finding) != "drafting":
            return True
        key = (finding.rule, finding.target, "".join(eids))
        new = key not in self.said
        self.said.add(key)
        return new

    def entry(self, found: _Found) -> Entry:
        finding, line = found.finding, found.line
        link = line.row.link if line else None
        on = link.target if link else (finding.eid,) if finding.eid else ()
        place = self.place(self.shown.target, on, finding.target) or _WORDS["whole"][self.ui]
        asked = asks(finding.rule, self.ui)
        base, target, joined = self.quoted(finding) if asked else ((), (), ())
        return Entry(
            number=0,
            target_place=place,
            base_place=self.place(self.shown.base, self.writer.on_base(finding, line), finding.base) if line else "",
            base=base,
            target=target,
            joined=joined,
            says="" if asked else self.writer.says(finding),
            note=SEMICOLON[self.ui].join(self.remarked(found)),
        )

    def place(self, reading: Reading, eids: Sequence[str], words: str) -> str:
        """The provision that has the words, as it is cited; all of a side where none has them alone."""
        holding = tuple(eid for eid in eids if words and words in reading.text(eid))
        return self.writer.places(reading, holding[:1] or eids)

    def remarked(self, found: _Found) -> Iterator[str]:
        """In how many places it is so, and what else was found in the same words."""
        if found.finding.count > 1:
            yield _WORDS["times"][self.ui].format(count=found.finding.count)
        if found.also:
            yield _WORDS["also"][self.ui].format(kinds=AND[self.ui].join(found.also))

    def quoted(self, finding: Finding) -> tuple[tuple[Run, ...], tuple[Run, ...], tuple[Run, ...]]:
        """Both sides' words, and both as one: a redline where they have enough in common.

        What is gone or new as a whole bears no marks, for the group says that it is.
        """
        base, target = map(visible, quotations(finding))
        if finding.rule.startswith("dropped-"):
            near = self.near_by(target)
            return _plain(base), near, (*_plain(base), *near)
        if finding.rule.startswith(ADDS):
            near = self.near_by(base)
            return near, _plain(target), (*_plain(target), *near)
        if base and target and (redlined := _redlined(finding)):
            return redlined
        arrow = (Run(text=_WORDS["becomes"][self.ui], style="strong"),) if base and target else ()
        return _plain(base), _plain(target), (*_plain(base), *arrow, *_plain(target))

    def near_by(self, words: str) -> tuple[Run, ...]:
        return _plain(TABLE["near-by"][self.ui].format(words=words) if words else "")

    # ----------------------------------------------------------------------------------- omissions

    def omission(self, line: lines.Line, most: int) -> Omission:
        """What is omitted, of each provision so many characters at most."""
        kinds = dict.fromkeys(FINDING[finding.type][self.ui] for finding in line.row.findings)
        return Omission(
            base=tuple(_excerpt(passage, most) for passage in self.writer.line(line).base),
            nearest=self.nearest(line) if line.candidates else "",
            kinds=AND[self.ui].join(kinds),
        )

    def nearest(self, line: lines.Line) -> str:
        """The provision that came nearest with others that came near, and why the first was not taken."""
        first, *others = line.candidates
        if first.score < LEAST_NEAR:
            return _WORDS["none-near"][self.ui]
        near = [first, *(one for one in others if one.score >= lines.CAME_NEAR)]
        shown = AND[self.ui].join(map(self.writer.scored, near))
        return SEMICOLON[self.ui].join(filter(None, (shown, self.writer.taken(line))))

    # ------------------------------------------------------------------------------------- decisions

    def decided(self) -> Iterator[Note]:
        """What reviewers decided, at which provisions; and what of it does not hold any more."""
        for line in self.shown.lines:
            place = self.writer.sides(line.row.link.base, line.row.link.target)
            for decision in line.row.decisions:
                yield self.note(place, self.writer.decision(decision))
            for one in line.row.dismissed:
                yield self.note(place, self.writer.dismissed(one))
        yield from map(self.writer.dismissed, self.comparison.dismissed)
        for stale in self.comparison.stale:
            head = f"{verdict(stale.decision)[self.ui]} {_WORDS['stale'][self.ui]}"
            yield Note(head=head, words=STALE[stale.why][self.ui])

    def note(self, place: str, said: Note) -> Note:
        words = f"{said.head}{SEMICOLON[self.ui]}{said.words}" if said.words else said.head
        return Note(head=place, words=words)


def _gravest(found: Sequence[_Found]) -> int:
    """The place of the gravest of some findings."""
    return min(place(one.finding) for one in found)


def _redlined(finding: Finding) -> tuple[tuple[Run, ...], tuple[Run, ...], tuple[Run, ...]] | None:
    """Both sides' words with what differs marked, and both as one; None where they have too little in common."""
    changed = edits(visible(finding.base), visible(finding.target))
    if kept(changed) < _ALIKE:
        return None
    redline = [edited(edit) for edit in changed]
    either: Cut = (
        finding.base_cut[0] or finding.target_cut[0],
        finding.base_cut[1] or finding.target_cut[1],
    )
    return (
        _cut([run for run in redline if run.style != "insert"], finding.base_cut),
        _cut([run for run in redline if run.style != "delete"], finding.target_cut),
        _cut(redline, either),
    )


def _cut(runs: Sequence[Run], cut: Cut) -> tuple[Run, ...]:
    """Quoted words with … where some were left out, which is no part of what differs."""
    before, behind = cut
    return (*_plain("…" if before else ""), *runs, *_plain("…" if behind else ""))


def _plain(words: str) -> tuple[Run, ...]:
    return (Run(text=words),) if words else ()


def _excerpt(passage: Passage, most: int) -> Passage:
    return replace(passage, trail="", runs=(Run(text=excerpt(passage.text, most)),))
