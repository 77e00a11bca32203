"""A comparison for the terminal, and for a pipe or a mail, where no colour survives.

≠ 变更  第八条第二款第（二）项 → 八（二）
  各级[-应当-]{+要+}建立 … 责任制。
  !! 义务强度：“应当建立” → “建立”
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policydiff import wording
from policydiff.model import Comparison, Document, Edit, Finding, Lack, Language, Provision, Span, StaleDecision, Status
from policydiff.presentation import Reading, lines
from policydiff.presentation.lines import two_decimals
from policydiff.presentation.redlines import SIDES, combined
from policydiff.quoting import excerpt, shortened
from policydiff.report import notes
from policydiff.report.notes import Note
from policydiff.report.terminal import Run, Screen, Style, edited, visible, width
from policydiff.report.writer import Writer
from policydiff.wording import (
    AND,
    COLON,
    FATE_SIGN,
    LANGUAGE,
    RESIDUE,
    fate,
    set_here,
    stale_words,
    to_check_by_kind,
    told_word,
    verdict,
)

_WORDS: dict[str, dict[Language, str]] = {
    "stale": {"zh": "不再应用的审核意见", "en": "Decisions that are not applied any more"},
    "residue": {"zh": "未列为条文的内容", "en": "Left out of the provisions"},
    "problems": {"zh": "读取时的疑点", "en": "Oddities"},
    "line": {"zh": "第 {number} 行", "en": "line {number}"},
}
_BAR = 48
_KEPT_HEAD, _KEPT_TAIL = 24, 24
_UNCHANGED_HEAD = 36


def render(
    comparison: Comparison, *, colour: bool, ui: Language, columns: int | None = None, lack: Lack = "omitted"
) -> str:
    """The comparison as text that ends in a newline; with `columns`, its lines are broken to that width. `lack` is what
    the target does with what it does not have, as in `wording.fate`."""
    page = Screen(colour=colour, ui=ui, columns=columns, words=_WORDS)
    writer = Writer(lines.table(comparison), ui, lack)
    shown = [*_header(writer, page), ""]
    for one in writer.told():
        told = division(one, writer, page) if isinstance(one, lines.Division) else _row(one, writer, page)
        shown += [*told, ""]
    if comparison.findings or comparison.dismissed:
        shown += [*_whole(writer, page), ""]
    if comparison.stale:
        shown += [*_stale(comparison.stale, writer, page), ""]
    return "\n".join(shown)


# ------------------------------------------------------------------------------------------- header


def _header(writer: Writer, page: Screen) -> Iterator[str]:
    names = [writer.word(f"{side}-title") for side in SIDES]
    wide = max(map(width, names))
    for name, reading in zip(names, (writer.shown.base, writer.shown.target), strict=True):
        pad = " " * (wide - width(name) + 2)
        title = Run(text=visible(reading.title), style="strong")
        yield from page.lines(Run(text=name, style="dim"), Run(text=pad), title)
    for said in writer.notices():
        yield from page.lines(Run(text=said, style="changed"))
    yield ""
    yield from page.lines(*_bar(writer, page))
    yield from page.lines(*_counts(writer))
    yield from page.lines(Run(text=to_check_by_kind(writer.shown.found, writer.ui)))
    yield from says_little(writer, page)
    if writer.shown.newly_set:
        yield ""
        yield from _newly_set(writer, page)


def says_little(writer: Writer, page: Screen) -> Iterator[str]:
    """Between two languages, what it is worth that a provision is called unchanged."""
    if writer.shown.says_little:
        words = f"{writer.fate('unchanged')}{COLON[writer.ui]}{writer.word('term-across')}"
        yield from page.lines(Run(text=words, style="dim"))


def _newly_set(writer: Writer, page: Screen) -> Iterator[str]:
    """The powers that seem newly set, before the rows that tell of them."""
    powers = writer.shown.newly_set
    yield from page.lines(Run(text=set_here(len(powers), writer.ui), style="strong"))
    for note in map(writer.newly_set, powers):
        yield from finding(note, page)


def _counts(writer: Writer) -> Iterator[Run]:
    for place, (status, count) in enumerate(writer.shown.counts.items()):
        gap = "   " if place else ""
        yield Run(text=f"{gap}{_fate(status, writer)} {count}", style=status)


def _bar(writer: Writer, page: Screen) -> Iterator[Run]:
    """The counts as shares of one bar; whatever there is shows at least once."""
    counts = writer.shown.counts
    total, cells_of_all = sum(counts.values()) or 1, min(_BAR, page.columns or _BAR)
    for status, count in counts.items():
        cells = max(1, cells_of_all * count // total) if count else 0
        yield Run(text=("█" if page.colour else _sign(status, writer)) * cells, style=status)


def _fate(status: Status, writer: Writer) -> str:
    """The sign and the word of what became of a provision."""
    return f"{_sign(status, writer)} {writer.fate(status)}"


def _sign(status: Status, writer: Writer) -> str:
    return FATE_SIGN[fate(status, writer.lack)]


# --------------------------------------------------------------------------------------------- rows


def _row(line: lines.Line, writer: Writer, page: Screen) -> Iterator[str]:
    yield from page.lines(*_heading(line, writer))
    for runs in _body(line, writer):
        yield from page.lines(*runs, indent=2)
    for note in notes.found(line.row.findings, ui=page.ui, roles=writer.roles, doubtful=line.doubtful):
        yield from finding(note, page)
    for note in map(writer.decision, line.row.decisions):
        yield from _decision(note, page, style="strong")
    for note in map(writer.dismissed, line.row.dismissed):
        yield from _decision(note, page, style="dim")
    if kept := writer.kept(line):
        yield from page.lines(Run(text=kept, style="changed"), indent=2)
    if line.candidates:
        yield from page.lines(Run(text=nearest(line, writer), style="dim"), indent=2)
    if line.taken:
        yield from page.lines(Run(text=writer.taken(line), style="dim"), indent=2)


def division(division: lines.Division, writer: Writer, page: Screen, *, indent: int = 0) -> Iterator[str]:
    """A division of which the target has nothing, its provisions by their numbers, and what came near."""
    status = division.lines[0].row.status
    yield from page.lines(
        Run(text=_fate(status, writer), style=status),
        Run(text="  "),
        Run(text=f"{writer.headings(division)}  {writer.provisions(division)}", style="strong"),
        Run(text=f"  ({writer.whole_of(division)})", style="dim"),
        indent=indent,
    )
    for note in writer.near_division(division):
        yield from page.lines(Run(text=note.said(page.ui), style="dim"), indent=indent + 2)


def _heading(line: lines.Line, writer: Writer) -> Iterator[Run]:
    yield Run(text=_fate(line.row.status, writer), style=line.row.status)
    yield Run(text="  ")
    yield Run(text=writer.sides(*line.row.link.sides), style="strong")
    marks = (writer.word(mark) for mark in ("moved", line.shape) if mark in line.marks)
    if said := AND[writer.ui].join(filter(None, (writer.basis(line), *marks))):
        yield Run(text=f"  ({said})", style="changed" if line.doubtful else "dim")


def _body(line: lines.Line, writer: Writer) -> Iterator[Iterable[Run]]:
    """The words of a row: the redline, or both sides one under the other where there is none."""
    row = line.row
    base, target = _words(writer.shown.base, row.link.base), _words(writer.shown.target, row.link.target)
    if row.status == "unchanged" and row.edits:
        yield [Run(text=excerpt(base, _UNCHANGED_HEAD), style="dim")]
    elif row.status in ("omitted", "added"):
        yield [Run(text=base or target, style=row.status)]
    elif row.edits:
        yield redline(row.edits)
    else:
        yield [Run(text=base)]
        yield [Run(text="→ ", style="dim"), Run(text=target)]


def _words(reading: Reading, eids: Sequence[str]) -> str:
    return visible(" ".join(map(reading.text, eids)))


def redline(edits: Sequence[Edit]) -> Iterator[Run]:
    """The runs of a redline, long stretches that both sides have shortened."""
    shown = combined(edits)
    for place, edit in enumerate(shown):
        run = edited(edit)
        if edit.op == "keep":
            run = Run(text=_kept(run.text, first=place == 0, last=place == len(shown) - 1))
        yield run


def _kept(words: str, *, first: bool, last: bool) -> str:
    """What both sides have, a long stretch shortened: at the ends of a provision to what borders a change."""
    if first and last:
        return excerpt(words, _KEPT_HEAD + _KEPT_TAIL)
    return excerpt(words, _KEPT_HEAD) if last else shortened(words, head=_KEPT_HEAD, tail=_KEPT_TAIL)


def finding(note: Note, page: Screen, *, indent: int = 2) -> list[str]:
    """What a finding says, or several of one rule; the sign before it is double where it is to be read first."""
    head = f"{'!!' if note.weighty else '!'} {note.head}{COLON[page.ui]}"
    return page.lines(Run(text=head, style="changed"), Run(text=note.words), indent=indent)


def _decision(note: Note, page: Screen, *, style: Style) -> list[str]:
    """What a reviewer decided about a row or a finding, why, who and when."""
    colon = COLON[page.ui] if note.words else ""
    return page.lines(Run(text=f"✓ {note.head}{colon}", style=style), Run(text=note.words), indent=2)


def nearest(line: lines.Line, writer: Writer) -> str:
    """What was considered for a row without a counterpart: the evidence of absence."""
    near = AND[writer.ui].join(f"{visible(one.label)} {two_decimals(one.score)}" for one in line.near)
    head, words = ("nearest", near) if near else ("far", writer.word("far-said"))
    return writer.word(head) + COLON[writer.ui] + words


# ------------------------------------------------------------------------------------ behind the rows


def _whole(writer: Writer, page: Screen) -> Iterator[str]:
    """What is said of the target as a whole."""
    yield from page.lines(Run(text=writer.word("whole"), style="strong"))
    for one in writer.comparison.findings:
        yield from finding(_placed(one, writer), page)
    for note in map(writer.dismissed, writer.comparison.dismissed):
        yield from _decision(note, page, style="dim")


def _placed(found: Finding, writer: Writer) -> Note:
    """What a finding says, its place in the head."""
    head = " ".join(filter(None, (told_word(found, writer.ui), writer.place(found))))
    return Note(head=head, words=writer.says(found))


def _stale(stale: Sequence[StaleDecision], writer: Writer, page: Screen) -> Iterator[str]:
    """The decisions that are not applied, and why."""
    yield from page.lines(Run(text=page.word("stale"), style="strong"))
    for one in stale:
        decision = one.decision
        places = writer.sides(*decision.sides)
        head = Run(text=f"{decision.number}  {verdict(decision)[page.ui]}  {places}{COLON[page.ui]}")
        why = Run(text=writer.with_reasons(stale_words(one)[page.ui], decision), style="changed")
        yield from page.lines(head, why, indent=2)


# ---------------------------------------------------------------------------------------- documents


def document(
    document: Document, *, colour: bool, ui: Language, columns: int | None = None, only: frozenset[str] | None = None
) -> str:
    """A document's provisions as cited, each with its words; `only` keeps the provisions with these eids."""
    page = Screen(colour=colour, ui=ui, columns=columns, words=_WORDS)
    reading = Reading(document=document)
    title, language = Run(text=visible(reading.title), style="strong"), LANGUAGE[document.language][ui]
    shown = [*page.lines(title, Run(text=f"  ({language})", style="dim")), ""]
    above = ""
    for provision in document.walk():
        if only is None or provision.eid in only:
            label = reading.label(provision.eid)
            shown += _provision(provision, "" if label == above else label, page)
            above = label
    return "\n".join([*shown, ""])


