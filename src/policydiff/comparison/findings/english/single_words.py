"""Single words in which two English sentences of one order differ: another object, place or qualification."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from policydiff.comparison.findings.english import cases, lists, manner, said
from policydiff.comparison.findings.english.pairing import Pair, is_said, stems_of
from policydiff.comparison.findings.english.quoted import quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_names import offices
from policydiff.comparison.findings.terms.english_quantities import COUNT
from policydiff.comparison.findings.terms.english_words import Word, content, say_the_same, stems
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.expressions import expression

_ONE_ORDER = 0.72  # how alike two sentences are whose single words can be compared
_WHO = expression(r"\s(?:who|that|which)\b", re.IGNORECASE)
_LEAST_TURNED = 2  # words; a sentence that goes on as the other begins only lacks its first word
_OF_ANY_CASE = frozenset(stems("breach violation offence contravention"))  # if the breach is serious: in serious cases
_LIGHT = expression(
    r"\b(?:tak|mak|giv|hav|do|carry|conduct|engag|impos|subject|set|draw|put|bring|work|hold|run|meet)(?:e|es|s|ing|ed)?\b"
    r"|\b(?:has|get|made|taken|given|drawn|brought|held)\b",
    re.IGNORECASE,
)


def findings(pair: Pair, sides: Sides) -> Iterator[Found]:
    """Another object, place or qualification in a sentence of one order, where no clause is gone or new.

    Not found: single words of sentences that were put in another order, words that other rules tell.
    """
    if len(pair.base) != 1 or len(pair.target) != 1 or _lacks_a_clause(pair, sides):
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
        is_style |= (not new and one.begins_with(gone, other)) or (not gone and other.begins_with(new, one))
        if (gone or new) and not is_style:
            yield Found("scope", "scope", one.quote(gone, start, end), other.quote(new, begin, stop))


def _lacks_a_clause(pair: Pair, sides: Sides) -> bool:
    """Whether one side lays down a clause that the other does not."""
    return any(said.unsaid(pair, sides)) or any(said.unsaid(pair.turned(), sides.turned()))


class _Read:
    """The sentence of the base's side with its words that say something."""

    def __init__(self, pair: Pair, sides: Sides) -> None:
        self.sentence = sentence = pair.base[0]
        self.words = content(sentence.text)
        at = sentence.start
        self._told = [range(one.start, one.end) for one in offices(sentence.text)]
        gone = [*cases.unsaid(pair, sides), *lists.unnamed(pair, sides), *manner.unsaid(pair)]
        self._told += [range(one.start, one.end) for one in quantities(sentence.text, "en") if one.unit != COUNT]
        self._told += [range(one.start - at, one.end - at) for one in gone]

    def likeness(self, other: _Read) -> float:
        """How alike two sentences are word by word, in their order, those that say little by themselves included."""
        words, others = (one.sentence.text.lower().split() for one in (self, other))
        return SequenceMatcher(None, words, others, autojunk=False).ratio()

    def unsaid(self, start: int, end: int, held: frozenset[str]) -> list[Word]:
        """The words of a stretch that are not among others; other rules speak of who acts, and of cases and exceptions
        that are gone."""
        words = (word for word in self.words[start:end] if not any(word.start in place for place in self._told))
        return [word for word in words if not is_said(word.stem, held) and not self._only_sets_a_case(word)]

    def _only_sets_a_case(self, word: Word) -> bool:
        """Whether a word of a case says no more than that there is one."""
        clause = self.sentence.clause_at(self.sentence.start + word.start)
        return word.stem in _OF_ANY_CASE and clause is not None and clause.part == "case"

    def begins_with(self, words: Sequence[Word], other: _Read) -> bool:
        """Whether one word is the subject of the sentence, and the other one was turned round: an operator who opens a
        pool, opening a pool by night; but no operator, small operators."""
        if [*words] != [*self.words[:1]] or not other.words:
            return False
        who = _WHO.match(self.sentence.text, self.words[0].end)
        return bool(who) or not any(say_the_same(other.words[0].stem, word.stem) for word in self.words[:_LEAST_TURNED])

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
