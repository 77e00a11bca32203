"""Who is meant: the bodies and persons that a Chinese clause names as acting, by words and not by a list of names.

    由  县级以上人民政府城乡规划主管部门  会同  有关单位  审批
        └── one mention ──────────┘        └─ another

A mention ends in a word for a body or a person (…部门, …委员会, …人员) and reaches back to the nearest verb or
particle.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from policydiff.expressions import expression
from policydiff.text import is_chinese
from policydiff.words import words

_BODY = re.compile(
    r"(?:政府|部门|机关|机构|委员会|党委|党组|党工委|工委|纪委|纪工委|小组|工作组|单位|办公室|人员|组织|协会|学会|联合会|理事会|监事会|总会|红十字会"
    r"|董事会"
    r"|法院|检察院|企业|公司|法人|负责人|领导|领导干部|领导班子|班子|干部|成员|个人|公民|村民|居民|职工|国务院|人大|常委会|法定代表人|监护人|经营者|申请人|当事人"
    r"|主任|局长|书记|厅|委|(?<![大布结格])局|科室|中心|学校|医院|街道|街道办|办事处|政协|工会|妇联|共青团|代表|用人单位|团体|事业单位|合作社|(?<![或])者|家属|亲属|会长|副会长|秘书长"
    r"|军队|军事机关|国家|乡镇|党支部|支部|银行|第三人|(?<![他本每何个一二三四五六七八九十两数多])人|警察|业主|媒体|海关|幼儿园|图书馆|博物馆|档案馆|电视台|旅行社|院校|学院"
    r"|管委会|居委会|村委会|代表大会|股东会?|双方|一方|承包方|发包方|主席团?|部队|(?<!排)队|队伍|(?:调查|清算|筹备)组|船长|医师|教师|律师|公众"
    r"|法官|检察官|军官|辅警|货主|原告|被告|(?<![动裁满复减增缺配超定全])员|机长|工商户|市场主体|代表团|仲裁庭|血站|指挥部|(?:商务|外交|公安|财政|教育|民政|司法|国防|水利|农业|安全|资源)部|证监会|海关总署|(?:举办|转让|受让|企业|职工|出租|承租|买受|出卖|建设|施工)方|(?:检察|[院校园行])长|护士|农民|经理|厂长|董事|监事|总监|国家(?:和|与|、)社会|全社会|社会各界|(?:职工|会员|成员|社员|股东)大会|(?:派出|司法|事务|服务|看守|戒毒|拘留|检验|研究)所|管理处|(?:主任|委员长|主席|村民|居民|代表|代表大会|委员会|理事会?|董事会?)会议)$"
)
# Persons who act only where a clause says that they must or may: anywhere else they are mostly what it is about.
_PERSON = re.compile(r"^(?:[^，的]{1,6}的)?[^，的]{0,4}(?:配偶|子女|父母|学生|用户|乘客|旅客)$")
_BEFORE = frozenset(
    (
        "主持", "召集", "组建", "完成", "维持", "依托", "支付", "缴纳", "取得", "申请", "批准", "审批", "登记",
        "公布", "公开", "(", ")", "、", "。", "不", "不得", "与", "严禁", "为", "为了", "举办", "于", "从", "以",
        "以及", "任命", "会同", "作为", "使", "使用", "依", "依据", "依法", "依照", "促进", "保护", "保障", "做好",
        "健全", "关于", "关心", "其", "具有", "凡", "凡是", "利用", "到", "制定", "加强", "动员", "包括", "协助",
        "协调", "参与", "参加", "及", "及其", "及时", "发展", "发挥", "发现", "发生", "受到", "可以", "同", "向",
        "听取", "告知", "和", "因", "在", "培养", "培训", "处理", "处置", "委托", "存在", "安排", "完善", "定期",
        "实施", "宣传", "对", "对于", "导致", "将", "尊重", "属于", "履行", "帮助", "并", "应", "应当", "建立",
        "开发", "开展", "引导", "弘扬", "强化", "当", "影响", "征求", "必须", "成立", "或", "或者", "所", "执行",
        "扩大", "把", "报", "报告", "报送", "指定", "指导", "按", "按照", "授权", "掌握", "接受", "推动", "推荐",
        "推进", "提交", "提供", "提请", "提高", "支持", "教育", "明确", "是", "未", "根据", "检查", "没有", "派出",
        "派驻", "涉及", "用", "由", "由于", "的", "监督", "督促", "确定", "禁止", "符合", "管理", "组成", "组织",
        "组织领导", "经", "经常", "经过", "给", "给予", "统一", "维护", "聘请", "能够", "落实", "被", "要", "要求",
        "规范", "让", "设立", "设置", "请", "负责", "责令", "进行", "违反", "追究", "送", "选举", "选派", "通报",
        "通知", "通过", "造成", "配合", "配备", "采取", "除", "随着", "需要", "须", "鼓励", "（", "未经", "）", "，",
        "：", "；", "报请", "报经", "抄送", "移送", "移交", "交", "交由", "责成", "征得", "增强", "拓展", "提升",
        "拒绝", "侵犯", "侵害", "坚持", "致使", "纳入", "阻碍", "阻挠", "妨碍", "损害", "询问", "决定", "实现",
        "列入", "确保", "提倡", "倡导", "限制", "撤销", "满足", "适用", "用于", "担任", "审议", "泄露", "擅自", "凭",
        "就", "至", "自", "召开", "构建", "干扰", "加盖", "需", "需经", "逐级", "视为", "参照", "遵守", "享受",
        "结合", "优化", "聘用", "认为", "供", "但", "但是", "如", "简称", "统称", "是指", "承担", "享有", "退还",
        "返还", "立即", "指派", "调动", "实行", "证明", "表明", "进入", "侮辱", "诽谤", "虐待", "遗弃", "歧视",
        "强迫", "欺骗", "扶持", "作出", "收到", "接到", "准予", "建立健全", "建立完善", "书面", "口头", "改进", "称",
        "指", "变更", "允许", "吊销", "约谈", "同意", "举报", "查询", "请求", "审核", "反映", "更换", "不服", "购买",
        "拖欠", "出席", "查阅", "提议", "选择", "答复", "指使", "联合", "委派", "距离",
        "办理", "邀请", "安置", "培育", "改善", "营造", "吸引", "服从", "送达", "诱骗", "骗取", "超过", "超越",
        "限定", "降低", "遵循", "激励", "关爱", "礼让", "提示", "便于", "方便", "增进", "促使", "吸收", "罢免", "适应",
        "兼顾", "加大", "抢救", "引诱", "教唆", "推选", "依靠", "转送", "转给", "交给", "书面报告", "书面通知",
        "统筹规划", "接收", "颁发", "出具", "核查", "聘任", "包庇", "退出", "推行", "保证", "达到", "减轻", "关注",
        "防止", "避免", "取消", "招用", "低于", "高于", "大于", "具备", "针对",
        "退回", "选聘", "解聘", "设在", "行使", "商", "了解", "受理",
    )
)  # fmt: skip
# What a clause does, as one word: 充分发挥, 合理安排.
_MANNER = "依法|充分|全面|严格|合理|妥善|统筹|采取|定期|正确|拒不|重新|积极|切实|大力|及时"
_DOES = re.compile(rf"(?:{_MANNER})..$|(?:组织协调|密切联系|符合国家)$")
_IN_WHICH_WAY = re.compile(f"(?:{_MANNER}|科学|有序)$")
_WITH_BODY = re.compile(r"(?:单位|组织|企业|机构)(?:和|或者|或|、|及|与)个人$")
_CLOSING = ("）", ")")
_STUCK = re.compile("的|经(?![营济理纪办])")  # 经管道所在地人民政府批准, as it is cut into words
_THING = re.compile(  # a body's thing is not the body
    r"(?:门户)?网站|网络|平台|系统|信息|财产|房屋|设施|岗位|名单|名册|名录|资金|经费|资格|待遇|职务|工程|建设|教育|标准|代码|档案|文件|用地|权益|投资|主导|名称|章程|合法权益|所在|密集|住所地|户籍"
    r"|用户|周边|周围|附近|校园|职责|产品|秘密|非税|身份|规章|人数|利益|员额|身心健康|健康|生活|生命|安全|住宅|城区|办公|数量|聚集|场所"
    r"|许可证|气象|遗属|集体(?!经济)"
)
_OWN = re.compile(r"^本(?!级)")
_AGENT = frozenset(
    (
        "由", "向", "对", "经", "未经", "报", "会同", "要求", "责令", "协助", "通知", "提请", "委托", "授权", "督促",
        "报送", "征求", "报告", "送", "报请", "报经", "抄送", "移送", "移交", "交", "交由", "责成", "征得", "通报",
        "告知", "提交", "需经", "配合", "联合", "商",
    )
)  # fmt: skip
# 教育、公安、市场监督管理等部门: what is a verb elsewhere names a department.
_DEPARTMENTS = re.compile(r"(?:[^，、的由向对经]{2,14}、){1,20}[^，、的由向对经]{2,14}?部门")
_MATTERS = frozenset(("教育", "发展", "管理", "审批", "保护", "监督", "检查", "登记", "宣传", "开发", "和", "与"))
# 人民政府负责地震工作的部门: what the department does is part of its name.
_IN_CHARGE = re.compile(
    r"(?<=[府院厅局委会])(?:(?:负责|承担|主管|管理)[^，。；]{2,20}?的(?=部门|机构)"
    r"|(?:确定|指定|授权|规定)的(?:[^，。；的由向对]{0,10}?)(?=部门|机构|乡|镇))"
    r"|(?<=[门关构位]等)(?:负有|承担|具有)[^，。；的]{2,20}?的(?=部门|机构|单位)"
)
_TASK = re.compile(r"[\u4e00-\u9fff]{2}(?:机关|单位|部门)")  # 规划的组织编制机关
_TO_UPPER = frozenset(("报上", "向上"))  # 报上一级人民政府, as it is cut into words
# A verb right before a bare word for a body is part of its name.
_NAMED_BY_TASK = re.compile(
    r"(?:主持|召集|申请|批准|审批|登记|公布|公开|使用|保护|制定|协调|处理|处置|培训|实施|承担|宣传|开发|执行|报告|指导|推荐|教育"
    r"|检查|派出|派驻|举报|查询|接收|受理|安置|办理|颁发|出具|核查|推选|送达|请求|审核|购买|监督|管理|维护|设置|举办|选举|决定|审议|发展)(?:行政|主管)*(?:机关|单位|部门|机构|委员会|人|者)"
    r"|(?:教育|发展|管理|保护|保障|登记|开发|宣传)(?:改革|行政|主管|管理|监督|督导|局|厅|处)|(?:监督|检查)(?:管理|检查)(?:人员|机关|机构|部门)?"
    r"|(?:开发|管理|处理|处置|使用|执行|检查|监督)(?:企业|人员|公司)|(?:设立|组建)(?:机关|单位|人|者)"
    r"|(?:报告|通知|申请|登记|委托|授权|告知|决定|检查)(?:书|表|单|函)|联合会"
)
_OF_AN_ORGANISATION = ("其他", "非法人", "社会", "经济", "中介", "任何")  # before 组织, which then is no verb
_OF_PLACE = frozenset(("设区", "区", "镇", "直辖市"))  # 设区的市, 镇的人民政府
_JOINS = frozenset(("、", "和", "与", "及", "及其", "或者", "或", "以及", "（", "）", "(", ")"))
_LISTED = ("、", "和", "及", "与", "或")
_LONGEST_WORD = 8  # no word for a body is longer
_LONGEST = 18
_KEPT = 4096  # clauses of the two rules that are compared: one rule after the other asks who acts in them
_OPENING = re.compile(r"(?:(?:应当?|可以?|必须|须)?由|如果|以及|并且?|但是?|同时|其中|必要时|也|还)+")
_LONGEST_SUBJECT = 42
_NO_SUBJECT = re.compile(
    r"对(?![外方])|在(?![职编岗校])|因|为|按(?!揭)|根据|依照|凡|除|当(?![事地])|应(?![急用对征届邀])|必须|可以|从(?![事业])|与(?!会)|向"
    r"|经(?![营济理办])|报(?![社刊纸名关验检考])|未(?!成年)|违反|不(?!动产)|把|将"
)
_FORCE = re.compile(r"应|必须|不得|可以|有权|禁止")
_DECIDES = re.compile(r"(?:指定|确定|认定|核定|授权|委托|批准|许可|公布)的")  # 国家指定的报刊: the state decides
# 医疗机构使用的药品: what a body uses, and not what it does.
_ITS_DOING = re.compile(
    r"(?:依法|共同|所|已经?|自行)*(?!规定|制定|划定|核发|发布|设立|举办|成立|作出)[\u4e00-\u9fff]{2}(?:设立|设置)?的(?=[\u4e00-\u9fff])"
)
_REASON = re.compile(r"确因|因为|由于")  # what follows is why, not who
_VERB = re.compile(
    r"应当?(?![急用对])|必须|不得|可以|(?<!所)有权(?![人机])|负责|是(?!否)|须(?=[经由在持凭按向报有具符遵先征将对与取])|依法(?!..的)|依照|按照|根据|给予|统一|[对向在将每]|会同|协助|(?<![举申通情日预汇填])报(?![告刊纸名废酬道警考价表])(?=[^，]{2,30}(?:批准|备案|审[批查核定]|核准|决定|同意))|报[请送](?!书)|抄送|移送|提请|审批|批准|备案|确定|规定|制定"
    r"|认为|辞退|处分(?!决定)|从事|(?<=[府门关构会位院厅局])组织|(?<!非法人)组织(?![和或及、的应不可给必须有]|$)|采取|建立|编制|设立|委托|提出|决定|及时|定期|履行|承担|享有|享受|申请|作出|同意|主持|召集|监督(?!管理|机构|委员)|管理(?!部门|机构|机关|局|人员|委员|者)|主管(?!部门|机关|人员|单位)"
    r"|(?<=[府门关会院厅局])领导(?=[全本]|地方|下级|和管理|[^，。；、的]{2,12}工作)"
)
# 任何人都不得, 保安公司（以下简称公司）应当
_AFTER_BODY = re.compile(
    r"(?:[（(]以下[^（）()]*[）)]|等|都|均|也|还|又|仍然?|一般|同时|依法|应|具体|分别|方可|可|要|并|自行|共同|牵头|直接|不再|已经?|尚未|经审查)+$"
)
_BY = re.compile(r"(?<!(?<!管)理)(?<![自缘事])由(?![于来此])")  # 取水规模由水行政主管部门制定: the department acts
_MODIFIES = re.compile(
    r"的|[^，]{1,24}的(?:审议)?(?:意见|报告|决定|评价|建议)(?!的)"
)  # 国务院规定的…, X对Y的意见: no subject
_THING_OF = re.compile("的")
_OF_ITS = re.compile(r"在[^，的]{1,12}的[^，的]{1,8}?(?:应当|不得|必须|可以)")  # 劳动者在试用期的工资不得
_ENGLISH_BODY = (
    r"department|government|committee|commission|authorit(?:y|ies)|ministry|council|bureau|administration|office|agency"
    r"|operator|provider|processor|organi[sz]ation|person|individual|court|association|union|party|group|leader|officer"
    r"|institution|enterprise|company|citizen|unit|secretary|director|minister|body|bodies|manufacturer|employer|employee"
)
_ENGLISH_SUBJECT = expression(
    rf"^(?:and|or|but)?\s?(?:(?:the|an?|any|each|every|all|no)\s)?"
    rf"(?P<body>(?:(?!\b(?:shall|must|may|should)\b)[^,;:]){{0,80}}?\b(?:{_ENGLISH_BODY})s?"
    r"(?:\s(?:at|of|for|in|with)\s[^,;:]{1,60}?)?)\s+(?:shall|must|may|should|is|are|has|have)\b",
    re.IGNORECASE,
)
_ENGLISH_AGENT = expression(
    rf"\b(?:by|to|with)\s+(?:the|an?|any|each)\s+(?P<body>(?:[\w'-]+\s+){{0,5}}?(?:{_ENGLISH_BODY})s?)\b", re.IGNORECASE
)
_JOINT = re.compile("、|和|与|以及|及其?|或者?")
_WHAT_IS_SAID = re.compile(rf"，?(?:对(?!外)|是(?!否)|[改变转分]为|{_FORCE.pattern})|$")  # behind those who are joined
_ADVERBS = frozenset(
    (
        "依法", "也", "还", "均", "都", "应", "当", "同时", "并", "并且", "但", "但是", "其中", "其",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A body or person, where a clause names it, and whether it stands where those who act are named."""

    text: str
    start: int
    acts: bool

    @property
    def end(self) -> int:
        """Where the mention ends in the clause."""
        return self.start + len(self.text)


