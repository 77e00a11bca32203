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
    """The leaves of a document: `owner[i]` is the unit of leaf i, `above[i]` the leaf that introduces it, if any; unit
    k is the provision `eids[k]` and has the leaves `members[k]`."""

    leaves: tuple[Provision, ...]
    owner: tuple[int, ...]
    members: tuple[tuple[int, ...], ...]
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
    collector = _Collector()
    for provision in document.provisions:
        collector.visit(provision)
    owner = tuple(k for k, member in enumerate(collector.members) for _ in member)
    return Units(
        leaves=tuple(collector.leaves),
        owner=owner,
        members=tuple(collector.members),
        above=tuple(collector.above),
        eids=tuple(collector.eids),
    )


class _Collector:
    """Walks a document once."""

    def __init__(self) -> None:
        self.leaves: list[Provision] = []
        self.above: list[int | None] = []
        self.members: list[tuple[int, ...]] = []
        self.eids: list[str] = []

    def visit(self, provision: Provision) -> None:
        """Open a unit at the provision, unless it is a heading over several."""
        is_heading = provision.level in ("part", "chapter", "section", "annex") or (
            provision.level == "level" and not provision.text
        )
        if is_heading:
            for child in provision.children:
                self.visit(child)
            return
        first = len(self.leaves)
        self._collect(provision, None)
        if len(self.leaves) > first:
            self.members.append(tuple(range(first, len(self.leaves))))
            self.eids.append(provision.eid)

    def _collect(self, provision: Provision, above: int | None) -> None:
        if provision.text:
            self.leaves.append(provision)
            self.above.append(above)
            above = len(self.leaves) - 1
        for child in provision.children:
            self._collect(child, above)
