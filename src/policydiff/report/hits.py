"""What a search found, for the terminal.

第三条  胡须管理办法  central
  违反的，予以«通报»。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.model import Language
from policydiff.report.terminal import Run, paint, paragraph, visible
from policydiff.search import Hit, Results

_MARKS = ("«", "»")


def render(found: Results, *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """The hits, best first, each with a blank line behind it; what was asked for is «marked» where there is no
    colour."""
    return "".join(f"{line}\n" for hit in found.hits for line in _hit(hit, colour=colour, columns=columns))


def _hit(hit: Hit, *, colour: bool, columns: int | None) -> Iterator[str]:
    head = [Run(text=visible(hit.label or hit.title), style="strong")]
    if hit.label:
        head.append(Run(text=f"  {visible(hit.title)}"))
    if hit.title != hit.document:
        head.append(Run(text=f"  {hit.document}", style="dim"))
    yield paint(head, colour=colour)
    runs = snippet(hit.snippet, hit.highlights, colour=colour)
    yield from paragraph(runs, columns=columns, indent=2, colour=colour)
    yield ""


def snippet(words: str, highlights: Sequence[tuple[int, int]], *, colour: bool) -> Iterator[Run]:
    """Words, those marked that were asked for."""
    opening, closing = ("", "") if colour else _MARKS
    at = 0
    for start, end in highlights:
        yield Run(text=visible(words[at:start]))
        yield Run(text=opening + visible(words[start:end]) + closing, style="changed")
        at = end
    yield Run(text=visible(words[at:]))
