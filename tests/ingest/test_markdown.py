"""Markdown → hints: what lies outside syntax and comments is what a reader sees."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from policydiff.ingest import markdown
from policydiff.ingest.markdown import hints
from policydiff.model import Source
from policydiff.parsing import parse


def pieces(text: str, kind: str) -> list[str]:
    return [text[h.span.start : h.span.end] for h in hints(text) if h.kind == kind]


def seen(text: str) -> str:
    """The text without what the hints call syntax and comments."""
    out, at = [], 0
    for hint in hints(text):
        if hint.kind != "heading":
            out.append(text[at : hint.span.start])
            at = hint.span.end
    return "".join([*out, text[at:]])


def test_a_heading_is_its_words_without_the_marks_around_them() -> None:
    text = "## **第一章 总则** ##\n\n第一条 胡须应当整洁。\n"
    assert pieces(text, "heading") == ["第一章 总则"]
    assert [h.rank for h in hints(text) if h.kind == "heading"] == [2]
    assert pieces(text, "syntax") == ["##", "**", "**", "##"]


def test_comments_are_comments_in_a_line_of_their_own_in_a_sentence_and_over_several_lines() -> None:
    text = "<!-- 头\n\n部 -->\n第一条 胡须<!-- 注 -->整洁。\n"
    assert pieces(text, "comment") == ["<!-- 头\n\n部 -->", "<!-- 注 -->"]
    assert seen(text).split() == ["第一条", "胡须整洁。"]


def test_the_bars_of_a_table_are_syntax_and_other_bars_are_text() -> None:
    text = "第一条 甲|乙。\n\n| 项目 | 金额 |\n|:---|---:|\n| 修剪 \\| 染须 | 十元 |\n\n第二条 丙|丁。\n"
    assert "".join(pieces(text, "syntax")) == "|||||||\\||"
    assert [line.split() for line in seen(text).splitlines() if line] == [
        ["第一条", "甲|乙。"],
        ["项目", "金额"],
        [":------:"],
        ["修剪", "|", "染须", "十元"],
        ["第二条", "丙|丁。"],
    ]


def test_rows_of_a_markdown_table_are_read_as_rows_of_any_other() -> None:
    text = "第一条 收费如下：\n\n| 项目 | 金额 |\n|---|---|\n| 修剪 | 十元 |\n| 染须 | 二十元 |\n"
    made = parse(Source(text=text, origin="", sha256="", language="zh", hints=hints(text)))
    assert [leaf.text for leaf in made.leaves()] == ["收费如下：", "修剪\t十元", "染须\t二十元"]
    assert [leaf.level for leaf in made.leaves()] == ["paragraph", "row", "row"]
    assert [one.heading for one in made.walk() if one.heading] == ["项目\t金额"]


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert seen("<!-- 第一条 胡须整洁。\n\n第二条 按期修剪。") == "<!-- 第一条 胡须整洁。\n\n第二条 按期修剪。"


def test_raw_html_is_text_but_for_the_tags_that_say_how_words_look() -> None:
    text = "<script>alert(1)</script>\n\n第一条 胡须<table>整洁，<1寸>。"
    assert seen(text) == text
    assert seen('第一条 <b>胡须</b><U>整洁</U>。<br/>\n\n<div align="right">胡须办</div>') == (
        "第一条 胡须整洁。\n\n胡须办"
    )


def test_what_stands_above_the_text_for_a_generator_of_pages_is_a_comment() -> None:
    text = "---\ntitle: 甲\ntags:\n  - 须\n---\n\n# 胡须办法\n\n第一条 甲。\n"
    assert pieces(text, "comment") == ["---\ntitle: 甲\ntags:\n  - 须\n---"]
    assert pieces(text, "heading") == ["胡须办法"]
    assert seen("---\n第一条 甲：\n乙。\n---\n").split() == ["第一条", "甲：", "乙。"]


def test_what_is_struck_out_is_deleted() -> None:
    text = "第一条 ~~剃须~~梳须。第 1~~2 项。"
    assert pieces(text, "deleted") == ["剃须"]
    assert seen(text) == "第一条 梳须。第 1~~2 项。"


@pytest.mark.parametrize(
    "text",
    [
        "第一条 梳须收费为10~~20元，染须的30~~40元。",
        "第一条 周一~~周五，周六~~周日梳须。",
        "Article 1 Combs cost a~~b yuan, razors c~~d yuan.",
        "第一条 须长 a<b and c>d 的，罚款。",
        "Article 1 Where x<i or y>z, comb.",
        "第一条 须长 a<b>c 的，罚款。",
        "第一条 须长 a<b 且 c>d 的，罚款。",
    ],
)
def test_ranges_and_comparisons_are_words(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    "lines",
    [
        "Title: Beard Code\nArticle 1: All shall comb.",
        "title: 须\n第一条: 应当梳须。",
        "title: 须\n一、: 应当梳须。",
        "title: 须\n  （一）梳须。",
        "title: 须\n- 第二条 剃须。",
        "适用范围: 本街。\n罚款: 五十元。",
        "Scope: this street\nFine: fifty",
    ],
)
def test_provisions_between_two_rules_at_the_head_are_text(lines: str) -> None:
    text = f"---\n{lines}\n---\n"
    assert pieces(text, "comment") == []
    assert seen(text).strip().splitlines()[0] == lines.splitlines()[0]


def test_many_references_are_read_in_no_time() -> None:
    text = "".join(f"[{n}]: /x\n" for n in range(8000)) + "第一条 由[胡须办][7]解释。\n"
    began = time.perf_counter()
    assert seen(text).endswith("第一条 由胡须办解释。\n")
    assert time.perf_counter() - began < 2


def test_the_address_of_a_reference_is_syntax_and_a_definition_without_one_is_text() -> None:
    assert seen('第一条 由[胡须办][1]解释。\n\n[1]: https://law.example "办"\n').strip() == "第一条 由胡须办解释。"
    assert seen("第一条 由[胡须办][1]解释。\n\n[1]: 包括髭\n").split()[-1] == "包括髭"


@pytest.mark.parametrize(
    "text",
    [
        "1. 胡须整洁\n2. 按期修剪",
        "    四格缩进的第一条",
        "第一条\n===",
        "```\n第一条 胡须\n```"[4:],
        "[1]: 第一条所称胡须",
        "第一条 &amp; 第二条",
        "4 * 5 与 6 * 7",
        "snake_case_name",
        "#无空格的标题",
    ],
)
def test_what_markdown_would_hide_or_restyle_stays_text(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("**第一条** 胡须", "第一条 胡须"),
        ("**（一）**提高认识", "（一）提高认识"),
        ("*a*和**b**和***c***", "a和b和c"),
        ('[第一条](http://law.example "x")第一条', "第一条第一条"),
        ("![图](a.png)图", "图图"),
        ("<http://law.example>", "http://law.example"),
        (r"\*不是强调\*", "*不是强调*"),
        ("`第一条`", "第一条"),
        ("> 第一条\n> > 胡须\n还是引文", " 第一条\n  胡须\n还是引文"),
        ("甲\n\n---\n\n乙", "甲\n\n\n\n乙"),
        ("甲\r\n\r\n**乙**\r\n", "甲\r\n\r\n乙\r\n"),
        ("　　**第一条**　胡须", "　　第一条　胡须"),
    ],
)
def test_a_reader_sees_the_words_without_the_marks(text: str, reader: str) -> None:
    assert seen(text) == reader


def test_a_long_row_of_unmatched_marks_is_read_in_no_time() -> None:
    text = "第一条 " + "*" * 3000 + "[" * 3000 + "胡须"
    assert "胡须" in seen(text)


WORDS = ["第一条", "胡须", "a", "1.", "（一）", "。", "<b>", "<http://x.y>"]
MARKS = ["#", "## ", "*", "**", "_", "`", "``", ">", "> ", "---", "- ", "[", "](", ")", "![", "<!--", "-->", "\\"]
BLANKS = [" ", "\t", "\u3000", "\n", "\n\n", "\r\n", "---\n"]
MARKED_UP = st.lists(st.sampled_from([*WORDS, *MARKS, *BLANKS]), max_size=25).map("".join)


@given(MARKED_UP)
@example("## ## ")
@example("> # **甲** <!-- 乙 -->\n> 丙")
def test_hints_stand_in_order_and_never_over_one_another(text: str) -> None:
    found = hints(text)
    ends = [0, *(h.span.end for h in found)]
    assert all(end <= hint.span.start < hint.span.end for end, hint in zip(ends, found, strict=False))
    assert not found or found[-1].span.end <= len(text)


@given(MARKED_UP)
def test_what_is_outside_the_hints_is_what_markdown_renders(text: str) -> None:
    rendered = rendered_text(text)
    assume("**" not in rendered)
    assert squeezed(seen(text)) == squeezed(rendered)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def rendered_text(text: str) -> str:
    """What an independent run of the same Markdown shows, without our tracing of it."""
    off = ["list", "code", "fence", "lheading", "reference", "entity"]
    return "".join(map(token_text, MarkdownIt("commonmark").disable(off).parse(text)))


def token_text(token: Token) -> str:
    if token.type == "image":
        return image_label(token)
    if token.children is not None:
        return "".join(map(token_text, token.children))
    if token.type in ("html_block", "html_inline"):
        return re.sub(r"<!--(?:-?>|.*?-->)", "", token.content, flags=re.DOTALL)
    return token.content


def image_label(token: Token) -> str:
    """A picture's label is plain words to us: marks inside it stay."""
    return token.content


