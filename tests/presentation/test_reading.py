"""What pages and reports need to know of a document as a whole."""

from __future__ import annotations

from pathlib import Path

from tests.cats import document, provision

from policydiff.ingest import read
from policydiff.parsing import parse
from policydiff.presentation import Reading

TABLE = """# 胡须办法

第一条 **蓄须**者按照下表缴费。

第二条 胡须长度以 *毫米* 计算。

附件 胡须费用表

| 种类 | 金额 |
|---|---|
| 长须 | 30元 |
"""


def test_the_marks_of_a_table_or_a_paragraph_are_left_out_together(tmp_path: Path) -> None:
    (tmp_path / "beards.md").write_text(TABLE, encoding="utf-8")
    reading = Reading(document=parse(read(tmp_path / "beards.md")))
    marks = [one for one in reading.left_out if one[0].reason == "syntax"]
    assert [(reading.left_out_words(one), len(one)) for one in marks] == [("#", 1), ("**", 2), ("*", 2), ("| ---", 11)]
    assert [residue for one in reading.left_out for residue in one] == [*reading.document.residue]


def test_what_stands_in_annexes_is_counted_apart() -> None:
    rule = provision("art_1", "article", "第一条", "留须。")
    annex = provision("annex_1", "annex", "附件", "", provision("annex_1__lvl_1", "level", "一、", "样式。"))
    assert Reading(document=document("beards", "胡须办法", rule, annex)).annexed == 1
