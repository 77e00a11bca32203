"""What a superior rule punishes, and how.

违反本法规定，擅自染须的，处五百元罚款        a sanction: its acts (擅自染须的) and its kinds (fine)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from policydiff.comparison.clauses import Bag, Clause, bag, clauses, cover, most_alike
from policydiff.comparison.findings.powers.acts import LEAST_SAID, NEAR_ACT, SAME_ACT, Acts
from policydiff.comparison.findings.powers.words.licences import HAS_LEAVE, LACKS_LEAVE
from policydiff.comparison.findings.powers.words.listing import ANNOUNCES
from policydiff.comparison.findings.powers.words.penalties import (
    AHEAD_OF_AN_ACT,
    ANY_KIND,
    BREAKS_SOMETHING,
    BY_SUPERIORS,
    CITES,
    GOES_ON,
    KINDS,
    NAMES_BREACH,
    PUNISHES,
)
from policydiff.comparison.findings.terms.citations import cited_words, own_articles
from policydiff.model import Document, Language
from policydiff.words_of_force import PENALTY

_SURELY_SAME = 0.45
_SAID_THERE = 0.6  # a breach is that of a provision which holds so much of its words
_LEAST_ACT = 6  # characters without the words that only cite
_LONGEST = 100  # characters of what is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """A provision that punishes: what for, of which kinds, the document's own articles that it cites, its words, and
    the clauses that impose it."""

    acts: tuple[Clause, ...]
    kinds: frozenset[str]
    cited: frozenset[str]
    breach: str
    imposes: tuple[Clause, ...]

    def nearest(self, acts: Sequence[Clause]) -> tuple[Clause | None, float]:
        """Which of its acts is most like any of some acts, and how alike they are."""
        return max((most_alike(one, self.acts) for one in acts), key=lambda found: found[1], default=(None, 0.0))

    def with_penalty(self, act: Clause) -> str:
        """An act with what is imposed for it, where they stand together and are not long; or nothing."""
        behind = [one for one in self.imposes if one.within == act.within and one.start >= act.start]
        ends = [one.end for one in behind if one.sentence == behind[0].sentence and one.end - act.start <= _LONGEST]
        return act.within[act.start : ends[-1]] if ends else ""


class Sanctions:
    """The provisions of a superior rule that punish."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._language = document.language

    def __iter__(self) -> Iterator[Sanction]:
        return iter(self._all)

    def punishing(self, acts: Sequence[Clause], broken: str, linked: Collection[str]) -> list[Sanction]:
        """Those for any of some acts, for the breach of what some words lay down, or for that of one of the articles
        that these stand beside."""
        punished = self._acts.among
        same = {
            self._of_act[number]
            for act in acts
            for number in self._acts.of(act, SAME_ACT[self._language])
            if not _are_opposed(act, punished[number])
        }
        if broken:
            held = _bag_of(broken, self._language)
            same |= {of for act, of in zip(punished, self._of_act, strict=True) if _is_breach_of(act, held)}
        return [
            sanction
            for number, sanction in enumerate(self._all)
            if number in same or not sanction.cited.isdisjoint(linked)
        ]

    def punishing_as_one(self, acts: Sequence[Clause]) -> list[Sanction]:
        """Those for what is surely one of some acts; when it is done, is no act."""
        done = [one for one in self._acts.among if not AHEAD_OF_AN_ACT.search(one.text)]
        near = (most_alike(act, [one for one in done if not _are_opposed(act, one)]) for act in acts)
        nearest = [found for found, likeness in near if likeness >= _SURELY_SAME]
        return [one for one in self._all if any(act in one.acts for act in nearest)]

    def nearest_to(self, acts: Sequence[Clause]) -> str:
        """The act that comes nearest to any of some acts among those that are punished, with what is imposed for it; or
        nothing."""
        punished = self._acts.among
        near = (self._acts.nearest(act, NEAR_ACT[self._language]) for act in acts)
        number = next((one for one in near if one is not None and says_an_act(punished[one])), None)
        if number is None:
            return ""
        sanction, act = self._all[self._of_act[number]], punished[number]
        return sanction.with_penalty(act) or (act.text if act.within in sanction.breach else "")

    @cached_property
    def _all(self) -> list[Sanction]:
        leaves, introduced = [*self._document.leaves()], self._document.introductions()
        texts = {leaf.eid: leaf.text for leaf in leaves}
        made = (_sanction(leaf.text, introduced.get(leaf.eid, ""), self._language) for leaf in leaves)
        return [_with_what_is_broken(one, texts, self._language) for one in made if one]

    @cached_property
    def _acts(self) -> Acts:
        return Acts([act for sanction in self._all for act in sanction.acts])

    @cached_property
    def _of_act(self) -> list[int]:
        """The number of the sanction that each of the acts is of."""
        return [number for number, sanction in enumerate(self._all) for _ in sanction.acts]


