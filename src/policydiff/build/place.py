"""What is built, in its place: written beside what is there and exchanged for it, the manifest last."""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Protocol, get_args

from policydiff.errors import BuildError
from policydiff.library import INDEXES, SITE
from policydiff.model import Language

Message = Mapping[Language, str]  # for the user, in each language
State = tuple[int, int]  # of a file: how long it is and when it was written

INDEX = f"{INDEXES}/search"
TRACE = f"{INDEXES}/trace"
MANIFEST = f"{INDEXES}/manifest.json"
START_PAGE = f"{SITE}/index.html"
CACHE = f"{INDEXES}/cache"
TWIN = f"{INDEXES}/twin"  # second names of the files of the site

_STAGING = ".building-"
_OLD = "old-"
_OURS = ".policydiff"  # in a site folder: a build made it, and the next one may take its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a build made. `unchanged` says that the last one still holds; `problems` and `stale` are lines for the
    user: what was left out, and which reviewers' decisions were not applied."""

    documents: int
    provisions: int
    comparisons: int
    pages: int
    problems: tuple[Message, ...] = ()
    stale: tuple[Message, ...] = ()
    unchanged: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The pages of the site that is read, by the part that they belong to, as the last build left them."""

    site: Path
    parts: Mapping[str, Mapping[str, State]]


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
    index = _hashes(made, "search", INDEX)
    manifest = {"state": state, "site": built, "result": asdict(result), "pages": pages, "index": index}
    fresh = made / "manifest.json"
    fresh.write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")  # with indents ten times as slow
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
    made = _noted(root).get("site")
    if isinstance(made, list) and _are_texts(made):
        return made
    return built if (root / SITE / _OURS).is_file() else []


def _refuse_foreign(site: Path, new: list[str]) -> None:
    """BuildError where a build would take the place of what no build has made."""
    if (site.exists() or site.is_symlink()) and not site.is_dir():
        raise BuildError(
            f"{site}: this is no folder, and the site is to be built there. Move it away.",
            f"{site}：这不是文件夹，而站点要生成在这里。请将其移走。",
        )
    if foreign := [name for name in new if (site / name).exists()]:
        names = ", ".join(foreign)
        raise BuildError(
            f"{site}: holds what `policydiff build` has not made and would overwrite ({names}). "
            "Move it away and build again.",
            f"{site}：其中有不是 `policydiff build` 生成、而会被覆盖的内容（{names}）。请移走后重新生成。",
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


# ------------------------------------------------------------------------------- has anything changed


def last(root: Path, state: str) -> Result | None:
    """The last build's result, if it was made from the same things and is still there."""
    noted = manifest(root)
    if noted is None or noted["state"] != state:
        return None
    try:
        sizes = {name: page[0] for name, page in noted["pages"].items()}
        whole = _hold(_sizes(root, SITE), sizes) and _hold(_hashes(root, INDEX, INDEX), noted["index"])
    except (OSError, TypeError, LookupError):
        return None
    said = noted["result"]
    lines = {"problems": tuple(said["problems"]), "stale": tuple(said["stale"])}
    return Result(**said | lines | {"unchanged": True}) if whole else None


def _hold(there: Mapping[str, object], noted: Mapping[str, object]) -> bool:
    """Whether every file that was noted is there as it was noted."""
    return all(there.get(file) == what for file, what in noted.items())


def _sizes(folder: Path, place: str) -> dict[str, int]:
    """Every file of the site and how long it is: shows at little cost what is gone or cut short."""
    return {f"{place}/{name}": found.st_size for name, found in _files(folder / place)}


def _hashes(folder: Path, part: str, place: str) -> dict[str, str]:
    """Every file of the index and its hash: one wrong byte in it, and searches fail or miss what is there."""
    top = folder / part
    return {f"{place}/{name}": hashlib.sha256((top / name).read_bytes()).hexdigest() for name, _ in _files(top)}


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
        and all(_are_lines(lines) for lines in (result["problems"], result["stale"]))
    )


def _are_texts(said: object) -> bool:
    return isinstance(said, list) and all(isinstance(text, str) for text in said)


def _are_lines(said: object) -> bool:
    languages = set(get_args(Language))
    return isinstance(said, list) and all(
        isinstance(line, dict) and line.keys() == languages and all(isinstance(text, str) for text in line.values())
        for line in said
    )
