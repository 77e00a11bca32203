"""The quality gate: the figures on real texts that may not sink unseen. See docs/explanation/accuracy.md."""

from __future__ import annotations

import os
from functools import cache
from statistics import mean

import pytest
from tests.quality.gold import document, evaluation, gold, names, source
from tests.quality.pin import PAGE, figures, pins, slack, table

from policydiff.errors import TextMissingError
from policydiff.evaluation.gold import fingerprint
from policydiff.evaluation.places import words
from policydiff.evaluation.scoring import Score
from policydiff.text import skeleton

BUNDLED = tuple(name for name in names() if name.startswith("pairs/"))
LAWS = tuple(name for name in names() if name.startswith("laws/"))
HELD_OUT = names(held_out=True)

CHINESE = tuple(name for name in BUNDLED if gold(name).target.language == "zh")
TRANSLATION = "pairs/central-2017__central-2017-en"

SIDES = {side.document: side for name in BUNDLED for side in (gold(name).base, gold(name).target)}

# How much worse than on the laws we look at it may be on those we never look at.
FITTED_AT_MOST = 0.10

# Nobody looks at the held-out pairs while working on the tool: whoever wants their figure has to say so.
held_out = pytest.mark.skipif(
    os.environ.get("POLICYDIFF_HELD_OUT") != "1", reason="held out; measured only with POLICYDIFF_HELD_OUT=1"
)


@cache
def measured(name: str) -> Score:
    """The pair's score; the test is skipped, with the reason, where its text is not here."""
    try:
        return evaluation(name).score
    except TextMissingError as reason:
        pytest.skip(str(reason))


# ---------------------------------------------------------------------------------- the facts themselves


def test_all_pairs_are_there() -> None:
    assert len(BUNDLED) == 5
    assert len(CHINESE) == 4
    assert len(LAWS) == 6
    assert HELD_OUT == ("laws/blood-donation__henan", "laws/soil-water__henan", "laws/taiwan-investment__henan")


@pytest.mark.parametrize("name", [*BUNDLED, *LAWS, *HELD_OUT])
def test_the_facts_fit_together_and_stand_in_the_text(name: str) -> None:
    pair = gold(name)
    for side, linked in (
        (pair.base, {eid for link in pair.links for eid in link.base} | {base for base, _ in pair.optional}),
        (pair.target, {eid for link in pair.links for eid in link.target} | {target for _, target in pair.optional}),
    ):
        eids = [unit.id for unit in side.units]
        assert len(set(eids)) == len(eids)
        assert linked <= set(eids)
        try:
            text = source(side)
            assert [fingerprint(words(unit, text)) for unit in side.units] == [u.fingerprint for u in side.units]
        except TextMissingError as reason:
            pytest.skip(str(reason))


# ------------------------------------------------------------------------------------ the bundled library


@pytest.mark.parametrize("id", SIDES)
def test_the_leaves_of_a_bundled_document_are_those_a_reader_finds(id: str) -> None:
    side = SIDES[id]
    found = [(leaf.eid, fingerprint(leaf.text)) for leaf in document(side).leaves()]
    assert found == [(unit.id, unit.fingerprint) for unit in side.units]


@pytest.mark.parametrize("name", [*BUNDLED, *LAWS])
def test_no_text_is_lost(name: str) -> None:
    result = measured(name)
    assert (result.base_coverage, result.target_coverage) == (1.0, 1.0)


def test_the_mean_over_the_chinese_pairs_is_good_enough() -> None:
    assert mean(measured(name).f1 for name in CHINESE) >= 0.85


def test_every_article_of_the_translation_stands_beside_its_original() -> None:
    pair = gold(TRANSLATION)
    wanted = {(b.split("__")[0], t.split("__")[0]) for link in pair.links for b in link.base for t in link.target}
    assert {(b.split("__")[0], t.split("__")[0]) for b, t in measured(TRANSLATION).made} == wanted


@pytest.mark.parametrize("name", CHINESE)
def test_what_is_called_unchanged_is_unchanged(name: str) -> None:
    wrong = [(row.link.base, row.link.target) for row in measured(name).wrongly_unchanged]
    assert wrong == []


@pytest.mark.parametrize("name", [*CHINESE, *LAWS])
def test_what_is_called_unchanged_has_the_same_words_but_for_slips_that_a_finding_names(name: str) -> None:
    measured(name)
    pair = evaluation(name).comparison
    base, target = ({leaf.eid: leaf.text for leaf in side.leaves()} for side in (pair.base, pair.target))
    for row in (row for row in pair.rows if row.status == "unchanged"):
        ours, theirs = "".join(base[eid] for eid in row.link.base), "".join(target[eid] for eid in row.link.target)
        slips = sum(a != b for a, b in zip(skeleton(ours), skeleton(theirs), strict=True))
        assert slips <= sum(finding.type == "drafting" for finding in row.findings)


# ----------------------------------------------------------------------------------------------- pins


@pytest.mark.parametrize("name", [*BUNDLED, *LAWS])
def test_no_figure_has_sunk(name: str) -> None:
    now = figures(name, measured(name))
    pinned = pins()[name]
    sunk = {figure: (now[figure], was) for figure, was in pinned.items() if now[figure] < was - slack()}
    assert sunk == {}
    assert set(now) == set(pinned)


def test_the_page_on_accuracy_shows_the_pinned_figures() -> None:
    assert table(pins()) in PAGE.read_text(encoding="utf-8")


@held_out
def test_it_is_nearly_as_good_on_laws_nobody_has_looked_at() -> None:
    seen, unseen = (mean(measured(name).f1 for name in laws) for laws in (LAWS, HELD_OUT))
    assert unseen >= seen - FITTED_AT_MOST


@held_out
@pytest.mark.parametrize("name", HELD_OUT)
def test_no_text_of_an_unseen_law_is_lost(name: str) -> None:
    assert (measured(name).base_coverage, measured(name).target_coverage) == (1.0, 1.0)
