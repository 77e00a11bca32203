"""The rules on lists that the other side restates in part.

base    禁止砍伐、放牧、狩猎、捕捞、采药等活动    target  禁止砍伐、放牧、狩猎等活动
──▶     捕捞、采药                                 beside  禁止砍伐、放牧、狩猎等活动

What such a list leaves out is told once, and not of each clause that the list is cut into.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from policydiff.comparison.clauses import Clause, clauses, cover, sentence_around, share_of_shorter
from policydiff.comparison.findings.row.changes import SILENT, Change, Passage, RowReading, RowSide
from policydiff.comparison.findings.row.elsewhere import Elsewhere
from policydiff.comparison.findings.row.rule import Quotes
from policydiff.comparison.findings.rules import scope
from policydiff.comparison.findings.rules.binding import adds_something, takes_something
from policydiff.comparison.findings.rules.lists import Enumeration, enumerations, missing, without_tail
from policydiff.text import skeleton

_LONGEST_LIST = 36
_STAYS = 0.5  # the share of a clause's words that another holds which says the same
_ONE_CASE = 0.4  # cases that share less of their words are two
_ITEM = 2  # times as long as an element: a clause that says little besides
_LEAST_COMMON = 2  # elements that two lists share, if the one is the other restated
_DEFINES = re.compile("所称的?(?P<word>[^，。；]{1,16}?)，?(?:是?指|包括)")  # 本办法所称染须，是指…
_JOINS = re.compile(r"等|和|或者|以及|及|或")


@dataclass(frozen=True, slots=True, kw_only=True)
class _LeftOut:
    """Elements of a list that the list beside it leaves out; of `own` and `beside`, the clauses of the two lists, what
    they share is marked. Either is silent where no one clause holds its list."""

    elements: str
    own: Passage
    beside: Passage

    def quote(self) -> str:
        """The list beside, as far as a quotation goes."""
        shown = replace(self.beside, end=min(len(self.beside.clause), self.beside.start + _LONGEST_LIST))
        return shown.quote() if self.beside.clause else ""


def dropped(reading: RowReading) -> Iterator[Quotes]:
    """The elements of a list of the base that neither the target's side of the row names nor the same list in another
    provision; beside them that side's own list. Not found: what binds nobody, and lists of two acts."""
    for gone in _left_out(*reading.sides):
        left = _without(gone.own.clause, gone.elements.split("、"))
        binds = takes_something(gone.own, reading.base, left, gone.beside)
        if binds and _are_of_one_act(gone, (reading.base, reading.target)):
            yield gone.elements, gone.quote()


def added(reading: RowReading) -> Iterator[Quotes]:
    """The elements of a list of the target that the base does not name, in the same way; nor what the base's list
    leaves room for."""
    for new in _left_out(*reading.sides.turned()):
        beside = new.beside.clause or reading.base
        binds = adds_something(new.elements, new.own.clause, reading.target, beside, new.beside.after)
        if binds and _are_of_one_act(new, (reading.target, reading.base)):
            yield new.quote(), new.elements


def _are_of_one_act(left_out: _LeftOut, texts: tuple[str, str]) -> bool:
    """Whether two lists do not stand in what is laid down for two cases (…的，由…会同…), nor say what two words mean:
    then neither restates the other."""
    defined = [_defined(side.clause, text) for side, text in zip((left_out.own, left_out.beside), texts, strict=True)]
    if all(defined) and defined[0] != defined[1]:
        return False
    old, new = (_case_of(side.clause, text) for side, text in zip((left_out.own, left_out.beside), texts, strict=True))
    return not (old and new) or share_of_shorter(old, new, "zh") >= _ONE_CASE


def _defined(clause: str, text: str) -> str:
    """The word whose meaning a clause of a text says, or the sentence that it stands in; or nothing."""
    sentence = sentence_around(clause, text, "zh") if clause else None
    found = _DEFINES.search(sentence.text) if sentence else None
    return found["word"] if found else ""


def _case_of(clause: str, text: str) -> str:
    """The case of which a clause of a text says what then holds: what ends in 的 before it in its sentence."""
    sentence = sentence_around(clause, text, "zh") if clause else None
    before = sentence.text.partition(clause)[0] if sentence else ""
    return before[: before.rfind("的，") + 1] if "的，" in before else ""


def _left_out(side: RowSide, other: RowSide) -> Iterator[_LeftOut]:
    """What lists of a side name and the other side leaves out, and the list of the other side beside it."""
    for enumeration, unnamed in _unnamed(side.text, other.text, other.says):
        if _stand_together(enumeration, other.text):
            kept = _kept(enumeration, other.text)
            own, beside = _list_of(kept, side.text), _list_of(kept, other.text)
            yield from (_LeftOut(elements=elements, own=own, beside=beside) for elements in _joined(unnamed))


def _unnamed(text: str, other: str, document: Elsewhere) -> Iterator[tuple[Enumeration, list[str]]]:
    """The lists of a text that another restates in part, each with the elements that neither it nor its document has.

    What two lists of the text leave out is named once.
    """
    told: set[str] = set()
    for enumeration in enumerations(text):
        lacking = missing(enumeration, other)
        if lacking and _are_restated(enumeration, other):
            holders = [c for c in clauses(text, "zh") if any(one in c.text for one in lacking) and not _stays(c, other)]
            unnamed = [
                one
                for one in lacking
                if one not in told and not any(one in c.text and document.says(c, naming=one) for c in holders)
            ]
            told.update(unnamed)
            if unnamed:
                yield enumeration, unnamed


