"""Which words of a clause command, forbid or allow."""

from __future__ import annotations

import pytest

from policydiff.comparison.findings.terms.words_of_force import binds, force_of, has_force

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


def test_a_clause_may_command_and_forbid_at_once() -> None:
    clause = "理发店应当登记，不得染须"
    assert [force for force in (1, 2, 3) if has_force(clause, force)] == [DUTY, PROHIBITION]


@pytest.mark.parametrize(
    ("clause", "does"),
    [("店主不得染须", True), ("店主应当登记", True), ("店主可以染须", False), ("店主染须", False)],
)
def test_what_forbids_or_commands_binds_and_what_allows_or_states_does_not(clause: str, does: bool) -> None:
    assert binds(clause, "zh") is does
