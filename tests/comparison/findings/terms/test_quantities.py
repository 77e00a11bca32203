"""Amounts and times as values that can be compared."""

from __future__ import annotations

import pytest

from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.model import Language


def meanings(text: str, language: Language = "zh") -> set[tuple[str, str, str]]:
    return {quantity.meaning for quantity in quantities(text, language)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("五日内", "5日内"),
        ("五日以内", "五日之内"),
        ("五个工作日", "5工作日"),
        ("百分之十", "百分之10"),
        ("不少于三年", "至少三年"),
        ("２０日内", "二十日内"),
        ("百分之一点五", "百分之1.5"),
        ("五万元", "5万元"),
        ("提前三十日", "三十日前"),
        ("1.5万元", "15000元"),
        ("一点五万元", "15000元"),
        ("10万元", "100000元"),
        ("提前十天", "提前十日"),
        ("三至五倍", "三倍以上五倍以下"),
        ("五千元至五万元", "五千元以上五万元以下"),
        ("百分之十至三十", "百分之十以上百分之三十以下"),
        ("40%－80%", "40%以上80%以下"),
        ("不少于三人", "三名以上"),
        ("面积小于三十平方米", "面积少于三十平方米"),
        ("宽度大于五米", "宽度超过五米"),
        ("宽度大于或者等于五米", "宽度五米以上"),
        ("未满十六周岁", "不满十六周岁"),
        ("达到三十人", "三十人以上"),
        ("未达到三十人", "不足三十人"),
        ("达到会员总数的百分之三十", "百分之三十以上"),
        ("不得低于利润总额的百分之三十", "百分之三十以上"),
        ("两名（含）以上", "两人以上"),
        ("四点五公里", "4.5千米"),
        ("大专以上学历", "大学专科及以上"),
        ("不低于十八摄氏度", "18℃以上"),
        ("十五千克", "15公斤"),
        ("每年三月底前", "每年3月底以前"),
        ("2/3以上", "三分之二以上"),
        ("3‰", "千分之三"),
        ("半年内", "六个月以内"),
        ("四级残疾", "4级残疾"),
        ("不低于三级公路", "三级以上公路"),
        ("三个月本人工资", "3个月的平均工资"),
        ("不得超过两届。", "不超过2届。"),
        ("记满十二分的", "记满12分的"),
        ("三个以上申请人", "3个以上申请人"),
        ("十五个交易日", "15个交易日"),
        ("一年内", "十二个月以内"),
        ("每半年", "每六个月"),
        ("每季度", "每三个月"),
        ("两周内", "十四日内"),
        ("不超过四十八小时", "不超过2880分钟"),
    ],
)
def test_two_ways_of_printing_one_quantity_are_equal(one: str, other: str) -> None:
    assert meanings(one) == meanings(other) != set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("五日", "五个工作日"),
        ("三年以上", "超过三年"),
        ("五万元", "五元"),
        ("五十万元", "五十一万元"),
        ("任期五年", "任期三年"),
        ("三分之一", "三分之二"),
        ("二十二时起", "二十三时起"),
        ("每年", "每半年"),
        ("百分之五", "千分之五"),
        ("三至五年", "五年"),
        ("三至五日内", "五日内"),
        ("不超过百分之五", "超过百分之五"),
        ("超过利润的百分之十", "不足利润的百分之十"),
        ("大专以上学历", "本科以上学历"),
        ("五米", "四点五米"),
        ("三月三十一日前", "四月三十日前"),
        ("一般为二百毫升", "一般为三百毫升"),
        ("二十五度以上的陡坡", "15度以上的陡坡"),
        ("一百一十千伏", "十千伏"),
        ("二层以下住宅", "三层以下住宅"),
        ("五百千克", "五百克"),
        ("2/3以上", "1/2以上"),
        ("六个月", "六个月的平均工资"),
        ("二十四小时内", "一日内"),
        ("每半年", "每三个月"),
    ],
)
def test_quantities_that_differ_in_law_differ(one: str, other: str) -> None:
    assert meanings(one) != meanings(other)


@pytest.mark.parametrize(
    "text",
    [
        "2017年8月15日", "2017年8月15日前", "二〇一七年八月十五日", "九月十日", "第十五条", "第二款", "一级",
        "二○二○年八月", "二00八年", "在规定期限内", "姓名以及时间", "可以延长期限", "经常居住地", "期限期满",
        "农历九月初九", "二年级",
        "设区的市一级以上公安机关", "县级以上人民政府", "中级以上人民法院",
        "定期抚恤金", "经常务委员会审议", "中长期规划", "上半年", "2021/2/3",
        "二次供水", "二次污染", "二级保护区", "三级文物", "零件、部件",
        "多层次体系", "一层", "一张桌子", "第三层", "三升级",
        "两个以上申请人", "各执一份。", "十分重要", "分两届选举",
    ],
)  # fmt: skip
def test_dates_and_numbers_of_provisions_are_no_quantities(text: str) -> None:
    assert quantities(text, "zh") == ()


@pytest.mark.parametrize("text", ["٣日内", "٣万元", "百分之三5", "百分之点", "百分之三点点五", "１٣元"])
def test_no_spelling_of_a_number_stops_the_reading(text: str) -> None:
    assert len(quantities(text, "zh")) <= 1


def test_a_quantity_knows_where_it_stands() -> None:
    text = "理发店应当在五个工作日内申报。"
    (quantity,) = quantities(text, "zh")
    assert text[quantity.start : quantity.end] == "五个工作日内"


def test_so_many_monthly_wages_are_an_amount_of_money_and_no_time() -> None:
    wages, fine, average = "发给十五个月的平均工资", "处所得三倍罚款", "前十二个月的平均工资"
    assert [quantities(text, "zh")[0].kind for text in (wages, fine, average)] == ["money", "money", "time"]


def test_english_numbers_are_read_in_words_and_in_digits() -> None:
    assert meanings("within five days", "en") == meanings("within 5 days", "en") != meanings("more than 5 days", "en")


@pytest.mark.parametrize(
    "text",
    ["每年五月十二日为须发健康日。", "每年五月为须发健康月。", "店内实行二十四小时值班。", "建立三级残疾预防体系。"],
)
def test_the_name_of_a_day_and_what_never_closes_are_no_amount(text: str) -> None:
    assert not quantities(text, "zh")


def test_what_comes_about_once_more_is_no_number() -> None:
    assert not quantities("减少二次飞絮。", "zh")


@pytest.mark.parametrize("text", ["应当在二十四小时内报告", "每年为老年人检查一次", "每日不超过24小时", "三级残疾的人"])
def test_a_time_within_which_and_a_grade_of_disability_are_amounts(text: str) -> None:
    assert quantities(text, "zh")


def test_two_english_numbers_are_a_range_only_where_they_bound_one() -> None:
    assert meanings("The poles are between 3 and 5 metres high.", "en") == {
        ("3", "metre", "at least"),
        ("5", "metre", "at most"),
    }
    assert ("5", "metre", "") in meanings("The poles are 3 and 5 metres high.", "en")
    assert meanings("Whoever violates Articles 3 to 5 shall be warned.", "en") == set()
    assert meanings("One of the owners shall sign for a year.", "en") == {("12", "month", "")}
