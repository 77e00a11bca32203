"""What is gone or new, quoted with what it is said of: its circumstance, who must do it, the act that is punished.

    染须店搬迁的，应当重新登记              应当重新登记          quoted with its circumstance
    染须店歇业前，应当公告并通知顾客        染须店歇业前          quoted with what is then to be done
    擅自染须的，由协会责令改正，可以处罚款  可以处罚款            quoted with the act

What stands between may well be in the other text; it is quoted where the rest says nothing without it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.comparison.clauses import Clause, clauses, is_exception, sets_the_case
from policydiff.comparison.findings.row.changes import Quotation
from policydiff.comparison.findings.terms.mentions import names_who, subject_of
from policydiff.model import Cut
from policydiff.words_of_force import GOES_ON_WITH_FORCE, HOW_GRAVE, PENALTY

_LONGEST = 64  # characters of a quotation with its context
_SHORT = 10  # characters; what goes on so briefly (并纳入规划) does not say of what
_LONGEST_WITH_ACT = 100  # of one with the act that is punished
_BINDS = re.compile(
    r"应当|必须|不得|禁止|可以|方可|有权|负责|(?<![供反相适效])应(?![急用当对邀届])|[^必]须(?!知)|是指|属于|包括|罚款|责令"
)
# 其费用, 该场所, 是指, 方可: of what, only the clause before says.
_POINTS_BACK = re.compile(r"其(?!他|余|中)|该|由此|所需|是指|方可|方能|始得|可?处(?![理置分])")
_GOES_ON = re.compile(
    rf"{_POINTS_BACK.pattern}|并(?!联|购|网|轨|案|列)|或者|以及|及其|及(?!时|格|早)|可以?(?!能|行|再生)|应当|必须|不得"
    r"|由(?!于)|予以|给予|报(?![告警废刊名])|经(?![营济费常])|同时|但是?|仍|也|还|均|都"
)
_NAMES_NO_SUBJECT = re.compile(f"{GOES_ON_WITH_FORCE}|由|禁止|经(?![营济])|依法|是指|予以|给予")
_GROUND = re.compile(
    r"^(?:其中$|对(?!于?.*(?:进行|实施|给予|予以|作出|开展|负有))|在[^，]*(?:[内外中下上时前后]|期间|过程|方面)$"
    r"|因|自|从|除|为了?|违反|未经"
    r"|(?:按照?|依[照据]|根据|结合)[^，]*(?:规定|要求|情况|需要|原则|实际|程序|标准|规划|计划|方案|分工|职责|权限|法|条例|办法|规程"
    r"|结果|目标|状况|约定|合同|体制|制度|特点|方式)$)"
)
_DEGREE = re.compile(f"(?:{HOW_GRAVE}|造成|致使|后果|尚不|拒不(?!.{{8}})|没有|有前款)")
_BUT = re.compile("[，,]但是?$")  # opens what is not quoted

Span = tuple[int, int]  # the first and the last of the clauses of a sentence


def in_context(words: str, cut: Cut, text: str) -> str:
    """Quoted words of a text with the clauses of their sentence without which they say nothing; the words alone where
    they stand at several places, or where it is long."""
    quoted = _with_context(words, cut, text)
    opens = _BUT.search(quoted)
    before = quoted.cut[0] if isinstance(quoted, Quotation) else cut[0]
    return Quotation(quoted[: opens.start()], before=before, behind=True) if opens else quoted


def _with_context(words: str, cut: Cut, text: str) -> str:
    at = text.find(words) if words and text.count(words) == 1 else -1
    sentence = _sentence(text, at, at + len(words)) if at >= 0 else []
    held = [n for n, one in enumerate(sentence) if one.start < at + len(words) and at < one.end]
    if not held:
        return words
    first, last = _around(sentence, (held[0], held[-1]), cut)
    start, end = min(at, sentence[first].start), max(at + len(words), sentence[last].end)
    before, behind = cut[0] and first > 0, cut[1] and end < sentence[-1].end
    return Quotation(text[start:end], before=before, behind=behind) if end - start > len(words) else words


def _around(sentence: Sequence[Clause], own: Span, cut: Cut) -> Span:
    """The first and the last of the clauses to be quoted: those that were left out for the length of a quotation, else
    those without which the others say nothing."""
    first, last = own
    before, behind = first - (cut[0] and first > 0), last + (cut[1] and last + 1 < len(sentence))
    first = (before if _fits(sentence, before, last) else first) if cut[0] else _first(sentence, own)
    last = (behind if _fits(sentence, first, behind) else last) if cut[1] else _last(sentence, own)
    return first, last


def _sentence(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of the sentence in which a place of a text begins, if it ends in it as well."""
    held = clauses(text, "zh")
    within = {one.sentence for one in held if one.start < end and start < one.end}
    return [one for one in held if one.sentence in within] if len(within) == 1 else []


