"""The laws of a folder that may be learned from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from policydiff.errors import PolicydiffError
from policydiff.ingest import read
from policydiff.model import Document
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
