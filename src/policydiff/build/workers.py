"""Who does the work: this process with a helper for each other core where there is little of it, otherwise one worker
process for each core.

Helpers are copies of this process, there at once. Workers are made by a server process that has loaded the dictionaries
and tables once; they share what it has loaded. Each ends when the build that it works for does, however that ends.
Other machines do it where they are given (machines.py).
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for
from typing import Any, Protocol, TypeVar

from policydiff import words
from policydiff.build.store import Key, Store
from policydiff.build.work import Left, Task, do
from policydiff.model import Source

Doing = Callable[[Task], None]  # told of a task as it is begun, or as it is waited for
Done = Callable[[Task, Left | None], None]

Meanwhile = TypeVar("Meanwhile")

LITTLE = 4000  # milliseconds of work that are done before a pool of workers has begun
_LOOK = 2.0  # seconds after which those who are waited for are looked at
_TRIES = 3  # pools that may break before the rest is done here
_PRELOADED = "policydiff.build.preloaded"
_COMPARED_FIRST = ("有关部门应当公布名单", "部门公布名单")  # by a helper, for which no two documents are there yet
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


@contextmanager
def helping(wanted: bool) -> Iterator[ProcessPoolExecutor | None]:
    """A helper for each other core, which loads what comparing needs meanwhile; none where there is no other core, or
    this process cannot be copied safely, as one with threads cannot.

    What this process holds open the helpers do, too: they are to be there before it takes a lock.
    """
    others = cores() - 1
    if not (wanted and others and sys.platform == "linux" and threading.active_count() == 1):
        yield None
        return
    pool = ProcessPoolExecutor(others, mp_context=multiprocessing.get_context("fork"), initializer=_end_with_parent)
    try:
        for _ in range(others):
            pool.submit(_load)
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class Workers:
    """Does tasks through an executor: the one given, or a pool of its own, or here and with helpers where there is
    little to do."""

    def __init__(
        self, executor: Executor | Elsewhere | None, helpers: ProcessPoolExecutor | None, work: int
    ) -> None:
        self._given = executor
        self._pools = 0 if executor or work < LITTLE or cores() == 1 else _TRIES
        if work >= LITTLE and not executor:
            words.compile_words()
        self._pool: ProcessPoolExecutor | None = None
        self._helpers = helpers

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def do(
        self,
        tasks: Sequence[Task],
        store: Store,
        doing: Doing,
        done: Done,
        meanwhile: Callable[[], Meanwhile],
    ) -> Meanwhile:
        """Every task is done afterwards, the longest begun first; what this process does while others do them. What a
        worker that died has left undone is given to others: all that it had done is in the store."""
        left = dict.fromkeys(sorted(tasks, key=lambda task: -task.weight))
        held: list[Meanwhile] = []

        def finished(task: Task, outcome: Left | None) -> None:
            del left[task]
            done(task, outcome)

        def once() -> None:
            if not held:
                held.append(meanwhile())

        while left or not held:
            try:
                executor = self._executor()
                if executor is None:
                    _together(self._helpers, list(left), store, doing, finished, once)
                else:
                    _through(executor, list(left), store, doing, finished, once)
            except BrokenExecutor:
                if self._given is not None:
                    raise
                self._give_up()
        return held[0]

    def _give_up(self) -> None:
        """The helpers or the pool are broken; the next tasks get another pool, or none when too many have broken."""
        if self._pool is None:
            self._helpers = None
            return
        self._pools -= 1
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None

    def _executor(self) -> Executor | Elsewhere | None:
        if self._given is not None:
            return self._given
        if self._pools and self._pool is None:
            self._pool = _new_pool()
        return self._pool


class _Waiting:
    """Tasks that are to be done, the longest first, each after those that it needs."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = dict.fromkeys(tasks)
        self._unmade: dict[Key, None] = dict.fromkeys(task.key for task in tasks)

    def __len__(self) -> int:
        return len(self._tasks)

    def longest(self) -> Task | None:
        """The longest that can be begun."""
        return self._taken(iter(self._tasks))

    def shortest(self) -> Task | None:
        """The shortest that can be begun."""
        return self._taken(reversed(self._tasks))

    def made(self, task: Task) -> None:
        """What needs this one can be begun."""
        self._unmade.pop(task.key, None)

    def _taken(self, tasks: Iterator[Task]) -> Task | None:
        found = next((task for task in tasks if not any(key in self._unmade for key in task.needs)), None)
        if found is not None:
            del self._tasks[found]
        return found


