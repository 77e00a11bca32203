"""The version of the code that makes a thing: what it made is made anew when that code has changed, and only then.

A version is a hash of this package's own files and of the versions of what it builds with, so that two states of the
code never share what they made, whatever they call themselves. What makes documents knows nothing of the floors
above it, so their files do not count for it; a file that no list here names counts for everything.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal

from policydiff import __version__

Product = Literal["document", "comparison", "index", "site"]

# The floors from the top, but for this one, which says with what each product is made.
_FLOORS = (
    "cli", "report", "evaluation", "site", "sitemap", "search", "check", "tracing", "library", "decisions",
    "presentation", "comparison", "gravity", "messages", "redline", "alignment", "parsing",
)  # fmt: skip
_MADE_BY: Mapping[Product, str] = {"document": "parsing", "comparison": "decisions", "index": "search", "site": "site"}
ABOVE = {product: _FLOORS[: _FLOORS.index(floor)] for product, floor in _MADE_BY.items()}
_PACKAGE = "policydiff"
_ROOT = Path(__file__).parent.parent
Look = tuple[str, int, int]
_TELLS_OF = re.compile(r"(?P<name>[A-Za-z0-9._]+)-(?P<version>[^-]+)(?:-py\d[\d.]*)?\.(?:dist|egg)-info")
_REQUIRES = re.compile(r"^Requires-Dist: ([A-Za-z0-9._-]+)", re.MULTILINE)


@cache
def version(product: Product) -> str:
    """Changes whenever the code that makes a product does, or what that builds with."""
    digest = hashlib.sha256()
    for part in (*_looked_at()[1], *(f"{name} {sha256}" for name, sha256 in _files() if _counts(name, product))):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def _counts(file: str, product: Product) -> bool:
    return file.split("/")[0].removesuffix(".py") not in ABOVE[product]


@cache
def _files() -> tuple[tuple[str, str], ...]:
    """Each file of the package and its hash."""
    names = sorted(name for name, *_ in _looked_at()[0])
    return tuple((name, hashlib.sha256((_ROOT / name).read_bytes()).hexdigest()) for name in names)


def forget() -> None:
    """The files are looked at again the next time: those of a program at work may be changed under it."""
    version.cache_clear()
    _files.cache_clear()
    _looked_at.cache_clear()


def is_changed() -> bool:
    """Whether this program was changed since its files were looked at, or what it builds with."""
    return _looked_at() != _looks()


def _looks() -> tuple[tuple[Look, ...], tuple[str, ...]]:
    return tuple(_stamps()), tuple(built_with())


_looked_at = cache(_looks)


def _stamps() -> Iterator[Look]:
    """Of each file of the package its name, how long it is and when it was written."""
    folders = [""]
    for folder in folders:
        with os.scandir(_ROOT / folder) as found:
            for item in found:
                if item.is_dir():
                    folders += [f"{folder}{item.name}/"] if item.name != "__pycache__" else []
                    continue
                with suppress(FileNotFoundError):  # gone meanwhile, or a link to nothing, as an editor's lock is
                    state = item.stat()
                    yield f"{folder}{item.name}", state.st_size, state.st_mtime_ns


def built_with() -> Iterator[str]:
    """This package, Python, its tables of characters, and the installed packages that this one requires."""
    yield f"{_PACKAGE} {__version__}"
    yield f"python {sys.version_info.major}.{sys.version_info.minor} {unicodedata.unidata_version}"
    installed = _installed()
    for name in sorted({_normal(name) for name in _required(installed)} & installed.keys()):
        yield f"{name} {installed[name][0]}"


def _installed() -> dict[str, tuple[str, Path]]:
    """The version of each installed package, and the folder that tells of it (PEP 376). `importlib.metadata` says the
    same and takes 30 ms to load and ask, a fifth of a build in which nothing has changed."""
    found: dict[str, tuple[str, Path]] = {}
    for folder in sys.path:
        with suppress(OSError):  # an archive, or nothing at all
            names = sorted(path.name for path in Path(folder or ".").iterdir())
            for tells in filter(None, map(_TELLS_OF.fullmatch, names)):
                found.setdefault(_normal(tells["name"]), (tells["version"], Path(folder, tells[0])))
    return found


def _required(installed: Mapping[str, tuple[str, Path]]) -> list[str]:
    """The packages that this one requires, its extras with them; none where it is not installed, or where nothing is
    left of what told of it."""
    told = ""
    with suppress(KeyError, OSError):
        told = (installed[_PACKAGE][1] / "METADATA").read_text(encoding="utf-8", errors="replace")
    return _REQUIRES.findall(told.partition("\n\n")[0])


def _normal(name: str) -> str:
    """The name of a package as packages are told apart by it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
