"""Whom a Chinese text names: its bodies, each by what it is and of which levels of government; and whether two texts
name the same ones.

    县级以上地方人民政府及其  教育主管部门     人民政府, of province, city and county; 教育部门
    国务院教育行政部门                        教育部门, of the centre
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal

from policydiff.bodies import BEFORE_LEVEL, FROM_ABOVE, LEVEL, LEVEL_WORDS, Level, fields, in_full
from policydiff.comparison.findings.terms.mentions import ends_in_body
from policydiff.text import skeleton

# What a text says of a body beside its name: of which level it is, that it is the one concerned.
LEVELS = re.compile(
    r"地方|各级|国家(?=机关)|中华人民共和国(?=境)|其他(?=有关|相关)|有关|相关|及其|以及|等|(?<![安健完齐保])全|的|各|同级|上述|和|与|及|或者|或|行政(?=主管|管理)|本级|当地|所在地|依法|、|，|负责"
)
_PROVINCE = re.compile(r"省、?自治区、?(?:和|或者)?直辖市|本省|全省|省级(?=人民政府)")
_TOWNSHIP = re.compile(r"乡、民族乡、镇的?人民政府|乡（镇）人民政府|乡镇人民政府|乡级人民政府")
_STREET = re.compile(r"城市(?=街道办事处)")
_CITY = re.compile("城市(?=、县)")  # 城市、县人民政府
_NEXT_LEVEL = re.compile(r"(?<=[上下])一级")
_COUNTY = re.compile(r"县（市、区）人民政府|县级人民政府")
_ORGANISATION = re.compile(r"(?<=任何)组织|(?<=事业)组织|组织(?=(?:和|或者?)个人)")
_IN_CHARGE = re.compile(r"(?:负责|承担|主管|管理)+([^，。；、的]{2,10}?)(?:工作)?的(?:部门|机构)(?:或者(?:部门|机构))?")
_DEPARTMENT = re.compile(r"(?:工作)?(?:行政)?(?:主管|管理)(?:部门|机关)|行政等?部门|工作机构")

Levels = frozenset[Level]
Relation = Literal["same", "adapted", "other"]
_ANY_LEVEL = "|".join(words for _, words in LEVEL_WORDS)
_BEGINS = f"(?<![^{BEFORE_LEVEL}])"
_RUN = re.compile(
    rf"(?:{_BEGINS}(?:(?:{_ANY_LEVEL})(?:以上(?:地方)?(?:各级)?|地方)?(?:[、和与及（）()]|或者?|以及)*)+"
    rf"|{_BEGINS}(?:(?:地方)?各级|地方(?=人民政府)))的?(?=[^、]|$)"
)
_JOINED = re.compile(r"、|以及|及其?|和|与|或者?")
_GOVERNMENT_S = re.compile(r"^(?:人民)?政府(?=.)")  # 人民政府教育部门
_PLACED = re.compile(r"(?:有关|相关|所在|当地)(?:的)?(?=地方|[省市县区乡镇])")
_OF_OWN_LEVEL = re.compile(r"本级|同级|当地|所在地|^该")
_CONCERNED = re.compile(
    r"[^、]{2,20}所属的?|[^、]{2,20}的(?=有关|相关)|^其(?!他)|[^、的]{0,12}(?:所在地|当地|发生地)的?|该|有关|相关|其他|本级|同级|各自|依法|各(?!级)"
)
_KIND = re.compile(r"(?:部门|机关|机构|单位|组织|企业|人员|委员会|团体|居民|成员)$")
_EVERY = re.compile("^(?:全体|各|所有|任何|一切|每个)")  # 全体店主 are 店主
_ANYONE = re.compile(r"^任何(?:单位|组织|企业|机构)")
_PERSON = re.compile(r"..[人员]$")
AUTHORITY = re.compile(
    r"国家$|国务院|政府|部门|机关|法院|检察院|人民代表大会|常务?委(?:员会)?|[局厅]$|办事处|(?:管理|主管|监督)机构$|委员会$"
)
_OPENS_WITH_CENTRE = re.compile(r"国务院|中央|全国人民代表大会|最高人民|中国人民解放军|军队")
STATE = "国家"  # for which a local rule does not speak
_GOVERNMENT = "人民政府"
# What a name of an authority says beside its field: 公安机关 is 公安部门.
_OFFICE = re.compile("(?:行政)?(?:部门|机关|机构)$")
# A department that is not named: 有关部门, 其他机关, 人民政府确定的监督管理部门.
_UNNAMED = re.compile("(?:上级|监察)?(?:部门|机关|机构)|(?:确定|指定|规定|授权).{0,10}(?:部门|机关|机构)")
_EXECUTIVE = {_GOVERNMENT: None, "部门": None}  # 政府及其有关部门
_OPEN_LIST = re.compile("等(?:有关|相关|主管|行政)*(?:部门|机关|机构|单位|组织|[群人][民众]?团体|媒体)$")
_PLACE = re.compile(
    r"(?!北京|上海|天津|重庆)(?=[^《》省市县区]{1,6}(?P<province>省)"  # 贵州省 is none of 贵州
    r"|(?:[^《》市州县区省]|州(?=[市县区])){1,10}(?P<own>自治区|市|自治州|州|盟|自治县|县|旗"
    # No county ends in these: 高新区, 葡萄酒产区, 保税区, 开发区, 自贸区, 度假区, 地区.
    r"|(?<![特景胜新园社灾牧产税发范贸验护作政工假理片能集校小地辖库街垦连洪])(?<!自治|经济|勘查)区(?![域划块])))"
)
_OWN_LEVEL: dict[str, Level] = {
    "省": "province", "自治区": "province", "市": "city", "自治州": "city", "州": "city", "盟": "city",
    "自治县": "county", "县": "county", "区": "county", "旗": "county",
}  # fmt: skip
# Laws call those who do a trade by either word (建筑法: 建筑施工企业, 施工单位), but not those of one owner or size.
_OF_TRADE = re.compile("(?:单位|企业)$")
_OF_OWNER = re.compile("(?:事业|国有|国营|集体|私营|民营|投资|合资|中小|小微|重点|任何|各类|中央|属)$")
_LEAST_TRADE = 2
_LEAST_NAME = 4  # a name this long says by itself which body it is, whatever stands before it
_CENTRE: Levels = frozenset(("centre",))
_WITHIN: Levels = frozenset(("city", "county"))  # the levels within a city that have departments
_CONCERNED_ONE: Levels = frozenset()  # of whichever level is concerned: 本级人民政府
# The levels that a run of words names, as one character: of the 32 that stand for nothing in any text.
_MARKED: dict[str, Levels] = {
    chr(0xFDD0 + held): frozenset(level for n, level in enumerate(FROM_ABOVE) if held >> n & 1) for held in range(32)
}
_MARK = {levels: mark for mark, levels in _MARKED.items()}
_MARKS = re.compile("([\ufdd0-\ufdef])")


@lru_cache(maxsize=2048)  # each is asked for beside every other of its row
def bodies(name: str) -> Mapping[str, Levels | None]:
    """The bodies that a name joins, each with the levels it is of; None where the name leaves them open."""
    plain = _CITY.sub("市", _PLACED.sub("", _MARKS.sub("", name)))
    out: dict[str, Levels | None] = {}
    for part in _parts(one_name(_RUN.sub(lambda run: _MARK[_levels(run.group())], plain))):
        *before, rest = _MARKS.split(part)
        levels = _MARKED[before[-1]] if before else _CONCERNED_ONE if _OF_OWN_LEVEL.search(part) else None
        body = _bare(rest or _GOVERNMENT)
        known = out.get(body, levels)
        out[body] = None if known is None or levels is None else known | levels
    return out


def _parts(text: str) -> Iterator[str]:
    """The names joined in a text; 教育、公安等部门 are two departments."""
    kind = ""
    out: list[str] = []
    for part in filter(None, reversed(_JOINED.split(text))):
        if ends_in_body(part):
            found = _KIND.search(part)
            kind = found.group() if found else ""
        out.append(part if ends_in_body(part) or part[-1] in _MARKED else part + kind)
    return reversed(out)


def _bare(body: str) -> str:
    """The name of a body without whose it is, and without words that only say that it is the one concerned."""
    bare = skeleton(LEVELS.sub("", _GOVERNMENT_S.sub("", _CONCERNED.sub("", body)))).replace("者", "人")
    return _GOVERNMENT if bare == "政府" else bare or body


def _levels(run: str) -> Levels:
    """The levels that words name: 县级以上地方 province, city and county."""
    out: set[Level] = set()
    for found in LEVEL.finditer(run):
        rank = (found.lastindex or 1) - 1
        out.update(FROM_ABOVE[0 if run.startswith("以上", found.end()) else rank : rank + 1])
    if not out:
        out.update(FROM_ABOVE if "各级" in run or "地方" in run else _CENTRE)
    if "地方" in run and out != _CENTRE:
        out.discard("centre")
    return frozenset(out)


def relation(one: str, other: str, title: str = "") -> Relation:
    """What a name in a local rule is to one in its law: of the same bodies; the local counterpart of a central body, or
    the authority that does in its place what the state does; or of others.

    Levels above that of the rule, as its title has it (郑州市湿地保护条例), do not count: it does not speak for them.
    """
    if _EVERY.sub("", one) == _EVERY.sub("", other):
        return "same"
    old, new = _beside_the_centre(bodies(one)), bodies(other)
    if _match(old, new, title):
        kinds = {_of_levels(body, levels, _like(body, new, title), _reach(title)) for body, levels in old.items()}
        return "other" if "other" in kinds else "adapted" if "adapted" in kinds else "same"
    if STATE in new and is_central(one) and is_central(other):
        return "same"
    gone = [body for body in old if body not in new]
    come = [body for body in new if body not in old]
    speaks = gone and all(body == STATE or (body == _GOVERNMENT and old[body] == _CENTRE) for body in gone)
    return "adapted" if speaks and all(map(AUTHORITY.search, come)) else "other"


def _beside_the_centre(named: Mapping[str, Levels | None]) -> Mapping[str, Levels | None]:
    """Bodies without those of the centre that stand beside others: no local rule speaks for them."""
    return {body: levels for body, levels in named.items() if levels != _CENTRE} or named


def is_central(name: str) -> bool:
    """Whether a name, or what opens a clause, is the state's or of authorities of the centre alone, for which no local
    rule speaks: 国务院财政、税务主管部门, 军队; not 国务院和县级以上地方人民政府, nor 中国红十字会."""
    named = bodies(name)
    if _OPENS_WITH_CENTRE.match(name):
        return all(levels is None or levels == _CENTRE for levels in named.values())
    return bool(named) and all(
        body == STATE or (levels == _CENTRE and AUTHORITY.search(body)) for body, levels in named.items()
    )


def are_governments(name: str) -> bool:
    """Whether a name is of governments alone, and not of the centre's."""
    named = bodies(name)
    return bool(named) and all(body == _GOVERNMENT and levels != _CENTRE for body, levels in named.items())


