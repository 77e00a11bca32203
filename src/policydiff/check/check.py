"""A rule compared with each of its superiors, and what of it is to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydiff.alignment import align
from policydiff.decisions import reviewed
from policydiff.library import Entry
from policydiff.library.describe import Description, Fact, describe
from policydiff.library.superiors import Found, Superior
from policydiff.messages import message
from policydiff.model import Comparison, Decision, Document, Finding, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule beside each of its superiors, in the order in which it names them."""

    rule: Document
    description: Description
    found: Found[Document]
    comparisons: tuple[Comparison, ...]

    @property
    def calls(self) -> bool:
        """Whether there is anything to check: a finding or an omission."""
        return any(
            comparison.all_findings() or any(row.status == "omitted" for row in comparison.rows)
            for comparison in self.comparisons
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is to be checked at one place of the rule; `row` is None of what is said of the rule as a whole."""

    row: Row | None
    findings: tuple[Finding, ...]

    @property
    def eids(self) -> tuple[str, ...]:
        """The provisions of the rule that it is on; none where it is on the whole."""
        return self.row.link.target if self.row else tuple(filter(None, (self.findings[0].eid,)))

    @property
    def base_eids(self) -> tuple[str, ...]:
        """What of the superior stands against them."""
        return self.row.link.base if self.row else ()

    @property
    def doubtful(self) -> bool:
        """Whether the place may stand beside another of the superior than it does."""
        return self.row is not None and self.row.link.basis == "doubtful"


def check(
    rule: Document, found: Found[Document], decisions: Sequence[Decision] = (), entry: Entry | None = None
) -> Check:
    """The rule compared with each of its superiors, as reviewers decided; `entry` is what corpus.toml says of it."""
    comparisons = tuple(_compared(rule, superior, decisions) for superior in found.superiors)
    said = describe(rule)
    description = _as_catalogued(said, entry) if entry else said
    return Check(rule=rule, description=description, found=found, comparisons=comparisons)


def _as_catalogued(said: Description, entry: Entry) -> Description:
    """What a document says of itself, with what the catalogue says of it in its place."""
    return replace(
        said,
        issuer=Fact(value=entry.issuer, sure=True) if entry.issuer else said.issuer,
        date=Fact(value=entry.date, sure=True) if entry.date else said.date,
        kind=Fact(value=entry.kind, sure=True),
    )


def _compared(rule: Document, superior: Superior[Document], decisions: Sequence[Decision]) -> Comparison:
    """The rule beside a superior; that it calls it by another title is the first finding, unless that is the title of
    what has been repealed."""
    comparison = reviewed(align(superior.rule, rule), decisions)
    repealed = (one.target for one in comparison.findings if one.rule == "repealed")
    if superior.reason != "slip" or any(superior.named in words for words in repealed):
        return comparison
    title, named = f"《{superior.rule.name}》", f"《{superior.named}》"
    slip = Finding(
        type="drafting",
        base=title,
        target=named,
        message=message("cited-title", title, named, rule.language),
        rule="cited-title",
        eid=naming(rule, superior.named),
    )
    return replace(comparison, findings=(slip, *comparison.findings))


def naming(rule: Document, named: str) -> str:
    """The provision that names a title, by eid; empty where only the rule's own title does."""
    return next((leaf.eid for leaf in rule.leaves() if named and named in leaf.text), "")


def items(comparison: Comparison) -> tuple[Item, ...]:
    """Whatever is to be checked in the rule, in its own reading order; what is said of no place of it comes first."""
    whole: dict[str, list[Finding]] = {}
    for finding in comparison.findings:
        whole.setdefault(finding.eid, []).append(finding)
    order = {provision.eid: place for place, provision in enumerate(comparison.target.walk())}
    placed: list[tuple[int, Item]] = []
    for row in comparison.rows:
        on_the_whole = (one for eid in row.link.target for one in whole.pop(eid, ()))
        if row.link.target and (findings := (*row.findings, *on_the_whole)):
            placed.append((order.get(row.link.target[0], -1), Item(row=row, findings=findings)))
    placed += [(order.get(eid, -1), Item(row=None, findings=tuple(said))) for eid, said in whole.items()]
    return tuple(item for _, item in sorted(placed, key=lambda pair: pair[0]))


def omissions(comparison: Comparison) -> tuple[Row, ...]:
    """What the superior has and the rule has not, in the order of the superior."""
    return tuple(row for row in comparison.rows if row.status == "omitted")
