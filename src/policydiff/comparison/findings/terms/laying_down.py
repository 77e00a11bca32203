"""Whether a clause lays something down: a thing that somebody has to do, may do or must not do, or that holds.

应当登记；费用由店主承担                       lays something down
染须前；根据协会的规定；为方便顾客             when, on what ground, to what end
依照其规定执行；法律规定的其他情形             what another provision says
构成犯罪的，依法追究刑事责任；加强组织领导     what holds, or is said, of anything
促进理发业发展；主管部门应当推广新型染液       what is hoped for, a line of policy
以染须技艺的传承为指导；贯彻落实会议精神       by which thought a paper is guided
染须事关顾客安全；登记是落实会议精神的举措     how much a thing matters
便于顾客查阅；接受顾客监督                     what is gained by what stands before it
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from policydiff.comparison.clauses import EXCEPTION
from policydiff.comparison.findings.terms.aims import AIMS, is_aim
from policydiff.comparison.findings.terms.mentions import names_who, without_subject
from policydiff.text import skeleton
from policydiff.words_of_force import PENALTY

_LEAST_DUTY = 4  # characters; what is shorter lays nothing down
_WITHOUT_CONTENT = re.compile(
    r"国家|采取|有效|必要|措施|应当|必须|依法|依照|按照|根据|本法|本办法|本条例|其他|有关|法律|法规|规定|执行|说明|理由"
    r"|另有|从其|适用|遵守|本(?:章|节|条|款|细则|规定)|各自|职责|分工|范围内|实际(?:情况|需要)?|情节轻重|均|相关|其|的|和|并|前款|所称"
)
_ANY_EXCEPTION = re.compile(f"{EXCEPTION['zh'].pattern}|除外$")
_GROUNDS = "需要|要求|规定|原则|情况|实际|特点|标准|程序|规划"
_GROUND = re.compile(  # and no word after it
    rf"(?:根据|按照|依照|依据)(?:(?!{_GROUNDS})[^，]){{0,60}}(?:{_GROUNDS})+$"
    rf"|根据(?:(?!{_GROUNDS})[^，]){{2,60}}(?:结果|目标|状况)$"
)
# Where, under whose lead, without whose leave or in which breach: what is done follows.
_CIRCUMSTANCE = re.compile(
    r"(?:领导|指导|监督|配合|主持|协助|前提|条件|情况)下$|基础上$|^未经[^，]{0,12}(?:批准|同意|许可|审批|审核|调查)$"
    r"|^(?!.*(?:应当|必须|不得|可以|禁止|负责))[^，]*[在自于][^，]{2,}(?:范围|区域|区|期限|期间|过程|境|领域|工作|活动)[内外中]$"
    r"|违反本(?:法|条例|办法|规定)(?:第[^，]{1,20})?(?:规定)?$"
    r"|^(?!.*(?:不得|禁止))[^，]*(?:玩忽职守|徇私舞弊|滥用职权)$"
    r"|^(?!.*(?:应当|必须|不得|可以|禁止|设立|建立))在[^，、]{2,12}(?:区|地带)(?:、[^，、]{2,12}(?:区|地带))*$"
    r"|^结合[^，]*(?:实际|特点|需要|情况)$|^(?:尚[不未])?构成犯罪的$"
    # cut before what is done
    r"|^[^，]{0,80}(?:（[^）]{0,40}）)?应?当?(?:按照|依照|依据|根据|在)[^，]{0,24}(?:职责|职权)(?:分工|范围内?|权限)?$"
    r"|^(?:[^，]*应当)?依托[^，]*(?:平台|热线|系统)等?$|^根据[^，]{2,60}等?因素$"
    r"|^触犯刑[法律]的$|^(?:构成|有)?违反[^，]{0,4}治安管理[^，]{0,6}的$|^本[^，]*相抵触的$"
    r"|^[^，]*(?:政府|部门|机关|机构|单位)会同[^，]*(?:政府|部门|机关|机构|单位)$"
)
_PURPOSE = re.compile(
    rf"^(?:{AIMS}|违反)[^，。；]*$|^根据[^，。；]*(?:规定|制定|要求|精神|原则|情况|实际|需要)[^，。；]{{0,4}}$|^制定本"
)
# What another provision says: 依照其规定处罚, 有前款第一项行为之一的, or what the clause before it names: 并组织实施.
_REFERS = re.compile(
    r"有[^，]{0,20}(?:行为|情形)之一的?$|^依照(?:其|有关|相关)?[^，]{0,6}规定(?:执行|处罚|处理)$"
    r"|^并?组织实施$|^以下(?:简称|统称)|^(?:依照|根据|按照)前[款条项](?:(?!应当|必须|不得|可以|禁止)[^，]){2,30}$"
)
# What other laws have said: 法律、法规已作出处罚规定的，依照其规定执行.
_AS_ELSEWHERE = re.compile(
    r"已经?(?:有|作出|做出)[^，]{0,8}规定的$|^(?:从|适用|依照|按照|执行)其规定(?:执行|处罚|处理|办理)?$"
    r"|办法按照国家有关规定执行$|依照《[^，]*等?(?:有关)?法律、?法规的?规定(?:办理|执行)$"
)
# To what another law lays down one clause sends the reader for the thing or the case that the one before names.
_SENDS_ON = re.compile(
    r"^[^，]{0,30}(?:依照|按照?|适用|执行)(?=[^，]{0,40}(?:《|法|条例|国家|有关|相关))(?:(?!标准|程序|权限)[^，]){1,40}规定"
    r"(?:执行|办理|处罚|处理|给予处罚|予以处罚|进行处罚)?$"
)
# That whoever commits a crime or breaks the peace is punished for it, and that a higher rule goes before.
_BY_OTHER_LAW = re.compile(
    r"(?:治安管理|刑法|犯罪)[^。；]*(?:^|，)[^，]{0,30}(?:依法|依照[^，]{0,20}(?:刑法|治安管理处罚法|法律)[^，]{0,8})"
    r"(?:给予|予以)?(?:治安管理)?(?:处罚|处理|追究[^，]{0,4}刑事责任)$|抵触的?，[^，]{0,4}依照[^，]*执行$"
)
# What other departments do is theirs by their task: 有关部门按照职责分工负责染须管理的有关工作.
_BY_TASK = re.compile(
    r"(?P<who>[^。；]{0,160}?)(?:部门|机构)(?:（[^）]*）|和[^，、]{2,6})?，?应?当?"
    r"(?:按照|依照|依据|根据|在)[^。；]{0,40}?(?:职责|职权)(?:分工|范围内?|权限)?，?"
    r"(?:分别|共同|协同|依法)*(?:做好|负责|承担)(?:[^，。；]{0,40}?(?:有关|相关)[^，。；、]{0,8}|[^，。；、和]{2,24})工作$"
)
_WHOEVER = re.compile(r"(?:^|[府的及其])(?:其他)?(?:有关|相关|其他)(?:行政|主管|管理)*$")  # without a name
_AND_OTHERS = re.compile("等[^、]{0,8}$")
_CATCH_ALL = re.compile(
    r"^(?:法律、?(?:行政)?法规(?:、规章)?)?(?:和?本(?:法|办法|条例))?(?:规定|需要提供)?的?"
    r"其他(?:(?!应|必须|不得|可以|禁止|负责)[^，]){0,24}$"
)
# What follows from any wrong by 刑法 and 民法典 arts. 577, 1165, whether a rule repeats it or not.
_CONSEQUENCE = re.compile(
    r"^(?:给|对)?[^，]{0,14}造成[^，]{0,14}(?:损失|损害|伤害)的$|^(?:应当|必须)?(?:依法)?(?:追究[^，]{0,4}刑事责任"
    r"|(?:承担|负)(?:相应的?)?(?:民事|赔偿|侵权|法律|刑事)+责任|(?:给予|予以|负责)?赔偿(?:损失)?)$"
)
_STOCK = re.compile(
    r"^(?:各负其责|(?:[^，]{0,16}部门)?(?:应当)?(?:密切|相互|互相|予以|给予)配合|通力协作|分工负责|加强(?:组织)?领导|综合协调"
    r"|(?:[^，]{0,12}应当)?(?:共同)?做好[^，]{0,14}工作|(?:[^，]{0,24}应当)?加强对?[^，]{0,16}(?:组织)?领导|[^，]{2,24}受法律(?:的)?保护"
    r"|(?:应当)?坚持[^，、]{2,8}|对违反本[^，]{2,20}行为(?:[^，]{0,6}依法)?(?:予以|给予|进行)?(?:处理|查处)"
    r"|(?:应当)?依法办理(?:有关|相关|审批)*手续"
    r"|(?:由公安机关)?依法(?:给予|予以)?治安管理处罚|构成违反治安管理行为的)$"
)
# What is hoped for, or a public body's line of policy, without a thing that somebody has to do, have or pay:
# 促进形成自觉节水的良好风尚, 主管部门应当推广新型染液.
_MEASURABLE = (
    r"应当|必须|不得|可以|制度|制$|标准|名录|费|许可|罚|补[贴助偿]|时限|期限|比例|资金|工资|报酬|待遇|[一二两三四五六七八九十百千\d]"
    r"|提供|设立|建立|分类"
)
_EAGERLY = r"(?:[并以]|从而|有效|不断|逐步|切实|积极|充分|全面|大力|持续|加快|扎实|深入|着力|进一步|鼓励|支持|和|、)*"
_BODY_SHALL = r"(?:[^，]*(?:政府|部门|机关|地区|国家)(?:(?:应当|要)|(?=支持|鼓励)))?"
_HOPES = re.compile(
    rf"^{_BODY_SHALL}{_EAGERLY}"
    r"(?:促进|推动|推进|实现|提高|增强|提升|完善|优化|发挥|营造|形成|加快|方便|杜绝|反对|弘扬|使(?!用)|倡导|提倡|有利于|适应"
    r"|(?<!并)防止|(?<!并)避免|便于|改善|推广(?!应用|使用|运用)|推行|督促(?=[^，]{0,14}履行)|探索)"
    rf"(?![^，]*(?:{_MEASURABLE}))[^，]{{2,50}}$"
)
# What a body is there for, a call to make known, and whom all are under: 主管部门应当加强染液的管理, 普及染须知识.
_IN_GENERAL = re.compile(
    rf"^{_BODY_SHALL}{_EAGERLY}加强对?(?![^，]*(?:{_MEASURABLE}))(?:(?!机构|队伍|履行)[^，]){{2,40}}"
    r"(?:保护|协调|管理|监管|监督|检查|领导|指导)(?:工作)?$"
    rf"|^(?:[^，]*(?:政府|部门|机关|机构|国家|媒体)应当)?{_EAGERLY}"
    rf"(?:加强|增强|树立|普及|组织|开展)(?![^，]*(?:{_MEASURABLE}))[^，]{{2,40}}"
    r"(?:宣传(?:教育|普及)?|意识|观念|知识|知识的?普及)(?:工作|活动)?$|^接受[^，]{0,10}监督$"
)
# By which thought a paper is guided, as every opinion and plan says (公文的指导思想): 以…为指导, 深入贯彻落实…精神.
_GUIDES = re.compile(
    r"^(?:要|应当|必须)?(?:坚持|始终)*以[^，]{2,60}为(?:指导|指引|引领|统领|(?:根本)?遵循)(?:思想)?$"
    r"|^(?:要|应当|必须)?(?:深入|全面|认真|坚决|切实|严格)*(?:学习|宣传|贯彻|落实|执行)+(?![^，]*法[律规])[^，]{2,80}"
    r"(?:精神|思想|(?:决策)?部署|重要论述|重要讲话|方针)$"
    r"|^(?:不断|坚决)?(?:增强|树牢|坚定|做到|领悟)“[^”]{2,10}”(?:、(?:坚决)?(?:增强|树牢|坚定|做到|领悟)“[^”]{2,10}”)*$"
)
# How much something matters: 染须工作事关顾客安全, 登记是贯彻会议精神的重要举措.
_MATTERS = re.compile(
    r"^(?![^，]*(?:应当|必须|不得|可以|禁止))[^，]*"
    r"(?:(?:事关|关系到|关乎)[^，]{2,60}"
    r"|是(?:贯彻|落实|推动|推进|促进|维护|保障|实现|加强)[^，]*(?:精神|要求|举措|保障|需要|任务|体现|基础|途径|抓手)"
    r"|是[^，]{2,30}的重要(?:标志|体现|组成部分)|是全社会的共同责任"
    r"|具有[^，]*意义)$"
)
_SENTENCE = re.compile(r"[。；\n]")
_ANNOUNCES_ACTS = re.compile("(?:下列|以下)[^，。；]{0,12}之一")
_IMPOSED = re.compile("罚款|没收|吊销|暂扣|拘留|停产|停业|关闭|警告|处分")
_COMMANDS = re.compile(r"应当(?!给予)|必须|不得|禁止|可以|有权|责令|罚款|没收")
_LAY_NOTHING_DOWN = (
    _PURPOSE, _GROUND, _CIRCUMSTANCE, _CATCH_ALL, _REFERS, _AS_ELSEWHERE, _CONSEQUENCE, _STOCK, _HOPES,
    _IN_GENERAL, _GUIDES, _MATTERS,
)  # fmt: skip


def sends_on(words: str) -> bool:
    """Whether some words say no more than that another law holds for a thing or in a case: 染液的检验，依照国家规定
    执行."""
    *before, last = words.split("，")
    return bool(_SENDS_ON.search(last)) and not any(_COMMANDS.search(clause) for clause in (*before, last))


def follows_from_other_law(words: str) -> bool:
    """Whether some words only say that a crime or a breach of the peace is punished by the law on it, or that a higher
    rule goes before."""
    return bool(_BY_OTHER_LAW.search(words)) and not _IMPOSED.search(words)


def is_by_task(words: str, others: Iterable[str]) -> bool:
    """Whether some words say no more than that other departments do what is theirs, and a sentence of others says so
    too: one of the two names none (有关部门), or ends its list with 等."""
    found = _BY_TASK.match(words)
    if found is None:
        return False
    there = [one["who"] for one in map(_BY_TASK.match, others) if one]
    if _WHOEVER.search(found["who"]):
        return bool(there)
    is_open_list = "、" in found["who"] and _AND_OTHERS.search(found["who"])
    return bool(is_open_list) and any(map(_WHOEVER.search, there))


def announces_punished(words: str, text: str, other: str) -> bool:
    """Whether some words of a text announce the acts that are punished (有下列行为之一的，由协会责令改正), or belong to
    such a sentence, and the other text has a sentence that does so and imposes what they do."""
    return announces_acts(words, text) and any(
        _is_announcing(sentence) and {*_IMPOSED.findall(words)} <= {*_IMPOSED.findall(sentence)}
        for sentence in _SENTENCE.split(other)
    )


def announces_acts(words: str, text: str) -> bool:
    """Whether some words are, or belong to, a sentence of a text that announces the acts that are punished."""
    return any(words in sentence and _is_announcing(sentence) for sentence in _SENTENCE.split(text))


def _is_announcing(sentence: str) -> bool:
    return bool(_ANNOUNCES_ACTS.search(sentence) and PENALTY["zh"].search(sentence))


def lays_down(clause: str) -> bool:
    """Whether a clause lays something down of its own."""
    if names_who(clause):
        return False
    said = without_subject(clause)  # who acts is said by the clause, and is no content of its own
    own = _WITHOUT_CONTENT.sub("", skeleton(_ANY_EXCEPTION.sub("", said)))
    if len(own) < _LEAST_DUTY - 1 or len(skeleton(clause)) < _LEAST_DUTY:
        return False
    return not is_aim(clause) and not any(pattern.search(clause) for pattern in _LAY_NOTHING_DOWN)
