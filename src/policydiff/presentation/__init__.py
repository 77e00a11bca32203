"""A document and a comparison as a reader meets them, before a word of HTML, Word or the terminal.

reading     a document: how its provisions are cited    reading.py
contents    its table of contents                       contents.py
citing      citations one after the other               citing.py
runs        many provisions cited shortly               runs.py
redlines    one side of a redline, or both as one text  redlines.py
lines       a comparison: a table of lines with cells   lines.py
lists       lists that are restated in part             lists.py
divisions   chapters of which the target has nothing    divisions.py
amending    whether a text only amends or repeals       amending.py
together    what is new beside all superiors at once    together.py
"""

from __future__ import annotations

from policydiff.presentation.lines import Table, table
from policydiff.presentation.reading import Reading

__all__ = ["Reading", "Table", "table"]
