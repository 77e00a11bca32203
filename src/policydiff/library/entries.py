"""The text of corpus.toml: what `add` writes into it, and all else as it was.

    implements = ["law"]  # 《胡须法》        a line at the end of an entry that has none
    implements = ["code", "law"]            or one more id in the list that it has

People write this file. What is written is held against what the file says then: no entry may say anything else than
before but for what was meant; where that cannot be had, nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from policydiff import files, toml
from policydiff.errors import LibraryError

Named = tuple[tuple[str, str], ...]  # ids, each with the title by which a text names it

_ENTRY = re.compile(r"^[ \t]*\[\[[ \t]*document[ \t]*\]\]", re.MULTILINE)
_IMPLEMENTS = re.compile(r"^[ \t]*implements[ \t]*=", re.MULTILINE)
_LAST_LINE = re.compile(r"^[ \t]*[^\s#][^\n]*(?:\n|\Z)", re.MULTILINE)


def implements(named: Named) -> str:
    """The line of an entry that says what it implements."""
    titles = toml.comment("".join(f"《{name}》" for _, name in named))
    return f"implements = {toml.strings([own_id for own_id, _ in named])}{titles}"


def with_grounds(text: str, grounds: Mapping[str, Named]) -> tuple[str, frozenset[str]]:
    """A catalogue whose entries of these ids implement these documents as well, and the ids of which that could be
    written."""
    starts = [found.start() for found in _ENTRY.finditer(text)] if grounds else []
    if not starts:
        return text, frozenset()
    pieces = [text[at:end] for at, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    written: set[str] = set()
    for at, piece in enumerate(pieces):
        own_id = _only_entry(_said(piece)).get("id", "")
        if own_id in grounds and (longer := _with_ground(piece, grounds[own_id])):
            pieces[at] = longer
            written.add(own_id)
    longer = text[: starts[0]] + "".join(pieces)
    meant = _said(text)
    for entry in meant.get("document", ()):
        if entry.get("id") in written:
            entry["implements"] = _longer(entry, grounds[entry["id"]])
    return (longer, frozenset(written)) if _said(longer) == meant else (text, frozenset())


def _with_ground(piece: str, named: Named) -> str:
    """An entry that implements these as well; empty where that cannot be written without touching more of it."""
    meant = _said(piece)
    entry = _only_entry(meant)
    if not entry:
        return ""
    entry["implements"] = _longer(entry, named)
    return next((longer for longer in _ways(piece, named) if _said(longer) == meant), "")


def _ways(piece: str, named: Named) -> Iterator[str]:
    """An entry with the ids put in wherever they may belong."""
    if line := _IMPLEMENTS.search(piece):
        ids = ", ".join(toml.string(own_id) for own_id, _ in named)
        for end in (found.start() for found in re.finditer(r"\]", piece[line.end() :])):
            at = line.end() + end
            yield from (f"{piece[:at]}{between}{ids}{piece[at:]}" for between in (", ", " "))
        return
    newline = "\r\n" if "\r\n" in piece else "\n"
    for last in list(_LAST_LINE.finditer(piece))[::-1]:
        before = "" if last.group().endswith("\n") else newline
        yield f"{piece[: last.end()]}{before}{implements(named)}{newline}{piece[last.end() :]}"


def _longer(entry: Mapping[str, Any], named: Named) -> list[Any]:
    held = entry.get("implements", [])
    return [*(held if isinstance(held, list) else [held]), *(own_id for own_id, _ in named)]


def _only_entry(said: Mapping[str, Any]) -> dict[str, Any]:
    """The one entry of a stretch of the catalogue; empty where it is none."""
    entries = said.get("document", [])
    return entries[0] if len(entries) == 1 else {}


def _said(text: str) -> dict[str, Any]:
    """What a text of TOML says; nothing where it is none."""
    try:
        return dict(toml.parsed(text, Path(), LibraryError).held)
    except LibraryError:
        return {}


def with_blocks(text: str, blocks: Sequence[str], catalogue: Path) -> str:
    """The blocks at the end of a catalogue, and all that stands before them as it is."""
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not files.without_mark(text) else "\n" if text.endswith("\n") else "\n\n"
    longer = text + (gap + "\n".join(blocks)).replace("\n", end)
    if _documents(longer, catalogue) != _documents(text, catalogue) + len(blocks):
        raise LibraryError(
            f"{catalogue}: nothing can be added at the end of the file. Write every document as a [[document]] table.",
            f"{catalogue}：无法在末尾添加。请将每份文件写成一个 [[document]]。",
        )
    return longer


def _documents(text: str, catalogue: Path) -> int:
    """How many documents a catalogue of this text would have."""
    try:
        return len(toml.parsed(text, catalogue, LibraryError).tables("document"))
    except LibraryError:
        return 0
