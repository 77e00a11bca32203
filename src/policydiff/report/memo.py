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
from collections.abc import Mapping
from dataclasses import dataclass

from policydiff.gravity import Weight
from policydiff.model import Language
from policydiff.presentation import lines
from policydiff.report.criteria import REPEATING
from policydiff.report.criterion import Criterion
from policydiff.report.issuers import Rank
from policydiff.report.notes import Note
from policydiff.report.table import Passage
from policydiff.report.terminal import Run
from policydiff.wording import COLON, FATE, SEMICOLON

_REGULATION: Mapping[Language, str] = {"zh": "地方性法规", "en": "local regulation"}
_RULE: Mapping[Language, str] = {"zh": "地方政府规章", "en": "rule (规章) of a local government"}
# What the memo says of the rank of the rule.
RANK: Mapping[Rank, Mapping[Language, str]] = {
    "state-council": {"zh": "行政法规", "en": "administrative regulation"},
    "department": {"zh": "部门规章", "en": "rule (规章) of a department of the State Council"},
    "province": _REGULATION,
    "city": _REGULATION,
    "provincial-government": _RULE,
    "city-government": _RULE,
    "document": {"zh": "规章以下的规范性文件", "en": "document below rules (规章)"},
    "regulation": {
        "zh": "行政法规或者地方性法规：规章和规范性文件不得称“条例”；审查依据分别列出",
        "en": "administrative or local regulation: nothing below is called 条例; the criteria are those for either",
    },
    "": {
        "zh": "未能判断：所列审查依据不分位阶，请按该规定的实际位阶选用",
        "en": "not known: the criteria are those for every rank; take the one that the rule has",
    },
}
WORDS: dict[str, dict[Language, str]] = {
    "title": {"zh": "审查备忘录", "en": "Review memo"},
    "rule": {"zh": "本规定", "en": "This rule"},
    "issuer": {"zh": "制定机关", "en": "Issuer"},
    "rank": {"zh": "效力位阶", "en": "Rank"},
    "by-title": {"zh": "{rank}（据标题推断，未见制定机关）", "en": "{rank} (by its title; no issuer was found)"},
    "not-listed": {
        "zh": "{rank}（{place}不在设区的市名单中，名单截至{year}年；此后设区的，请按地方政府规章核对）",
        "en": "{rank} ({place} is not among the cities with districts, as of {year}; of one that has them since, read "
        "the criteria for rules of local governments)",
    },
    "dated": {"zh": "文件日期", "en": "Date of the rule"},
    "file": {"zh": "源文件", "en": "Source file"},
    "superior": {"zh": "上位法", "en": "Superior rule"},
    "superior-of": {"zh": "上位法{number}", "en": "Superior {number}"},
    "labelled": {"zh": "{label}{title}", "en": "{label}, {title}"},
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
    "rows-said": {
        "zh": "上位法与本规定对照的行数如下，一行可以含几个条、款、项：",
        "en": "Rows in which the rule and its superior stand side by side; a row may hold several provisions:",
    },
    "sum": {"zh": "合计", "en": "In all"},
    "tally-said": {
        "zh": "待核对的内容如下，按所在部分和类型计数。同一表述涉及几种类型的计一处，列在最重的一种之下，注明“另涉”。",
        "en": "What is to be checked, by the section where it stands and by kind. Words in which several kinds were "
        "found count once, under the weightiest, with a note.",
    },
    "tally-several": {
        "zh": "对照几部上位法都有的，计一处。",
        "en": "So does what was found beside several superiors.",
    },
    "omitted-found": {
        "zh": "上位法中未见对应的条款，其中的提示",
        "en": "Found on provisions of the superior rule without a counterpart",
    },
    "section": {"zh": "所在部分", "en": "Section"},
    "places": {"zh": "处数", "en": "Places"},
    "by-kind": {"zh": "其中", "en": "Of these"},
    "kind": {"zh": "{kind} {count}", "en": "{kind} {count}"},
    "set": {
        "zh": "疑似新设的许可、处罚、强制、收费、证明和禁止等",
        "en": "Licences, penalties, coercion, fees, proofs, prohibitions and the like that may be set here",
    },
    "first": {"zh": "重点核对", "en": "To check first"},
    "then": {"zh": "一般核对", "en": "To check next"},
    "set-said": {
        "zh": "下列内容仅见于本规定，在上位法中未见同样的规定，按类型排列；请核对制定机关能否设定、有无其他依据。"
        "同一列举中的各项只引第一项，注明“（几处）”的，其他各项请一并核对。",
        "en": "These stand in this rule alone, by kind: check whether the issuer may, and what else they rest on. Of "
        "several items of one list the first is quoted, with their number: read the others as well.",
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
    "silent": {
        "zh": "对照{names}时未提示，请一并核对",
        "en": "not told beside {names}: check that as well",
    },
    "becomes": {"zh": " → ", "en": " → "},
    "omitted-said": {"zh": "最接近的条款均未认定为对应。", "en": "None of the nearest was taken as the counterpart."},
    "omitted-more": {
        "zh": "另有下列条款，未见相近的内容，条文见条文对照表：{places}。",
        "en": "Besides, nothing was found near these; the comparison table has their words: {places}.",
    },
    "none-near": {"zh": "没有文字相近的条款", "en": "nothing comes near"},
    "criteria": {"zh": "核对标准", "en": "Criteria"},
    "omitted": {"zh": "上位法中未见对应的条款", "en": "Provisions of the superior rule without a counterpart"},
    "added": {"zh": "本规定新增的条款", "en": "Provisions that stand in this rule alone"},
    "added-said": {
        "zh": "下列条款在上位法中未见对应。请核对是否有其他依据、是否属于制定机关的权限。",
        "en": "These have no counterpart in the superior rule. Check what else they rest on, and whether the issuer "
        "may set them.",
    },
    "added-by-none": {"zh": "各上位法均未见对应", "en": "No superior rule has them"},
    "added-by-some": {"zh": "部分上位法未见对应", "en": "Some superior rules have them"},
    "added-lack": {"zh": "{names}未见对应", "en": "no counterpart in {names}"},
    "added-has": {"zh": "{label}{places}（{fate}）", "en": "{label}, {places} ({fate})"},
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


def superior_label(place: int, of: int, language: Language) -> str:
    """What one of several superiors is called, the first being 1; nothing of a single one."""
    if of == 1:
        return ""
    in_chinese = language == "zh" and place <= len(_NUMERALS)
    return WORDS["superior-of"][language].format(number=_NUMERALS[place - 1] if in_chinese else place)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoEntry:
    """A finding: where it is in the rule and in the superior, both sides' words with their marks, or a sentence on
    them; `note` tells what else was found in the same words. `order` is its place in the rule, and of several superiors
    `superior` is the label of the one that is meant."""

    number: int
    target_place: str
    base_place: str
    base: tuple[Run, ...] = ()
    target: tuple[Run, ...] = ()
    joined: tuple[Run, ...] = ()
    says: str = ""
    note: str = ""
    order: int = 0
    superior: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All that a rule of findings found, with what is asked of it and by what it is judged; the gravest of it has the
    least `gravity`."""

    gravity: int
    kind: str
    asks: str
    judged_by: tuple[Criterion, ...]
    entries: tuple[MemoEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What of a superior has no counterpart, with what came nearest, of an item which others of its list are `kept`,
    and kinds of findings."""

    base: tuple[Passage, ...]
    nearest: str
    kept: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A provision that a superior at least lacks; of several superiors, `says` what the others have, and nothing where
    all lack it."""

    passage: Passage
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a memo says of the rule beside one of its superiors; of several, `label` is what that is called. `groups`
    are what was found beside it alone. `far` cites what of many omissions nothing came near and nothing was found on,
    and what `omissions` therefore does not quote."""

    label: str
    superior: str
    counts: tuple[int, ...]
    groups: Mapping[Weight, tuple[Group, ...]]
    omissions: tuple[Omission, ...]
    far: str
    decided: tuple[Note, ...]

    def named(self, language: Language) -> str:
        """The superior, of several with its label."""
        if not self.label:
            return self.superior
        return WORDS["labelled"][language].format(label=self.label, title=self.superior)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """A review memo in the language of the interface. `groups` are what was found beside all superiors, of each weight
    the gravest kind first, the entries of a kind in the order of the rule."""

    ui: Language
    date: datetime.date
    title: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    groups: Mapping[Weight, tuple[Group, ...]]
    added: tuple[Addition, ...]

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
        return (self.word("superior"), *(FATE[status][self.ui] for status in lines.STATUSES), self.word("sum"))

    @property
    def tally_heads(self) -> tuple[str, ...]:
        """The heads of the table of what is to be checked."""
        return self.word("section"), self.word("places"), self.word("by-kind")

    def tally(self) -> tuple[tuple[str, int, str], ...]:
        """For each section how many entries there are, and of which kinds; then how many in all."""
        of_omissions = Counter(kind for part in self.parts for one in part.omissions for kind in one.kinds)
        found = (
            (self.word("set"), self._kinds("set")),
            (self.word("first"), self._kinds("first")),
            (self.word("omitted-found"), of_omissions),
            (self.word("drafting"), self._kinds("drafting")),
            (self.annex(1, "then"), self._kinds("then")),
        )
        told = tuple((name, kinds.total(), self._counted(kinds)) for name, kinds in found if kinds)
        return (*told, (self.word("sum"), sum(count for _, count, _ in told), ""))

    def _kinds(self, of: Weight) -> Counter[str]:
        return Counter({self.kind(group): len(group.entries) for group in self.groups[of]})

    def _counted(self, found: Mapping[str, int]) -> str:
        shown = (self.word("kind", kind=kind, count=count) for kind, count in found.items())
        return SEMICOLON[self.ui].join(shown)

    @property
    def repeating(self) -> str:
        """What an omission is, and what it is not."""
        return REPEATING[self.ui]

    @property
    def criteria(self) -> tuple[str, ...]:
        """Each criterion that a group names, with what it asks."""
        used = (one for groups in self.groups.values() for group in groups for one in group.judged_by)
        colon = COLON[self.ui]
        return tuple(dict.fromkeys(f"{one.cited[self.ui]}{colon}{one.asks[self.ui]}" for one in used))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the memo is, and what it is not."""
        return tuple(self.word(key) for key in ("remark-check", "remark-criteria", "remark-marks"))

    def added_in_parts(self) -> tuple[tuple[str, tuple[Addition, ...]], ...]:
        """What no superior has, then what some have, each under the key of its heading; none is empty."""
        by_none = tuple(one for one in self.added if not one.says)
        by_some = tuple(one for one in self.added if one.says)
        return tuple((key, some) for key, some in (("added-by-none", by_none), ("added-by-some", by_some)) if some)

    def section(self, number: int, key: str) -> str:
        """The heading of a section, numbered as such a paper is."""
        return f"{_NUMERALS[number - 1]}、{self.word(key)}" if self.ui == "zh" else f"{number}. {self.word(key)}"

    def annex(self, number: int, key: str) -> str:
        """The heading of an annex."""
        if self.ui == "zh":
            return f"附{_NUMERALS[number - 1]}　{self.word(key)}"
        return f"Annex {number}. {self.word(key)}"

    def kind(self, group: Group) -> str:
        """What was found, as a heading begins."""
        return f"{group.kind[:1].upper()}{group.kind[1:]}"

    def group_title(self, group: Group) -> str:
        """What was found, and how often."""
        return self.word("group", kind=self.kind(group), count=len(group.entries))

    def judged(self, group: Group) -> str:
        """Where the criteria of a group are laid down."""
        return SEMICOLON[self.ui].join(one.cited[self.ui] for one in group.judged_by)
