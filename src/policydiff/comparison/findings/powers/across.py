"""Which powers a rule sets that its superior in another language does not.

    beside    不得在公园染须。   Nobody may dye beards in a park. Nobody may sell wigs there.
    new-prohibition                                               Nobody may sell wigs there.

What one language says is found in the other by its glosses alone, so that of the superior it is asked only where it
speaks of powers of the kind: beside the provision as often as that sets some, or anywhere in a sentence that renders
much of the power's words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import groupby

from policydiff.alignment.evidence import Matrix
from policydiff.alignment.translation import translation_evidence
from policydiff.comparison.clauses import clauses
from policydiff.comparison.findings.powers.penalties import NEW_KIND, NEW_PENALTY, imposed
from policydiff.comparison.findings.powers.provision import PowerSet
from policydiff.comparison.findings.powers.sanctions import kinds_of
from policydiff.comparison.findings.powers.words import across as said
from policydiff.comparison.findings.powers.words.patterns import Pattern
from policydiff.model import Document

_RENDERED = 0.42  # the evidence from which on no link across languages is doubtful
_SHOWN = 0.32  # the evidence from which on a sentence is shown beside a power
_LINKED = 0.2  # the least evidence of a link
_PENALTIES = (NEW_PENALTY, NEW_KIND)
_Speaks = Callable[[str], bool]


class AcrossLanguages:
    """What a superior says in another language of the powers that a local rule sets: `powers` are these by leaf,
    `texts` the words of the rule's leaves."""

    def __init__(self, superior: Document, powers: Mapping[str, Sequence[PowerSet]], texts: Mapping[str, str]) -> None:
        introduced = superior.introductions()
        self._language = superior.language
        self._powers, self._texts = powers, texts
        self._said = {leaf.eid: "\n".join((introduced.get(leaf.eid, ""), leaf.text)) for leaf in superior.leaves()}

    def new(self, leaves: Sequence[str], beside: Sequence[str] = (), *, doubtful: bool = False) -> Iterator[PowerSet]:
        """The powers of some leaves that the superior does not set, in what stands beside them or elsewhere. What only
        may stand beside a power answers it where it renders as much of it as a link needs."""
        if doubtful:
            yield from self._apart(leaves, beside)
            return
        by_kind: dict[Pattern, list[PowerSet]] = {}
        for power in (one for eid in leaves for one in self._powers.get(eid, ())):
            if power.rule in _PENALTIES:
                yield from self._penalty(power, beside)
            elif power.rule in said.SPEAKS_OF:
                by_kind.setdefault(said.SPEAKS_OF[power.rule][self._language], []).append(power)
        for powers in by_kind.values():
            speaks = self._speaks_of(powers[0])
            there = sum(speaks(one) for eid in beside for one in self._sentences(eid))
            nearest = [self._nearest(one, speaks) for one in powers]
            apart = sorted(range(len(powers)), key=lambda at: nearest[at][1])[: max(0, len(powers) - there)]
            told = [at for at in sorted(apart) if nearest[at][1] < _RENDERED]
            yield from (_beside(powers[at], *nearest[at]) for at in told)

    def _apart(self, leaves: Sequence[str], doubtful: Sequence[str]) -> Iterator[PowerSet]:
        """The powers of some leaves of which nothing comes near, and hardly what may stand beside them."""
        may_answer = {one for eid in doubtful for one in self._sentences(eid)}
        for power in self.new(leaves):
            speaks = self._speaks_of(power)
            answering = {one for one in may_answer if speaks(one)}
            if self._nearest(power, answering.__contains__)[1] < _LINKED:
                yield power

    def _speaks_of(self, power: PowerSet) -> _Speaks:
        """What asks whether a sentence of the superior speaks of powers of a kind."""
        if power.rule in _PENALTIES:
            return self._punishes
        return partial(_has, said.SPEAKS_OF[power.rule][self._language])

    def _penalty(self, power: PowerSet, beside: Sequence[str]) -> Iterator[PowerSet]:
        """A penalty, where what stands beside it imposes none, or none of a kind that it does, and where nothing that
        is punished elsewhere comes near it."""
        there = [one for eid in beside for one in self._sentences(eid) if self._punishes(one)]
        if not there:
            nearest, near = self._nearest(power, self._punishes)
            if near < _RENDERED:
                yield _beside(power._replace(rule=NEW_PENALTY), nearest, near)
            return
        kinds = imposed(power.target, "en" if self._language == "zh" else "zh") - {"warning"}
        if kinds - kinds_of("\n".join(self._said[eid] for eid in beside), self._language):
            yield power._replace(rule=NEW_KIND, base=there[0])

    def _punishes(self, words: str) -> bool:
        return bool(kinds_of(words, self._language))

    def _nearest(self, power: PowerSet, speaks: _Speaks) -> tuple[str, float]:
        """Of the superior's sentences that speak of the like, the one that renders most of a power, and how much."""
        sentences, near = self._near
        having = [at for at, one in enumerate(sentences) if speaks(one)]
        place = self._place[str(power.target)]
        best = max(having, key=lambda at: float(near[at, place]), default=None)
        return ("", 0.0) if best is None else (sentences[best], float(near[best, place]))

    def _sentences(self, eid: str) -> Iterator[str]:
        """What the superior says in a leaf, and in what introduces it, sentence by sentence."""
        text = self._said[eid]
        for _, held in groupby(clauses(text, self._language), key=lambda clause: clause.sentence):
            own = [*held]
            yield text[own[0].start : own[-1].end]

    @cached_property
    def _place(self) -> dict[str, int]:
        """The number of each power, by its words."""
        quoted = dict.fromkeys(str(one.target) for powers in self._powers.values() for one in powers)
        return {words: number for number, words in enumerate(quoted)}

    @cached_property
    def _near(self) -> tuple[list[str], Matrix]:
        """The sentences of the superior, and how much each renders of each power: the rule's own leaves say how rare
        its words are."""
        sentences = [one for eid in self._said for one in self._sentences(eid)]
        ours = [*self._place, *self._texts.values()]
        if self._language == "zh":
            return sentences, translation_evidence(sentences, ours).matrix
        return sentences, translation_evidence(ours, sentences).matrix.T


def _has(words: Pattern, sentence: str) -> bool:
    return bool(words.search(sentence))


def _beside(power: PowerSet, nearest: str, near: float) -> PowerSet:
    """A power beside what comes nearest to it, if that comes near."""
    return power._replace(base=nearest if near >= _SHOWN else "")
