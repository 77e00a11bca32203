"""What every Word file of this program has: its fonts and styles, its page, how words are set and marked.

What is inserted is bold and underlined, what is deleted is struck through, so that a black-and-white printer loses
nothing. The same words on the same date give the same bytes.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_UNDERLINE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from policydiff.model import Language
from policydiff.report.strings import TABLE
from policydiff.report.table import Passage
from policydiff.report.terminal import Run, beside_signs

LATIN, BODY, HEAD = "Times New Roman", "仿宋", "黑体"

# Word looks for a font under these names, one after the other, where the machine has none of the first name.
FALLBACKS: Mapping[str, tuple[str, ...]] = {
    BODY: ("FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong", "华文仿宋", "Noto Serif CJK SC", "SimSun"),
    HEAD: ("SimHei", "STHeiti", "华文黑体", "Microsoft YaHei", "Noto Sans CJK SC", "SimSun"),
}
_CLASS = {BODY: "02010609060101010101", HEAD: "02010609060101010101"}

TITLE, HEADING, SUBHEADING = "Table Title", "Table Heading", "Table Subheading"
NOTE_SIZE = Pt(9)
_LABEL, _LABEL_ID = "Provision Label", "ProvisionLabel"
_HEADINGS = ((TITLE, Pt(18), None), (HEADING, Pt(12), 1), (SUBHEADING, Pt(10.5), 2))
_TEXT_SIZE = Pt(10.5)
_DROPPED = (RELATIONSHIP_TYPE.THUMBNAIL, "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BESIDE = Mm(1.6)  # between words and the lines beside them
_SHORT, _LONG = Mm(210), Mm(297)  # A4


# ------------------------------------------------------------------------------------------ the file


def new(title: str, *, ui: Language, date: datetime.date, margin: Length, landscape: bool = False) -> Document:
    """An empty file on A4 with its styles, its page numbers, and what it says of itself, at a fixed time."""
    word = docx.Document()
    about = word.core_properties
    about.title = title[:255]
    about.author = about.last_modified_by = about.comments = ""
    about.language = "zh-CN" if ui == "zh" else "en-GB"
    about.created = about.modified = datetime.datetime.combine(date, datetime.time())
    about.revision = 1
    _set_page(word, ui, margin, landscape=landscape)
    _set_styles(word)
    return word


def packed(word: Document) -> bytes:
    """The file with a fixed time on each of its parts, its table of fonts written anew."""
    for rels in (word.part.package.rels, word.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype in _DROPPED]:
            del rels[name]
    saved, out = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, _font_table() if name == "word/fontTable.xml" else parts.read(name))
    return out.getvalue()


def _font_table() -> bytes:
    """The fonts of the file with the names to look for in their stead."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{",".join(names)}"/><w:panose1 w:val="{_CLASS[name]}"/>'
        '<w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>'
        for name, names in FALLBACKS.items()
    )
    roman = '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/>'
    latin = f'<w:font w:name="{LATIN}">{roman}</w:font>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:fonts xmlns:w="{space}">{latin}{fonts}</w:fonts>'.encode()


# ------------------------------------------------------------------------------------ page and styles


def _set_page(word: Document, ui: Language, margin: Length, *, landscape: bool) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
    section.header_distance = section.footer_distance = Mm(10)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, between, after = TABLE["page"][ui].format(page="\0", pages="\0").split("\0")
    for words, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        if words:
            add(foot, words, ui, size=NOTE_SIZE)
        if field:
            _add_field(foot, field)


def _set_styles(word: Document) -> None:
    """The text in 仿宋, the heads in 黑体; nothing is left to a theme, which would choose other fonts."""
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_fonts(defaults, BODY)
    for language in (defaults.find(qn("w:lang")), word.settings.element.find(qn("w:themeFontLang"))):
        language.set(qn("w:eastAsia"), "zh-CN")
    word.settings.element.find(qn("w:zoom")).set(qn("w:percent"), "100")
    normal = word.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _set_style(normal, BODY, _TEXT_SIZE)
    for name, size, rank in _HEADINGS:
        _heading_style(word, normal, name, size, rank)
    label = word.styles.add_style(_LABEL, WD_STYLE_TYPE.CHARACTER)
    label.font.bold = True
    _set_fonts(label.element.get_or_add_rPr(), HEAD)


def _heading_style(word: Document, normal: ParagraphStyle, name: str, size: Pt, rank: int | None) -> None:
    """A heading that stays with what follows; one of a rank stands in Word's outline."""
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = normal
    _set_style(style, HEAD, size)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.keep_with_next = True
    if rank is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(rank - 1))
        style.element.get_or_add_pPr().append(level)


def _set_style(style: ParagraphStyle, font: str, size: Pt) -> None:
    style.font.size = size
    _set_fonts(style.element.get_or_add_rPr(), font)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.1


def _set_fonts(properties: Any, east_asian: str) -> None:
    """These fonts and no others, for every script."""
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script, name in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", east_asian)):
        fonts.set(qn(f"w:{script}"), name)


# ----------------------------------------------------------------------------------------- the words


