"""The words by which a list is announced, and for what an item of it is."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import Words, en, zh

# 可以采取下列措施: an item is a measure of an office.
LISTS_MEASURES = zh("(?:采取|实施|行使)[^，。；]{0,8}(?:下列|以下|如下)[^，。；]{0,8}(?:措施|职权)")
ANNOUNCES: Words = {
    "zh": zh("下列|以下(?:行为|情形|活动|区域|规定)|如下|[:：]$"),
    "en": en(r"\bfollowing\b"),
}
# 擅自染须的，强制拆除染须设施: an item that says itself what is done about an act.
ACT_AND_MEASURE = zh("的，(?!或者|以及|但|未|擅自)")
# 有下列行为之一的, 不得有下列行为: an item says what is punished or forbidden, and sets nothing of its own.
LISTS_ACTS: Words = {
    "zh": zh("不得|禁止|行为|情形|责令|罚|处分"),
    "en": en(r"\b(?:not|prohibit|acts|fined?|liable)\b"),
}
# 有下列情形之一的，不得开航: an item is a case of what the introduction forbids.
LISTS_CASES = zh("情形|条件|期间")
CATCH_ALL = zh("^(?:法律|法规|国家)?[^，。；]{0,16}其他[^，。；]{0,40}$|^法律、")
