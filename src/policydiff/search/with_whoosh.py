"""whoosh, imported in one place, quietly and on a short leash: the engine that needs nothing but Python.

Whoosh 2.7.4 is the release of 2016 that distributions ship. Two things need care: newer Pythons warn about
its source when they first compile it, and its files hold pickles, so that an index from elsewhere could run
code when it is opened. `_reading` lets those pickles name nothing but the few harmless things that whoosh's own do.

Only which tokens stand in which records is filed, without places or weights, straight through whoosh's codec: its
analysers, its sorting of single postings and its scores take ten times as long as the postings themselves.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
import tempfile
import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import numpy as np

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import __version__ as _version
    from whoosh.codec.whoosh3 import W3Codec, W3LeafMatcher
    from whoosh.fields import ID, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC
    from whoosh.reading import SegmentReader, TermNotFound

from policydiff.library import WHOOSH
from policydiff.search.engine import FIELDS, Engine, Field, Filed, ForeignPartError, Run, bounded, tokens
from policydiff.search.records import NONE, Numbers, Record

_INDEX = "MAIN"  # whoosh's name for an index that is given none
_BLOCK = 4096  # numbers that are read at once: far more than whoosh's 128, as all of them are wanted
_FEW = 100  # candidates in a segment that are sooner looked at than narrowed down

# All that the pickles of whoosh's segments and posting lists name.
_ALLOWED = {
    ("whoosh.codec.whoosh3", "W3Codec"),
    ("whoosh.codec.whoosh3", "W3Segment"),
    ("collections", "defaultdict"),
    ("builtins", "int"),
    ("_codecs", "encode"),
}
_watched: ContextVar[bool] = ContextVar("watched", default=False)


class Whoosh(Engine):
    """The embedded engine."""

    version = f"{WHOOSH} " + ".".join(map(str, _version))

    def filed(self, records: Sequence[Record]) -> bytes:
        """A whoosh segment: the name of its file, what is in it, and how whoosh describes it."""
        # Not in memory: all RamStorages of a machine share one folder for what they write in between.
        with tempfile.TemporaryDirectory(prefix="policydiff-") as folder:
            storage = _Timeless(folder)
            codec = W3Codec(blocklimit=_BLOCK)
            segment = codec.new_segment(storage, _INDEX)
            segment.segid = _fingerprint(records)
            codec.per_document_writer(storage, segment).close()
            writer = codec.field_writer(storage, segment)
            for field in sorted(FIELDS):
                _write_field(writer, field, records)
            writer.close()
            segment.set_doc_count(len(records))
            segment.create_compound_file(storage)
            segment.compound = True
            name = segment.make_filename(segment.COMPOUND_EXT)
            return _packed(name, (Path(folder) / name).read_bytes(), pickle.dumps(segment))

    def write(self, folder: Path, segments: Sequence[Filed]) -> None:
        """Each segment's file, and whoosh's table of contents, as whoosh itself does where several processes write."""
        described = []
        for one in segments:
            name, data, description = _unpacked(one.postings)
            (folder / Path(name).name).write_bytes(data)
            described.append(description)
        with _reading():
            held = [pickle.loads(description) for description in described]
        TOC(_schema(), held, 1).write(FileStorage(str(folder)), _INDEX)

    @contextmanager
    def opened(self, folder: Path) -> Iterator[_Reader]:
        """The segments in a folder."""
        with _reading():
            storage = FileStorage(str(folder))
            schema = _schema()
            held = [SegmentReader(storage, schema, one) for one in TOC.read(storage, _INDEX, schema=schema).segments]
            try:
                yield _Reader(held)
            finally:
                for one in held:
                    one.close()


class _Reader:
    """The segments that are open; what was looked up once is not looked up again."""

    def __init__(self, segments: list[Any]) -> None:
        self._segments = segments
        self._first = [0]
        self._frequencies: dict[tuple[Field, str], list[int]] = {}
        self._found: dict[tuple[int, Field, str], Numbers] = {}
        for one in segments:
            self._first.append(self._first[-1] + one.doc_count_all())

    def counts(self, asked: Sequence[tuple[Field, str]]) -> list[int]:
        return [sum(self._counts(field, bounded(token))) for field, token in asked]

    def candidates(self, runs: Sequence[Run]) -> Numbers:
        asked = list(dict.fromkeys((run.field, bounded(token)) for run in runs for token in run.tokens))
        counts = [self._counts(field, token) for field, token in asked]
        found = [self._having(place, asked, [each[place] for each in counts]) for place in range(len(self._segments))]
        return np.concatenate(found) if found else NONE

    def _counts(self, field: Field, token: str) -> list[int]:
        """In how many records of each segment a token stands."""
        if (field, token) not in self._frequencies:
            self._frequencies[field, token] = [_frequency(one, field, token) for one in self._segments]
        return self._frequencies[field, token]

    def _having(self, place: int, asked: list[tuple[Field, str]], counts: list[int]) -> Numbers:
        """The records of a segment that have the tokens, the rarest first; a few are not narrowed down further."""
        if not all(counts):
            return NONE
        out: Numbers | None = None
        for _, (field, token) in sorted(zip(counts, asked, strict=True), key=lambda one: (one[1][0] == "unit", one[0])):
            if out is not None and (not len(out) or (field == "unit" and len(out) < _FEW)):
                break
            numbers = self._numbers(place, field, token)
            out = numbers if out is None else _in_both(out, numbers)
        return NONE if out is None else out

    def _numbers(self, place: int, field: Field, token: str) -> Numbers:
        if (place, field, token) not in self._found:
            matcher = self._segments[place].postings(field, token)
            self._found[place, field, token] = _numbers(matcher) + self._first[place]
        return self._found[place, field, token]


# ---------------------------------------------------------------------------------------------- writing


class _Timeless(FileStorage):  # type: ignore[misc]
    """A folder whose files whoosh packs in one order and without the time: two builds of a library are to make the
    same index, byte for byte."""

    def list(self) -> list[str]:
        return sorted(super().list())

    def file_modified(self, name: str) -> float:
        return 0.0


def _schema() -> Any:
    """The fields, made anew by this program; the schema pickled into an index is never loaded."""
    return Schema(**{field: ID() for field in FIELDS})


def _write_field(writer: Any, field: Field, records: Sequence[Record]) -> None:
    postings: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for token in tokens(record, field):
            postings[token].append(number)
    if not postings:
        return
    writer.start_field(field, _schema()[field])
    for text, token in sorted((token.encode(), token) for token in postings):
        writer.start_term(text)
        for number in postings[token]:
            writer.add(number, 1.0, b"", None)
        writer.finish_term()
    writer.finish_field()


def _fingerprint(records: Sequence[Record]) -> str:
    """What a segment is called, where whoosh would draw a name. Segments of the same words are the same, so that one
    file may stand for both."""
    held = repr([(record.units, record.steps, record.headings) for record in records])
    return hashlib.sha256(held.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _packed(name: str, data: bytes, description: bytes) -> bytes:
    head = f"{name}\n{len(description)}\n".encode()
    return head + description + data


def _unpacked(packed: bytes) -> tuple[str, bytes, bytes]:
    name, size, rest = packed.split(b"\n", 2)
    return name.decode(), rest[int(size) :], rest[: int(size)]


# ---------------------------------------------------------------------------------------------- reading


def _in_both(few: Numbers, many: Numbers) -> Numbers:
    """The numbers that are in both. They rise, so that nothing has to be sorted, as numpy's own way would."""
    places = np.minimum(np.searchsorted(many, few), len(many) - 1)
    both: Numbers = few[many[places] == few]
    return both


