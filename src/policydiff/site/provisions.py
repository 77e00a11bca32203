"""The provisions of a document's page as markup: each with its number, its words, and what stands beside it.

What is alike for each of them is made by cite.js, as a page has thousands: the permalink, from `data-cite` (how the
provision is cited) and `data-at` (its anchor, if that is not the one of the unit), the buttons that copy a citation,
and the way to every version of an article, but for that of its first line, which needs no script.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from policydiff.library import Entry
from policydiff.model import Language, Provision
from policydiff.presentation.lines import two_decimals
from policydiff.presentation.reading import Reading
from policydiff.site.markup import NOTHING, Html, basis_word, escaped, fate_badge, joined, said, treatment_word
from policydiff.site.origins import Origin, Origins
from policydiff.site.pages import Compared, Counterpart, page_of, unit_of
from policydiff.site.rows import SAID_OF_BASIS
from policydiff.wording import AND, FATE_SIGN

_MOST_RANKS = 4


@dataclass(frozen=True, kw_only=True)
class Provisions:
    """The provisions of a document, with what the comparisons that it stands in found for each, and what the whole
    library has beside it."""

    entry: Entry
    reading: Reading
    compared: Sequence[Compared]
    counterparts: Mapping[str, Sequence[Counterpart]]
    origins: Mapping[str, Origins]
    has_versions: bool

    def all(self) -> Html:
        """Every provision in its order."""
        return joined([self._unit(one, 0, None) for one in self.reading.document.provisions])

    def _unit(self, provision: Provision, depth: int, carrier: Provision | None, *, is_item: bool = False) -> Html:
        """A provision and all below it. A paragraph that opens an article is printed behind the article's number, and
        cited as the article where it is the only one: `carrier` is that article. What `is_item` is set as one of a list
        though it has items of its own, which it heads."""
        num = carrier.num if carrier else provision.num
        first = provision.children[0] if provision.children else None
        is_bare = bool(num) and not provision.text and not provision.heading
        carries = is_bare and first is not None and not first.num and bool(first.text)
        below = depth + 1 if provision.heading and not is_item else depth
        return Html(
            f'<div class="unit u-{provision.level}" id="{escaped(provision.eid)}">'
            f"{self._heading(provision, num, depth, is_item) if provision.heading else ''}"
            f"{self._words(provision, num, carrier) if provision.text else ''}"
            f"{self._number(provision, num) if is_bare and not carries else ''}"
            f"{self._children(provision, below, carries)}</div>"
        )

    def _children(self, provision: Provision, depth: int, carries: bool) -> Html:
        listed = _is_list(provision.children)
        return joined(
            [
                self._unit(child, depth, provision if carries and place == 0 else None, is_item=listed)
                for place, child in enumerate(provision.children)
            ]
        )

    # ---------------------------------------------------------------------------------------- its words

    def _heading(self, provision: Provision, num: str, depth: int, is_item: bool) -> Html:
        if provision.level == "row":  # names the columns of a table and heads nothing of the page
            words = f'<p class="words"><b>{escaped(provision.heading)}</b></p>'
            return Html(f'<div class="line"{self._cite(provision, provision)}>{words}{_margin(NOTHING)}</div>')
        if is_item and not provision.text:
            words = f'<p class="words"><span class="num">{escaped(num)}</span> {escaped(provision.heading)}</p>'
            came = _margin(self._came(provision.eid))
            return Html(f'<div class="line"{self._cite(provision, provision)}>{words}{came}</div>')
        rank = 2 + min(depth, _MOST_RANKS)
        return Html(
            f'<div class="line"{self._cite(provision, provision)}><h{rank} class="heading h-{depth}">'
            f'<span class="num">{escaped(num)}</span> {escaped(provision.heading)}</h{rank}>'
            f"{_margin(self._came(provision.eid))}</div>"
        )

    def _words(self, provision: Provision, num: str, carrier: Provision | None) -> Html:
        home = carrier if carrier and self._label(carrier) == self._label(provision) else provision
        number = f'<span class="num">{escaped(num)}</span> ' if num and not provision.heading else ""
        beside = (
            self._notes(provision.eid),
            self._versions(provision.eid),
            self._came(carrier.eid) if carrier else NOTHING,
            self._came(provision.eid) if not provision.heading else NOTHING,
        )
        page = page_of(provision.eid) if self.has_versions else ""
        elsewhere = f' data-page="{page}"' if page and page != unit_of(provision.eid) else ""
        return Html(
            f'<div class="line"{self._cite(provision, home)}{elsewhere}>'
            f'<p class="words">{number}{escaped(provision.text)}</p>{_margin(joined(beside))}</div>'
        )

    def _number(self, provision: Provision, num: str) -> Html:
        words = f'<p class="words"><span class="num">{escaped(num)}</span></p>'
        return Html(
            f'<div class="line"{self._cite(provision, provision)}>{words}{_margin(self._came(provision.eid))}</div>'
        )

    def _cite(self, provision: Provision, home: Provision) -> Html:
        """How a line is cited, and where that leads."""
        at = f' data-at="{escaped(home.eid)}"' if home is not provision else ""
        return Html(f' data-cite="{escaped(self._label(home))}"{at}')

    # -------------------------------------------------------------------------------- what stands beside

    def _notes(self, eid: str) -> Html:
        """What other documents have for a provision: in words where there is one comparison, else as squares in the
        order of the comparisons listed above the text."""
        found = self.counterparts.get(eid, ())
        if not found:
            return NOTHING
        if len(self.compared) == 1:
            return Html(f'<ul class="notes">{joined(map(self._note, found))}</ul>')
        squares = [_squares(nth, one.name, found) for nth, one in enumerate(self.compared, 1)]
        return Html(f'<ul class="notes squares">{joined(squares)}</ul>')

    def _versions(self, eid: str) -> Html:
        if not self.has_versions or eid not in self._first_leaves:
            return NOTHING
        address = f"../versions/{escaped(self.entry.id)}/{page_of(eid)}.html#{escaped(eid)}"
        name = f'<span class="sr"> {escaped(self.reading.label(eid))}</span>'
        return Html(f'<a class="beside" href="{address}">{said("versions-short")}{name}</a>')

    def _came(self, eid: str) -> Html:
        """Where a provision comes from or, of a central rule, which local ones follow it: folded, for whoever asks."""
        found = self.origins.get(eid)
        if not found:
            return NOTHING
        what = said("followers" if self.entry.kind == "central" else "sources")
        more = f"<li>{said('came-more', n=found.more)}</li>" if found.more else ""
        return Html(
            f'<details class="came"><summary>{what} {found.all}'
            f'<span class="sr"> {escaped(self.reading.label(eid))}</span></summary>'
            f"<ul>{joined(map(self._origin, found.shown))}{more}</ul></details>"
        )

    def _note(self, note: Counterpart) -> Html:
        basis = f' <span class="note-basis">{basis_word(note.basis)}</span>' if note.basis in SAID_OF_BASIS else ""
        lang = self._lang(note.language)
        label = f' <span class="note-label"{lang}>{_cited(note)}</span>' if note.labels else ""
        fate = fate_badge(note.shown)
        return Html(f'<li><a class="note s-{note.shown}" href="{_row(note)}">{fate}{basis}{label}</a></li>')

    def _origin(self, one: Origin) -> Html:
        beside = one.beside
        label = escaped(beside.label)
        score = f" {said('similarity')} {two_decimals(beside.score)}" if beside.score else ""
        row = f' <a href="../comparisons/{escaped(one.row)}">{said("row")}<span class="sr"> {label}</span></a>'
        return Html(
            f'<li><a href="{escaped(beside.document)}.html#{escaped(beside.eid)}"{self._lang(beside.language)}>'
            f'{escaped(beside.title)} {label}</a> <span class="how">{treatment_word(beside.treatment)}{score}</span>'
            f"{row if one.row else ''}</li>"
        )

    @cached_property
    def _first_leaves(self) -> frozenset[str]:
        """The first leaf of each article."""
        first: dict[str, str] = {}
        for leaf in self.reading.leaves:
            first.setdefault(unit_of(leaf.eid), leaf.eid)
        return frozenset(first.values())

    def _lang(self, language: Language) -> str:
        """The language of other words than the document's, which all provisions stand in."""
        return f' lang="{language}"' if language != self.reading.document.language else ""

    def _label(self, provision: Provision) -> str:
        return self.reading.label(provision.eid)


