"""Lists that a target restates in part: of an item that it omits, the other items of the list that it has.

第七条第（一）项  kept
第七条第（二）项  omitted    of its list are kept: 第七条第（一）项, 第七条第（四）项
第七条第（四）项  kept
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from policydiff.eid import PREFIX, SEPARATOR
from policydiff.model import Provision, Row

_ITEMS = (PREFIX["point"], PREFIX["indent"])
_LEAST = 2  # items that a target has of a list which it restates: one may be like something else
# What only leaves a list open names nothing that could be missing: 法律规定的其他情形, 法律规定可以延期的其他情形.
_CATCH_ALL = re.compile(r"其[他它]|(?=[^，。；]{0,30}规定)[^，。；]{0,60}的其[他它]|(?:any )?other\b", re.IGNORECASE)


def kept_of_lists(rows: Iterable[Row], leaves: Sequence[Provision]) -> Mapping[str, tuple[str, ...]]:
    """By item of the base that the target omits, the other items of the same list that it has beyond doubt, in the
    order of the base's `leaves`; nothing of a catch-all, nor of a list of which more is missing than there: such a list
    is not restated.

    One item that stands beside something with the words before its list may be there for those.
    """
    held: set[str] = set()
    omitted: list[str] = []
    for row in rows:
        items = [eid for eid in row.link.base if _is_item(eid)]
        if not row.link.target:
            omitted += items
        elif row.link.basis != "doubtful" and (len(items) > 1 or items == list(row.link.base)):
            held.update(items)
    if not (held and omitted):
        return {}
    open_ended = {leaf.eid for leaf in leaves if _CATCH_ALL.match(leaf.text)}
    missing = [eid for eid in omitted if eid not in open_ended]
    kept: dict[str, tuple[str, ...]] = {}
    for leaf in leaves:
        if leaf.eid in held:
            kept[_list_of(leaf.eid)] = (*kept.get(_list_of(leaf.eid), ()), leaf.eid)
    lacks = Counter(map(_list_of, missing))
    restated = {of for of, items in kept.items() if len(items) >= max(_LEAST, lacks[of])}
    return {eid: kept[_list_of(eid)] for eid in missing if _list_of(eid) in restated}


def _is_item(eid: str) -> bool:
    return eid.rpartition(SEPARATOR)[2].partition("_")[0] in _ITEMS


def _list_of(eid: str) -> str:
    """What all items of one list share."""
    return eid.rpartition("_")[0]
