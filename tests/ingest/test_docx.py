"""Word documents: what is printed is read, what is no text of the document is residue, what is hostile is refused."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest import words
from tests.ingest.words import abstract, content, level, lines, listed, num, p, r, residue

from policydiff.errors import ReadError
from policydiff.ingest import read
from policydiff.ingest.word import docx, package
from policydiff.model import Source
from policydiff.parsing import parse

HIDDEN = "<w:vanish/>"


def box(*texts: str) -> str:
    """A run that anchors a text box, in both ways in which Word writes it."""
    inside = f"<w:txbxContent>{''.join(p(text) for text in texts)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str) -> str:
    """A field as Word writes it: instruction and result between marks."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{mark.format('separate')}"
        f"{result}{mark.format('end')}"
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell's paragraphs are parted by bars."""
    cells = [[f"<w:tc>{''.join(p(text) for text in cell.split('|'))}</w:tc>" for cell in row] for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in cells) + "</w:tbl>"


# ------------------------------------------------------------------------------------------- kept


def test_each_paragraph_is_a_line_and_runs_are_put_together() -> None:
    assert lines(p(r("第一条 胡须") + r("应当整洁。", "<w:b/>")) + p() + p("第二条 略。")) == [
        "第一条 胡须应当整洁。",
        "",
        "第二条 略。",
    ]


def test_breaks_tabs_and_hyphens_are_the_characters_they_look_like() -> None:
    run = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r>"
    page = '<w:r><w:br w:type="page"/><w:t>戊</w:t></w:r>'
    assert content(p(run + page)).text == "甲\t乙\n丙-丁\f戊\n"


def test_blanks_at_the_ends_of_a_run_count_where_the_file_says_so() -> None:
    run = '<w:r><w:t> a </w:t><w:t xml:space="preserve"> b\n</w:t></w:r>'
    assert lines(p(run)) == ["a b "]


def test_text_in_links_controls_tags_and_unknown_places_is_text() -> None:
    inside = (
        f"<w:hyperlink>{r('甲')}</w:hyperlink><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('乙')}</w:sdtContent>"
        f"</w:sdt><w:smartTag>{r('丙')}</w:smartTag><w:customXml>{r('丁')}</w:customXml><w:ofTomorrow>{r('戊')}"
        "</w:ofTomorrow><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    )
    control = f"<w:sdt><w:sdtContent>{p('己')}</w:sdtContent></w:sdt>"
    assert lines(p(inside) + control) == ["甲乙丙丁戊x", "己"]


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on() -> None:
    assert lines(p(r("第一条 略。") + box("甲", "乙")) + p("第二条 略。")) == ["第一条 略。", "甲", "乙", "第二条 略。"]


def test_a_text_box_in_a_text_box_and_one_in_a_field_are_read() -> None:
    nested = p(r("甲") + f"<w:r><w:pict><w:txbxContent>{p(r('乙') + box('丙'))}</w:txbxContent></w:pict></w:r>")
    assert lines(nested) == ["甲", "乙", "丙"]
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert lines(p(begun + box("丙")) + p(begun + r("丁"))) == ["", "丙", ""]


def test_the_words_of_an_old_wordart_are_a_line() -> None:
    art = '<w:r><w:pict><v:textpath string="胡须市&#10;文件"/></w:pict></w:r>'
    assert lines(p(r("甲") + art)) == ["甲", "胡须市 文件"]


def test_a_row_of_short_cells_is_a_line_and_longer_cells_are_lines_each() -> None:
    body = table(("序号", "", "事项"), ("1", "修剪"), ("第一条 略。|第二条 略。", "说明"))
    assert lines(body) == ["序号\t\t事项", "1\t修剪", "第一条 略。", "第二条 略。", "说明"]


def test_a_table_in_a_table_is_read_once() -> None:
    inner = table(("甲", "乙"))
    assert lines(f"<w:tbl><w:tr><w:tc>{inner}{p('丙')}</w:tc></w:tr></w:tbl>") == ["甲\t乙", "丙"]


def test_fields_show_their_results_and_not_their_instructions() -> None:
    nested = field("IF 1 = 1", r("甲") + field("REF a", r("第三条")))
    simple = f'<w:fldSimple w:instr="DATE">{r("二〇二一年")}</w:fldSimple>'
    assert lines(p(nested + simple + r("止"))) == ["甲第三条二〇二一年止"]


def test_symbols_and_checked_boxes_are_characters() -> None:
    symbols = "".join(f'<w:sym w:font="Wingdings" w:char="{code}"/>' for code in ("F0FE", "F0A8", "00A7", "zz", "D800"))
    assert lines(p(f"<w:r>{symbols}<w:t>同意</w:t></w:r>")) == ["☑□§同意"]


def test_the_reading_of_a_character_above_it_is_not_repeated() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('zī')}</w:rt><w:rubyBase>{r('髭')}</w:rubyBase></w:ruby></w:r>"
    assert lines(p(ruby)) == ["髭"]


