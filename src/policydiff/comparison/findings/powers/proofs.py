"""A proof that a local rule asks for and its superior does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.comparison.clauses import Clause, clauses
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.provision import (
    LocalProvision,
    PowerSet,
    binds_the_state,
    is_sanction,
    who_acts,
)
from policydiff.comparison.findings.powers.words import proofs as said
from policydiff.comparison.findings.powers.words.elsewhere import REFERS
from policydiff.comparison.findings.powers.words.listing import ANNOUNCES
from policydiff.comparison.findings.powers.words.patterns import Match

_LAST_OF_PROOF = 2  # characters before 证明 by which a proof is known


def new_proof(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """A proof (证明) that is asked of a citizen, and of which the superior does not speak by name.

    Not found: papers on who one is, what one owns and that goods are sound, a proof that does not say of what
    (有关证明), what refers to proofs asked for elsewhere (依法提供证明), what offices ask of each other.
    优化营商环境条例 art. 44: a proof needs a basis in a law, in regulations or in a decision of the State Council.
    """
    if said.SPEAKS_OF_PROOF.search(provision.beside):
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
            asked = None if ANNOUNCES["zh"].search(clause.text) else said.ASKS_FOR_PROOF.search(clause.text)
            if asked and any(_is_new_proof(one, sentence, clause, superior) for one in _proofs(asked, clause)):
                yield PowerSet("new-proof", "", provision.quoted(who_acts(sentence, clause), clause, clause))
                break


def _proofs(asked: Match, clause: Clause) -> list[str]:
    """The proofs that a clause asks for, the first in all its words."""
    return [asked["what"], *(one["name"] for one in said.PROOFS.finditer(clause.text, asked.end()))]


def _is_new_proof(what: str, sentence: Sequence[Clause], clause: Clause, superior: Granted) -> bool:
    """Whether what a clause asks for is a proof, and one of which the superior does not speak: by its name, or, where
    only who must have made it is said, of the like."""
    if said.NO_PROOF.search(clause.text) or REFERS["zh"].search(clause.text) or said.SHOWS_ITSELF.search(what):
        return False
    named = what.split("证明")[0]
    of_what = said.WITHOUT_CONTENT.sub("", named.rpartition("的")[2])
    if of_what:
        return f"{of_what[-_LAST_OF_PROOF:]}证明" not in superior.text
    made = said.MADE_BY_ANOTHER.search(named)
    return bool(made) and not superior.enforces(said.SPEAKS_OF_PROOF, clause, sentence)
