"""A build makes anew what depends on a change and nothing else, and the outcome is that of a build of everything."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections import Counter
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.beards import built, outcome, write_library

from policydiff.build import MANIFEST, course, place, plan, processes, version, work, workers
from policydiff.build.lock import LOCK, locked
from policydiff.build.processes import Processes
from policydiff.build.store import DamagedError, Key, Store, key
from policydiff.build.version import ABOVE
from policydiff.build.work import Task
from policydiff.errors import BuildError
from policydiff.library import SITE, Entry
from policydiff.model import Span


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two central rules with two local ones each."""
    return write_library(tmp_path)


def change(root: Path, name: str = "local-1") -> None:
    path = root / "corpus" / f"{name}.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("每月", "每年"), encoding="utf-8")


def inodes(data: Path) -> dict[tuple[str, str], int]:
    """The volume and the name of each of its pieces, and which file that is."""
    pieces = [path for kind in ("volume", "places", "postings", "leaves") for path in data.glob(f"{kind}-*.js")]
    return {(path.stem.split("-")[1], path.name): path.stat().st_ino for path in pieces}


def made_anew(root: Path) -> dict[str, object]:
    """The outcome of a build that finds nothing made before."""
    shutil.rmtree(root / place.CACHE)
    shutil.rmtree(root / place.TRACE)
    (root / MANIFEST).unlink()
    built(root)
    return outcome(root)


