"""A clause that a sentence of the other side says in another order and style."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found, quoted, rules

from policydiff.comparison.clauses import clauses
from policydiff.comparison.findings.row.elsewhere import Elsewhere
from policydiff.comparison.findings.row.said import is_said

CLAUSE = "会员大会有权撤销或者变更理事会不适当的决定"


def said(clause: str, row: str, elsewhere: str = "") -> bool:
    """Whether the row or another provision says a clause."""
    return is_said(clauses(clause, "zh")[0], row, Elsewhere(document(row, elsewhere)))


def test_a_clause_is_said_by_a_sentence_of_the_row_in_another_order_and_with_other_words_of_style() -> None:
    assert said(CLAUSE, "会员大会审议报告，撤销或者改变会长和理事会不适当的决定。")
    assert said("应当公布染须店的收费标准", "协会审定的收费标准，由染须店公开。")


def test_a_clause_of_which_the_words_stand_in_several_sentences_is_not_said() -> None:
    assert not said(CLAUSE, "会员大会可以撤销会长。理事会的工作不适当的，会员大会作出决定。")


def test_a_clause_of_which_the_act_or_its_object_is_not_named_is_not_said() -> None:
    assert not said("拔除顾客染过的胡须和鬓发", "染须师修剪顾客染过的胡须和鬓发。")
    assert not said("修剪顾客染过的胡须和鬓发", "染须师修剪顾客染过的胡须和眉毛。")


def test_what_is_forbidden_or_punished_is_not_said_by_what_is_neither() -> None:
    forbidden = "不得用旧剪刀修剪顾客染过的胡须"
    assert not said(forbidden, "染须师用旧剪刀修剪顾客染过的胡须。")
    assert not said("染须师用旧剪刀修剪顾客染过的胡须", "用旧剪刀修剪顾客染过的胡须的，处一千元罚款。")
    assert said(forbidden, "任何店不得用旧剪刀修剪顾客染过的胡须和鬓发。")


def test_what_is_not_done_is_not_said_by_what_is_done() -> None:
    assert not said("协会可以作出对染须店不予禁止的决定", "染须店染须的，协会应当作出禁止染须店的决定。")
    assert said("未按照配方调制染液", "未按照染液的配方调制染液的，予以公布。")


def test_elsewhere_a_clause_is_said_that_names_what_it_is_said_of() -> None:
    row, elsewhere = "染液应当公布。", "染液的配方由协会会同理发店审查确定。"
    assert said("协会会同理发店审查染液的配方", row, elsewhere)
    assert not said("由协会会同理发店审查染液的配方", row, elsewhere)


def test_what_is_said_so_is_neither_gone_nor_new() -> None:
    base = "理发协会查阅账册，有权撤销分会不适当的决定；有权撤销理事会不适当的决定。"
    target = "理发协会检查毛巾，撤销分会、理事会不适当的决定。"
    lone = {"dropped-duty", "dropped-here", "added-duty", "added-here"}
    for old, new in ((base, target), (target, base)):
        told = [f.base + f.target for f in found(old, new) if f.rule in lone]
        assert not [words for words in told if "理事会" in words]


def test_a_case_is_said_by_the_case_of_a_sanction() -> None:
    case = "盗用或者转借街道公用剪刀的"
    assert said(case, "转借、盗用街道公用剪刀的，处一千元以上五千元以下罚款。")
    assert not said(case, "盗用须膏的，没收街道公用剪刀，责令停止转借，处一千元罚款。")


def test_elsewhere_a_clause_is_said_in_fewer_of_its_words_that_names_who_acts() -> None:
    clause = "理发协会、染须协会等有关协会应当在各自的工作范围内做好相应的清扫服务工作"
    row = "染液应当公布。"
    assert said(clause, row, "理发协会、染须协会、剪刀协会应当发挥各自优势，做好相应的清扫服务工作。")
    assert not said(clause, row, "街道办事处应当发挥各自优势，做好相应的清扫服务工作。")


_FORBIDDEN = "严禁染店以及其他任何单位对染布、染纱注水或者注入其他物质。"
_SECOND = "严禁染店出售注水或者注入其他物质的染布。"


def test_a_second_prohibition_is_not_said_by_what_answers_the_first() -> None:
    one = "染店不得对染布或者染纱注水或者注入其他物质。"
    assert _SECOND[:-1] in [base for base, _ in quoted("dropped-in-part", f"{_FORBIDDEN}\n{_SECOND}", one)]


@pytest.mark.parametrize(
    "target",
    [
        "染店不得对染布或者染纱注水或者注入其他物质，不得出售注水或者注入其他物质的染布。",
        "染店不得对染布或者染纱注水或者注入其他物质。注水或者注入其他物质的染布，染店不得出售。",
    ],
)
def test_two_prohibitions_are_said_by_two_in_other_words(target: str) -> None:
    assert not rules(f"{_FORBIDDEN}\n{_SECOND}", target) & {"dropped-duty", "dropped-in-part"}


def test_two_prohibitions_on_one_thing_may_be_said_in_one() -> None:
    base, target = "学徒不得出租剪刀。学徒不得出售剪刀。", "学徒不得出租、出售剪刀。"
    assert not rules(base, target) & {"dropped-duty", "dropped-in-part"}


@pytest.mark.parametrize(
    ("words", "is_near"),
    [
        ("违反本法规定，强迫会员、学徒、店主使用新型染液", False),
        ("要求会员、学徒、店主使用新型染液", True),
    ],
)
def test_what_is_favoured_is_not_near_to_a_breach(words: str, *, is_near: bool) -> None:
    favoured = "鼓励和支持会员、学徒和店主使用新型染液"
    nearest = Elsewhere(document("协会制定须谱。", f"{favoured}。")).nearest(words, "须谱。")
    assert nearest == (favoured if is_near else "")
