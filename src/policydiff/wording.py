"""The words that people read for the codes that values carry, in Chinese and in English.

One home, so that the terminal, the site and the Word table call the same thing by the same name.
"""

from __future__ import annotations

from policydiff.model import FindingType, Language, StaleReason, Status, Verdict

STATUS: dict[Status, dict[Language, str]] = {
    "unchanged": {"zh": "一致", "en": "unchanged"},
    "changed": {"zh": "变更", "en": "changed"},
    "omitted": {"zh": "遗漏", "en": "omitted"},
    "added": {"zh": "新增", "en": "added"},
}
STATUS_SIGN: dict[Status, str] = {"unchanged": "=", "changed": "≠", "omitted": "−", "added": "+"}

KIND: dict[str, dict[Language, str]] = {
    "central": {"zh": "上位规定", "en": "central measures"},
    "local": {"zh": "地方规定", "en": "local rule"},
    "translation": {"zh": "译文", "en": "translation"},
    "commentary": {"zh": "解读", "en": "commentary"},
}

RELATION: dict[str, dict[Language, str]] = {
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

BASIS: dict[str, dict[Language, str]] = {
    "text": {"zh": "文字相同或相近", "en": "wording"},
    "structure": {"zh": "结构位置", "en": "place in the structure"},
    "quotation": {"zh": "引文", "en": "quotation"},
    "restatement": {"zh": "转述", "en": "restated in prose"},
    "role": {"zh": "条款性质", "en": "role of the clause"},
    "translation": {"zh": "译文对应", "en": "translation"},
    "review": {"zh": "审核认定", "en": "reviewer's decision"},
    "none": {"zh": "无对应条款", "en": "no counterpart"},
}

VERDICT: dict[Verdict, dict[Language, str]] = {
    "confirm": {"zh": "已确认", "en": "confirmed"},
    "reject": {"zh": "否定对应", "en": "rejected"},
    "pair": {"zh": "人工对应", "en": "paired"},
    "dismiss": {"zh": "已排除", "en": "dismissed"},
    "note": {"zh": "批注", "en": "note"},
}

STALE: dict[StaleReason, dict[Language, str]] = {
    "changed": {"zh": "条文文字已变", "en": "the words have changed since"},
    "gone": {"zh": "条文已不存在", "en": "a provision named in it is gone"},
    "absent": {"zh": "该行或该提示已不存在", "en": "there is no such row or finding any more"},
    "overruled": {"zh": "已为后来的审核意见取代", "en": "a later decision overrules it"},
    "uncompared": {"zh": "两份文件已不再对照", "en": "these documents are not compared any more"},
}

RESIDUE: dict[str, dict[Language, str]] = {
    "title": {"zh": "标题", "en": "title"},
    "letterhead": {"zh": "发文机关标志", "en": "letterhead"},
    "document-number": {"zh": "发文字号", "en": "document number"},
    "addressee": {"zh": "主送机关", "en": "addressee"},
    "approval": {"zh": "题注", "en": "approval line"},
    "date": {"zh": "日期", "en": "date"},
    "signature": {"zh": "落款", "en": "signature"},
    "byline": {"zh": "来源信息", "en": "byline"},
    "contents": {"zh": "目录", "en": "table of contents"},
    "heading": {"zh": "小标题", "en": "heading"},
    "page-mark": {"zh": "页码", "en": "page mark"},
    "web-page": {"zh": "网页附加内容", "en": "web page chrome"},
    "other-language": {"zh": "另一语种", "en": "the other language"},
    "syntax": {"zh": "格式标记", "en": "format mark"},
    "comment": {"zh": "注释", "en": "comment"},
    "separator": {"zh": "分隔符", "en": "separator"},
}

# What a finding says, by the name of its rule: where both sides have words, where the target is silent, where the base is.
# One sentence: what differs and why it matters; never a legal conclusion.
_REPLACED = "replaced"
MESSAGE: dict[str, dict[Language, tuple[str, str, str]]] = {}


def message(rule: str, base: str, target: str, language: Language) -> str:
    """What a finding of this rule says of these words."""
    return f"{rule}: {base} → {target}"
