"""Conditions and exceptions: what is one, in whatever shape it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.comparison.findings.reading import document, found, quoted, rules

from policydiff.comparison.findings import Frame, row_findings
from policydiff.comparison.findings.powers.words.penalties import GOES_ON
from policydiff.comparison.findings.terms.acts import acts
from policydiff.model import Both, Document, Link, Provision

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


def test_what_follows_on_a_lone_but_is_its_exception_whatever_another_article_says() -> None:
    base, target = "染须应当登记；但是，协会另有规定的，从其规定。", "染须应当登记。"
    told = found(base, target, elsewhere="剪须应当登记，协会另有规定的，从其规定。")
    assert [f.base for f in told if f.rule == "dropped-exception"] == ["但是，协会另有规定的，从其规定"]


def test_a_condition_is_quoted_with_what_it_is_a_condition_of_and_named() -> None:
    base, target = "理发师可以开店，国家给予补贴。", "理发师可以开店，经协会审核同意的，国家给予补贴。"
    (told,) = [one for one in found(base, target) if one.rule == "added-condition"]
    assert (told.base, told.target) == ("国家给予补贴", "经协会审核同意的，国家给予补贴")
    assert told.differing == (("", "经协会审核同意的"),)
    assert "中的“经协会审核同意的”" in told.message


@pytest.mark.parametrize(
    "case", ["持有效须证", "征得店主同意", "如果协会认为必要", "在不影响染须的前提下", "逾期不申请的"]
)
def test_a_step_or_a_ground_put_before_what_both_sides_lay_down_is_a_condition(case: str) -> None:
    base = "会员可以在郊县开店，并公布名录。"
    assert "added-condition" in rules(base, f"{case}，{base}")
    assert "dropped-condition" in rules(f"{case}，{base}", base)


@pytest.mark.parametrize(
    "case", ["有下列情形之一的", "协会接到申请后", "染须时", "给会员造成损失的", "有前款规定情形的", "构成犯罪的"]
)
def test_what_announces_a_list_or_says_when_a_thing_comes_about_is_no_condition(case: str) -> None:
    base = "会员可以在郊县开店，并公布名录。"
    assert "added-condition" not in rules(base, f"{case}，{base}")


def test_a_condition_said_elsewhere_in_the_article_for_another_thing_is_gone_where_it_is_not_said() -> None:
    base = "染须谱经店主会议决定张贴。会员不满意的，可以要求协会再作答复。"
    target = "染须谱经店主会议决定张贴。会员不满意的，经会长同意，可以要求协会再作答复。"
    assert "added-condition" in rules(base, target)


def test_what_another_body_does_or_in_another_matter_is_not_held_to_a_condition() -> None:
    base = "理发店登记簿，应当报协会备案。"
    target = "确有困难的，染须店登记簿，应当报会员大会备案。"
    assert "added-condition" not in rules(base, target)
    base = "协会应当予以警告。持有须证的，会员应当依法承担责任。"
    assert "dropped-condition" not in rules(base, "会员应当予以配合。")


def test_a_case_of_what_both_sides_lay_down_is_a_condition() -> None:
    assert rules("未经登记，情节严重的，没收剪刀。", "未经登记，没收剪刀。") == {"dropped-condition"}
    base = "由理发协会给予补贴，并公布名录。"
    assert rules(base, "在郊县开店的会员，" + base) == {"added-condition"}


@pytest.mark.parametrize(
    "besides",
    ["除履行登记义务外，还应当张贴须谱。", "除依法追究有关会员的责任外，由协会公布名单。"],
)
def test_what_holds_besides_is_no_exception(besides: str) -> None:
    common = "理发店应当每年向协会登记。"
    assert rules(common, common + besides) == {"added-duty"}
    assert rules(common + besides, common) == {"dropped-duty"}


def test_a_rule_that_is_new_with_its_exception_is_a_new_rule() -> None:
    common = "理发店应当每年向协会登记。"
    assert rules(common, common + "会员应当清扫店堂，协会另有规定的除外。") == {"added-duty"}
    power = "为应急需要，协会可以借用剪刀，但应当立即归还，并登记。"
    assert rules(common + power, common + "并登记。") == {"dropped-duty"}
    assert "added-exception" in rules(common, common + "但是，协会另有规定的除外。")
    assert "added-exception" in rules(common, "除协会另有规定外，" + common)


def test_in_a_doubtful_row_the_case_of_a_rule_is_no_condition_of_another() -> None:
    base = "理发店应当每年申报一次，报送店员名册。"
    target = "确有困难的，理发店应当每年申报一次，报送店员名册。"
    frame = Frame.of(document(base), document(target))
    told = [row_findings(base, target, frame, basis=basis, score=0.2) for basis in ("text", "doubtful")]
    assert ["added-condition" in {f.rule for f in found} for found in told] == [True, False]


def test_a_contrast_inside_a_condition_is_no_exception() -> None:
    base = "理发店虽经协会同意，但未按照要求清扫店堂的，没收剪刀。"
    assert not rules(base, "没收剪刀。") & {"dropped-exception", "exception"}
    assert "dropped-exception" in rules("没收剪刀，但理发店已经清扫店堂的除外。", "没收剪刀。")


@pytest.mark.parametrize("side", [0, 1])
def test_one_case_put_for_another_is_none_dropped_or_added(side: int) -> None:
    texts = "店规未作规定的，由协会主持转让剪刀。", "理发店不能按照决议处置的，由协会主持转让剪刀。"
    base, target = texts[:: 1 if side else -1]
    assert not rules(base, target) & {"dropped-condition", "added-condition"}


@pytest.mark.parametrize("end", ["期限届满", "须证有效期届满", "聘用期满"])
def test_the_end_of_a_time_is_a_condition_and_no_duty(end: str) -> None:
    assert rules("协会应当公布名录。", f"{end}，协会应当公布名录。") == {"added-condition"}


_CASES = ("（一）胡须过长的；", "（二）染液过期的。")
_FREE = "会员可以解除染须合同。"


def _with_items(intro: str, *items: str) -> Document:
    """A document of one article, with the items of a list below it."""
    children = tuple(Provision(eid=f"art_1__point_{n}", level="point", text=text) for n, text in enumerate(items, 1))
    article = Provision(eid="art_1", level="article", text=intro, children=children)
    return replace(document(intro), provisions=(article,))


def _of_its_list(base: Document, target: Document, *paired: str) -> list[tuple[str, ...]]:
    """The conditions told as gone of two articles, those items being laid beside the target's article or its items."""
    introductions = {"art_1", *paired}
    links = [
        Link(base=(leaf.eid,), target=(leaf.eid,) if leaf.eid in introductions else (), basis="text", score=1.0)
        for leaf in base.leaves()
    ]
    sides = base.provisions[0].text, target.provisions[0].text
    told = row_findings(*sides, Frame.of(base, target, tuple(links)), Both(("art_1",), ("art_1",)))
    return [words for one in told if one.rule in ("dropped-condition", "added-condition") for words in one.differing]


