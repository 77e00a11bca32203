"""Makes typed.docx, numbered.docx and rule.pdf of rule.txt, and older.doc, for the tests of the readers.

    python tests/ingest/rule/make.py

typed.docx holds the numbers as characters, numbered.docx as Word's automatic numbers; rule.pdf is numbered.docx as
LibreOffice sets it, with a running head, page numbers and paragraphs that run over page ends. In all of them lines with
tabs are tables and what begins with 注： stands in a text box.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

HERE = Path(__file__).resolve().parent
RULE = HERE / "rule.txt"
FONT = "Noto Serif CJK SC"
HEAD = "胡须市规章汇编"
TAB, BOXED = "\t", "注："

# How each list of numbered.docx prints: its levels' formats and texts.
LISTS = {
    "chapter": (("chineseCountingThousand", "第%1章", "space"),),
    "article": (("chineseCountingThousand", "第%1条", "space"),),
    "item": (("chineseCounting", "（%1）", "nothing"), ("decimal", "%2.", "nothing")),
}
KINDS = (
    ("chapter", 0, re.compile(r"第.{1,3}章 ")),
    ("article", 0, re.compile(r"第.{1,3}条 ")),
    ("item", 0, re.compile(r"（[一二三四五六七八九十]+）(?!.*公布）)")),
    ("item", 1, re.compile(r"\d\.")),
)


ANNEX = re.compile(r"附件\d")
NAMES = ("胡须登记表", "理发店守则")


def paragraphs() -> Iterator[str]:
    """The paragraphs of the rule, and the rows of its tables."""
    yield from (line for line in RULE.read_text(encoding="utf-8").splitlines() if line)


def blocks() -> Iterator[list[str]]:
    """The paragraphs, each alone, and the rows of each table together."""
    for is_table, lines in groupby(paragraphs(), key=lambda line: "\t" in line):
        if is_table:
            yield list(lines)
        else:
            yield from ([line] for line in lines)


def as_markdown() -> str:
    """The rule in Markdown: headings, article numbers in bold, a blank line between paragraphs."""
    [title], *rest = blocks()
    lines = [f"# {title}"]
    for block in rest:
        text = block[0]
        if "\t" in text:
            head, *rows = [f"| {row.replace(TAB, ' | ')} |" for row in block]
            lines.append("\n".join([head, "|---" * (text.count(TAB) + 1) + "|", *rows]))
        elif KINDS[0][2].match(text) or ANNEX.match(text):
            lines.append(f"## {text}")
        else:
            lines.append(re.sub(r"^(第.{1,3}条) ", r"**\1** ", re.sub(r"^(\d)\.", r"\1\\.", text)))
    return "\n\n".join(lines) + "\n"


def as_page(*, breaks: bool) -> str:
    """The rule as a page of a government's site, each paragraph an element of its own or ended by `<br>`."""
    [title], *rest = blocks()
    body = "".join(_table(block) if TAB in block[0] else _element(block[0], breaks=breaks) for block in rest)
    return (
        f'<!DOCTYPE html><html><head><meta charset="gb18030"><title>{title}_胡须市人民政府</title></head><body>'
        '<div class="nav"><a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/gz/">规章</a></div>'
        f'<h1>{title}</h1><div class="source">发布时间：2021-03-01&nbsp;来源：胡须市人民政府</div>'
        f'<div class="content">{body}</div>'
        '<div class="footer"><p>主办：胡须市人民政府办公室</p><p>版权所有</p></div></body></html>\n'
    )


def _element(text: str, *, breaks: bool) -> str:
    if breaks:
        return f"　　{text}<br>\n"
    return f'<div class="box">{text}</div>\n' if text.startswith(BOXED) else f"<p>{text}</p>\n"


def _table(rows: list[str]) -> str:
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split(TAB)) for row in rows]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>\n"


def typed() -> Any:
    """The rule as a Word document with its numbers typed."""
    document = _document()
    for block in blocks():
        if not _set_apart(document, block):
            _set(document.add_paragraph(block[0]), block[0])
    return document


