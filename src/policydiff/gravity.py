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

from policydiff.model import Finding

Weight = Literal["set", "first", "then", "drafting"]

# What a lower rule may newly set.
POWERS = (
    "new-penalty", "new-penalty-kind", "new-credit-sanction", "new-refusal", "new-licence", "new-licence-condition",
    "new-coercion", "new-coercion-period", "new-fee", "new-barrier", "new-proof", "new-prohibition",
)  # fmt: skip
_BINDING, _STATING = "added-duty that binds", "dropped-duty that only states"
_IN_ORDER: tuple[tuple[Weight, tuple[str, ...]], ...] = (
    ("set", POWERS),
    (
        "first",
        (
            "prohibition", "untranslated", "dropped-element", "modality", "fine-beyond", "fine-reckoned", "number",
            "left-open", "dropped-fine", "added-fine", "fine-case", "threshold",
            "exception", "dropped-exception", "added-exception", "sanction-without-duty", "dropped-duty",
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
    ("drafting", ("cited-title", "dead-citation", "numbering", "look-alike", "own-name", "two-names")),
)  # fmt: skip
_WEIGHT: Mapping[str, Weight] = {rule: weight for weight, rules in _IN_ORDER for rule in rules}
_PLACE: Mapping[str, int] = {rule: place for place, rule in enumerate(_WEIGHT)}
RULES = frozenset(_WEIGHT) - {_BINDING, _STATING}
_BINDS = re.compile(r"应当|必须|不得|禁止|有权|\b(?:shall|must|may not|entitled)\b", re.IGNORECASE)


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


def _kind(finding: Finding) -> str:
    """The rule of a finding, or its type where no such rule is known, and whether what is gone or new binds anybody."""
    if finding.rule in ("added-duty", "added-in-part") and _BINDS.search(finding.target):
        return _BINDING
    if finding.rule == "dropped-duty" and not _BINDS.search(finding.base):
        return _STATING
    return finding.rule if finding.rule in RULES else finding.type
