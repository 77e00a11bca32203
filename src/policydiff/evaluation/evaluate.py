"""Readings → figures: both texts are read and compared as ever, and the comparison is scored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.errors import TextMissingError
from policydiff.evaluation.gold import Gold, GoldSide
from policydiff.evaluation.places import placed, refuse_absent
from policydiff.evaluation.scoring import Score, score
from policydiff.ingest import read
from policydiff.library import open_library
from policydiff.model import Comparison, Source
from policydiff.parsing import parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A pair as readers aligned it, every unit in its place, as the tool compares it, and the figures."""

    gold: Gold
    comparison: Comparison
    score: Score


def evaluate(gold: Gold, texts: Path, library: Path) -> Evaluation:
    """The figures of a pair: its files below `texts`, its documents in the library.

    Reviewers' decisions do not apply: what is measured is the tool alone. Raises GoldError where the readings do not
    fit the texts, and what reading a text raises.
    """
    sources = source(gold.base, texts, library), source(gold.target, texts, library)
    base, target = (parse(text, id=_id(side)) for text, side in zip(sources, (gold.base, gold.target), strict=True))
    comparison = compare(align(base, target))
    whole = replace(gold, base=placed(gold.base, sources[0]), target=placed(gold.target, sources[1]))
    refuse_absent(whole, sources)
    return Evaluation(gold=whole, comparison=comparison, score=score(whole, comparison))


def source(side: GoldSide, texts: Path, library: Path) -> Source:
    """The text that the readers had; TextMissingError where it is not there or is another edition."""
    path = open_library(library).entry(side.document).path if side.document else texts / side.file
    if not path.is_file():
        raise TextMissingError(
            en=f"{path}: there is no such file. The folder that files are named from: --texts.",
            zh=f"{path}：没有这个文件。文件所在的文件夹用 --texts 指定。",
        )
    text = read(path, side.language)
    if side.sha256 and text.sha256 != side.sha256:
        raise TextMissingError(
            en=f"{path}: this is not the edition that was read. Read the pair anew.",
            zh=f"{path}：不是当时人工对照的版本。请重新对照。",
        )
    return text


def _id(side: GoldSide) -> str:
    return side.document or Path(side.file).name
