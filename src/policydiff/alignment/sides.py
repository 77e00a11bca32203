"""What is known of a document by itself, whichever document it is laid beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.citations import cited, named
from policydiff.alignment.cuts import Cut, cut_into_clauses, cut_up
from policydiff.alignment.holdings import Wordings, wordings
from policydiff.alignment.letters import skeletons
from policydiff.alignment.meanings import Directions
from policydiff.alignment.roles import punishes, roles
from policydiff.alignment.units import Units, units
from policydiff.model import Document, Language

_KEPT = 4  # the central rule that rule after rule is laid beside, and the last of those


@dataclass(frozen=True, kw_only=True)
class Side:
    """A document's units, and what can be told of them before the other document is known; each is worked out when it
    is first asked for."""

    title: str
    language: Language
    units: Units

    @cached_property
    def roles(self) -> dict[str, int]:
        """The leaf that plays each role of a formal clause."""
        return roles(self.units, self.language)

    @cached_property
    def cited(self) -> list[list[int]]:
        """For each unit the units of the same document that it cites."""
        return cited(self.unit_texts, self.units)

    @cached_property
    def named(self) -> list[list[tuple[str, str]]]:
        """For each unit the instruments whose provisions it cites, by title, each with the places cited."""
        return [named(text) for text in self.unit_texts]

    @cached_property
    def is_free(self) -> bool:
        """Whether the document is not cut into articles: an opinion, a plan, a notice."""
        return not any(eid.startswith("art_") for eid in self.units.eids)

    @cached_property
    def items(self) -> list[int]:
        """The leaves that are items of a list."""
        return [n for n, leaf in enumerate(self.units.leaves) if leaf.num and self.units.above[n] is not None]

    @cached_property
    def introductions(self) -> list[int]:
        """The leaves that introduce items and are none themselves."""
        over = {above for n, above in enumerate(self.units.above) if above is not None and self.units.leaves[n].num}
        return sorted(over.difference(self.items))

    @cached_property
    def punishes(self) -> NDArray[np.bool_]:
        """Whether each unit names a penalty."""
        return np.array([punishes(text, self.language) for text in self.unit_texts], bool)

    @cached_property
    def leaf_punishes(self) -> NDArray[np.bool_]:
        """Whether each leaf names a penalty, itself or in a leaf that introduces it."""
        out = np.array([punishes(text, self.language) for text in self.leaf_texts], bool)
        for i, above in enumerate(self.units.above):  # what introduces a leaf stands before it
            if above is not None:
                out[i] |= out[above]
        return out

    @cached_property
    def begins(self) -> NDArray[np.bool_]:
        """Whether each leaf is the first of its unit."""
        return np.diff(self.units.owner, prepend=-1) > 0

    @cached_property
    def leaf_texts(self) -> list[str]:
        """The words of each leaf."""
        return self.units.leaf_texts()

    @cached_property
    def unit_texts(self) -> list[str]:
        """The words of each unit."""
        return self.units.texts()

    @cached_property
    def leaf_letters(self) -> list[str]:
        """The letters and digits of each leaf alone."""
        return skeletons(self.leaf_texts)

    @cached_property
    def leaf_lengths(self) -> list[int]:
        """How many letters and digits each leaf has."""
        return [*map(len, self.leaf_letters)]

    @cached_property
    def unit_lengths(self) -> list[int]:
        """How many letters and digits each unit has."""
        return [sum(self.leaf_lengths[i] for i in member) for member in self.units.members]

    @cached_property
    def cut_leaves(self) -> Cut:
        """The sentences of the leaves."""
        return cut_up(self.leaf_texts)

    @cached_property
    def cut_units(self) -> Cut:
        """The same, as sentences of the units."""
        return self.cut_leaves.within(self.units.owner)

    @cached_property
    def cut_clauses(self) -> Cut:
        """The clauses of the units."""
        return cut_into_clauses(self.leaf_texts).within(self.units.owner)

    @cached_property
    def wordings(self) -> Wordings:
        """The runs of characters that leaves, units, sentences and clauses hold."""
        sentences, clauses = self.cut_leaves.texts, self.cut_clauses.texts
        return wordings(self.leaf_texts, self.unit_texts, sentences, clauses, self.language)

    @cached_property
    def leaf_directions(self) -> Directions:
        """What the leaves are about."""
        return Directions.of(self.leaf_texts, self.language)

    @cached_property
    def unit_directions(self) -> Directions:
        """What the units are about."""
        return Directions.of(self.unit_texts, self.language)

    @cached_property
    def sentence_directions(self) -> Directions:
        """What the sentences are about."""
        return Directions.of(self.cut_leaves.texts, self.language)


@lru_cache(maxsize=_KEPT)
def side(document: Document) -> Side:
    """What is known of a document by itself."""
    return Side(title=document.title, language=document.language, units=units(document))
