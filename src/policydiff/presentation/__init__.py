"""A document and a comparison as a reader meets them, before a word of HTML, Word or the terminal."""

from policydiff.presentation.lines import Table, table
from policydiff.presentation.reading import Reading

__all__ = ["Reading", "Table", "table"]
