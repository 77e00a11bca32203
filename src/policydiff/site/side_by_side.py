"""An article in every version as markup: a library has more of these pages than of all others together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policydiff.gravity import place, weight
from policydiff.library import Entry
from policydiff.model import Edit, Finding, Language
from policydiff.presentation.lines import Cell, two_decimals
from policydiff.presentation.reading import Reading
from policydiff.site.markup import (
    NOTHING,
    Html,
    basis_badge,
    escaped,
    fate_badge,
    finding_kind,
    joined,
    kind_word,
    redline,
    said,
    says,
)
from policydiff.site.pages import Compared, page_of
from policydiff.site.rows import SAID_OF_BASIS
from policydiff.site.strings import STRINGS
from policydiff.site.versions import Article, Leaf, Version
from policydiff.wording import AND, fate

_TOP = "../../"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """The articles of a document, each beside what other documents made of it."""

    entry: Entry
    base: Reading

    def page(self, article: Article) -> Html:
        """What stands on the page of an article."""
        leaves = [self._leaf(nth, leaf) for nth, leaf in enumerate(article.leaves, 1)]
        return Html(f'<header class="unit-head">{self._title(article)}{self._walk(article)}</header>{joined(leaves)}')

    def _title(self, article: Article) -> Html:
        return Html(
            f'<div><p class="kind"><a href="{self._home(article.eid)}" lang="{self._lang}" '
            f'data-cited="{escaped(self.base.document.name)}">'
            f'{escaped(self.base.title)}</a></p><h1><span lang="{self._lang}">{escaped(article.label)}</span> '
            f'<span class="unit-said">{said("versions")}</span></h1></div>'
        )

    def _walk(self, article: Article) -> Html:
        before = after = ""
        if article.before:
            before = (
                f'<a rel="prev" href="{page_of(article.before)}.html"><span aria-hidden="true">←</span> '
                f'<span class="sr">{said("before")} </span>{self._named(article.before)}</a>'
            )
        if article.after:
            after = (
                f'<a rel="next" href="{page_of(article.after)}.html"><span class="sr">{said("after")} </span>'
                f'{self._named(article.after)} <span aria-hidden="true">→</span></a>'
            )
        name = " ".join(STRINGS["versions"].values())
        return Html(f'<nav class="walk" aria-label="{name}">{before}{after}</nav>')

    def _named(self, eid: str) -> Html:
        return Html(f'<span lang="{self._lang}">{escaped(self.base.label(eid))}</span>')

    def _leaf(self, nth: int, leaf: Leaf) -> Html:
        eid = escaped(leaf.provision.eid)
        versions = joined([self._version(one) for one in leaf.versions])
        return Html(
            f'<section class="leaf row" id="{eid}" aria-labelledby="leaf-{nth}"><div class="originals">'
            f"{self._original(nth, leaf)}{joined(map(_translation, leaf.translations))}</div>"
            + (f'<ol class="versions" aria-label="{escaped(leaf.label)}">{versions}</ol>' if versions else "")
            + (self._silent(leaf) if leaf.silent else "")
            + "</section>"
        )

    def _original(self, nth: int, leaf: Leaf) -> Html:
        return Html(
            f'<div class="cell base"><h2 class="label" id="leaf-{nth}" lang="{self._lang}">'
            f'<a href="{self._home(leaf.provision.eid)}">{escaped(leaf.label)}</a></h2>'
            f'<p class="words" lang="{self._lang}">{escaped(leaf.provision.text)}</p></div>'
        )

    def _version(self, one: Version) -> Html:
        row, document = one.line.row, one.compared.table.target.document
        name = fate(row.status, one.compared.lack)
        basis = row.link.basis
        doubt = f'<span class="kind">{basis_badge(basis)}</span>' if basis in SAID_OF_BASIS else ""
        rewritten = " is-rewritten" if one.line.rewritten else ""
        others = said("also-for", others=self._separator.join(one.others)) if one.others else ""
        return Html(
            f'<li class="version is-{name}{rewritten}">'
            f'<p class="version-head">{fate_badge(name)}{doubt} {_address(one, one.compared.table.target.title)}</p>'
            f"{self._what(one, document.language)}"
            + (f'<p class="quiet">{others}</p>' if others else "")
            + self._findings(row.findings, document.language)
            + "</li>"
        )

    def _what(self, one: Version, language: Language) -> Html:
        """What a document has for a leaf: one redline, or each counterpart by itself, or that there is none."""
        if one.edits:
            return _words(self._separator.join(cell.label for cell in one.cells), one.edits, language)
        if one.cells:
            return joined([_words(cell.label, cell.edits, language) for cell in one.cells])
        return Html(f'<p class="nothing">{said("no-counterpart")}</p>{_nearest(one)}')

    def _findings(self, findings: Iterable[Finding], language: Language) -> Html:
        items = joined([self._finding(one, language) for one in sorted(findings, key=place)])
        return Html(f'<ul class="findings">{items}</ul>') if items else NOTHING

    def _finding(self, one: Finding, language: Language) -> Html:
        return Html(
            f'<li class="finding w-{weight(one)}" tabindex="0">{finding_kind(one)} '
            f'<span class="message">{says(one, self.base.document.language, language)}</span></li>'
        )

    def _silent(self, leaf: Leaf) -> Html:
        eid = escaped(leaf.provision.eid)
        return Html(
            f'<p class="quiet silent-in">{said("left-out-by")} '
            f"{self._separator.join(_silent_one(one, eid) for one in leaf.silent)}</p>"
        )

    def _home(self, eid: str) -> Html:
        return Html(f"{_TOP}documents/{escaped(self.entry.id)}.html#{escaped(eid)}")

    @property
    def _lang(self) -> Language:
        return self.base.document.language

    @property
    def _separator(self) -> str:
        return AND[self._lang]


def _address(one: Version, words: str) -> Html:
    page, language = one.compared.page, one.compared.table.target.document.language
    return Html(f'<a href="{_TOP}{escaped(page)}#{escaped(one.anchor)}" lang="{language}">{escaped(words)}</a>')


def _words(label: str, edits: Sequence[Edit], language: Language) -> Html:
    return Html(
        f'<p class="label" lang="{language}">{escaped(label)}</p>'
        f'<p class="words target" lang="{language}">{redline(edits)}</p>'
    )


def _nearest(one: Version) -> Html:
    near = next(iter(one.line.candidates), None)
    if near is None or not near.came_near:
        return NOTHING
    told = said("nearest-one", label=near.label, score=two_decimals(near.score))
    return Html(f'<p class="quiet"><a href="{_TOP}{escaped(one.compared.page)}#{escaped(near.anchor)}">{told}</a></p>')


def _translation(one: Version) -> Html:
    language = one.compared.table.target.document.language
    labels = ", ".join(cell.label for cell in one.cells) or one.compared.table.target.title
    words = joined([_translated(cell, language) for cell in one.cells])
    none = f'<p class="nothing">{said("no-counterpart")}</p>'
    return Html(
        f'<div class="cell translation"><p class="version-head">'
        f'<span class="kind">{kind_word(one.compared.pair.target.kind)}</span> {_address(one, labels)}</p>'
        f"{words or none}</div>"
    )


def _translated(cell: Cell, language: Language) -> Html:
    return Html(f'<p class="words" lang="{language}">{escaped("".join(edit.text for edit in cell.edits))}</p>')


def _silent_one(one: Compared, eid: Html) -> Html:
    target = one.table.target
    address = f"{_TOP}{escaped(one.page)}#base-{eid}"
    return Html(f'<a href="{address}" lang="{target.document.language}">{escaped(target.title)}</a>')
