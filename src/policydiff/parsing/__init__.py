"""Source → Document: numbers are data, lines come first, then the tree; what is noise is named.

view    what surely is no provision is masked        view.py: line.py, noise.py, rows.py, bullets.py, whole_lines.py
letters which of those at the head of a line number   letters.py
schemes numbers that only the whole text tells       schemes.py
parts   the notice, the rule, its annexes             parts.py: annexes.py, notice.py
frame   the lines above, below and between           frame.py: own_title.py
sections what those of an English text are            sections.py
blocks  glued provisions cut, broken sentences mended blocks.py: glued.py, counting.py, block.py, markers.py,
                                                       indents.py
tree    who stands below whom, and identifiers        tree.py: growing.py, heads.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from policydiff.errors import NoProvisionError
from policydiff.model import Document, Problem, Source, Span
from policydiff.parsing import noise
from policydiff.parsing.annexes import Annex
from policydiff.parsing.block import Block
from policydiff.parsing.blocks import blocks
from policydiff.parsing.frame import Framed, frame, frame_annex
from policydiff.parsing.letters import with_letters
from policydiff.parsing.line import stretches
from policydiff.parsing.parts import parts
from policydiff.parsing.schemes import with_schemes
from policydiff.parsing.sections import with_sections
from policydiff.parsing.tree import Appended, tree
from policydiff.parsing.view import View, view

_REPLACED = re.compile("\ufffd+")
_LEFT_OUT: tuple[Literal["deleted", "other-column"], ...] = ("deleted", "other-column")


def parse(source: Source, *, id: str = "", title: str = "") -> Document:
    """The provisions of a text, its residue with reasons, and what is odd about it.

    Raises NoProvisionError where nothing reads as a provision; nothing else, whatever the text.
    """
    seen = with_schemes(with_letters(view(source)))
    divided = parts(seen)
    notice, rule = frame(seen, divided.notice, notice=True), frame(seen, divided.rule)
    annexes = [frame_annex(seen, annex, lines) for annex, lines in divided.annexes]
    framed = (notice, rule, *annexes)
    read = [blocks(seen, with_sections(one.lines, source.language)) for one in framed]
    held = [found for found, _ in read]
    marks = [annex for annex, _ in divided.annexes]
    appended = tuple(_appended(seen, *one) for one in zip(marks, annexes, held[2:], strict=True))
    provisions, repeated = tree(held[0], held[1], appended, source.text, source.language)
    if not any(provision.text for top in provisions for provision in top.walk()):
        raise NoProvisionError(
            en=f"{source.origin}: no provision found; "
            "a rule has numbered articles (第一条, 一、, Article 1) or paragraphs",
            zh=f"{source.origin}：没有找到条文；规定应有编号的条款（第一条，一、，Article 1）或者段落。",
        )
    residue = [*seen.residue, *divided.residue, *(piece for one in framed for piece in one.residue)]
    numbered = [problem for _, found in read for problem in found]
    problems = [*numbered, *repeated, *_unreadable(source.text), *_left_out(source)]
    problems += _marked_deleted(seen)
    return Document(
        id=id,
        title=title or rule.title or notice.title,
        language=source.language,
        source=source,
        provisions=provisions,
        residue=tuple(sorted(residue, key=lambda r: (r.span.start, r.span.end))),
        problems=tuple(sorted(problems, key=lambda p: p.span.start)),
    )


def _appended(seen: View, annex: Annex, titled: Framed, found: tuple[Block, ...]) -> Appended:
    """An annex with what it holds, below its title."""
    marks = tuple(stretches(seen.text, annex.line.start, annex.end))
    return Appended(annex=annex, heading=titled.title, marks=marks, named=titled.named, blocks=found)


def _left_out(source: Source) -> Iterator[Problem]:
    """What the format sets apart from the text that stands now: a reader should know that it has been left out."""
    for kind in _LEFT_OUT:
        first = next((hint.span for hint in source.hints if hint.kind == kind), None)
        if first is not None:
            yield Problem(span=first, kind=kind)


def _marked_deleted(seen: View) -> Iterator[Problem]:
    """Where words are marked as deleted: they are read as any others, for how far the mark goes is not said."""
    for found in noise.MARKED_DELETED.finditer(seen.text):
        yield Problem(span=Span(*found.span()), kind="marked-deleted")


def _unreadable(text: str) -> Iterator[Problem]:
    """Where a file's bytes are no characters of its encoding, and the text has U+FFFD."""
    if "\ufffd" not in text:
        return
    for found in _REPLACED.finditer(text):
        yield Problem(span=Span(*found.span()), kind="unreadable", count=len(found.group()))


__all__ = ["parse"]
