"""The words of penalties: their kinds, by which one is imposed, and by which what it is imposed for is named."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import ByKind, Words, en, zh
from policydiff.comparison.findings.terms.citations import OWN_NAME
from policydiff.eid import ITEM_NUMERAL, NUMERAL, ordinal
from policydiff.expressions import expression
from policydiff.words_of_force import HOW_GRAVE

# 五年内不得从事…, 终身不得担任…
_FOR_A_TIME = "(?:(?:年|个月)(?:之?内|以内)|终[身生])"
_MUST_NOT = "(?:不得|不准|不予|不再|不受理|禁止|不能)"
# Of several kinds: a warning, a fine, detention, the revocation of a licence (治安管理处罚法 art. 10).
_BY_POLICE = "治安管理处罚"
# What a penalty is, by kind, as a superior may speak of it at all: 警告、通报批评, 罚款, 没收, 吊销、暂扣许可证件,
# 停产停业、限制生产经营, 限制从业, 拘留.
KINDS: ByKind = {
    "zh": {
        "fine": zh(f"罚款|{_BY_POLICE}"),
        "confiscation": zh("没收"),
        "revocation": zh(f"吊销|暂扣|降低资质|注销|撤销|收回|取消|{_BY_POLICE}"),
        "closure": zh(
            "停产|停业|停工|停止(?:生产|营业|经营|执业|招生|办学|使用|供应|销售)|关闭|取缔|限产|限制(?:其|开展)*(?:生产|经营)"
        ),
        "bar": zh(f"{_FOR_A_TIME}[^，。；]{{0,12}}{_MUST_NOT}|(?:限制|禁止)[^，。；]{{0,8}}(?:从业|从事)"),
        "warning": zh(f"警告(?![标牌用灯语]|装置)|通报批评|{_BY_POLICE}"),
        "detention": zh(f"拘留|{_BY_POLICE}"),
    },
    "en": {
        "fine": en(r"\bfine[ds]?\b"),
        "confiscation": en(r"\bconfiscat", r"\bforfeit"),
        "revocation": en(r"\brevo[ck]", r"\bwithdraw", r"\bsuspen"),
        "closure": en(r"\bclos(?:e|ure|ing)\b", r"\bsuspen", r"\bcease\b"),
        "bar": en(r"\bbarred\b", r"\bdisqualif", r"\bfor life\b", r"\bmay not (?:engage|work|practi[sc]e)"),
        "warning": en(r"\bwarning", r"\bcensure"),
        "detention": en(r"\bdetention", r"\bdetain"),
    },
}
ANY_KIND: Words = {
    "zh": zh("(?:给予|予以|依法|规定|进行|实施)(?:行政)?处罚"),
    "en": en(
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
        "detention": zh("处(?!分)[^，。；]{0,16}拘留|(?:予以|给予)(?:行政|治安)?拘留(?!的)"),
        "revocation": zh(
            "(?<!被)(?<!依法)(?:吊销|暂扣|降低|缴销)(?!的|后|[^，。；]{0,20}[的后]$)[^，。；]{0,20}(?:证|执照|资质|资格|许可)",
            # The same under another name.
            "(?<!被)(?<!依法)(?:取消|收回)(?!的|后|[^，。；]{0,20}[的后]$)"
            "[^，。；评奖补贴]{0,16}(?:证(?!明)|资质|资格|许可)(?![^，。；]{0,4}(?:评|的))",
        ),
        "closure": zh(
            "责令[^，。；]{0,8}?(?:停产|停业|停止(?:生产|营业|经营|执业|招生|办学|供应|销售(?!、))|关闭|限产)",
            "责令[^，。；]{0,8}?限制(?:其|开展)*(?:生产|经营)",
            # 停工整治, 停工整顿 close a site as 停产整治 does a works; 停止施工, 停止建设 end what is unlawful.
            "责令[^，。；]{0,8}?停工(?!作|的|单位|通知)",
            "(?:、|，|予以|依法|责令[^，。；]{0,16}?)(?:限制(?:开展)?生产(?:经营)?|停[产工]整治|停工整顿|取缔|关闭)(?=[，。；、并]|或者|$)",
        ),
        "bar": zh(
            f"{_FOR_A_TIME}[^，。；]{{0,8}}{_MUST_NOT}[^，。；]{{0,16}}"
            "(?:从事|担任|申请|参[加与]|承[担接揽]|聘|受理|注册|核准|报考|办理|经营|任职)",
        ),
        "confiscation": zh(f"(?<!依法)(?<!被)没收(?!其?(?:{_GAINS})|的|款|物品?变价|[^，。；]{{0,30}}的$)"),
        "fine": zh(
            "(?:处|科)(?:以|(?!分|罚(?!款)|理))(?:(?!罚款)[^，。；]){0,60}罚款(?!的|决定|数额|项)",
            f"罚款(?:人民币)?(?:{NUMERAL}|[\\d万])+元(?![^，。；]{{0,12}}的)",  # 每次罚款五十元
        ),
        "warning": zh("(?:给予|予以|处以?)(?:警告|通报批评)(?!处分)|[，、]通报批评(?=[，。；、]|并|$)"),
    },
    "en": {
        "detention": en(r"\b(?:detained|detention)\b"),
        "revocation": en(
            r"\b(?:revoke[ds]?|suspend(?:ed)?)\b[^,.;]{0,60}\b(?:licen[cs]e|permit|certificate)",
            r"\b(?:licen[cs]e|permit|certificate)s?\b[^,.;]{0,40}\b(?:revoked|suspended)\b",
        ),
        "closure": en(r"\border(?:ed)? to (?:suspend|cease|close)\b"),
        "confiscation": en(r"\bconfiscate(?!d? the (?:illegal|unlawful) (?:gain|income|earning))"),
        "fine": en(
            r"\b(?:be fined|a fine of|impose a fine|fined)\b",
            r"\b(?:liable to|subject to|punish\w* (?:by|with)|pay) a fine\b",
        ),
        "bar": en(
            r"\b(?:barred|disqualified) from\b",
            r"\bmay not (?:engage|work|practi[sc]e)[^,.;]{0,60}\b(?:years|life)\b",
        ),
        "warning": en(r"\b(?:be given a warning|give a warning|warned)\b"),
    },
}
_FURTHER = f"{HOW_GRAVE}|拒不(?:改正|执行|停止|清|拆|恢复|补|停|接受|整改|处理|缴)|造成|致使|[没有无]+违法|限期|严重|仍"
# How those are named who hold no office: 店主, 理发师, 经营者.
_CITIZEN = "(?:人|者|员|民|师|主|商|户|店|厂|学生|(?<!地)方|企业|公司|单位|组织|机构|学校|医院|协会)"
CITIZEN_LAST = zh(f"{_CITIZEN}(?:均|都|一律|也)?$")
_ENGLISH_CITIZEN = (
    "(?:person|individual|unit|enterprise|compan|organi[sz]ation|entit|institution|operator|provider|producer"
    "|manufacturer|owner|holder|shop|business|part)(?:s|y|ies|es)?"
)
# 对在街头染须的店主: the act is said of whom it is the act; who answers for a body did nothing.
_WHO_BREAKS = f"对(?!{_FURTHER}|[^，。；]{{0,8}}(?:直接|主要|负有))[^，。；]{{4,40}}的[^，。；的]{{0,8}}{_CITIZEN}$"
NAMES_BREACH: Words = {
    "zh": zh(f"的$|之一$|^(?:未|拒不|违反|{_WHO_BREAKS})"),
    "en": en(
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
PUNISHES = en(
    rf"^(?P<subject>{_ACT} [^,.;]{{6,200}}?) (?:(?:is|are|(?:shall|must|may|will) be) (?:\w{{2,12}}ly )?"
    r"(?:punish|penali[sz]ed|fined|liable to|subject to|given a warning|warned|detained)|(?:shall|must) pay a fine)",
    rf"\b(?:fined?|penalty|warning|punish\w*)\b[^,.;]{{0,80}}? (?:for|on|upon) "
    rf"(?P<behind>{_ACT} (?:(?! (?:is|are|shall|must|may)\b)[^,.;]){{6,200}})$",
)
# 逾期不改正的, 情节严重的: how far a breach goes that was named before.
GOES_ON = zh(
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
COMES_TO_AN_END = zh("(?:终止|歇业|解散|破产|停办|注销|届满|期满)(?:经营|业务|活动|办学)?的$")
PROPOSES = zh("建议[^，。；]*")
LED_TO = zh("^(?:造成|致使|导致|引起)[^，。；]{2,40}的$")
OF_WHICH_KIND = zh("^属于?[^，。；]{2,20}的$")
LAID_DOWN_ELSEWHERE = zh("(?:法律|法规|规章)[^，。；]{0,16}规定的$|^(?:没有|未作出?|尚未|未)规定的$")
_BREAKS = "违反[^，。；第]{0,12}(?:规定|法|条例|办法)的?$"
SAYS_NO_ACT, BREAKS_SOMETHING = zh(f"^{_BREAKS}"), zh(_BREAKS)  # the latter of whoever does so
# 违反本办法的: the breach of a whole rule, of any of its articles.
ANY_BREACH = expression(rf"(?:^|[，。；\n])违反{OWN_NAME}(?:的?规定)?的(?=$|，)")
# 对违法染制的假发，予以没收: for what was done with a thing it is taken.
ON_THINGS = zh("对[^，。；]{2,30}?的[^，。；的]{1,16}(?:$|(?:应当|可以|予以|一律|依法)*没收)")
# A censure by those above (上级机关, 本级人民政府, 所在单位), or of those who answer for a body, is none of a citizen.
BY_SUPERIORS = zh(
    "上[一级]级?|本级|大会|理事会|所在单位|主管机关|监察|任免|同级|直接(?:负责|责任)|主管人员|责任人|负责人|工作人员|领导"
)
# 行业管理部门的工作人员违反本条例规定的，采取下列方式处理: what is done to officers is discipline, whatever it is.
OFFICERS_ANSWER = zh(
    "^[^，。；]{0,40}(?:政府|部门|机关|法院|检察院|委员会|管理机构)[^，。；企]{0,20}工作人员[^，。；企]{0,20}(?:违反|有下列|不履行|未)"
)
ANSWERS_FOR = zh("责令|处分|追究|法律责任")
# What is broken, by whom, when, and what is done about it: none of it is an act, though it stands ahead of one.
_BROKEN_OR_DONE_ABOUT_IT = "违反|责令|处分|追究|法律责任|罚款"
SAYS_WHAT_IS_BROKEN = zh(_BROKEN_OR_DONE_ABOUT_IT)
AHEAD_OF_AN_ACT = zh(f"{_BROKEN_OR_DONE_ABOUT_IT}|[后时前]$|期间$|(?:过程|活动)中$", f"{_CITIZEN}$")
# 由行业管理部门责令改正, 费用由店主承担: what is done about a breach is alike wherever offices are the same.
NO_DEED: Words = {
    "zh": zh(
        "责令|处分|追究|法律责任|承担|赔偿|代为|限期|^除[^，。；]{2,20}外$|违反[^，。；]{0,40}(?:规定|法|条例|办法)的?$",
        f"{_CITIZEN}$",
    ),
    "en": en(r"\border(?:ed)?\b|\bliable\b|\bresponsib"),
}
