"""What may have been meant where nothing has all that was typed: what the library has that differs from it by a slip.

    应急予案     应急?案 stands as 应急预案      a character that is another
    实施则       实施?则 stands as 实施细则      one that is missing, too many, or in another's place
    penalities   penalties                       a word of letters, a letter or two from one of the library
    河南养犬办法  河南省养犬管理办法               a title of which it has most

No dictionary is asked: what is offered stands in the library, and finds something. site/static/search-slips.js has the
same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from policydiff.eid import NUMERALS
from policydiff.search.engine import Run
from policydiff.search.index import Opened
from policydiff.search.matching import left, matches
from policydiff.search.query import SAYS_NOTHING, Exact, Inflected, Query, is_figure, names_in, without_places
from policydiff.search.records import Allowed, laid_out
from policydiff.search.tokens import Unit, is_letters, stem, unit_texts, units
from policydiff.text import fold

_MOST = 3  # that are offered
_LOOKED_AT = 8  # runs that stand nowhere, and words: a text with more was not typed
_BESIDE = (3, 2)  # characters on either side of a slip that stand as they were typed, where there are so many
_LEAST = 3  # of them in all, where what stands between them is not always the same
_LONGEST = 24  # characters of a run that is looked through
_SAMPLE = 12  # provisions that are looked at for what stands in a place
_MOSTLY = 0.5  # of them, the share in which it is one character
_SHORT, _LONG = 4, 8  # letters of a word in which one may be another, and two
_NAME = 5  # units of the shortest text that is beside titles
_LIKE_NAME = 0.75  # of the units of both, the share that both have in one order

_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Slip:
    """A stretch of a query that nothing has: what it may have been, and the least of each that is known to stand."""

    start: int
    end: int
    ways: tuple[str, ...]
    alone: tuple[str, ...]


def meant(index: Opened, asked: Query, allowed: Allowed, finds: Callable[[str], bool]) -> tuple[str, ...]:
    """The queries that may have been meant, the likeliest first, each of which `finds` something: with all that may be
    a slip put right, or else that alone."""
    text = without_places(asked.text)
    slips = [*_in_runs(index, text, allowed), *_in_words(index, text, allowed)]
    whole = [*_put_right(asked.text, slips), *_named(index, asked.text, text, allowed)]
    alone = [way for one in slips for way in (*one.ways, *one.alone)]
    found = [*_first(whole, finds)] or [*_first(alone, finds)]
    return tuple(query.strip() + "".join(f" -{words}" for words in asked.without) for query in found)


def _first(queries: list[str], finds: Callable[[str], bool]) -> Iterator[str]:
    """The first few of some queries that find something."""
    yield from islice(filter(finds, dict.fromkeys(queries)), _MOST)


def _put_right(text: str, slips: list[_Slip]) -> Iterator[str]:
    """A text with what may be slips put right in the likeliest way, and with one of them in another."""
    if slips:
        yield _with(text, [(one, one.ways[0]) for one in slips])
    for other in slips:
        for way in other.ways[1:]:
            yield _with(text, [(one, way if one is other else one.ways[0]) for one in slips])


def _with(text: str, ways: list[tuple[_Slip, str]]) -> str:
    for one, way in sorted(ways, key=lambda two: -two[0].start):
        text = text[: one.start] + way + text[one.end :]
    return text


# ------------------------------------------------------------------------------------------------- words


def _in_words(index: Opened, text: str, allowed: Allowed) -> Iterator[_Slip]:
    """The words of letters that stand nowhere in any inflection, each with the nearest that do."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    def often(stem: str) -> int:
        return len(left(matches(index, (Inflected(stem),)), allowed))

    long = (unit for unit in units(text) if is_letters(unit.text) and len(unit.text) >= _SHORT)
    for unit in islice((unit for unit in long if not often(stem(unit.text))), _LOOKED_AT):
        word, words = unit.text, index.records.words
        most = 2 if len(word) >= _LONG else 1
        near = extract(stem(word), [*words], scorer=OSA.distance, score_cutoff=most, limit=None)
        counts = {one: often(one) for one, distance, _ in near if distance == near[0][1]}
        ranked = sorted(filter(counts.__getitem__, counts), key=lambda one: (-counts[one], one))[:_MOST]
        ways = tuple(min(words[one], key=lambda form: (OSA.distance(word, form), form)) for one in ranked)
        if ways:
            yield _Slip(unit.start, unit.end, ways, ())


# -------------------------------------------------------------------------------------------- characters


def _in_runs(index: Opened, text: str, allowed: Allowed) -> Iterator[_Slip]:
    """The runs of characters that stand nowhere and would, but for one, each with what stands there."""
    look = _Look(index, allowed)
    runs = ((run, tuple(unit.text for unit in run)) for run in _runs(text) if 2 < len(run) <= _LONGEST)
    for run, of in islice(((run, of) for run, of in runs if not look.stands(of)), _LOOKED_AT):
        ranked = sorted(_edits(look, of), key=lambda one: (-one.known, -one.often))
        ways = dict.fromkeys("".join((*of[: one.start], *one.units, *of[one.end :])) for one in ranked)
        counts = any(unit in NUMERALS for unit in of)  # of which nothing is left out
        alone = dict.fromkeys(one.alone for one in ranked if one.alone and not counts)
        if ways:
            yield _Slip(run[0].start, run[-1].end, tuple(ways)[:_MOST], tuple(alone)[:_MOST])


