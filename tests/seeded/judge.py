"""What a comparison has to say of a copy whose differences are known, and where it says something else.

Every run checks its own answer: what is expected follows from the copy's pieces alone, never from the tool, and a copy
that is not what it should be raises.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from tests.seeded import edits, noise

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.ingest import read
from policydiff.model import Comparison, Document, Finding, FindingType, Language, Provision, Row, Status
from policydiff.parsing import parse
from policydiff.text import skeleton

RIGHT_TYPES: dict[str, tuple[FindingType, ...]] = {
    "duty": ("modality",),
    "number": ("number",),
    "exception": ("scope", "dropped-duty"),
    "element": ("dropped-duty", "scope"),
}
WHOLE_STATUS: dict[str, Status] = {"deleted": "omitted", "inserted": "added", "moved": "unchanged"}


class WrongCopyError(Exception):
    """The copy is not what its maker promises: the run would measure nothing."""


def document(text: str, suffix: str = ".md", language: Language = "zh") -> Document:
    """The text as a user's file, read and parsed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"law{suffix}"
        path.write_bytes(text.encode("utf-8"))
        return parse(read(path, language))


@lru_cache(maxsize=1)
def _with_its_findings(text: str) -> tuple[Document, Counter[str]]:
    """A law and what the rules find in it beside itself: that is neither noise nor edit, as its copy has it too."""
    law = document(text)
    return law, _rules(compare(align(law, law)).findings)


# ---------------------------------------------------------------------------------------------------- noise


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A place where the comparison says something else than it should: what was seen, and the words."""

    what: str
    base: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoiseResult:
    """A law beside its noisy copy: all rows, those not unchanged, and findings that the law itself does not have."""

    leaves: int
    rows: int
    changed: int
    findings: int
    own_findings: int
    failures: tuple[Failure, ...]

    @property
    def passed(self) -> bool:
        return not self.changed and not self.findings


def judge_noise(text: str, seed: str, kinds: tuple[str, ...]) -> NoiseResult:
    """The law beside its copy with these kinds of noise; of the copy's findings only those on what the noise did."""
    copy = noise.noisy(text, seed, kinds)
    if noise.words_of(copy) != noise.words_of(text):
        raise WrongCopyError("noise changed the words")
    base, own = _with_its_findings(text)
    found = compare(align(base, document(copy)))
    changed = [row for row in found.rows if row.status != "unchanged"]
    findings = found.all_findings()
    new = _rules(findings) - own
    words = _Words(found)
    failures = [Failure(what=row.status, base=words.base(row), target=words.target(row)) for row in changed]
    failures += [Failure(what=f.rule, base=f.base, target=f.target) for f in findings if f.rule in new]
    return NoiseResult(
        leaves=len(base.leaves()),
        rows=len(found.rows),
        changed=len(changed),
        findings=new.total(),
        own_findings=own.total(),
        failures=tuple(failures),
    )


def _rules(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.rule for finding in findings)


class _Words:
    """The words of a row's sides."""

    def __init__(self, comparison: Comparison) -> None:
        self._base, self._target = (
            {leaf.eid: leaf.text for leaf in side.leaves()} for side in (comparison.base, comparison.target)
        )

    def base(self, row: Row) -> str:
        return "\n".join(self._base[eid] for eid in row.link.base)

    def target(self, row: Row) -> str:
        return "\n".join(self._target[eid] for eid in row.link.target)


# ------------------------------------------------------------------------------------------------ seeded edits


@dataclass(frozen=True, slots=True, kw_only=True)
class EditResult:
    """One seeded edit: whether the status of its leaves is exact, whether it is flagged, and with the right type."""

    kind: str
    exact: bool
    flagged: bool
    typed: bool
    base: str
    target: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditsResult:
    """A law beside its edited copy. `stray` are findings in rows that no edit touched."""

    leaves: int
    exact: int
    edits: tuple[EditResult, ...]
    stray: tuple[Finding, ...]
    failures: tuple[Failure, ...]


def judge_edits(text: str, seed: str, kinds: tuple[str, ...] = edits.ALL) -> EditsResult | None:
    """The law beside its copy with seeded edits; None where the law has no room for them."""
    copy = edits.seeded(text, seed, kinds)
    if copy is None:
        return None
    _check(copy)
    base, own = _with_its_findings(text)
    found = compare(align(base, document(copy.target)))
    return _Judge(copy, found, own).result()


