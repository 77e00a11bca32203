"""Which clauses answer each other."""

from __future__ import annotations

import pytest

from policydiff.comparison.clauses import (
    Clause,
    Held,
    Likeness,
    alike,
    are_counterparts,
    bag,
    clauses,
    clauses_of,
    comes_near,
    cover,
    have_one_opening,
    in_common,
    is_exception,
    most_alike,
    pair_clauses,
    sets_the_case,
    together,
)
from policydiff.comparison.clauses.kinds import Kind, kind
from policydiff.numerals import in_one_numeral


def clause(text: str) -> Clause:
    (only,) = clauses(text, "zh")
    return only


QUOTA = clause("村民小组中妇女应当有适当的名额")
WOMAN = clause("村民小组中至少有一名女性成员")
CANTEEN = clause("企业应当修建职工食堂")


def test_clauses_that_mean_nearly_the_same_are_more_alike_than_their_words() -> None:
    assert cover(QUOTA, WOMAN.bag) < 0.3 < alike(QUOTA, WOMAN)


def test_what_is_alike_in_a_word_alone_gains_nothing_by_its_meaning() -> None:
    assert cover(QUOTA, CANTEEN.bag) > 0
    assert alike(QUOTA, CANTEEN) < 0.1


def test_a_clause_is_as_alike_to_another_as_the_other_is_to_it() -> None:
    assert alike(QUOTA, WOMAN) == alike(WOMAN, QUOTA)


def test_a_clause_is_paired_with_the_one_that_means_nearly_the_same() -> None:
    pairs = pair_clauses([QUOTA], clauses("村民小组应当修建一座石桥，村民小组中至少有一名女性成员。", "zh"))
    assert [(old.text, new.text) for old, new, _ in pairs.paired] == [(QUOTA.text, WOMAN.text)]


def test_a_clause_holds_the_same_runs_wherever_it_stands_and_however_often_it_is_cut() -> None:
    texts = ["企业应当修建职工食堂，食堂应当备好毛巾。", "食堂应当备好毛巾；食堂应当备好毛巾", "食堂应当备好毛巾"]
    for _ in range(2):
        for clause in (clause for found in clauses_of(texts, "zh") for clause in found):
            assert [*clause.bag.items()] == [*bag(clause.text, "zh").items()]


def test_of_no_clauses_none_is_most_alike() -> None:
    assert most_alike(QUOTA, []) == (None, 0.0)


def test_english_clauses_are_alike_by_their_words_alone() -> None:
    texts = "a shop reports monthly", "every store informs often", "A shop reports monthly"
    reports, informs, same = (clauses(text, "en")[0] for text in texts)
    assert (alike(reports, same), alike(reports, informs)) == (1.0, 0.0)


def test_which_clauses_hold_most_of_another_is_found_as_by_laying_it_beside_each() -> None:
    among = clauses(
        "理发店应当备好毛巾，理发店应当备好毛巾和剪刀；剪刀应当磨快。村民小组中妇女有名额，企业应当修建职工食堂，的。",
        "zh",
    )
    for one in among:
        for least in (0.05, 0.45, 0.6, 1.0):
            shares = [(n, cover(one, other.bag)) for n, other in enumerate(among)]
            assert [*Held(among).most_of(one, least)] == [found for found in shares if found[1] >= least]


def test_the_nearest_of_many_is_found_as_by_laying_each_beside_it() -> None:
    among = clauses(
        "村民小组中至少有一名女性成员，企业应当修建职工食堂；职工食堂由企业修建，剪刀应当磨快，剪刀应当磨快，的。", "zh"
    )
    for one in (QUOTA, CANTEEN, *among):
        likeness = [alike(one, other) for other in among]
        for least in (0.3, 0.6, 0.99):
            nearest = likeness.index(max(likeness)) if max(likeness) >= least else None
            assert Held(among).nearest(one, least) == nearest
    assert Held([]).nearest(QUOTA, 0.3) is None


