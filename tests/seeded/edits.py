"""Seeded edits: a law and a copy of it that differs in known places, each as an amendment might make it.

    第九条 经营者应当在十日内备案。           第九条 经营者可以在十日内备案。         duty
    第十条 …三年内不得申请，但是…除外。  ⇒    第十条 …三年内不得申请。               exception
    第十二条 …                            （第十二条 stands after the old 第二十条） moved

A copy is a row of pieces, each kept, replaced, put in, left out or put elsewhere; so every character of the copy knows
where it comes from, and what a comparison must say of every provision follows without asking the tool.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from random import Random

from policydiff.eid import chinese_number, chinese_numeral

NUMERALS = "零一二三四五六七八九十百千"
_START = re.compile(rf"^[ 　]*第(?P<number>[〇{NUMERALS}]{{1,9}})条(?P<sub>之[{NUMERALS}])?(?=[\s　])", re.M)
_END = re.compile(rf"^[ 　]*(?:#|<|\||附件|附表|附录|第[{NUMERALS}]{{1,5}}[编章节][\s　])", re.M)
FEWEST = 9  # articles; a shorter law has no room for edits that stand apart
_ARTICLES_AN_EDIT = 3  # at most every third article is touched
_FAR = 4  # articles that a moved one passes at least: of two that change places either one has moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One difference: base [start, end) became `new`. A moved article has the place `to` where it stands now."""

    kind: str
    start: int
    end: int
    new: str = ""
    to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the copy: the base's [start, end) where `text` is that, else what stands in its place."""

    start: int
    end: int
    text: str
    kept: bool


@dataclass(frozen=True)
class Copy:
    """A text, its edited copy, and the edits in the order of the base."""

    base: str
    pieces: tuple[Piece, ...]
    edits: tuple[Edit, ...]

    @property
    def target(self) -> str:
        """The edited text."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def origin(self) -> list[int | None]:
        """For every character of the target, where it stands in the base; None where it is new."""
        out: list[int | None] = []
        for piece in self.pieces:
            out += range(piece.start, piece.end) if piece.kept else [None] * len(piece.text)
        return out

    def place_of(self, edit: Edit) -> tuple[int, int]:
        """Where the edit's new words stand in the target; empty where words were taken away."""
        at = 0
        for piece in self.pieces:
            stands_for = not piece.kept and (piece.start, piece.end) == (edit.start, edit.end)
            if stands_for and bool(piece.text.strip()) == bool(edit.new):
                return at, at + len(piece.text)
            at += len(piece.text)
        raise ValueError(f"not an edit of this copy: {edit}")


# ------------------------------------------------------------------------------------- edits inside an article

_NOT_DUTY = re.compile(r"(?<!不)应当(?=[\u4e00-\u9fff])")
_UNITS = r"个?工作日|日|天|个月|年|小时|万元|元|倍|周岁|平方米|米|公里|人"
_NUMBER = re.compile(
    rf"(?<![第〇{NUMERALS}万\d.年月分])(?P<number>[{NUMERALS}]{{1,5}}|[1-9]\d{{0,5}})(?=(?:{_UNITS})(?!代会|大|民))"
)
_EXCEPTIONS = (
    re.compile(r"(?<=[^。；：\n])[，；]但(?:是)?[^。；：\n]{4,80}(?=[。；])"),
    re.compile(r"。但(?:是)?[^。；：\n]{4,80}(?=。)"),
    re.compile(r"(?<=[^。；：\n])(?<!但)(?<!但是)，[^，。；：、\n]{2,40}除外(?=[。；])"),
    re.compile(r"除[^，。；：\n]{3,40}外，(?=[\u4e00-\u9fff])"),
)
_ELEMENT = r"(?:(?![和或与及])[\u4e00-\u9fff]){2,8}"  # 行政法规和本省、自治区 is no list of elements
_LIST = re.compile(rf"(?<=[\u4e00-\u9fff]){_ELEMENT}(?:、{_ELEMENT}){{2,}}(?=[和等的]|以及|或者)")


