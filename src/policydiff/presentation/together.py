"""What a rule alone says, beside all of its superiors at once: what one of them lacks another may have.

    第五条  缴纳保证金五十万元    the law lacks it, the province's rule lacks it    told, once
    第九条  处五千元以下罚款      the law lacks it, the province's rule has it      not told
    第四条  应当取得经营许可证    the law lacks it, beside the province's rule nothing is said, nor are there such words
                                                                                    told, with the rule that is silent

That a comparison is silent on an addition says that its superior has it, unless only a pairing in doubt sets anything
beside that. What is rare and weighs most, a licence for one, is passed over for that only where a superior says nearly
the same words, or where a reviewer dismissed it.

What a comparison says of an addition may be put by another rule beside each superior, and in more words or fewer: it is
known by the provision that has the words, and not by that they are alike.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from policydiff.eid import article_of
from policydiff.gravity import place, weight
from policydiff.model import Comparison, Document, Finding, Language, Row
from policydiff.presentation.citing import cited_together
from policydiff.presentation.reading import Reading
from policydiff.text import is_chinese, skeleton
from policydiff.titles import cited
from policydiff.wording import ADDS, AND, others

_ALIKE = 6  # characters in a row that two quotations of one thing share
_NOT_BY_SILENCE = (
    "new-penalty-kind", "new-credit-sanction", "new-refusal", "new-licence", "new-licence-condition", "new-coercion",
    "new-coercion-period", "new-fee",
)  # fmt: skip
# What one superior does not punish in such a way or so high, another may not punish at all.
_OF_ONE_ACT = (
    ("new-penalty-kind", "new-penalty"), ("new-penalty", "added-fine"), ("added-fine", "new-penalty"),
)  # fmt: skip
_SAME = 0.7  # of the pairs of characters of a power that stand in one provision of a superior which has it


def is_alone(finding: Finding) -> bool:
    """Whether a finding tells of what the rule says and its superior does not; a slip of drafting is the rule's own."""
    of = weight(finding)
    if of in ("set", "drafting"):
        return of == "set"
    return finding.rule.startswith(ADDS) or bool(finding.target and not finding.base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was told, at which provisions of the rule, and in which of its comparisons."""

    finding: Finding
    at: tuple[str, ...]
    number: int

    @property
    def key(self) -> tuple[int, tuple[str, ...], int]:
        """What it is known by."""
        return self.number, self.at, id(self.finding)


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
        told in the first of them that tells it; the latter in none where a superior has it. Of what differs it is said
        where another superior has the rule's very words. Wherever a rule stands beside several superiors, what is told
        of it, and counted, is this."""
        if len(self.comparisons) == 1:
            return tuple(self.comparisons)
        said: list[Said] = []
        for powers in (True, False):  # what a power is told with is not told again
            for one in self._all_told():
                if powers == (weight(one.finding) == "set") and self._is_new(one, said):
                    said.append(one)
        keys = {one.key for one in said}
        kept = (_with(comparison, number, keys) for number, comparison in enumerate(self.comparisons))
        return tuple(self._marked(comparison, number) for number, comparison in enumerate(kept))

    def marked(self, number: int) -> Comparison:
        """One of the comparisons by itself, with what other superiors have of what it tells of the rule, and with their
        names."""
        others = [one for at, one in enumerate(self._beside) if at != number]
        names = dict.fromkeys(one.comparison.base.name for one in others)
        return replace(self._marked(self.comparisons[number], number), others=tuple(names))

    def _marked(self, comparison: Comparison, number: int) -> Comparison:
        """What is told beside one of the superiors, with what the others have of it."""
        others = [one for at, one in enumerate(self._beside) if at != number]

        def mark(found: Iterable[Finding], at: Sequence[str]) -> tuple[Finding, ...]:
            marks = ((one, self._elsewhere(one, at, others)) for one in found)
            return tuple(replace(one, elsewhere=held) if held else one for one, held in marks)

        rows = tuple(replace(row, findings=mark(row.findings, row.link.target)) for row in comparison.rows)
        whole = tuple(one for each in comparison.findings for one in mark((each,), (each.eid,)))
        return replace(comparison, rows=rows, findings=whole)

    def _elsewhere(self, finding: Finding, eids: Sequence[str], others: Sequence[_Beside]) -> tuple[str, ...]:
        """Where other superiors have what is told of the rule alone, nothing where it is told beside all of them; of
        what differs, where they have the rule's very words."""
        if not is_alone(finding):
            held = [(one, one.with_words(finding, eids)) for one in others if _judges_words(finding)]
            return tuple(one.cited(there) for one, there in held if there)
        if self.silent(finding, eids) is not None:
            return ()
        silent = [one for one in others if not one.lacks(finding, eids)]
        if not passes_over(finding):
            silent = [one for one in silent if one.has(finding.target) or one.dismisses(finding, eids)]
        held = [(one, one.at(finding, eids)) for one in silent if not one.tells(finding, eids)]
        return tuple(one.cited(there) for one, there in held if there)

    def _all_told(self) -> Iterator[Said]:
        """All that the comparisons tell."""
        for number, comparison in enumerate(self.comparisons):
            for at, findings in _by_place(comparison):
                yield from (Said(finding=one, at=at, number=number) for one in findings)

    def _is_new(self, one: Said, said: Sequence[Said]) -> bool:
        """Whether something is to be told, where others are `said`."""
        alone = is_alone(one.finding)
        if not alone and weight(one.finding) != "drafting":
            return True
        return not (alone and self.silent(one.finding, one.at) is None) and not is_said(one, said)

    @cached_property
    def _beside(self) -> tuple[_Beside, ...]:
        return tuple(_Beside(comparison=one) for one in self.comparisons)


@dataclass(frozen=True, kw_only=True)
class _Beside:
    """What a comparison tells of the rule alone, and what its superior says."""

    comparison: Comparison

    def lacks(self, finding: Finding, eids: Sequence[str]) -> bool:
        """Whether the superior seems to lack what another lacks: it is told here too, or stands beside nothing here but
        what may not belong to it."""
        if any(of_one_thing(finding, eids, told, row.link.target, self._leaves) for row, told in self._told):
            return True
        at = holding(finding.target, eids, self._leaves) or frozenset(eids)
        rows = [row for row in self.comparison.rows if not at.isdisjoint(row.link.target)]
        told_anyhow = weight(finding) == "set" or finding.type == "number"  # of what is added, too
        return bool(rows) and not told_anyhow and all(_is_beside_nothing(row) for row in rows)

    def has(self, words: str) -> bool:
        """Whether one provision of the superior says nearly these words."""
        asked = _pairs(words)
        return any(len(asked & said) >= _SAME * len(asked) for said in self._said)

    def at(self, finding: Finding, eids: Sequence[str]) -> tuple[str, ...]:
        """What of the superior stands beyond doubt beside the provisions that have the words of a finding."""
        at = holding(finding.target, eids, self._leaves) or frozenset(eids)
        rows = [row for row in self.comparison.rows if not at.isdisjoint(row.link.target)]
        return tuple(dict.fromkeys(eid for row in rows if row.link.basis != "doubtful" for eid in row.link.base))

    def tells(self, finding: Finding, eids: Sequence[str]) -> bool:
        """Whether it is told here, by a finding of the same type, that its words differ: an amount is another."""
        rows = (row for row in self.comparison.rows if not set(eids).isdisjoint(row.link.target))
        said = (one.target for row in rows for one in row.findings if one.target and one.type == finding.type)
        return any(words in finding.target or finding.target in words for words in said)

    def with_words(self, finding: Finding, eids: Sequence[str]) -> tuple[str, ...]:
        """What of the superior stands beyond doubt beside those provisions and has these very words."""
        words = skeleton(finding.target)
        return tuple(eid for eid in self.at(finding, eids) if words in skeleton(self._base.text(eid)))

    def cited(self, eids: Sequence[str]) -> str:
        """The superior with some of its provisions."""
        labels = cited_together(map(self._base.label, eids))
        return f"{cited(self.comparison.base.name)}{AND[self.comparison.base.language].join(labels)}"

    def dismisses(self, finding: Finding, eids: Sequence[str]) -> bool:
        """Whether a reviewer dismissed it beside this superior."""
        return any(
            of_one_thing(finding, eids, one.finding, row.link.target, self._leaves)
            for row in self.comparison.rows
            for one in row.dismissed
        )

    @cached_property
    def _told(self) -> tuple[tuple[Row, Finding], ...]:
        return tuple((row, finding) for row in self.comparison.rows for finding in row.findings if is_alone(finding))

    @cached_property
    def _base(self) -> Reading:
        return Reading(document=self.comparison.base)

    @cached_property
    def _leaves(self) -> Mapping[str, str]:
        return {leaf.eid: leaf.text for leaf in self.comparison.target.leaves()}

    @cached_property
    def _said(self) -> tuple[frozenset[str], ...]:
        return tuple(_said(self.comparison.base))


def other_superiors(comparison: Comparison, ui: Language) -> str:
    """What else a rule implements than what it stands beside, where that is known, and of how many findings that has
    the like."""
    if not comparison.others:
        return ""
    count = sum(bool(one.elsewhere) for one in comparison.all_findings())
    return others([*map(cited, comparison.others)], cited(comparison.base.name), count, ui)


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


def of_one_thing(
    finding: Finding, eids: Sequence[str], told: Finding, at: Sequence[str], leaves: Mapping[str, str]
) -> bool:
    """Whether what was told beside another superior at some provisions of a rule, whose words are `leaves`, tells of
    what a finding tells: by one rule in like words or, of what is no power, by any in words that hold all of the
    finding's. Where each quotes other provisions alone they tell of two things, however alike their words are."""
    is_of_one_rule = told.rule == finding.rule or (finding.rule, told.rule) in _OF_ONE_ACT
    in_one_article = not {of_article(eid) for eid in eids}.isdisjoint(map(of_article, at))
    if is_of_one_rule and in_one_article and max(finding.count, told.count) > 1:
        return True  # of a list that is quoted by its first item, beside each another one
    ours, theirs = holding(finding.target, eids, leaves), holding(told.target, at, leaves)
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    if not is_of_one_rule:
        return bool(ours and theirs) and _is_of_all(told, finding)
    return (in_one_article or not set(eids).isdisjoint(at)) and share_words(finding.target, told.target)


def holding(words: str, eids: Sequence[str], leaves: Mapping[str, str]) -> frozenset[str]:
    """Which of some provisions have words that are quoted, what was left out of these passed over."""
    parts = [part for part in words.split("…") if part]
    return frozenset(eid for eid in eids if eid in leaves and all(part in leaves[eid] for part in parts))


def is_said(one: Said, said: Iterable[Said]) -> bool:
    """Whether a finding was told already of any of these provisions: in the same words, or in more or fewer, or beside
    another superior by a rule that weighs no less, in words that hold all of its own."""
    return any(
        not set(told.at).isdisjoint(one.at)
        and (
            (told.finding.target in one.finding.target or one.finding.target in told.finding.target)
            if told.finding.rule == one.finding.rule
            else told.number != one.number and _is_told_with(one.finding, told.finding)
        )
        for told in said
    )


def _is_told_with(finding: Finding, told: Finding) -> bool:
    """Whether what the rule alone says was told with what weighs no less."""
    is_of_one_act = (finding.rule, told.rule) in _OF_ONE_ACT and finding.target in told.target
    says_it = weight(finding) != "set" and (is_of_one_act or _is_of_all(told, finding))
    return says_it and is_alone(finding) and is_alone(told) and place(told) <= place(finding)


def _is_of_all(told: Finding, finding: Finding) -> bool:
    """Whether what is told of words holds of all that another rule tells of some of them: not of a power, which is
    looked for by itself, nor of a fine where another power is told."""
    is_another_power = weight(finding) == "set" or (finding.rule == "added-fine" and weight(told) == "set")
    return not is_another_power and finding.target in told.target


def _is_beside_nothing(row: Row) -> bool:
    """Whether a row has nothing of the superior, or only what may not belong there."""
    return row.status == "added" or row.link.basis == "doubtful"


def _judges_words(finding: Finding) -> bool:
    """Whether a finding is on words of the rule that differ from the superior's, and does not only show what comes near
    to those that are gone."""
    of_words = finding.rule == "dropped-element" or not finding.rule.startswith("dropped-")
    return of_words and bool(finding.base) and len(skeleton(finding.target)) >= _ALIKE


def _by_place(comparison: Comparison) -> Iterator[tuple[tuple[str, ...], tuple[Finding, ...]]]:
    """What a comparison tells, row by row, then of the whole, with the provisions of the rule that it is on."""
    for row in comparison.rows:
        yield row.link.target, row.findings
    for one in comparison.findings:
        yield (one.eid,), (one,)


def _with(comparison: Comparison, number: int, keys: Container[tuple[int, tuple[str, ...], int]]) -> Comparison:
    """A comparison with what is told of it alone."""

    def kept(findings: Iterable[Finding], at: tuple[str, ...]) -> tuple[Finding, ...]:
        return tuple(one for one in findings if Said(finding=one, at=at, number=number).key in keys)

    rows = tuple(replace(row, findings=kept(row.findings, row.link.target)) for row in comparison.rows)
    whole = tuple(one for one in comparison.findings if kept((one,), (one.eid,)))
    return replace(comparison, rows=rows, findings=whole)


def share_words(one: str, other: str) -> bool:
    """Whether two quotations hold the same words: the one stands in the other, or they have some in a row in common."""
    one, other = skeleton(one), skeleton(other)
    runs = {one[at : at + _ALIKE] for at in range(len(one) - _ALIKE + 1)} or {one}
    return one in other or other in one or any(run in other for run in runs)


def of_article(eid: str) -> str:
    """The article of a provision; the provision itself where there are none: one number of a notice holds many."""
    return article_of(eid) or eid
