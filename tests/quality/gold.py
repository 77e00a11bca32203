"""The facts that the tool is measured against: what careful readers put beside what.

One JSON file a pair, in `pairs/` (documents of the bundled library) and in `laws/` (laws whose texts are not part of
this project), in the form without words that `policydiff.evaluation.reading` describes. `import_gold.py` writes them.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from policydiff.evaluation import Evaluation, Gold, evaluate, read
from policydiff.evaluation.evaluate import source as text_read
from policydiff.evaluation.gold import GoldSide
from policydiff.model import Document, Source
from policydiff.parsing import parse

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDERS = (HERE / "pairs", HERE / "laws")


def names(*, held_out: bool = False) -> tuple[str, ...]:
    """The pairs that may be measured, or those that are held out."""
    known = sorted(f"{file.parent.name}/{file.stem}" for folder in FOLDERS for file in folder.glob("*.json"))
    return tuple(name for name in known if gold(name).held_out is held_out)


@cache
def gold(name: str) -> Gold:
    """The facts of the pair of that name."""
    return read(HERE / f"{name}.json")


@cache
def evaluation(name: str) -> Evaluation:
    """The pair as the tool compares it today, and the figures; raises TextMissingError."""
    return evaluate(gold(name), laws(), ROOT)


@cache
def document(side: GoldSide) -> Document:
    """One side as the tool reads it today; raises TextMissingError."""
    return parse(source(side), id=side.document)


def source(side: GoldSide) -> Source:
    """The very text that the readers had; raises TextMissingError."""
    return text_read(side, laws(), ROOT)


def laws() -> Path:
    """The folder of law texts, which are no part of this project."""
    return Path(os.environ.get("POLICYDIFF_LAWS") or ROOT.parent / "shared" / "laws")
