"""An element of a list is told where it changes what anybody must or may do, and no example or principle is."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import rules

OF_LISTS = {"dropped-element", "added-element"}


def told(base: str, target: str) -> set[str]:
    """Which rules on lists find something; none may be taken up by the rules on what else a clause says."""
    return rules(base, target) & {*OF_LISTS, "scope"}


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("组织染须、烫须等活动的店主应当登记。", "组织染须、烫须、卷须等活动的店主应当登记。"),
        ("协会应当公布店名、地址、价格、时间等信息。", "协会应当公布店名、地址、价格、时间、电话等信息。"),
        (
            "禁止在店内焚香、点烛、烧纸、放炮等危害安全的活动。",
            "禁止在店内焚香、点烛、烧纸、放炮、吸烟等危害安全的活动。",
        ),
        (
            "协会会同公安、民政、卫生、财政以及其他有关部门检查。",
            "协会会同公安、民政、卫生、财政、教育等有关部门检查。",
        ),
        ("任何人可以向协会、其他有关部门举报。", "任何人可以向协会、市容管理部门、其他有关部门举报。"),
    ],
)
def test_what_the_list_of_the_base_leaves_room_for_is_not_new(base: str, target: str) -> None:
    assert not told(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("理发店登记应当提交店主身份证明、店堂图等材料。", "理发店登记应当提交店主身份证明、店堂图、资金证明等材料。"),
        ("染须，是指用颜料、墨汁、茶水、草汁等改变须色。", "染须，是指用颜料、墨汁、茶水、草汁、矿粉等改变须色。"),
        (
            "协会可以采取封存剪刀、扣押围布等强制措施。",
            "协会可以采取封存剪刀、扣押围布、关闭店堂等强制措施。",
        ),
        ("在店内染须、烫须的，处罚款。", "在店内染须、烫须、卷须的，处罚款。"),
    ],
)
def test_an_element_is_new_where_each_counts_or_the_list_is_closed(base: str, target: str) -> None:
    assert "added-element" in told(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("理发实行自愿、便民、卫生的原则。", "理发实行自愿、便民、卫生、节俭的原则。"),
        ("理发坚持自愿、便民、卫生相结合。", "理发坚持自愿、便民、节俭、卫生相结合。"),
        ("协会应当提高店主的防火、防滑能力。", "协会应当提高店主的防火、防滑、防盗能力。"),
        ("执行须谱、店规，成绩显著的，给予表彰。", "执行须谱、店规、价目，成绩显著的，给予表彰。"),
    ],
)
def test_principles_merits_and_skills_bind_nobody(base: str, target: str) -> None:
    assert not told(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("理发实行自愿、便民、卫生、节俭的原则。", "染须和理发实行自愿、便民、卫生的原则。"),
        ("协会应当提高店主的防火、防滑、防盗能力。", "协会应当不断提高店主和学徒的防火、防滑能力。"),
    ],
)
def test_principles_and_skills_of_a_clause_put_otherwise_are_not_missed(base: str, target: str) -> None:
    assert "dropped-element" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "gone"),
    [
        ("理发实行自愿、便民、卫生、节俭的原则。", "、卫生"),
        ("码头、车站、机场、商场、公园等公共场所应当设立理发点。", "、商场"),
        ("执行须谱、店规、价目，成绩显著的，给予表彰。", "、店规"),
    ],
)
def test_an_element_taken_out_of_a_clause_that_else_stays_is_told_whatever_the_list_is_of(base: str, gone: str) -> None:
    assert "dropped-element" in rules(base, base.replace(gone, ""))


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("引导店主及时、有序开展义务理发。", "引导店主及时、安全、有序开展义务理发。"),
        ("协会维护店主、学徒和顾客的合法权益。", "协会维护店主、学徒、帮工和顾客的合法权益。"),
        ("协会为其染须、烫须提供便利和帮助。", "协会为其染须、烫须、卷须提供便利和帮助。"),
    ],
)
def test_a_manner_and_wider_protection_are_nothing_new(base: str, target: str) -> None:
    assert not told(base, target)


def test_one_kind_of_what_the_base_lists_is_nothing_new() -> None:
    base = "店主应当登记染须、烫须、收费、机动车。"
    assert not told(base, "店主应当登记染须、烫须、收费、冷烫须、机动车。")
    assert "added-element" in told(base, "店主应当登记染须、烫须、收费、非机动车、机动车。")


def test_whom_protection_leaves_out_is_told() -> None:
    base, target = "协会维护店主、学徒、帮工和顾客的合法权益。", "协会维护店主、学徒和顾客的合法权益。"
    assert "dropped-element" in told(base, target)


def test_an_example_of_what_both_lists_call_by_one_name_is_not_missed() -> None:
    base = "码头、车站、机场、商场、公园等公共场所应当设立理发点。"
    assert not told(base, "本街道的码头、车站、机场、公园等公共场所应当设立理发点。")
    assert "dropped-element" in told(base, "码头、车站、机场、公园应当设立理发点。")


def test_of_what_must_be_listed_each_is_missed_though_both_lists_are_open() -> None:
    base = "协会应当列明依据、收取单位、开具单位、办理指南等内容。"
    assert "dropped-element" in told(base, "协会应当列明依据、开具单位、办理指南等内容。")
