"""What a local rule asks of those who want to start something, or of their licence, and its superior does not.

superior   设立理发店，应当具备下列条件：（一）有固定的场所；
local      设立理发店，应当具备下列条件：（一）有固定的场所；（二）有三名以上的理发师；
                                                              new-licence-condition
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from policydiff.comparison.clauses import clauses, comes_near, together
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.provision import LocalProvision, PowerSet, binds_the_state
from policydiff.comparison.findings.powers.words import conditions as said
from policydiff.comparison.findings.powers.words.listing import CATCH_ALL

_SAID_BESIDE = 0.2  # what stands beside in a row is alike in its matter


def new_licence_condition(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """An item of a list of conditions for setting up, running or being licensed for something, of which the superior
    says nothing, as a condition or anywhere.

    Not found: conditions of a distinction, a list or a suit, one that stands beside a condition of the superior, what
    refers to conditions set elsewhere (法律、法规规定的其他条件), conditions in running text.
    行政许可法 art. 16: who details a licence of a superior adds no condition that runs against it.
    """
    announced = provision.announcing
    if not said.LISTS_CONDITIONS.search(announced) or said.NO_LICENCE.search(announced):
        return
    held = [*filter(provision.is_new, clauses(provision.text, "zh"))]
    if not held or said.LISTS_ANY_CONDITIONS.search(provision.beside_introduced):
        return
    if CATCH_ALL.match(held[0].text) or any(said.ASKED_ELSEWHERE.search(one.text) for one in held):
        return
    if binds_the_state(clauses(provision.introduction, "zh"), provision):
        return
    item, beside = (*held, reduce(together, held)), clauses(provision.beside, "zh")
    if not any(superior.asks_for(one) or comes_near(one, beside, _SAID_BESIDE) for one in item):
        near = superior.asked_nearly(held[0])
        yield PowerSet("new-licence-condition", near, provision.quoted(held[0], held[-1], held[0]))
