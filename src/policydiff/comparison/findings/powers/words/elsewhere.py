"""The words by which a clause refers to a power that is set elsewhere, and sets none itself."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import Words, en, zh
from policydiff.expressions import expression

_REFERS_TO = "法律|法规|有关规定|相关规定|国家|规定"
# A power that is set elsewhere: 依法, 依照《…》的规定, 国家明令淘汰的, 构成犯罪的.
REFERS: Words = {
    "zh": zh(
        f"(?:依照|按照?|依据|根据|适用)[^，。；]{{0,12}}(?:《|{_REFERS_TO})",
        "依法|依规|构成犯罪|明令|国家[^，。；]{0,6}(?:禁止|规定)|违反[^，。；]{0,12}(?:法律|法规|规定)的行为",
        "法律、?(?:行政)?法规(?:、规章)?(?:和[^，。；]{1,8})?(?:规定|另有|禁止)",
    ),
    "en": expression(r"\b(?:in accordance with|according to|pursuant to|under) (?:the )?(?:relevant|law|Law|[A-Z])"),
}
FORBIDDEN_ELSEWHERE = en(r"\b(?:prohibited|forbidden) by (?:the )?(?:relevant|laws?|state|regulations?)\b")
# What stands ahead of a penalty that is laid down elsewhere: 由公安机关依照《…》第九条的规定，处五百元罚款.
AS_LAID_DOWN = zh("(?:依照|按照|依据|根据|适用)[^，。；]{0,20}(?:《|法律|法规|有关规定|规定$)")
