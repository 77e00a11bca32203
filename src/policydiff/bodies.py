"""What public bodies are called beside their names in laws: in short, by everybody, before a reform, by what they do.

    残联              残疾人联合会                             in short
    卫健委            卫生健康主管部门, 卫生健康、民政等部门     by its field, as laws name it
    环境保护局        生态环境主管部门                         before a reform, and after it
    社会保险行政部门    人力资源社会保障部门                     by what it does in a law
    县政府            县人民政府, 县级以上人民政府               by itself and among others
    MOE               Ministry of Education

A word is in here only if, as it is marked, it means that body and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple, cast


class Body(NamedTuple):
    """A body by its names, the one of the laws first.

    A name that ends in ~ means other things too: it is one only with a word for an office behind it (教育部门, 教育局).
    What is `asked` is a name only by itself or behind a level (市人大, not 成人大学), and is looked up nowhere: laws
    have its characters in other words (行政协议, 取消协议).
    Behind one of the characters `not_after` they are a part of another name (环境卫生). `among` others it is looked up
    too, where laws name them together (市、县人民政府); that is no name of its own.
    """

    names: tuple[str, ...]
    asked: tuple[str, ...] = ()
    not_after: str = ""
    among: tuple[str, ...] = ()


def _government(level: str, *lists: str) -> Body:
    """The government of a level, and how laws name it with those of other levels."""
    above = ("级", "级以上", "级以上地方", "级以上各级", "级以上地方各级")
    together = (*(level + one for one in above), *lists)
    return Body((f"{level}人民政府", f"{level}政府"), among=tuple(f"{one}人民政府" for one in together))


BODIES = (
    # Departments, by their fields.
    Body(("卫生健康", "卫健~"), asked=("卫健",)),
    Body(("卫生计生", "卫生和计划生育", "卫计~")),
    Body(("卫生~",), not_after="境"),
    Body(("计划生育~", "计生~")),
    Body(("住房城乡建设", "住房和城乡建设", "住建~"), asked=("住建",)),
    Body(("建设~",), not_after="乡程明会"),
    Body(("人力资源社会保障", "人力资源和社会保障", "人社~")),
    Body(("劳动保障~", "劳动和社会保障")),
    Body(("劳动~",)),
    Body(("社会保险~",)),
    Body(("人事~",)),
    Body(("发展改革", "发展和改革", "发改~"), asked=("发改",)),
    Body(("发展计划~",), asked=("计委",)),
    Body(("价格~", "物价~")),
    Body(("市场监督管理", "市场监管", "市监~")),
    Body(("工商行政管理", "工商~")),
    Body(("质量技术监督", "质监~", "技术监督~")),
    Body(("食品药品监督管理", "食品药品监管", "食药监", "食药~")),
    Body(("食品安全监督管理~", "食品安全监管~")),
    Body(("药品监督管理", "药监~")),
    Body(("知识产权~",)),
    Body(("专利~",)),
    Body(("生态环境~",)),
    Body(("环境保护~", "环保~")),
    Body(("自然资源~",)),
    Body(("自然资源规划", "自然资源和规划", "自规~", "规自~")),
    Body(("国土资源~", "国土~")),
    Body(("土地~",), not_after="国"),
    Body(("城乡规划~",)),
    Body(("城市规划~",)),
    Body(("农业农村~",), asked=("农委",)),
    Body(("农业~",)),
    Body(("乡村振兴~",)),
    Body(("扶贫开发~", "扶贫~"), asked=("扶贫办",)),
    Body(("林业草原", "林业和草原", "林草~")),
    Body(("林业~",)),
    Body(("水行政", "水利~", "水务~"), not_after="排供污节用江河"),
    Body(("应急管理~", "应急~")),
    Body(("安全生产监督管理", "安全生产监管", "安监~")),
    Body(("文化旅游~", "文化和旅游", "文旅~")),
    Body(("文化~",)),
    Body(("旅游~",)),
    Body(("广播电视~", "广播影视~", "广电~")),
    Body(("新闻出版广电~",)),
    Body(("交通运输~",)),
    Body(("交通~",), not_after="共市安关防"),
    Body(("工业和信息化", "工业信息化", "工信~")),
    Body(("经济和信息化", "经济信息化", "经信~")),
    Body(("信息产业~",)),
    Body(("科学技术~", "科技~"), not_after="防"),
    Body(("教育~",), asked=("教委",), not_after="防"),
    Body(("体育~",)),
    Body(("民政~",)),
    Body(("司法行政", "司法局", "司法厅")),
    Body(("财政~",)),
    Body(("审计~",)),
    Body(("统计~",)),
    Body(("税务~",)),
    Body(("国家税务", "国税~")),
    Body(("地方税务", "地税~")),
    Body(("商务~",)),
    Body(("公安~",)),
    Body(("民族事务~", "民族~"), asked=("民委",)),
    Body(("宗教事务~", "宗教~")),
    Body(("医疗保障~", "医保~")),
    Body(("退役军人事务~", "退役军人~")),
    Body(("城市管理", "城管~"), asked=("城管",)),
    Body(("网信部门", "网信办", "互联网信息办公室")),
    Body(("人民防空~", "人防~")),
    Body(("国有资产监督管理", "国资~")),
    Body(("粮食和物资储备", "粮食和储备", "粮食~")),
    Body(("园林绿化~", "园林~")),
    Body(("房地产~", "房产~", "房管~")),
    Body(("气象~",)),
    Body(("档案~",)),
    Body(("信访~",)),
    Body(("金融监督管理", "金融监管~"), not_after="方"),
    Body(("银行保险监督管理", "银保监")),
    Body(("银行业监督管理", "银监会", "银监~")),
    Body(("保险监督管理", "保监会", "保监~"), not_after="会疗"),
    Body(("证券监督管理", "证监会", "证监~")),
    Body(("中国人民银行", "人民银行"), asked=("央行",)),
    Body(("消防救援机构",)),
    Body(("公安机关消防机构", "公安消防机构")),
    # Others.
    _government("省", "省自治区", "省自治区直辖市"),
    _government("市", "市县", "市区", "市区县", "市县区", "市县市区", "市自治州", "市州"),
    _government("州"),
    _government("县", "县区", "县市", "县市区", "县乡"),
    _government("区", "区县", "区市", "区县市"),
    _government("旗"),
    _government("乡", "乡镇", "乡民族乡镇"),
    _government("镇"),
    Body(("各级人民政府", "各级政府")),
    Body(("本级人民政府", "本级政府")),
    Body(("上级人民政府", "上级政府")),
    Body(("下级人民政府", "下级政府")),
    Body(("当地人民政府", "当地政府")),
    Body(("人民代表大会",), asked=("人大",)),
    Body(("常务委员会", "常委会")),
    Body(("政治协商会议",), asked=("政协",)),
    Body(("纪律检查委员会", "纪委"), not_after="世经"),
    Body(("监察委员会",), asked=("监委",)),
    Body(("政法委员会", "政法委")),
    Body(("最高人民法院", "最高法院")),
    Body(("最高人民检察院", "最高检察院")),
    Body(("机构编制~",), asked=("编办",)),
    Body(("街道办事处", "街道办")),
    Body(("村民委员会", "村委会")),
    Body(("居民委员会", "居委会")),
    Body(("业主委员会", "业委会")),
    Body(("管理委员会", "管委会")),
    Body(("安全生产委员会", "安委会")),
    Body(("食品安全委员会", "食安委")),
    Body(("消费者协会",), asked=("消协",)),
    Body(("消费者权益保护委员会", "消保委", "消委会")),
    Body(("共产主义青年团", "共青团")),
    Body(("妇女联合会", "妇联")),
    Body(("残疾人联合会", "残联")),
    Body(("归国华侨联合会", "侨联")),
    Body(("工商业联合会", "工商联")),
    Body(("文学艺术界联合会",), asked=("文联",)),
    Body(("科学技术协会",), asked=("科协",)),
    Body(("住房公积金管理中心", "公积金中心")),
    Body(("社会保险经办机构", "社保局", "社保中心")),
    # In English.
    Body(("ministry of education", "moe")),
    Body(("ministry of finance", "mof")),
    Body(("ministry of commerce", "mofcom")),
    Body(("ministry of ecology and environment", "mee")),
    Body(("ministry of industry and information technology", "miit")),
    Body(("ministry of human resources and social security", "mohrss")),
    Body(("ministry of housing and urban-rural development", "mohurd")),
    Body(("ministry of natural resources", "mnr")),
    Body(("ministry of public security", "mps")),
    Body(("national development and reform commission", "ndrc")),
    Body(("state administration for market regulation", "samr")),
    Body(("cyberspace administration of china", "cac")),
    Body(("china securities regulatory commission", "csrc")),
    Body(("people's bank of china", "pboc", "pbc")),
)

# A body of before a reform and the one that has its affairs since (国务院机构改革方案, 1998 to 2023), or in many
# places, or by what it does and by its name in its own rules; each by its name in laws.
REFORMS = (
    ("卫生", "卫生计生"), ("卫生", "卫生健康"), ("卫生计生", "卫生健康"),
    ("计划生育", "卫生计生"), ("计划生育", "卫生健康"), ("农业", "农业农村"),
    ("扶贫开发", "乡村振兴"), ("扶贫开发", "农业农村"), ("乡村振兴", "农业农村"),
    ("林业", "林业草原"), ("环境保护", "生态环境"), ("国土资源", "自然资源"), ("城乡规划", "自然资源"),
    ("城市规划", "城乡规划"), ("城市规划", "自然资源"), ("城市规划", "自然资源规划"),
    ("土地", "国土资源"), ("土地", "自然资源"),
    ("自然资源", "自然资源规划"), ("国土资源", "自然资源规划"), ("城乡规划", "自然资源规划"),
    ("安全生产监督管理", "应急管理"), ("公安机关消防机构", "消防救援机构"),
    ("工商行政管理", "市场监督管理"), ("质量技术监督", "市场监督管理"), ("食品药品监督管理", "市场监督管理"),
    ("食品药品监督管理", "药品监督管理"),
    ("食品安全监督管理", "食品药品监督管理"), ("食品安全监督管理", "市场监督管理"), ("专利", "知识产权"),
    ("文化", "文化旅游"), ("旅游", "文化旅游"), ("新闻出版广电", "广播电视"),
    ("建设", "住房城乡建设"), ("劳动保障", "人力资源社会保障"), ("劳动", "人力资源社会保障"),
    ("劳动", "劳动保障"), ("社会保险", "人力资源社会保障"), ("社会保险", "劳动保障"),
    ("人事", "人力资源社会保障"), ("发展计划", "发展改革"), ("交通", "交通运输"),
    ("信息产业", "工业和信息化"), ("经济和信息化", "工业和信息化"), ("国家税务", "税务"), ("地方税务", "税务"),
    ("银行业监督管理", "银行保险监督管理"), ("保险监督管理", "银行保险监督管理"),
    ("银行业监督管理", "金融监督管理"), ("保险监督管理", "金融监督管理"), ("银行保险监督管理", "金融监督管理"),
)  # fmt: skip
Level = Literal["centre", "province", "city", "county", "township"]
FROM_ABOVE: tuple[Level, ...] = ("centre", "province", "city", "county", "township")
# By which words a name says of which level of government a body is.
LEVEL_WORDS: tuple[tuple[Level, str], ...] = (
    (
        "centre",
        r"国务院|中国(?=[^、和与及]{2,12}会)|中央(?!军)|全国(?=人民代表大会)|最高(?=人民)"
        r"|国家(?=[^机工和与、社安级及的]{2,12}(?:部门|机关|管理机构|局)$)",
    ),
    ("province", r"省、?自治区、?(?:和|或者)?直辖市|省级|[本全]省|省(?![辖略])|自治区"),
    ("city", r"(?:省辖|设区的?|地级|较大的)市级?|直辖市|自治州|州|盟|市级|(?<!直辖)市(?![辖场政容民])"),
    (
        "county",
        r"县级市?|县(?:（市、区）|（市）|（区）)?|市辖区|不设区的市|区(?:（[市县]）|\([市县]\)|县)?(?![域块间分别])|旗",
    ),
    ("township", r"乡级|乡（镇）|民族乡|乡镇|乡(?![村土])|镇(?!区)"),
)
LEVEL = re.compile("|".join(f"(?P<{level}>{words})" for level, words in LEVEL_WORDS))
BEFORE_LEVEL = "、和与及者或的地该各"  # behind these such a word begins a name; 市 in 城市 does not
_GOVERNMENT = re.compile("(?:人民)?政府")
_ONLY_WITH_OFFICE = "~"
_OFFICE = "(?:行政|主管|监督|管理)*(?:部门|机关|机构|委员会|总局|局|厅|委(?!托)|部(?![门分队署]))"
# With what a field is looked up that means other things too: with the first words for its office in laws.
_OFFICES = ("主管", "行政", "部门", "机关", "局", "厅", "委员会")
_BEHIND_LEVEL = "(?<![^省市县区州盟旗乡镇国级届方和与及向由、，])"


class Named(NamedTuple):
    """All names of a body: as a reader is told of them, and the runs that are looked up for them, first those of the
    body as it was named, then those of before and after a reform; none is one behind some characters."""

    told: tuple[str, ...]
    own: tuple[str, ...]
    reformed: tuple[str, ...]
    not_after: str

    def beside(self, typed: str) -> tuple[str, ...]:
        """What a reader is told of beside the name that was typed: other names, or of an office that has none another
        word for it."""
        others = tuple(name for name in self.told if name not in typed)
        first = self.told[0]
        return others if others or not first.endswith("部门") else (f"{first.removesuffix('部门')}局",)


def is_marked(name: str) -> bool:
    """Whether a name of the table is one only with a word for an office behind it."""
    return name.endswith(_ONLY_WITH_OFFICE)


def bare(name: str) -> str:
    """A name of the table without its mark."""
    return name.removesuffix(_ONLY_WITH_OFFICE)


_OF_NAME = {bare(body.names[0]): body for body in BODIES}


def lowest_level(name: str) -> int | None:
    """The lowest level of government that a name has, counted from the centre down; None where it leaves that open."""
    places = filter(_is_of_level, LEVEL.finditer(name))
    levels = [FROM_ABOVE.index(cast("Level", found.lastgroup)) for found in places]
    return None if "各级" in name else max(levels, default=None)


def _is_of_level(found: re.Match[str]) -> bool:
    """Whether a word for a level begins a name or stands before its government: 乡 in 住房城乡建设 is none."""
    before = found.string[found.start() - 1 : found.start()] if found.start() else ""
    return before in BEFORE_LEVEL or bool(_GOVERNMENT.match(found.string, found.end()))


def fields() -> Iterator[tuple[str, str]]:
    """Every two fields of one office, by their names in Chinese: of before a reform and after it, and of those who call
    it by another name (水利部门) and of the laws."""
    yield from REFORMS
    for body in BODIES:
        yield from combinations([bare(name) for n, name in enumerate(body.names) if not n or is_marked(name)], 2)


@cache
def named() -> dict[str, Named]:
    """What of every name, without its mark, the body is called."""
    return {bare(own): _named(body) for body in BODIES for own in (*body.names, *body.asked)}


def _named(body: Body) -> Named:
    kin = [*_reformed(bare(body.names[0]))]
    names = [name for one in (body, *kin) for name in one.names]
    return Named(
        told=tuple(f"{bare(name)}部门" if is_marked(name) else name for name in names),
        own=_runs(body),
        reformed=tuple(run for one in kin for run in _runs(one)),
        not_after="".join(one.not_after for one in (body, *kin)),
    )


def _reformed(name: str) -> Iterator[Body]:
    """The bodies whose affairs a body has, or which have its own."""
    for old, new in REFORMS:
        if name in (old, new):
            yield _OF_NAME[new if name == old else old]


def _runs(body: Body) -> tuple[str, ...]:
    offices = {name: _OFFICES if is_marked(name) else ("",) for name in body.names}
    return (*(bare(name) + office for name in body.names for office in offices[name]), *body.among)


@cache
def pattern() -> str:
    """The expression for a body as a reader types it, in a run of words, folded: group 1 or group 2 is its name, behind
    which may stand a word for its office. It means the same in Python and in JavaScript."""
    alone: list[tuple[str, str]] = []
    with_office: list[tuple[str, str]] = []
    for body in BODIES:
        ahead = f"(?<![{body.not_after}])" if body.not_after else ""
        for name in body.names:
            (with_office if is_marked(name) else alone).append((bare(name), ahead))
        alone += [(name, _BEHIND_LEVEL) for name in body.asked]
    return f"({_any(alone)})(?:{_OFFICE})?|({_any(with_office)}){_OFFICE}"


def _any(names: list[tuple[str, str]]) -> str:
    """One of the names, the longest first."""
    return "|".join(ahead + _whole(name) for name, ahead in sorted(names, key=lambda one: len(one[0]), reverse=True))


def _whole(name: str) -> str:
    """A name that goes on as no other word: 残联合办 has no 残联, 县城管理 no 城管, 扶贫办法 no 扶贫办."""
    if name.isascii():
        return f"(?<![a-z0-9]){name}(?![a-z0-9])"
    return f"{name}(?![合理托法])" if len(name) < 4 else name


def in_full(text: str) -> str:
    """A Chinese text with the names of the laws for all that are names by themselves: 残疾人联合会 for 残联."""
    whole = _in_full()
    return _short().sub(lambda found: whole.get(found.group(), found.group()), text)


@cache
def _in_full() -> dict[str, str]:
    names = ((name, body) for body in BODIES for name in (*body.names[1:], *body.asked))
    return {name: bare(body.names[0]) for name, body in names if not is_marked(name) and not name.isascii()}


@cache
def _short() -> re.Pattern[str]:
    """The short names, and the whole ones, of which no short one is a part."""
    asked = {name for body in BODIES for name in body.asked}
    return re.compile(_any([(name, _BEHIND_LEVEL if name in asked else "") for name in _of_each(_in_full())]))


def _of_each(names: dict[str, str]) -> list[str]:
    return sorted({*names, *names.values()})


def cut_at_bodies(run: str) -> Iterator[tuple[str, Named | None]]:
    """A run, folded, in pieces, each with its names where it is a body: 烟台市 | 卫健委 | 罚款."""
    at = 0
    for found in _typed().finditer(run):
        if run[at : found.start()]:
            yield run[at : found.start()], None
        at = found.end()
        yield found.group(), named()[found[1] or found[2]]
    if run[at:]:
        yield run[at:], None


@cache
def _typed() -> re.Pattern[str]:
    return re.compile(pattern())
