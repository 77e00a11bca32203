"""Word documents (.docx): what is printed, in the order in which it is read.

    w:p     第%1条 (automatic) + runs      one line: 第三条\t胡须应当整洁。
            ├ text boxes anchored in it    lines after it
            └ notes and comments to it     lines after it, as residue
    w:tbl   a row of short cells           one line, a tab between the cells
            other rows                     the cells' lines, one cell after the other
            two texts side by side         one column (tables.py)

Tracked changes are read as accepted, or with `original` as they were before. Fields show their results. What is
printed but is no text of the document (running heads, page numbers, notes) or is text but not printed (hidden) is
residue. A place that this reader does not know is searched for text: what Word shows is lost nowhere silently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from policydiff.errors import ReadError
from policydiff.ingest import own, tables
from policydiff.ingest.content import Content, Line, Run, joined, merged
from policydiff.ingest.numbering import Numbering
from policydiff.ingest.package import Package, child, children, is_on, number, value
from policydiff.ingest.styles import Styles, heading_rank
from policydiff.model import HintKind
from policydiff.text import PAUSES, STOPS

_LONGEST_HEADING = 60
_MOST_COLUMNS = 63  # as Word has them
_DEEPEST_FIELDS = 100  # Word itself stops at 20
_STOPS = (*STOPS, *PAUSES, ".")
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_NOTES: dict[str, tuple[str, str, HintKind]] = {  # a reference, the part it leads to, what stands there
    "w:footnoteReference": ("footnotes", "w:footnote", "footnote"),
    "w:endnoteReference": ("endnotes", "w:endnote", "footnote"),
    "w:commentReference": ("comments", "w:comment", "comment"),
}
_HEADS = ("header", "footer")
_BREAKS = {"page": "\f", "column": "\f"}
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
}
# Boxes of forms, which Word takes from its symbol fonts; other symbols keep the character the file names.
_SYMBOLS = {0xF052: "☑", 0xF053: "☒", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF0FD: "☒", 0xF0FE: "☑"}
_NO_WORDS = frozenset({"w:pPr", "w:rPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr", "w:instrText", "w:rt"})
_ELSEWHERE = {"w:altChunk": "text in another format", "w:subDoc": "a subdocument that is another file"}
_TRACKED = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})
_BLANKS = re.compile(r"[\t\n\r]")


def content(data: bytes, path: Path, *, original: bool = False) -> Content:
    """The text of a Word document and what its format says of it."""
    package = Package(data, path)
    own.refuse_package(package, path)
    root = package.tree(package.main)
    lines = _Reader(package, path, original=original).lines(root)
    if not any(run.text.strip() for line in lines for run in line.runs if run.kind is None):
        raise ReadError(
            en=f"{path}: the Word document holds no text, only pictures or nothing. Give the text itself; "
            "a scan must go through text recognition first.",
            zh=f"{path}：Word 文件中没有文字，只有图片或者是空的。请提供文字；扫描件须先做文字识别。",
        )
    return replace(joined(lines), tracked=_tracked(root))


def _tracked(root: Element | None) -> int:
    """How many stretches with something in them are put in, taken out or moved by tracked changes."""
    return sum(one.tag in _TRACKED and len(one) > 0 for one in root.iter()) if root is not None else 0


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read: its runs, and what hangs on it and stands after it."""

    runs: list[Run] = field(default_factory=list)
    after: list[Callable[[], None]] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, and whether its result is being read."""

    instruction: str = ""
    in_result: bool = False

    @property
    def name(self) -> str:
        return self.instruction.strip().split(" ")[0].upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How text is shown: hidden not at all; struck out as drafters do it where nobody tracks changes."""

    hidden: bool = False
    struck: bool = False


_PLAIN = _Look()


