"""What of the other side comes so near to words that are gone or new that it may say them, or a part of them.

base    引导农业富余劳动力有序向城市转移就业     target  组织农村劳动力向非农产业转移和向城市有序流动
        └─ half of the words that tell stand in one sentence, in another order: laid beside it to be read
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from policydiff.comparison.clauses import Clause, alike, clauses, in_common
from policydiff.comparison.findings.row.changes import LONGEST_QUOTE
from policydiff.comparison.findings.row.elsewhere import Elsewhere, chief_clause
from policydiff.comparison.findings.row.rule import SENTENCE
from policydiff.comparison.findings.row.said import telling, weight
from policydiff.comparison.findings.terms.mentions import subject_of, without_agents
from policydiff.words_of_force import PENALTY, WORDS_OF_FORCE

# Of 450 clauses that were told as gone or new, two in five were wholly or partly said by the other side in other words:
# three in five of those with so large a share of their words in a sentence, one in four of the others.
_IN_ROW, _IN_DOCUMENT = 0.4, 0.6
_ALIKE, _ALIKE_BUT_FOR_WHO = 0.45, 0.25  # clauses, in words and in meaning; what is left without whom they bind
_NEAR = 0.3  # of the runs of the chief clause: only what holds so much is looked at, of all that a document says
_FEW = 2  # words that tell
_SAME_STEM = 0.5  # of the characters of two words: 劳动力, 富余劳动力
_DEFINES = re.compile(r"[，）)]是指|所称[^。；]{1,40}是?指|^[^，]{1,20}是指")
_BOUND = re.compile(f"^(?![在对自因经未凡从于])[^，]{{1,12}}?(?={WORDS_OF_FORCE}|有权|负责)")


def said_nearest(words: str, row: str, document: Elsewhere) -> str:
    """The words of the other side that come nearest to some words, of its row or else of its document, where one
    sentence of it says so much of them; or nothing."""
    own = _telling(words)
    in_row = _most(own, _of_one_kind(words, SENTENCE.split(row)), _IN_ROW)
    return in_row or _most(own, _of_one_kind(words, _sentences_near(words, document)), _IN_DOCUMENT)


def is_near(words: str, shown: str) -> bool:
    """Whether what is shown beside some words is so much like what they say, and not merely of the same who acts, that
    it may say a part of it."""
    chief = chief_clause(words)
    if chief is None or not _of_one_kind(words, [shown]):
        return False
    return any(alike(chief, clause) >= _ALIKE and _say_alike(chief, clause) for clause in clauses(shown, "zh"))


def _say_alike(one: Clause, other: Clause) -> bool:
    """Whether two clauses are alike in what they say, without whom they bind."""
    return in_common(_without_who(one.text), _without_who(other.text), "zh") >= _ALIKE_BUT_FOR_WHO


def telling_in_common(words: str, others: str, *, with_who: bool = False) -> float:
    """How much of the words that tell the one says that says more of the other's, by how much each word says; if asked,
    `with_who` acts where little else is said."""
    one, other = _telling(words), _telling(others)
    if with_who and min(len(one), len(other)) < _FEW:
        one, other = frozenset(telling(words)), frozenset(telling(others))
    return max(_share(one, other), _share(other, one)) if one and other else 0.0


def _of_one_kind(words: str, sentences: Iterable[str]) -> list[str]:
    """Of some sentences those that punish, if the words do, and if not the others, without what defines a word, unless
    the words do: neither a sanction nor a definition lays down a duty."""
    punishes, define = (bool(kind.search(words)) for kind in (PENALTY["zh"], _DEFINES))
    of_kind = (one for one in sentences if bool(PENALTY["zh"].search(one)) == punishes)
    return [one for one in of_kind if define or not _DEFINES.search(one)]


def _sentences_near(words: str, document: Elsewhere) -> Iterable[str]:
    """The sentences of a document with a clause that shares much with the chief clause of some words."""
    clause = chief_clause(words)
    found = document.most_of(clause, _NEAR) if clause else ()
    return [one for leaf, near, _ in found for one in SENTENCE.split(leaf.text) if near.text in one]


def _most(own: frozenset[str], sentences: Iterable[str], least: float) -> str:
    """The words of the sentence that says most of some words, if it says so much of them."""
    best = max(sentences, key=lambda one: _share(own, _telling(one)), default="")
    return _quoted(own, clauses(best, "zh")) if _share(own, _telling(best)) >= least else ""


def _quoted(own: frozenset[str], sentence: tuple[Clause, ...]) -> str:
    """As many clauses of a sentence, one after the other, as fit a quotation and say most of some words."""
    spans = [
        (one.start, other.end)
        for n, one in enumerate(sentence)
        for other in sentence[n:]
        if other.end - one.start <= LONGEST_QUOTE or one is other
    ]
    text = sentence[0].within
    start, end = max(spans, key=lambda span: (_share(own, _telling(text[slice(*span)])), span[0] - span[1]))
    return text[start:end]


def _share(own: frozenset[str], held: frozenset[str]) -> float:
    """How much of some words others say, each by how much it says."""
    return sum(weight(word) * _likest(word, held) for word in own) / (sum(map(weight, own)) or 1.0)


def _likest(word: str, held: frozenset[str]) -> float:
    """1 of a word that is among others; of one that shares characters with another of them, how many of theirs."""
    if word in held:
        return 1.0
    shared = max((len({*word} & {*other}) / len({*word, *other}) for other in held), default=0.0)
    return shared if shared >= _SAME_STEM else 0.0


@lru_cache(maxsize=4096)  # of the two rules that are compared
def _telling(text: str) -> frozenset[str]:
    """The words of a text that say what is done, without who does it."""
    return frozenset(word for clause in clauses(text, "zh") for word in telling(_without_who(clause.text)))


def _without_who(clause: str) -> str:
    """A clause without the bodies that it names, and without whom it binds, of whatever kind."""
    subject = subject_of(clause)
    return without_agents(clause[subject.end :] if subject else _BOUND.sub("", clause))
