"""How often comparisons are right: what careful readers put side by side, and figures against it.

file of readings ──read──▶ Gold ──evaluate──▶ Evaluation, the figures of one pair

gold       what readers made of a pair: units, links, changes    gold.py
reading    a file of readings → Gold                             reading.py: fields.py
places     where the units' words stand in the texts             places.py
scoring    a comparison beside the readings: links and status    scoring.py
changes    and which changes its findings name                   changes.py
evaluate   all of it, from the files on                          evaluate.py
"""

from __future__ import annotations

from policydiff.evaluation.evaluate import Evaluation, evaluate
from policydiff.evaluation.gold import Gold
from policydiff.evaluation.reading import read

__all__ = ["Evaluation", "Gold", "evaluate", "read"]
