"""The folder of pages: what files there are and what is in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import starmap
from pathlib import Path
from types import MappingProxyType

from policydiff.library import Entry, Pair
from policydiff.model import Comparison, Document, ToldAs
from policydiff.presentation import Reading, table
from policydiff.presentation.together import Together
from policydiff.site import found, shards, start, versions
from policydiff.site.origins import Shown, origins
from policydiff.site.pages import Compared, counterparts, held_elsewhere, page_of
from policydiff.site.provisions import Provisions
from policydiff.site.render import (
    OPENS_IN,
    STATIC_FILES,
    compared_page,
    linked,
    opens_in,
    render,
    static_text,
    versions_page,
)
from policydiff.site.side_by_side import SideBySide
from policydiff.site.to_check import MOST_AT_ONCE, MOST_KINDS, to_check
from policydiff.sitemap import Part
from policydiff.titles import of_edition
from policydiff.wording import KIND, LANGUAGE, TOLD_AS

NOTHING: Mapping[str, Shown] = MappingProxyType({})
Shelf = Sequence[tuple[Entry, Document]]
Comparisons = Sequence[tuple[Pair, Comparison]]
Cards = Sequence[tuple[Pair, start.Card]]


def files(
    part: Part, shelf: Shelf, comparisons: Comparisons, rest: Mapping[str, Shown] = NOTHING
) -> Iterator[tuple[str, str]]:
    """The path and the text of each file of a part, from the documents and comparisons that it names, in its order;
    on the page of a document with what the rest of the library has for its provisions."""
    readings = {entry.id: Reading(document=document, edition=entry.edition) for entry, document in shelf}
    compared = tuple(_compared(pair, comparison, readings) for pair, comparison in comparisons)
    match part.subject:
        case "assets":
            yield from ((f"static/{name}", static_text(name)) for name in STATIC_FILES)
            yield f"static/{OPENS_IN}", opens_in(part.opens_in)
        case "document":
            entry, _ = shelf[0]
            yield f"documents/{entry.id}.html", _document_page(entry, readings[entry.id], compared, rest)
        case "comparison":
            one, *others = compared
            yield f"comparisons/{one.name}.html", _comparison_page(one, others)
            of_one_text = [*others[: part.place], one, *others[part.place :]]
            yield found.found(_told_once(of_one_text, part.place))
        case "versions":
            entry, base = compared[0].pair.base, compared[0].table.base
            beside = SideBySide(entry=entry, base=base)
            for article in versions.articles(base, compared):
                page = versions_page(f"{article.label} | {base.title}", beside.page(article))
                yield f"versions/{entry.id}/{page_of(article.eid)}.html", page


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a list of documents says of one beside what the catalogue does."""

    title: str
    articles: int
    leaves: int
    annexed: int


def head(document: Document) -> Head:
    """What lists of documents say of one."""
    reading = Reading(document=document)
    return Head(title=reading.title, articles=reading.articles, leaves=len(reading.leaves), annexed=reading.annexed)


def card(comparisons: Comparisons, at: int, *, row: bool) -> start.Card:
    """What the start page shows of the comparison at a place among those of one text with all of its superiors, with
    its row of squares or without (`have_rows`). What is told of the text is what `Together.once` tells."""
    compared = [_compared(pair, comparison, {}) for pair, comparison in comparisons]
    return start.card(compared[at], _told_once(compared, at) if len(compared) > 1 else None, row=row)


def _told_once(comparisons: Sequence[Compared], at: int) -> Compared:
    """The comparison at a place among those of one text as it is told: `Together.once`."""
    one = comparisons[at]
    if len(comparisons) == 1:
        return one
    told = Together(comparisons=[each.table.comparison for each in comparisons]).once()[at]
    return replace(one, table=table(told, one.table.base, one.table.target))


def start_files(
    entries: Sequence[Entry], heads: Sequence[Head], cards: Cards, volumes: int
) -> Iterator[tuple[str, str]]:
    """The path and the text of each file that is of all documents and comparisons; the data of search are in so many
    volumes."""
    maps = start.maps(cards)
    for one_map in maps:
        yield f"data/{one_map.name}.js", shards.script(one_map.name, one_map.words())
    shelf = tuple((entry, _told_apart(entry, head)) for entry, head in zip(entries, heads, strict=True))
    yield "index.html", _start_page(shelf, maps, cards)
    if len(shelf) > start.MOST_DOCUMENTS:
        yield "documents.html", render("documents", assets=linked("documents", ""), shelf=shelf)
    yield "search.html", _search_page(entries, cards)
    yield found.comparisons((card.name, pair.base, pair.target) for pair, card in cards)
    yield _data_file(*shards.bodies())
    yield _data_file(*shards.shelf(zip(entries, (head.title for head in heads), strict=True), volumes))


