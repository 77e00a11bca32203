"""Which words of a clause command, forbid or allow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policydiff.gravity import place, weight
from policydiff.model import Finding
from policydiff.words_of_force import binds, force_of, has_force, is_at_stake

STATEMENT, PERMISSION, DUTY, PROHIBITION = range(4)


@pytest.mark.parametrize(
    ("clause", "force"),
    [
        ("理发店应当公开收费标准", DUTY),
        ("理发店不公开应当公开的收费标准", STATEMENT),
        ("必须登记的剪刀由协会保管", STATEMENT),
        ("应当由协会决定的其他事项", STATEMENT),
        ("会员应当是有须证的店主和依法成立的其他组织", DUTY),
        ("应缴纳的会费由协会收取", STATEMENT),
        ("理发店应当给予合理的补偿", DUTY),
        ("禁止在店内染须", PROHIBITION),
        ("以每月收入为应纳税所得额", STATEMENT),
        ("协会可以采取责令停业、禁止染须等措施", PERMISSION),
        ("其他禁止染须的场所由协会公布", STATEMENT),
        ("会员大会应有过半数的会员出席", DUTY),
        ("理发店配备应有的用具", STATEMENT),
        ("协会有权制止禁止行为", PERMISSION),
        ("在禁止的区域内染须", STATEMENT),
        ("鼓励和支持学徒", PERMISSION),
        ("给予精神鼓励或者物质奖励", STATEMENT),
        ("在禁止染须的场所以外染须", STATEMENT),
        ("在店内禁止染须", PROHIBITION),
        ("协会制定鼓励政策", STATEMENT),
    ],
)
def test_a_word_of_force_that_only_qualifies_a_thing_commands_nothing(clause: str, force: int) -> None:
    assert force_of(clause, "zh") == force


@pytest.mark.parametrize(
    ("words", "is_first"),
    [
        ("店主应当登记", True), ("店主应在五日内登记", True), ("店主须持证染须", True), ("严禁染须", True),
        ("不准染须", True), ("顾客有权拒绝", True), ("顾客享有拒绝染须的权利", True), ("店主可以染须", False),
        ("应当公开的信息", False), ("Shops are required to register.", True), ("Shops must not dye.", True),
        ("A customer is entitled to refuse.", True), ("Shops may dye.", False),
    ],
)  # fmt: skip
def test_what_is_read_first_and_what_the_rules_find_go_by_the_same_words_of_force(words: str, is_first: bool) -> None:
    added = Finding(type="added-duty", base="", target=words, message="", rule="added-duty")
    lost = Finding(type="dropped-duty", base=words, target="", message="", rule="dropped-duty")
    assert is_at_stake(words) is is_first
    assert (place(added) < place(replace(added, rule="added-element"))) is is_first
    assert (weight(lost) == "first") is is_first


@pytest.mark.parametrize(
    ("base", "target", "where"),
    [
        ("修改须谱的，必须经原批准机关批准", "修改须谱的，可以由编制机关自行修改", "first"),
        ("修改须谱的，必须经协会批准", "修改经批准的须谱的，报协会备案", "first"),
        ("修改须谱的，必须经协会批准", "修改须谱的，可以报店主委员会批准", "then"),
        ("修改须谱的，应当告知顾客", "修改须谱的，可以自行修改", "then"),
    ],
)
def test_leave_that_gives_way_to_a_choice_or_to_a_report_is_read_first(base: str, target: str, where: str) -> None:
    lost = Finding(type="dropped-duty", base=base, target=target, message="", rule="dropped-in-part")
    assert weight(lost) == where


@pytest.mark.parametrize(
    ("base", "target", "where"),
    [
        ("省、自治区、直辖市人民政府理发部门", "县级理发部门", "first"),
        ("省级以上人民政府", "县级以上人民政府", "first"),
        ("县级人民政府", "省人民政府", "then"),
        ("省级剪须主管部门", "省级城乡剪须主管部门", "then"),
        ("省级城乡剪须主管部门", "县级剪须主管部门", "first"),
        ("国务院理发部门", "市理发部门", "then"),
        ("各级人民政府", "乡镇人民政府", "then"),
        ("省人民政府", "人民政府", "then"),
    ],
)
def test_who_decides_on_a_lower_level_is_read_first(base: str, target: str, where: str) -> None:
    assert weight(Finding(type="actor", base=base, target=target, message="", rule="actor")) == where


def test_a_clause_may_command_and_forbid_at_once() -> None:
    clause = "理发店应当登记，不得染须"
    assert [force for force in (1, 2, 3) if has_force(clause, force)] == [DUTY, PROHIBITION]


@pytest.mark.parametrize(
    ("clause", "does"),
    [("店主不得染须", True), ("店主应当登记", True), ("店主可以染须", False), ("店主染须", False)],
)
def test_what_forbids_or_commands_binds_and_what_allows_or_states_does_not(clause: str, does: bool) -> None:
    assert binds(clause, "zh") is does
