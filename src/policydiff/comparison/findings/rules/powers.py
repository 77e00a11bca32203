"""What a local rule sets and its superior does not: penalties, licences, coercion, fees and prohibitions.

    违反规定染须的，处五百元罚款              new-penalty
    未经行业管理部门批准，不得开设染须店      new-licence
    可以扣押染须工具                          new-coercion
    染须者应当缴纳管理费                      new-fee
    禁止在公园染须                            new-prohibition

Each rule looks at a provision of the local rule clause by clause, and at all that the superior says (`granted`). A
clause that only refers to a power set elsewhere (依法, 依照《…》的规定), or that binds none but the administration,
sets nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from policydiff.comparison.clauses import Clause, clauses, comes_near, sets_the_case
from policydiff.comparison.findings import words_of_power as said
from policydiff.comparison.findings.changes import Quotation
from policydiff.comparison.findings.granted import LEAST_SAID, Granted, kinds_of
from policydiff.comparison.findings.mentions import english_agents, subject_of
from policydiff.comparison.findings.rules.rule import Quotes
from policydiff.comparison.findings.words_of_force import force_of
from policydiff.model import Language
from policydiff.quoting import beginning

MOST_OF_A_PROVISION = 3
_LONGEST: dict[Language, int] = {"zh": 110, "en": 280}  # characters: what is punished, by whom, and how
_NEAR = 0.3  # what comes so near is shown beside
_NEARLY_FORBIDDEN = 0.27
_LEAST_ACT = 3  # characters that name an act
_LAST_OF_CERTIFICATE = 5  # characters by which a certificate is known
_LAST_OF_FEE = 4
_OPENS = 2  # a word of force that stands no further in opens its clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A provision of the local rule: its words, what introduces the list that it is an item of, what the superior says
    `beside` it, where those of its clauses begin that are `new` (all of them, where none is named), and what the
    document's own articles lay down that some words cite, with the articles of the superior that those stand beside."""

    text: str
    language: Language
    introduction: str = ""
    beside: str = ""
    new: Collection[int] = ()
    lays_down: Callable[[str], tuple[str, Collection[str]]] = lambda _: ("", ())

    @property
    def sentences(self) -> Iterator[tuple[Clause, ...]]:
        """Its sentences, clause by clause."""
        for _, held in groupby(clauses(self.text, self.language), key=lambda clause: clause.sentence):
            yield tuple(held)

    def is_new(self, clause: Clause) -> bool:
        """Whether a clause is one that the superior may lack."""
        return not self.new or clause.start in self.new

    @property
    def lists_acts(self) -> bool:
        """Whether it is an item of what is forbidden or punished."""
        return bool(said.LISTS_ACTS[self.language].search(self.introduction))


Power = Callable[[Provision, Granted], Quotes | None]

# ------------------------------------------------------------------------------------------- penalties


def new_penalty(provision: Provision, superior: Granted) -> Quotes | None:
    """A penalty for an act that the superior punishes nowhere, or not in this kind.

    Not found: one that is only referred to (依法给予处罚, 依照《…》的规定处罚), sanctions on officials (处分), a
    warning beside a graver penalty, the confiscation of illegal gains, a sum that differs (`number`), the breach of an
    article that cannot be told. 行政处罚法 2021 arts. 10–14, 16: who may set which kinds, and that a lower rule keeps
    to the acts, kinds and range.
    """
    language = provision.language
    listed = _imposed(provision.introduction, language)
    if listed and not said.REFERS[language].search(provision.introduction):
        return _punished_item(provision, listed, superior)
    acts: list[Clause] = []
    for sentence in provision.sentences:
        acts = [one for one in sentence if _names_breach(one)] or acts
        imposing = [one for one in sentence if provision.is_new(one) and _imposed(one.text, language)]
        if not imposing or _announces_or_refers(sentence, language):
            continue
        kinds = frozenset[str]().union(*(_imposed(one.text, language) for one in imposing))
        there = _punished(acts or clauses(provision.introduction, language), kinds, provision, superior)
        if there is not None:
            return there, _quoted(provision.text, acts[-1] if acts else imposing[0], imposing[-1], imposing[0])
    return None


