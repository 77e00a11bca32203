"""A question in plain words, read as the words in it that tell what is asked.

    农村人能不能领养老金  ──▶  农村人 领养老金  ──▶  农村 村人 领养 养老 老金
    who shall report     ──▶  report

A law answers a question without the words that make it one. What is left is looked up as any query is; where no
provision has all of it, those are found that have the most, pair of characters by pair, of whatever any of them has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from policydiff.bodies import cut_at_bodies
from policydiff.numerals import cut_at_numbers
from policydiff.search.query import Clause, Clauses, Exact, Inflected, any_name, in_any_writing, runs_of, typed
from policydiff.search.tokens import RUN, is_letters, stem, unit_texts
from policydiff.text import fold

_MOST_CLAUSES = 32  # of a question as long as an article the first words find it
# Longer ones stand before those that they begin with. site/static/search-query.js has the same.
_CHINESE = (
    "请问|想问一下|想问|我想知道|想知道|我想了解|想了解|能不能够|可不可以|应不应该|需不需要|(?P<act>[一-龥])[不没](?P=act)|"
    "能否|可否|是否|有无|多少钱|多少|多久(?:以内|之内|内)?要?|多长时间|"
    "多长|多大|多高|几个工作日|几个月|几天|几年|几次|几岁|几种|几个|什么时候|什么时间|什么地方|什么样|为什么|凭什么|"
    "什么|怎么办(?!理)|怎么样|怎么|怎样|如何|哪些|哪里|哪个|哪种|哪儿|哪级|谁来|由谁|谁|何时|何地|"
    r"(?:[吗呢啊]|(?<![网酒茶水书])吧)(?![^\W_])"
)
_ENGLISH = (
    "what|who|whom|whose|which|when|where|why|how|much|many|long|often|can|could|do|does|did|i|we|you|my|our|your|me|"
    "get|there|please|tell|should|would|will|if|has|have|need|needs"
)
_ASKING = re.compile(_CHINESE)
_ASKING_IN_ENGLISH = re.compile(rf"(?<![^\W_])(?:{_ENGLISH})(?![^\W_])")
# Laws have if, will, can, who and need as well: an English text asks where it opens so, or speaks of who asks.
_OPENS = "what|who|whom|whose|which|when|where|why|how|can|could|do|does|did|should|would|will|please|tell"
_ASKS_IN_ENGLISH = re.compile(rf"^(?:{_OPENS})(?![^\W_])|(?<![^\W_])(?:i|we|you|my|our|your|me)(?![^\W_])")
_LINKS = frozenset("的了不要就都也")  # hardly a word of a law ends or begins at one of these
_WORDS = frozenset(
    {
        *("不动", "不正", "不服", "不良", "不符", "不法", "要求", "要件", "要素", "要约", "主要", "必要", "重要"),
        *("就业", "就医", "就学", "就读", "就近", "成就", "首都", "都市", "目的", "标的"),
    }
)
# What a question asks for by how long or how much, and the runs of which an answer has one.
_MEASURES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile("多久|多长|几天|几年|几个|多少[天日年个小]|什么时[候间]|何时|how long|how soon|when"),
        ("小时", "日内", "天内", "日前", "工作日", "个月", "年内", "分钟", "hour", "day", "month", "year"),
    ),
    (
        re.compile("多少[钱元]|[罚赔]多少|how much"),
        ("元以", "元的", "百元", "千元", "万元", "倍以", "yuan"),
    ),
)


def in_words(text: str) -> str:
    """The text, folded, its letters and digits alone, numbers and dates as they are looked up."""
    return " ".join(runs_of(text))


def without_asking(text: str) -> str:
    """As `in_words`, without the words that only make a question of it."""
    words = in_words(_ASKING.sub(" ", fold(text)))
    asks = _ASKS_IN_ENGLISH.search(words) or fold(text).rstrip().endswith("?")
    return in_words(_ASKING_IN_ENGLISH.sub(" ", words)) if asks else words


def measures(text: str) -> Clauses:
    """Of what an answer has one where the text asks how long or how much."""
    asked = fold(text)
    runs = (run for asks, runs in _MEASURES if asks.search(asked) for run in runs)
    return tuple(Inflected(run) if run.isascii() else Exact(unit_texts(run)) for run in runs)


def telling(text: str, nothing: frozenset[str]) -> Clauses:
    """What of a text may be found by itself: a body by any of its names, a number in any writing, two Chinese
    characters that stand together and of which none only links words, a character that stands alone, a word of letters
    in any inflection unless it says `nothing`."""
    found: dict[Clause, None] = {}
    for run in RUN.findall(text):
        for piece, named in cut_at_bodies(run):
            units = unit_texts(piece)
            if named:
                found[any_name(piece, named)] = None
            elif len(units) > 1 or piece == run:
                found |= dict.fromkeys(_clauses(piece, nothing))
    return tuple(found)[:_MOST_CLAUSES]


def joined(clauses: Clauses, stands: Callable[[tuple[str, ...]], bool]) -> str:
    """Clauses as a reader takes them, pairs that follow one another as the longest words that stand somewhere: 养老
    老金 is 养老金."""
    words: list[tuple[str, ...]] = []
    for clause in clauses:
        units = (clause.stem,) if isinstance(clause, Inflected) else typed(clause)
        last = words[-1] if words else ()
        if len(units) < 2 or len(last) < 2 or last[-1] != units[0]:
            words.append(units)
            continue
        ways = ((*last[start:], *units[1:]) for start in range(len(last) - 1))
        longer = next(filter(stands, ways), units)
        words[-1:] = [longer] if longer[: len(last)] == last else [last, longer]
    return " ".join(map("".join, words))


def _clauses(piece: str, nothing: frozenset[str]) -> Iterator[Clause]:
    for part, is_number in cut_at_numbers(piece):
        if is_number:
            yield in_any_writing(part)
        else:
            yield from _of_words(unit_texts(part), nothing)


def _of_words(units: tuple[str, ...], nothing: frozenset[str]) -> list[Clause]:
    clauses: list[Clause] = [Inflected(stem(one)) for one in units if is_letters(one) and one not in nothing]
    for first, second in pairwise(units):
        if not (is_letters(first) or is_letters(second)) and _tells(first, second):
            clauses.append(Exact((first, second)))
    if len(units) == 1 and not is_letters(units[0]) and units[0] not in nothing:
        clauses.append(Exact(units))
    return clauses


def _tells(first: str, second: str) -> bool:
    """Whether two characters that stand together are, or may be, of a word, and none only links words."""
    return first + second in _WORDS or not _LINKS.intersection((first, second))
