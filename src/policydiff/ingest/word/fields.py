"""Fields: what Word works out by itself, a page's number or a table of contents.

begin   PAGE \\* MERGEFORMAT   separate   3        end
        the instruction                  the result, which alone is printed
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from policydiff.errors import ReadError
from policydiff.model import HintKind

_DEEPEST = 100  # Word itself stops at 20
_NUMBERS_OF_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, and whether its result is being read."""

    instruction: str = ""
    in_result: bool = False

    @property
    def name(self) -> str:
        return self.instruction.strip().split(" ")[0].upper()


class Fields:
    """The fields that are open where a text is read, the outermost first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: list[_Field] = []

    def mark(self, step: str) -> None:
        """Take one of the marks between which a field stands."""
        match step:
            case "begin":
                if len(self._open) == _DEEPEST:
                    raise self._too_deep()
                self._open.append(_Field())
            case "separate" if self._open:
                self._open[-1].in_result = True
            case "end" if self._open:
                self._open.pop()

    def instruct(self, words: str) -> None:
        """Take words of an instruction."""
        if self._open:
            self._open[-1].instruction += words

    def show(self, instruction: str) -> None:
        """Begin a field that is written around its result."""
        self._open.append(_Field(instruction=instruction, in_result=True))

    def end(self) -> None:
        """End a field that was written so."""
        self._open.pop()

    def print_here(self) -> bool:
        """Whether words that stand here are printed: all fields around them are in their results."""
        return all(one.in_result for one in self._open)

    def kind(self) -> HintKind | None:
        """What a field makes of the words that stand here."""
        names = [one.name for one in self._open]
        if "TOC" in names:
            return "contents"
        return "page-mark" if _NUMBERS_OF_PAGES.intersection(names) else None

    def _too_deep(self) -> ReadError:
        return ReadError(
            en=f"{self._path}: the Word document holds fields nested deeper than {_DEEPEST} and is not read. Save its "
            "text as .txt.",
            zh=f"{self._path}：Word 文件中的域嵌套超过 {_DEEPEST} 层，不能读取。请将文字另存为 .txt。",
        )