def _runs(text: str) -> Iterator[list[Unit]]:
    """The characters that follow one another in a text and are neither letters nor of a number."""
    run: list[Unit] = []
    for unit in units(text):
        if run and run[-1].end != unit.start:
            yield run
            run = []
        if is_letters(unit.text) or is_figure(unit.text):
            if run:
                yield run
            run = []
        else:
            run.append(unit)
    if run:
        yield run


class _Edit(NamedTuple):
    """A slip in a run: how many characters beside it are as they were typed, in how many provisions these stand so, the
    units that are others, what they are, and all of that as it stands where that tells anything by itself."""

    known: int
    often: int
    start: int
    end: int
    units: _Run
    alone: str


@dataclass(frozen=True, slots=True)
class _Look:
    """What stands in the provisions that may be found."""

    index: Opened
    allowed: Allowed

    def often(self, run: _Run) -> int:
        """In how many of them a run does."""
        return len(left(matches(self.index, (Exact(run),)), self.allowed))

    def stands(self, run: _Run) -> bool:
        """Whether a run does."""
        return self.often(run) > 0

    def between(self, before: _Run, after: _Run) -> tuple[str, int]:
        """The character that mostly stands between two runs, and in how many; "" where there is none."""
        numbers = left(self.index.reader.candidates([Run("unit", one) for one in (before, after) if one]), self.allowed)
        records = self.index.records
        laid = re.compile("( [^ ]+ |[^ ])".join(re.escape(laid_out(one).decode()) for one in (before, after)))
        texts = zip(numbers.tolist(), records.texts(numbers), strict=True)
        found = [number for number, text in texts if laid.search(text.decode())]
        many = min(len(found), _SAMPLE)
        drawn = [found[n * (len(found) - 1) // max(many - 1, 1)] for n in range(many)]
        printed = re.compile(
            f"(?={re.escape(''.join(before))}(.){re.escape(''.join(after))})"
        )  # without a mark between
        counts = Counter(char for number in drawn for char in set(printed.findall(fold(records.hit(number)["text"]))))
        best = max(counts, key=lambda char: (counts[char], char), default="")
        mostly = counts[best] >= _MOSTLY * many and _is_character(best)
        return (best, len(found)) if best and mostly else ("", 0)


def _is_character(unit: str) -> bool:
    """Whether a unit may be the character of a word."""
    return unit.isalnum() and not (is_letters(unit) or is_figure(unit) or unit in SAYS_NOTHING)


def _edits(look: _Look, of: _Run) -> Iterator[_Edit]:
    """What stands nowhere of a run and would with a character more, less or other, or two that change their places."""
    for at in range(len(of)):
        first = max(min(at - 1, len(of) - 3), 0)
        if not look.stands(of[first : first + 3]):
            for size in _BESIDE:
                edits = [*_at(look, of, at, size)]
                yield from edits
                if edits:
                    break


def _at(look: _Look, of: _Run, at: int, size: int) -> Iterator[_Edit]:
    """As `_edits`, for one place, with so many characters on either side as they were typed."""
    before, here, after = of[max(at - size, 0) : at], of[at : at + size], of[at + 1 : at + 1 + size]
    if len(before) + len(after) >= _LEAST - bool(before and after):  # it is another
        char, often = look.between(before, after)
        if char and not _is_another_number(of[at], char):
            yield _Edit(len(before) + len(after), often, at, at + 1, (char,), "".join((*before, char, *after)))
    if before and len(before) + len(here) >= _LEAST:  # one before it is missing
        char, often = look.between(before, here)
        if char and char not in NUMERALS:
            yield _Edit(len(before) + len(here) - 1, often, at, at, (char,), "".join((*before, char, *here)))
    if before and len(before) + len(after) > _LEAST and after and of[at] not in NUMERALS:  # it is one too many
        run = (*before, *after)
        if often := look.often(run):
            yield _Edit(len(run) - 1, often, at, at + 1, (), "")
    if len(of) > at + 1 and of[at] != of[at + 1]:  # the next should stand before it
        run = (*before, of[at + 1], of[at], *of[at + 2 : at + 2 + size])
        if len(run) >= _LEAST and (often := look.often(run)):
            yield _Edit(len(run) - 1, often, at, at + 2, (of[at + 1], of[at]), "".join(run))


def _is_another_number(typed: str, stands: str) -> bool:
    """Whether one character for the other makes another number, or the other of its bounds, which is no slip."""
    return bool({typed, stands}.intersection(NUMERALS)) or {typed, stands} == {"上", "下"}


# ------------------------------------------------------------------------------------------------ titles


def _named(index: Opened, typed: str, text: str, allowed: Allowed) -> Iterator[str]:
    """A query with the titles in place of a name that have most of it and of which it has most, the likest first."""
    from rapidfuzz.distance import Indel

    for start, end in names_in(text):
        name = unit_texts(text[start:end])
        if len(name) < _NAME:
            continue
        records = index.records
        may = [place for place, number in enumerate(records.titles) if allowed is None or allowed[number]]
        like = {place: Indel.normalized_similarity(name, records.own_title(place)) for place in may}
        for place in sorted(may, key=lambda one: (-like[one], one)):
            if _LIKE_NAME <= like[place] < 1:
                yield typed[:start] + records.documents[place].title + typed[end:]
