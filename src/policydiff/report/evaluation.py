"""Figures for the terminal and for programs.

   F1      P      R  textual R       status     coverage  flagged  typed  findings  pair
0.978  1.000  0.957      1.000  0.967/0.960  1.000/1.000    0.841  0.682     2.400  central__ours
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import fmean
from typing import Any

from policydiff import eid
from policydiff.evaluation import Evaluation
from policydiff.evaluation.gold import GoldChange, GoldSide, UnitPair
from policydiff.evaluation.places import words
from policydiff.evaluation.scoring import Score
from policydiff.model import Document, Language
from policydiff.quoting import shortened
from policydiff.report.terminal import visible, width
from policydiff.wording import COLON, FINDING

SCHEMA = "policydiff.evaluation/1"

Json = dict[str, Any]

FIGURES: dict[str, Callable[[Score], float | None]] = {
    "f1": lambda score: score.f1,
    "precision": lambda score: score.precision,
    "recall": lambda score: score.recall,
    "textual_recall": lambda score: score.textual_recall,
    "base_status": lambda score: score.base_status,
    "target_status": lambda score: score.target_status,
    "base_coverage": lambda score: score.base_coverage,
    "target_coverage": lambda score: score.target_coverage,
    "flagged": lambda score: score.flagged,
    "typed": lambda score: score.typed,
    "findings_per_changed_row": lambda score: score.findings_per_changed_row,
}
# The columns of the table: one figure, or those of the base and of the target.
_COLUMNS: tuple[tuple[tuple[str, ...], dict[Language, str]], ...] = (
    (("f1",), {"zh": "F1", "en": "F1"}),
    (("precision",), {"zh": "查准", "en": "P"}),
    (("recall",), {"zh": "查全", "en": "R"}),
    (("textual_recall",), {"zh": "文字查全", "en": "textual R"}),
    (("base_status", "target_status"), {"zh": "状态", "en": "status"}),
    (("base_coverage", "target_coverage"), {"zh": "覆盖", "en": "coverage"}),
    (("flagged",), {"zh": "已提示", "en": "flagged"}),
    (("typed",), {"zh": "类型对", "en": "typed"}),
    (("findings_per_changed_row",), {"zh": "每行提示", "en": "findings"}),
)
_WORDS: dict[str, dict[Language, str]] = {
    "pair": {"zh": "对照组", "en": "pair"},
    "mean": {"zh": "平均", "en": "mean"},
    "missed": {"zh": "漏配", "en": "missed link"},
    "wrong": {"zh": "误配", "en": "wrong link"},
    "unflagged": {"zh": "变更未提示", "en": "change not flagged"},
    "none": {"zh": "没有漏配、误配和未提示的变更", "en": "nothing missed, wrong or not flagged"},
    "silent": {"zh": "（无）", "en": "(nothing)"},
}
_HEAD, _TAIL = 24, 0


def table(evaluations: Sequence[Evaluation], *, ui: Language) -> str:
    """The figures of each pair, one a line, and their means where there are several; the names stand last."""
    rows = [[*(head[ui] for _, head in _COLUMNS), _WORDS["pair"][ui]]]
    rows += [[*_cells(_figures(one.score)), visible(one.gold.name)] for one in evaluations]
    if len(evaluations) > 1:
        rows.append([*_cells(means(evaluations)), _WORDS["mean"][ui]])
    widths = [max(map(width, column)) for column in list(zip(*rows, strict=True))[:-1]]
    return "".join(_line(row, widths) for row in rows)


def _line(row: list[str], widths: list[int]) -> str:
    padded = (" " * (wide - width(cell)) + cell for cell, wide in zip(row, widths, strict=False))
    return "  ".join([*padded, row[-1]]) + "\n"


def _cells(figures: dict[str, float | None]) -> Iterator[str]:
    return ("/".join(_shown(figures[key]) for key in keys) for keys, _ in _COLUMNS)


def _shown(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.3f}"


def _figures(score: Score) -> dict[str, float | None]:
    return {key: figure(score) for key, figure in FIGURES.items()}


def means(evaluations: Sequence[Evaluation]) -> dict[str, float | None]:
    """The mean of each figure over the pairs that have it; None where none has."""
    each = [_figures(one.score) for one in evaluations]
    told = {key: [value for figures in each if (value := figures[key]) is not None] for key in FIGURES}
    return {key: fmean(values) if values else None for key, values in told.items()}


# ------------------------------------------------------------------------------ what stands behind them


def details(evaluation: Evaluation, *, ui: Language) -> str:
    """The links that are missed and that are wrong, and the changes without a finding, each with its citations."""
    score, cited = evaluation.score, _Cited(evaluation)
    lines = [visible(evaluation.gold.name)]
    for key, pairs in (("missed", score.missed), ("wrong", score.wrong)):
        lines += [f"  {_WORDS[key][ui]}{COLON[ui]}{cited.pair(pair)}" for pair in cited.ordered(pairs)]
    lines += [f"  {_WORDS['unflagged'][ui]}{COLON[ui]}{cited.change(one, ui)}" for one in score.unflagged]
    if len(lines) == 1:
        lines.append(f"  {_WORDS['none'][ui]}")
    return "\n".join(lines) + "\n"


class _Cited:
    """The units of a pair as a reader looks them up."""

    def __init__(self, evaluation: Evaluation) -> None:
        gold, comparison = evaluation.gold, evaluation.comparison
        self.base = _citations(gold.base, comparison.base)
        self.target = _citations(gold.target, comparison.target)
        self._place = {unit.id: place for place, unit in enumerate(gold.base.units)}
        self._place_of_target = {unit.id: place for place, unit in enumerate(gold.target.units)}

    def ordered(self, pairs: Iterable[UnitPair]) -> list[UnitPair]:
        """The pairs in the order of the base, then of the target."""
        return sorted(pairs, key=lambda pair: (self._place[pair[0]], self._place_of_target[pair[1]]))

    def pair(self, pair: UnitPair) -> str:
        return " → ".join(
            f"{side[unit][0]} “{shortened(side[unit][1], head=_HEAD, tail=_TAIL)}”"
            for side, unit in zip((self.base, self.target), pair, strict=True)
        )

    def change(self, change: GoldChange, ui: Language) -> str:
        sides = ((self.base, change.base_unit, change.base), (self.target, change.target_unit, change.target))
        said = (
            f"{side[unit][0] if unit else ''} {f'“{visible(phrase)}”' if phrase else _WORDS['silent'][ui]}".strip()
            for side, unit, phrase in sides
        )
        return f"{FINDING[change.type][ui]}{COLON[ui]}{' → '.join(said)}"


def _citations(side: GoldSide, document: Document) -> dict[str, tuple[str, str]]:
    """The citation of each unit, the document's own where the unit is known by an eid, and its words."""
    labels = eid.labels(document)
    return {
        unit.id: (
            visible(labels.get(unit.id) or unit.label or unit.id),
            visible(unit.text or words(unit, document.source)),
        )
        for unit in side.units
    }


