"""A list restated in part names exactly what it leaves out, whatever shape it has on the other side."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import found, quoted

ACTS = ("砍伐", "放牧", "狩猎", "捕捞", "采药", "开垦", "烧荒", "开矿", "采石", "挖沙")
KEPT = ("砍伐", "狩猎", "采药")
GONE = tuple(act for act in ACTS if act not in KEPT)
EXCEPTION = "但是，法律另有规定的除外。"


def sentence(acts: tuple[str, ...], ending: str = "") -> str:
    """A prohibition in one sentence."""
    return f"禁止在园林内进行{'、'.join(acts)}等活动；{ending}"


def item(acts: tuple[str, ...]) -> str:
    """A prohibition with the acts in one item of a list."""
    return f"在园林内禁止从事下列活动：\n{'、'.join(acts)}等；"


def items(acts: tuple[str, ...]) -> str:
    """A prohibition with an item an act."""
    return "在园林内禁止下列活动：\n" + "；\n".join(acts) + "。"


def named(rule: str, base: str, target: str) -> list[str]:
    """The elements that a rule names, of whichever side."""
    return [act for old, new in quoted(rule, base, target) for act in (old or new).split("、")]


@pytest.mark.parametrize("base", [sentence, item, items])
@pytest.mark.parametrize("target", [sentence, item, items])
def test_of_ten_acts_the_seven_that_are_deleted_are_named(base: object, target: object) -> None:
    assert callable(base)
    assert callable(target)
    assert named("dropped-element", base(ACTS), target(KEPT)) == list(GONE)


@pytest.mark.parametrize("target", [sentence, item, items])
def test_a_list_restated_in_full_misses_nothing(target: object) -> None:
    assert callable(target)
    assert not any(f.type in ("dropped-duty", "added-duty", "modality") for f in found(sentence(ACTS), target(ACTS)))


def test_an_act_that_is_added_is_named() -> None:
    assert named("added-element", sentence(ACTS), item((*ACTS, "取土"))) == ["取土"]


def test_an_element_with_a_bracket_is_named_as_printed() -> None:
    added = named("added-element", sentence(ACTS), sentence((*ACTS, "围湖（围海）造田", "筑坟")))
    assert added == ["围湖（围海）造田", "筑坟"]


def test_the_exception_of_a_list_that_is_gone_is_found_beside_its_acts() -> None:
    rules = {f.rule for f in found(sentence(ACTS, EXCEPTION), item(KEPT))}
    assert {"dropped-element", "dropped-exception"} <= rules


def test_an_exception_that_is_kept_is_not_found() -> None:
    assert "dropped-exception" not in {f.rule for f in found(sentence(ACTS, EXCEPTION), sentence(KEPT, EXCEPTION))}


def test_a_clause_with_two_nouns_is_no_list() -> None:
    assert not named("dropped-element", "店主和学徒应当清扫地面。", "店主应当清扫地面。")