def _together(
    helpers: ProcessPoolExecutor | None,
    tasks: Sequence[Task],
    store: Store,
    doing: Doing,
    done: Done,
    meanwhile: Callable[[], None],
) -> None:
    """The helpers do the longest tasks, each one at a time, and this process the shortest, and what is to be done
    meanwhile before them: if it were to begin a long one, a helper might have to wait for it. The last one it does
    itself: it would only wait for a helper, which may have to load more for it."""
    waiting = _Waiting(tasks)
    running: dict[Future[Any], Task] = {}
    hands = cores() - 1 if helpers is not None and len(tasks) > 1 else 0

    def begin() -> None:
        while helpers is not None and len(running) < hands and (task := waiting.longest()):
            doing(task)
            running[helpers.submit(_do, task, store)] = task

    begin()
    if helpers is not None:
        for _ in running:
            helpers.submit(_load_pages)  # behind its first task: what is left then are pages
    meanwhile()
    while waiting or running:
        _finish(running, waiting, done, lambda future, _: future.result(), wait(running, timeout=0).done)
        if len(waiting) > 1:
            begin()
        if task := waiting.shortest():
            doing(task)
            outcome = do(task, store)
            waiting.made(task)
            done(task, outcome)
        elif running:
            doing(next(iter(running.values())))
            wait(running, timeout=_LOOK, return_when=FIRST_COMPLETED)


def _through(
    executor: Executor | Elsewhere,
    tasks: Sequence[Task],
    store: Store,
    doing: Doing,
    done: Done,
    meanwhile: Callable[[], None],
) -> None:
    """Few tasks wait at a time, so that an interruption or a failure leaves little to be called off."""
    waiting = _Waiting(tasks)
    running: dict[Future[Any], Task] = {}
    at_once = 4 * (cores() if isinstance(executor, Executor) else executor.hands)

    def begin() -> None:
        while len(running) < at_once and (task := waiting.longest()):
            doing(task)
            running[_begun(executor, task, store)] = task

    try:
        begin()
        meanwhile()
        while running:
            doing(next(iter(running.values())))
            finished, _ = wait(running, timeout=_LOOK, return_when=FIRST_COMPLETED)
            _finish(running, waiting, done, lambda future, task: _outcome(executor, future, task, store), finished)
            if not finished and not isinstance(executor, Executor):
                executor.look()
            begin()
    finally:
        for future in running:
            future.cancel()


def _finish(
    running: dict[Future[Any], Task],
    waiting: _Waiting,
    done: Done,
    outcome: Callable[[Future[Any], Task], Left | None],
    finished: Iterable[Future[Any]],
) -> None:
    for future in finished:
        task = running[future]
        left = outcome(future, task)
        waiting.made(task)
        done(task, left)
        del running[future]


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
    """A worker has loaded what it works with, also where no server process has done it."""
    _end_with_parent()
    importlib.import_module(_PRELOADED)


def _end_with_parent() -> None:
    """A worker leaves an interruption to the process that it works for, and ends with that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _load() -> None:
    """What comparing two documents needs is loaded: two are compared."""
    from policydiff.alignment import align
    from policydiff.decisions import reviewed
    from policydiff.parsing import parse

    base, target = (
        parse(Source(text=f"第一条 {words}。", origin="", sha256="", language="zh")) for words in _COMPARED_FIRST
    )
    reviewed(align(base, target), ())


def _load_pages() -> None:
    """What setting pages needs is loaded."""
    importlib.import_module("policydiff.site")


def _do(task: Task, store: Store) -> Left | None:
    return do(task, store)


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
