"""The words that people read for the codes that values carry, in Chinese and in English.

One home, so that the terminal, the site and the Word table call the same thing by the same name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from policydiff.model import (
    Basis,
    Cut,
    Decision,
    DocumentKind,
    Fate,
    Finding,
    FindingType,
    KnownBy,
    Lack,
    Language,
    Problem,
    ProblemKind,
    Relation,
    ResidueReason,
    Since,
    StaleReason,
    Status,
    Treatment,
    Verdict,
)

# What stands between words that are put together, in the language of the interface.
AND: dict[Language, str] = {"zh": "、", "en": ", "}
COLON: dict[Language, str] = {"zh": "：", "en": ": "}
SEMICOLON: dict[Language, str] = {"zh": "；", "en": "; "}
GAP: dict[Language, str] = {"zh": "", "en": " "}  # between two sentences

# What became of a provision. A text that restates a rule in part, as it pleases, omits nothing: what it lacks is called
# by its relation to the rule. What a translation lacks is to be looked at all the same. What a new text of a rule lacks
# was deleted, and of two rules that have nothing to do with each other neither owes the other anything.
FATE: dict[Fate, dict[Language, str]] = {
    "unquoted": {"zh": "未引用", "en": "not quoted"},
    "untranslated": {"zh": "未译", "en": "not translated"},
    "revised": {"zh": "删除", "en": "deleted"},
    "unrelated": {"zh": "未见", "en": "absent"},
    "unchanged": {"zh": "一致", "en": "unchanged"},
    "changed": {"zh": "变更", "en": "changed"},
    "omitted": {"zh": "遗漏", "en": "omitted"},
    "added": {"zh": "新增", "en": "added"},
}
FATE_SIGN: dict[Fate, str] = {
    "unquoted": "·",
    "untranslated": "·",
    "revised": "−",
    "unrelated": "−",
    "unchanged": "=",
    "changed": "≠",
    "omitted": "−",
    "added": "+",
}
LACKS: dict[Relation, Lack] = {"implements": "omitted", "quotes": "unquoted", "translates": "untranslated"}
RESTATED_IN_PART: tuple[Lack, ...] = ("unquoted", "untranslated")


def fate(status: Status, lack: Lack = "omitted") -> Fate:
    """What became of a provision; `lack` is what the text does with one that it does not have."""
    return lack if status == "omitted" else status


Roles = Mapping[str, Mapping[Language, str]]  # of the base and of the target

# What the two texts of a comparison are to each other, as a sentence speaks of them; by what the second one does with
# a provision that it does not have.
ROLES: Mapping[Lack, Roles] = {
    "omitted": {
        "base": {"zh": "上位法", "en": "the superior rule"},
        "target": {"zh": "本规定", "en": "this rule"},
    },
    "unquoted": {
        "base": {"zh": "上位法", "en": "the superior rule"},
        "target": {"zh": "本文", "en": "this text"},
    },
    "untranslated": {
        "base": {"zh": "原文", "en": "the original"},
        "target": {"zh": "译文", "en": "the translation"},
    },
    "revised": {
        "base": {"zh": "现行文本", "en": "the present text"},
        "target": {"zh": "修订文本", "en": "the revised text"},
    },
    "unrelated": {
        "base": {"zh": "基准文本", "en": "the base text"},
        "target": {"zh": "对照文本", "en": "the compared text"},
    },
}
RULE_AND_SUPERIOR = ROLES["omitted"]


def relation(lack: Lack, *, across: bool) -> Lack:
    """Which roles two texts have; of two languages the one translates the other, where nothing else is known."""
    return "untranslated" if across and lack == "omitted" else lack


def roles(lack: Lack, *, across: bool) -> Roles:
    """What two texts are to each other."""
    return ROLES[relation(lack, across=across)]


def head(words: str) -> str:
    """What a sentence speaks of as it stands by itself: the superior rule, Superior rule."""
    bare = words.removeprefix("the ")
    return f"{bare[:1].upper()}{bare[1:]}"


def in_roles(words: str, said: Roles, ui: Language) -> str:
    """The words with both texts in their places: {base} and {target} in a sentence, {Base} and {Target} by themselves.
    What else is to be filled in stays."""
    for side in ("base", "target"):
        words = words.replace(f"{{{side}}}", said[side][ui]).replace(f"{{{side.capitalize()}}}", head(said[side][ui]))
    return words


KIND: dict[DocumentKind, dict[Language, str]] = {
    "central": {"zh": "上位法", "en": "central measures"},
    "local": {"zh": "地方规定", "en": "local rule"},
    "translation": {"zh": "译文", "en": "translation"},
    "commentary": {"zh": "解读", "en": "commentary"},
}

RELATION: dict[Relation, dict[Language, str]] = {
    "implements": {"zh": "实施", "en": "implements"},
    "translates": {"zh": "翻译", "en": "translates"},
    "quotes": {"zh": "引用", "en": "quotes"},
}

LANGUAGE: dict[Language, dict[Language, str]] = {
    "zh": {"zh": "中文", "en": "Chinese"},
    "en": {"zh": "英文", "en": "English"},
}

FINDING: dict[FindingType, dict[Language, str]] = {
    "actor": {"zh": "主体", "en": "actor"},
    "modality": {"zh": "义务强度", "en": "modality"},
    "number": {"zh": "数字", "en": "number"},
    "reference": {"zh": "援引", "en": "reference"},
    "scope": {"zh": "范围", "en": "scope"},
    "dropped-duty": {"zh": "缺失义务", "en": "dropped duty"},
    "added-duty": {"zh": "新增义务", "en": "added duty"},
    "drafting": {"zh": "文字", "en": "drafting"},
}

# What the finding's rule is called, by its name in the data.
RULE: dict[str, dict[Language, str]] = {
    "prohibition": {"zh": "禁止性要求", "en": "prohibition"},
    "modality": {"zh": "应当、可以", "en": "shall and may"},
    "number": {"zh": "数量、期限", "en": "amounts and times"},
    "threshold": {"zh": "是否含本数", "en": "number included"},
    "exception": {"zh": "例外变动", "en": "exception changed"},
    "dropped-exception": {"zh": "例外缺失", "en": "exception dropped"},
    "added-exception": {"zh": "例外增设", "en": "exception added"},
    "dropped-condition": {"zh": "条件缺失", "en": "condition dropped"},
    "added-condition": {"zh": "条件增设", "en": "condition added"},
    "actor": {"zh": "主体变动", "en": "body changed"},
    "renamed": {"zh": "主体统一更名", "en": "body renamed"},
    "instrument": {"zh": "援引文件", "en": "instrument cited"},
    "citation": {"zh": "援引条号", "en": "article cited"},
    "reference": {"zh": "援引变动", "en": "reference changed"},
    "dead-citation": {"zh": "援引落空", "en": "citation leads nowhere"},
    "alternative": {"zh": "选择与并列", "en": "either or both"},
    "open-list": {"zh": "列举兜底", "en": "open list"},
    "dropped-element": {"zh": "列举缺项", "en": "list shortened"},
    "added-element": {"zh": "列举增项", "en": "list extended"},
    "scope": {"zh": "范围限定", "en": "range"},
    "dropped-duty": {"zh": "内容缺失", "en": "clause dropped"},
    "added-duty": {"zh": "内容增设", "en": "clause added"},
    "dropped-here": {"zh": "本处缺失", "en": "clause dropped here"},
    "added-here": {"zh": "本处增设", "en": "clause added here"},
    "sanction-without-duty": {"zh": "责任缺少义务", "en": "sanction without duty"},
    "cited-title": {"zh": "上位法名称", "en": "title of the superior"},
    "look-alike": {"zh": "形近错字", "en": "wrong character"},
    "numbering": {"zh": "编号", "en": "numbering"},
    "own-name": {"zh": "文种自称", "en": "what it calls itself"},
    "two-names": {"zh": "名称不一", "en": "two names"},
    "untranslated": {"zh": "漏译", "en": "untranslated"},
}


def rule_name(rule: str, language: Language) -> str:
    """What a finding's rule is called; one of another version of this program by its name in the data."""
    return RULE[rule][language] if rule in RULE else rule