def _is_list(provisions: Sequence[Provision]) -> bool:
    """Whether provisions are the items of a list, of which some have items below them: most are words, not headings."""
    levels = [one for one in provisions if one.level == "level"]
    return sum(bool(one.heading) for one in levels) * 2 < len(levels)


def _squares(nth: int, comparison: str, found: Iterable[Counterpart]) -> Html:
    """What the nth comparison found, in the place of the nth; an empty one where it found nothing."""
    squares = [_square(nth, note) for note in found if note.comparison == comparison]
    return Html(f"<li>{joined(squares)}</li>")


def _square(nth: int, note: Counterpart) -> Html:
    title = f' title="{_cited(note)}"' if note.labels else ""
    return Html(
        f'<a class="square f-{note.shown}" href="{_row(note)}"{title} aria-labelledby="d{nth} w-{note.shown}">'
        f"{FATE_SIGN[note.shown]}</a>"
    )


def _row(note: Counterpart) -> Html:
    return Html(f"../comparisons/{escaped(note.comparison)}.html#{escaped(note.anchor)}")


def _cited(note: Counterpart) -> Html:
    return escaped(AND[note.language].join(note.labels))


def _margin(held: Html) -> Html:
    return Html(f'<div class="margin">{held}</div>') if held else NOTHING