def test_strict_open_xml_is_read() -> None:
    data = words.xml("document", f"<w:body>{p('甲')}</w:body>").replace(
        words.W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    made = docx.content(words.zipped({"word/document.xml": data}), Path("a.docx"))
    assert made.text == "甲\n"


def test_a_heading_is_a_hint_unless_it_is_a_sentence() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    style = '<w:pStyle w:val="H"/>'
    own = p("附件", '<w:outlineLvl w:val="0"/>') + p("正文", f'{style}<w:outlineLvl w:val="9"/>')
    made = content(p("总体要求", style) + p("第一条 略。", style) + own, styles=styles)
    assert [(made.text[h.span.start : h.span.end], h.rank) for h in made.hints] == [("总体要求", 2), ("附件", 1)]


# -------------------------------------------------------------------------------- tracked changes


@pytest.mark.parametrize("original", [False, True])
def test_changes_are_read_as_accepted_or_as_before(original: bool) -> None:
    deleted = '<w:del><w:r><w:delText xml:space="preserve">每月</w:delText></w:r></w:del>'
    body = p(r("第一条 ") + deleted + f"<w:ins>{r('每周')}</w:ins>" + r("修剪。"))
    assert lines(body, original=original) == ["第一条 每月修剪。" if original else "第一条 每周修剪。"]


def test_tracked_changes_are_counted_by_the_stretches_that_have_words(tmp_path: Path) -> None:
    mark = "<w:rPr><w:ins/></w:rPr>"
    marked = p(r("甲") + f"<w:ins>{r('乙')}</w:ins>" + "<w:del><w:r/></w:del>", mark)
    for name, body, count in (("marked.docx", marked, 2), ("marked.docm", marked, 2), ("plain.docx", p(r("甲")), 0)):
        (tmp_path / name).write_bytes(words.package(body))
        assert read(tmp_path / name).tracked == read(tmp_path / name, original=True).tracked == count


@pytest.mark.parametrize("original", [False, True])
def test_what_was_moved_stands_in_one_place(original: bool) -> None:
    body = p(f"<w:moveFrom>{r('甲')}</w:moveFrom>" + r("乙") + f"<w:moveTo>{r('甲')}</w:moveTo>")
    assert lines(body, original=original) == ["甲乙" if original else "乙甲"]


@pytest.mark.parametrize("original", [False, True])
def test_a_deleted_paragraph_is_not_counted_and_an_inserted_one_is(original: bool) -> None:
    numbering = abstract(1, level(0, "chineseCounting", "第%1条")) + num(1, 1)
    gone = f"{listed(1)}<w:rPr><w:del/></w:rPr>"
    new = f"{listed(1)}<w:rPr><w:ins/></w:rPr>"
    body = (
        p("甲", listed(1))
        + p("<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", gone)
        + p(f"<w:ins>{r('丙')}</w:ins>", new)
        + p("丁", listed(1))
    )
    after, before = ["第一条 甲", "第二条 丙", "第三条 丁"], ["第一条 甲", "第二条 乙", "第三条 丁"]
    assert lines(body, original=original, numbering=numbering) == (before if original else after)


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_what_hangs_on_them_stays() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert lines(p(r("甲") + box("丙"), gone) + p("乙")) == ["甲乙", "丙"]
    assert lines(p("甲", gone)) == ["甲"]
    assert lines(p("甲", gone) + p("乙"), original=True) == ["甲", "乙"]


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>"])
def test_what_is_struck_out_by_hand_is_residue_and_counted_and_in_the_original_it_is_text(mark: str) -> None:
    lists = abstract(1, level(0, "chineseCounting", "第%1条")) + num(1, 1)
    body = p("甲。", listed(1)) + p(r("乙。", mark), listed(1)) + p(r("丙") + r("丁", mark) + r("。"), listed(1))
    made = content(body, numbering=lists)
    assert residue(made) == [("deleted", "第二条 乙。"), ("deleted", "丁")]
    document = parse(Source(text=made.text, origin="", sha256="", language="zh", hints=made.hints))
    assert [leaf.text for leaf in document.leaves()] == ["甲。", "丙。"]
    assert [leaf.eid for leaf in document.leaves()] == ["art_1__para_1", "art_3__para_1"]
    assert "deleted" in [odd.kind for odd in document.problems]
    assert lines(body, original=True, numbering=lists) == ["第一条 甲。", "第二条 乙。", "第三条 丙丁。"]
    assert residue(content(p(r("甲", '<w:strike w:val="0"/>')))) == []


def test_what_a_style_strikes_out_is_residue_unless_the_text_says_otherwise() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:dstrike/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>'
    )
    runs = r("甲") + r("乙", '<w:rStyle w:val="C"/>') + r("丙", '<w:rStyle w:val="C"/><w:strike w:val="0"/>')
    body = p(runs) + p(r("丁") + r("戊", '<w:dstrike w:val="0"/>'), '<w:pStyle w:val="Q"/>')
    assert residue(content(body, styles=styles)) == [("deleted", "乙"), ("deleted", "丁")]
    assert residue(content(body, styles=styles, original=True)) == []


