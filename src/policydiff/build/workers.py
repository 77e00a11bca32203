"""Who does the work: this process where there is little of it, otherwise one worker process for each core.

The workers are made by a server process that has loaded the dictionaries and tables once; they share what it has
loaded. Each ends when the build that it works for does, however that ends. Other machines do it where they are given
(machines.py).
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for
from typing import Any, Protocol

from policydiff.build.store import Store
from policydiff.build.work import Left, Task, do

Doing = Callable[[Task], None]  # told of a task as it is begun, or as it is waited for
Done = Callable[[Task, Left | None], None]

LITTLE = 4000  # milliseconds of work that are done before a pool has begun
_LOOK = 2.0  # seconds after which those who are waited for are looked at
_TRIES = 3  # pools that may break before the rest is done here
_PRELOADED = "policydiff.build.preloaded"
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Elsewhere(Protocol):
    """Workers that do not see the store."""

    hands: int

    def begin(self, task: Task, store: Store) -> Future[bytes | None]:
        """What the task makes, packed; None where it is to be done here."""

    def made(self, future: Future[bytes | None]) -> bytes | None:
        """What came of it."""

    def look(self) -> None:
        """An error where nothing is to be waited for any more."""


class Here(Executor):
    """Does what is submitted at once, in this process."""

    def submit(self, function: Callable[..., Any], /, *values: Any, **named: Any) -> Future[Any]:
        """The outcome, there already; an interruption is not one."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*values, **named))
        except Exception as error:  # noqa: BLE001  whoever asks for the result gets it
            future.set_exception(error)
        return future


@contextmanager
def one_thread() -> Iterator[None]:
    """Libraries of numbers that are loaded in here use one thread: each core has its process, and what is reckoned
    does not depend on how many threads shared it."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


class Workers:
    """Does tasks through an executor: the one given, or a pool of its own, or none where there is little to do."""

    def __init__(self, executor: Executor | Elsewhere | None, work: int) -> None:
        self._given = executor
        self._pools = 0 if executor or work < LITTLE or cores() == 1 else _TRIES
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def do(self, tasks: Sequence[Task], store: Store, doing: Doing, done: Done) -> None:
        """Every task is done afterwards, the longest begun first. What a worker that died has left undone is given
        to others: all that it had done is in the store."""
        left = dict.fromkeys(sorted(tasks, key=lambda task: -task.weight))

        def finished(task: Task, outcome: Left | None) -> None:
            del left[task]
            done(task, outcome)

        while left:
            try:
                _through(self._executor(), list(left), store, doing, finished)
            except BrokenExecutor:
                if self._given is not None:
                    raise
                self._give_up()

    def _give_up(self) -> None:
        """The pool is broken; the next tasks get another one, or none when too many have broken."""
        self._pools -= 1
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _executor(self) -> Executor | Elsewhere:
        if self._given is not None:
            return self._given
        if self._pools and self._pool is None:
            self._pool = _new_pool()
        return self._pool or Here()


def _through(
    executor: Executor | Elsewhere, tasks: Sequence[Task], store: Store, doing: Doing, done: Done
) -> None:
    """Few tasks wait at a time, so that an interruption or a failure leaves little to be called off."""
    following = iter(tasks)
    running: dict[Future[Any], Task] = {}
    at_once = 4 * (cores() if isinstance(executor, Executor) else executor.hands)
    try:
        while True:
            while len(running) < at_once and (task := next(following, None)):
                doing(task)
                running[_begun(executor, task, store)] = task
                if isinstance(executor, Here):
                    break
            if not running:
                return
            doing(next(iter(running.values())))
            finished, _ = wait(running, timeout=_LOOK, return_when=FIRST_COMPLETED)
            for future in finished:
                done(running[future], _outcome(executor, future, running[future], store))
                del running[future]
            if not finished and not isinstance(executor, Executor):
                executor.look()
    finally:
        for future in running:
            future.cancel()


def _begun(executor: Executor | Elsewhere, task: Task, store: Store) -> Future[Any]:
    if isinstance(executor, Executor):
        return executor.submit(do, task, store)
    return executor.begin(task, store)


def _outcome(executor: Executor | Elsewhere, future: Future[Any], task: Task, store: Store) -> Left | None:
    """What a worker that sees the store has left out. What another has made is filed, and what it has not made is made
    here: it may lack what this machine has."""
    if isinstance(executor, Executor):
        left: Left | None = future.result()
        return left
    made = executor.made(future)
    if made is None:
        return do(task, store)
    store.file(task.key, made)
    return None


def _new_pool() -> ProcessPoolExecutor:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload([_PRELOADED])
    return ProcessPoolExecutor(cores(), mp_context=context, initializer=_begin)


def _begin() -> None:
    """A worker leaves an interruption to the process that it works for, and ends with that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    importlib.import_module(_PRELOADED)  # where no server process has done it


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
