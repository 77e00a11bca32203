"""What a superior rule sets anywhere: whom it punishes for what, what it forbids, licenses, charges and enforces.

    违反本法规定，擅自染须的，处五百元罚款        a sanction (`sanctions`)
    禁止下列行为：（一）在理发店喧哗              a bond: its act (在理发店喧哗)
    开设理发店应当经…部门批准                     leave: what it is asked for (开设理发店)

A local rule that sets the same for the same act takes it from its superior, whatever the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from policydiff.comparison.clauses import Clause, Held, clauses, comes_near
from policydiff.comparison.findings.powers.acts import LEAST_SAID, NEAR_ACT, SAME_ACT, Acts, without_subject
from policydiff.comparison.findings.powers.sanctions import Sanctions, punishes
from policydiff.comparison.findings.powers.words.conditions import LISTS_ANY_CONDITIONS
from policydiff.comparison.findings.powers.words.licences import BARS_UNFILED, CONSENT, OFFICE, SPEAKS_OF_LEAVE
from policydiff.comparison.findings.powers.words.listing import ANNOUNCES
from policydiff.comparison.findings.powers.words.patterns import Pattern
from policydiff.comparison.findings.powers.words.penalties import NAMES_BREACH
from policydiff.comparison.findings.powers.words.prohibitions import MAY_BE_REFUSED, OPPOSITES, TOWARDS
from policydiff.comparison.findings.terms.mentions import subject_of
from policydiff.model import Document, Language
from policydiff.words_of_force import COMMANDS, PROHIBITION, binds, force_of

_SAME_MEASURE = 0.4  # in the words of measures, which are stock words; what they are taken on says more
_NEAR_MEASURE = 0.26
_SAME_LEAVE: dict[Language, float] = {"zh": 0.36, "en": 0.42}
_SAME_BOND: dict[Language, float] = {"zh": 0.27, "en": 0.42}
# What is forbidden or needs leave is alike in stock words; what comes less near has nothing to do with it.
_SHOWN: dict[Language, float] = {"zh": 0.28, "en": 0.34}
# Conditions are short and alike in stock words (有固定的场所).
_SAME_CONDITION = 0.2
_NEAR_CONDITION = 0.12
_OPPOSITE = 0.22  # what is left without the way in which it is done
_MAY = re.compile("可以|有权|应当|予以|采取|依法|措施")


class _Told(NamedTuple):
    """What is said of measures with some words: the clauses of whole provisions, those that have the words, without
    who takes them, and on what."""

    clauses: Held
    measures: Held
    objects: Held


class Granted:
    """What a superior rule sets, found in any of its provisions."""

    def __init__(self, document: Document) -> None:
        self.language = document.language
        introduced = document.introductions()
        self.sanctions = Sanctions(document)
        self._leaves = [(leaf.text, introduced.get(leaf.eid, "")) for leaf in document.leaves()]
        self.text = "\n".join(text for text, _ in self._leaves)
        self._duties: dict[Pattern, list[Clause]] = {}
        self._with_words: dict[Pattern, _Told] = {}

    def binds(self, act: Clause) -> str:
        """The clause that binds anybody in what an act is, forbids it or punishes it; or nothing."""
        return self._bonds.first_of(act, _SAME_BOND[self.language])

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

    def _commanded(self, way: Pattern) -> list[Clause]:
        """The duties to do something in some way, without the words for that way."""
        if way not in self._duties:
            bound = [one for one in self._bonds.among if way.search(one.text) and force_of(one.text, "zh") == COMMANDS]
            self._duties[way] = [held for one in bound for held in clauses(way.sub("", one.text), "zh")]
        return self._duties[way]

    def licenses(self, act: Clause) -> str:
        """The clause of a sentence on leave or a certificate that speaks of an act; or nothing."""
        return self._leave.first_of(act, _SAME_LEAVE[self.language])

    def puts_on_record(self, act: Clause) -> str:
        """The clause of a provision by which something must be registered, or filed before it may be done, that speaks
        of an act; or nothing."""
        return self._record.first_of(act, _SAME_LEAVE[self.language])

    def enforces(self, words: Pattern, measure: Clause, sentence: Sequence[Clause]) -> bool:
        """Whether a provision with some words speaks of a measure, whoever takes it, or of what its sentence speaks
        of."""
        told = self._told_with(words)
        on_what = _object(measure, words)
        if on_what is None and subject_of(measure.text) is None:
            return words.search(self.text) is not None  # it goes on with a measure spoken of before
        if told.measures.nearest(without_subject(measure), _SAME_MEASURE) is not None:
            return True
        if on_what is not None and told.objects.nearest(on_what, _NEAR_MEASURE) is not None:
            return True
        about = [one for one in (*sentence, on_what) if one and one is not measure and one.weight >= LEAST_SAID]
        return any(told.clauses.nearest(one, SAME_ACT[self.language]) is not None for one in about)

    def _told_with(self, words: Pattern) -> _Told:
        if words not in self._with_words:
            among = self._of_leaves_with(words)
            having = [clause for clause in among if words.search(clause.text)]
            objects = [on_what for clause in having if (on_what := _object(clause, words))]
            measures = [*map(without_subject, having)]
            self._with_words[words] = _Told(clauses=Held(among), measures=Held(measures), objects=Held(objects))
        return self._with_words[words]

    def _of_leaves_with(self, words: Pattern) -> list[Clause]:
        return [one for text, _ in self._leaves if words.search(text) for one in clauses(text, self.language)]

    def asks_for(self, condition: Clause) -> bool:
        """Whether a condition is one of those that the superior lists for anything, or is spoken of anywhere."""
        if self._conditions.nearest(condition, _SAME_CONDITION) is not None:
            return True
        return bool(self._clauses.first_of(condition, SAME_ACT[self.language]))

    def asked_nearly(self, condition: Clause) -> str:
        """What comes nearest to a condition among those that are listed for anything, if anything does."""
        number = self._conditions.nearest(condition, _NEAR_CONDITION)
        return "" if number is None else self._conditions.among[number].text

    def forbidden_nearly(self, act: Clause) -> str:
        """What comes nearest to an act among what is forbidden or punished, if anything does."""
        return self._bans.nearest_to([act], _SHOWN)

    def licensed_nearly(self, acts: Sequence[Clause]) -> str:
        """What comes nearest to any of some acts among what needs leave, if anything does."""
        return self._leave.nearest_to(acts, _SHOWN)

    def licenses_nearly(self, acts: Sequence[Clause]) -> bool:
        """Whether something that needs leave comes near to any of some acts."""
        return bool(self._leave.nearest_to(acts, NEAR_ACT))

    def spoken_of_nearly(self, words: Pattern, clause: Clause) -> str:
        """What comes nearest to a clause among what is said with some words, if anything does."""
        return Acts([one for one in self._of_leaves_with(words) if words.search(one.text)]).nearest_to(
            [clause], NEAR_ACT
        )

    @cached_property
    def _clauses(self) -> Acts:
        return Acts([one for text, _ in self._leaves for one in clauses(text, self.language)])

    @cached_property
    def _conditions(self) -> Acts:
        listed = (text for text, introduction in self._leaves if LISTS_ANY_CONDITIONS.search(introduction))
        return Acts([one for text in listed for one in clauses(text, self.language)])

    @cached_property
    def _bonds(self) -> Acts:
        return Acts([*self._binding()])

    @cached_property
    def _bans(self) -> Acts:
        return Acts([*self._forbidding()])

    @cached_property
    def _leave(self) -> Acts:
        return Acts([*self._licensing()])

    @cached_property
    def _record(self) -> Acts:
        return Acts(self._of_leaves_with(BARS_UNFILED))

    def _binding(self) -> Iterator[Clause]:
        for clause in self._bound():
            if ANNOUNCES[self.language].search(clause.text):
                continue  # 理发店不得有下列行为 is like whatever else the shop must not do
            yield clause
            yield from _without_whom(clause)

    def _bound(self) -> Iterator[Clause]:
        for text, introduction in self._leaves:
            bound = binds(introduction, self.language) or punishes(introduction, self.language)
            held = clauses(text, self.language)
            forced = {clause.sentence for clause in held if _binds(clause)}
            for clause in held:
                if bound or clause.sentence in forced or NAMES_BREACH[self.language].search(clause.text):
                    yield clause

    def _forbidding(self) -> Iterator[Clause]:
        forbids = PROHIBITION[self.language]
        for text, introduction in self._leaves:
            listed = bool(forbids.search(introduction)) or punishes(introduction, self.language)
            for clause in clauses(text, self.language):
                if listed or forbids.search(clause.text) or NAMES_BREACH[self.language].search(clause.text):
                    yield clause

    def _licensing(self) -> Iterator[Clause]:
        for text, introduction in self._leaves:
            bound = self._speaks_of_leave(introduction)
            held = clauses(text, self.language)
            leave = {clause.sentence for clause in held if self._speaks_of_leave(clause.text)}
            yield from (clause for clause in held if bound or clause.sentence in leave)

    def _speaks_of_leave(self, words: str) -> bool:
        """Whether some words speak of an office's leave; what anybody else consents to (劳动者同意) is none."""
        found = SPEAKS_OF_LEAVE[self.language].finditer(words)
        return any(one.group() != CONSENT or OFFICE.search(words) for one in found)


@lru_cache(maxsize=4)  # the central rule that rule after rule is compared with, and the last of those
def granted(document: Document) -> Granted:
    """What a superior rule sets, gone through once."""
    return Granted(document)


def _object(clause: Clause, words: Pattern) -> Clause | None:
    """On what a clause takes a measure of these words; None where it does not say."""
    held = clauses(_MAY.sub("", words.sub("", without_subject(clause).text)), clause.language)
    return held[0] if held else None


def _without_whom(clause: Clause) -> Sequence[Clause]:
    """What is done in a clause without to whom, where it says that."""
    act = TOWARDS.sub("", clause.text) if clause.language == "zh" else clause.text
    return () if act == clause.text else clauses(act, clause.language)


def _binds(clause: Clause) -> bool:
    """Whether a clause lays down a duty or a prohibition, or says that something may be refused."""
    return binds(clause.text, clause.language) or bool(MAY_BE_REFUSED.search(clause.text))
