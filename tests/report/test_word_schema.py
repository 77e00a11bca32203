"""Word offers to repair a file whose elements stand in another order than the standard's (ECMA-376, part 1, 17).

What is written is held against the sequences of the schema (wml.xsd), in every part that a file has.
"""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest
from tests.report.tables import DAY, saying
from tests.report.test_memo import checked

from policydiff.model import Comparison
from policydiff.report import docx
from policydiff.report.memo import docx as memo_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblCellMar": "top left start bottom right end",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular",
}
ONCE = {"trPr"}  # in any order, but none twice


def parts(file: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(file)) as made:
        names = [name for name in made.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return {name: ElementTree.fromstring(made.read(name)) for name in names}


def wrong(root: ElementTree.Element) -> list[str]:
    """The elements whose children are not in the order of the schema."""
    found = []
    for element in root.iter():
        name = element.tag.removeprefix(W)
        children = [child.tag.removeprefix(W) for child in element if child.tag.startswith(W)]
        if name in ONCE and len(children) != len(set(children)):
            found.append(f"{name}: {children}")
        if name in SEQUENCES:
            order = SEQUENCES[name].split()
            places = [order.index(child) if child in order else -1 for child in children]
            if -1 in places or places != sorted(places):
                found.append(f"{name}: {children}")
    return found


@pytest.fixture(params=["table", "memo", "table of hostile text"])
def file(request: pytest.FixtureRequest, comparison: Comparison) -> bytes:
    if request.param == "memo":
        return memo_docx.render(checked(comparison, comparison), ui="zh", date=DAY)
    hostile = "hostile" in request.param
    return docx.render(saying(comparison, "</w:p>") if hostile else comparison, ui="zh", date=DAY)


def test_every_element_stands_where_the_standard_has_it(file: bytes) -> None:
    held = parts(file)
    assert {"word/document.xml", "word/styles.xml", "word/fontTable.xml"} <= set(held)
    assert {name: found for name, root in held.items() if (found := wrong(root))} == {}


def test_every_cell_ends_in_a_paragraph_and_every_row_fills_its_grid(file: bytes) -> None:
    root = parts(file)["word/document.xml"]
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans) == columns
            assert {list(cell)[-1].tag for cell in row.findall(f"{W}tc")} == {f"{W}p"}


def test_every_style_that_is_used_is_there(file: bytes) -> None:
    held = parts(file)
    known = {style.get(f"{W}styleId") for style in held["word/styles.xml"].iter(f"{W}style")}
    tags = [f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle")]
    assert {element.get(f"{W}val") for tag in tags for element in held["word/document.xml"].iter(tag)} <= known


def test_a_wrong_order_is_found() -> None:
    properties = ElementTree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}"><w:jc/><w:keepNext/></w:pPr>')
    assert wrong(properties) == ["pPr: ['jc', 'keepNext']"]
