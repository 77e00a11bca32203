"""Elements that a translation leaves out of a list, or puts into one.

在入口、码头、油库设置标志      at the entrance and on the quays        油库 is lost
查阅资料、询问船员等            documents, the crew and the vessel      the vessel is new

A dictionary does not know all words by which one is rendered well, so that no element is told for its words alone: the
translation's list must also be shorter, or longer, at that very place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.alignment.translation import stems
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.translation.gloss import (
    heard,
    is_known,
    is_rendered,
    spoken,
    surely_rendered,
)
from policydiff.expressions import expression
from policydiff.text import fold

_ELEMENT = "[^，。；：、？！\\s“”]"
_LIST = expression(
    rf"{_ELEMENT}{{2,40}}(?:、{_ELEMENT}{{2,40}}){{1,20}}|{_ELEMENT}{{2,40}}?(?:和|以及|或者){_ELEMENT}{{2,40}}"
)
_JOIN = expression("以及|或者|和|与|及(?!时|其)|或")
_CLOSES = expression("等(?![级同待候于额])|的")
_SEPARATES = expression(r",?\s(?:and/or|and|or|nor|as well as|along with|together with)\s|[,;](?!\d)")
_JOINS = expression(r"\b(?:and|or|nor|as well as|along with|together with)\b")
_SHORT = 2  # elements; of so few one may be rendered together with the other
_FIRST = 2  # words of an element
_AS_SURE = 0.8
_LONGEST_JOINED = 16  # characters before the last of a list


class _Element(NamedTuple):
    """An element of a Chinese list: its words that mean something, and what is quoted of it."""

    words: tuple[str, ...]
    text: str


class _Chunk(NamedTuple):
    """What stands between two commas, or words that join, of the translation; whether and, or stands before it."""

    text: str
    joined: bool


def elements(chinese: str, english: str) -> Iterator[Found]:
    """An element of a Chinese list of which the translation says no word, in a list that is shorter; an element that
    the translation's list has between or behind those of the Chinese one and that renders no Chinese word.

    Not found: one of two elements that is lost; two elements rendered by one word.
    """
    chunks = _chunks(english)
    held = heard(english)
    for own in _lists(chinese):
        places = [_places(one, chunks) for one in own]
        if len(own) > _SHORT and _is_longer(places, _ended(chunks, own, chinese)):
            lost = [one for one in own if one.words and not any(is_rendered(word, held) for word in one.words)]
            if lost:
                yield Found("dropped-element", "dropped-duty", "、".join(one.text for one in lost), "")
        for at in _new(places, chunks):
            if _renders_nothing(chunks[at], chinese):
                yield Found("added-element", "added-duty", "", chunks[at].text.strip(" .;:"))


def _renders_nothing(chunk: _Chunk, chinese: str) -> bool:
    """Whether a chunk begins with a word known to a dictionary, and its first words render none of the Chinese text."""
    first = stems(chunk.text)[:_FIRST]
    if not first or not is_known(first[0]):
        return False
    return not any(is_rendered(word, frozenset(first)) for word in spoken(chinese))


def _ended(chunks: Sequence[_Chunk], own: Sequence[_Element], chinese: str) -> list[_Chunk]:
    """The chunks, those that begin with a word for what stands outside of a list not joined to it: and to protect."""
    within = {word for one in own for word in one.words}
    outside = [word for word in spoken(chinese) if word not in within]
    return [chunk._replace(joined=chunk.joined and not _begins_with_any(outside, within, chunk)) for chunk in chunks]


def _begins_with_any(words: Sequence[str], others: Collection[str], chunk: _Chunk) -> bool:
    """Whether the first word of a chunk renders one of some words surely, and none of others."""
    first = frozenset(stems(chunk.text)[:1])
    return any(surely_rendered(word, first) == 1 for word in words) and not any(
        is_rendered(word, first) for word in others
    )


def _lists(chinese: str) -> Iterator[tuple[_Element, ...]]:
    for found in _LIST.finditer(chinese):
        *first, last = found.group().split("、")
        joined = _JOIN.search(last, 1, _LONGEST_JOINED)
        parts = [*first, *([last[: joined.start()], last[joined.end() :]] if joined else [last])]
        yield tuple(_element(part, n == 0, n == len(parts) - 1) for n, part in enumerate(parts))


def _element(part: str, is_first: bool, is_last: bool) -> _Element:
    """An element without what goes before the first one of a list and behind the last one."""
    said = spoken(part)
    if is_first:
        said = said[-1:]
    elif is_last:
        said = spoken(_CLOSES.split(part)[0])[:1]
    if said and is_first:
        part = part[part.rfind(said[0]) :]
    elif said and is_last:
        part = part[: part.find(said[0]) + len(said[0])]
    return _Element(said, part)


def _chunks(english: str) -> list[_Chunk]:
    plain = fold(english)
    marks = [*_SEPARATES.finditer(plain)]
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(plain)]
    joins = [False, *(bool(_JOINS.search(mark.group())) for mark in marks)]
    cut = [(english[start:end], joined) for start, end, joined in zip(starts, ends, joins, strict=True)]
    out: list[_Chunk] = []
    after = False
    for text, joined in cut:
        if text.strip():
            out.append(_Chunk(text, joined or after))
            after = False
        else:
            after = after or joined
    return out


def _places(element: _Element, chunks: Sequence[_Chunk]) -> list[int]:
    """Which chunks render the words of an element, as surely as any does."""
    sure = [sum(surely_rendered(word, heard(chunk.text)) for word in element.words) for chunk in chunks]
    return [n for n, one in enumerate(sure) if one and one >= _AS_SURE * max(sure)]


def _is_longer(places: Sequence[Sequence[int]], chunks: Sequence[_Chunk]) -> bool:
    """Whether the list of the translation has fewer places than there are elements, however these are laid out."""
    known = [(number, found) for number, found in enumerate(places) if found]
    if not known:
        return False
    number, starts = known[0]
    lengths = [_length(start, number, known[1:], chunks) for start in starts]
    return bool(lengths) and all(0 < length < len(places) for length in lengths)


def _length(start: int, ahead: int, others: Sequence[tuple[int, Sequence[int]]], chunks: Sequence[_Chunk]) -> int:
    """How many chunks a list has whose first known element, with so many unknown ones ahead of it, stands at a chunk;
    0 where that cannot be told."""
    at = start
    for _, found in others:
        at = next((place for place in found if place > at), -1)
        if at < 0:
            return 0
    end = next((n for n in range(at, len(chunks)) if chunks[n].joined and n > 0), -1)
    if end < 0 or _goes_on(chunks, end):
        return 0
    return end - max(0, start - ahead) + 1


def _goes_on(chunks: Sequence[_Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at + 1].joined


def _new(places: Sequence[Sequence[int]], chunks: Sequence[_Chunk]) -> Iterator[int]:
    """The chunks that stand between or behind those of a list whose elements are all rendered in one order."""
    for one, other in pairwise(places):
        for a in one:
            if a + 1 not in other and a + 2 in other:
                yield a + 1
    if len(places) > 1:
        for a in places[-1]:
            if a - 1 in places[-2] and not chunks[a].joined and _goes_on(chunks, a):
                yield a + 1