BASIS: dict[Basis, dict[Language, str]] = {
    "text": {"zh": "文字相同或相近", "en": "wording"},
    "structure": {"zh": "结构位置", "en": "place in the structure"},
    "doubtful": {"zh": "对应存疑", "en": "pairing to check"},
    "quotation": {"zh": "引文", "en": "quotation"},
    "restatement": {"zh": "转述", "en": "restated in prose"},
    "role": {"zh": "条款性质", "en": "role of the clause"},
    "translation": {"zh": "译文对应", "en": "translation"},
    "review": {"zh": "审核认定", "en": "reviewer's decision"},
    "none": {"zh": "无对应条款", "en": "no counterpart"},
}

# Why the nearest provision was not taken as the counterpart, where it was near.
TAKEN: dict[Language, str] = {
    "zh": "{near}未认定为对应：其文字已与{taken}对应，同一文字只对应一次。",
    "en": "{near} was not taken: its words already answer {taken}, and words answer once.",
}

# What a provision does with one of another rule (`policydiff trace`).
TREATMENT: dict[Treatment, dict[Language, str]] = {
    "restates": {"zh": "重述", "en": "restates"},
    "adapts": {"zh": "改写", "en": "adapts"},
    "cites": {"zh": "援引", "en": "cites"},
}