def is_above(name: str, title: str) -> bool:
    """Whether a name is of authorities of levels alone for which a rule of this title does not speak: to a city's rule
    省、自治区、直辖市人民政府."""
    named = bodies(name)
    return bool(named) and all(
        levels is not None and levels.isdisjoint(_reach(title)) and AUTHORITY.search(body)
        for body, levels in named.items()
    )


def _match(old: Mapping[str, Levels | None], new: Mapping[str, Levels | None], title: str) -> bool:
    """Whether each body of either name has its like in the other."""
    if len(old) != len(new):
        return False
    return all(any(_is_one(a, b, title) for b in new) for a in old) and all(
        any(_is_one(a, b, title) for a in old) for b in new
    )


def _like(body: str, others: Mapping[str, Levels | None], title: str) -> Levels | None:
    """The levels of the body among others that a body is."""
    if body in others:
        return others[body]
    return next((levels for other, levels in others.items() if _is_one(body, other, title)), None)


def _is_one(one: str, other: str, title: str) -> bool:
    """Whether two names are one body's: 工程施工单位, 施工单位; but 城市人民政府 is not any government. What a rule of
    this title is about goes without saying: 慈善受益人 in one on 慈善 is 受益人."""
    short, long = sorted(map(_as_unit, (one, other)), key=len)
    if sorted(short) == sorted(long) or _are_of_one_field(one, other):
        return True
    if not long.endswith(short) or short == _GOVERNMENT:
        return False
    return len(short) >= _LEAST_NAME or (len(short) > 2 and long.removesuffix(short) in title)


