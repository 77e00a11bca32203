"""The rows of a comparison as markup: a page has hundreds, and they are most of it.

A row is its status, a cell or more on either side, and below what was found, decided and considered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from policydiff.gravity import place, weight
from policydiff.model import Decision, Dismissed, Document, Finding, Lack, Language, Side, StaleDecision
from policydiff.presentation.lines import Cell, Direction, Line, Near, Table, two_decimals
from policydiff.presentation.reading import Reading
from policydiff.quoting import excerpt
from policydiff.site.markup import (
    NOTHING,
    Html,
    basis_badge,
    day,
    escaped,
    fate_word,
    finding_kind,
    joined,
    kept,
    language_of,
    redline,
    said,
    says,
    sign,
    stale_word,
    taken,
    verdict_word,
)
from policydiff.site.pages import Counterpart, page_of, unit_of
from policydiff.site.strings import STRINGS
from policydiff.wording import BASIS, FATE_SIGN, ROLES, SHAPE, Roles, fate, told_as

SAID_OF_BASIS = ("quotation", "restatement", "doubtful")  # what a pairing rests on, where a reader is told at once
_VERDICT_SIGN = {"reject": "✗", "note": "✎"}
_ARROW = ' <span class="arrow" aria-hidden="true">→</span> '


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a table, `lack` being what its text does with a provision that it does not have; `files`: the pages
    of its documents are beside it. `elsewhere` is what other superiors have for a provision that this one lacks."""

    table: Table
    lack: Lack
    files: bool
    elsewhere: Mapping[str, Sequence[Counterpart]] = field(default_factory=dict)

    def all(self) -> Html:
        """Every row in its order."""
        return joined([self._row(line) for line in self.table.lines])

    @property
    def roles(self) -> Roles:
        """What its two texts are to each other."""
        return ROLES[self.lack]

    def said(self, key: str, **values: object) -> Html:
        """A sentence that speaks of its two texts."""
        return said(key, **self.roles, **values)

    def _row(self, line: Line) -> Html:
        row = line.row
        whole = ("whole",) if self.table.named_by_whole(line) else ()
        tags = " ".join((*map(told_as, row.findings), *line.marks, *whole))
        told = f' data-tags="{escaped(tags)}"' if tags else ""
        rewritten = " is-rewritten" if line.rewritten else ""
        return Html(
            f'<div class="row is-{row.status}{rewritten}" id="row-{line.place}"{told}>'
            f"{self._head(line)}"
            f"{self._side('base', line)}"
            f"{self._side('target', line)}"
            f"{self._under(line)}</div>"
        )

    # ------------------------------------------------------------------------------------- the status

    def _head(self, line: Line) -> Html:
        row = line.row
        name = fate(row.status, self.lack)
        heading = (
            f'<h2 class="status s-{name}">{sign(FATE_SIGN[name])}{fate_word(name)}<small>{line.place}</small></h2>'
        )
        shapes = [
            *([basis_badge(row.link.basis)] if row.link.basis in SAID_OF_BASIS else []),
            *(said(mark) for mark in line.marks if mark in SHAPE),
        ]
        if not shapes:
            return Html(heading)
        return Html(f'<div class="gutter">{heading}<ul class="shapes">{_items(shapes)}</ul></div>')

    # ------------------------------------------------------------------------------------- the two sides

    def _side(self, side: Side, line: Line) -> Html:
        """A side of a row: one cell, or several in a box, or that there is none, with what was considered there."""
        reading, cells = (self.table.base, line.base) if side == "base" else (self.table.target, line.target)
        document = reading.document
        lang = self._lang(document)
        if len(cells) == 1:
            same = side == "target" and line.same
            return self._cell(cells[0], document, f' class="side {side} cell"{lang}', same=same)
        held = joined([self._cell(cell, document, ' class="cell"') for cell in cells])
        if not cells:
            none = self.said("added-said" if side == "base" else "omitted-said")
            held = Html(f'<p class="nothing">{none}</p>{self._candidates(line)}')
        return Html(f'<div class="side {side}"{lang}>{held}</div>')

    def _cell(self, cell: Cell, document: Document, attributes: str, *, same: bool = False) -> Html:
        """The buttons that copy its citation, the permalink and the way to every version of it are made by cite.js; it
        finds the page of the versions by the provision's article unless it is told."""
        anchor = f' id="{escaped(cell.anchor)}"' if cell.anchor else ""
        page = page_of(cell.eid)
        elsewhere = f' data-page="{page}"' if page != unit_of(cell.eid) else ""
        trail = f'<span class="trail">{" › ".join(map(escaped, cell.trail))}</span>' if cell.trail else ""
        label = f'<p class="label">{self._label(cell, document)}{trail}</p>'
        words = f'<p class="same">{said("same")}</p>' if same else f'<p class="words">{redline(cell.edits)}</p>'
        return Html(f"<div{attributes}{anchor}{elsewhere}>{label}{words}</div>")

    def _label(self, cell: Cell, document: Document) -> Html:
        label = escaped(cell.label)
        if self.files:
            return Html(f'<a href="../documents/{escaped(document.id)}.html#{escaped(cell.eid)}">{label}</a>')
        return Html(f'<a href="#{escaped(cell.anchor)}">{label}</a>' if cell.anchor else f"<span>{label}</span>")

    # ---------------------------------------------------------------------------- what is said of a row

    def _under(self, line: Line) -> Html:
        row = line.row
        parts = (
            self._doubt(line),
            self._elsewhere(line),
            self._findings(row.findings),
            self._decisions(line),
            self.dismissals(row.dismissed),
            self._kept(line),
            self._ways(line),
            self._basis(line),
        )
        under = joined(parts)
        return Html(f'<div class="under">{under}</div>') if under else NOTHING

    def _doubt(self, line: Line) -> Html:
        """Before all else that is said of a row, that its two sides may not belong together."""
        if not line.doubtful:
            return NOTHING
        return Html(f'<p class="doubt-said">{said("basis-doubtful", score=two_decimals(line.score))}</p>')

    def _elsewhere(self, line: Line) -> Html:
        """Which other superiors of the rule have what this one lacks, each with the way to where it says so."""
        held = [one for cell in line.target for one in self.elsewhere.get(cell.eid, ())] if not line.base else []
        if not held:
            return NOTHING
        places = joined([Html(f"<li>{_held(one)}</li>") for one in held])
        return Html(f'<div class="elsewhere"><span>{said("held-elsewhere")}</span><ul>{places}</ul></div>')

    def _findings(self, findings: Iterable[Finding]) -> Html:
        """The gravest first, as a list of what is to be checked has them."""
        found = joined([self.finding(one) for one in sorted(findings, key=place)])
        return Html(f'<ul class="findings">{found}</ul>') if found else NOTHING

    def finding(self, one: Finding, *, whole: bool = False) -> Html:
        """`whole`: it is about the target alone, and there is nothing to set its words against."""
        tags = f' data-tags="{told_as(one)} whole"' if whole else ""
        base, target = self._languages
        where = ""
        if one.eid:
            label = escaped(self.table.target.label(one.eid))
            place = escaped(self.table.target.opens(one.eid))
            where = f' <a class="where" href="#target-{place}" lang="{target}">{label}</a>'
        return Html(
            f'<li class="finding w-{weight(one)}" tabindex="0"{tags}>{finding_kind(one)} '
            f'<span class="message">{says(one, base, target, plain=whole, roles=self.roles)}{where}</span></li>'
        )

    def _decisions(self, line: Line) -> Html:
        items = joined([*map(self._decided, line.row.decisions), *map(self._stale_here, line.stale)])
        review = " ".join(STRINGS["review"].values())
        return Html(f'<ul class="decisions" aria-label="{review}">{items}</ul>') if items else NOTHING

    def _decided(self, decision: Decision) -> Html:
        what = NOTHING
        if decision.verdict == "reject":
            what = self.provisions(decision)
        elif decision.verdict == "confirm" and not (decision.base and decision.target):
            what = said("review-none")
        return Html(
            f'<li class="decision d-{decision.verdict}">{_verdict(decision)} '
            f'<span class="said">{what} {why(decision)}</span></li>'
        )

    def _stale_here(self, one: StaleDecision) -> Html:
        return Html(
            f'<li class="decision is-stale"><span class="verdict">{verdict_word(one.decision)}</span> '
            f'<span class="said"><span class="why">{said("stale-here")}</span> {stale_word(one)} '
            f"{why(one.decision)}</span></li>"
        )

    def dismissals(self, found: Sequence[Dismissed], *, whole: bool = False) -> Html:
        """The findings that a reviewer has dismissed, folded away, each with who, when and why."""
        if not found:
            return NOTHING
        items = joined([Html(self.finding(one.finding, whole=whole) + _dismissed(one.decision)) for one in found])
        return Html(
            f'<details class="fold dismissed"><summary>{said("dismissed-fold", n=len(found))}</summary>'
            f'<ul class="findings">{items}</ul></details>'
        )

    def provisions(self, decision: Decision) -> Html:
        """What a decision is about, as it is cited."""
        base, target = self._languages
        sides = (
            _cited(self.table.base, decision.base, base),
            _cited(self.table.target, decision.target, target),
        )
        return Html(f'<span class="at">{_ARROW.join(filter(None, sides))}</span>')

    def _kept(self, line: Line) -> Html:
        """Which others of its list are there, of an omitted item."""
        items = line.kept_of(self.lack)
        return Html(f'<p class="kept">{kept(items, self.roles)}</p>') if items else NOTHING

    def _candidates(self, line: Line) -> Html:
        """What was considered for a provision that stands alone, on the side where it has nothing, so that both can be
        read beside each other; unfolded where a reader asks why it was not taken."""
        if not line.candidates:
            return NOTHING
        name, far = ("candidates", "") if line.near else ("candidates-far", " far")
        first = line.candidates[0]
        summary = said(name, label=first.label, score=two_decimals(first.score), n=len(line.candidates))
        is_open = " open" if first.came_near and not line.row.settled else ""
        listed = f"<ol>{joined(map(_near, line.candidates))}</ol>"
        reason = f'<p class="quiet taken">{taken(first.label, line.taken)}</p>' if line.taken else ""
        return Html(f'<details class="fold near{far}"{is_open}><summary>{summary}</summary>{listed}</details>{reason}')

    def _ways(self, line: Line) -> Html:
        """Where else to look; a row that several provisions of this one stand in is named once, with all of them."""
        held: dict[tuple[Direction, str], list[str]] = {}
        for way in self.table.ways(line):
            labels = held.setdefault((way.direction, way.anchor), [])
            labels += [way.label] if way.label not in labels else []
        ways = [
            Html(f'<a href="#{escaped(anchor)}">{self.said(f"way-{direction}", label="、".join(labels))}</a>')
            for (direction, anchor), labels in held.items()
        ]
        return Html(f'<ul class="ways">{_items(ways)}</ul>') if ways else NOTHING

    def _basis(self, line: Line) -> Html:
        """What the two sides were paired by, and in what their shape or their order differs."""
        link, told = line.row.link, []
        if line.shape:
            m, n = len(link.base), len(link.target)
            told.append(self.said(f"{line.shape}-said", m=m, n=n if line.shape == "regrouped" else max(m, n)))
        if link.moved:
            told.append(self.said("moved-said"))
        if line.in_form_alone:
            told.append(said("form-said"))
        if line.rewritten:
            told.append(said("rewritten-said"))
        if link.base and link.target and line.row.status != "unchanged" and not line.doubtful:
            key = "basis" if link.score else "basis-alone"
            told.append(said(key, basis=BASIS[link.basis], score=two_decimals(line.score)))
        return Html(f'<p class="basis">{" ".join(told)}</p>') if told else NOTHING

    def _lang(self, document: Document) -> Html:
        """The language of a text, where it is not that of the base, which all rows stand in."""
        is_base = document.language == self.table.base.document.language
        return NOTHING if is_base else Html(f' lang="{document.language}"')

    @property
    def _languages(self) -> tuple[Language, Language]:
        return self.table.base.document.language, self.table.target.document.language