def test_clauses_are_as_alike_when_looked_up_as_when_laid_beside_each_other() -> None:
    base = clauses("村民小组中妇女应当有适当的名额，企业应当修建职工食堂。", "zh")
    target = clauses("职工食堂由企业修建，村民小组中至少有一名女性成员；剪刀应当磨快。", "zh")
    likeness = Likeness(base, target)
    for one in base:
        assert [likeness.of(one, other) for other in target] == pytest.approx([alike(one, other) for other in target])
        assert [likeness.of(other, one) for other in target] == [likeness.of(one, other) for other in target]
        assert likeness.most_alike(one, target)[0] is most_alike(one, target)[0]
    assert likeness.of(CANTEEN, target[0]) == alike(CANTEEN, target[0])
    assert likeness.most_alike(base[0], []) == (None, 0.0)


def test_a_short_clause_joins_its_neighbour_where_the_partner_says_both_in_one() -> None:
    base = "按照各自职责，对辖区内理发店、染须店和梳具作坊的消防安全状况进行监督检查。"
    target = "协会应当按照各自职责对本辖区内理发店、染须店和梳具作坊的消防安全状况进行监督检查。"
    pairs = pair_clauses(clauses(base, "zh"), clauses(target, "zh"))
    assert [one.text for one, _, _ in pairs.paired] == [base.removesuffix("。")]


@pytest.mark.parametrize("text", ["情节严重的", "修剪胡须时", "根据需要", "除老主顾以外", "经镇公所批准后"])
def test_a_clause_that_says_when_a_rule_holds_sets_the_case(text: str) -> None:
    assert sets_the_case(text, "zh")


@pytest.mark.parametrize("text", ["理发店应当备好毛巾", "排除水管以外的隐患", "清除店外的积雪"])
def test_a_clause_that_lays_something_down_sets_no_case(text: str) -> None:
    assert not sets_the_case(text, "zh")


def test_a_proviso_is_an_exception_and_a_book_of_that_name_is_none() -> None:
    assert is_exception(clause("但是老主顾可以赊账"))
    assert not is_exception(clause("店主应当出具但书说明"))


def test_clauses_open_alike_by_the_same_preposition_and_by_nothing_else() -> None:
    assert have_one_opening("由镇公所决定", "由街道决定")
    assert not have_one_opening("由镇公所决定", "经镇公所决定")
    assert not have_one_opening("镇公所决定", "镇公所决定")


def test_a_case_answers_no_duty_unless_both_say_nearly_the_same() -> None:
    case, duty = clause("店主修剪胡须时"), clause("店主应当修剪胡须")
    assert not are_counterparts(case, duty, 0.59, doubtful=False)
    assert are_counterparts(case, duty, 0.6, doubtful=False)


def test_of_clauses_hardly_alike_those_answer_that_end_in_the_same_words_where_the_pairing_is_sure() -> None:
    reports, informs = clause("店主每年报告"), clause("行会逐级报告")
    assert are_counterparts(reports, informs, 0.1, doubtful=False)
    assert not are_counterparts(reports, informs, 0.1, doubtful=True)
    assert not are_counterparts(reports, CANTEEN, 0.1, doubtful=False)


def test_whether_any_comes_near_is_told_as_by_the_most_alike() -> None:
    for least in (0.3, 0.5, 0.99):
        assert comes_near(QUOTA, [CANTEEN, WOMAN], least) == (most_alike(QUOTA, [CANTEEN, WOMAN])[1] >= least)
    assert not comes_near(QUOTA, [], 0.3)


def test_a_text_has_all_in_common_with_itself_and_nothing_with_a_blank() -> None:
    assert in_common(QUOTA.text, QUOTA.text, "zh") == pytest.approx(1)
    assert 0 < in_common(QUOTA.text, WOMAN.text, "zh") == in_common(WOMAN.text, QUOTA.text, "zh") < 1
    assert in_common(QUOTA.text, "", "zh") == 0