@lru_cache(maxsize=_KEPT)
def agents(clause: str) -> tuple[Mention, ...]:
    """Those who act, decide, are addressed or reported to in a clause: its subject and who stands after 由, 向, 报…"""
    subject = subject_of(clause)
    named = [
        found
        for found in mentions(clause)
        if (found.acts or _DECIDES.match(clause, found.end))
        and (found.start >= subject.end if subject else len(found.text) <= _LONGEST_SUBJECT)
    ]
    found = [subject, *named] if subject else named
    if found and not found[0].start:
        found[0] = _with_joined(clause, found[0])
    return (*found[:1], *(one for one in found[1:] if one.start >= found[0].end))


def _with_joined(clause: str, subject: Mention) -> Mention:
    """A subject with those who are joined to it, whatever verb says who they are: 理发店和对外理发的企业."""
    joint = _JOINT.match(clause, subject.end)
    said = _WHAT_IS_SAID.search(clause, joint.end()) if joint else None
    end = said.start() if said else subject.end
    says_what = said is None or said.group() or not _VERB.search(clause, joint.end() if joint else end)
    if joint and says_what and 0 < end - joint.end() <= _LONGEST and _BODY.search(clause, 0, end):
        return Mention(text=clause[subject.start : end], start=subject.start, acts=True)
    return subject


