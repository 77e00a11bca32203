"""The rule's own title: over which lines it is printed, and which of the titles above the rule it is.

东区人民政府                            who issued it: a line of its own
东区人民代表大会常务委员会
关于修改《胡须管理条例》的决定             one title: the name of the assembly is part of it
关于印发《东区剪刀管理
办法》的通知                            one title
东区实施《胡须管理条例》
办法                                  one title, and the rule's own
（试行）                               its edition: a line of its own
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from policydiff.expressions import expression
from policydiff.model import Language, ResidueReason
from policydiff.parsing.line import Line, full_line
from policydiff.parsing.view import View
from policydiff.titles import KINDS, REPUBLIC, RULE_TITLE

_MOST_LINES = 4  # that a title goes over
_LEAST_BROKEN = 7  # characters of a line that may be the first of a Chinese title
_PAIRS: dict[Language, tuple[str, ...]] = {"zh": ("《》", "〈〉", "（）", "()"), "en": ("()",)}
_IN_BRACKETS = expression(r"[（(【\[].*[）)】\]]")

# Whole titles, which the name of a rule ends, of other texts too; 执法 names none.
_EDITION = r"(?:[（(][^（）()]{1,20}[）)])?"
_OF_RULE = expression(rf".*(?:{KINDS})(?<![执司立普守]法){_EDITION}")
_OF_TEXT = expression(
    rf".*(?:决议|守则|修正案|命令|函|批复|通报|报告|计划|预案|要点|指引|指南|议案|请示|解释|答复){_EDITION}"
)
# Words that end a title and are none by themselves: 办法, 监督管理条例（试行）, the 法 of 办法.
_NO_SUBJECT = "管理|监督|保护|防治|促进|保障|服务|安全|实施|施行|工作|处理|使用|登记|建设|奖励|处罚|暂行|试行|若干|具体"
_BARE_KIND = expression(rf"(?:(?:{_NO_SUBJECT})[和与及、]?){{0,4}}(?:{KINDS}){_EDITION}|.{{1,2}}")
_BEHIND_RULE = expression(rf"(?:实施|施行|暂行|具体){{0,2}}(?:条例|办法|细则|规则|规定|修正案){_EDITION}")
_IS_OPEN, _GOES_ON = expression(r".*(?:[和与及或的、]|关于|印发)"), expression(r"[的及或、，》〉）)]")
_ON_SOMETHING = expression(r"(?:[^《》]|《[^《》]*》){0,60}?关于")
_OF_PLACE = expression(rf"{REPUBLIC}|[\u4e00-\u9fffA-Z×]{{1,4}}?(?:[省县]|市(?![场容政民])|自治)")
# Lines of their own: who issues, and what a letterhead or a site says.
_STANDS_ALONE = expression(
    r".*(?:政府|国务院|法院|检察院|办公[室厅]|银行|集团|公司|中心|大学|学院|[省市州县区军党]委|办事处|[部局厅会署]"
    r"|法规|规章|文件|公报|汇编|公告|通告|公开|解读|平台|首页|专[栏题]|频道|[网站库版号稿令])"
)

# A decision that changes rules bears the name of the assembly that made it in its title, over whatever lines.
_ASSEMBLY = expression(r".*人民代表大会(?:常务委员会)?")
_CHANGES = expression(r"关于(?:修改|修正|修订|废止).*")

_ENGLISH_IS_OPEN = expression(
    r".*(?:\b(?i:of|the|on|for|and|or|in|to|by|with|under|from|concerning|regarding|governing|implementing|an?)|[,&-])"
)
_ENGLISH_GOES_ON = expression(r"[a-z]|(?i:of|on|and|concerning|regarding|governing|relating)\b|FOR\b[^a-z]*$")
_ENGLISH_KIND = expression(
    r"(?i:(?:interim|provisional|trial|implementing|detailed|administrative) )?"
    r"(?i:law|measures|regulations|rules|provisions|ordinance)"
)
_ENGLISH_STANDS_ALONE = expression(
    r".*\b(?i:council|congress|committee|government|ministry|commission|bureau|administration|department|office|order"
    r"|decree|no)\b.*"
)


def own_title(seen: View, lines: Sequence[Line], reasons: Mapping[int, ResidueReason]) -> str:
    """The rule's own title as printed, by the lines that are titles; empty where there are none."""
    titles = _titles(lines, [i for i in sorted(reasons) if reasons[i] == "title"], seen.language)
    joint = "" if seen.language == "zh" else " "
    words = [joint.join(map(_bare, title)) for title in titles]
    own = _own(words, _highest(titles, words))
    return next((joint.join(as_printed(line, seen) for line in titles[i]) for i, w in enumerate(words) if w == own), "")


def as_printed(line: Line, seen: View) -> str:
    """The line in the characters of the source, without what is masked and without the line ends in it."""
    shown = (seen.printed[at] for at in range(line.start, line.end) if seen.text[at] not in "\0\r\n\f")
    return "".join(shown).strip()


