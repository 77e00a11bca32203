"""The words by which leave of an office, or a certificate of one, is asked for an act."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import Words, en, zh
from policydiff.expressions import expression

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
LACKS_LEAVE = zh(
    f"(?:无|没有|未(?:经|曾|依法|按规定)*(?:取得|获得|持有?|领取|领有|办理|具有|具备))(?!正当){_ANY_LEAVE}"
)
HAS_LEAVE = zh(f"(?<![未不无])(?<!没有)(?<!依法)(?:取得|获得|持有|领取|领有){_ANY_LEAVE}")
SPEAKS_OF_LEAVE: Words = {
    "zh": zh(f"{_LEAVE}|核发|审核|审查|审定|领取|资质|(?<!法人)资格|{_A_CERTIFICATE}"),
    "en": en(r"\bapprov", r"\bpermi(?:t|ssion)", r"\blicen[cs]", r"\bconsent", r"\bcertificat", r"\bauthori[sz]"),
}
GIVES_LEAVE: Words = {
    "zh": zh(f"批准|许可|审批|核准|资质|资格|{_A_CERTIFICATE}"),
    "en": en(r"\bapprov", r"\bpermi(?:t|ssion)", r"\blicen[cs]", r"\bcertificat"),
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
ASKS_FOR_LEAVE = en(
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
WITHOUT_LEAVE = zh(
    f"未(?:经|取得|获得|领取|办理)[^，。；]{{0,40}}(?:批准|许可|审批|核准|同意|许可证|资质|资格|{_A_CERTIFICATE})"
)
# 未经批准不得改建、占用店堂: the last of what leave is asked for stands with what it is done to.
BY_NO_LEAVE = zh(f"^[^，。；]{{0,24}}未经[^，。；]{{0,20}}(?:{_LEAVE})不得(?:[^，。；、]{{1,8}}(?:、|或者))*")
_OFFICES = "(?:部门|机关|政府|机构|[局厅委])"
# 应当经…部门批准, 取得…机关的许可, 向…机构提出申请: who gives leave, and not for what.
BY_LEAVE = zh(
    "(?:应当?|必须|须|需)?(?:事先|事前|依法)?(?:经|报|由|向|征得|取得)"
    rf"[^，。；]{{0,30}}?{_OFFICES}(?:的)?(?:审核|审查|进行)?(?:{_LEAVE}|资质认定)后?",
    rf"向[^，。；]{{0,24}}?{_OFFICES}(?:提出|递交|提交)?(?:书面)?申请",
)
# 报颁发理发许可证的部门批准: who gives leave, by another certificate.
WHO_ISSUES = zh("(?:颁发|核发|发放)[^，。；的]{2,16}的(?=[^，。；]{0,12}(?:部门|机关|机构))")
# For what, the sentence before says.
LEAVE_ALONE = zh(f"未(?:经|获得?|取得)(?:{_LEAVE})的?$")
# Whose consent is no licence, and what one office asks of another.
CONSENT_OF_PEOPLE = zh(
    "业主|村民|居民|家长|监护人|权利人|所有权人|本人|其同意|双方|当事人|消费者|用户|职工|代表大会|常务?委员会|主席团|党|代表会议",
    "成员|股东|理事|董事|利害关系|著作权|患者|家属|协商|委托人|承包|投资者|旅游者|相对人|产权",
)
CONSENT = "同意"
OFFICE = zh("部门|政府|机关|行政|主管|(?:监督|检疫|监理|气象|执法)机构|管理(?:机构|处|局|委员会|站)|局|审批|许可")
PLANS = zh("规划|计划|预案|方案|名录|目录|区划|标准|名单|办法|细则|规范|制度|草案|预算|决算|编制|调整|立项")
ALTERS = zh("变更|修改|调整")
# 因故确需延长的，应当报…批准: leave was given or a time laid down before, and is asked for longer.
_LONGER = "延长|延期|延续|展期|续期|缓期|推迟|顺延"
ASKS_FOR_LONGER = zh(f"(?:确[需有]|需要?|要求|申请|必须)[^，。；]{{0,12}}(?:{_LONGER})[^，。；]{{0,8}}的?(?=，)")
CERTIFICATE = expression(rf"[\u4e00-\u9fff]{{2,10}}?(?:资质等级证书|{_CERTIFICATES})")