# How it is known what a rule implements, which it calls `named` at a place of it.
_KNOWN_BY: dict[KnownBy, dict[Language, str]] = {
    "asked": {"zh": "按指定", "en": "as asked"},
    "catalogue": {"zh": "文件库目录载明", "en": "as the library's catalogue says"},
    "text": {"zh": "{place}称依据《{named}》", "en": "{place} rests on 《{named}》"},
    "slip": {
        "zh": "{place}称依据《{named}》，文件库中名称最接近",
        "en": "{place} rests on 《{named}》; of the library this title is the nearest",
    },
    "words": {"zh": "由文字推断", "en": "inferred from the words"},
}
_THE_TEXT: dict[Language, str] = {"zh": "正文", "en": "the text"}


def known_by(reason: KnownBy, named: str, language: Language, place: str = "") -> str:
    """How it is known that a rule implements another, which it calls `named` at a place of it, or in its text."""
    return _KNOWN_BY[reason][language].format(place=place or _THE_TEXT[language], named=named)


_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def day(date: str, language: Language) -> str:
    """A date as a language writes it: 2021-05-01 is 2021年5月1日, 2021-05 is 2021年5月; what is no date stays."""
    if language == "en" or not (found := _DAY.fullmatch(date)):
        return date
    return "".join(f"{int(number)}{unit}" for number, unit in zip(found.groups(), "年月日", strict=True) if number)


UNDATED: dict[Language, str] = {"zh": "日期不明", "en": "undated"}

# What has changed since a rule was made, in the rules that it follows.
SINCE: dict[Since, dict[Language, str]] = {
    "older": {
        "zh": "本规定（{own}）早于所依据的《{title}》现行版本（{date}），请核对。",
        "en": "This rule ({own}) is older than the edition in force of 《{title}》 ({date}) that it follows: check.",
    },
    "gone": {
        "zh": "援引《{title}》{cited}，现行版本（{date}）中没有这一条，请核对。",
        "en": "It cites 《{title}》 {cited}; the edition in force ({date}) has no such article: check.",
    },
    "moved": {
        "zh": "援引《{title}》{cited}，其内容在现行版本（{date}）中为{now}，请核对。",
        "en": "It cites 《{title}》 {cited}, whose words are {now} in the edition in force ({date}): check.",
    },
}

VERDICT: dict[Verdict, dict[Language, str]] = {
    "confirm": {"zh": "已确认", "en": "confirmed"},
    "reject": {"zh": "否定对应", "en": "rejected"},
    "pair": {"zh": "人工对应", "en": "paired"},
    "dismiss": {"zh": "已排除", "en": "dismissed"},
    "note": {"zh": "批注", "en": "note"},
}
_STANDS_ALONE: dict[Language, str] = {"zh": "确认无对应", "en": "without counterpart"}


def verdict(decision: Decision) -> dict[Language, str]:
    """What a reviewer decided, in a word; of provisions that were paired with none, that they stand alone."""
    is_alone = decision.verdict == "pair" and not (decision.base and decision.target)
    return _STANDS_ALONE if is_alone else VERDICT[decision.verdict]


STALE: dict[StaleReason, dict[Language, str]] = {
    "changed": {"zh": "条文文字已变", "en": "the words have changed since"},
    "gone": {"zh": "条文已不存在", "en": "a provision named in it is gone"},
    "absent": {"zh": "该行或该提示已不存在", "en": "there is no such row or finding any more"},
    "ambiguous": {"zh": "现有多处提示与之相符", "en": "several findings fit it now"},
    "overruled": {"zh": "已为后来的审核意见取代", "en": "a later decision overrules it"},
    "reversed": {
        "zh": "记录时两份文件的先后相反，那时的提示不是现在的提示",
        "en": "it was made with the two documents the other way round, and so were its findings",
    },
    "uncompared": {"zh": "两份文件已不再对照", "en": "these documents are not compared any more"},
}

RESIDUE: dict[ResidueReason, dict[Language, str]] = {
    "title": {"zh": "标题", "en": "title"},
    "letterhead": {"zh": "发文机关标志", "en": "letterhead"},
    "document-number": {"zh": "发文字号", "en": "document number"},
    "addressee": {"zh": "主送机关", "en": "addressee"},
    "approval": {"zh": "题注", "en": "approval line"},
    "date": {"zh": "日期", "en": "date"},
    "signature": {"zh": "落款", "en": "signature"},
    "byline": {"zh": "来源信息", "en": "byline"},
    "contents": {"zh": "目录", "en": "table of contents"},
    "annex-list": {"zh": "附件清单", "en": "list of annexes"},
    "annex-mark": {"zh": "附件标记", "en": "mark of an annex"},
    "heading": {"zh": "小标题", "en": "heading"},
    "page-mark": {"zh": "页码", "en": "page mark"},
    "web-page": {"zh": "网页附加内容", "en": "web page chrome"},
    "other-language": {"zh": "另一语种", "en": "the other language"},
    "syntax": {"zh": "格式标记", "en": "format mark"},
    "comment": {"zh": "注释", "en": "comment"},
    "separator": {"zh": "分隔符", "en": "separator"},
    "footnote": {"zh": "脚注、尾注", "en": "footnote"},
    "hidden": {"zh": "隐藏文字", "en": "hidden text"},
    "deleted": {"zh": "删去的文字", "en": "deleted text"},
    "other-column": {"zh": "对照表另一栏", "en": "the other column"},
    "running-head": {"zh": "页眉页脚", "en": "running head"},
}

