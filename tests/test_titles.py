from __future__ import annotations

import pytest

from policydiff.titles import RULE_TITLE, cited


@pytest.mark.parametrize("line", ["胡须管理办法", "胡须管理办法（试行）", "Measures on Beards", "BEARD REGULATIONS"])
def test_a_rules_title_names_a_kind_of_rule(line: str) -> None:
    assert RULE_TITLE.fullmatch(line)


def test_the_name_of_an_office_is_no_rules_title() -> None:
    assert not RULE_TITLE.fullmatch("某街道办事处")


def test_a_title_within_a_title_is_cited_between_angles() -> None:
    assert cited("省实施《胡须法》办法") == "《省实施〈胡须法〉办法》"
    assert cited("《胡须法》") == "《胡须法》"
    assert cited("Beard Act") == "Beard Act"
