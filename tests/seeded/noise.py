"""Noise: what printing, copying and typing do to a rule without changing a word of it.

    第八条 合伙企业…具备下列条件：          **第8条**　合伙企业…具备
    （一）有章程；                ⇒      下列条件:
                                        - 3 -
                                        1. 有 章程。

A kind of noise is a function from a text to the text as it might arrive, drawn with the `Hand` that is given. What
stands above the first provision keeps its lines; titles, tables, HTML and links are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from random import Random

from policydiff.eid import chinese_number, chinese_numeral

NUMERALS = "零〇一二三四五六七八九十百千两"
_COUNTS = NUMERALS + "第条之"
_ARTICLE = re.compile(
    rf"^(?P<before>[ 　]*)第(?P<number>[{NUMERALS}]{{1,9}})条(?:之(?P<sub>[{NUMERALS}]))?(?=[\s　])", re.M
)
_ITEM = re.compile(rf"^(?P<before>[ 　]*)[（(](?P<number>[{NUMERALS}]{{1,4}})[）)]", re.M)
_ARABIC_ITEM = re.compile(r"^[ 　]*(?:[（(]?\d{1,3}[）).．、]|[①-⑳])", re.M)
_BODY = re.compile(rf"^[ 　]*(?:#+ )?(?:第[{NUMERALS}]{{1,9}}[编章条]|[{NUMERALS}]{{1,3}}、)", re.M)
_LEFT_ALONE = re.compile(r"\s*(?:<|\||#|!\[|\[|-{3})")
_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """The hand that makes the noise: the same for one copy of a text. `width` is the length of its lines."""

    random: Random
    width: int

    def often(self, chance: float) -> bool:
        """Whether a thing of that chance happens now."""
        return self.random.random() < chance


Noise = Callable[[str, Hand], str]


def hand(seed: str) -> Hand:
    """The hand of a seed."""
    random = Random(seed)
    return Hand(random=random, width=random.randrange(30, 43))


def noisy(text: str, seed: str, kinds: tuple[str, ...]) -> str:
    """The text with these kinds of noise; the same for the same seed."""
    drawn = hand(seed)
    for kind, noise in KINDS.items():
        if kind in kinds:
            text = noise(text, drawn)
    return text


# ------------------------------------------------------------------------------------------------ numbers


def renumbered(text: str, drawn: Hand) -> str:
    """Articles and items numbered in another style; an inserted article (第八条之一) takes the next full number.

    Citations stay as they are: they are words. Items keep their style where the text has Arabic ones too.
    """
    text = _articles_renumbered(text, arabic=drawn.often(0.5))
    styles = ["（{chinese}）", "({chinese})"]
    if not _ARABIC_ITEM.search(text):
        styles += ["（{arabic}）", "({arabic})", "{arabic}.", "{arabic}、"]
    style = drawn.random.choice(styles)
    return _ITEM.sub(lambda found: found["before"] + style.format(chinese=found["number"], arabic=_value(found)), text)


def _value(found: re.Match[str]) -> int:
    return chinese_number(found["number"])


def _articles_renumbered(text: str, *, arabic: bool) -> str:
    numbers = [(_value(found), found["sub"]) for found in _ARTICLE.finditer(text)]
    full = [number for number, sub in numbers if not sub]
    counts_on = full == list(range(1, len(full) + 1))
    place = 0

    def printed(found: re.Match[str]) -> str:
        nonlocal place
        place += 1
        if found["sub"] and not counts_on:
            return found.group()
        number = place if counts_on else _value(found)
        return f"{found['before']}第{number if arabic else chinese_numeral(number)}条"

    return _ARTICLE.sub(printed, text)


# --------------------------------------------------------------------------------------------- characters

_HALF = {"，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")", "％": "%", "、": "､", "。": "｡"}
_FULL = {half: full for full, half in _HALF.items()} | {c: chr(ord(c) + 0xFEE0) for c in "0123456789"}
_FULL |= {chr(n): chr(n + 0xFEE0) for n in (*range(65, 91), *range(97, 123))}
_OTHER_WIDTH = _HALF | _FULL | {full: half for half, full in _FULL.items()}


def other_width(text: str, drawn: Hand) -> str:
    """Letters, digits, brackets and stops in the other width, some of them: （一） is (一), 20日 is ２０日."""
    return _by_line(text, lambda line: "".join(_turned(c, drawn) for c in line))


def _turned(char: str, drawn: Hand) -> str:
    chance = 0.05 if char in "。、" else 0.3
    return _OTHER_WIDTH[char] if char in _OTHER_WIDTH and drawn.often(chance) else char


_VARIANTS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("“", "「"), ("”", "」")),
    (("“", '"'), ("”", '"')),
    (("‘", "'"), ("’", "'")),
    (("《", "〈"), ("》", "〉")),
    (("〔", "【"), ("〕", "】")),
    (("——", "--"),),
    (("——", "―"),),
    (("·", "•"),),
    (("·", "・"),),
    (("……", "…"),),
)
_ITEM_END = re.compile(rf"^([ 　]*[（(]?(?:[{NUMERALS}]{{1,4}}|\d{{1,3}})[）).、].*)[；。]$", re.M)


def other_punctuation(text: str, drawn: Hand) -> str:
    """Quotation marks, dashes, dots and brackets of another kind; items that end in 。 instead of ；, or in ；."""
    for variant in _VARIANTS:
        if drawn.often(0.5):
            text = _by_line(text, partial(_replaced, variant))
    if drawn.often(0.5):
        stop = drawn.random.choice("。；")
        text = _ITEM_END.sub(lambda found: found[1] + stop, text)
    return text


def _replaced(variant: tuple[tuple[str, str], ...], line: str) -> str:
    for mark, other in variant:
        line = line.replace(mark, other)
    return line


_MARKED = re.compile(
    rf"^[ 　]*(?P<mark>第(?:[{NUMERALS}]{{1,9}}|[\d０-９]{{1,4}})条(?:之[{NUMERALS}])?)[\s　]+|"
    rf"^[ 　]*(?P<item>[（(](?:[{NUMERALS}]{{1,4}}|[\d０-９]{{1,3}})[）)])"
)


def spaced(text: str, drawn: Hand) -> str:
    """Blanks before lines, after and inside numbers, around digits and here and there between two characters."""
    indent = drawn.random.choice(["", "　　", "    ", "  ", "\t"])
    after = drawn.random.choice([" ", "　", "  ", ""])

    def line(old: str) -> str:
        new = _inside_spaced(old.strip(" 　"), drawn)
        if found := _MARKED.match(new):
            mark = found["mark"] or found["item"]
            plain = mark[-1] in "条）)"
            wide = f"{mark[0]} {mark[1:-1]} {mark[-1]}" if plain and drawn.often(0.1) else mark
            return indent + wide + (after if found["mark"] else "") + new[found.end() :]
        return indent + new + (" " if drawn.often(0.1) else "")

    return _by_line(text, lambda old: line(old) if old.strip(" 　") else old)


def _inside_spaced(line: str, drawn: Hand) -> str:
    out = [line[:1]]
    for before, char in pairwise(line):
        digits = before.isdigit() != char.isdigit() and (_CHINESE.match(before) or _CHINESE.match(char))
        within = _CHINESE.match(before) and _CHINESE.match(char)
        # Not inside a number, which would then be another one to any reader, and none beside a blank.
        if (digits and drawn.often(0.3)) or (within and before not in _COUNTS and drawn.often(0.01)):
            out.append(" ")
        out.append(char)
    return "".join(out)


# -------------------------------------------------------------------------------------------- lines, pages

_GLUED = re.compile(
    rf"(?<=[。；：])\n+[ 　\t]*(?!第[{NUMERALS}\d]{{1,9}}[编章节])(?=[^\n]*[。；：])"  # no heading is glued on
    rf"(?=(?P<mark>第[{NUMERALS}\d]{{1,9}}条|[（(]?(?:[{NUMERALS}]{{1,4}}|\d{{1,3}})[）).、])?[\u4e00-\u9fff（(\d])"
)


def glued(text: str, drawn: Hand) -> str:
    """Provisions on the line of the one before: items with or without a blank, paragraphs and articles after two."""

    def glue(found: re.Match[str]) -> str:
        if not drawn.often(0.15):
            return found.group()
        item = found["mark"] and not found["mark"].startswith("第")
        return drawn.random.choice(["", " ", "  "]) if item else drawn.random.choice(["  ", "　　"])

    above, body = _at_body(text)
    return above + _GLUED.sub(glue, body)


def rewrapped(text: str, drawn: Hand) -> str:
    """Lines of one width, broken in mid sentence; blank lines between provisions gone, others come in mid sentence.

    No line is broken right after a stop: that would make two paragraphs of one, which is a change.
    """
    above, body = _at_body(text)
    if drawn.often(0.5):
        body = re.sub(r"\n\n+", "\n", body)
    body = _by_line(body, lambda line: _wrapped(line, drawn, lambda: "\n\n" if drawn.often(0.05) else "\n"))
    return above + body


_PAGE_MARKS = (
    "\n\n第 {n} 页 共 {of} 页\n\n", "第 {n} 页共 {of} 页", "\nPage {n} of {of}\n",
    "\n- {n} -\n", "\n\n— {n} —\n\n", "\n{n}\n", "\f",
)  # fmt: skip


def paged(text: str, drawn: Hand) -> str:
    """Marks of pages in mid sentence, where a line would end; all of one kind."""
    style = drawn.random.choice(_PAGE_MARKS)
    pages = 0

    def mark() -> str:
        nonlocal pages
        if not drawn.often(0.04):
            return ""
        pages += 1
        return style.format(n=pages, of=99)

    above, body = _at_body(text)
    return above + _by_line(body, lambda line: _wrapped(line, drawn, mark))


def _wrapped(line: str, drawn: Hand, breaker: Callable[[], str]) -> str:
    """The line with what `breaker` says wherever it is full and two Chinese characters meet."""
    out, start, at = [], 0, drawn.width
    while at < len(line) - 1:
        if _may_break(line[at - 1], line[at]):
            out.append(line[start:at] + breaker())
            start, at = at, at + drawn.width
        else:
            at += 1
    return "".join([*out, line[start:]])


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end here: between two characters, but inside no number and no page mark."""
    return bool(_CHINESE.match(before) and _CHINESE.match(after)) and before not in _COUNTS and before + after != "页共"


