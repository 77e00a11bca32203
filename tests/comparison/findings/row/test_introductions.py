"""What introduces a list is asked whom the list binds; it may be no more than marks."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.model import Source
from policydiff.parsing import parse


@given(st.text("，：；、。…—“”（）()*· 　", max_size=6))
@example("")
@example("……")
@example("“”")
def test_a_list_whose_introduction_holds_no_words_is_compared_like_any_other(marks: str) -> None:
    texts = ("第一条 不得在公共浴池染须。", f"第二条 {marks}：\n（一）开设假发店\n（二）在街头染须")
    base, target = (parse(Source(text=text, origin="", sha256="", language="zh")) for text in texts)
    rows = compare(align(base, target)).rows
    assert [row.status for row in rows].count("added") >= 1