def without_agents(clause: str) -> str:
    """A clause without those who act in it, are addressed or reported to."""
    for one in reversed(agents(clause)):
        clause = clause[: one.start] + clause[one.end :]
    return clause


def without_subject(clause: str) -> str:
    """A clause without its subject and what stands before that."""
    subject = subject_of(clause)
    return clause[subject.end :] if subject else clause


def english_agents(clause: str) -> tuple[Mention, ...]:
    """Those who act in an English clause: what stands before shall, must, may, or after by; no article, no number."""
    found = [
        Mention(text=body.group("body"), start=body.start("body"), acts=True)
        for way in (_ENGLISH_SUBJECT, _ENGLISH_AGENT)
        for body in [way.search(clause)]
        if body
    ]
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def subject_of(clause: str) -> Mention | None:
    """What stands before a word of force or a verb of a clause, if it ends in a body or a person."""
    opening = _OPENING.match(clause)
    start = opening.end() if opening else 0
    if _NO_SUBJECT.match(clause, start):
        return None
    for verb in _VERB.finditer(clause, start + 2, start + _LONGEST_SUBJECT):
        commands = bool(_FORCE.match(verb.group()))
        modifies = _THING_OF if commands else _MODIFIES  # 审批机关应当作出是否批准的决定: it is the agency that must
        if modifies.match(clause, verb.end()) or _IN_CHARGE.match(clause, verb.start()):
            continue
        if _OF_ITS.match(clause, verb.start()):
            continue
        start = max(start, clause.rfind("，", start, verb.start()) + 1)
        subject = _named(clause, start, verb.start())
        # A verb at the head of these only says of which body: 设置单位应当, 由组建单位规定, 登记机关提出.
        sure = commands or clause[: subject.start].endswith("由") or _NAMED_BY_TASK.match(subject.text)
        if commands and _PERSON.match(subject.text):
            return _mention(clause, subject.start, subject.end, acts=True)
        if _BODY.search(subject.text.rstrip("）)")) and (sure or _is_one_name(clause, subject)):
            return _mention(clause, subject.start, subject.end, acts=True)
        if commands or verb.group() == "向":
            return None  # what stands before it is a thing; what follows it is no subject of the verbs after it
    return None