def duty(article: str, random: Random) -> tuple[int, int, str] | None:
    """应当 became 可以."""
    return _one(((*found.span(), "可以") for found in _NOT_DUTY.finditer(article)), random)


def number(article: str, random: Random) -> tuple[int, int, str] | None:
    """A deadline, an amount or a count became another one; dates and numbers of provisions are left alone."""
    return _one(_numbers(article, random), random)


def _numbers(article: str, random: Random) -> Iterator[tuple[int, int, str]]:
    for found in _NUMBER.finditer(article):
        printed = found["number"]
        value = int(printed) if printed.isdecimal() else chinese_number(printed)
        if 2 <= value < 1900 and (printed.isdecimal() or chinese_numeral(value) == printed):
            other = random.choice([value * 2, value + 5, value + 1])
            yield *found.span(), str(other) if printed.isdecimal() else chinese_numeral(other)


def exception(article: str, random: Random) -> tuple[int, int, str] | None:
    """A 但书 (但是…, …的除外, 除…外) is gone."""
    return _one(((*found.span(), "") for way in _EXCEPTIONS for found in way.finditer(article)), random)


def element(article: str, random: Random) -> tuple[int, int, str] | None:
    """One element of a list joined by 、 is gone, neither the first nor the last."""
    return _one(_elements(article), random)


def _elements(article: str) -> Iterator[tuple[int, int, str]]:
    for found in _LIST.finditer(article):
        commas = [found.start() + k for k, char in enumerate(found.group()) if char == "、"]
        for start, end in pairwise(commas):
            yield start, end, ""


def _one(found: Iterator[tuple[int, int, str]], random: Random) -> tuple[int, int, str] | None:
    every = list(found)
    return random.choice(every) if every else None


INSIDE: dict[str, Callable[[str, Random], tuple[int, int, str] | None]] = {
    "duty": duty,
    "number": number,
    "exception": exception,
    "element": element,
}
WHOLE = ("deleted", "inserted", "moved")
ALL = (*INSIDE, *WHOLE)

# Articles of an invented country, about what no law of ours is about.
INSERTED = (
    "蓄须者应当于每年三月向胡须委员会申报胡须的长度和颜色。\n\n胡须委员会应当自收到申报之日起七日内发给胡须证。",
    "理发店不得向未成年人出售假须。违反规定的，由街道办事处没收假须，并处二百元罚款。",
    "食堂内禁止下列梳理胡须的行为：\n\n（一）对着汤锅梳须；\n\n（二）在取餐口编结胡须；\n\n（三）抖落须屑。",
    "胡须博物馆每周一免费开放，陈列历代名须、须刷和须油。",
    "染须剂的颜色以黑、棕、灰三种为限，节日期间可以使用红色。",
    "鉴定真假胡须，应当由两名以上胡须鉴定师共同拉扯，并制作拉扯笔录。",
)


# --------------------------------------------------------------------------------------------- making a copy


def articles(text: str) -> list[tuple[int, int]]:
    """Where each article stands, from its number to its last word; headings and annexes between are no part of it."""
    starts = [found.start() for found in _START.finditer(text)]
    out = []
    for start, following in pairwise([*starts, len(text)]):
        stop = _END.search(text, start + 1, following)
        end = stop.start() if stop else following
        out.append((start, start + len(text[start:end].rstrip())))
    return out


def counts_on(text: str) -> bool:
    """Whether the articles number on from the first without a gap."""
    numbers = [chinese_number(found["number"]) for found in _START.finditer(text) if not found["sub"]]
    return numbers == list(range(1, len(numbers) + 1))