@pytest.mark.parametrize("case", ["有下列情形之一的", "有下列情形之一，需要更换染液的"])
def test_a_list_of_grounds_that_is_gone_with_all_its_items_is_a_condition_that_is_gone(case: str) -> None:
    base = _with_items(f"{case}，{_FREE[:-1]}：", *_CASES)
    lists = case.split("，")[0]
    freed = f"{case}，{_FREE}".removeprefix(f"{lists}，")
    assert _of_its_list(base, document(freed)) == [(lists, "")]


def test_a_list_of_grounds_of_which_an_item_or_the_announcement_stays_is_not_gone() -> None:
    base = _with_items(f"有下列情形之一的，{_FREE[:-1]}：", *_CASES)
    kept = _with_items(_FREE, *_CASES)
    assert not _of_its_list(base, kept, "art_1__point_1")
    assert not _of_its_list(base, kept)
    for words in (f"染液过期的，{_FREE}", "会员在下列情形下可以解除染须合同。"):
        assert not _of_its_list(base, document(words))
    assert not _of_its_list(document(_FREE), base)


def test_the_breach_of_a_whole_law_is_no_condition_of_what_is_done_then() -> None:
    assert "dropped-condition" not in rules("违反本法的，协会应当公布名录。", "协会应当公布名录。")


def test_a_case_is_one_of_the_first_thing_that_is_commanded_in_it_whatever_follows() -> None:
    held = "染须店应当退还费用，不得拖延时间。"
    assert "dropped-condition" in rules(f"顾客要求退款的，{held}", held)


def test_what_holds_besides_is_no_exception_though_another_one_is_gone() -> None:
    base = "除依法登记外，染须店还应当公示染液。除老店外，店主应当缴费。"
    told = [one for one in found(base, "染须店应当公示染液。店主应当缴费。") if one.rule == "dropped-exception"]
    assert ["老店" in one.base for one in told] == [True]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        # the answer is a case itself, a topic, a duty where the other is a ban
        ("顾客要求的，染须店公示染液名称和价目。", "染须店公示染液名称和价目的，予以登记。"),
        ("经协会同意，染须店办理染液的登记。", "染须店染液的登记，由协会办理。"),
        ("顾客同意的，染须店不得延长营业时间。", "染须店应当延长营业时间。"),
    ],
)
def test_what_is_laid_down_on_one_side_alone_is_not_held_to_a_condition(base: str, target: str) -> None:
    assert "dropped-condition" not in rules(base, target)
