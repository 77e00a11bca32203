"""Alignment → Comparison: rows with a status, a redline and findings.

edits      the redline, by word            edits.py
findings   the table of rules              findings/
compare    status and rows                 compare.py
"""

from __future__ import annotations

from policydiff.comparison.compare import compare

__all__ = ["compare"]