def as_json(evaluations: Sequence[Evaluation], held_out: Sequence[str]) -> Json:
    """All of it; a figure is null where the readings cannot tell it. `held_out`: pairs that were not measured."""
    return {
        "schema": SCHEMA,
        "pairs": [_pair(one) for one in evaluations],
        "means": _rounded(means(evaluations)),
        "held_out": list(held_out),
    }


def _pair(evaluation: Evaluation) -> Json:
    score, cited = evaluation.score, _Cited(evaluation)
    return {
        "pair": evaluation.gold.name,
        "figures": _rounded(_figures(score)),
        "missed": [_units(pair, cited) for pair in cited.ordered(score.missed)],
        "wrong": [_units(pair, cited) for pair in cited.ordered(score.wrong)],
        "unflagged": [_change(change, cited) for change in score.unflagged],
    }


def _rounded(figures: dict[str, float | None]) -> dict[str, float | None]:
    return {key: None if value is None else round(value, 4) for key, value in figures.items()}


def _units(pair: UnitPair, cited: _Cited) -> Json:
    return {"base": _unit(pair[0], cited.base), "target": _unit(pair[1], cited.target)}


def _unit(id: str, side: dict[str, tuple[str, str]]) -> Json | None:
    return {"id": id, "label": side[id][0], "text": side[id][1]} if id else None


def _change(change: GoldChange, cited: _Cited) -> Json:
    return {
        "type": change.type,
        "base": _unit(change.base_unit, cited.base),
        "target": _unit(change.target_unit, cited.target),
        "base_phrase": change.base,
        "target_phrase": change.target,
    }
