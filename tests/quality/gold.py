"""The facts that the tool is measured against: what careful readers put beside what.

One JSON file a pair, in `pairs/` (documents of the bundled library) and in `laws/` (laws whose texts are not
part of this project: identifiers, places and fingerprints alone). `import_gold.py` writes them.

    base, target   the document's id in corpus.toml, or the file below the folder of laws; the sha256 of the file;
                   `units` in reading order: [eid, the reader's citation, fingerprint, "start-end start-end"]
    links          eids beside eids; relation identical, changed, or either where both are right
    optional       pairs that a careful reader could make or not: scored neither right nor wrong
    changes        substantive changes: type, eid or null on each side, the words ("" where a side is silent)
    held_out       true: never looked at while the tool is worked on

The places count characters of the decoded file, so they do not depend on how the tool cuts a text; the
fingerprint is the first 12 hexadecimal digits of the sha256 of the unit's letters and digits.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.ingest import read
from policydiff.library import open_library
from policydiff.model import Comparison, Document, Language, Source
from policydiff.parsing import parse
from policydiff.text import skeleton

Relation = Literal["identical", "changed", "either"]

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDERS = (HERE / "pairs", HERE / "laws")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The smallest piece that readers linked: a leaf of a bundled document, an article of a law."""

    eid: str
    label: str
    fingerprint: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One document of a pair; `document` is its id in the library, empty for a law."""

    document: str
    file: str
    language: Language
    sha256: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLink:
    """Units that a lawyer would lay side by side; `topical` where they share the subject, not the wording."""

    base: tuple[str, ...]
    target: tuple[str, ...]
    relation: Relation
    topical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A substantive change that a reviewer would want flagged."""

    type: str
    base: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A pair as careful readers aligned it."""

    name: str
    base: Side
    target: Side
    links: tuple[GoldLink, ...]
    optional: frozenset[tuple[str, str]] = frozenset()
    changes: tuple[Change, ...] = ()
    held_out: bool = False


class TextMissingError(Exception):
    """The text of a pair is not on this machine, or is another edition of it; the message says which."""


def fingerprint(text: str) -> str:
    """The same for texts that differ in punctuation, blanks and width alone."""
    return hashlib.sha256(skeleton(text).encode("utf-8")).hexdigest()[:12]


def names(*, held_out: bool = False) -> tuple[str, ...]:
    """The pairs that may be measured, or those that are held out."""
    files = sorted(file for folder in FOLDERS for file in folder.glob("*.json"))
    return tuple(f"{file.parent.name}/{file.stem}" for file in files if _facts(file).get("held_out", False) is held_out)


def gold(name: str) -> Gold:
    """The facts of the pair of that name."""
    facts = _facts(HERE / f"{name}.json")
    return Gold(
        name=name,
        base=_side(facts["base"]),
        target=_side(facts["target"]),
        links=tuple(_link(link) for link in facts["links"]),
        optional=frozenset((base, target) for base, target in facts["optional"]),
        changes=tuple(
            Change(type=c["type"], base=c["base_phrase"], target=c["target_phrase"]) for c in facts.get("changes", ())
        ),
        held_out=facts.get("held_out", False),
    )


@cache
def comparison(name: str) -> Comparison:
    """The pair as the tool compares it today; raises TextMissingError."""
    pair = gold(name)
    return compare(align(document(pair.base), document(pair.target)))


@cache
def document(side: Side) -> Document:
    """One side as the tool reads it today; raises TextMissingError."""
    return parse(source(side), id=side.document)


def source(side: Side) -> Source:
    """The very text that the readers had; raises TextMissingError."""
    path = open_library(ROOT).entry(side.document).path if side.document else laws() / side.file
    if not path.is_file():
        raise TextMissingError(f"{side.file} is not in {laws()}; POLICYDIFF_LAWS names the folder of laws")
    text = read(path, side.language)
    if text.sha256 != side.sha256:
        raise TextMissingError(f"{path} is not the edition that was read: import the readers' facts anew")
    return text


def laws() -> Path:
    """The folder of law texts, which are no part of this project."""
    return Path(os.environ.get("POLICYDIFF_LAWS") or ROOT.parent / "shared" / "laws")


@cache
def _facts(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text(encoding="utf-8")))


def _side(facts: dict[str, Any]) -> Side:
    return Side(
        document=facts.get("document", ""),
        file=facts.get("file", ""),
        language=facts["language"],
        sha256=facts["sha256"],
        units=tuple(
            Unit(eid=eid, label=label, fingerprint=print_, spans=tuple(_spans(places)))
            for eid, label, print_, places in facts["units"]
        ),
    )


def _spans(places: str) -> Iterator[tuple[int, int]]:
    for place in places.split():
        start, _, end = place.partition("-")
        yield int(start), int(end)


def _link(facts: dict[str, Any]) -> GoldLink:
    return GoldLink(
        base=tuple(facts["base"]),
        target=tuple(facts["target"]),
        relation=facts["relation"],
        topical=facts.get("kind") == "topical",
    )
