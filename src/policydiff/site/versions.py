"""Every version of a provision side by side: the central one, its translation, and what each local rule made of it.

A page holds an article, or the highest of the numbered levels where there are no articles: what a reader compares at
one sitting, and no more of it than a browser sets at once, whatever the length of the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policydiff.model import Edit, Provision
from policydiff.presentation.lines import Cell, Line
from policydiff.presentation.reading import Reading
from policydiff.presentation.redlines import combined_for
from policydiff.site.pages import Compared, unit_of


@dataclass(frozen=True, kw_only=True)
class Version:
    """What one document has for a leaf of the base: a line of their comparison, as it is shown here.

    `edits` is the redline as one text, with what is gone of this leaf; where there is none each counterpart stands by
    itself in `cells`. `others` are the leaves that it stands for as well. What differs in form alone stands there once,
    as the document prints it.
    """

    compared: Compared
    line: Line
    anchor: str
    edits: tuple[Edit, ...]
    cells: tuple[Cell, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A leaf of the base with everything that the other documents have for it; `silent` are those that quote the rule
    and not this."""

    provision: Provision
    label: str
    trail: tuple[str, ...]
    translations: tuple[Version, ...]
    versions: tuple[Version, ...]
    silent: tuple[Compared, ...]


@dataclass(frozen=True, kw_only=True)
class Article:
    """An article with its leaves; `before` and `after` are the articles on either side."""

    eid: str
    label: str
    leaves: tuple[Leaf, ...]
    before: str
    after: str


def articles(base: Reading, compared: Sequence[Compared]) -> Iterator[Article]:
    """The articles of a base that others are compared with, in reading order."""
    groups: dict[str, list[Provision]] = {}
    for leaf in base.leaves:
        groups.setdefault(unit_of(leaf.eid), []).append(leaf)
    names = ["", *groups, ""]
    for place, (eid, leaves) in enumerate(groups.items()):
        yield Article(
            eid=eid,
            label=base.label(eid),
            leaves=tuple(_leaf(base, leaf, compared) for leaf in leaves),
            before=names[place],
            after=names[place + 2],
        )


def _leaf(base: Reading, leaf: Provision, compared: Iterable[Compared]) -> Leaf:
    every = [version for one in compared for version in _versions(one, leaf.eid)]
    versions = [version for version in every if not _is_silent(version)]
    return Leaf(
        provision=leaf,
        label=base.label(leaf.eid),
        trail=base.trails.get(leaf.eid, ()),
        translations=tuple(version for version in versions if version.compared.pair.relation == "translates"),
        versions=tuple(version for version in versions if version.compared.pair.relation != "translates"),
        silent=tuple(version.compared for version in every if _is_silent(version)),
    )


def _is_silent(version: Version) -> bool:
    return version.line.row.status == "omitted" and version.compared.pair.relation == "quotes"


def _versions(one: Compared, eid: str) -> Iterator[Version]:
    for line in one.table.lines_of("base", eid):
        yield Version(
            compared=one,
            line=line,
            anchor=f"base-{eid}",
            edits=_in_one_text(one, line, eid) if line.target and not line.rewritten else (),
            cells=line.target,
            others=tuple(one.table.base.label(other) for other in line.row.link.base if other != eid),
        )


def _in_one_text(one: Compared, line: Line, eid: str) -> tuple[Edit, ...]:
    """A redline to be read in one column, of the deletions those of a leaf alone; what differs in form alone, （ or (,
    stands there once, as the target has it."""
    if line.row.status == "unchanged":
        return tuple(edit for edit in line.row.edits if edit.op != "delete")
    leaves = line.row.link.base
    return combined_for(line.row.edits, [one.table.base.text(leaf) for leaf in leaves], leaves.index(eid))
