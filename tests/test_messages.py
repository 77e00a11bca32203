"""What a finding says is said of every rule, and of the two texts as they are to each other."""

from __future__ import annotations

import pytest

from policydiff.messages import MESSAGE, message
from policydiff.model import Language
from policydiff.wording import ROLES, RULE


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_of_a_finding_has_a_name_of_its_own(language: Language) -> None:
    assert set(RULE) == set(MESSAGE)
    names = [words[language] for words in RULE.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", sorted(set(MESSAGE) - {"cited-title", "untranslated"}))
def test_a_finding_speaks_of_a_superior_only_where_there_is_one(rule: str, language: Language) -> None:
    for base, target in (("甲", "乙"), ("甲", ""), ("", "乙")):
        said = message(rule, base, target, language, roles=ROLES["revised"])
        assert "上位法" not in said
        assert "superior" not in said
        assert "{" not in said