def _check(copy: edits.Copy) -> None:
    """The pieces make up both texts and the edits are as they say."""
    kept = [copy.base[at] if at is not None else None for at in copy.origin]
    if any(char not in (None, own) for char, own in zip(kept, copy.target, strict=True)):
        raise WrongCopyError("a kept character is another one")
    gone = Counter(range(len(copy.base)))
    gone.subtract(at for at in copy.origin if at is not None)
    expected = {at for edit in copy.edits if edit.to is None for at in range(edit.start, edit.end)}
    renumbered = {at for piece in copy.pieces if not piece.kept for at in range(piece.start, piece.end)}
    if any(count < 0 for count in gone.values()) or not expected <= {at for at, n in gone.items() if n} <= renumbered:
        raise WrongCopyError("other characters are gone than the edits say")
    for edit in copy.edits:
        start, end = copy.place_of(edit) if edit.to is None else (0, 0)
        if edit.kind in edits.INSIDE and copy.target[start:end] != edit.new:
            raise WrongCopyError("the new words do not stand where they should")


@dataclass(slots=True)
class _Side:
    """The text of one document, its leaves by eid and the rows they stand in."""

    text: str
    leaves: dict[str, Provision]
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))


class _Judge:
    """Compares what was found with what follows from the copy."""

    def __init__(self, copy: edits.Copy, found: Comparison, own: Counter[str]) -> None:
        self.copy, self.found, self.own = copy, found, own
        self.words = _Words(found)
        self.base = _Side(found.base.source.text, {leaf.eid: leaf for leaf in found.base.leaves()})
        self.target = _Side(found.target.source.text, {leaf.eid: leaf for leaf in found.target.leaves()})
        for row in found.rows:
            for eid in row.link.base:
                self.base.rows[eid].append(row)
            for eid in row.link.target:
                self.target.rows[eid].append(row)
        self.base_at = _owners(found.base)
        self.target_at = _owners(found.target)
        self.expected_base = {eid: self._expected(leaf) for eid, leaf in self.base.leaves.items()}
        self.expected_target = {eid: self._expected_new(leaf) for eid, leaf in self.target.leaves.items()}

    def _expected(self, leaf: Provision) -> Status:
        """What the leaf of the base should be called."""
        for edit in self.copy.edits:
            touched = [s for s in leaf.spans if s.start < edit.end and edit.start < s.end]
            if touched and edit.kind == "deleted":
                return "omitted"
            if touched and edit.kind in edits.INSIDE:
                return "changed"
        return "unchanged"

    def _expected_new(self, leaf: Provision) -> Status:
        """What the leaf of the target should be called: as the base leaf it comes from, or added."""
        origins = [self.copy.origin[at] for span in leaf.spans for at in range(span.start, span.end)]
        owners = Counter(self.base_at.get(at, "") for at in origins if at is not None)
        if not owners:
            return "added"
        return self.expected_base.get(owners.most_common(1)[0][0], "unchanged")

    def result(self) -> EditsResult:
        exact, failures = 0, []
        for side, expected in ((self.base, self.expected_base), (self.target, self.expected_target)):
            for eid, leaf in side.leaves.items():
                seen = {row.status for row in side.rows[eid]}
                if seen == {expected[eid]}:
                    exact += 1
                    continue
                row = next((r for r in side.rows[eid] if r.status != expected[eid]), None)
                failures.append(
                    Failure(
                        what=f"{expected[eid]} called {'+'.join(sorted(seen))}",
                        base=self.words.base(row) if row else leaf.text,
                        target=self.words.target(row) if row else "",
                    )
                )
        return EditsResult(
            leaves=len(self.base.leaves) + len(self.target.leaves),
            exact=exact,
            edits=tuple(self._edit(edit) for edit in self.copy.edits),
            stray=self._stray(),
            failures=tuple(failures),
        )

    def _touched(self, edit: edits.Edit) -> tuple[list[str], list[str]]:
        """The leaves of either side in which the edit stands."""
        start, end = (edit.start, edit.end) if edit.start < edit.end else (0, 0)
        old = sorted({self.base_at[at] for at in range(start, end) if at in self.base_at})
        if edit.kind == "inserted":
            place = range(*self.copy.place_of(edit))
            return [], sorted({self.target_at[at] for at in place if at in self.target_at})
        inside = {at for eid in old for s in self.base.leaves[eid].spans for at in range(s.start, s.end)}
        new = {self.target_at.get(k, "") for k, at in enumerate(self.copy.origin) if at in inside} - {""}
        return old, sorted(new)

    def _edit(self, edit: edits.Edit) -> EditResult:
        old, new = self._touched(edit)
        rows = [row for eid in old for row in self.base.rows[eid]]
        rows += [row for eid in new for row in self.target.rows[eid] if row not in rows]
        expected = WHOLE_STATUS.get(edit.kind, "changed")
        exact = bool(rows) and all(row.status == expected for row in rows)
        if edit.kind in edits.INSIDE:
            hits = [finding for row in rows for finding in row.findings if self._quotes(finding, row, edit)]
            hits += [f for f in self.found.findings if f.eid in new and self._quotes_words(f, edit)]
            flagged = bool(hits)
            typed = any(finding.type in RIGHT_TYPES[edit.kind] for finding in hits)
        elif edit.kind == "moved":
            flagged = typed = bool(rows) and all(row.link.moved for row in rows)
        else:
            flagged = typed = exact
        seen = [f"{r.status}{' moved' if r.link.moved else ''} {[f.rule for f in r.findings]}" for r in rows[:3]]
        return EditResult(
            kind=edit.kind,
            exact=exact,
            flagged=flagged,
            typed=typed,
            base=_around(self.copy.base, edit.start, edit.end),
            target=_around(self.copy.target, *self.copy.place_of(edit)) if edit.to is None else "",
            seen="; ".join(seen),
        )

    def _quotes(self, finding: Finding, row: Row, edit: edits.Edit) -> bool:
        """Whether a quotation of the finding, on either side, stands where the words differ."""
        old = self._place(self.base, row.link.base, edit.start, edit.end)
        new = self._place(self.target, row.link.target, *self.copy.place_of(edit))
        base, target = self.words.base(row), self.words.target(row)
        return _overlaps(finding.base, base, old) or _overlaps(finding.target, target, new)

    @staticmethod
    def _quotes_words(finding: Finding, edit: edits.Edit) -> bool:
        return bool(edit.new) and skeleton(edit.new) in skeleton(finding.target)

    @staticmethod
    def _place(side: _Side, eids: tuple[str, ...], start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of a source stands in the letters and digits of these leaves' words."""
        before = within = 0
        for eid in eids:
            leaf = side.leaves[eid]
            inside = any(s.start < max(end, start + 1) and start < s.end for s in leaf.spans)
            if not inside:
                before += len(skeleton(leaf.text))
                continue
            for span in leaf.spans:
                before += len(skeleton(side.text[span.start : min(span.end, start)]))
                within += len(skeleton(side.text[max(span.start, start) : min(span.end, end)]))
            return before, before + within
        return 0, 0

    def _stray(self) -> tuple[Finding, ...]:
        """The findings in rows that no edit touched, and those on the copy as a whole that the law itself has not."""
        touched = [self._touched(edit) for edit in self.copy.edits]
        old, new = {eid for eids, _ in touched for eid in eids}, {eid for _, eids in touched for eid in eids}
        rows = [row for row in self.found.rows if not old & set(row.link.base) and not new & set(row.link.target)]
        more = _rules(self.found.findings) - self.own
        inside = [finding for row in rows for finding in row.findings]
        whole = [f for f in self.found.findings if f.rule in more and f.eid not in new]
        return tuple(inside + [finding for finding in whole if not self._quotes_what_is_gone(finding)])

    def _quotes_what_is_gone(self, finding: Finding) -> bool:
        """Whether it quotes words that an edit took away: a sanction, say, whose duty went with its article."""
        gone = [self.copy.base[edit.start : edit.end] for edit in self.copy.edits if edit.to is None]
        return bool(finding.base) and any(skeleton(finding.base) in skeleton(words) for words in gone)


def _owners(document: Document) -> dict[int, str]:
    """For every place of the source that is in a leaf, the leaf's eid."""
    return {at: leaf.eid for leaf in document.leaves() for span in leaf.spans for at in range(span.start, span.end)}


def _overlaps(quotation: str, words: str, place: tuple[int, int]) -> bool:
    """Whether the quotation stands in the words over some of the place, letters and digits alone."""
    quoted, plain = skeleton(quotation), skeleton(words)
    start, end = place
    if not quoted or start >= end:
        return False
    at = plain.find(quoted, max(0, start - len(quoted) + 1))
    return 0 <= at < end


def _around(text: str, start: int, end: int) -> str:
    """The words at a place with a little of what stands around them, on one line."""
    return f"{text[max(0, start - 12) : start]}[{text[start:end][:60]}]{text[end : end + 12]}".replace("\n", "¶")
