"""A document of a library, as the library names it."""

from __future__ import annotations

from policydiff.ingest import read
from policydiff.library.catalogue import Entry
from policydiff.model import Document, Language
from policydiff.parsing import parse


def document_of(entry: Entry, language: Language | None = None, *, original: bool = False) -> Document:
    """The document, in the language that it is held in unless another is asked for."""
    source = read(entry.path, language or entry.language, original=original)
    return parse(source, id=entry.id, title=entry.title_in(source.language))
