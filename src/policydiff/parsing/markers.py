"""Markers as data: every way in which a rule numbers its provisions.

A marker is what stands before a provision's words: 第八条, 一、, （三）, 2., Article 8, (ii). A style groups the
markers that count together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from policydiff.eid import CIRCLED, IN_ONE, INSERTED, ITEM_NUMERAL, NUMBER, NUMERAL, NUMERALS, clean_number, ordinal
from policydiff.expressions import expression
from policydiff.model import Language, Level
from policydiff.words import words as cut

BLANK = "[\\s\\0]"
_GAP = rf"{BLANK}{{0,3}}"
# The number of an article, which a scanner may have set with blanks: 第十 一条.
_SPACED = rf"(?:{NUMBER}|{NUMERAL}(?:{BLANK}?{NUMERAL}){{1,6}}|{NUMERAL}{{0,4}}[廿卅]{NUMERAL}?)"
_TENS = str.maketrans({"廿": "二十", "卅": "三十"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One way of numbering. `level` is set where the style itself says what it numbers (第…条); a lower `rank` holds
    a higher one."""

    name: str
    pattern: str
    level: Level | None = None
    rank: int

    def is_bare(self) -> bool:
        """Whether nothing but the whole of a text tells its numbers (PLAIN, DECIMALS)."""
        return not self.pattern


@dataclass(slots=True)
class Marker:
    """A marker where it stands: [start, end) in the text, `number` as in an identifier, `value` to count by.

    Nobody changes one. That it is not frozen, nor a `Line`, is for the time: freezing takes as long again as all else
    that is done to make one, and each line has both.
    """

    style: Style
    num: str
    number: str
    value: int
    start: int
    end: int

    @property
    def inserted(self) -> bool:
        """Whether it numbers an inserted article (第三十一条之一)."""
        return "-" in self.number and self.style is not DOTTED

    def moved(self, by: int) -> Marker:
        """The same marker in a longer text."""
        return replace(self, start=self.start + by, end=self.end + by)


_ARTICLE = rf"第{BLANK}?{_SPACED}{BLANK}?条(?:{INSERTED})?"
# What is inserted behind an English number: Article 1A, Article 3 bis.
_INSERTED = ("bis", "ter", "quater", "quinquies", "sexies")
_INSERTED_LATIN = rf"[A-Z]|\s?(?:{'|'.join(_INSERTED)})"