def seeded(text: str, seed: str, kinds: Sequence[str] = ALL) -> Copy | None:
    """A copy with one edit of each kind that the law has room for, each in an article of its own; None without room.

    The articles are numbered anew where one went, came or moved; citations of them are not, as they are words.
    """
    random = Random(seed)
    places = articles(text)
    if len(places) < FEWEST or not counts_on(text):
        return None
    order = list(kinds)
    random.shuffle(order)
    free = list(range(1, len(places) - 1))  # the first and the last article frame a law: they are not touched
    random.shuffle(free)
    edits: list[Edit] = []
    for kind in order[: len(places) // _ARTICLES_AN_EDIT]:
        if made := _edit(kind, text, places, free, random):
            edits.append(made)
    if not edits:
        return None
    return _copy(text, places, tuple(sorted(edits, key=lambda edit: (edit.start, edit.end))))


def _edit(kind: str, text: str, places: list[tuple[int, int]], free: list[int], random: Random) -> Edit | None:
    """An edit of that kind in the first free article that has room for it, which is free no longer."""
    for k in list(free):
        start, end = places[k]
        if kind in INSIDE:
            if not (found := INSIDE[kind](text[start:end], random)):
                continue
            made = Edit(kind=kind, start=start + found[0], end=start + found[1], new=found[2])
        elif kind == "moved":
            others = [m for m in range(1, len(places) - 1) if _is_far(text, places, k, m)]
            if not others:
                continue
            made = Edit(kind=kind, start=start, end=end, to=places[random.choice(others)][1])
        elif kind == "inserted":
            made = Edit(kind=kind, start=end, end=end, new=f"\n\n第一条　{random.choice(INSERTED)}")
        else:
            made = Edit(kind=kind, start=start, end=end)
        free.remove(k)
        return made
    return None


def _is_far(text: str, places: list[tuple[int, int]], k: int, m: int) -> bool:
    """Whether article k, put after article m, passes several articles and twice as many lines as it has itself."""
    first, last = (m + 1, k - 1) if m < k else (k + 1, m)
    passed = text[places[first][0] : places[last][1]] if first <= last else ""
    own = text[slice(*places[k])]
    return last - first + 1 >= _FAR and len(passed.split("\n")) >= 2 * len(own.split("\n"))


def _copy(text: str, places: list[tuple[int, int]], edits: tuple[Edit, ...]) -> Copy:
    """The pieces of the copy, its articles numbered anew."""
    pieces: list[Piece] = []
    cuts = [(edit.start, edit.end, edit) for edit in edits]
    cuts += [(edit.to, edit.to, edit) for edit in edits if edit.to is not None]
    cuts.sort(key=lambda cut: (cut[0], cut[1]))
    at = 0
    for start, end, edit in cuts:
        pieces.append(_kept(text, at, start))
        if edit.kind == "moved" and start == end:
            pieces += [_new(start, "\n\n"), _kept(text, edit.start, edit.end)]
        else:
            pieces.append(Piece(start=start, end=end, text=edit.new, kept=False))
        at = end
    pieces.append(_kept(text, at, len(text)))
    return Copy(base=text, pieces=_numbered_anew(text, pieces), edits=edits)


def _kept(text: str, start: int, end: int) -> Piece:
    return Piece(start=start, end=end, text=text[start:end], kept=True)


def _new(at: int, text: str) -> Piece:
    return Piece(start=at, end=at, text=text, kept=False)


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _numbered_anew(text: str, pieces: list[Piece]) -> tuple[Piece, ...]:
    """The pieces with every article's number the next one; a number that stays the same stays kept.

    An inserted article stays one piece.
    """
    out: list[Piece] = []
    count = 0
    for piece in pieces:
        at = 0
        parts: list[Piece] = []
        for found in _START.finditer(piece.text):
            if piece.kept and not _begins_line(text, piece.start + found.start()):
                continue
            count += not found["sub"]  # 第八条之一 counts with 第八条
            start, end = found.span("number")
            printed = chinese_numeral(count)
            if piece.kept and printed != found["number"]:
                parts += [
                    _kept(text, piece.start + at, piece.start + start),
                    Piece(start=piece.start + start, end=piece.start + end, text=printed, kept=False),
                ]
                at = end
            elif not piece.kept:
                new = piece.text[:start] + printed + piece.text[end:]
                piece = Piece(start=piece.start, end=piece.end, text=new, kept=False)
                break
        out += [*parts, _kept(text, piece.start + at, piece.end)] if piece.kept else [piece]
    return tuple(piece for piece in out if piece.text or not piece.kept)
