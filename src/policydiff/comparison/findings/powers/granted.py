"""What a superior rule sets anywhere: whom it punishes for what, what it forbids, licenses, charges and enforces.

    违反本法规定，擅自染须的，处五百元罚款        a sanction: its acts (擅自染须的) and its kinds (fine)
    禁止下列行为：（一）在理发店喧哗              a bond: its act (在理发店喧哗)

A local rule that sets the same for the same act takes it from its superior, whatever the words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import groupby

from policydiff.comparison.clauses import Bag, Clause, Held, bag, clauses, comes_near, cover, most_alike
from policydiff.comparison.findings.powers.words.bodies import ANYBODY
from policydiff.comparison.findings.powers.words.conditions import LISTS_ANY_CONDITIONS
from policydiff.comparison.findings.powers.words.licences import BARS_UNFILED, HAS_LEAVE, LACKS_LEAVE, SPEAKS_OF_LEAVE
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
from policydiff.comparison.findings.powers.words.prohibitions import MAY_BE_REFUSED, OPPOSITES, TOWARDS
from policydiff.comparison.findings.terms.citations import cited_words, own_articles
from policydiff.comparison.findings.terms.mentions import subject_of
from policydiff.model import Document, Language
from policydiff.words_of_force import COMMANDS, PENALTY, PROHIBITION, binds, force_of

_SAME_MEASURE = 0.4  # in the words of measures, which are stock words; what they are taken on says more
_NEAR_MEASURE = 0.26
# Clauses so much alike, or of which either holds so much of the other, speak of one act; much is forbidden in other
# words, and English clauses share more words that say nothing.
_HELD = 0.55
_SAME: dict[Language, float] = {"zh": 0.31, "en": 0.5}
_SURELY_SAME = 0.45
_SAME_LEAVE: dict[Language, float] = {"zh": 0.36, "en": 0.42}
_SAME_BOND: dict[Language, float] = {"zh": 0.27, "en": 0.42}
LEAST_SAID = 2.0  # by what names an act; 违反本法规定的, 有下列行为之一的, 拒不改正的 name none
_SAID_THERE = 0.6  # a breach is that of a provision which holds so much of its words
_NEAR: dict[Language, float] = {"zh": 0.2, "en": 0.34}  # of a power of the same kind, what comes so near is shown
# What is forbidden or needs leave is alike in stock words; what comes less near has nothing to do with it.
_SHOWN: dict[Language, float] = {"zh": 0.28, "en": 0.34}
# Conditions are short and alike in stock words (有固定的场所).
_SAME_CONDITION = 0.2
_NEAR_CONDITION = 0.12
_OPPOSITE = 0.22  # what is left without the way in which it is done
_MAY = re.compile("可以|有权|应当|予以|采取|依法|措施")
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


class Granted:
    """What a superior rule sets, found in any of its provisions."""

    def __init__(self, document: Document) -> None:
        self.language = document.language
        introduced = document.introductions()
        self._texts = {leaf.eid: leaf.text for leaf in document.leaves()}
        self._leaves = [(leaf.text, introduced.get(leaf.eid, "")) for leaf in document.leaves()]
        self.text = "\n".join(text for text, _ in self._leaves)
        self._duties: dict[re.Pattern[str], list[Clause]] = {}
        self._with_words: dict[re.Pattern[str], tuple[Held, Held, Held]] = {}

    # ------------------------------------------------------------------------------------ penalties

    def punishing(self, acts: Sequence[Clause], broken: str, linked: Collection[str]) -> list[Sanction]:
        """The sanctions for any of some acts, for the breach of what some words lay down, or for that of one of the
        articles that these stand beside."""
        among = self._acts[1]
        same = {
            self._act_of[number]
            for act in acts
            for number in _alike(self._acts, act, _SAME[self.language])
            if not _are_opposed(act, among[number])
        }
        if broken:
            held = _bag_of(broken, self.language)
            same |= {of for (_, act), of in zip(self._all_acts, self._act_of, strict=True) if _is_breach_of(act, held)}
        return [
            sanction
            for number, sanction in enumerate(self.sanctions)
            if number in same or not sanction.cited.isdisjoint(linked)
        ]

    def punishing_as_one(self, acts: Sequence[Clause]) -> list[Sanction]:
        """The sanctions for what is surely one of some acts; when it is done, is no act."""
        done = [one for one in self._acts[1] if not AHEAD_OF_AN_ACT.search(one.text)]
        near = (most_alike(act, [one for one in done if not _are_opposed(act, one)]) for act in acts)
        nearest = [found for found, likeness in near if likeness >= _SURELY_SAME]
        return [one for one in self.sanctions if any(act in one.acts for act in nearest)]

    def punished_nearly(self, acts: Sequence[Clause]) -> str:
        """The act that comes nearest to any of some acts among those that are punished, with what is imposed for it; or
        nothing."""
        held, among = self._acts
        near = (held.nearest(act, _NEAR[self.language]) for act in acts)
        number = next((one for one in near if one is not None and says_an_act(among[one])), None)
        if number is None:
            return ""
        sanction, act = self.sanctions[self._act_of[number]], among[number]
        return sanction.with_penalty(act) or (act.text if act.within in sanction.breach else "")

    @cached_property
    def sanctions(self) -> list[Sanction]:
        """The provisions that punish."""
        made = (_sanction(text, introduction, self.language) for text, introduction in self._leaves)
        return [self._with_what_is_broken(one) for one in made if one]

    def _with_what_is_broken(self, sanction: Sanction) -> Sanction:
        """A sanction, of which what the articles that it cites lay down is an act as well."""
        broken, _ = cited_words(sanction.breach, self._texts)
        laid_down = (one for one in clauses(broken, self.language) if one.weight >= LEAST_SAID) if broken else ()
        return replace(sanction, acts=(*sanction.acts, *laid_down))

    @cached_property
    def _all_acts(self) -> list[tuple[int, Clause]]:
        return [(number, act) for number, sanction in enumerate(self.sanctions) for act in sanction.acts]

    @cached_property
    def _act_of(self) -> list[int]:
        return [number for number, _ in self._all_acts]

    @cached_property
    def _acts(self) -> tuple[Held, list[Clause]]:
        acts = [act for _, act in self._all_acts]
        return Held(acts), acts

    # ------------------------------------------------------------------- what is forbidden, allowed

    def binds(self, act: Clause) -> str:
        """The clause that binds anybody in what an act is, forbids it or punishes it; or nothing."""
        return _first(self._bonds, act, _SAME_BOND[self.language])

    def commands_the_opposite_of(self, act: Clause, beside: str) -> bool:
        """Whether the superior commands that what an act is be done the other way, anywhere or, of an act that says no
        more than a way (瞒报、谎报), `beside` it: to forbid it adds nothing to that."""
        for wrong, right in OPPOSITES if self.language == "zh" else ():
            done = clauses(wrong.sub("", act.text), "zh") if wrong.search(act.text) else ()
            about = [one for one in done if one.weight >= LEAST_SAID]
            if any(comes_near(one, self._commanded(right), _OPPOSITE) for one in about):
                return True
            if done and not about and right.search(beside):
                return True
        return False

    def _commanded(self, way: re.Pattern[str]) -> list[Clause]:
        """The duties to do something in some way, without the words for that way."""
        if way not in self._duties:
            bound = [one for one in self._bonds[1] if way.search(one.text) and force_of(one.text, "zh") == COMMANDS]
            self._duties[way] = [held for one in bound for held in clauses(way.sub("", one.text), "zh")]
        return self._duties[way]

    def licenses(self, act: Clause) -> str:
        """The clause of a sentence on leave or a certificate that speaks of an act; or nothing."""
        return _first(self._leave, act, _SAME_LEAVE[self.language])

    def puts_on_record(self, act: Clause) -> str:
        """The clause of a provision by which something must be registered, or filed before it may be done, that speaks
        of an act; or nothing."""
        return _first(self._record, act, _SAME_LEAVE[self.language])

    def enforces(self, words: re.Pattern[str], measure: Clause, sentence: Sequence[Clause]) -> bool:
        """Whether a provision with some words speaks of a measure, whoever takes it, or of what its sentence speaks
        of."""
        if words not in self._with_words:
            leaves = [clauses(text, self.language) for text, _ in self._leaves if words.search(text)]
            among = [clause for held in leaves for clause in held]
            having = [clause for clause in among if words.search(clause.text)]
            on = [_object(clause, words) for clause in having]
            self._with_words[words] = (
                Held(among), Held([*map(without_subject, having)]), Held([one for one in on if one])
            )  # fmt: skip
        among_held, having_held, on_held = self._with_words[words]
        on_what = _object(measure, words)
        if on_what is None and subject_of(measure.text) is None:
            return words.search(self.text) is not None  # it goes on with a measure spoken of before
        if having_held.nearest(without_subject(measure), _SAME_MEASURE) is not None:
            return True
        if on_what is not None and on_held.nearest(on_what, _NEAR_MEASURE) is not None:
            return True
        about = [one for one in (*sentence, on_what) if one and one is not measure and one.weight >= LEAST_SAID]
        return any(among_held.nearest(one, _SAME[self.language]) is not None for one in about)

    def asks_for(self, condition: Clause) -> bool:
        """Whether a condition is one of those that the superior lists for anything, or is spoken of anywhere."""
        if self._conditions[0].nearest(condition, _SAME_CONDITION) is not None:
            return True
        return bool(_first(self._clauses, condition, _SAME[self.language]))

    def asked_nearly(self, condition: Clause) -> str:
        """What comes nearest to a condition among those that are listed for anything, if anything does."""
        number = self._conditions[0].nearest(condition, _NEAR_CONDITION)
        return "" if number is None else self._conditions[1][number].text

    def forbidden_nearly(self, act: Clause) -> str:
        """What comes nearest to an act among what is forbidden or punished, if anything does."""
        return _nearest(self._bans, [act], _SHOWN)

    def licensed_nearly(self, acts: Sequence[Clause]) -> str:
        """What comes nearest to any of some acts among what needs leave, if anything does."""
        return _nearest(self._leave, acts, _SHOWN)

    def licenses_nearly(self, acts: Sequence[Clause]) -> bool:
        """Whether something that needs leave comes near to any of some acts."""
        return bool(_nearest(self._leave, acts, _NEAR))

    def spoken_of_nearly(self, words: re.Pattern[str], clause: Clause) -> str:
        """What comes nearest to a clause among what is said with some words, if anything does."""
        having = [one for text, _ in self._leaves if words.search(text) for one in clauses(text, self.language)]
        return _nearest(self._of(iter([one for one in having if words.search(one.text)])), [clause], _NEAR)

    @cached_property
    def _clauses(self) -> tuple[Held, list[Clause]]:
        return self._of(one for text, _ in self._leaves for one in clauses(text, self.language))

    @cached_property
    def _conditions(self) -> tuple[Held, list[Clause]]:
        listed = (text for text, introduction in self._leaves if LISTS_ANY_CONDITIONS.search(introduction))
        return self._of(one for text in listed for one in clauses(text, self.language))

    @cached_property
    def _bonds(self) -> tuple[Held, list[Clause]]:
        return self._of(self._binding())

    @cached_property
    def _bans(self) -> tuple[Held, list[Clause]]:
        return self._of(self._forbidding())

    @cached_property
    def _leave(self) -> tuple[Held, list[Clause]]:
        return self._of(self._licensing())

    @cached_property
    def _record(self) -> tuple[Held, list[Clause]]:
        barring = (text for text, _ in self._leaves if BARS_UNFILED.search(text))
        return self._of(one for text in barring for one in clauses(text, self.language))

    def _of(self, found: Iterator[Clause]) -> tuple[Held, list[Clause]]:
        among = [*found]
        return Held(among), among

    def _binding(self) -> Iterator[Clause]:
        for clause in self._bound():
            if ANNOUNCES[self.language].search(clause.text):
                continue  # 理发店不得有下列行为 is like whatever else the shop must not do
            yield clause
            yield from _without_whom(clause)

    def _bound(self) -> Iterator[Clause]:
        for text, introduction in self._leaves:
            bound = binds(introduction, self.language) or _punishes(introduction, self.language)
            held = clauses(text, self.language)
            forced = {clause.sentence for clause in held if _binds(clause)}
            for clause in held:
                if bound or clause.sentence in forced or NAMES_BREACH[self.language].search(clause.text):
                    yield clause

    def _forbidding(self) -> Iterator[Clause]:
        forbids = PROHIBITION[self.language]
        for text, introduction in self._leaves:
            listed = bool(forbids.search(introduction)) or _punishes(introduction, self.language)
            for clause in clauses(text, self.language):
                if listed or forbids.search(clause.text) or NAMES_BREACH[self.language].search(clause.text):
                    yield clause

    def _licensing(self) -> Iterator[Clause]:
        for text, introduction in self._leaves:
            bound = bool(SPEAKS_OF_LEAVE[self.language].search(introduction))
            held = clauses(text, self.language)
            leave = {clause.sentence for clause in held if SPEAKS_OF_LEAVE[self.language].search(clause.text)}
            yield from (clause for clause in held if bound or clause.sentence in leave)


@lru_cache(maxsize=4)  # the central rule that rule after rule is compared with, and the last of those
def granted(document: Document) -> Granted:
    """What a superior rule sets, gone through once."""
    return Granted(document)


def kinds_of(words: str, language: Language) -> frozenset[str]:
    """Which kinds of penalty some words speak of; all where they only say that there is one."""
    if ANY_KIND[language].search(words):
        return frozenset(KINDS[language])
    return frozenset(kind for kind, pattern in KINDS[language].items() if pattern.search(words))


def _object(clause: Clause, words: re.Pattern[str]) -> Clause | None:
    """On what a clause takes a measure of these words; None where it does not say."""
    held = clauses(_MAY.sub("", words.sub("", without_subject(clause).text)), clause.language)
    return held[0] if held else None


def without_subject(clause: Clause) -> Clause:
    """What is said in a clause, without of whom: 任何单位和个人 stands in many a prohibition."""
    if clause.language == "en":
        return clause
    subject = subject_of(clause.text) or ANYBODY.match(clause.text)
    if subject is None:
        return clause
    return said_from(clause, subject.end() if isinstance(subject, re.Match) else subject.end)


def _without_whom(clause: Clause) -> Sequence[Clause]:
    """What is done in a clause without to whom, where it says that."""
    act = TOWARDS.sub("", clause.text) if clause.language == "zh" else clause.text
    return () if act == clause.text else clauses(act, clause.language)


def said_from(clause: Clause, at: int) -> Clause:
    """What a clause says from a place on."""
    held = clauses(clause.text[at:], clause.language)
    return held[0] if held else clause


def _binds(clause: Clause) -> bool:
    """Whether a clause lays down a duty or a prohibition, or says that something may be refused."""
    return binds(clause.text, clause.language) or bool(MAY_BE_REFUSED.search(clause.text))


def _sanction(text: str, introduction: str, language: Language) -> Sanction | None:
    kinds = kinds_of(introduction, language) | kinds_of(text, language)
    if not kinds or not (_punishes(introduction, language) or _punishes(text, language)):
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


def acts_punished(sentence: Sequence[Clause]) -> Iterator[Clause]:
    """The acts that English clauses name in one breath with what is imposed for them: selling wigs is punishable by a
    fine, a fine for selling wigs."""
    for clause in sentence:
        found = PUNISHES.search(clause.text) if clause.language == "en" else None
        if found and found.lastgroup:
            start, end = found.span(found.lastgroup)
            held = bag(clause.text[start:end], "en")
            yield replace(clause, start=clause.start + start, end=clause.start + end, bag=held)


def _punishes(words: str, language: Language) -> bool:
    return bool(PENALTY[language].search(words) or ANY_KIND[language].search(words))


def _alike(among: tuple[Held, list[Clause]], act: Clause, least: float) -> Iterator[int]:
    """Which of some clauses speak of an act, by number."""
    held, others = among
    for number, common in held.common_with(act).items():
        if common >= _HELD * min(act.weight, max(others[number].weight, LEAST_SAID)):
            yield number
    if (nearest := held.nearest(act, least)) is not None:
        yield nearest


def _are_opposed(act: Clause, other: Clause) -> bool:
    """Whether of two acts one is done with a certificate or leave and the other without: 持剃须证的店主在街头染须的,
    无剃须证在街头染须的."""
    if act.language != "zh":
        return False
    lack, have = ([bool(words.search(one.text)) for one in (act, other)] for words in (LACKS_LEAVE, HAS_LEAVE))
    return lack[0] != lack[1] and have[lack[0]] and not have[lack[1]]


def says_an_act(clause: Clause) -> bool:
    """Whether a clause says what is punished, and does not only cite it, introduce it or say how far it goes."""
    if any(no_act.search(clause.text) for no_act in (ANNOUNCES[clause.language], GOES_ON, BREAKS_SOMETHING)):
        return False
    return len(CITES.sub("", clause.text)) >= _LEAST_ACT


def _first(among: tuple[Held, list[Clause]], act: Clause, least: float) -> str:
    return next((among[1][number].text for number in _alike(among, act, least)), "") if among[1] else ""


def _nearest(among: tuple[Held, list[Clause]], acts: Sequence[Clause], least: Mapping[Language, float]) -> str:
    """Which of some clauses comes nearest to the chief one of some acts, if it comes so near."""
    chief = max(acts, key=lambda one: one.weight, default=None)
    number = among[0].nearest(chief, least[chief.language]) if chief else None
    return "" if number is None else among[1][number].text


def _bag_of(words: str, language: Language) -> Bag:
    out: Bag = {}
    for clause in clauses(words, language):
        out.update(clause.bag)
    return out


def _is_breach_of(act: Clause, held: Bag) -> bool:
    """Whether what is punished is the breach of what some words lay down."""
    return cover(act, held) >= _SAID_THERE