def kinds_of(words: str, language: Language) -> frozenset[str]:
    """Which kinds of penalty some words speak of; all where they only say that there is one."""
    if ANY_KIND[language].search(words):
        return frozenset(KINDS[language])
    return frozenset(kind for kind, pattern in KINDS[language].items() if pattern.search(words))


def punishes(words: str, language: Language) -> bool:
    """Whether some words impose a penalty, or say that there is one."""
    return bool(PENALTY[language].search(words) or ANY_KIND[language].search(words))


def acts_punished(sentence: Sequence[Clause]) -> Iterator[Clause]:
    """The acts that English clauses name in one breath with what is imposed for them: selling wigs is punishable by a
    fine, a fine for selling wigs."""
    for clause in sentence:
        found = PUNISHES.search(clause.text) if clause.language == "en" else None
        if found and found.lastgroup:
            start, end = found.span(found.lastgroup)
            held = bag(clause.text[start:end], "en")
            yield replace(clause, start=clause.start + start, end=clause.start + end, bag=held)


def says_an_act(clause: Clause) -> bool:
    """Whether a clause says what is punished, and does not only cite it, introduce it or say how far it goes."""
    if any(no_act.search(clause.text) for no_act in (ANNOUNCES[clause.language], GOES_ON, BREAKS_SOMETHING)):
        return False
    return len(CITES.sub("", clause.text)) >= _LEAST_ACT


def _sanction(text: str, introduction: str, language: Language) -> Sanction | None:
    """What a provision punishes; None where it punishes nothing."""
    kinds = kinds_of(introduction, language) | kinds_of(text, language)
    if not kinds or not (punishes(introduction, language) or punishes(text, language)):
        return None
    if kinds == {"warning"} and language == "zh" and _censures_offices(introduction + text):
        return None
    held = clauses(text, language)
    by_list = bool(kinds_of(introduction, language))
    before = clauses(introduction, language) if introduction else ()
    acts = [*held] if by_list else [*_breaches(held), *_breaches(before)]
    acts = acts or [*acts_punished(held)]
    imposing = tuple(one for one in (*held, *before) if kinds_of(one.text, language))
    return Sanction(
        acts=tuple(act for act in acts if act.weight >= LEAST_SAID),
        kinds=kinds,
        cited=frozenset(own_articles(introduction + text)),
        breach=introduction + text,
        imposes=imposing,
    )


def _with_what_is_broken(sanction: Sanction, texts: Mapping[str, str], language: Language) -> Sanction:
    """A sanction, of which what the articles that it cites lay down is an act as well."""
    broken, _ = cited_words(sanction.breach, texts)
    laid_down = (one for one in clauses(broken, language) if one.weight >= LEAST_SAID) if broken else ()
    return replace(sanction, acts=(*sanction.acts, *laid_down))


def _breaches(held: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses that say for what there is a penalty, with those ahead of them in a Chinese sentence, which say the
    rest of one act or another one: 在街头染须，或者未遮盖染料，污染街面的."""
    for _, sentence in groupby(held, key=lambda one: one.sentence):
        case = [*sentence]
        named = [at for at, one in enumerate(case) if NAMES_BREACH[one.language].search(one.text)]
        whole = range(named[-1] + 1) if named and case[0].language == "zh" else named
        yield from (case[at] for at in whole if at in named or not AHEAD_OF_AN_ACT.search(case[at].text))


def _censures_offices(words: str) -> bool:
    """Whether some words that impose no graver penalty have offices and officers criticised, whatever of the rule it
    is that they are to carry out; a warning may meet anybody."""
    return "警告" not in words and bool(BY_SUPERIORS.search(words))


def _are_opposed(act: Clause, other: Clause) -> bool:
    """Whether of two acts one is done with a certificate or leave and the other without: 持剃须证的店主在街头染须的,
    无剃须证在街头染须的."""
    lack, have = ([bool(words.search(one.text)) for one in (act, other)] for words in (LACKS_LEAVE, HAS_LEAVE))
    return lack[0] != lack[1] and have[lack[0]] and not have[lack[1]]


def _bag_of(words: str, language: Language) -> Bag:
    """All that some words say, clause by clause."""
    out: Bag = {}
    for clause in clauses(words, language):
        out.update(clause.bag)
    return out


def _is_breach_of(act: Clause, held: Bag) -> bool:
    """Whether what is punished is the breach of what some words lay down."""
    return cover(act, held) >= _SAID_THERE