@pytest.fixture
def tasks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done, as the kind of task and what it is of."""
    done: list[str] = []
    do = work.do

    def counted(task: work.Task, store: Store) -> work.Left | None:
        done.append(f"{type(task).__name__} {task.what}")
        return do(task, store)

    monkeypatch.setattr(course, "do", counted)
    for module in (workers, processes):
        monkeypatch.setattr(module, "cores", lambda: 1)  # what a helper does is counted nowhere
    return done


@pytest.mark.parametrize("name", ["local-1", "base-0"])
def test_after_a_change_of_one_document_all_is_as_if_it_had_been_made_anew(root: Path, name: str) -> None:
    built(root)
    before = outcome(root)
    change(root, name)
    assert not built(root).unchanged
    after = outcome(root)
    assert after != before
    assert after == made_anew(root)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "local-3"\n', 'id = "local-3"\ntitle = "北街道的细则"\n'),
        ('implements = ["base-0"]', 'quotes = ["base-0"]'),
        ('id = "base-1"\n', 'id = "base-1"\nissuer = "胡须局"\n'),
    ],
)
def test_after_a_change_of_the_catalogue_all_is_as_if_it_had_been_made_anew(root: Path, old: str, new: str) -> None:
    built(root)
    catalogue = root / "corpus/corpus.toml"
    catalogue.write_text(catalogue.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    built(root)
    assert outcome(root) == made_anew(root)


def test_a_document_that_is_added_or_taken_out_leaves_all_as_if_made_anew(root: Path) -> None:
    catalogue = root / "corpus/corpus.toml"
    everything = catalogue.read_text(encoding="utf-8")
    for held in (everything.rpartition("[[document]]")[0], everything):
        catalogue.write_text(held, encoding="utf-8")
        assert built(root).documents == len(tomllib.loads(held)["document"])
        assert outcome(root) == made_anew(root)


def test_only_what_depends_on_a_changed_document_is_done_again(root: Path, tasks: list[str]) -> None:
    built(root)
    everything = len(tasks)
    tasks.clear()
    change(root, "local-1")
    built(root)
    assert Counter(tasks) == Counter(
        [
            "Reading local-1",
            "Comparing base-1 ↔ local-1",
            "Segmenting base-0 … local-2",
            "Stretching base-0 … local-2",
            "Listing base-0 … local-2",
            "Noting base-1 ↔ local-1",
            "Opening start",
            "Binding search",
            "Showing document local-1",
            "Showing document base-1",
            "Showing document base-0",  # not compared with it, but its words stand beside that one's provisions
            "Showing comparison base-1 local-1",
            "Showing versions base-1",
        ]
    )
    assert len(tasks) < everything


def test_a_change_leaves_the_volumes_of_the_search_data_that_it_is_not_in_as_they_are(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "_OF_A_STRETCH", 1)
    monkeypatch.setattr("policydiff.build.plan.VOLUME", 1)
    built(root)
    before = inodes(root / SITE / "data")
    volumes = {volume for volume, _ in before}
    assert len(volumes) > 1
    change(root)
    built(root)
    after = inodes(root / SITE / "data")
    assert len({volume for (volume, name), inode in after.items() if before.get((volume, name)) != inode}) == 1
    assert outcome(root) == made_anew(root)


def test_a_change_that_is_taken_back_needs_nothing_to_be_made(root: Path, tasks: list[str]) -> None:
    path = root / "corpus/local-1.txt"
    first = path.read_bytes()
    built(root)
    change(root, "local-1")
    built(root)
    tasks.clear()
    path.write_bytes(first)
    assert not built(root).unchanged
    assert tasks == []


def test_a_library_that_was_moved_needs_nothing_to_be_made(root: Path, tasks: list[str], tmp_path: Path) -> None:
    built(root)
    moved = tmp_path / "elsewhere"
    for name in ("corpus", "indexes"):
        shutil.copytree(root / name, moved / name)
    tasks.clear()
    built(moved)
    assert tasks == []


def test_a_document_that_cannot_be_read_is_tried_again(root: Path, tasks: list[str]) -> None:
    path = root / "corpus/local-1.txt"
    first = path.read_bytes()
    path.write_bytes(b"\0\0")
    assert len(built(root).problems) == 1
    path.write_bytes(first)
    assert built(root).problems == ()
    assert outcome(root) == made_anew(root)


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_page_that_somebody_has_written_over_is_made_again(
    root: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:

        def refuse(*_: object) -> None:
            raise OSError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)
    built(root)
    page = root / "site/documents/local-0.html"
    page.write_bytes(page.read_bytes()[:-2] + b"!!")
    kept = root / "site/documents/local-2.html"
    inode = kept.stat().st_ino
    change(root, "local-1")
    built(root)
    assert (kept.stat().st_ino == inode) is links
    assert kept.stat().st_nlink == (2 if links else 1)
    assert (root / place.TWIN).exists() is links
    assert outcome(root) == made_anew(root)


def test_what_stands_is_in_the_next_site_already_and_only_what_is_new_gets_a_second_name(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    before = {path: path.stat().st_ino for path in (root / "site").rglob("*") if path.is_file()}
    linked: list[Path] = []
    link = os.link

    def counted(file: Path, second: Path) -> None:
        linked.append(file)
        link(file, second)

    monkeypatch.setattr(os, "link", counted)
    for words in ("每年", "每季"):
        linked.clear()
        path = root / "corpus/local-1.txt"
        path.write_text(path.read_text(encoding="utf-8").replace("每月", words).replace("每年", words), "utf-8")
        built(root)
        new = {path for path in (root / "site").rglob("*") if path.is_file() and path.stat().st_ino != before.get(path)}
        assert new >= {root / "site/documents/local-1.html", root / "site/comparisons/base-1--local-1.html"}
        assert root / "site/documents/local-0.html" not in new
        assert root / "site/versions/base-1/art_1.html" in new
        assert root / "site/versions/base-1/art_3.html" not in new  # made anew, and says the same
        assert {path for path in linked if path.is_relative_to(root / "site")} == new - {root / "site/.policydiff"}
        before = {path: path.stat().st_ino for path in (root / "site").rglob("*") if path.is_file()}
    assert outcome(root) == made_anew(root)


def test_what_somebody_has_put_into_the_twin_of_the_site_or_taken_out_of_it_is_seen_nowhere(root: Path) -> None:
    built(root)
    twin = root / place.TWIN
    (twin / "documents/own.html").write_text("own", encoding="utf-8")
    (twin / "own/empty").mkdir(parents=True)
    (twin / "leads").symlink_to(root / "corpus")
    (twin / "documents/local-0.html").unlink()
    (twin / "documents/local-2.html").unlink()
    (twin / "documents/local-2.html").write_text("own", encoding="utf-8")
    change(root, "local-1")
    built(root)
    after = outcome(root)
    assert not [path for path in (root / "site").rglob("*") if path.name in ("own.html", "own", "empty", "leads")]
    assert len(list((root / "corpus").iterdir())) == 7
    assert after == made_anew(root)


def test_a_twin_that_leads_elsewhere_is_none(root: Path) -> None:
    built(root)
    elsewhere = root / "elsewhere"
    (root / place.TWIN).rename(elsewhere)
    (elsewhere / "own").write_text("own", encoding="utf-8")
    (root / place.TWIN).symlink_to(elsewhere)
    change(root, "local-1")
    built(root)
    assert (elsewhere / "own").exists()
    assert outcome(root) == made_anew(root)


def test_what_the_last_build_had_no_use_for_goes_after_a_week(root: Path) -> None:
    built(root)
    [other] = [p for p in (root / place.CACHE / "document").rglob("*") if p.is_file()][:1]
    old, young = (other.with_name(name) for name in ("0" * 64, "1" * 64))
    for path, days in ((old, 8), (young, 6)):
        shutil.copy(other, path)
        os.utime(path, (time.time() - days * 86400,) * 2)
    change(root)
    built(root)
    assert not old.exists()
    assert young.exists()


# ------------------------------------------------------------------------------------- what is filed


def test_a_damaged_thing_is_made_again(root: Path) -> None:
    built(root)
    before = outcome(root)
    (root / MANIFEST).unlink()
    for path in (root / place.CACHE).rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            path.write_bytes(data[:-1] + bytes([data[-1] ^ 255]))
    with pytest.raises(BuildError, match="does not stay as it was"):
        built(root)  # everything at once: that is a broken disk
    shutil.rmtree(root / place.CACHE)
    built(root)
    for kind in ("document", "comparison", "segment", "stretch", "card", "list", "pages"):
        (root / MANIFEST).unlink()
        for path in [path for path in (root / place.CACHE / kind).rglob("*") if path.is_file()][:1]:
            path.write_bytes(path.read_bytes()[:-1])
        built(root)
    assert outcome(root) == before


def test_a_store_gives_back_what_was_filed_and_no_more_than_plain_values(tmp_path: Path) -> None:
    store, at = Store(folder=tmp_path), Key(kind="card", hash="abc")
    store.put(at, (Span(start=1, end=2), "胡须"))
    assert store.get(at) == (Span(start=1, end=2), "胡须")
    store.put(at, Path("/etc"))
    with pytest.raises(DamagedError):
        store.get(at)
    assert not store.has(at)


def test_a_store_runs_no_code_of_others(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return (Path.touch, (tmp_path / "ran",))

    store, at = Store(folder=tmp_path), Key(kind="card", hash="abc")
    store.put(at, Evil())
    assert pickle.dumps(Evil())
    with pytest.raises(DamagedError):
        store.get(at)
    assert not (tmp_path / "ran").exists()


def test_keys_of_other_parts_are_others() -> None:
    parts = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["ab", "c", "\ud800"]]
    assert len({key("document", part) for part in parts}) == len(parts)


def test_neighbours_stay_together_when_one_comes_or_goes() -> None:
    entries = [Entry(id=f"law-{n}", path=Path("x"), language="zh", title="", kind="local") for n in range(300)]
    groups = plan.neighbours(entries, 16, 8)
    assert [entry for group in groups for entry in group] == entries
    assert 10 < len(groups) < 60
    for other in ([*entries[:100], *entries[101:]], entries[:299]):
        assert len(set(plan.neighbours(other, 16, 8)) - set(groups)) <= 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Needing(Task):
    """A task that is begun after others."""

    after: tuple[Key, ...] = ()

    @property
    def needs(self) -> tuple[Key, ...]:
        return self.after


def test_what_others_wait_for_is_done_before_what_is_shorter_and_what_takes_no_time_before_all() -> None:
    long, stretch, short, card = (
        Task(key=key("pages", [what]), what=what, weight=weight)
        for what, weight in (("long", 250), ("stretch", 200), ("short", 10), ("card", 5))
    )
    volume = Needing(key=key("pages", ["volume"]), what="volume", weight=300, after=(stretch.key, card.key))
    waiting = course.Waiting([volume, long, stretch, short, card])
    assert (waiting.little(), waiting.little()) == (card, None)
    waiting.made(card)
    assert waiting.shortest() is stretch
    assert waiting.longest() is long  # the volume waits
    waiting.made(stretch)
    assert (waiting.longest(), waiting.shortest()) == (volume, short)
    assert not waiting


# ---------------------------------------------------------------------------------- the program itself


def test_the_floors_above_what_makes_a_thing_are_those_of_the_contract() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    made_by = {"document": "parsing", "comparison": "decisions", "index": "search", "site": "site"}
    for product, floor in made_by.items():
        above = {one for layer in layers[: layers.index(floor)] for one in layer.split(" | ")} - {"build"}
        assert set(ABOVE[product]) == above  # type: ignore[index]


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        ("parsing/tree.py", {"document", "comparison", "index", "site"}),
        ("alignment/align.py", {"comparison", "index", "site"}),
        ("search/tokens.py", {"index", "site"}),
        ("site/static/pages.css", {"site"}),
        ("report/docx.py", set()),
        ("something_new.py", {"document", "comparison", "index", "site"}),
    ],
)
def test_a_change_of_the_program_is_one_of_what_it_makes(
    file: str, changed: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    version.forget()
    before = {product: version.version(product) for product in ABOVE}
    files = dict(version._files()) | {file: "changed"}
    monkeypatch.setattr(version, "_files", lambda: tuple(files.items()))
    version.version.cache_clear()
    assert {product for product in ABOVE if version.version(product) != before[product]} == changed
    monkeypatch.undo()
    version.forget()


def test_what_was_made_while_the_program_was_changed_is_made_again(
    root: Path, tasks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(version, "is_changed", lambda: True)
        built(root)
    everything = len(tasks)
    tasks.clear()
    assert not built(root).unchanged
    assert len(tasks) == everything
    assert built(root).unchanged


@pytest.mark.parametrize("change", ["another file", "a file of another length", "a file written again", "a file gone"])
def test_a_program_that_is_changed_while_it_works_knows_it(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "parsing").mkdir()
    file = tmp_path / "parsing/tree.py"
    file.write_text("leaf", encoding="utf-8")
    os.utime(file, (1, 1))
    monkeypatch.setattr(version, "_ROOT", tmp_path)
    version.forget()
    version.version("site")
    assert not version.is_changed()
    match change:
        case "another file":
            (tmp_path / "new.py").touch()
        case "a file of another length":
            file.write_text("leaves", encoding="utf-8")
            os.utime(file, (1, 1))
        case "a file written again":
            file.write_text("bark", encoding="utf-8")
        case _:
            file.unlink()
    assert version.is_changed()
    version.forget()


def test_a_link_to_nothing_among_the_programs_files_is_none_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tree.py").write_text("leaf", encoding="utf-8")
    try:
        (tmp_path / ".#tree.py").symlink_to("somebody@somewhere.123")  # the lock of an editor
    except OSError:
        pytest.skip("links cannot be made here")
    monkeypatch.setattr(version, "_ROOT", tmp_path)
    assert [name for name, *_ in version._stamps()] == ["tree.py"]


# ------------------------------------------------------------------------------------------- who works


@pytest.mark.parametrize("processes", [1, 3])
def test_the_outcome_is_the_same_whoever_works(root: Path, processes: int) -> None:
    built(root)
    alone = outcome(root)
    shutil.rmtree(root / "indexes")
    with ProcessPoolExecutor(processes) as pool:
        built(root, Processes(pool, processes))
    assert outcome(root) == alone


def test_a_large_library_is_built_by_a_process_for_each_core(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(root)
    alone = outcome(root)
    shutil.rmtree(root / "indexes")
    monkeypatch.setattr(workers, "LITTLE", 0)
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(workers, "_together", None)
    monkeypatch.setattr(workers, "_here", None)
    built(root)
    assert outcome(root) == alone


def test_workers_that_die_cost_time_and_nothing_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Dying(Executor):
        """Does three tasks and dies."""

        def __init__(self) -> None:
            self.left = 3

        def submit(self, function: Any, /, *values: Any, **named: Any) -> Future[Any]:
            if not self.left:
                raise BrokenProcessPool("a worker was killed")
            self.left -= 1
            done: Future[Any] = Future()
            done.set_result(function(*values, **named))
            return done

    built(root)
    alone = outcome(root)
    shutil.rmtree(root / "indexes")
    pools: list[Dying] = []

    def new() -> Any:
        pools.append(Dying())
        return Processes(pools[-1], 2)

    monkeypatch.setattr(workers, "LITTLE", 0)
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(workers, "one_for_each_core", new)
    built(root)
    assert len(pools) == 3
    assert outcome(root) == alone


@pytest.fixture
def hands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file for each task of a build with a helper, which says what process did it."""
    if sys.platform != "linux":
        pytest.skip("helpers are copies of a process, which are made on Linux alone")
    folder = tmp_path / "hands"
    folder.mkdir()
    do = work.do

    def noted(task: work.Task, store: Store) -> work.Left | None:
        (folder / f"{type(task).__name__} {task.what}").write_text(str(os.getpid()), encoding="utf-8")
        return do(task, store)

    for module in (course, processes):
        monkeypatch.setattr(module, "do", noted)
    for module in (workers, processes):
        monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # other tests may have left some that do nothing
    return folder


