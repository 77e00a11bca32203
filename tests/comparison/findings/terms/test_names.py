"""Which bodies a name joins, of which levels, and when two names are one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policydiff.comparison.findings.terms.names import bodies, is_central, relation

ALL_LOCAL = {"province", "city", "county", "township"}


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("县级以上地方人民政府", {"人民政府": ALL_LOCAL - {"township"}}),
        ("地方各级人民政府", {"人民政府": ALL_LOCAL}),
        ("国务院", {"人民政府": {"centre"}}),
        ("国务院理发行政部门", {"理发部门": {"centre"}}),
        ("县级以上地方人民政府负责理发工作的部门", {"理发部门": ALL_LOCAL - {"township"}}),
        ("省、自治区、直辖市人民政府", {"人民政府": {"province"}}),
        ("设区的市、县（市、区）人民政府", {"人民政府": {"city", "county"}}),
        ("乡镇人民政府、街道办事处", {"人民政府": {"township"}, "街道办事处": None}),
        ("城市人民政府", {"城市人民政府": None}),
        ("理发、染须等部门", {"理发部门": None, "染须部门": None}),
        ("市场理发机构", {"市场理发机构": None}),
        ("本级人民政府", {"人民政府": set()}),
    ],
)
def test_a_name_is_read_as_bodies_of_levels(name: str, named: dict[str, set[str] | None]) -> None:
    assert {body: levels if levels is None else set(levels) for body, levels in bodies(name).items()} == named


pieces = st.sampled_from(
    ("县级以上", "地方", "国务院", "理发", "部门", "负责", "和", "、", "#", "1#", "²", "\ufdd1", "\ufdef")
)


@given(st.lists(pieces | st.text(max_size=3), max_size=8).map("".join))
@example("1#部门")
@example("甲#9#乙部门")
@example("甲#²#部门")
def test_no_text_is_taken_for_a_level(name: str) -> None:
    assert bodies(name) == bodies(f"\ufdd1{name}\ufdef")


@pytest.mark.parametrize(
    ("one", "other", "known_as"),
    [
        ("国务院和县级以上地方各级人民政府", "县级以上人民政府", "same"),
        ("省、自治区、直辖市人民政府", "省人民政府", "same"),
        ("染须施工单位", "施工单位", "same"),
        ("国务院有关部门和县级以上地方人民政府", "县级以上人民政府", "same"),
        ("国务院理发主管部门", "国家", "same"),
        ("直辖市或者设区的市人民政府", "设区的市人民政府", "same"),
        ("国务院理发主管部门", "省理发主管部门", "adapted"),
        ("国家", "各级人民政府", "adapted"),
        ("国务院", "省人民政府", "adapted"),
        ("国家", "理发企业", "other"),
        ("县级以上地方人民政府", "省人民政府", "other"),
        ("县级以上人民政府", "各级人民政府", "other"),
        ("理发主管部门", "省理发主管部门", "other"),
        ("城市人民政府", "县级以上人民政府", "other"),
        ("理发单位", "理发单位和个人", "other"),
        ("理发单位", "理发企业", "same"),
        ("须草单位、染须单位", "须草单位和染须企业", "same"),
        ("专业染须企业", "染须单位", "same"),
        ("理发企事业单位", "理发企业", "other"),
        ("国有单位", "国有企业", "other"),
        ("单位", "企业", "other"),
        ("理发部门", "理发人员", "other"),
        ("农业、水利主管部门", "农业、水务部门", "same"),
        ("城市规划行政主管部门", "城乡规划主管部门", "same"),
        ("城市、县人民政府理发主管部门", "理发主管部门", "same"),
        ("县级以上人民政府", "区（县）以上人民政府", "same"),
        ("政府及其理发部门", "人民政府及其理发部门", "same"),
    ],
)
def test_what_two_names_are_to_each_other(one: str, other: str, known_as: str) -> None:
    assert relation(one, other) == known_as


@pytest.mark.parametrize(
    ("title", "known_as"),
    [
        ("须河省理发条例", "other"),
        ("须河市理发条例", "same"),
        ("须河市实施《理发法》办法", "same"),
        ("胡须自治区理发条例", "other"),
        ("理发责任制实施办法", "other"),
        ("须州省理发条例", "other"),
        ("须州市理发条例", "same"),
        ("须州理发条例", "same"),
        ("须河经济特区理发条例", "other"),
        ("须山风景名胜区理发条例", "other"),
        ("须河新区理发条例", "other"),
        *((f"须河{zone}理发条例", "other") for zone in ("胡须产区", "综合保税区", "高新区", "经济技术开发区")),
        *((f"须河{zone}理发条例", "other") for zone in ("创新示范区", "自贸区", "旅游度假区", "贸易试验区", "地区")),
        ("须河市理发产区条例", "same"),
    ],
)
def test_levels_above_a_rule_s_own_do_not_count(title: str, known_as: str) -> None:
    assert relation("县级以上人民政府", "市、县（市、区）人民政府", title) == known_as


@pytest.mark.parametrize(
    ("one", "other", "known_as"),
    [
        ("县级以上人民政府", "市人民政府", "same"),
        ("县级以上人民政府", "县（市、区）人民政府", "same"),
        ("理发主管部门", "市人民政府理发主管部门", "same"),
        ("地方人民政府理发主管部门", "市理发主管部门", "same"),
        ("省级以上人民政府", "市人民政府", "other"),
        ("省、自治区、直辖市理发机构", "设区的市理发机构", "other"),
        ("县级以上人民政府", "各级人民政府", "other"),
        ("各级人民政府", "市、县人民政府", "other"),
        ("县级以上人民政府", "乡镇人民政府", "other"),
        ("理发主管部门", "省理发主管部门", "other"),
        ("理发主管部门", "市人民政府及其理发主管部门", "other"),
    ],
)
def test_a_city_s_rule_names_which_of_its_own_bodies_is_meant(one: str, other: str, known_as: str) -> None:
    assert relation(one, other, "须河市理发条例") == known_as


@pytest.mark.parametrize(
    ("name", "central"),
    [
        ("国务院市场监督管理部门", True),
        ("国务院财政、税务主管部门", True),
        ("国家网信部门", True),
        ("中国证券监督管理委员会", True),
        ("中央军事委员会", True),
        ("军队", True),
        ("国家", True),
        ("国务院和县级以上地方人民政府", False),
        ("市场监督管理部门", False),
        ("中国红十字会", False),
        ("", False),
    ],
)
def test_a_body_is_central_by_one_reading(name: str, central: bool) -> None:
    assert is_central(name) is central


def test_names_joined_in_another_order_are_the_same() -> None:
    assert relation("城镇和乡村居民", "乡村和城镇居民") == "same"


def test_what_a_rule_is_about_goes_without_saying() -> None:
    assert relation("受益人", "染须受益人", "某市染须条例") == "same"
    assert relation("受益人", "染须受益人", "某市剪发条例") == "other"


@pytest.mark.parametrize(("one", "other"), [("部门", "机关"), ("公安", "公安机关"), ("税务机关", "税务")])
def test_what_names_no_field_or_no_office_is_no_authority_of_one_field(one: str, other: str) -> None:
    assert relation(one, other) == "other"
