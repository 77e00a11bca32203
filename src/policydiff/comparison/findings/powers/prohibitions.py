"""What a local rule forbids and its superior neither forbids nor punishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import takewhile

from policydiff.comparison.clauses import Clause, clauses, comes_near, sets_the_case, together
from policydiff.comparison.findings.powers.acts import said_from, without_subject
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.penalties import imposed
from policydiff.comparison.findings.powers.provision import (
    LocalProvision,
    PowerSet,
    binds_the_state,
    binds_who_holds_no_office,
    is_head,
    is_sanction,
    who_acts,
)
from policydiff.comparison.findings.powers.words import prohibitions as said
from policydiff.comparison.findings.powers.words.bodies import OPENS_WITH_FORCE
from policydiff.comparison.findings.powers.words.elsewhere import FORBIDDEN_ELSEWHERE, REFERS
from policydiff.comparison.findings.powers.words.licences import ASKS_FOR_LEAVE, NO_FILING, WITHOUT_LEAVE
from policydiff.comparison.findings.powers.words.listing import ANNOUNCES, CATCH_ALL, LISTS_CASES, LISTS_MEASURES
from policydiff.comparison.findings.terms.english_force import marks
from policydiff.words_of_force import FORBIDS, STATES, binds, force_of

_NEARLY_FORBIDDEN = 0.2  # what stands beside in a row is alike in its matter
_LONGEST_WITHOUT_OBJECT = 20  # characters of what a ban forbids
_SHORT = 16  # characters of a ban that does not say of what


def new_prohibition(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """Something that citizens or enterprises must not do, and that the superior neither forbids nor punishes.

    Not found: what binds the administration alone (行政机关不得…), amounts (不得超过三日; `number`), what refers to a
    prohibition of others (法律、法规禁止的行为), what must not be done without leave (`new-licence`). 立法法 2023
    arts. 82, 91, 93: without a basis no right is taken and no duty added.
    """
    if _forbids_what_is_listed(provision):
        yield from _forbidden_item(provision, superior)
        return
    is_the_state_s = False
    for sentence in provision.sentences:
        goes_on = is_the_state_s and _goes_on(sentence[0], provision)
        is_the_state_s = goes_on or binds_the_state(sentence, provision)
        if is_the_state_s or is_sanction(sentence):
            continue
        bans = [one for one in filter(provision.is_new, sentence) if _is_new_ban(one, sentence, provision, superior)]
        if bans:
            last = _last_in_a_row(sentence, bans)
            near = superior.forbidden_nearly(_act(bans[0]))
            place = _place(sentence, bans[0], superior)
            yield PowerSet("new-prohibition", near, provision.quoted(place, last, bans[0]))


def _forbids_what_is_listed(provision: LocalProvision) -> bool:
    """Whether what a provision is an item of is forbidden, and no measure that nobody may resist: 可以采取下列措施，
    任何人不得阻碍."""
    ban = said.FORBIDS[provision.language].search(provision.announcing)
    measures = LISTS_MEASURES.search(provision.announcing)
    return ban is not None and (measures is None or ban.start() < measures.end())


def _goes_on(clause: Clause, provision: LocalProvision) -> bool:
    """Whether a sentence that begins with a clause binds whom the one before binds: 行业管理部门不得…；不得…."""
    behind_a_semicolon = provision.text[: clause.start].rstrip().endswith("；")
    return behind_a_semicolon and bool(OPENS_WITH_FORCE.match(clause.text))


def _forbidden_item(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """An act that is listed in a prohibition, where the superior does not forbid it."""
    language, introduced = provision.language, clauses(provision.introduction, provision.language)
    held = [*takewhile(lambda one: not _says_what_follows(one), clauses(provision.text, language))]
    acts = [one for one in held if provision.is_new(one)]
    if not acts or binds_the_state(introduced, provision) or not _is_act(held):
        return
    if language == "zh" and (LISTS_CASES.search(provision.introduction) or _is_no_ban(provision, held)):
        return
    if not any(_is_known(one, provision, superior) for one in (*held, reduce(together, held))):
        near = superior.forbidden_nearly(acts[0])
        yield PowerSet("new-prohibition", near, provision.quoted(held[0], held[-1], acts[0]))


def _is_known(act: Clause, provision: LocalProvision, superior: Granted) -> bool:
    """Whether the superior binds anybody in an act, anywhere or beside the provision."""
    if superior.binds(act) or _is_forbidden_beside(act, provision):
        return True
    return superior.commands_the_opposite_of(act, provision.beside)


def _says_what_follows(clause: Clause) -> bool:
    """Whether a clause of an item says what is done about the act, and not which it is."""
    return bool(imposed(clause.text, clause.language) or said.WHO_DOES_SO.match(clause.text))


def _is_new_ban(clause: Clause, sentence: Sequence[Clause], provision: LocalProvision, superior: Granted) -> bool:
    """Whether a clause, with what goes on with it, forbids what the superior does not."""
    if not said.FORBIDS[clause.language].search(clause.text) or _forbids_nothing(sentence, clause):
        return False
    if any(_is_bound(one, one, provision, superior) for one in _continued(sentence, clause)):
        return False
    act = _act(clause)
    if any(_is_known(one, provision, superior) for one in _with_what_is_named_before(sentence, clause)):
        return False
    return not _is_bound(act, clause, provision, superior)


def _with_what_is_named_before(sentence: Sequence[Clause], ban: Clause) -> Sequence[Clause]:
    """What a short ban forbids, with what the clause ahead of it only names: 胡须证统一管理，不得伪造、转让."""
    act, ahead = _act(ban).text, sentence[0].text
    if len(act) > _LONGEST_WITHOUT_OBJECT or ban.language == "en" or [*sentence[1:2]] != [ban]:
        return ()
    names = force_of(ahead, "zh") == STATES and not sets_the_case(ahead, "zh") and not is_head(sentence[0], sentence)
    return clauses(ahead + act, "zh") if names else ()


def _continued(sentence: Sequence[Clause], ban: Clause) -> list[Clause]:
    """The clauses that go on with what a ban is of: 不得排放未经处理，或者处理不合格的污水; 不得以办证为条件，强卖."""
    behind = [one for one in sentence if one.start > ban.start]
    act = behind[:1] if said.GOES_ON_WITH_ACT.search(ban.text) else []
    return [*act, *takewhile(lambda one: said.CONTINUES.match(one.text), behind[len(act) :])]


def _last_in_a_row(sentence: Sequence[Clause], bans: Sequence[Clause]) -> Clause:
    """The last clause of the bans of a sentence that follow each other from the first."""
    together = {id(part) for one in bans for part in (one, *_continued(sentence, one))}
    return [*takewhile(lambda one: id(one) in together, (one for one in sentence if one.start >= bans[0].start))][-1]


def _is_bound(act: Clause, clause: Clause, provision: LocalProvision, superior: Granted) -> bool:
    """Whether the superior binds anybody in an act, anywhere or beside the provision; what must not be done on one's
    own, it may license."""
    if superior.binds(act) or superior.binds(without_subject(clause)):
        return True
    if _is_forbidden_beside(act, provision) or superior.commands_the_opposite_of(act, provision.beside):
        return True
    return bool(said.ON_ONE_S_OWN.search(clause.text) and superior.licenses(act))


def _is_forbidden_beside(act: Clause, provision: LocalProvision) -> bool:
    """Whether what the superior says beside a provision forbids or commands nearly that."""
    beside = clauses(provision.beside, provision.language)
    listed = binds(provision.beside_introduced, provision.language)
    bound = [one for one in beside if listed or binds(one.text, provision.language)]
    return comes_near(act, bound, _NEARLY_FORBIDDEN)


def _is_no_ban(provision: LocalProvision, item: Sequence[Clause]) -> bool:
    """Whether a list that is introduced as forbidden, or an item of it, is no ban on citizens of its own."""
    if any(map(said.NO_BAN.search, (provision.introduction, item[0].text))):
        return True
    introduced = clauses(provision.introduction, provision.language)
    is_bound = introduced and binds_who_holds_no_office(introduced, introduced[-1])
    return not is_bound and any(map(said.OFFICE_DECIDES.search, (provision.introduction, item[0].text)))


def _forbids_nothing(sentence: Sequence[Clause], clause: Clause) -> bool:
    """Whether what must not be done is no ban on citizens of its own."""
    if ANNOUNCES[clause.language].search(clause.text):
        return True
    if clause.language == "en":
        elsewhere = REFERS["en"], FORBIDDEN_ELSEWHERE, ASKS_FOR_LEAVE
        is_ban = any(one.force == FORBIDS for one in marks(clause.text))
        return not is_ban or any(pattern.search(clause.text) for pattern in elsewhere)
    if said.OFFICE_DECIDES.search(clause.text) and not binds_who_holds_no_office(sentence, clause):
        return True
    before = "，".join(one.text for one in sentence if one.start <= clause.start)
    alone = said.NO_BAN, REFERS["zh"]
    return any(pattern.search(clause.text) for pattern in alone) or any(
        pattern.search(before) for pattern in (said.PLAN_STANDS, WITHOUT_LEAVE, NO_FILING)
    )


def _is_act(item: Sequence[Clause]) -> bool:
    """Whether an item of a prohibition names an act, and not all others or what is to be done."""
    if item[0].language == "en":
        return True
    text = item[0].within
    return not (CATCH_ALL.match(item[0].text) or REFERS["zh"].search(text) or said.COMMANDS.search(text))


def _act(clause: Clause) -> Clause:
    """What must not be done, without who must not do it."""
    ban = said.FORBIDS[clause.language].search(clause.text)
    return said_from(clause, ban.end()) if ban else clause


def _place(sentence: Sequence[Clause], ban: Clause, superior: Granted) -> Clause:
    """The clause before a ban that says who is bound, or where, when or of what, if the ban itself does not; one that
    forbids something that the superior forbids as well is not quoted."""
    before = [one for one in sentence if one.end <= ban.start]
    names = who_acts(sentence, ban)
    if before and len(ban.text) <= _SHORT:
        names = before[0]
    elif names is ban and before and (sets_the_case(before[-1].text, ban.language) or len(before) == 1):
        names = before[-1]
    between = [one for one in before if one.start >= names.start and said.FORBIDS[ban.language].search(one.text)]
    return ban if any(superior.binds(_act(one)) for one in between) else names
