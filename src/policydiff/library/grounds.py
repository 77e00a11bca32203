"""Which documents of a library a rule rests on, by the titles that it names."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from policydiff.library.describe import Description, title_key

_NEAR = 85
_FEWEST_SHARED = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a rule says it rests on, each an id with the title by which the text names it.

    `held` are in the library. `near` are titles that nothing in the library bears, with the document that may be
    meant; `missing` those that nothing comes near. `mentioned` are documents of the library that the text names without
    saying that it rests on them.
    """

    held: tuple[tuple[str, str], ...] = ()
    near: tuple[tuple[str, str], ...] = ()
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

    def alike(self, name: str, own: str = "") -> str | None:
        """The document whose title is nearest to a name, if it is near; never the document `own`."""
        key = title_key(name)
        others = [(title, held) for title, held in self._ids.items() if held != own]
        rated = [(max(fuzz.ratio(key, title), _NEAR * _is_part(key, title)), held) for title, held in others]
        best = max(rated, default=(0, ""))
        return best[1] if best[0] >= _NEAR else None


def grounds(description: Description, titles: Titles, own: str = "") -> Grounds:
    """What the rule `own` rests on of what stands under these titles."""
    held: dict[str, str] = {}
    near: list[tuple[str, str]] = []
    missing: list[str] = []
    for name in description.bases:
        found = titles.held(name)
        if found is not None and found == own:
            continue
        if found is not None:
            held.setdefault(found, name)
        elif (alike := titles.alike(name, own)) is not None:
            near.append((alike, name))
        else:
            missing.append(name)
    return Grounds(
        held=tuple(held.items()),
        near=tuple(near),
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


def _is_part(one: str, other: str) -> bool:
    """Whether the shorter of two titles is the greater part of the longer."""
    shorter, longer = sorted((one, other), key=len)
    return shorter in longer and len(shorter) >= _FEWEST_SHARED * len(longer)
