"""What frames a rule: the lines above its first provision and below its last, and bare headings between.

胡须市人民政府办公室文件              letterhead
胡政办〔2021〕3号                    document number
关于印发《…办法》的通知               title
各科室：                            addressee
现将《…办法》予以印发，请贯彻实施。     running text: stays, it is a provision of the preamble
…办法                              title
（2017年8月15日…批准）               approval
第一条 …                            the body begins
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.dates import DATE
from policydiff.eid import NUMERAL
from policydiff.expressions import expression
from policydiff.model import Language, Residue, ResidueReason, Span
from policydiff.parsing import noise
from policydiff.parsing.annexes import Annex, is_name, names_a_text
from policydiff.parsing.line import (
    FULL_LINE,
    LONGEST_TITLE,
    Line,
    ends_in_stop,
    is_broken_title,
    is_more_of_title,
    is_prose,
    stretches,
)
from policydiff.parsing.markers import says_something
from policydiff.parsing.own_title import as_printed, own_title
from policydiff.parsing.view import View
from policydiff.text import PAUSES, skeleton
from policydiff.titles import RULE_TITLE

_LONGEST_HEADING = 20  # characters
_AWAITS_MORE = (*PAUSES, "：", ":")  # of the stops those behind which words follow
# What stands in a row of a table or in a formula, and in no heading.
_UNITS = "元|日|天|年|个月|小时|倍|人|次|米|公里|平方|公斤|吨"
_AMOUNT = expression(rf"[\d\t|%％＝=×÷]|(?:{NUMERAL}|万)(?:{_UNITS})")
_MOST_LINES_OF_APPROVAL = 24
# What goes on over lines is told by its first words, and by its last; what defines a term is none.
_IS_MADE_IN_ENGLISH = r"(?:Adopted|Approved|Promulgated|Issued|Passed|Amended|Revised)\b"
_BEGINS_APPROVAL = expression(rf"[（(](?:[^，。；：）)]{{0,6}}{DATE}|{_IS_MADE_IN_ENGLISH})")
_BEGINS_BARE_APPROVAL = expression(rf"{DATE}(?![日前后起，,])\s*.|{_IS_MADE_IN_ENGLISH}(?!.*[.;:]$)")
_APPROVAL_ENDS = expression(
    r".*(?:通过|批准|公布|发布|印发|修订|修正|施行|颁布|废止|制定)[）)]?|[^\u3400-\u9fff]*\d{4}[^\u3400-\u9fff]{0,40}"
)
_APPROVAL_GOES_ON = expression(r"[并的和及经《》、]|[a-z]")
_APPROVAL = expression(
    r"[（(](?!.*(?:所称|是指|应当|不得|本办法|本条例|本规定|\b(?:means|shall|must)\b))"
    r"(?:.*(?:通过|批准|公布|发布|印发|修订|修正|施行|颁布|废止|制定|号)[。\s\0]*|[\x00-\x7f\u2010-\u2027]*)[）)]{1,2}"
)
# Words with capitals, and those that join them, without a verb.
_WORD_OF_NAME = r"(?:[A-Z&\d][\w.'’&-]*+|of|the|and|for|in|on|at|de|la|by|to)"
_ENGLISH_NAME = expression(
    r"(?!.*\b(?i:are|is|was|were|be|shall|may|must|will|can|has|have|does|do)\b(?! \d))"
    rf"{_WORD_OF_NAME}(?:,? {_WORD_OF_NAME})*"
)
_ISSUED = expression(rf"{DATE}\s*印发")
_LONGEST_SIGNATURE = {"zh": FULL_LINE, "en": 80}
# What a heading of a full line is: words without a stop that bid nobody do anything.
_SAYS = "应当|应该|必须|不得|可以|有权|禁止|除外|不予|视为"  # what no heading does
_BIDS = rf"{_SAYS}|适用|施行|按照|依照|根据|负责|由|是"
# Whom to ask, and how: 联系人：须某，电话：0000-1234567.
_CONTACT = expression(
    rf"(?!.*(?:{_SAYS}))[（(]?[^，。；：:（）()]{{0,6}}(?:联系(?:人|电话|方式|地址)|咨询(?:电话|方式)|电话|传真|(?:电子)?邮箱|通[讯信]地址|邮政编码|邮编)"
    r"(?:[及和与、/][^，。；：:]{2,8})?[\s\0]?[:：][^。]{1,80}[。；]?[）)]?"
)
_SENTENCE = expression(rf"[，；：,;:]|{_SAYS}")
_NAMES = expression(rf"(?!.*(?:{_BIDS}))(?!.*(?:{_AMOUNT.pattern}))[^，。；：！？,;:!?\d\0]{{2,40}}")
_IN_BRACKETS = expression(r"[（(][^（）()]{1,40}[）)]$")  # which edition it is: （2020年修正）
# What the lines of a form have: cells, something to fill in or to tick.
_FIELD = expression(r"[\t|_□☐☑☒]|[:：]\s*$|\S[ \u3000]{2,}\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """The lines that hold provisions, what was taken away around them, and the title as printed; `named` is where an
    annex's title stands, which is its heading."""

    lines: tuple[Line, ...]
    residue: tuple[Residue, ...]
    title: str
    named: tuple[Span, ...] = ()