class _Reader:
    """Goes through a document once, in order, and keeps the lines it has made."""

    def __init__(self, package: Package, path: Path, *, original: bool) -> None:
        self._path = path
        self._package = package
        self._relations = package.relations(package.main)
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"), self._styles)
        self._notes = {
            (reference, one.get("w:id", "")): one
            for reference, (part, name, _) in _NOTES.items()
            for one in children(self._part(part), name)
        }
        self._gone = "w:ins" if original else "w:del"
        self._moved_away = "w:moveTo" if original else "w:moveFrom"
        self._original = original
        self._out: list[Line] = []
        self._carried = _Paragraph()
        self._fields: list[_Field] = []
        self._kinds: list[HintKind] = []

    def lines(self, root: Element | None) -> list[Line]:
        """The lines of the document, and after them its running heads."""
        if (body := child(root, "w:body")) is not None:
            self._blocks(body)
        self._flush()
        self._fields.clear()
        self._kinds.append("running-head")
        before = len(self._out)
        for part in dict.fromkeys(one.target for one in self._relations if one.kind in _HEADS):
            if (head := self._package.tree(part)) is not None:
                self._blocks(head)
                self._flush()
        heads = dict.fromkeys(line for line in self._out[before:] if line.text.strip())
        return [*self._out[:before], *heads]

    def _part(self, kind: str) -> Element | None:
        target = next((one.target for one in self._relations if one.kind == kind), None)
        return None if target is None else self._package.tree(target)

    # ---------------------------------------------------------------------------------------- blocks

    def _blocks(self, holder: Element) -> None:
        """The paragraphs and tables in a body, a cell, a text box or whatever holds some."""
        for one in holder:
            match one.tag:
                case "w:p":
                    self._paragraph(one)
                case "w:tbl":
                    self._table(one)
                case "mc:AlternateContent":
                    self._blocks(_choice(one))
                case "w:altChunk" | "w:subDoc":
                    raise self._elsewhere(one)
                case tag if tag in _NO_WORDS or tag in (self._gone, self._moved_away):
                    pass
                case "w:sdt" if _is_contents(one):
                    self._of_kind("contents", one)
                case _:
                    self._blocks(one)

    def _of_kind(self, kind: HintKind, holder: Element) -> None:
        self._kinds.append(kind)
        self._blocks(holder)
        self._kinds.pop()

    def _elsewhere(self, one: Element) -> ReadError:
        return ReadError(
            en=f"{self._path}: the Word document takes in {_ELSEWHERE[one.tag]}, which only Word can show. "
            "Open it in Word, save it anew as .docx and try again.",
            zh=f"{self._path}：Word 文件引入了只有 Word 才能显示的其他文件。请用 Word 打开，另存为 .docx 后再试。",
        )

    def _paragraph(self, element: Element) -> None:
        """One line, unless a tracked change joins the paragraph with the next."""
        properties = self._properties(element)
        own = _Paragraph(runs=self._carried.runs, after=self._carried.after)
        self._carried = _Paragraph()
        style = value(properties, "w:pStyle") or self._styles.default
        self._inline(element, own, _Look(hidden=self._styles.hides(style), struck=self._styles.strikes(style)))
        if child(element, "w:pPr", "w:rPr", self._gone) is not None or (
            child(element, "w:pPr", "w:rPr", self._moved_away) is not None
        ):
            self._carried = own
            return
        self._set(own, properties, style)

    def _set(self, paragraph: _Paragraph, properties: Element | None, style: str) -> None:
        """The paragraph as a line, numbered, and what stands after it."""
        runs = paragraph.runs
        is_hidden = bool(runs) and all(run.kind == "hidden" for run in runs)
        printed = None if is_hidden else self._numbering.next(properties)
        if printed is not None:
            is_deleted = bool(runs) and all(run.kind == "deleted" for run in runs)
            kind = "syntax" if printed.is_bullet else "deleted" if is_deleted else self._kind()
            runs = [Run(text=printed.text + printed.suffix, kind=kind), *runs]
        self._out.append(Line(runs=merged(runs), rank=self._rank(runs, properties, style)))
        for read in paragraph.after:
            read()

    def _rank(self, runs: list[Run], properties: Element | None, style: str) -> int:
        """The rank of a heading. Drafters set whole articles in a heading's style to have them numbered: a sentence is
        no heading, whatever its style."""
        text = "".join(run.text for run in runs).strip()
        if len(text) > _LONGEST_HEADING or text.endswith(_STOPS):
            return 0
        own = number(properties, "w:outlineLvl")
        return self._styles.rank(style) if own is None else heading_rank(own)

    def _properties(self, element: Element) -> Element | None:
        """The paragraph's w:pPr, that of before a tracked change where the original is read."""
        properties = child(element, "w:pPr")
        before = child(properties, "w:pPrChange", "w:pPr")
        return before if self._original and before is not None else properties

    def _flush(self) -> None:
        """What a deleted paragraph mark has carried on, where no paragraph follows to take it."""
        carried, self._carried = self._carried, _Paragraph()
        if carried.runs or carried.after:
            self._set(carried, None, "")

    def _table(self, table: Element) -> None:
        rows = [self._row(row) for row in _found(table, "w:tr") if child(row, "w:trPr", self._gone) is None]
        self._out += tables.lines(rows, self._path, original=self._original)

    def _row(self, row: Element) -> list[tables.Cell]:
        cells: list[tables.Cell] = []
        column = number(child(row, "w:trPr"), "w:gridBefore") or 0
        for cell in _found(row, "w:tc"):
            span = min(max(1, number(child(cell, "w:tcPr"), "w:gridSpan") or 1), _MOST_COLUMNS)
            cells.append(tables.Cell(column=column, span=span, lines=tuple(self._cell(cell))))
            column += span
        return cells

    def _cell(self, cell: Element) -> list[Line]:
        """The lines of a cell that have text."""
        outside, self._out = self._out, []
        self._blocks(cell)
        self._flush()
        inside, self._out = self._out, outside
        return [line for line in inside if line.text.strip()]

    # ---------------------------------------------------------------------------------------- inline

    def _inline(self, holder: Element, into: _Paragraph, look: _Look) -> None:
        """The text in a paragraph, a run, a link, a control or whatever holds some."""
        for one in holder:
            match one.tag:
                case "w:r":
                    self._inline(one, into, self._look(one, look))
                case "w:t" | "m:t":
                    self._add(into, _text(one), look)
                case "w:delText" if self._original:
                    self._add(into, _text(one), look)
                case "w:br":
                    self._add(into, _BREAKS.get(one.get("w:type", ""), "\n"), look)
                case "w:sym":
                    self._add(into, _symbol(one), look)
                case "w:fldChar":
                    self._field(one.get("w:fldCharType", ""))
                case "w:instrText" if self._fields:
                    self._fields[-1].instruction += one.text or ""
                case "w:fldSimple":
                    self._fields.append(_Field(instruction=one.get("w:instr", ""), in_result=True))
                    self._inline(one, into, look)
                    self._fields.pop()
                case "w:txbxContent":
                    into.after.append(partial(self._apart, one))
                case "v:textpath":
                    into.after.append(partial(self._art, one))
                case "mc:AlternateContent":
                    self._inline(_choice(one), into, look)
                case tag if tag in _CHARACTERS:
                    self._add(into, _CHARACTERS[tag], look)
                case tag if tag in _NOTES:
                    into.after.append(partial(self._note, one))
                case "w:subDoc":
                    raise self._elsewhere(one)
                case tag if tag in _NO_WORDS or tag in (self._gone, self._moved_away):
                    pass
                case _:
                    self._inline(one, into, look)

    def _add(self, into: _Paragraph, text: str, look: _Look) -> None:
        if text and all(one.in_result for one in self._fields):
            into.runs.append(Run(text=text, kind=self._kind(look)))

    def _kind(self, look: _Look = _PLAIN) -> HintKind | None:
        """What the text here is, the outermost reason first."""
        if self._kinds:
            return self._kinds[0]
        if look.struck and not self._original:
            return "deleted"
        names = [one.name for one in self._fields]
        if "TOC" in names:
            return "contents"
        if look.hidden:
            return "hidden"
        return "page-mark" if _PAGE_FIELDS.intersection(names) else None

    def _look(self, run: Element, inherited: _Look) -> _Look:
        """Whether a run is hidden or struck out: it says so itself, or its style does, or the paragraph's."""
        properties = child(run, "w:rPr")
        before = child(properties, "w:rPrChange", "w:rPr")
        if self._original and before is not None:
            properties = before
        style = value(properties, "w:rStyle") or ""
        hidden, struck = _said(properties, "w:vanish"), _said(properties, "w:strike", "w:dstrike")
        return _Look(
            hidden=(inherited.hidden or self._styles.hides(style)) if hidden is None else hidden,
            struck=(inherited.struck or self._styles.strikes(style)) if struck is None else struck,
        )

    def _field(self, step: str) -> None:
        match step:
            case "begin":
                if len(self._fields) == _DEEPEST_FIELDS:
                    raise ReadError(
                        en=f"{self._path}: the Word document holds fields nested deeper than {_DEEPEST_FIELDS} and is "
                        "not read. Save its text as .txt.",
                        zh=f"{self._path}：Word 文件中的域嵌套超过 {_DEEPEST_FIELDS} 层，不能读取。请将文字另存为 "
                        ".txt。",
                    )
                self._fields.append(_Field())
            case "separate" if self._fields:
                self._fields[-1].in_result = True
            case "end" if self._fields:
                self._fields.pop()

    def _apart(self, holder: Element) -> None:
        """Text that stands apart from the paragraph it hangs on, in lines of its own; fields do not reach into it."""
        fields, self._fields = self._fields, []
        carried, self._carried = self._carried, _Paragraph()
        self._blocks(holder)
        self._flush()
        self._fields, self._carried = fields, carried

    def _note(self, reference: Element) -> None:
        _, _, kind = _NOTES[reference.tag]
        note = self._notes.pop((reference.tag, reference.get("w:id", "")), None)
        if note is not None:
            self._kinds.append(kind)
            self._apart(note)
            self._kinds.pop()

    def _art(self, art: Element) -> None:
        """The words of an old WordArt, which stand in an attribute."""
        text = art.get("string", "")
        self._out.append(Line(runs=(Run(text=_BLANKS.sub(" ", text), kind=self._kind()),)))


def _said(properties: Element | None, *names: str) -> bool | None:
    """Whether properties switch on one of these; None where they say nothing of them."""
    said = [mark for name in names if (mark := child(properties, name)) is not None]
    return any(map(is_on, said)) if said else None


def _choice(alternatives: Element) -> Element:
    """The first way in which a thing is written; the others show the same thing to older programs."""
    return next((one for one in alternatives if one.tag in ("mc:Choice", "mc:Fallback")), alternatives)


def _found(holder: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through content controls and the like, not those of inner tables."""
    for one in holder:
        if one.tag == tag:
            yield one
        elif one.tag not in ("w:tr", "w:tc", "w:p") and one.tag not in _NO_WORDS:
            yield from _found(one, tag)


def _is_contents(control: Element) -> bool:
    gallery = value(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery") or ""
    return gallery.lower() == "table of contents"


def _text(element: Element) -> str:
    """The characters of a w:t; blanks at its ends count only where the file says so, line feeds are blanks."""
    text = _BLANKS.sub(" ", element.text or "")
    return text if element.get("xml:space") == "preserve" else text.strip(" ")


def _symbol(element: Element) -> str:
    try:
        code = int(element.get("w:char", ""), 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(code) or (chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else "")
