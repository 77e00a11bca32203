"""The words by which conditions of a licence are listed."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import zh
from policydiff.expressions import expression

# 设立理发店，应当具备下列条件: what is asked before somebody may begin.
_CONDITIONS = "(?:具备|符合|满足|达到)[^，。；]{0,8}?(?:下列|以下|如下)[^，。；]{0,10}?条件"
LISTS_ANY_CONDITIONS = zh(_CONDITIONS, "条件[：:]$")
LISTS_CONDITIONS = expression(
    "(?:从事|设立|开办|举办|开设|经营|生产|销售|[预现]售|转让|申请|取得|领取|申领|承接|承揽|担任|购置|使用|成立|执业|服务"
    f"|机构|企业|公司|人员)[^。；]{{0,60}}?{_CONDITIONS}(?!之一)"
)
ASKED_ELSEWHERE = zh("(?:符合|按照|依照)[^，。；]{0,6}《|(?:法律|法规|国家)[^，。；]{0,12}规定|依法")
# A distinction, a register, a suit, a benefit, whom an office chooses for itself.
NO_LICENCE = zh(
    "名录|历史|名[木城镇村]|荣誉|称号|诉讼|立案|纠纷|督学|代表|委托的|聘[请用任]|待遇|救助|补[贴助]|失业|情形|定点"
    "|优先|奖励|认定为|资金|预算|财政|保护令|行政执法|安全生产条件"
)
