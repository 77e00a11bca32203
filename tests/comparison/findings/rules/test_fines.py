"""Fines beside the fines of the superior for the same act, for the same people and in the same case."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, told_in_row
from tests.comparison.findings.terms.test_acts import listing

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.comparison.findings import Frame, added_findings, row_findings
from policydiff.model import Link

OPENS, SELLS = "未经登记擅自开办染须店的", "向学徒强卖掺假须膏的"
FINE = "处一万元以上五万元以下罚款"


def told(base: str, target: str) -> set[tuple[str, str, str]]:
    """What is told of the fines of a row."""
    return {one for one in told_in_row(base, target) if "fine" in one[0] or "罚款" in one[1]}


@pytest.mark.parametrize(
    ("fine", "rule"),
    [
        ("处一万元以上八万元以下罚款", "fine-beyond"),
        ("处五千元以上五万元以下罚款", "fine-beyond"),
        ("处二万元以上五万元以下罚款", "fine-narrowed"),
        ("处违法所得二倍以下罚款", "fine-reckoned"),
    ],
)
def test_a_range_that_goes_beyond_keeps_within_or_is_reckoned_otherwise_is_told_as_that(fine: str, rule: str) -> None:
    assert told(f"{OPENS}，{FINE}。", f"{OPENS}，{fine}。") == {(rule, FINE, fine)}


@pytest.mark.parametrize("fine", ["处1万元以上5万元以下的罚款", "处一万元至五万元罚款", "处一至五万元罚款"])
def test_the_same_range_in_other_numerals_is_not_told(fine: str) -> None:
    assert not told(f"{OPENS}，{FINE}。", f"{OPENS}，{fine}。")


def test_each_fine_stands_beside_the_one_for_its_act() -> None:
    base = f"{OPENS}，{FINE}；{SELLS}，处三百元以下罚款。"
    target = f"{SELLS}，处五百元以下罚款；{OPENS}，处二万元以下罚款。"
    assert told(base, target) == {
        ("fine-beyond", "处三百元以下罚款", "处五百元以下罚款"),
        ("fine-beyond", FINE, "处二万元以下罚款"),
    }


def test_a_fine_stands_beside_the_one_for_the_same_people() -> None:
    base = f"{OPENS}，对单位处一万元以上五万元以下罚款，对个人处一千元以下罚款。"
    target = f"{OPENS}，对个人处二千元以下罚款，对单位处一万元以上五万元以下罚款。"
    assert told(base, target) == {("fine-beyond", "对个人处一千元以下罚款", "对个人处二千元以下罚款")}


def test_a_fine_for_anybody_is_one_for_individuals_too() -> None:
    base = f"{OPENS}，对单位处一万元以上五万元以下罚款，对个人处一千元以下罚款。"
    assert not any(rule == "dropped-fine" for rule, *_ in told(base, f"{OPENS}，{FINE}。"))


def test_a_range_that_units_and_individuals_share_is_not_narrowed_by_being_told_apart() -> None:
    apart = f"{OPENS}，对个人处一万元以上二万元以下罚款，对单位处二万元以上五万元以下罚款。"
    assert not any("fine" in rule for rule, *_ in told(f"{OPENS}，{FINE}。", apart))
    beyond = apart.replace("五万元", "八万元")
    assert any(rule == "fine-beyond" for rule, *_ in told(f"{OPENS}，{FINE}。", beyond))


def test_a_fine_that_both_leave_open_is_none_of_another_amount() -> None:
    base, target = f"{OPENS}，由协会处罚款。", f"{OPENS}，由协会会长处罚款。"
    assert not any("fine" in rule or rule in ("left-open", "number") for rule, *_ in told(base, target))


def test_a_fine_stands_beside_the_one_in_the_same_case() -> None:
    base = f"{OPENS}，{FINE}；情节严重的，处十万元以下罚款。"
    target = f"{OPENS}，{FINE}；情节严重的，处二十万元以下罚款。"
    assert told(base, target) == {("fine-beyond", "情节严重的，处十万元以下罚款", "情节严重的，处二十万元以下罚款")}


def test_a_heavier_case_and_a_fine_for_individuals_that_one_side_alone_has_are_told_as_that() -> None:
    plain, graver = f"{OPENS}，{FINE}。", f"{OPENS}，{FINE}；情节严重的，处五万元以上十万元以下罚款。"
    officers = "对直接负责的主管人员处一千元以下罚款"
    assert told(graver, plain) == {("dropped-fine", "情节严重的，处五万元以上十万元以下罚款", FINE)}
    assert ("dropped-fine", officers, FINE) in told(f"{OPENS}，{FINE}，{officers}。", plain)
    assert ("added-fine", FINE, officers) in told(plain, f"{OPENS}，{FINE}，{officers}。")


def test_several_cases_within_the_one_range_of_the_superior_are_not_told() -> None:
    steps = "情节较轻的，处一万元以上二万元以下罚款；情节严重的，处二万元以上五万元以下罚款"
    assert not told(f"{OPENS}，{FINE}。", f"{OPENS}，{steps}。")


def test_a_fine_that_is_only_for_who_does_not_put_it_right_is_for_another_case() -> None:
    late = f"逾期不改正的，{FINE}"
    assert told(f"{OPENS}，责令改正，{FINE}。", f"{OPENS}，责令改正；{late}。") == {("fine-case", FINE, late)}


def test_a_fine_of_a_provision_that_is_added_stands_beside_the_one_for_its_act_anywhere() -> None:
    base, text = document("店主应当登记。", f"{OPENS}，{FINE}。"), f"{OPENS}，处八万元以下罚款。"
    found = added_findings(text, Frame.of(base, document(text)), ("art_1",))
    assert [(one.rule, one.base) for one in found] == [("fine-beyond", FINE)]


def test_what_is_fined_is_not_also_told_as_gone_or_new() -> None:
    rules = {rule for rule, *_ in told_in_row(f"{OPENS}，{FINE}。", f"{OPENS}，没收须膏，处八万元以下罚款。")}
    assert "fine-beyond" in rules
    assert "dropped-duty" not in rules


def test_the_fines_of_one_article_that_say_how_much_an_open_fine_is_are_one_finding() -> None:
    base = listing("店主有下列行为之一的，责令改正，可以并处罚款：", OPENS, SELLS)
    items = f"{OPENS}，处五百元以下罚款", f"{SELLS}，处三百元以下罚款"
    found = compare(align(base, listing("违反本办法的，按照下列规定处罚：", *items))).all_findings()
    (one,) = [one for one in found if one.rule == "left-open"]
    assert (one.base, one.count) == ("可以并处罚款", 2)
    assert "等2项" in one.message


def test_beside_a_fine_for_an_act_that_the_superior_does_not_fine_stands_what_comes_near_in_the_row() -> None:
    base = "在须市上出售旧须刷的，处一百元以下罚款。"
    link = Link(base=("art_1",), target=("art_1",), basis="doubtful", score=0.3)
    text = "在须市上不清洗店面和剪刀的，由协会依法予以告诫，并处五百元以下罚款。"
    frame = Frame.of(document(base), document(text), (link,))
    found = row_findings(base, text, frame, link.sides, basis="doubtful", score=0.3)
    assert {one.base[-8:] for one in found if one.rule in ("added-fine", "new-penalty")} == {"处一百元以下罚款"}


def test_for_what_a_fine_is_reckoned_is_no_amount_of_its_own() -> None:
    base = "强迫学徒加班的，责令改正，处以罚款。"
    told = told_in_row(base, "强迫学徒加班的，责令改正，并按每人每超过工作时间一小时处以五十元以下罚款。")
    assert [old for rule, old, _ in told if rule in ("left-open", "number")] == ["处以罚款"]


def test_a_fine_for_individuals_is_none_beside_one_for_units() -> None:
    base, target = "在街头染须的，对单位处五百元罚款。", "在街头染须的，对个人处二百元罚款。"
    assert {rule for rule, _, _ in told(base, target)} == {"dropped-fine", "added-fine"}
