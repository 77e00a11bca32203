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

import re
from dataclasses import dataclass

from policydiff.model import Language, Residue
from policydiff.parsing import noise
from policydiff.parsing.lines import Line, stretches
from policydiff.parsing.markers import Marker, is_cited, marker_at

_STOPS = "。；：！？;:!?，,、.…"
_CLOSERS = "”』」）)】》\"'"
_LONGEST_TITLE = 60
_LONGEST_ENGLISH_TITLE = 160
_LONGEST_HEADING = 20
# What stands in a row of a table and in no heading.
_UNITS = "元|日|天|年|个月|小时|倍|人|次|米|公里|平方|公斤|吨"
_AMOUNT = re.compile(rf"[\d\t|%％]|[〇零一二三四五六七八九十百千万两](?:{_UNITS})")
_FULL_LINE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """The lines that hold provisions, what was taken away around them, and the rule's title as printed."""

    lines: tuple[Line, ...]
    residue: tuple[Residue, ...]
    title: str


def frame(text: str, lines: tuple[Line, ...], language: Language, printed: str) -> Framed:
    """Tell the frame of a rule from its provisions; a line in doubt stays a provision. `text` is the view's, `printed`
    the source's."""
    body = next((i for i, line in enumerate(lines) if _begins_body(line, language)), None)
    reasons: dict[int, str] = {}
    reasons.update(_opening(lines, len(lines) if body is None else body, language, numbered=body is not None))
    if body is not None:
        reasons.update(_closing(lines, body, language))
        reasons.update(_headings(lines, body, language))
    named = [line for i, line in enumerate(lines) if reasons.get(i) == "title"]
    titles = {line.text.replace("\0", "").strip(): _as_printed(line, text, printed) for line in named}
    return Framed(
        lines=tuple(line for i, line in enumerate(lines) if i not in reasons),
        residue=tuple(
            Residue(span=span, reason=reason)
            for i, reason in sorted(reasons.items())
            for span in stretches(text, lines[i].start, lines[i].end)
        ),
        title=titles.get(_title(list(titles)), ""),
    )


def _start_marker(line: Line, language: Language) -> Marker | None:
    """The marker a line starts with, unless it cites."""
    marker = marker_at(line.text, 0, len(line.text), language)
    return None if marker is None or is_cited(marker, line.text, len(line.text)) else marker


def _begins_body(line: Line, language: Language) -> bool:
    """Whether the first numbered provision stands here: an article, a chapter, or an item."""
    marker = _start_marker(line, language)
    return marker is not None and (marker.style.level is not None or not noise.reason_in_opening(line.text))


def _ends_in_stop(text: str) -> bool:
    bare = text.rstrip(_CLOSERS + "\0 ")
    return (bool(bare) and bare[-1] in _STOPS) or text.endswith(("”", "」"))


def _is_prose(line: Line) -> bool:
    """Whether a line reads as running text: it ends with a stop, or is long and has one inside."""
    text = line.text
    return _ends_in_stop(text) or (len(text) > _FULL_LINE and any(c in text for c in "，。；,;"))


def _opening(lines: tuple[Line, ...], end: int, language: Language, *, numbered: bool) -> dict[int, str]:
    """Reasons for the lines above the first provision; of a text without numbers, above its first prose."""
    out: dict[int, str] = {}
    longest = _LONGEST_TITLE if language == "zh" else _LONGEST_ENGLISH_TITLE
    seen_prose = open_prose = False
    for i in range(end):
        line, text = lines[i], lines[i].text.replace("\0", "").strip()
        reason = noise.reason_in_opening(text)
        if open_prose and not line.rank and (reason != "approval" or _ends_in_stop(text)):
            open_prose = not _ends_in_stop(text)
        elif reason:
            out[i], open_prose = reason, False
        elif line.rank or (not _is_prose(line) and len(text) <= longest and (numbered or not seen_prose)):
            out[i] = "title"
        else:
            seen_prose, open_prose = True, not _ends_in_stop(text)
    _sign(lines, out)
    return out


def _sign(lines: tuple[Line, ...], reasons: dict[int, str]) -> None:
    """A name right above a date and below running text is a signature and no title."""
    for i, reason in list(reasons.items()):
        above = lines[i - 1].text if reason == "date" and reasons.get(i - 1) == "title" else ""
        if above and i - 2 not in reasons and i >= 2 and not noise.RULE_TITLE.fullmatch(above):
            reasons[i - 1] = "signature"


def _closing(lines: tuple[Line, ...], body: int, language: Language) -> dict[int, str]:
    """Reasons for signature and date lines below the last numbered provision."""
    last = max(i for i in range(body, len(lines)) if i == body or _start_marker(lines[i], language))
    out: dict[int, str] = {}
    for i in range(last + 1, len(lines)):
        text = lines[i].text.replace("\0", "").strip()
        if reason := noise.reason_in_closing(text):
            out[i] = reason
    for i in [i for i, reason in out.items() if reason == "date"]:
        above = i - 1
        if above > last and above not in out and len(lines[above].text) <= _FULL_LINE and not _is_prose(lines[above]):
            out[above] = "signature"
    return out


def _headings(lines: tuple[Line, ...], body: int, language: Language) -> dict[int, str]:
    """Headings without a number: set as such by the format, or a bare short line right above a numbered one."""
    out: dict[int, str] = {}
    for i in range(body, len(lines)):
        line = lines[i]
        if _start_marker(line, language) or _ends_in_stop(line.text) or len(line.text) > _LONGEST_TITLE:
            continue
        marker = _start_marker(lines[i + 1], language) if i + 1 < len(lines) else None
        bare = marker is not None and marker.style.level is not None and len(line.text) <= _LONGEST_HEADING
        after_words = i == body or i - 1 in out or bool(lines[i - 1].rank) or _ends_in_stop(lines[i - 1].text)
        if line.rank or (bare and after_words and not _AMOUNT.search(line.text)):
            out[i] = "heading"
    return out


def _as_printed(line: Line, text: str, printed: str) -> str:
    """The line in the characters of the source, without what is masked."""
    return "".join(printed[at] for at in range(line.start, line.end) if text[at] != "\0").strip()


def _title(titles: list[str]) -> str:
    """The rule's own title: the last that names a kind of rule, else the last of all; of one that stands whole and
    again in pieces, the whole."""
    named = [title for title in titles if noise.RULE_TITLE.fullmatch(title)]
    last = (named or titles or [""])[-1]
    return next((title for title in named if title.endswith(last)), last)
