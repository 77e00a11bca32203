"""What a user typed, read as what is asked for.

    《实施办法》第八条 "通报 批评" 网络安全责任  罚款500元  -公安
    ├─ name ──┘└ citation    └ phrase    │       │        └ excluded: it stands in no answer
               or art_8                  │       └ or 罚款五百元: a number in any writing of it
                                         └ run: exactly so, or else in pieces

Nothing that can be typed is an error but nothing at all: the minus before a word is the only operator, and what else is
neither a letter nor a digit only separates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from policydiff.bodies import Named, cut_at_bodies
from policydiff.eid import NUMBER, NUMERALS, Citation, find_division, find_place
from policydiff.errors import QueryError
from policydiff.numerals import GOES_ON, cut_at_numbers, written
from policydiff.search.tokens import RUN, is_letters, stem, unit_texts
from policydiff.text import fold
from policydiff.titles import KINDS

_QUOTED = re.compile(r"[“”„‟\"＂]([^“”„‟\"＂]*)[“”„‟\"＂]|「([^「」]*)」|『([^『』]*)』|«([^«»]*)»|‘([^‘’]*)’")
_NAMED = re.compile(r"《([^《》]*)》|〈([^〈〉]*)〉")
# What stands in marks is meant as it stands; a minus before a figure is its sign.
_MARKED = f"{_QUOTED.pattern}|{_NAMED.pattern}"
_EXCLUDED = re.compile(rf"(?P<kept>{_MARKED})|(?<!\S)[-－−](?P<out>{_MARKED}|(?!\d)[^\s“”„‟\"＂「『«‘《〈]+)")
# 82条 and what goes with it, which are cited behind the name of a document alone; a figure at the end behind one that
# names its kind.
_BARE_CITATION = re.compile(
    rf"(?<![第\d{NUMERALS}])(?:(?P<art>{NUMBER})\s*条(?![例款目])(?P<sub>之{NUMBER})?"
    rf"(?:\s*第?\s*(?P<para>{NUMBER})\s*款)?(?:\s*第?\s*[（(]?\s*(?P<point>{NUMBER})\s*[）)]?\s*项)?"
    rf"|(?<=[{KINDS.replace('|', '')}》〉])(?P<last>\d{{1,3}})\s*$)"
)
_OF_KIND = re.compile(rf"(?:{KINDS})[》〉]?$")
_OF = re.compile(r"\s*+,?\s*+of\s++(?:the\s++)?(.+)", re.IGNORECASE | re.DOTALL)
_WITHIN_NUMBER = re.compile(r"(?<=\d),(?=\d{3}(?!\d))|(?<=\d)\s+(?=[%‰万亿元日天年月倍])")
_BLANK_BESIDE_CHINESE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_DATE = re.compile(r"(?<![\w./-])([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?![\d./-])", re.ASCII)
_BETWEEN_NUMBERS = ("至", "到")
_FIGURES = re.compile(r"[\d./%‰]")
_ALL = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_NAME_WORDS = 24  # the longest name that is looked for in front of a citation
SAYS_NOTHING = frozenset("的了和与及或等之其在对") | {
    *("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or"),
    *("that", "the", "this", "to", "with"),
}


@dataclass(frozen=True, slots=True)
class Exact:
    """These units must stand in the text one after the other."""

    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inflected:
    """A word of this stem must stand in the text."""

    stem: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of these runs must stand in the text, the first of them as it was typed, and none of some characters before
    or after it: where one begins or ends with a number it is no part of another, 3日 is not in 13日."""

    runs: tuple[tuple[str, ...], ...]
    not_after: str = ""
    not_before: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A run that must stand in the text in pieces of two units or more, whatever its words are: 网络安全责任 as
    网络安全 and 责任, but never without 责任; a unit that says nothing may be missing."""

    units: tuple[str, ...]

    def pieces(self, stands: Callable[[tuple[str, ...]], bool]) -> tuple[tuple[str, ...], ...]:
        """The fewest pieces of the run that all stand in a text; none where there are no such."""
        size = len(self.units)
        fewest: list[tuple[tuple[str, ...], ...] | None] = [(), *[None] * size]

        def reach(end: int, pieces: tuple[tuple[str, ...], ...]) -> None:
            held = fewest[end]
            if held is None or len(held) > len(pieces):
                fewest[end] = pieces

        for start in range(size):
            held = fewest[start]
            if held is None:
                continue
            if self.units[start] in SAYS_NOTHING:
                reach(start + 1, held)
            for end in range(start + 2, size + 1):
                if not stands(self.units[start:end]):
                    break
                reach(end, (*held, self.units[start:end]))
        return fewest[size] or ()


Clause = Exact | Inflected | OneOf | Cut
Clauses = tuple[Clause, ...]
Pieces = list[tuple[str, Named | None]]  # of a run
_Names = Callable[[Named], tuple[str, ...]]  # by which of them a body is looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked for: `tiers` are ways to answer, strictest first, each a list of clauses that all hold.

    With `citations` only the places they name answer, in the documents whose title has all `names`.
    `whole` is everything typed as one exact run, and `as_typed` is that in tiers: its numbers in any writing first.
    The last tiers ask for `also` as well, other names of the bodies that are named. `parts` are what it is put together
    of, each as it would be typed by itself. No answer has one of `excluded`, which were typed as `without`; `text` is
    without them.
    """

    text: str
    tiers: tuple[Clauses, ...]
    whole: Exact
    as_typed: tuple[Clauses, ...]
    citations: tuple[Citation, ...] = ()
    names: tuple[str, ...] = ()
    exact: bool = False  # some of it stands in quotation marks or between 《》
    also: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    excluded: Clauses = ()
    without: tuple[str, ...] = ()

    def strictest(self) -> Clauses:
        """The clauses of the first tier."""
        return self.tiers[0] if self.tiers else ()

    def clauses(self) -> frozenset[Clause]:
        """The clauses of all tiers."""
        return frozenset((self.whole, *(clause for tier in self.tiers for clause in tier)))

    def loosest(self) -> Clauses:
        """The clauses of the last tier: what every answer has."""
        return self.tiers[-1] if self.tiers else ()


