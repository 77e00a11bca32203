"""What a reviewer should know of the rules that a document follows: they are newer, or an article cited has moved.

    older    the document is of 2012, the edition in force of what it implements of 2023
    gone     it cites 第四十五条 of a rule that ends with 第四十条
    moved    it cites 第八条 as it was in the edition of its day; those words are 第十一条 now
    other    it cites 第八条, whose words have nothing of its own; 第十一条 has
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from policydiff.eid import PREFIX
from policydiff.model import Document, Language
from policydiff.tracing.collection import Collection, Holding, Unit, units_of
from policydiff.tracing.editions import Editions, is_before
from policydiff.tracing.implemented import Superior
from policydiff.tracing.likeness import likeness, weighed
from policydiff.tracing.sources import Citation, citations
from policydiff.wording import SINCE, UNDATED

Kind = Literal["older", "gone", "moved", "other"]

_SAME = 0.5  # from this likeness two editions' articles are one
_PLAINLY = 0.2  # by so much another article must be more like it
_NOTHING = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to look at: at provision `eid` of the document (none of one on the whole), about document `rule`.

    `cited` is the article's identifier as cited and `now` where its words stand now, each empty where there is none.
    """

    kind: Kind
    rule: Holding
    eid: str = ""
    label: str = ""
    cited: str = ""
    cited_label: str = ""
    now: str = ""
    now_label: str = ""


def notes(
    document: Document, date: str, superiors: Sequence[Superior], collection: Collection, editions: Editions
) -> tuple[Note, ...]:
    """What is to be looked at, of the document as a whole and then by provision; `date` is when it was made."""
    older = [
        Note(kind="older", rule=one.holding)
        for one in superiors
        if one.how != "words" and is_before(date, one.holding.date)
    ]
    return (*older, *_of_citations(document, date, collection, editions))


def said_of(note: Note, own: str, ui: Language) -> str:
    """What a note says, in one sentence; `own` is when the document was made."""
    return SINCE[note.kind][ui].format(
        own=own or UNDATED[ui],
        title=note.rule.title,
        date=note.rule.date or UNDATED[ui],
        cited=note.cited_label,
        now=note.now_label,
    )


def _of_citations(document: Document, date: str, collection: Collection, editions: Editions) -> Iterator[Note]:
    for unit in units_of(document):
        for citation in dict.fromkeys(citations(unit.text)):
            rule = editions.named(citation.title)
            if rule and _has_articles(rule, collection):
                yield from _of_citation(unit, citation, rule, date, collection, editions)


def _has_articles(rule: Holding, collection: Collection) -> bool:
    eids = collection.eids[rule.first : rule.first + rule.provisions]
    return any(eid.startswith(PREFIX["article"]) for eid in eids)


def _of_citation(
    unit: Unit, citation: Citation, rule: Holding, date: str, collection: Collection, editions: Editions
) -> Iterator[Note]:
    place = collection.place(rule, citation.eid)
    now, kind = _where_now(unit, citation, rule, date, collection, editions)
    if kind is None and place is not None:
        return
    yield Note(
        kind=kind or "gone",
        rule=rule,
        eid=unit.eid,
        label=unit.label,
        cited=citation.eid,
        cited_label=_label(citation, place, collection),
        now=collection.eids[now] if now is not None else "",
        now_label=collection.labels[now] if now is not None else "",
    )


def _label(citation: Citation, place: int | None, collection: Collection) -> str:
    return collection.labels[place] if place is not None else citation.label


def _where_now(
    unit: Unit, citation: Citation, rule: Holding, date: str, collection: Collection, editions: Editions
) -> tuple[int | None, Kind | None]:
    """The article of the rule in force that the citation means, if that is another than it says."""
    cited = collection.place(rule, citation.eid)
    before = editions.before(rule, date)
    meant = collection.place(before, citation.eid) if before else None
    if meant is not None:
        found = _moved(collection.texts[meant], rule, cited, collection, _SAME)
        return found, "moved" if found is not None else None
    if cited is None or before:
        return None, None
    found = _moved(unit.text, rule, cited, collection, _SAME)
    unlike = likeness(weighed(unit.text, rule.language), weighed(collection.texts[cited], rule.language)).score
    return (found, "other") if found is not None and unlike < _NOTHING else (None, None)


def _moved(text: str, rule: Holding, cited: int | None, collection: Collection, least: float) -> int | None:
    """The rule's provision that is plainly more like a text than the cited one is; None where none is."""
    near = collection.index.near([text], rule.language, 10, collection.among([rule])).candidate.tolist()
    own = weighed(text, rule.language)
    scores = {
        n: likeness(own, weighed(collection.texts[n], rule.language)).score
        for n in dict.fromkeys([*near, *([cited] if cited is not None else [])])
    }
    best = max(scores, key=lambda n: (scores[n], -n), default=None)
    if best is None or best == cited or scores[best] < least:
        return None
    return best if scores[best] >= scores.get(cited if cited is not None else -1, 0.0) + _PLAINLY else None
