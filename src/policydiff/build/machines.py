"""Work on other machines: Dask's scheduler hands it to workers, which need not see the library's folder.

    here: a task and all that it takes ──▶ a worker does it ──▶ what it made, filed here

A worker that dies costs the time of what it was doing: Dask gives that to another one. What no worker could do is tried
here. So the outcome is that of a build on one machine, as long as a worker is made of the same things, which each is
asked before it is given anything.
"""

from __future__ import annotations

import logging
import os
import socket
import tempfile
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from policydiff.build import version
from policydiff.build.processes import THREADS, one_thread
from policydiff.build.store import Key, Store
from policydiff.build.work import Binding, Left, Opening, Reading, Task, do
from policydiff.errors import NotInstalledError, WorkersError, refusal
from policydiff.extras import install

_OF_ALL = (Binding, Opening)  # they take something of very many documents: they are done where all of it is
_REACHED = 10.0  # seconds in which a scheduler answers
_PATIENCE = 60.0  # seconds that a cluster may be without a worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A task with all that it takes, packed, for a worker that is made of the same as this process."""

    task: Task
    taken: tuple[tuple[Key, bytes], ...]
    file: bytes
    made_of: tuple[str, ...]


class Machines:
    """The workers of a cluster."""

    def __init__(self, address: str, client: Any) -> None:
        self._address, self._client = address, client
        self._executor: Executor = client.get_executor(pure=False)
        self._made_of = _made_of_here()
        self._seen = time.monotonic()
        self.hands = sum(self._workers().values())

    def begin(self, task: Task, store: Store) -> Future[bytes | None]:
        """A worker makes what the task makes, packed; None where it is to be done here."""
        if isinstance(task, _OF_ALL):
            nothing: Future[bytes | None] = Future()
            nothing.set_result(None)
            return nothing
        file = task.entry.path.read_bytes() if isinstance(task, Reading) else b""
        taken = tuple((key, store.packed(key)) for key in _taken(task))
        return self._executor.submit(apart, Sent(task=task, taken=taken, file=file, made_of=self._made_of))

    def outcome(self, future: Future[bytes | None], task: Task, store: Store) -> Left | None:
        """What a worker has made is filed, and what none could make is made here: it may lack what this machine has."""
        made = self._made(future)
        if made is None:
            return do(task, store)
        store.file(task.key, made)
        return None

    def _made(self, future: Future[bytes | None]) -> bytes | None:
        """What came of it; None too where the workers that were given it died of it, one after the other."""
        from distributed import KilledWorker

        try:
            return future.result()
        except KilledWorker:
            return None
        except CancelledError as error:
            raise self._lost() from error

    def look(self) -> None:
        """WorkersError where the cluster has gone, or has been without a worker for a while."""
        try:
            if self._workers():
                self._seen = time.monotonic()
        except Exception as error:
            raise self._lost() from error
        if time.monotonic() - self._seen > _PATIENCE:
            raise WorkersError(
                en=f"{self._address}: has no worker any more. What was done is kept: start workers and build again.",
                zh=f"{self._address}：已没有工作进程。已完成的部分均已保留：请启动工作进程后重新生成。",
            )

    def _workers(self) -> dict[str, int]:
        """How many tasks each does at once."""
        found: dict[str, int] = self._client.nthreads()
        return found

    def _lost(self) -> WorkersError:
        return WorkersError(
            en=f"{self._address}: the scheduler does not answer any more. What was done is kept: build again.",
            zh=f"{self._address}：调度器不再应答。已完成的部分均已保留：请重新生成。",
        )


