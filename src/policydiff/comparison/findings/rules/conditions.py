"""What must be met for a rule to apply: conditions dropped or added."""

from __future__ import annotations

import re

from policydiff.comparison.clauses import CONDITION
from policydiff.comparison.findings.changes import Change, Passage, Reading
from policydiff.comparison.findings.lists import ANNOUNCES
from policydiff.comparison.findings.rules.rule import Quotes, with_near
from policydiff.comparison.findings.rules.sources import NAMES_BREACH
from policydiff.comparison.findings.words_of_force import force_of

_TOPIC = re.compile(
    r"^(?:对|在|因|除|经|按照|根据)[^，。；]{2,}(?:[人者员的下中时]|单位|企业|机构|组织|部门|方面|范围内|基础上)$"
)
_MUST_MEET = re.compile(r"符合[^，。；]*条件的$")


def dropped_condition(change: Change, reading: Reading) -> Quotes | None:
    """A clause of the base that sets a condition (…的, 经…批准, 根据需要, if, where), gone in the target.

    Not found: a condition put in other words inside a clause (`scope`), any in a row whose pairing is doubtful, where
    it is the case of another rule. A condition dropped from a sanction changes whom it meets (行政处罚法 art. 12).
    """
    return with_near(change) if change.gone and _conditions(change.base, reading) else None


def added_condition(change: Change, reading: Reading) -> Quotes | None:
    """A clause of the target that sets a condition which the base does not set.

    Not found: a condition put in other words inside a clause (`scope`), any in a row whose pairing is doubtful. A
    local rule may add no condition to a licence (行政许可法 art. 16).
    """
    return with_near(change) if change.new and _conditions(change.target, reading) else None


def _conditions(side: Passage, reading: Reading) -> bool:
    sets = CONDITION[reading.language].search(side.words) or _TOPIC.search(side.words)
    listed = ANNOUNCES.search(side.words) and not _MUST_MEET.search(side.words)
    if reading.doubtful or NAMES_BREACH.fullmatch(side.words):
        return False  # `reference` and `instrument` speak of what is broken
    return bool(sets) and not _binds(side, reading) and not listed


def _binds(side: Passage, reading: Reading) -> bool:
    return force_of(side.words, reading.language) > 1
