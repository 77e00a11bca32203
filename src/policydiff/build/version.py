"""The version of the code that makes a thing: what it made is made anew when that code has changed, and only then.

A version is a hash of this package's own files and of the versions of what it builds with, so that two states of the
code never share what they made, whatever they call themselves. What makes documents knows nothing of the floors
above it, so their files do not count for it; a file that no list here names counts for everything.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Literal

from policydiff import __version__

Product = Literal["document", "comparison", "index", "site"]

_ABOVE_SITE = ("cli", "report", "evaluation")
_ABOVE_INDEX = (*_ABOVE_SITE, "site")
_ABOVE_COMPARISON = (*_ABOVE_INDEX, "search", "check", "tracing", "library")
_ABOVE_DOCUMENT = (*_ABOVE_COMPARISON, "decisions", "presentation", "comparison", "alignment")
# The floors above the one that makes a product, but for this floor, which says with what each is made.
ABOVE: Mapping[Product, tuple[str, ...]] = {
    "document": _ABOVE_DOCUMENT,
    "comparison": _ABOVE_COMPARISON,
    "index": _ABOVE_INDEX,
    "site": _ABOVE_SITE,
}
_PACKAGE = "policydiff"
_ROOT = Path(__file__).parent.parent
_DISTRIBUTION = re.compile(r"[A-Za-z0-9._-]+")


@cache
def version(product: Product) -> str:
    """Changes whenever the code that makes a product does, or what that builds with."""
    digest = hashlib.sha256()
    for part in (*built_with(), *(f"{name} {sha256}" for name, sha256 in _files() if _counts(name, product))):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def _counts(file: str, product: Product) -> bool:
    return file.split("/")[0].removesuffix(".py") not in ABOVE[product]


@cache
def _files() -> tuple[tuple[str, str], ...]:
    """Each file of the package and its hash."""
    paths = sorted(path for path in _ROOT.rglob("*") if "__pycache__" not in path.parts and path.is_file())
    return tuple((path.relative_to(_ROOT).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths)


def forget() -> None:
    """The files are looked at again the next time: those of a program at work may be changed under it."""
    version.cache_clear()
    _files.cache_clear()


def built_with() -> Iterator[str]:
    """This package, Python, its tables of characters, and the installed packages that this one requires."""
    yield f"{_PACKAGE} {__version__}"
    yield f"python {sys.version_info.major}.{sys.version_info.minor} {unicodedata.unidata_version}"
    try:
        required = metadata.requires(_PACKAGE) or []
    except metadata.PackageNotFoundError:
        return
    for name in sorted({found.group() for line in required if (found := _DISTRIBUTION.match(line))}):
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            continue
