"""What stands in a file and is no provision, as tables: each rule has one reason and one pattern.

Patterns name kinds of lines that editors, offices and web sites make (a page mark, a comment form), never the
words of a particular document. A word that a rule might use too (承办, Copyright) needs what only such a line has: a
colon, a sign, the whole line. Each is anchored or bounded, so that none takes more than linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.dates import DATE, ENGLISH_DATE
from policydiff.eid import CIRCLED, ITEM_NUMBER, NUMBERED, NUMERALS, ordinal
from policydiff.expressions import expression
from policydiff.model import Language, ResidueReason
from policydiff.text import without_stray_blanks
from policydiff.titles import OF_DOCUMENT

Noise = tuple[ResidueReason, re.Pattern[str]]  # why it is no provision, and how it looks
WholeLine = tuple[ResidueReason, str]  # the same of a whole line, of which all of a table are looked for at once

_ADOPTED = r"(?:通过|批准|公布|发布|印发|修订|修正|施行|颁布|废止|制定)"

_CHANGED = "修改|修正|修订|新增|增加|删去|删除|废止"
# What may stand between a date and 修正: who did it and by what. 2020年1月1日前已建成的… is a rule.
_BY_WHOM = (
    r"(?:(?:《[^《》\n]{0,60}》|[^《》（）【】\n起前后可应不须得的由将待，。；：]){1,40}"
    r"(?:(?<=[令号次会府院部局厅办委》])|(?<=决定)))?"
)
_OF_NOTE = r"(?:本|此|该|原)[编章节条款项目表法]|(?:本|该)(?:办法|条例|规定|细则)|原?第[^，。；]{1,12}[条款项]"
_BINDS = "应当|应该|必须|可以|不得|禁止|有权|责令|处以|罚|缴纳"
_BINDS_IN_ENGLISH = r"\b(?:shall|must|may|prohibited|required)\b"

# Who may see a document, and who is asked about it: （此件公开发布）, （联系人：…；联系电话：…）.
_MAY_BE_SEEN = (
    "[（(]此件(?:不予?公开|[^，。；：应须不得]{0,20})[）)]"
    rf"|[（(]联系(?:人|单位|部门|电话|方式)[:：](?!.*(?:{_BINDS}))(?:[^（）()。]|[（(][^（）()。]{{1,20}}[）)]){{1,80}}[）)]"
)

# What stands above a letterhead: the number of the copy, how secret and how urgent it is.
_COPY = r"(?:份号\s*[:：]?\s*)?\d{6}"
_SECRET = r"(?:密级\s*[:：]\s*)?(?:绝密|机密|秘密)(?:\s*[★☆]\s*(?:长期|\w{1,3}(?:年|月|日|天)))?"
_URGENT = r"(?:紧急程度\s*[:：]\s*)?(?:特急|加急|特提|平急|急件)"

# What drafters put to a provision: 【修改】, 〔说明：本条依据…〕. What binds in such a bracket may be the rule's own.
_OF_DRAFT = (
    rf"(?:修改|修订|新增|增加)|(?:(?:修改|修订|新增|增加|删除|调整)?(?:说明|理由|依据)|备注)[:：]\s?"
    rf"(?:(?=本[编章节条款项目])|(?![^】〕\n]{{0,300}}(?:{_BINDS})))[^【】〔〕\n]{{0,300}}"
)
# What is marked as deleted, beside the words that the mark is about.
_DELETED = "[【〔](?:删除|删去)[】〕]"
MARKED_DELETED = re.compile(rf"{_DELETED}(?=[ \t\u3000]*[^\s，。；])|(?<=[。；]){_DELETED}")

_OF_PAGES = r"(?<!\w[Pp])(?i:age)\s+\d{1,4}\s+(?i:of)\s+\d{1,4}\b"
_BUTTON = r"(?:打印|关闭|返回|收藏|分享|字体|字号|大\s?中\s?小)[^【】\[\]]{0,12}[】\]]"

LONGEST = 400  # characters; a longer line is prose

# Within a line: cut out wherever they stand, even in mid sentence. Each begins with one character, which is looked for
# ten times as fast as one of two.
INSIDE: tuple[Noise, ...] = (
    (
        "page-mark",
        re.compile(
            r"第\s{0,3}\d{1,4}\s{0,3}页\s{0,3}[,，/]?\s{0,3}[（(]?共\s{0,3}\d{1,4}\s{0,3}页[）)]?"
            r"|第(?<=[ \t\u3000]{2}第)\s?\d{1,4}\s?页(?=[ \t\u3000]*+(?:[\r\n\f]|\Z))"
        ),
    ),
    # When a provision got its form, behind its words: 。（2019年8月1日修正）. What was deleted would read as in force.
    ("comment", re.compile(rf"（(?<=[。；]（)(?:根据)?{DATE}{_BY_WHOM}(?:修改|修正|修订|新增|增加)）")),
    ("comment", re.compile(rf"【(?<=[。；]【)(?:根据)?{DATE}{_BY_WHOM}(?:修改|修正|修订|新增|增加)】")),
    ("comment", re.compile(f"【(?:{_OF_DRAFT})】")),
    ("comment", re.compile(f"〔(?:{_OF_DRAFT})〕")),
    ("page-mark", re.compile(f"P{_OF_PAGES}")),
    ("page-mark", re.compile(f"p{_OF_PAGES}")),
    ("web-page", re.compile(r"##[A-Za-z]{2,20}##")),
    ("web-page", re.compile(f"【{_BUTTON}")),
    ("web-page", re.compile(rf"\[{_BUTTON}")),
)

# Whole lines, wherever they stand.
LINES: tuple[WholeLine, ...] = (
    ("page-mark", r"(?i:[-—–―·•\s]*\d{1,4}[-—–―·•\s]*|第\s*\d{1,4}\s*页|Page\s+\d{1,4})"),
    ("page-mark", rf"[（(]?续\s?表\s?{ITEM_NUMBER}?[）)]?|表\s?{ITEM_NUMBER}\s?[（(]续[）)]"),
    ("separator", r"(?=[|:\s\0-])(?=[^|]*\|)[|:\s\0]*-[-|:\s\0]*"),
    ("separator", r"[-—–―=_*＊·•~～#.…\s\0]+"),
    ("separator", r"(?=[^-]*--)[-:\s\0]+"),
    (
        "comment",
        r"[〔【\[（(]?(?:编者?[注按]|编辑注|译者?注)\s*[:：].{0,300}"
        rf"|[〔【\[（(]注[:：]\s?(?!.*(?:{_BINDS}))(?:{_OF_NOTE})[^，。；]{{0,60}}[已于经被][^，。；]{{0,60}}(?:{_CHANGED})"
        r"。?[〕】\]）)]",
    ),
    (
        "web-page",
        r"(?:推荐访问|相关推荐|相关阅读|相关文章|相关链接|延伸阅读|热门文章|上一篇|下一篇|责任编辑|本文地址|本文链接|"
        r"本文来源|免责声明|版权声明|关键词|标签)\s*[:：].{0,200}"
        r"|.{0,30}小编.{0,6}(?:整理|收集|带来|分享|推荐).{0,120}"
        r"|(?:打印(?:本页)?|关闭窗口|返回顶部|返回首页|分享到.{0,20}|扫一扫.{0,30}|字体\s*[:：].{0,20})"
        r"|【字体.{0,20}】.{0,20}"
        r"|(?:当前位置|您的位置|您现在的位置|首页)\s*[:：>＞].{0,100}"
        r"|版权所有(?![者人权]).{0,100}|(?:主办|承办|主管)(?:单位|方)?\s*[:：].{0,100}"
        r"|(?:网站标识码|.{0,3}ICP备|.{0,4}公网安备).{0,60}",
    ),
    (
        "web-page",
        r"(?i:Leave a (?:Reply|Comment)\b[^.;]{0,40}|Your email address will not be published.{0,60}"
        r"|Required fields are marked.{0,10}|Save my name, email.{0,120}|Post Comment"
        r"|(?:Tags?|Categories|Filed under)\s*:.{0,120}|Posted (?:by|on|in)\b[^.;]{0,80}"
        r"|(?:Share|Like) this(?: post| page| article)?:?|Related (?:posts?|articles?):?"
        r"|(?:Previous|Next) (?:post|article)\b[^.;]{0,100}|Print this page|Back to top|Skip to (?:main )?content"
        r"|Copyright\s*(?:©|\(c\)|\d{4}).{0,100}|©.{0,120}|All rights reserved\.?|Subscribe(?: now| here)?)",
    ),
    (
        "byline",
        r"(?:发布时间|发布日期|更新时间|信息来源|文章来源|索引号|发文字号|发布机构|成文日期|主题分类|浏览次数|阅读次数|点击数)"
        r"\s*[:：].{0,120}",
    ),
)

# Whole lines before the first numbered provision.
OPENING: tuple[WholeLine, ...] = (
    ("byline", r"(?:时间|日期|来源|作者|编辑|文号|有效性|阅读|点击)\s*[:：].{0,120}"),
    (
        "document-number",
        r".{0,30}[〔\[［【(（]\s?(?:19|20)\d\d\s?[〕\]］】)）]\s?第?\s?\d{1,5}\s?号"
        r"(?:.{0,4}|\s*签发人\s*[:：].{1,30})",
    ),
    (
        "document-number",
        rf"(?:.{{0,30}}(?:令|公告))?\s?[(（]?{OF_DOCUMENT}[)）]?",
    ),
    ("approval", rf"[（(【\[].{{0,12}}{DATE}.{{0,600}}{_ADOPTED}.{{0,200}}[）)】\]]?"),
    ("approval", rf"{DATE}.{{0,300}}{_ADOPTED}.{{0,100}}"),
    ("approval", rf"{ordinal('届')}.{{0,400}}{_ADOPTED}[）)】\]]?"),
    ("approval", rf"(?:自|从)?{DATE}起施行[。）)]?"),
    ("approval", rf"[（(].{{0,300}}{ENGLISH_DATE}.{{0,300}}[）)]"),
    (
        "approval",
        r"(?i:(?:Adopted|Approved|Promulgated|Issued|Amended)\b.{0,300}\d{4}.{0,300})",
    ),
    ("date", rf"{DATE}|{ENGLISH_DATE}|\d{{4}}-\d{{1,2}}-\d{{1,2}}.{{0,10}}"),
    ("signature", _MAY_BE_SEEN),
    ("letterhead", r".{2,40}文件"),
    ("classification", rf"(?:{_COPY}|{_SECRET}|{_URGENT})(?:\s*(?:{_SECRET}|{_URGENT})){{0,2}}"),
    ("addressee", r"(?!.*(?:如下|以下|下列|包括|是|根据|按照|为了|应当|规定))[^。；;]{2,120}[:：]"),
)

# Whole lines after the last numbered provision.
CLOSING: tuple[WholeLine, ...] = (
    ("date", rf"{DATE}|{ENGLISH_DATE}"),
    ("signature", rf"(?:抄送|抄报|主送)\s*[:：].{{0,200}}|.{{0,40}}{DATE}\s*印发|{_MAY_BE_SEEN}"),
)

_RUNS_OF_DOTS = (".....", "………", "·····", ". . . . . ")
DOT_LEADER = expression(r"(?:\.\.{4}|……{2}|··{4}|\. (?:\. ){4})[.…· ]{0,3}\d{1,4}")
CONTENTS_TITLE = re.compile(r"[【\[]?目\s*[录次][】\]]?|(?:Table of )?Contents", re.IGNORECASE)
_MOST_NOTES = 200  # at the foot of a text
_NAMES = expression(r"[(（“《][^()（）“”《》]{0,200}[)）”》]")
_OPENS_AN_ARTICLE = expression(r"Article \d", re.IGNORECASE)
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff〇]+")


def _joined(lines: tuple[WholeLine, ...]) -> re.Pattern[str]:
    """The patterns as one that tries them in their order; the group that has matched tells which it was."""
    return re.compile("|".join(f"(?P<r{n}>{pattern})" for n, (_, pattern) in enumerate(lines)))


_ANY_LINE, _ANY_OPENING, _ANY_CLOSING = _joined(LINES), _joined(OPENING), _joined(CLOSING)
# What tells most lines of a Chinese text from those in LINES: the Chinese characters that one of these may begin with,
# how a page mark (第 3 页) ends, and words of those that may begin with any.
_LINES_BEGIN = frozenset("续表编译推相延热上下责本免版关标打返分扫字当您首主承网发更信文索成浏阅点")
_PAGE_MARK_ENDS = "页"
_WORDS_OF_SITES = ("小编", "ICP备", "公网安备")


# A note at the foot of a text bears a mark that stands in it, behind the word that it is about.
_MARK = rf"\[\^?\w{{1,3}}\]|〔\d{{1,2}}〕|[{CIRCLED}]"
_IS_SIGN = expression(f"[{CIRCLED}]")
_IS_MARK = expression(_MARK)
_NOTE = expression(rf"[ \t\u3000\0]*+(?P<mark>{_MARK})[:：]?[ \t\u3000]*+(?P<words>[^\s\[〔].*)", re.DOTALL)
_FIRST_MARKS = ("[1]", "[^", "〔1〕", "①")
_RULE = expression(r"[-—_─―]{3,}")
_NUMBERED = expression(rf"{NUMBERED}|[（(]\w{{1,4}}[)）]|\d{{1,3}}[.．、\s]")
_MOST_LINES_OF_NOTE = 4
_PAUSES = tuple("，、,（(")
_ENDS_TEXT = tuple("。.！？!?”）)》日0123456789")
_LONGEST_MARKS = 16  # characters beside a mark that say what it is
# A note that bids or measures says more than what a word means.
_BIDS = expression(
    rf"{_BINDS}|{_BINDS_IN_ENGLISH}"
    rf"|(?<![月\d{NUMERALS}])[\d{NUMERALS}]{{1,8}}\s?(?:个?工作日|日|天|个月|小时|万?元|倍|[%％])"
    r"|\d\s?(?:days?|weeks?|months?|hours?|yuan|per cent|percent)\b",
    re.IGNORECASE,
)
# What refers to one of a list rather than bears a note: 附表[1], item[2]; and what follows where it does: 〔1〕5号.
_REFERS = expression(
    r"(?:[表图件录证明单式骤形项款条类种第见按照据合用以至到和与或及由有为是在除如列前后]|文献|材料|资料|标准|规定"
    r"|\d|(?<![A-Za-z])[A-Za-z]"
    r"|\b(?:items?|no|nos|numbers?|tables?|annex|annexes|documents?|lists?|see|paragraphs?|sections?|clauses?|articles?"
    r"|points?|ref|references?|and|or|to|of|in|with|by|under))$",
    re.IGNORECASE,
)
_MAY_BEAR = expression(r"[\w》〉”’）)」]$")
_HAS_STOPPED = expression(r"[。！？.,，!?]$")
_GOES_ON_WITH = expression(r"[\d号项款条类种(:：\[〔]")
_APART = expression(r"[\s\0]|$")
_BESIDE_SIGN = expression(r"[\s\0，。；：、！？,.;:!?）)》”]|$")


@dataclass(frozen=True, slots=True)
class _Note:
    """A note below a text: its mark, its words, where it starts and ends."""

    mark: str
    words: str
    start: int
    end: int


def notes(text: str) -> Iterator[tuple[int, int]]:
    """Where notes stand at the foot of a text, and where their marks stand in it. A list that the text refers to is
    none: where any of the marks or of the notes is in doubt, all is text."""
    if not _holds_any(text, _FIRST_MARKS):
        return
    found = _at_foot(text)
    if not found or not _may_be_notes(found, text[: found[0].start]):
        return
    places = _places(list(dict.fromkeys(note.mark for note in found)), text[: found[0].start])
    if places:
        yield from places
        yield from ((note.start, note.end) for note in found)


def _at_foot(text: str) -> list[_Note]:
    """The notes that a text ends with, each with the lines that it goes on over; none where another line is among
    them."""
    out: list[_Note] = []
    below: list[str] = []  # lines that may go on with the note above them
    at = end = len(text)
    while at > 0 and len(out) < _MOST_NOTES:
        start = text.rfind("\n", 0, at - 1) + 1
        words = text[start:at].strip(" \t\u3000\0\r\n\f")
        if note := _NOTE.match(words):
            lines = [note["words"], *reversed(below)]
            if not all(_goes_on(above, after) for above, after in pairwise(lines)):
                return []
            begins = text.index(note["mark"], start)
            out.append(_Note(note["mark"], "\n".join(lines), begins, begins + len(text[begins:end].rstrip())))
            below, end = [], start
        elif words and (len(below) == _MOST_LINES_OF_NOTE or _RULE.fullmatch(words) or _NUMBERED.match(words)):
            break
        elif words:
            below.append(words)
        at = start
    return out[::-1]


def _goes_on(above: str, after: str) -> bool:
    return above.endswith(_PAUSES) or after[:1].islower()


def _may_be_notes(found: Sequence[_Note], above: str) -> bool:
    """Whether what stands at the foot explains: below a text that has ended or a rule, ① below a rule alone; no items
    of a list, and nothing that binds."""
    rest = above.rstrip(" \t\u3000\0\r\n\f-—_─―")
    has_rule = _RULE.search(above, len(rest)) is not None
    last = _IS_MARK.sub("", rest[-_LONGEST_MARKS:]).rstrip()
    if last.endswith((":", "：")) or not (has_rule or last.endswith(_ENDS_TEXT)):
        return False
    if any(note.words.endswith((";", "；")) for note in found):
        return False
    is_bidden = any(_BIDS.search(note.words) for note in found)
    return not is_bidden and (has_rule or not any(_IS_SIGN.match(note.mark) for note in found))


def _places(marks: Sequence[str], above: str) -> list[tuple[int, int]]:
    """Where the marks of notes stand in the text above them: each behind a word, in the order of the notes; none where
    one of them is missing or may be anything else."""
    known = set(marks)
    found = [one for one in _IS_MARK.finditer(above) if one[0] in known]
    if list(dict.fromkeys(one[0] for one in found)) != list(marks):
        return []
    return [one.span() for one in found] if all(_bears_note(one, above) for one in found) else []


def _bears_note(mark: re.Match[str], text: str) -> bool:
    """Whether a mark stands behind a word as that of a note does."""
    before, after = text[max(mark.start() - _LONGEST_MARKS, 0) : mark.start()], text[mark.end() : mark.end() + 1]
    if _GOES_ON_WITH.match(after) or (_IS_SIGN.match(mark[0]) and not _BESIDE_SIGN.match(after)):
        return False
    if _HAS_STOPPED.search(before):
        return _APART.match(after) is not None
    return _MAY_BEAR.search(before) is not None and _REFERS.search(before) is None


def _holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds any of the words. One character is looked for ten times as fast as two."""
    return any(word[0] in text and word in text for word in words)