CHINESE_STYLES: tuple[Style, ...] = (  # tried in this order: most numbers are those of articles
    Style(name="article", pattern=rf"(?:{_ARTICLE}|【{_ARTICLE}】)[：:]?", level="article", rank=4),
    Style(name="part", pattern=ordinal("编", _GAP), level="part", rank=0),
    # A blank or the end of the line follows, or its title would be words: 第一部分由三项组成.
    Style(name="第一部分", pattern=rf"第{_GAP}{NUMBER}{_GAP}部{_GAP}分(?=[\s\0：:]|$)[：:]?", level="part", rank=0),
    Style(name="subpart", pattern=rf"第{_GAP}{NUMBER}{_GAP}分编", level="part", rank=1),
    Style(name="chapter", pattern=ordinal("章", _GAP), level="chapter", rank=2),
    Style(name="section", pattern=ordinal("节", _GAP), level="section", rank=3),
    Style(name="一、", pattern=rf"{ITEM_NUMERAL}{BLANK}?(?:、(?!{ITEM_NUMERAL}、)|[.．](?!\d|{NUMERAL}))", rank=10),
    Style(name="（一）", pattern=rf"[（(]{BLANK}?{ITEM_NUMERAL}{BLANK}?[）)]|[㈠-㈩]", rank=11),
    Style(name="1.", pattern=r"\d{1,3}\0?[.．](?!\d)|[⒈-⒛]", rank=12),
    Style(name="1、", pattern=r"\d{1,3}、", rank=12),
    Style(name="（1）", pattern=rf"[（(]{BLANK}?\d{{1,3}}{BLANK}?[）)]|[⑴-⒇]", rank=13),
    Style(name="1）", pattern=r"\d{1,2}\0?[）)]", rank=13),
    Style(name="①", pattern=f"[{CIRCLED}]", rank=14),
    Style(name="a)", pattern=r"[a-z]\0?[）)]|[（(][a-z][）)]", rank=14),
    Style(name="a.", pattern=r"[a-z]\0?(?:[.．](?![\dA-Za-z.．])|、)", rank=14),
    Style(name="A．", pattern=r"[A-Z]\0?(?:[.．](?![\dA-Za-z.．])|、)", rank=14),
)
ENGLISH_STYLES: tuple[Style, ...] = (
    Style(name="part", pattern=r"(?i:part)\s+(?:\d{1,5}|[IVXLC]{1,9})\b[.:]?", level="part", rank=0),
    Style(name="subpart", pattern=r"(?i:subpart)\s+(?:\d{1,5}|[A-Z])\b[.:]?", level="part", rank=1),
    Style(name="chapter", pattern=r"(?i:chapter)\s+(?:\d{1,5}|[IVXLC]{1,9})\b[.:]?", level="chapter", rank=2),
    Style(
        name="section",
        pattern=r"(?:(?i:section\s|sec\.)\s*|§\s?)(?:\d{1,5}(?:[.-]\d{1,3})?|[IVXLC]{1,9})\b[.:]?",
        level="section",
        rank=3,
    ),
    Style(
        name="article",
        pattern=rf"(?i:article\s|art\.)\s*(?:\d{{1,5}}(?:-\d{{1,3}}|{_INSERTED_LATIN})?|[IVXLC]{{1,9}})\b[.:]?",
        level="article",
        rank=4,
    ),
    Style(name="I.", pattern=r"[IVXL]{1,5}\.(?=\s)", rank=10),
    Style(name="A.", pattern=r"[A-Z]\.(?=\s)", rank=11),
    Style(name="1.", pattern=r"\d{1,3}(?:[A-Z](?=\.[\s\0]))?\0?\.(?!\d)", rank=12),
    Style(name="(1)", pattern=r"\(\s?\d{1,3}\s?\)", rank=13),
    Style(name="(i)", pattern=r"\(\s?[ivxl]{1,6}\s?\)", rank=14),
    Style(name="(a)", pattern=r"\(\s?[a-z]\s?\)", rank=13),
    Style(name="(A)", pattern=r"\(\s?[A-Z]\s?\)", rank=15),
    Style(name="i.", pattern=r"[ivxl]{1,6}\.(?=\s)", rank=14),
    Style(name="a.", pattern=r"[a-z]\0?[.)](?=\s)", rank=13),
    Style(name="1)", pattern=r"\d{1,2}\0?\)", rank=13),
)
# What only the whole of a text tells (schemes.py): 3 职责, 3.1 主任负责, 3.1.1 每月检查, a Section 2.04 of an article.
PLAIN = Style(name="1", pattern="", rank=9)
DECIMALS = tuple(Style(name="1" + ".1" * depth, pattern="", rank=11 + depth) for depth in range(1, 5))
SECTION = Style(name="Section 1.", pattern="", rank=9)
DOTTED = Style(name="Section 1.1", pattern="", level="article", rank=4)  # no article holds it
# Styles that are taken for one another in one list: （三）… (4)…, 1.… 2、…
_TAKEN_FOR = {"（一）": "（1）", "（1）": "（一）", "1.": "1、", "1、": "1."}
_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)}


def _any_of(styles: tuple[Style, ...], begins: str) -> str:
    """Blanks, then a marker of any style, each a group; `begins` are the characters that one may begin with."""
    either = "|".join(f"({style.pattern})" for style in styles)
    return f"{BLANK}*+(?=[{begins}])(?:{either})"


# What a marker may begin with.
_CHINESE_BEGIN, _ENGLISH_BEGIN = rf"第{NUMERALS}\d（({CIRCLED}{IN_ONE}【a-zA-Z", r"A-Za-zſ§\d("
_NUMBERS_BEGIN = frozenset(f"第{NUMERALS}")
_MAY_NUMBER = re.compile(rf"{BLANK}*+[{_CHINESE_BEGIN}{_ENGLISH_BEGIN}]")
_CHINESE_MARKER = re.compile(_any_of(CHINESE_STYLES, _CHINESE_BEGIN))
_ENGLISH_MARKER = expression(_any_of(ENGLISH_STYLES, _ENGLISH_BEGIN))
_LATIN_ARTICLE = expression(rf"(\d{{1,5}})\s?({'|'.join(_INSERTED)}|[A-Z])[.:]?$")
_POINTED = next(style for style in CHINESE_STYLES if style.name == "1.")
# No decimal has three places or more in a rule, nor stands before what is counted one by one, nor in the name of what
# chemists number: 2．3，4—亚甲基.
_COUNTED = "[年月日个名人次岁家类级种项天周届号]"
_BEFORE_AMOUNT = re.compile(rf"{BLANK}*+(\d{{1,3}}\0?[.．])(?=\d{{3}}|\d{{1,2}}(?:{_COUNTED}|[—－–，,-]))")
# A Roman number of one letter may be that letter: (i) after (h).
_LETTERS = {
    roman: next(style for style in ENGLISH_STYLES if style.name == letters)
    for roman, letters in (("(i)", "(a)"), ("i.", "a."))
}
# Styles whose numbers may as well be letters of the sentence: （附图 ¶ a）, category ¶ (A), Smith ¶ v. Jones.
LETTERED = frozenset(("a)", "(A)", "i.", "a.", "A．"))
# What is left open at the end of a line.
_WORD_ENDS = "和与及的在对由为被从向"  # that end words as well which lead on to nothing: 公众参与, 服务行为, 目的
_LEADS_ON = ("以及", "涉及", "针对", "面对", "认为", "视为", "成为", "称为", "分为")  # and what leads on all the same
DANGLING = (*"，,、或将以把按自至于其且但", *_WORD_ENDS, "或者", "依照", "按照", "根据")
DANGLING += ("应当", "不得", "必须", "违反", "包括", "下列", "超过", "处以")
DANGLING += (" of", " the", " and", " or", " in", " by", " to", " for", " with", " from", " that", " if", " shall")
DANGLING += (" must", " may", " not", " is", " are", " be", " means", " mean", " includes", " include", "—")
DANGLING += (" under", " within", " than", " at", " on", " as", " per")
_LAST_WORD = 8  # characters that hold the last word of a line, and enough before it to tell where it begins
DASHES = "—–- "  # between a number and its title: ARTICLE 3 — DYES

