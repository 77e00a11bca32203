"""The pages of the next site, put together in the twin of the one that is read.

    site/            what is read
    indexes/twin/    the same files under second names ──▶ .building-…/site ──▶ changes places with site/

So what stands is in the next site already, and what a build does for its pages grows with what has changed and not with
the library. A page that the twin lacks, as all do after a build that was killed, gets its second name from the site.
A file of two names is never written to: it is taken away, and another one stands there.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from policydiff.build.manifest import Before, State
from policydiff.build.store import Store
from policydiff.build.work import Task


class Pages:
    """The site as it comes to be in a folder, which may hold its twin; `parts` are the paths of its files, by what made
    them."""

    def __init__(self, folder: Path, standing: Before, store: Store) -> None:
        folder.mkdir(exist_ok=True)
        self._folder, self._standing, self._store = folder, standing, store
        self._held, self._folders = _found(folder)
        self._written: list[str] = []
        self.asked: Collection[Task] = ()
        self.parts: dict[str, tuple[str, ...]] = {}

    def take_over(self) -> None:
        """What stands already of the parts that are asked for is in it."""
        for task in self.asked:
            standing = self._standing.parts.get(task.key.hash, {})
            with suppress(OSError):  # what cannot be in two places is written anew
                if standing and all(self._stands(path, state) for path, state in standing.items()):
                    self.parts[task.key.hash] = tuple(standing)

    def has(self, task: Task) -> None:
        """What a task has made is in it."""
        if task.key.hash not in self.parts:
            self.parts[task.key.hash] = tuple(self._put(self._store.get(task.key)))

    def only(self) -> None:
        """What belongs to no part is in it no more."""
        for path in self._held.keys() - {path for paths in self.parts.values() for path in paths}:
            (self._folder / path).unlink()
            del self._held[path]
        for folder in reversed(self._folders):
            with suppress(OSError):  # it holds something
                (self._folder / folder).rmdir()

    def noted(self) -> dict[str, tuple[int, int, str]]:
        """Each file's state and the part that it belongs to, for the next build."""
        return {path: (*self._held[path], part) for part, paths in self.parts.items() for path in paths}

    def follow(self, twin: Path, site: Path) -> None:
        """It is the site now; what was the site before, and is to be its twin, holds what was written into it, too."""
        for path in self._written:
            _linked(site / path, twin / path)

    def _stands(self, path: str, state: State) -> bool:
        """Whether a page is in it that is as the last build left it, if need be under a second name from now on."""
        if self._held.get(path) == state:
            return True
        read = self._standing.site / path
        found = read.lstat()
        if (found.st_size, found.st_mtime_ns) != state:
            return False
        _linked(read, self._folder / path)
        self._held[path] = state
        return True

    def _put(self, files: Iterable[tuple[str, str]]) -> Iterator[str]:
        """The paths of files that are in it; one that says the same already is left as it is."""
        from policydiff.site import encoded, put

        for path, text in files:
            data = encoded(text)
            if not self._says(path, data):
                file = self._folder / path
                if path in self._held:
                    file.unlink()
                put(file, data)
                self._held[path] = _state(file.lstat())
                self._written.append(path)
            yield path

    def _says(self, path: str, data: bytes) -> bool:
        """Whether there is such a file already."""
        held = self._held.get(path)
        return held is not None and held[0] == len(data) and (self._folder / path).read_bytes() == data


def _found(top: Path) -> tuple[dict[str, State], list[str]]:
    """Every file in a folder, by its path from there, and every folder, each behind the one that it lies in."""
    files: dict[str, State] = {}
    folders = [""]
    for folder in folders:
        with os.scandir(top / folder) as found:
            for item in found:
                if item.is_dir(follow_symlinks=False):
                    folders.append(f"{folder}{item.name}/")
                else:
                    files[f"{folder}{item.name}"] = _state(item.stat(follow_symlinks=False))
    return files, folders[1:]


def _state(found: os.stat_result) -> State:
    return found.st_size, found.st_mtime_ns


def _linked(file: Path, second: Path) -> None:
    """A file has this second name, whatever stood there."""
    try:
        os.link(file, second)
    except FileExistsError:
        second.unlink()
        os.link(file, second)
    except FileNotFoundError:
        second.parent.mkdir(parents=True, exist_ok=True)
        os.link(file, second)
