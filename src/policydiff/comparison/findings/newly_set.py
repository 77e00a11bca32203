"""Which powers a local rule sets that its superior does not, told for what it adds and for what is new in a row.

    added      第九条 违反规定染须的，处五百元罚款             new-penalty
    changed    …应当登记 ║ …应当登记，并缴纳染须管理费         new-fee, in place of added-duty on the same clause
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policydiff.comparison.clauses import clauses
from policydiff.comparison.findings.changes import Passage, Reading
from policydiff.comparison.findings.citations import cited_words
from policydiff.comparison.findings.followed import Articles
from policydiff.comparison.findings.granted import Granted, granted, kinds_of
from policydiff.comparison.findings.gravity import POWERS
from policydiff.comparison.findings.rules import powers
from policydiff.model import Document, FindingType, Row

_Found = tuple[str, FindingType, str, str]
TYPE: FindingType = "added-duty"
# Which powers are told in place of what another rule finds on the same clause.
_MAY_SET = {TYPE: frozenset(POWERS), "number": frozenset(("new-penalty", "new-coercion", "new-fee"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewlySet:
    """What is asked of the leaves of a local rule: their words and what introduces them, which of its articles stand
    beside which of the superior, and what the superior sets."""

    texts: Mapping[str, str]
    introductions: Mapping[str, str]
    cited: Articles
    superior: Granted | None

    @classmethod
    def of(cls, base: Document, target: Document, introductions: Mapping[str, str], cited: Articles) -> NewlySet:
        """What is asked of a local rule beside its superior; nothing where they are of two languages."""
        superior = granted(base) if base.language == target.language else None
        texts = {leaf.eid: leaf.text for leaf in target.leaves()}
        return cls(texts=texts, introductions=introductions, cited=cited, superior=superior)

    def in_added(self, leaves: Sequence[str]) -> Iterator[_Found]:
        """The powers that leaves set which are added, each once."""
        told = set[str]()
        for eid in leaves if self.superior else ():
            for power, base, target in self._set_by(self._provision(eid)):
                if power not in told and len(told) < powers.MOST_OF_A_PROVISION:
                    told.add(power)
                    yield power, TYPE, Passage.of(base).quote(), target

    def in_changed(self, found: Sequence[_Found], reading: Reading, leaves: Sequence[str]) -> Iterator[_Found]:
        """What is found in a row, with a clause that is new told as the power that it sets, each power once."""
        told = set[str]()
        for one in found:
            power = self._power(one, reading, leaves)
            if power and power[0] not in told and len(told) < powers.MOST_OF_A_PROVISION:
                told.add(power[0])
                yield power
            else:
                yield one

    def _power(self, found: _Found, reading: Reading, leaves: Sequence[str]) -> _Found | None:
        """The gravest power that a clause sets which is new; of a penalty beside a penalty the sums are compared."""
        rule, _, base, target = found
        if self.superior is None or not target or rule not in _MAY_SET:
            return None
        clause = str(target) if rule == TYPE else _new_clause(target, reading)
        eid = next((eid for eid in leaves if clause and clause in self.texts[eid]), None)
        provision = self._provision(eid, clause, reading.base) if eid else None
        for power, near, _ in self._set_by(provision) if provision and provision.new else ():
            if power in _MAY_SET[rule] and not (power == "new-penalty" and _is_beside_a_penalty(found, reading)):
                return power, TYPE, Passage.of(near).quote() or base, target
        return None

    def _set_by(self, provision: powers.Provision) -> Iterator[tuple[str, str, str]]:
        return powers.set_by(provision, self.superior) if self.superior else iter(())

    def _provision(self, eid: str, words: str = "", beside: str = "") -> powers.Provision:
        """A leaf; where some words of it are given, of those alone it is asked what they set."""
        text, language = self.texts[eid], self.superior.language if self.superior else "zh"
        start = text.index(words)
        within = (one.start for one in clauses(text, language) if start <= one.start < start + len(words))
        return powers.Provision(
            text=text,
            language=language,
            introduction=self.introductions.get(eid, ""),
            beside=beside,
            new=frozenset(within),
            lays_down=self._lays_down,
        )

    def _lays_down(self, words: str) -> tuple[str, Collection[str]]:
        """What of the rule itself some words cite, and which articles of the superior stand beside that."""
        laid_down, numbers = cited_words(words, self.texts)
        return laid_down, frozenset(ours for ours, theirs in self.cited if theirs in numbers)


def _is_beside_a_penalty(found: _Found, reading: Reading) -> bool:
    """Whether what a row newly imposes stands beside a penalty of the kind, or is the sum of one."""
    there = kinds_of(reading.base, reading.language)
    imposed = kinds_of(found[3], reading.language)
    return bool(there) if found[0] == "number" else bool(imposed) and imposed <= there


def _new_clause(words: str, reading: Reading) -> str:
    """The clause with some words that the target alone has, if there is one."""
    return next((one.target.clause for one in reading.changes if one.new and words in one.target.clause), "")


def once_an_article(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with a power that added provisions of one article set told once: where an article lists what is
    forbidden, one item stands for all that are new."""
    told = set[tuple[str, str]]()
    out = []
    for row in rows:
        if row.link.base or not row.findings:
            out.append(row)
            continue
        eid = row.link.target[0]
        article = eid.partition("__")[0] if eid.startswith("art_") else eid
        kept = tuple(one for one in row.findings if one.rule not in POWERS or (article, one.rule) not in told)
        told.update((article, one.rule) for one in row.findings)
        out.append(replace(row, findings=kept))
    return tuple(out)
