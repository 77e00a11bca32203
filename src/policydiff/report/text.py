"""A comparison for the terminal, and for a pipe or a mail, where no colour survives.

≠ 变更  第八条第二款第（二）项 → 八（二）
  各级[-应当-]{+要+}建立 … 责任制。
  ! 义务强度：“应当建立” → “建立”
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policydiff import eid, wording
from policydiff.model import (
    Comparison,
    Decision,
    Dismissed,
    Document,
    Edit,
    Finding,
    Language,
    Provision,
    Row,
    StaleDecision,
    Status,
)
from policydiff.presentation.lines import SIDES, combined, taken_by
from policydiff.presentation.reading import cited_together
from policydiff.quoting import excerpt, shortened
from policydiff.report import notes
from policydiff.report.table import LEAST_NEAR
from policydiff.report.terminal import Run, paint, paragraph, visible, width
from policydiff.wording import (
    BASIS,
    FINDING,
    LACK,
    LACK_SIGN,
    LANGUAGE,
    RESIDUE,
    STALE,
    STATUS_SIGN,
    TABLE,
    TAKEN,
    VERDICT,
    quotations,
    signed,
    verdict,
)

_WORDS: dict[str, dict[Language, str]] = {
    "moved": {"zh": "移位", "en": "moved"},
    "split": {"zh": "拆分", "en": "split"},
    "merged": {"zh": "合并", "en": "merged"},
    "nearest": {"zh": "最接近", "en": "nearest"},
    "whole": {"zh": "对全文的提示", "en": "On the document as a whole"},
    "stale": {"zh": "不再应用的审核意见", "en": "Decisions that are not applied any more"},
    "and": {"zh": "、", "en": ", "},
    "colon": {"zh": "：", "en": ": "},
    "residue": {"zh": "未列为条文的内容", "en": "Left out of the provisions"},
    "problems": {"zh": "读取时的疑点", "en": "Oddities"},
}
_BAR = 48
_KEPT_HEAD, _KEPT_TAIL = 24, 24
_UNCHANGED_HEAD = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """How and for whom the lines are set."""

    colour: bool
    ui: Language
    columns: int | None
    lack: str = "omitted"
    across: bool = False

    @property
    def roles(self) -> wording.Roles:
        """What the two texts are to each other."""
        return wording.roles(self.lack, across=self.across)

    def sign(self, status: Status) -> str:
        """The sign of what became of a provision."""
        return LACK_SIGN[self.lack] if status == "omitted" and self.lack in LACK else STATUS_SIGN[status]

    def fate(self, status: Status) -> str:
        """The sign and the word of what became of a provision."""
        return f"{self.sign(status)} {wording.fate(status, self.ui, self.lack)}"

    def word(self, key: str) -> str:
        return _WORDS[key][self.ui]

    def line(self, *runs: Run) -> str:
        return paint(runs, colour=self.colour)

    def lines(self, runs: Iterable[Run], indent: int = 2) -> list[str]:
        return paragraph(runs, columns=self.columns, indent=indent, colour=self.colour)


def render(
    comparison: Comparison, *, colour: bool, ui: Language, columns: int | None = None, lack: str = "omitted"
) -> str:
    """The comparison as text that ends in a newline; with `columns`, its lines are broken to that width. `lack` is what
    the target does with what it does not have, as in `wording.fate`."""
    across = comparison.base.language != comparison.target.language
    page = _Page(colour=colour, ui=ui, columns=columns, lack=lack, across=across)
    base, target = _Side(comparison.base), _Side(comparison.target)
    lines = [*_header(comparison, page), ""]
    for row in comparison.rows:
        lines += [*_row(row, base, target, page), *_taken(row, comparison.rows, base, target, page), ""]
    if comparison.findings or comparison.dismissed:
        lines.append(page.line(Run(text=page.word("whole"), style="strong")))
        for finding in comparison.findings:
            lines += _on_the_whole(finding, target, page)
        for one in comparison.dismissed:
            lines += _dismissed(one, page)
        lines.append("")
    if comparison.stale:
        lines.append(page.line(Run(text=page.word("stale"), style="strong")))
        for stale in comparison.stale:
            lines += _stale(stale, base, target, page)
        lines.append("")
    return "\n".join(lines)


class _Side:
    """A document's leaves and their labels, by eid."""

    def __init__(self, document: Document) -> None:
        self.language = document.language
        self.labels = eid.labels(document)
        self.leaves = {leaf.eid: leaf for leaf in document.leaves()}

    def label(self, eids: Sequence[str], page: _Page) -> str:
        return page.word("and").join(cited_together(visible(self.labels.get(e, e)) for e in eids))

    def text(self, eids: Sequence[str]) -> str:
        return " ".join(visible(self.leaves[e].text) for e in eids if e in self.leaves)


# ------------------------------------------------------------------------------------------- header


