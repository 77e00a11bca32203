"""Which words `scope` quotes: those of a clause that the other has not, each for itself.

base    染须店应当在店堂公示染液的名称和价格    target    染须店应当在店堂书面公示染液的名称    价格; 书面
"""

from __future__ import annotations

import re
from dataclasses import replace

from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import Quotes
from policydiff.comparison.findings.row.said import telling
from policydiff.comparison.findings.rules.own_words import Runs, own_words, tells, trimmed
from policydiff.comparison.findings.terms.style import bare, in_one_style

_SAYS_LITTLE = re.compile("事业|工作|活动|行为|情况|事项|方面")


def differing_words(change: Change, reading: RowReading) -> tuple[Quotes, ...]:
    """The words of which `scope` speaks: what either side says alone, each for itself where either clause has a word of
    them besides, or all that differs where that is one character; nothing where a whole clause is put in other
    words."""
    if change.reworded:
        return ()
    change = without_what_both_keep(change)
    sides, others = (change.base, change.target), (change.target.clause, change.base.clause)
    runs = runs_of(change, reading)
    if sum(map(len, runs)) == 1 and all(name_a_thing(side.words) for side in sides):
        runs = [own or _whole(side, other) for own, side, other in zip(runs, sides, others, strict=True)]
        if not all(runs) and _are_respelt(*map(trimmed, sides)):
            runs = [(trimmed(side),) for side in sides]
    old, new = ([_unlisted(one, other) for one in own] for own, other in zip(runs, others, strict=True))
    if len(old) == len(new) == 1 and _stand_for_each_other(old[0], new[0], change):
        return ((old[0], new[0]),)
    alone = (*((one, "") for one in old), *(("", one) for one in new))
    return alone or ((change.base.words, change.target.words),)


def runs_of(change: Change, reading: RowReading) -> list[Runs]:
    """What either side says alone that names a thing."""
    return [tuple(filter(name_a_thing, side)) for side in own_words(change, reading)]


def _whole(side: Passage, other: str) -> Runs:
    """All words in which a side differs, if one of them tells that the other clause has not."""
    words = trimmed(side)
    held = in_one_style(other)
    return (words,) if any(tells(one) and one not in held for one in telling(words)) else ()


def _stand_for_each_other(old: str, new: str, change: Change) -> bool:
    """Whether what either clause says alone stands in the place of what the other does."""
    return _are_respelt(old, new) or (_hold_one_slot(old, new, change) and not _have_moved(old, new, change))


def _are_respelt(old: str, new: str) -> bool:
    """Whether one thing is named in two ways, neither of which is a part of the other: 签订协议, 签订赡养协议."""
    if old in new or new in old:
        return False
    return old[0] == new[0] or old[-1] == new[-1]


def _hold_one_slot(old: str, new: str, change: Change) -> bool:
    """Whether words of either clause stand between the same characters, or between one that both have and the end of
    both: 城市道路 beside 城镇道路, but not 扩建分散燃煤 beside 扩建燃煤机组."""
    sides = (change.base.clause, old), (change.target.clause, new)
    ends = [(clause.find(words), clause.find(words) + len(words), clause) for clause, words in sides]
    if any(start < 0 for start, _, _ in ends):
        return True  # words that were put together
    before = {clause[max(0, start - 1) : start] for start, _, clause in ends}
    behind = {clause[end : end + 1] for _, end, clause in ends}
    return len(before) == len(behind) == 1 and before | behind != {""}


def _have_moved(old: str, new: str, change: Change) -> bool:
    """Whether either clause says, besides what it says alone, a word of what the other one does: these words do not
    stand for each other."""
    pairs = (old, change.target.clause.replace(new, "", 1)), (new, change.base.clause.replace(old, "", 1))
    return any(len(word) > 1 and word in rest for words, rest in pairs for word in telling(words))


def name_a_thing(words: str) -> bool:
    """Whether some words say more than that there is a thing: not 事业, 工作."""
    return bool(bare(_SAYS_LITTLE.sub("", words)))


def _unlisted(words: str, other: str) -> str:
    """The elements of some words that another clause does not list; all of them where it lists none or each."""
    elements = words.split("、")
    left = [element for element in elements if bare(element) not in bare(other)]
    return "、".join(left) if left else words


def without_what_both_keep(change: Change) -> Change:
    """A change of 事故 to 生产安全事故 as one that puts in 生产安全; any other as it is."""
    old, new = change.base, change.target
    short, long = sorted((old.words, new.words), key=len)
    if not short or not (long.startswith(short) or long.endswith(short)):
        return change
    ahead = len(short) if long.startswith(short) else 0
    behind = len(short) - ahead
    return replace(
        change,
        base=replace(old, start=old.start + ahead, end=old.end - behind),
        target=replace(new, start=new.start + ahead, end=new.end - behind),
    )
