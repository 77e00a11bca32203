"""Word documents (.docx): what is printed, in the order in which it is read.

    w:p     第%1条 (automatic) + runs      one line: 第三条\t胡须应当整洁。
            ├ text boxes anchored in it    lines after it
            └ notes and comments to it     lines after it, as residue
    w:tbl   a row of short cells           one line, a tab between the cells
            other rows                     the cells' lines, one cell after the other
            two texts side by side         one column (side_by_side.py)

Tracked changes are read as accepted, or with `original` as they were before. Fields show their results. What is
printed but is no text of the document (running heads, page numbers, notes) or is text but not printed (hidden) is
residue. A place that this reader does not know is searched for text: what Word shows is lost nowhere silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from policydiff.errors import ReadError
from policydiff.ingest import own, tables
from policydiff.ingest.content import Cell, Content, Line, Run, joined, merged
from policydiff.ingest.word.fields import Fields
from policydiff.ingest.word.numbering import Numbering
from policydiff.ingest.word.package import Package, child, children, number, value
from policydiff.ingest.word.printed import PRINTING, in_one_line, printed
from policydiff.ingest.word.revisions import Revisions, tracked
from policydiff.ingest.word.styles import PLAIN, Look, Styles, heading_rank
from policydiff.model import HintKind
from policydiff.text import PAUSES, STOPS

_LONGEST_HEADING = 60
_MOST_COLUMNS = 63  # as Word has them
_STOPS = (*STOPS, *PAUSES, ".")
_NOTES: dict[str, tuple[str, str, HintKind]] = {  # a reference, the part it leads to, what stands there
    "w:footnoteReference": ("footnotes", "w:footnote", "footnote"),
    "w:endnoteReference": ("endnotes", "w:endnote", "footnote"),
    "w:commentReference": ("comments", "w:comment", "comment"),
}
_HEADS = ("header", "footer")
_NO_WORDS = frozenset({"w:pPr", "w:rPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr", "w:instrText", "w:rt"})
_ELSEWHERE = {"w:altChunk": "text in another format", "w:subDoc": "a subdocument that is another file"}


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
    return replace(joined(lines), tracked=tracked(root))


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read: its runs, and what hangs on it and stands after it."""

    runs: list[Run] = field(default_factory=list)
    after: list[Callable[[], None]] = field(default_factory=list)


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
        self._revisions = Revisions(original=original)
        self._out: list[Line] = []
        self._carried = _Paragraph()
        self._fields = Fields(path)
        self._kinds: list[HintKind] = []

    def lines(self, root: Element | None) -> list[Line]:
        """The lines of the document, and after them its running heads."""
        if (body := child(root, "w:body")) is not None:
            self._blocks(body)
        self._flush()
        self._fields = Fields(self._path)
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
                case tag if tag in _NO_WORDS or tag in self._revisions.left_out:
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
        properties = self._revisions.properties(element, "w:pPr")
        style = value(properties, "w:pStyle") or self._styles.default
        paragraph, self._carried = self._carried, _Paragraph()
        self._inline(element, paragraph, self._styles.look_of(style))
        if self._revisions.joins_next(element):
            self._carried = paragraph
        else:
            self._set(paragraph, properties, style)

    def _set(self, paragraph: _Paragraph, properties: Element | None, style: str) -> None:
        """The paragraph as a line, numbered, and what stands after it."""
        runs = paragraph.runs
        is_hidden = bool(runs) and all(run.kind == "hidden" for run in runs)
        counted = None if is_hidden else self._numbering.next(properties)
        if counted is not None:
            is_deleted = bool(runs) and all(run.kind == "deleted" for run in runs)
            kind = "syntax" if counted.is_bullet else "deleted" if is_deleted else self._kind()
            runs = [Run(text=counted.text + counted.suffix, kind=kind), *runs]
        self._out.append(Line(runs=merged(runs), rank=self._rank(runs, properties, style)))
        for read in paragraph.after:
            read()

    def _rank(self, runs: list[Run], properties: Element | None, style: str) -> int:
        """The rank of a heading. Drafters set whole articles in a heading's style to have them numbered: a sentence is
        no heading, whatever its style."""
        text = "".join(run.text for run in runs).strip()
        if len(text) > _LONGEST_HEADING or text.endswith(_STOPS):
            return 0
        outline = number(properties, "w:outlineLvl")
        return self._styles.rank(style) if outline is None else heading_rank(outline)

    def _flush(self) -> None:
        """What a deleted paragraph mark has carried on, where no paragraph follows to take it."""
        carried, self._carried = self._carried, _Paragraph()
        if carried.runs or carried.after:
            self._set(carried, None, "")

    def _table(self, table: Element) -> None:
        rows = [self._row(row) for row in _found(table, "w:tr") if not self._revisions.leaves_out_row(row)]
        self._out += tables.lines(rows, self._path, original=self._revisions.original)

    def _row(self, row: Element) -> list[Cell]:
        cells: list[Cell] = []
        column = number(child(row, "w:trPr"), "w:gridBefore") or 0
        for cell in _found(row, "w:tc"):
            span = min(max(1, number(child(cell, "w:tcPr"), "w:gridSpan") or 1), _MOST_COLUMNS)
            cells.append(Cell(column=column, span=span, lines=tuple(self._cell(cell))))
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

    def _inline(self, holder: Element, into: _Paragraph, look: Look) -> None:
        """The text in a paragraph, a run, a link, a control or whatever holds some."""
        for one in holder:
            match one.tag:
                case "w:r":
                    properties = self._revisions.properties(one, "w:rPr")
                    self._inline(one, into, self._styles.look(properties, look))
                case "w:fldChar":
                    self._fields.mark(one.get("w:fldCharType", ""))
                case "w:instrText":
                    self._fields.instruct(one.text or "")
                case tag if tag in _NO_WORDS or tag in self._revisions.left_out:
                    pass
                case tag if tag in PRINTING:
                    self._add(into, printed(one), look)
                case "w:fldSimple":
                    self._fields.show(one.get("w:instr", ""))
                    self._inline(one, into, look)
                    self._fields.end()
                case "w:txbxContent":
                    into.after.append(partial(self._apart, one))
                case "v:textpath":
                    into.after.append(partial(self._art, one))
                case "mc:AlternateContent":
                    self._inline(_choice(one), into, look)
                case tag if tag in _NOTES:
                    into.after.append(partial(self._note, one))
                case "w:subDoc":
                    raise self._elsewhere(one)
                case _:
                    self._inline(one, into, look)

    def _add(self, into: _Paragraph, text: str, look: Look) -> None:
        if text and self._fields.print_here():
            into.runs.append(Run(text=text, kind=self._kind(look)))

    def _kind(self, look: Look = PLAIN) -> HintKind | None:
        """What the text here is, the outermost reason first."""
        if self._kinds:
            return self._kinds[0]
        if look.struck and not self._revisions.original:
            return "deleted"
        kind = self._fields.kind()
        return "hidden" if look.hidden and kind != "contents" else kind

    def _apart(self, holder: Element) -> None:
        """Text that stands apart from the paragraph it hangs on, in lines of its own; fields do not reach into it."""
        fields, self._fields = self._fields, Fields(self._path)
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
        self._out.append(Line(runs=(Run(text=in_one_line(text), kind=self._kind()),)))


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