# What stands on a comparison table (条文对照表) beside the documents' own words.
TABLE: dict[str, dict[Language, str]] = {
    "title": {"zh": "条文对照表", "en": "Comparison table"},
    "number": {"zh": "序号", "en": "No."},
    "base": {"zh": "{Base}条文", "en": "{Base}"},
    "target": {"zh": "{Target}条文", "en": "{Target}"},
    "kind": {"zh": "对照类型", "en": "Relation"},
    "notes": {"zh": "说明及依据", "en": "Notes and basis"},
    "base-title": {"zh": "{Base}", "en": "{Base}"},
    "target-title": {"zh": "{Target}", "en": "{Target}"},
    "date": {"zh": "制表日期", "en": "Date"},
    "counts": {"zh": "共 {rows} 行", "en": "{rows} rows"},
    "to-check": {"zh": "待核对 {found} 处", "en": "{found} to check"},
    "absent": {"zh": "（无对应条文）", "en": "(no counterpart)"},
    "moved": {"zh": "移位", "en": "moved"},
    "split": {"zh": "拆分", "en": "split"},
    "merged": {"zh": "合并", "en": "merged"},
    "regrouped": {"zh": "重组", "en": "regrouped"},
    "rewritten": {"zh": "改写", "en": "rewritten"},
    "basis": {"zh": "对应依据", "en": "matched by"},
    "form": {"zh": "标点", "en": "form"},
    "form-said": {
        "zh": "仅标点、空格或者全半角不同。",
        "en": "Only punctuation, spacing or character width differs.",
    },
    "nearest": {"zh": "最接近", "en": "nearest"},
    "nearest-none": {"zh": "{place}，文字并不相近。", "en": "{place}, which does not come near."},
    "near-by": {"zh": "（相近处：{words}）", "en": " (near it: {words})"},
    "moved-said": {"zh": "在{target}中排在{after}之后。", "en": "stands after {after} in {target}."},
    "also": {"zh": "另见", "en": "also in"},
    "also-row": {"zh": "{label}（第 {row} 行）", "en": "row {row} ({label})"},
    "nearest-said": {"zh": "{places}；均未认定为对应。", "en": "{places}; none was taken as the counterpart."},
    "score": {"zh": "{label}（{score}）", "en": "{label} ({score})"},
    "who": {"zh": "（{who}）", "en": " ({who})"},
    "whole": {"zh": "对全文的提示", "en": "On the document as a whole"},
    "marks": {"zh": "标记", "en": "Marks"},
    "key-insert": {"zh": "加粗并加下划线", "en": "bold and underlined"},
    "key-insert-said": {"zh": "：仅见于{target}的文字；", "en": ": only in {target}; "},
    "key-delete": {"zh": "加删除线", "en": "struck through"},
    "key-delete-said": {"zh": "：仅见于{base}的文字。", "en": ": only in {base}. "},
    "key-moved": {
        "zh": "“→1”与“1→”编号相同：同一文字只是移位。",
        "en": "“→1” and “1→”, of one number: the same words, only moved. ",
    },
    "key-whole": {
        "zh": "仅一方有的条文、改写的条文见“对照类型”栏，文字不逐一标记。",
        "en": "What one side alone has, or what was rewritten, is named under “Relation”, not marked word by word.",
    },
    "key-across": {
        "zh": "两种语言的对照，不逐字标记。",
        "en": "The texts are in two languages; nothing is marked word by word.",
    },
    "no-conclusion": {
        "zh": "本表列出文本差异供核对，不作法律结论。",
        "en": "This table shows where texts differ, for checking. It draws no legal conclusion.",
    },
    "page": {"zh": "第 {page} 页 共 {pages} 页", "en": "Page {page} of {pages}"},
    "base-place": {"zh": "{Base}条款", "en": "Provision of {base}"},
    "target-place": {"zh": "{Target}条款", "en": "Provision of {target}"},
    "shape": {"zh": "变动方式", "en": "Shape"},
    "versions": {"zh": "各规定并列", "en": "Side by side"},
    "left-out": {"zh": "遗漏份数", "en": "Left out by"},
    "words": {"zh": "条文", "en": "Words"},
    "finding-kinds": {"zh": "提示类型", "en": "Kinds of finding"},
    "findings": {"zh": "提示", "en": "Findings"},
    "finding": {"zh": "提示类型", "en": "Kind"},
    "row": {"zh": "表中序号", "en": "Row"},
    "base-words": {"zh": "{Base}用语", "en": "Words of {base}"},
    "target-words": {"zh": "{Target}用语", "en": "Words of {target}"},
    "says": {"zh": "说明", "en": "What it says"},
    "rule": {"zh": "规则", "en": "Rule"},
    "review": {"zh": "审核意见", "en": "Reviewer's decision"},
    "summary": {"zh": "概要", "en": "Summary"},
    "file": {"zh": "源文件", "en": "Source file"},
    "digest": {"zh": "校验值（SHA-256）", "en": "SHA-256"},
    "rows": {"zh": "行数", "en": "Rows"},
    "found": {"zh": "待核对", "en": "To check"},
}

