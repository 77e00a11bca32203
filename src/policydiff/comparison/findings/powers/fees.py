"""A fee, a deposit or a fund that a local rule has paid and its superior does not."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.comparison.clauses import Clause, clauses, most_alike
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.provision import (
    LocalProvision,
    PowerSet,
    is_sanction,
    who_acts,
)
from policydiff.comparison.findings.powers.words import fees as said
from policydiff.comparison.findings.powers.words.elsewhere import REFERS
from policydiff.comparison.findings.powers.words.patterns import Pattern

_LAST_OF_FEE = 4  # characters by which a fee is known


def new_fee(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """A fee, a deposit or a fund that is to be paid, or that is introduced (实行工资保证金制度), and of which the
    superior does not speak by name.

    Not found: prices (物业服务费, 水费), insurance and taxes, what refers to charges set elsewhere (按照国家规定缴纳),
    what must not be charged. 行政许可法 art. 58, 立法法 2023 arts. 82, 93: a duty to pay needs a basis.
    """
    for sentence in provision.sentences:
        for clause in () if is_sanction(sentence) else filter(provision.is_new, sentence):
            before = provision.text[sentence[0].start : clause.start] if clause.text.startswith("并") else ""
            if not REFERS[clause.language].search(before + clause.text) and _charges(clause, superior):
                spoken_of = said.ANY_FEE[clause.language]
                near = superior.spoken_of_nearly(spoken_of, clause) or _in_the_row(spoken_of, clause, provision)
                yield PowerSet("new-fee", near, provision.quoted(who_acts(sentence, clause), clause, clause))
                break


def _in_the_row(words: Pattern, clause: Clause, provision: LocalProvision) -> str:
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
