"""What a rule has found, as it is told."""

from __future__ import annotations

import pytest

from policydiff.build.store import packed, unpacked
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.row.changes import Quotation
from policydiff.messages import message_parts, quotations
from policydiff.model import Finding, FindingType

GONE, NEAR = "街道办事处应当为染须者设立安静的休息区", "街道办事处为染须者提供休息场所"
FAR = "学徒实习期满后可以申领剃刀"


def _told(rule: str, kind: FindingType, other: str) -> Finding:
    return Found(rule, kind, *((GONE, other) if kind == "dropped-duty" else (other, GONE))).told("zh")


@pytest.mark.parametrize("kind", ["dropped-duty", "added-duty"])
def test_of_what_one_side_alone_says_the_place_on_the_other_is_not_read_out(kind: FindingType) -> None:
    told = _told(kind, kind, FAR)
    assert FAR in (told.base, told.target)  # a program is told where it would stand
    assert told.apart
    assert not [words for words in (told.message, *quotations(told)) if FAR in words]
    assert ("{target}" in message_parts(told, "en")) == (kind == "added-duty")


@pytest.mark.parametrize(("rule", "kind"), [("dropped-in-part", "dropped-duty"), ("added-in-part", "added-duty")])
def test_what_comes_near_is_read_out_beside_what_may_be_said_in_part(rule: str, kind: FindingType) -> None:
    told = _told(rule, kind, NEAR)
    assert not told.apart
    assert GONE in told.message
    assert NEAR in told.message


def test_the_words_of_a_finding_are_plain_so_that_a_build_can_file_and_read_them() -> None:
    cut = Quotation(GONE, behind=True)
    told = Found("scope", "scope", cut, Quotation(NEAR), differing=((cut, Quotation("")),), cited=cut).told("zh")
    words = (told.base, told.target, told.cited, told.message, *told.differing[0])
    assert {type(one) for one in words} == {str}
    assert unpacked(packed(told)) == told


def test_what_both_sides_say_is_read_out_however_little_they_share() -> None:
    told = Found("scope", "scope", GONE, FAR).told("zh")
    assert not told.apart
    assert GONE in told.message
    assert FAR in told.message


def test_across_languages_and_between_english_words_nothing_is_taken_to_lie_apart() -> None:
    target = "The apprentice may apply."
    for base in (GONE, "The shop shall register."):
        assert not Found("dropped-duty", "dropped-duty", base, target).told("en").apart
