"""Which documents of a library a rule rests on, by the titles that it names."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from policydiff.library.describe import Description, is_local, title_key

_NEAR = 85
_AS_NEAR = 3  # titles that are less apart are equally near
_FEWEST_SHARED = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a rule says it rests on, each an id with the title by which the text names it.

    `held` are in the library. `near` are titles that nothing in the library bears, with the document that may be
    meant; `clear` are those of them that differ so little from one title alone that this one is meant. `missing` are
    those that nothing comes near, `mentioned` documents of the library that the text names without saying that it rests
    on them.
    """

    held: tuple[tuple[str, str], ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    clear: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    mentioned: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Titles:
    """The documents of a library by what their titles have in common with other forms of the same title."""

    _ids: dict[str, str] = field(default_factory=dict)

    def put(self, id: str, title: str) -> None:
        """Remember a document; of two that bear one title the first is known by it."""
        if key := title_key(title):
            self._ids.setdefault(key, id)

    def held(self, name: str) -> str | None:
        """The document that bears this title."""
        return self._ids.get(title_key(name))

    def alike(self, name: str, own: str = "") -> tuple[str, ...]:
        """The documents whose titles are nearest to a name, all that are equally near, none if none is near; never the
        document `own`."""
        key = title_key(name)
        rated = [(_nearness(key, title), held) for title, held in self._ids.items() if held != own]
        best = max((rating for rating, _ in rated), default=0.0)
        return tuple(held for rating, held in rated if best >= _NEAR and rating > best - _AS_NEAR)

    def is_slip(self, name: str, id: str) -> bool:
        """Whether a name may be the title of this document, wrongly written."""
        return any(held == id and _is_slip(title_key(name), title) for title, held in self._ids.items())


def grounds(description: Description, titles: Titles, own: str = "") -> Grounds:
    """What the rule `own` rests on of what stands under these titles."""
    held: dict[str, str] = {}
    near: list[tuple[str, str]] = []
    clear: list[tuple[str, str]] = []
    missing: list[str] = []
    for name in description.bases:
        found = titles.held(name)
        if found is not None and found == own:
            continue
        if found is not None:
            held.setdefault(found, name)
            continue
        alike = titles.alike(name, own)
        near += [(one, name) for one in alike]
        clear += [(one, name) for one in alike if len(alike) == 1 and titles.is_slip(name, one)]
        if not alike:
            missing.append(name)
    return Grounds(
        held=tuple(held.items()),
        near=tuple(near),
        clear=tuple(clear),
        missing=tuple(missing),
        mentioned=tuple(_mentioned(description, titles, {own, *held})),
    )


def _mentioned(description: Description, titles: Titles, known: Container[str]) -> Iterator[tuple[str, str]]:
    """The documents that the text names in any other way."""
    seen: set[str] = set()
    for name in description.mentions:
        found = titles.held(name)
        if found is not None and found not in known and found not in seen:
            seen.add(found)
            yield found, name


def _nearness(one: str, other: str) -> float:
    return max(fuzz.ratio(one, other), _NEAR * _is_part(one, other))


def _is_slip(one: str, other: str) -> bool:
    """Whether two titles may be one, wrongly written: neither is the other with a place before it (another issuer's
    rule) or with more behind it (a rule that implements the other)."""
    shorter, longer = sorted((one, other), key=len)
    return fuzz.ratio(one, other) >= _NEAR and is_local(one) == is_local(other) and not longer.startswith(shorter)


def _is_part(one: str, other: str) -> bool:
    """Whether the shorter of two titles is the greater part of the longer."""
    shorter, longer = sorted((one, other), key=len)
    return shorter in longer and len(shorter) >= _FEWEST_SHARED * len(longer)