def test_an_inserted_row_of_a_table_is_not_in_the_original() -> None:
    row = "<w:tr><w:trPr><w:{}/></w:trPr><w:tc>" + p("甲") + "</w:tc></w:tr>"
    body = f"<w:tbl>{row.format('ins')}{row.format('del')}</w:tbl>" + p("乙")
    assert lines(body) == lines(body, original=True) == ["甲", "乙"]


def test_the_original_has_the_numbers_and_hidden_text_of_before() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    changed = f"{listed(1)}<w:pPrChange><w:pPr/></w:pPrChange>"
    shown = r("乙", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")
    body = p(r("甲") + shown, changed)
    assert residue(content(body, numbering=numbering)) == []
    assert lines(body, numbering=numbering) == ["1. 甲乙"]
    assert lines(body, numbering=numbering, original=True) == ["甲乙"]
    assert residue(content(body, numbering=numbering, original=True)) == [("hidden", "乙")]


# ---------------------------------------------------------------------------------------- residue


def test_notes_and_comments_are_residue_after_the_paragraph_that_refers_to_them() -> None:
    notes: dict[str, Any] = {
        "footnotes": f'<w:footnote w:id="0">{p("分隔")}</w:footnote><w:footnote w:id="1">{p("注一")}</w:footnote>',
        "endnotes": f'<w:endnote w:id="1">{p("注二")}</w:endnote>',
        "comments": f'<w:comment w:id="1">{p("请核")}</w:comment>',
    }
    references = "".join(f'<w:r><w:{one}Reference w:id="1"/></w:r>' for one in ("footnote", "endnote", "comment"))
    made = content(p(r("第一条") + references + r("略。")) + p("第二条 略。"), **notes)
    assert made.text.splitlines() == ["第一条略。", "注一", "注二", "请核", "第二条 略。"]
    assert residue(made) == [("footnote", "注一"), ("footnote", "注二"), ("comment", "请核")]


def test_a_note_that_is_referred_to_twice_or_by_itself_is_read_once() -> None:
    again = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    made = content(p(r("甲") + again + again), footnotes=f'<w:footnote w:id="1">{p(r("注") + again)}</w:footnote>')
    assert made.text.splitlines() == ["甲", "注"]


def test_running_heads_are_residue_at_the_end_each_once() -> None:
    head = p("胡须市规章汇编") + p(r("第") + field("PAGE", r("1")) + r("页"))
    made = content(p("第一条 略。"), header=head, footer=p("胡须市规章汇编"))
    assert residue(made) == [("running-head", "胡须市规章汇编"), ("running-head", "第1页")]
    assert made.text.splitlines() == ["第一条 略。", "胡须市规章汇编", "第1页"]


def test_a_page_field_and_a_table_of_contents_are_residue() -> None:
    contents = field("TOC \\o", r("第一章") + field("PAGEREF a", r("3")))
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('第二章')}</w:sdtContent></w:sdt>"
    )
    made = content(p(contents) + control + p(r("甲") + field(" page ", r("7"))))
    assert residue(made) == [("contents", "第一章3"), ("contents", "第二章"), ("page-mark", "7")]