def _first(sentence: Sequence[Clause], own: Span) -> int:
    """The first clause to be quoted: the act that is punished, else the circumstances right before, else the clause
    that the words point back to."""
    first, last = own
    act = _act_before(sentence, own)
    if act is not None and _fits(sentence, act, last, _LONGEST_WITH_ACT):
        return act
    while first and _is_frame(sentence, first - 1) and _fits(sentence, first - 1, last):
        first -= 1
    said = sentence[last].end - sentence[first].start
    points_back = _POINTS_BACK if said > _SHORT else _GOES_ON
    if first < own[0] or not points_back.match(sentence[first].text):
        return first
    begin = next((n for n in range(first - 1, -1, -1) if not _GOES_ON.match(sentence[n].text)), first)
    while begin and _is_frame(sentence, begin - 1):
        begin -= 1
    return begin if _fits(sentence, begin, last) else first


def _act_before(sentence: Sequence[Clause], own: Span) -> int | None:
    """Where the act begins for which some clauses of a sentence that do not name it lay down a penalty."""
    first, last = own
    if not PENALTY["zh"].search(sentence[last].text) or any(map(_names_act, sentence[first : last + 1])):
        return None
    act = next((n for n in range(first - 1, -1, -1) if _names_act(sentence[n])), None)
    while act and _is_frame(sentence, act - 1):
        act -= 1
    return act


def _last(sentence: Sequence[Clause], own: Span) -> int:
    """The last clause to be quoted: what is laid down, where the words end in when or of what."""
    first, last = own
    while last + 1 < len(sentence) and _is_frame(sentence, last):
        if not _fits(sentence, first, last + 1):
            return own[1]
        last += 1
    return last


def _fits(sentence: Sequence[Clause], first: int, last: int, most: int = _LONGEST) -> bool:
    return sentence[last].end - sentence[first].start <= most


def _names_act(clause: Clause) -> bool:
    """Whether a clause says which breach is punished, and not how grave it is."""
    if _DEGREE.match(clause.text):
        return False
    return clause.text.endswith("的") or (clause.text.startswith("违反") and not PENALTY["zh"].search(clause.text))


def _is_frame(sentence: Sequence[Clause], number: int) -> bool:
    """Whether a clause of a sentence lays nothing down by itself: it says when, of what, on what ground or of whom what
    follows holds."""
    clause = sentence[number]
    if _BINDS.search(clause.text) and not sets_the_case(clause.text, "zh"):
        return False
    if sets_the_case(clause.text, "zh") or is_exception(clause) or names_who(clause.text) or _GROUND.match(clause.text):
        return True
    behind = sentence[number + 1] if number + 1 < len(sentence) else None
    if behind is None or _GOES_ON.match(clause.text) or subject_of(clause.text):
        return False
    return bool(_NAMES_NO_SUBJECT.match(behind.text)) and (number == 0 or _is_frame(sentence, number - 1))
