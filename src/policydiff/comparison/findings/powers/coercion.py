"""A measure of coercion that a local rule gives and its superior does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.comparison.clauses import Clause
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.provision import (
    LocalProvision,
    PowerSet,
    cases,
    is_private,
)
from policydiff.comparison.findings.powers.words import coercion as said
from policydiff.comparison.findings.powers.words.elsewhere import REFERS
from policydiff.comparison.findings.powers.words.patterns import Pattern
from policydiff.comparison.findings.powers.words.penalties import GOES_ON


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
    for sentence in provision.sentences:
        case = case if case and GOES_ON.match(sentence[0].text) else cases(sentence)
        for clause in filter(provision.is_new, sentence):
            if said.SETS_NO_MEASURE[language].search(clause.text) or REFERS[language].search(clause.text):
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
) -> Pattern | None:
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
