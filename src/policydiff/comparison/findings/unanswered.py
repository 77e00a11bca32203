"""What is gone or new in a row because nothing answers it, and beside what it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.comparison.clauses import clauses
from policydiff.comparison.findings.found import LONE, NEARLY_SAID, Found
from policydiff.comparison.findings.frame import Frame, Leaves
from policydiff.comparison.findings.row.changes import Passage, RowReading
from policydiff.comparison.findings.row.partly import is_near, said_nearest
from policydiff.comparison.findings.row.rule import SENTENCE, Quotes
from policydiff.comparison.findings.table import said_of_each_change
from policydiff.comparison.findings.terms.laying_down import announces_punished, is_by_task, sends_on
from policydiff.model import Both


def unanswered(reading: RowReading, leaves: Leaves, frame: Frame) -> Iterator[Found]:
    """What the rules say of each change, without what is gone or new here and compared in another row of the same
    provision, without what only announces punished acts that are told themselves, or that the other side announces
    too, without what other departments do by their task if the other side says so anywhere, and without what is gone
    and applied: by its number, or by a row that only sends on to what the state has laid down (染液的检验，依照国家
    有关规定执行)."""
    is_sent_on = all(map(sends_on, filter(None, SENTENCE.split(reading.target))))
    for found in said_of_each_change(reading):
        if found.rule == LONE.base and (is_sent_on or frame.is_applied(found.base, leaves.base)):
            continue
        if found.rule in LONE and _is_told_elsewhere(found, reading, leaves, frame):
            continue
        if found.rule == "scope" and found.differing:
            left = tuple(pair for pair in found.differing if not _is_said_elsewhere(pair, found, reading))
            if not left:
                continue
            found = found._replace(differing=left)
        yield found


def _is_told_elsewhere(found: Found, reading: RowReading, leaves: Leaves, frame: Frame) -> bool:
    """Whether what is gone or new is others' task, announces what is told itself, or is compared in another row."""
    is_new = found.rule == LONE.target
    words, _ = found.quotes.turned(when=is_new)
    row, other = reading.sides.turned(when=is_new)
    own, _ = frame.sides.turned(when=is_new)
    return (
        is_by_task(words, other.says.sentences)
        or announces_punished(words, row.text, other.text)
        or own.has_items_told(words)
        or own.beside.answers(words, *leaves.turned(when=is_new), doubtful=reading.doubtful)
    )


def _is_said_elsewhere(words: Quotes, found: Found, reading: RowReading) -> bool:
    """Whether words that one side alone has are the rest of a clause that is compared together with the next one, and
    the other document says that clause in another provision: 协会登记染液，保管剪刀 beside 协会保管剪刀."""
    is_new = not words[0]
    (alone, others), (quoted, _) = (both.turned(when=is_new) for both in (Both(*words), found.quotes))
    if others or f"{alone}，" not in quoted:
        return False
    row, other = reading.sides.turned(when=is_new)
    whole = next((clause for clause in clauses(row.text, "zh") if clause.text.endswith(alone)), None)
    return whole is not None and other.says.says(whole)


def or_nearly_said(found: Found, reading: RowReading) -> Found:
    """What is gone or new; where another provision of the other side says nearly that, or the row or the other side at
    all comes so near that it may say a part of it, beside what is said there."""
    if found.rule not in LONE:
        return found
    is_new = found.rule == LONE.target
    own, shown = found.quotes.turned(when=is_new)
    _, other = reading.sides.turned(when=is_new)
    (here, in_part), _ = NEARLY_SAID.turned(when=is_new)
    there = other.says.nearest(own, other.text)
    rule = here if there else in_part
    there = there or said_nearest(own, other.text, other.says)
    if not there:
        return found._replace(rule=in_part) if is_near(own, shown) else found
    base, target = Both(own, Passage.of(there).quote()).turned(when=is_new)
    return found._replace(rule=rule, base=base, target=target)
