"""Tracked changes (修订): a document that bears them holds two texts, as it was and as it is once they are accepted.

<w:ins> 每周 </w:ins>               stands in the text as accepted
<w:del> 每月 </w:del>               in the original
<w:moveFrom>, <w:moveTo>           likewise, in another place
<w:pPrChange> in a w:pPr           its properties as they were
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from policydiff.ingest.word.package import child

_TRACKED = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})


class Revisions:
    """Which of the two texts is read; `left_out` are the elements that have no words of it."""

    def __init__(self, *, original: bool) -> None:
        self.original = original
        self._gone = "w:ins" if original else "w:del"
        self._moved_away = "w:moveTo" if original else "w:moveFrom"
        deleted = frozenset[str]() if original else frozenset({"w:delText"})
        self.left_out = deleted | {self._gone, self._moved_away}

    def properties(self, element: Element, name: str) -> Element | None:
        """The properties of a paragraph (w:pPr) or a run (w:rPr), those of before a change where the original is
        read."""
        properties = child(element, name)
        before = child(properties, f"{name}Change", name)
        return before if self.original and before is not None else properties

    def joins_next(self, paragraph: Element) -> bool:
        """Whether the end of a paragraph is gone, so that the next goes on with it."""
        ends = (child(paragraph, "w:pPr", "w:rPr", mark) for mark in (self._gone, self._moved_away))
        return any(mark is not None for mark in ends)

    def leaves_out_row(self, row: Element) -> bool:
        """Whether a row of a table is gone."""
        return child(row, "w:trPr", self._gone) is not None


def tracked(root: Element | None) -> int:
    """How many stretches with something in them are put in, taken out or moved by tracked changes."""
    return sum(one.tag in _TRACKED and len(one) > 0 for one in root.iter()) if root is not None else 0