def _provision(provision: Provision, label: str, page: Screen) -> Iterator[str]:
    """A provision's label, heading and words; one that is cited as what holds it bears no label of its own."""
    if label:
        heading = f"  {visible(provision.heading)}" if provision.heading else ""
        yield from page.lines(Run(text=visible(label), style="strong"), Run(text=heading))
    if provision.text:
        yield from page.lines(Run(text=visible(provision.text)), indent=2)


def residue(document: Document, *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """What of a source is no provision, with the reason and the line; then what is odd about the rest, and where."""
    page = Screen(colour=colour, ui=ui, columns=columns, words=_WORDS)
    reading = Reading(document=document)
    shown: list[str] = []
    if document.residue:
        shown += page.lines(Run(text=page.word("residue"), style="strong"))
    for piece in document.residue:
        reason = RESIDUE[piece.reason][ui]
        words = shortened(visible(reading.words(piece)), head=40, tail=20)
        where = _line(document, piece.span, page)
        shown += page.lines(Run(text=f"{where}  ", style="dim"), Run(text=f"{reason}{COLON[ui]}{words}"), indent=2)
    if document.problems:
        shown += ["", *page.lines(Run(text=page.word("problems"), style="strong"))]
    for problem in document.problems:
        where = _line(document, problem.span, page)
        label = "".join(f"{visible(reading.label(eid))}  " for eid in _holding(document, problem.span))
        said = Run(text=visible(wording.problem(problem, ui)), style="changed")
        shown += page.lines(Run(text=f"{where}  ", style="dim"), Run(text=label, style="strong"), said, indent=2)
    return "\n".join([*shown, ""])


def _line(document: Document, span: Span, page: Screen) -> str:
    """Where in the source a stretch begins; a paragraph of a Word document is a line."""
    return page.word("line", number=document.source.text.count("\n", 0, span.start) + 1)


def _holding(document: Document, span: Span) -> list[str]:
    """The provision in whose number or words a stretch begins; none where that is residue."""
    return [
        provision.eid
        for provision in document.walk()
        if any(one.start <= span.start < one.end for one in (*provision.marks, *provision.spans))
    ][-1:]
