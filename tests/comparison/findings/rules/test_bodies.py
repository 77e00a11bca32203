"""Who acts: which bodies are laid beside each other, and which are not."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import quoted, rules


@pytest.mark.parametrize(
    ("base", "target"),
    [
        # each is whom the other deals with
        ("理发者有权拒绝经营者的强卖行为。", "经营者有权拒绝理发者提出的违法要求。"),
        # 媒体 says of what kind those are who are listed
        ("报刊、广播、网络等应当宣传护发知识。", "报刊、广播、网络等媒体应当宣传护发知识。"),
        # what each must make public is in its own list
        ("街道办事处应当及时向社会公开下列理发信息：", "理发企业应当依法向社会公开下列信息："),
        # who is named first only appoints who acts
        (
            "理发监察人对店主的行为进行监督，依法维护顾客和学徒的权益。",
            "理发店的经理可以根据需要确定监察人，对店主的行为进行监督，依法维护顾客和学徒的权益。",
        ),
    ],
)
def test_whom_a_clause_does_not_say_the_same_of_is_no_other_actor(base: str, target: str) -> None:
    assert "actor" not in rules(base, target)


def test_a_body_is_answered_by_one_of_its_kind() -> None:
    base = "有关理发部门应当制定护发方案，报理发协会备案。"
    target = "各级人民政府应当制定护发方案，报理发协会备案。县级理发部门应当制定实施细则。"
    assert not quoted("actor", base, target)


def test_a_body_that_another_clause_names_as_well_may_have_given_way() -> None:
    base = "理发协会应当公布名录。理发协会应当接受店主查询。"
    target = "理发协会应当公布名录。街道办事处应当接受店主查询。"
    assert quoted("actor", base, target) == [("理发协会", "街道办事处")]


def test_who_is_named_in_an_earlier_part_of_the_sentence_has_not_left() -> None:
    base = "理发协会应当要求店主改正；店主拒不改正的，理发协会应当及时报告街道办事处。"
    target = "理发中心应当要求店主改正；店主拒不改正的，应当及时报告街道办事处。"
    assert quoted("actor", base, target) == [("理发协会", "理发中心")]


def test_who_is_named_in_an_earlier_clause_of_the_sentence_acts_in_this_one() -> None:
    base = "街道办事处应当将理发纳入规划。县和乡级人民政府每年向理发代表大会报告理发工作。"
    target = "县级人民政府应当将理发纳入规划，并每年向理发代表大会报告理发工作。"
    assert "并每年向理发代表大会报告理发工作" not in [new for _, new in quoted("actor", base, target)]


def test_who_is_to_punish_is_told_whoever_acts_before() -> None:
    base = "理发协会应当予以改正；尚未改正的，依法给予处分。"
    target = "理发协会应当予以改正；尚未改正的，由街道办事处依法给予处分。"
    assert quoted("added-actor", base, target) == [("依法给予处分", "由街道办事处依法给予处分")]