@contextmanager
def machines(address: str) -> Iterator[Machines]:
    """The workers of the cluster whose scheduler is at this address; NotInstalledError where Dask is not installed,
    WorkersError where nobody answers there, there is no worker, or one of them is made of other things than this
    process.

    Encryption and certificates are set where Dask looks for them: in its own configuration.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise NotInstalledError(
            en=f"Dask is not installed. Build without --cluster, or install it with: {install('cluster')}",
            zh=f"没有安装 Dask。可以不用 --cluster；要用的，请运行：{install('cluster')}",
        ) from error
    _quiet()
    make: Any = Client
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Sending large graph")
        try:
            _knock(address)
            client = make(address, timeout=_REACHED, set_as_default=False)
        except (OSError, ValueError) as error:
            raise WorkersError(
                en=f"{address}: no Dask scheduler answers there ({_in_a_line(error)}). Is the address that of "
                "`dask scheduler`, such as tcp://192.0.2.7:8786, and is it running?",
                zh=f"{address}：该地址没有 Dask 调度器应答（{_in_a_line(error)}）。"
                "请核对地址（形如 tcp://192.0.2.7:8786），并确认 `dask scheduler` 正在运行。",
            ) from error
        try:
            _refuse_others(address, client)
            yield Machines(address, client)
        finally:
            client.close(timeout=_REACHED)


def _quiet() -> None:
    """Dask tells of a lost connection in many lines on stderr; what a user needs of it is told here in one."""
    for name in logging.root.manager.loggerDict:
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _knock(address: str) -> None:
    """OSError or ValueError where no scheduler listens at an address: Dask itself would try again for long, and wait
    for ever for one who does not speak first as a scheduler does."""
    from distributed.comm.addressing import get_address_host_port, parse_address

    protocol, _ = parse_address(address)
    if protocol in ("tcp", "tls"):
        with socket.create_connection(get_address_host_port(address), timeout=_REACHED) as line:
            if protocol == "tcp" and not line.recv(1):
                raise ConnectionResetError("it hangs up")


def _refuse_others(address: str, client: Any) -> None:
    """WorkersError where there is no worker, or one that is made of other things."""
    ours = _made_of_here()
    told = client.run(made_of, on_error="return")
    if not told:
        raise WorkersError(
            en=f"{address}: has no worker. Start some (dask worker {address} --nthreads 1) and build again.",
            zh=f"{address}：没有工作进程。请先启动（dask worker {address} --nthreads 1），再重新生成。",
        )
    for worker, theirs in sorted(told.items()):
        if theirs != ours:
            raise _other(worker, theirs, ours)


def _other(worker: str, theirs: object, ours: tuple[str, ...]) -> WorkersError:
    if isinstance(theirs, tuple):
        there, here = (", ".join(sorted(one - other)) for one, other in _both_ways(set(theirs), set(ours)))
    else:
        there, here = f"no such policydiff ({_in_a_line(theirs)})", ours[0]
    return WorkersError(
        en=f"{worker}: this worker differs from this machine: there {there or 'nothing'}, here {here or 'nothing'}. "
        "Install the same policydiff with the same extras there, and start the worker again.",
        zh=f"{worker}：该工作进程与本机不一致：彼处 {there or '无'}，此处 {here or '无'}。"
        "请在该处安装同样的 policydiff（包括附加组件），并重新启动工作进程。",
    )


def _both_ways(one: set[str], other: set[str]) -> tuple[tuple[set[str], set[str]], ...]:
    return (one, other), (other, one)


def _in_a_line(error: object) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:160]


def made_of() -> tuple[str, ...]:
    """All that what a process makes depends on: the same on two machines, and they make the same."""
    threads = (f"{name}={os.environ.get(name, '')}" for name in THREADS)
    return (*version.built_with(), f"its files {version.version('site')[:12]}", *threads)


def _made_of_here() -> tuple[str, ...]:
    with one_thread():
        return made_of()


def _taken(task: Task) -> tuple[Key, ...]:
    """What a task takes from the store: every key that it names beside its own."""
    named = (key for field in fields(task) if field.name != "key" for key in _keys(getattr(task, field.name)))
    return tuple(dict.fromkeys(named))


def _keys(value: object) -> Iterator[Key]:
    if isinstance(value, Key):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _keys(one)


# ------------------------------------------------------------------------------------------- at a worker


def apart(sent: Sent) -> bytes | None:
    """What a task makes, packed, of nothing but what was sent with it; None where it could not be made."""
    if made_of() != sent.made_of:  # one that came when the others had been asked
        raise _other(socket.gethostname(), made_of(), sent.made_of)
    try:
        with tempfile.TemporaryDirectory(prefix="policydiff-") as folder:
            store = Store(folder=Path(folder))
            for key, data in sent.taken:
                store.file(key, data)
            task = _at(Path(folder) / "file", sent)
            return None if do(task, store) else store.packed(task.key)
    except OSError as error:
        raise WorkersError(
            en=f"{socket.gethostname()}: this worker cannot write its temporary files ({refusal(error).en}).",
            zh=f"{socket.gethostname()}：该工作进程无法写入临时文件（{refusal(error).zh}）。",
        ) from error


def _at(folder: Path, sent: Sent) -> Task:
    """The task; one that reads a file finds it here, under its name."""
    if not isinstance(sent.task, Reading):
        return sent.task
    folder.mkdir()
    path = folder / sent.task.entry.path.name
    path.write_bytes(sent.file)
    return replace(sent.task, entry=replace(sent.task.entry, path=path))