# What follows a number that is cited, not set: 第二条第二款规定…, 第三条至第五条, （一）项. One article's number after
# another's cites nothing: 第二十七条第二十五条第三项安排的资金… begins article 27.
_CITED = (
    r"的?规定[的，、处]|所[列称述指]|中[的所规关]|的|之[规一]|之?后(?:增加|插入)|修?改为|至第|[、，,；;。）)]"
    r"|[和与及或以](?:者|及)?第|\s(?:of|to|and|or|above|hereof|thereof|shall|is|are|does)\b"
)
# Words that a comma parts from the number of an article (第五条、不得染须). What is cited next begins otherwise.
_WORDS_BEGIN = r"[\u4e00-\u9fff](?<![第前上附以和与及或条])(?<!本(?=[^，。；]{1,4}第))(?<!同(?=[编章节条款项]))"
_CITED_ARTICLE = re.compile(rf"{ordinal('款项')}|(?!、(?:{_WORDS_BEGIN}))(?:{_CITED})")
_CITED_DIVISION = re.compile(rf"{ordinal('款项条')}|\((?:[a-zA-Z]|\d{{1,2}}|[ivx]{{1,5}})\)|{_CITED}")  # Sec. 12(a)
_CITED_ITEM = re.compile(
    rf"项(?!\s{{0,2}}目)|目(?![标的录前])|款(?!\s{{0,2}}项)|至[（(第]|(?:[、，,和与及]|或者?)\s?(?:第?[（(]|{ordinal('章节条款项目')})|[）)]|所列"
)
_CITES: dict[Level | None, re.Pattern[str]] = {None: _CITED_ITEM, "article": _CITED_ARTICLE}
_NEXT_WORD = 3  # places beyond a line's end where the word goes on that stands there: 项¶目
_TITLE = re.compile(r"[^。；：！？;:!?，,]{1,40}")
_SAYS = expression(
    r"\A(?:No|None|Nobody|Nothing|Every|Everyone|Any|Anyone|Each|All|An?|Whoever|Where|When|If|Unless|Subject)\b"
    r"|\b(?:shall|must|may|might|can|cannot|should|will|would|is|are|was|were|has|have|had|do|does|who|which|that)\b",
    re.IGNORECASE,
)
# 二、三类疫病: the numbers of kinds and grades, told one after the other.
_TOLD_TOGETHER = expression(rf"({ITEM_NUMERAL})[类级等款项条期档线审次度层]")


def article_style(language: Language) -> Style:
    """The style of articles."""
    styles = CHINESE_STYLES if language == "zh" else ENGLISH_STYLES
    return next(style for style in styles if style.name == "article")


def marker_at(text: str, at: int, end: int, language: Language) -> Marker | None:
    """The marker that starts at `at` after blanks, or None; whether it is a start is for the caller to decide."""
    if language == "zh":
        styles, found = CHINESE_STYLES, _CHINESE_MARKER.match(text, at, end)
    else:
        styles, found = ENGLISH_STYLES, _ENGLISH_MARKER.match(text, at, end)
    if found is None:
        return None
    group = found.lastindex or 1
    style = styles[group - 1]
    num, number, value = _read(style.name, found[group])
    return Marker(style, num, number, value, found.start(group), found.end())


def is_word(char: str) -> bool:
    """Whether a character is a Chinese one that no number begins with, as most lines without a number begin."""
    return "\u4e00" <= char <= "\u9fff" and char not in _NUMBERS_BEGIN


def may_number(text: str, at: int, end: int) -> bool:
    """Whether a number may stand at a place after blanks; where not, which is soon told, none need be looked for."""
    return _MAY_NUMBER.match(text, at, end) is not None


