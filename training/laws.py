"""The laws of a folder: those that may be learned from, and those that were read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from policydiff.errors import PolicydiffError
from policydiff.ingest import read
from policydiff.model import Document, Source
from policydiff.parsing import parse

_LEFT_OUT = Path(__file__).with_name("left_out.txt")


def laws(folder: Path) -> Iterator[Document]:
    """Every law below the folder, by path; those that the method is measured on are left out, and what cannot be read
    is passed over and told."""
    left_out = set(_LEFT_OUT.read_text(encoding="utf-8").split("\n"))
    for file in sorted(file for file in folder.rglob("*.md") if file.name not in left_out):
        try:
            yield parse(read(file))
        except PolicydiffError as error:
            print(f"passed over: {error}", file=sys.stderr)


def as_read(folder: Path, side: Mapping[str, str]) -> Source:
    """The text of a law in the edition that readers read; ends the program where another is there."""
    source = read(folder / side["file"], "zh")
    if source.sha256 != side["sha256"]:
        sys.exit(f"{side['file']}: this is not the edition that was read")
    return source
