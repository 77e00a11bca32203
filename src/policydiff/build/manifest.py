"""What a build notes of itself: from what it was made, what it made of it, and how each file was that it wrote.

A build that finds the note of the last one true has nothing to do. What stands in it may be of another version of this
program, or broken; then it says nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, get_args

from policydiff.library import CATALOGUE, CORPUS, INDEXES, SITE, Library, decisions_file
from policydiff.model import Language

Message = Mapping[Language, str]  # for the user, in each language
State = tuple[int, int]  # of a file: how long it is and when it was written

INDEX = f"{INDEXES}/search"
MANIFEST = f"{INDEXES}/manifest.json"
_LINES = ("problems", "stale", "loose")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a build made. `unchanged` says that the last one still holds; `problems`, `stale` and `loose` are lines for
    the user: what was left out, which reviewers' decisions were not applied, and which rules are compared with nothing
    although their texts name what the library holds."""

    documents: int
    provisions: int
    comparisons: int
    pages: int
    problems: tuple[Message, ...] = ()
    stale: tuple[Message, ...] = ()
    loose: tuple[Message, ...] = ()
    unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The pages of the site that is read, by the part that they belong to, as the last build left them."""

    site: Path
    parts: Mapping[str, Mapping[str, State]]


def write(
    file: Path,
    state: str,
    result: Result,
    site: Sequence[str],
    pages: Mapping[str, tuple[int, int, str]],
    index: Path,
) -> None:
    """The note of a build that was made from this and has made this: what stands in the site's folder, each of its
    pages as it is and the part that it belongs to, the index in that folder."""
    said = {
        "state": state,
        "site": site,
        "result": asdict(result),
        "pages": pages,
        "index": _hashes(index),
    }
    file.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")  # with indents ten times as slow


def before(root: Path) -> Before:
    """What stands of the last build."""
    parts: dict[str, dict[str, State]] = {}
    pages = (manifest(root) or {}).get("pages", {})
    for name, noted in pages.items():
        place, _, path = name.partition("/")
        if isinstance(noted, list) and len(noted) == 3 and place == SITE and ".." not in path.split("/"):
            size, written, part = noted
            parts.setdefault(part, {})[path] = size, written
    return Before(site=root / SITE, parts=parts)


def last(root: Path, state: str) -> Result | None:
    """The last build's result, if it was made from the same things and is still there."""
    noted = manifest(root)
    if noted is None or noted["state"] != state:
        return None
    try:
        sizes = {name: page[0] for name, page in noted["pages"].items()}
        whole = _hold(_sizes(root / SITE), sizes) and _hold(_hashes(root / INDEX), noted["index"])
    except (OSError, TypeError, LookupError):
        return None
    said = noted["result"]
    lines = {kind: tuple(said[kind]) for kind in _LINES}
    return Result(**said | lines | {"unchanged": True}) if whole else None


def keep(root: Path) -> None:
    """Notes that the last build holds as of now; where that cannot be written, nothing is lost but this."""
    with suppress(OSError):
        os.utime(root / MANIFEST)


def is_behind(library: Library) -> bool:
    """Whether a document, the catalogue or what reviewers decided has been written, or a document been lost, since the
    last build was made or was found to hold; not where nothing tells when that was."""
    try:
        built = (library.root / MANIFEST).stat().st_mtime_ns
    except OSError:
        return False
    decided = decisions_file(library.root)
    written = (library.root / CORPUS / CATALOGUE, *([decided] if decided.exists() else ()))
    return any(_is_later(file, built) for file in (*written, *(entry.path for entry in library.entries)))


def _is_later(file: Path, built: int) -> bool:
    try:
        return file.stat().st_mtime_ns > built
    except OSError:
        return True


def _hold(there: Mapping[str, object], noted: Mapping[str, object]) -> bool:
    """Whether every file that was noted is there as it was noted."""
    return all(there.get(file) == what for file, what in noted.items())


def _sizes(site: Path) -> dict[str, int]:
    """Every file of the site and how long it is: shows at little cost what is gone or cut short."""
    return {f"{SITE}/{name}": found.st_size for name, found in _files(site)}


def _hashes(top: Path) -> dict[str, str]:
    """Every file of the index and its hash: one wrong byte in it, and searches fail or miss what is there."""
    return {f"{INDEX}/{name}": hashlib.sha256((top / name).read_bytes()).hexdigest() for name, _ in _files(top)}


def _files(top: Path, below: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """The path from the top of every file in a folder, and what the system says of it."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(top) as found:
        for item in sorted(found, key=lambda item: item.name):
            name = f"{below}{item.name}"
            if item.is_dir():
                yield from _files(Path(item.path), f"{name}/")
            elif item.is_file():
                yield name, item.stat()


def manifest(root: Path) -> dict[str, Any] | None:
    """What the last build said of itself; None where there was none or its note is broken."""
    noted = _noted(root)
    return noted if _is_manifest(noted) else None


def site_noted(root: Path) -> list[str] | None:
    """What the last build put into the site's folder, in whatever version's form; None where that is lost."""
    made: list[str] | None = _noted(root).get("site")
    return made if _are_texts(made) else None


def _noted(root: Path) -> dict[str, Any]:
    """What stands in the manifest, in whatever version's form; nothing where it cannot be read."""
    try:
        noted = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return noted if isinstance(noted, dict) else {}


def _is_manifest(said: dict[str, Any]) -> bool:
    """Whether every note that a build reads back is there and of its kind."""
    kinds = {"state": str, "site": list, "index": dict, "pages": dict, "result": dict}
    if not all(isinstance(said.get(key), kind) for key, kind in kinds.items()):
        return False
    result = said["result"]
    counts = ("documents", "provisions", "comparisons", "pages")
    return (
        result.keys() == {field.name for field in fields(Result)}
        and all(isinstance(result[count], int) for count in counts)
        and _are_texts(said["site"])
        and all(_are_lines(result[kind]) for kind in _LINES)
    )


def _are_texts(said: object) -> bool:
    return isinstance(said, list) and all(isinstance(text, str) for text in said)


def _are_lines(said: object) -> bool:
    languages = set(get_args(Language))
    return isinstance(said, list) and all(
        isinstance(line, dict) and line.keys() == languages and all(isinstance(text, str) for text in line.values())
        for line in said
    )
