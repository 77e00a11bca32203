"""What every engine of search stands on: the records themselves, in files of our own.

    record     第八条 应当在24小时内报告 APT reports
    units      应 当 在 2 4 小 时 内 报 告 apt reports
    laid out   应当在24小时内报告 apt  reports        so that a run of units is a stretch of bytes

An engine says in which records the units of a run may be found; whether they stand there one after the other, how
often, and what that is worth is seen here, where it is the same for every engine. Nothing in these files is code.
"""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policydiff.eid import SEPARATOR
from policydiff.model import DocumentKind, Language
from policydiff.search.tokens import is_letters, stem, unit_texts
from policydiff.text import fold
from policydiff.titles import REPUBLIC

Numbers = NDArray[np.int64]  # of records, rising
Allowed = NDArray[np.bool_] | None  # for each record whether it may be found; None where all may
NONE: Numbers = np.empty(0, dtype=np.int64)

LAID_OUT = "records.txt"
HITS = "records.jsonl"
HEADINGS = "headings.txt"
SIZES = "records.sizes"
_REPUBLIC = REPUBLIC.encode()
_TYPE = np.dtype("<u4")
_EID = b'{"eid": "'  # so a hit begins; no eid has a character that JSON writes in another way
_AS_BEFORE = 2**32 - 1  # in place of the size of headings that are those of the record before


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document of the index: the title that citations may name it by, and how many records it has."""

    id: str
    title: str
    kind: DocumentKind
    language: Language
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A provision, or a document's title, as it is indexed: its units, the steps of its eid, the headings above it."""

    units: tuple[str, ...]
    steps: tuple[str, ...]
    headings: tuple[str, ...]  # units too, words of letters by their stems
    hit: dict[str, str]  # what a `Hit` needs beside its document

    def stems(self) -> dict[str, None]:
        """What its words of letters share with their inflections."""
        return dict.fromkeys(found for found in map(_STEM.__getitem__, self.units) if found)


class _LaidOut(dict[str, str]):
    """Each unit as it is laid out; words of letters have blanks about them, so that none begins within another."""

    def __missing__(self, unit: str) -> str:
        self[unit] = f" {unit} " if is_letters(unit) else unit
        return self[unit]


class _Stem(dict[str, str]):
    """The stem of each word of letters; of other units none."""

    def __missing__(self, unit: str) -> str:
        self[unit] = stem(unit) if is_letters(unit) else ""
        return self[unit]


_LAID = _LaidOut()
_STEM = _Stem()


def stemmed(units: Iterable[str]) -> tuple[str, ...]:
    """The units, words of letters by their stems."""
    return tuple(_STEM[unit] or unit for unit in units)


def laid_out(units: Iterable[str]) -> bytes:
    """A run of units as the bytes that stand in a record wherever the run does, and nowhere else."""
    return "".join(map(_LAID.__getitem__, units)).encode()


def units_of(laid: bytes) -> tuple[str, ...]:
    """The units that were laid out so."""
    text = laid.decode()
    if " " not in text:
        return tuple(text)
    pieces = text.split(" ")  # words of letters stand at the odd places: before each and after it is one blank
    return tuple(unit for i, piece in enumerate(pieces) for unit in ((piece,) if i % 2 else piece))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordColumns:
    """Some records, in the order of the library, as they are filed."""

    laid_out: bytes
    hits: bytes
    headings: bytes
    sizes: bytes  # of each record: bytes laid out, bytes of its hit, bytes of its headings, units

    def __len__(self) -> int:
        """How many records there are."""
        return len(self.sizes) // (4 * _TYPE.itemsize)


def columns(records: Sequence[Record]) -> RecordColumns:
    """The records as columns."""
    laid = [laid_out(record.units) for record in records]
    hits = [json.dumps(record.hit, ensure_ascii=False).encode("utf-8", "surrogatepass") for record in records]
    headings = [laid_out(record.headings) for record in records]
    new = [place == 0 or heading != headings[place - 1] for place, heading in enumerate(headings)]
    sizes = [
        (len(text), len(hit), len(heading) if is_new else _AS_BEFORE, len(record.units))
        for text, hit, heading, is_new, record in zip(laid, hits, headings, new, records, strict=True)
    ]
    return RecordColumns(
        laid_out=b"".join(laid),
        hits=b"".join(hits),
        headings=b"".join(heading for heading, is_new in zip(headings, new, strict=True) if is_new),
        sizes=np.array(sizes, dtype=_TYPE).tobytes(),
    )


def records_of(made: RecordColumns) -> Iterator[Record]:
    """The records that columns were made of, without their headings, which no engine is given."""
    ends = np.cumsum(np.frombuffer(made.sizes, dtype=_TYPE).reshape(-1, 4), axis=0, dtype=np.int64)[:, :2].tolist()
    text_at = hit_at = 0
    for text_end, hit_end in ends:
        hit = json.loads(made.hits[hit_at:hit_end])
        units = units_of(made.laid_out[text_at:text_end])
        yield Record(units=units, steps=steps_of(hit["eid"]), headings=(), hit=hit)
        text_at, hit_at = text_end, hit_end


def steps_of(own: str) -> tuple[str, ...]:
    """The steps of an eid, such as art_8, by which citations find it."""
    return tuple(own.split(SEPARATOR)) if own else ()


def write(folder: Path, segments: Sequence[RecordColumns]) -> None:
    """The records of all segments, in their order, are in the folder afterwards."""
    for name, column in ((LAID_OUT, "laid_out"), (HITS, "hits"), (HEADINGS, "headings"), (SIZES, "sizes")):
        with (folder / name).open("wb") as file:
            file.writelines(getattr(one, column) for one in segments)


