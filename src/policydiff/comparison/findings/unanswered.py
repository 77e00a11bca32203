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


def unanswered(reading: RowReading, leaves: Leaves, frame: Frame) -> Iterator[Found]:
    """What the rules say of each change, without what is gone or new here and compared in another row of the same
    provision, without what only announces punished acts that are told themselves, or that the other side announces
    too, without what other departments do by their task if the other side says so anywhere, and without what is gone
    and applied: by its number, or by a row that only sends on to what the state has laid down (染液的检验，依照国家
    有关规定执行)."""
    is_sent_on = all(map(sends_on, filter(None, SENTENCE.split(reading.target))))
    for found in said_of_each_change(reading):
        side = LONE.index(found.rule) if found.rule in LONE else None
        if side == 0 and (is_sent_on or frame.is_applied(found.base, leaves[0])):
            continue
        texts = (reading.base, reading.target)
        if side is not None and (
            is_by_task(found.quotes[side], (frame.target_says, frame.base_says)[side].sentences)
            or announces_punished(found.quotes[side], texts[side], texts[1 - side])
            or frame.has_items_told(found.quotes[side], side)
        ):
            continue
        if found.rule == "scope" and found.differing:
            left = tuple(pair for pair in found.differing if not _is_said_elsewhere(pair, found, texts, frame))
            if not left:
                continue
            found = found._replace(differing=left)
        beside = frame.beside[side or 0]
        if side is None or not beside.answers(
            found.quotes[side], leaves[side], leaves[1 - side], doubtful=reading.doubtful
        ):
            yield found


def _is_said_elsewhere(words: Quotes, found: Found, texts: Quotes, frame: Frame) -> bool:
    """Whether words that one side alone has are the rest of a clause that is compared together with the next one, and
    the other document says that clause in another provision: 协会登记染液，保管剪刀 beside 协会保管剪刀."""
    side = int(not words[0])
    own = words[side]
    if words[1 - side] or f"{own}，" not in found.quotes[side]:
        return False
    whole = next((clause for clause in clauses(texts[side], "zh") if clause.text.endswith(own)), None)
    return whole is not None and (frame.target_says, frame.base_says)[side].says(whole)


def or_nearly_said(found: Found, reading: RowReading, frame: Frame) -> Found:
    """What is gone or new; where another provision of the other side says nearly that, or the row or the other side at
    all comes so near that it may say a part of it, beside what is said there."""
    if found.rule not in LONE:
        return found
    side = LONE.index(found.rule)
    row, other = ((reading.target, frame.target_says), (reading.base, frame.base_says))[side]
    own = found.quotes[side]
    here, in_part = NEARLY_SAID[side]
    there = other.nearest(own, row)
    rule = here if there else in_part
    there = there or said_nearest(own, row, other)
    if not there:
        return found._replace(rule=in_part) if is_near(own, found.quotes[1 - side]) else found
    beside = Passage.of(there).quote()
    return found._replace(rule=rule, base=beside) if side else found._replace(rule=rule, target=beside)