def _frequency(segment: Any, field: Field, token: str) -> int:
    try:
        return int(segment.term_info(field, token).doc_frequency())
    except TermNotFound:
        return 0


def _numbers(matcher: Any) -> Numbers:
    """All numbers of a posting list, a block at a time: whoosh's own way to them takes a call for each."""
    if not isinstance(matcher, W3LeafMatcher):
        return np.fromiter(matcher.all_ids(), dtype=np.int64)
    blocks = []
    while matcher.is_active():
        matcher._read_data()
        blocks.append(np.cumsum(np.array(matcher._data[0], dtype=np.int64)))
        matcher._next_block()
    return np.concatenate(blocks)


@contextmanager
def _reading() -> Iterator[None]:
    """While an index is read in here, unpickling any class or function but those of whoosh's own fails."""
    _watch_pickles()
    token = _watched.set(True)
    try:
        yield
    finally:
        _watched.reset(token)


def _refuse_foreign_classes(event: str, args: tuple[object, ...]) -> None:
    if event == "pickle.find_class" and _watched.get() and args not in _ALLOWED:
        raise ForeignPartError("{}.{}".format(*args))


_watching = False


def _watch_pickles() -> None:
    """Python offers no other way to say what whoosh's own calls of `pickle.load` may load."""
    global _watching
    if not _watching:
        sys.addaudithook(_refuse_foreign_classes)
        _watching = True
