"""Which clauses answer each other."""

from __future__ import annotations

import pytest

from policydiff.comparison.clauses import (
    Clause,
    Held,
    Likeness,
    alike,
    bag,
    clauses,
    clauses_of,
    cover,
    most_alike,
    pair_clauses,
)


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
