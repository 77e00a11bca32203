"""The rules of a library by their titles, and which of its editions a title means.

《胡须法》  →  胡须法 of 2012, of 2017 and of 2023  →  that of 2017, if the one of 2023 enters into force next year
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from policydiff.dates import is_before
from policydiff.errors import PolicydiffError
from policydiff.library.describe import Description, describe, effective, is_local, title_key
from policydiff.library.library import Entry
from policydiff.library.reading import document_of
from policydiff.model import Document, DocumentKind

# What a rule can rest on; of two of one title the central one is meant.
_KINDS: tuple[DocumentKind, ...] = ("central", "local")
_NEAR = 85  # of 100: titles that are so like each other are near
_AS_NEAR = 3  # titles that are less apart are equally near
_FEWEST_SHARED = 0.6  # of the longer of two titles: it is near where the shorter is so much of it


class Edition(Protocol):
    """What must be known of a document to tell which rule it is, by its `key`, and in which edition: `date` is when it
    was made, `effective` when it says that it enters into force."""

    @property
    def id(self) -> str: ...

    @property
    def kind(self) -> DocumentKind: ...

    @property
    def key(self) -> str: ...

    @property
    def date(self) -> str: ...

    @property
    def effective(self) -> str: ...


Held = TypeVar("Held", bound=Edition)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a text says of itself; nothing where it cannot be read, of which a build tells."""

    title: str = ""
    date: str = ""
    effective: str = ""
    bases: tuple[str, ...] = ()


def said_by(document: Document, description: Description) -> Said:
    """What a document says of itself."""
    return Said(
        title=document.title,
        date=description.date.value,
        effective=effective(document),
        bases=description.bases,
    )


class Shelved:
    """A document of a library as an edition of a rule: what corpus.toml says and, where that is not enough, its text,
    which is read only then."""

    def __init__(self, entry: Entry, said: Said | None = None) -> None:
        self.entry = entry
        self.id, self.kind = entry.id, entry.kind
        self._known = said

    def document(self) -> Document:
        """The document, as the library names it."""
        return document_of(self.entry)

    @cached_property
    def title(self) -> str:
        """What it is called."""
        return self.entry.title or self.entry.name(self._said.title)

    @cached_property
    def key(self) -> str:
        """The same for all editions of one rule."""
        return title_key(self.title)

    @property
    def date(self) -> str:
        """When it was made."""
        return self.entry.date or self._said.date

    @property
    def effective(self) -> str:
        """When it says that it enters into force."""
        return self._said.effective

    @cached_property
    def _said(self) -> Said:
        if self._known:
            return self._known
        try:
            document = self.document()
        except PolicydiffError:
            return Said()
        return said_by(document, describe(document))


class Editions(Generic[Held]):
    """The rules of a library by their titles. What a rule with one edition alone does not need is not asked for."""

    def __init__(self, documents: Iterable[Held], today: str = "") -> None:
        """Of what is in force on a day (2024-05-01); without one, every edition is taken to be in force."""
        self._today = today
        self._by_key: dict[str, list[Held]] = {}
        for one in documents:
            if one.kind in _KINDS and one.key:
                self._by_key.setdefault(one.key, []).append(one)
        self._in_force: dict[str, Held] = {}

    def named(self, title: str) -> Held | None:
        """The edition in force of the rule that bears this title."""
        return self._of(title_key(title))

    def in_force(self, one: Held) -> bool:
        """Whether no other edition of the same rule has taken the place of this one."""
        return self._of(one.key) in (one, None)

    def before(self, one: Held, date: str) -> Held | None:
        """The last edition of the same rule that was made by that day, where it is another than this one."""
        others = [other for other in self._by_key.get(one.key, ()) if other is not one and other.kind == one.kind]
        older = [other for other in others if other.date < one.date and not is_before(date, other.date)]
        return sorted(older, key=lambda other: other.date)[-1] if older and date else None

    def alike(self, title: str, but: str = "") -> tuple[Held, ...]:
        """The rules whose titles are nearest to one, all that are equally near, none if none is near; never that of
        this key."""
        name = title_key(title)
        rated = [(_nearness(name, key), key) for key in self._by_key if key != but]
        best = max((rating for rating, _ in rated), default=0.0)
        near = (key for rating, key in rated if best >= _NEAR and rating > best - _AS_NEAR)
        return tuple(held for key in near if (held := self._of(key)))

    def _of(self, key: str) -> Held | None:
        """The edition in force."""
        if key not in self._in_force and key in self._by_key:
            self._in_force[key] = self._chosen(self._by_key[key])
        return self._in_force.get(key)

    def _chosen(self, editions: list[Held]) -> Held:
        of_kind = min((one.kind for one in editions), key=_KINDS.index)
        same_kind = [one for one in editions if one.kind == of_kind]
        if len(same_kind) == 1:
            return same_kind[0]
        same_kind.sort(key=lambda one: one.date)
        begun = [one for one in same_kind if not self._today or _begins(one) <= self._today]
        return (begun or same_kind)[-1]


def _begins(one: Edition) -> str:
    """From when an edition holds. A rule that is amended often keeps the clause of its first edition."""
    return max(one.date, one.effective)


# ------------------------------------------------------------------------------------------ near titles


def is_slip(title: str, key: str) -> bool:
    """Whether a title may be that of the rule of this key, wrongly written: neither is the other with a place before it
    (another issuer's rule) or with more behind it (a rule that implements the other)."""
    shorter, longer = sorted((title_key(title), key), key=len)
    return (
        _likeness(shorter, longer) >= _NEAR and is_local(shorter) == is_local(longer) and not longer.startswith(shorter)
    )


def _nearness(one: str, other: str) -> float:
    return max(_likeness(one, other), _NEAR * _is_part(one, other))


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # in most libraries every rule is cited by its name, and nothing is compared

    return fuzz.ratio(one, other)


def _is_part(one: str, other: str) -> bool:
    """Whether the shorter of two titles is the greater part of the longer."""
    shorter, longer = sorted((one, other), key=len)
    return shorter in longer and len(shorter) >= _FEWEST_SHARED * len(longer)
