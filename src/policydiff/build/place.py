"""What is built, in its place: written beside what is there and exchanged for it, the manifest last."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from policydiff.build.manifest import INDEX, MANIFEST, Result, site_noted, write
from policydiff.errors import BuildError
from policydiff.library import INDEXES, SITE

TRACE = f"{INDEXES}/trace"
START_PAGE = f"{SITE}/index.html"
CACHE = f"{INDEXES}/cache"
TWIN = f"{INDEXES}/twin"  # second names of the files of the site

_STAGING = ".building-"
_OLD = "old-"
_OURS = ".policydiff"  # in a site folder: a build made it, and the next one may take its place


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """A folder to build in, gone afterwards; the twin of the site lies in it, if there is one. What a build that was
    killed has left is put back or removed before."""
    for left in (root / INDEXES).glob(f"{_STAGING}*"):
        _put_back(left, root)
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_STAGING, dir=root / INDEXES, ignore_cleanup_errors=True) as folder:
        if not (root / TWIN).is_symlink():  # which would lead to who knows what
            with suppress(OSError):
                (root / TWIN).rename(Path(folder) / SITE)
        yield Path(folder)


class Site(Protocol):
    """The new site, whose twin is to be the next one's folder."""

    def noted(self) -> Mapping[str, tuple[int, int, str]]:
        """Of each of its files the state and the part that it belongs to."""

    def follow(self, twin: Path, site: Path) -> None:
        """What was the site before holds all that is in the new one, too, which is there."""


def put_in_place(root: Path, made: Path, state: str, result: Result, site: Site) -> None:
    """The new site and index stand where the old ones stood; what else lay in the site folder still does."""
    (made / SITE / _OURS).write_text("Made by `policydiff build`, which may make it anew.\n", encoding="utf-8")
    built = sorted(path.name for path in (made / SITE).iterdir())
    made_before = _made_before(root, built)
    _refuse_foreign(root / SITE, [name for name in built if name not in made_before])
    _keep_others(root / SITE, made / SITE, made_before)
    pages = {f"{SITE}/{path}": noted for path, noted in site.noted().items()}
    fresh = made / "manifest.json"
    write(fresh, state, result, built, pages, made / "search")
    old = _exchange(made / SITE, root / SITE)
    _exchange(made / "search", root / INDEX)
    _exchange(made / "trace", root / TRACE)
    fresh.replace(root / MANIFEST)
    _keep_twin(old, root, site)


def _keep_twin(old: Path, root: Path, site: Site) -> None:
    """What was the site is the twin of the one that is; where a file cannot have two names, there is none."""
    if old.is_symlink():
        return
    with suppress(OSError):
        old.mkdir(exist_ok=True)
        site.follow(old, root / SITE)
        old.rename(root / TWIN)


# ------------------------------------------------------------------------------------------ the exchange


def _exchange(new: Path, place: Path) -> Path:
    """`new` stands in `place`, in one step where the system can; if that fails, what stood there still does. Where that
    is now, if anything stood there."""
    if not place.exists():
        new.rename(place)
    elif not _exchanged(new, place):
        return _in_two_steps(new, place)
    return new


def _in_two_steps(new: Path, place: Path) -> Path:
    """Between the steps nothing stands in `place`: a build that finds the old one moved away puts it back."""
    old = new.with_name(f"{_OLD}{place.name}")
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise
    return old


def _put_back(left: Path, root: Path) -> None:
    for place in (root / SITE, root / INDEX, root / TRACE):
        old = left / f"{_OLD}{place.name}"
        if old.is_dir() and not place.exists():
            with suppress(OSError):
                old.rename(place)


# On Linux renameat2(RENAME_EXCHANGE), on macOS renamex_np(RENAME_SWAP): two folders change places at once.
_HERE, _EXCHANGE, _SWAP = -100, 2, 2


def _exchanged(one: Path, other: Path) -> bool:
    """Two folders have changed places; False where the system or the file system cannot do that."""
    if sys.platform == "win32":
        return False
    paths = os.fsencode(one), os.fsencode(other)
    library: Any = ctypes.CDLL(None)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(paths[0], paths[1], _SWAP) == 0)
    return False


# -------------------------------------------------------------------------------- what is not a build's


def _made_before(root: Path, built: list[str]) -> list[str]:
    """What in the site folder is of an earlier build, by its own note or, where that is lost, by its mark."""
    made = site_noted(root)
    if made is not None:
        return made
    return built if (root / SITE / _OURS).is_file() else []


def _refuse_foreign(site: Path, new: list[str]) -> None:
    """BuildError where a build would take the place of what no build has made."""
    if (site.exists() or site.is_symlink()) and not site.is_dir():
        raise BuildError(
            en=f"{site}: this is no folder, and the site is to be built there. Move it away.",
            zh=f"{site}：这不是文件夹，而站点要生成在这里。请将其移走。",
        )
    if foreign := [name for name in new if (site / name).exists()]:
        names = ", ".join(foreign)
        raise BuildError(
            en=f"{site}: holds what `policydiff build` has not made and would overwrite ({names}). "
            "Move it away and build again.",
            zh=f"{site}：其中有不是 `policydiff build` 生成、而会被覆盖的内容（{names}）。请移走后重新生成。",
        )


def _keep_others(old: Path, new: Path, built: list[str]) -> None:
    """Copy what no build has made (a note, a CNAME) from the old folder into the new one."""
    for path in old.iterdir() if old.is_dir() else ():
        if path.name in built or (new / path.name).exists():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True)
        else:
            shutil.copy2(path, new / path.name, follow_symlinks=False)
