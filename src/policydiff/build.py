"""A library → its search index and its site, anew only when something has changed.

    corpus/   ──▶  indexes/.building-…/search   ─┐ swapped in
    read, parse,   indexes/.building-…/site     ─┤ when all is       site/
    align, review                                ┘ written           indexes/search, indexes/manifest.json

Everything is written beside what is there and swapped in at the end, so that a build that fails or is stopped
leaves the last one as it was. The manifest comes last: as long as it is the old one, the next run builds again.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from policydiff import __version__
from policydiff.errors import LibraryError, PolicydiffError
from policydiff.library import CATALOGUE, CORPUS, DECISIONS, Entry, Library, Pair
from policydiff.model import StaleDecision

if TYPE_CHECKING:
    from policydiff.model import Comparison, Decision, Document

INDEXES, SITE = "indexes", "site"
INDEX = f"{INDEXES}/search"
MANIFEST = f"{INDEXES}/manifest.json"
START_PAGE = f"{SITE}/index.html"
_PACKAGE = "policydiff"
_DISTRIBUTION = re.compile(r"[A-Za-z0-9._-]+")
_STAGING = ".building-"
_OURS = ".policydiff"  # in a site folder: a build made it, and the next one may take its place
_AN_HOUR = 3600


class Progress(Protocol):
    """Told of each step as it begins; what it does with that is the caller's."""

    def __call__(self, *, done: int, of: int, what: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a build made. `unchanged` says that the last one still holds; `problems` and `stale` are lines for the
    user: what was left out, and which reviewers' decisions were not applied."""

    documents: int
    provisions: int
    comparisons: int
    pages: int
    problems: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    unchanged: bool = False


Shelf = Sequence[tuple[Entry, "Document"]]
Comparisons = Sequence[tuple[Pair, "Comparison"]]


def build(library: Library, progress: Progress) -> Result:
    """The index and the site are those of the corpus afterwards.

    A document that cannot be read is a problem in the result and the others are built; if none can be read,
    or something cannot be written, LibraryError is raised and what was built before stays.
    """
    state = _fingerprint(library)
    if (last := _last(library.root, state)) is not None:
        return last
    try:
        with tempfile.TemporaryDirectory(prefix=_STAGING, dir=_indexes(library.root)) as folder:
            return _build(library, Path(folder), state, progress)
    except OSError as error:
        where = error.filename or library.root
        raise LibraryError(
            f"{where}: cannot be written ({error.strerror or error}). Check permissions and disk space; "
            "what was built before is as it was."
        ) from error


def _build(library: Library, staging: Path, state: str, progress: Progress) -> Result:
    from policydiff import decisions
    from policydiff.search import write_index
    from policydiff.site import write_site

    _refuse_emptied(library)
    decided = decisions.read(library.root / CORPUS / DECISIONS)
    pairs = library.pairs()
    steps = _Steps(progress, len(library.entries) + len(pairs) + 2)
    shelf, problems = _shelf(library, steps)
    if library.entries and not shelf:
        raise LibraryError(f"{library.root / CORPUS}: no document can be read. The first: {problems[0]}")
    comparisons = _compared(pairs, shelf, decided, steps)
    steps.begin(INDEXES)
    provisions = write_index(_made(staging / "search"), shelf)
    steps.begin(SITE)
    pages = write_site(_made(staging / "site"), shelf, comparisons)
    result = Result(
        documents=len(shelf),
        provisions=provisions,
        comparisons=len(comparisons),
        pages=pages,
        problems=tuple(problems),
        stale=tuple(map(decisions.line, _stale(decided, comparisons))),
    )
    _put_in_place(library.root, staging, state, result)
    return result


def _refuse_emptied(library: Library) -> None:
    """LibraryError where the catalogue names nothing and a site of documents would become one of none."""
    last = _manifest(library.root)
    if last and last["result"]["documents"] and not library.entries:
        raise LibraryError(
            f"{library.root / CORPUS / CATALOGUE}: names no document any more, and the site that is built has "
            f"{last['result']['documents']}. Put them back; if none is meant, delete {library.root / MANIFEST} "
            "and build again."
        )


class _Steps:
    """Counts the steps of a build for its progress."""

    def __init__(self, progress: Progress, of: int) -> None:
        self._progress, self._of, self._done = progress, of, 0

    def begin(self, what: str) -> None:
        self._progress(done=self._done, of=self._of, what=what)
        self._done += 1


def _shelf(library: Library, steps: _Steps) -> tuple[list[tuple[Entry, Document]], list[str]]:
    """The documents that can be read, each entry with a title, and a line for each that cannot."""
    from policydiff.ingest import read
    from policydiff.parsing import parse

    shelf: list[tuple[Entry, Document]] = []
    problems: list[str] = []
    for entry in library.entries:
        steps.begin(entry.id)
        try:
            document = parse(read(entry.path, entry.language), id=entry.id, title=entry.title)
        except PolicydiffError as error:
            problems.append(f"document {entry.id} is left out: {error}")
            continue
        shelf.append((replace(entry, title=entry.title or document.title or entry.id), document))
    return shelf, problems


def _compared(
    pairs: Sequence[Pair], shelf: Shelf, decided: Sequence[Decision], steps: _Steps
) -> list[tuple[Pair, Comparison]]:
    """Every pair of documents that could both be read, compared as reviewers decided."""
    from policydiff.alignment import align
    from policydiff.decisions import reviewed

    held = {entry.id: (entry, document) for entry, document in shelf}
    out = []
    for pair in pairs:
        steps.begin(f"{pair.base.id} ↔ {pair.target.id}")
        if pair.base.id in held and pair.target.id in held:
            (base, base_document), (target, target_document) = held[pair.base.id], held[pair.target.id]
            comparison = reviewed(align(base_document, target_document), decided)
            out.append((replace(pair, base=base, target=target), comparison))
    return out


def _stale(decided: Sequence[Decision], comparisons: Comparisons) -> list[StaleDecision]:
    """The decisions that were not applied, in the order of their file."""
    made = {(pair.base.id, pair.target.id) for pair, _ in comparisons}
    uncompared = [StaleDecision(decision=d, why="uncompared") for d in decided if d.documents not in made]
    stale = [one for _, comparison in comparisons for one in comparison.stale]
    return sorted([*uncompared, *stale], key=lambda one: one.decision.number)


# --------------------------------------------------------------------------------------- the folders


def _indexes(root: Path) -> Path:
    """The folder of what is built, without what builds that were killed have left in it."""
    folder = _made(root / INDEXES)
    for left in folder.glob(f"{_STAGING}*"):
        if time.time() - left.stat().st_mtime > _AN_HOUR:
            shutil.rmtree(left, ignore_errors=True)
    return folder


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _put_in_place(root: Path, staging: Path, state: str, result: Result) -> None:
    """The new site and index stand where the old ones stood; what else lay in the site folder still does."""
    (staging / "site" / _OURS).write_text("Made by `policydiff build`, which may make it anew.\n", encoding="utf-8")
    built = sorted(path.name for path in (staging / "site").iterdir())
    made_before = _made_before(root, built)
    _refuse_foreign(root / SITE, [name for name in built if name not in made_before])
    _keep_others(root / SITE, staging / "site", made_before)
    _swap(staging / "site", root / SITE, staging / "old-site")
    _swap(staging / "search", root / INDEX, staging / "old-search")
    noted = {"pages": _sizes(root), "index": _hashes(root)}
    manifest = {"state": state, "site": built, "result": asdict(result), **noted}
    fresh = staging / "manifest.json"
    fresh.write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(root / MANIFEST)


def _made_before(root: Path, built: list[str]) -> list[str]:
    """What in the site folder is of an earlier build, by its own note or, where that is lost, by its mark."""
    made = _noted(root).get("site")
    if isinstance(made, list) and _are_texts(made):
        return made
    return built if (root / SITE / _OURS).is_file() else []


def _refuse_foreign(site: Path, new: list[str]) -> None:
    """LibraryError where a build would take the place of what no build has made."""
    if (site.exists() or site.is_symlink()) and not site.is_dir():
        raise LibraryError(f"{site}: this is no folder, and the site is to be built there. Move it away.")
    if foreign := [name for name in new if (site / name).exists()]:
        raise LibraryError(
            f"{site}: holds what `policydiff build` has not made and would overwrite ({', '.join(foreign)}). "
            "Move it away and build again."
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


def _swap(new: Path, place: Path, old: Path) -> None:
    """`new` stands in `place`; if that fails, what stood there still does."""
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise


# ------------------------------------------------------------------------------- has anything changed


def _last(root: Path, state: str) -> Result | None:
    """The last build's result, if it was made from the same things and is still there."""
    manifest = _manifest(root)
    if manifest is None or manifest["state"] != state:
        return None
    try:
        whole = _hold(_sizes(root), manifest["pages"]) and _hold(_hashes(root), manifest["index"])
    except OSError:
        return None
    said = manifest["result"]
    lines = {"problems": tuple(said["problems"]), "stale": tuple(said["stale"])}
    return Result(**said | lines | {"unchanged": True}) if whole else None


def _hold(there: Mapping[str, object], noted: Mapping[str, object]) -> bool:
    """Whether every file that was noted is there as it was noted."""
    return all(there.get(file) == what for file, what in noted.items())


def _sizes(root: Path) -> dict[str, int]:
    """Every file of the site and how long it is: shows at little cost what is gone or cut short."""
    return {name: file.stat().st_size for name, file in _files(root, SITE)}


def _hashes(root: Path) -> dict[str, str]:
    """Every file of the index and its hash: one wrong byte in it, and searches fail or miss what is there."""
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in _files(root, INDEX)}


def _files(root: Path, place: str) -> Iterator[tuple[str, Path]]:
    for file in sorted((root / place).rglob("*")):
        if file.is_file():
            yield file.relative_to(root).as_posix(), file


def _manifest(root: Path) -> dict[str, Any] | None:
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
        and all(_are_texts(texts) for texts in (said["site"], result["problems"], result["stale"]))
    )


