"""What a rule excepts: exceptions and provisos, made in a clause that stays, dropped or added."""

from __future__ import annotations

import re
from itertools import takewhile

from policydiff.comparison.clauses import EXCEPTION, PROVISO
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import SENTENCE, Quotes, both_clauses, lies_in, with_near
from policydiff.text import skeleton
from policydiff.words_of_force import force_of

# 除履行前款义务外，还应当登记; 除依法处罚外，由协会公布: what holds besides, and no exception.
_BESIDES = re.compile(
    r"除[^，。；\n]{1,60}?(?:以外|之外|外)，?[^，。；\n]{0,20}?(?:(?<![偿归返退])还|也应|也可|并应|并可|同时)"
    r"|除[^，。；\n]{0,12}?(?:依法|依照|按照?|给予)[^，。；\n]{0,50}?(?:处罚|处分|处理|责任)(?:以外|之外|外)"
)
# 除发表本人成果，或者进行交流外，…: an exception of several clauses.
_LONG = re.compile(r"(?<![^，。；：\n])除[^。；：\n]{1,80}?(?:以外|之外|外)(?=，|$)")
# 虽经同意，但未登记的: one case, and no exception from another.
_CONCEDES = re.compile(r"虽[^，。；\n]*，但[^，。；\n]*的")
_BOUND = re.compile("但是?[^，。；]{0,8}不得(?:超过|多于|高于|大于|少于|低于|小于|早于|晚于|迟于|突破)")
_COMMA = re.compile("[，,]")
_LONGEST_SUBJECT = 24  # between an exception and 还应当
_LEAST_EXCEPTION = 4  # characters; what is shorter excepts nothing of its own


def exception(change: Change, reading: RowReading) -> Quotes | None:
    """An exception (除…外, …的除外) that one of two clauses that say the same thing does not make.

    Not found: an exception that moved within the row, what holds besides (除…外，还应当…). 立法技术规范（试行）（一）
    2009, on 但书: dropping one widens the rule, adding one opens it.
    """
    if not change.within:
        return None
    sides = ((change.base, reading.base), (change.target, reading.target))
    had, has = (_lies_in_exception(side) and not is_besides(side, text) for side, text in sides)
    if had == has:
        return None
    here, there = (reading.base, reading.target) if had else (reading.target, reading.base)
    return None if _exceptions(there) >= _exceptions(here) else both_clauses(change)


def dropped_exception(change: Change, reading: RowReading) -> Quotes | None:
    """An exception or a proviso of the base (除…外, 但…) that is gone in the target.

    Not found: one that moved within the article, one of a rule that is gone as a whole (`dropped-duty`), what holds
    besides (除…外，还应当…). An exception that another article of the target makes, for something else, is none for
    this rule. 立法技术规范（试行）（一） 2009, on 但书: dropping one widens the rule.
    """
    if not change.gone or not _excepts(change, change.base, reading.base):
        return None
    kept = _exceptions(change.other) >= _exceptions(reading.base)
    return None if kept else with_near(change)


def added_exception(change: Change, reading: RowReading) -> Quotes | None:
    """A clause of the target that makes an exception or a proviso which the base does not make.

    Not found: one that moved within the row, one of a rule that is new itself (`added-duty`), what holds besides
    (除…外，还应当…), a bound, which tightens (但不得超过三日; `number`). 立法技术规范（试行）（一） 2009, on 但书:
    adding one opens the rule.
    """
    if not change.new or _BOUND.match(change.target.words) or not _excepts(change, change.target, reading.target):
        return None
    kept = _exceptions(change.other) >= _exceptions(reading.target)
    return None if kept else with_near(change)


def _lies_in_exception(side: Passage) -> bool:
    """Whether the change lies in an exception, be it cut by a comma."""
    return lies_in(EXCEPTION["zh"], side) or lies_in(_LONG, side)


def _excepts(change: Change, side: Passage, text: str) -> bool:
    words = side.words
    if len(skeleton(words)) < _LEAST_EXCEPTION or is_besides(side, text):
        return False
    if not PROVISO.search(words) and not _LONG.search(words):
        return False
    if any(side.words in found.group() or found.group() in side.words for found in _CONCEDES.finditer(text)):
        return False
    before = [*takewhile(lambda clause: not PROVISO.search(clause), _COMMA.split(words))]
    return not before or not (change.apart or any(force_of(clause, "zh") for clause in before))


def is_besides(side: Passage, text: str) -> bool:
    """Whether what follows on a clause (除…外) in its text holds besides, and is not what it excepts from."""
    at = max(0, text.find(side.clause))
    return bool(_BESIDES.search(text, at, at + len(side.clause) + _LONGEST_SUBJECT))


def _exceptions(text: str) -> int:
    """In how many of its sentences a text makes an exception or a proviso."""
    plain = _BESIDES.sub("", text)
    return sum(bool(PROVISO.search(sentence) or _LONG.search(sentence)) for sentence in re.split(SENTENCE, plain))