def why(decision: Decision) -> Html:
    """Who decided, when and why: the same for a pair, a finding dismissed and a decision that is stale."""
    told = [_remark("reason", decision.reason), _remark("remarked", decision.note)]
    if decision.by or decision.date:
        who = " · ".join(filter(None, (escaped(decision.by), day(decision.date))))
        told.append(Html(f'<span class="who">{who}</span>'))
    return Html(" ".join(filter(None, told)))


def _remark(name: str, words: str) -> Html:
    return Html(f'<span class="{name}" lang="{language_of(words)}">{escaped(words)}</span>') if words else NOTHING


def _verdict(decision: Decision) -> Html:
    shown = sign(_VERDICT_SIGN.get(decision.verdict, "✓"))
    return Html(f'<span class="verdict">{shown}{verdict_word(decision)}</span>')


def _dismissed(decision: Decision) -> Html:
    return Html(f'<li class="decision d-dismiss">{_verdict(decision)} <span class="said">{why(decision)}</span></li>')


def _cited(reading: Reading, eids: Iterable[str], language: Language) -> Html:
    labels = "、".join(escaped(reading.label(eid)) for eid in eids)
    return Html(f'<span lang="{language}">{labels}</span>') if labels else NOTHING


def _held(one: Counterpart) -> Html:
    labels = escaped("、".join(one.labels))
    place = f'<a href="{escaped(one.comparison)}.html#{escaped(one.anchor)}">{escaped(one.title)} {labels}</a>'
    return Html(f'<span lang="{one.language}">{place}</span> <small>{fate_word(one.shown)}</small>')


def _near(near: Near) -> Html:
    """A provision that was considered; the words of one that hardly came near are set here by near.js."""
    words = f" <span>{escaped(excerpt(near.text))}</span>" if near.came_near else ""
    place = f'<a href="#{escaped(near.anchor)}">{escaped(near.label)}</a>'
    return Html(f"<li><small>{two_decimals(near.score)}</small> {place}{words}</li>")


def _items(held: Iterable[Html]) -> Html:
    return joined([Html(f"<li>{one}</li>") for one in held])