# What `check` and `report` say where they do not find what a rule implements.
CHECK: dict[str, dict[Language, str]] = {
    "no-library": {
        "zh": "{rule}：这里没有文件库，无从查找它所依据的规定。"
        "请用 --base 指定上位法的文件，或者用 --library 指定文件库。",
        "en": "{rule}: there is no library here to find in what it implements. "
        "Name the superior rule with --base FILE, or the library with --library DIR.",
    },
    "nothing": {
        "zh": "{rule}：文件库中没有找到它所依据的规定。",
        "en": "{rule}: what it implements was not found in the library.",
    },
    "names": {"zh": "正文称依据{names}。", "en": "The text rests on {names}."},
    "names-nothing": {
        "zh": "正文中没有“根据《…》”之类的表述。",
        "en": "The text says nowhere 根据《…》.",
    },
    "candidates": {"zh": "可能是：{candidates}。", "en": "It may be: {candidates}."},
    "no-candidates": {"zh": "文件库中没有上位法。", "en": "The library holds no superior rule."},
    "say": {"zh": "请指明：{ids}", "en": "Say which: {ids}"},
    "or": {"zh": " 或者 ", "en": " or "},
}

# What a finding says, by the name of its rule: where both sides have words, where only the base has, where only the
# target has. One sentence: what differs and why it matters; a question to the reviewer, never a legal conclusion.
MESSAGE: dict[str, dict[Language, tuple[str, str, str]]] = {
    "prohibition": {
        "zh": (
            "{superior}的禁止性要求“{base}”在对应处“{target}”不再是禁止，疑似放宽，请核对。",
            "{superior}的禁止性要求“{base}”在对应条文中不再出现，疑似放宽，请核对。",
            "对应条文增加了禁止性要求“{target}”，请核对有无依据。",
        ),
        "en": (
            "“{base}” forbids; “{target}” no longer does: possibly more lenient, check.",
            "The prohibition “{base}” does not appear: possibly more lenient, check.",
            "“{target}” is a new prohibition: check what it rests on.",
        ),
    },
    "modality": {
        "zh": (
            "“{base}”变为“{target}”，义务、授权或者禁止的强度不同，请核对。",
            "“{base}”的义务强度在对应条文中没有体现，请核对。",
            "对应条文“{target}”的义务强度为{superior}所无，请核对。",
        ),
        "en": (
            "“{base}” becomes “{target}”: duty, permission and prohibition bind differently, check.",
            "The force of “{base}” is not carried over, check.",
            "The force of “{target}” is new, check.",
        ),
    },
    "number": {
        "zh": (
            "“{base}”与“{target}”的数量、期限或者频次不同，或者只有一方作了规定，适用结果可能不同，请核对。",
            "{superior}的数量、期限或者频次“{base}”在对应条文中不再出现，请核对。",
            "“{target}”规定的数量、期限或者频次为{superior}所无，请核对有无依据。",
        ),
        "en": (
            "“{base}” and “{target}” set another amount, time or frequency, or one of them sets none: check.",
            "The amount, time or frequency “{base}” does not appear, check.",
            "“{target}” sets an amount, time or frequency {superior} does not, check.",
        ),
    },
    "threshold": {
        "zh": (
            "“{base}”与“{target}”一个包括本数，一个不包括本数，请核对。",
            "“{base}”是否包括本数没有体现，请核对。",
            "“{target}”是否包括本数与{superior}不同，请核对。",
        ),
        "en": (
            "One of “{base}” and “{target}” includes the number itself, the other does not: check.",
            "Whether “{base}” includes the number itself is lost, check.",
            "Whether “{target}” includes the number itself differs, check.",
        ),
    },
    "exception": {
        "zh": (
            "例外规定由“{base}”变为“{target}”，适用范围可能扩大或者缩小，请核对。",
            "例外规定“{base}”在对应条文中不再出现，适用范围可能扩大，请核对。",
            "“{target}”增加了例外，要求可能放宽，请核对。",
        ),
        "en": (
            "The exception changes from “{base}” to “{target}”: the rule may reach further or less far, check.",
            "The exception “{base}” does not appear: the rule may reach further, check.",
            "“{target}” adds an exception: the rule may be more lenient, check.",
        ),
    },
    "dropped-exception": {
        "zh": (
            "例外或者限制性规定“{base}”在对应处“{target}”没有，适用范围可能扩大，请核对。",
            "例外或者限制性规定“{base}”在对应条文中不再出现，适用范围可能扩大，请核对。",
            "对应条文“{target}”没有{superior}的例外，请核对。",
        ),
        "en": (
            "The exception or proviso “{base}” does not stand at “{target}”: the rule may reach further, check.",
            "The exception or proviso “{base}” does not appear: the rule may reach further, check.",
            "“{target}” lacks an exception of {superior}, check.",
        ),
    },
    "added-exception": {
        "zh": (
            "与“{base}”相比，“{target}”增加了例外或者限制，要求可能放宽，请核对。",
            "“{base}”在对应条文中增加了例外，请核对。",
            "“{target}”增加了例外或者限制，要求可能放宽，请核对。",
        ),
        "en": (
            "Beside “{base}”, “{target}” adds an exception or proviso: the rule may be more lenient, check.",
            "An exception is added to “{base}”, check.",
            "“{target}” adds an exception or proviso: the rule may be more lenient, check.",
        ),
    },
    "actor": {
        "zh": (
            "主体不同：{superior}为“{base}”，对应处为“{target}”，请核对义务或者权限由谁承担。",
            "主体“{base}”在对应条文中不再出现，义务或者权限由谁承担，请核对。",
            "对应条文增加了主体“{target}”，请核对其权限。",
        ),
        "en": (
            "The body differs: “{base}” in {superior}, “{target}” here: check who bears the duty or holds the power.",
            "“{base}” is no longer named: check who bears the duty or holds the power.",
            "“{target}” is named in addition: check its competence.",
        ),
    },
    "renamed": {
        "zh": ("主体“{base}”在{count}处变为“{target}”，请核对是否为同级对应机构。",) * 3,
        "en": ("“{base}” becomes “{target}” in {count} places: check that it is the matching body.",) * 3,
    },
    "instrument": {
        "zh": (
            "援引的文件不同：{superior}为“{base}”，对应处为“{target}”，制定或者适用的依据可能不同，请核对。",
            "{superior}援引的文件“{base}”在对应条文中不再出现，请核对。",
            "对应条文增加援引“{target}”，请核对该文件是否适用。",
        ),
        "en": (
            "The instrument cited differs: “{base}” in {superior}, “{target}” here: the basis may differ, check.",
            "The instrument “{base}” is no longer cited, check.",
            "“{target}” is cited in addition: check that it applies.",
        ),
    },
    "citation": {
        "zh": (
            "“{base}”的对应条文不是“{target}”所指的条，援引的条号疑似没有随条文增减调整，请核对。",
            "“{base}”中的援引在对应条文中不再出现，请核对。",
            "“{target}”增加了援引，请核对所指内容。",
        ),
        "en": (
            "“{target}” is not the counterpart of what “{base}” cites: the number may not have followed "
            "when articles were inserted or dropped; please check.",
            "The citation in “{base}” no longer stands in the counterpart; please check.",
            "“{target}” adds a citation; please check what it points to.",
        ),
    },
    "reference": {
        "zh": (
            "援引由“{base}”变为“{target}”，所指条款或者文件可能不同，请核对。",
            "“{base}”中的援引在对应条文中不再出现，请核对。",
            "“{target}”增加了援引，请核对所指内容。",
        ),
        "en": (
            "The reference changes from “{base}” to “{target}”: it may point elsewhere, check.",
            "The reference in “{base}” does not appear, check.",
            "“{target}” adds a reference: check what it points at.",
        ),
    },
    "dropped-condition": {
        "zh": (
            "适用条件“{base}”在对应处“{target}”没有，适用范围可能改变，请核对。",
            "适用条件“{base}”在对应条文中不再出现，适用范围可能改变，请核对。",
            "对应条文“{target}”没有{superior}的适用条件，请核对。",
        ),
        "en": (
            "The condition “{base}” does not stand at “{target}”: the rule may reach further, check.",
            "The condition “{base}” does not appear: the rule may reach further, check.",
            "“{target}” lacks a condition of {superior}, check.",
        ),
    },
    "added-condition": {
        "zh": (
            "与“{base}”相比，对应条文增加了适用条件“{target}”，适用范围可能缩小，请核对。",
            "“{base}”在对应条文中增加了适用条件，请核对。",
            "对应条文增加了适用条件“{target}”，适用范围可能缩小，请核对。",
        ),
        "en": (
            "Beside “{base}”, “{target}” is a new condition: the rule may reach less far, check.",
            "A condition is added to “{base}”, check.",
            "“{target}” is a new condition: the rule may reach less far, check.",
        ),
    },
    "alternative": {
        "zh": ("“{base}”变为“{target}”，选择与并处、适用与参照适用的关系不同，请核对。",) * 3,
        "en": ("“{base}” becomes “{target}”: alternative and cumulative differ, check.",) * 3,
    },
    "open-list": {
        "zh": (
            "“{base}”与“{target}”一个以“等”字兜底，一个没有，列举是否穷尽不同，请核对。",
            "“{base}”以“等”字兜底，对应处的列举没有兜底，请核对。",
            "“{target}”以“等”字兜底，{superior}的列举没有兜底，请核对。",
        ),
        "en": (
            "One of the lists “{base}” and “{target}” is open, the other closed: check.",
            "“{base}” leaves its list open; the other side closes it: check.",
            "“{target}” leaves its list open; {superior} closes it: check.",
        ),
    },
    "scope": {
        "zh": (
            "“{base}”变为“{target}”，对象、范围或者限定不同，请核对。",
            "限定“{base}”在对应条文中不再出现，范围可能改变，请核对。",
            "对应条文增加了限定“{target}”，范围可能改变，请核对。",
        ),
        "en": (
            "“{base}” becomes “{target}”: another object, range or qualification, check.",
            "“{base}” does not appear: the range may change, check.",
            "“{target}” is added: the range may change, check.",
        ),
    },
    "dropped-element": {
        "zh": (
            "{superior}列举的“{base}”在对应条文的列举“{target}”中没有，列举疑似不完整，请核对。",
            "{superior}列举的“{base}”在对应条文中没有列出，列举疑似不完整，请核对。",
            "对应条文的列举“{target}”疑似不完整，请核对。",
        ),
        "en": (
            "“{base}”, listed in {superior}, is not in the list “{target}”: it may be incomplete, check.",
            "“{base}”, listed in {superior}, is not listed: the list may be incomplete, check.",
            "The list “{target}” may be incomplete, check.",
        ),
    },
    "added-element": {
        "zh": (
            "对应条文增列了“{target}”，{superior}的列举“{base}”中没有，请核对有无依据。",
            "{superior}的列举“{base}”在对应条文中有增列，请核对有无依据。",
            "对应条文增列了“{target}”，{superior}没有列举，请核对有无依据。",
        ),
        "en": (
            "“{target}” is listed in addition to “{base}”: check what it rests on.",
            "The list “{base}” is added to, check.",
            "“{target}” is listed in addition: check what it rests on.",
        ),
    },
    "dropped-duty": {
        "zh": (
            "{superior}的“{base}”在对应条文和其他条文中均未找到（相近或者相邻处为“{target}”），疑似缺失，请核对。",
            "{superior}的“{base}”在对应条文和其他条文中均未找到，疑似缺失，请核对。",
            "对应条文“{target}”处疑似缺失{superior}的内容，请核对。",
        ),
        "en": (
            "“{base}” is found neither here nor in another provision (near it: “{target}”): possibly lost, check.",
            "“{base}” is found neither here nor in another provision: possibly lost, check.",
            "Something of {superior} seems lost at “{target}”, check.",
        ),
    },
    "added-duty": {
        "zh": (
            "“{target}”为对应条文新增，{superior}没有相应内容（相近或者相邻处为“{base}”），请核对有无依据。",
            "对应条文在“{base}”处有新增内容，请核对有无依据。",
            "“{target}”为对应条文新增，{superior}没有相应内容，请核对有无依据。",
        ),
        "en": (
            "“{target}” is new; {superior} has nothing like it (near it: “{base}”): check what it rests on.",
            "Something is added at “{base}”: check what it rests on.",
            "“{target}” is new; {superior} has nothing like it: check what it rests on.",
        ),
    },
    "dropped-here": {
        "zh": ("{superior}的“{base}”在对应条文中未找到，其他条文的“{target}”与之相近，请核对是否已经规定。",) * 3,
        "en": ("“{base}” is not found here; another provision says something near it, “{target}”: check.",) * 3,
    },
    "added-here": {
        "zh": ("“{target}”为对应条文新增，{superior}其他条文的“{base}”与之相近，请核对有无依据。",) * 3,
        "en": ("“{target}” is new here; another provision of {superior} says something near it, “{base}”: check.",) * 3,
    },
    "look-alike": {
        "zh": ("“{target}”中疑有形近错字，{superior}为“{base}”，请核对。",) * 2
        + ("“{target}”中疑有形近错字，请核对。",),
        "en": ("“{target}” seems to hold a wrong character, for {superior} says “{base}”: check.",) * 2
        + ("“{target}” seems to hold a wrong character: check.",),
    },
    "numbering": {
        "zh": ("“{target}”的编号不连续、不从第一号开始或者重复，请核对。",) * 3,
        "en": ("The number of “{target}” does not count on, does not start at one, or stands twice: check.",) * 3,
    },
    "own-name": {
        "zh": ("标题所示文种与“{target}”的自称不一致，请核对。",) * 3,
        "en": ("“{target}” is not what the title calls the document: check.",) * 3,
    },
    "two-names": {
        "zh": ("“{base}”与“{target}”疑为同一机构的两个名称，请核对并统一。",) * 3,
        "en": ("“{base}” and “{target}” may be two names of one body: check and use one.",) * 3,
    },
    "cited-title": {
        "zh": ("上位法称作{target}，文件库中没有这一名称，最接近的是{base}，已与之对照；名称疑似有误，请核对。",) * 3,
        "en": (
            "The superior rule is called {target}, a title that the library does not hold; the nearest, {base}, was "
            "compared: the title may be wrong, check.",
        )
        * 3,
    },
    "sanction-without-duty": {
        "zh": ("“{target}”仍规定责任，但{superior}的相应义务“{base}”没有规定，请核对。",) * 3,
        "en": ("“{target}” still sanctions, but the duty “{base}” is not laid down: check.",) * 3,
    },
    "dead-citation": {
        "zh": ("“{target}”所指的条款在本文中不存在，请核对。",) * 3,
        "en": ("“{target}” points at a provision that this document does not have: check.",) * 3,
    },
    "untranslated": {
        "zh": ("原文“{base}”在译文中疑似没有译出，请核对。",) * 3,
        "en": ("“{base}” seems to have no counterpart in the translation: check.",) * 3,
    },
}


