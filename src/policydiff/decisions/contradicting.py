"""Decisions that contradict each other: the later in the file has the last word, and the earlier is not applied.

    3  confirm  第二条 → 二        says that 第二条 belongs to 二
    7  pair     第二条 → 三        says that it belongs to 三 and to nothing else: 3 is not applied

`policydiff decide` takes the earlier of most such two out of the file; who writes it by hand may not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policydiff.decisions.fingerprint import turned
from policydiff.model import Decision


def overruled(decisions: Sequence[Decision]) -> dict[int, tuple[Decision, ...]]:
    """By the number of each decision that a later one contradicts, the last that does, then the last that contradicts
    that one, and so on to one that none contradicts."""
    last = {
        earlier.number: later
        for at, earlier in enumerate(decisions)
        for later in decisions[at + 1 :]
        if contradict(earlier, later)
    }
    return {number: tuple(_in_turn(number, last)) for number in last}


def _in_turn(number: int, last: Mapping[int, Decision]) -> Iterator[Decision]:
    while by := last.get(number):
        yield by
        number = by.number


def contradict(earlier: Decision, later: Decision) -> bool:
    """Whether nothing of a decision, or nothing of it as a whole, holds beside a later one. What was rejected holds of
    those provisions that are not put together."""
    if earlier.documents != later.documents:
        later = turned(later)
    if earlier.documents != later.documents:
        return False
    match earlier.verdict, later.verdict:
        case "reject", "confirm" | "pair":
            return set(earlier.base) <= set(later.base) and set(earlier.target) <= set(later.target)
        case "confirm" | "pair", "reject":
            return not (set(earlier.base).isdisjoint(later.base) or set(earlier.target).isdisjoint(later.target))
        case "confirm" | "pair", "confirm" | "pair":
            return _say_otherwise(earlier, later)
        case _:
            return False


def _say_otherwise(one: Decision, other: Decision) -> bool:
    """Whether two decisions put a provision together with different ones, and one of them with nothing else at all.

    Two rows that share a provision may both be confirmed.
    """
    if one.sides == other.sides:
        return False
    if set(one.base).isdisjoint(other.base) and set(one.target).isdisjoint(other.target):
        return False
    return "pair" in (one.verdict, other.verdict) or not (one.base and one.target and other.base and other.target)