def frame(seen: View, lines: tuple[Line, ...], *, notice: bool = False) -> Framed:
    """Tell the frame of a rule, or of the notice that carries it, from its provisions; a line in doubt stays a
    provision."""
    language = seen.language
    body = next((i for i, line in enumerate(lines) if _begins_body(line)), None)
    reasons: dict[int, ResidueReason] = {}
    reasons.update(_opening(lines, len(lines) if body is None else body, language, numbered=notice or body is not None))
    if body is not None:
        reasons.update(_contacts(lines, body))
        reasons.update(_closing(lines, body, language))
        reasons.update(_headings(lines, body, language))
    return Framed(
        lines=tuple([line for i, line in enumerate(lines) if i not in reasons]),
        residue=_residue(seen, lines, reasons),
        title=own_title(seen, lines, reasons),
    )


def frame_annex(seen: View, annex: Annex, lines: tuple[Line, ...]) -> Framed:
    """Tell the title of an annex, the signature below it and bare headings from what it holds."""
    language = seen.language
    titled = 0 if annex.title else _title_lines(lines, language)
    title = (annex.title,) if annex.title else lines[:titled]
    below = lines[titled:]
    reasons = _below_title(title, below)
    body = next((i for i, line in enumerate(below) if i not in reasons and line.marker), None)
    if body is not None:
        reasons.update(_closing(below, body, language))
    else:
        reasons.update(_closing_alone(below, language))
    reasons.update(_headings(below, len(below) if body is None else body, language))
    return Framed(
        lines=tuple(line for i, line in enumerate(below) if i not in reasons),
        residue=_residue(seen, below, reasons),
        title=("" if language == "zh" else " ").join(as_printed(line, seen) for line in title),
        named=tuple(span for line in title for span in stretches(seen.text, line.start, line.end)),
    )


def _below_title(title: Sequence[Line], lines: tuple[Line, ...]) -> dict[int, ResidueReason]:
    """Reasons for the lines right below an annex's title: the title once more, and when it was made."""
    words = "".join(line.text for line in title)
    said_so = {skeleton(words), skeleton(_IN_BRACKETS.sub("", words))} if title else set()
    out: dict[int, ResidueReason] = {}
    for i, line in enumerate(lines):
        bare = line.text.replace("\0", "").strip()
        reason = "title" if i == 0 and skeleton(bare) in said_so else noise.reason_in_opening(bare)
        if reason != "title" and reason != "approval":
            break
        out[i] = reason
    return out


def _title_lines(lines: tuple[Line, ...], language: Language) -> int:
    """How many lines at the head of an annex are its title: one, or two where only the second ends as names do."""
    may = [_may_name(line, language) for line in lines[:2]]
    if not may or not may[0]:
        return 0
    runs_on = len(may) == 2 and may[1] and not names_a_text(lines[0].text) and names_a_text(lines[1].text)
    return 2 if runs_on else 1


def _may_name(line: Line, language: Language) -> bool:
    bare = line.text.replace("\0", "").strip()
    return not line.row and is_name(bare, language) and not is_prose(line) and line.marker is None


def _residue(seen: View, lines: tuple[Line, ...], reasons: dict[int, ResidueReason]) -> tuple[Residue, ...]:
    return tuple(
        Residue(span=span, reason=reason)
        for i, reason in sorted(reasons.items())
        for span in stretches(seen.text, lines[i].start, lines[i].end)
    )


def _begins_body(line: Line) -> bool:
    """Whether the first numbered provision stands here: an article, a chapter, or an item."""
    marker = line.marker
    return marker is not None and (marker.style.level is not None or not noise.reason_in_opening(line.text))


