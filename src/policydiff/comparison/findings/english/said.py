"""What one English text says and the other does not: sentences, clauses, single words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from policydiff.comparison.findings.english import cases
from policydiff.comparison.findings.english.pairing import Pair, Pairs, is_said, stems_of
from policydiff.comparison.findings.english.quoted import nearest, quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Clause, Statement
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_force import marks
from policydiff.comparison.findings.terms.english_names import offices
from policydiff.comparison.findings.terms.english_words import Word, content, say_the_same
from policydiff.expressions import expression

_LEAST_SAID = 3  # words: a sentence that says fewer lays nothing down, unless it binds
_LEAST_OF_CLAUSE = 2
_LOST = 0.6  # which share of a clause the other side must leave unsaid
_LONGEST_ELEMENT = 6  # words of what is no clause of its own
_ONE_ORDER = 0.72  # how alike two sentences are whose single words can be compared
_LIGHT = expression(
    r"\b(?:tak|mak|giv|hav|do|carry|conduct|engag|impos|subject|set|draw|put|bring|work|hold|run|meet)(?:e|es|s|ing|ed)?\b"
    r"|\b(?:has|get|made|taken|given|drawn|brought|held)\b",
    re.IGNORECASE,
)


def findings(pair: Pair, sides: Sides) -> Iterator[Found]:
    """A clause that one side alone lays down; another object, place or qualification in a sentence of one order.

    Not found: single words of sentences that were put in another order.
    """
    new = [*unsaid(pair.turned(), sides.turned())]
    gone = [*unsaid(pair, sides)]
    yield from _clauses(pair, gone, new)
    if not gone and not new:
        yield from _words(pair, sides)


def _clauses(pair: Pair, gone: Sequence[Clause], new: Sequence[Clause]) -> Iterator[Found]:
    left = [*new]
    for one in gone:
        other = next((other for other in left if len(other.stems) <= 2 * len(one.stems) + _LEAST_OF_CLAUSE), None)
        if other:
            left.remove(other)
            yield Found("scope", "scope", quoted(one), quoted(other))
        else:
            rule = "dropped-element" if _is_element(one) else "dropped-duty"
            yield Found(rule, "dropped-duty", quoted(one), nearest(pair.target, one.stems))
    for other in left:
        rule = "added-element" if _is_element(other) else "added-duty"
        yield Found(rule, "added-duty", nearest(pair.base, other.stems), quoted(other))


def unsaid(pair: Pair, sides: Sides) -> Iterator[Clause]:
    """The clauses of the base's side that lay down what the target's side does not say; conditions and exceptions are
    told by themselves, and so are the elements of lists."""
    held = stems_of(pair.target) | sides.target_says.introduced
    for clause in (clause for one in pair.base for clause in one.clauses if clause.part == "main"):
        lost = sum(not is_said(stem, held) for stem in clause.stems)
        least = 1 if any(marks(clause.text)) else _LEAST_OF_CLAUSE
        if len(clause.stems) >= least and lost >= _LOST * len(clause.stems):
            yield clause


def _is_element(clause: Clause) -> bool:
    """Whether a clause lays nothing down by itself."""
    return not any(marks(clause.text)) and len(clause.stems) <= _LONGEST_ELEMENT


def alone(pairs: Pairs, sides: Sides) -> Iterator[Found]:
    """The sentences that no sentence of the other side of the row answers, unless another provision there says them.

    立法法 2023 art. 82: what the superior rule states need not be repeated, so a gap is a question and no error.
    """
    for one in pairs.gone:
        beside = [said for pair in pairs.paired for said in pair.target]
        if (found := _lone(one, "dropped", sides, beside)) is not None:
            yield found
    for other in pairs.new:
        beside = [said for pair in pairs.paired for said in pair.base]
        if (found := _lone(other, "added", sides.turned(), beside)) is not None:
            yield found._replace(base=found.target, target=found.base)


def _lone(sentence: Statement, fate: str, sides: Sides, beside: Sequence[Statement]) -> Found | None:
    """What is told of a sentence that the base's side alone says; nothing of one that lays nothing down."""
    stems, says = sentence.stems, sides.target_says
    if says.says(stems, sides.target):
        return None
    if sentence.clauses[0].part == "exception":
        return Found(f"{fate}-exception", "scope", quoted(sentence), nearest(beside, stems))
    if len(stems) < _LEAST_SAID - any(marks(sentence.text)):
        return None
    near = says.nearly_says(stems, sides.target)
    rule = f"{fate}-here" if near else f"{fate}-duty"
    return Found(
        rule, "dropped-duty" if fate == "dropped" else "added-duty", quoted(sentence), near or nearest(beside, stems)
    )


