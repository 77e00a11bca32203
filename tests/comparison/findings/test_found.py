"""What a rule has found, as it is told."""

from __future__ import annotations

import pytest

from policydiff.comparison.findings.found import Found
from policydiff.messages import message_parts, quotations
from policydiff.model import FindingType

GONE = "街道办事处应当为染须者设立安静的休息区"
NEAR, FAR = "街道办事处为染须者提供休息场所", "学徒实习期满后可以申领剃刀"


@pytest.mark.parametrize("kind", ["dropped-duty", "added-duty"])
@pytest.mark.parametrize(("other", "is_apart"), [(NEAR, False), (FAR, True)])
def test_of_what_one_side_alone_says_only_near_words_of_the_other_are_read_out(
    kind: FindingType, other: str, is_apart: bool
) -> None:
    base, target = (GONE, other) if kind == "dropped-duty" else (other, GONE)
    told = Found(kind, kind, base, target).told("zh")
    assert (told.base, told.target) == (base, target)  # a program is told where it would stand
    assert told.apart == is_apart
    assert [other in words for words in (told.message, *quotations(told))].count(True) == (0 if is_apart else 2)
    assert ("{target}" in message_parts(told, "en")) == (kind == "added-duty" or not is_apart)


def test_what_both_sides_say_is_read_out_however_little_they_share() -> None:
    told = Found("scope", "scope", GONE, FAR).told("zh")
    assert not told.apart
    assert GONE in told.message
    assert FAR in told.message


def test_across_languages_and_between_english_words_nothing_is_taken_to_lie_apart() -> None:
    target = "The apprentice may apply."
    for base in (GONE, "The shop shall register."):
        assert not Found("dropped-duty", "dropped-duty", base, target).told("en").apart
