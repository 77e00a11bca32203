"""What a build tells of itself: how much there is, what was left out, and which decisions it could not apply."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policydiff.build.manifest import Message, Result
from policydiff.build.plan import Plan
from policydiff.build.stages import Made, Order
from policydiff.build.store import Store
from policydiff.library import Library
from policydiff.model import StaleDecision

if TYPE_CHECKING:
    from policydiff.model import Decision


def result(made: Made, order: Order, store: Store) -> Result:
    """What is told of all that was made."""
    from policydiff.site import is_page

    return Result(
        documents=len(made.plan.entries),
        provisions=made.provisions,
        comparisons=len(made.plan.pairs),
        pages=sum(is_page(path) for paths in made.pages.parts.values() for path in paths),
        problems=tuple(made.problems),
        stale=(
            *_on_what_is_gone(order.library, order.decided),
            *(_told(one, made.plan, store) for one in _stale(order, made.plan, store)),
        ),
        loose=tuple(one.told(order.library) for one in made.loose),
    )


def _on_what_is_gone(library: Library, decided: Sequence[Decision]) -> list[Message]:
    """Of each document that is out of the library a line, with the decisions on it."""
    from policydiff import decisions

    gone: dict[str, list[int]] = {}
    for decision in decided:
        for name in dict.fromkeys(one for one in decision.documents if one not in library.ids):
            gone.setdefault(name, []).append(decision.number)
    return [
        {"en": decisions.without_document(name, on_it, "en"), "zh": decisions.without_document(name, on_it, "zh")}
        for name, on_it in gone.items()
    ]


def _told(stale: StaleDecision, done: Plan, store: Store) -> Message:
    """That a decision was not applied, with its provisions as they are cited."""
    from policydiff import decisions

    keys = {task.entry.id: task.key for task in done.reading}
    base, target = (store.get(keys[one]) if one in keys else None for one in stale.decision.documents)
    return {"en": decisions.line(stale, base, target, "en"), "zh": decisions.line(stale, base, target, "zh")}


def _stale(order: Order, done: Plan, store: Store) -> list[StaleDecision]:
    """The decisions that were not applied, in the order of their file; but for those on what was left out or is out of
    the library, which has a line of its own and may be back tomorrow."""
    meant = {frozenset(pair.ids) for pair in (*order.library.pairs(), *done.pairs)}
    there = {entry.id for entry in done.entries}
    uncompared = [
        StaleDecision(decision=decision, why="uncompared")
        for decision in order.decided
        if frozenset(decision.documents) not in meant and there.issuperset(decision.documents)
    ]
    stale = [one for task in done.comparing if task.decided for one in store.get(task.key)[-1]]
    return sorted([*uncompared, *stale], key=lambda one: one.decision.number)
