"""Where the words of the readers' units stand in a source.

Blanks and punctuation do not count, and what a reader cut out of a unit is stepped over:

    source   修剪者应当在 第 2 页共 4 页 职责范围内持有执照。
    unit     修剪者应当在职责范围内持有执照。        two runs, the page mark in between is no place of it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from policydiff.errors import GoldError
from policydiff.evaluation.gold import Gold, GoldSide, GoldUnit, fingerprint
from policydiff.model import Source
from policydiff.text import skeleton

Runs = list[tuple[int, int]]

# The longest stretch that a reader may have cut out of a unit (a page mark, an item's number), in letters.
_LONGEST_CUT = 60
# So many letters of the rest must follow a cut.
_AFTER_CUT = 6
_CUT = re.compile(r"…+|\.{3,}")  # where a phrase is cut


def placed(side: GoldSide, source: Source) -> GoldSide:
    """The side with the place of every unit in this source; GoldError names a unit whose words do not stand there."""
    found = places(source, [unit.text for unit in side.units if unit.text])
    return replace(side, units=tuple(_placed(unit, source, found) for unit in side.units))


def _placed(unit: GoldUnit, source: Source, found: Iterator[Runs]) -> GoldUnit:
    if unit.text:
        return replace(unit, spans=tuple(next(found)))
    if not skeleton(words(unit, source)) or fingerprint(words(unit, source)) != unit.fingerprint:
        raise GoldError(
            en=f"{source.origin}: the words of unit {unit.id} do not stand in their place. Import them anew.",
            zh=f"{source.origin}：单元 {unit.id} 的文字不在原处。请重新导入。",
        )
    return unit


def refuse_absent(gold: Gold, sources: tuple[Source, Source]) -> None:
    """GoldError where a change quotes words that stand neither in a unit of its text nor anywhere else there. Words
    that are cut with … stand there one by one."""
    for name, side, source in zip(("base", "target"), (gold.base, gold.target), sources, strict=True):
        held = skeleton(source.text), skeleton("".join(words(unit, source) for unit in side.units))
        for number, change in enumerate(gold.changes, start=1):
            said = change.base if name == "base" else change.target
            if not all(any(part in text for text in held) for part in map(skeleton, _CUT.split(said))):
                raise GoldError(
                    en=f"{gold.name}: changes {number}: {name}_phrase does not stand in {source.origin}: {said[:40]}. "
                    "Copy it from there.",
                    zh=f"{gold.name}：changes {number}：{source.origin} 中没有 {name}_phrase 的文字：{said[:40]}。"
                    "请从中复制。",
                )


def words(unit: GoldUnit, source: Source) -> str:
    """The words of a placed unit as the source has them."""
    return "".join(source.text[start:end] for start, end in unit.spans)


def places(source: Source, texts: Iterable[str]) -> Iterator[Runs]:
    """Where each text stands in the source: after the one before it if it can, and where no other one stands."""
    letters, where = _letters(source.text)
    taken = bytearray(len(letters))
    at = 0
    for text in texts:
        runs = _first_free(letters, skeleton(text), at, taken)
        if not runs:
            raise GoldError(
                en=f"{source.origin}: these words of a unit do not stand there: {text[:40]}",
                zh=f"{source.origin}：文中没有单元的这些文字：{text[:40]}",
            )
        for start, end in runs:
            taken[start:end] = b"\x01" * (end - start)
        at = max(at, runs[-1][1])
        yield [(where[start], where[end - 1] + 1) for start, end in runs]


def _letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text, and for each the character it comes from."""
    pairs = [(letter, i) for i, char in enumerate(text) for letter in skeleton(char)]
    return "".join(letter for letter, _ in pairs), [i for _, i in pairs]


def _first_free(letters: str, wanted: str, at: int, taken: bytearray) -> Runs:
    """The first place at or after `at`, else the first of all, that is free; empty if there is none."""
    for begin in (at, 0):
        for runs in _fits(letters, wanted, begin):
            if not any(any(taken[start:end]) for start, end in runs):
                return runs
    return []


def _fits(letters: str, wanted: str, at: int) -> Iterator[Runs]:
    """The places at or after `at` where the words stand: first whole, then with short cuts."""
    for start in _starts(letters, wanted, at):
        yield [(start, start + len(wanted))]
    for start in _starts(letters, wanted[:_AFTER_CUT], at):
        if runs := _with_cuts(letters, wanted, start):
            yield runs


def _starts(letters: str, wanted: str, at: int) -> Iterator[int]:
    start = letters.find(wanted, at)
    while start >= 0:
        yield start
        start = letters.find(wanted, start + 1)


def _with_cuts(letters: str, wanted: str, start: int) -> Runs:
    """The runs of `wanted` from `start` on, stepping over what a reader cut out; empty if they do not fit."""
    runs: Runs = []
    while wanted:
        same = _same(letters, start, wanted)
        runs.append((start, start + same))
        wanted = wanted[same:]
        if not wanted:
            return runs
        after = start + same
        start = letters.find(wanted[:_AFTER_CUT], after, after + _LONGEST_CUT)
        if start < 0:
            return []
    return []


def _same(letters: str, start: int, wanted: str) -> int:
    """How many letters agree from `start` on."""
    for i, letter in enumerate(wanted):
        if letters[start + i : start + i + 1] != letter:
            return i
    return len(wanted)
