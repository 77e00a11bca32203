"""Conditions and exceptions: what is one, in whatever shape it stands."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import rules

_EXCEPTIONS = {"exception", "dropped-exception", "added-exception"}


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("协会应当清扫店堂，排除胡须的外部隐患。", "协会应当清扫店堂。"),
        ("除发表本人的须谱及进行染须外，不得发布须情。", "除发表本人的须谱，或者进行染须外，不得发布须情。"),
        ("未登记的，没收剪刀。", "未登记的，或者虽经协会同意，但超过期限蓄须的，没收剪刀。"),
    ],
)
def test_what_only_looks_like_an_exception_is_none(base: str, target: str) -> None:
    assert not rules(base, target) & _EXCEPTIONS


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("除发表本人的须谱及进行染须外，不得发布须情。", "不得发布须情。"),
        ("除发表本人的须谱，或者进行染须外，会员不得发布须情。", "会员不得发布须情。"),
        ("会员应当登记，但持有须证的除外。", "会员应当登记。"),
    ],
)
def test_an_exception_that_is_gone_is_told(base: str, target: str) -> None:
    assert rules(base, target) & _EXCEPTIONS
