"""What several pages have to say, before it is HTML."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from policydiff.model import Basis, Comparison
from policydiff.presentation import table
from policydiff.report.terminal import visible
from policydiff.site import files, pages
from policydiff.sitemap import parts


def test_a_provision_knows_its_counterparts_on_either_side(local_compared: pages.Compared) -> None:
    of_base = pages.counterparts([local_compared], "cats")["art_4"][0]
    assert (of_base.status, of_base.labels, of_base.anchor) == ("changed", ("二（一）", "二（二）"), "base-art_4")
    of_target = pages.counterparts([local_compared], "bluestone")["lvl_1__lvl_3"][0]
    assert (of_target.status, of_target.labels, of_target.anchor) == ("added", (), "target-lvl_1__lvl_3")


def under_another(one: pages.Compared, basis: Basis = "text") -> pages.Compared:
    """The same rule beside another superior, which has in its article 2 what the first lacks."""
    comparison = one.table.comparison
    rows = [
        replace(row, status="changed", link=row.link._replace(base=("art_2",), basis=basis))
        for row in comparison.rows
        if row.link.target == ("lvl_1__lvl_3",)
    ]
    superior = replace(comparison.base, id="province", title="省猫咖条例")
    shown = table(replace(comparison, base=superior, rows=tuple(rows), findings=()))
    pair = replace(one.pair, base=replace(one.pair.base, id="province"))
    return replace(one, name="province--bluestone", pair=pair, table=shown)


def test_what_one_superior_lacks_and_another_has_is_known_beside_the_first(local_compared: pages.Compared) -> None:
    [(eid, [held])] = pages.held_elsewhere(local_compared, [under_another(local_compared)]).items()
    assert eid == "lvl_1__lvl_3"
    assert (held.title, held.labels, held.comparison) == ("省猫咖条例", ("第二条",), "province--bluestone")
    assert pages.held_elsewhere(local_compared, [under_another(local_compared, "doubtful")]) == {}
    assert pages.held_elsewhere(local_compared, []) == {}


def test_the_page_of_a_comparison_says_what_another_superior_has_of_what_is_added(
    local_compared: pages.Compared,
) -> None:
    other = under_another(local_compared)
    pairs = [local_compared.pair, other.pair]
    entries = list(dict.fromkeys(entry for pair in pairs for entry in (pair.base, pair.target)))
    [part, _] = [part for part in parts(entries, pairs) if part.subject == "comparison"]
    assert part.pairs == tuple(pairs)
    documents = {one.pair.base.id: one.table.base.document for one in (local_compared, other)} | {
        local_compared.pair.target.id: local_compared.table.target.document
    }
    shelf = [(entry, documents[entry.id]) for entry in entries]
    both = [(one.pair, one.table.comparison) for one in (local_compared, other)]
    (path, page), *_ = files(part, shelf, both)
    assert path == "comparisons/cats--bluestone.html"
    assert page.count("其他上位法有相近规定") == 1
    assert '<a href="province--bluestone.html#target-lvl_1__lvl_3">省猫咖条例 第二条</a>' in page
    (_, alone), *_ = files(part, shelf, both[:1])
    assert "其他上位法有相近规定" not in alone


def test_what_quotes_a_rule_is_beside_no_other_superior(local_compared: pages.Compared) -> None:
    other = under_another(local_compared).pair
    quoted = replace(local_compared.pair, relation="quotes")
    of = [part.pairs for part in parts([], [quoted, other]) if part.subject == "comparison"]
    assert of == [(quoted,), (other,)]


def test_control_codes_are_spelt_out() -> None:
    assert pages.visible("甲\u202e乙\x1b[2J丙\n") == "甲⟦U+202E⟧乙⟦U+001B⟧[2J丙\n"


def test_what_hides_from_the_reader_is_spelt_out_on_a_page_as_on_a_terminal() -> None:
    for code in range(0x110000):
        char = chr(code)
        if char not in "\t\n\r":
            hidden = char not in pages.visible(f"网{char}络")
            assert hidden == (char not in visible(f"网{char}络")) or char in "\v\f", hex(code)
    assert pages.visible("网\u200b络\ufeff安\u2060全\u3164") == "网⟦U+200B⟧络⟦U+FEFF⟧安⟦U+2060⟧全⟦U+3164⟧"


def test_an_omission_is_to_check_until_somebody_decides_about_it(
    local_compared: pages.Compared, reviewed: Comparison
) -> None:
    assert local_compared.omissions == 1
    assert replace(local_compared, table=table(reviewed)).omissions == 0
    rows = list(reviewed.rows)
    remark = replace(rows[4].decisions[0], verdict="note")
    rows[4] = replace(rows[4], decisions=(remark,))
    assert replace(local_compared, table=table(replace(reviewed, rows=tuple(rows)))).omissions == 1


def test_a_text_that_only_quotes_omits_nothing(local_compared: pages.Compared) -> None:
    assert replace(local_compared, pair=replace(local_compared.pair, relation="quotes")).omissions == 0


@pytest.mark.parametrize("unit", ["art_3", "art_31-1", "chp_7~2", "preamble", "preamble_2", "lvl_12"])
def test_a_page_of_versions_has_the_name_of_its_article(unit: str) -> None:
    assert pages.page_of(f"{unit}__para_2__point_3") == unit


@pytest.mark.parametrize("unit", ["../art_1", "art_" + "9" * 300, "art_一", "", ".", "con/../x", "ART_1"])
def test_no_identifier_leads_out_of_the_folder_or_is_too_long_for_a_file(unit: str) -> None:
    name = pages.page_of(unit)
    assert re.fullmatch(r"[0-9a-f]{16}", name)
    assert name != pages.page_of(unit + "x")
