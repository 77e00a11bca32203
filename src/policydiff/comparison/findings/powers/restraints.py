"""What a local rule does to those who break it beside penalties, and its superior does not.

    在街头叫卖假发的，记入信用档案                       new-credit-sanction
    未缴清胡须管理费的，行业管理部门不予办理染须登记     new-refusal

Neither is a penalty by law, and both weigh like one: a record is held against a person wherever it is asked for, and a
refusal makes what somebody is entitled to wait upon something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.comparison.clauses import Clause
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.penalties import imposed
from policydiff.comparison.findings.powers.provision import LocalProvision, PowerSet, cases, who_acts
from policydiff.comparison.findings.powers.words import restraints as said
from policydiff.comparison.findings.powers.words.elsewhere import REFERS
from policydiff.comparison.findings.powers.words.licences import CONSENT_OF_PEOPLE
from policydiff.comparison.findings.powers.words.listing import LISTS_CASES
from policydiff.comparison.findings.powers.words.penalties import GOES_ON, NAMES_BREACH
from policydiff.comparison.findings.row.changes import Quotation


def new_credit_sanction(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """A record of bad credit, a list of the dishonest or a joint sanction, where the superior speaks of nothing of that
    kind.

    Not found: what refers to credit rules laid down elsewhere (依法记入信用档案), what is recorded of good conduct, how
    a system of records is built, and how one is taken off. 国办发〔2020〕49号, parts 2, 4 and 5: to record conduct as
    bad credit, to list for it and to sanction it needs a basis in a law, in regulations or in a policy of the Party's
    Central Committee or the State Council.
    """
    if provision.language == "en":
        yield from _credit_sanction_in_english(provision, superior)
        return
    for case, sentence in _with_cases(provision):
        for clause in filter(provision.is_new, sentence):
            speaks_of = next((there for here, there in said.CREDIT_SANCTIONS if here.search(clause.text)), None)
            if speaks_of is None or speaks_of.search(superior.text) or not _is_for_a_wrong(clause, case, provision):
                continue
            if said.NO_CREDIT_SANCTION.search(clause.text) or REFERS["zh"].search(clause.text):
                continue
            words = provision.text[sentence[0].start : sentence[-1].end]
            if said.OF_THE_GOOD.search(words) and not said.WRONG.search(words):
                continue
            near = superior.spoken_of_nearly(said.SPEAKS_OF_CREDIT, clause)
            last = sentence[-1] if said.OF_THE_LISTED.match(clause.text) else clause
            yield PowerSet("new-credit-sanction", near, _quoted(case, sentence, last, provision))
            break


def _credit_sanction_in_english(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    if said.SPEAKS_OF_CREDIT_EN.search(superior.text):
        return
    for sentence in provision.sentences:
        for clause in filter(provision.is_new, sentence):
            if said.CREDIT_SANCTION_EN.search(clause.text) and not REFERS["en"].search(clause.text):
                yield PowerSet("new-credit-sanction", "", provision.quoted(sentence[0], clause, clause))
                break


def new_refusal(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """What an office is to refuse somebody, or to let wait, who has not done something else, where the superior has no
    such refusal.

    Not found: what is refused because it is not what it must be itself (不符合条件的，不予登记; 材料不齐的，不予受理),
    what is refused for a time as a penalty (`new-penalty`), plans that one office submits to another.
    行政许可法 art. 16: no condition is added to a licence against its superior; 立法法 2023 arts. 82, 91, 93: without a
    basis no right is taken.
    """
    for case, sentence in _with_cases(provision):
        for clause in filter(provision.is_new, sentence):
            refused = said.REFUSES.search(clause.text)
            if refused is None or imposed(clause.text, "zh") or said.NO_REFUSAL.search(clause.text):
                continue
            ahead = [one for one in (*case, *sentence) if one.end <= clause.start] or [clause]
            failing = [*filter(_is_left_undone, ahead)]
            if not failing or REFERS["zh"].search(clause.text):
                continue
            if not superior.enforces(said.REFUSES, clause, failing):
                near = superior.spoken_of_nearly(said.REFUSES, clause)
                whole = sorted([*case, *failing], key=lambda one: one.start)
                yield PowerSet("new-refusal", near, _quoted(whole, sentence, clause, provision))
                break


def _with_cases(provision: LocalProvision) -> Iterator[tuple[list[Clause], Sequence[Clause]]]:
    """The sentences of a provision, each with the clauses that say of whom, and for what, something is done in it."""
    case: list[Clause] = []
    for sentence in provision.sentences:
        case = [*case, *cases(sentence)] if case and GOES_ON.match(sentence[0].text) else cases(sentence)
        yield case, sentence


def _quoted(case: Sequence[Clause], sentence: Sequence[Clause], clause: Clause, provision: LocalProvision) -> Quotation:
    ahead = [one for one in case if one.end <= clause.start]
    return provision.quoted((*ahead, clause)[0], clause, *ahead[1:], who_acts(sentence, clause), clause)


def _is_left_undone(clause: Clause) -> bool:
    """Whether a clause says what somebody has not done, and not what is wrong with his application or who did not
    agree to it."""
    if said.IS_UNFIT.search(clause.text) or not said.FAILED.search(clause.text):
        return False
    return "同意" not in clause.text or not CONSENT_OF_PEOPLE.search(clause.text)


def _is_for_a_wrong(clause: Clause, case: Sequence[Clause], provision: LocalProvision) -> bool:
    """Whether what is recorded, listed or sanctioned is a wrong."""
    if said.WRONG.search(clause.text) or LISTS_CASES.search(clause.text):
        return True
    return any(NAMES_BREACH["zh"].search(one.text) for one in case if one.end <= clause.start)