def reasons_of_lines(lines: Sequence[str], language: Language) -> list[ResidueReason | None]:
    """Of each line of a text why the whole of it is no provision wherever it stands, or None."""
    text = "\n".join(lines)  # what few texts have is asked once of all
    dotted, of_site = _holds_any(text, _RUNS_OF_DOTS), _holds_any(text, _WORDS_OF_SITES)
    if language == "en" or dotted or of_site:
        return [_reason_of_line(line, language, dotted=dotted) for line in lines]
    return [
        None
        if "\u4e00" <= line[:1] <= "\u9fff" and line[0] not in _LINES_BEGIN and line[-1] != _PAGE_MARK_ENDS
        else _reason_of_line(line, language, dotted=False)
        for line in lines
    ]


def _reason_of_line(line: str, language: Language, *, dotted: bool) -> ResidueReason | None:
    """Why a line is no provision, or None; `dotted` where dots may lead to a page in it."""
    if dotted and DOT_LEADER.search(line):
        return "contents"
    if len(line) <= LONGEST and (found := _ANY_LINE.fullmatch(line)) is not None:
        return _reason(LINES, found)
    return "other-language" if is_other_language(line, language) else None


def reason_in_opening(line: str) -> ResidueReason | None:
    """Why a line before the first numbered provision is none itself, or None."""
    found = _ANY_OPENING.fullmatch(without_stray_blanks(line)) if len(line) <= 2 * LONGEST else None
    return _reason(OPENING, found) if found else None


def reason_in_closing(line: str) -> ResidueReason | None:
    """Why a line after the last numbered provision is no provision, or None."""
    found = _ANY_CLOSING.fullmatch(without_stray_blanks(line))
    return _reason(CLOSING, found) if found else None


def _reason(lines: tuple[WholeLine, ...], found: re.Match[str]) -> ResidueReason:
    """The reason of the one that has matched among them all."""
    return lines[int((found.lastgroup or "r0")[1:])][0]


def is_other_language(line: str, language: Language) -> bool:
    """Whether a line is not in the language that is read; Chinese words in brackets or quotation marks beside English
    ones are names, and an English article with some others is one all the same."""
    if language == "zh":
        return _CHINESE.search(line) is None and len(_LATIN_WORD.findall(line)) >= 3
    outside = _NAMES.sub(" ", line)
    told = outside if _LATIN_WORD.search(outside) else line
    as_many = 1 if _OPENS_AN_ARTICLE.match(line) else 3
    return sum(map(len, _CHINESE.findall(told))) * as_many > len(_LATIN_WORD.findall(told))
