"""Amounts, shares, deadlines, thresholds and frequencies as values that can be compared.

五个工作日内 = 5个工作日内     三日 ≠ 三个工作日     六个月以上 ≠ 超过六个月     每年 ≠ 定期
三至五年 = 三年以上五年以下     不少于三人 = 三名以上     大专以上 ≠ 本科以上
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from policydiff.comparison.findings.terms import english_quantities as english
from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.comparison.findings.terms.style import bare, in_one_style
from policydiff.dates import YEAR
from policydiff.eid import chinese_number
from policydiff.model import Language
from policydiff.numerals import in_one_numeral
from policydiff.text import fold

_DIGITS = "〇零一二三四五六七八九十百千万两"
_N = rf"[{_DIGITS}]{{1,20}}(?:点[〇零一二三四五六七八九]{{1,4}})?|\d{{1,15}}(?:[.,]\d{{1,9}}){{0,5}}"
_UNIT = (
    r"个?(?:工作|交易)日|日|天|个月|月(?=[底末]?(?:以[上下内前]|之?[内前]))|年(?!级)|周岁|岁|小时|分钟|万元|亿元|元|%|倍|万人|人|次"
    r"|公里|千米|海里|米|毫米|厘米|(?:万|亿)?立方米|吨|公斤|千克|名|平方米|平方公里|公顷|亩"
    r"|‰|个?季度|周|户|所|处|个百分点|级|家|件|辆|艘|千瓦|马力|代|代表"
    r"|毫升|升(?=[以至、，。；：的/]|$)|毫克|微克|(?<!千)克|平方千米|千伏|万伏|兆瓦|分贝|摄氏度|℃|度(?=及?以[上下])"
    r"|层(?!次)|座(?!谈)|台|张|株|册|学时|课时|总吨|蒸吨"
    r"|届(?=[，。；、的]|以[上下])|份(?=[，。；]|以[上下])|分(?=[，。；的]|以[上下])"
    r"|(?<=[^两二2])[个种条项](?=以[上下内])"  # 两个以上 says that there are several
)
_BOUND_AFTER = r"以上|以下|以内|以外|内|之内|前|以前|之前|以后|不等"
_BOUND_BEFORE = (
    r"[大小]于(?:或者?)?等于|不低于|不少于|至少|不得少于|不得低于|不得超过|不超过|不高于|不得高于|不(?:得)?小于|不(?:得)?大于|超过|高于|低于|少于"
    r"|小于|大于|不足|不满|未满|不到|未达到|达到|最高|最低|提前|每|满"
)
_NUMERAL = re.compile(rf"[{_DIGITS}]+(?:点[〇零一二三四五六七八九]+)?")
_BELOW_HUNDRED = re.compile(r"[一二两三四五六七八九十\d]{1,3}")  # before 万: 一至五万, not 五百至一万
_PERCENT = r"\d{1,3}(?:\.\d{1,2})?[%‰]"
_SHARE = r"百分之|千分之|万分之|[二三四五六七八九十]分之"
_WORDS = rf"[^，。；：、0-9{_DIGITS}]"  # of what the share is: 不低于总额的百分之三十
_LAST_BOUND = "".join(
    f"(?<!{bound})" for bound in ("超过", "高于", "低于", "少于", "小于", "大于", "不足", "不满", "达到", "至少")
)
_CHINESE = re.compile(
    rf"(?:(?P<before>{_BOUND_BEFORE})"
    rf"(?:(?<=至少){_WORDS}{{1,4}}|(?<![每满]){_WORDS}{{1,16}}{_LAST_BOUND}(?={_SHARE}|{_PERCENT}))?)?"
    rf"(?P<said>(?P<share>{_SHARE})(?P<of>[一二三四五六七八九十百点〇零\d.]+)"
    r"|(?<![\d/])(?P<part>\d)/(?P<whole>\d)(?![\d/])"
    r"|(?P<half>过?半数)|(?P<months>(?<![每上下])半年(?!度))"
    r"|(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日(?=[之以]?前)"
    rf"|(?P<hour>二?十?[一二三四五六七八九十]|[12]?\d)时(?=[至到前后起止整，。；、]|以[前后]|次日|三十分)"
    rf"|(?<![第点{_DIGITS}\d])(?<!星期)(?!(?<=[省市县区州乡])一级)"
    rf"(?P<n>{_N})\s?(?P<unit>{_UNIT}))"
    rf"(?:(?<=月)[底末])?(?:[（(]含[^（）()]{{0,6}}[）)]|及)?(?P<after>{_BOUND_AFTER})?"
)
_TO = r"(?:以上)?(?:至|到|[—－~～-]{1,2})"
_RANGE = re.compile(
    rf"(?<![第点{_DIGITS}\d.])(?:"
    rf"(?P<share>{_SHARE})(?P<of>[{_DIGITS}点\d.]{{1,12}}){_TO}"
    rf"(?:(?P=share))?(?P<to>[{_DIGITS}点\d.]{{1,12}})(?![{_DIGITS}])"
    rf"|(?P<low>{_N})\s?(?P<unit>{_UNIT})?{_TO}(?P<high>{_N})\s?(?P<of_both>{_UNIT}))(?P<after>以[上下内]|之?内)?"
)
_GRADES = re.compile(  # thresholds in words; 县级以上, 中级以上人民法院 are bodies
    r"(?P<grade>初中|高中|中专|大专|(?:大学)?专科|(?:大学)?本科|学士|硕士|博士|初级|副?高级(?!中等)"
    r"|中级(?![^，。；、]{0,4}(?:法院|检察院|士官|军士)))"
    r"(?:毕业|学历|学位|职称|专业技术(?:职务|职称|资格))?(?:及其?|或者?)?以上"
)
_FREQUENCY = re.compile(
    r"每(?:个)?(?:半年|年度|年|季度|月|周|日|届|学期|学年)"
    r"(?![^，。；]{2,24}?为[^，。；]{2,24}[日周月节](?:[，。；]|$))"  # the name of a day
    r"|不?定期(?![限间满]|抚恤|存款|储蓄|补助|生活|救济|保险|航班|飞行|会议)"  # a thing of a date, and no frequency
    r"|经常(?![居务委]|项目)性?|(?<![延中、])长期(?!限|规划|专项|护理|供求|目标|贷款|投资)|及时(?![间限])|立即|按期|(?<!有)限期(?![限间满])|逐年|随时|常年"
)
_PAY = "工资"
_OF_PAY = re.compile(  # 十五个月的平均工资 is an amount of money
    r"(?:的[^，。；、]{0,16}?|(?:本人|平均|基本|社会|职工|最低|岗位|月)*)(?:工资|薪金|收入|生活费|补助金|保险金|津贴|标准)"
)
_DATE = re.compile(
    r"\d{4}\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?"
    rf"|{YEAR}年(?:[一二三四五六七八九十]+月)?(?:[一二三四五六七八九十]+日)?"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?![之以]?前)"
)
_NOT_ONE = re.compile(
    r"^(?:(?:二十四|24)小时|一(?:级|份|分|届|家|户|处|个|次|日|年|件|代|代表|人|名|天|月|层|座|台|张|株|册)|零件)$"
)
_GONE_BY = re.compile("[尚仍]|未(?!成年)|不能|无法")  # 24小时尚未扑灭 is a time; 24小时值班 says that it is always
_QUALIFIES = re.compile(
    r"级(?!伤残|残(?!疾预防))|次(?:污染|供水|加压|装修|分配|利用|开发|扬尘|飞絮|伤害|能源|资源|搬运|增压)"
)
_SAME_UNIT = {"天": "日", "名": "人", "公里": "千米", "公斤": "千克", "平方千米": "平方公里", "℃": "摄氏度"}
_FAR = 4  # characters; what stands further before a number is no part of how it is printed
_SHARES = {"百分之": "%", "千分之": "‰", "万分之": "‱"}
_NEAR = {
    "之内": "内", "以内": "内", "以前": "前", "之前": "前", "提前": "前", "满": "以上", "最低": "以上", "最高": "以下",
    "不低于": "以上", "不少于": "以上", "至少": "以上", "不得少于": "以上", "不得低于": "以上",
    "不超过": "以下", "不得超过": "以下", "不高于": "以下", "不得高于": "以下",
    **dict.fromkeys(("大于等于", "大于或等于", "大于或者等于"), "以上"),
    **dict.fromkeys(("小于等于", "小于或等于", "小于或者等于"), "以下"),
    "不小于": "以上", "不得小于": "以上", "达到": "以上", "不大于": "以下", "不得大于": "以下",
    "高于": "超过", "大于": "超过", "少于": "低于", "小于": "低于", "不足": "低于", "不满": "低于", "未满": "低于",
    "不到": "低于", "未达到": "低于",
}  # fmt: skip


# A number with the marks that say which it is, whatever it counts; not one of a provision, of which others speak.
_COUNTED = re.compile(rf"(?<![第{_DIGITS}\d])[<>≤≥=±+√¥$-]{{0,3}}(?:[{_DIGITS}]+|\d(?:[\d.,:/×—–~-]*\d)?)[%‰]?")


def differ_in_numbers(one: str, other: str) -> bool:
    """Whether two Chinese texts say the same but for what they count, and of whatever: 连续三个记分周期 beside
    连续两个记分周期, ≤30毫克 beside ≥30毫克. Dates and numbers of provisions are words here."""
    sides = [fold(text) for text in (one, other)]
    plain = [bare(in_one_style(_COUNTED.sub("数", text))) for text in sides]
    if plain[0] != plain[1] or any(map(_DATE.search, sides)):
        return False
    old, new = ([_in_one_print(said) for said in _COUNTED.findall(text)] for text in sides)
    return old != new


def _in_one_print(number: str) -> str:
    """A number in the print of statutes; 百 is 一百."""
    plain = in_one_numeral(number.replace(",", ""))
    return f"一{plain}" if plain.startswith(("百", "千", "万")) else plain


@lru_cache(maxsize=4096)  # of the two rules that are compared: a row is asked for each of its changes
def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """The quantities and frequencies of a text, in order; dates and numbers of provisions are none."""
    plain = fold(text)
    masked = _DATE.sub(_masked, plain)
    found = english.read(masked) if language == "en" else _chinese(masked)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _chinese(plain: str) -> list[Quantity]:
    ranges = [quantity for found in _RANGE.finditer(plain) for quantity in _both_ends(found)]
    plain = _RANGE.sub(_masked, plain)
    counted = [_read(found) for found in _CHINESE.finditer(plain) if not _counts_nothing(found)]
    out = [*ranges, *counted, *map(_grade, _GRADES.finditer(plain))]
    taken = {at for one in out for at in range(one.start, one.end)}
    return [*out, *(_bare(found) for found in _FREQUENCY.finditer(plain) if taken.isdisjoint(range(*found.span())))]


def _read(found: re.Match[str]) -> Quantity:
    """One quantity, from what stands before its number to what stands behind its unit."""
    value, unit = next(read(found) for group, read in _READERS.items() if found[group])
    bounds = "".join(dict.fromkeys(_NEAR.get(b, b) for b in (found["before"], found["after"]) if b))
    far = found["before"] and found.start("said") - found.end("before") > _FAR
    start = found.start("said" if far else 0)
    return Quantity(value=value, unit=unit, bound=bounds, text=found.string[start : found.end()], start=start)


def _share(found: re.Match[str]) -> tuple[str, str]:
    """百分之三十 is 30 %."""
    return _value(found["of"]), _SHARES.get(found["share"], found["share"])


def _part(found: re.Match[str]) -> tuple[str, str]:
    """2/3 is 三分之二."""
    return found["part"], f"{_DIGITS[int(found['whole']) + 1]}分之"


def _day(found: re.Match[str]) -> tuple[str, str]:
    """每年三月三十一日前: a day of every year is a deadline, one day of one year is a date."""
    return f"{_value(found['month'])}-{_value(found['day'])}", "月日"


def _number(found: re.Match[str]) -> tuple[str, str]:
    """A number and its unit; so many months' pay is an amount of money."""
    unit = _one_unit(found["unit"])
    is_pay = unit == "月" and _OF_PAY.match(found.string, found.end()) and found.string[found.start() - 1] != "前"
    return _value(found["n"]), unit + _PAY * bool(is_pay)


