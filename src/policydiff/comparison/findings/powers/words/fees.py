"""The words by which a fee or a deposit is charged, and for what is no fee of the state."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import Words, en, zh
from policydiff.expressions import expression

FEE = expression(
    "(?<![未已代])(?:缴纳|交纳|缴存|交存|收取|征收(?!区域|范围|部门|决定|补偿|实施|人)|加收|计收|预交|预缴)(?!的)[^，。；]{0,24}?"
    r"(?P<name>[\u4e00-\u9fff]{1,12}(?:费(?!用?的|率|标准|票据)|保证金|押金|基金|补偿金|抵押金))"
)
# A deposit that is introduced as such; a warranty between buyer and builder (质量保证金) is none.
DEPOSITS = expression(
    "(?:实行|实施|建立|推行)[^，。；]{0,24}?"
    r"(?P<name>[\u4e00-\u9fff]{0,2}(?<!质量)(?<!履约)(?<!投标)(?:保证金|备用金|抵押金))(?:管理|缴存)?制度"
)
FEE_EN = en(r"\b(?:pay|(?<!in )charged?|collect|levy|deposit)\b[^,.;]{0,50}\b(?:fees?|(?<!in )charges?|deposit|bond)\b")
ANY_FEE: Words = {
    "zh": zh(r"(?:缴|交纳|收取|征收|加收|计收)[^，。；]{0,24}(?:费|金)"),
    "en": FEE_EN,
}
# Prices, insurance and taxes, and what is paid to others than the state, by the name of what is paid.
NO_FEE_BY_NAME = zh(
    "车位|场地|经费|货币补偿|保险|税|罚|物业|(?<!污)水费|电费|燃?气费|热费|租金|票(?:款|价)?费|会费|公积金|学费",
    "维修资金|党费|工本费|违约|滞纳|公证|律师|保教|诊疗|资费|保育|住宿|一定的?费|有线电视|入网|服务|电信费|征用补偿",
)
# What is put down as a surety is no price, whatever it is named after.
A_SURETY = expression("^(?![^，。；]*(?:税|罚|保险))[^，。；]*(?:保证金|抵押金)$")
# What is paid for what somebody supplies, to him: to an operator of pipes, for heat, as rent.
PAID_TO_SUPPLIERS = zh(
    "向[^，。；]{0,16}(?:企业|公司|(?:运营|经营|服务|管理|物业|供[水电气热暖])单位|经营者)[^，。；]{0,4}(?:缴|交|支付)"
)
# What is waived, or must not be charged.
NO_FEE: Words = {
    "zh": zh("不得|禁止|免收|减收|免缴|免交|减免|不收|不缴|不交|不再|停止|减半|应收|的$"),
    "en": en(r"\b(?:not|no|exempt|free|waive)\b"),
}
