"""What of the words in which two clauses differ the one says and the other does not, and no other rule speaks of.

base    理发店应当在三日内将染液的名称和产地报协会备案     target    染液的名称应当书面报协会备案
                  └ number ┘         └ 产地: gone                        └ 书面: put in
        └ who acts ┘
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from policydiff.comparison.clauses import bag
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading, RowSide
from policydiff.comparison.findings.row.rule import SENTENCE
from policydiff.comparison.findings.row.said import says_most, telling
from policydiff.comparison.findings.rules.bodies import is_same_body, role
from policydiff.comparison.findings.rules.lists import JOIN, is_of_other_places
from policydiff.comparison.findings.rules.sources import OWN_PROVISIONS, PROVISION
from policydiff.comparison.findings.terms.acts import is_penalty
from policydiff.comparison.findings.terms.mentions import agents, mentions, subject_of
from policydiff.comparison.findings.terms.names import is_central
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.style import bare
from policydiff.model import Both
from policydiff.titles import TITLE
from policydiff.words import words
from policydiff.words_of_force import FORCES, WORDS_OF_FORCE

AS_PROVIDED = re.compile(
    r"(?:按照?|根据|依照|依据)?(?:国务院|国家|本?省)(?:(?:和|以及|、)本?(?:省|市)(?:人民政府)?)?的?(?:有关|相关)?规定"
    r"|(?:按照?|根据|依照|依据)(?:[^，。；《》的]{0,20}法的?)?(?:法律|有关|相关)*的?规定|依法"
)
_CITES = re.compile(
    r"(?:按照?|根据|依照|依据)(?:《[^《》]+》[、和]?)+的?(?:有关|相关)?规定"
    r"|(?:按照?|根据|依照|依据|符合)[^，。；《》]{0,30}?(?:法规|部门|国家|国务院|人民政府|标准)的?(?:有关|相关)?规定的?"
)
_SINCE = re.compile(r"自[^，。；]{1,24}日起")
_AIM = re.compile(r"以[^，。；]{2,24}为(?:目标|目的|宗旨)")
_SPOKEN_OF = (*(force["zh"] for force in FORCES.values()), PROVISION, OWN_PROVISIONS, TITLE, AS_PROVIDED, _CITES, _AIM)
_SAYS_NOTHING = re.compile("任何|自己|自身|本身|下列|以下|上述|必备|均属|属于|一定")
_COMMON, _RARE = 2, 0.4  # characters of a common word, and how much a rare one says
_SAYS_HARDLY_ANYTHING = 0.065  # as words do that stand in nearly every provision: 国家, 管理, 工作

# A word of two characters that is no element of a list tells by itself where it says how a thing is done or of which.
_QUALIFIES = re.compile(
    "书面|口头|电子|实名|公开|指定|免费|无偿|有偿|首次|当场|现场|全部|部分|单独|独立|联合|专职|兼职|临时|永久|终身|长期|短期"
    "|强制|自愿|直系|成年|重大|重要|主要|唯一|境内|境外|国内|国外|国际|合法|非法|直接|间接|自行|固定|最高|最低|平均|统一|优先|定期|地区"
)
_JOINED_BEFORE = re.compile(r"(?:、|和|以及|及其?|或者?|与)(?:其他)?$")
_JOINED_BEHIND = re.compile(r"^(?:、|和|以及|及其?|或者?|与|等)")
_JOIN = re.compile(JOIN)
_CONTRASTS = re.compile("[内外前后上下左右国省市县区乡村公私男女收付进出增减有无处罚征租让买卖父母子]")
_LEADS = frozenset("因由将对把")  # before what is named: 因暴雨, 将染须
_PARTICLES = "、，,；的和及或者与以 "
_DEPARTMENTS = re.compile(r"(?:[^，。；、的由向对经]{2,14}、)+[^，。；、的由向对经]{2,14}?部门")
_LEVELS = re.compile(
    r"(?:省|自治区|直辖市|设区|市辖区|自治州|民族乡|乡镇|[国省市县乡村]级|国家级|[上下]?一级|不|的|[市县区乡镇]|各|以上|、|和|或者?)+"
)
_FULL_STOP = re.compile(r"[。\n]")  # what ； parts is said of one thing
_SEVERAL, _NEARLY = 3, 0.8  # words, and the share of what they say
_PAIR = 2  # words, of which one may be the other side's
_BINDS = re.compile(f"{WORDS_OF_FORCE}|有权|负责")

_Span = tuple[int, int]
Runs = tuple[str, ...]
_NOTHING: Both[Runs] = Both((), ())


class _Side(NamedTuple):
    """One side of a change and of its row, and what is said there before the clause, and of its list behind it."""

    passage: Passage
    row: RowSide
    before: str
    behind: str

    @classmethod
    def of(cls, passage: Passage, row: RowSide) -> _Side:
        """A side; before a clause stands its article, and what introduces its list."""
        introduction = row.introduction(passage)
        before = "，".join((row.before, row.until(passage), introduction))
        behind = "，".join((row.text.partition(passage.clause)[2], row.behind)) if introduction else ""
        return cls(passage, row, bare(before), bare(behind))


def own_words(change: Change, reading: RowReading) -> Both[Runs]:
    """What either side of a change says alone, each run of words from the first to the last that tells.

    Left out: what another rule speaks of, what stands in the title of either rule, what the other side says in its
    clause, in the sentence around that or nearly so elsewhere in its article, or before it in its article where the own
    side does not, and one common word more or less.
    """
    if more := element(change):
        return more
    base, target = map(_Side.of, change.sides, reading.sides)
    titles = frozenset(bare(word) for row in reading.sides for word in words(row.title))
    rule = reading.sides.target.title
    old = [run for run in _own(base, target, titles, rule) if not _is_said(run, base, target)]
    new = [run for run in _own(target, base, titles, rule) if not _is_said(run, target, base)]
    said, says = ([side.passage.clause[slice(*run)] for run in runs] for side, runs in ((base, old), (target, new)))
    if old and new and all(map(_LEVELS.fullmatch, said + says)):
        return _NOTHING  # each speaks of its own level
    if len(said) == len(says) == 1 and _are_near(*said, *says):
        return _NOTHING
    if bool(old) != bool(new) and not _tell_by_themselves(old or new, *change.sides.turned(when=not old)):
        return _NOTHING
    return Both(tuple(said), tuple(says))


def element(change: Change) -> Both[Runs] | None:
    """Elements that 、 joins to a list of one side alone: what is told of them does not depend on their words."""
    is_new = not change.base.words
    side, other = change.sides.turned(when=is_new)
    if other.words:
        return None
    words = (side.clause[start:end] for start, end in side.places())
    more = next((one for one in words if one.startswith("、") or one.endswith("、")), "")
    if not bare(more):
        return None
    return Both((more.strip("、"),), ()).turned(when=is_new)


def _are_near(one: str, other: str) -> bool:
    """Whether one common word is put for another that shares a character with it, as 设立 for 建立, and neither is of
    those that are set against each other."""
    if {len(one), len(other)} != {_COMMON} or _CONTRASTS.search(one + other):
        return False
    return bool(set(one) & set(other))


def _tell_by_themselves(runs: Sequence[_Span], side: Passage, other: Passage) -> bool:
    """Whether words that one side has more are more than one common word that is no element of a list."""
    if len(runs) > 1:
        return True
    start, end = runs[0]
    held = bare(other.clause)
    whole = [span for span in _words(side) if span[0] < end and start < span[1]]
    if other.words and len(whole) == _PAIR:
        whole = [span for span in whole if bare(side.clause[slice(*span)]) not in held]  # 确定间隔 beside 间隔距离
    word = bare(side.clause[whole[0][0] : whole[-1][1]]) if whole else ""
    if len(word) > _COMMON or _QUALIFIES.search(side.clause, start, end) or sum(bag(word, "zh").values()) >= _RARE:
        return True
    return _is_joined(side.clause, runs[0])


def _is_joined(clause: str, run: _Span) -> bool:
    """Whether some words of a clause are joined to what stands before or behind them."""
    return bool(_JOINED_BEFORE.search(clause[: run[0]]) or _JOINED_BEHIND.search(clause[run[1] :]))


def _own(own: _Side, beside: _Side, titles: frozenset[str], rule: str) -> list[_Span]:
    """Where the words stand that a side says alone."""
    side, other = own.passage, beside.passage
    spoken_of = bytearray(len(side.clause))
    for first, last in _spoken_of(side, other, rule):
        spoken_of[first:last] = b"1" * (last - first)
    held = bare(other.clause)

    def is_own(start: int, end: int) -> bool:
        if not tells(side.clause[start:end]):
            return False
        plain = bare(side.clause[start:end])
        is_said_before = plain in beside.before + beside.behind and plain not in own.before
        return plain not in held and plain not in titles and not is_said_before

    runs: list[_Span] = []
    apart = True
    if not any(spoken_of[side.start : side.end]):
        tells_more = any(is_own(*span) for span in _words(side))
        return [_edges(_without_common_elements(side, held))] if tells_more else []
    for start, end in _words(side):
        if any(spoken_of[start:end]):
            apart = True
        elif is_own(start, end):
            runs[-1:] = [(runs[-1][0], end)] if runs and not apart else [*runs[-1:], (start, end)]
            apart = False
    return runs


def _without_common_elements(side: Passage, held: str) -> Passage:
    """A change without the elements at its ends that the other names as well: of 染液和毛巾 beside 毛巾, 染液."""
    joins = [*_JOIN.finditer(side.clause, side.start, side.end)]
    for join in joins:
        if bare(side.clause[side.start : join.start()]) in held:
            side = replace(side, start=join.end())
    for join in reversed(joins):
        if join.start() > side.start and bare(side.clause[join.end() : side.end]) in held:
            side = replace(side, end=join.start())
    return side


def _edges(side: Passage) -> _Span:
    """Where a change stands without the marks and particles that it begins and ends with."""
    behind = side.words.rstrip(_PARTICLES + "（(")
    start = side.start + len(behind) - len(behind.lstrip(_PARTICLES + "）)"))
    end = side.start + len(behind)
    first = next(iter(words(side.clause[start:end])), "")
    return start + len(first) * (first in _LEADS), end


def trimmed(side: Passage) -> str:
    """The words of a change without the marks and particles that they begin and end with."""
    start, end = _edges(side)
    return side.clause[start:end]


def _words(side: Passage) -> Iterator[_Span]:
    """The words of a clause in which it differs; characters that are no part of a word as one."""
    start = end = 0
    for word in words(side.clause):
        if start < end and not (end - start == 1 == len(word) and bare(side.clause[start:end]) and bare(word)):
            if start < side.end and side.start < end:
                yield start, end
            start = end
        end += len(word)
    if start < side.end and side.start < end:
        yield start, end


def tells(word: str) -> bool:
    """Whether a word says more than any clause does."""
    if len(bare(word)) < 2 or is_of_other_places(word) or _SAYS_NOTHING.fullmatch(word):
        return False
    return sum(bag(word, "zh").values()) > _SAYS_HARDLY_ANYTHING


def _is_said(run: _Span, own: _Side, beside: _Side) -> bool:
    """Whether the other side says a run of words of a clause: all of them in the sentence of its own clause; or nearly
    all of several, the first and the last among them, in a sentence of its article. Elements of a list, and what is
    imposed for a breach, may there be said of another thing."""
    (start, end), clause, row = run, own.passage.clause, beside.row
    said = telling(clause[start:end])
    sentence = next((one for one in SENTENCE.split(row.text) if beside.passage.clause in one), "")
    if {*said} <= {*telling(sentence)}:
        return True
    is_listed = _is_joined(clause, run) or "、" in clause[start:end]
    if len({*said}) < _SEVERAL or is_listed or is_penalty(clause):
        return False
    article = "\n".join((row.before, row.text, row.behind))
    return any(says_most(one, said, _NEARLY) for one in _FULL_STOP.split(article))


def _spoken_of(side: Passage, other: Passage, title: str) -> Iterator[_Span]:
    """Where a clause names who acts, counts, commands, cites, says what is aimed at, or of what it is said where the
    other clause leaves that to what stands before it."""
    clause = side.clause
    yield from _acting(clause, other.clause, title)
    counted = quantities(clause, "zh")
    yield from ((one.start, one.end) for one in counted)
    for pattern in (*_SPOKEN_OF, *((_SINCE,) if counted else ())):
        yield from (found.span() for found in pattern.finditer(clause))
    yield from (found.span() for found in _DEPARTMENTS.finditer(clause))
    yield 0, _opening(side, other)


def _opening(side: Passage, other: Passage) -> int:
    """Where what a clause is said of ends, if the other leaves that to what stands before it or names who acts."""
    binds = _BINDS.search(side.clause)
    if side.start or (other.end and not (binds and subject_of(other.clause))):
        return 0
    first = next((one for one in mentions(side.clause) if one.start == 0), None)
    return binds.start() if binds else first.end if first else 0


def _acting(clause: str, other: str, title: str) -> Iterator[_Span]:
    """Where a clause names who acts, of whom `actor` speaks, or whom it turns to where the other clause names nobody,
    a central body, and the same ones; not who gives the leave (未经协会批准) without which nobody may act."""
    others, subject = agents(other), subject_of(clause)
    for one in agents(clause):
        turned_to = not others and role(clause, one) and not clause[: one.start].endswith("未经")
        known = is_central(one.text) or any(is_same_body(one, body, title) for body in others)
        if turned_to or known or one == subject:
            yield one.start, one.end