def _punished_item(provision: Provision, kinds: frozenset[str], superior: Granted) -> Quotes | None:
    """An act that is listed in a penalty, where the superior does not punish it."""
    held = clauses(provision.text, provision.language)
    if not held or not all(map(provision.is_new, held)) or said.CATCH_ALL.match(held[0].text):
        return None
    there = _punished(held, kinds, provision, superior)
    return None if there is None else (there, _quoted(provision.text, held[0], held[-1], held[0]))


def _punished(acts: Sequence[Clause], kinds: frozenset[str], provision: Provision, superior: Granted) -> str | None:
    """What the superior imposes for some acts, or what comes near them, where it lacks a kind; else None."""
    named = [one for one in acts if one.weight >= LEAST_SAID and len(said.CITES.sub("", one.text)) >= _LEAST_ACT]
    broken, linked = provision.lays_down("".join(one.text for one in acts) + provision.introduction)
    if not named and not broken:
        return None  # nobody can tell of what
    same = superior.punishing(named, broken, linked)
    if not same:
        return _near(named, superior)
    lacking = kinds - {"warning"} - frozenset[str]().union(*(one.kinds for one in same))
    return same[0].imposes if lacking else None


def _imposed(words: str, language: Language) -> frozenset[str]:
    """Which kinds of penalty some words impose."""
    if "处分" in words and "罚款" not in words:
        return frozenset()
    return frozenset(kind for kind, pattern in said.IMPOSES[language].items() if pattern.search(words))


def _names_breach(clause: Clause) -> bool:
    """Whether a clause says for what there is a penalty, and not how far that goes."""
    return bool(said.NAMES_BREACH[clause.language].search(clause.text)) and not said.GOES_ON.match(clause.text)


def _announces_or_refers(sentence: Sequence[Clause], language: Language) -> bool:
    patterns = said.ANNOUNCES[language], said.REFERS[language]
    return any(pattern.search(one.text) for one in sentence for pattern in patterns)


# -------------------------------------------------------------------------------------------- licences


def new_licence(provision: Provision, superior: Granted) -> Quotes | None:
    """Leave of an office, or a certificate of one, that is asked for an act for which the superior asks none.

    Not found: consent of people (业主, 村民会议), leave that one office asks of another (规划报…批准), what refers to
    leave set elsewhere (依法取得许可证), the breach of it (未经批准…的，处…), filing (备案), any in a row
    whose other side speaks of leave itself, for whatever it is. 行政许可法 arts. 14–18: who may set a licence, and that
    a rule on carrying out one adds none.
    """
    if said.GIVES_LEAVE[provision.language].search(provision.beside):
        return None
    for sentence in provision.sentences:
        found = None if _is_sanction(sentence) else _leave(sentence, provision)
        if found is None or not provision.is_new(found[1]):
            continue
        first, last = found
        about = [one for one in sentence if one.weight >= LEAST_SAID]
        names = said.CERTIFICATE.findall(provision.text[first.start : last.end])
        known = any(name[-_LAST_OF_CERTIFICATE:] in superior.text for name in names)
        if not known and not any(superior.licenses(one) for one in about):
            return _near(about, superior), _quoted(provision.text, sentence[0], last, last)
    return None


def _leave(sentence: Sequence[Clause], provision: Provision) -> tuple[Clause, Clause] | None:
    """From which clause of a sentence to which it asks a citizen for leave; None where it does not."""
    start = sentence[0].start
    words = provision.text[start : sentence[-1].end]
    if _binds_the_state(sentence, provision):
        return None
    if provision.language == "en":
        found = said.ASKS_FOR_LEAVE.search(words)
        return _spanned(sentence, start + found.start(), start + found.end()) if found else None
    if said.REFERS["zh"].search(words):
        return None
    for pattern in (said.NO_LEAVE, said.ONLY_THEN, said.MUST_OBTAIN, said.MUST_ASK):
        asked = pattern.search(words)
        if asked is None or not _is_of_an_office(asked.group("what")):
            continue
        of_plans = said.PLANS.search(words) or not said.OFFICE.search(asked.group("what"))
        if pattern is not said.MUST_ASK or not of_plans:
            return _spanned(sentence, start + asked.start(), start + asked.end())
    return None


