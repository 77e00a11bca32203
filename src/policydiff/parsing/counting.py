"""Which numbers have been set so far, and which of those that come count on from them.

第三条  （一） （二）    ⇒  （三） and 第四条 count on, （五） does not, （一） begins another list
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from policydiff.model import Problem, Span
from policydiff.parsing.markers import DOTTED, Marker, Style, as_letter, is_taken_for, may_be_letter


@dataclass(slots=True)
class Counter:
    """What numbers have been set so far: of the styles in use the last number of each, the higher styles first."""

    used: dict[str, Marker] = field(default_factory=dict)
    article: Marker | None = None
    chapter: Marker | None = None
    items: dict[str, Marker] = field(default_factory=dict)  # the last of each style, whatever has been closed since
    restarted: set[str] = field(default_factory=set)  # styles that began anew once

    def copy(self) -> Counter:
        """The same numbers, to be counted on apart."""
        return Counter(dict(self.used), self.article, self.chapter, dict(self.items), set(self.restarted))

    def last(self, style: Style) -> Marker | None:
        """The last number of a style in use."""
        return self.used.get(style.name)

    def continues(self, marker: Marker) -> bool:
        """Whether the number is the next of its style, or the first of a style not in use. Chapters may count on
        through the parts of a code."""
        last = self.article if marker.style.level == "article" else self.last(marker.style)
        if last is None:
            runs_on = marker.style.level == "chapter" and self.chapter and marker.value == self.chapter.value + 1
            return marker.value == 1 or bool(runs_on)
        return marker.value == last.value + (0 if marker.inserted else 1)

    def counts_through(self, marker: Marker) -> bool:
        """Whether the number counts on over the points of a higher style, as in opinions without articles:
        一、（一）（二） 二、（三）. Where it began anew before, below another point, it does not."""
        last = self.items.get(marker.style.name)
        through = self.article is None and marker.style.name not in self.restarted
        return through and last is not None and marker.value == last.value + 1

    def set(self, marker: Marker, *, nested: bool = False) -> None:
        """Count the marker; `nested` where it stands right after another one (1. 第八条)."""
        style = marker.style
        if style.level is not None and not nested:
            self.used = {name: last for name, last in self.used.items() if last.style.rank < style.rank}
        while style.name in self.used:
            self.used.popitem()
        self.used[style.name] = marker
        if style.level == "article":
            self.article = marker
        elif style.level == "chapter":
            self.chapter = marker
        elif style.level is None:
            if marker.value == 1 and style.name in self.items:
                self.restarted.add(style.name)
            self.items[style.name] = marker

    def after(self, markers: Sequence[Marker]) -> Counter:
        """What numbers have been set so far, and these after them."""
        if not markers:
            return self
        counter = self.copy()
        for place, marker in enumerate(markers):
            counter.set(marker, nested=place > 0)
        return counter

    def read_as(self, marker: Marker) -> Marker:
        """A bracketed i, v, x or l as the letter where letters are being counted and it is the next; a number in
        another style than the list that is open as one of that list, if it counts on there and in none of its own."""
        if marker.style.level is not None:
            return marker
        if marker.style.name not in self.used:
            for last in reversed(self.used.values()):
                if is_taken_for(marker.style, last.style) and marker.value == last.value + 1:
                    return replace(marker, style=last.style)
        if not may_be_letter(marker):
            return marker
        letter = as_letter(marker)
        roman, letters = self.last(marker.style), self.last(letter.style)
        return letter if letters is not None and self.continues(letter) and roman is None else marker

    def oddity(self, marker: Marker) -> Problem | None:
        """What is odd about a number that comes next: that it does not count on, or is not the first."""
        if self.continues(marker) or (marker.value == 1 and marker.style.level is None):
            return None
        last = self.article if marker.style.level == "article" else self.last(marker.style)
        if marker.style is DOTTED or (last is not None and last.number == marker.number):
            return None  # it counts in each chapter anew; the tree tells that it stands twice
        if last is None and self.counts_through(marker):
            return None
        span = Span(marker.start, marker.end)
        if last is None:
            return Problem(span=span, kind="first", num=marker.num)
        return Problem(span=span, kind="follows", num=marker.num, last=last.num)
