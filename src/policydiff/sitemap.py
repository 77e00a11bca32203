"""Of which parts a site is made, and of what each: what is known of it before any page is, and any document read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from policydiff.errors import LibraryError
from policydiff.library import RELATIONS, Entry, Pair
from policydiff.model import Language, Relation

Subject = Literal["assets", "document", "comparison", "versions"]

# What the start page shows of a large library; it must load at once, and the documents' own pages have the rest.
MOST_ROWS = 24  # of one map
MOST_CARDS = 40  # of all maps
MOST_SQUARES = 400  # of all maps
VOLUME = 32  # documents to a volume, at the least; of a large library a fourth to an eighth of them
_FILE_NAME = re.compile(r"\w[\w.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Files that are made together, of these documents and these comparisons and of nothing else.

    The page of a comparison is of the first of them; the others set the same rule beside its other superiors, among
    all of which, in the library's order, the first stands in this `place`. The assets say which language the site
    `opens_in`, if not that of the reader's browser.

    The start page and what search loads are no parts: `start_files` puts the one together of the cards and heads of the
    whole library, `volume_files` the other of the stretches of some neighbouring documents.
    """

    subject: Subject
    documents: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    place: int = 0
    opens_in: Language | None = None


def parts(entries: Sequence[Entry], pairs: Sequence[Pair], opens_in: Language | None = None) -> tuple[Part, ...]:
    """All of a site of these documents and comparisons that is made in parts."""
    for entry in entries:
        _check(entry.id)
    of_base: dict[str, list[Pair]] = {}
    of_document: dict[str, list[Pair]] = {}
    for pair in pairs:
        of_base.setdefault(pair.base.id, []).append(pair)
        for own_id in dict.fromkeys(pair.ids):
            of_document.setdefault(own_id, []).append(pair)
    return (
        Part(subject="assets", opens_in=opens_in),
        *(_compared(pair, beside) for pair, beside in of_one_text(pairs)),
        *(_part_of("versions", group, (base,)) for base, group in of_base.items()),
        *(_part_of("document", of_document.get(entry.id, ()), (entry.id,)) for entry in entries),
    )


def of_one_text(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, tuple[Pair, ...]]]:
    """Each comparison, and all of its text with what that is to its base: a rule with all of its superiors."""
    held: dict[tuple[str, Relation], list[Pair]] = {}
    for pair in pairs:
        held.setdefault((pair.target.id, pair.relation), []).append(pair)
    return ((pair, tuple(held[pair.target.id, pair.relation])) for pair in pairs)


def _compared(pair: Pair, beside: Sequence[Pair]) -> Part:
    """A comparison, and of a rule those with its other superiors."""
    if pair.relation != "implements":
        return _part_of("comparison", (pair,), ())
    others = (other for other in beside if other is not pair)
    return replace(_part_of("comparison", (pair, *others), ()), place=beside.index(pair))


def _part_of(subject: Subject, pairs: Sequence[Pair], first: tuple[str, ...]) -> Part:
    """A part of the documents that some pairs are of; the one that it is about stands first."""
    shown = dict.fromkeys((*first, *(entry.id for pair in pairs for entry in (pair.base, pair.target))))
    return Part(subject=subject, documents=tuple(shown), pairs=tuple(pairs))


def have_rows(pairs: Iterable[Pair]) -> tuple[bool, ...]:
    """Of which comparisons the start page shows a row of squares."""
    listed = tuple(pairs)
    rows = {group[0].base.id: most for group, most in by_base(listed)}
    shown = Counter[str]()
    out = [False] * len(listed)
    for at in as_shown(listed):
        base = listed[at].base.id
        out[at] = shown[base] < rows[base]
        shown[base] += 1
    return tuple(out)


def as_shown(pairs: Sequence[Pair]) -> list[int]:
    """The places of comparisons in the order in which the start page shows them: those with one central rule together,
    rules before what translates or quotes it, and else in the library's order."""
    first: dict[str, int] = {}
    for at, pair in enumerate(pairs):
        first.setdefault(pair.base.id, at)
    return sorted(range(len(pairs)), key=lambda at: (first[pairs[at].base.id], RELATIONS.index(pairs[at].relation)))


def by_base(pairs: Iterable[Pair]) -> Iterator[tuple[list[Pair], int]]:
    """The comparisons with each central rule in the library's order, and how many of them the start page shows."""
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair.base.id, []).append(pair)
    left = MOST_CARDS
    for group in found.values():
        rows = min(len(group), MOST_ROWS, left)
        left -= rows
        yield group, rows


def _check(document: str) -> None:
    """A document's id becomes a file's name, so it must not lead out of the folder."""
    if not _FILE_NAME.fullmatch(document):
        raise LibraryError(
            en=f"document id {document!r} cannot name a page; use letters, digits, '.', '_' and '-'",
            zh=f"文件编号 {document} 不能用作页面名称。请用字母、汉字、数字和 . _ -",
        )
