"""The unit a leaf belongs to: the article it stands in, or the numbered point with all that is below it.

    第八条 …                 one unit: its two paragraphs and seven items
    三、 heading
      （一） words            one unit
      （二） words  1. 2. 3.  one unit
"""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model import Document, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The leaves of a document, and for each the number of its unit and what stands over it.

    `sections[k]` are the headings over unit k, outermost first, `eids[k]` is the provision that it is; `owner[i]` is
    the unit of leaf i.
    """

    leaves: tuple[Provision, ...]
    owner: tuple[int, ...]
    members: tuple[tuple[int, ...], ...]
    sections: tuple[tuple[str, ...], ...]
    above: tuple[int | None, ...]
    eids: tuple[str, ...]

    def leaf_texts(self) -> list[str]:
        """The words of each leaf."""
        return [leaf.text for leaf in self.leaves]

    def texts(self) -> list[str]:
        """The words of each unit, a line a leaf."""
        return ["\n".join(self.leaves[i].text for i in member) for member in self.members]


def units(document: Document) -> Units:
    """The units of a document in reading order."""
    collector = _Collector(_bare_headings(document))
    for provision in document.provisions:
        collector.visit(provision, ())
    owner = tuple(k for k, member in enumerate(collector.members) for _ in member)
    return Units(
        leaves=tuple(collector.leaves),
        owner=owner,
        members=tuple(collector.members),
        sections=tuple(collector.sections),
        above=tuple(collector.above),
        eids=tuple(collector.eids),
    )


def _bare_headings(document: Document) -> list[tuple[int, str]]:
    """Headings without a number, which are residue, by the place where they stand."""
    text = document.source.text
    return [(r.span.start, text[r.span.start : r.span.end]) for r in document.residue if r.reason == "heading"]


class _Collector:
    """Walks a document once; `above[i]` is the leaf that introduces leaf i, if any."""

    def __init__(self, bare_headings: list[tuple[int, str]]) -> None:
        self.bare = bare_headings
        self.leaves: list[Provision] = []
        self.above: list[int | None] = []
        self.members: list[tuple[int, ...]] = []
        self.sections: list[tuple[str, ...]] = []
        self.eids: list[str] = []

    def visit(self, provision: Provision, over: tuple[str, ...]) -> None:
        """Open a unit at the provision, unless it is a heading over several."""
        is_heading = provision.level in ("part", "chapter", "section", "annex") or (
            provision.level == "level" and not provision.text
        )
        if is_heading:
            for child in provision.children:
                self.visit(child, (*over, provision.heading))
            return
        first = len(self.leaves)
        self._collect(provision, None)
        if len(self.leaves) > first:
            self.members.append(tuple(range(first, len(self.leaves))))
            self.eids.append(provision.eid)
            self.sections.append(over or self._bare_heading_over(provision))

    def _bare_heading_over(self, provision: Provision) -> tuple[str, ...]:
        """The last heading without a number above the provision."""
        place = next((spans[0].start for p in provision.walk() if (spans := p.marks or p.spans)), 0)
        above = [heading for start, heading in self.bare if start < place]
        return (above[-1],) if above else ()

    def _collect(self, provision: Provision, above: int | None) -> None:
        if provision.text:
            self.leaves.append(provision)
            self.above.append(above)
            above = len(self.leaves) - 1
        for child in provision.children:
            self._collect(child, above)
