from __future__ import annotations

import re

import pytest

from policydiff.expressions import expression


def test_an_expression_answers_as_a_compiled_pattern_does() -> None:
    found = expression("a(?P<n>\\d)", re.IGNORECASE)
    assert found.pattern == "a(?P<n>\\d)"
    assert [one["n"] for one in found.finditer("a1 A2")] == ["1", "2"]
    assert found.sub("-", "a1 A2") == "- -"
    assert found.flags & re.IGNORECASE


def test_an_expression_is_compiled_when_it_is_asked_and_not_before() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.search("")
