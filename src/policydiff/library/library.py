"""What a library is: where it lies, its documents as corpus.toml tells of them, and which are compared."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast, get_args

from policydiff import files
from policydiff.errors import LibraryError
from policydiff.library.offers import MOST_OFFERED, near, offer
from policydiff.model import DocumentKind, Language, Relation
from policydiff.quoting import shortened
from policydiff.text import skeleton

CORPUS = "corpus"
INDEXES, SITE = "indexes", "site"  # what a build makes; see policydiff.build
REMOVED = "removed"  # what was taken out of the library, to be had back
CATALOGUE = "corpus.toml"
DECISIONS = "decisions.toml"  # what reviewers decided; see policydiff.decisions
EngineName = Literal["whoosh", "tantivy", "opensearch"]
WHOOSH: Final = "whoosh"
TANTIVY: Final = "tantivy"
OPENSEARCH: Final = "opensearch"  # this one keeps its part of the index outside of the library
ENGINES: tuple[EngineName, ...] = get_args(EngineName)
RELATIONS: tuple[Relation, ...] = get_args(Relation)

_LEAST_NAME = 2  # letters of a title that are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What corpus.toml says of one document; `path` exists and lies in the library's corpus folder. `edition` is the
    year, or the date, by which it is told from others of the library that bear its title."""

    id: str
    path: Path
    language: Language
    title: str
    kind: DocumentKind
    implements: tuple[str, ...] = ()
    translates: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    issuer: str = ""
    date: str = ""
    edition: str = ""

    def name(self, title: str) -> str:
        """What the document is called whose text bears this title: as the catalogue says, else so, else its id."""
        return self.title or title or self.id

    def title_in(self, language: Language) -> str:
        """The title that the catalogue gives the document; none to the half of its file in the other language."""
        return self.title if language == self.language else ""

    def related(self, relation: Relation) -> tuple[str, ...]:
        """The ids of the documents that this one implements, translates or quotes."""
        return cast(tuple[str, ...], getattr(self, relation))


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A document of corpus.toml whose file may not or cannot be read, and why: it is missing, lies outside the corpus
    folder wherever links lead, or cannot be looked at. The others of the library are as they would be without it."""

    id: str
    file: str
    error: LibraryError


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two documents to compare: the target implements, translates or quotes the base."""

    base: Entry
    target: Entry
    relation: Relation

    @property
    def ids(self) -> tuple[str, str]:
        """Those of the two, the base's first."""
        return self.base.id, self.target.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The documents of a library in the order of corpus.toml; every id they name is one of theirs, or of the refused
    ones."""

    root: Path
    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...] = ()
    engine: EngineName = WHOOSH  # what searches it
    index: str = ""  # what that calls its index where it keeps it outside of the library

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that are taken."""
        return (*(entry.id for entry in self.entries), *(one.id for one in self.refused))

    def entry(self, id: str) -> Entry:
        """The document of that id; LibraryError says why its file is refused, or lists the ids that look alike."""
        for entry in self.entries:
            if entry.id == id:
                return entry
        for one in self.refused:
            if one.id == id:
                raise one.error
        catalogue = self.root / CORPUS / CATALOGUE
        meant, said = self._titled(id), shortened(id, head=80, tail=40)
        raise LibraryError(
            en=f"{catalogue}: no document {said!r} in the library. {offer(meant) if meant else near(id, self.ids)}",
            zh=f"{catalogue}：文件库中没有编号为 {said} 的文件。"
            f"{offer(meant, 'zh') if meant else near(id, self.ids, 'zh')}",
        )

    def entry_at(self, path: Path) -> Entry | None:
        """The document that a file is; None of a file that is none of the library's."""
        return next((entry for entry in self.entries if files.is_same(entry.path, path)), None)

    def _titled(self, name: str) -> tuple[str, ...]:
        """The ids of the first documents in whose titles a name stands, that of this very title before all."""
        said = skeleton(name)
        if len(said) < _LEAST_NAME:
            return ()
        held = [(title != said, entry.id) for entry in self.entries if said in (title := skeleton(entry.title))]
        return tuple(id_ for _, id_ in sorted(held)[:MOST_OFFERED])

    def pairs(self) -> tuple[Pair, ...]:
        """Every document beside what it implements, translates or quotes, but for refused ones; two documents make one
        pair."""
        held = {entry.id: entry for entry in self.entries}
        found: dict[tuple[str, str], Pair] = {}
        for target in self.entries:
            for relation in RELATIONS:
                for base_id in target.related(relation):
                    if base := held.get(base_id):
                        found.setdefault((base_id, target.id), Pair(base=base, target=target, relation=relation))
        return tuple(found.values())


def sha256_of(path: Path) -> str:
    """The hash of a file; of one that cannot be read, why, and whoever needs its text will tell the user."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return f"cannot be read: {error.errno}"


def decisions_file(root: Path) -> Path:
    """Where reviewers' decisions on the library in a folder stand, whether there are any or not."""
    return root / CORPUS / DECISIONS
