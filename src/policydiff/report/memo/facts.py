"""What a memo says of what was compared with what, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from policydiff.check import Check, naming
from policydiff.dates import is_before
from policydiff.library.superiors import Superior
from policydiff.model import Document, Language
from policydiff.presentation import Reading
from policydiff.report.issuers import Rank, unlisted_city
from policydiff.report.memo.words import RANK, WORDS
from policydiff.report.notes import no_rule
from policydiff.report.places import LISTED_IN
from policydiff.report.terminal import visible
from policydiff.titles import cited
from policydiff.wording import AND, GAP, UNDATED, day, known_by, later


def facts(
    check: Check, rank: Rank, labels: Sequence[str], ui: Language, date: datetime.date
) -> Iterator[tuple[str, str]]:
    """Each fact with its name: the rule, who made it and of which rank it is, its superiors under their labels, each
    with its edition, and which of them were made after the rule."""

    def word(key: str, **values: str) -> str:
        return WORDS[key][ui].format(**values)

    said = check.description
    yield word("rule"), cited(visible(check.rule.name))
    if said.issuer.value and said.issuer.sure:
        yield word("issuer"), visible(said.issuer.value)
    yield word("rank"), _rank_said(check, rank, ui)
    own = said.date.value if said.date.sure else ""
    if own:
        yield word("dated"), visible(day(own, ui))
    yield word("file"), visible(check.rule.source.origin)
    for superior, label in zip(check.found.superiors, labels, strict=True):
        name = cited(visible(superior.rule.name))
        why = visible(known_by(superior.reason, superior.named, ui, _place(check, superior, word("its-title"))))
        found = word("found-by", title=name, why=why)
        dated = visible(day(superior.date, ui)) or UNDATED[ui]
        file = visible(superior.rule.source.origin)
        yield label or word("superior"), word("edition", found=found, date=dated, file=file)
    after = [one for one in check.found.superiors if is_before(own, one.date)]
    if after:
        told = (later(cited(visible(one.rule.name)), visible(one.date), visible(own), ui) for one in after)
        yield word("later"), GAP[ui].join(told)
    if said_so := no_rule((check.rule, *(one.rule for one in check.found.superiors)), ui):
        yield word("no-rule"), GAP[ui].join(said_so)
    if check.found.missing:
        names = AND[ui].join(cited(visible(name)) for name in check.found.missing)
        yield word("missing"), word("missing-said", names=names)
    yield word("made"), day(date.isoformat(), ui)


def _rank_said(check: Check, of_rank: Rank, ui: Language) -> str:
    """Of which rank the rule is, and what that rests on where it does not rest on who made it."""
    said = RANK[of_rank][ui]
    issuer = check.description.issuer
    if of_rank and not (issuer.value and issuer.sure):
        return WORDS["by-title"][ui].format(rank=said)
    if of_rank == "document" and (city := unlisted_city(check.rule, check.description)):
        return WORDS["not-listed"][ui].format(rank=said, place=visible(city), year=LISTED_IN)
    return said


def _place(check: Check, superior: Superior[Document], otherwise: str) -> str:
    """Which provision names the superior, as it is cited."""
    eid = naming(check.rule, superior.named)
    return Reading(document=check.rule).label(eid) if eid else otherwise
