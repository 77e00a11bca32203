"""The words by which a wrong is recorded or listed, and by which an application is refused for it."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import en, zh

_CREDIT = (
    "(?<!诚实)信用(?!社|证|卡|担保|贷款|合作)|诚信(?:档案|记录|系统|体系|平台|信息)|征信|失信"
    "|不良(?:行为)?(?:信息)?记录"
)
SPEAKS_OF_CREDIT = zh(_CREDIT)
_ENTERED = "(?:记入|纳入|列入|录入|计入|载入|归集|推送|记录于|作为)"
_DISHONEST = "(?:失信|黑名单|不良[^，。；]{0,12}名单|违法[^，。；]{0,12}名单|惩戒[^，。；]{0,8}名单)"
# How somebody is listed, sanctioned or recorded, the gravest first, each with the words by which a superior speaks of
# the like: it may record without listing.
CREDIT_SANCTIONS = (
    (zh(f"{_ENTERED}[^，。；]{{0,24}}?{_DISHONEST}|建立[^，。；]{{0,24}}黑名单"), zh(_DISHONEST)),
    (zh("(?:实施|实行|开展|予以|给予|采取|进行)[^，。；]{0,16}?惩戒|失信[^。；]{0,60}限制"), zh("惩戒|失信")),
    (zh(f"{_ENTERED}[^，。；]{{0,30}}?(?:{_CREDIT})"), SPEAKS_OF_CREDIT),
)
NO_CREDIT_SANCTION = zh(
    "不得|禁止|修复|异议|移出|移除|撤销|删除|查询|终止|停止|[前后]$|政务|守法(?!诚信)|遵守|履约|机制|(?<!名单)制度(?!的)"
)
OF_THE_LISTED = zh("对(?:被)?[列纳]入")  # what they meet with is said behind
OF_THE_GOOD = zh("表彰|奖励|荣誉|激励|鼓励|守信(?!联合)|献血|志愿")
WRONG = zh(
    "黑名单|惩戒|违法|违规|违反|违约|不良|失信|不文明|处罚|拒不|逾期|侵权|假冒|虚假|弄虚作假|骗取|未按|污染|破坏",
    "不按",
)
_HANDLED = (
    "(?:办理|受理|审批|核发|发放|颁发|换发|年检|年审|登记|注册|核准|批准|验收|通过|过户|备案|出具|核定|供应土地|立项)"
)
REFUSES = zh(f"(?:不予|不得|不再|暂停|暂缓|停止|暂不|限制)(?:为其|对其|给予|予以|向其)?{_HANDLED}(?!的|费)")
# What somebody left undone or did, and not what his application lacks.
FAILED = zh(
    "^未|[^尚]未[^，。；]{1,40}[的前]$|拒不|拒绝|逾期|拖欠|欠缴|欠交|违法|违反|处罚|查处|不履行|不缴|不交|不改正"
)
IS_UNFIT = zh("不符合|不合格|补正|材料|申请|附具|不具备|达不到|超过|超出|信访|投诉|举报")
NO_REFUSAL = zh(
    "受理[^，。；]{0,12}(?:投诉|举报|信访|申诉)|规划(?:的)?(?:审批|批准)|(?:编制|修改|调整)|擅自|下级|的$",
    "(?:批准|审批|通过)[^，。；]{0,6}规划(?!许可|手续|条件|核实)",
)
SPEAKS_OF_CREDIT_EN = en(r"\bcredit(?:worth\w*)?\b", r"\bblack-?list", r"\bdishonest", r"\buntrustworth")
CREDIT_SANCTION_EN = en(
    r"\b(?:enter|record|includ|list|plac|put|add|fil)\w{0,3}\b[^,.;]{0,80}?"
    r"\b(?:credit (?:system|record|file|information"
    r"|histor|archive|report|platform)|black-?list|list of (?:[\w-]{1,24} ){0,4}?(?:dishonest|untrustworthy))",
    r"\bjoint (?:sanctions?|punish\w*)\b[^,.;]{0,60}?\b(?:credit|dishonest|untrustworth)",
)
