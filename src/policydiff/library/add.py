"""Putting documents into a library: a file is copied in, read, described, and named at the end of corpus.toml.

An entry is a block after the last one, with a comment behind each value that is a guess. Of what stands in
corpus.toml already nothing is changed, but an entry whose text rests on a document that comes now implements it from
now on. What is copied is what was read; a file that changes meanwhile is not added.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policydiff import files, toml
from policydiff.errors import LibraryError, PolicydiffError, ReadError, refusal
from policydiff.ingest import read
from policydiff.ingest.file import FORMATS
from policydiff.ingest.language import holds
from policydiff.library.catalogue import CATALOGUE, CORPUS, DECISIONS, INDEXES, REMOVED, SITE, Entry, open_library
from policydiff.library.describe import Description, Fact, describe, title_key
from policydiff.library.editions import Editions, Said, Shelved, said_by
from policydiff.library.entries import EMPTY, Named, block, with_blocks, with_grounds
from policydiff.library.grounds import grounds, rests_on
from policydiff.library.likely import LIKELY, likeliest
from policydiff.library.names import free_id, free_name, safe_name
from policydiff.library.reading import document_of
from policydiff.library.translations import Original, numbers, original
from policydiff.model import Document, Language
from policydiff.parsing import parse
from policydiff.text import skeleton

_MOST_LIKELY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A document that is in the library now, and what was found out about it. Articles and leaves are those of the rule
    without its annexes.

    `implements` pairs an id with the title by which the text names it; `missing` are titles that it names and
    nothing in the library bears, `near` those with the document that may be meant. `mentioned` are documents of the
    library that the text names without saying that it rests on them, `likely`, where the rule of a place names nothing,
    are rules that it speaks of, likeliest first (None where it names something); `implemented_by` are those that name
    this one as their ground and implement it in corpus.toml now, `needed_by` those of which that was not written.
    `translates` is what it translates, `may_translate` is what it may translate, and `translated_by` are documents
    that may translate it and do not say so. `same_as` has the same provisions under another title, or is one half
    of this text in two languages.
    """

    path: Path
    id: str
    file: str
    language: Language
    other_language: bool
    encoding: str
    description: Description
    articles: int
    leaves: int
    annexes: int
    problems: int
    implements: tuple[tuple[str, str], ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    mentioned: tuple[tuple[str, str], ...] = ()
    likely: tuple[tuple[str, str], ...] | None = None
    implemented_by: tuple[str, ...] = ()
    needed_by: tuple[str, ...] = ()
    translates: tuple[str, ...] = ()
    may_translate: tuple[str, ...] = ()
    translated_by: tuple[str, ...] = ()
    same_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice:
    """A file whose text the library holds already, in whatever format, as the document of that id."""

    path: Path
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A file that was not added, and why."""

    path: Path
    error: PolicydiffError

    def reason(self, language: Language = "en") -> str:
        """Why, as a line for the user that names the file."""
        said = self.error.told(language)
        return said if str(self.path) in said else f"{self.path}: {said}"


Outcome = Added | Twice | Left


def init(root: Path) -> Path:
    """An empty library in a folder, which is made if it is not there; the path of its corpus.toml."""
    catalogue = root / CORPUS / CATALOGUE
    if files.kind(catalogue) != "nothing" or catalogue.is_symlink():
        raise LibraryError(
            f"{catalogue}: there is a library here already. Add to it with `policydiff add`.",
            f"{catalogue}：这里已有文件库。请用 `policydiff add` 添加文件。",
        )
    try:
        catalogue.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"{root}: the folder cannot be made ({refusal(error).en}). Name another one.",
            f"{root}：无法建立文件夹（{refusal(error).zh}）。请另行指定。",
        ) from error
    toml.write(catalogue, EMPTY, LibraryError)
    return catalogue


def files_in(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The files named, those of a folder in the order of their names; and what in a folder is of no format that is
    read, or a link to a file outside it. What begins with a dot is neither."""
    wanted: list[Path] = []
    other: list[Path] = []
    for path in paths:
        if files.kind(path) != "folder":
            wanted.append(path)
            continue
        for inside in sorted(one for one in _below(path) if one.name not in (CATALOGUE, DECISIONS)):
            readable = inside.suffix.lower() in FORMATS and inside.suffix and _lies_in(inside, path)
            (wanted if readable else other).append(inside)
    return tuple(dict.fromkeys(wanted)), tuple(other)


def _lies_in(file: Path, folder: Path) -> bool:
    """Whether the file is in the folder wherever links in its path lead."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of links
        return False


def _below(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, hidden ones and what was built or taken out of a library left out;
    links to folders are not followed."""
    for at, folders, names in os.walk(folder):
        other = (INDEXES, SITE, REMOVED) if (Path(at) / CORPUS / CATALOGUE).is_file() else ()
        folders[:] = [name for name in folders if not name.startswith(".") and name not in other]
        yield from (Path(at) / name for name in names if not name.startswith((".", "~$")))


def add(root: Path, paths: Sequence[Path], today: str = "") -> Iterator[Outcome]:
    """Each file, copied into the library and described; one that cannot be is told and the others are added. Of what
    they implement the edition in force on a day is meant, or the last one."""
    shelf = _Shelf(root, today)
    read_in = [shelf.take(path) for path in paths]
    yield from shelf.written([one for one in read_in if isinstance(one, _Taken)])
    yield from (one for one in read_in if not isinstance(one, _Taken))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A document that has been copied in and described and is not yet in corpus.toml."""

    path: Path
    id: str
    file: str
    document: Document
    description: Description
    other_language: bool
    same_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the library holds under the words of a text."""

    id: str
    title: str
    other_language: bool

    def is_all_of(self, title: str, other_language: bool) -> bool:
        """Whether a text of the same words, of that title, says nothing that this one does not."""
        one, other = title_key(self.title), title_key(title)
        return (one in other or other in one) and self.other_language >= other_language


class _Shelf:
    """The library as it is while documents are put into it."""

    def __init__(self, root: Path, today: str) -> None:
        self.today = today
        self.corpus = root / CORPUS
        self.library = open_library(root)
        self.ids = {own_id.casefold() for own_id in self.library.ids}
        self.words: dict[str, _Known] = {}
        self.numbers: dict[Language, dict[str, frozenset[str]]] = {"zh": {}, "en": {}}
        self.editions: list[Shelved] = []
        self._unread = list(self.library.entries)
        self.described: dict[str, Description] = {}

    # ------------------------------------------------------------------------------------ taking files in

    def take(self, path: Path) -> _Taken | Twice | Left:
        """The file, copied and described."""
        try:
            source = read(path)
            self._know_all()
            document = parse(source)
            description = describe(document)
            two = holds(source.text, _other(source.language))
            words = _fingerprint(document)
            known = self.words.get(words)
            if known and known.is_all_of(description.title.value, two):
                return Twice(path=path, id=known.id)
            file = self._copied(path, source.sha256)
        except PolicydiffError as error:
            return Left(path=path, error=error)
        own_id = free_id(Path(file).stem, self.ids)
        self.ids.add(own_id.casefold())
        self._remember(own_id, document, description, two=two)
        entry = Entry(
            id=own_id,
            path=self.corpus / file,
            language=source.language,
            title=description.title.value,
            kind=description.kind.value,
            date=description.date.value,
        )
        self.editions.append(Shelved(entry, said_by(document, description)))
        return _Taken(
            path=path,
            id=own_id,
            file=file,
            document=document,
            description=description,
            other_language=two,
            same_as=known.id if known else "",
        )

    def _remember(self, own_id: str, document: Document, description: Description, *, two: bool) -> None:
        """Know a document by its words and its numbers; of two of the same words the first is known by them."""
        known = _Known(id=own_id, title=description.title.value, other_language=two)
        self.words.setdefault(_fingerprint(document), known)
        self.numbers[document.language][own_id] = numbers(document)

    def _know_all(self) -> None:
        """The words, the titles and the grounds of what the library holds; what cannot be read has none."""
        for entry in self._unread:
            self._know(entry)
        self._unread.clear()

    def _know(self, entry: Entry) -> None:
        said = Said(title=entry.title)
        try:
            document = document_of(entry)
            description = self.described[entry.id] = describe(document)
            said = said_by(document, description)
            two = holds(document.source.text, _other(document.language))
            self._remember(entry.id, document, description, two=two)
        except PolicydiffError:
            pass  # a build tells of it
        self.editions.append(Shelved(entry, said))

    def _copied(self, path: Path, sha256: str) -> str:
        """The name in corpus/ of a copy of the file; the file itself where it lies there already."""
        if path.resolve().is_relative_to(self.corpus.resolve()):
            return path.resolve().relative_to(self.corpus.resolve()).as_posix()
        name = free_name(self.corpus, safe_name(path), [one.file for one in self.library.refused])
        try:
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() != sha256:
                raise ReadError(
                    f"{path}: the file changed while it was read. Add it again.",
                    f"{path}：读取时文件有改动。请重新添加。",
                )
            files.put(self.corpus / name, data, lasting=True)
        except OSError as error:
            reason = refusal(error)
            raise ReadError(
                f"{path}: cannot be copied into {self.corpus} ({reason.en}).",
                f"{path}：无法复制到 {self.corpus}（{reason.zh}）。",
            ) from error
        return name

    # ---------------------------------------------------------------------------------- writing them down

    def written(self, taken: list[_Taken]) -> list[Added]:
        """What was taken stands in corpus.toml, with what it implements and what implements it."""
        if not taken:
            return []
        originals = self._originals(taken)
        editions = Editions(self.editions, self.today)
        resting = self._resting({one.id for one in taken}, editions)
        catalogue = self.corpus / CATALOGUE
        text = files.text_of(catalogue, LibraryError)
        text, written = with_grounds(text, self._unsaid(resting))
        added = [self._related(one, originals, editions, resting, written) for one in taken]
        toml.write(catalogue, with_blocks(text, list(map(_block, added)), catalogue), LibraryError)
        return added

    def _originals(self, taken: list[_Taken]) -> dict[str, Original]:
        """What each translation translates: each that is taken in, and each that the library
        holds and nobody has said it of."""
        fresh = {one.id: one.document for one in taken}

        def document(own_id: str) -> Document | None:
            return fresh.get(own_id) or self._read(own_id)

        chinese, english = self.numbers["zh"], self.numbers["en"]
        taken_in = [own_id for own_id in fresh if own_id in english]
        found = {own_id: original((own_id, english[own_id]), chinese, document) for own_id in taken_in}
        added = {own_id: chinese[own_id] for own_id in fresh if own_id in chinese}
        for entry in self.library.entries:
            if entry.id in english and not entry.translates:
                found[entry.id] = original((entry.id, english[entry.id]), added, document)
        return found

    def _read(self, own_id: str) -> Document | None:
        """A document that the library holds."""
        try:
            return document_of(self.library.entry(own_id))
        except PolicydiffError:
            return None

    def _related(
        self,
        one: _Taken,
        originals: Mapping[str, Original],
        editions: Editions[Shelved],
        resting: Mapping[str, Named],
        written: Collection[str],
    ) -> Added:
        found = grounds(one.description, editions, one.id)
        own = originals.get(one.id, Original())
        translates = own.ids[:1] if own.sure else ()
        said = one.description
        if translates:
            said = replace(said, kind=Fact(value="translation", sure=True))
        source = one.document.source
        on_it = [own for own, named in resting.items() if one.id in dict(named)]
        rule = [top for top in one.document.provisions if top.level != "annex"]
        inside = [provision for top in rule for provision in top.walk()]
        return Added(
            path=one.path,
            id=one.id,
            file=one.file,
            language=source.language,
            other_language=one.other_language,
            encoding=source.encoding,
            description=said,
            articles=sum(provision.level == "article" for provision in inside),
            leaves=sum(bool(provision.text) for provision in inside),
            annexes=len(one.document.provisions) - len(rule),
            problems=len(one.document.problems),
            implements=_by_ids(found.held),
            near=_by_ids(found.near),
            missing=found.missing,
            mentioned=_by_ids(found.mentioned),
            likely=None if said.kind.value != "local" or said.bases or found.mentioned else self._likely(one),
            implemented_by=tuple(own for own in on_it if own in written),
            needed_by=tuple(own for own in on_it if own not in written),
            translates=translates,
            may_translate=() if translates else own.ids,
            translated_by=tuple(name for name, of in originals.items() if one.id in of.ids and self._is_held(name)),
            same_as=one.same_as,
        )

    def _likely(self, one: _Taken) -> Named:
        """The central rules that a text speaks of, by their titles, likeliest first."""
        central = [(held, held.title) for held in self.editions if held.kind == "central" and held.id != one.id]
        speaks_of = [held for held, score in likeliest(one.document, central) if score >= LIKELY]
        return tuple((held.id, held.title) for held in speaks_of[:_MOST_LIKELY])

    def _is_held(self, own_id: str) -> bool:
        return any(entry.id == own_id for entry in self.library.entries)

    def _resting(self, fresh: Collection[str], editions: Editions[Shelved]) -> dict[str, Named]:
        """The documents that the library held before and that rest on any of these, with what they rest on of them."""
        grounds_of = ((own, rests_on(said, editions, own)) for own, said in self.described.items())
        found = ((own, _by_ids([one for one in named if one[0].id in fresh])) for own, named in grounds_of)
        return {own: named for own, named in found if named}

    def _unsaid(self, resting: Mapping[str, Named]) -> dict[str, Named]:
        """Those of which nobody has said that they are compared in place of this with what they quote or translate, or
        with another edition."""
        key = {one.id: one.key for one in self.editions}
        held = {entry.id: entry for entry in self.library.entries}
        unsaid: dict[str, Named] = {}
        for own_id, named in resting.items():
            entry = held[own_id]
            editions = {key.get(one) for one in entry.implements} & {key[one] for one, _ in named}
            if not (entry.translates or entry.quotes or editions):
                unsaid[own_id] = named
        return unsaid


def _by_ids(named: Sequence[tuple[Shelved, str]]) -> Named:
    return tuple((held.id, name) for held, name in named)


def _other(language: Language) -> Language:
    return "en" if language == "zh" else "zh"


def _fingerprint(document: Document) -> str:
    """The same for two documents whose provisions have the same words: whatever their formats, numbers, blanks, marks
    and widths, and what stands around the provisions."""
    words = "\n".join(skeleton(leaf.text) for leaf in document.leaves())
    return hashlib.sha256(f"{document.language} {words}".encode("utf-8", "replace")).hexdigest()


def _block(one: Added) -> str:
    return block(one.id, one.file, one.language, one.description, one.implements, one.translates)
