"""What a reviewer should know of the rules that a document follows: they are newer, or an article cited has moved.

older    the document is of 2012, the edition in force of what it implements of 2023
gone     it cites 第四十五条 of a rule that ends with 第四十条
moved    it cites 第八条 as it was in the edition of its day; those words are 第十一条 now
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.dates import is_before
from policydiff.eid import PREFIX
from policydiff.library.editions import Editions
from policydiff.library.superiors import Superior
from policydiff.model import Document, Language, Since
from policydiff.tracing.citing import CitedArticle, citations
from policydiff.tracing.collection import Collection, Holding, Unit, units_of
from policydiff.tracing.likeness import likeness, weighed
from policydiff.wording import SINCE, UNDATED, day

_SAME = 0.5  # from this likeness two editions' articles are one
_PLAINLY = 0.2  # by so much another article must be more like it
_NEAREST = 10  # articles that are compared with the one that was cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to look at: at provision `eid` of the document (none of one on the whole), about document `rule`.

    `cited` is the article's identifier as cited and `now` where its words stand now, each empty where there is none.
    """

    kind: Since
    rule: Holding
    eid: str = ""
    label: str = ""
    cited: str = ""
    cited_label: str = ""
    now: str = ""
    now_label: str = ""


def notes(
    document: Document,
    date: str,
    superiors: Sequence[Superior[Holding]],
    collection: Collection,
    editions: Editions[Holding],
) -> tuple[Note, ...]:
    """What is to be looked at, of the document as a whole and then by provision; `date` is when it was made."""
    older = [
        Note(kind="older", rule=one.rule)
        for one in superiors
        if one.reason != "words" and is_before(date, one.rule.date)
    ]
    return (*older, *_of_citations(document, date, collection, editions))


def said_of(note: Note, own: str, ui: Language) -> str:
    """What a note says, in one sentence; `own` is when the document was made."""
    return SINCE[note.kind][ui].format(
        own=day(own, ui) or UNDATED[ui],
        title=note.rule.title,
        date=day(note.rule.date, ui) or UNDATED[ui],
        cited=note.cited_label,
        now=note.now_label,
    )


def _of_citations(document: Document, date: str, collection: Collection, editions: Editions[Holding]) -> Iterator[Note]:
    for unit in units_of(document):
        for citation in dict.fromkeys(citations(unit.text)):
            rule = editions.named(citation.title)
            if rule and _has_articles(rule, collection):
                yield from _of_citation(unit, citation, rule, editions.before(rule, date), collection)


def _has_articles(rule: Holding, collection: Collection) -> bool:
    return any(collection.eids[n].startswith(PREFIX["article"]) for n in rule.numbers)


def _of_citation(
    unit: Unit, citation: CitedArticle, rule: Holding, before: Holding | None, collection: Collection
) -> Iterator[Note]:
    """What is to be looked at where a provision cites an article of a rule, of which the edition `before` may be
    meant."""
    place = collection.place(rule, citation.eid)
    meant = collection.place(before, citation.eid) if before else None
    now = _moved(collection.texts[meant], rule, place, collection) if meant is not None else None
    if now is None and place is not None:
        return
    yield Note(
        kind="gone" if now is None else "moved",
        rule=rule,
        eid=unit.eid,
        label=unit.label,
        cited=citation.eid,
        cited_label=citation.label,
        now=collection.eids[now] if now is not None else "",
        now_label=collection.labels[now] if now is not None else "",
    )


def _moved(text: str, rule: Holding, cited: int | None, collection: Collection) -> int | None:
    """Where in a rule an article of its earlier edition stands, if that is plainly another than the cited one."""
    near = collection.index.near([text], rule.language, _NEAREST, collection.among([rule])).candidate.tolist()
    own = weighed(text, rule.language)
    scores = {n: likeness(own, weighed(collection.texts[n], rule.language)).score for n in near}
    here = likeness(own, weighed(collection.texts[cited], rule.language)).score if cited is not None else 0.0
    best = max(near, key=lambda n: (scores[n], -n), default=None)
    if best is None or scores[best] < _SAME or scores[best] < here + _PLAINLY:
        return None
    return int(best)
