"""What a local rule sets and its superior does not: penalties, licences, coercion, fees, proofs, prohibitions.

    违反规定染须的，处五百元罚款              new-penalty
    对这一行为，上位法只规定罚款的，没收工具  new-penalty-kind
    在街头叫卖假发的，记入信用档案            new-credit-sanction
    未缴清管理费的，不予办理染须登记          new-refusal
    未经行业管理部门批准，不得开设染须店      new-licence
    应当具备下列条件：（一）有三名理发师      new-licence-condition
    可以扣押染须工具                          new-coercion
    扣押的期限不得超过六十日                  new-coercion-period
    染须者应当缴纳管理费                      new-fee
    外省染须企业应当备案                      new-barrier
    应当提交无违法记录证明                    new-proof
    禁止在公园染须                            new-prohibition

Each rule looks at a provision of the local rule clause by clause, and at all that the superior says (`granted`). A
clause that only refers to a power set elsewhere (依法, 依照《…》的规定), or that binds none but the administration,
sets nothing. Beside a power stands what the superior says of the like, where that is a power of the same kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import takewhile

from policydiff.comparison.clauses import Clause, clauses, comes_near, most_alike, sets_the_case, together
from policydiff.comparison.findings.powers import words_of_power as said
from policydiff.comparison.findings.powers.conditions import new_licence_condition
from policydiff.comparison.findings.powers.granted import LEAST_SAID, Granted, said_from, without_subject
from policydiff.comparison.findings.powers.penalties import imposed, penalties
from policydiff.comparison.findings.powers.periods import new_coercion_period
from policydiff.comparison.findings.powers.provision import (
    LocalProvision,
    Power,
    PowerSet,
    binds_the_state,
    binds_who_holds_no_office,
    cases,
    is_head,
    is_private,
    is_sanction,
    who_acts,
)
from policydiff.comparison.findings.powers.restraints import new_credit_sanction, new_refusal
from policydiff.comparison.findings.terms.english_force import marks
from policydiff.words_of_force import FORBIDS, STATES, binds, force_of

_NEARLY_FORBIDDEN = 0.2  # what stands beside in a row is alike in its matter
_NEARLY_LICENSED = 0.12  # of leave less is said in the same words
_LAST_OF_CERTIFICATE = 5  # characters by which a certificate is known
_LAST_OF_FEE = 4
_LAST_OF_PROOF = 2  # before 证明
_LONGEST_WITHOUT_OBJECT = 20  # characters of what a ban forbids
_SHORT = 16  # characters of a ban that does not say of what

# -------------------------------------------------------------------------------------------- licences


def new_licence(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """Leave of an office, or a certificate of one, that is asked for an act for which the superior asks none.

    Not found: consent of people (业主, 村民会议), leave that one office asks of another (规划报…批准), a longer time
    for what was allowed (确需延长的，应当报…批准), what refers to leave set elsewhere (依法取得许可证), the breach
    of it (未经批准…的，处…), filing (备案) without which an act is not barred, what is shown to have something filed
    (持许可证到…备案), any beside leave for nearly that. Filing or registration without which nobody may begin
    (未备案的，不得…) is leave by its effect.
    行政许可法 arts. 12, 14–18: who may set a licence, and that a rule on carrying out one adds none.
    """
    before: tuple[Clause, ...] = ()
    for sentence in provision.sentences:
        goes_back = before if said.LEAVE_ALONE.match(sentence[0].text) else ()
        before = sentence
        is_set_elsewhere = any(said.REFERS[one.language].search(one.text) for one in goes_back)
        found = None if is_set_elsewhere or is_sanction(sentence) else _leave(sentence, provision)
        if found is None or not provision.is_new(found[1]):
            continue
        first, last = found
        about = [one for one in (*goes_back, *sentence) if one.weight >= LEAST_SAID]
        names = said.CERTIFICATE.findall(said.WHO_ISSUES.sub("", provision.text[first.start : last.end]))
        known = any(name[-_LAST_OF_CERTIFICATE:] in superior.text for name in names)
        is_filed = not said.GIVES_LEAVE[provision.language].search(provision.text[first.start : last.end])
        known = known or (is_filed and any(map(superior.puts_on_record, about)))
        if not known and not _is_licensed(about, provision, superior):
            near = superior.licensed_nearly([*_without_leave(about)])
            yield PowerSet("new-licence", near, provision.quoted(sentence[0], last, first))


def _leave(sentence: Sequence[Clause], provision: LocalProvision) -> tuple[Clause, Clause] | None:
    """From which clause of a sentence to which it asks a citizen for leave; None where it does not."""
    start = sentence[0].start
    words = provision.text[start : sentence[-1].end]
    if provision.language == "en":
        found = None if binds_the_state(sentence, provision) else said.ASKS_FOR_LEAVE.search(words)
        return _spanned(sentence, start + found.start(), start + found.end()) if found else None
    if said.REFERS["zh"].search(words):
        return None
    for pattern in _ASKS_FOR_LEAVE:
        asked = pattern.search(words)
        if asked is None or not _is_of_an_office(asked.group("what")):
            continue
        if pattern is said.MUST_OBTAIN and said.SHOWN_ELSEWHERE.search(words, asked.start()):
            continue
        asking = [one for one in sentence if one.start < start + asked.end()]
        if pattern in _LACKED:  # who issues it is not who lacks it
            asking = [*clauses(words[: asked.start("what")] + words[asked.end("what") : asked.end()], "zh")]
        if said.ASKS_FOR_LONGER.search(words, 0, asked.end()) or binds_the_state(asking, provision):
            continue
        if pattern is said.REPORTS and said.OFFICE_FIRST.match(words):
            continue
        before = provision.text[:start] if said.ALTERS.search(words) else ""
        of_plans = said.PLANS.search(before + words[: asked.end()]) or not said.OFFICE.search(asked.group("what"))
        if pattern not in (said.MUST_ASK, said.REPORTS) or not of_plans:
            return _spanned(sentence, start + asked.start(), start + asked.end())
    return None


_ASKS_FOR_LEAVE = (
    said.NO_LEAVE, said.ONLY_THEN, said.MUST_OBTAIN, said.MUST_ASK, said.REPORTS, said.NO_FILING, said.ONLY_FILED,
)  # fmt: skip
_LACKED = (said.NO_LEAVE, said.NO_FILING, said.ONLY_FILED)


def _is_licensed(about: Sequence[Clause], provision: LocalProvision, superior: Granted) -> bool:
    """Whether the superior asks leave for any of some acts, anywhere or beside the provision."""
    if any(_is_licensed_beside(one, provision) for one in about):
        return True
    behind = [(one, said.BY_NO_LEAVE.match(one.text)) for one in about if one.language == "zh"]
    if any(asked and superior.licenses(said_from(one, asked.end())) for one, asked in behind):
        return True
    if not any(map(superior.licenses, about)):
        return False
    acts = [*_without_leave(about)]  # 应当经…部门批准 stands in many a rule, and is like itself there
    return acts == [*about] or superior.licenses_nearly(acts) or any(map(superior.licenses, acts))


def _without_leave(about: Sequence[Clause]) -> Iterator[Clause]:
    """What leave is asked for, without who gives it."""
    for clause in about:
        asked = said.BY_LEAVE.sub("", clause.text)
        held = [clause] if asked == clause.text else clauses(asked, clause.language)
        yield from (one for one in held if one.weight >= LEAST_SAID)


def _is_licensed_beside(act: Clause, provision: LocalProvision) -> bool:
    """Whether what the superior says beside a provision, where it speaks of leave, speaks of nearly that act."""
    if not said.GIVES_LEAVE[provision.language].search(provision.beside):
        return False
    return comes_near(act, clauses(provision.beside, provision.language), _NEARLY_LICENSED)


def _spanned(sentence: Sequence[Clause], start: int, end: int) -> tuple[Clause, Clause]:
    """The clauses that a place of a text begins and ends in."""
    held = [one for one in sentence if one.start < end and start < one.end]
    return held[0], held[-1]


def _is_of_an_office(leave: str) -> bool:
    """Whether leave is given by an office, and is not the consent of people."""
    if said.CONSENT_OF_PEOPLE.search(leave):
        return False
    return "同意" not in leave or bool(said.OFFICE.search(leave))


# -------------------------------------------------------------------------------------- coercion, fees


def new_coercion(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """A measure of coercion (查封, 扣押, 强制拆除, 代履行, 滞纳金, 停止供水供电) that the superior does not give for
    the like.

    Not found: what refers to coercion set elsewhere (依法查封) or to a court (申请人民法院强制执行), what is
    forbidden of it, what was seized, 加处罚款 of three in a hundred, which is the law's own (行政处罚法 2021 art. 72),
    what suppliers do by contract. 行政强制法 arts. 9–13, 43, 45: the kinds of measures and of enforcement, who may set
    measures, and that enforcement is set by a law alone.
    """
    language = provision.language
    case: list[Clause] = []
    for sentence in () if provision.lists_acts else provision.sentences:
        case = case if case and said.GOES_ON.match(sentence[0].text) else cases(sentence)
        for clause in filter(provision.is_new, sentence):
            if said.SETS_NO_MEASURE[language].search(clause.text) or said.REFERS[language].search(clause.text):
                continue
            is_no_office_s = is_private(clause) or _is_of_a_supply(clause, sentence)
            spoken_of = None if is_no_office_s else _coerces(clause, sentence, provision, superior)
            if spoken_of is not None:
                ahead = [one for one in (*case, *cases(sentence)) if one.end <= clause.start]
                near = superior.spoken_of_nearly(spoken_of, clause)
                yield PowerSet("new-coercion", near, provision.quoted((*ahead, clause)[0], clause, *ahead[1:], clause))
                break


def _is_of_a_supply(clause: Clause, sentence: Sequence[Clause]) -> bool:
    """Whether a clause adds to what a customer owes a supplier: 逾期不缴纳采暖费的，按日加收滞纳金."""
    return "滞纳金" in clause.text and any(said.OF_A_SUPPLY.search(one.text) for one in sentence)


def _coerces(
    clause: Clause, sentence: Sequence[Clause], provision: LocalProvision, superior: Granted
) -> said.Pattern | None:
    """By what words the superior would speak of the measure that a clause gives, if it does so neither beside it nor
    for the like; None where the clause gives none that is new."""
    stops = said.STOPS_SUPPLY.match(clause.text) and any(said.DISOBEYS.search(one.text) for one in sentence)
    if stops and not (said.CUTS_OFF.search(provision.beside) or said.CUTS_OFF.search(superior.text)):
        return said.CUTS_OFF
    for measure, spoken_of in said.MEASURES[clause.language]:
        told = measure.search(clause.text) and not spoken_of.search(provision.beside)
        if told and not superior.enforces(spoken_of, clause, sentence):
            return spoken_of
    return None


def new_fee(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """A fee, a deposit or a fund that is to be paid, or that is introduced (实行工资保证金制度), and of which the
    superior does not speak by name.

    Not found: prices (物业服务费, 水费), insurance and taxes, what refers to charges set elsewhere (按照国家规定缴纳),
    what must not be charged. 行政许可法 art. 58, 立法法 2023 arts. 82, 93: a duty to pay needs a basis.
    """
    for sentence in () if provision.lists_acts else provision.sentences:
        for clause in () if is_sanction(sentence) else filter(provision.is_new, sentence):
            before = provision.text[sentence[0].start : clause.start] if clause.text.startswith("并") else ""
            if not said.REFERS[clause.language].search(before + clause.text) and _charges(clause, superior):
                spoken_of = said.ANY_FEE[clause.language]
                near = superior.spoken_of_nearly(spoken_of, clause) or _in_the_row(spoken_of, clause, provision)
                yield PowerSet("new-fee", near, provision.quoted(who_acts(sentence, clause), clause, clause))
                break


def _in_the_row(words: said.Pattern, clause: Clause, provision: LocalProvision) -> str:
    """What the superior says with some words beside a provision, of which it comes nearest to a clause; or nothing."""
    having = [one for one in clauses(provision.beside, provision.language) if words.search(one.text)]
    nearest, _ = most_alike(clause, having)
    return nearest.text if nearest else ""


def _charges(clause: Clause, superior: Granted) -> bool:
    """Whether a clause charges what the superior does not."""
    if said.NO_FEE[clause.language].search(clause.text):
        return False
    if clause.language == "zh" and said.PAID_TO_SUPPLIERS.search(clause.text):
        return False
    if clause.language == "en":
        return bool(said.FEE_EN.search(clause.text)) and not superior.enforces(said.FEE_EN, clause, ())
    fee = said.FEE.search(clause.text) or said.DEPOSITS.search(clause.text)
    if fee is None:
        return False
    if said.NO_FEE_BY_NAME.search(fee.group("name")) and not said.A_SURETY.match(fee.group("name")):
        return False
    return fee.group("name")[-_LAST_OF_FEE:] not in superior.text


# ------------------------------------------------------------------------------------ proofs, barriers


def new_proof(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """A proof (证明) that is asked of a citizen, and of which the superior does not speak by name.

    Not found: papers on who one is, what one owns and that goods are sound, a proof that does not say of what
    (有关证明), what refers to proofs asked for elsewhere (依法提供证明), what offices ask of each other.
    优化营商环境条例 art. 44: a proof needs a basis in a law, in regulations or in a decision of the State Council.
    """
    if provision.language != "zh" or said.SPEAKS_OF_PROOF.search(provision.beside):
        return
    if said.LISTS_PAPERS.search(provision.introduction):
        held = clauses(provision.text, "zh")
        item = said.A_PROOF.search(held[0].text) if len(held) == 1 and provision.is_new(held[0]) else None
        if item and _is_new_proof(item["name"], held, held[0], superior):
            yield PowerSet("new-proof", "", provision.quoted(held[0], held[0]))
        return
    for sentence in () if provision.lists_acts else provision.sentences:
        if is_sanction(sentence) or binds_the_state(sentence, provision):
            continue
        for clause in filter(provision.is_new, sentence):
            asked = None if said.ANNOUNCES["zh"].search(clause.text) else said.ASKS_FOR_PROOF.search(clause.text)
            if asked and any(_is_new_proof(one, sentence, clause, superior) for one in _proofs(asked, clause)):
                yield PowerSet("new-proof", "", provision.quoted(who_acts(sentence, clause), clause, clause))
                break


def _proofs(asked: said.Match, clause: Clause) -> list[str]:
    """The proofs that a clause asks for, the first in all its words."""
    return [asked["what"], *(one["name"] for one in said.PROOFS.finditer(clause.text, asked.end()))]


def _is_new_proof(what: str, sentence: Sequence[Clause], clause: Clause, superior: Granted) -> bool:
    """Whether what a clause asks for is a proof, and one of which the superior does not speak: by its name, or, where
    only who must have made it is said, of the like."""
    if said.NO_PROOF.search(clause.text) or said.REFERS["zh"].search(clause.text) or said.SHOWS_ITSELF.search(what):
        return False
    named = what.split("证明")[0]
    of_what = said.WITHOUT_CONTENT.sub("", named.rpartition("的")[2])
    if of_what:
        return f"{of_what[-_LAST_OF_PROOF:]}证明" not in superior.text
    made = said.MADE_BY_ANOTHER.search(named)
    return bool(made) and not superior.enforces(said.SPEAKS_OF_PROOF, clause, sentence)


def new_barrier(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """What those from elsewhere must do beyond others, or a supplier who is designated, where the superior has neither.

    Not found: what forbids a barrier, what favours those from elsewhere, whom an office designates to act for it.
    公平竞争审查条例 arts. 8, 9: no measure limits people to certain suppliers or keeps out those from elsewhere.
    """
    if provision.language != "zh" or provision.lists_acts:
        return
    for sentence in provision.sentences:
        words = provision.text[sentence[0].start : sentence[-1].end]
        if is_sanction(sentence) or said.NO_BARRIER.search(words):
            continue
        for bars, speaks_of in _BARRIERS:
            found = None if binds_the_state(sentence, provision) else bars.search(words)
            if found is None:
                continue
            start = sentence[0].start
            first, last = _spanned(sentence, start + found.start(), start + found.end())
            if provision.is_new(last) and not _speaks_of_the_like(speaks_of, first, last, provision, superior):
                near = superior.spoken_of_nearly(speaks_of, last)
                yield PowerSet("new-barrier", near, provision.quoted(sentence[0], last, first))
                break


_BARRIERS = (
    (said.BARS_OUTSIDERS, said.SPEAKS_OF_OUTSIDERS),
    (said.DESIGNATES, said.SPEAKS_OF_DESIGNATED),
)


def _speaks_of_the_like(
    words: said.Pattern, first: Clause, last: Clause, provision: LocalProvision, superior: Granted
) -> bool:
    """Whether the superior has some words beside a provision, or where it speaks of the like."""
    return bool(words.search(provision.beside)) or superior.enforces(words, last, (first,))


# ----------------------------------------------------------------------------------------- prohibitions


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
    measures = said.LISTS_MEASURES.search(provision.announcing)
    return ban is not None and (measures is None or ban.start() < measures.end())


def _goes_on(clause: Clause, provision: LocalProvision) -> bool:
    """Whether a sentence that begins with a clause binds whom the one before binds: 行业管理部门不得…；不得…."""
    behind_a_semicolon = provision.text[: clause.start].rstrip().endswith("；")
    return behind_a_semicolon and bool(said.OPENS_WITH_FORCE.match(clause.text))


def _forbidden_item(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """An act that is listed in a prohibition, where the superior does not forbid it."""
    language, introduced = provision.language, clauses(provision.introduction, provision.language)
    held = [*takewhile(lambda one: not _says_what_follows(one), clauses(provision.text, language))]
    acts = [one for one in held if provision.is_new(one)]
    if not acts or binds_the_state(introduced, provision) or not _is_act(held):
        return
    if language == "zh" and (said.LISTS_CASES.search(provision.introduction) or _is_no_ban(provision, held)):
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
    if ban.language == "en":
        return []
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
    if said.ANNOUNCES[clause.language].search(clause.text):
        return True
    if clause.language == "en":
        elsewhere = said.REFERS["en"], said.FORBIDDEN_ELSEWHERE, said.ASKS_FOR_LEAVE
        is_ban = any(one.force == FORBIDS for one in marks(clause.text))
        return not is_ban or any(pattern.search(clause.text) for pattern in elsewhere)
    if said.OFFICE_DECIDES.search(clause.text) and not binds_who_holds_no_office(sentence, clause):
        return True
    before = "，".join(one.text for one in sentence if one.start <= clause.start)
    alone = said.NO_BAN, said.REFERS["zh"]
    return any(pattern.search(clause.text) for pattern in alone) or any(
        pattern.search(before) for pattern in (said.PLAN_STANDS, said.WITHOUT_LEAVE, said.NO_FILING)
    )


def _is_act(item: Sequence[Clause]) -> bool:
    """Whether an item of a prohibition names an act, and not all others or what is to be done."""
    if item[0].language == "en":
        return True
    text = item[0].within
    return not (said.CATCH_ALL.match(item[0].text) or said.REFERS["zh"].search(text) or said.COMMANDS.search(text))


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


# -------------------------------------------------------------------------------------------------- all

RULES: tuple[Power, ...] = (
    penalties, new_credit_sanction, new_refusal, new_licence, new_licence_condition, new_coercion, new_coercion_period,
    new_fee, new_barrier, new_proof, new_prohibition,
)  # fmt: skip


def set_by(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """Which powers a provision sets and its superior does not, the gravest first: the rule, and both sides' words."""
    for power in RULES:
        yield from power(provision, superior)
