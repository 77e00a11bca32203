"""What several pages have to say, before it is HTML."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from policydiff.model import Comparison
from policydiff.presentation import table
from policydiff.report.terminal import visible
from policydiff.site import pages


def test_a_provision_knows_its_counterparts_on_either_side(local_compared: pages.Compared) -> None:
    of_base = pages.counterparts([local_compared], "cats")["art_4"][0]
    assert (of_base.status, of_base.labels, of_base.anchor) == ("changed", ("二（一）", "二（二）"), "base-art_4")
    of_target = pages.counterparts([local_compared], "bluestone")["lvl_1__lvl_3"][0]
    assert (of_target.status, of_target.labels, of_target.anchor) == ("added", (), "target-lvl_1__lvl_3")


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
