"""Makes typed.docx, numbered.docx and rule.pdf of rule.txt, and older.doc, for the tests of the readers.

    python tests/ingest/rule/make.py

typed.docx holds the numbers as characters, numbered.docx as Word's automatic numbers; rule.pdf is numbered.docx as
LibreOffice sets it, with a running head, page numbers and paragraphs that run over page ends.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
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


def paragraphs() -> Iterator[str]:
    """The paragraphs of the rule."""
    yield from (line for line in RULE.read_text(encoding="utf-8").splitlines() if line)


def as_markdown() -> str:
    """The rule in Markdown: headings, article numbers in bold, a blank line between paragraphs."""
    title, *rest = paragraphs()
    lines = [f"# {title}"]
    for text in rest:
        if KINDS[0][2].match(text):
            lines.append(f"## {text}")
        else:
            lines.append(re.sub(r"^(第.{1,3}条) ", r"**\1** ", re.sub(r"^(\d)\.", r"\1\\.", text)))
    return "\n\n".join(lines) + "\n"


def as_page(*, breaks: bool) -> str:
    """The rule as a page of a government's site, each paragraph an element of its own or ended by `<br>`."""
    title, *rest = paragraphs()
    body = "<br>\n".join(f"　　{text}" for text in rest) if breaks else "\n".join(f"<p>{text}</p>" for text in rest)
    return (
        f'<!DOCTYPE html><html><head><meta charset="gb18030"><title>{title}_胡须市人民政府</title></head><body>'
        '<div class="nav"><a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/gz/">规章</a></div>'
        f'<h1>{title}</h1><div class="source">发布时间：2021-03-01&nbsp;来源：胡须市人民政府</div>'
        f'<div class="content">{body}</div>'
        '<div class="footer"><p>主办：胡须市人民政府办公室</p><p>版权所有</p></div></body></html>\n'
    )


def typed() -> Any:
    """The rule as a Word document with its numbers typed."""
    document = _document()
    for text in paragraphs():
        _set(document.add_paragraph(text), text)
    return document


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
    for text in paragraphs():
        name, level, words = _numbered(text)
        paragraph = document.add_paragraph(words)
        if name == "article":
            abstract = list(LISTS).index("item") + 1
            if lists_of_their_own:
                abstract = len(numbering.findall(qn("w:abstractNum"))) + 1
                numbering.insert(0, parse_xml(_abstract(abstract, LISTS["item"])))
            nums["item"] = _num(numbering, abstract, anew=not lists_of_their_own)
        if name:
            properties = paragraph._p.get_or_add_pPr()
            pr = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{nums[name]}"/></w:numPr>'
            properties.append(parse_xml(pr))
        _set(paragraph, text)
    return document


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
    if re.match(r"第.{1,3}章|胡须市|（2021", text):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
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
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start}</w:num>'
        )
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