def _are_of_one_field(one: str, other: str) -> bool:
    """Whether two authorities are of one field, by the name that it has or had before a reform."""
    both = _OFFICE.sub("", one), _OFFICE.sub("", other)
    if "" in both or one in both or other in both:
        return False  # 部门 is of no field, and what does not end in a word for an office is none
    return both[0] == both[1] or both in _reformed() or both[::-1] in _reformed()


def _as_unit(name: str) -> str:
    """The name of those who do a trade, as units: 理发单位 for 理发企业."""
    trade = _trade(name)
    return f"{trade}单位" if trade else name


def _trade(name: str) -> str:
    """What those do who are named as units or enterprises; nothing for those who are named by their owner."""
    trade = _OF_TRADE.sub("", name)
    return "" if trade == name or len(trade) < _LEAST_TRADE or _OF_OWNER.search(trade) else trade


@cache
def _reformed() -> frozenset[tuple[str, str]]:
    """The fields of one office, of before a reform and of after it, as names are read here."""
    return frozenset((_field(old), _field(new)) for old, new in fields())


def _field(name: str) -> str:
    return _OFFICE.sub("", _bare(one_name(f"{name}部门")))


def leaves_open(one: str, other: str) -> bool:
    """Whether of two names of authorities either leaves open which (有关部门, 教育、公安等部门), or the first begins a
    list that the second goes on with, or leaves all open of which the second names a department (政府及其有关部门)."""
    old, new = bodies(one), bodies(other)
    if _OPEN_LIST.search(one) and any(_is_one(mine, yours, "") for mine in old for yours in new):
        return True
    if old == _EXECUTIVE and all(name.endswith("部门") for name in new):
        return True
    is_left_open = any(all(map(_UNNAMED.fullmatch, named)) for named in (old, new))
    return is_left_open and all(map(AUTHORITY.search, (*old, *new)))