def _named(clause: str, start: int, end: int) -> Mention:
    """What stands before a verb, from 由 if there is one, without the adverbs and brackets after it."""
    for by in _BY.finditer(clause, start, end):
        start = by.end()
    tail = _AFTER_BODY.search(clause, start, end)
    return Mention(text=clause[start : tail.start() if tail else end], start=start, acts=True)


def _is_one_name(clause: str, subject: Mention) -> bool:
    """Whether no verb stands in what seems to be a subject, but in a clause that qualifies it."""
    if "的" in subject.text or "，" in subject.text:
        return words(subject.text)[0] not in _BEFORE and not _VERB.search(subject.text.rpartition("的")[2])
    return any(found.start == subject.start and found.end >= subject.end for found in mentions(clause))


def qualifies(clause: str, mention: Mention) -> bool:
    """Whether what a body does or has is told of a thing, and not of the clause: 医疗机构使用的药品."""
    by = clause.endswith("由", 0, max(0, mention.start))
    its = _ITS_DOING.match(clause, mention.end) or _OF_ITS.match(clause, mention.end)
    return mention.start >= 0 and not by and bool(its)


def names_who(clause: str) -> bool:
    """Whether a clause does nothing but say who is meant by the next one: it ends in a body, and nobody acts on it."""
    head = clause.rpartition("的")[2]  # what qualifies the body may have a verb of its own
    if not _BODY.search(clause) or _VERB.search(head) or _FORCE.search(clause):
        return False
    if _NO_SUBJECT.match(clause) or _OPENING.match(clause) or (head == clause and words(clause)[0] in _BEFORE):
        return False
    return not any(word in _AGENT for word in words(head))


