from __future__ import annotations

from collections import Counter

import pytest

from policydiff.bodies import BODIES, REFORMS, bare, cut_at_bodies, in_full, named


def bodies_in(run: str) -> list[str]:
    return [piece for piece, names in cut_at_bodies(run) if names]


@pytest.mark.parametrize(
    ("run", "found"),
    [
        ("烟台市卫健委罚款", ["卫健委"]),
        ("残联", ["残联"]),
        ("市人大常委会", ["人大", "常委会"]),
        ("人社局和工商联", ["人社局", "工商联"]),
        ("住房城乡建设主管部门", ["住房城乡建设主管部门"]),
        ("教育部门", ["教育部门"]),
        ("银保监局", ["银保监局"]),
        ("moe", ["moe"]),
        ("烟台卫健委和市城管", ["卫健委", "城管"]),
        ("烟台市政府和县人社局", ["市政府", "人社局"]),
        ("社会保险行政部门", ["社会保险行政部门"]),
    ],
)
def test_a_body_is_known_by_every_name_wherever_it_stands_in_a_run(run: str, found: list[str]) -> None:
    assert bodies_in(run) == found


@pytest.mark.parametrize(
    "run",
    [
        *("成人大学", "个人社保", "城市监管", "职工信息", "互联网信息", "环境卫生部门", "教育", "环保", "妇联合办"),
        *("行政协议", "取消协议", "设计委托", "中央行政", "激发改革", "居住建筑", "县城管理", "学科协同", "汇编办法"),
        *("扶贫办法", "村民委员", "smoe", "政府采购", "社会保险费", "土地管理法"),
    ],
)
def test_a_word_that_means_something_else_is_no_body(run: str) -> None:
    assert bodies_in(run) == []


@pytest.mark.parametrize(
    ("name", "run"),
    [
        ("残联", "残疾人联合会"),
        ("残疾人联合会", "残联"),
        ("卫健", "卫生健康"),
        ("卫健", "卫生行政"),
        ("卫生", "卫生健康"),
        ("市监", "工商行政管理"),
        ("工商", "市场监督管理"),
        ("环保", "生态环境主管"),
        ("公安", "公安机关"),
        ("市政府", "市人民政府"),
        ("县政府", "县级以上地方人民政府"),
        ("人社", "社会保险行政"),
        ("社会保险", "人力资源社会保障"),
        ("劳动保障", "社会保险行政"),
        ("moe", "ministry of education"),
    ],
)
def test_a_body_is_looked_up_by_its_other_names_and_those_of_before_and_after_a_reform(name: str, run: str) -> None:
    assert run in (*named()[name].own, *named()[name].reformed)


def test_a_body_is_not_looked_up_by_the_names_of_one_that_another_reform_made_a_part_of_its_successor() -> None:
    assert "质量技术监督" not in named()["工商"].reformed


def test_what_a_reader_is_told_is_not_what_was_typed() -> None:
    assert named()["卫健"].beside("卫健委")[0] == "卫生健康"
    assert "卫健" not in named()["卫健"].beside("卫健委")
    assert named()["公安"].beside("公安部门") == ("公安局",)
    assert named()["县政府"].beside("县政府") == ("县人民政府",)


@pytest.mark.parametrize("name", ["人民代表大会", "监察委员会", "消费者协会"])
def test_a_body_that_goes_by_one_name_has_no_other_that_nobody_uses(name: str) -> None:
    assert named()[name].beside(name) == ()


def test_every_name_stands_in_the_table_once_and_every_reform_names_bodies_of_it() -> None:
    names = Counter(name for body in BODIES for name in {*map(bare, body.names), *body.asked})
    assert set(names.values()) == {1}
    assert {name for reform in REFORMS for name in reform} <= {bare(body.names[0]) for body in BODIES}


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("县残联、市人大常委会和妇联", "县残疾人联合会、市人民代表大会常务委员会和妇女联合会"),
        ("中国人民银行和人民银行", "中国人民银行和中国人民银行"),
        ("成人大学与行政协议、县城管理和妇联合办", "成人大学与行政协议、县城管理和妇联合办"),
        ("人社部门", "人社部门"),
        ("乡镇政府和烟台市政府", "乡镇人民政府和烟台市人民政府"),
    ],
)
def test_short_names_are_put_in_full_where_they_are_names(text: str, full: str) -> None:
    assert in_full(text) == full
