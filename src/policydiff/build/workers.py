"""Who does the work: this process where there is little of it, otherwise one worker process for each core.

The workers are made by a server process that has loaded the dictionaries and tables once; they share what it has
loaded. Each ends when the build that it works for does, however that ends.
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
from typing import Any

from policydiff.build.store import Store
from policydiff.build.work import Left, Task, do

Doing = Callable[[Task], None]  # told of a task as it is begun, or as it is waited for
Done = Callable[[Task, Left | None], None]

LITTLE = 4000  # milliseconds of work that are done before a pool has begun
_TRIES = 3  # pools that may break before the rest is done here
_PRELOADED = "policydiff.build.preloaded"
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


class Workers:
    """Does tasks through an executor: the one given, or a pool of its own, or none where there is little to do."""

    def __init__(self, executor: Executor | None, work: int) -> None:
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

    def _executor(self) -> Executor:
        if self._given is not None:
            return self._given
        if self._pools and self._pool is None:
            self._pool = _new_pool()
        return self._pool or Here()


def _through(executor: Executor, tasks: Sequence[Task], store: Store, doing: Doing, done: Done) -> None:
    """Few tasks wait at a time, so that an interruption or a failure leaves little to be called off."""
    following = iter(tasks)
    running: dict[Future[Left | None], Task] = {}
    try:
        while True:
            while len(running) < 4 * cores() and (task := next(following, None)):
                doing(task)
                running[executor.submit(do, task, store)] = task
                if isinstance(executor, Here):
                    break
            if not running:
                return
            doing(next(iter(running.values())))
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                done(running[future], future.result())
                del running[future]
    finally:
        for future in running:
            future.cancel()


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