# Behind a value in corpus.toml that nobody has confirmed; the file is read by people of either language.
GUESS = "待核对 check"

# What is odd about a document.
PROBLEM: dict[ProblemKind, dict[Language, str]] = {
    "follows": {"zh": "编号：{num}前面是{last}", "en": "numbering: {num} follows {last}"},
    "first": {"zh": "编号：{num}是同级的第一个，不从第一号开始", "en": "numbering: {num} is the first of its kind"},
    "again": {"zh": "编号：{num}重复", "en": "numbering: {num} stands more than once"},
    "cited": {
        "zh": "编号：行首的{num}按援引处理，未作为新的一条",
        "en": "numbering: {num} begins a line and is read as cited",
    },
    "unreadable": {"zh": "编码：有{characters}无法识别", "en": "encoding: {characters} could not be read"},
    "deleted": {
        "zh": "删除线：划去的文字未读入；用 --original 可以读入",
        "en": "deletion: text that is struck out is left out; with --original it is read",
    },
    "other-column": {
        "zh": "表格：并排列有两个文本，只读入了其中一栏；用 --original 可以读入另一栏",
        "en": "table: two texts stand side by side, and one column is read; with --original the other",
    },
}
_CHARACTERS: dict[Language, tuple[str, str]] = {
    "zh": ("一个字符", "{count}个字符"),
    "en": ("a character", "{count} characters"),
}