def _told_apart(entry: Entry, head: Head) -> Head:
    return replace(head, title=of_edition(head.title, entry.edition, entry.language))


def stretch(documents: Iterable[Document]) -> shards.Stretch:
    """Some neighbouring documents as search finds them."""
    return shards.stretch(Reading(document=document) for document in documents)


def volume_files(place: int, stretches: Iterable[shards.Stretch]) -> Iterator[tuple[str, str]]:
    """The path and the text of each file that search loads of the documents of some neighbouring stretches, the volume
    in that place."""
    return starmap(_data_file, shards.volume(place, stretches))


def _data_file(name: str, script: str) -> tuple[str, str]:
    return f"data/{name}", script


def is_page(path: str) -> bool:
    """Whether a file of the site is one that a reader opens."""
    return path.endswith(".html")


def _compared(pair: Pair, comparison: Comparison, readings: Mapping[str, Reading]) -> Compared:
    base = readings.get(pair.base.id) or Reading(document=comparison.base, edition=pair.base.edition)
    target = readings.get(pair.target.id) or Reading(document=comparison.target, edition=pair.target.edition)
    return Compared(name="--".join(pair.ids), pair=pair, table=table(comparison, base, target))


def encoded(text: str) -> bytes:
    """A file of the site as it is written."""
    return text.encode("utf-8", "replace")


def put(path: Path, data: bytes) -> None:
    """Write a file of the site."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:  # the first in its folder
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _start_page(shelf: Sequence[tuple[Entry, Head]], maps: Sequence[start.Map], cards: Cards) -> str:
    kinds = to_check(kind for _, card in cards for kind in card.kinds)
    return render(
        "index",
        assets=linked("index", ""),
        shelf=shelf,
        maps=maps,
        lacks=sorted({card.lack for _, card in cards if card.counts["omitted"]} - {"omitted"}),
        kinds=kinds,
        repeated=sum(card.to_check for _, card in cards) - sum(kind.size for kind in kinds),
        at_once=MOST_AT_ONCE,
        most_kinds=MOST_KINDS,
        most_documents=start.MOST_DOCUMENTS,
    )


def _search_page(entries: Sequence[Entry], cards: Cards) -> str:
    return render(
        "search",
        assets=linked("search", ""),
        found_types={told: _repeated(cards, told) for told in TOLD_AS if any(told in card.found for _, card in cards)},
        shelf_kinds=[kind for kind in KIND if any(entry.kind == kind for entry in entries)],
        shelf_languages=[language for language in LANGUAGE if any(entry.language == language for entry in entries)],
    )


def _repeated(cards: Cards, told: ToldAs) -> int:
    """How many findings that are told as this the comparisons have by themselves, and not where each is told once."""
    kinds = (kind for _, card in cards for kind in card.kinds if kind.told_as == told)
    return sum(card.found.get(told, 0) for _, card in cards) - sum(kind.size for kind in kinds)


def _document_page(entry: Entry, reading: Reading, compared: Sequence[Compared], rest: Mapping[str, Shown]) -> str:
    provisions = Provisions(
        entry=entry,
        reading=reading,
        compared=compared,
        counterparts=counterparts(compared, entry.id),
        origins=origins(compared, reading, rest),
        has_versions=any(one.pair.base.id == entry.id for one in compared),
    )
    return render(
        "document",
        provisions.all(),
        assets=linked("document", "../"),
        entry=entry,
        reading=reading,
        compared=compared,
        has_versions=provisions.has_versions,
    )


def _comparison_page(one: Compared, others: Sequence[Compared]) -> str:
    comparisons = [each.table.comparison for each in (one, *others)]
    marked = Together(comparisons=comparisons).marked(0)
    return compared_page(
        table(marked, one.table.base, one.table.target) if others else one.table,
        linked("comparison", "../"),
        lack=one.lack,
        elsewhere=held_elsewhere(one, others),
        pair=one.pair,
    )
