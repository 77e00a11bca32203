"""Introductions to lists follow their items."""

from __future__ import annotations

import pytest
from tests.texts import parsed

from policydiff.alignment import align

CENTRAL = """第一条 违反本办法规定的，按照有关规定追究责任。
有下列情形之一的，胡须管理部门应当逐级倒查，追究当事人至主要负责人责任：
（一）胡须被他人剪断，没有及时报告胡须管理部门的；
（二）在公共场所丢弃胡须，影响环境卫生的；
（三）伪造胡须登记证明的。
第二条 胡须管理部门每年公布检查结果。
"""
LOCAL = """一、本镇村民违反胡须规定，造成以下情况的，按照有关规定追究责任。
（一）胡须被剪断，没有及时报告镇胡须办的；
（二）在集市丢弃胡须，影响环境卫生的；
（三）伪造胡须登记证明的。
二、镇胡须办每年公布检查结果。
"""


def test_an_introduction_that_merges_two_is_linked_with_both() -> None:
    documents = [parsed(text) for text in (CENTRAL, LOCAL)]
    merged = [link for link in align(*documents).links if "lvl_1" in link.target]
    assert [link.base for link in merged] == [("art_1__para_1", "art_1__para_2")]


LISTED = """第一条 胡须协会应当履行下列职责：
（一）登记蓄须店的营业时间和染料来源；
（二）每年检查剃刀的消毒记录；
（三）调解会员与顾客的争议。
第二条 会员大会每年召开一次。
"""
IN_PROSE = """第一条 协会登记蓄须店的营业时间和染料来源，每年检查剃刀的消毒记录。
第二条 会员大会每年召开两次。
"""


@pytest.mark.parametrize("is_turned", [False, True])
def test_an_introduction_stands_beside_the_prose_that_answers_its_items(*, is_turned: bool) -> None:
    documents = [parsed(text) for text in (LISTED, IN_PROSE)]
    links = align(*(documents[::-1] if is_turned else documents)).links
    listed, prose = ("target", "base") if is_turned else ("base", "target")
    row = next(link for link in links if "art_1__para_1" in getattr(link, prose))
    assert getattr(row, listed) == ("art_1__para_1", "art_1__para_1__point_1", "art_1__para_1__point_2")
    assert row.basis == "text"


def test_one_item_says_too_little_of_where_an_introduction_belongs() -> None:
    texts = (LISTED, IN_PROSE.replace("，每年检查剃刀的消毒记录", ""))
    documents = [parsed(text) for text in texts]
    row = next(link for link in align(*documents).links if "art_1__para_1__point_1" in link.base)
    assert row.base == ("art_1__para_1__point_1",)
