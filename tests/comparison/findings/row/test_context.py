"""What is gone or new is quoted with what it is said of."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import found, quoted

from policydiff.comparison.findings.row.changes import Quotation
from policydiff.comparison.findings.row.context import in_context
from policydiff.model import WHOLE


@pytest.mark.parametrize(
    ("words", "text", "quoted"),
    [
        ("应当重新登记", "染须店搬迁的，应当重新登记。", "染须店搬迁的，应当重新登记"),
        ("协会应当公布", "经查实的，协会应当公布。", "经查实的，协会应当公布"),
        ("方可开门", "店面验收合格后，方可开门。", "店面验收合格后，方可开门"),
        ("方可开门", "理发店应当登记。方可开门。", "方可开门"),  # nothing before it in its sentence
        ("不得染须", "学徒应当佩戴标志，不得染须；幼童不得染须。", "不得染须"),  # which of the two is not known
        ("方可开门", f"{'店面' * 40}验收合格后，方可开门。", "方可开门"),  # too long for a quotation
        ("并及时通知已经预约的顾客", "理发店应当公告，并及时通知已经预约的顾客。", "并及时通知已经预约的顾客"),
        ("理发店可以歇业，但是", "理发店可以歇业，但是，应当公告。", "理发店可以歇业，但是，应当公告"),
        ("理发店可以歇业，但是", f"理发店可以歇业，但是，应当{'在门口' * 20}公告。", "理发店可以歇业"),
        ("并纳入规划", "理发店应当商定措施，并纳入规划。", "理发店应当商定措施，并纳入规划"),  # what, else nobody knows
        ("其费用由店主承担", "协会可以代为清扫，其费用由店主承担。", "协会可以代为清扫，其费用由店主承担"),
    ],
)
def test_words_are_quoted_with_their_circumstance_and_with_what_they_point_back_to(
    words: str, text: str, quoted: str
) -> None:
    assert in_context(words, WHOLE, text) == quoted


def test_a_penalty_is_quoted_with_the_act_and_not_only_with_how_grave_it_is() -> None:
    text = "违反本办法规定，在街头染须的，由协会责令改正；情节严重的，可以处一百元罚款。"
    assert in_context("由协会责令改正", WHOLE, text) == "违反本办法规定，在街头染须的，由协会责令改正"
    assert in_context("可以处一百元罚款", WHOLE, text) == "情节严重的，可以处一百元罚款"
    text = "在街头染须的，责令清扫，情节严重的，可以处一百元罚款。"
    assert in_context("可以处一百元罚款", WHOLE, text) == text.rstrip("。")


@pytest.mark.parametrize(
    ("words", "text", "quoted"),
    [
        ("染须店歇业前", "染须店歇业前，应当公告，并通知顾客。", "染须店歇业前，应当公告"),
        ("对年老的顾客", "对年老的顾客，理发店应当上门服务。", "对年老的顾客，理发店应当上门服务"),
        ("理发店的布局规划", "理发店的布局规划，由协会组织编制。", "理发店的布局规划，由协会组织编制"),
        ("应当经协会审核后", "开办染须店的，应当经协会审核后，挂牌营业。", "开办染须店的，应当经协会审核后，挂牌营业"),
        ("理发店应当公告", "理发店应当公告，并通知顾客。", "理发店应当公告"),
    ],
)
def test_words_that_only_say_when_or_of_what_are_quoted_with_what_is_laid_down(
    words: str, text: str, quoted: str
) -> None:
    assert in_context(words, WHOLE, text) == quoted


def test_what_was_left_out_for_length_is_quoted_where_there_is_room() -> None:
    text = "理发店应当清扫地面，更换毛巾，公布价格。"
    told = in_context(Quotation("更换毛巾", before=True, behind=True), (True, True), text)
    assert told == text.rstrip("。")
    assert isinstance(told, Quotation)
    assert told.cut == WHOLE


def test_two_clauses_of_one_sentence_that_need_the_same_words_are_told_once() -> None:
    base = "理发店应当登记。幼童染须的，应当由家长陪同，家长应当签字。"
    target = "理发店应当登记。"
    assert [gone for gone, _ in quoted("dropped-duty", base, target)] == ["幼童染须的，应当由家长陪同，家长应当签字"]


def test_what_stands_beside_is_quoted_with_what_it_is_said_of_as_well() -> None:
    base = "染须店在开业前，应当公布每种染液的成分，并每月清洗染须的工具。"
    target = "染须店应当登记。染须店在开业前，应当公布每种染液的成分。"
    [(_, beside)] = quoted("dropped-duty", base, target)
    assert beside == "染须店在开业前，应当公布每种染液的成分"


def test_of_a_quotation_that_says_more_what_alone_is_gone_or_new_is_named() -> None:
    long, short = "理发店应当公布染须的价目，并书面告知顾客。", "理发店应当公布染须的价目。"
    [gone], [new] = found(long, short), found(short, long)
    assert (gone.base, gone.differing) == (long.rstrip("。"), (("并书面告知顾客", ""),))
    assert "“理发店应当公布染须的价目，并书面告知顾客”中的“并书面告知顾客”" in gone.message
    assert (new.target, new.differing) == (long.rstrip("。"), (("", "并书面告知顾客"),))
    [alone] = found("理发店应当登记。染须店搬迁的，应当重新领取标志。", "理发店应当登记。")
    assert not alone.differing
