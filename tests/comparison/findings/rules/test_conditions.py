"""Conditions and exceptions: what is one, in whatever shape it stands."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, quoted, rules

from policydiff.comparison.findings.powers.words_of_power import GOES_ON
from policydiff.comparison.findings.terms.acts import acts

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


@pytest.mark.parametrize(
    ("base", "target"),
    [
        (
            "须谱应当张贴。会员需要延续经营须店的应当登记。",
            "需要延续经营的，须谱应当张贴。会员需要延续经营须店的应当登记。",
        ),
        (
            "须谱应当张贴。法律对店堂另有规定的，适用其规定。店主应当清扫店堂。",
            "须谱应当张贴。店堂的会员、学徒安全另有规定的，店主应当清扫店堂。",
        ),
        ("须谱应当张贴。店主应当清扫店堂。", "须谱应当张贴。在本省行政区域内从事清扫活动的，店主应当清扫店堂。"),
    ],
)
def test_a_condition_that_the_other_side_sets_in_another_shape_is_not_new(base: str, target: str) -> None:
    assert "added-condition" not in rules(base, target)


def test_a_condition_that_the_other_side_does_not_set_is_new() -> None:
    base, target = "理发店应当登记。须谱应当张贴在门口。", "理发店应当登记。有学徒的，须谱应当张贴在门口。"
    assert rules(base, target) == {"added-condition"}
    assert rules(target, base) == {"dropped-condition"}


def test_a_duty_that_is_gone_or_new_with_its_condition_is_no_condition_of_another() -> None:
    base, target = "染须规划由会员组织编写，征求各店意见后，报省人民政府批准。", "报省人民政府批准。"
    assert rules(base, target) == {"dropped-duty"}
    assert rules(target, base) == {"added-duty"}


def test_a_breach_that_is_punished_no_more_or_anew_is_no_condition() -> None:
    base = "染须不用毛巾的，伪造须谱的，由理发协会责令改正，没收剪刀。"
    for breach in ("染须不用毛巾的，", "伪造须谱的，"):
        less = base.replace(breach, "")
        assert "dropped-duty" in rules(base, less)
        assert "dropped-condition" not in rules(base, less)
        assert "added-duty" in rules(less, base)
        assert "added-condition" not in rules(less, base)


@pytest.mark.parametrize("degree", ["情节严重的，", "拒不改正的，", "造成严重后果的，"])
def test_how_grave_a_breach_is_is_a_condition_of_its_penalty(degree: str) -> None:
    base = f"染须不用毛巾的，由理发协会责令改正；{degree}没收剪刀。"
    assert "dropped-condition" in rules(base, base.replace(degree, ""))


@pytest.mark.parametrize("how", ["情节严重的", "逾期不改正的", "再次违反的", "屡次违反的"])
def test_how_grave_a_breach_is_is_a_condition_of_its_penalty_and_no_act(how: str) -> None:
    act = "店主未经登记擅自染须的，由协会予以警告"
    base, target = f"{act}；{how}，由协会责令停业。", f"{act}，由协会责令停业。"
    assert quoted("dropped-condition", base, target)
    assert acts(document(base)).of("由协会责令停业", ["art_1"]) == ("店主未经登记擅自染须",)
    assert GOES_ON.match(how)
