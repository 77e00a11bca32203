"""The scoring itself, on invented beards: what counts as right, and what costs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from policydiff.evaluation.gold import Gold, GoldChange, GoldLink, GoldRelation, GoldSide, GoldUnit
from policydiff.evaluation.places import places
from policydiff.evaluation.scoring import score
from policydiff.model import Comparison, Document, Finding, Link, Provision, Row, Source, Span, Status

BASE = "第一条 胡须应当每日修剪。 第二条 修剪者应当持有执照。 第三条 本办法由胡须部解释。"
TARGET = "一、胡须应当每周修剪。 二、修剪者应当持有执照。 三、镜子由村里提供。"
ARTICLES = ("胡须应当每日修剪。", "修剪者应当持有执照。", "本办法由胡须部解释。")
POINTS = ("胡须应当每周修剪。", "修剪者应当持有执照。", "镜子由村里提供。")


def source(text: str) -> Source:
    return Source(text=text, origin="beards", sha256="", language="zh")


def side(text: str, units: tuple[str, ...], prefix: str) -> GoldSide:
    spans = places(source(text), units)
    return GoldSide(
        document="beards",
        file="",
        language="zh",
        sha256="",
        units=tuple(
            GoldUnit(id=f"{prefix}_{n}", spans=tuple(span))
            for n, (unit, span) in enumerate(zip(units, spans, strict=True), 1)
        ),
    )


def document(text: str, leaves: tuple[str, ...], prefix: str) -> Document:
    return Document(
        id="beards",
        title="",
        language="zh",
        source=source(text),
        provisions=tuple(
            Provision(
                eid=f"{prefix}_{n}",
                level="article",
                text=leaf,
                spans=tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(re.escape(leaf), text)),
            )
            for n, leaf in enumerate(leaves, 1)
        ),
    )


def row(base: str, target: str, status: Status, *findings: Finding) -> Row:
    link = Link(base=tuple(base.split()), target=tuple(target.split()), basis="text", score=1.0)
    return Row(link=link, status=status, findings=findings)


def compared(*rows: Row) -> Comparison:
    return Comparison(base=document(BASE, ARTICLES, "art"), target=document(TARGET, POINTS, "lvl"), rows=rows)


def link(base: str, target: str, relation: GoldRelation = "changed") -> GoldLink:
    return GoldLink(base=tuple(base.split()), target=tuple(target.split()), relation=relation)


READERS = Gold(
    name="beards",
    base=side(BASE, ARTICLES, "art"),
    target=side(TARGET, POINTS, "lvl"),
    links=(link("art_1", "lvl_1"), link("art_2", "lvl_2", "identical")),
)
RIGHT = (
    row("art_1", "lvl_1", "changed"),
    row("art_2", "lvl_2", "unchanged"),
    row("art_3", "", "omitted"),
    row("", "lvl_3", "added"),
)


def test_what_the_readers_said_scores_full_marks() -> None:
    result = score(READERS, compared(*RIGHT))
    assert (result.f1, result.base_status, result.target_status) == (1.0, 1.0, 1.0)
    assert (result.base_coverage, result.target_coverage) == (1.0, 1.0)
    assert result.wrongly_unchanged == ()


def test_a_link_not_made_costs_recall_and_both_statuses() -> None:
    rows = (row("art_1", "", "omitted"), row("", "lvl_1", "added"), *RIGHT[1:])
    result = score(READERS, compared(*rows))
    assert (result.precision, result.recall) == (1.0, 0.5)
    assert result.missed == {("art_1", "lvl_1")}
    assert (result.base_status, result.target_status) == pytest.approx((2 / 3, 2 / 3))


def test_a_link_too_many_costs_precision_and_both_statuses() -> None:
    result = score(READERS, compared(*RIGHT[:2], row("art_3", "lvl_3", "changed")))
    assert (result.precision, result.recall) == pytest.approx((2 / 3, 1.0))
    assert result.wrong == {("art_3", "lvl_3")}
    assert (result.base_status, result.target_status) == pytest.approx((2 / 3, 2 / 3))


def test_an_optional_pair_is_neither_right_nor_wrong() -> None:
    readers = replace(READERS, optional=frozenset({("art_3", "lvl_3")}))
    for last in ((row("art_3", "lvl_3", "changed"),), RIGHT[2:]):
        result = score(readers, compared(*RIGHT[:2], *last))
        assert (result.f1, result.base_status, result.target_status) == (1.0, 1.0, 1.0)


def test_a_coarser_cut_costs_precision() -> None:
    result = score(READERS, compared(row("art_1 art_2", "lvl_1 lvl_2", "changed"), *RIGHT[2:]))
    assert (result.precision, result.recall) == (0.5, 1.0)


def test_a_finer_cut_costs_nothing() -> None:
    whole = replace(
        READERS,
        base=side(BASE, ("胡须应当每日修剪。修剪者应当持有执照。", ARTICLES[2]), "art"),
        target=side(TARGET, ("胡须应当每周修剪。修剪者应当持有执照。", POINTS[2]), "lvl"),
        links=(link("art_1", "lvl_1"),),
    )
    assert score(whole, compared(*RIGHT)).f1 == 1.0


def test_a_sliver_of_a_unit_in_a_leaf_of_another_links_it_to_nothing() -> None:
    cut = ("胡须应当每周修剪。 二、修剪", "者应当持有执照。", POINTS[2])
    result = score(READERS, replace(compared(*RIGHT), target=document(TARGET, cut, "lvl")))
    assert result.made == {("art_1", "lvl_1"), ("art_2", "lvl_2")}


def test_where_readers_linked_nothing_no_link_is_missed() -> None:
    apart = (row("art_1 art_2 art_3", "", "omitted"), row("", "lvl_1 lvl_2 lvl_3", "added"))
    result = score(replace(READERS, links=()), compared(*apart))
    assert (result.recall, result.base_status, result.target_status) == (1.0, 1.0, 1.0)


def test_lost_words_show_in_the_coverage() -> None:
    lost = replace(compared(*RIGHT[:3]), target=document(TARGET, POINTS[:2], "lvl"))
    result = score(READERS, lost)
    assert (result.base_coverage, result.target_status) == pytest.approx((1.0, 2 / 3))
    assert result.target_coverage < 1.0


def test_unchanged_where_the_readers_found_a_change_is_named() -> None:
    wrong = row("art_1", "lvl_1", "unchanged")
    assert score(READERS, compared(wrong, *RIGHT[1:])).wrongly_unchanged == (wrong,)


def test_a_change_is_flagged_by_a_finding_that_quotes_it_or_by_an_omitted_row() -> None:
    readers = replace(
        READERS,
        changes=(
            GoldChange(type="number", base="每日", target="每周"),
            GoldChange(type="dropped-duty", base="由胡须部解释", target=""),
            GoldChange(type="actor", base="修剪者", target="理发师"),
        ),
    )
    quoted = Finding(type="scope", base="每日修剪", target="每周修剪", message="", rule="")
    result = score(readers, compared(row("art_1", "lvl_1", "changed", quoted), *RIGHT[1:]))
    assert (result.flagged, result.typed) == pytest.approx((2 / 3, 1 / 3))


@pytest.mark.parametrize(
    "change",
    [
        GoldChange(type="dropped-duty", base="由胡须部解释", target="由村里解释"),
        GoldChange(type="actor", base="由胡须部解释", target=""),
        GoldChange(type="added-duty", base="由胡须部提供", target="镜子由村里提供"),
        GoldChange(type="number", base="", target="镜子由村里提供"),
    ],
)
def test_an_omitted_or_added_row_tells_of_nothing_but_a_duty_of_which_one_side_is_silent(change: GoldChange) -> None:
    assert score(replace(READERS, changes=(change,)), compared(*RIGHT)).unflagged == (change,)


def test_a_change_without_a_finding_is_named() -> None:
    silent = GoldChange(type="actor", base="修剪者", target="理发师")
    found = GoldChange(type="dropped-duty", base="由胡须部解释", target="")
    result = score(replace(READERS, changes=(silent, found)), compared(*RIGHT))
    assert result.unflagged == (silent,)


def test_a_quotation_of_a_whole_provision_points_at_nothing() -> None:
    readers = replace(READERS, changes=(GoldChange(type="number", base="每日", target="每周"),))
    everything = Finding(type="number", base=BASE * 2, target=TARGET * 2, message="", rule="")
    assert score(readers, compared(row("art_1", "lvl_1", "changed", everything), *RIGHT[1:])).flagged == 0.0


def test_readers_who_listed_no_changes_tell_nothing_of_findings_missed() -> None:
    result = score(READERS, compared(*RIGHT))
    assert (result.flagged, result.typed) == (None, None)


def test_findings_are_counted_for_each_changed_row_those_on_the_whole_included() -> None:
    one = Finding(type="scope", base="每日", target="每周", message="", rule="")
    rows = (row("art_1", "lvl_1", "changed", one, one), row("art_2", "lvl_2", "changed"), *RIGHT[2:])
    assert score(READERS, replace(compared(*rows), findings=(one,))).findings_per_changed_row == 1.5
    assert score(READERS, replace(compared(*RIGHT), findings=(one,))).findings_per_changed_row == 1.0


def test_topical_links_do_not_count_for_the_recall_of_textual_ones() -> None:
    topical = replace(READERS.links[0], topical=True)
    readers = replace(READERS, links=(topical, READERS.links[1]))
    result = score(readers, compared(row("art_1", "", "omitted"), row("", "lvl_1", "added"), *RIGHT[1:]))
    assert (result.recall, result.textual_recall) == (0.5, 1.0)


@pytest.mark.parametrize("status", ["unchanged", "changed"])
def test_where_either_relation_is_right_both_statuses_are(status: Status) -> None:
    readers = replace(READERS, links=(link("art_1", "lvl_1", "either"), READERS.links[1]))
    assert score(readers, compared(row("art_1", "lvl_1", status), *RIGHT[1:])).base_status == 1.0
