"""A provision of a local rule that is asked for the powers that it sets: who is bound, what is a sanction, what is
quoted of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from policydiff.comparison.clauses import Clause, clauses
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.sanctions import kinds_of
from policydiff.comparison.findings.powers.words.bodies import (
    BEFORE_FORCE,
    OF_CITIZENS,
    OF_OFFICERS,
    OF_STATE,
    OFFICE_FIRST,
    OFFICIAL_ALONE,
    OPENS_WITH_FORCE,
    SUBJECT_EN,
)
from policydiff.comparison.findings.powers.words.listing import ACT_AND_MEASURE, ANNOUNCES, LISTS_ACTS, LISTS_MEASURES
from policydiff.comparison.findings.powers.words.penalties import ANSWERS_FOR, CITIZEN_LAST, NAMES_BREACH
from policydiff.comparison.findings.row.changes import Quotation
from policydiff.comparison.findings.terms.mentions import english_agents, subject_of
from policydiff.model import Language
from policydiff.quoting import beginning

_LONGEST: dict[Language, int] = {"zh": 120, "en": 300}  # characters: what is punished, by whom, and how
_ENDS, _CLOSING = ("。", "；", ".", ";"), '”’」』"） \n'
_HEAD = 24  # characters of a clause that is no more than who must do or not do what the next one says


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalProvision:
    """A provision of the local rule: its words, what introduces the list that it is an item of or stands above it, the
    title of the `rule`, what the superior says `beside` it, where those of its clauses begin that are `new` (all of
    them, where none is named), and what the document's own articles lay down that some words cite, below what
    introduces them, with the articles of the superior that those stand beside.

    `beside_introduced` says what introduces the lists that what stands beside it is items of.
    """

    text: str
    language: Language
    introduction: str = ""
    rule: str = ""
    beside: str = ""
    beside_introduced: str = ""
    new: Collection[int] = ()
    lays_down: Callable[[str, str], tuple[str, Collection[str]]] = lambda _words, _introduction: ("", ())

    @property
    def sentences(self) -> Iterator[tuple[Clause, ...]]:
        """Its sentences, clause by clause."""
        for _, held in groupby(clauses(self.text, self.language), key=lambda clause: clause.sentence):
            yield tuple(held)

    @property
    def listing(self) -> str:
        """Its introduction, where that announces a list or is left open. What stands below a whole sentence (染须的，
        处五百元罚款。) is no item of it."""
        is_whole = self.introduction.rstrip(_CLOSING).endswith(_ENDS)
        return "" if is_whole and not ANNOUNCES[self.language].search(self.introduction) else self.introduction

    @property
    def announcing(self) -> str:
        """The last sentence of its introduction, to which its list belongs: 确需占用的，按照下列规定办理：."""
        lines = (line.rstrip("。 ").rpartition("。")[2] for line in self.listing.splitlines())
        return "\n".join(lines)

    def is_new(self, clause: Clause) -> bool:
        """Whether a clause is one that the superior may lack."""
        return not self.new or clause.start in self.new

    @property
    def lists_acts(self) -> bool:
        """Whether it is an item of what is forbidden or punished."""
        if LISTS_MEASURES.search(self.listing) or ACT_AND_MEASURE.search(self.text):
            return False
        return bool(LISTS_ACTS[self.language].search(self.listing))

    def quoted(self, first: Clause, last: Clause, *shorter: Clause) -> Quotation:
        """The words from one clause to another; where that is long, from the next of some `shorter` beginnings with
        which it is not, and where it is long with each of them, the last of these alone."""
        most = _LONGEST[self.language]
        starts = [first.start, *(one.start for one in shorter)]
        start = next((at for at in starts if last.end - at <= most), starts[-1])
        end = last.end if last.end - start <= most or not shorter else shorter[-1].end
        words = self.text[start:end]
        words = words if len(words) <= most else beginning(words, most)
        behind = self.text[start + len(words) :]
        return Quotation(words, before=_goes_on(self.text[:start]), behind=_goes_on(behind[::-1]))


class PowerSet(NamedTuple):
    """A power that a provision sets: the rule that finds it, both sides' words, and what these cite of the rule itself
    where they name nothing else."""

    rule: str
    base: str
    target: Quotation
    cited: str = ""


Power = Callable[[LocalProvision, Granted], Iterator[PowerSet]]


def is_sanction(sentence: Sequence[Clause]) -> bool:
    """Whether a sentence says what is done about a breach."""
    language = sentence[0].language
    answers = any(kinds_of(one.text, language) or ANSWERS_FOR.search(one.text) for one in sentence)
    return answers and any(NAMES_BREACH[language].search(one.text) for one in sentence)


def binds_the_state(sentence: Sequence[Clause], provision: LocalProvision) -> bool:
    """Whether those who are bound in a sentence are the state's offices and officers alone; in an item that names
    nobody, those of its introduction, and in a rule on the conduct of officers these where it names no others
    (身体不得倚靠). An introduction of marks alone has no clause, and binds nobody."""
    if not sentence:
        return False
    if provision.language == "en":
        acting = [one for clause in sentence for one in _acting_in_english(clause.text)]
        return bool(acting) and all(OF_STATE["en"].search(one) for one in acting)
    acting = _acting(sentence)
    if not acting and provision.introduction:
        introduced = clauses(provision.introduction, "zh")
        return binds_the_state(introduced, replace(provision, introduction=""))
    if OF_OFFICERS.search(provision.rule):
        return not any(OF_CITIZENS.search(name) or CITIZEN_LAST.search(name) for name in acting)
    return bool(acting) and all(map(_is_official, acting))


def binds_who_holds_no_office(sentence: Sequence[Clause], clause: Clause) -> bool:
    """Whether a clause binds people or enterprises by name: who is named last in a sentence up to it."""
    for one in reversed([one for one in sentence if one.start <= clause.start]):
        subject, before = subject_of(one.text), BEFORE_FORCE.match(one.text)
        name = subject.text if subject else before.group() if before else one.text if is_head(one, sentence) else ""
        if name:
            return bool(CITIZEN_LAST.search(name)) and not _is_official(name)
    return False


def cases(sentence: Sequence[Clause]) -> list[Clause]:
    """The clauses of a sentence that say to what a measure is the answer, or of whom."""
    return [one for one in sentence if NAMES_BREACH[one.language].search(one.text) or subject_of(one.text)]


def is_private(clause: Clause) -> bool:
    """Whether somebody who holds no office acts in a clause."""
    subject = subject_of(clause.text) if clause.language == "zh" else None
    return subject is not None and bool(OF_CITIZENS.search(subject.text)) and not _is_official(subject.text)


def who_acts(sentence: Sequence[Clause], clause: Clause) -> Clause:
    """The last clause of a sentence, up to this one, that names who acts; this one where none does."""
    if clause.language == "en":
        return clause
    named = [one for one in sentence if one.start <= clause.start and (subject_of(one.text) or is_head(one, sentence))]
    return named[-1] if named else clause


def spanned(sentence: Sequence[Clause], start: int, end: int) -> tuple[Clause, Clause]:
    """The clauses that a place of a text begins and ends in."""
    held = [one for one in sentence if one.start < end and start < one.end]
    return held[0], held[-1]


def is_head(clause: Clause, sentence: Sequence[Clause]) -> bool:
    """Whether a clause opens its sentence and says no more than who is bound in what follows."""
    if clause is not sentence[0] or len(sentence) == 1 or len(clause.text) > _HEAD:
        return False
    return bool(OPENS_WITH_FORCE.match(sentence[1].text))


def _acting(sentence: Sequence[Clause]) -> list[str]:
    """Whom a sentence names as acting: its subjects, else what stands before a word of force, else at its head."""
    if subjects := [found.text for one in sentence if (found := subject_of(one.text))]:
        return subjects
    if bound := [before.group() for one in sentence if (before := BEFORE_FORCE.match(one.text))]:
        return bound
    head = sentence[0].text
    if is_head(sentence[0], sentence):
        return [head]
    office = OFFICE_FIRST.match(head) or OFFICIAL_ALONE.search(head)
    return [office.group()] if office else []


def _acting_in_english(clause: str) -> list[str]:
    """Whom an English clause names as acting: what it begins with, without what is said of that, and where something is
    done to that, by whom."""
    subject = SUBJECT_EN.match(clause)
    if subject:
        return [subject.group("name")]
    return [one.text for one in english_agents(clause)]


def _is_official(name: str) -> bool:
    if OFFICIAL_ALONE.search(name):
        return True
    return bool(OF_STATE["zh"].search(name)) and not OF_CITIZENS.search(name)


def _goes_on(words: str) -> bool:
    """Whether words end, at a quotation, within its sentence."""
    return bool(words) and words[-1] not in "。；：\n.;:!?！？"