def marker_before_amount(text: str, at: int, end: int) -> Marker | None:
    """The number of an item whose words begin with an amount, as 2. in 2.1000吨以上的船舶; in 2.5米 there is none.
    One of a range (1.5—2米) is told by what it counts on from."""
    found = _BEFORE_AMOUNT.match(text, at, end)
    return None if found is None else Marker(_POINTED, *_read(_POINTED.name, found[1]), *found.span(1))


def first_marker(line: str, language: Language) -> Marker | None:
    """The marker that a line begins with after blanks, or None."""
    return marker_at(line, 0, len(line), language)


@lru_cache(maxsize=4096)  # numbers are few
def _read(style: str, printed: str) -> tuple[str, str, int]:
    """A marker as printed in one line, as in an identifier, and its value."""
    printed = printed.replace("\0", "")
    number = _number(style, printed)
    return " ".join(printed.split()), number, int(number.split("-")[0] or 0)


def _number(style: str, printed: str) -> str:
    if style == "①":
        return str(_CIRCLED[printed])
    if style in ("article", "1.") and (inserted := _LATIN_ARTICLE.search(printed)) is not None:
        behind = inserted[2]
        place = _INSERTED.index(behind) if behind in _INSERTED else ord(behind) - ord("A")
        return f"{int(inserted[1])}-{place + 1}"
    if style in ("part", "chapter", "section", "article", "I.") and printed[0].isascii():
        numeral = re.split(r"[\s§]|(?i:art|sec)\.", printed.rstrip(".:"))[-1]
        return clean_number(numeral.lower(), roman=True)
    if style == "subpart":
        return clean_number(printed.rstrip(".:").split()[-1].lower())
    if style in ("(i)", "(a)", "(A)", "i.", "a.", "a)", "A.", "A．"):
        return clean_number(printed.lower(), roman="i" in style)
    return clean_number("".join(printed.split()).translate(_TENS))


def as_letter(marker: Marker) -> Marker:
    """The same marker read as a letter: (i) after (h) is the ninth letter and no Roman one."""
    number = clean_number(marker.num)
    return replace(marker, style=_LETTERS[marker.style.name], number=number, value=int(number))


def may_be_letter(marker: Marker) -> bool:
    """Whether the number may be read as a letter: (i), but not (ii)."""
    return marker.style.name in _LETTERS and len(marker.num.strip("(). ")) == 1


def dangles(words: str) -> bool:
    """Whether words are left open where they end; 规范服务行为 and 公众参与 are not, though 为 and 与 lead on."""
    if not words.endswith(DANGLING):
        return False
    if words[-1] not in _WORD_ENDS:
        return True
    last = cut(words[-_LAST_WORD:])[-1]
    return len(last) == 1 or last in _LEADS_ON


def is_taken_for(one: Style, other: Style) -> bool:
    """Whether a list numbered in one style may go on in the other by a slip."""
    return _TAKEN_FOR.get(one.name) == other.name


def is_cited(marker: Marker, text: str, end: int) -> bool:
    """Whether the words after the marker show that a provision is cited here and none begins."""
    level = marker.style.level
    cited = _CITES.get(level, _CITED_DIVISION)
    return cited.match(text, marker.end, end + _NEXT_WORD if level is None else end) is not None


def is_cited_in(marker: Marker, text: str, end: int) -> bool:
    """As `is_cited`, and nothing behind `end` is looked at."""
    return _CITES.get(marker.style.level, _CITED_DIVISION).match(text, marker.end, end) is not None


def is_division(marker: Marker) -> bool:
    """Whether the marker is that of a part, a chapter or a section, whose words are its title."""
    return marker.style.level in ("part", "chapter", "section")


FEWEST_TITLES = 2  # of articles, where a text sets titles beside their numbers: one alone is a line that is broken


def is_title(words: str) -> bool:
    """Whether the words may be the title of a chapter: few, and no sentence."""
    return _TITLE.fullmatch(words.replace("\0", "").strip()) is not None


def says_something(words: str) -> bool:
    """Whether English words are said of somebody and no title: they name all or none of a kind, or bind or allow."""
    return _SAYS.search(words) is not None


def is_told_with_next(marker: Marker, text: str, end: int) -> bool:
    """Whether the marker may be a number in a sentence, told together with the next one: 二、三类疫病."""
    if marker.style.name != "一、":
        return False
    found = _TOLD_TOGETHER.match(text, marker.end, end)
    return found is not None and int(clean_number(found.group(1))) == marker.value + 1


def is_spaced(marker: Marker, text: str, end: int) -> bool:
    """Whether a blank or the end of the line follows the marker."""
    return marker.end >= end or text[marker.end].isspace() or text[marker.end] == "\0"