# How the value and the unit are read, by what is printed: the first of these groups that is found.
_READERS: dict[str, Callable[[re.Match[str]], tuple[str, str]]] = {
    "share": _share,
    "part": _part,
    "half": lambda found: ("1", found["half"]),
    "months": lambda _: ("6", "月"),
    "month": _day,
    "hour": lambda found: (_value(found["hour"]), "时"),
    "n": _number,
}


def _grade(found: re.Match[str]) -> Quantity:
    """A threshold in words: 大专以上."""
    grade = found["grade"].removeprefix("大学").replace("大专", "专科")
    return Quantity(value=grade, unit="等", bound="以上", text=found.group(), start=found.start())


def _bare(found: re.Match[str]) -> Quantity:
    """A frequency, which has no unit and no bound."""
    return Quantity(value=found.group(), unit="", bound="", text=found.group(), start=found.start())


def _counts_nothing(found: re.Match[str]) -> bool:
    """Whether a number without a bound is part of a name (二级保护区) or only says that there is one (一家)."""
    if found["before"] or found["after"]:
        return False
    if found["unit"] == "小时" and _GONE_BY.match(found.string, found.end()):
        return False
    qualifies = found["unit"] and _QUALIFIES.match(found.string, found.start("unit"))
    return bool(qualifies or _NOT_ONE.match(found["said"]))


