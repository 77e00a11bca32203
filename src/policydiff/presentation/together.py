"""What a rule alone says, beside all of its superiors at once: what one of them lacks another may have.

    第五条  缴纳保证金五十万元    the law lacks it, the province's rule lacks it    told, once
    第九条  处五千元以下罚款      the law lacks it, the province's rule has it      not told
    第四条  应当取得经营许可证    the law lacks it, beside the province's rule nothing is said, nor are there such words
                                                                                    told, with the rule that is silent

That a comparison is silent on an addition says that its superior has it. What is rare and weighs most, a licence for
one, is passed over for that only where a superior says nearly the same words, or where a reviewer dismissed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from policydiff.eid import article_of
from policydiff.gravity import weight
from policydiff.model import Comparison, Document, Finding, Row
from policydiff.text import is_chinese, skeleton
from policydiff.wording import ADDS

_ALIKE = 6  # characters in a row that two quotations of one thing share
_NOT_BY_SILENCE = (
    "new-penalty-kind", "new-credit-sanction", "new-refusal", "new-licence", "new-licence-condition", "new-coercion",
    "new-coercion-period", "new-fee",
)  # fmt: skip
# Of what one superior does not punish in such a way, another may have no penalty at all.
_OF_AN_ACT_THAT_IS_NOT_PUNISHED = ("new-penalty-kind", "new-penalty")
_SAME = 0.7  # of the pairs of characters of a power that stand in one provision of a superior which has it


def is_alone(finding: Finding) -> bool:
    """Whether a finding tells of what the rule says and its superior does not; a slip of drafting is the rule's own."""
    of = weight(finding)
    if of in ("set", "drafting"):
        return of == "set"
    return finding.rule.startswith(ADDS) or bool(finding.target and not finding.base)


Said = tuple[Finding, Sequence[str]]  # what was told, and at which provisions of the rule


@dataclass(frozen=True, kw_only=True)
class Together:
    """A rule beside all of its superiors."""

    comparisons: Sequence[Comparison]

    def silent(self, finding: Finding, eids: Sequence[str]) -> tuple[Comparison, ...] | None:
        """The comparisons that do not tell what one of them tells of the rule alone, at these provisions; None where a
        superior has it, so that it is not to be told."""
        silent = [one for one in self._beside if not one.lacks(finding, eids)]
        if passes_over(finding):
            return None if silent else ()
        has = any(one.has(finding.target) or one.dismisses(finding, eids) for one in silent)
        return None if has else tuple(one.comparison for one in silent)

    def once(self) -> tuple[Comparison, ...]:
        """The comparisons as they are told one after the other: a slip of drafting, and what the rule alone says, is
        told in the first of them that tells it; the latter in none where a superior has it. Wherever a rule stands
        beside several superiors, what is told of it, and counted, is this."""
        if len(self.comparisons) == 1:
            return tuple(self.comparisons)
        said: list[Said] = []
        return tuple(self._once(one, said) for one in self.comparisons)

    def _once(self, comparison: Comparison, said: list[Said]) -> Comparison:
        """A comparison without what is not to be told, once others are `said`."""
        rows = tuple(
            replace(row, findings=tuple(one for one in row.findings if self._is_new(one, row.link.target, said)))
            for row in comparison.rows
        )
        whole = tuple(one for one in comparison.findings if self._is_new(one, (one.eid,), said))
        return replace(comparison, rows=rows, findings=whole)

    def _is_new(self, finding: Finding, at: Sequence[str], said: list[Said]) -> bool:
        """Whether a finding at these provisions is to be told; it is said then."""
        alone = is_alone(finding)
        if not alone and weight(finding) != "drafting":
            return True
        if (alone and self.silent(finding, at) is None) or is_said(finding, at, said):
            return False
        said.append((finding, at))
        return True

    @cached_property
    def _beside(self) -> tuple[_Beside, ...]:
        return tuple(_Beside(comparison=one) for one in self.comparisons)