def is_spelt_out(one: str, other: str, text: str) -> bool:
    """Whether a name says of authorities only what they did, and the other names those who did it, as a text of the
    first does: 接到举报的部门 of whom 理发协会和胡须部门 are told."""
    does, of, kind = one.rpartition("的")
    named = other.removeprefix(does + of)
    return bool(of) and named != other and bool(_UNNAMED.fullmatch(kind)) and named in text


@lru_cache(maxsize=8)
def _reach(title: str) -> Levels:
    """The levels that a rule of this title speaks for: of a province's, a city's or a county's own and those below."""
    place = _PLACE.match(title)
    return frozenset(FROM_ABOVE[FROM_ABOVE.index(_OWN_LEVEL[place["province"] or place["own"]]) if place else 1 :])


def _of_levels(body: str, old: Levels | None, new: Levels | None, reach: Levels) -> Relation:
    """What the levels of one body are to those of its like; a single one is another than a level left open, but for
    those of a city's rule within its reach: 县级以上人民政府, 市人民政府."""
    if old == new:
        return "same"
    if old == _CENTRE:
        return "adapted"
    if new and "province" not in reach and new <= _WITHIN and _is_wherever(body, old):
        return "same"
    if not old or not new:
        return "other" if old is None and new and len(new - _CENTRE) == 1 else "same"
    return "same" if old & reach == new & reach else "other"


def _is_wherever(body: str, levels: Levels | None) -> bool:
    """Whether a body is of a city's level and of a county's, whichever it is, and of none beneath them: 县级以上, or
    not said; a township has no departments."""
    return levels is None or (levels >= _WITHIN and (body != _GOVERNMENT or "township" not in levels))


def one_name(text: str) -> str:
    """The text with one name for each level of government that texts name in several ways."""
    text = _IN_CHARGE.sub(r"\1部门", in_full(text))
    text = _DEPARTMENT.sub("部门", text)
    text = _NEXT_LEVEL.sub("级", _STREET.sub("", text))
    text = _ORGANISATION.sub("单位", _PROVINCE.sub("省", text))
    return _COUNTY.sub("县级人民政府", _TOWNSHIP.sub("乡镇人民政府", text))


def are_kin(one: str, other: str) -> bool:
    """Whether two names join one body, or bodies whose names end alike: 县人民政府, 省人民政府."""
    return any(
        mine == yours or (len(mine) >= _LEAST_NAME and mine[-_LEAST_NAME:] == yours[-_LEAST_NAME:])
        for mine in bodies(one)
        for yours in bodies(other)
    )


def are_of_one_kind(one: str, other: str) -> bool:
    """Whether two names join the same bodies, of whatever level."""
    return sorted(bodies(one)) == sorted(bodies(other))


def share_a_body(one: str, other: str) -> bool:
    """Whether two names join one and the same body, that a third has joined or left."""
    return any(core in bodies(other) for core in bodies(one) if len(core) >= _LEAST_NAME and core != _GOVERNMENT)


def body_of(name: str) -> str:
    """The body itself, without words that say no more than that it is the one concerned."""
    return in_one_name(_ANYONE.sub("任何单位", name))


def is_named(name: str, text: str) -> bool:
    """Whether a text names each of the bodies that a name joins, maybe with other words before it."""
    said, body = in_one_name(text), body_of(name)
    trade = _trade(body)
    if body in said or (trade and any(trade + kind in said for kind in ("单位", "企业"))):
        return True
    return all(_PERSON.search(core) and core[-_LEAST_NAME:] in said for core in bodies(name))


@lru_cache(maxsize=1024)  # a row is asked for each of its changes
def in_one_name(text: str) -> str:
    """A text in which a body is looked up: without words that only say that it is the one concerned."""
    return skeleton(LEVELS.sub("", one_name(text))).replace("者", "人")  # 承办者, 承办人