def _is_of_an_office(leave: str) -> bool:
    """Whether leave is given by an office, and is not the consent of people."""
    if said.CONSENT_OF_PEOPLE.search(leave):
        return False
    return "同意" not in leave or bool(said.OFFICE.search(leave))


# -------------------------------------------------------------------------------------- coercion, fees


def new_coercion(provision: Provision, superior: Granted) -> Quotes | None:
    """A measure of coercion (查封, 扣押, 强制拆除, 代履行, 滞纳金) that the superior does not give for the like.

    Not found: what refers to coercion set elsewhere (依法查封) or to a court (申请人民法院强制执行), what is
    forbidden of it, what was seized, 加处罚款, which is the law's own (行政处罚法 2021 art. 72). 行政强制法 arts.
    10–13: who may set measures, and that enforcement is set by a law alone.
    """
    language = provision.language
    for sentence in () if provision.lists_acts else provision.sentences:
        for clause in filter(provision.is_new, sentence):
            if said.SETS_NO_MEASURE[language].search(clause.text) or said.REFERS[language].search(clause.text):
                continue
            if not _is_private(clause) and _coerces(clause, sentence, provision, superior):
                return _near([clause], superior), _quoted(provision.text, clause, clause, clause)
    return None


def _coerces(clause: Clause, sentence: Sequence[Clause], provision: Provision, superior: Granted) -> bool:
    """Whether a clause holds a measure of which the superior speaks neither beside it nor for the like."""
    return any(
        measure.search(clause.text)
        and not spoken_of.search(provision.beside)
        and not superior.enforces(spoken_of, clause, sentence)
        for measure, spoken_of in said.MEASURES[clause.language]
    )


def new_fee(provision: Provision, superior: Granted) -> Quotes | None:
    """A fee, a deposit or a fund that is to be paid, and of which the superior does not speak by name.

    Not found: prices (物业服务费, 水费), insurance and taxes, what refers to charges set elsewhere (按照国家规定缴纳),
    what must not be charged. 行政许可法 art. 58, 立法法 2023 arts. 82, 93: a duty to pay needs a basis.
    """
    for sentence in () if provision.lists_acts else provision.sentences:
        for clause in () if _is_sanction(sentence) else filter(provision.is_new, sentence):
            before = provision.text[sentence[0].start : clause.start] if clause.text.startswith("并") else ""
            if not said.REFERS[clause.language].search(before + clause.text) and _charges(clause, superior):
                return _near([clause], superior), _quoted(provision.text, clause, clause, clause)
    return None


def _charges(clause: Clause, superior: Granted) -> bool:
    """Whether a clause charges what the superior does not."""
    if said.NO_FEE[clause.language].search(clause.text):
        return False
    if clause.language == "en":
        return bool(said.FEE_EN.search(clause.text)) and not superior.enforces(said.FEE_EN, clause, ())
    fee = said.FEE.search(clause.text)
    return fee is not None and fee.group("name")[-_LAST_OF_FEE:] not in superior.text


# ----------------------------------------------------------------------------------------- prohibitions