@dataclass(frozen=True, kw_only=True)
class _Beside:
    """What a comparison tells of the rule alone, and what its superior says."""

    comparison: Comparison

    def lacks(self, finding: Finding, eids: Sequence[str]) -> bool:
        """Whether the superior seems to lack what another lacks: it is told here too, or all of it is added here."""
        if any(of_one_thing(finding, eids, told, row.link.target) for row, told in self._told):
            return True
        rows = [row for row in self.comparison.rows if not set(eids).isdisjoint(row.link.target)]
        told_anyhow = weight(finding) == "set" or finding.type == "number"  # of what is added, too
        return bool(rows) and not told_anyhow and all(row.status == "added" for row in rows)

    def has(self, words: str) -> bool:
        """Whether one provision of the superior says nearly these words."""
        asked = _pairs(words)
        return any(len(asked & said) >= _SAME * len(asked) for said in self._said)

    def dismisses(self, finding: Finding, eids: Sequence[str]) -> bool:
        """Whether a reviewer dismissed it beside this superior."""
        return any(
            of_one_thing(finding, eids, one.finding, row.link.target)
            for row in self.comparison.rows
            for one in row.dismissed
        )

    @cached_property
    def _told(self) -> tuple[tuple[Row, Finding], ...]:
        return tuple((row, finding) for row in self.comparison.rows for finding in row.findings if is_alone(finding))

    @cached_property
    def _said(self) -> tuple[frozenset[str], ...]:
        return tuple(_said(self.comparison.base))


def _said(superior: Document) -> Iterator[frozenset[str]]:
    """What each provision says by itself, and each article with all that is below it."""
    for provision in superior.walk():
        if provision.level == "article":
            yield _pairs("\n".join(below.text for below in provision.walk()))
        elif provision.text:
            yield _pairs(provision.text)


def _pairs(words: str) -> frozenset[str]:
    """The neighbours of a text: two characters, of what is written with blanks between them two words."""
    said = skeleton(words) if any(map(is_chinese, words)) else [skeleton(word) for word in words.split()]
    return frozenset(map(" ".join, pairwise(said)))


def passes_over(finding: Finding) -> bool:
    """Whether an addition is passed over because a comparison is silent on it."""
    return finding.rule not in _NOT_BY_SILENCE


def of_one_thing(finding: Finding, eids: Sequence[str], told: Finding, at: Sequence[str]) -> bool:
    """Whether two findings, made beside two superiors at these provisions of a rule, tell the same of it."""
    if told.rule != finding.rule and (finding.rule, told.rule) != _OF_AN_ACT_THAT_IS_NOT_PUNISHED:
        return False
    if not set(eids).isdisjoint(at) and share_words(finding.target, told.target):
        return True
    in_one_article = not {of_article(eid) for eid in eids}.isdisjoint(map(of_article, at))
    several = max(finding.count, told.count) > 1  # of a list that is quoted by its first item, beside each another one
    return in_one_article and (several or share_words(finding.target, told.target))


def is_said(finding: Finding, eids: Sequence[str], said: Iterable[Said]) -> bool:
    """Whether a finding was told already of any of these provisions in the same words, or in more or fewer."""
    return any(
        told.rule == finding.rule
        and not set(at).isdisjoint(eids)
        and (told.target in finding.target or finding.target in told.target)
        for told, at in said
    )


def share_words(one: str, other: str) -> bool:
    """Whether two quotations hold the same words: the one stands in the other, or they have some in a row in common."""
    one, other = skeleton(one), skeleton(other)
    runs = {one[at : at + _ALIKE] for at in range(len(one) - _ALIKE + 1)} or {one}
    return one in other or other in one or any(run in other for run in runs)


def of_article(eid: str) -> str:
    """The article of a provision; the provision itself where there are none: one number of a notice holds many."""
    return article_of(eid) or eid
