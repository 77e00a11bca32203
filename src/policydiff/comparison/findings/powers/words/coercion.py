"""The words for measures of coercion, each with those by which a superior speaks of the like."""

from __future__ import annotations

from collections.abc import Mapping

from policydiff.comparison.findings.powers.words.patterns import Pattern, Words, en, zh
from policydiff.model import Language

# What an office brings about, or does, to make somebody obey; what a supplier does by contract is none of it.
_CUTS_OFF = "(?:停止|中止|切断|中断|暂停|限制)[^，。；]{0,10}?"
_SUPPLIES = "(?:供(?:水|电|气|热|暖)|供应(?:水|电)|水源|电源|用水|用电|水电)"
CUTS_OFF = zh(f"{_CUTS_OFF}{_SUPPLIES}")
_SUPPLY = zh(
    # A supplier that is itself ordered to stop: 责令其暂停供水.
    f"(?:通知|要求|责令(?!其?(?:停|中|暂))|告知|协助|配合)[^，。；]{{0,24}}{_CUTS_OFF}{_SUPPLIES}",
    f"(?:部门|机关|政府|机构|局)[^，。；]{{0,16}}{_CUTS_OFF}{_SUPPLIES}",
)
# 拒不改正的，停止供水: who does not supply any more need not be named where an order is disobeyed.
STOPS_SUPPLY = zh(f"^(?:可以|应当|并|予以|依法|由[^，。；]{{2,24}})*(?:停止|中止|切断){_SUPPLIES}")
DISOBEYS = zh("(?:拒不|逾期[不未]|仍不|仍未|不予)(?:改正|执行|整改|停止|拆除|清理|履行|搬迁|关闭|治理|补办)")
# What a customer owes a supplier.
OF_A_SUPPLY = zh("(?:[水电气热暖房]|采暖|燃气|物业|服务|使用|通信|电信)费|租金|热价|用户|供用|票款")
_ENFORCES = zh("强制|强行|代履行|代为|代行|代治理|代处置|代植|代补|代管|组织(?:清除|拆除|清理)")
# What is detained and is nobody, what is sealed and is no measure, and what a supplier cuts off.
_THINGS = (
    "goods|vehicles?|vessels?|tools?|articles?|items?|property|equipment|belongings|products?|materials?|animals?"
    "|things?"
)
_NO_PAPER = (
    r"(?! (?:documents?|envelopes?|letters?|reports?|records?|samples?|bids?|tenders?|containers?|agreements?)\b)"
)
_SUPPLIES_EN = r"(?:[\w'’-]{1,24} ){0,4}?(?:water|electricity|power|gas|heat(?:ing)?)\b"
# A measure, each with the words by which a superior speaks of the like.
MEASURES: Mapping[Language, tuple[tuple[Pattern, Pattern], ...]] = {
    "zh": (
        (zh("查封"), zh("查封|封存")),
        (zh("(?:扣押|扣留)(?!期|后|人|物品清单)|暂扣(?![^，。；]{0,20}[证照])"), zh("扣押|扣留|暂扣")),
        (zh("冻结[^，。；]{0,6}(?:存款|账户|汇款|资金)"), zh("冻结")),
        (zh("强制(?:拆除|清除|清理|迁移|搬离|迁出|铲除|关闭|执行|安装|停用|更换)|强行(?:拆除|清除|拖离)"), _ENFORCES),
        (zh("代履行|(?:代为|代行)(?:清除|清理|治理|处置|拆除|恢复|改正|补种|补植|修复|履行)"), _ENFORCES),
        (zh("(?:拖离|拖移|拖走)(?!的|后)"), zh("拖离|拖移|拖曳|拖走|移至|转移")),
        (zh("(?:加[收处]|按[日月])[^，。；]{0,40}滞纳金"), zh("滞纳金")),
        (zh("(?<!百分之三)(?<!百分之三的)(?<!3%)(?<!3％)加处[^，。；、]{0,8}罚款"), zh("加处")),
        (
            zh("(?:强制|强行)(?:传唤|带离|约束|扣留)|(?<!被)传唤(?!的|后)|约束至|拘传|留置(?!火|物|权)"),
            zh("传唤|带离|约束|拘传|留置"),
        ),
        (_SUPPLY, CUTS_OFF),
    ),
    "en": (
        (
            en(r"\bseal(?:ed|ing)? (?:up|off)\b", rf"\bseal (?:the|its|his|their|any|such)\b{_NO_PAPER}"),
            en(r"\bseal"),
        ),
        (
            en(
                r"\b(?:seiz(?:ed?|ing)|impound(?:ed|ing)?|sequest(?:er(?:ed|ing)?|rat(?:ed?|ing))|distrain(?:ed|ing)?)\b",
                rf"\bdetain(?:ed|ing)? (?:[\w'-]{{1,24}} ){{0,4}}?(?:{_THINGS})\b",
                rf"\b(?:{_THINGS}) (?:[\w'-]{{1,24}} ){{0,4}}?(?:may|shall|must) be detained\b",
            ),
            en(r"\bseiz", r"\bimpound", r"\bdetain", r"\bsequest", r"\bdistrain"),
        ),
        (en(r"\b(?:freeze|freezing|frozen)\b"), en(r"\bfreez", r"\bfrozen")),
        (
            en(
                r"\b(?:forcibly|compulsorily) \w+",
                r"\bby force\b(?! of)",
                r"\bcompulsory (?:removal|demolition|enforcement|execution|closure|relocation)\b",
            ),
            en(r"\bforc", r"\bcompuls", r"\benforce"),
        ),
        (
            en(
                r"\b(?:remov|clean|clear|demolish|dispos|restor|repair|treat|perform|carr)\w{0,4}\b[^,.;]{0,60}"
                r"\bat (?:the (?:expense|cost) of\b|(?:the )?[\w-]{1,24}(?:'s|’s|s'|s’) (?:expense|cost)\b)"
            ),
            en(r"\b(?:expense|cost)s?\b[^,.;]{0,20}\bof\b", r"(?:'s|’s|s'|s’) (?:expense|cost)\b", r"\bon behalf of\b"),
        ),
        (
            en(r"\blate[- ](?:payment )?(?:fees?|charges?|surcharges?)\b", r"\bsurcharges?\b", r"\boverdue fines?\b"),
            en(r"\blate\b[^,.;]{0,20}\b(?:fee|charge)", r"\bsurcharge", r"\boverdue"),
        ),
        (
            en(rf"\b(?:cut(?:ting)? off|stop(?:ped)?|suspend(?:ed)?|disconnect(?:ed)?) {_SUPPLIES_EN}"),
            en(rf"\b(?:cut|stop|suspen|disconnect)\w{{0,6}} (?:off )?{_SUPPLIES_EN}"),
        ),
    ),
}
_SEIZES = "(?:查封|扣押|暂扣|扣留|冻结)"
SETS_NO_MEASURE: Words = {
    "zh": zh(
        "依法|申请|不得|禁止|法院|解除|违约|[的时后]$|合同|非法|(?:出示|查验)[^，。；]{0,8}证|身份证|送交|送达|信访|罚款和加处",
        "(?:实施|发布)[^，。；]{0,8}(?:强制|代履行)|强制(?:拆除|执行)(?:公告|决定|通知)|公告|笔录",
        "(?:对于?|被|已|出具|将)[^，。；]{0,6}(?:暂扣|查封|扣押|冻结)",
        f"{_SEIZES}(?:、{_SEIZES})*(?:的|、(?!{_SEIZES}|没收|收缴|强制|拆除|责令)|[^，。；]{{0,4}}(?:清单|期限|期间|决定书))",
    ),
    "en": en(r"\b(?:shall not|may not|court|been)\b"),
}