def parse_query(text: str, is_name: Callable[[str], bool]) -> Query:
    """The query in a text; `is_name` tells whether some document of the index goes by a name."""
    if not text.strip():
        raise QueryError(
            en="The query is empty. Type a word, a phrase or a citation such as 第八条第二款.",
            zh="检索内容是空的。请输入词语、短语，或者第八条第二款这样的条款。",
        )
    text, without = _take_excluded(text)
    quoted = [*_marked(_QUOTED, text)]
    parts = [found.group() for found in _QUOTED.finditer(text)]
    rest, citations, names, places = _take_citations(_blank(_QUOTED, text), is_name)
    if not citations:  # a law's name by itself is meant as it stands
        quoted += _marked(_NAMED, rest)
        parts += [found.group() for found in _NAMED.finditer(rest)]
        rest = _blank(_NAMED, rest)
    exact = tuple(Exact(phrase) for phrase in map(unit_texts, quoted) if phrase)
    runs = runs_of(rest)
    if citations or exact:  # 的 between a name and a citation asks for nothing
        runs = [run for run in runs if run not in SAYS_NOTHING]
    whole = Exact(unit_texts(text))
    as_typed = _distinct((((whole if exact else in_any_writing(_as_one_run(text))),), (whole,)))
    pieces = [list(cut_at_bodies(run)) for run in runs]
    also = _other_names(pieces)
    tiers = (
        *(as_typed if not citations else ()),
        (*exact, *map(in_any_writing, runs)),
        (*exact, *_words(pieces, lambda _: ())),
        *((*exact, *_words(pieces, names)) for names in (_own_names, _all_names) if also),
    )
    return Query(
        text=text,
        tiers=_distinct(tiers),
        whole=whole,
        as_typed=as_typed,
        citations=citations,
        names=names,
        exact=bool(exact),
        also=also,
        parts=(*places, *filter(unit_texts, parts), *(run for run in runs if run not in SAYS_NOTHING)),
        excluded=tuple(dict.fromkeys(clause for words in without for clause in _excluded(words))),
        without=without,
    )


