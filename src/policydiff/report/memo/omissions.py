"""What of a superior has no counterpart in the rule, or none beyond doubt: in a few words what came nearest, and many
by their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydiff.model import Language, Row
from policydiff.presentation import Reading, lines
from policydiff.presentation.citing import cited_together
from policydiff.presentation.lines import two_decimals
from policydiff.presentation.runs import citable, cited_shortly, in_runs
from policydiff.quoting import EXCERPT, excerpt
from policydiff.report.memo.memo import Doubt, Omission
from policydiff.report.memo.words import WORDS
from policydiff.report.notes import Note
from policydiff.report.table import Passage
from policydiff.report.terminal import Run, visible
from policydiff.report.writer import Writer
from policydiff.wording import AND, SEMICOLON, told_word

_WHOLE = 110  # characters of a provision that are quoted, of a few; of many it is an excerpt
_FEW = 30


@dataclass(frozen=True, kw_only=True)
class Omissions:
    """What one superior has and the rule has not, as `writer` tells it."""

    writer: Writer

    @property
    def divisions(self) -> tuple[Note, ...]:
        """The divisions of which the rule has nothing: each with its provisions, its rows of the table, what came
        near."""
        return tuple(self._division(one) for one in self.writer.told() if isinstance(one, lines.Division))

    def _division(self, division: lines.Division) -> Note:
        writer = self.writer
        rows = WORDS["rows"][self.ui].format(rows=writer.numbers(division))
        near = (note.said(self.ui) for note in writer.near_division(division))
        said = SEMICOLON[self.ui].join((f"{writer.provisions(division)}{rows}", *near))
        return Note(head=writer.headings(division), words=said)

    @property
    def quoted(self) -> tuple[Omission, ...]:
        """What is told with its words; each provision with so many characters at most."""
        most = _WHOLE if len(self._gone) <= _FEW else EXCERPT
        far = self._far
        return tuple(self._omission(line, most) for line in self._gone if far.isdisjoint(line.row.link.base))

    @property
    def in_doubt(self) -> tuple[Doubt, ...]:
        """What the superior has of which every counterpart is in doubt, beside that."""
        shown = self.writer.shown
        paired = [line for line in shown.lines if line.row.link.base and line.row.link.target]
        sure = {eid for line in paired if not line.doubtful for eid in line.row.link.base}
        return tuple(
            Doubt(
                row=line.place,
                base=self._beside(shown.base, line.row.link.base),
                target=self._beside(shown.target, line.row.link.target),
                found=len(line.row.findings),
            )
            for line in paired
            if line.doubtful and not sure.issuperset(line.row.link.base)
        )

    def _beside(self, reading: Reading, eids: Sequence[str]) -> Passage:
        words = excerpt(visible("".join(map(reading.text, eids))), EXCERPT)
        cited = visible(cited_shortly(reading, eids, self.ui))
        return Passage(trail="", label=cited, runs=(Run(text=words),), language=reading.document.language)

    @property
    def far(self) -> str:
        """What of many nothing came near and nothing was found on, as it is cited."""
        return visible(in_runs(self.writer.comparison.base, self._far, self.ui))

    @property
    def ui(self) -> Language:
        """The language of the interface."""
        return self.writer.ui

    @property
    def _gone(self) -> Sequence[lines.Line]:
        """What is told by itself."""
        told = (one for one in self.writer.told() if isinstance(one, lines.Line))
        return [line for line in told if not line.row.link.target]

    @property
    def _far(self) -> frozenset[str]:
        """What nothing came near and nothing is told of: its number leads a reader to it."""
        if len(self._gone) <= _FEW:
            return frozenset()
        untold = [line for line in self._gone if not (line.kept or line.row.findings or _reviewed(line.row))]
        far = [line.row.link.base for line in untold if not any(near.came_near for near in line.candidates)]
        return citable(self.writer.comparison.base, {eid for eids in far for eid in eids})

    def _omission(self, line: lines.Line, most: int) -> Omission:
        return Omission(
            row=line.place,
            base=tuple(_excerpt(passage, most) for passage in self.writer.line(line).base),
            nearest=self._nearest(line) if line.candidates else "",
            kept=self._kept(line),
            kinds=tuple(told_word(finding, self.ui) for finding in line.row.findings),
        )

    def _nearest(self, line: lines.Line) -> str:
        """The provision that came nearest with others that came near, and what the first answers, if anything."""
        if not line.near:
            return WORDS["none-near"][self.ui]
        near = [one for one in line.candidates[1:] if one.came_near]
        return AND[self.ui].join((self._first(line), *map(self.writer.scored, near)))

    def _first(self, line: lines.Line) -> str:
        """The provision that came nearest; of one that answers another, which."""
        first = line.candidates[0]
        if not line.taken:
            return self.writer.scored(first)
        by = AND[self.ui].join(cited_together(map(visible, line.taken)))
        score = two_decimals(first.score)
        return WORDS["taken"][self.ui].format(near=visible(first.label), score=score, taken=by)

    def _kept(self, line: lines.Line) -> str:
        """Of an item, which others of its list the rule has."""
        items = AND[self.ui].join(map(visible, line.kept_of(self.writer.lack)))
        return WORDS["kept"][self.ui].format(items=items) if items else ""


def _reviewed(row: Row) -> bool:
    return bool(row.decisions or row.dismissed)


def _excerpt(passage: Passage, most: int) -> Passage:
    return replace(passage, trail="", runs=(Run(text=excerpt(passage.text, most)),))
