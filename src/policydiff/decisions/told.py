"""What reviewers decided and does not hold any more, each as one line for the user: what, why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policydiff.eid import label
from policydiff.model import Decision, Document, Language, StaleDecision
from policydiff.wording import AND, rule_name, stale_words, verdict

_MOST_NUMBERS = 8
_LINE: Mapping[Language, str] = {"zh": "第 {line} 行，", "en": "line {line}, "}


def line(stale: StaleDecision, base: Document | None, target: Document | None, language: Language) -> str:
    """What is stale, why, and what to do, as one line for the user; the documents are those that it is on, if they are
    still there."""
    decision = stale.decision
    at = sides(decision, base, target, language)
    why = stale_words(stale, with_line=True)[language]
    where = _LINE[language].format(line=decision.line) if stale.by and decision.line else ""
    if language == "zh":
        rule = rule_name(decision.rule, "zh")
        what = where + " ".join(filter(None, (verdict(decision)["zh"], rule, at)))
        return (
            f"第 {decision.number} 号审核意见（{what}；{decision.documents[0]} ↔ {decision.documents[1]}）不再应用："
            f"{why}。请重新认定，或者删去：policydiff decide --remove {decision.number}"
        )
    what = where + " ".join(filter(None, (decision.verdict, decision.rule, at)))
    return (
        f"decision {decision.number} ({what}; {decision.documents[0]} ↔ {decision.documents[1]}) is not applied: "
        f"{why}. Decide again, or remove it: policydiff decide --remove {decision.number}"
    )


def sides(decision: Decision, base: Document | None, target: Document | None, language: Language) -> str:
    """The provisions that a decision is on, as they are cited."""
    cited = ((base, decision.base), (target, decision.target))
    return " → ".join("、".join(label(eid, document, language) for eid in eids) for document, eids in cited if eids)


def without_document(id: str, numbers: Sequence[int], language: Language) -> str:
    """That a document is out of the library, and that decisions of these numbers are on it, as one line for the
    user."""
    few = AND[language].join(map(str, numbers[:_MOST_NUMBERS])) + ("…" if len(numbers) > _MOST_NUMBERS else "")
    if language == "zh":
        return (
            f"文件库中没有 {id}，关于它的 {len(numbers)} 条审核意见（第 {few} 号）未应用。同一编号的文件放回后，"
            "文字未变的仍然适用；不再需要的，用 policydiff decide --remove 删去。"
        )
    return (
        f"{id} is not in the library, and what was decided on it is not applied (decisions: {few}). It holds again "
        "where a document of that id and those words is back; policydiff decide --remove takes out what is not wanted."
    )
