"""For how long a local rule lets things be sealed, seized or frozen, where its superior lets them for less.

superior   查封、扣押的期限不得超过三十日；可以延长，延长期限不得超过三十日
local      查封、扣押的期限不得超过六十日            new-coercion-period
           经批准可以延长                            new-coercion-period, without a limit
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from policydiff.comparison.clauses import Clause, clauses
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.provision import LocalProvision, PowerSet
from policydiff.comparison.findings.powers.words import periods as said
from policydiff.comparison.findings.powers.words.elsewhere import REFERS
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.quantity import Quantity

_BY_LAW = Decimal(30)  # days, and as many again: 行政强制法 arts. 25 and 32
_STILL_OF_IT = 2  # sentences: 查封期限不得超过三十日；可以延长三十日
_DAYS = {"日": Decimal(1), "周": Decimal(7), "月": Decimal(30), "季度": Decimal(90), "年": Decimal(365)}


def new_coercion_period(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """A time for which things may be sealed, seized or frozen, or by which that may be prolonged, which is longer than
    any that the superior gives, and where it gives none, than by the law.

    Not found: how long a certificate is withheld, which is a penalty, until when what was seized is given back or
    handed on, what refers to a time laid down elsewhere. 行政强制法 arts. 25 and 32: thirty days, prolonged by thirty,
    unless a law or an administrative regulation says otherwise.
    """
    if not said.SEIZES.search(provision.text):
        return
    given = [*_times(clauses(provision.text, "zh"))]
    there = [*_times(clauses(superior.text, "zh"))]
    for clause, prolongs, days in given:
        if not provision.is_new(clause) or REFERS["zh"].search(clause.text):
            continue
        limits = [(other, limit) for other, prolonged, limit in there if prolonged == prolongs and limit is not None]
        longest = max(limits, key=lambda found: found[1]) if limits else None
        if days is None and any(prolonged and limit is not None for _, prolonged, limit in given):
            continue  # 可以延长，但是延长期限不得超过三十日
        if days is None and any(prolonged and limit is None for _, prolonged, limit in there):
            continue
        if days is None or days > (longest[1] if longest else _BY_LAW):
            near = longest[0].text if longest else ""
            yield PowerSet("new-coercion-period", near, provision.quoted(clause, clause))


def _times(held: Sequence[Clause]) -> Iterator[tuple[Clause, bool, Decimal | None]]:
    """The clauses that say for how long something may be seized, whether they prolong that, and for how many days, if
    that is said."""
    seized = -_STILL_OF_IT
    for clause in held:
        seized = clause.sentence if said.SEIZES.search(clause.text) else seized
        if clause.sentence >= seized + _STILL_OF_IT or said.NO_PERIOD.search(clause.text):
            continue
        prolongs = bool(said.PROLONGS.search(clause.text))
        days = [one for one in map(_days, quantities(clause.text, "zh")) if one is not None]
        if prolongs and not days and said.MAY_BE_PROLONGED.search(clause.text):
            yield clause, True, None
        elif days and (prolongs or said.IS_A_PERIOD.search(clause.text)):
            yield clause, prolongs, max(days)


def _days(found: Quantity) -> Decimal | None:
    """How many days a quantity is, if it is a time of some days."""
    return Decimal(found.value) * _DAYS[found.unit] if found.unit in _DAYS and found.value.isdecimal() else None
