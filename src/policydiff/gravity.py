"""How much hangs on what a rule finds, and in which order it is read, wherever findings are told.

What the lower rule sets and its superior does not, such as a penalty or a licence, is read by itself and before
anything else (`set`), for a reviewer asks for it before all. Of the rest `first` come what may turn a rule round or
lose a part of it: a prohibition, an amount, an exception, an element of a list, a duty. What the lower rule adds, and
whom and what it means, comes `then`; what concerns the drafting, last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from policydiff.bodies import lowest_level
from policydiff.model import Finding
from policydiff.words_of_force import is_at_stake

Weight = Literal["set", "first", "then", "drafting"]

# What a lower rule may newly set.
POWERS = (
    "new-penalty", "new-penalty-kind", "new-credit-sanction", "new-refusal", "new-licence", "new-licence-condition",
    "new-coercion", "new-coercion-period", "new-fee", "new-barrier", "new-proof", "new-prohibition",
)  # fmt: skip
_BINDING, _STATING = "added-duty that binds", "dropped-duty that only states"
_LOOSENED, _LOWERED = "leave that is asked for no more", "actor of a lower level"
_IN_ORDER: tuple[tuple[Weight, tuple[str, ...]], ...] = (
    ("set", POWERS),
    (
        "first",
        (
            "prohibition", "untranslated", "dropped-element", "modality", _LOWERED, "fine-beyond", "fine-reckoned",
            "number", "left-open", "dropped-fine", "added-fine", "fine-case", "threshold",
            "exception", "dropped-exception", "added-exception", _LOOSENED, "sanction-without-duty", "dropped-duty",
        ),
    ),
    (
        "then",
        (
            _BINDING, "fine-narrowed", "citation", "actor", "dropped-actor", "added-actor", "renamed", _STATING,
            "instrument", "dropped-instrument", "added-instrument", "reference", "dropped-here", "dropped-in-part",
            "dropped-condition", "added-condition", "alternative", "open-list", "scope", "added-element",
            "added-duty", "added-here", "added-in-part",
        ),
    ),
    ("drafting", ("cited-title", "repealed", "dead-citation", "numbering", "look-alike", "own-name", "two-names")),
)  # fmt: skip
_WEIGHT: Mapping[str, Weight] = {rule: weight for weight, rules in _IN_ORDER for rule in rules}
_PLACE: Mapping[str, int] = {rule: place for place, rule in enumerate(_WEIGHT)}
RULES = frozenset(_WEIGHT) - {_BINDING, _STATING, _LOOSENED, _LOWERED}
# Leave that is asked for, and what may take its place: what may be done by oneself, or is only put on record.
_LEAVE = re.compile("(?:批准|审批|核准|许可)(?![的机部证])")  # 经批准的规划 is a thing
_NO_LEAVE = re.compile("可以|可由|备案")


def weight(finding: Finding) -> Weight:
    """How much hangs on a finding; on a clause that is lost most where it binds or gives a right."""
    return _WEIGHT.get(_kind(finding), "drafting")


def is_first(finding: Finding, *, doubtful: bool) -> bool:
    """Whether a finding is among what is read before the rest: a power that seems newly set, wherever it stands, and of
    pairs beyond doubt what may turn a rule round or lose a part of it."""
    of = weight(finding)
    return of == "set" or (of == "first" and not doubtful)


def place(finding: Finding) -> int:
    """Where a finding stands among those of all rules, the gravest first; that of an unknown rule by its type."""
    return _PLACE.get(_kind(finding), len(_PLACE))


def rank(finding: Finding, *, doubtful: bool) -> tuple[bool, int, int]:
    """Where a finding stands in a list of what is to be checked, wherever there is one: first the powers that seem
    newly set, kind by kind; then what was found in pairs beyond doubt, then the rest, of either the gravest first."""
    if weight(finding) == "set":
        return False, place(finding), doubtful
    return True, doubtful, place(finding)


def _gives_leave_away(finding: Finding) -> bool:
    """Whether what the superior has approved may be done without, or is only put on record, as far as is shown."""
    base, target = finding.base, finding.target
    return bool(_LEAVE.search(base) and _NO_LEAVE.search(target)) and not (
        _NO_LEAVE.search(base) or _LEAVE.search(target)
    )


def _is_lowered(finding: Finding) -> bool:
    """Whether what an authority of one level of government does falls to one of a lower level; in place of the centre's
    a local rule names its own."""
    old, new = lowest_level(finding.base), lowest_level(finding.target)
    return bool(old and new and new > old)


def _kind(finding: Finding) -> str:
    """The rule of a finding, or its type where no such rule is known, and whether what is gone or new binds anybody."""
    if finding.rule in ("added-duty", "added-in-part") and is_at_stake(finding.target):
        return _BINDING
    if finding.rule == "dropped-duty" and not is_at_stake(finding.base):
        return _STATING
    if finding.rule in ("dropped-here", "dropped-in-part", "scope") and _gives_leave_away(finding):
        return _LOOSENED
    if finding.rule == "actor" and _is_lowered(finding):
        return _LOWERED
    return finding.rule if finding.rule in RULES else finding.type
