"""What careful readers made of a pair of texts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from policydiff.model import FindingType, Language
from policydiff.text import skeleton

GoldRelation = Literal["identical", "changed", "either"]
UnitPair = tuple[str, str]

_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldUnit:
    """The smallest piece that readers linked: a paragraph or an item of a rule, or a whole article.

    Its words are known by `text`, or by their places in the source and a fingerprint. `label` is the readers'
    citation of it.
    """

    id: str
    label: str = ""
    text: str = ""
    fingerprint: str = ""
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSide:
    """One text of a pair: a document of a library, or a file; `sha256` is empty where any edition may serve."""

    document: str = ""
    file: str
    language: Language
    sha256: str = ""
    units: tuple[GoldUnit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLink:
    """Units that a lawyer would lay side by side; `topical` where they share the subject, not the wording.

    `either`: both unchanged and changed are right.
    """

    base: tuple[str, ...]
    target: tuple[str, ...]
    relation: GoldRelation
    topical: bool = False

    def pairs(self) -> Iterable[UnitPair]:
        """Every unit of one side with every unit of the other."""
        return ((base, target) for base in self.base for target in self.target)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldChange:
    """A substantive change that a reviewer would want flagged: the words, empty where a side is silent, and the
    units they stand in."""

    type: FindingType
    base: str
    target: str
    base_unit: str = ""
    target_unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A pair as careful readers aligned it.

    `optional` pairs of units could be linked or not: they are scored neither right nor wrong. A pair that is
    `held_out` is never looked at while the tool is worked on.
    """

    name: str
    base: GoldSide
    target: GoldSide
    links: tuple[GoldLink, ...]
    optional: frozenset[UnitPair] = frozenset()
    changes: tuple[GoldChange, ...] = ()
    held_out: bool = False


def fingerprint(text: str) -> str:
    """The same for texts that differ in punctuation, blanks and width alone."""
    return hashlib.sha256(skeleton(text).encode("utf-8", "replace")).hexdigest()[:_LENGTH]
