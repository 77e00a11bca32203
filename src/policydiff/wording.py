"""The words that people read for the codes that values carry, in Chinese and in English.

One home, so that the terminal, the site and the Word table call the same thing by the same name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from policydiff.model import (
    Basis,
    Decides,
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
    StaleDecision,
    StaleReason,
    Status,
    ToldAs,
    Treatment,
    Verdict,
)

# What stands between words that are put together, in the language of the interface.
AND: dict[Language, str] = {"zh": "、", "en": ", "}
COLON: dict[Language, str] = {"zh": "：", "en": ": "}
SEMICOLON: dict[Language, str] = {"zh": "；", "en": "; "}
STOP: dict[Language, str] = {"zh": "。", "en": "."}
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
    "central": {"zh": "上位法", "en": "superior rule"},
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

# What a finding is told as: a power that seems newly set is that before anything else.
TOLD_AS: dict[ToldAs, dict[Language, str]] = {"newly-set": {"zh": "新设", "en": "newly set"}}
TOLD_AS |= ((kind, words) for kind, words in FINDING.items())
TOLD_AS |= {
    "dropped-definition": {"zh": "缺失定义", "en": "definition dropped"},
    "added-definition": {"zh": "新增定义", "en": "definition added"},
}
_SETS = "new-"
# What says what a word means or takes in: 本法所称染须，是指…；包括….
_DEFINES = re.compile(
    r"是指|所称.{1,60}?(?:指|包括)|^(?:主要)?指(?![导挥定派使示明引标])|^不?包括"
    r"|\b(?:means|refers? to|is defined as)\b|^(?:does not )?includes?\b",
    re.IGNORECASE,
)


def is_newly_set(finding: Finding) -> bool:
    """Whether a finding tells of a power that seems newly set."""
    return finding.rule.startswith(_SETS)


def told_as(finding: Finding) -> ToldAs:
    """What a finding is told as."""
    if is_newly_set(finding):
        return "newly-set"
    if finding.type == "added-duty" and _DEFINES.search(finding.target):
        return "added-definition"
    if finding.type == "dropped-duty" and _DEFINES.search(finding.base):
        return "dropped-definition"
    return finding.type


def counted(findings: Iterable[Finding]) -> Mapping[ToldAs, int]:
    """How many findings are told as what, in one order wherever they are counted."""
    found = Counter(map(told_as, findings))
    return {kind: found[kind] for kind in TOLD_AS if found[kind]}


def told_word(finding: Finding, language: Language) -> str:
    """What a finding is told as, in a word."""
    return TOLD_AS[told_as(finding)][language]


# Under which head all that seems newly set stands, wherever it is listed.
SET_HERE: dict[Language, str] = {
    "zh": "疑似新设的许可、处罚、强制、收费、证明和禁止等",
    "en": "Licences, penalties, coercion, fees, proofs, prohibitions and the like that may be set here",
}


def set_here(count: int, ui: Language) -> str:
    """That head, with how many stand under it."""
    return f"{SET_HERE[ui]}（{count} 条）" if ui == "zh" else f"{SET_HERE[ui]} ({count})"


def to_check(found: int, language: Language) -> str:
    """How much there is to check, counted in findings wherever it is counted."""
    if language == "zh":
        return f"待核对 {found} 条提示"
    return f"{found} finding{'' if found == 1 else 's'} to check"


def by_kind(found: Mapping[ToldAs, int], language: Language) -> str:
    """How many findings are told as what, in words: 主体 3、数字 2."""
    return AND[language].join(f"{TOLD_AS[kind][language]} {count}" for kind, count in found.items())


def to_check_by_kind(found: Mapping[ToldAs, int], language: Language) -> str:
    """How much there is to check, and told as what."""
    return COLON[language].join(filter(None, (to_check(sum(found.values()), language), by_kind(found, language))))


def to_check_first(found: int, newly_set: int, language: Language, rows: int | None) -> str:
    """How many findings are to be read before the others, and how many of them are powers that seem newly set; of one
    comparison, on how many rows of it they are."""
    if language == "zh":
        on = "" if rows is None else f" {rows} 行、"
        return f"重点核对{on or ' '}{found} 条提示{f'（其中疑似新设 {newly_set} 条）' if newly_set else ''}"
    on = "" if rows is None else f" on {rows} row{'' if rows == 1 else 's'}"
    set_here = f" ({newly_set} of them perhaps newly set)" if newly_set else ""
    return f"{found} finding{'' if found == 1 else 's'} to check first{on}{set_here}"


ADDS = ("added-", _SETS)  # how the names of rules begin that find what one side alone says
# What the finding's rule is called, by its name in the data.
RULE: dict[str, dict[Language, str]] = {
    "prohibition": {"zh": "禁止性要求", "en": "prohibition"},
    "modality": {"zh": "应当、可以", "en": "shall and may"},
    "number": {"zh": "数量、期限", "en": "amounts and times"},
    "left-open": {"zh": "具体化数量、期限", "en": "amount left open"},
    "fine-beyond": {"zh": "超出罚款幅度", "en": "fine beyond the range"},
    "fine-narrowed": {"zh": "缩小罚款幅度", "en": "fine within the range"},
    "fine-reckoned": {"zh": "罚款计算方式", "en": "fine reckoned otherwise"},
    "fine-case": {"zh": "罚款情形", "en": "case of a fine"},
    "dropped-fine": {"zh": "罚款档次缺失", "en": "fine dropped"},
    "added-fine": {"zh": "罚款档次增设", "en": "fine added"},
    "threshold": {"zh": "是否含本数", "en": "number included"},
    "exception": {"zh": "例外变动", "en": "exception changed"},
    "dropped-exception": {"zh": "例外缺失", "en": "exception dropped"},
    "added-exception": {"zh": "例外增设", "en": "exception added"},
    "dropped-condition": {"zh": "条件缺失", "en": "condition dropped"},
    "added-condition": {"zh": "条件增设", "en": "condition added"},
    "actor": {"zh": "主体变动", "en": "body changed"},
    "dropped-actor": {"zh": "主体缺失", "en": "body dropped"},
    "added-actor": {"zh": "主体增设", "en": "body added"},
    "renamed": {"zh": "主体统一更名", "en": "body renamed"},
    "instrument": {"zh": "援引文件", "en": "instrument cited"},
    "dropped-instrument": {"zh": "援引缺失", "en": "instrument dropped"},
    "added-instrument": {"zh": "援引增加", "en": "instrument added"},
    "citation": {"zh": "援引条号", "en": "article cited"},
    "reference": {"zh": "援引变动", "en": "reference changed"},
    "dead-citation": {"zh": "援引落空", "en": "citation leads nowhere"},
    "repealed": {"zh": "援引废止文件", "en": "repealed instrument cited"},
    "alternative": {"zh": "选择与并列", "en": "either or both"},
    "open-list": {"zh": "列举兜底", "en": "open list"},
    "dropped-element": {"zh": "列举缺项", "en": "list shortened"},
    "added-element": {"zh": "列举增项", "en": "list extended"},
    "scope": {"zh": "范围限定", "en": "range"},
    "dropped-duty": {"zh": "内容缺失", "en": "clause dropped"},
    "added-duty": {"zh": "内容增设", "en": "clause added"},
    "dropped-here": {"zh": "本处缺失", "en": "clause dropped here"},
    "added-here": {"zh": "本处增设", "en": "clause added here"},
    "dropped-in-part": {"zh": "或有缺失", "en": "perhaps dropped in part"},
    "added-in-part": {"zh": "或有增设", "en": "perhaps added in part"},
    "new-penalty": {"zh": "疑似新设处罚", "en": "penalty perhaps set"},
    "new-penalty-kind": {"zh": "疑似增加处罚种类", "en": "kind of penalty perhaps added"},
    "new-credit-sanction": {"zh": "疑似新设失信惩戒", "en": "credit sanction perhaps set"},
    "new-refusal": {"zh": "疑似增设办理限制", "en": "refusal perhaps set"},
    "new-licence": {"zh": "疑似新设许可", "en": "licence perhaps set"},
    "new-licence-condition": {"zh": "疑似增设条件", "en": "condition perhaps set"},
    "new-coercion": {"zh": "疑似新设强制", "en": "coercion perhaps set"},
    "new-coercion-period": {"zh": "疑似延长强制期限", "en": "coercion perhaps prolonged"},
    "new-fee": {"zh": "疑似新设收费", "en": "fee perhaps set"},
    "new-barrier": {"zh": "疑似限制竞争", "en": "competition perhaps restricted"},
    "new-proof": {"zh": "疑似增设证明", "en": "proof perhaps demanded"},
    "new-prohibition": {"zh": "疑似新设禁止", "en": "prohibition perhaps set"},
    "sanction-without-duty": {"zh": "责任缺少义务", "en": "sanction without duty"},
    "cited-title": {"zh": "上位法名称", "en": "title of the superior"},
    "look-alike": {"zh": "形近错字", "en": "wrong character"},
    "numbering": {"zh": "编号", "en": "numbering"},
    "own-name": {"zh": "文种自称", "en": "what it calls itself"},
    "two-names": {"zh": "名称不一", "en": "two names"},
    "untranslated": {"zh": "疑似缺失", "en": "no counterpart"},
}


def kind_name(finding: Finding, language: Language) -> str:
    """What findings of one kind are called where they stand together: by their rule, definitions as such."""
    if told_as(finding) in ("dropped-definition", "added-definition") or finding.rule not in RULE:
        return told_word(finding, language)
    return RULE[finding.rule][language]


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
    "translation": {"zh": "跨语言对应", "en": "across languages"},
    "review": {"zh": "审核认定", "en": "reviewer's decision"},
    "none": {"zh": "无对应条款", "en": "no counterpart"},
}

# Why the nearest provision was not taken as the counterpart, where it was near.
_TAKEN: dict[Language, str] = {
    "zh": "{near}未认定为对应：它已与{taken}对应，再与本条对应的可能性不足。",
    "en": "{near} was not taken: it answers {taken}, and hardly answers this one as well.",
}

# Of an item that the target omits, that it has others of the same list.
_KEPT: dict[Language, str] = {
    "zh": "同一列举的{items}{target}有对应，本项没有，请核对列举是否完整。",
    "en": "Of this list {target} has counterparts to {items}, but not to this: check that it is complete.",
}


def taken(near: str, by: Sequence[str], ui: Language) -> str:
    """Why the nearest provision was not taken."""
    return _TAKEN[ui].format(near=near, taken=AND[ui].join(by))


def kept(items: Sequence[str], roles: Roles, ui: Language) -> str:
    """Of an omitted item, which others of its list are there."""
    return in_roles(_KEPT[ui], roles, ui).format(items=AND[ui].join(items))


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

# The words before a list, cited without what it lists.
BEFORE_LIST: dict[Language, str] = {"zh": "{label}（列举前的文字）", "en": "{label} (the words before its list)"}

# Where a rule is set beside an edition of its superior that was made after it.
LATER: dict[Language, str] = {
    "zh": "{title}（{date}）晚于本规定（{own}），本规定可能尚未随之修改，请核对。",
    "en": "{title} ({date}) is later than this rule ({own}), which may not have followed it yet: check.",
}


def later(title: str, date: str, own: str, language: Language) -> str:
    """What is said of a superior that was made later than the rule; its title as it is cited, both dates as they are
    held."""
    return LATER[language].format(title=title, date=day(date, language), own=day(own, language))


# Of a text that is no rule by itself, by what it does.
NO_RULE: dict[Decides, dict[Language, str]] = {
    "amends": {
        "zh": "{title}是修改决定（修正案），只载明改动之处，改动未并入所修改的规定；请用修改后的全文对照。",
        "en": "{title} is an amending decision: it holds only what changes, which is not worked into the rule here. "
        "Compare the rule's full text as amended.",
    },
    "repeals": {
        "zh": "{title}是废止决定，本身没有可对照的规定；请核对文件是否选对。",
        "en": "{title} is a decision that repeals and lays down no rule by itself. Is this the text that you mean?",
    },
}

_HELD_ELSEWHERE: dict[Language, str] = {
    "zh": "其他上位法有相近规定：{places}",
    "en": "another superior has the like: {places}",
}
_OTHERS: dict[Language, str] = {
    "zh": "本规定的上位法还有{names}，这里只与{base}对照。",
    "en": "The rule implements {names} too; here it stands beside {base} alone.",
}
_OTHERS_HAVE: dict[Language, str] = {
    "zh": "有 {count} 条提示所列的本规定内容，其他上位法有相近规定，已逐条注明。",
    "en": "Of {count} of the findings another superior has the like of the rule's words, as is said with each.",
}


def in_brackets(words: str, ui: Language) -> str:
    """Words as a remark behind others."""
    return f"（{words}）" if ui == "zh" else f" ({words})"


def held_elsewhere(places: Sequence[str], ui: Language) -> str:
    """Where other superiors have the like of what is told of the rule alone, in words without a stop."""
    return _HELD_ELSEWHERE[ui].format(places=AND[ui].join(places))


def others(names: Sequence[str], base: str, count: int, ui: Language) -> str:
    """What else a rule implements than the base that it stands beside, and of how many findings that has the like."""
    said = _OTHERS[ui].format(names=AND[ui].join(names), base=base)
    return GAP[ui].join(filter(None, (said, _OTHERS_HAVE[ui].format(count=count) if count else "")))


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
    return _STANDS_ALONE if decision.verdict == "pair" and _is_alone(decision) else VERDICT[decision.verdict]


def _is_alone(decision: Decision) -> bool:
    """Whether a decision is that provisions of one side have no counterpart."""
    return decision.verdict in ("pair", "confirm") and not (decision.base and decision.target)


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


_ALONE_CHANGED: Mapping[Language, str] = {
    "zh": "这一条或者另一份文件的文字已变，是否仍无对应需要复核",
    "en": "the provision or the other document has changed since, and may have a counterpart now",
}


def stale_words(stale: StaleDecision, *, with_line: bool = False) -> Mapping[Language, str]:
    """Why a decision does not hold any more; of one that another contradicts, which, and if asked in which line of its
    file that stands."""
    if not stale.by:
        return _ALONE_CHANGED if stale.why == "changed" and _is_alone(stale.decision) else STALE[stale.why]
    first, *others = (_numbered(one, with_line=with_line) for one in stale.by)
    zh, en = f"与{first['zh']}矛盾", f"it contradicts {first['en']}"
    for other in others:
        zh, en = f"{zh}，该号意见又与{other['zh']}矛盾", f"{en}, which is itself contradicted by {other['en']}"
    last = "the last of these has the last word" if others else "which comes later and has the last word"
    return {"zh": f"{zh}，以写在后面的为准", "en": f"{en}; {last}" if others else f"{en}, {last}"}


def _numbered(decision: Decision, *, with_line: bool) -> Mapping[Language, str]:
    """A decision by its number, if asked with its line in its file."""
    line = decision.line if with_line else ""
    return {
        "zh": f"第 {decision.number} 号审核意见" + (f"（第 {line} 行）" if line else ""),
        "en": f"decision {decision.number}" + (f" (line {line})" if line else ""),
    }


RESIDUE: dict[ResidueReason, dict[Language, str]] = {
    "title": {"zh": "标题", "en": "title"},
    "letterhead": {"zh": "发文机关标志", "en": "letterhead"},
    "classification": {"zh": "份号、密级、紧急程度", "en": "copy number, secrecy, urgency"},
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

# What became of the provisions of a row beside their words.
SHAPE: dict[str, dict[Language, str]] = {
    "moved": {"zh": "移位", "en": "moved"},
    "split": {"zh": "拆分", "en": "split"},
    "merged": {"zh": "合并", "en": "merged"},
    "regrouped": {"zh": "重组", "en": "regrouped"},
    "rewritten": {"zh": "改写", "en": "rewritten"},
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
    "marked-deleted": {
        "zh": "标注：标有“删除”的文字仍按条文读入；确已删除的，请先从文件中去掉",
        "en": "mark: what is marked as deleted is read as in force; take it out of the file if it is gone",
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
