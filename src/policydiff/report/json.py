"""The JSON formats that other programs rely on. Each names its schema; a change of keys is a new schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policydiff import eid
from policydiff.check import Check, Item, items, omissions
from policydiff.library.superiors import Superior
from policydiff.messages import QUOTED
from policydiff.model import (
    Comparison,
    Decision,
    Dismissed,
    Document,
    Edit,
    Finding,
    Language,
    Provision,
    Row,
    Span,
)
from policydiff.presentation import Reading
from policydiff.presentation.together import Together
from policydiff.wording import problem

if TYPE_CHECKING:  # whoosh is loaded by a search, not by a comparison
    from policydiff.search import FoundFindings, Hit, Results
    from policydiff.search.findings import FoundFinding
    from policydiff.tracing import Holding, Match, Trace

COMPARISON = "policydiff.comparison/1"
CHECK = "policydiff.check/1"
DOCUMENT = "policydiff.document/1"
SEARCH = "policydiff.search/1"
FINDINGS = "policydiff.findings/1"
TRACE = "policydiff.trace/1"

Json = dict[str, Any]


def comparison(comparison: Comparison) -> Json:
    """Both documents as their leaves in reading order, the rows, the findings on the whole, the counts.

    `decisions` and `dismissed` are what reviewers decided; `stale` names the decisions that were not applied. `others`
    are the rule's other superiors, `elsewhere` what these have of what a finding tells of the rule alone.
    """
    return {
        "schema": COMPARISON,
        "base": _side(comparison.base),
        "target": _side(comparison.target),
        "rows": [_row(row) for row in comparison.rows],
        "findings": [_finding(finding) | {"eid": finding.eid} for finding in comparison.findings],
        "dismissed": [_dismissed(one) | {"eid": one.finding.eid} for one in comparison.dismissed],
        "stale": [_decision(one.decision) | {"why": one.why} for one in comparison.stale],
        "others": list(comparison.others),
        "summary": dict(comparison.summary()),
    }


def check(check: Check) -> Json:
    """What of a rule is to be checked, in its reading order, beside each of its superiors.

    `reason` says why the superior is taken for one: `asked`, `catalogue`, `text`, which names it as `named`, or
    `slip`: the title `named` in the text is not quite its own.
    `missing` are grounds that it was not compared with.
    """
    rule = Reading(document=check.rule)
    together = Together(comparisons=check.comparisons)
    marked = [together.marked(number) for number, _ in enumerate(check.comparisons)]
    pairs = zip(check.found.superiors, marked, strict=True)
    return {
        "schema": CHECK,
        "rule": _named(check.rule),
        "checks": [_checked(superior, comparison, rule) for superior, comparison in pairs],
        "missing": list(check.found.missing),
    }


def _checked(superior: Superior[Document], comparison: Comparison, rule: Reading) -> Json:
    base = Reading(document=comparison.base)
    return {
        "base": _named(comparison.base),
        "reason": superior.reason,
        "named": superior.named,
        "summary": dict(comparison.summary()),
        "findings": [_found(finding, item, base, rule) for item in items(comparison) for finding in item.findings],
        "omitted": [_omitted(row, base, rule) for row in omissions(comparison)],
    }


def _named(document: Document) -> Json:
    return {"id": document.id, "title": document.title, "lang": document.language}


def _found(finding: Finding, item: Item, base: Reading, rule: Reading) -> Json:
    return _finding(finding) | {
        "eids": list(item.eids),
        "labels": [rule.label(eid) for eid in item.eids],
        "base_eids": list(item.base_eids),
        "base_labels": [base.label(eid) for eid in item.base_eids],
    }


def _omitted(row: Row, base: Reading, rule: Reading) -> Json:
    return {
        "eids": list(row.link.base),
        "labels": [base.label(eid) for eid in row.link.base],
        "text": " ".join(map(base.text, row.link.base)),
        "findings": [_finding(finding) for finding in row.findings],
        "candidates": [
            {"eid": c.eid, "label": rule.label(c.eid), "score": round(c.score, 4)} for c in row.link.candidates
        ],
    }


def document(document: Document) -> Json:
    """The tree of provisions, and what of the source is none."""
    text = document.source.text
    return {
        "schema": DOCUMENT,
        "id": document.id,
        "title": document.title,
        "lang": document.language,
        "encoding": document.source.encoding,
        "provisions": [_tree(provision) for provision in document.provisions],
        "residue": [
            {"span": _span(r.span), "text": text[r.span.start : r.span.end], "reason": r.reason}
            for r in document.residue
        ],
        "problems": [{"span": _span(p.span), "message": problem(p, "en")} for p in document.problems],
    }


def search(results: Results) -> Json:
    """What was asked for, where no provision has all of it as what it was read and what may have been meant, how many
    provisions answer, and those that are listed, the best first."""
    return {
        "schema": SEARCH,
        "query": results.query,
        "read_as": results.read_as,
        "also": list(results.also),
        "without": list(results.without),
        "missing": list(results.missing),
        "left": list(results.left),
        "meant": list(results.meant),
        "total": results.total,
        "hits": [_hit(hit) for hit in results.hits],
    }


def findings(found: FoundFindings, language: Language) -> Json:
    """What was asked for, how many findings answer, and those that are listed, each with what it says in a language."""
    return {
        "schema": FINDINGS,
        "query": found.query,
        "also": list(found.also),
        "without": list(found.without),
        "total": found.total,
        "hits": [_listed(one, language) for one in found.found],
    }


def _listed(one: FoundFinding, language: Language) -> Json:
    finding = one.finding
    quoted = dict(zip(QUOTED, finding.quoted, strict=True))
    return {
        "documents": list(finding.documents),
        "titles": list(finding.titles),
        "type": finding.told_as,
        "eid": finding.eid,
        "label": finding.label,
        "page": finding.page,
        "message": "".join(quoted.get(part, part) for part in finding.says[language]),
        "base": finding.quoted[0],
        "target": finding.quoted[1],
        "highlights": {"base": [*map(list, one.highlights[0])], "target": [*map(list, one.highlights[1])]},
    }


def trace(trace: Trace) -> Json:
    """The document, what it implements and what has changed there since, and each provision with what it matches."""
    from policydiff.tracing import said_of  # with NumPy, which nothing else here needs

    document = trace.document
    return {
        "schema": TRACE,
        "direction": trace.direction,
        "document": {"id": document.id, "title": document.title, "lang": document.language, "date": trace.date},
        "looked": {"documents": trace.looked[0], "provisions": trace.looked[1]},
        "implements": [_rule(one.rule) | {"how": one.reason, "named": one.named} for one in trace.implements],
        "notes": [
            {
                "kind": note.kind,
                "eid": note.eid,
                "label": note.label,
                "rule": _rule(note.rule),
                "cited": note.cited,
                "cited_label": note.cited_label,
                "now": note.now,
                "now_label": note.now_label,
                "message": said_of(note, trace.date, document.language),
            }
            for note in trace.notes
        ],
        "provisions": [
            {
                "eid": one.eid,
                "label": one.label,
                "text": one.text,
                "stock": one.stock,
                "matches": [_match(match) for match in one.matches],
            }
            for one in trace.provisions
        ],
    }


def _rule(holding: Holding) -> Json:
    return {
        "document": holding.id,
        "title": holding.title,
        "kind": holding.kind,
        "lang": holding.language,
        "date": holding.date,
        "effective": holding.effective,
    }


def _match(match: Match) -> Json:
    return {
        "document": match.document,
        "title": match.title,
        "eid": match.eid,
        "label": match.label,
        "text": match.text,
        "relation": match.treatment,
        "cited": match.cited,
        "score": match.score,
        "own": match.own,
        "other": match.other,
        "likely": match.likely,
        "edits": _edits(match.edits),
    }


def _hit(hit: Hit) -> Json:
    return {
        "document": hit.document,
        "title": hit.title,
        "eid": hit.eid,
        "label": hit.label,
        "lang": hit.language,
        "kind": hit.kind,
        "score": hit.score,
        "snippet": hit.snippet,
        "highlights": [list(place) for place in hit.highlights],
    }


def _side(document: Document) -> Json:
    labels = eid.labels(document)
    return {
        "id": document.id,
        "title": document.title,
        "lang": document.language,
        "provisions": [
            {
                "eid": leaf.eid,
                "label": labels[leaf.eid],
                "level": leaf.level,
                "num": leaf.num,
                "text": leaf.text,
                "spans": _spans(leaf.spans),
            }
            for leaf in document.leaves()
        ],
    }


def _row(row: Row) -> Json:
    link = row.link
    return {
        "status": row.status,
        "base": list(link.base),
        "target": list(link.target),
        "score": round(link.score, 4),
        "basis": link.basis,
        "moved": link.moved,
        "edits": _edits(row.edits),
        "findings": [_finding(finding) for finding in row.findings],
        "candidates": [{"eid": c.eid, "score": round(c.score, 4)} for c in link.candidates],
        "decisions": [_decision(decision) for decision in row.decisions],
        "dismissed": [_dismissed(one) for one in row.dismissed],
    }


def _edits(edits: tuple[Edit, ...]) -> list[Json]:
    """The redline; a run that only moved bears the number of its move, the deleted and the inserted one the same."""
    return [{"op": edit.op, "text": edit.text} | ({"move": edit.move} if edit.move else {}) for edit in edits]


def _finding(finding: Finding) -> Json:
    """A finding; what another superior has the like of says where."""
    held = {"elsewhere": list(finding.elsewhere)} if finding.elsewhere else {}
    return held | {
        "type": finding.type,
        "base": finding.base,
        "target": finding.target,
        "message": finding.message,
        "rule": finding.rule,
    }


def _dismissed(one: Dismissed) -> Json:
    return _finding(one.finding) | {"decision": _decision(one.decision)}


def _decision(decision: Decision) -> Json:
    return {
        "number": decision.number,
        "verdict": decision.verdict,
        "base": list(decision.base),
        "target": list(decision.target),
        "rule": decision.rule,
        "words": decision.words,
        "reason": decision.reason,
        "note": decision.note,
        "by": decision.by,
        "date": decision.date,
    }


def _tree(provision: Provision) -> Json:
    return {
        "eid": provision.eid,
        "level": provision.level,
        "num": provision.num,
        "heading": provision.heading,
        "text": provision.text,
        "spans": _spans(provision.spans),
        "marks": _spans(provision.marks),
        "children": [_tree(child) for child in provision.children],
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