def _opening(lines: tuple[Line, ...], end: int, language: Language, *, numbered: bool) -> dict[int, ResidueReason]:
    """Reasons for the lines above the first provision; of a text without numbers, above its first prose."""
    out: dict[int, ResidueReason] = {}
    longest = LONGEST_TITLE[language]
    seen_prose = open_prose = False
    for i in range(end):
        if i in out:
            continue
        line, text = lines[i], lines[i].text.replace("\0", "").strip()
        reason = noise.reason_in_opening(text)
        if of := _lines_of_approval(lines[i : min(end, i + _MOST_LINES_OF_APPROVAL + 1)], language):
            out.update(dict.fromkeys(range(i, i + of), "approval"))
        elif reason == "date" and _signs(lines, i - 1, out):
            out.update({i - 1: "signature", i: "date"})
            open_prose = False
        elif open_prose and not line.rank and (reason != "approval" or ends_in_stop(text)):
            open_prose = not ends_in_stop(text)
        elif reason:
            out[i], open_prose = reason, False
        elif line.rank or (not is_prose(line) and len(text) <= longest and (numbered or not seen_prose)):
            out[i] = "title"
        else:
            seen_prose, open_prose = True, not ends_in_stop(text)
    _sign(lines, out)
    return out if numbered or seen_prose else _form(lines, out)


def _lines_of_approval(lines: tuple[Line, ...], language: Language) -> int:
    """Over how many lines a note goes that says when a rule was made, in brackets or bare; 0 where it is none or has
    but one."""
    words = lines[0].text
    in_bracket, joint = words[:1] in "（(", "" if language == "zh" else " "
    begins = _BEGINS_APPROVAL if in_bracket else _BEGINS_BARE_APPROVAL
    if not begins.match(words):
        return 0
    for of, line in enumerate(lines[1:_MOST_LINES_OF_APPROVAL], 2):
        ended = words.endswith(("）", ")")) if in_bracket else _is_made(words, line.text) or line.rank or line.marker
        if ended:
            return 0
        words += joint + line.text
        after = lines[of].text if of < len(lines) else ""
        is_whole = _APPROVAL.fullmatch(words) if in_bracket else _is_made(words, after)
        if is_whole and noise.reason_in_opening(words.replace("\0", "")) == "approval":
            return of
    return 0


def _is_made(words: str, after: str) -> bool:
    """Whether a note that stands in no brackets has said when a rule was made, and does not go on in the next line."""
    return _APPROVAL_ENDS.fullmatch(words) is not None and not _APPROVAL_GOES_ON.match(after)


def _form(lines: tuple[Line, ...], reasons: dict[int, ResidueReason]) -> dict[int, ResidueReason]:
    """The reasons for the lines of a text that holds no sentence: those below the title of a form are what it holds."""
    titles = [i for i, reason in reasons.items() if reason == "title"]
    below = titles[1:] if titles and not lines[titles[0]].row else titles
    held = {i for i in reasons if reasons[i] in ("title", "addressee") and i >= min(below, default=len(lines))}
    is_form = any(_FIELD.search(lines[i].text) for i in held)
    return {i: reason for i, reason in reasons.items() if not (is_form and i in held)}


def _signs(lines: tuple[Line, ...], at: int, reasons: dict[int, ResidueReason]) -> bool:
    """Whether a short line right above a date is who signs: a sentence has ended before it."""
    if at < 1 or at in reasons or at - 1 in reasons:
        return False
    short = len(lines[at].text) <= FULL_LINE and not any(char in lines[at].text for char in "，。；：,;:")
    return short and not lines[at].row and ends_in_stop(lines[at - 1].text)


def _sign(lines: tuple[Line, ...], reasons: dict[int, ResidueReason]) -> None:
    """A name right above a date and below running text is a signature and no title."""
    for i, reason in list(reasons.items()):
        above = lines[i - 1].text if reason == "date" and reasons.get(i - 1) == "title" else ""
        if above and i - 2 not in reasons and i >= 2 and not RULE_TITLE.fullmatch(above):
            reasons[i - 1] = "signature"


def _contacts(lines: tuple[Line, ...], body: int) -> dict[int, ResidueReason]:
    """Reasons for the lines below the last numbered provision that say whom to ask; in a form they are to be filled
    in."""
    last = next((i for i in range(len(lines) - 1, body, -1) if lines[i].marker), body)
    if lines[last].text.rstrip().endswith(("：", ":")):
        return {}  # they are what is introduced
    below = range(last + 1, len(lines))
    return {i: "signature" for i in below if not lines[i].row and _CONTACT.fullmatch(lines[i].text)}


