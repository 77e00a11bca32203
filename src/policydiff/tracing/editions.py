"""Which edition of a rule a title means, where a library holds several.

    《胡须法》  →  胡须法 of 2012, of 2017 and of 2023  →  that of 2017, if the one of 2023 enters into force next year
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from policydiff.library.describe import title_key
from policydiff.tracing.collection import Holding

_RULES = ("central", "local")


class Editions:
    """The rules of a library by their titles, each with its editions from the oldest to the latest."""

    def __init__(self, holdings: Iterable[Holding], today: str = "") -> None:
        """Of what is in force on a day (2024-05-01); without one, every edition is taken to be in force."""
        self._today = today
        holdings = tuple(holdings)
        self._central = [holding for holding in holdings if holding.kind == "central"]
        self._held: dict[str, list[Holding]] = {}
        for holding in holdings:
            if holding.kind in _RULES and holding.key:
                self._held.setdefault(holding.key, []).append(holding)
        for editions in self._held.values():
            editions.sort(key=lambda holding: (holding.kind != "central", holding.date))

    @cached_property
    def grounds(self) -> dict[str, str]:
        """For each central rule in force that names a ground among them the first one, by their ids."""
        out = {}
        for rule in filter(self.in_force, self._central):
            named = (self.named(title) for title in rule.bases)
            if law := next((one for one in named if one and one.kind == "central" and one.key != rule.key), None):
                out[rule.id] = law.id
        return out

    def named(self, title: str) -> Holding | None:
        """The edition in force of the rule that bears this title."""
        return self._in_force(title_key(title))

    def in_force(self, holding: Holding) -> bool:
        """Whether no other edition of the same rule has taken the place of this one."""
        return self._in_force(holding.key) in (holding, None)

    def before(self, holding: Holding, date: str) -> Holding | None:
        """The last edition of the same rule that was made by that day, where it is another than this one."""
        older = [one for one in self._held.get(holding.key, ()) if one is not holding and one.kind == holding.kind]
        older = [one for one in older if one.date < holding.date and not is_before(date, one.date)]
        return older[-1] if older and date else None

    def _in_force(self, key: str) -> Holding | None:
        editions = self._held.get(key)
        if not editions:
            return None
        same_kind = [one for one in editions if one.kind == editions[0].kind]
        begun = [one for one in same_kind if not self._today or self._begins(one) <= self._today]
        return (begun or same_kind)[-1]

    @staticmethod
    def _begins(holding: Holding) -> str:
        """From when an edition holds. A rule that is amended often keeps the clause of its first edition."""
        return max(holding.date, holding.effective)


def is_before(one: str, other: str) -> bool:
    """Whether a date is before another as far as both are known: 2021 is not before 2021-05-01."""
    known = min(len(one), len(other))
    return bool(known) and one[:known] < other[:known]
