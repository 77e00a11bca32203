"""whoosh, imported in one place, quietly and on a short leash.

Whoosh 2.7.4 is the release of 2016 that distributions ship. Two things need care: newer Pythons warn about
its source when they first compile it, and its files hold pickles, so that an index from elsewhere could run
code when it is opened. `reading` lets those pickles name nothing but the five harmless things that whoosh's own do.
"""

from __future__ import annotations

import pickle
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import __version__ as _version
    from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC
    from whoosh.query import And, Or, Phrase, Query, Term
    from whoosh.searching import Searcher

__all__ = [
    "ID",
    "KEYWORD",
    "STORED",
    "TEXT",
    "VERSION",
    "And",
    "FileStorage",
    "ForeignClassError",
    "Or",
    "Phrase",
    "Query",
    "Schema",
    "Searcher",
    "Term",
    "reading",
    "segment_of",
    "write_contents",
]

VERSION = "whoosh " + ".".join(map(str, _version))

_INDEX = "MAIN"  # whoosh's name for an index that is given none

# All that the pickles of whoosh's segments, posting lists and stored values name.
_ALLOWED = {
    ("whoosh.codec.whoosh3", "W3Codec"),
    ("whoosh.codec.whoosh3", "W3Segment"),
    ("collections", "defaultdict"),
    ("builtins", "int"),
    ("_codecs", "encode"),
}
_reading: ContextVar[bool] = ContextVar("reading", default=False)


class ForeignClassError(Exception):
    """A pickle in an index names a class or a function that no index of ours holds."""


@contextmanager
def reading() -> Iterator[None]:
    """While an index is read in here, unpickling any class or function but those of whoosh's own fails."""
    _watch_pickles()
    token = _reading.set(True)
    try:
        yield
    finally:
        _reading.reset(token)


def _refuse_foreign_classes(event: str, args: tuple[object, ...]) -> None:
    if event == "pickle.find_class" and _reading.get() and args not in _ALLOWED:
        raise ForeignClassError("{}.{}".format(*args))


_watching = False


def _watch_pickles() -> None:
    """Python offers no other way to say what whoosh's own calls of `pickle.load` may load."""
    global _watching
    if not _watching:
        sys.addaudithook(_refuse_foreign_classes)
        _watching = True


def segment_of(folder: Path) -> tuple[str, bytes, bytes]:
    """The one segment of an index just made: the name of its file, what is in it, and how whoosh describes it."""
    [one] = TOC.read(FileStorage(str(folder)), _INDEX).segments
    name = one.make_filename(one.COMPOUND_EXT)
    return name, (folder / name).read_bytes(), pickle.dumps(one)


def write_contents(folder: Path, schema: Schema, descriptions: Iterable[bytes]) -> None:
    """An index in a folder is made of the segments that are described so and lie there, in this order.

    whoosh itself does this where several processes write one index (whoosh.multiproc).
    """
    with reading():
        held = [pickle.loads(description) for description in descriptions]
    TOC(schema, held, 1).write(FileStorage(str(folder)), _INDEX)
