"""Clauses known by their form stand beside their like and beside nothing else."""

from __future__ import annotations

from tests.texts import parsed

from policydiff.alignment import align

CENTRAL = """第一条 为了加强胡须管理，根据《毛发管理法》，制定本办法。
第二条 各级胡须管理部门应当认真贯彻执行胡须管理规定。
第三条 本办法由国家胡须局负责解释。
第四条 本办法自2020年1月1日起施行。
"""
NOTICE = """胡须镇关于印发《胡须管理办法》的通知

各村：

现将《胡须管理办法》印发给你们，请认真贯彻执行。

胡须管理办法

一、为了落实国家胡须管理要求，结合本镇实际，制定本办法。
二、每月最后一天检查一次胡须。
三、本办法由镇胡须办解释。
"""


def links(base: str, target: str) -> dict[tuple[str, ...], tuple[tuple[str, ...], str]]:
    """For each base side of a link its target side and what it rests on."""
    return {link.base: (link.target, link.basis) for link in align(parsed(base), parsed(target)).links}


def test_the_sentence_of_a_notice_is_no_counterpart_of_a_duty_that_sounds_like_it() -> None:
    rows = align(parsed(CENTRAL), parsed(NOTICE)).links
    assert [link.base for link in rows if "preamble__para_1" in link.target] == [()]
    assert [link.target for link in rows if "art_2__para_1" in link.base] == [()]


def test_purpose_and_interpretation_stand_beside_their_like_whatever_their_words() -> None:
    found = links(CENTRAL, NOTICE)
    assert found[("art_1__para_1",)] == (("lvl_1",), "role")
    assert found[("art_3__para_1",)] == (("lvl_3",), "role")


def test_an_entry_into_force_without_its_like_is_omitted() -> None:
    assert links(CENTRAL, NOTICE)[("art_4__para_1",)][0] == ()
