"""The processes of this machine that do the work of a build: helpers of this one, or workers.

Helpers are copies of this process, there at once. Workers are made by a server process that has loaded the dictionaries
and tables once; they share what it has loaded. Each ends when the build that it works for does, however that ends.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for

from policydiff.build.store import Store
from policydiff.build.work import Left, Task, do
from policydiff.model import Document, Provision, Source, Span

_PRELOADED = "policydiff.build.preloaded"
_COMPARED_FIRST = ("有关部门应当公布名单", "部门公布名单")  # by a helper, for which no two documents are there yet
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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


class Processes:
    """Some processes of an executor, so many of which work at once. They see the store, and file what they make."""

    def __init__(self, executor: Executor, hands: int) -> None:
        self._executor, self.hands = executor, hands

    def begin(self, task: Task, store: Store) -> Future[Left | None]:
        """One of them does the task."""
        return self._executor.submit(_do, task, store)

    def outcome(self, future: Future[Left | None], task: Task, store: Store) -> Left | None:
        """What one has left out."""
        return future.result()

    def look(self) -> None:
        """They are waited for as long as it takes; one that has died breaks the executor."""

    def get_ready(self, load: Callable[[], None]) -> None:
        """One of them loads what it will need, behind what it does already."""
        self._executor.submit(load)

    def end(self, *, wait: bool) -> None:
        """They do no more than what they have begun, which may be waited for."""
        self._executor.shutdown(wait=wait, cancel_futures=True)


@contextmanager
def helping(wanted: bool) -> Iterator[Processes | None]:
    """A helper for each other core, which loads what comparing needs meanwhile; none where there is no other core, or
    this process cannot be copied safely, as one with threads cannot.

    What this process holds open the helpers do, too: they are to be there before it takes a lock.
    """
    others = cores() - 1
    if not (wanted and others and sys.platform == "linux" and threading.active_count() == 1):
        yield None
        return
    fork = multiprocessing.get_context("fork")
    helpers = Processes(ProcessPoolExecutor(others, mp_context=fork, initializer=_end_with_parent), others)
    try:
        for _ in range(others):
            helpers.get_ready(_load)
        yield helpers
    finally:
        helpers.end(wait=True)


def one_for_each_core() -> Processes:
    """Workers that have loaded what they work with."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload([_PRELOADED])
    return Processes(ProcessPoolExecutor(cores(), mp_context=context, initializer=_begin), cores())


# ------------------------------------------------------------------------------------------ in a process


def load_pages() -> None:
    """What setting pages needs is loaded."""
    importlib.import_module("policydiff.site")


def _load() -> None:
    """What comparing two documents needs is loaded: two are compared."""
    from policydiff.alignment import align
    from policydiff.decisions import reviewed

    base, target = map(_rule, _COMPARED_FIRST)
    reviewed(align(base, target), ())


def _rule(words: str) -> Document:
    """A rule of one article that says this; made without what reads one, which a helper has no use for."""
    article = Provision(eid="art_1", level="article", num="第一条", text=f"{words}。", spans=(Span(4, len(words) + 5),))
    source = Source(text=f"第一条 {words}。", origin="", sha256="", language="zh")
    return Document(id="", title="", language="zh", source=source, provisions=(article,))


def _do(task: Task, store: Store) -> Left | None:
    return do(task, store)


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


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
