"""Lines → parts: the notice that carries a rule, the rule itself, and the annexes after it.

    关于印发《胡须管理办法》的通知          notice: read as what stands before the rule
    一、各理发店应当认真执行。
    附件：1.胡须管理办法 2.胡须登记表        a list of annexes: named, and no annex
    附件1                                  carries the rule: the mark is residue
    胡须管理办法
    第一条 …                               rule: the document's main text
    附件2                                  annex
    胡须登记表
    姓名 …

Where the articles count on after the mark of an annex (annexes.py), it is a table inside the rule and begins nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.model import Residue, ResidueReason
from policydiff.parsing.annexes import Annex, lists, marked
from policydiff.parsing.line import Line, stretches
from policydiff.parsing.markers import Marker
from policydiff.parsing.notice import carried_as, cut_notice
from policydiff.parsing.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The lines of each part; `residue` are the lists of annexes, and the mark of one that carries the rule."""

    notice: tuple[Line, ...]
    rule: tuple[Line, ...]
    annexes: tuple[tuple[Annex, tuple[Line, ...]], ...]
    residue: tuple[Residue, ...]


def parts(seen: View) -> Parts:
    """Divide the lines of a view."""
    text, language = seen.text, seen.language
    lines, marks = marked(text, seen.lines, language)
    listed = lists(marks, lines, language)
    starts = _after_the_body([i for i in sorted(marks) if i not in listed], lines, listed)
    pieces = [
        tuple(line for i, line in enumerate(lines[start:end], start) if i not in listed) if listed else lines[start:end]
        for start, end in pairwise([0, *starts, len(lines)])
    ]
    residue = [one for i in sorted(listed) for one in _residue(text, lines[i].start, lines[i].end, "annex-list")]
    annexes = [(marks[start], piece[1:]) for start, piece in zip(starts, pieces[1:], strict=True)]
    notice, rule = cut_notice(pieces[0], language)
    if annexes and not notice and (how := carried_as(rule, annexes, language)):
        (mark, below), *annexes = annexes
        residue += _residue(text, mark.line.start, mark.end, "annex-mark")
        carried = (mark.title, *below) if mark.title else below
        notice, rule = ((), (*rule, *carried)) if how == "alone" else (rule, carried)
    return Parts(notice=notice, rule=rule, annexes=tuple(annexes), residue=tuple(residue))


def _residue(text: str, start: int, end: int, reason: ResidueReason) -> tuple[Residue, ...]:
    return tuple(Residue(span=span, reason=reason) for span in stretches(text, start, end))


def _after_the_body(starts: list[int], lines: Sequence[Line], listed: set[int]) -> list[int]:
    """The annexes behind which the numbers of the rule do not count on."""
    out: list[int] = []
    if not starts:
        return out
    last: dict[str, int] = {}  # the last article and the last point 一、 of the part that is open
    for start, after in pairwise([-1, *starts, len(lines)]):
        inside = (i for i in range(max(0, start), after) if i not in listed)
        markers = [marker for i in inside if (marker := lines[i].marker)]
        if start >= 0 and not _counts_on(last, markers):
            out.append(start)
            last = {}
        last |= {marker.style.name: marker.value for marker in markers}
    return out


def _counts_on(last: dict[str, int], below: Sequence[Marker]) -> bool:
    """Whether the articles below go on with those before; where there are none, the points 一、."""
    name = next((name for name in ("article", "一、") if name in last), "")
    first = next((m.value for m in below if m.style.name == name), 0)
    return first > 1 and first == last[name] + 1
