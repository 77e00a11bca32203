"""A web page gives the text that a browser shows; what is the site's and not the rule's is residue with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.pages import FOREIGN, TEMPLATES, Template

from policydiff.errors import ReadError
from policydiff.ingest import read
from policydiff.ingest.content import Content
from policydiff.ingest.web import html, setting
from policydiff.model import Document, Source
from policydiff.parsing import parse

TITLE = "东区胡须管理办法"
PARAGRAPHS = (
    "（2021年5月1日东区人民政府公布）",
    "第一章 总则",
    "第一条 为了规范胡须管理，根据《胡须法》，制定本办法。",
    "第二条 本办法所称胡须，是指下列毛发，由所有人自行保管，不得转让、出租、出借给他人使用：",
    "（一）上唇的毛发；",
    "（二）下巴的毛发，长度在5厘米以上的。",
    "第三条 胡须应当每月修剪一次。",
    "修剪由街道胡须办组织。",
    "第二章 附则",
    "第四条 违反本办法的，处100元以上<b>罚款</b>&，情节严重的，责令剃除。",
    "第五条 本办法自2021年6月1日起施行。",
)


def page(body: str, *, original: bool = False) -> Content:
    return html.content(f"<!doctype html><meta charset=utf-8>{body}".encode(), Path("a.html"), original=original)


def lines(body: str) -> list[str]:
    return page(body).text.splitlines()


def residue(made: Content) -> list[tuple[str, str]]:
    return [(hint.kind, made.text[hint.span.start : hint.span.end]) for hint in made.hints if hint.kind != "heading"]


def document(text: str, made: Content | None = None) -> Document:
    hints = made.hints if made else ()
    return parse(Source(text=text, origin="", sha256="", language="zh", hints=hints))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.__name__)
def test_a_rule_is_read_from_any_kind_of_page_as_from_plain_text(template: Template) -> None:
    made = html.content(template(TITLE, PARAGRAPHS).encode(), Path("a.html"))
    found, plain = document(made.text, made), document("\n".join((TITLE, *PARAGRAPHS)))
    assert [(p.eid, p.num, p.heading, p.text) for p in found.walk()] == [
        (p.eid, p.num, p.heading, p.text) for p in plain.walk()
    ]
    assert found.title == TITLE
    assert not found.problems


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.__name__)
def test_what_the_site_adds_is_residue_that_bears_its_reason(template: Template) -> None:
    made = html.content(template(TITLE, PARAGRAPHS).encode(), Path("a.html"))
    said = "".join(text for kind, text in residue(made) if kind == "web-page")
    foreign = [word for word in FOREIGN if word in made.text]
    assert [word for word in foreign if word not in said] == []
    assert bool(said.strip()) == bool(foreign)  # where a page adds nothing, nothing is


def test_breaks_and_blocks_end_lines_and_inline_elements_do_not() -> None:
    assert lines("<p>一<b>二</b><span>三</span><br>四<div>五</div>六") == ["一二三", "四", "五", "六"]


def test_blanks_are_those_that_a_browser_shows() -> None:
    assert lines("<p>  the \n beard\t<b> of </b> a man</p>") == ["the beard of a man"]
    assert lines("<p>胡须\n  应当\r\n整洁，\n不得打结。</p>") == ["胡须应当整洁，不得打结。"]
    assert lines("<p>&nbsp;&nbsp;　　胡须</p>") == ["\xa0\xa0　　胡须"]


def test_preformatted_lines_stay_lines() -> None:
    assert lines("<pre>第一条 一。\n第二条  二。</pre>") == ["第一条\xa0一。", "第二条\xa0\xa0二。"]
    assert lines("<p style='white-space: pre-wrap'>一\n二</p>") == ["一", "二"]


def test_character_references_are_the_characters() -> None:
    assert lines("<p>&#31532;&#x4e00;&#26465; &ldquo;胡&rdquo;&hellip;&lt;b&gt;&amp;&middot;") == ["第一条 “胡”…<b>&·"]


def test_a_reference_to_what_is_no_character_is_the_replacement_character() -> None:
    assert lines("<p>胡&#xD800;须&#1114112;</p>") == ["胡\ufffd须\ufffd"]


def test_cells_of_one_line_stand_on_a_line_with_tabs_between() -> None:
    rows = "<tr><th>长度<th>罚款<tr><td><p>5厘米</p><td><p>100元</p>"
    assert lines(f"<table>{rows}</table>") == ["长度\t罚款", "5厘米\t100元"]


@pytest.mark.parametrize("row", ["<tr></tr>", "<tr>\n</tr>", "<tr><tr>", "<tbody><tr></tbody>"])
def test_a_row_without_a_cell_is_none(row: str) -> None:
    assert lines(f"<table>{row}<tr><td>甲<td>乙</tr>{row}</table><p>丙") == ["甲\t乙", "丙"]


def test_cells_of_several_lines_are_one_row_unless_they_hold_provisions_or_links() -> None:
    assert lines("<table><tr><td>一<br>二<td>三</table>") == ["一 二\t三"]
    assert lines("<table><tr><td>一<br>1. 二<td>三</table>") == ["一", "1. 二", "三"]
    assert lines("<table><tr><td><a href=a>一</a><br>二<td>三</table>") == ["一", "二", "三"]


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ("<ol>", ["1. ", "2. "]),
        ("<ol start=4>", ["4. ", "5. "]),
        ("<ol type=a>", ["a. ", "b. "]),
        ("<ol type=I>", ["I. ", "II. "]),
        ("<ol style='list-style-type: cjk-ideographic'>", ["一、", "二、"]),
        ("<ol style='list-style: none'>", ["", ""]),
        ("<ol start=x>", ["1. ", "2. "]),
        ("<ul>", ["", ""]),
    ],
)
def test_the_numbers_of_a_list_are_those_that_a_browser_prints(opening: str, numbers: list[str]) -> None:
    assert lines(f"{opening}<li>修剪；<li>剃除。") == [f"{numbers[0]}修剪；", f"{numbers[1]}剃除。"]


def test_the_title_may_stand_behind_a_label_above_the_text() -> None:
    text = "".join(f"<tr><td>第{n}条</td><td>胡须应当整洁，每月修剪一次。</td></tr>" for n in "一二三")
    head = "<table><tr><td>法规名称：</td><td>胡须办法</td></tr><tr><td>公布日期：</td><td>2020年</td></tr></table>"
    made = page(f"<title>胡须办法_法规库</title>{head}<table>{text}</table>")
    found = document(made.text, made)
    assert (found.title, len(found.provisions)) == ("胡须办法", 3)
    assert residue(made)[0] == ("web-page", "法规名称：\t")


def test_a_list_in_a_list_stands_behind_blanks() -> None:
    assert lines("<ol><li>修剪：<ol><li>长须；<li>短须；</ol><li>剃除。</ol>") == [
        "1. 修剪：",
        "   1. 长须；",
        "   2. 短须；",
        "2. 剃除。",
    ]


def test_a_list_whose_items_bear_numbers_already_is_not_numbered_again() -> None:
    assert lines("<ol><li>（一）修剪；<li>2. 剃除。<li value=9>没收。") == ["（一）修剪；", "2. 剃除。", "9. 没收。"]


def test_scripts_styles_comments_and_frames_are_no_text() -> None:
    body = "<style>p{}</style><script>第一条</script><!-- 第二条 --><iframe>三</iframe><noscript>四</noscript><p>五"
    assert lines(body) == ["五"]


def test_what_is_not_displayed_is_hidden_residue() -> None:
    assert residue(page("<p>第一条 见。<p style='display: none'>第二条 不见。<p hidden>三")) == [
        ("hidden", "第二条 不见。"),
        ("hidden", "三"),
    ]


def test_changes_are_read_as_accepted_and_on_request_as_they_were_before() -> None:
    body = "<p>由<del>街道</del><ins>区</ins>胡须办负责。"
    now, before = page(body), page(body, original=True)
    assert [leaf.text for leaf in document(now.text, now).leaves()] == ["由区胡须办负责。"]
    assert [leaf.text for leaf in document(before.text, before).leaves()] == ["由街道胡须办负责。"]
    assert (residue(now), residue(before)) == ([("deleted", "街道")], [("deleted", "区")])
    assert [one.kind for one in document(now.text, now).problems] == ["deleted"]


@pytest.mark.parametrize("tag", ["s", "strike", "del"])
def test_an_article_that_is_struck_out_is_residue_and_said(tag: str) -> None:
    made = page(f"<p>第一条 蓄须。<p><{tag}>第二条 染须。</{tag}><p>第三条 梳须。")
    assert residue(made) == [("deleted", "第二条 染须。")]
    assert [leaf.eid for leaf in document(made.text, made).leaves()] == ["art_1__para_1", "art_3__para_1"]
    assert len(document(made.text, made).problems) == 2  # the gap in the numbers, too


def test_an_article_is_in_the_main_text_wherever_the_page_puts_it() -> None:
    articles = "".join(f"<p>第{number}条 胡须应当每月修剪一次，不得有误。</p>" for number in "一二三四五六七八九")
    made = page(f"<div><div>{articles}</div><div><p>第十条 本办法自公布之日起施行。</p></div></div>")
    assert residue(made) == []


def test_a_link_in_the_main_text_is_text() -> None:
    first, second = "第一条 根据<a href=x>《胡须法》</a>，制定本办法。", "<a href=y>第二条 胡须应当整洁。</a>"
    made = page(f"<div><p>{first}</p><p>{second}</p></div>")
    assert residue(made) == []


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="gb2312">胡须'.encode("gb18030"),
        '<meta http-equiv="Content-Type" content="text/html; charset=big5">鬍鬚應當'.encode("big5"),
        '<meta charset="gb2312">胡须'.encode(),  # it says one thing and is another
        "<p>胡须".encode("utf-16"),
    ],
    ids=["gb2312", "big5", "utf-8 that claims to be gb2312", "utf-16"],
)
def test_the_encoding_is_the_one_that_the_page_is_in(data: bytes) -> None:
    assert html.content(data, Path("a.html")).text.strip() in ("胡须", "鬍鬚應當")


def test_a_page_saved_under_the_name_of_a_text_is_read_as_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("<!DOCTYPE html>\n<html><body><p>第一条 胡须。</p></body></html>", encoding="utf-8")
    assert read(path).text == "第一条 胡须。\n"


@given(st.text(st.characters(exclude_categories=["Cc", "Cn", "Co", "Cs", "Z"])))
def test_every_character_of_a_page_is_in_its_text(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert page(f"<p>{escaped}</p>").text.rstrip("\n") == text


@given(st.text(st.sampled_from("<>/=\"'!-&;# 第一条pdivtablrhsco\n\0\ud800\x01")))
def test_nothing_that_may_stand_in_a_file_breaks_the_reader(text: str) -> None:
    try:
        made = html.content(f"<p>{text}".encode("utf-8", "surrogatepass"), Path("a.html"))
    except ReadError:
        return
    assert all(0 <= hint.span.start < hint.span.end <= len(made.text) for hint in made.hints)


@pytest.mark.parametrize("unit", ["<div>", "<b>", "<table><tr><td>", "<select><option>", "<ul><li>"])
def test_nesting_without_bounds_is_refused_in_one_line(unit: str) -> None:
    with pytest.raises(ReadError, match=r"a\.html: the page is nested deeper than") as caught:
        page(unit * 10_000 + "胡须")
    assert "\n" not in str(caught.value)


def test_elements_without_bounds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "MOST_ELEMENTS", 10)
    with pytest.raises(ReadError, match="more than 10 elements"):
        page("<p>一</p>" * 20)


def test_entities_of_the_pages_own_and_files_that_it_names_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("秘密", encoding="utf-8")
    text = f'<!DOCTYPE html [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b "笑">]><p>胡须&a;&b;<img src="{secret}">'
    made = html.content(text.encode(), Path("a.html")).text
    assert "秘密" not in made
    assert "笑" not in made.replace('"笑"', "")
