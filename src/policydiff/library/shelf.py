"""A library while documents are put into it: each file is read, told from what is there, copied in and described.

What is copied is what was read; a file that changes meanwhile is not taken. What the library holds is read when the
first file is taken: a text that it holds already is known by its words, whatever its format.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from policydiff import files
from policydiff.errors import PolicydiffError, ReadError, refusal
from policydiff.ingest import read
from policydiff.ingest.language import holds
from policydiff.library.catalogue import open_library
from policydiff.library.describe import Description, describe, title_key
from policydiff.library.editions import Said, Shelved, said_by
from policydiff.library.library import CORPUS, Entry
from policydiff.library.names import free_id, free_name, safe_name
from policydiff.library.outcomes import Left, Twice
from policydiff.library.reading import document_of
from policydiff.library.translations import numbers
from policydiff.model import Document, Language
from policydiff.parsing import parse
from policydiff.text import letters_and_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
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


class Shelf:
    """The library as it is while documents are put into it."""

    def __init__(self, root: Path) -> None:
        self.corpus = root / CORPUS
        self.library = open_library(root)
        self._ids = {own_id.casefold() for own_id in self.library.ids}
        self._words: dict[str, _Known] = {}
        self.numbers: dict[Language, dict[str, frozenset[str]]] = {"zh": {}, "en": {}}
        self.editions: list[Shelved] = []
        self.described: dict[str, Description] = {}
        self._unread = list(self.library.entries)

    def take(self, path: Path) -> Taken | Twice | Left:
        """The file, copied and described."""
        try:
            source = read(path)
            self._know_all()
            document = parse(source)
            description = describe(document)
            two = holds(source.text, _other(source.language))
            words = _fingerprint(document)
            known = self._words.get(words)
            if known and known.is_all_of(description.title.value, two):
                return Twice(path=path, id=known.id)
            file = self._copied(path, source.sha256)
        except PolicydiffError as error:
            return Left(path=path, error=error)
        own_id = free_id(Path(file).stem, self._ids)
        self._ids.add(own_id.casefold())
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
        return Taken(
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
        self._words.setdefault(_fingerprint(document), known)
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
                    en=f"{path}: the file changed while it was read. Add it again.",
                    zh=f"{path}：读取时文件有改动。请重新添加。",
                )
            files.put(self.corpus / name, data, lasting=True)
        except OSError as error:
            reason = refusal(error)
            raise ReadError(
                en=f"{path}: cannot be copied into {self.corpus} ({reason.en}).",
                zh=f"{path}：无法复制到 {self.corpus}（{reason.zh}）。",
            ) from error
        return name


def _other(language: Language) -> Language:
    return "en" if language == "zh" else "zh"


def _fingerprint(document: Document) -> str:
    """The same for two documents whose provisions have the same words: whatever their formats, numbers, blanks, marks
    and widths, and what stands around the provisions."""
    words = "\n".join(letters_and_numbers(leaf.text) for leaf in document.leaves())
    return hashlib.sha256(f"{document.language} {words}".encode("utf-8", "replace")).hexdigest()
