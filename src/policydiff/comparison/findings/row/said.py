"""Whether a sentence of the other side says a clause in its words, in another order and another style.

base    有权撤销或者变更理事会不适当的决定       target  撤销或者改变会长和理事会不适当的决定
        └─ every word that tells stands in one sentence: the clause is neither gone nor new
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from policydiff.comparison.clauses import Clause, bag, cover
from policydiff.comparison.findings.row.elsewhere import Elsewhere
from policydiff.comparison.findings.row.rule import SENTENCE
from policydiff.comparison.findings.row.topics import NAMES_NO_TOPIC
from policydiff.comparison.findings.terms.mentions import subject_of, without_subject
from policydiff.comparison.findings.terms.style import bare, in_one_style
from policydiff.words import words
from policydiff.words_of_force import FORCES, PENALTY, PROHIBITION

_LEAST_WORDS = 3  # fewer are said of many things
_IN_ROW, _IN_DOCUMENT = 0.65, 0.8  # the share of a clause's words, by how much each says
_NEAR = 0.3  # of its runs: only what holds so much is looked at, of all that a document says
_FORBIDDEN = 0.6  # of its runs: two things may be forbidden in nearly the same words (染须, 出售染过的须)
_MOST_OF_WHO = 0.5
_LITTLE = 0.3  # said by a word whose every run stands everywhere
_DENIES = re.compile(r"[不未无]")


def is_said(clause: Clause, row: str, document: Elsewhere, answers: Sequence[str] = ()) -> bool:
    """Whether a sentence of the other side of its row, or of a provision of the other document, holds the words of a
    Chinese clause, the first and the last that tell among them.

    What forbids or punishes is not said by what does not, nor the other way round; a second prohibition in the words of
    the first is not said by what answers that. `answers` are the clauses of the other side that answer others.
    """
    if len(set(_of(clause))) < _LEAST_WORDS:
        return False
    forbidden = (
        [one for one in answers if PROHIBITION["zh"].search(one)] if PROHIBITION["zh"].search(clause.text) else []
    )

    def may_say(sentence: str) -> bool:
        is_of_another = any(one in sentence for one in forbidden)
        return not is_of_another or cover(clause, bag(sentence, "zh")) >= _FORBIDDEN

    own = [one for one in SENTENCE.split(row) if may_say(one)] if cover(clause, bag(row, "zh")) >= _NEAR else []
    if any(_says(one, clause, _IN_ROW) for one in own):
        return True
    # What names no topic is said of what stands before it: elsewhere the same may be said of another thing.
    return not NAMES_NO_TOPIC.match(clause.text) and any(
        _says(sentence, clause, _IN_DOCUMENT) or (_names_who(sentence, clause) and _says(sentence, clause, _IN_ROW))
        for leaf, near, _ in document.most_of(clause, _NEAR)
        for sentence in SENTENCE.split(leaf.text)
        if near.text in sentence and may_say(sentence)
    )


def _names_who(sentence: str, clause: Clause) -> bool:
    """Whether a sentence names most of those who act in a clause."""
    subject = subject_of(clause.text)
    own = {*telling(subject.text)} if subject else set[str]()
    return sum(map(weight, own & {*telling(sentence)})) > _MOST_OF_WHO * sum(map(weight, own))


def _cases(sentence: str) -> str:
    """The cases that a sentence sets: 强卖须膏的 of 强卖须膏的，处一万元以下罚款."""
    return "，".join(part for part in sentence.split("，") if part.endswith("的"))


def _says(sentence: str, clause: Clause, least: float) -> bool:
    if clause.text.endswith("的") and PENALTY["zh"].search(sentence) and not PENALTY["zh"].search(clause.text):
        sentence = _cases(sentence)
    if not says_most(sentence, _of(clause), least):
        return False
    if _DENIES.search(clause.text) and not _DENIES.search(sentence):
        return False  # 不予禁止 is not said by 禁止
    return all(
        bool(mark.search(clause.text)) == bool(mark.search(sentence)) for mark in (PROHIBITION["zh"], PENALTY["zh"])
    )


def says_most(sentence: str, own: Sequence[str], least: float) -> bool:
    """Whether a sentence says at least that share of some words, by how much each says, and among them the first and
    the last: what is done, and what it is done to."""
    held, each = {*telling(sentence)}, {*own}
    if own[0] not in held or own[-1] not in held:
        return False
    return sum(map(weight, each & held)) >= least * sum(map(weight, each))


def _of(clause: Clause) -> tuple[str, ...]:
    """The words of a clause that tell, without who acts."""
    return telling(without_subject(clause.text))


@lru_cache(maxsize=4096)  # of the two rules that are compared: a sentence is asked for each clause
def telling(text: str) -> tuple[str, ...]:
    """The words of a text that say what is done, in one style; not those of force."""
    found = (word for word in words(in_one_style(text)) if bare(word))
    return tuple(word for word in found if not any(force["zh"].fullmatch(word) for force in FORCES.values()))


@lru_cache(maxsize=4096)
def weight(word: str) -> float:
    return _LITTLE + sum(bag(word, "zh").values())