def _stays(clause: Clause, other: str) -> bool:
    """Whether the other side of the row has a clause but for an element or two of its list."""
    return any(cover(clause, held.bag) >= _STAYS for held in clauses(other, "zh"))


def _are_restated(enumeration: Enumeration, other: str) -> bool:
    """Whether the other side names so many of the elements that it restates the list."""
    return len(enumeration) - len(missing(enumeration, other)) >= _LEAST_COMMON


def _kept(enumeration: Enumeration, other: str) -> set[str]:
    """The elements that the other side names too."""
    return {one for one in enumeration if not one.startswith("其他")} - set(missing(enumeration, other))


def _list_of(kept: Set[str], text: str) -> Passage:
    """The clause of a text whose list names most of some elements, from the first of them to the last; or nothing."""
    held = [(sum(element in clause.text for element in kept), clause.text) for clause in clauses(text, "zh")]
    most, clause = max(held, key=lambda found: found[0], default=(0, ""))
    if most < _LEAST_COMMON or "、" not in clause:
        return SILENT
    named = [element for element in kept if element in clause]
    start = min(clause.find(element) for element in named)
    return Passage(clause=clause, start=start, end=max(clause.rfind(element) + len(element) for element in named))


def _stand_together(enumeration: Enumeration, other: str) -> bool:
    """Whether what the two have in common stands in one clause of the other side, or in clauses that say little
    besides, as the items of a list do."""
    kept = _kept(enumeration, other)
    held = [clause.text for clause in clauses(other, "zh")]
    if any(sum(one in text for one in kept) >= _LEAST_COMMON for text in held):
        return True
    return sum(any(one in text and len(text) <= _ITEM * len(one) for text in held) for one in kept) >= _LEAST_COMMON


def _joined(elements: Iterable[str]) -> Iterator[str]:
    """Elements joined by 、 to quotations that are not too long."""
    line = ""
    for element in elements:
        if line and len(line) + len(element) > _LONGEST_LIST:
            yield line
            line = ""
        line = f"{line}、{element}" if line else element
    if line:
        yield line


def is_of_elements_alone(change: Change, reading: RowReading) -> bool:
    """Whether the change touches nothing but elements of lists, which `dropped` and `added` name."""
    if not change.within or change.base.words == change.base.clause:
        return _is_restated_in_part(change, reading)
    return (
        _are_one_but_for_elements(change, reading)
        or _is_led_elsewhere(change, reading)
        or _is_of_words_left_out(change, reading)
    )


def _is_restated_in_part(change: Change, reading: RowReading) -> bool:
    """Whether a clause that one side lacks or rewords is a list of which that side has some elements."""
    side, other = (change.target, reading.base) if change.new else (change.base, reading.target)
    for enumeration in enumerations(side.clause):
        if _are_restated(enumeration, other):
            rest = _without(side.clause, enumeration)
            if scope.is_covered(rest, other):
                return True
    return any(_is_part(side.clause, enumeration) for enumeration in enumerations(other))


def _is_part(clause: str, enumeration: Enumeration) -> bool:
    """Whether a clause is nothing but some of the elements of a list."""
    named = [element for element in enumeration if element in clause]
    return len(named) >= _LEAST_COMMON and not _joined_alike(_without(clause, named))


def _are_one_but_for_elements(change: Change, reading: RowReading) -> bool:
    """Whether two clauses are the same without what each names that the other side's lists leave out."""
    base, target = change.base.clause, change.target.clause
    old = _without(base, _left_out_of(reading.base, reading.target))
    new = _without(target, _left_out_of(reading.target, reading.base))
    return (old, new) != (base, target) and _joined_alike(old) == _joined_alike(new)


def _is_led_elsewhere(change: Change, reading: RowReading) -> bool:
    """Whether a sentence with its list stands beside what introduces the list on the other side, in the same words."""
    row = reading.base, reading.target
    return _leads(change.base, change.target, row) or _leads(change.target, change.base, row[::-1])


def _leads(side: Passage, other: Passage, row: tuple[str, str]) -> bool:
    """Whether the one clause is the other with a list that the other side of the row has elsewhere."""
    elements = [element for listed in enumerations(side.clause) for element in listed]
    is_restated = any(len(missing(listed, row[1])) < len(listed) for listed in enumerations(row[0]))
    if not elements or not is_restated or any(element in other.clause for element in elements):
        return False
    return scope.is_covered(_without(side.clause, elements), other.clause)


def _is_of_words_left_out(change: Change, reading: RowReading) -> bool:
    """Whether each word that differs is one of elements that the other side leaves out."""
    left_out = (*_left_out_of(reading.base, reading.target), *_left_out_of(reading.target, reading.base))
    listed = skeleton("".join(left_out))
    words = [skeleton(without_tail(word)) for side in (change.base, change.target) for word in side.words.split("、")]
    return bool(listed) and all(word in listed for word in words)


def _left_out_of(text: str, other: str) -> list[str]:
    """The elements of a text's lists that the other text does not name."""
    return [element for enumeration in enumerations(text) for element in missing(enumeration, other)]


def _without(clause: str, elements: Iterable[str]) -> str:
    """A clause without some elements."""
    for element in elements:
        clause = clause.replace(element, "")
    return clause


def _joined_alike(clause: str) -> str:
    """The words of a clause, whether the last elements of its list are joined by 、 or by a word for and, or, etc."""
    return skeleton(_JOINS.sub("", clause))
