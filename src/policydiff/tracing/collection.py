"""The provisions of a library, ready to be traced to: what each document is, and an index of its articles.

    Holding       a document: what the library knows of it, and where its provisions begin
    Collection    all of them, their provisions, and the index over those

A provision here is an article, or a numbered point with all that is below it (alignment/units.py). Clauses that every
rule has, who interprets it and when it enters into force, are held and shown but stand in no index: they are alike
everywhere and come from nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.roles import LONGEST, roles
from policydiff.alignment.units import units
from policydiff.eid import labels
from policydiff.model import Document, DocumentKind, Language
from policydiff.tracing.index import Index, Numbers
from policydiff.tracing.texts import Texts

STOCK = ("force", "interpretation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A provision that is traced. One that is `stock` comes from nowhere."""

    eid: str
    label: str
    text: str
    stock: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A document of the library; its `key` is the same for all editions of one rule.

    `bases` are the titles that it says it rests on, `implements` the ids that corpus.toml names; `date` is when it was
    made, `effective` when it says that it enters into force. As long as `sha256`, that of its file, and `told`, what
    the catalogue says, are the same, so is what is held. Its provisions are numbered from `first`.
    """

    id: str
    title: str
    key: str
    kind: DocumentKind
    language: Language
    date: str
    effective: str
    sha256: str
    told: str
    bases: tuple[str, ...]
    implements: tuple[str, ...]
    first: int
    provisions: int

    @property
    def numbers(self) -> range:
        """The numbers of its provisions."""
        return range(self.first, self.first + self.provisions)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionColumns:
    """Provisions as a collection holds them."""

    eids: Texts
    labels: Texts
    texts: Texts
    stock: NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Collection:
    """The documents in the order of the library; provision n is cited `labels[n]` and says `texts[n]`."""

    holdings: tuple[Holding, ...]
    eids: Texts
    labels: Texts
    texts: Texts
    stock: NDArray[np.bool_]
    index: Index

    @cached_property
    def owner(self) -> Numbers:
        """The document of each provision."""
        return np.repeat(np.arange(len(self.holdings)), [holding.provisions for holding in self.holdings])

    @cached_property
    def by_id(self) -> dict[str, Holding]:
        """Each document by its id."""
        return {holding.id: holding for holding in self.holdings}

    def holding(self, number: int) -> Holding:
        """The document of a provision."""
        return self.holdings[int(self.owner[number])]

    def among(self, holdings: Iterable[Holding]) -> NDArray[np.bool_]:
        """Which provisions are of these documents."""
        out = np.zeros(len(self.texts), bool)
        for holding in holdings:
            out[holding.numbers.start : holding.numbers.stop] = True
        return out

    def columns(self, holding: Holding) -> ProvisionColumns:
        """A document's provisions, to be held in another collection."""
        first, end = holding.numbers.start, holding.numbers.stop
        eids, labels, texts = (column.between(first, end) for column in (self.eids, self.labels, self.texts))
        return ProvisionColumns(eids=eids, labels=labels, texts=texts, stock=np.asarray(self.stock)[first:end])

    def units(self, holding: Holding) -> list[Unit]:
        """A document's provisions."""
        return [
            Unit(eid=self.eids[n], label=self.labels[n], text=self.texts[n], stock=bool(self.stock[n]))
            for n in holding.numbers
        ]

    def place(self, holding: Holding, eid: str) -> int | None:
        """The number of a document's provision of that eid."""
        return next((n for n in holding.numbers if self.eids[n] == eid), None)


def units_of(document: Document) -> list[Unit]:
    """The provisions of a document that are traced, in reading order."""
    found = units(document)
    named = labels(document)
    stock = {found.owner[leaf] for role, leaf in roles(found, document.language).items() if role in STOCK}
    return [
        Unit(
            eid=eid,
            label=named.get(eid, eid),
            text=text,
            stock=k in stock and len(text) <= LONGEST,
        )
        for k, (eid, text) in enumerate(zip(found.eids, found.texts(), strict=True))
    ]