def _words(pair: Pair, sides: Sides) -> Iterator[Found]:
    """Single words that differ between two sentences of one order."""
    if len(pair.base) != 1 or len(pair.target) != 1:
        return
    one, other = _Read(pair, sides), _Read(pair.turned(), sides.turned())
    held = stems_of(pair.base) | sides.base_says.introduced, stems_of(pair.target) | sides.target_says.introduced
    matcher = SequenceMatcher(None, *_in_one_name(one.words, other.words), autojunk=False)
    if max(matcher.ratio(), one.likeness(other)) < _ONE_ORDER:
        return
    for _, start, end, begin, stop in matcher.get_opcodes():
        gone, new = one.unsaid(start, end, held[1]), other.unsaid(begin, stop, held[0])
        light = one.is_light(start, end), other.is_light(begin, stop)
        is_style = not (gone and new) and light == (not gone, not new)
        if (gone or new) and not is_style:
            yield Found("scope", "scope", one.quote(gone, start, end), other.quote(new, begin, stop))


class _Read:
    """The sentence of the base's side with its words that say something."""

    def __init__(self, pair: Pair, sides: Sides) -> None:
        self.sentence = sentence = pair.base[0]
        self.words = content(sentence.text)
        at = sentence.start
        self._told = [range(one.start, one.end) for one in offices(sentence.text)]
        self._told += [range(one.start - at, one.end - at) for one in cases.unsaid(pair, sides)]

    def likeness(self, other: _Read) -> float:
        """How alike two sentences are word by word, in their order, those that say little by themselves included."""
        words, others = (one.sentence.text.lower().split() for one in (self, other))
        return SequenceMatcher(None, words, others, autojunk=False).ratio()

    def unsaid(self, start: int, end: int, held: frozenset[str]) -> list[Word]:
        """The words of a stretch that are not among others; other rules speak of who acts, and of cases and exceptions
        that are gone."""
        words = (word for word in self.words[start:end] if not any(word.start in place for place in self._told))
        return [word for word in words if not is_said(word.stem, held)]

    def is_light(self, start: int, end: int) -> bool:
        """Whether a verb that says little stands between two words: take bribes against accept bribes."""
        first = self.words[start - 1].end if start else 0
        last = self.words[end].start if end < len(self.words) else len(self.sentence.text)
        return bool(_LIGHT.search(self.sentence.text[first:last]))

    def quote(self, lost: Sequence[Word], start: int, end: int) -> str:
        """The sentence as far as it is quoted around some words; where there are none, around where they would be."""
        words = lost or self.words[start:end] or self.words[max(0, start - 1) : start]
        place = (words[0].start, words[-1].end) if words else (0, 0)
        return quoted(self.sentence, (self.sentence.start + place[0], self.sentence.start + place[1]))


def _in_one_name(old: Sequence[Word], new: Sequence[Word]) -> tuple[list[str], list[str]]:
    """The stems of both, those that say the same under one name."""
    first = [word.stem for word in old]
    known = [*dict.fromkeys(first)]
    return first, [next((stem for stem in known if say_the_same(stem, word.stem)), word.stem) for word in new]
