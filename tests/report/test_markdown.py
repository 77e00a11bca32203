"""The comparison table as Markdown: what a document says never becomes markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.report.tables import DAY, HOSTILE, saying

from policydiff.model import Comparison, Edit
from policydiff.report.markdown import LONGEST_CELL, escaped, render
from policydiff.report.terminal import visible

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OWN = {"<!-- -->", "<b>", "</b>", "<ins>", "</ins>", "<del>", "</del>", "<br>"}
ALLOWED = {"text", "text_special", "html_inline", "softbreak"}


def read(words: str) -> str:
    """The words of a line of Markdown as they are shown; anything but text fails."""
    [inline] = READER.parseInline(f"字{words}字")
    children = inline.children or []
    assert {child.type for child in children} <= ALLOWED
    assert {child.content for child in children if child.type == "html_inline"} <= OWN
    return "".join(child.content for child in children if child.type.startswith("text"))[1:-1]


@pytest.mark.parametrize("words", HOSTILE)
def test_escaped_words_read_as_they_were(words: str) -> None:
    assert read(escaped(visible(words))) == visible(words)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_words_read_as_they_were(words: str) -> None:
    assert read(escaped(visible(words))) == visible(words)


@given(st.text("\\`*_[]<>&|~$!#@:/w.(){}-=+ a字", max_size=20))
def test_any_marks_read_as_they_were(words: str) -> None:
    assert read(escaped(visible(words))) == visible(words)


def test_links_mentions_and_pictures_that_github_makes_are_kept_apart() -> None:
    assert escaped("www.x http://x a@x #1 :tada:") == (
        "www<!-- -->.x http:<!-- -->//x a@<!-- -->x #<!-- -->1 :<!-- -->tada:"
    )


def test_it_is_a_table_with_a_row_for_every_row(comparison: Comparison) -> None:
    made = render(comparison, ui="zh", date=DAY)
    rows = [token for token in READER.parse(made) if token.type == "tr_open"]
    assert len(rows) == 1 + len(comparison.rows)
    assert "| 序号 | 上位法条文 | 本规定条文 | 对照类型 | 说明及依据 |\n" in made
    assert (
        "| 2 | <b>第二条</b> 蓄须者<del>应当</del>每月修剪一次。 "
        "| <b>第二条</b> 蓄须者<ins><b>可以</b></ins>每月修剪一次。 | 变更<br>重点核对<br>移位 |"
    ) in made
    assert made.endswith("- <b>文字：</b>第三条：序号缺失\n")


def test_what_moved_bears_its_number_and_the_key_tells_it(comparison: Comparison) -> None:
    cut = "每月修剪一次"
    moved = (
        Edit(op="keep", text="蓄须者应当"),
        Edit(op="delete", text=cut, move=1),
        Edit(op="keep", text="。"),
    )
    row = replace(comparison.rows[1], edits=moved)
    made = render(replace(comparison, rows=(row,)), ui="zh", date=DAY)
    assert f"<del>{cut}</del><b>→1</b>" in made
    assert "同一文字只是移位" in made
    assert "同一文字只是移位" not in render(comparison, ui="zh", date=DAY)


def test_where_a_cell_would_be_too_long_to_read_it_is_a_list(comparison: Comparison) -> None:
    long = "梳须。" * LONGEST_CELL
    base = replace(comparison.base, provisions=(comparison.base.provisions[1]._replace(text=long),))
    row = replace(comparison.rows[1], edits=(Edit(op="delete", text=long),))
    made = render(replace(comparison, base=base, rows=(row,)), ui="zh", date=DAY)
    assert "|" not in made
    assert "## 1. 变更、重点核对、移位、改写\n\n- <b>上位法条文：</b><b>第二条</b> " in made


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("often", [1, 200])
def test_a_hostile_text_adds_no_markup_to_the_page(comparison: Comparison, words: str, often: int) -> None:
    tame = render(saying(comparison, "字" * len(words) * often), ui="zh", date=DAY)
    made = render(saying(comparison, words * often), ui="zh", date=DAY)
    assert {token.type for token in READER.parse(made)} == {token.type for token in READER.parse(tame)}
    for token in READER.parse(made):
        for child in token.children or []:
            assert child.type in ALLOWED
            assert child.type != "html_inline" or child.content in OWN


def test_the_same_comparison_gives_the_same_text(comparison: Comparison) -> None:
    assert render(comparison, ui="en", date=DAY) == render(comparison, ui="en", date=DAY)