def test_two_clauses_together_are_the_words_from_the_one_to_the_other() -> None:
    towels, scissors = clauses("（一）店主应当备好毛巾，磨快剪刀。", "zh")
    both = together(towels, scissors)
    assert both.text == "（一）店主应当备好毛巾，磨快剪刀"
    assert set(both.bag) == {*towels.bag, *scissors.bag}


def test_every_clause_is_paired_or_alone_or_held_by_one_of_the_other_side() -> None:
    base = clauses("店主应当备好毛巾，磨快剪刀；剪刀应当磨快，顾客不得赊账。", "zh")
    target = clauses("店主应当磨快剪刀并备好毛巾，顾客应当排队。", "zh")
    pairs = pair_clauses(base, target)
    told = [one.text for one, _, _ in pairs.paired], [one.text for one in pairs.gone]
    assert told == (["店主应当备好毛巾，磨快剪刀"], ["顾客不得赊账"])  # 剪刀应当磨快 is said in the target as well
    assert [one.text for one in pairs.new] == ["顾客应当排队"]


@pytest.mark.parametrize(
    ("base", "target", "partner"),
    [
        ("经行会应当修剪胡须", "经店主及时修剪胡须，向行会及时修剪胡须", "经店主及时修剪胡须"),
        ("经店主应当登记", "经镇公所及时登记；由店主应当修剪胡须", "经镇公所及时登记"),
        ("店主应当每月登记胡须", "店主未每月登记胡须的；行会应当登记胡须", "行会应当登记胡须"),
    ],
    ids=["opens with the same preposition", "opens and ends alike", "lays a duty down as well"],
)
def test_the_partner_of_a_clause_among_two_much_alike_is_the_one_that(base: str, target: str, partner: str) -> None:
    pairs = pair_clauses(clauses(base, "zh"), clauses(target, "zh"))
    assert [new.text for _, new, _ in pairs.paired] == [partner]


def test_what_names_the_breach_of_a_duty_lays_none_down() -> None:
    assert kind("应当登记而未登记的") == Kind("应当", "记的", is_breach=True, is_duty=False, excepts=False)
    assert kind("应当登记胡须") == Kind("应当", "胡须", is_breach=False, is_duty=True, excepts=False)


@pytest.mark.parametrize(
    ("printed", "numeral"),
    [
        ("处1万元以上10万元以下罚款", "处一万元以上十万元以下罚款"),
        ("处10000元以上100,000元以下罚款", "处一万元以上十万元以下罚款"),
        ("处1.5万元罚款", "处一万五千元罚款"),
        ("处两万元罚款", "处二万元罚款"),
        ("不低于3%", "不低于百分之三"),
        ("0.5‰", "千分之零点五"),
        ("1亿5000万元", "一亿五千万元"),
        ("２日内", "二日内"),
        ("2011年3月", "二〇一一年三月"),
        ("30年以上", "三十年以上"),
    ],
)
def test_a_number_is_the_same_words_however_it_is_printed(printed: str, numeral: str) -> None:
    assert in_one_numeral(printed) == numeral == in_one_numeral(numeral)
    assert clause(printed).bag == clause(numeral).bag


@pytest.mark.parametrize("text", ["A4纸", "GB/T1234.5", "12345678901234", "1.2.3", "两个以上"])
def test_what_is_no_number_of_words_stays_as_it_is_printed(text: str) -> None:
    assert in_one_numeral(text) == text


def test_clauses_that_print_one_number_in_two_ways_are_paired() -> None:
    base, target = clauses("处1000元罚款，处3万元罚款", "zh"), clauses("处三万元罚款", "zh")
    (pair,) = pair_clauses(base, target).paired
    assert pair[0] == base[1]
    assert pair[2] == pytest.approx(1.0)