def test_hidden_text_is_residue_whatever_hides_it() -> None:
    styles = (
        f'<w:style w:type="character" w:styleId="C"><w:rPr>{HIDDEN}</w:rPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="P"><w:rPr>{HIDDEN}</w:rPr></w:style>'
    )
    runs = r("甲") + r("乙", HIDDEN) + r("丙", '<w:rStyle w:val="C"/>') + r("丁", '<w:vanish w:val="0"/>')
    by_style = p(r("戊") + r("己", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="P"/>')
    assert residue(content(p(runs) + by_style, styles=styles)) == [("hidden", "乙丙"), ("hidden", "戊")]


def test_a_hidden_paragraph_is_not_counted() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    body = p("甲", listed(1)) + p(r("乙", HIDDEN), listed(1)) + p("丙", listed(1))
    assert lines(body, numbering=numbering) == ["1. 甲", "乙", "2. 丙"]


def test_a_bullet_is_a_mark_and_no_word() -> None:
    numbering = abstract(1, level(0, "bullet", "\uf0b7")) + num(1, 1)
    made = content(p("甲", listed(1)), numbering=numbering)
    assert (made.text, residue(made)) == ("• 甲\n", [("syntax", "• ")])


# ---------------------------------------------------------------------------------------- refused


def refused(data: bytes, tmp_path: Path, name: str = "beards.docx") -> str:
    """What is said of a file that is not read: one line that names it."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path)
    said = str(caught.value)
    assert said.startswith(f"{path}: ")
    assert "\n" not in said
    return said


def test_what_is_no_word_document_says_so(tmp_path: Path) -> None:
    assert "damaged" in refused(b"PK\x03\x04" + bytes(100), tmp_path)
    assert "not a Word document" in refused(words.zipped({"a.txt": "x"}), tmp_path)
    assert "not a Word document" in refused("第一条 略。".encode(), tmp_path)
    assert "empty" in refused(b"", tmp_path)
    assert "damaged" in refused(words.zipped({"word/document.xml": "<w:document"}), tmp_path)


def test_a_document_that_is_protected_by_a_password_says_so(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0" + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    assert "password" in refused(data, tmp_path)


def test_a_document_of_pictures_alone_says_so(tmp_path: Path) -> None:
    assert "only pictures" in refused(words.package(p("<w:r><w:drawing/></w:r>")), tmp_path)


@pytest.mark.parametrize("tag", ["altChunk", "subDoc"])
def test_a_document_whose_text_stands_elsewhere_is_refused(tag: str, tmp_path: Path) -> None:
    assert "only Word can show" in refused(words.package(p("甲") + f"<w:{tag}/>"), tmp_path)


def test_an_entity_bomb_and_an_external_entity_are_refused_unexpanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("第一条 机密。", encoding="utf-8")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    for declared in (f'<!ENTITY e0 "haha">{bomb}', f'<!ENTITY e11 SYSTEM "{secret.as_uri()}">', ""):
        inside = words.xml("document", f"<w:body>{p('甲&e11;' if declared else '甲')}</w:body>")
        data = inside.replace("?>", f"?><!DOCTYPE w:document [{declared}]>", 1)
        started = time.monotonic()
        said = refused(words.zipped({"word/document.xml": data}), tmp_path)
        assert "document type declaration" in said
        assert time.monotonic() - started < 2


def test_a_zip_bomb_is_refused_before_it_unfolds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 1_000_000)
    data = words.zipped({"word/document.xml": " " * 50_000_000})
    assert len(data) < 100_000
    tracemalloc.start()
    try:
        with pytest.raises(ReadError, match="more than 1 MB"):
            docx.content(data, Path("a.docx"))
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_an_archive_that_lies_about_its_sizes_is_damaged(tmp_path: Path) -> None:
    data = bytearray(words.package(p("甲" * 1000)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    refused(bytes(data), tmp_path)


def test_too_many_elements_parts_and_levels_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "<w:sdt>" * 10_000 + "</w:sdt>" * 10_000
    assert "deeper than 200" in refused(words.package(p("甲") + deep), tmp_path)
    monkeypatch.setattr(package, "MOST_ELEMENTS", 100)
    assert "more than 100 elements" in refused(words.package(p("甲") * 100), tmp_path)
    monkeypatch.setattr(package, "MOST_PARTS", 5)
    assert "more than 5 parts" in refused(words.zipped({f"a{n}": "" for n in range(9)}), tmp_path)


def test_the_deepest_nesting_that_is_taken_is_read() -> None:
    depth = package.DEEPEST - 6
    assert lines("<w:sdt>" * depth + p("甲") + "</w:sdt>" * depth) == ["甲"]
    inline = "<w:smartTag>" * depth + r("甲") + "</w:smartTag>" * depth
    assert lines(p(inline)) == ["甲"]


def test_nothing_outside_the_package_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(words.xml("numbering", ""), encoding="utf-8")
    links = words.relations([("numbering", "../../../secret.xml"), ("styles", (tmp_path / "secret.xml").as_uri())])
    inside = {"word/document.xml": words.xml("document", f"<w:body>{p('甲')}</w:body>")}
    data = words.zipped({**inside, "word/_rels/document.xml.rels": links})
    assert docx.content(data, tmp_path / "a.docx").text == "甲\n"


@given(st.binary(max_size=300), st.integers(0, 2000))
def test_whatever_is_damaged_is_one_line(noise: bytes, at: int) -> None:
    data = bytearray(words.package(p("甲", listed(1)), numbering=abstract(1, level(0, "decimal", "%1.")) + num(1, 1)))
    data[at : at + len(noise)] = noise
    said = ""
    try:
        docx.content(bytes(data), Path("a.docx"))
    except ReadError as error:
        said = str(error)
    assert "\n" not in said


TAGS = ["p", "r", "tbl", "tr", "tc", "ins", "del", "sdt", "txbxContent", "hyperlink", "pPr", "rPr"]
BITS = ["<w:t>甲</w:t>", "<w:tab/>", '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>']


def holders(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An element of any kind around some others."""
    pairs = st.tuples(st.sampled_from(TAGS), st.lists(inside, max_size=3))
    return pairs.map(lambda pair: f"<w:{pair[0]}>{''.join(pair[1])}</w:{pair[0]}>")


@given(st.recursive(st.sampled_from(BITS), holders))
def test_no_arrangement_of_elements_raises(body: str) -> None:
    said = "no text"
    try:
        content(body)
    except ReadError as error:
        said = str(error)
    assert "no text" in said


def test_a_thousand_pages_are_read_in_seconds() -> None:
    numbering = abstract(1, level(0, "chineseCountingThousand", "第%1条")) + num(1, 1)
    body = p("胡须应当整洁，" * 20, listed(1)) * 9000
    started = time.monotonic()
    assert lines(body, numbering=numbering)[-1].startswith("第九千条")
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        (p(r("甲" * 50) * 60_000), ""),
        (p(r("甲"), "<w:rPr><w:del/></w:rPr>") * 60_000 + p("乙"), ""),
        (
            "".join(p("甲", f'<w:pStyle w:val="S{at}"/>') for at in range(15_000)),
            "".join(
                f'<w:style w:type="paragraph" w:styleId="S{at}"><w:basedOn w:val="S{at + 1}"/></w:style>'
                for at in range(15_000)
            ),
        ),
    ],
    ids=["runs", "joined paragraphs", "styles based on each other"],
)
def test_time_grows_with_the_length_of_a_document_whatever_it_repeats(body: str, styles: str) -> None:
    started = time.monotonic()
    assert lines(body, styles=styles)
    assert time.monotonic() - started < 15


def test_fields_nested_without_end_are_refused(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>甲</w:t></w:r>'
    assert lines(p(begin * 100)) == ["甲" * 100]
    assert "fields nested deeper than 100" in refused(words.package(p(begin * 101)), tmp_path)


@pytest.mark.parametrize("way", [99, 12, 14])
def test_a_part_packed_in_an_unknown_way_or_in_another_than_it_says_is_damaged(tmp_path: Path, way: int) -> None:
    data = bytearray(words.package(p("甲")))
    at = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    data[at[0] + 8 : at[0] + 10] = data[at[1] + 10 : at[1] + 12] = way.to_bytes(2, "little")
    assert "damaged" in refused(bytes(data), tmp_path)