def _both_ends(found: re.Match[str]) -> Iterator[Quantity]:
    """The two quantities of a range: 三至五年 is 三年以上五年以下, and 三至五日内 as well, 三至五万元 from 三万元."""
    if found["share"]:
        low, high, units = "of", "to", (_SHARES.get(found["share"], found["share"]),) * 2
    else:
        low, high, units = "low", "high", (found["unit"] or found["of_both"], found["of_both"])
    places = (found.start(), found.start(high)), (found.start(high), found.end())
    for name, unit, bound, (start, end) in zip((low, high), units, ("以上", "以下"), places, strict=True):
        value, text = _value(found[name]), found.string[start:end]
        if name == "low" and not found["unit"] and found[high].endswith("万") and _BELOW_HUNDRED.fullmatch(found[low]):
            value = _value(f"{found[low]}万")
        yield Quantity(value=value, unit=_one_unit(unit), bound=bound, text=text, start=start)


def _one_unit(printed: str) -> str:
    """One form for the units that mean the same."""
    return _SAME_UNIT.get(printed, printed.removeprefix("个"))


def _masked(found: re.Match[str]) -> str:
    return "\0" * len(found.group())


def _value(printed: str) -> str:
    """The number as digits: 十五 is 15, 一点五 is 1.5, 5万 is 50000 where it is written so."""
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in printed)  # ３ and ٣ are digits as well
    if not _NUMERAL.fullmatch(plain):
        return plain.replace(",", "")
    whole, _, part = printed.partition("点")
    if part:
        return f"{chinese_number(whole)}.{''.join(str(chinese_number(c)) for c in part)}"
    return str(chinese_number(printed))