def _header(comparison: Comparison, page: _Page) -> Iterator[str]:
    names = [wording.head(page.roles[side][page.ui]) for side in SIDES]
    wide = max(map(width, names))
    for name, document in zip(names, (comparison.base, comparison.target), strict=True):
        title = visible(document.name)
        pad = " " * (wide - width(name) + 2)
        yield from page.lines([Run(text=name, style="dim"), Run(text=pad), Run(text=title, style="strong")], indent=0)
    summary = comparison.summary()
    yield ""
    yield page.line(*_bar(summary, page))
    yield from page.lines(_counts(summary, page), indent=0)


def _counts(summary: dict[Status, int], page: _Page) -> Iterator[Run]:
    for place, (status, count) in enumerate(summary.items()):
        gap = "   " if place else ""
        yield Run(text=f"{gap}{page.fate(status)} {count}", style=status)


def _bar(summary: dict[Status, int], page: _Page) -> Iterator[Run]:
    """The counts as shares of one bar; whatever there is shows at least once."""
    total, cells_of_all = sum(summary.values()) or 1, min(_BAR, page.columns or _BAR)
    for status, count in summary.items():
        cells = max(1, cells_of_all * count // total) if count else 0
        yield Run(text=("█" if page.colour else page.sign(status)) * cells, style=status)


# --------------------------------------------------------------------------------------------- rows


def _row(row: Row, base: _Side, target: _Side, page: _Page) -> Iterator[str]:
    yield from page.lines(_heading(row, base, target, page), indent=0)
    for runs in _body(row, base, target):
        yield from page.lines(runs)
    yield from _findings(row.findings, page)
    for decision in row.decisions:
        yield from page.lines(_decision(decision, base, target, page))
    for one in row.dismissed:
        yield from _dismissed(one, page)
    yield from _nearest(row, base, target, page)


def _heading(row: Row, base: _Side, target: _Side, page: _Page) -> Iterator[Run]:
    link = row.link
    yield Run(text=page.fate(row.status), style=row.status)
    yield Run(text="  ")
    sides = [side.label(eids, page) for side, eids in ((base, link.base), (target, link.target)) if eids]
    yield Run(text=" → ".join(sides), style="strong")
    if notes := list(_notes(row, page)):
        yield Run(text=f"  ({page.word('and').join(notes)})", style="dim")


def _notes(row: Row, page: _Page) -> Iterator[str]:
    link = row.link
    if link.base and link.target and link.basis != "text":
        yield BASIS[link.basis][page.ui] if link.basis in BASIS else visible(link.basis)
    if link.moved:
        yield page.word("moved")
    if len(link.target) > 1:
        yield page.word("split")
    if len(link.base) > 1:
        yield page.word("merged")


def _body(row: Row, base: _Side, target: _Side) -> Iterator[list[Run]]:
    """The words of a row: the redline, or both sides one under the other where there is none."""
    if row.status == "unchanged" and row.edits:
        yield [Run(text=excerpt(base.text(row.link.base), _UNCHANGED_HEAD), style="dim")]
    elif row.status in ("omitted", "added"):
        yield [Run(text=base.text(row.link.base) or target.text(row.link.target), style=row.status)]
    elif row.edits:
        yield list(redline(row.edits))
    else:
        yield [Run(text=base.text(row.link.base))]
        yield [Run(text="→ ", style="dim"), Run(text=target.text(row.link.target))]


def redline(edits: Sequence[Edit]) -> Iterator[Run]:
    """The runs of a redline, long stretches that both sides have shortened."""
    shown = combined(edits)
    for place, edit in enumerate(shown):
        words = visible(edit.text)
        match edit.op:
            case "keep":
                yield Run(text=_kept(words, first=place == 0, last=place == len(shown) - 1))
            case "delete":
                yield Run(text=words, style="delete", move=edit.move)
            case "insert":
                yield Run(text=words, style="insert", move=edit.move)


def _kept(words: str, *, first: bool, last: bool) -> str:
    """What both sides have, a long stretch shortened: at the ends of a provision to what borders a change."""
    if first and last:
        return excerpt(words, _KEPT_HEAD + _KEPT_TAIL)
    return excerpt(words, _KEPT_HEAD) if last else shortened(words, head=_KEPT_HEAD, tail=_KEPT_TAIL)


def _findings(findings: Sequence[Finding], page: _Page) -> Iterator[str]:
    """What the findings of one place say."""
    for note in notes.found(findings, ui=page.ui, roles=page.roles):
        head = Run(text=f"! {note.head}{page.word('colon')}", style="changed")
        yield from page.lines([head, Run(text=note.words)])


def _on_the_whole(finding: Finding, target: _Side, page: _Page) -> list[str]:
    place = visible(target.labels.get(finding.eid, "")) if finding.eid else ""
    head = " ".join(filter(None, [f"! {FINDING[finding.type][page.ui]}", place]))
    said = notes.says(finding, ui=page.ui, roles=page.roles)
    return page.lines([Run(text=head + page.word("colon"), style="changed"), Run(text=said)])


def _decision(decision: Decision, base: _Side, target: _Side, page: _Page) -> Iterator[Run]:
    """What a reviewer decided about a row; the provisions are named where the row alone does not show them."""
    yield Run(text=f"✓ {verdict(decision)[page.ui]}", style="strong")
    if decision.verdict == "reject":
        yield Run(text=f"  {base.label(decision.base, page)} → {target.label(decision.target, page)}")
    yield from _why(decision, page)


def _why(decision: Decision, page: _Page) -> Iterator[Run]:
    said = [visible(words) for words in (decision.reason, decision.note) if words]
    if said:
        yield Run(text=f" — {' — '.join(said)}")
    if who := visible(signed(decision, page.ui)):
        yield Run(text=f"  ({who})", style="dim")


def _dismissed(one: Dismissed, page: _Page) -> list[str]:
    finding, decision = one.finding, one.decision
    quotes = " → ".join(f"“{visible(words)}”" for words in quotations(finding) if words)
    head = f"✓ {VERDICT['dismiss'][page.ui]}  {FINDING[finding.type][page.ui]}{page.word('colon')}{quotes}"
    return page.lines([Run(text=head, style="dim"), *_why(decision, page)])


def _stale(stale: StaleDecision, base: _Side, target: _Side, page: _Page) -> list[str]:
    decision = stale.decision
    sides = (base.label(decision.base, page), target.label(decision.target, page))
    where = " → ".join(side for side in sides if side)
    head = f"{decision.number}  {verdict(decision)[page.ui]}  {where}{page.word('colon')}"
    return page.lines([Run(text=head), Run(text=STALE[stale.why][page.ui], style="changed"), *_why(decision, page)])


def _nearest(row: Row, base: _Side, target: _Side, page: _Page) -> list[str]:
    """What was considered for a row without a counterpart: the evidence of absence."""
    if not row.link.candidates:
        return []
    other = base if row.status == "added" else target
    near = [f"{other.label((c.eid,), page)} {c.score:.2f}" for c in row.link.candidates if c.score >= LEAST_NEAR]
    far = TABLE["nearest-none"][page.ui].format(place=other.label((row.link.candidates[0].eid,), page))
    shown = page.word("and").join(near) or far
    return page.lines([Run(text=page.word("nearest") + page.word("colon") + shown, style="dim")])


def _taken(row: Row, rows: Sequence[Row], base: _Side, target: _Side, page: _Page) -> list[str]:
    """Why the nearest provision was not taken, where it was near."""
    if not (by := taken_by(rows, row)):
        return []
    own, other = (base, target) if row.link.base else (target, base)
    near = other.label((row.link.candidates[0].eid,), page)
    return page.lines([Run(text=TAKEN[page.ui].format(near=near, taken=own.label(by, page)), style="dim")])


# ---------------------------------------------------------------------------------------- documents


def document(
    document: Document, *, colour: bool, ui: Language, columns: int | None = None, only: frozenset[str] | None = None
) -> str:
    """A document's provisions as cited, each with its words; `only` keeps the provisions with these eids."""
    page = _Page(colour=colour, ui=ui, columns=columns)
    labels = eid.labels(document)
    title = visible(document.name)
    language = LANGUAGE[document.language][ui]
    lines = [page.line(Run(text=title, style="strong"), Run(text=f"  ({language})", style="dim")), ""]
    above = ""
    for provision in document.walk():
        if only is None or provision.eid in only:
            label = labels[provision.eid]
            lines += _provision(provision, "" if label == above else label, page)
            above = label
    return "\n".join([*lines, ""])


def _provision(provision: Provision, label: str, page: _Page) -> Iterator[str]:
    """A provision's label, heading and words; one that is cited as what holds it bears no label of its own."""
    if label:
        heading = f"  {visible(provision.heading)}" if provision.heading else ""
        yield page.line(Run(text=visible(label), style="strong"), Run(text=heading))
    if provision.text:
        yield from page.lines([Run(text=visible(provision.text))])


def residue(document: Document, *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """What of a source is no provision, with the reason and the place; then what is odd about the rest."""
    page = _Page(colour=colour, ui=ui, columns=columns)
    text = document.source.text
    lines: list[str] = []
    if document.residue:
        lines += [page.line(Run(text=page.word("residue"), style="strong"))]
    for piece in document.residue:
        reason = RESIDUE[piece.reason][ui] if piece.reason in RESIDUE else visible(piece.reason)
        words = shortened(visible(text[piece.span.start : piece.span.end]), head=40, tail=20)
        place = f"{piece.span.start}–{piece.span.end} "
        lines += page.lines([Run(text=place, style="dim"), Run(text=reason + page.word("colon")), Run(text=words)])
    if document.problems:
        lines += ["", page.line(Run(text=page.word("problems"), style="strong"))]
    for problem in document.problems:
        place = f"{problem.span.start}–{problem.span.end} "
        said = Run(text=visible(wording.problem(problem, ui)), style="changed")
        lines += page.lines([Run(text=place, style="dim"), said])
    return "\n".join([*lines, ""])