def test_a_change_is_built_by_this_process_and_a_helper(root: Path, hands: Path) -> None:
    built(root)
    change(root)
    built(root)
    by = {path.name: int(path.read_text(encoding="utf-8")) for path in hands.iterdir()}
    assert by["Reading local-1"] == os.getpid() != by["Comparing base-1 ↔ local-1"]
    assert len(set(by.values())) == 2
    assert outcome(root) == made_anew(root)


def test_a_helper_that_dies_costs_time_and_nothing_else(
    root: Path, hands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    change(root)
    monkeypatch.setattr(processes, "do", lambda *_: os._exit(1))
    here = os.getpid()
    built(root)
    assert {int(path.read_text(encoding="utf-8")) for path in hands.iterdir()} == {here}
    assert outcome(root) == made_anew(root)


@pytest.mark.usefixtures("hands")
def test_where_another_build_runs_a_helper_that_is_there_already_goes(root: Path) -> None:
    built(root)
    change(root)
    for _ in range(5):
        with locked(root / "indexes"), pytest.raises(BuildError, match="another build"):
            built(root)
    assert multiprocessing.active_children() == []


# ----------------------------------------------------------------------------------- stopped, or two at once


def test_a_build_goes_on_where_a_killed_one_was_and_the_last_one_is_served_meanwhile(
    root: Path, tasks: list[str]
) -> None:
    built(root)
    before = outcome(root)
    everything = len(tasks)
    shutil.rmtree(root / place.CACHE)
    change(root, "local-1")
    code = (
        "import os, signal, sys; from pathlib import Path; from policydiff.build import build;"
        "from policydiff.library import open_library\n"
        "def told(*, done, of, what):\n"
        "    if what == 'comparison base-1 local-1': os.kill(os.getpid(), signal.SIGKILL)\n"
        f"build(open_library(Path({str(root)!r})), told)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert outcome(root) == before
    tasks.clear()
    built(root)
    assert 0 < len(tasks) < everything - 8
    assert not list((root / "indexes").glob(".building-*"))
    assert outcome(root) == made_anew(root)


def test_a_build_that_is_killed_between_the_two_steps_of_an_exchange_loses_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    before = outcome(root)
    moved = root / "indexes/.building-killed"
    moved.mkdir()
    (root / "site").rename(moved / "old-site")
    with place.staging(root):
        assert outcome(root) == before


def test_two_folders_change_places_in_one_step_or_in_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n, exchanged in enumerate((place._exchanged, lambda *_: False)):
        monkeypatch.setattr(place, "_exchanged", exchanged)
        new, old = tmp_path / f"staging-{n}" / "new", tmp_path / f"place-{n}"
        for folder in (new, old):
            folder.mkdir(parents=True)
            (folder / "name").write_text(folder.name, encoding="utf-8")
        place._exchange(new, old)
        assert (old / "name").read_text(encoding="utf-8") == "new"


def test_while_one_build_runs_another_says_so_and_touches_nothing(root: Path) -> None:
    built(root)
    before = outcome(root)
    change(root)
    with locked(root / "indexes"):
        with pytest.raises(BuildError, match=r"another build .* is running \(process \d+, since .*\)") as refused:
            built(root)
        assert re.search(r"正在由另一个进程生成（进程号 \d+，开始于 [^a-z]+）。", refused.value.told("zh"))
        assert outcome(root) == before
    assert not built(root).unchanged


def test_the_lock_of_a_process_that_died_is_taken_over(root: Path) -> None:
    code = (
        "import os, signal; from pathlib import Path; from policydiff.build.lock import locked\n"
        f"with locked(Path({str(root)!r})): os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (root / LOCK).read_text(encoding="utf-8").startswith("process ")
    with locked(root):
        assert f"process {os.getpid()}" in (root / LOCK).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_one_line(root: Path) -> None:
    (root / "indexes").write_text("", encoding="utf-8")
    with pytest.raises(BuildError, match=r"indexes: cannot be written \(File exists\)\. Check permissions"):
        built(root)


def test_a_disk_that_is_full_is_one_line_whoever_meets_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "indexes/cache/document/3f/draft")

    monkeypatch.setattr(Store, "put", full)
    with pytest.raises(BuildError, match=r"draft: cannot be written \(No space left on device\)"):
        built(root)
    assert not (root / "site").exists()
