"""The two sides of an English row, and what either document says around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.comparison.findings.english.pairing import share
from policydiff.comparison.findings.english.statements import Statement, statements
from policydiff.comparison.findings.terms.english_words import stems

_SAID, _NEARLY_SAID = 0.8, 0.6  # which share of a sentence another one must say


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What one document says around a side of a row: in which lists it stands, what it is called, all its leaves."""

    title: str = ""
    introduction: str = ""
    leaves: Sequence[str] = ()

    @property
    def introduced(self) -> frozenset[str]:
        """What is said in the introduction of the lists that the side is of."""
        return frozenset(stems(self.introduction))

    def says(self, words: Sequence[str], row: str) -> bool:
        """Whether a sentence outside of a row says nearly all of some words."""
        return bool(next(self._that_say(words, row, _SAID), None))

    def nearly_says(self, words: Sequence[str], row: str) -> str:
        """The sentence outside of a row that says most of some words; or nothing."""
        return next((one.text for one in self._that_say(words, row, _NEARLY_SAID)), "")

    def _that_say(self, words: Sequence[str], row: str, least: float) -> Iterator[Statement]:
        for leaf in self.leaves:
            if leaf not in row:
                yield from (one for one in statements(leaf) if share(words, one.stems) >= least)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The words of a row's two sides, and what either document says around them.

    `cited` says which articles of the base stand beside which of the target, by number; a row that is not
    `in_articles` cites by other numbers.
    """

    base: str
    target: str
    base_says: Around
    target_says: Around
    cited: frozenset[tuple[str, str]] = frozenset()
    in_articles: bool = True

    def turned(self) -> Sides:
        """The two sides in the other order."""
        return Sides(
            base=self.target,
            target=self.base,
            base_says=self.target_says,
            target_says=self.base_says,
            cited=frozenset((theirs, ours) for ours, theirs in self.cited),
            in_articles=self.in_articles,
        )
