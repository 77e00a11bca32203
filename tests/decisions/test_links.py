"""Pairs that reviewers took apart, made and kept."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.decisions.beards import BASE, TARGET, rows

from policydiff.decisions.links import linked
from policydiff.model import Alignment, Decision, Verdict


def decision(verdict: Verdict, base: str, target: str, number: int = 1) -> Decision:
    return Decision(
        number=number,
        documents=("central", "local"),
        verdict=verdict,
        base=tuple(base.split()),
        target=tuple(target.split()),
        fingerprint="",
    )


def test_without_decisions_the_alignment_is_what_it_was(alignment: Alignment) -> None:
    assert linked(alignment, ()) is alignment
    assert linked(alignment, [decision("confirm", "art_1", "lvl_1"), decision("confirm", "art_3", "")]) is alignment


def test_a_rejected_pair_leaves_both_sides_without_a_counterpart(alignment: Alignment) -> None:
    made = linked(alignment, [decision("reject", "art_1", "lvl_1")])
    assert rows(made) == ["- → lvl_1", "art_1 → -", "art_2 → lvl_2 lvl_3", "- → lvl_4", "art_3 → -", "art_4 → -"]


def test_what_was_rejected_stands_as_the_nearest_that_was_considered(alignment: Alignment) -> None:
    made = linked(alignment, [decision("reject", "art_1", "lvl_1")])
    nearest = {link.base or link.target: [(c.eid, c.score) for c in link.candidates] for link in made.links}
    assert nearest["art_1",] == [("lvl_1", 0.9)]
    assert nearest["lvl_1",] == [("art_1", 0.9)]
    assert nearest["art_4",] == [("lvl_3", 0.31)]


def ruled_out(alignment: Alignment) -> set[str]:
    """The candidates that a reviewer ruled out, each behind what it was considered for."""
    near = ((link, one) for link in alignment.links for one in link.candidates if one.ruled_out)
    return {f"{(link.base or link.target)[0]} × {one.eid}" for link, one in near}


@pytest.mark.parametrize(
    ("verdict", "base", "target", "said"),
    [
        ("reject", "art_1", "lvl_1", {"art_1 × lvl_1", "lvl_1 × art_1"}),
        ("reject", "art_4", "lvl_3", {"art_4 × lvl_3"}),
        ("pair", "art_1", "", {"art_1 × lvl_1", "lvl_1 × art_1"}),
        ("pair", "art_3", "lvl_3", {"art_4 × lvl_3"}),
        ("confirm", "art_1", "lvl_1", set()),
        ("reject", "art_4", "lvl_4", set()),
    ],
)
def test_a_candidate_is_ruled_out_by_a_reviewer_who_said_that_it_is_no_counterpart(
    alignment: Alignment, verdict: Verdict, base: str, target: str, said: set[str]
) -> None:
    assert ruled_out(linked(alignment, [decision(verdict, base, target)])) == said


def test_of_a_split_the_part_that_was_rejected_goes_and_the_other_stays(alignment: Alignment) -> None:
    made = linked(alignment, [decision("reject", "art_2", "lvl_3")])
    assert "art_2 → lvl_2" in rows(made)
    assert "- → lvl_3" in rows(made)


def test_a_pair_takes_its_leaves_out_of_the_rows_they_stood_in(alignment: Alignment) -> None:
    made = linked(alignment, [decision("pair", "art_4", "lvl_3")])
    assert rows(made) == ["art_1 → lvl_1", "art_2 → lvl_2", "art_3 → -", "art_4 → lvl_3", "- → lvl_4"]
    [paired] = [link for link in made.links if link.base == ("art_4",)]
    assert (paired.basis, paired.score) == ("review", 0.31)


def test_a_pair_with_nothing_is_an_omission(alignment: Alignment) -> None:
    made = linked(alignment, [decision("pair", "art_2", "")])
    assert [row for row in rows(made) if "art_2" in row] == ["art_2 → -"]
    assert {"- → lvl_2", "- → lvl_3"} <= set(rows(made))


def test_two_pairs_may_share_a_leaf(alignment: Alignment) -> None:
    made = linked(alignment, [decision("pair", "art_3", "lvl_4"), decision("pair", "art_4", "lvl_4", 2)])
    assert {"art_3 → lvl_4", "art_4 → lvl_4"} <= set(rows(made))


def test_of_two_pairs_that_cross_one_is_moved(alignment: Alignment) -> None:
    made = linked(alignment, [decision("pair", "art_4", "lvl_2")])
    crossing = [link.moved for link in made.links if link.base in (("art_2",), ("art_4",))]
    assert sorted(crossing) == [False, True]


def test_the_later_decision_has_the_last_word(alignment: Alignment) -> None:
    rejected, confirmed = decision("reject", "art_1", "lvl_1"), decision("confirm", "art_1", "lvl_1")
    assert "art_1 → lvl_1" in rows(linked(alignment, [rejected, confirmed]))
    assert "art_1 → lvl_1" not in rows(linked(alignment, [confirmed, rejected]))


EIDS = [eid for eid, _, _ in BASE], [eid for eid, _, _ in TARGET]
SIDES = tuple(st.lists(st.sampled_from(eids), unique=True, max_size=3).map(sorted).map(" ".join) for eids in EIDS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.builds(decision, st.sampled_from(("reject", "pair", "confirm")), *SIDES), max_size=5))
def test_whatever_is_decided_every_leaf_stands_in_a_row_and_what_came_last_holds(
    alignment: Alignment, decisions: list[Decision]
) -> None:
    decisions = [d for d in decisions if (d.base and d.target) or (d.verdict != "reject" and (d.base or d.target))]
    made = linked(alignment, decisions)
    assert {eid for link in made.links for eid in link.base} == set(EIDS[0])
    assert {eid for link in made.links for eid in link.target} == set(EIDS[1])
    together = {pair for link in made.links for pair in product(link.base, link.target)}
    if decisions and decisions[-1].verdict == "reject":
        assert together.isdisjoint(product(decisions[-1].base, decisions[-1].target))
    elif decisions:
        assert set(product(decisions[-1].base, decisions[-1].target)) <= together


@pytest.mark.parametrize("verdict", ["note", "dismiss"])
def test_notes_and_dismissals_change_no_pair(alignment: Alignment, verdict: Verdict) -> None:
    assert linked(alignment, [decision(verdict, "art_1", "lvl_2")]) is alignment
