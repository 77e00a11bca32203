"""Search's data: the index of every provision, in pieces that a page loads one at a time.

    data/shelf.js          the documents                                           every search
    data/bodies.js         what public bodies are called (policydiff.bodies)       every search
    data/volume-1.js       of some documents: how long each is, where its pieces   every search
                           begin
    data/postings-1-7.js   网 → 络 → provision 3 at 14, provision 9 at 0 and 7      a search for 网络
    data/leaves-1-4.js     the labels and words of provisions 256 to 319           a search that shows one of them
    data/places-1.js       the eid of every provision                              a search for a citation
    data/vocabulary-1.js   every word of letters                                   a search for one that is not there

Neighbouring documents are a volume, which knows nothing of the others: its provisions are counted from its first. So a
change of one document leaves the other volumes as they are, and a search asks each of the few that there are.

A page opened from a folder may load scripts and nothing else, so each piece is one call in a script. The tokens
are those of the index that the command line searches (policydiff.search.tokens): every two neighbouring units and
where they stand, so that a run of words is found exactly, across punctuation and blanks. The last unit of a
provision stands before nothing, which makes a unit by itself the sum of the pairs that it begins.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import groupby, takewhile

from policydiff.bodies import Named, named, pattern
from policydiff.library import Entry
from policydiff.presentation import Reading
from policydiff.search.tokens import is_letters, stem, unit_texts
from policydiff.site.pages import visible
from policydiff.text import traditional

# Characters to a piece. A search needs one or two pieces of postings of each volume and shows provisions from
# everywhere.
POSTINGS_PIECE = 12_000
LEAVES_PIECE = 6_000
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

Postings = dict[str, dict[str, list[tuple[int, list[int]]]]]
# Of a first unit its second units as far as they are put together: the places of each, and its last provision.
_Texts = dict[str, tuple[dict[str, str], dict[str, int]]]


Leaf = tuple[str, str, str]  # what search finds and shows: the eid (none of a title), the label, the words
# Of a first unit its second units and where each pair stands, as four columns with a line for each second unit. Twice
# the first provision that the pair stands in, and one more where it has several places there; what follows that number
# in the index; the last provision. In this form stretches are put together without looking at their places, and are
# read back quickly: there are hundreds of thousands of pairs.
Columns = tuple[str, tuple[int, ...], str, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some neighbouring documents of the library, indexed: how many provisions each has, their eids and words and how
    many units are in them, and where every pair stands, the provisions counted from the first of the stretch."""

    provisions: tuple[int, ...]
    leaves: tuple[tuple[str, str, str], ...]
    places: str
    lengths: str
    postings: dict[str, Columns]


def stretch(readings: Iterable[Reading]) -> Stretch:
    """The index of some neighbouring documents; it knows nothing of the others and holds while they change."""
    held = [[*_leaves(reading)] for reading in readings]
    leaves = [leaf for document in held for leaf in document]
    runs = [unit_texts(words) for _, _, words in leaves]
    return Stretch(
        provisions=tuple(map(len, held)),
        leaves=tuple(leaves),
        places=_front_coded(eid for eid, _, _ in leaves),
        lengths="".join(number(len(run)) for run in runs),
        postings={first: _columns(seconds) for first, seconds in _postings(runs).items()},
    )


def volume(place: int, stretches: Iterable[Stretch]) -> Iterator[tuple[str, str]]:
    """The file name and the script of each piece of the volume in that place, of the stretches that it is made of."""
    provisions: list[int] = []
    leaves: list[Leaf] = []
    lengths: list[str] = []
    places: list[str] = []
    postings: _Texts = {}
    for one in stretches:
        _put_behind(postings, one.postings, len(leaves))
        provisions += one.provisions
        leaves += one.leaves
        lengths.append(one.lengths)
        places += [one.places] if one.leaves else []
    indexed = [*_packed(_by_key(postings))]
    blocks = [*_blocks(leaves)]
    yield _named_script(
        f"volume-{place}",
        {
            "provisions": provisions,
            "lengths": "".join(lengths),
            "blocks": _starts(map(len, blocks)),
            "keys": [key for key, _ in indexed],
            "traditional": _traditional({unit for unit in postings if len(unit) == 1}),
        },
    )
    yield _named_script(f"places-{place}", "\n".join(places))
    yield _named_script(f"vocabulary-{place}", _front_coded(sorted(filter(is_letters, postings))))
    for n, (_, texts) in enumerate(indexed):
        yield _named_script(f"postings-{place}-{n}", texts)
    for n, block in enumerate(blocks):
        yield _named_script(f"leaves-{place}-{n}", block)


def shelf(titled: Iterable[tuple[Entry, str]], volumes: int) -> tuple[str, str]:
    """The file name and the script of the list of all documents, each with its title, in so many volumes."""
    documents = [
        {"id": entry.id, "title": visible(title), "kind": entry.kind, "lang": entry.language} for entry, title in titled
    ]
    return _named_script("shelf", {"documents": documents, "volumes": volumes})


def bodies() -> tuple[str, str]:
    """The file name and the script of what public bodies are called."""
    numbers: dict[Named, int] = {}
    of = {name: numbers.setdefault(one, len(numbers)) for name, one in named().items()}
    held = [{"told": one.told, "own": one.own, "reformed": one.reformed, "notAfter": one.not_after} for one in numbers]
    return _named_script("bodies", {"pattern": pattern(), "of": of, "named": held})


def _leaves(reading: Reading) -> Iterator[Leaf]:
    for eid, label, words in reading.findable:
        yield eid, visible(label), visible(words)


