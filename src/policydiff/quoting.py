"""Where a quotation is cut: behind a clause, an element of a list or a word, and never within one.

蓄须者应当每月修剪胡须，保持整洁，并向街道办事处报告      at most 20 characters
蓄须者应当每月修剪胡须，保持整洁…                     excerpt
"""

from __future__ import annotations

import re
from itertools import zip_longest

from policydiff.eid import NUMERAL
from policydiff.words import THOUSANDS, words

EXCERPT = 60  # characters by which a provision is known
_PAUSE = re.compile(r"[，。；：！？、]|[,;:.!?](?=\s)")
_BETWEEN_QUOTATIONS = re.compile(r"(；|; )")
_NO_LETTER = re.compile(r"[\W_]")
_OPEN = "（《〈「『【〔“‘([{ \u3000\n"  # what a quotation does not end in
_BRACKETS = (("（", "）"), ("《", "》"), ("〈", "〉"), ("“", "”"), ("「", "」"), ("(", ")"))
_NUMERAL = re.compile(rf"{NUMERAL}|[\d万亿%％]")
_LONGEST_WORD = 24
_MOST_LEFT = 3 / 5  # of an excerpt must remain where it ends behind a pause
_LEAST_LEFT_OUT = 4  # characters that are worth a …


def word_start(text: str, at: int) -> int:
    """The last place up to `at` that is within no word."""
    return _borders(text, at)[0]


def word_end(text: str, at: int) -> int:
    """The first place from `at` on that is within no word."""
    return _borders(text, at)[1]


def _borders(text: str, at: int) -> tuple[int, int]:
    """The borders of the word around a place; the place itself, twice, where it is within none, or none of a length
    that words have."""
    if at <= 0 or at >= len(text):
        inside = min(max(at, 0), len(text))
        return inside, inside
    for number in THOUSANDS.finditer(text, max(0, at - _LONGEST_WORD), at + _LONGEST_WORD):
        if number.start() < at < number.end():
            return number.span()
    start = max((mark.end() for mark in _NO_LETTER.finditer(text, max(0, at - _LONGEST_WORD), at)), default=0)
    start = max(start, at - _LONGEST_WORD)
    for word in words(text[start : at + _LONGEST_WORD]):
        if start + len(word) > at:
            return (start, start + len(word)) if start < at and len(word) <= _LONGEST_WORD else (at, at)
        start += len(word)
    return at, at


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """A place in a text, moved apart so that it cuts no word, no number from its unit and no short bracket, and does
    not end in what only opens."""
    start, end = word_start(text, start), word_end(text, end)
    if 0 < end < len(text) and _NUMERAL.match(text[end - 1]) and text[end].isalpha():
        end = word_end(text, end + 1)
    for opened, closed in _BRACKETS:
        inside = text[start:end].count(opened) - text[start:end].count(closed)
        if inside > 0 and (after := text.find(closed, end, end + _LONGEST_WORD)) >= 0:
            end = after + 1
        if inside < 0 and (before := text.rfind(opened, max(0, start - _LONGEST_WORD), start)) >= 0:
            start = before
    return start, start + len(text[start:end].rstrip(_OPEN))


def excerpt(text: str, most: int = EXCERPT) -> str:
    """The beginning of a text, at most so many characters and …; the whole of one that is hardly longer."""
    return text if len(text) <= most + _LEAST_LEFT_OUT else f"{beginning(text, most)}…"


def first_words(text: str, least: int, most: int) -> str:
    """The beginning of a text up to the first pause behind so many characters, and …; where there is none, an excerpt
    of at most so many."""
    if len(text) <= least + _LEAST_LEFT_OUT:
        return text
    pause = _PAUSE.search(text, least, most)
    return f"{text[: pause.start()]}…" if pause and pause.end() < len(text) else excerpt(text, most)


def shortened(text: str, *, head: int, tail: int) -> str:
    """The text with … for the middle of a long one."""
    if len(text) <= head + tail + _LEAST_LEFT_OUT:
        return text
    return f"{beginning(text, head)}…{text[word_end(text, len(text) - tail) :].lstrip()}"


def shortened_alike(texts: tuple[str, str], *, head: int, tail: int) -> tuple[str, str]:
    """Two texts, each with … for the middle of a long one; where they differ in their middle alone, each with the place
    that differs and … for what stands before and behind."""
    base, target = (shortened(text, head=head, tail=tail) for text in texts)
    if base != target or texts[0] == texts[1]:
        return base, target
    at = next(n for n, (one, other) in enumerate(zip_longest(*texts)) if one != other)
    return _around(texts[0], at, head, tail), _around(texts[1], at, head, tail)


def _around(text: str, at: int, head: int, tail: int) -> str:
    """The part of a text that shows a place, with … for what is left out."""
    start, end = stretch(text, at, before=tail, most=head + tail)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def each_shortened(text: str, *, head: int, tail: int) -> str:
    """A list of quotations, each with … for the middle of a long one."""
    return "".join(shortened(one, head=head, tail=tail) for one in _BETWEEN_QUOTATIONS.split(text))


def stretch(text: str, at: int, *, before: int, most: int) -> tuple[int, int]:
    """Where a part of a text that shows a place begins and ends: at most so many characters, so many of them before
    the place, from behind a pause or a word to before another; the whole of a text that is hardly longer."""
    if len(text) <= most + _LEAST_LEFT_OUT:
        return 0, len(text)
    start = _lead(text, at, before)
    end = start + len(beginning(text[start:], most))
    return start, len(text) if len(text) - end <= _LEAST_LEFT_OUT else end


def _lead(text: str, at: int, before: int) -> int:
    """Behind the first pause of so many characters before a place, else behind the word that they begin in."""
    if at <= before:
        return 0
    pauses = (mark.end() for mark in _PAUSE.finditer(text, at - before, at))
    start = min(next(pauses, word_end(text, at - before)), at)
    return start + len(text[start:at]) - len(text[start:at].lstrip())


def beginning(text: str, most: int) -> str:
    """The beginning of a text, at most so many characters."""
    if len(text) <= most:
        return text
    pauses = [mark.start() for mark in _PAUSE.finditer(text, int(most * _MOST_LEFT), most)]
    at = pauses[-1] if pauses else word_start(text, most) or most
    return text[:at].rstrip(_OPEN)
