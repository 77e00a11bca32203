"""Lists that a target restates in part: of an item that it omits, the other items of the list that it has.

    第七条第（一）项  kept
    第七条第（二）项  omitted    of its list are kept: 第七条第（一）项, 第七条第（四）项
    第七条第（四）项  kept
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from policydiff.eid import PREFIX, SEPARATOR
from policydiff.model import Row

_ITEMS = (PREFIX["point"], PREFIX["indent"])
_LEAST = 2  # items that a target has of a list which it restates: one may be like something else


def kept_of_lists(rows: Iterable[Row], order: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """By item of the base that the target omits, the other items of the same list that it has beyond doubt, in the
    order of the base's provisions; nothing of an item of whose list hardly anything is there. One item that stands
    beside something with the words before its list may be there for those."""
    kept: dict[str, set[str]] = {}
    omitted: list[str] = []
    for row in rows:
        items = [eid for eid in row.link.base if _is_item(eid)]
        if not row.link.target:
            omitted += items
        elif row.link.basis != "doubtful" and (len(items) > 1 or items == list(row.link.base)):
            for eid in items:
                kept.setdefault(_list_of(eid), set()).add(eid)
    restated = {of: held for of, held in kept.items() if len(held) >= _LEAST}
    in_order: dict[str, tuple[str, ...]] = dict.fromkeys(restated, ())
    for eid in order if restated else ():
        if (of := _list_of(eid)) in restated and eid in restated[of]:
            in_order[of] = (*in_order[of], eid)
    return {eid: in_order[_list_of(eid)] for eid in omitted if _list_of(eid) in in_order}


def _is_item(eid: str) -> bool:
    return eid.rpartition(SEPARATOR)[2].partition("_")[0] in _ITEMS


def _list_of(eid: str) -> str:
    """What all items of one list share."""
    return eid.rpartition("_")[0]
