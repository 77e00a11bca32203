"""The evidence for every pair of texts of two documents: their words, their subject, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from policydiff.alignment.cuts import Cut
from policydiff.alignment.evidence import Both, Evidence, Matrix, Scores, clause_likeness, evidence
from policydiff.alignment.holdings import Mask
from policydiff.alignment.leads import clause_leads
from policydiff.alignment.meanings import likeness
from policydiff.alignment.position import out_of_place
from policydiff.alignment.sides import Side
from policydiff.alignment.translation import translation_evidence, translation_votes
from policydiff.model import Language

Clauses = list[tuple[int | None, int | None]]

_SUBJECT, _OFF_SUBJECT = 0.2, 0.15  # what being about one subject adds, and how much of it says nothing
_DOUBT = 0.1  # what being out of place takes away


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What speaks for each pair of texts, wherever they stand: their words, their subject, and both, `weighed`."""

    wording: Evidence
    subject: Scores
    weighed: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What speaks for each pair of leaves, and for each pair of units; how far ahead of all others two units are for
    single clauses of each other (between Chinese documents); and how much each two sentences are about the same."""

    leaves: Look
    units: Look
    clauses: Scores
    sentences: Scores


def looks(base: Side, target: Side) -> Looks:
    """What speaks for each pair of leaves, and for each pair of units."""
    languages = base.language, target.language
    cut_leaves, cut_units = (base.cut_leaves, target.cut_leaves), (base.cut_units, target.cut_units)
    leads = np.zeros((len(base.unit_texts), len(target.unit_texts)))
    if languages[0] == languages[1]:
        both = Both.of(base.wordings, target.wordings)
        of_leaves, of_units = evidence(both, cut_leaves, cut_units, base.language)
        if languages[0] == "zh":
            alike = clause_likeness(both)
            leads = clause_leads(base.cut_clauses, target.cut_clauses, alike, leads.shape)
    else:
        of_leaves = _translated(base.leaf_texts, target.leaf_texts, languages[0])
        of_units = _translated(base.unit_texts, target.unit_texts, languages[0])
    return Looks(
        leaves=_look(of_leaves, likeness(base.leaf_directions, target.leaf_directions), cut_leaves, languages),
        units=_look(of_units, likeness(base.unit_directions, target.unit_directions), cut_units, languages),
        clauses=leads,
        sentences=likeness(base.sentence_directions, target.sentence_directions, every_view=True),
    )


def _look(wording: Evidence, subject: Scores, cuts: tuple[Cut, Cut], languages: tuple[Language, Language]) -> Look:
    weighed = with_subject(_above_usual(wording, cuts, languages), subject)
    return Look(wording=wording, subject=subject, weighed=weighed)


def _translated(base: Sequence[str], target: Sequence[str], of_base: Language) -> Evidence:
    """The evidence across languages, the base being in that one."""
    if of_base == "zh":
        return translation_evidence(base, target)
    turned = translation_evidence(target, base)
    return Evidence(turned.matrix.T, turned.common.turned(), turned.weight)


def _above_usual(found: Evidence, cuts: tuple[Cut, Cut], languages: tuple[Language, Language]) -> Evidence:
    """What the words of each pair of texts say, in English and across languages as far as it is above the usual.

    There unrelated texts share much: half of what a text shares with the typical one of the other side is taken off.
    """
    if languages == ("zh", "zh") or not found.matrix.size:
        return found
    matrix = found.matrix.astype(np.float64)
    if languages[0] != languages[1]:
        chinese_first, shape = languages[0] == "zh", matrix.shape
        votes = translation_votes(*cuts, shape) if chinese_first else translation_votes(*cuts[::-1], shape[::-1]).T
        matrix = (2 * matrix + votes) / 3
    usual = np.median(matrix, axis=0, keepdims=True) + np.median(matrix, axis=1, keepdims=True)
    return _rounded(found, np.maximum(matrix - usual / 2, 0))


def with_subject(wording: Evidence, subject: Scores) -> Evidence:
    """The evidence of words, with what being about one subject adds."""
    return _rounded(wording, wording.matrix + _SUBJECT * np.maximum(subject - _OFF_SUBJECT, 0))


def with_place(evidence: Evidence, wording: Evidence) -> Evidence:
    """The evidence less what being out of place takes away."""
    return _rounded(evidence, evidence.matrix - _DOUBT * out_of_place(wording.matrix))


def _rounded(evidence: Evidence, matrix: Scores | Matrix) -> Evidence:
    return replace(evidence, matrix=np.round(matrix, 5).astype(np.float32))


def set_apart(evidence: Evidence, formal: Clauses) -> Evidence:
    """The evidence without that of clauses that correspond by their form, whatever their words."""
    return replace(evidence, matrix=np.where(of_formal(formal, evidence.matrix.shape), np.float32(0), evidence.matrix))


def of_formal(formal: Clauses, shape: tuple[int, ...]) -> Mask:
    """The pairs of which one is a clause that corresponds by its form."""
    out = np.zeros(shape, bool)
    out[[i for i, _ in formal if i is not None], :] = True
    out[:, [j for _, j in formal if j is not None]] = True
    return out
