"""What a list of the base enumerates and the target does not, whatever its shape there.

base    禁止砍伐、放牧、狩猎、捕捞、采药等活动    target  （一）砍伐；（二）捕捞
──▶     放牧、狩猎、采药
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from policydiff.comparison.sameness import squeezed
from policydiff.text import skeleton, words

LEAST_ELEMENTS = 4
_LIST = re.compile(r"(?<![^，。；：！？、\n,;:])[^，。；：！？、\n,;:]+(?:、[^，。；：！？、\n,;:]+){2,}")
_LAST = re.compile(r"(?:和|或者|以及|及|或|(?<!参)与)")
OPEN = re.compile(r"(?<![平同优劣均相中高初上下])等(?![级同待候于])")  # leaves a list open; 平等, 等级 do not
# A clause of which the list that follows is the content.
_FOLLOWING = r"下列|(?<![0-9〇零一二三四五六七八九十百千万亿元倍年月日天时岁级人名吨米度周%])以下"  # not 三千元以下
ANNOUNCES = re.compile(rf"(?:{_FOLLOWING})[^，。；]{{0,12}}$|(?:如下|包括|是)$|\bfollowing\b[^,.;]{{0,40}}$")
_TAIL = re.compile(OPEN.pattern + ".*$")
_LEAST_SHARED = 0.75
_LONGEST_ELEMENT = 12
_POINTS = "，。；：、,;: \u3000"
_CLAUSES = re.compile(rf"[，。；：、,;:]|{_FOLLOWING}")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """The elements of a list."""

    elements: tuple[str, ...]


@lru_cache(maxsize=4096)  # of the two rules that are compared: a row is asked for each of its changes
def enumerations(text: str) -> tuple[Enumeration, ...]:
    """The lists of a text of at least four elements joined by 、; 省、自治区、直辖市 is one thing and no list."""
    plain = _BRACKETS.sub(lambda found: found.group().replace("、", "\0"), text)
    found = (_enumeration(match.group()) for match in _LIST.finditer(plain))
    return tuple(
        e
        for e in (*found, *_items(text))
        if len(e.elements) >= LEAST_ELEMENTS and _alike(e.elements) and "自治区" not in e.elements
    )


def _items(text: str) -> Iterator[Enumeration]:
    """The items of a list, each on a line of its own, where they are as short as the elements of a sentence."""
    lines = [line.strip(_POINTS) for line in text.split("\n")]
    short = tuple(line for line in lines if line and len(line) <= _LONGEST_ELEMENT and not _CLAUSES.search(line))
    if short:
        yield Enumeration(elements=short)


def _alike(elements: tuple[str, ...]) -> bool:
    """Whether the elements are of one kind: none much longer than the usual one."""
    lengths = [len(_BRACKETS.sub("", element)) for element in elements]
    usual = median(lengths)
    longest = usual + 2 if len(elements) == LEAST_ELEMENTS else max(2.5 * usual, usual + 4)
    return usual <= _LONGEST_ELEMENT and max(lengths) <= longest


def _enumeration(text: str) -> Enumeration:
    first, *inner, last = text.split("、")
    tail = without_tail(last)
    if "的" in tail and not any("的" in element for element in inner):
        tail = tail.partition("的")[0]  # 人力、财力、物力的支持: what the list qualifies is no element
    parts = ([part for part in _LAST.split(tail) if part] if inner else []) or [tail]
    usual = int(median(len(part) for part in (*inner, *parts[:-1]))) if inner else len(parts[0])
    head = _head(first, usual)
    final = parts[-1] if tail != last or len(parts[-1]) <= 2 * usual else _first_words(parts[-1], usual)
    elements = (head, *inner, *parts[:-1], final)
    return Enumeration(elements=tuple(element.replace("\0", "、") for element in elements if element))


def without_tail(element: str) -> str:
    """A last element without 等 and what comes after it."""
    return _TAIL.sub("", element)


def _head(first: str, usual: int) -> str:
    """A list's first element, without the words before it: it is about as long as the others."""
    tokens = words(first)
    head = ""
    while tokens and len(head) < usual and not (head and tokens[-1] == "的"):
        head = tokens.pop() + head
    return head


def _first_words(last: str, usual: int) -> str:
    out = ""
    for token in words(last):
        if len(out) >= usual:
            break
        out += token
    return out


@lru_cache(maxsize=4096)
def missing(enumeration: Enumeration, other: str) -> tuple[str, ...]:
    """The elements whose words the other text does not hold; 其他… names nothing that could be missing."""
    held = squeezed(other)
    first, last = enumeration.elements[0], enumeration.elements[-1]
    return tuple(
        element
        for element in enumeration.elements
        if not element.startswith("其他")
        and not _holds(held, skeleton(element))
        and not (element is first and _holds(held, skeleton(words(first)[-1]), least=2))
        and not (element is last and _holds(held, skeleton(words(last)[0]), least=2))
    )


def _holds(text: str, element: str, least: int = 1) -> bool:
    """Whether a text holds an element, or most of the pairs of characters of a long one."""
    if len(element) < least:
        return False
    if element in text:
        return True
    if len(element) < 4:
        return False
    pairs = {element[i : i + 2] for i in range(len(element) - 1)}
    return sum(pair in text for pair in pairs) >= _LEAST_SHARED * len(pairs)
