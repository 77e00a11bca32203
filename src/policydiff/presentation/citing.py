"""Citations one after the other, as drafters write and read them: 第七条第一款、第二款."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policydiff.eid import INSERTED

_STEP = re.compile(f"第[^第条款项目]+[条款项目](?:{INSERTED})?")


def cited_together(labels: Iterable[str]) -> tuple[str, ...]:
    """Citations one after the other, as drafters write them: what the one before names is not said again.

    第七条第一款, 第七条第二款 are 第七条第一款, 第二款; what is not cited by 条, 款 and 项 stays as it is.
    """
    said: list[str] = []
    before: list[str] = []
    for label in labels:
        steps = _STEP.findall(label)
        if "".join(steps) != label:
            steps = []
        same = next((at for at, (one, other) in enumerate(zip(steps, before, strict=False)) if one != other), 0)
        said.append("".join(steps[same:]) or label)
        before = steps
    return tuple(said)


def cited_alone(label: str, before: str) -> str:
    """A citation as it is without the whole one before it: 第二款 after 第七条第一款 is 第七条第二款."""
    steps, above = _STEP.findall(label), _STEP.findall(before)
    if not steps or "".join(steps) != label:
        return label
    units = [_unit(step) for step in above]
    return "".join(above[: units.index(_unit(steps[0]))] if _unit(steps[0]) in units else ()) + label


def _unit(step: str) -> str:
    """条, 款, 项 or 目."""
    return next(char for char in step if char in "条款项目")