def _closing(lines: tuple[Line, ...], body: int, language: Language) -> dict[int, ResidueReason]:
    """Reasons for signature and date lines below the last numbered provision."""
    last = next((i for i in range(len(lines) - 1, body, -1) if lines[i].marker), body)
    out: dict[int, ResidueReason] = {}
    for i in range(last + 1, len(lines)):
        text = lines[i].text.replace("\0", "").strip()
        if reason := noise.reason_in_closing(text):
            out[i] = reason
    for i in [i for i, reason in out.items() if reason == "date" or _ISSUED.fullmatch(lines[i].text)]:
        if i - 1 > last and i - 1 not in out and _may_sign(lines, i - 1, language):
            out[i - 1] = "signature"
    return out


def _closing_alone(lines: tuple[Line, ...], language: Language) -> dict[int, ResidueReason]:
    """Reasons for the signature and the date that a text without numbers ends with; what is asked for (日期：) is
    none."""
    out = _closing(lines, 0, language)
    ends = len(lines)
    while ends - 1 in out:
        ends -= 1
    if ends and lines[ends - 1].text.endswith(("：", ":")):
        return {}
    return {i: reason for i, reason in out.items() if i >= ends}


def _may_sign(lines: tuple[Line, ...], at: int, language: Language) -> bool:
    """Whether a line right above a date is who signs: short and no sentence; in English, a name."""
    words = lines[at].text.replace("\0", "").strip()
    if is_prose(lines[at]) or len(words) > _LONGEST_SIGNATURE[language]:
        return False
    if language == "zh":
        return True
    return _ENGLISH_NAME.fullmatch(words) is not None and (len(words) <= FULL_LINE or ends_in_stop(lines[at - 1].text))


def _headings(lines: tuple[Line, ...], body: int, language: Language) -> dict[int, ResidueReason]:
    """Headings without a number: set as such by the format, or a bare short line right above a numbered one. Where a
    text has such headings, longer ones are told too."""
    out: dict[int, ResidueReason] = {}
    for i in [i for i in range(body, len(lines)) if lines[i].marker is None]:
        line = lines[i]
        if len(line.text) > LONGEST_TITLE["zh"] or not _may_head(lines, i):
            continue
        first = i - 1 if i > body and not line.rank and _breaks_off(lines[i - 1]) else i
        pieces = range(first, i + 1)
        bare = _is_above_unit(lines, i) and all(_is_short_name(lines[k]) for k in pieces)
        if line.rank or (bare and _has_ended(lines, first, body, out)):
            out.update(dict.fromkeys(pieces, "heading"))
    return out | _long_headings(lines, body, out) if language == "zh" and out else out


def _is_short_name(line: Line) -> bool:
    """Whether a line is short, without an amount and no sentence."""
    if len(line.text) > _LONGEST_HEADING or _AMOUNT.search(line.text):
        return False
    return _SENTENCE.search(line.text) is None and not says_something(line.text)


def _breaks_off(line: Line) -> bool:
    """Whether a line may be the first half of a heading: 种子、秧苗、 above 农机的生产."""
    return line.marker is None and not line.row and line.text.endswith("、")


def _long_headings(lines: tuple[Line, ...], body: int, short: dict[int, ResidueReason]) -> dict[int, ResidueReason]:
    """Headings of one full line or of two, in a text that has short ones: what bids nobody do anything and has no
    stop."""
    out: dict[int, ResidueReason] = {}
    for i in range(body, len(lines) - 1):
        of = 2 if i + 2 < len(lines) and is_broken_title(lines[i].text, lines[i + 1].text) else 1
        pieces = range(i, i + of)
        names = all(_may_head(lines, k) and _NAMES.fullmatch(lines[k].text) for k in pieces)
        if names and _is_above_unit(lines, i + of - 1) and _has_ended(lines, i, body, short):
            out.update(dict.fromkeys(pieces, "heading"))
    return out


def _may_head(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line may be a heading without a number: no row, no sentence, no part of a chapter's title."""
    line = lines[at]
    bare = line.marker is None and not line.row and not ends_in_stop(line.text)
    return bare and not is_more_of_title(lines, at)


def _is_above_unit(lines: tuple[Line, ...], at: int) -> bool:
    marker = lines[at + 1].marker if at + 1 < len(lines) else None
    return marker is not None and marker.style.level is not None


def _has_ended(lines: tuple[Line, ...], at: int, body: int, headings: dict[int, ResidueReason]) -> bool:
    """Whether what stands above a line has ended, so that the line does not go on with it."""
    above = lines[at - 1].text
    if at == body or at - 1 in headings or lines[at - 1].rank:
        return True
    return ends_in_stop(above) and not above.rstrip("\0 ").endswith(_AWAITS_MORE)