_BOLD_MARK = re.compile(
    rf"(?<=[。；：｡;:]\n)(\n?[ 　\t]*)(第(?:[{NUMERALS}]{{1,9}}|[\d０-９]{{1,4}})条(?:之[{NUMERALS}])?"
    rf"|[（(][{NUMERALS}]{{1,4}}[）)])"
)  # after a stop: a line broken before a citation does not begin with a number
_WORD = re.compile(rf"(?<=[\u4e00-\u9fff])(?:(?![{_COUNTS}])[\u4e00-\u9fff]){{2}}(?=[\u4e00-\u9fff])")


def marked(text: str, drawn: Hand) -> str:
    """Markdown: bold numbers, headings and words, headings of another rank, rules between articles."""
    above, body = _at_body(text)
    rank = drawn.random.choice(["#", "##", "####"])
    body = re.sub(r"^#+(?= )", rank, body, flags=re.M)
    if drawn.often(0.5):
        body = _BOLD_MARK.sub(r"\1**\2**", body)
    if drawn.often(0.5):
        body = re.sub(r"^(#+) (.+?)[ 　]*$", r"\1 **\2**", body, flags=re.M)
    if drawn.often(0.5):
        body = re.sub(r"\n\n(?=#|\*\*第)", lambda found: "\n\n---\n\n" if drawn.often(0.2) else found.group(), body)
    return above + _by_line(body, lambda line: _bold_word(line, drawn) if drawn.often(0.1) else line)


