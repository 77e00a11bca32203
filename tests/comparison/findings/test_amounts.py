"""When something is done: what is told of a change, and what is put in and left out at will."""

from __future__ import annotations

from tests.comparison.findings.reading import quoted, rules


def test_that_something_is_done_at_once_or_not_is_told() -> None:
    base, target = "发生须火的，店主应当立即组织灭火。", "发生须火的，店主应当组织灭火。"
    assert quoted("number", base, target) == [("店主应当立即组织灭火", "店主应当组织灭火")]
    assert "number" in rules(target, base)


def test_that_something_is_done_in_time_is_no_number() -> None:
    assert "number" not in rules("店主应当及时清扫地面。", "店主应当清扫地面。")


def test_at_once_in_other_words_is_no_number() -> None:
    assert "number" not in rules("发生须火的，店主方可组织灭火。", "发生须火的，店主立即组织灭火。")