def ends_in_body(name: str) -> bool:
    """Whether a name ends in a word for a body or a person."""
    return bool(_BODY.search(name))


def has_verb(name: str) -> bool:
    """Whether what looks like a name holds a verb, and so is more than one."""
    return bool(_VERB.search(name))


@lru_cache(maxsize=_KEPT)
def mentions(clause: str) -> tuple[Mention, ...]:
    """The bodies and persons of a clause in order, joined ones as one."""
    return tuple(_Names(clause).read())


class _Names:
    """Goes through a clause word by word, and keeps the name that has begun."""

    def __init__(self, clause: str) -> None:
        self.clause = clause
        self.lists = _spans(_DEPARTMENTS, clause) if "、" in clause and "部门" in clause else []
        self.charges = _spans(_IN_CHARGE, clause)
        self.at = 0  # where the word stands that is read
        self.last = ""  # the word before it
        self.start = -1  # of the name that has begun
        self.end = 0  # of that name, as far as it ends in a body
        self.acts = True  # whether who is named here acts
        self.before = ""  # the word that ended the last name, or that the clause begins with
        self.addressed = -1  # where the words for whom the clause turns to begin, until they have come to a body

    def read(self) -> Iterator[Mention]:
        """Each name, once it has ended in a body."""
        for word, after in pairwise([*words(self.clause), "。", ""]):
            if not self._ends(word, after):
                self._take(word)
            elif not self._joins(word):
                if found := self._named():
                    yield found
                self._turn(word)
            elif self.start < 0:
                self.acts = False
            self.at += len(word)
            self.last = word

    def _ends(self, word: str, after: str) -> bool:
        """Whether the word ends the name that has begun, if any, and is no part of one."""
        if _lies_in(self.charges, self.at) or (word in _MATTERS and _lies_in(self.lists, self.at)):
            return False
        if word == "的" and 0 < self.end < self.at and self.clause.startswith(_LISTED, self.end):
            return False  # 街道、社区的服务机构
        named = self.clause[self.start : self.at] if self.start >= 0 else ""
        return _ends(word, (self.last, after), named, is_body=self.end == self.at)

    def _joins(self, word: str) -> bool:
        """Whether the word joins what stands before and after it to one name."""
        return word in _JOINS or (word == "其" and self.last in _JOINS)

    def _named(self) -> Mention | None:
        """The name that has ended; none where it has come to no body."""
        if not 0 <= self.start < self.end:
            return None
        if self.before == "的" and self.acts and self.start - self.addressed <= _LONGEST:
            self.start = self.addressed
        found = _mention(self.clause, self.start, self.end, acts=self.acts)
        if found:
            self.addressed = -1
        return found

    def _turn(self, word: str) -> None:
        """Behind a word that ended a name: what comes may be whom the clause turns to."""
        self.start, self.end = -1, 0
        if word in _AGENT:
            self.addressed = self.at + len(word) if word != "对" else -1
        turns = word in _AGENT or (word == "的" and self.addressed >= 0)
        self.acts = turns or (self.before in ("", "，") and word in _ADVERBS)
        self.before = word

    def _take(self, word: str) -> None:
        """The word as the first of a name, or as more of it."""
        if self.start < 0:
            self.start = self.at + (word in _TO_UPPER)
            self.acts = word in _TO_UPPER or (self.acts and bool(self.before or self.at == 0))
        stop = self.at + len(word)
        if _BODY.search(self.clause, max(self.start, stop - _LONGEST_WORD), stop):
            self.end = stop  # of several words: 国土资源部门, 法定代表人
        self.before = self.before or word