def _take_excluded(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the words before which a minus stands, and these words."""
    words = tuple(found["out"] for found in _EXCLUDED.finditer(text) if found["out"] and unit_texts(found["out"]))
    return _EXCLUDED.sub(lambda found: found["kept"] or " ", text) if words else text, words


def _excluded(words: str) -> Iterator[Clause]:
    """What stands in no answer: what is in marks as it stands, else each run, a word of letters in any inflection."""
    if re.fullmatch(_MARKED, words):
        yield Exact(unit_texts(words))
        return
    for run in runs_of(words):
        yield Inflected(stem(run)) if is_letters(run) else in_any_writing(run)


def _as_one_run(text: str) -> str:
    """All of a text, folded; blanks where words of letters meet."""
    return _BLANK_BESIDE_CHINESE.sub("", " ".join(runs_of(text)))


def runs_of(text: str) -> list[str]:
    """The runs of a text, folded; its numbers without commas and without a blank before what is counted, a date in
    figures as one in words: 2018-01-26 is 2018年1月26日."""
    dated = _DATE.sub(lambda found: f"{found[1]}年{int(found[3])}月{int(found[4])}日", fold(text))
    return RUN.findall(_WITHIN_NUMBER.sub("", dated))


def in_any_writing(run: str) -> Exact | OneOf:
    """A run, folded, with its numbers in any writing of them."""
    ways, begins, ends = written(run)
    runs = tuple(dict.fromkeys(map(unit_texts, ways)))
    return OneOf(runs, GOES_ON if begins else "", GOES_ON if ends else "") if len(ways) > 1 else Exact(runs[0])


def _marked(marks: re.Pattern[str], text: str) -> Iterator[str]:
    """What stands between the marks."""
    for found in marks.finditer(text):
        yield next(group for group in found.groups() if group is not None)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with every match made blank."""
    return pattern.sub(lambda found: " " * len(found.group()), text)


def _distinct(tiers: tuple[Clauses, ...]) -> tuple[Clauses, ...]:
    """The tiers without repetitions and without those that ask for nothing."""
    asked = (tuple(dict.fromkeys(clause for clause in tier if clause != Exact(()))) for tier in tiers)
    return tuple(dict.fromkeys(tier for tier in asked if tier))


# ------------------------------------------------------------------------------------------------ words


def _words(pieces: Sequence[Pieces], names: _Names) -> Clauses:
    """All the words of runs, in any inflection, without those that say nothing, unless that leaves none; each body by
    some of its names."""
    clauses = [clause for run in pieces for clause in _words_of(run, names)]
    telling = [clause for clause in clauses if _key(clause) not in SAYS_NOTHING]
    return tuple(telling or clauses)


def _key(clause: Clause) -> str:
    return clause.stem if isinstance(clause, Inflected) else "".join(typed(clause))


def typed(clause: Exact | OneOf | Cut) -> tuple[str, ...]:
    """The run as it was typed."""
    return clause.runs[0] if isinstance(clause, OneOf) else clause.units


def _other_names(pieces: Sequence[Pieces]) -> tuple[str, ...]:
    """The names by which the bodies of runs are looked up beside those that were typed."""
    named = [name for run in pieces for piece, body in run if body for name in body.beside(piece)]
    return tuple(dict.fromkeys(named))


def _own_names(named: Named) -> tuple[str, ...]:
    return named.own


def _all_names(named: Named) -> tuple[str, ...]:
    return (*named.own, *named.reformed)


def _words_of(run: Pieces, names: _Names) -> Iterator[Clause]:
    """The words of a run, each body as a whole; a character beside one asks for nothing (市卫健委)."""
    for piece, named in run:
        others = names(named) if named else ()
        if named and (others or not piece.isascii()):
            yield _any_name(piece, named, others)
        elif len(run) == 1 or len(unit_texts(piece)) > 1:
            yield from _words_and_numbers(piece)


def any_name(piece: str, named: Named) -> OneOf:
    """A body that is named by a piece of a run, by any of its names, those of before and after a reform too."""
    return _any_name(piece, named, _all_names(named))


def _any_name(piece: str, named: Named, names: tuple[str, ...]) -> OneOf:
    return OneOf(tuple(dict.fromkeys(map(unit_texts, (piece, *names)))), named.not_after)


def _words_and_numbers(run: str) -> Iterator[Clause]:
    """The words of a run without bodies, its numbers among them, each with one character of what it counts."""
    pieces = list(cut_at_numbers(run))
    for piece, is_number in pieces:
        if is_number:
            yield in_any_writing(piece)
        elif piece not in _BETWEEN_NUMBERS or len(pieces) == 1:
            yield from map(_word, _same_script(unit_texts(piece)))


def _word(chunk: tuple[str, ...]) -> Clause:
    """A word of letters, or a run of characters; figures, and what is too short to cut, must stand as they are."""
    if is_letters(chunk[0]):
        return Inflected(stem(chunk[0]))
    return Exact(chunk) if len(chunk) < 3 or _FIGURES.match(chunk[0]) else Cut(chunk)


def _same_script(run: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A run cut into words of letters, figures, and what stands between them."""
    for kind, units in groupby(run, lambda unit: "letters" if is_letters(unit) else bool(_FIGURES.match(unit))):
        if kind == "letters":
            yield from ((unit,) for unit in units)
        else:
            yield tuple(units)


def is_figure(unit: str) -> bool:
    """Whether a unit is a digit or a sign of a number."""
    return bool(_FIGURES.match(unit))


# -------------------------------------------------------------------------------------------- citations


def _take_citations(
    text: str, is_name: Callable[[str], bool]
) -> tuple[str, tuple[Citation, ...], tuple[str, ...], tuple[str, ...]]:
    """The text without its citations and the names of documents that go with them; the citations; the names; the
    places as they are cited, each with its name.

    A name stands in 《》, directly before the citation (central#art_8 as well), or after it as in Article 8 of the
    Measures.
    """
    citations: list[Citation] = []
    text, name = _name_of_level(_with_ordinals(text, is_name), is_name)
    names = [name] if name else []
    places: list[str] = []
    while found := _find_place(text):
        citation, (start, end) = found
        citations.append(citation)
        before, name_before = _name_before(text[:start].removesuffix("#"), is_name)
        after, name_after = _name_after(text[end:], is_name)
        names += [name for name in (name_before, name_after) if name]
        places.append(f"{name_before or name_after or name} {text[start:end].strip()}".strip())
        text = f"{before} {after}"
    if citations:
        names += _marked(_NAMED, text)
        text = _blank(_NAMED, text)
    return text, tuple(citations), tuple(name for name in names if unit_texts(name)), tuple(places)


def _with_ordinals(text: str, is_name: Callable[[str], bool]) -> str:
    """The text with 第 before the numbers of the first place that stands directly behind a document's name without it:
    立法法82条2款, 行政处罚法63."""
    for found in _BARE_CITATION.finditer(text):
        before = text[: found.start()]
        if _ends_in_name(before, is_name) and (found["art"] or _OF_KIND.search(before)):
            levels = (("art", "条"), ("last", "条"), ("para", "款"), ("point", "项"))
            place = [f"第{found[of]}{unit}" for of, unit in levels if found[of]]
            return "".join((before, place[0], found["sub"] or "", *place[1:], text[found.end() :]))
    return text


def _ends_in_name(before: str, is_name: Callable[[str], bool]) -> bool:
    """Whether a text ends in the name of a document, also of one between 《》."""
    named = [found for found in _NAMED.finditer(before) if found.end() == len(before.rstrip())]
    if named:
        return is_name(named[-1][1] or named[-1][2] or "")
    return any(is_name(before[start:]) for start in _starts(before))


def _name_of_level(text: str, is_name: Callable[[str], bool]) -> tuple[str, str]:
    """A name in front of 三（二）1, which is a citation only where it stands alone, is cut off it."""
    if _find_place(text):
        return text, ""
    for gap in list(re.finditer(r"\s+|#|(?<=》)", text))[:_NAME_WORDS]:
        name, rest = text[: gap.start()], text[gap.end() :]
        if _find_place(rest) and is_name(name):
            return rest, name.strip()
    return text, ""


def _find_place(text: str) -> tuple[Citation, tuple[int, int]] | None:
    """The first place that is cited, else the first chapter; one that an article is cited with (第二章第三条) says no
    more than the article does."""
    try:
        division, place = find_division(text), find_place(text)
        if not (place and division):
            return place or division
        (citation, (start, end)), (_, (above, behind)) = place, division
        return citation, (above if behind == start else start, end)
    except ValueError:  # a number of thousands of digits
        return None


def without_places(text: str) -> str:
    """The text with what cites a place in it made blank."""
    while found := _find_place(text):
        _, (start, end) = found
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def names_in(text: str) -> list[tuple[int, int]]:
    """Where names of documents may stand in a text without places: between 《》, and all of it where there is more."""
    named = [found.span(1) if found[1] is not None else found.span(2) for found in _NAMED.finditer(text)]
    more = unit_texts(_blank(_NAMED, text))
    return [*named, *(found.span() for found in _ALL.finditer(text) if more)]


def _name_before(before: str, is_name: Callable[[str], bool]) -> tuple[str, str]:
    """The longest end of the text that is a document's name is cut off it."""
    for start in _starts(before):
        if is_name(before[start:]):
            return before[:start], before[start:].strip()
    return before, ""


def _starts(text: str) -> list[int]:
    """Where a name at the end of the text may start, the longest first; what stands in 《》 is left to `_NAMED`."""
    if text.rstrip().endswith(("》", "〉")):
        return []
    return [found.start() for found in re.finditer(r"\S+", text)][-_NAME_WORDS:]


def _name_after(after: str, is_name: Callable[[str], bool]) -> tuple[str, str]:
    if (found := _OF.match(after)) and is_name(found[1]):
        return "", found[1].strip()
    return after, ""
