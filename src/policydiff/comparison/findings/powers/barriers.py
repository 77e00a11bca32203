"""What a local rule asks of those from elsewhere, or from whom it has people buy, and its superior does not."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.comparison.clauses import Clause
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.provision import (
    LocalProvision,
    PowerSet,
    binds_the_state,
    is_sanction,
    spanned,
)
from policydiff.comparison.findings.powers.words import barriers as said
from policydiff.comparison.findings.powers.words.patterns import Pattern


def new_barrier(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """What those from elsewhere must do beyond others, or a supplier who is designated, where the superior has neither.

    Not found: what forbids a barrier, what favours those from elsewhere, whom an office designates to act for it.
    公平竞争审查条例 arts. 8, 9: no measure limits people to certain suppliers or keeps out those from elsewhere.
    """
    for sentence in provision.sentences:
        words = provision.text[sentence[0].start : sentence[-1].end]
        if is_sanction(sentence) or said.NO_BARRIER.search(words):
            continue
        for bars, speaks_of in _BARRIERS:
            found = None if binds_the_state(sentence, provision) else bars.search(words)
            if found is None:
                continue
            start = sentence[0].start
            first, last = spanned(sentence, start + found.start(), start + found.end())
            if provision.is_new(last) and not _speaks_of_the_like(speaks_of, first, last, provision, superior):
                near = superior.spoken_of_nearly(speaks_of, last)
                yield PowerSet("new-barrier", near, provision.quoted(sentence[0], last, first))
                break


_BARRIERS = (
    (said.BARS_OUTSIDERS, said.SPEAKS_OF_OUTSIDERS),
    (said.DESIGNATES, said.SPEAKS_OF_DESIGNATED),
)


def _speaks_of_the_like(
    words: Pattern, first: Clause, last: Clause, provision: LocalProvision, superior: Granted
) -> bool:
    """Whether the superior has some words beside a provision, or where it speaks of the like."""
    return bool(words.search(provision.beside)) or superior.enforces(words, last, (first,))
