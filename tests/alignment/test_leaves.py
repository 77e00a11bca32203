"""Which leaves of units that belong together are linked, and which of those links are in doubt."""

from __future__ import annotations

import pytest
from tests.texts import parsed

from policydiff.alignment import align
from policydiff.alignment.leaves import leaf_traits
from policydiff.model import Link

LAW = """桥梁养护法
第一条 桥梁管理单位应当每年检查桥墩的冲刷情况，并建立检查档案。
检查发现桥墩基础外露的，应当立即设置警示标志，并组织加固。
县级以上人民政府应当将桥梁养护经费列入财政预算。
第二条 有下列行为之一的，处五百元罚款：
（一）在桥面晾晒谷物的；
（二）在桥孔内堆放易燃物品的。
第三条 禁止在桥面晾晒谷物，禁止在桥孔内堆放易燃物品。
"""
RULES = """甲市桥梁养护办法
第一条 桥梁管理单位应当于汛期前检查桥墩冲刷情况，检查档案保存三年。
发现桥墩基础外露的，应当设置警示标志并在十日内组织加固。
桥梁养护经费由市、县财政预算安排。
第二条 不得在桥面晾晒谷物，不得在桥孔内堆放易燃物品。
第三条 违反本办法，有下列行为之一的，处二百元罚款：
（一）在桥面晾晒谷物；
（二）在桥孔内堆放易燃物品。
"""


def links(base: str, target: str) -> list[Link]:
    return [link for link in align(parsed(base), parsed(target)).links if link.base and link.target]


def beside(base: str, target: str) -> dict[str, set[str]]:
    """The leaves of the target that each linked leaf of the base stands beside."""
    out: dict[str, set[str]] = {}
    for link in links(base, target):
        for eid in link.base:
            out.setdefault(eid, set()).update(link.target)
    return out


def test_each_paragraph_stands_beside_the_one_that_restates_it() -> None:
    found = beside(LAW, RULES)
    for number in (1, 2, 3):
        assert found[f"art_1__para_{number}"] == {f"art_1__para_{number}"}


def test_a_ban_stands_beside_the_ban_and_a_punished_act_beside_the_punished_act() -> None:
    found = beside(LAW, RULES)
    assert found["art_3__para_1"] == {"art_2__para_1"}
    assert found["art_2__para_1__point_1"] == {"art_3__para_1__point_1"}


def test_what_a_leaf_punishes_in_its_introduction_counts_as_its_own() -> None:
    base, target = parsed(LAW), parsed(RULES)
    known = leaf_traits(base, target)["sanction"]
    places = [{leaf.eid: n for n, leaf in enumerate(side.leaves())} for side in (base, target)]
    act, ban = places[0]["art_2__para_1__point_1"], places[0]["art_3__para_1"]
    assert known[act, places[1]["art_3__para_1__point_1"]] == 0
    assert known[act, places[1]["art_2__para_1"]] == 1
    assert known[ban, places[1]["art_3__para_1__point_1"]] == 1


def test_exchanging_the_documents_turns_every_trait_of_their_leaves_and_the_links() -> None:
    there, back = leaf_traits(parsed(LAW), parsed(RULES)), leaf_traits(parsed(RULES), parsed(LAW))
    for name, trait in there.items():
        assert trait == pytest.approx(back[name].T), name
    assert {(link.base, link.target) for link in links(LAW, RULES)} == {
        (link.target, link.base) for link in links(RULES, LAW)
    }


def test_of_units_that_belong_together_a_good_part_is_linked_though_a_sentence_is_in_doubt() -> None:
    law = "渡口法\n第一条 渡口经营者应当配备救生圈、救生衣，并每月检查渡船的锚链、缆绳。\n乘客应当听从渡工指挥。\n"
    rules = "渡口办法\n第一条 渡船的锚链、缆绳、救生衣，由渡口经营者每月检查。\n渡工应当经过培训。\n"
    assert "art_1__para_1" in beside(law, rules)["art_1__para_1"]


def test_a_pair_in_doubt_has_a_row_of_its_own_beside_the_sure_one() -> None:
    law = (
        "渡口法\n第一条 渡口经营者应当每月检查渡船的锚链、缆绳和救生衣，检查结果应当记入渡船档案，"
        "发现锚链断裂的，渡船不得载客。\n"
    )
    rules = (
        "渡口办法\n第一条 渡口经营者应当每月检查渡船的锚链、缆绳和救生衣。\n检查结果由渡口经营者书面报告。\n"
        "锚链断裂的渡船应当停航修理，修理费用由经营者承担。\n"
    )
    rests_on = {link.target: link.basis for link in links(law, rules)}
    assert rests_on == {("art_1__para_1",): "text", ("art_1__para_2",): "doubtful"}


def test_rules_without_a_word_in_common_have_no_linked_leaves() -> None:
    assert links("甲法\n第一条 桥墩。\n第二条 锚链。\n", "乙办法\n第一条 谷物。\n第二条 蜂箱。\n") == []
