"""The words by which a rule sets a licence, a penalty, coercion, a fee or a prohibition, and by which it sets none.

They are those of the laws on these powers and of laws and regulations that use them: 行政处罚法 2021 art. 9 on kinds of
penalty, 行政强制法 arts. 9, 12 and 43 on measures and enforcement, 行政许可法 arts. 2 and 12 on leave and certificates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from policydiff.comparison.findings.terms.citations import OWN_NAME
from policydiff.eid import ITEM_NUMERAL, NUMERAL, ordinal
from policydiff.expressions import expression
from policydiff.model import Language
from policydiff.words_of_force import HOW_GRAVE

Pattern = re.Pattern[str]
Match = re.Match[str]
Words = Mapping[Language, Pattern]
ByKind = Mapping[Language, Mapping[str, re.Pattern[str]]]


def _zh(*alternatives: str) -> re.Pattern[str]:
    return expression("|".join(alternatives))


def _en(*alternatives: str) -> re.Pattern[str]:
    return expression("|".join(alternatives), re.IGNORECASE)


# ------------------------------------------------------------------------------------------- penalties

# 五年内不得从事…, 终身不得担任…
_FOR_A_TIME = "(?:(?:年|个月)(?:之?内|以内)|终[身生])"
_MUST_NOT = "(?:不得|不准|不予|不再|不受理|禁止|不能)"
# Of several kinds: a warning, a fine, detention, the revocation of a licence (治安管理处罚法 art. 10).
_BY_POLICE = "治安管理处罚"
# What a penalty is, by kind, as a superior may speak of it at all: 警告、通报批评, 罚款, 没收, 吊销、暂扣许可证件,
# 停产停业、限制生产经营, 限制从业, 拘留.
KINDS: ByKind = {
    "zh": {
        "fine": _zh(f"罚款|{_BY_POLICE}"),
        "confiscation": _zh("没收"),
        "revocation": _zh(f"吊销|暂扣|降低资质|注销|撤销|收回|取消|{_BY_POLICE}"),
        "closure": _zh(
            "停产|停业|停工|停止(?:生产|营业|经营|执业|招生|办学|使用|供应|销售)|关闭|取缔|限产|限制(?:其|开展)*(?:生产|经营)"
        ),
        "bar": _zh(f"{_FOR_A_TIME}[^，。；]{{0,12}}{_MUST_NOT}|(?:限制|禁止)[^，。；]{{0,8}}(?:从业|从事)"),
        "warning": _zh(f"警告(?![标牌用灯语]|装置)|通报批评|{_BY_POLICE}"),
        "detention": _zh(f"拘留|{_BY_POLICE}"),
    },
    "en": {
        "fine": _en(r"\bfine[ds]?\b"),
        "confiscation": _en(r"\bconfiscat", r"\bforfeit"),
        "revocation": _en(r"\brevo[ck]", r"\bwithdraw", r"\bsuspen"),
        "closure": _en(r"\bclos(?:e|ure|ing)\b", r"\bsuspen", r"\bcease\b"),
        "bar": _en(r"\bbarred\b", r"\bdisqualif", r"\bfor life\b", r"\bmay not (?:engage|work|practi[sc]e)"),
        "warning": _en(r"\bwarning", r"\bcensure"),
        "detention": _en(r"\bdetention", r"\bdetain"),
    },
}
ANY_KIND: Words = {
    "zh": _zh("(?:给予|予以|依法|规定|进行|实施)(?:行政)?处罚"),
    "en": _en(
        r"\bpenal(?:ty|ties|i[sz]ed?)\b(?! (?:of|by|with) (?:an? )?(?:fine|warning|detention))",
        # Punishable by a fine names its kind.
        r"\bpunish(?!\w{0,8} (?:by|with) (?:an? )?(?:fine|warning|detention|confiscat|revo[ck]|suspen))",
    ),
}
_GAINS = "违法所得|非法所得"
# A penalty as it is imposed; what only speaks of one (罚款收据, 被吊销许可证的) imposes none. Illegal gains are to be
# confiscated by law (行政处罚法 2021 art. 28).
IMPOSES: ByKind = {
    "zh": {
        "detention": _zh("处(?!分)[^，。；]{0,16}拘留|(?:予以|给予)(?:行政|治安)?拘留(?!的)"),
        "revocation": _zh(
            "(?<!被)(?<!依法)(?:吊销|暂扣|降低|缴销)(?!的|后|[^，。；]{0,20}[的后]$)[^，。；]{0,20}(?:证|执照|资质|资格|许可)",
            # The same under another name.
            "(?<!被)(?<!依法)(?:取消|收回)(?!的|后|[^，。；]{0,20}[的后]$)"
            "[^，。；评奖补贴]{0,16}(?:证(?!明)|资质|资格|许可)(?![^，。；]{0,4}(?:评|的))",
        ),
        "closure": _zh(
            "责令[^，。；]{0,8}?(?:停产|停业|停止(?:生产|营业|经营|执业|招生|办学|供应|销售(?!、))|关闭|限产)",
            "责令[^，。；]{0,8}?限制(?:其|开展)*(?:生产|经营)",
            # 停工整治, 停工整顿 close a site as 停产整治 does a works; 停止施工, 停止建设 end what is unlawful.
            "责令[^，。；]{0,8}?停工(?!作|的|单位|通知)",
            "(?:、|，|予以|依法|责令[^，。；]{0,16}?)(?:限制(?:开展)?生产(?:经营)?|停[产工]整治|停工整顿|取缔|关闭)(?=[，。；、并]|或者|$)",
        ),
        "bar": _zh(
            f"{_FOR_A_TIME}[^，。；]{{0,8}}{_MUST_NOT}[^，。；]{{0,16}}"
            "(?:从事|担任|申请|参[加与]|承[担接揽]|聘|受理|注册|核准|报考|办理|经营|任职)",
        ),
        "confiscation": _zh(f"(?<!依法)(?<!被)没收(?!其?(?:{_GAINS})|的|款|物品?变价|[^，。；]{{0,30}}的$)"),
        "fine": _zh(
            "(?:处|科)(?:以|(?!分|罚(?!款)|理))(?:(?!罚款)[^，。；]){0,60}罚款(?!的|决定|数额|项)",
            f"罚款(?:人民币)?(?:{NUMERAL}|[\\d万])+元(?![^，。；]{{0,12}}的)",  # 每次罚款五十元
        ),
        "warning": _zh("(?:给予|予以|处以?)(?:警告|通报批评)(?!处分)|[，、]通报批评(?=[，。；、]|并|$)"),
    },
    "en": {
        "detention": _en(r"\b(?:detained|detention)\b"),
        "revocation": _en(
            r"\b(?:revoke[ds]?|suspend(?:ed)?)\b[^,.;]{0,60}\b(?:licen[cs]e|permit|certificate)",
            r"\b(?:licen[cs]e|permit|certificate)s?\b[^,.;]{0,40}\b(?:revoked|suspended)\b",
        ),
        "closure": _en(r"\border(?:ed)? to (?:suspend|cease|close)\b"),
        "confiscation": _en(r"\bconfiscate(?!d? the (?:illegal|unlawful) (?:gain|income|earning))"),
        "fine": _en(
            r"\b(?:be fined|a fine of|impose a fine|fined)\b",
            r"\b(?:liable to|subject to|punish\w* (?:by|with)|pay) a fine\b",
        ),
        "bar": _en(
            r"\b(?:barred|disqualified) from\b",
            r"\bmay not (?:engage|work|practi[sc]e)[^,.;]{0,60}\b(?:years|life)\b",
        ),
        "warning": _en(r"\b(?:be given a warning|give a warning|warned)\b"),
    },
}
_FURTHER = f"{HOW_GRAVE}|拒不(?:改正|执行|停止|清|拆|恢复|补|停|接受|整改|处理|缴)|造成|致使|[没有无]+违法|限期|严重|仍"
# How those are named who hold no office: 店主, 理发师, 经营者.
_CITIZEN = "(?:人|者|员|民|师|主|商|户|店|厂|学生|(?<!地)方|企业|公司|单位|组织|机构|学校|医院|协会)"
CITIZEN_LAST = _zh(f"{_CITIZEN}(?:均|都|一律|也)?$")
_ENGLISH_CITIZEN = (
    "(?:person|individual|unit|enterprise|compan|organi[sz]ation|entit|institution|operator|provider|producer"
    "|manufacturer|owner|holder|shop|business|part)(?:s|y|ies|es)?"
)
# 对在街头染须的店主: the act is said of whom it is the act; who answers for a body did nothing.
_WHO_BREAKS = f"对(?!{_FURTHER}|[^，。；]{{0,8}}(?:直接|主要|负有))[^，。；]{{4,40}}的[^，。；的]{{0,8}}{_CITIZEN}$"
NAMES_BREACH: Words = {
    "zh": _zh(f"的$|之一$|^(?:未|拒不|违反|{_WHO_BREAKS})"),
    "en": _en(
        r"^(?:whoever|any\w* who|where|if)\b",
        # Any person who sells…, Units that sell….
        r"^(?:[\w-]+ ){0,4}?[\w-]+ who\b",
        rf"^(?:[\w-]+ ){{0,4}}?(?:{_ENGLISH_CITIZEN}) (?:that|which)\b",
    ),
}
# What an English clause punishes in one breath: its act is its subject, or stands behind what is imposed for it.
_DOING = (
    r"(?!(?:during|including|following|regarding|concerning|according|pending)\b)"
    # Building owners, the housing authority: those who do, and not what is done.
    rf"(?!(?:[\w-]{{1,24}} ){{1,3}}?(?:{_ENGLISH_CITIZEN}|department|authorit(?:y|ies)|bureau|agency|office)s? "
    r"(?:is|are|shall|must|may|will)\b)"
    r"[\w-]{2,24}ing\b"
)
_DEED = (
    r"(?!(?:violat|organi[sz]|associat|corporat|institut|administrat|commiss|depart|govern|establish)\w*)"
    r"[\w-]{1,20}(?:tion|sion|ure|ment|use|sal|ale|ance|ence) (?:of|to)\b"
)
_WHOEVER = rf"(?:[\w-]{{1,24}} ){{0,3}}?{_ENGLISH_CITIZEN} (?:(?:found |caught )?{_DOING}|who\b|that\b|which\b)"
_ACT = rf"(?:(?:the|an?|any|each|every) )?(?:{_WHOEVER}|{_DEED}|{_DOING})"
PUNISHES = _en(
    rf"^(?P<subject>{_ACT} [^,.;]{{6,200}}?) (?:(?:is|are|(?:shall|must|may|will) be) (?:\w{{2,12}}ly )?"
    r"(?:punish|penali[sz]ed|fined|liable to|subject to|given a warning|warned|detained)|(?:shall|must) pay a fine)",
    rf"\b(?:fined?|penalty|warning|punish\w*)\b[^,.;]{{0,80}}? (?:for|on|upon) "
    rf"(?P<behind>{_ACT} (?:(?! (?:is|are|shall|must|may)\b)[^,.;]){{6,200}})$",
)
# 逾期不改正的, 情节严重的: how far a breach goes that was named before.
GOES_ON = _zh(
    f"^(?:但|并|且|或者|以及|(?!{_WHO_BREAKS})对[^，]{{0,12}}|经[^，]{{0,12}})?(?:{_FURTHER}|个人|单位|法人|首次)",
    "^属于?[^，。；]{2,20}的$",  # of which kind it is
    # How a fine is reckoned where there is no measure: 营业额难以计算的.
    "^[^，。；]{0,16}(?:额|值|所得|价款|数量)[^，。；的]{0,4}(?:无法|难以|不能|不易)(?:确定|计算|认定|查清|查实|核定)的$",
)
# What is left of a clause without these names an act; 违反本条例第九条第二项规定的 names none.
CITES = expression(
    rf"违反|{OWN_NAME}|{ordinal('条款项目')}|[前上]款|[（(]{ITEM_NUMERAL}[）)]项?|规定|行为|下列|情形|之一"
    r"|[的、和或者至及有，]"
)
# 由发证机关收回许可证: what follows from an end, and no breach.
COMES_TO_AN_END = _zh("(?:终止|歇业|解散|破产|停办|注销|届满|期满)(?:经营|业务|活动|办学)?的$")
PROPOSES = _zh("建议[^，。；]*")
LED_TO = _zh("^(?:造成|致使|导致|引起)[^，。；]{2,40}的$")
OF_WHICH_KIND = _zh("^属于?[^，。；]{2,20}的$")
LAID_DOWN_ELSEWHERE = _zh("(?:法律|法规|规章)[^，。；]{0,16}规定的$|^(?:没有|未作出?|尚未|未)规定的$")
_BREAKS = "违反[^，。；第]{0,12}(?:规定|法|条例|办法)的?$"
SAYS_NO_ACT, BREAKS_SOMETHING = _zh(f"^{_BREAKS}"), _zh(_BREAKS)  # the latter of whoever does so
# 违反本办法的: the breach of a whole rule, of any of its articles.
ANY_BREACH = expression(rf"(?:^|[，。；\n])违反{OWN_NAME}(?:的?规定)?的(?=$|，)")
# 对违法染制的假发，予以没收: for what was done with a thing it is taken.
ON_THINGS = _zh("对[^，。；]{2,30}?的[^，。；的]{1,16}(?:$|(?:应当|可以|予以|一律|依法)*没收)")
# A censure by those above (上级机关, 本级人民政府, 所在单位), or of those who answer for a body, is none of a citizen.
BY_SUPERIORS = _zh(
    "上[一级]级?|本级|大会|理事会|所在单位|主管机关|监察|任免|同级|直接(?:负责|责任)|主管人员|责任人|负责人|工作人员|领导"
)
# 行业管理部门的工作人员违反本条例规定的，采取下列方式处理: what is done to officers is discipline, whatever it is.
OFFICERS_ANSWER = _zh(
    "^[^，。；]{0,40}(?:政府|部门|机关|法院|检察院|委员会|管理机构)[^，。；企]{0,20}工作人员[^，。；企]{0,20}(?:违反|有下列|不履行|未)"
)
ANSWERS_FOR = _zh("责令|处分|追究|法律责任")
# What is broken, by whom, when, and what is done about it: none of it is an act, though it stands ahead of one.
_BROKEN_OR_DONE_ABOUT_IT = "违反|责令|处分|追究|法律责任|罚款"
SAYS_WHAT_IS_BROKEN = _zh(_BROKEN_OR_DONE_ABOUT_IT)
AHEAD_OF_AN_ACT = _zh(f"{_BROKEN_OR_DONE_ABOUT_IT}|[后时前]$|期间$|(?:过程|活动)中$", f"{_CITIZEN}$")
# 由行业管理部门责令改正, 费用由店主承担: what is done about a breach is alike wherever offices are the same.
NO_DEED: Words = {
    "zh": _zh(
        "责令|处分|追究|法律责任|承担|赔偿|代为|限期|^除[^，。；]{2,20}外$|违反[^，。；]{0,40}(?:规定|法|条例|办法)的?$",
        f"{_CITIZEN}$",
    ),
    "en": _en(r"\border(?:ed)?\b|\bliable\b|\bresponsib"),
}

# ------------------------------------------------------------------------------------- who, and whence

_REFERS_TO = "法律|法规|有关规定|相关规定|国家|规定"
# A power that is set elsewhere: 依法, 依照《…》的规定, 国家明令淘汰的, 构成犯罪的.
REFERS: Words = {
    "zh": _zh(
        f"(?:依照|按照?|依据|根据|适用)[^，。；]{{0,12}}(?:《|{_REFERS_TO})",
        "依法|依规|构成犯罪|明令|国家[^，。；]{0,6}(?:禁止|规定)|违反[^，。；]{0,12}(?:法律|法规|规定)的行为",
        "法律、?(?:行政)?法规(?:、规章)?(?:和[^，。；]{1,8})?(?:规定|另有|禁止)",
    ),
    "en": expression(r"\b(?:in accordance with|according to|pursuant to|under) (?:the )?(?:relevant|law|Law|[A-Z])"),
}
FORBIDDEN_ELSEWHERE = _en(r"\b(?:prohibited|forbidden) by (?:the )?(?:relevant|laws?|state|regulations?)\b")
# What stands ahead of a penalty that is laid down elsewhere: 由公安机关依照《…》第九条的规定，处五百元罚款.
AS_LAID_DOWN = _zh("(?:依照|按照|依据|根据|适用)[^，。；]{0,20}(?:《|法律|法规|有关规定|规定$)")
# Offices and officers, and others: what binds none but the first takes no right from anybody.
OF_STATE: Words = {
    "zh": _zh(
        "政府|部门|机关(?!、)|管委会|行政|主管|监督|执法|国家|法院|检察院|人民代表大会|常务委员会|(?<![村居]民)(?<!业主)(?<!主任)委员会",
        "街道|办事处|管理机构|监察|公务|工作人员|主管人员|责任人员|审批|登记机|征收人员|海关|税务|司法|派出所|所属机构",
        "考核|考试机构|仲裁|评标|鉴定|检验机构|人大|[局厅署]$",
    ),
    "en": _en(r"\b(?:authorit|government|department|ministr|bureau|administrati|court|state|agenc|official|organs?)"),
}
# Who acts in an English clause, up to what is said of him, and where nothing is done to him.
SUBJECT_EN = _en(
    r"(?:(?:and|or|but) )?"
    r"(?P<name>(?:(?!(?:shall|must|may|that|which|who|of|in|at|for|with|under)\b)[\w'’-]{1,30} ){1,8})"
    r"(?:(?:that|which|who|of|in|at|for|with|under)\b(?: (?!(?:shall|must|may)\b)[\w'’-]{1,30}){1,20} )?"
    r"(?:shall|must|may)\b(?! (?:not )?be\b)"
)
OF_CITIZENS = _zh(
    "企业|公司|个人|公民|法人|业主|居民|村民|经营|建设单位|施工|生产|用人单位|任何单位|当事人|开发|使用|用户|车辆|驾驶|物业",
    "[^门关府]人$|者$|单位和|、单位",
)
# 任何部门和单位不得向企业收费, 行政机关及其工作人员不得: for the citizen, though a unit is named as well.
OFFICIAL_ALONE = _zh(
    "(?:任何|有关)?(?:行政)?(?:部门|机关)(?:和|或者|、|及其?)(?:任何|有关)?(?:单位|组织|个人|工作人员)"
)
# 交警执勤规范, 工作人员守则: a rule on how officers behave binds these where a sentence names nobody.
OF_OFFICERS = _zh(
    "(?:警察|民警|交警|警务|公务员|执法|工作人员|法官|检察官|干部|组成人员)[^，。；]{0,12}(?:规范|守则|准则|规程|纪律|巡察条例|人员条例)$"
)
ANYBODY = _zh("^任何(?:单位|组织|个人|企业|公民|人|机构)(?:(?:和|或者|或|及|、)(?:单位|组织|个人|企业))*")
OFFICE_FIRST = _zh(
    "[^，。；的在]{0,20}?(?:部门|政府|机关)(?!、|和|或|以外|批准|同意|[^，。；]{0,8}的)",
    "[^，。；]{0,12}(?:部门|政府|机关)(?:对|应|自|因|不)",
)
CONTINUES = _zh("或者?|以及|及其?(?!时)|和")
GOES_ON_WITH_ACT = _zh("(?:为条件|为由|[为的]?名义|方式|手段|借口|理由|机会|便利|之便)$")
OPENS_WITH_FORCE = _zh("(?:均|都|一律)?(?:不得|禁止|严禁|不准|应当|必须)")
BEFORE_FORCE = _zh("[^，。；]{2,30}?(?=应当|必须|不得|可以)")

# ------------------------------------------------------------------------------------------------ leave

_CERTIFICATES = (
    "许可证|批准(?:文件|证书|文书)|资质证书|资格证书?(?!书)|准[^，。；]{1,4}证|(?:通行|登记|执业|从业|上岗|运营|经营|服务|培训)证(?!明)"
    "|号牌|牌照"
)
_LEAVE = "批准|许可|审批|核准|同意"
_OF_LEAVE = "内容|条件|事项|范围|要求"  # what was given leave for
_BY = "经(?![营济费验纪])|报(?![告酬刊])|向"  # whom leave is asked of: not 经营, 经济, 报告
_A_CERTIFICATE = "[^法验查取考保公见论签印凭举作佐]证(?![明据实人词言监券])"
# 持有剃须证的 is not 无剃须证的.
_ANY_LEAVE = f"[^，。；的]{{0,20}}(?:{_CERTIFICATES}|许可|批准|资质|资格|执照|{_A_CERTIFICATE})"
LACKS_LEAVE = _zh(
    f"(?:无|没有|未(?:经|曾|依法|按规定)*(?:取得|获得|持有?|领取|领有|办理|具有|具备))(?!正当){_ANY_LEAVE}"
)
HAS_LEAVE = _zh(f"(?<![未不无])(?<!没有)(?<!依法)(?:取得|获得|持有|领取|领有){_ANY_LEAVE}")
SPEAKS_OF_LEAVE: Words = {
    "zh": _zh(f"{_LEAVE}|核发|审核|审查|审定|领取|资质|(?<!法人)资格|{_A_CERTIFICATE}"),
    "en": _en(r"\bapprov", r"\bpermi(?:t|ssion)", r"\blicen[cs]", r"\bconsent", r"\bcertificat", r"\bauthori[sz]"),
}
GIVES_LEAVE: Words = {
    "zh": _zh(f"批准|许可|审批|核准|资质|资格|{_A_CERTIFICATE}"),
    "en": _en(r"\bapprov", r"\bpermi(?:t|ssion)", r"\blicen[cs]", r"\bcertificat"),
}
# 未取得市商务局核发的许可证: who issues what is lacking.
_ISSUED = "(?:[^，。；的]{2,24}(?:[颁核签制]发|发放|发给|出具)的)?"
# 未经…批准，不得…; 经…批准后，方可…; 应当申请领取…许可证; 应当报…批准.
NO_LEAVE = expression(
    f"未(?:经|取得|获得|领取|办理)(?P<what>{_ISSUED}[^，。；的]{{0,40}}?(?:{_LEAVE}|审定|{_CERTIFICATES}|资质|资格|{_A_CERTIFICATE})(?!{_OF_LEAVE}))"
    "(?:的(?=，))?[^，。；]{0,20}，?(?:[^，。；]{0,24}，)?[^，。；]{0,24}(?:不得|禁止|严禁|不准)"
)
ONLY_THEN = expression(
    f"(?<!申请)(?:经|报|由|取得|征得|领取|获得|持)(?P<what>[^，。；]{{0,40}}?(?:{_LEAVE}|资质认定|{_CERTIFICATES}))[^，。；]{{0,8}}"
    "(?:，[^，。；]{0,16})?，?[^，。；]{0,6}(?:方可|方能|始得|才能|后可以)"
)
MUST_OBTAIN = expression(
    "(?:应当|必须|(?<!并)须|(?<!并)需)(?!是|设立)(?P<what>[^，。；]{0,40}?(?:申请|申领|取得|领取|办理|申办|具有|具备|持有?)[^，。；]{0,24}?"
    f"(?:{_CERTIFICATES}|(?<=[领申取办][取领得理])[^，。；的身]{{1,10}}{_A_CERTIFICATE}|许可(?!证)|资质等级证书|(?:部门|机关|政府|机构|局)的?批准))(?!变更|延续|注销|延期|年检|书后|的[^，。；]{{0,12}}(?:人员|单位|机构|企业|者)|人员|单位)"
)
MUST_ASK = expression(
    f"(?:应当|必须|须|需|应(?=[将经报向事征]))(?P<what>(?:事先|事前|征得|取得)?[^，。；]{{0,24}}?(?:{_BY}|征得)[^，。；]{{2,40}}?"
    "(?:批准|审批|核准|审核同意|审查同意|同意|资质认定)(?!证明|文件|手续|意见|单位|机关|的(?:[，。；]|$)))"
)
# 合同签订后，报行业管理部门批准: without a word of force.
REPORTS = expression(
    "(?<=，)报(?![告刊废警销名])(?P<what>[^，。；]{2,32}?(?:部门|机关|机构|政府)(?:审核|审查)?(?:批准|审批|核准))(?!证明|文件|的)"
)
# What is put on record is leave where without it nobody may begin: 未备案的，不得…; 经登记后，方可….
_FILED = "(?:备案|(?<!注销)登记)(?:手续|证明|凭证|凭据|号|表)?"
NO_FILING = expression(
    f"未(?P<what>[^，。；的]{{0,40}}?{_FILED})(?:的(?=，))?[^，。；]{{0,20}}，?(?:[^，。；]{{0,24}}，)?[^，。；]{{0,24}}"
    "(?:不得|禁止|严禁|不准)"
)
ONLY_FILED = expression(
    f"(?:经|报|由|向|到|办理|进行|完成|取得)(?P<what>[^，。；]{{0,40}}?{_FILED})[^，。；]{{0,8}}"
    "(?:，[^，。；]{0,16})?，?[^，。；]{0,6}(?:方可|方能|始得|才能|后可以)"
)
BARS_UNFILED = expression("(?<!注销)登记|备案[^。；]{0,60}(?:不得|禁止|方可|方能|停止)")
# 持许可证和有关资料到…备案: what somebody has is shown, and none is asked for.
SHOWN_ELSEWHERE = expression("持(?!有)[^。；]{2,80}?[到向][^，。；]{2,30}(?:备案|登记|办理|申报|报到)")
ASKS_FOR_LEAVE = _en(
    r"\bwithout (?:\w+ ){0,5}?(?:approval|permission|permit|licen[cs]e|consent)\b",
    r"\b(?:shall|must) (?:first )?(?:apply for|obtain|hold)\b[^,.;]{0,60}?"
    r"\b(?:approval|permit|licen[cs]e|permission)\b",
    r"\b(?:shall|must)\b[^.;]{0,120}?\band (?:first )?(?:apply for|obtain|hold)\b[^,.;]{0,60}?"
    r"\b(?:approval|permit|licen[cs]e|permission)\b",
    r"\b(?:only (?:after|with)|subject to) (?:\w+ ){0,5}?(?:approval|permission|permit|licen[cs]e)\b",
    r"\bonly (?:after|once|when|if)\b[^.;]{0,80}?"
    r"\b(?:approved|permitted|(?:granted?|issued?|given|received) [^,.;]{0,40}?"
    r"\b(?:approval|permit|licen[cs]e|permission))\b",
)
WITHOUT_LEAVE = _zh(
    f"未(?:经|取得|获得|领取|办理)[^，。；]{{0,40}}(?:批准|许可|审批|核准|同意|许可证|资质|资格|{_A_CERTIFICATE})"
)
_OFFICES = "(?:部门|机关|政府|机构|[局厅委])"
# 应当经…部门批准, 取得…机关的许可, 向…机构提出申请: who gives leave, and not for what.
BY_LEAVE = _zh(
    "(?:应当?|必须|须|需)?(?:事先|事前|依法)?(?:经|报|由|向|征得|取得)"
    rf"[^，。；]{{0,30}}?{_OFFICES}(?:的)?(?:审核|审查|进行)?(?:{_LEAVE}|资质认定)后?",
    rf"向[^，。；]{{0,24}}?{_OFFICES}(?:提出|递交|提交)?(?:书面)?申请",
)
# 报颁发理发许可证的部门批准: who gives leave, by another certificate.
WHO_ISSUES = _zh("(?:颁发|核发|发放)[^，。；的]{2,16}的(?=[^，。；]{0,12}(?:部门|机关|机构))")
# For what, the sentence before says.
LEAVE_ALONE = _zh(f"未(?:经|获得?|取得)(?:{_LEAVE})的?$")
# Whose consent is no licence, and what one office asks of another.
CONSENT_OF_PEOPLE = _zh(
    "业主|村民|居民|家长|监护人|权利人|所有权人|本人|其同意|双方|当事人|消费者|用户|职工|代表大会|常务?委员会|主席团|党|代表会议",
    "成员|股东|理事|董事|利害关系|著作权|患者|家属|协商|委托人|承包|投资者|旅游者|相对人|产权",
)
OFFICE = _zh("部门|政府|机关|行政|主管|(?:监督|检疫|监理|气象|执法)机构|管理(?:机构|处|局|委员会|站)|局|审批|许可")
PLANS = _zh("规划|计划|预案|方案|名录|目录|区划|标准|名单|办法|细则|规范|制度|草案|预算|决算|编制|调整|立项")
ALTERS = _zh("变更|修改|调整")
# 因故确需延长的，应当报…批准: leave was given or a time laid down before, and is asked for longer.
_LONGER = "延长|延期|延续|展期|续期|缓期|推迟|顺延"
ASKS_FOR_LONGER = _zh(f"(?:确[需有]|需要?|要求|申请|必须)[^，。；]{{0,12}}(?:{_LONGER})[^，。；]{{0,8}}的?(?=，)")
CERTIFICATE = expression(rf"[\u4e00-\u9fff]{{2,10}}?(?:资质等级证书|{_CERTIFICATES})")

# 设立理发店，应当具备下列条件: what is asked before somebody may begin.
_CONDITIONS = "(?:具备|符合|满足|达到)[^，。；]{0,8}?(?:下列|以下|如下)[^，。；]{0,10}?条件"
LISTS_ANY_CONDITIONS = _zh(_CONDITIONS, "条件[：:]$")
LISTS_CONDITIONS = expression(
    "(?:从事|设立|开办|举办|开设|经营|生产|销售|[预现]售|转让|申请|取得|领取|申领|承接|承揽|担任|购置|使用|成立|执业|服务"
    f"|机构|企业|公司|人员)[^。；]{{0,60}}?{_CONDITIONS}(?!之一)"
)
ASKED_ELSEWHERE = _zh("(?:符合|按照|依照)[^，。；]{0,6}《|(?:法律|法规|国家)[^，。；]{0,12}规定|依法")
# A distinction, a register, a suit, a benefit, whom an office chooses for itself.
NO_LICENCE = _zh(
    "名录|历史|名[木城镇村]|荣誉|称号|诉讼|立案|纠纷|督学|代表|委托的|聘[请用任]|待遇|救助|补[贴助]|失业|情形|定点"
    "|优先|奖励|认定为|资金|预算|财政|保护令|行政执法|安全生产条件"
)

# --------------------------------------------------------------------------------------- coercion, fees

# What an office brings about, or does, to make somebody obey; what a supplier does by contract is none of it.
_CUTS_OFF = "(?:停止|中止|切断|中断|暂停|限制)[^，。；]{0,10}?"
_SUPPLIES = "(?:供(?:水|电|气|热|暖)|供应(?:水|电)|水源|电源|用水|用电|水电)"
CUTS_OFF = _zh(f"{_CUTS_OFF}{_SUPPLIES}")
_SUPPLY = _zh(
    # A supplier that is itself ordered to stop: 责令其暂停供水.
    f"(?:通知|要求|责令(?!其?(?:停|中|暂))|告知|协助|配合)[^，。；]{{0,24}}{_CUTS_OFF}{_SUPPLIES}",
    f"(?:部门|机关|政府|机构|局)[^，。；]{{0,16}}{_CUTS_OFF}{_SUPPLIES}",
)
# 拒不改正的，停止供水: who does not supply any more need not be named where an order is disobeyed.
STOPS_SUPPLY = _zh(f"^(?:可以|应当|并|予以|依法|由[^，。；]{{2,24}})*(?:停止|中止|切断){_SUPPLIES}")
DISOBEYS = _zh("(?:拒不|逾期[不未]|仍不|仍未|不予)(?:改正|执行|整改|停止|拆除|清理|履行|搬迁|关闭|治理|补办)")
_ENFORCES = _zh("强制|强行|代履行|代为|代行|代治理|代处置|代植|代补|代管|组织(?:清除|拆除|清理)")
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
MEASURES: Mapping[Language, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = {
    "zh": (
        (_zh("查封"), _zh("查封|封存")),
        (_zh("(?:扣押|扣留)(?!期|后|人|物品清单)|暂扣(?![^，。；]{0,20}[证照])"), _zh("扣押|扣留|暂扣")),
        (_zh("冻结[^，。；]{0,6}(?:存款|账户|汇款|资金)"), _zh("冻结")),
        (_zh("强制(?:拆除|清除|清理|迁移|搬离|迁出|铲除|关闭|执行|安装|停用|更换)|强行(?:拆除|清除|拖离)"), _ENFORCES),
        (_zh("代履行|(?:代为|代行)(?:清除|清理|治理|处置|拆除|恢复|改正|补种|补植|修复|履行)"), _ENFORCES),
        (_zh("(?:拖离|拖移|拖走)(?!的|后)"), _zh("拖离|拖移|拖曳|拖走|移至|转移")),
        (_zh("(?:加[收处]|按[日月])[^，。；]{0,40}滞纳金"), _zh("滞纳金")),
        (_zh("(?<!百分之三)(?<!百分之三的)(?<!3%)(?<!3％)加处[^，。；、]{0,8}罚款"), _zh("加处")),
        (
            _zh("(?:强制|强行)(?:传唤|带离|约束|扣留)|(?<!被)传唤(?!的|后)|约束至|拘传|留置(?!火|物|权)"),
            _zh("传唤|带离|约束|拘传|留置"),
        ),
        (_SUPPLY, CUTS_OFF),
    ),
    "en": (
        (
            _en(r"\bseal(?:ed|ing)? (?:up|off)\b", rf"\bseal (?:the|its|his|their|any|such)\b{_NO_PAPER}"),
            _en(r"\bseal"),
        ),
        (
            _en(
                r"\b(?:seiz(?:ed?|ing)|impound(?:ed|ing)?|sequest(?:er(?:ed|ing)?|rat(?:ed?|ing))|distrain(?:ed|ing)?)\b",
                rf"\bdetain(?:ed|ing)? (?:[\w'-]{{1,24}} ){{0,4}}?(?:{_THINGS})\b",
                rf"\b(?:{_THINGS}) (?:[\w'-]{{1,24}} ){{0,4}}?(?:may|shall|must) be detained\b",
            ),
            _en(r"\bseiz", r"\bimpound", r"\bdetain", r"\bsequest", r"\bdistrain"),
        ),
        (_en(r"\b(?:freeze|freezing|frozen)\b"), _en(r"\bfreez", r"\bfrozen")),
        (
            _en(
                r"\b(?:forcibly|compulsorily) \w+",
                r"\bby force\b(?! of)",
                r"\bcompulsory (?:removal|demolition|enforcement|execution|closure|relocation)\b",
            ),
            _en(r"\bforc", r"\bcompuls", r"\benforce"),
        ),
        (
            _en(
                r"\b(?:remov|clean|clear|demolish|dispos|restor|repair|treat|perform|carr)\w{0,4}\b[^,.;]{0,60}"
                r"\bat (?:the (?:expense|cost) of\b|(?:the )?[\w-]{1,24}(?:'s|’s|s'|s’) (?:expense|cost)\b)"
            ),
            _en(
                r"\b(?:expense|cost)s?\b[^,.;]{0,20}\bof\b", r"(?:'s|’s|s'|s’) (?:expense|cost)\b", r"\bon behalf of\b"
            ),
        ),
        (
            _en(r"\blate[- ](?:payment )?(?:fees?|charges?|surcharges?)\b", r"\bsurcharges?\b", r"\boverdue fines?\b"),
            _en(r"\blate\b[^,.;]{0,20}\b(?:fee|charge)", r"\bsurcharge", r"\boverdue"),
        ),
        (
            _en(rf"\b(?:cut(?:ting)? off|stop(?:ped)?|suspend(?:ed)?|disconnect(?:ed)?) {_SUPPLIES_EN}"),
            _en(rf"\b(?:cut|stop|suspen|disconnect)\w{{0,6}} (?:off )?{_SUPPLIES_EN}"),
        ),
    ),
}
_SEIZES = "(?:查封|扣押|暂扣|扣留|冻结)"
SETS_NO_MEASURE: Words = {
    "zh": _zh(
        "依法|申请|不得|禁止|法院|解除|违约|[的时后]$|合同|非法|(?:出示|查验)[^，。；]{0,8}证|身份证|送交|送达|信访|罚款和加处",
        "(?:实施|发布)[^，。；]{0,8}(?:强制|代履行)|强制(?:拆除|执行)(?:公告|决定|通知)|公告|笔录",
        "(?:对于?|被|已|出具|将)[^，。；]{0,6}(?:暂扣|查封|扣押|冻结)",
        f"{_SEIZES}(?:、{_SEIZES})*(?:的|、(?!{_SEIZES}|没收|收缴|强制|拆除|责令)|[^，。；]{{0,4}}(?:清单|期限|期间|决定书))",
    ),
    "en": _en(r"\b(?:shall not|may not|court|been)\b"),
}
# Things that are held, and not certificates: for how long, and how that is prolonged.
SEIZES = _zh("(?:查封|扣押|冻结|封存|(?:暂扣|扣留)(?![^，。；]{0,24}(?:证|执照|牌照|资格)))")
PROLONGS = _zh("延长|延期")
MAY_BE_PROLONGED = _zh("可以?(?:适当|再)?(?:延长|延期)|可以?[^，。；]{0,8}(?:延长|延期)")
IS_A_PERIOD = _zh("期限|时间|期间|不得?超过|最长|为期|之日起[^，。；]{1,12}内[^，。；]{0,6}(?:作出|处理|决定)")
NO_PERIOD = _zh(
    "解除|返还|退还|移交|送达|告知|通知|公告|检验|检测|检疫|鉴定|认领|领取|逾期|保存|备案|报告|补办|缴纳|[证照](?:件|书)?|驾驶"
    "|整改|改正|合同"
)
FEE = expression(
    "(?<![未已代])(?:缴纳|交纳|缴存|交存|收取|征收(?!区域|范围|部门|决定|补偿|实施|人)|加收|计收|预交|预缴)(?!的)[^，。；]{0,24}?"
    r"(?P<name>[\u4e00-\u9fff]{1,12}(?:费(?!用?的|率|标准|票据)|保证金|押金|基金|补偿金|抵押金))"
)
# A deposit that is introduced as such; a warranty between buyer and builder (质量保证金) is none.
DEPOSITS = expression(
    "(?:实行|实施|建立|推行)[^，。；]{0,24}?"
    r"(?P<name>[\u4e00-\u9fff]{0,2}(?<!质量)(?<!履约)(?<!投标)(?:保证金|备用金|抵押金))(?:管理|缴存)?制度"
)
FEE_EN = _en(
    r"\b(?:pay|(?<!in )charged?|collect|levy|deposit)\b[^,.;]{0,50}\b(?:fees?|(?<!in )charges?|deposit|bond)\b"
)
ANY_FEE: Words = {
    "zh": _zh(r"(?:缴|交纳|收取|征收|加收|计收)[^，。；]{0,24}(?:费|金)"),
    "en": FEE_EN,
}
# Prices, insurance and taxes, and what is paid to others than the state, by the name of what is paid.
NO_FEE_BY_NAME = _zh(
    "车位|场地|经费|货币补偿|保险|税|罚|物业|(?<!污)水费|电费|燃?气费|热费|租金|票(?:款|价)?费|会费|公积金|学费",
    "维修资金|党费|工本费|违约|滞纳|公证|律师|保教|诊疗|资费|保育|住宿|一定的?费|有线电视|入网|服务|电信费|征用补偿",
)
# What is put down as a surety is no price, whatever it is named after.
A_SURETY = expression("^(?![^，。；]*(?:税|罚|保险))[^，。；]*(?:保证金|抵押金)$")
# What is paid for what somebody supplies, to him: to an operator of pipes, for heat, as rent.
PAID_TO_SUPPLIERS = _zh(
    "向[^，。；]{0,16}(?:企业|公司|(?:运营|经营|服务|管理|物业|供[水电气热暖])单位|经营者)[^，。；]{0,4}(?:缴|交|支付)"
)
OF_A_SUPPLY = _zh("(?:[水电气热暖房]|采暖|燃气|物业|服务|使用|通信|电信)费|租金|热价|用户|供用|票款")
# What is waived, or must not be charged.
NO_FEE: Words = {
    "zh": _zh("不得|禁止|免收|减收|免缴|免交|减免|不收|不缴|不交|不再|停止|减半|应收|的$"),
    "en": _en(r"\b(?:not|no|exempt|free|waive)\b"),
}

# ------------------------------------------------------------------------------------- credit, refusals

_CREDIT = (
    "(?<!诚实)信用(?!社|证|卡|担保|贷款|合作)|诚信(?:档案|记录|系统|体系|平台|信息)|征信|失信"
    "|不良(?:行为)?(?:信息)?记录"
)
SPEAKS_OF_CREDIT = _zh(_CREDIT)
_ENTERED = "(?:记入|纳入|列入|录入|计入|载入|归集|推送|记录于|作为)"
_DISHONEST = "(?:失信|黑名单|不良[^，。；]{0,12}名单|违法[^，。；]{0,12}名单|惩戒[^，。；]{0,8}名单)"
# How somebody is listed, sanctioned or recorded, the gravest first, each with the words by which a superior speaks of
# the like: it may record without listing.
CREDIT_SANCTIONS = (
    (_zh(f"{_ENTERED}[^，。；]{{0,24}}?{_DISHONEST}|建立[^，。；]{{0,24}}黑名单"), _zh(_DISHONEST)),
    (_zh("(?:实施|实行|开展|予以|给予|采取|进行)[^，。；]{0,16}?惩戒|失信[^。；]{0,60}限制"), _zh("惩戒|失信")),
    (_zh(f"{_ENTERED}[^，。；]{{0,30}}?(?:{_CREDIT})"), SPEAKS_OF_CREDIT),
)
NO_CREDIT_SANCTION = _zh(
    "不得|禁止|修复|异议|移出|移除|撤销|删除|查询|终止|停止|[前后]$|政务|守法(?!诚信)|遵守|履约|机制|(?<!名单)制度(?!的)"
)
OF_THE_LISTED = _zh("对(?:被)?[列纳]入")  # what they meet with is said behind
OF_THE_GOOD = _zh("表彰|奖励|荣誉|激励|鼓励|守信(?!联合)|献血|志愿")
WRONG = _zh(
    "黑名单|惩戒|违法|违规|违反|违约|不良|失信|不文明|处罚|拒不|逾期|侵权|假冒|虚假|弄虚作假|骗取|未按|污染|破坏",
    "不按",
)
_HANDLED = (
    "(?:办理|受理|审批|核发|发放|颁发|换发|年检|年审|登记|注册|核准|批准|验收|通过|过户|备案|出具|核定|供应土地|立项)"
)
REFUSES = _zh(f"(?:不予|不得|不再|暂停|暂缓|停止|暂不|限制)(?:为其|对其|给予|予以|向其)?{_HANDLED}(?!的|费)")
# What somebody left undone or did, and not what his application lacks.
FAILED = _zh(
    "^未|[^尚]未[^，。；]{1,40}[的前]$|拒不|拒绝|逾期|拖欠|欠缴|欠交|违法|违反|处罚|查处|不履行|不缴|不交|不改正"
)
IS_UNFIT = _zh("不符合|不合格|补正|材料|申请|附具|不具备|达不到|超过|超出|信访|投诉|举报")
NO_REFUSAL = _zh(
    "受理[^，。；]{0,12}(?:投诉|举报|信访|申诉)|规划(?:的)?(?:审批|批准)|(?:编制|修改|调整)|擅自|下级|的$",
    "(?:批准|审批|通过)[^，。；]{0,6}规划(?!许可|手续|条件|核实)",
)

# ------------------------------------------------------------------------------------ proofs, barriers

_PROOF = "证明(?:材料|文件|书)?"
# What shows of itself what it says, and is no proof that is asked of others: papers on who one is, what one owns and
# that goods are sound (优化营商环境条例 art. 44: 法定证照).
_PAPERS = (
    "身份|执照|使用|权属|产权|所有权|登记|土地|检疫|检验|检测|合格|免疫|资格|资质|执业|验收"
    "|许可|审批|备案|缴纳|缴费|完税|支付"
)
# Who must hand in or show a proof, and of what: 应当提交无违法记录证明, 凭村民委员会出具的证明.
ASKS_FOR_PROOF = expression(
    "(?:(?:应当|必须|须|需)(?:向[^，。；]{2,20}?)?(?:如实)?(?:提[交供]|递交|附具|附送|附|交验|出示|持|凭|报送)|(?:^|(?<=，))(?:凭|持)有?)"
    f"(?P<what>[^，。；]{{0,40}}?(?:(?:出具|开具)的[^，。；]{{0,8}}?|(?P<name>[\u4e00-\u9fff]{{2,12}})){_PROOF})(?!事项|责任|的)"
)
LISTS_PAPERS = _zh(
    "(?:提[交供]|递交|持|报送|附具)[^，。；]{0,20}(?:下列|以下)[^，。；]{0,8}(?:材料|文件|证明|资料|证件)"
)
A_PROOF = expression(f"(?:^|[的、和或及])(?P<name>[^，。；、的]{{2,24}}?){_PROOF}$")
SHOWS_ITSELF = _zh(_PAPERS)
NO_PROOF = _zh("不得|无需|无须|不再|免于|免予|可以|能够|未|的$")
# 有关证明, 下列证明 do not say of what; 出具的证明 says by whom it must have been made.
WITHOUT_CONTENT = _zh(
    "(?:其他|有关|相关|相应|必要|合法|有效|真实|书面|上述|前款|规定|所?要求|下列|以下|及其?|或者?|和)+"
)
PROOFS = expression(f"(?P<name>[^，。；、的和或及与]{{2,24}}?){_PROOF}")
MADE_BY_ANOTHER = _zh("(?:出具|开具)的")
SPEAKS_OF_PROOF = _zh("证明")
_FIRM = "(?:企业|单位|机构|经营者|经营主体|公司|商户|店|厂|站|医院|屠宰场)"
# Whom it keeps out that comes from elsewhere, and who alone may supply what must be had.
_FROM_ELSEWHERE = "(?:外地|外省|外市|外县|外埠|省外|市外|县外|非本[省市县地])"
BARS_OUTSIDERS = _zh(
    f"{_FROM_ELSEWHERE}[^，。；]{{0,20}}?(?:{_FIRM}|车辆|产品|商品)[^。；]{{0,60}}?(?:应当|必须|须|方可|方能)"
    "[^。；]{0,60}?(?:备案|登记|批准|许可|审批|审核|审查|核准|手续|注册|设立)",
    f"{_FROM_ELSEWHERE}[^，。；]{{0,16}}?(?:进入|到)本[省市县区][^。；]{{0,30}}?(?:应当|必须|须|方可|方能)"
    "[^。；]{0,40}?(?:备案|登记|批准|许可|审批|审核|审查|核准|检验|检测)",
)
DESIGNATES = _zh(
    "(?:应当|必须|一律|只能)[^，。；]{0,30}?(?:到|送往?|交由|交给|委托|购买|使用|选[用择]|向)"
    f"[^，。；]{{0,20}}?(?:指定|定点)的?[^，。；、的]{{0,10}}?{_FIRM}",
    "(?:应当|必须|一律|只能)[^，。；]{0,30}?[从由][^，。；]{0,20}?(?:指定|定点)的?[^，。；、的]{0,10}?(?:企业|公司|经营者|供应商|商店|厂家)",
)
SPEAKS_OF_OUTSIDERS = _zh(f"{_FROM_ELSEWHERE}|跨(?:省|市|县|区域|行政区域)|异地")
SPEAKS_OF_DESIGNATED = _zh("指定|定点")
NO_BARRIER = _zh("不得|禁止|违反|鼓励|支持|平等|同等|依法(?:没收|收缴)|银行|金融机构|账户")

# ----------------------------------------------------------------------------------------- prohibitions

FORBIDS: Words = {
    "zh": _zh(
        "不得|严禁|(?<![量测瞄])不准(?!确)",
        "(?<!除)(?<!在)(?<!实施)(?<!采取)(?<!实行)(?<!其他)(?<!明令)(?<!规定)(?<!法规)(?<!或者)(?<!限制)(?<![、或和及定])"
        "禁止(?![性的停]|区域|令|[^，。；、]{0,10}(?:标[志识牌]|警示)|(?!在)[^，。；、]{0,6}区(?:域|[以内外、和]|$)|事项|行为(?!人))",
    ),
    "en": _en(
        r"\bno (?:\w+[ ,]+){1,8}?(?:shall|may|must)\b", r"\bnobody (?:shall|may|must)\b", r"\b(?:shall|may|must) not\b",
        r"\b(?:(?:is|are) prohibited|prohibited from)\b",
    ),
}  # fmt: skip
_OF_AN_OFFICE = (
    "批准|审批|核发|发放|颁发|办理|受理|许可|验收|核准|登记|同意|通过|评为|评定|录用|任用|作为|作出|纳入|安排|实施行政|收费|列入|予以|给予"
    "|出让|供应土地|组织|拨付|核定|申报|公开|委托|推诿|参加评|评优|徇私|滥用|泄露|减少|减免|降低|增加[^，。；]{0,12}负担"
)
# What an office decides, where nobody else is named: 不得批准, 一律不得作为晋升的依据.
OFFICE_DECIDES = _zh(f"(?:不得|禁止)(?:{_OF_AN_OFFICE})|(?:^|不得|禁止)(?:违法|非法|违规)")
# An amount (`number`), the care of public money, what is forbidden elsewhere.
NO_BAN = _zh(
    "(?:不得|禁止)(?:超过|超出|少于|低于|高于|大于|小于|早于|晚于|多于|短于|长于|迟于|突破|违反|违背)",
    "不得(?:要求|让)[^，。；]{0,12}(?:市场主体|企业|申请人|群众|当事人)|不得参加[^，。；]{0,40}(?:评比|评选)",
    "截留|挪用|挪作|平调|挤占|(?:资金|经费)[^，。；]{0,16}不得|条件[^，。；]{0,4}不得",
    "不得(?:擅自)?(?:变更|修改|调整|突破)[^，。；]{0,12}(?:规划|标准|计划|方案)|规划[^，。；]{0,12}不得",
    "不得(?:有|从事|实施|进行)?(?:法律|其他|国家)|(?:法律|法规|国家)[^，。；]{0,8}禁止|其他[^，。；]{0,30}行为$",
    "违法(?:活动|行为|犯罪)|不得(?:另行|额外|再)?(?:向[^，。；]{1,20})?(?:另行|额外|再)?收取(?:任何|其他|其它|额外|的)*费用",
    "(?:不得|禁止)(?:非法)?(?:侵犯|侵害|损害)(?:$|[^，。；]{0,20}(?:权[益利]|权$|利益))|不得重复|的原则$",
    # What is refused is what one is bound to do.
    "不得(?:拒绝|推诿|拖延|推脱)(?:(?:、|或者?|和)(?:拒绝|推诿|拖延|推脱))*$",
    "不得[^，。；]{0,24}(?:打击报复|拒绝[^，。；]{0,12}(?:检查|监督)"
    "|(?:妨碍|阻碍|阻挠)(?:$|[^，。；]{0,24}(?:依法|公务|职务|职责|执法|检查|监督|管理|调查|工作)))",
)
PLAN_STANDS = _zh(
    "(?:规划|计划|方案|标准)[^。；]{0,60}不得(?:擅自|随意|任意)?(?:变更|修改|调整|改变)",
    "措施(?:应当?|必须|仅)[^。；]{0,40}不得",  # which offices take
    "采取[^，。；]{0,12}(?:查封|扣押|冻结|强制)[^。；]{0,40}不得",
    "[红绿蓝黄紫]线[^。；]{0,40}不得(?:擅自|随意|任意)?(?:变更|修改|调整)",
    "[未非]经法定程序",  # what the law asks for of itself
    "依法[^，。；]{0,12}(?:职[权责]|职务|检查|监督)[^。；]{0,30}不得(?:非法)?(?:干涉|干预|干扰)",
)
# 未经批准不得改建、占用店堂: the last of what leave is asked for stands with what it is done to.
BY_NO_LEAVE = _zh(f"^[^，。；]{{0,24}}未经[^，。；]{{0,20}}(?:{_LEAVE})不得(?:[^，。；、]{{1,8}}(?:、|或者))*")
# 对强令剃须，有权拒绝: what may be refused, or reported, must not be done.
MAY_BE_REFUSED = _zh("有权[^，。；]{0,6}(?:拒绝|制止)")
ON_ONE_S_OWN = _zh("擅自|私自|无[^，。；]{0,8}证|未[^，。；]{0,12}(?:证|批准|许可)")
# 拒绝向符合条件的单位或者个人供热: to whom a thing is done or not done is not what is done.
TOWARDS = _zh("[向对为给][^，。；]{2,40}?(?:个人|单位|用户|企业|组织|(?<!或)者|[人户])(?![^，。；]{0,2}[的、和或及])")
# What must be done one way must not be done the other: 应当在密闭空间进行 and 禁止露天进行.
OPPOSITES = (
    (_zh("露天|敞开|户外|室外"), _zh("密闭|封闭|室内|入库|围挡")),
    (_zh("混(?:合|装|运|放|存|入|杂|收)"), _zh("分类|分开|分别|单独|专用")),
    (_zh("隐瞒|瞒报|谎报|迟报|漏报|缓报"), _zh("(?:及时|立即)[^，。；]{0,12}(?:报告|上报)|如实|真实")),
    (_zh("虚假|失实|伪造|篡改|欺骗|误导|弄虚作假"), _zh("真实|如实|准确|客观")),
    (_zh("随意|乱[扔倒丢弃堆放]|任意"), _zh("指定|规定的(?:地点|场所|方式)|定点")),
    (_zh("直接(?:排放|排入|外排|倾倒)"), _zh("处理后|经[^，。；]{0,8}处理|达到[^，。；]{0,12}标准")),
    (_zh("违反[^，。；]{0,12}(?:规定|规程|标准|要求|规范)"), _zh("符合|遵守|按照|执行")),
    (_zh("超过|超出|超[载员速限]|高于"), _zh("不(?:得)?(?:超过|超出|高于)|以内|以下")),
)
# 可以采取下列措施: an item is a measure of an office.
LISTS_MEASURES = _zh("(?:采取|实施|行使)[^，。；]{0,8}(?:下列|以下|如下)[^，。；]{0,8}(?:措施|职权)")
ANNOUNCES: Words = {
    "zh": _zh("下列|以下(?:行为|情形|活动|区域|规定)|如下|[:：]$"),
    "en": _en(r"\bfollowing\b"),
}
# 擅自染须的，强制拆除染须设施: an item that says itself what is done about an act.
ACT_AND_MEASURE = _zh("的，(?!或者|以及|但|未|擅自)")
# 有下列行为之一的, 不得有下列行为: an item says what is punished or forbidden, and sets nothing of its own.
LISTS_ACTS: Words = {
    "zh": _zh("不得|禁止|行为|情形|责令|罚|处分"),
    "en": _en(r"\b(?:not|prohibit|acts|fined?|liable)\b"),
}
# 有下列情形之一的，不得开航: an item is a case of what the introduction forbids.
LISTS_CASES = _zh("情形|条件|期间")
WHO_DOES_SO = _zh("违者|违反(?:者|的)|有此行为")
COMMANDS = _zh("应当?(?![急用对征届邀])|必须|可以")
CATCH_ALL = _zh("^(?:法律|法规|国家)?[^，。；]{0,16}其他[^，。；]{0,40}$|^法律、")

SPEAKS_OF_CREDIT_EN = _en(r"\bcredit(?:worth\w*)?\b", r"\bblack-?list", r"\bdishonest", r"\buntrustworth")
CREDIT_SANCTION_EN = _en(
    r"\b(?:enter|record|includ|list|plac|put|add|fil)\w{0,3}\b[^,.;]{0,80}?"
    r"\b(?:credit (?:system|record|file|information"
    r"|histor|archive|report|platform)|black-?list|list of (?:[\w-]{1,24} ){0,4}?(?:dishonest|untrustworthy))",
    r"\bjoint (?:sanctions?|punish\w*)\b[^,.;]{0,60}?\b(?:credit|dishonest|untrustworth)",
)

# ------------------------------------------------------------------------------------ in two languages

_SPEAKS_OF_COERCION: Words = {
    "zh": _zh("查封|封存|扣押|扣留|暂扣|冻结|强制|强行|代履行|滞纳金|加处|传唤|拘传|带离|拖离|停止供"),
    "en": _en(
        r"\b(?:seal|seiz|impound|detain|sequest|distrain|freez|frozen|forc|compuls|enforce|surcharge|overdue)"
        r"|\b(?:late|expense|cost|cut|disconnect)\b"
    ),
}
# By which words either language speaks of a power at all, by the rule that finds it. Of penalties their kinds tell.
SPEAKS_OF: Mapping[str, Words] = {
    "new-credit-sanction": {"zh": SPEAKS_OF_CREDIT, "en": SPEAKS_OF_CREDIT_EN},
    "new-refusal": {"zh": REFUSES, "en": _en(r"\b(?:not|no|refus\w*|reject\w*|suspen\w*)\b")},
    "new-licence": SPEAKS_OF_LEAVE,
    "new-licence-condition": {"zh": _zh("条件"), "en": _en(r"\bconditions?\b", r"\brequirements?\b")},
    "new-coercion": _SPEAKS_OF_COERCION,
    "new-coercion-period": _SPEAKS_OF_COERCION,
    "new-fee": {
        "zh": _zh("费|[证押]金|基金"),
        "en": _en(r"\b(?:fees?|charges?|deposits?|bonds?|expenses?|costs?|funds?)\b"),
    },
    "new-proof": {"zh": _zh("证明"), "en": _en(r"\b(?:proof|prov[ei]|certif|evidence|attest)")},
    "new-prohibition": {
        "zh": _zh("[不禁勿仅]|未(?!成年)|非经|无权|只[能有]|方可"),
        "en": _en(r"\b(?:not|no|nor|none|nobody|never|without|only|cannot|prohibit\w*|forbid\w*|ban\w*|unless)\b"),
    },
}