def _set_apart(document: Any, block: list[str]) -> bool:
    """A table as a table, a note in a text box; False for a paragraph."""
    if TAB in block[0]:
        cells = [row.split(TAB) for row in block]
        table = document.add_table(rows=0, cols=len(cells[0]))
        table.style = "Table Grid"
        for row in cells:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
                cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        return True
    if block[0].startswith(BOXED):
        paragraph = document.add_paragraph()
        paragraph._p.append(parse_xml(_box(block[0])))
        paragraph.paragraph_format.space_after = Pt(0)
        return True
    return False


def _box(words: str) -> str:
    """A text box that stands in the line, as Word and WPS write it."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r {nsdecls("w")} xmlns:wp="{drawing}/wordprocessingDrawing" xmlns:a="{drawing}/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="3600000" cy="360000"/><wp:docPr id="1" name="note"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="360000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/>'
        f"</a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
        "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def numbered(*, lists_of_their_own: bool = False) -> Any:
    """The rule as a Word document whose numbers Word counts.

    Every list of items is the same one that starts anew, or a list of its own: LibreOffice loses the former when it
    writes .doc.
    """
    document = _document()
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for abstract, levels in enumerate(LISTS.values(), start=1):
        numbering.append(parse_xml(_abstract(abstract, levels)))
    nums = {name: _num(numbering, place, anew=False) for place, name in enumerate(LISTS, start=1)}
    for block in blocks():
        if _set_apart(document, block):
            continue
        text = block[0]
        if ANNEX.match(text):
            nums["article"] = _anew(numbering, "article", of_its_own=lists_of_their_own)
        name, level, words = _numbered(text)
        paragraph = document.add_paragraph(words)
        if name == "article":
            nums["item"] = _anew(numbering, "item", of_its_own=lists_of_their_own)
        if name:
            properties = paragraph._p.get_or_add_pPr()
            pr = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{nums[name]}"/></w:numPr>'
            properties.append(parse_xml(pr))
        _set(paragraph, text)
    return document


def _anew(numbering: Any, name: str, *, of_its_own: bool) -> int:
    """A list that starts anew, or one of its own."""
    abstract = list(LISTS).index(name) + 1
    if of_its_own:
        abstract = len(numbering.findall(qn("w:abstractNum"))) + 1
        numbering.insert(0, parse_xml(_abstract(abstract, LISTS[name])))
    return _num(numbering, abstract, anew=not of_its_own)


def converted(source: Path, ending: str, folder: Path) -> Path:
    """The file as LibreOffice converts it."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                shutil.which("soffice") or "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                *("--headless", "--convert-to", ending, "--outdir", folder, source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return folder / f"{source.stem}.{ending}"


def _numbered(text: str) -> tuple[str, int, str]:
    for name, level, pattern in KINDS:
        if found := pattern.match(text):
            return name, level, text[found.end() :]
    return "", 0, text


def _document() -> Any:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(14.8), Cm(21)
    section.left_margin = section.right_margin = Cm(2.2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(11)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    head = section.header.paragraphs[0]
    head.text, head.alignment = HEAD, WD_ALIGN_PARAGRAPH.CENTER
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("- ")
    foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    foot.add_run(" -")
    return document


def _set(paragraph: Any, text: str) -> None:
    """Titles and chapters in the middle, everything else with an indent of two characters."""
    paragraph.paragraph_format.space_after = Pt(0)
    if re.match(r"第.{1,3}章|胡须市|（2021", text) or text in NAMES:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif not ANNEX.match(text):
        paragraph.paragraph_format.first_line_indent = Pt(22)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _abstract(number: int, levels: tuple[tuple[str, str, str], ...]) -> str:
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="{suffix}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for level, (style, text, suffix) in enumerate(levels)
        )
        + "</w:abstractNum>"
    )


def _num(numbering: Any, abstract: int, *, anew: bool) -> int:
    number = len(numbering.findall(qn("w:num"))) + 1
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if anew else ""
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start}</w:num>')
    )
    return number


def main() -> None:
    """Write the files beside this one."""
    typed().save(HERE / "typed.docx")
    numbered().save(HERE / "numbered.docx")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(converted(HERE / "numbered.docx", "pdf", Path(folder)), HERE / "rule.pdf")
        older = Path(folder) / "older.docx"
        numbered(lists_of_their_own=True).save(older)
        shutil.copy(converted(older, "doc", Path(folder)), HERE / "older.doc")


if __name__ == "__main__":
    main()
