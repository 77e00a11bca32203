"""What is compared as one: an article, a numbered point with all below it, each article and paragraph of an annex."""

from __future__ import annotations

from tests.texts import parsed

from policydiff.alignment.units import units

RULE = """渔船检验办法

第一章 总则

第一条 渔船应当每年检验一次：
（一）船体；
（二）主机。

第二条 检验的范围见附件。

附件：检验范围

本附件规定检验的范围。

第一条 船体应当检验。

第二条 主机应当检验。
"""


def test_an_annex_is_no_unit_but_what_stands_in_it_is() -> None:
    found = units(parsed(RULE))
    assert found.eids == (
        "art_1",
        "art_2",
        "annex_1__para_1",
        "annex_1__art_1",
        "annex_1__art_2",
    )
    assert [len(member) for member in found.members] == [3, 1, 1, 1, 1]
