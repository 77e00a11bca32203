"""Putting documents into a library: a file is copied in, read, described, and named at the end of corpus.toml.

An entry is a block after the last one, with a comment behind each value that is a guess. Of what stands in
corpus.toml already nothing is changed, but an entry whose text rests on a document that comes now implements it from
now on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policydiff import files, toml
from policydiff.errors import LibraryError, PolicydiffError
from policydiff.library.describe import Fact
from policydiff.library.editions import Editions, Shelved
from policydiff.library.entries import Named, block, with_blocks, with_grounds
from policydiff.library.grounds import grounds, rests_on
from policydiff.library.library import CATALOGUE
from policydiff.library.likely import LIKELY, likeliest
from policydiff.library.outcomes import Added, Outcome
from policydiff.library.reading import document_of
from policydiff.library.shelf import Shelf, Taken
from policydiff.library.translations import Original, original
from policydiff.model import Document
from policydiff.presentation.reading import Reading

_MOST_LIKELY = 3


def add(root: Path, paths: Sequence[Path], today: str = "") -> Iterator[Outcome]:
    """Each file, copied into the library and described; one that cannot be is told and the others are added. Of what
    they implement the edition in force on a day is meant, or the last one."""
    shelf = Shelf(root)
    read_in = [shelf.take(path) for path in paths]
    yield from _written(shelf, [one for one in read_in if isinstance(one, Taken)], today)
    yield from (one for one in read_in if not isinstance(one, Taken))


def _written(shelf: Shelf, taken: Sequence[Taken], today: str) -> Sequence[Added]:
    """What was taken stands in corpus.toml, with what it implements and what implements it."""
    if not taken:
        return ()
    editions = Editions(shelf.editions, today)
    resting = _resting(shelf, {one.id for one in taken}, editions)
    above = _above(shelf, taken, editions)
    catalogue = shelf.corpus / CATALOGUE
    text, written = with_grounds(files.text_of(catalogue, LibraryError), _unsaid(shelf, resting, above))
    together = _Together(
        shelf=shelf,
        editions=editions,
        originals=_originals(shelf, taken),
        resting=resting,
        above=above,
        written=written,
    )
    added = [together.added(one) for one in taken]
    toml.write(catalogue, with_blocks(text, list(map(_block, added)), catalogue), LibraryError)
    return added


def _originals(shelf: Shelf, taken: Sequence[Taken]) -> dict[str, Original]:
    """What each translation translates: each that is taken in, and each that the library holds and nobody has said it
    of."""
    fresh = {one.id: one.document for one in taken}

    def document(own_id: str) -> Document | None:
        return fresh.get(own_id) or _read(shelf, own_id)

    chinese, english = shelf.numbers["zh"], shelf.numbers["en"]
    taken_in = [own_id for own_id in fresh if own_id in english]
    found = {own_id: original((own_id, english[own_id]), chinese, document) for own_id in taken_in}
    added = {own_id: chinese[own_id] for own_id in fresh if own_id in chinese}
    for entry in shelf.library.entries:
        if entry.id in english and not entry.translates:
            found[entry.id] = original((entry.id, english[entry.id]), added, document)
    return found


def _read(shelf: Shelf, own_id: str) -> Document | None:
    """A document that the library held before."""
    try:
        return document_of(shelf.library.entry(own_id))
    except PolicydiffError:
        return None


def _resting(shelf: Shelf, fresh: Collection[str], editions: Editions[Shelved]) -> dict[str, Named]:
    """The documents that the library held before and that rest on any of these, with what they rest on of them."""
    grounds_of = ((own, rests_on(said, editions, own)) for own, said in shelf.described.items())
    found = ((own, _by_ids([one for one in named if one[0].id in fresh])) for own, named in grounds_of)
    return {own: named for own, named in found if named}


def _above(shelf: Shelf, taken: Sequence[Taken], editions: Editions[Shelved]) -> set[tuple[str, str]]:
    """Of every two documents that name each other as their grounds, those that are not below the other: each with
    the other. A local rule is below a central one, and of two of one kind neither is."""
    said = {**shelf.described, **{one.id: one.description for one in taken}}
    on = {own: {held.id for held, _ in rests_on(of, editions, own)} for own, of in said.items()}
    kinds = {one.id: one.kind for one in shelf.editions}
    mutual = ((own, other) for own, others in on.items() for other in others if own in on.get(other, ()))
    return {pair for pair in mutual if tuple(map(kinds.get, pair)) != ("local", "central")}


def _unsaid(shelf: Shelf, resting: Mapping[str, Named], above: Collection[tuple[str, str]]) -> dict[str, Named]:
    """Those of which nobody has said that they are compared in place of this with what they quote or translate, or
    with another edition; without what they are `above`."""
    key = {one.id: one.key for one in shelf.editions}
    held = {entry.id: entry for entry in shelf.library.entries}
    unsaid: dict[str, Named] = {}
    for own_id, named in resting.items():
        entry = held[own_id]
        editions = {key.get(one) for one in entry.implements} & {key[one] for one, _ in named}
        below = tuple(one for one in named if (own_id, one[0]) not in above)
        if below and not (entry.translates or entry.quotes or editions):
            unsaid[own_id] = below
    return unsaid


@dataclass(frozen=True, slots=True, kw_only=True)
class _Together:
    """What is known of documents once all of them are taken in: the rules of the library by their titles, what each
    translation translates, which documents held before are `resting` on which of these, of which of them that was
    `written`, and which are `above` what they name."""

    shelf: Shelf
    editions: Editions[Shelved]
    originals: Mapping[str, Original]
    resting: Mapping[str, Named]
    above: Collection[tuple[str, str]]
    written: Collection[str]

    def added(self, one: Taken) -> Added:
        """What was found out about a document."""
        found = grounds(one.description, self.editions, one.id)
        own = self.originals.get(one.id, Original())
        translates = own.ids[:1] if own.sure else ()
        said = one.description
        if own.ids:
            said = replace(said, kind=Fact(value="translation", sure=bool(translates)))
        source = one.document.source
        on_it = [own for own, named in self.resting.items() if one.id in dict(named)]
        reading = Reading(document=one.document)
        return Added(
            path=one.path,
            id=one.id,
            file=one.file,
            language=source.language,
            other_language=one.other_language,
            encoding=source.encoding,
            description=said,
            articles=reading.articles,
            leaves=len(reading.leaves) - reading.annexed,
            annexes=sum(top.level == "annex" for top in one.document.provisions),
            problems=len(one.document.problems),
            tracked=source.tracked,
            implements=tuple(held for held in _by_ids(found.held) if (one.id, held[0]) not in self.above),
            near=_by_ids(found.near),
            missing=found.missing,
            mentioned=_by_ids(found.mentioned),
            likely=None if said.kind.value != "local" or said.bases or found.mentioned else self._likely(one),
            implemented_by=tuple(own for own in on_it if own in self.written),
            needed_by=tuple(own for own in on_it if own not in self.written),
            translates=translates,
            may_translate=() if translates else own.ids,
            translated_by=self._translations(one.id),
            same_as=one.same_as,
        )

    def _likely(self, one: Taken) -> Named:
        """The central rules that a text speaks of, by their titles, likeliest first."""
        central = [(held, held.title) for held in self.shelf.editions if held.kind == "central" and held.id != one.id]
        speaks_of = [held for held, score in likeliest(one.document, central) if score >= LIKELY]
        return tuple((held.id, held.title) for held in speaks_of[:_MOST_LIKELY])

    def _translations(self, own_id: str) -> tuple[str, ...]:
        """The documents held before that may translate this one and do not say so."""
        before = {entry.id for entry in self.shelf.library.entries}
        return tuple(name for name, of in self.originals.items() if own_id in of.ids and name in before)


def _by_ids(named: Sequence[tuple[Shelved, str]]) -> Named:
    return tuple((held.id, name) for held, name in named)


def _block(one: Added) -> str:
    return block(one.id, one.file, one.language, one.description, one.implements, one.translates)