def new_prohibition(provision: Provision, superior: Granted) -> Quotes | None:
    """Something that citizens or enterprises must not do, and that the superior neither forbids nor punishes.

    Not found: what binds the administration alone (行政机关不得…), amounts (不得超过三日; `number`), what refers to a
    prohibition of others (法律、法规禁止的行为), what must not be done without leave (`new-licence`). 立法法 2023
    arts. 82, 91, 93: without a basis no right is taken and no duty added.
    """
    if said.FORBIDS[provision.language].search(provision.introduction):
        return _forbidden_item(provision, superior)
    for sentence in provision.sentences:
        if _is_sanction(sentence) or _binds_the_state(sentence, provision):
            continue
        for clause in filter(provision.is_new, sentence):
            found = said.FORBIDS[provision.language].search(clause.text)
            if not found or _forbids_nothing(sentence, clause):
                continue
            if not _is_bound(_act(clause, found.end()), clause, provision, superior):
                first = _place(sentence, clause, found.start())
                return _near([clause], superior), _quoted(provision.text, first, clause, clause)
    return None


def _forbidden_item(provision: Provision, superior: Granted) -> Quotes | None:
    """An act that is listed in a prohibition, where the superior does not forbid it."""
    language, introduced = provision.language, clauses(provision.introduction, provision.language)
    held = clauses(provision.text, language)
    acts = [one for one in held if provision.is_new(one)]
    if not acts or _binds_the_state(introduced, provision) or not _is_act(held):
        return None
    if language == "zh" and (said.LISTS_CASES.search(provision.introduction) or _is_no_ban(provision, held)):
        return None
    if any(superior.binds(one) or _is_forbidden_beside(one, provision) for one in held):
        return None
    return _near(acts[:1], superior), _quoted(provision.text, held[0], held[-1], acts[0])


def _is_bound(act: Clause, clause: Clause, provision: Provision, superior: Granted) -> bool:
    """Whether the superior binds anybody in an act, anywhere or beside the provision; what must not be done on one's
    own, it may license."""
    if superior.binds(act) or superior.binds(_without_subject(clause)):
        return True
    if _is_forbidden_beside(act, provision):
        return True
    return bool(said.ON_ONE_S_OWN.search(clause.text) and superior.licenses(act))


def _is_forbidden_beside(act: Clause, provision: Provision) -> bool:
    """Whether what the superior says beside a provision forbids or commands nearly that."""
    beside = clauses(provision.beside, provision.language)
    bound = [one for one in beside if force_of(one.text, provision.language) > 1]
    return comes_near(act, bound, _NEARLY_FORBIDDEN)


def _is_no_ban(provision: Provision, item: Sequence[Clause]) -> bool:
    """Whether a list that is introduced as forbidden, or an item of it, is no ban on citizens of its own."""
    return any(map(said.NO_BAN.search, (provision.introduction, item[0].text)))


def _forbids_nothing(sentence: Sequence[Clause], clause: Clause) -> bool:
    """Whether what must not be done is no ban on citizens of its own."""
    if said.ANNOUNCES[clause.language].search(clause.text):
        return True
    if clause.language == "en":
        return False
    before = "，".join(one.text for one in sentence if one.start <= clause.start)
    alone = said.NO_BAN, said.REFERS["zh"]
    return any(pattern.search(clause.text) for pattern in alone) or any(
        pattern.search(before) for pattern in (said.PLAN_STANDS, said.WITHOUT_LEAVE)
    )


def _is_act(item: Sequence[Clause]) -> bool:
    """Whether an item of a prohibition names an act, and not all others or what is to be done."""
    if item[0].language == "en":
        return True
    text = item[0].within
    return not (said.CATCH_ALL.match(item[0].text) or said.REFERS["zh"].search(text) or said.COMMANDS.search(text))


def _act(clause: Clause, at: int) -> Clause:
    """What must not be done, without who must not do it."""
    held = clauses(clause.text[at:], clause.language)
    return held[0] if held else clause


def _without_subject(clause: Clause) -> Clause:
    """What is said in a clause, without of whom: 任何单位和个人 stands in many a prohibition."""
    subject = subject_of(clause.text) if clause.language == "zh" else None
    return _act(clause, subject.end) if subject else clause


def _place(sentence: Sequence[Clause], clause: Clause, forbids: int) -> Clause:
    """The clause before one that opens with its ban, or before which a case is set: it says where, when or who."""
    before = [one for one in sentence if one.end <= clause.start]
    if before and (forbids < _OPENS or sets_the_case(before[-1].text, clause.language)):
        return before[-1]
    return clause


