"""Noise changes nothing and a seeded edit is seen where it was made: on small invented laws, always the same copies.

`python tasks.py bench` measures the same on real laws.
"""

from __future__ import annotations

from functools import cache

import pytest
from tests.seeded import edits, noise
from tests.seeded.judge import EditsResult, document, judge_edits, judge_noise
from tests.seeded.laws import BEARDS, LAWS

from policydiff.text import skeleton

SEEDS = ("first", "second")


@cache
def edited(law: str, seed: str) -> EditsResult:
    result = judge_edits(LAWS[law], f"{law} {seed}")
    assert result is not None
    return result


# --------------------------------------------------------------------------------------------------- noise


@pytest.mark.parametrize("kind", noise.ALL)
@pytest.mark.parametrize("law", LAWS)
def test_a_noisy_copy_has_no_changed_row_and_no_finding(law: str, kind: str) -> None:
    result = judge_noise(LAWS[law], f"{law} first", (kind,))
    assert (result.changed, result.findings, result.failures) == (0, 0, ())
    assert result.rows == result.leaves


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("law", LAWS)
def test_all_kinds_of_noise_together_change_nothing(law: str, seed: str) -> None:
    result = judge_noise(LAWS[law], f"{law} {seed}", noise.ALL)
    assert (result.changed, result.findings, result.failures) == (0, 0, ())


@pytest.mark.parametrize("kind", noise.ALL)
def test_every_kind_of_noise_makes_some_but_touches_no_word(kind: str) -> None:
    copies = [noise.noisy(BEARDS, str(seed), (kind,)) for seed in range(5)]
    # No line of the invented laws is long enough for every seed to break one by a page: one copy in five will do.
    assert any(copy != BEARDS for copy in copies)
    assert {noise.words_of(copy) for copy in copies} == {noise.words_of(BEARDS)}


def test_the_same_seed_makes_the_same_noise_and_another_one_other_noise() -> None:
    first, again, other = (noise.noisy(BEARDS, seed, noise.ALL) for seed in ("a", "a", "b"))
    assert first == again != other


def test_a_changed_word_in_a_noisy_copy_is_still_a_changed_row() -> None:
    # The suite would be worth nothing if noise made the judge blind.
    changed = noise.noisy(BEARDS.replace("十五日内", "三十日内"), "first", ("width", "spaces", "renumbering"))
    assert skeleton(document(changed).leaves()[5].text) != skeleton(document(BEARDS).leaves()[5].text)


# -------------------------------------------------------------------------------------------- seeded edits


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("law", LAWS)
def test_the_status_of_every_leaf_of_an_edited_law_is_exact(law: str, seed: str) -> None:
    result = edited(law, seed)
    assert result.failures == ()
    assert result.exact == result.leaves


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("law", LAWS)
def test_every_seeded_edit_is_flagged_with_the_right_type(law: str, seed: str) -> None:
    missed = [edit for edit in edited(law, seed).edits if not (edit.exact and edit.flagged and edit.typed)]
    assert missed == []


def test_the_seeds_draw_every_kind_of_edit() -> None:
    assert {edit.kind for law in LAWS for seed in SEEDS for edit in edited(law, seed).edits} == set(edits.ALL)


@pytest.mark.parametrize("kind", edits.ALL)
def test_an_edited_copy_differs_in_the_known_place_alone(kind: str) -> None:
    copy = edits.seeded(BEARDS, "alone", (kind,))
    assert copy is not None
    (edit,) = copy.edits
    old, new = edits.articles(copy.base), edits.articles(copy.target)
    assert len(new) - len(old) == {"deleted": -1, "inserted": 1}.get(kind, 0)
    assert edits.counts_on(copy.target)
    before, after = (
        [text[start:end].split(maxsplit=1)[1] for start, end in places]
        for text, places in ((copy.base, old), (copy.target, new))
    )
    gone, come = [body for body in before if body not in after], [body for body in after if body not in before]
    assert (len(gone), len(come)) == {"deleted": (1, 0), "inserted": (0, 1), "moved": (0, 0)}.get(kind, (1, 1))
    assert before != after
    if kind in edits.INSIDE:
        start, end = copy.place_of(edit)
        assert copy.target[start:end] == edit.new != copy.base[edit.start : edit.end]


@pytest.mark.parametrize(
    ("kind", "article", "left"),
    [
        ("duty", "理发店应当张贴画报。", "理发店可以张贴画报。"),
        ("exception", "十日内登记，但是航行的除外。", "十日内登记。"),
        ("exception", "任何人不得染须，节日庆典除外。", "任何人不得染须。"),
        ("exception", "除节日庆典外，不得染须。", "不得染须。"),
        ("element", "应当备有剪刀、镜子、毛巾等设备。", "应当备有剪刀、毛巾等设备。"),
    ],
)
def test_what_an_edit_makes_of_an_article(kind: str, article: str, left: str) -> None:
    found = edits.INSIDE[kind](article, noise.hand("any").random)
    assert found is not None
    start, end, new = found
    assert article[:start] + new + article[end:] == left


@pytest.mark.parametrize(
    ("kind", "article"),
    [
        ("duty", "不应当染须。"),
        ("number", "依照第五条第二款，自2019年5月1日起施行。"),
        ("number", "三月五日是胡须节。"),
        ("exception", "但愿人长久。"),
        ("element", "剪刀和镜子。"),
    ],
)
def test_what_an_edit_leaves_alone(kind: str, article: str) -> None:
    assert edits.INSIDE[kind](article, noise.hand("any").random) is None


def test_a_law_too_short_or_numbered_oddly_gets_no_edits() -> None:
    assert edits.seeded("第一条 须应当剪。\n第二条 须应当梳。\n", "any") is None
    assert edits.seeded(BEARDS.replace("第八条", "第九条"), "any") is None