def _are_texts(said: object) -> bool:
    return isinstance(said, list) and all(isinstance(text, str) for text in said)


def _fingerprint(library: Library) -> str:
    """Changes whenever the catalogue, a document, a decision, this package or one it builds with does."""
    digest = hashlib.sha256()
    for part in _made_from(library):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _made_from(library: Library) -> Iterator[bytes]:
    yield __version__.encode()
    yield from (f"{name} {version}".encode() for name, version in _built_with())
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield str(path.relative_to(package)).encode()
            yield path.read_bytes()
    corpus = library.root / CORPUS
    decided = [corpus / DECISIONS] if (corpus / DECISIONS).is_file() else []
    for path in [corpus / CATALOGUE, *decided, *sorted({entry.path for entry in library.entries})]:
        yield str(path.relative_to(corpus)).encode()
        yield _bytes(path)


def _bytes(path: Path) -> bytes:
    """What a file holds; of one that cannot be read, why, and whoever needs its text will tell the user."""
    try:
        return path.read_bytes()
    except OSError as error:
        return f"cannot be read: {error.errno}".encode()


def _built_with() -> Iterator[tuple[str, str]]:
    """The installed packages that this one requires: what they do shows in what is built."""
    try:
        required = metadata.requires(_PACKAGE) or []
    except metadata.PackageNotFoundError:
        return
    for name in sorted({found.group() for line in required if (found := _DISTRIBUTION.match(line))}):
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
