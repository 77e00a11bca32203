"""What stands on the start page, before it is HTML."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.library import Pair
from policydiff.model import Comparison, Document, Provision, Source, Status
from policydiff.presentation import Reading, table
from policydiff.presentation.lines import STATUSES
from policydiff.site import start
from policydiff.site.pages import Compared
from policydiff.sitemap import MOST_ROWS, MOST_SQUARES, have_rows


def long_document(articles: int, *, chapters: int = 0, leaves: int = 1) -> Reading:
    """A rule of so many articles, in so many chapters, with so many leaves each."""

    def article(n: int) -> Provision:
        more = (Provision(eid=f"art_{n}__para_{k}", level="paragraph", text="留须。") for k in range(2, leaves + 1))
        return Provision(eid=f"art_{n}", level="article", num=f"第{n}条", text="剃须。", children=tuple(more))

    every = tuple(article(n) for n in range(1, articles + 1))

    def chapter(n: int) -> Provision:
        held = every[(n - 1) * articles // chapters : n * articles // chapters]
        return Provision(eid=f"chp_{n}", level="chapter", num=f"第{n}章", heading="须", children=held)

    held = tuple(chapter(n) for n in range(1, chapters + 1))
    source = Source(text="", origin="beards.txt", sha256="0", language="zh")
    document = Document(id="beards", title="胡须法", language="zh", source=source, provisions=held or every)
    return Reading(document=document)


@given(st.fixed_dictionaries({status: st.integers(0, 900) for status in STATUSES}))
def test_a_bar_is_full_and_shows_every_count_that_is_not_zero(counts: dict[Status, int]) -> None:
    pieces = start.bar(counts)
    assert {piece.status: piece.count for piece in pieces} == {name: n for name, n in counts.items() if n}
    assert not pieces or abs(sum(piece.width for piece in pieces) - 100) < 0.01
    for before, after in pairwise(pieces):
        assert abs(before.start + before.width - after.start) < 0.01


@pytest.mark.parametrize(
    ("unit", "zh", "en"),
    [("art_31-1", "31-1", "31-1"), ("annex_2", "附2", "A2"), ("chp_2", "2章", "Ch2"), ("preamble", "", "")],
)
def test_the_number_of_an_annex_or_a_chapter_is_told_from_that_of_an_article(unit: str, zh: str, en: str) -> None:
    assert (start.number_of(unit, "zh"), start.number_of(unit, "en")) == (zh, en)


def test_the_map_has_a_square_for_each_leaf_of_the_base_in_each_document(local_compared: Compared) -> None:
    one, *_ = start.card(local_compared, row=True).grains
    squares = [(column.label, square.status) for column, square in zip(one.columns, one.squares, strict=True)]
    assert squares[4:7] == [
        ("第三条第（一）项", "unchanged"),
        ("第三条第（二）项", "omitted"),
        ("第三条第（三）项", "unchanged"),
    ]
    assert len(squares) == len(local_compared.table.base.leaves)
    assert [column.number for column in one.columns if column.opens] == ["1", "2", "3", "4", "5"]


def test_what_a_square_shows_is_the_words_of_both_sides_with_their_marks(local_compared: Compared) -> None:
    held = start.card(local_compared, row=True)
    one = held.grains[0]
    base, label, target, counts, first = one.words[1]
    assert " ".join(base[:4]) == "=猫咖经营者 -应当 =建立健康档案，每 -30"
    assert " ".join(target[:4]) == "=猫咖经营者 +可以 =建立健康档案，每 +60"
    assert (label, counts, first) == ("一（一）", [], "")
    assert one.words[5] == (["=在猫只休息时开放休息区；"], "", [], [], "")
    [shown] = start.maps([(local_compared.pair, held)])
    assert shown.words() == {"cats--bluestone": one.words}
    assert not shown.coarse


def test_a_square_of_several_provisions_shows_the_gravest_and_leads_there(
    local_compared: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = start.grains(local_compared.table.base)[0]
    merged = columns[3]._replace(eids=tuple(column.eids[0] for column in columns[3:7]))
    monkeypatch.setattr(start, "grains", lambda _: ((merged, columns[0]),))
    held = start.card(local_compared, row=True)
    one = held.grains[0]
    assert [(square.status, square.anchor) for square in one.squares] == [
        ("omitted", "base-art_3__point_2"),
        ("changed", "base-art_1"),
    ]
    assert one.words[0][3] == [3, 0, 1, 0]
    assert one.words[0][0] == ["=在猫只休息时开放休息区；"]
    assert one.words[0][4] == "第三条第（二）项"
    assert start.maps([(local_compared.pair, held)])[0].coarse
    assert [square.counts for square in one.squares] == [
        {"unchanged": 3, "changed": 0, "omitted": 1, "added": 0},
        {},
    ]


def test_a_map_is_as_fine_as_a_glance_allows() -> None:
    def sizes(reading: Reading) -> list[int]:
        return [len(columns) for columns in start.grains(reading)]

    assert sizes(long_document(12, leaves=2)) == [24, 12]
    assert sizes(long_document(30, leaves=2)) == [30]
    assert sizes(long_document(90, chapters=6)) == [90, 6]
    assert sizes(long_document(700, chapters=20)) == [20]
    assert sizes(long_document(200)) == [200]
    assert sizes(long_document(700)) == []
    leaves, articles = start.grains(long_document(12, leaves=2))
    assert [column.label for column in leaves[:3]] == ["第1条", "第1条第二款", "第2条"]
    assert [column.label for column in articles[:3]] == ["第1条", "第2条", "第3条"]
    assert {column.chapter for column in articles} == {""}
    [chapters] = start.grains(long_document(700, chapters=20))
    assert [(column.label, column.chapter) for column in chapters[:2]] == [("第1章", "chp_1"), ("第2章", "chp_2")]


def test_long_rules_have_chapters_only_where_all_squares_are_too_many(local_compared: Compared) -> None:
    """Four texts beside a short rule leave room for 80 articles beside two; a third has none."""
    rows = [("cats", 4, (30, 12)), ("dogs", 2, (80, 9)), ("birds", 1, (110, 7))]
    made = []
    for name, n, sizes in rows:
        base = replace(local_compared.pair.base, id=name)
        grains = tuple(start.Grain(tuple(_column(at) for at in range(size)), (), ()) for size in sizes)
        one = replace(start.card(local_compared, row=False), grains=grains)
        made += [(replace(local_compared.pair, base=base), one)] * n
    assert [len(one.columns) for one in start.maps(made[:6])] == [30, 80]
    assert [len(one.columns) for one in start.maps(made)] == [30, 80, 110]
    assert [len(one.columns) for one in start.maps([*made, made[4]])] == [30, 9, 110]


def _column(at: int) -> start.Column:
    return start.Column(eids=(f"art_{at}",), label="", unit="", number="", opens=True)


def test_the_start_page_shows_a_part_of_many_comparisons(local_compared: Compared) -> None:
    def following(base: str, n: int) -> list[Pair]:
        entry = replace(local_compared.pair.base, id=base)
        return [replace(local_compared.pair, base=entry)] * n

    pairs = [*following("cats", 30), *following("dogs", 30), *following("birds", 3)]
    rows = have_rows(pairs)
    assert [sum(rows[at : at + 30]) for at in (0, 30, 60)] == [24, 16, 0]
    cards = [(pair, start.card(local_compared, row=row)) for pair, row in zip(pairs, rows, strict=True)]
    maps = start.maps(cards)
    assert [(len(one.cards), one.compared) for one in maps] == [(24, 30), (16, 30), (0, 3)]
    assert [bool(one.columns) for one in maps] == [True, True, False]
    assert sum(len(one.columns) * len(one.cards) for one in maps) <= MOST_SQUARES


def test_in_a_map_rules_stand_before_translations_and_have_its_squares(local_compared: Compared) -> None:
    pair = local_compared.pair
    pairs = [replace(pair, relation="translates")] * 2 + [pair] * MOST_ROWS
    rows = have_rows(pairs)
    assert list(rows) == [False, False, *(True for _ in range(MOST_ROWS))]
    [shown] = start.maps([(pair, start.card(local_compared, row=row)) for pair, row in zip(pairs, rows, strict=True)])
    assert {pair.relation for pair, _ in shown.cards} == {"implements"}


def test_a_dismissed_finding_is_none_to_check_on_the_start_page(local_compared: Compared, reviewed: Comparison) -> None:
    one = start.card(replace(local_compared, table=table(reviewed)), row=False)
    assert sorted(kind.rule for kind in one.kinds) == ["actor", "list-incomplete", "number"]
    assert one.to_check == 3


def test_omissions_to_check_and_those_decided_sum_up_to_what_is_omitted(
    local_compared: Compared, reviewed: Comparison
) -> None:
    one = start.card(replace(local_compared, table=table(reviewed)), row=False)
    assert (one.counts["omitted"], one.omissions, one.decided) == (1, 0, 1)
    quoting = replace(local_compared, pair=replace(local_compared.pair, relation="quotes"))
    assert start.card(quoting, row=False).decided == 0
