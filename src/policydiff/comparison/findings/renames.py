"""Names that a local rule puts in the place of its law's all through: each is told once, with the count of its rows.

县级以上人民政府应急管理部门 → 县级以上人民政府公安机关  and  省应急管理部门 → 省公安机关  are one rename. What a
central body does in the law, and an authority of the place in the rule, is one adaptation whatever its level.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from policydiff.comparison.findings.terms.names import bodies, relation
from policydiff.messages import message, quotations
from policydiff.model import Document, Finding, Language, Row
from policydiff.text import skeleton

_LEAST = {"renamed": 3, "adapted": 2}  # an adaptation is expected: a second one says nothing new
_Key = tuple[str, ...]


def renames_told_once(rows: Sequence[Row], target: Document) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """The rows without what is one rename all through the target, and that rename once, in its shortest words."""
    places: dict[_Key, list[tuple[Row, Finding]]] = {}
    for row in rows:
        for finding in row.findings:
            if key := _rename(finding):
                places.setdefault(key, []).append((row, finding))
    counts = {key: len({id(row) for row, _ in told}) for key, told in places.items()}
    once = {key: count for key, count in counts.items() if count >= _LEAST[key[0]]}
    out = tuple(replace(row, findings=tuple(f for f in row.findings if _rename(f) not in once)) for row in rows)
    texts = {leaf.eid: leaf.text for leaf in target.leaves()}
    return out, tuple(_told(places[key], count, texts, target.language) for key, count in once.items())


def _told(places: Sequence[tuple[Row, Finding]], count: int, texts: Mapping[str, str], ui: Language) -> Finding:
    """A rename as one finding, in its shortest words and at the provision that holds these."""
    row, shortest = min(places, key=lambda place: len(place[1].base) + len(place[1].target))
    words = message("renamed", *quotations(shortest), ui, count=count)
    holding = [eid for eid in row.link.target if shortest.target in texts.get(eid, "")]
    return replace(shortest, rule="renamed", message=words, eid=(*holding, *row.link.target, "")[0], count=count)


def _rename(finding: Finding) -> _Key | None:
    """One body's words for another's, whatever their levels; None for what is no rename."""
    if finding.rule != "actor":
        return None
    old, new = bodies(finding.base), bodies(finding.target)
    if relation(finding.base, finding.target) == "adapted":
        return "adapted", *sorted(old)
    if sorted(old) == sorted(new):  # of another level alone
        return "renamed", skeleton(finding.base), skeleton(finding.target)
    return "renamed", *sorted(old), "", *sorted(new)