def _bare(line: Line) -> str:
    return line.text.replace("\0", "").strip()


# -------------------------------------------------------------------------------- which of the titles


def _highest(titles: Sequence[Sequence[Line]], words: Sequence[str]) -> str:
    """The first of those titles that the format sets as the highest headings, where plain lines stand below them."""
    ranks = [title[0].rank for title in titles if title[0].rank]
    if not ranks or titles[-1][0].rank:
        return ""
    return next(bare for title, bare in zip(titles, words, strict=True) if title[0].rank == min(ranks))


def _own(titles: Sequence[str], highest: str) -> str:
    """The rule's own title: the last that names a kind of rule, else the one that the format sets as the highest
    heading, else the last that names a kind of text, or that is no edition; of one that stands whole and again in
    pieces, the whole."""
    named = [title for title in titles if RULE_TITLE.fullmatch(title)]
    of_text = [title for title in titles if _OF_TEXT.fullmatch(title)]
    of_none = [title for title in titles if not _IN_BRACKETS.fullmatch(title)]
    last = named[-1] if named else highest or next((some[-1] for some in (of_text, of_none, titles) if some), "")
    return next((title for title in named if title.endswith(last)), last)


# ------------------------------------------------------------------------------------ over which lines


def _titles(lines: Sequence[Line], places: Sequence[int], language: Language) -> list[tuple[Line, ...]]:
    """The titles that stand at these places, each with the lines over which it is printed."""
    out: list[tuple[Line, ...]] = []
    full, at = None, 0
    while at < len(places):
        run = [lines[place] for k, place in enumerate(places[at : at + _MOST_LINES]) if place == places[at] + k]
        if len(run) > 1 and full is None:  # few texts have two titles that follow each other
            full = full_line(lines)
        out.append(tuple(run[: _lines_of(run, full or 0, language)]))
        at += len(out[-1])
    return out


def _lines_of(run: Sequence[Line], full: int, language: Language) -> int:
    """Over how many of the lines a title goes that begins with the first: to where it is whole, if it ever is."""
    runs_on, is_whole = (_runs_on, _is_whole) if language == "zh" else (_english_runs_on, _english_is_whole)
    words, whole = _bare(run[0]), 1
    for of, (above, line) in enumerate(pairwise(run), 2):
        after, is_open = _bare(line), _has_open(words, language)
        if line.row or above.row or (line.rank and line.rank != run[0].rank) or _IN_BRACKETS.fullmatch(words):
            break
        no_room = 0 < full <= len(above.text)
        if not is_open and (_IN_BRACKETS.fullmatch(after) or not runs_on(words, after, no_room=no_room)):
            break
        words = f"{words}{after}" if language == "zh" else f"{words} {after}"
        whole = of if is_whole(words) and not _has_open(words, language) else whole
    return whole


def _has_open(words: str, language: Language) -> bool:
    """Whether a bracket is not closed in the words."""
    return any(words.count(pair[0]) > words.count(pair[1]) for pair in _PAIRS[language])


def _is_whole(words: str) -> bool:
    """Whether the words may be a whole title."""
    return RULE_TITLE.fullmatch(words) is not None or _OF_TEXT.fullmatch(words) is not None


def _runs_on(words: str, after: str, *, no_room: bool) -> bool:
    """Whether a title in which no bracket is open goes on in the next line; `no_room` where its own is full."""
    if _IS_OPEN.fullmatch(words) or _GOES_ON.match(after):
        return True
    if _ASSEMBLY.fullmatch(words) and _CHANGES.fullmatch(after):
        return True
    stands_alone = _STANDS_ALONE.fullmatch(words) is not None
    if _OF_RULE.fullmatch(words):
        return not stands_alone and _BEHIND_RULE.fullmatch(after) is not None
    if not stands_alone and _BARE_KIND.fullmatch(after):
        return True
    if _is_whole(words) or _OF_PLACE.match(after) or after.startswith("关于"):
        return False
    is_begun = no_room or words.startswith(REPUBLIC) or len(words) >= _LEAST_BROKEN
    return _ON_SOMETHING.match(words) is not None or (is_begun and not stands_alone)


def _english_is_whole(words: str) -> bool:
    """Whether the words may be a whole English title."""
    return RULE_TITLE.fullmatch(words) is not None and not _ENGLISH_IS_OPEN.fullmatch(words)


def _english_runs_on(words: str, after: str, *, no_room: bool) -> bool:
    """As `_runs_on`, of an English title."""
    if _ENGLISH_IS_OPEN.fullmatch(words):
        return True
    if _ENGLISH_STANDS_ALONE.fullmatch(words):
        return False
    if _ENGLISH_GOES_ON.match(after) or _ENGLISH_KIND.fullmatch(after):
        return True
    return no_room and not _ENGLISH_STANDS_ALONE.fullmatch(after)
