"""A library that other machines build comes out as one that this machine builds alone, whatever becomes of them."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.beards import built, outcome, write_library
from tests.cli.calls import call

from policydiff.build import beside, build, machines
from policydiff.build.machines import Machines, Sent, apart, made_of
from policydiff.build.plan import plan, readings
from policydiff.build.store import Store, unpacked
from policydiff.build.work import Left, Segmenting, Task
from policydiff.errors import NotInstalledError, WorkersError
from policydiff.library import open_library

pytestmark = pytest.mark.slow
distributed = pytest.importorskip("distributed", reason="Dask is not installed (extra: cluster)")
module: Any = sys.modules["policydiff.build.machines"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_library(tmp_path)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A cluster of two worker processes on this machine."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster.scheduler_address


def built_alone(root: Path) -> dict[str, object]:
    """What comes out of a build without the cluster, from nothing."""
    shutil.rmtree(root / "indexes", ignore_errors=True)
    built(root)
    return outcome(root)


def test_workers_that_do_not_see_the_library_make_the_same(
    root: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[str] = []
    do = module.do

    def noted(task: Task, store: Store) -> Left | None:
        here.append(task.what)
        made: Left | None = do(task, store)
        return made

    monkeypatch.setattr(module, "do", noted)
    with machines(address) as workers:
        assert workers.hands == 2
        assert not built(root, workers).unchanged
    assert sorted(here) == ["search", "start"]  # what is of the whole library alone
    assert outcome(root) == built_alone(root)


def test_a_worker_that_is_killed_in_the_middle_costs_time_and_nothing_else(root: Path, address: str) -> None:
    killed: list[int] = []

    with distributed.Client(address, set_as_default=False) as client, machines(address) as workers:

        def kill(*, done: int, of: int, what: str) -> None:
            if done and not killed:
                killed.append(next(iter(client.run(os.getpid).values())))
                os.kill(killed[0], signal.SIGKILL)

        result = build(open_library(root), kill, crew=workers)
    assert killed
    assert (result.documents, result.problems) == (6, ())
    assert outcome(root) == built_alone(root)


def test_what_a_worker_cannot_do_is_tried_here_and_told_of_this_machine(root: Path, address: str) -> None:
    (root / "corpus/local-1.txt").write_bytes(b"\0\0")
    with machines(address) as workers:
        problems = built(root, workers).problems
    assert len(problems) == 1
    assert str(root / "corpus/local-1.txt") in problems[0]["en"]
    shutil.rmtree(root / "indexes")
    assert built(root).problems == problems


def test_a_library_that_has_not_changed_is_said_to_be_unchanged(root: Path, address: str) -> None:
    asked = ["--library", str(root), "--ui", "en", "build", "--cluster", address]
    first, second = (call(*asked) for _ in range(2))
    assert first.exit_code == 0
    assert (second.exit_code, second.stderr) == (0, "Nothing has changed; all is up to date.\n")


# ------------------------------------------------------------------------------------------ what goes wrong


def test_a_worker_that_is_made_of_other_things_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = (*module._made_of_here(), "numpy 99")
    monkeypatch.setattr(module, "_made_of_here", lambda: ours)
    with (
        pytest.raises(WorkersError, match=r"differs from this machine: there nothing, here numpy 99\. Install"),
        machines(address),
    ):
        pass


def test_a_worker_of_another_version_that_comes_late_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    task = readings(open_library(root))[0]
    sent = Sent(task=task, taken=(), file=task.entry.path.read_bytes(), made_of=("policydiff 0",))
    with pytest.raises(WorkersError, match=r"there .*, here policydiff 0"):
        apart(sent)
    with monkeypatch.context() as patch:
        patch.setattr(module, "made_of", lambda: ("policydiff 0",))
        assert isinstance(apart(sent), bytes)
        assert apart(replace(sent, file=b"\0\0")) is None


def test_a_worker_without_policydiff_is_refused_in_a_line() -> None:
    error = module._other("tcp://192.0.2.1:1", ModuleNotFoundError("No module named 'policydiff'"), made_of())
    assert str(error).startswith("tcp://192.0.2.1:1: this worker differs from this machine: there no such policydiff (")
    assert "\n" not in str(error)
    assert "该工作进程与本机不一致" in error.told("zh")


@pytest.mark.parametrize("given", ["tcp://127.0.0.1:{closed}", "nowhere.invalid:8786", "nonsense", "http://x:1", ""])
def test_an_address_where_nobody_answers_is_one_line_and_exit_code_2(root: Path, given: str) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        closed = one.getsockname()[1]
    asked = given.format(closed=closed)
    for ui, words in (("en", "no Dask scheduler answers there"), ("zh", "没有 Dask 调度器应答")):
        said = call("--library", str(root), "--ui", ui, "build", "--cluster", asked)
        assert said.exit_code == 2
        assert said.stderr.startswith(f"policydiff: {asked}")
        assert words in said.stderr
        assert said.stderr.count("\n") == 1
    assert not (root / "site").exists()


def test_what_listens_and_is_no_scheduler_is_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_REACHED", 0.5)
    with (
        socket.create_server(("127.0.0.1", 0)) as mute,
        pytest.raises(WorkersError, match="no Dask scheduler answers there"),
        machines(f"127.0.0.1:{mute.getsockname()[1]}"),
    ):
        pass


def test_without_dask_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NotInstalledError, match=r'-m pip install "distributed'), machines("127.0.0.1:1"):
        pass


class Gone:
    """A client whose cluster has lost its workers, or its scheduler."""

    def __init__(self, *workers: dict[str, int]) -> None:
        self._workers = iter(workers)

    def get_executor(self, pure: bool) -> None:
        assert not pure

    def nthreads(self) -> dict[str, int]:
        try:
            return next(self._workers)
        except StopIteration:
            raise OSError("closed") from None


def test_a_cluster_that_lost_its_workers_is_waited_for_and_then_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Machines("there", Gone({"a": 1}, {}, {"a": 1}, {}))
    held.look()
    held.look()
    monkeypatch.setattr(module, "_PATIENCE", -1.0)
    with pytest.raises(WorkersError, match=r"there: has no worker any more\. What was done is kept"):
        held.look()
    with pytest.raises(WorkersError, match="there: the scheduler does not answer any more"):
        held.look()


def test_what_a_lost_scheduler_had_is_one_line_and_what_workers_died_of_is_done_here() -> None:
    held = Machines("there", Gone({"a": 1}))
    lost: Future[bytes | None] = Future()
    lost.cancel()
    with pytest.raises(WorkersError, match="does not answer any more"):
        held._made(lost)
    deadly: Future[bytes | None] = Future()
    deadly.set_exception(distributed.KilledWorker("task", "tcp://192.0.2.1:1", 3))
    assert held._made(deadly) is None


def test_a_task_is_sent_with_all_that_it_takes(root: Path) -> None:
    built(root)
    library = open_library(root)
    store = Store(folder=root / "indexes/cache")
    reading = readings(library)
    found = beside.traced(library, plan(library, reading, ()), store).beside
    for task in plan(library, reading, (), beside=found).tasks:
        if isinstance(task, module._OF_ALL):
            continue
        taken = tuple((key, store.packed(key)) for key in module._taken(task))
        file = getattr(task, "entry", library.entries[0]).path.read_bytes()
        made = apart(Sent(task=task, taken=taken, file=file, made_of=made_of()))
        assert made is not None
        if not isinstance(task, Segmenting):  # whoosh gives each segment a name of its own
            assert unpacked(made) == store.get(task.key)
