"""Which documents of a library a rule rests on, by the titles that it names."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Generic

from policydiff.library.describe import Description, title_key
from policydiff.library.editions import Editions, Held, is_slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds(Generic[Held]):
    """What a rule says it rests on, each in the edition in force and with the title by which the text names it.

    `held` are in the library. `near` are titles that nothing in the library bears, with the document that may be
    meant; `clear` are those of them that differ so little from one title alone that this one is meant. `missing` are
    those that nothing comes near, `mentioned` documents of the library that the text names without saying that it rests
    on them.
    """

    held: tuple[tuple[Held, str], ...]
    near: tuple[tuple[Held, str], ...]
    clear: tuple[tuple[Held, str], ...]
    missing: tuple[str, ...]
    mentioned: tuple[tuple[Held, str], ...]


def grounds(description: Description, editions: Editions[Held], own: str) -> Grounds[Held]:
    """What a rule rests on, which is the document `own` of the library if any: never itself, nor an edition of it."""
    itself = title_key(description.title.value or own)
    held = rests_on(description, editions, own)
    near: list[tuple[Held, str]] = []
    clear: list[tuple[Held, str]] = []
    missing: list[str] = []
    for name in description.bases:
        if editions.named(name):
            continue
        alike = editions.alike(name, itself)
        near += [(one, name) for one in alike]
        clear += [(one, name) for one in alike if len(alike) == 1 and is_slip(name, one.key)]
        if not alike:
            missing.append(name)
    return Grounds(
        held=held,
        near=tuple(near),
        clear=tuple(clear),
        missing=tuple(missing),
        mentioned=tuple(_mentioned(description, editions, {own, *(one.id for one, _ in held)})),
    )


def rests_on(description: Description, editions: Editions[Held], own: str) -> tuple[tuple[Held, str], ...]:
    """The documents of the library that a rule says it rests on, under the titles that they bear."""
    itself = title_key(description.title.value or own)
    held: dict[str, tuple[Held, str]] = {}
    for name in description.bases:
        found = editions.named(name)
        if found and found.id != own and found.key != itself:
            held.setdefault(found.id, (found, name))
    return tuple(held.values())


def _mentioned(description: Description, editions: Editions[Held], known: Container[str]) -> Iterator[tuple[Held, str]]:
    """The documents that the text names in any other way."""
    seen: set[str] = set()
    for name in description.mentions:
        found = editions.named(name)
        if found and found.id not in known and found.id not in seen:
            seen.add(found.id)
            yield found, name
