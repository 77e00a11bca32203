"""What a clause says beneath its style: the words that a drafter takes for one another, and those that say little.

base    报请协会批准后执行的，应当采取必要措施       target  报协会批准后实施的，应采取措施
──▶     both say 报协会批准实施 and no more
"""

from __future__ import annotations

import re
from functools import lru_cache

from policydiff.comparison.findings.terms.citations import OWN_NAME
from policydiff.comparison.findings.terms.names import LEVELS, one_name
from policydiff.eid import chinese_number
from policydiff.numerals import in_one_numeral
from policydiff.text import skeleton

# Each word of a group stands for the first: one law has either in a clause that another law has with the other in its
# place, and hardly any has both so, as it would 境内 and 境外.
_ALIKE = (
    "遵循 坚持 贯彻 实行", "实施 执行 施行", "公布 发布 公开 公告", "促进 推进 推动", "纳入 列入", "收到 接到",
    "制定 制订 编制", "处理 处置", "采用 采取", "参与 参加", "设置 设立", "作出 做出", "加强 强化", "提高 增强",
    "保障 保证 确保", "核发 颁发 发给", "移送 移交", "谋取 牟取", "通知 告知", "确定 明确", "损失 损害", "侵犯 侵害",
    "阻碍 阻挠 妨碍", "损毁 毁坏 损坏 毁损", "标志 标识", "资料 材料", "监管 监督管理", "节水 节约用水",
    "能耗 能源消耗", "公众 社会公众", "及时 即时", "原则 方针", "高等学校 高等院校", "起诉 提起诉讼",
    "直接负责 负有直接责任", "处分 行政处分", "处罚 行政处罚 治安处罚 治安管理处罚", "许可 行政许可", "预算 财政预算",
    "下级 下一级", "报 报请 报经", "有 具有 具备", "未 没有 未能", "已 已经", "经济 经济社会", "进行 开展 从事",
    "徇私 循私", "突出 显著", "鼓励 支持 引导 扶持", "批准 审批", "提出 提交", "情况 状况",
    "男子 男性", "处 处以", "改变 变更", "听取 倾听",
)  # fmt: skip
_FIRST = {word: group.split()[0] for group in _ALIKE for word in group.split()[1:]}
_SOMEWHERE = {"计划": "规划", "主管": "负责", "职权": "权", "期限": "期", "砂": "沙"}  # alike in some words: 保修期限
_ANY_ALIKE = re.compile(
    "|".join(sorted(_FIRST, key=len, reverse=True))
    + r"|(?<=发展)计划|主管(?=[全本])|(?<=管理)职权|(?<=监督)职权|(?<=[修效用])期限|砂"
)
# 鼓励和支持, 妨碍、阻挠
_TWICE = re.compile(rf"({'|'.join(sorted({*_FIRST.values()}))})(?:(?:、|和|并|与|或者?|及)\1)+")
# What a local rule says or leaves out as it likes: short names, the realm, how eagerly a thing is done.
_UNSAID = re.compile(
    r"[（(]以下(?:简称|统称|称)[^（）()]*[）)]"
    r"|中华人民共和国(?:境内|领域(?:(?:及|和)(?:中华人民共和国)?管辖的?其他?海域)?内?)"
    r"|本(?:省|市|区|县|自治区|自治州)(?:行政区域|境|辖区|范围)内?|本地(?!区)"
    r"|(?<![安健完齐])全(?:国|省|市|县)(?:范围内?)?|、自治区、?(?:和|或者)?直辖市"
    r"|本(?:单位|企业|机构|部门|场所|校|村|社|院|馆|站)(?!级)的?"
    r"|严格(?=遵守|执行|按照|依照|履行|落实)|积极|切实|大力|认真|进一步|充分|广泛|不断|向社会(?=公[布开示告])|合法(?=权益)"
    r"|(?<!首)都(?=有|应当|必须|不得|可以)|(?<=建设)项目|(?<=工程)项目"
    r"|人民政府(?=[^，。；、和与及人]{1,10}(?:主管|管理)?部门)"
    # whom within the body that broke a rule a disciplinary measure meets: the law on it says so of every body
    r"|对其?(?:直接负责|负有直接责任)的主管人员(?:和|以及)其?他?直接责任人员，?(?=(?:应当)?(?:依法)?给予[^，。；]{0,6}处分)"
    r"|组织(?=开展|实施|制[定订]|编制|拟订|协调|评审|评估)|百分之"  # 50% is compared with it without its sign
)
_STYLE = (
    (re.compile(r"法律(?:(?:、|和|或者?|以及)(?:行政)?法规)?(?:(?:、|和|或者?|以及)规章)?"), "法律"),
    (re.compile(r"(?:建立)?[、和并]?(?:健全|完善)"), "建立"),
    (
        re.compile(r"任何(?:人|(?:单位|组织|机构|企业)(?:和|或者?|、)个人|个人(?:和|或者?|、)(?:单位|组织))(?!员)"),
        "任何人",
    ),
    (re.compile(r"享有([^，。；]+?)的权利"), r"有权\1"),
    (
        re.compile(r"(?<![^，。；：\n])(?:应当|必须|须)?(?:由|报请?经?|经)(?=[^，。；]{2,24}(?:批准|核准|核定|审批))"),
        "经",
    ),
    (re.compile(r"确?因([^，。；]{2,24}?)(?:确需|需要)(?=[^，。；的]{2})"), r"因\1需要"),
    (re.compile(r"法律规定的(?=义务|职责|职权|权利|程序|权限|条件)"), "法定"),
    (re.compile(r"达到(?=[^，。；]{0,20}(?:标准|要求|条件)(?![^，。；]))"), "符合"),
    (
        re.compile(r"(?<![国省市县])(?:(?:各|本|同|县级以上(?:地方)?各)级)?(?:地方)?人民代表大会常务委员会"),
        "常务委员会",
    ),
)
_ITSELF = re.compile(OWN_NAME)
_FORCE = re.compile(r"应当|必须|可以|不得|禁止|严禁|shall|must|may")  # `modality` speaks of them
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十百千万]+")
_TRIVIAL = re.compile(
    r"(?:对?本行政区域内?的?|的|了|并|及其|及|和|与|或者|或|以及|对于|对|在|为了|为|于|是|等等|等|其他|其|该|有关|相关|进行|各|予以|给予|加以|所"
    r"|按照|按|依照|依据|根据|要|将|把|之|此|我|应|但是|除外|以外|之外|^除|情况|行为|情形|工作|活动|事项|规定"
    r"|采用(?:有效|必要|相应|多种)?(?:措施|方式|形式)|必要|相应|具体|有效|各种|各类|各项|同时|分别|制度|机制|遵循|实施|原则|向|给)+"
)
_SAY_LITTLE = re.compile(
    r"an?|the|of|to|in|on|at|by|for|with|and|or|if|where|when|such|any|all|each|every|that|thi|which|it|its|be|is|are"
    r"|shall|must|may|should|no|not|more|les|than|least|most|exceeding|up|within|person|ha|have|been"
)
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ten": "10", "thirty": "30"}


@lru_cache(maxsize=4096)
def in_one_style(text: str) -> str:
    """The text with one word for each that a drafter takes for another as a matter of style, and with no realm."""
    text = _UNSAID.sub("", in_one_numeral(text))
    for pattern, word in _STYLE:
        text = pattern.sub(word, text)
    text, changed = _ANY_ALIKE.subn(lambda found: _FIRST.get(found.group()) or _SOMEWHERE[found.group()], text)
    return one_name(_TWICE.sub(r"\1", text) if changed else text)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """What the words say that is neither style nor who acts nor how far they bind, as characters to be compared."""
    if text.isascii():
        return _english_bare(text)
    plain = _FORCE.sub("", LEVELS.sub("", _ITSELF.sub("", skeleton(in_one_style(text)))))
    return _TRIVIAL.sub("", _NUMERAL.sub(lambda numeral: str(chinese_number(numeral.group())), plain))


def _english_bare(text: str) -> str:
    """The words of an English text that say something, as they are looked up."""
    spoken = (word.removesuffix("s") for word in re.findall(r"[a-z]+|\d+", text.lower()))
    return " ".join(_NUMBERS.get(word, word) for word in spoken if not _SAY_LITTLE.fullmatch(word))
