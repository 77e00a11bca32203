"""The clauses of a row's two sides, and which of them say the same thing.

    base    各单位应当每年报告 ‖ 并及时整改          target    街道每年报告一次
            └─────────────── paired ──────────────────────────┘
                                 └── gone

    base    归侨的财产受法律保护                     target    归侨联合会的财产 ‖ 受法律保护
            └─────────────── paired with both, as one ────────┘

A clause is what stands between two marks of punctuation other than 、. Two clauses are paired by the runs of
characters they share, weighed by how much a run says (policydiff.alignment.weights), and by their meaning; a lone
neighbour joins its clause where the partner says it as well. A clause that has no partner but whose words are held by
a clause of the other side is neither gone nor new.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import Grams, chinese_grams, english_grams, grams_of
from policydiff.alignment.meanings import direction
from policydiff.alignment.weights import rarity
from policydiff.model import Language
from policydiff.text import skeleton

_END: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"[，。；：！？\n,;:!?]+"),
    "en": re.compile(r"(?:[.;:!?]+(?=\s|$)|,\s|\n)+"),
}
_SENTENCE_END = re.compile(r"[。；！？\n;.!?]")
_LEAST_SAID = 0.02  # by a run that stands everywhere
_ROUNDING = 1e-9
_UNRELATED = 0.5  # clauses of rules that have nothing to do with each other are so near in meaning
_MEANING = 0.5
_MOST_GAINED = _MEANING * (1 - _UNRELATED) + _ROUNDING  # by the same meaning
_LEAST_ALIKE = 0.3
_LEAST_HELD = 0.62
_COUNTERPART, _CLOSE, _VERY_CLOSE = 0.3, 0.4, 0.6
_FAR = 0.02  # what each clause of distance takes from a pairing
_FARTHEST = 6
_SAME_END = 0.12  # what two clauses gain that end in the same verb or thing: …报告, …备案
_SAME_OPENING = 0.1  # 由…, 经…: both say by whom or with whose leave
_LEAST_KIN = 0.08
_OF_TWO_KINDS = 0.35  # what a duty loses beside the naming of its breach
_LEAST_GAIN = 0.07  # which share of either a neighbour must say that the clause leaves unsaid
_LEAST_OWN = 0.4  # or which share of its own words
_OPENING = re.compile(r"由|经|报|向|按照?|自|凭|从|应当|不得|可以")
EXCEPTION: dict[Language, re.Pattern[str]] = {
    # 排除管道外部的隐患 excepts nothing.
    "zh": re.compile(r"(?<![排清解拆免消废扣开删铲驱剔根])除[^，。；]{1,60}?(?:以外|之外|外)|(?:的|情形)除外"),
    "en": re.compile(r"\b(?:except|unless|other than|otherwise provided)\b", re.IGNORECASE),
}
CONDITION: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"的(?:情形|情况下|条件下|时候)?$|(?:时|后|前|期间|之日起)$"
        r"|^(?:根据需要$|有条件的(?:地方|地区|单位)$|情节|确有|确需|经[^，。；]{1,30}(?:批准|同意|许可)后?$)"
    ),
    "en": re.compile(r"^(?:if|where|when|in case|subject to|as needed|on condition|within the scope)\b", re.IGNORECASE),
}
PROVISO: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(EXCEPTION["zh"].pattern + r"|除外|(?<![^，。；：！？\n,;:])但是?(?!书|未|没有|尚未|逾期)"),
    "en": re.compile(EXCEPTION["en"].pattern + r"|\b(?:provided that|provided, however|however|but)\b", re.IGNORECASE),
}
_FORBIDS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"不得|禁止|严禁"),
    "en": re.compile(r"\b(?:shall|may|must) not\b|\bprohibit", re.IGNORECASE),
}
_BREACH: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"的$|^(?:违反|未|拒不)"),
    "en": re.compile(r"^(?:(?:whoever|anyone who|where)\b.*\b)?(?:fail|refus|violat)", re.IGNORECASE),
}
_FORCE: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"应当|必须|不得|禁止|可以"),
    "en": re.compile(r"\b(?:shall|must|may)\b", re.IGNORECASE),
}

Bag = dict[int, float]
Gains = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause of a text: where its words stand without the punctuation around them, and in which sentence."""

    within: str
    start: int
    end: int
    sentence: int
    language: Language
    bag: Bag
    text: str = field(init=False)  # its words as printed
    weight: float = field(init=False)  # how much the clause says

    def __post_init__(self) -> None:
        """Its words and weight are looked at many times as often as a clause is made."""
        object.__setattr__(self, "text", self.within[self.start : self.end])
        object.__setattr__(self, "weight", sum(self.bag.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePairs:
    """Which clauses stand beside which and how alike they are, and which of either side have no counterpart.

    `base` and `target` are all clauses of the sides. A clause of a pair may be several that follow each other, where
    the other side says them as one.
    """

    base: tuple[Clause, ...]
    target: tuple[Clause, ...]
    likeness: Likeness
    paired: tuple[tuple[Clause, Clause, float], ...]
    gone: tuple[Clause, ...]
    new: tuple[Clause, ...]

    def only(self, answer: Callable[[Clause, Clause, float], bool]) -> ClausePairs:
        """The pairs whose clauses answer each other; those of the others have no counterpart."""
        paired, gone, new = [], [*self.gone], [*self.new]
        for one, other, score in self.paired:
            if answer(one, other, score):
                paired.append((one, other, score))
            else:
                gone.append(one)
                new.append(other)
        by_place = attrgetter("start")
        alone = tuple(sorted(gone, key=by_place)), tuple(sorted(new, key=by_place))
        return replace(self, paired=tuple(paired), gone=alone[0], new=alone[1])


@lru_cache(maxsize=4096)  # of the two rules that are compared
def bag(text: str, language: Language) -> Bag:
    """The runs of characters of a text with how much each says."""
    grams = np.unique(chinese_grams(text) if language == "zh" else english_grams(text))
    return dict(zip(grams.tolist(), _weights(grams, language).tolist(), strict=True))


def _weights(grams: Grams, language: Language) -> NDArray[np.float64]:
    """How much each run of characters says."""
    return rarity(grams) ** 2 + _LEAST_SAID if language == "zh" else np.ones(len(grams))


def _bags(texts: Sequence[str], language: Language) -> list[Bag]:
    """The bag of each text, of all at once that were not asked for lately: a clause of a provision is one of its row,
    and often of a quotation."""
    known = {text: _BAGS[text, language] for text in texts if (text, language) in _BAGS}
    if new := [text for text in dict.fromkeys(texts) if text not in known]:
        known.update(zip(new, _bags_of(new, language), strict=True))
    if len(_BAGS) > _MOST_KEPT:
        _BAGS.clear()
    _BAGS.update(((text, language), held) for text, held in known.items())
    return [known[text] for text in texts]


def _bags_of(texts: Sequence[str], language: Language) -> Iterator[Bag]:
    """The bag of each text, of all at once."""
    grams, place, text = grams_of(texts, language)
    order = np.argsort(text, kind="stable")
    weights = _weights(grams, language)
    held = zip(grams[place[order]].tolist(), weights[place[order]].tolist(), strict=True)
    return (dict(islice(held, size)) for size in np.bincount(text, minlength=len(texts)).tolist())


def clauses(text: str, language: Language) -> tuple[Clause, ...]:
    """The clauses of a text in order; brackets that explain are left where they are."""
    found = _READ.get((text, language))
    return found if found is not None else clauses_of([text], language)[0]


def clauses_of(texts: Sequence[str], language: Language) -> list[tuple[Clause, ...]]:
    """The clauses of each text. They are kept for a while: many rules cut the texts of two rules that are compared.

    Many texts at once take a tenth of the time that they take one by one.
    """
    known = {text: _READ[text, language] for text in texts if (text, language) in _READ}
    new = [text for text in dict.fromkeys(texts) if text not in known]
    places = [[*_places(text, language)] for text in new]
    words = [text[start:stop] for text, found in zip(new, places, strict=True) for start, stop, _ in found]
    bags = iter(_bags(words, language))
    for text, found in zip(new, places, strict=True):
        cut = (_clause(text, language, *place, next(bags)) for place in found)
        known[text] = tuple(clause for clause in cut if clause.bag or skeleton(clause.text))
    if len(_READ) > _MOST_KEPT:
        _READ.clear()
    _READ.update(((text, language), known[text]) for text in new)
    return [known[text] for text in texts]


_READ: dict[tuple[str, Language], tuple[Clause, ...]] = {}
_BAGS: dict[tuple[str, Language], Bag] = {}
_MOST_KEPT = 4096


def _places(text: str, language: Language) -> Iterator[tuple[int, int, int]]:
    """What stands between the marks of a text: from where to where, and in which sentence."""
    sentence = start = 0
    for end in _END[language].finditer(text):
        yield start, end.start(), sentence
        sentence += bool(_SENTENCE_END.search(end.group()))
        start = end.end()
    yield start, len(text), sentence


def _clause(text: str, language: Language, start: int, stop: int, sentence: int, held: Bag) -> Clause:
    """The clause between two marks, without the blanks around it."""
    words = text[start:stop]
    lead, trail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    start, end = start + lead, stop - trail
    return Clause(within=text, start=start, end=end, sentence=sentence, language=language, bag=held)


def shared(one: Bag, other: Bag) -> float:
    """How much two bags have in common."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight for gram, weight in one.items() if gram in other])


def cover(clause: Clause, by: Bag) -> float:
    """Which share of a clause's words another text holds."""
    return shared(clause.bag, by) / (clause.weight or 1.0)


class Held:
    """Many clauses by the runs of characters that they hold, so that one need not be laid beside each of them."""

    def __init__(self, among: Sequence[Clause]) -> None:
        self._among = among
        self._holders = defaultdict[int, list[int]](list)
        for number, clause in enumerate(among):
            for gram in clause.bag:
                self._holders[gram].append(number)

    def most_of(self, clause: Clause, least: float) -> Iterator[tuple[int, float]]:
        """Which of the clauses hold at least this share of a clause's words, by number, each with the share."""
        for number in self._candidates(clause, least):
            share = cover(clause, self._among[number].bag)
            if share >= least:
                yield number, share

    def nearest(self, clause: Clause, least: float) -> int | None:
        """The number of the clause most like a clause, in words and in meaning; the first of equals. None where none is
        so much alike.

        What a meaning adds is worked out for the few that it can bring so far, as a direction costs more than words;
        `least` must be more than a meaning alone can add.
        """
        known = [
            (number, in_words)
            for number, common in sorted(self.common_with(clause).items())
            if (in_words := _in_words(common, clause, self._among[number])) >= least - _MOST_GAINED
        ]
        gains = _in_meaning([clause], [self._among[number] for number, _ in known])[0].tolist()
        likeness = {number: min(1.0, words + gain) for (number, words), gain in zip(known, gains, strict=True)}
        best = max(likeness, key=likeness.__getitem__, default=None)
        return None if best is None or likeness[best] < least else best

    def common_with(self, clause: Clause) -> dict[int, float]:
        """What each of the clauses has in common with a clause, by number; those that have nothing are left out."""
        out: dict[int, float] = {}
        for gram, weight in clause.bag.items():
            for number in self._holders.get(gram, ()):
                out[number] = out.get(number, 0.0) + weight
        return out

    def _candidates(self, clause: Clause, least: float) -> list[int]:
        """Those that hold any of the clause's rarest runs, of as many as a clause that holds the share cannot lack."""
        most = (1 - least) * clause.weight + _ROUNDING  # that a clause may lack
        lacked = sum([weight for gram, weight in clause.bag.items() if gram not in self._holders])
        if lacked > most:
            return []
        runs = [(self._holders[gram], weight) for gram, weight in clause.bag.items() if gram in self._holders]
        found = set[int]()
        for holders, weight in sorted(runs, key=lambda run: len(run[0])):
            if lacked > most:
                break
            found.update(holders)
            lacked += weight
        return sorted(found)


def alike(one: Clause, other: Clause) -> float:
    """How alike two clauses are: 1 for the same words, 0 for neither words nor, in Chinese, meaning in common."""
    return most_alike(one, [other])[1]


def most_alike(clause: Clause, others: Sequence[Clause]) -> tuple[Clause | None, float]:
    """Which of others is most like a clause, the first of equals, and how alike they are; None and 0 of no others."""
    meaning = _in_meaning([clause], others)[0].tolist()
    common = [shared(clause.bag, other.bag) for other in others]
    scores = [
        min(1.0, _in_words(held, clause, other) + near)
        for other, held, near in zip(others, common, meaning, strict=True)
    ]
    best = max(range(len(others)), key=scores.__getitem__, default=None)
    return (None, 0.0) if best is None else (others[best], scores[best])


def comes_near(clause: Clause, others: Sequence[Clause], least: float) -> bool:
    """Whether any of others is so much like a clause; meanings are looked at where words alone leave it open."""
    enough = least - _MOST_GAINED
    known = [other for other in others if _in_words(shared(clause.bag, other.bag), clause, other) >= enough]
    return most_alike(clause, known)[1] >= least


class Likeness:
    """How alike each clause of a base is to each of a target: worked out at once, and looked up as often as is asked.

    A clause that is in neither side as it was cut, because it was joined to another, is looked at anew.
    """

    def __init__(self, base: Sequence[Clause], target: Sequence[Clause]) -> None:
        self.common = _common(base, target)
        self.rows = _likeness(base, target, self.common)
        self._places = {
            (clause.within, clause.start, clause.end): (side, number)
            for side, cut in enumerate((base, target))
            for number, clause in enumerate(cut)
        }

    def most_alike(self, clause: Clause, others: Sequence[Clause]) -> tuple[Clause | None, float]:
        """Which clause of the other side is most like this one, the first of equals, and how alike they are."""
        if not others or self._place(clause) is None:
            return most_alike(clause, others)
        best = max(others, key=lambda other: self.of(clause, other))
        return best, self.of(clause, best)

    def of(self, one: Clause, other: Clause) -> float:
        """How alike a clause of one side is to one of the other, whichever side is which."""
        here, there = self._place(one), self._place(other)
        if here is None or there is None or here[0] == there[0]:
            return alike(one, other)
        (_, row), (_, column) = sorted((here, there))
        return self.rows[row][column]

    def _place(self, clause: Clause) -> tuple[int, int] | None:
        return self._places.get((clause.within, clause.start, clause.end))


def _in_words(common: float, one: Clause, other: Clause) -> float:
    """How alike two clauses are in words, that have so much in common."""
    return common / ((one.weight * other.weight) ** 0.5 or 1.0)


def _in_meaning(base: Sequence[Clause], target: Sequence[Clause]) -> Gains:
    """What each pair of Chinese clauses gains by being near in meaning (policydiff.alignment.meanings)."""
    if not base or not target or base[0].language == "en":
        return np.zeros((len(base), len(target)))
    old, new = (np.array([direction(clause.text) for clause in side]) for side in (base, target))
    return _gains(old @ new.T)


def _gains(nearness: Gains) -> Gains:
    """What clauses so near in meaning gain."""
    near = np.round(nearness, 5)  # so that no machine's last digit decides
    out: Gains = _MEANING * np.maximum(0.0, near - _UNRELATED)
    return out


def pair_clauses(base: Sequence[Clause], target: Sequence[Clause], language: Language) -> ClausePairs:
    """The best partner for each clause, best pairs first; neighbours win where the words do not decide."""
    likeness = Likeness(base, target)
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in _wanted(base, target, likeness.rows):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    gone = [i for i in range(len(base)) if i not in paired]
    come = [j for j in range(len(target)) if j not in taken]
    pairs = []
    for i, j in sorted(paired.items()):
        old = _joined(base, i, target[j], gone)
        new = _joined(target, j, old, come)
        pairs.append((old, new, likeness.of(old, new)))
    common = likeness.common
    return ClausePairs(
        base=tuple(base),
        target=tuple(target),
        likeness=likeness,
        paired=tuple(pairs),
        gone=tuple(base[i] for i in gone if not _is_held(base[i], target, common[i], language)),
        new=tuple(target[j] for j in come if not _is_held(target[j], base, [row[j] for row in common], language)),
    )


def _common(base: Sequence[Clause], target: Sequence[Clause]) -> list[list[float]]:
    """How much each clause has in common with each; those that share no run are never laid beside each other."""
    held = Held(target)
    out = [[0.0] * len(target) for _ in base]
    for row, clause in zip(out, base, strict=True):
        for number, common in held.common_with(clause).items():
            row[number] = common
    return out


def _likeness(base: Sequence[Clause], target: Sequence[Clause], common: Sequence[Sequence[float]]) -> list[list[float]]:
    """How alike each clause is to each, in words and in meaning."""
    meaning = _in_meaning(base, target).tolist()
    return [
        [min(1.0, _in_words(held, old, new) + near) for new, held, near in zip(target, *sides, strict=True)]
        for old, *sides in zip(base, common, meaning, strict=True)
    ]


def _wanted(
    base: Sequence[Clause], target: Sequence[Clause], likeness: Sequence[Sequence[float]]
) -> list[tuple[float, int, int]]:
    """The pairs that may answer each other, best first: by their likeness, their parts and how far apart they are."""
    found = []
    parts = [[_part(clause.text, clause.language) for clause in side] for side in (base, target)]
    for i, row in enumerate(likeness):
        for j, alike_ in enumerate(row):
            if alike_ >= _LEAST_KIN:  # nothing makes up for less
                old, new = parts[0][i], parts[1][j]
                far = _FAR * min(abs(i - j), _FARTHEST)
                score = alike_ + _same_role(old, new) - far - _OF_TWO_KINDS * _are_of_two_kinds(old, new)
                if score >= _LEAST_ALIKE:
                    found.append((score, i, j))
    return sorted(found, key=lambda one: (-one[0], one[1], one[2]))


def is_exception(clause: Clause) -> bool:
    """Whether a clause makes an exception or a proviso, which belongs to the sentence that it stands in."""
    return _part(clause.text, clause.language).excepts


def are_counterparts(old: str, new: str, score: float, language: Language, *, doubtful: bool) -> bool:
    """Whether two clauses of a pair answer each other, so that it says something in which words they differ.

    Clauses hardly alike do where they end in the same words. One that says when a rule holds, or makes an exception,
    does not answer one that lays something down.
    """
    if score >= _VERY_CLOSE:
        return True
    if sets_the_case(old, language) != sets_the_case(new, language):
        return False
    return score >= _CLOSE if doubtful else score >= _COUNTERPART or old[-2:] == new[-2:]


def sets_the_case(clause: str, language: Language) -> bool:
    """Whether a clause says when a rule holds or whom it meets, and not what it lays down."""
    return bool(CONDITION[language].search(clause) or EXCEPTION[language].search(clause))


def _is_held(clause: Clause, by: Sequence[Clause], common: Sequence[float], language: Language) -> bool:
    """Whether one of the other clauses holds the words of this one; what excepts or forbids is not held by what does
    not."""
    holders = [other for other, held in zip(by, common, strict=True) if held / (clause.weight or 1.0) >= _LEAST_HELD]
    marks = [mark for mark in (PROVISO[language], _FORBIDS[language]) if holders and mark.search(clause.text)]
    return any(all(mark.search(other.text) for mark in marks) for other in holders)


class _Part(NamedTuple):
    """What part a clause plays: how it opens and ends, and whether it names a breach, lays down a duty or excepts."""

    opening: str
    end: str
    is_breach: bool
    is_duty: bool
    excepts: bool


@lru_cache(maxsize=4096)  # of the two rules that are compared
def _part(text: str, language: Language) -> _Part:
    """The part that a clause plays."""
    is_breach = bool(_BREACH[language].search(text))
    is_duty = not is_breach and bool(_FORCE[language].search(text))
    return _Part(_opening(text), text[-2:], is_breach, is_duty, bool(PROVISO[language].search(text)))


def _same_role(old: _Part, new: _Part) -> float:
    """What two clauses gain that open with the same preposition, or end in the same verb or thing."""
    return _SAME_END * (old.end == new.end) + _SAME_OPENING * (old.opening == new.opening != "")


def have_one_opening(one: str, other: str) -> bool:
    """Whether two clauses open with the same preposition or word of force, and so say the same of what came before."""
    return _opening(one) == _opening(other) != ""


def _opening(clause: str) -> str:
    """The preposition or word of force that a clause opens with."""
    found = _OPENING.match(clause)
    return found.group() if found else ""


def _are_of_two_kinds(old: _Part, new: _Part) -> bool:
    """Whether one clause lays down a duty and the other names the breach of one."""
    return (old.is_breach and new.is_duty) or (new.is_breach and old.is_duty)


def _joined(side: Sequence[Clause], at: int, partner: Clause, alone: list[int]) -> Clause:
    """A clause with the lone neighbours of its sentence that its partner says as well; they are alone no longer."""
    whole = side[at]
    for step in (-1, 1):
        k = at + step
        while k in alone and side[k].sentence == whole.sentence and _says_more(side[k], whole, partner):
            whole = together(side[k], whole) if step < 0 else together(whole, side[k])
            alone.remove(k)
            k += step
    return whole


def _says_more(neighbour: Clause, clause: Clause, partner: Clause) -> bool:
    """Whether a neighbour says what the partner says and the clause itself does not."""
    rest = {gram: weight for gram, weight in partner.bag.items() if gram not in clause.bag}
    gained = shared(neighbour.bag, rest)
    return gained >= min(_LEAST_GAIN * max(partner.weight, neighbour.weight), _LEAST_OWN * neighbour.weight)


def together(first: Clause, second: Clause) -> Clause:
    """Two clauses that follow each other as one, with what stands between them."""
    return replace(first, end=second.end, bag=first.bag | second.bag)