def _starts(lengths: Iterable[int]) -> list[int]:
    """Where each of several stretches begins, one after the other."""
    starts, at = [], 0
    for length in lengths:
        starts.append(at)
        at += length
    return starts


# ---------------------------------------------------------------------------------------------- postings


def _postings(runs: Sequence[Sequence[str]]) -> Postings:
    """Where every pair stands: first unit, second unit (empty at the end), provisions with places in them."""
    found: Postings = {}
    for leaf, run in enumerate(runs):
        for place, first in enumerate(run):
            second = run[place + 1] if place + 1 < len(run) else ""
            places = found.setdefault(first, {}).setdefault(second, [])
            if not places or places[-1][0] != leaf:
                places.append((leaf, []))
            places[-1][1].append(place)
    return found


def sort_key(unit: str) -> str:
    """What a unit is filed under: a word of letters by its stem, so that its inflections lie together."""
    return stem(unit) if is_letters(unit) else unit


def _by_key(postings: _Texts) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    """The postings of each key, in the order in which JavaScript sorts texts."""
    filed = sorted((_utf16(sort_key(unit)), sort_key(unit), unit) for unit in postings)
    for (_, key), units in groupby(filed, lambda one: one[:2]):
        yield key, {unit: dict(sorted(postings[unit][0].items())) for _, _, unit in units}


def _columns(seconds: Mapping[str, Sequence[tuple[int, Sequence[int]]]]) -> Columns:
    """The places of the pairs that a unit begins, in a stretch; sorted, so that they are put together in no time."""
    seconds = dict(sorted(seconds.items()))
    heads = [2 * places[0][0] + (len(places[0][1]) > 1) for places in seconds.values()]
    return (
        "\n".join(seconds),
        tuple(heads),
        "\n".join(coded(places)[len(number(head)) :] for head, places in zip(heads, seconds.values(), strict=True)),
        tuple(places[-1][0] for places in seconds.values()),
    )


def _put_behind(postings: _Texts, following: Mapping[str, Columns], base: int) -> None:
    """Add the places of a stretch whose first provision is the one of number `base`."""
    for first, (seconds, heads, rests, lasts) in following.items():
        texts, ends = postings.setdefault(first, ({}, {}))
        columns = zip(seconds.split("\n"), heads, rests.split("\n"), lasts, strict=True)
        for second, head, rest, last in columns:
            if second in ends:
                texts[second] += number(head + 2 * (base - ends[second])) + rest
            else:
                texts[second] = number(head + 2 * base) + rest
            ends[second] = base + last


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-be", "surrogatepass")


def coded(places: Iterable[tuple[int, Sequence[int]]]) -> str:
    """Provisions and the places in them as a text: each as the distance from the one before.

    A provision is twice its distance, and one more where it has several places and their number follows.
    """
    out, before = [], 0
    for leaf, (first, *more) in places:
        out.append(number(2 * (leaf - before) + bool(more)))
        if more:
            out.append(number(len(more)))
        out.append(number(first))
        out.extend(number(place - last) for last, place in zip((first, *more), more, strict=False))
        before = leaf
    return "".join(out)


@cache
def number(value: int) -> str:
    """A number in digits of five bits, the lowest first; a digit of 32 or more says that another follows."""
    out = ""
    while value > 31:
        out += _DIGITS[32 + value % 32]
        value //= 32
    return out + _DIGITS[value]


def _packed(
    filed: Iterable[tuple[str, dict[str, dict[str, str]]]],
) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    """The postings in pieces, each with the first key in it; a key is never in two."""
    first, size = "", 0
    held: dict[str, dict[str, str]] = {}
    for key, postings in filed:
        if size > POSTINGS_PIECE:
            yield first, held
            held, size = {}, 0
        if not held:
            first = key
        held |= postings
        size += sum(sum(map(len, following.values())) + 8 * len(following) for following in postings.values())
    if held:
        yield first, held


# ------------------------------------------------------------------------------------------------ leaves


def _blocks(leaves: Iterable[Leaf]) -> Iterator[list[Leaf]]:
    """The provisions in pieces, in reading order."""
    block: list[Leaf] = []
    size = 0
    for leaf in leaves:
        if size > LEAVES_PIECE:
            yield block
            block, size = [], 0
        block.append(leaf)
        size += sum(map(len, leaf))
    if block:
        yield block


def _front_coded(eids: Iterable[str]) -> str:
    """Eids or words one a line, each as the length of what it shares with the one before, and the rest."""
    lines, before = [], ""
    for eid in eids:
        shared = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(before, eid, strict=False)))
        lines.append(number(shared) + eid[shared:])
        before = eid
    return "\n".join(lines)


def _traditional(used: Set[str]) -> str:
    """Each traditional character with its simplified form, where that is used: 雲云網网."""
    return "".join(char + to for char, to in traditional().items() if to in used and "\u3400" <= char < "\ua000")


# ----------------------------------------------------------------------------------------------- scripts


def script(name: str, value: object) -> str:
    """A piece of data as a script that hands it over; see static/pieces.js."""
    return f"policydiff.piece({script_json(name)},{script_json(value)});\n"


def _named_script(name: str, value: object) -> tuple[str, str]:
    return f"{name}.js", script(name, value)


_SCRIPT_ESCAPES = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def script_json(value: object) -> str:
    """JSON that can stand in a script whatever its strings hold: no tag ends it, no line separator breaks it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _SCRIPT_ESCAPES.items():
        text = text.replace(char, escape)
    return text
