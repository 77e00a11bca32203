"""tantivy, for a library that has outgrown whoosh: written in Rust, it comes with the extra `fast`.

It is given the same tokens, set apart by blanks, and files where they stand: it finds runs by itself. It has no use
for a segment before the others are known; it indexes all records in the time whoosh takes for some.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import numpy as np
import tantivy

from policydiff.library import TANTIVY
from policydiff.search.engine import FIELDS, Engine, Field, Filed, Run, bounded, tokens
from policydiff.search.records import Numbers, Record, records_of

_NUMBER = "number"
_MEMORY = 256_000_000  # bytes of postings that are held while writing


class Tantivy(Engine):
    """The engine in Rust."""

    version = f"{TANTIVY} {metadata.version(TANTIVY)}"

    def write(self, folder: Path, segments: Sequence[Filed]) -> None:
        """All records, in the order of their numbers."""
        index = tantivy.Index(_schema(), path=str(folder))
        writer = index.writer(heap_size=_MEMORY, num_threads=1)
        number = 0
        for one in segments:
            for record in records_of(one.columns):
                writer.add_document(_document(record, number))
                number += 1
        writer.commit()
        writer.wait_merging_threads()

    @contextmanager
    def opened(self, folder: Path) -> Iterator[_Reader]:
        """The index in a folder."""
        yield _Reader(tantivy.Index.open(str(folder)))


class _Reader:
    def __init__(self, index: tantivy.Index) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()

    def counts(self, asked: Sequence[tuple[Field, str]]) -> list[int]:
        return [self._searcher.doc_freq(field, bounded(token)) for field, token in asked]

    def candidates(self, runs: Sequence[Run]) -> Numbers:
        every = [(tantivy.Occur.Must, self._query(run)) for run in runs]
        asked = tantivy.Query.const_score_query(tantivy.Query.boolean_query(every), 1.0)
        hits = self._searcher.search(asked, limit=max(self._searcher.num_docs, 1), count=False).hits
        numbers = self._searcher.fast_field_values(_NUMBER, [address for _, address in hits])
        return np.sort(np.array(numbers, dtype=np.int64))

    def _query(self, run: Run) -> tantivy.Query:
        if len(run.tokens) == 1:
            return tantivy.Query.term_query(self._schema, run.field, bounded(run.tokens[0]), "basic")
        return tantivy.Query.phrase_query(self._schema, run.field, [bounded(token) for token in run.tokens])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder().add_unsigned_field(_NUMBER, fast=True)
    for field in FIELDS:
        places = "position" if field == "unit" else "basic"
        builder.add_text_field(field, tokenizer_name="whitespace", index_option=places)
    return builder.build()


def _document(record: Record, number: int) -> tantivy.Document:
    """The tokens with blanks between them, which no token has in itself; units where they stand."""
    made = tantivy.Document()
    made.add_unsigned(_NUMBER, number)
    made.add_text("unit", " ".join(map(bounded, record.units)))
    for field in ("stem", "step"):
        if held := " ".join(tokens(record, field)):
            made.add_text(field, held)
    return made
