"""Whether the words that a reviewer decided upon are still the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from policydiff.model import Decision, Document, Provision, Sides, StaleReason, Verdict
from policydiff.text import letters_and_numbers, skeleton

_LENGTH = 16


def fingerprint(
    base: Document,
    target: Document,
    verdict: Verdict,
    at: Sides,
    *,
    said: Callable[[str], str] = letters_and_numbers,
) -> str:
    """Changes whenever a word of the provisions `at` either side does; as in a comparison, punctuation is no word.

    A provision without words of its own stands for all that it holds. That a provision has no counterpart is said of
    the whole of the other document, and changes with any word of that. `said` is what of words counts.
    """
    digest = hashlib.sha256()
    for document, eids in zip((base, target), at, strict=True):
        whole = not eids and verdict in ("confirm", "pair")
        provisions = _provisions(document)
        for eid in provisions if whole else eids:
            digest.update(f"{said(_words(provisions[eid]))}\x1f".encode("utf-8", "replace"))
        digest.update(b"\x1e")
    return digest.hexdigest()[:_LENGTH]


def is_on(decision: Decision, base: str, target: str) -> bool:
    """Whether a decision is on these two documents, in whatever order."""
    return decision.documents in ((base, target), (target, base))


def turned(decision: Decision) -> Decision:
    """The same decision, filed with its documents the other way round; its fingerprint is still that of the order in
    which it was made."""
    first, second = decision.documents
    return replace(decision, documents=(second, first), base=decision.target, target=decision.base)


def why_stale(decision: Decision, base: Document, target: Document) -> StaleReason | None:
    """Why a decision does not hold where these texts are compared, or None if it does.

    That two provisions belong together or do not is as true with the documents the other way round.
    """
    as_filed = decision.documents == (base.id, target.id)
    if not as_filed and decision.verdict == "dismiss":
        return "reversed"  # what is found leads from the base to the target
    first, second = (base, target) if as_filed else (target, base)
    for document, eids in ((first, decision.base), (second, decision.target)):
        there = _provisions(document)
        for eid in eids:
            # A finding may be about a chapter; whatever is linked or noted has words of its own.
            if eid not in there or not (there[eid].text or decision.verdict == "dismiss"):
                return "gone"
    # What was decided before the marks of numbers counted is kept without them.
    kinds = (letters_and_numbers, skeleton)
    known = (fingerprint(first, second, decision.verdict, decision.sides, said=said) for said in kinds)
    return None if decision.fingerprint in known else "changed"


def _provisions(document: Document) -> dict[str, Provision]:
    return {provision.eid: provision for provision in document.walk()}


def _words(provision: Provision) -> str:
    return provision.text or "".join(below.text for below in provision.walk())
