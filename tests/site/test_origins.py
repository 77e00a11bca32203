"""Where each provision comes from, or who follows it, on a document's page."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cats import InventedLibrary
from tests.site.whole import write_site

from policydiff.presentation import Reading
from policydiff.site import files, pages, shown
from policydiff.site.origins import MOST, Shown, origins
from policydiff.sitemap import Part
from policydiff.tracing import Counterpart


def beside(document: str = "hats", eid: str = "art_3", score: float = 0.5, *, cited: bool = False) -> Counterpart:
    return Counterpart(
        document=document,
        title="帽子法",
        language="zh",
        eid=eid,
        label="第三条",
        treatment="cites" if cited else "adapts",
        score=score,
        cited=cited,
    )


def test_what_a_comparison_pairs_stands_beside_both_with_a_way_to_its_row(local_compared: pages.Compared) -> None:
    table = local_compared.table
    of_local, of_base = origins([local_compared], table.target, {}), origins([local_compared], table.base, {})
    pairs = {(eid, one.beside.eid) for eid, found in of_local.items() for one in found.shown}
    assert pairs
    assert pairs == {(one.beside.eid, eid) for eid, found in of_base.items() for one in found.shown}
    for found in of_local.values():
        assert all(re.fullmatch(rf"{local_compared.name}\.html#target-\S+", one.row) for one in found.shown)


def test_the_same_words_restate_with_the_highest_score(local_compared: pages.Compared) -> None:
    found = origins([local_compared], local_compared.table.target, {}).values()
    best = max((one.beside for here in found for one in here.shown), key=lambda one: one.score)
    assert any(row.status == "unchanged" for row in local_compared.table.comparison.rows)
    assert (best.treatment, best.score) == ("restates", 1.0)


def test_the_rest_of_the_library_stands_among_them_the_best_first(local_compared: pages.Compared) -> None:
    rest = {"art_1": Shown(beside=tuple(beside(eid=f"art_{n}", score=0.9 - n / 10) for n in range(1, 6)), more=15)}
    found = origins([local_compared], local_compared.table.target, rest)["art_1"]
    score = [max(one.beside.score, one.beside.likely) for one in found.shown]
    assert score == sorted(score, reverse=True)
    assert len(found.shown) == MOST
    own = origins([local_compared], local_compared.table.target, {}).get("art_1")
    assert found.all == 20 + (own.all if own else 0)


def test_of_what_is_compared_the_library_says_only_what_is_cited() -> None:
    found = {"art_1": (beside("east"), beside("west"), beside("east", cited=True)), "art_2": (beside("east"),)}
    assert shown(found, ["east"]) == {"art_1": Shown(beside=(beside("west"), beside("east", cited=True)))}


def test_more_than_a_few_are_counted() -> None:
    twenty = {"art_1": tuple(beside(f"rule-{n}") for n in range(20))}
    assert shown(twenty, [])["art_1"] == Shown(beside=twenty["art_1"][:MOST], more=20 - MOST)


def test_a_page_folds_them_in_both_languages_and_without_script(library: InventedLibrary) -> None:
    entry, document = library.shelf[0]
    eid = next(unit.eid for unit in document.walk() if unit.level == "article")
    part = Part(subject="document", documents=(entry.id,))
    rest = {eid: Shown(beside=(beside(), beside("caps", cited=True, score=0.0)), more=3)}
    ((_, page),) = files(part, [(entry, document)], [], rest)
    (fold,) = re.findall(r'<details class="came">.*?</details>', page, re.DOTALL)
    assert '<a href="hats.html#art_3">帽子法 第三条</a>' in fold
    assert "0.50" in fold
    assert "0.00" not in fold
    for word in ("地方规定", "Local rules", "改写", "adapts", "援引", "cites", "另有 3 处", "3 more"):
        assert word in fold
    assert Reading(document=document).label(eid) in fold


def test_every_provision_that_a_page_leads_to_is_there(tmp_path: Path, library: InventedLibrary) -> None:
    write_site(tmp_path, library.shelf, library.comparisons)
    ways = [
        (path.parent / name, anchor)
        for path in (tmp_path / "documents").glob("*.html")
        for fold in re.findall(r'<details class="came">.*?</details>', path.read_text(encoding="utf-8"), re.DOTALL)
        for name, anchor in re.findall(r'href="([^"#]+)#([^"]+)"', fold)
    ]
    assert ways
    assert [way for way, anchor in ways if f'id="{anchor}"' not in way.read_text(encoding="utf-8")] == []
