"""Many provisions of a document cited shortly, none of them lost.

第三条, 第四条, 第五条第一款, 第五条第二款, 第九条第（一）项, 第九条第（三）项
第三条至第五条、第九条第（一）项、第（三）项
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from policydiff.eid import labels
from policydiff.model import Document, Language, Provision
from policydiff.presentation.citing import cited_together
from policydiff.presentation.reading import Reading
from policydiff.wording import AND, BEFORE_LIST

_FEWEST = 3  # provisions in a row that are told by the first and the last
_FEW = 2  # that are cited one after the other, however they follow
_LEAD = "lead"  # of the words before a list, by themselves
ABOVE_ARTICLES = ("part", "chapter", "section")
_TO: dict[Language, str] = {"zh": "至", "en": " to "}


class _Unit(NamedTuple):
    """A provision that is cited whole, and which of those below its parent it is: what is in a row stands in a run."""

    eid: str
    level: str
    within: str
    at: int


def in_runs(document: Document, eids: Collection[str], language: Language) -> str:
    """How these leaves are cited together: a provision all of whose leaves are among them by its own number, and what
    follows each other from the first to the last; the words before a list of which not all is meant are called so."""
    tops = [article for provision in document.provisions for article in _articles(provision)]
    units = [unit for at, top in enumerate(tops) for unit in _whole(top, "", at, eids)]
    said = labels(document)
    said |= {one.eid: BEFORE_LIST[language].format(label=said[one.eid]) for one in units if one.level == _LEAD}
    ends = [(said[run[0].eid], said[run[-1].eid], len(run)) for run in _runs(units)]
    return _joined(ends, language)


def cited_shortly(reading: Reading, eids: Sequence[str], language: Language) -> str:
    """How these leaves are cited together: in runs where that names them all and no more, else one after the other."""
    if len(eids) > _FEW and citable(reading.document, eids) == frozenset(eids):
        return in_runs(reading.document, eids, language)
    return AND[language].join(cited_together(map(reading.label, eids)))


def citable(document: Document, eids: Collection[str]) -> frozenset[str]:
    """Those of these leaves that a number means and nothing else: the words before a list have that of the whole, and
    are left out where not all of it is among them."""
    return frozenset(leaf.eid for leaf in document.leaves() if _is_all_of(leaf, eids))


def _is_all_of(provision: Provision, eids: Collection[str]) -> bool:
    return all(below.eid in eids for below in provision.walk() if below.text)


def _articles(provision: Provision) -> Iterator[Provision]:
    """The articles, or what else is numbered through a document whatever its chapters are."""
    if provision.level in ABOVE_ARTICLES:
        for child in provision.children:
            yield from _articles(child)
    else:
        yield provision


def _whole(provision: Provision, within: str, at: int, eids: Collection[str]) -> Iterator[_Unit]:
    """The provision if all its leaves are meant, else those of its leaves that are."""
    if _is_all_of(provision, eids):
        yield _Unit(provision.eid, provision.level, within, at)
        return
    if provision.text and provision.eid in eids:
        yield _Unit(provision.eid, _LEAD, within, at)
    for place, child in enumerate(provision.children):
        yield from _whole(child, provision.eid, place, eids)


def _runs(units: Iterable[_Unit]) -> Iterator[list[_Unit]]:
    """The units cut where one is not the next of the same kind below the same provision; few in a row stand alone."""
    run: list[_Unit] = []
    for unit in units:
        follows = run and (unit.within, unit.level, unit.at - 1) == (run[-1].within, run[-1].level, run[-1].at)
        if not follows:
            yield from _told(run)
            run = []
        run.append(unit)
    yield from _told(run)


def _told(run: list[_Unit]) -> Iterator[list[_Unit]]:
    if len(run) >= _FEWEST:
        yield run
    else:
        yield from ([unit] for unit in run)


def _joined(ends: Iterable[tuple[str, str, int]], language: Language) -> str:
    cited = [(label, sep) for first, last, size in ends for label, sep in _cited(first, last, size, language)]
    short = cited_together(label for label, _ in cited)
    words = "".join(f"{said}{sep}" for said, (_, sep) in zip(short, cited, strict=True))
    return words.removesuffix(AND[language])


def _cited(first: str, last: str, size: int, language: Language) -> Iterator[tuple[str, str]]:
    if size > 1:
        yield first, _TO[language]
    yield last, AND[language]