class Records:
    """The records of an index that is open."""

    def __init__(self, folder: Path, documents: Sequence[Indexed], held: ExitStack) -> None:
        sizes = np.fromfile(folder / SIZES, dtype=_TYPE).reshape(-1, 4)
        self.documents = tuple(documents)
        self._first = _starts(np.array([document.records for document in documents], dtype=np.int64))
        if self._first[-1] != len(sizes):
            raise ValueError(SIZES)
        self.titles = self._first[:-1]  # each document's first record is its title
        self.lengths = sizes[:, 3].astype(np.float64)
        is_new = sizes[:, 2] != _AS_BEFORE
        self._headings_of = np.cumsum(is_new) - 1
        self._laid, self._hits, self._headings = (
            (_mapped(folder / name, held), _starts(column.astype(np.int64)))
            for name, column in ((LAID_OUT, sizes[:, 0]), (HITS, sizes[:, 1]), (HEADINGS, sizes[is_new, 2]))
        )

    def __len__(self) -> int:
        return len(self.lengths)

    def containing(self, numbers: Numbers, run: Sequence[str]) -> Numbers:
        """Those of the records in which the units stand one after the other."""
        (text, starts), asked = self._laid, laid_out(run)
        places = zip(starts[numbers].tolist(), starts[numbers + 1].tolist(), strict=True)
        return numbers[[text.find(asked, start, end) >= 0 for start, end in places]]

    def texts(self, numbers: Numbers) -> list[bytes]:
        """The records as they are laid out."""
        text, starts = self._laid
        places = zip(starts[numbers].tolist(), starts[numbers + 1].tolist(), strict=True)
        return [text[start:end] for start, end in places]

    def headed(self, numbers: Numbers, run: Sequence[str]) -> NDArray[np.bool_]:
        """Above which of the records the units stand in a heading; words of letters by their stems."""
        (text, starts), asked = self._headings, laid_out(run)
        above, of = np.unique(self._headings_of[numbers], return_inverse=True)
        places = zip(starts[above].tolist(), starts[above + 1].tolist(), strict=True)
        return np.array([text.find(asked, start, end) >= 0 for start, end in places], dtype=np.bool_)[of]

    def hit(self, number: int) -> dict[str, Any]:
        """What was stored of a record for the hit that it becomes, beside its document."""
        text, starts = self._hits
        made = json.loads(text[starts[number] : starts[number + 1]].decode("utf-8", "surrogatepass"))
        return dict(made)

    def eid(self, number: int) -> str:
        """The eid of a record's hit."""
        text, starts = self._hits
        start = starts[number] + len(_EID)
        return text[start : text.find(b'"', start)].decode()

    def places(self, numbers: Numbers) -> Numbers:
        """The places on the shelf of the documents that the records are of."""
        return np.searchsorted(self._first, numbers, side="right") - 1

    def document(self, number: int) -> Indexed:
        """The document of a record."""
        return self.documents[int(np.searchsorted(self._first, number, side="right")) - 1]

    def end_of(self, number: int) -> int:
        """The number behind the last record of a record's document."""
        return int(self._first[np.searchsorted(self._first, number, side="right")])

    def called(self, name: str) -> Numbers:
        """The titles of the documents of which a text is the id, or the whole title; 中华人民共和国 may be left out."""
        asked = laid_out(unit_texts(name)).removeprefix(_REPUBLIC)
        places = (
            place
            for place, one in enumerate(self.documents)
            if one.id == name.strip() or (asked and self._titles[one.id].removeprefix(_REPUBLIC) == asked)
        )
        return self.titles[list(places)]

    @cached_property
    def folded_titles(self) -> tuple[str, ...]:
        """The title of each document, folded."""
        return tuple(fold(document.title) for document in self.documents)

    @cached_property
    def words(self) -> dict[str, list[str]]:
        """The words of letters that stand in the records, by their stems."""
        text, _ = self._laid
        words: dict[str, list[str]] = {}
        for word in sorted(set(re.findall(b" ([^ ]+) ", text))):
            words.setdefault(stem(word.decode()), []).append(word.decode())
        return words

    def own_title(self, place: int) -> tuple[str, ...]:
        """The units of a document's title without 中华人民共和国 before them."""
        return units_of(self._titles[self.documents[place].id].removeprefix(_REPUBLIC))

    @cached_property
    def _titles(self) -> dict[str, bytes]:
        return {document.id: laid_out(unit_texts(document.title)) for document in self.documents}

    def titled(self, name: str) -> set[str]:
        """The document of that id, or else those whose title contains the name; a single character names nothing."""
        if name.strip() in self._titles:
            return {name.strip()}
        asked = unit_texts(name)
        run = laid_out(asked)
        return {own for own, title in self._titles.items() if run in title} if len("".join(asked)) > 1 else set()

    def of(self, documents: Iterable[int]) -> NDArray[np.bool_]:
        """Which records are of these documents, which are named by their places on the shelf."""
        out = np.zeros(len(self), dtype=np.bool_)
        for place in documents:
            out[self._first[place] : self._first[place + 1]] = True
        return out


def _starts(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(sizes)))


def _mapped(path: Path, held: ExitStack) -> mmap.mmap | bytes:
    """The bytes of a file, read where they are looked at."""
    if not path.stat().st_size:
        return b""
    file = held.enter_context(path.open("rb"))
    return held.enter_context(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