def _spans(pattern: re.Pattern[str], clause: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(clause)]


def _lies_in(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some spans, which are in order and apart."""
    begun = bisect_right(spans, at, key=itemgetter(0))
    return begun > 0 and at < spans[begun - 1][1]


def _ends(word: str, beside: tuple[str, str], named: str, *, is_body: bool) -> bool:
    """Whether a word ends the name that a clause has begun, if any, and is not itself part of one.

    `beside` are the words before and after it; `is_body` says whether what is `named` so far ends in a body.
    """
    before, after = beside
    if word not in _BEFORE:
        return bool(_DOES.match(word)) or not any(map(is_chinese, word))
    if not is_chinese(word[0]):
        return True
    if _NAMED_BY_TASK.fullmatch(word + after):
        return False
    if word == "的":
        return not (named and before in _OF_PLACE and after.startswith(("市", "人民政府")))
    if word == "组织" and named.endswith(_OF_AN_ORGANISATION):
        return False
    if word == "组织" and _IN_WHICH_WAY.search(named):
        return True  # 合理组织开发
    if named and word == "组织" and _completes(after):
        return is_body and not named.endswith(("人", "者"))  # 政府组织, but 残疾人组织, 其他组织
    return not (named and (word in ("发展", "教育") or after in ("行政", "主管")))


def _completes(word: str) -> bool:
    """Whether a word after a noun shows that the noun is complete: a mark, a particle, a verb."""
    return word in _BEFORE or word[:1] in ("未", "不") or not any(map(is_chinese, word))


def _mention(clause: str, start: int, end: int, *, acts: bool) -> Mention | None:
    start += bool(_STUCK.match(clause, start))
    task = _TASK.match(clause, end) if clause.endswith("的组织", start, end) else None
    end = task.end() if task else end
    text = clause[start:end]
    if clause[end : end + 1] in _CLOSING and text.count("（") + text.count("(") > text.count("）") + text.count(")"):
        end += 1
        text = clause[start:end]
    if text.endswith("国家") and text != "国家":
        return None
    if text.endswith("个人") and not _WITH_BODY.search(text):
        return None  # 个人责任, 个人信息 name nobody
    if text.endswith("文物保护单位"):
        return None  # a monument
    if _REASON.search(text) or _OWN.match(text) or len(text) < 2 or _THING.match(clause, start + len(text)):
        return None
    return Mention(text=text, start=start, acts=acts and not clause.startswith("的", end))