def problem(odd: Problem, language: Language) -> str:
    """What is odd about a document, in this language."""
    one, several = _CHARACTERS[language]
    characters = one if odd.count == 1 else several.format(count=odd.count)
    return PROBLEM[odd.kind][language].format(num=odd.num, last=odd.last, characters=characters)


def signed(decision: Decision, language: Language) -> str:
    """Who decided and when, as far as that is noted."""
    return " ".join(filter(None, (decision.by, day(decision.date, language))))


def marked(words: str, cut: Cut) -> str:
    """A quotation with … where words were left out."""
    before, behind = cut
    return f"{'…' if before else ''}{words}{'…' if behind and not words.endswith('…') else ''}" if words else ""


def quotations(finding: Finding) -> tuple[str, str]:
    """Both sides' words as they are read."""
    return marked(finding.base, finding.base_cut), marked(finding.target, finding.target_cut)


def message(
    rule: str, base: str, target: str, language: Language, *, count: int = 1, roles: Roles = RULE_AND_SUPERIOR
) -> str:
    """What a finding of this rule says of these words, of two texts that are this to each other."""
    return _sentence(rule, base, target, language, roles).format(base=base, target=target, count=count)


def _sentence(rule: str, base: str, target: str, language: Language, roles: Roles) -> str:
    both, dropped, added = MESSAGE[rule][language]
    return _told(both if base and target else dropped if base else added, roles, language)


def _told(sentence: str, roles: Roles, language: Language) -> str:
    return sentence.replace("{superior}", roles["base"][language])


def message_parts(finding: Finding, language: Language, roles: Roles = RULE_AND_SUPERIOR) -> tuple[str, ...]:
    """What a finding says, cut where it quotes: {base} and {target} stand for the words. Nothing where its rule is none
    of this program's."""
    if finding.rule not in MESSAGE:
        return ()
    sentence = _sentence(finding.rule, finding.base, finding.target, language, roles)
    return tuple(part if part in QUOTED else part.format(count=finding.count) for part in _CUT.split(sentence) if part)


QUOTED = ("{base}", "{target}")
_CUT = re.compile(r"(\{base\}|\{target\})")