# -------------------------------------------------------------------------------------------------- all

RULES: tuple[Power, ...] = (new_penalty, new_licence, new_coercion, new_fee, new_prohibition)
_BY_NAME = tuple((rule.__name__.replace("_", "-"), rule) for rule in RULES)


def set_by(provision: Provision, superior: Granted) -> Iterator[tuple[str, str, str]]:
    """Which powers a provision sets and its superior does not, the gravest first: the rule, and both sides' words."""
    found = ((name, rule(provision, superior)) for name, rule in _BY_NAME)
    told = [(name, *quotes) for name, quotes in found if quotes]
    yield from told[:MOST_OF_A_PROVISION]


def _near(about: Sequence[Clause], superior: Granted) -> str:
    """What the superior says nearest to the clause that says most."""
    chief = max(about, key=lambda one: one.weight, default=None)
    return superior.nearest(chief, _NEAR) if chief else ""


def _is_sanction(sentence: Sequence[Clause]) -> bool:
    """Whether a sentence says what is done about a breach."""
    language = sentence[0].language
    answers = any(kinds_of(one.text, language) or said.ANSWERS_FOR.search(one.text) for one in sentence)
    return answers and any(said.NAMES_BREACH[language].search(one.text) for one in sentence)


def _binds_the_state(sentence: Sequence[Clause], provision: Provision) -> bool:
    """Whether those who are bound in a sentence are the state's offices and officers alone; in an item that names
    nobody, those of its introduction."""
    if provision.language == "en":
        acting = [one.text for clause in sentence for one in english_agents(clause.text)]
        return bool(acting) and all(said.OF_STATE["en"].search(one) for one in acting)
    acting = _acting(sentence)
    if not acting and provision.introduction:
        introduced = clauses(provision.introduction, "zh")
        return _binds_the_state(introduced, replace(provision, introduction=""))
    return bool(acting) and all(map(_is_official, acting))


def _acting(sentence: Sequence[Clause]) -> list[str]:
    """Whom a sentence names as acting: its subjects, else what stands before a word of force, else at its head."""
    if subjects := [found.text for one in sentence if (found := subject_of(one.text))]:
        return subjects
    if bound := [before.group() for one in sentence if (before := said.BEFORE_FORCE.match(one.text))]:
        return bound
    head = sentence[0].text
    office = said.OFFICE_FIRST.match(head) or said.OFFICIAL_ALONE.search(head)
    return [office.group()] if office else []


def _is_official(name: str) -> bool:
    if said.OFFICIAL_ALONE.search(name):
        return True
    return bool(said.OF_STATE["zh"].search(name)) and not said.OF_CITIZENS.search(name)


def _is_private(clause: Clause) -> bool:
    """Whether somebody who holds no office acts in a clause."""
    subject = subject_of(clause.text) if clause.language == "zh" else None
    return subject is not None and bool(said.OF_CITIZENS.search(subject.text)) and not _is_official(subject.text)


def _spanned(sentence: Sequence[Clause], start: int, end: int) -> tuple[Clause, Clause]:
    """The clauses that a place of a text begins and ends in."""
    held = [one for one in sentence if one.start < end and start < one.end]
    return held[0], held[-1]


def _quoted(text: str, first: Clause, last: Clause, chief: Clause) -> Quotation:
    """The words from one clause to another; where that is long, those of the chief one."""
    most = _LONGEST[first.language]
    start, end = (first.start, last.end) if last.end - first.start <= most else (chief.start, chief.end)
    words = text[start:end] if end - start <= most else beginning(text[start:end], most)
    return Quotation(words, before=_goes_on(text[:start]), behind=_goes_on(text[start + len(words) :][::-1]))


def _goes_on(words: str) -> bool:
    """Whether words end, at a quotation, within its sentence."""
    return bool(words) and words[-1] not in "。；：\n.;:!?！？"
