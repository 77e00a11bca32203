"""How likely two units of Chinese rules belong together."""

from __future__ import annotations

import numpy as np
import pytest
from tests.texts import parsed

from policydiff.alignment.citations import cited, cited_of_other, named, numbered
from policydiff.alignment.evidence import Scores
from policydiff.alignment.likelihood import OF_UNITS, likelihood
from policydiff.alignment.units import units
from policydiff.alignment.wholes import TOGETHER, unit_traits

LAW = """桥梁养护法
第一条 为了加强桥梁养护，制定本法。
第二条 桥梁管理单位应当每年检查桥墩的冲刷情况，并建立检查档案。
第三条 禁止在桥面晾晒谷物、堆放肥料。
第四条 养护经费列入本级财政预算。
第五条 违反本法第三条规定的，由桥梁主管部门责令改正，处五百元罚款。
第六条 本法自公布之日起施行。
"""
RULES = """甲市实施《桥梁养护法》办法
第一条 根据《桥梁养护法》，制定本办法。
第二条 养护经费由市、县财政预算安排，专款专用。
第三条 桥梁管理单位每年汛期前检查桥墩冲刷，检查档案保存三年。
第四条 不得在桥面晾晒谷物、洗刷车辆。
第五条 古桥的保护由文物部门另行规定。
第六条 违反本办法第四条规定，拒不改正的，处二百元罚款。
第七条 本办法自公布之日起施行。
"""


def likely(base: str, target: str) -> Scores:
    known, possible, _ = unit_traits(parsed(base), parsed(target))
    return likelihood(known, possible, OF_UNITS, "zh")


def test_units_on_the_same_matter_are_likely_to_belong_together() -> None:
    found = likely(LAW, RULES)
    assert [(int(i) + 1, int(j) + 1) for i, j in np.argwhere(found >= TOGETHER)] == [(2, 3), (3, 4), (4, 2), (5, 6)]


def test_a_provision_of_its_own_belongs_to_none() -> None:
    assert likely(LAW, RULES)[:, 4].max() < TOGETHER


def test_exchanging_the_documents_turns_every_trait() -> None:
    there, may_there, formal_there = unit_traits(parsed(LAW), parsed(RULES))
    back, may_back, formal_back = unit_traits(parsed(RULES), parsed(LAW))
    for name, trait in there.items():
        assert trait == pytest.approx(back[name].T), name
    assert (may_there == may_back.T).all()
    assert (formal_there == formal_back.T).all()


def test_a_text_that_is_not_cut_into_articles_need_share_less() -> None:
    text = RULES.translate({ord("第"): None}).replace("条 ", "、")
    known, possible, _ = unit_traits(parsed(LAW), parsed(text))
    as_rule = likelihood(known | {"free": np.zeros(possible.shape)}, possible, OF_UNITS, "zh")
    freely = likelihood(known, possible, OF_UNITS, "zh")
    assert (freely >= as_rule).all()
    assert freely.sum() > as_rule.sum()
    assert not unit_traits(parsed(LAW), parsed(RULES))[0]["free"].any()


def test_sanctions_for_corresponding_duties_know_of_each_other() -> None:
    known, _, _ = unit_traits(parsed(LAW), parsed(RULES))
    assert known["punished"][4, 5] > 0
    assert np.count_nonzero(known["punished"]) == 1


def test_documents_of_one_article_have_traits() -> None:
    found = likely("甲规则\n第一条 养护桥梁。\n", "乙规则\n第一条 养护桥梁。\n")
    assert found.shape == (1, 1)
    assert 0 <= found[0, 0] <= 1


def test_a_unit_cites_the_articles_of_its_own_document_and_no_others() -> None:
    side = units(parsed(LAW))
    assert numbered(side) == {n: n - 1 for n in range(1, 7)}
    assert cited(["违反本法第三条、第二条规定的", "依照《公路法》第四条处罚"], side) == [[1, 2], []]
    assert cited(["违反本法第3条、第2条规定的"], side) == [[1, 2]]
    assert cited(["按照第九十条办理"], side) == [[]]
    assert cited(["违反《公路法》第三条规定，依照本法第四条处理"], side) == [[3]]


def test_a_unit_cites_the_other_document_by_its_title() -> None:
    side = units(parsed(LAW))
    texts = ["违反《桥梁养护法》第三条第一款、第四条的", "违反《中华人民共和国桥梁养护法》第二条的"]
    assert cited_of_other([*map(named, texts)], "桥梁养护法", side) == [[2, 3], [1]]
    assert cited_of_other([named("违反《公路法》第三条的")], "桥梁养护法", side) == [[]]


def test_a_document_without_a_title_is_cited_by_none() -> None:
    texts = ["违反《》第三条的", "违反《桥》第三条的"]
    assert cited_of_other([*map(named, texts)], "", units(parsed(LAW))) == [[], []]
