"""Which engine a library's index is made with: the one that corpus.toml names."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from policydiff.errors import NotInstalledError
from policydiff.extras import Extra, install
from policydiff.library import INDEXES, OPENSEARCH, TANTIVY, EngineName, Library
from policydiff.search.engine import Engine, Outside

LARGE = 300_000  # provisions beyond which tantivy is the better choice (docs/explanation/performance.md)
_EXTRA: dict[EngineName, Extra] = {TANTIVY: "fast", OPENSEARCH: "opensearch"}
MARK = "mark"
_MARK = re.compile(r"[0-9a-f]{16}")


def outside(library: Library) -> Outside | None:
    """Under which name and mark a library's index is kept outside of it; None where all of it lies in its folder."""
    if library.engine != OPENSEARCH:
        return None
    return Outside(name=library.index, mark=_mark(library.root / INDEXES))


def _mark(folder: Path) -> str:
    """The mark of the library that this folder belongs to, made when it is first asked for: as long as the folder is
    there, the library knows its own."""
    file = folder / MARK
    try:
        held = file.read_bytes().decode("ascii", "replace").strip()
    except FileNotFoundError:
        held = ""
    if _MARK.fullmatch(held):
        return held
    made = secrets.token_hex(8)
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{made}\n", encoding="ascii")
    return made


def engine_of(name: EngineName, outside: Outside | None = None) -> Engine:
    """The engine of that name; NotInstalledError where what it needs is not installed.

    `outside` is for writing, where the engine keeps an index outside of the library.
    """
    try:
        if name == OPENSEARCH:
            from policydiff.search.with_opensearch import OnCluster

            return OnCluster(outside)
        if name == TANTIVY:
            from policydiff.search.with_tantivy import Tantivy

            return Tantivy()
    except ImportError as error:
        command = install(_EXTRA[name])
        raise NotInstalledError(
            en=f'The engine "{name}" is not installed ({error}). Take engine = "{name}" out of corpus.toml, or install '
            f"it with: {command}",
            zh=f'没有安装检索引擎 {name}（{error}）。可以从 corpus.toml 中删去 engine = "{name}"；'
            f"要用的，请运行：{command}",
        ) from error
    from policydiff.search.with_whoosh import Whoosh

    return Whoosh()
