"""Of a pairing that is doubtful less is told, the less the less likely it is."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document

from policydiff.comparison.findings import Frame, row_findings
from policydiff.model import Basis, Both, Finding, Link


def test_the_less_likely_a_pairing_the_less_is_told() -> None:
    base = "理发店应当在五日内申报，协会可以查阅账册，每年换证一次，会员应当向理发协会报送名册。"
    target = "理发店应当在三日内申报，协会应当查阅账册，每半年换证一次，会员应当向街道办事处报送名册。"
    frame = Frame.of(document(base), document(target))
    pairings: list[tuple[Basis, float]] = [("text", 0.05), ("doubtful", 0.2), ("doubtful", 0.05)]
    told = [len(row_findings(base, target, frame, basis=basis, score=score)) for basis, score in pairings]
    assert told[0] > told[1] > told[2]


def test_of_a_hardly_likely_pairing_only_what_a_side_says_by_itself_is_told() -> None:
    base, target = "理发店应当在五日内申报，学徒不得染须。", "理发店应当在三日内申报，街道办事处应当修建石桥。"
    frame = Frame.of(document(base), document(target))
    told = row_findings(base, target, frame, basis="doubtful", score=0.05)
    assert {(f.rule, f.base, f.target) for f in told} == {
        ("dropped-duty", "学徒不得染须", "理发店应当在三日内申报"),
        ("added-duty", "理发店应当在五日内申报", "街道办事处应当修建石桥"),
        ("number", "理发店应当在五日内申报", "理发店应当在三日内申报"),
    }


def test_of_a_hardly_likely_pairing_every_amount_of_the_target_is_told_as_of_an_added_provision() -> None:
    base = "理发店应当在五日内申报，学徒不得染须。"
    target = "理发店不得染须，会员超过三百户的可以设立小组，小组每届任期两年。"
    frame = Frame.of(document(base), document(target))
    told = {finding.target for finding in row_findings(base, target, frame, basis="doubtful", score=0.05)}
    assert {"会员超过三百户的可以设立小组", "小组每届任期两年"} <= told


def test_an_amount_that_the_target_alone_sets_is_told_however_unlikely_the_pairing() -> None:
    base, target = "理发店应当在五日内申报，学徒不得染须。", "理发店应当在三日内申报，石桥维修费用不得低于百分之十。"
    frame = Frame.of(document(base), document(target))
    told = row_findings(base, target, frame, basis="doubtful", score=0.05)
    assert "石桥维修费用不得低于百分之十" in [f.target for f in told if f.rule == "number"]


def test_in_a_doubtful_row_who_acts_on_what_is_not_compared_but_duties_amounts_and_words_of_force_are() -> None:
    base = "理发店应当在五日内申报镜子，协会可以查阅店员名册，学徒不得染须。"
    target = "理发店应当在三日内申报剪刀和毛巾，街道办事处应当查阅店员名册，并修建石桥。"
    frame = Frame.of(document(base), document(target))
    told = [row_findings(base, target, frame, basis=basis, score=0.2) for basis in ("text", "doubtful")]
    assert [{f.type for f in found} for found in told] == [
        {"modality", "number", "actor", "dropped-duty", "scope", "added-duty"},
        {"modality", "number", "dropped-duty", "added-duty"},
    ]


@pytest.mark.parametrize(
    ("base", "target", "rule"),
    [
        ("街道协会可以设置专职人员承担染须工作。", "协会负责本街理发的工作。", "dropped-duty"),
        ("协会负责本街理发的工作。", "街道协会可以设置专职人员承担染须工作。", "added-duty"),
    ],
)
def test_two_clauses_of_a_doubtful_row_are_not_told_both_as_gone_and_as_new(base: str, target: str, rule: str) -> None:
    told = row_findings(base, target, Frame.of(document(base), document(target)), basis="doubtful", score=0.3)
    assert [(one.rule, one.base, one.target) for one in told] == [(rule, base[:-1], target[:-1])]


_SURE = ("店主应当每年向理发协会报送染液名录。", "会员店主应当于每年年初将所用染液的名录报理发协会备案。")


def _beside_a_surer_row(*others: str) -> tuple[Finding, ...]:
    """What is told of a row in doubt, of whose base another row beyond doubt is laid beside another text."""
    base, target = document(others[0]), document(others[1], others[2])
    links = (
        Link(base=("art_1",), target=("art_1",), basis="doubtful", score=0.2),
        Link(base=("art_1",), target=("art_2",), basis="text", score=0.6),
    )
    frame = Frame.of(base, target, links)
    return row_findings(others[0], others[1], frame, Both(("art_1",), ("art_1",)), basis="doubtful", score=0.2)


def test_a_row_in_doubt_does_not_tell_as_gone_what_a_surer_one_compares() -> None:
    other = "学徒应当清扫店堂的染液。"
    assert not [one for one in _beside_a_surer_row(_SURE[0], other, _SURE[1]) if one.type == "dropped-duty"]
    gone = _beside_a_surer_row(_SURE[0], other, "顾客可以自带剪刀。")
    assert [one.base for one in gone if one.type == "dropped-duty"] == [_SURE[0][:-1]]


def test_an_amount_that_another_row_lays_beside_the_provision_is_not_new() -> None:
    said = "店堂应当设专人清扫，人数不得低于学徒总数的百分之七十。"

    def told(base: str) -> list[str]:
        links = (
            Link(base=("art_1",), target=("art_1",), basis="doubtful", score=0.2),
            Link(base=("art_2",), target=("art_1",), basis="text", score=0.6),
        )
        first = "店堂的清扫应当保证顾客方便。"
        frame = Frame.of(document(first, base), document(said), links)
        found = row_findings(first, said, frame, Both(("art_1",), ("art_1",)), basis="doubtful", score=0.2)
        return [one.target for one in found if one.type == "number"]

    assert told("专人的人数不得低于百分之六十。") == [said[:-1]]
    assert not told("专人的人数不得低于百分之七十。")
