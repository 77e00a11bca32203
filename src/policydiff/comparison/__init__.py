"""Alignment → Comparison: rows with a status, a redline and findings.

sameness   whether two texts are the same words     sameness.py
clauses    a row's clauses, and which answer which  clauses/
findings   the table of rules                       findings/
compare    all of it, row by row                    compare.py
"""

from __future__ import annotations

from policydiff.comparison.compare import compare

__all__ = ["compare"]