def _bold_word(line: str, drawn: Hand) -> str:
    words = list(_WORD.finditer(line, 8))
    if "*" in line or not words:
        return line
    word = drawn.random.choice(words)
    return f"{line[: word.start()]}**{word.group()}**{line[word.end() :]}"


def other_line_ends(text: str, drawn: Hand) -> str:
    """Line ends of another system."""
    return text.replace("\r\n", "\n").replace("\n", drawn.random.choice(["\r\n", "\r\n", "\r"]))


# --------------------------------------------------------------------------------------------------- lines


def _at_body(text: str) -> tuple[str, str]:
    """What stands above the first numbered provision or heading, and the rest."""
    found = _BODY.search(text, text.find("INFO END") + 1)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def _by_line(text: str, change: Callable[[str], str]) -> str:
    """Every line changed, but for headings, HTML, tables and links."""
    lines = re.split(r"(\r?\n)", text)
    return "".join(part if k % 2 or _LEFT_ALONE.match(part) else change(part) for k, part in enumerate(lines))


KINDS: dict[str, Noise] = {
    "renumbering": renumbered,
    "width": other_width,
    "punctuation": other_punctuation,
    "spaces": spaced,
    "glued": glued,
    "pages": paged,
    "line breaks": rewrapped,
    "marks": marked,
    "line ends": other_line_ends,
}
ALL = tuple(KINDS)


def words_of(text: str) -> str:
    """The letters of a text that no kind of noise may touch: its Chinese ones without numerals and page marks."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(rf"第\s*\d+\s*页\s*共\s*\d+\s*页|(?<=条)之[{NUMERALS}]", "", plain)
    return "".join(c for c in plain if _CHINESE.match(c) and c not in NUMERALS)