def add(
    paragraph: Paragraph,
    words: str,
    language: Language,
    *,
    mark: str = "",
    size: Pt | None = None,
    label: bool = False,
    moved: bool = False,
) -> None:
    """A run of text; what is inserted is bold and underlined, what is deleted is struck through: doubly where the words
    only moved."""
    run = paragraph.add_run(words)
    if label:
        run._r.style = _LABEL_ID  # by its id: python-docx looks a name up among all styles, for every run
    if mark == "insert":
        run.bold, run.underline = True, WD_UNDERLINE.DOUBLE if moved else True
    elif mark == "delete":
        run.font.strike, run.font.double_strike = (None, True) if moved else (True, None)
    elif mark == "strong":
        run.bold = True
    if size is not None:
        run.font.size = size
    if language == "zh":
        # Quotation marks and dashes belong to both scripts; in a Chinese text they are set as Chinese ones.
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def told(paragraph: Paragraph, head: str, runs: Iterable[Run], language: Language, size: Pt | None = None) -> None:
    """What something is, in the font of heads, then what is said of it."""
    add(paragraph, head, language, label=True, size=size)
    for run in runs:
        add(paragraph, run.text, language, mark=run.style, size=size)


def passage(paragraph: Paragraph, passage: Passage, size: Pt | None = None) -> None:
    """A provision as a cell has it: the headings newly entered above it, how it is cited, its words."""
    if passage.trail:
        add(paragraph, passage.trail, passage.language, label=True, size=NOTE_SIZE)
        paragraph.add_run().add_break()
    # An ideographic space after a citation, as statutes are set.
    gap = "\u3000" if passage.language == "zh" else "  "
    add(paragraph, passage.label + gap, passage.language, label=True, size=size)
    for run in beside_signs(passage.runs):
        add(paragraph, run.text, passage.language, mark=run.style, size=size, moved=bool(run.move))


def _add_field(paragraph: Paragraph, name: str) -> None:
    """A number that Word fills in; each of its parts is a run, as Word writes them, for all of them to be set alike."""
    instruction, shown = OxmlElement("w:instrText"), OxmlElement("w:t")
    instruction.text, shown.text = f" {name} ", "1"
    for part in (_field_mark("begin"), instruction, _field_mark("separate"), shown, _field_mark("end")):
        run = paragraph.add_run()
        run.font.size = NOTE_SIZE
        run._r.append(part)


def _field_mark(kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


# ----------------------------------------------------------------------------------------- the tables


def grid(word: Document, widths: Sequence[Length]) -> Any:
    """A table of one row, every column as wide as it is to be, a little room between words and lines.

    Word's own tables are typed in part only, and adding rows is not.
    """
    table = word.add_table(rows=1, cols=len(widths), style="Table Grid")
    _fix_widths(table, widths)
    _pad(table)
    return table


def _fix_widths(table: WordTable, widths: Sequence[Length]) -> None:
    """On the grid and in every cell that a row will have."""
    table.autofit = False
    properties = table._tbl.tblPr
    wide = properties.find(qn("w:tblW"))
    wide.set(qn("w:type"), "dxa")
    wide.set(qn("w:w"), str(_twips(sum(widths))))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = width


def _pad(table: WordTable) -> None:
    """A little room within the cells; the table as far in as that, for its lines to be flush with the text."""
    properties = table._tbl.tblPr
    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", Mm(0.7)), ("left", _BESIDE), ("bottom", Mm(0.7)), ("right", _BESIDE)):
        margins.append(_measure(side, room))
    properties.find(qn("w:tblLook")).addprevious(margins)
    properties.find(qn("w:tblLayout")).addprevious(_measure("tblInd", _BESIDE))


def _measure(name: str, length: Length) -> Any:
    measure = OxmlElement(f"w:{name}")
    measure.set(qn("w:w"), str(_twips(length)))
    measure.set(qn("w:type"), "dxa")
    return measure


def _twips(length: float) -> int:
    """A length in twentieths of a point, as Word writes the widths of tables."""
    return round(length / Pt(1) * 20)


def repeat(row: _Row) -> None:
    """The row stands at the head of the table on every page."""
    _mark(row, "w:cantSplit", "w:tblHeader")


def keep_whole(row: _Row) -> None:
    """The row is not broken over two pages."""
    _mark(row, "w:cantSplit")


def _mark(row: _Row, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))


def shade(cell: _Cell) -> None:
    """The ground of a head."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E7E6E6")):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def part(word: Document) -> None:
    """A line of no height where a table ends: LibreOffice keeps no heading right behind one with what follows."""
    last = [*word.element.body][-2:-1]  # the very last says how the page is set
    if last and last[0].tag == qn("w:tbl"):
        line = word.add_paragraph().paragraph_format
        line.line_spacing_rule, line.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)


def paragraphs(cell: _Cell, count: int) -> list[Paragraph]:
    """So many paragraphs of a new cell, the first being the one that every cell has."""
    return [cell.paragraphs[0], *(cell.add_paragraph() for _ in range(count - 1))]


def centred(cell: _Cell, words: Sequence[str], language: Language, *, label: bool = False) -> None:
    """Lines in the middle of a cell, those after the first one smaller."""
    for place, (paragraph, said) in enumerate(zip(paragraphs(cell, len(words)), words, strict=True)):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add(paragraph, said, language, size=NOTE_SIZE if place else None, label=label)
