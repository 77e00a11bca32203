"""What an engine of search is asked to do; everything else is the same for all of them.

    records ──filed──▶ bytes for each segment ──write──▶ a folder ──opened──▶ Reader: which records may answer

An engine finds candidates. Whether one answers and in which place is told from the records (records.py, answer.py),
so that no query has other hits, or other places among them, because another engine is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from policydiff.search.records import Numbers, Record, RecordColumns

Field = Literal["unit", "stem", "step"]

FIELDS: tuple[Field, ...] = ("step", "stem", "unit")
_LONGEST = 200  # characters of a token; engines have bounds of their own, and candidates are looked at again


class ForeignPartError(Exception):
    """An index holds something that no index of ours does; the message names it."""


@dataclass(frozen=True, slots=True)
class Run:
    """These tokens one after the other in a field."""

    field: Field
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A segment as an engine takes it: the records, and what that engine has filed of them."""

    columns: RecordColumns
    postings: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What a library's index is called where its engine keeps it outside of the library, and the mark by which the
    library knows its own there: another one may have taken the name."""

    name: str
    mark: str


class Reader(Protocol):
    """An engine's part of an index that is open."""

    def counts(self, asked: Sequence[tuple[Field, str]]) -> list[int]:
        """In how many records each of the tokens stands."""

    def candidates(self, runs: Sequence[Run]) -> Numbers:
        """Every record in which each of the runs stands, rising; of runs of units there may be others among them."""


class Engine(Protocol):
    """A way to find records by their tokens. Indexes hold its `version`: those of another one are not opened."""

    @property
    def version(self) -> str:
        """Its name, as corpus.toml gives it, and the version of what it writes."""

    def ready(self) -> None:
        """An index can be written now; otherwise a PolicydiffError says what is missing."""
        return

    def filed(self, records: Sequence[Record]) -> bytes:
        """What can be made of some records before the others are known; it is kept while they do not change."""
        return b""

    def write(self, folder: Path, segments: Sequence[Filed]) -> None:
        """The engine's part of an index of these segments, in their order, is in the folder afterwards."""

    def opened(self, folder: Path) -> AbstractContextManager[Reader]:
        """That part, ready to answer."""

    def settled(self, folder: Path) -> bool:
        """Whether all of that part is there, also what is kept outside of the folder. If it is, nothing is kept there
        of other indexes of the library any more: this is the one that is served."""
        return True


def tokens(record: Record, field: Field) -> Iterable[str]:
    """The different tokens of a record in a field, in the order of their first places."""
    held = {"unit": record.units, "stem": record.stems(), "step": record.steps}[field]
    return dict.fromkeys(map(bounded, held))


def bounded(token: str) -> str:
    """A token as engines are given it."""
    return token if len(token) <= _LONGEST else token[:_LONGEST]
