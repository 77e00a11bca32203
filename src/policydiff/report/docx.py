"""The comparison table as a Word file: A4 landscape, its head repeated on every page.

What a local rule has alone is bold and underlined, what its superior has alone is struck through, so that a
black-and-white printer loses nothing. The same comparison on the same date gives the same bytes.
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
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from policydiff.model import Comparison, Language
from policydiff.report.table import Line, Note, Passage, Table, table
from policydiff.report.terminal import Run, width
from policydiff.wording import TABLE

LATIN, BODY, HEAD = "Times New Roman", "仿宋", "黑体"

# Word looks for a font under these names, one after the other, where the machine has none of the first name.
FALLBACKS: Mapping[str, tuple[str, ...]] = {
    BODY: ("FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong", "华文仿宋", "Noto Serif CJK SC", "SimSun"),
    HEAD: ("SimHei", "STHeiti", "华文黑体", "Microsoft YaHei", "Noto Sans CJK SC", "SimSun"),
}
_CLASS = {BODY: "02010609060101010101", HEAD: "02010609060101010101"}

COLUMNS: tuple[Length, ...] = (Mm(12), Mm(78), Mm(78), Mm(21), Mm(68))
MARGIN = Mm(20)
_CENTRED = (0, 3)
_LABEL, _LABEL_ID = "Provision Label", "ProvisionLabel"
_TEXT_SIZE = Pt(10.5)
_NOTE_SIZE = Pt(9)
_LINE_WIDE = 40  # columns of a terminal, two to a Chinese character, that fit in a line of a cell of words
_NOTE_WIDE = 42
_WHOLE_LINES = 15  # a row of so many lines, half a page at most, is not broken over two pages
_DROPPED = (RELATIONSHIP_TYPE.THUMBNAIL, "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(comparison: Comparison, *, ui: Language, date: datetime.date) -> bytes:
    """The comparison as a .docx file in the language of the interface."""
    made = table(comparison, ui=ui, date=date)
    word = docx.Document()
    _describe(word, made)
    _set_page(word, made)
    _set_styles(word)
    _head(word, made)
    _table(word, made)
    _whole(word, made)
    return _packed(word)


# ------------------------------------------------------------------------------------------ the file


def _describe(word: Document, made: Table) -> None:
    """What the file says of itself, with a fixed time."""
    about = word.core_properties
    about.title = f"{made.word('title')}{made.word('colon')}{made.target_title}"[:255]
    about.author = about.last_modified_by = about.comments = ""
    about.language = "zh-CN" if made.ui == "zh" else "en-GB"
    about.created = about.modified = datetime.datetime.combine(made.date, datetime.time())
    about.revision = 1


def _packed(word: Document) -> bytes:
    """The file with a fixed time on each of its parts, its table of fonts written anew."""
    for rels in (word.part.package.rels, word.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype in _DROPPED]:
            del rels[name]
    saved, packed = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, _font_table() if name == "word/fontTable.xml" else parts.read(name))
    return packed.getvalue()


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


def _set_page(word: Document, made: Table) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Mm(10)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, between, after = TABLE["page"][made.ui].format(page="\0", pages="\0").split("\0")
    for words, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        if words:
            _add(foot, words, made.ui, size=_NOTE_SIZE)
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
    for name, size in (("Table Title", Pt(18)), ("Table Heading", Pt(12))):
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _set_style(style, HEAD, size)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = True
    label = word.styles.add_style(_LABEL, WD_STYLE_TYPE.CHARACTER)
    label.font.bold = True
    _set_fonts(label.element.get_or_add_rPr(), HEAD)


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


def _add(
    paragraph: Paragraph,
    words: str,
    language: Language,
    *,
    mark: str = "",
    size: Pt | None = None,
    label: bool = False,
) -> None:
    """A run of text; what is inserted is bold and underlined, what is deleted is struck through."""
    run = paragraph.add_run(words)
    if label:
        run._r.style = _LABEL_ID  # by its id: python-docx looks a name up among all styles, for every run
    if mark == "insert":
        run.bold = run.underline = True
    elif mark == "delete":
        run.font.strike = True
    elif mark == "strong":
        run.bold = True
    if size is not None:
        run.font.size = size
    if language == "zh":
        # Quotation marks and dashes belong to both scripts; in a Chinese text they are set as Chinese ones.
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def _add_field(paragraph: Paragraph, name: str) -> None:
    """A number that Word fills in."""
    run = paragraph.add_run()
    run.font.size = _NOTE_SIZE
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {name} "
            run._r.append(instruction)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "separate":
            shown = OxmlElement("w:t")
            shown.text = "1"
            run._r.append(shown)


def _head(word: Document, made: Table) -> None:
    """The title, both documents, the date, the counts and what the marks mean."""
    title = word.add_paragraph(style="Table Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add(title, made.word("title"), made.ui)
    colon = made.word("colon")
    for name, said in (*made.titles, (made.word("date"), made.dated)):
        _told(word.add_paragraph(), name + colon, [Run(text=said)], made.ui)
    counts = word.add_paragraph()
    _add(counts, made.summary, made.ui)
    key = word.add_paragraph()
    key.paragraph_format.space_after = Pt(6)
    _told(key, made.word("marks") + colon, made.key, made.ui, size=_NOTE_SIZE)


def _told(paragraph: Paragraph, head: str, runs: Iterable[Run], language: Language, size: Pt | None = None) -> None:
    """What something is, in the font of heads, then what is said of it."""
    _add(paragraph, head, language, label=True, size=size)
    for run in runs:
        _add(paragraph, run.text, language, mark=run.style, size=size)


def _whole(word: Document, made: Table) -> None:
    if not made.whole:
        return
    heading = word.add_paragraph(style="Table Heading")
    _add(heading, made.word("whole"), made.ui)
    for number, note in enumerate(made.whole, 1):
        paragraph = word.add_paragraph()
        _told(paragraph, f"{number}. {note.head}{made.word('colon')}", [Run(text=note.words)], made.ui)


# ----------------------------------------------------------------------------------------- the table


def _table(word: Document, made: Table) -> None:
    grid = word.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    _fix_widths(grid)
    _pad(grid)
    head = grid.rows[0]
    _mark(head, "w:cantSplit", "w:tblHeader")
    for place, (cell, words) in enumerate(zip(head.cells, made.heads, strict=True)):
        _shade(cell)
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add(paragraph, words, made.ui, label=True, size=_NOTE_SIZE if place in _CENTRED else None)
    for line in made.lines:
        _row(grid.add_row(), line, made)


def _fix_widths(grid: WordTable) -> None:
    """Every column as wide as it is to be, on the grid and in every cell that a row will have."""
    grid.autofit = False
    properties = grid._tbl.tblPr
    wide = properties.find(qn("w:tblW"))
    wide.set(qn("w:type"), "dxa")
    wide.set(qn("w:w"), str(_twips(sum(COLUMNS))))
    for column, width_ in zip(grid.columns, COLUMNS, strict=True):
        column.width = width_
    for cell, width_ in zip(grid.rows[0].cells, COLUMNS, strict=True):
        cell.width = width_


def _pad(grid: WordTable) -> None:
    """A little room between the words and the lines of the grid."""
    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", Mm(0.7)), ("left", Mm(1.6)), ("bottom", Mm(0.7)), ("right", Mm(1.6))):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(_twips(room)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    grid._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def _twips(length: float) -> int:
    """A length in twentieths of a point, as Word writes the widths of tables."""
    return round(length / Pt(1) * 20)


def _row(row: _Row, line: Line, made: Table) -> None:
    number, base, target, kind, notes = row.cells
    if _height(line) <= _WHOLE_LINES:
        _mark(row, "w:cantSplit")
    _centred(number, [str(line.number)], made.ui)
    _passages(base, line.base, made)
    _passages(target, line.target, made)
    _centred(kind, [line.kind, *line.shapes], made.ui)
    _notes(notes, line.notes, made)


def _height(line: Line) -> int:
    """About how many lines a row takes."""
    base, target = (
        sum(_lines(passage.label + passage.text, _LINE_WIDE) + bool(passage.trail) for passage in side)
        for side in (line.base, line.target)
    )
    return max(base, target, sum(_lines(note.head + note.words, _NOTE_WIDE) for note in line.notes))


def _lines(words: str, wide: int) -> int:
    return 1 + width(words) // wide


def _mark(row: _Row, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E7E6E6")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _paragraphs(cell: _Cell, count: int) -> list[Paragraph]:
    """So many paragraphs of a new cell, the first being the one that every cell has."""
    return [cell.paragraphs[0], *(cell.add_paragraph() for _ in range(count - 1))]


def _centred(cell: _Cell, words: Sequence[str], language: Language) -> None:
    for paragraph, said in zip(_paragraphs(cell, len(words)), words, strict=True):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add(paragraph, said, language, size=None if said is words[0] else _NOTE_SIZE)


def _passages(cell: _Cell, passages: Sequence[Passage], made: Table) -> None:
    if not passages:
        _centred(cell, [made.word("absent")], made.ui)
        return
    for paragraph, passage in zip(_paragraphs(cell, len(passages)), passages, strict=True):
        if passage.trail:
            _add(paragraph, passage.trail, passage.language, label=True, size=_NOTE_SIZE)
            paragraph.add_run().add_break()
        # An ideographic space after a citation, as statutes are set.
        gap = "\u3000" if passage.language == "zh" else "  "
        _add(paragraph, passage.label + gap, passage.language, label=True)
        for run in passage.runs:
            _add(paragraph, run.text, passage.language, mark=run.style)


def _notes(cell: _Cell, notes: Sequence[Note], made: Table) -> None:
    if not notes:
        return
    for paragraph, note in zip(_paragraphs(cell, len(notes)), notes, strict=True):
        _told(paragraph, note.head + made.word("colon"), [Run(text=note.words)], made.ui, size=_NOTE_SIZE)
