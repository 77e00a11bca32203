"""The text of corpus.toml: what `add` writes into it and `remove` takes out, and all else as it was.

    implements = ["law"]  # 《胡须法》        a line at the end of an entry that has none
    implements = ["code", "law"]            or one more id in the list that it has

People write this file. What is written is held against what the file says then: no entry may say anything else than
before but for what was meant; where that cannot be had, nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from policydiff import files, toml
from policydiff.errors import LibraryError
from policydiff.library.describe import Description
from policydiff.model import Language
from policydiff.wording import GUESS

EMPTY = """\
# 文件库目录：每份文件一个 [[document]]。注释和顺序都归您，`policydiff add` 在末尾添加，
# 并在已有文件的 implements 中补上后来才添加的依据；`policydiff remove` 取出文件的 [[document]]
# 及其上方的注释，并从其他文件的 implements、translates、quotes 中去掉它的 id。其他内容不动。
# What the library holds, one [[document]] a text. Comments and order are yours: `policydiff add` adds at the end,
# and to the implements of an entry what its text rests on and comes later; `policydiff remove` takes an entry out,
# with the comments right above it, and its id out of the implements, translates and quotes of others. Nothing else is
# touched.
#
# kind: central 上位法, local 地方规定, translation 译文, commentary 解读
# implements, translates, quotes: 所依据的、所翻译的、所引用的文件的 id / the ids of what it is compared with
"""
Named = tuple[tuple[str, str], ...]  # ids, each with the title by which a text names it

_ENTRY = re.compile(r"^\ufeff?[ \t]*\[\[[ \t]*document[ \t]*\]\]", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_ABOVE = re.compile(r"(?<=\n)[ \t]*\r?\n(?P<said>(?:[ \t]*#[^\n]*\n)+)\Z")  # comments of an entry, behind a blank line
_BLANK_LINES = re.compile(r"(?<=\n)(?:[ \t]*\r?\n)+\Z")
_IMPLEMENTS = re.compile(r"^[ \t]*implements[ \t]*=", re.MULTILINE)
_LAST_LINE = re.compile(r"^[ \t]*[^\s#][^\n]*(?:\n|\Z)", re.MULTILINE)


def block(
    own_id: str, file: str, language: Language, said: Description, named: Named, translates: Sequence[str]
) -> str:
    """The entry of a document that says this of itself, implements these and translates those; a guess is marked."""
    lines = [
        "[[document]]",
        f"id = {toml.string(own_id)}",
        f"file = {toml.string(file)}",
        f"language = {toml.string(language)}",
    ]
    for key, fact in (("kind", said.kind), ("title", said.title), ("issuer", said.issuer), ("date", said.date)):
        if fact.value:
            lines.append(f"{key} = {toml.string(fact.value)}" + ("" if fact.sure else toml.comment(GUESS)))
    if named:
        lines.append(implements(named))
    if translates:
        lines.append(f"translates = {toml.strings(translates)}")
    return "\n".join(lines) + "\n"


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
            en=f"{catalogue}: nothing can be added at the end of the file. Write every document as a [[document]] "
            "table.",
            zh=f"{catalogue}：无法在末尾添加。请将每份文件写成一个 [[document]]。",
        )
    return longer


def _documents(text: str, catalogue: Path) -> int:
    """How many documents a catalogue of this text would have."""
    try:
        return len(toml.parsed(text, catalogue, LibraryError).tables("document"))
    except LibraryError:
        return 0


def without(text: str, ids: Collection[str], relations: Sequence[str]) -> tuple[str, dict[str, str]] | None:
    """A catalogue without the entries of these ids, which no other entry names in its `relations` any more, and what
    these entries were, by their ids; None where that cannot be written without touching anything else.

    The comments right above an entry go with it, all others stay.
    """
    first, *starts = [found.start() for found in _ENTRY.finditer(text)] or [len(text)]
    pieces = [text[at:end] for at, end in zip([first, *starts], [*starts, len(text)], strict=True)]
    taken: dict[str, str] = {}
    shorter = text[:first]
    for piece in pieces:
        own_id = _only_entry(_said(piece)).get("id", "")
        if own_id not in ids:
            shorter += _naming_none(piece, ids, relations)
            continue
        block, behind = _parted(piece)
        above = _ABOVE.search(shorter)
        taken[own_id] = (above["said"] if above else "") + files.without_mark(block)
        before = shorter[: above.start("said")] if above else shorter
        shorter = before + behind if behind or piece is not pieces[-1] else _BLANK_LINES.sub("", before)
    meant = _without_entries(_said(text), ids, relations)
    is_so = len(taken) == len(ids) and _without_entries(_said(shorter), (), relations) == meant
    return (shorter, taken) if is_so else None


def _parted(piece: str) -> tuple[str, str]:
    """An entry up to the end of its last line, and what stands behind it and the blank line after it.

    What begins like a table is one only where all before it is whole.
    """
    header = _ENTRY.match(piece)
    tables = (found.start() for found in _TABLE.finditer(piece, header.end() if header else 0))
    room = next((at for at in tables if _said(piece[:at])), len(piece))
    end = max((found.end() for found in _LAST_LINE.finditer(piece, 0, room)), default=room)
    return piece[:end], re.sub(r"\A[ \t]*\r?\n", "", piece[end:])


def _naming_none(piece: str, ids: Collection[str], relations: Sequence[str]) -> str:
    """An entry that names none of these ids in its relations; as it was where that cannot be written."""
    for relation in relations:
        for own_id in ids:
            if own_id in _only_entry(_said(piece)).get(relation, ()):
                meant = _without_entries(_said(piece), (own_id,), (relation,))
                ways = _ways_out(piece, relation, own_id)
                piece = next((one for one in ways if _without_entries(_said(one), (), (relation,)) == meant), piece)
    return piece


def _ways_out(piece: str, relation: str, own_id: str) -> Iterator[str]:
    """An entry with an id taken out of its list, or with the list where the id was all that it had."""
    key = re.compile(rf"^[ \t]*{relation}[ \t]*=", re.MULTILINE)
    for line in key.finditer(piece):
        for end in (found.end() for found in re.finditer(r"\][^\n]*(?:\n|\Z)", piece[line.end() :])):
            yield piece[: line.start()] + piece[line.end() + end :]
        for quoted in (re.escape(toml.string(own_id)), re.escape(f"'{own_id}'")):
            for way in (rf"{quoted}[ \t]*,[ \t]*", rf"[ \t]*,[ \t]*{quoted}", quoted):
                if found := re.compile(way).search(piece, line.end()):
                    yield piece[: found.start()] + piece[found.end() :]


def _without_entries(said: Mapping[str, Any], ids: Collection[str], relations: Sequence[str]) -> dict[str, Any]:
    """What a catalogue says without the entries of these ids and where none is named; a list that is empty is none."""
    kept = (entry for entry in said.get("document", ()) if entry.get("id") not in ids)
    entries = [_without_names(entry, ids, relations) for entry in kept]
    rest = {key: value for key, value in said.items() if key != "document"}
    return {**rest, "document": entries} if entries else rest


def _without_names(entry: Mapping[str, Any], ids: Collection[str], relations: Sequence[str]) -> dict[str, Any]:
    kept = {key: [one for one in entry[key] if one not in ids] for key in relations if key in entry}
    return {key: kept.get(key, value) for key, value in entry.items() if kept.get(key, True)}