BETWEEN = "第一条 甲。,# 总则,> 乙,>,**丙**,`,<!-- 注,注 -->,<!-- 注 -->,<div>,</div>,<pre>,</pre>,<?丁,?>,<!DOCTYPE"
PIECES = st.sampled_from(["", "", " ", *BETWEEN.split(","), "| 项目 |", "|---|", "***", "_戊_", "[己](庚)", "\\*"])


@example([(line, "\n") for line in ("<!-- 注", "", "第一条 甲。", "", "# 总则 -->", "", "# 附则")])
@example([(line, "\r\n") for line in ("<pre>", "", "第一条 甲。", "", "# 总则", "", "# 附则")])
@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n", "\r\n", "\r"])), max_size=20))
def test_what_holds_no_mark_need_not_be_read_as_markdown(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(markdown, "_marked_stretches", lambda text: [(0, len(text))])
        read_whole = hints(text)
    assert hints(text) == read_whole


HEADINGS = ["# 胡须办法", "## 第一章  总则 ", "# 甲 #", "#乙", "# *丙*", "#\u3000丁", "   # 戊", "####### 己"]
NAMED = ["《关于修改<胡须法>的决定》修正", "甲<乙>", "甲>乙", "  <甲> 乙<", "<甲", "甲\n>乙", "甲<b>"]
COMMENTS = ["<!-- 注 -->", "<!---->", "<!-->", "<!--> 注 -->", "<!-- 注 --> 注 -->", "<!-- # 庚 -->  ", "<!-- 辛"]
BLOCKS = st.lists(st.sampled_from([*HEADINGS, *NAMED, *COMMENTS, "第一条 甲。"]), max_size=6)


@given(BLOCKS, st.sampled_from(["\n\n", "\r\n\r\n", "\n\n\n"]))
def test_plain_headings_comments_and_names_are_what_markdown_makes_of_them(blocks: list[str], between: str) -> None:
    text = between.join(blocks)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(markdown, "_plain", lambda text: None)
        read_as_markdown = hints(text)
    assert hints(text) == read_as_markdown
