"""Introductions to lists follow their items."""

from __future__ import annotations

from policydiff.alignment import align
from policydiff.model import Source
from policydiff.parsing import parse

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
    documents = [parse(Source(text=text, origin="rule.txt", sha256="", language="zh")) for text in (CENTRAL, LOCAL)]
    merged = [link for link in align(*documents).links if "lvl_1" in link.target]
    assert [link.base for link in merged] == [("art_1__para_1", "art_1__para_2")]
