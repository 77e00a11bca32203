"""Fines as values that can be compared: for which act, for whom and in which case, how reckoned and how much.

    强卖须膏的，处五百元以上一千元以下罚款；     强卖须膏, whoever it is, as such: 500 to 1,000 yuan
    情节严重的，对店主处货值二倍以下罚款         强卖须膏, the owner, a grave case: up to twice the value

Fines are read in Chinese rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policydiff.comparison.clauses import Clause, clauses, sets_the_case
from policydiff.comparison.findings.terms.acts import Acts, acts, is_penalty
from policydiff.comparison.findings.terms.fine_amounts import OPEN, FineAmount, Range, fine_amounts
from policydiff.expressions import expression
from policydiff.model import Document
from policydiff.numerals import in_one_numeral
from policydiff.text import skeleton

# For whom: 对其直接负责的主管人员…处, 处单位; of whom the case speaks: 个人违反前款规定的.
_TO = expression(
    r"对(?P<whom>[^，。；]{1,48}?)(?:可以?|应当?|依法|并|分别|各|再|另|也|单独|由[^，。；]{2,20})*"
    r"(?:处|给予|予以|罚款|课|科|责令|没收|警告|$)"
)
_NAMED_BEHIND = expression(
    r"[处罚]以?(?P<whom>[^，。；\d每按]{0,16}?(?:单位|个人|人员|负责人|责任人|法定代表人|企业|公民))"
)
_OF_THE_CASE = expression(r"^(?:属于?|是)?(?P<whom>个人|公民|自然人|单位|法人)(?!或者|和|、|以及)")
_OFFICER = expression(r"主管人员|责任人|责任者|负责人|法定代表人|管理人员|控制人|直接责任")
_PERSON = expression(r"个人|公民|自然人|村民|居民$")
_ANY_UNIT = expression(
    r"(?:违法|有关|责任|相关|该|其|所在|上述|违反规定|违规)*的?"
    r"(?:单位|法人|组织|企业|法人或者其他组织|企业事业单位|机构|经营者)?"
)
# In which case, beside the act itself: whether it was righted, how grave it is, what came of it.
_CASES = tuple(
    (name, expression(words))
    for name, words in (
        (
            "unrighted",
            r"^(?:经[^，]{0,12})?(?:逾期|拒不|拒绝|到期|期满|仍)"
            r"|^在?(?:规定|限定|限)[^，]{0,2}(?:期限?|时间)内?[^，]{0,2}[不未]"
            r"|^[不未][^，]{0,4}(?:改正|整改|拆除|恢复|补办|补缴|清除|治理)|责令[^，]{0,16}(?:[仍拒]|逾期)",
        ),
        ("especially grave", r"情节(?:特别|十分|极其)(?:严重|恶劣)|特别(?:严重|重大)|特大"),
        ("grave", r"情节(?:较为?|比较)?(?:严重|恶劣|较?重)|性质(?:严重|恶劣)|(?:数额|数量)(?:较|巨)大|后果严重"),
        (
            "light",
            r"情节(?:较|显著|特别)?轻(?!重)|[尚未没][^，]{0,4}(?:造成|构成|引起)[^，]{0,8}(?:后果|损失|危害|污染)",
        ),
        ("harm", r"^[^，尚未]{0,8}(?:造成|导致|致使|引起|引发|发生)[^，]{2,}$"),
        ("again", r"再次|屡|第[二三]次|多次|[两二三]次以上|一年内"),
        ("gains", r"^(?:其中|对)?有(?:违法|非法)(?:所得|收入)"),
        ("no gains", r"(?:没有|无|未取得)(?:违法|非法)(?:所得|收入)"),
        ("value unknown", r"(?:货值|价值|金额|所得)[^，]{0,8}(?:无法|不能|难以)"),
    )
)
_LEVEL = expression(r"^(?:其中)?(?:货值|违法所得|非法所得|面积|数量|数额|金额|价值|不足|不满|超过|属|涉及)")
_UNIT = expression(r"单位|企业|组织|法人")
_STANDARD = expression(r"(?P<amount>[^，。；]{2,40}?)的?标准(?:计算)?[，,]$")
_GOES_ON = expression(r"可以?并|并|同时")
# How far a breach goes, which holds on in the sentences that follow; the others are levels of value and size.
OF_DEGREE = frozenset(("unrighted", "especially grave", "grave", "light", "harm", "again"))
OFFICER, PERSON, UNIT, ANYBODY = "officer", "person", "unit", ""
_WHOLE = 60  # characters of a fine that are quoted with whom and which case it is for


@dataclass(frozen=True, slots=True, kw_only=True)
class Fine:
    """A fine that a leaf sets: where its words stand in the text there, with what names the case unless that is long,
    and its clause; for which act, and what that is a breach of, where it is cited; for whom, by kind and by name where
    it is of some unit alone, in which cases; how it is reckoned and how much.
    """

    eid: str
    text: str
    start: int
    end: int
    clause: str
    act: str
    broken: str
    party: str
    name: str
    cases: frozenset[str]
    reckoned: str
    range: Range

    @property
    def words(self) -> str:
        """Its words as they stand."""
        return self.text[self.start : self.end]

    @property
    def is_open(self) -> bool:
        """Whether it says no amount."""
        return self.reckoned == OPEN


class _Stands(NamedTuple):
    """A clause with what names the case that it is laid down in: clauses of its leaf, and cases that its introduction
    names."""

    clause: Clause
    named: Sequence[Clause]
    introduced: frozenset[str]


@lru_cache(maxsize=4)  # as of what a document says elsewhere
def fines(document: Document) -> tuple[Fine, ...]:
    """The fines that the leaves of a Chinese document set, in reading order."""
    introduced, held = document.introductions(), acts(document)
    return tuple(
        one
        for leaf in document.leaves()
        if "罚款" in leaf.text
        for one in _of_leaf(leaf.eid, leaf.text, introduced.get(leaf.eid, ""), held)
    )


def _of_leaf(eid: str, text: str, introduction: str, held: Acts) -> Iterator[Fine]:
    """The fines that a leaf sets, each in the case that was named last before it."""
    whom, sentence, told = "", -1, 0  # of the penalty before; where the fine before ends
    for stands in _with_cases(text, _last_cases(introduction)):
        clause = stands.clause
        goes_on = clause.sentence == sentence and _GOES_ON.match(clause.text)
        beside = (whom if goes_on else "") or _whom_of_case(stands.named)
        whom, sentence, before = _whom(clause.text) or beside, clause.sentence, 0
        amounts, begins = _amounts(clause, text)
        for one in amounts:
            act, broken = (of(clause.text, eid, clause.start) for of in (held.before, held.broken))
            apart = [case for case in stands.named if not _is_said(case, act)]
            party, name = _party(_whom(clause.text[before : one.end]) or beside)
            starts = [case.start for case in apart if case.start >= told and _cases(case.text)]
            start = min(begins, _start(clause, one.end, starts))
            before, told = one.end, clause.start + one.end
            yield Fine(
                eid=eid, text=text, start=start, end=told, clause=clause.text,
                act=act, broken=broken, party=party, name=name,
                cases=stands.introduced.union(*(_that_hold(case, clause) for case in apart)),
                reckoned=one.reckoned, range=one.range,
            )  # fmt: skip


def _amounts(clause: Clause, text: str) -> tuple[tuple[FineAmount, ...], int]:
    """The fines that a clause sets, an open one as the clause before it says how it is reckoned, and where what sets
    them begins: 按照每人一百元的标准计算，处以罚款."""
    found = fine_amounts(clause.text)
    before = _STANDARD.search(text[max(0, clause.start - _WHOLE) : clause.start]) if len(found) == 1 else None
    counted = fine_amounts(f"处{before['amount']}罚款") if before and found[0].reckoned == OPEN else ()
    if not before or not counted:
        return found, clause.start
    return tuple(one._replace(end=found[0].end) for one in counted), clause.start - len(before.group())


def _start(clause: Clause, end: int, cases: Sequence[int]) -> int:
    """Where the words of a fine begin: with the case that it is for unless that makes them long."""
    return cases[0] if cases and clause.start + end - cases[0] <= _WHOLE else clause.start


def _that_hold(case: Clause, clause: Clause) -> frozenset[str]:
    """The cases that a clause names in which another is laid down: a level of value only those of its sentence."""
    found = _cases(case.text)
    return found if case.sentence == clause.sentence else found & OF_DEGREE


def _is_said(case: Clause, act: str) -> bool:
    """Whether what names a case is a part of the act itself."""
    return skeleton(case.text).rstrip("的") in skeleton(act)


def _last_cases(introduction: str) -> frozenset[str]:
    """The cases that are named last in what introduces an item."""
    named: Sequence[Clause] = ()
    for stands in _with_cases(introduction):
        named = stands.named
    return frozenset[str]().union(*(_cases(one.text) & OF_DEGREE for one in named[-1:]))


def _with_cases(text: str, introduced: frozenset[str] = frozenset()) -> Iterator[_Stands]:
    """The clauses of a text that name no case: what is named clause behind clause, up to a penalty, is one."""
    named: tuple[Clause, ...] = ()
    is_whole = False
    for clause in clauses(text, "zh"):
        if _names_case(clause.text):
            named = (*(() if is_whole else named), clause)
            introduced, is_whole = (frozenset() if is_whole else introduced), False
        else:
            is_whole = is_whole or is_penalty(clause.text)
            yield _Stands(clause, named, introduced)


def _whom_of_case(named: Sequence[Clause]) -> str:
    """Of whom a case speaks, if it says so: 个人违反前款规定的."""
    found = (_OF_THE_CASE.match(one.text) for one in reversed(named))
    return next((one["whom"] for one in found if one), "")


def _names_case(clause: str) -> bool:
    return not is_penalty(clause) and (sets_the_case(clause, "zh") or bool(_cases(clause)))


def _cases(clause: str) -> frozenset[str]:
    """The cases that a clause names, beside the act itself; a level of value or size by its own words."""
    found = frozenset(name for name, words in _CASES if words.search(clause))
    if found:
        return found
    return frozenset((skeleton(in_one_numeral(clause)),)) if _LEVEL.match(clause) else found


def _whom(words: str) -> str:
    """For whom some words of a penalty say that it is; or nothing."""
    found = [*_TO.finditer(words)] or [*_NAMED_BEHIND.finditer(words)]
    return found[-1]["whom"] if found else ""


def _party(whom: str) -> tuple[str, str]:
    """Of which kind those are for whom a fine is, and their name where it is some unit alone."""
    if _OFFICER.search(whom):
        return OFFICER, ""
    if _PERSON.search(whom):
        return (PERSON, "") if not _UNIT.search(whom) else (ANYBODY, "")
    if not whom or whom == "其":
        return ANYBODY, ""
    return UNIT, "" if _ANY_UNIT.fullmatch(whom) else whom
