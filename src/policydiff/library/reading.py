"""A document of a library, as the library names it."""

from __future__ import annotations

from policydiff.library.library import Entry
from policydiff.model import Document, Language


def document_of(entry: Entry, language: Language | None = None, *, original: bool = False) -> Document:
    """The document, in the language that it is held in unless another is asked for."""
    from policydiff.ingest import read  # not with the names of documents, which a build has read already
    from policydiff.parsing import parse

    source = read(entry.path, language or entry.language, original=original)
    return parse(source, id=entry.id, title=entry.title_in(source.language))
