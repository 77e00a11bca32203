"""Who does the work: this process with a helper for each other core where there is little of it, otherwise one worker
process for each core (processes.py), or other machines where they are given (machines.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from itertools import chain
from typing import Any, Protocol, TypeVar

from policydiff import words
from policydiff.build.processes import Processes, cores, load_pages, one_for_each_core
from policydiff.build.store import Store
from policydiff.build.work import Left, Task, do

Doing = Callable[[Task], None]  # told of a task as it is begun, or as it is waited for
Done = Callable[[Task, Left | None], None]

Meanwhile = TypeVar("Meanwhile")

LITTLE = 4000  # milliseconds of work that are done before a pool of workers has begun
_LITTLE_TASK = 50  # milliseconds of one that is done before a helper is asked for the next
_LOOK = 2.0  # seconds after which those who are waited for are looked at
_TRIES = 3  # pools that may break before the rest is done here


class Crew(Protocol):
    """Others that do tasks, so many of which work at once."""

    hands: int

    def begin(self, task: Task, store: Store) -> Future[Any]:
        """One of them does the task."""

    def outcome(self, future: Future[Any], task: Task, store: Store) -> Left | None:
        """What the task makes is in the store afterwards, unless its document or comparison has to be left out."""

    def look(self) -> None:
        """An error where nothing is to be waited for any more."""


class Workers:
    """Does tasks through a crew: the one given, or processes of its own, or here and with helpers where there is little
    to do."""

    def __init__(self, crew: Crew | None, helpers: Processes | None, work: int) -> None:
        self._given = crew
        self._pools = 0 if crew or work < LITTLE or cores() == 1 else _TRIES
        if work >= LITTLE and not crew:
            words.compile_words()
        self._pool: Processes | None = None
        self._helpers = helpers

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            self._pool.end(wait=True)

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
                crew = self._crew()
                if crew is None:
                    _together(self._helpers, list(left), store, doing, finished, once)
                else:
                    _through(crew, list(left), store, doing, finished, once)
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
        self._pool.end(wait=False)
        self._pool = None

    def _crew(self) -> Crew | None:
        if self._given is not None:
            return self._given
        if self._pools and self._pool is None:
            self._pool = one_for_each_core()
        return self._pool


class _Waiting:
    """Tasks that are to be done, the longest first, each after those that it needs."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = dict.fromkeys(tasks)
        self._unmade = {task.key for task in tasks}
        needed = {key for task in tasks for key in task.needs}
        self._needed = dict.fromkeys(task for task in tasks if task.key in needed)

    def __len__(self) -> int:
        return len(self._tasks)

    def longest(self) -> Task | None:
        """The longest that can be begun."""
        return self._taken(iter(self._tasks))

    def shortest(self) -> Task | None:
        """The shortest that can be begun, first of those that others wait for."""
        return self._taken(chain(reversed(self._needed), reversed(self._tasks)))

    def little(self) -> Task | None:
        """One that others wait for and that is done in no time."""
        return self._taken(task for task in self._needed if task.weight <= _LITTLE_TASK)

    def made(self, task: Task) -> None:
        """What needs this one can be begun."""
        self._unmade.discard(task.key)

    def _taken(self, tasks: Iterator[Task]) -> Task | None:
        found = next((task for task in tasks if not any(key in self._unmade for key in task.needs)), None)
        if found is not None:
            del self._tasks[found]
            self._needed.pop(found, None)
        return found


def _together(
    helpers: Processes | None,
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
    helpers = helpers if len(tasks) > 1 else None

    def begin() -> None:
        while helpers is not None and len(running) < helpers.hands and (task := waiting.longest()):
            doing(task)
            running[helpers.begin(task, store)] = task

    def do_here(task: Task) -> None:
        doing(task)
        outcome = do(task, store)
        waiting.made(task)
        done(task, outcome)

    begin()
    while task := waiting.little():
        do_here(task)
    if helpers is not None:
        for _ in running:
            helpers.get_ready(load_pages)  # behind its first task: what is left then are pages
    meanwhile()
    while waiting or running:
        if helpers is not None:
            _finish(helpers, wait(running, timeout=0).done, running, waiting, store, done)
        if len(waiting) > 1:
            begin()
        if task := waiting.shortest():
            do_here(task)
        elif running:
            doing(next(iter(running.values())))
            wait(running, timeout=_LOOK, return_when=FIRST_COMPLETED)


def _through(
    crew: Crew,
    tasks: Sequence[Task],
    store: Store,
    doing: Doing,
    done: Done,
    meanwhile: Callable[[], None],
) -> None:
    """Few tasks wait at a time, so that an interruption or a failure leaves little to be called off."""
    waiting = _Waiting(tasks)
    running: dict[Future[Any], Task] = {}

    def begin() -> None:
        while len(running) < 4 * crew.hands and (task := waiting.longest()):
            doing(task)
            running[crew.begin(task, store)] = task

    try:
        begin()
        meanwhile()
        while running:
            doing(next(iter(running.values())))
            finished, _ = wait(running, timeout=_LOOK, return_when=FIRST_COMPLETED)
            _finish(crew, finished, running, waiting, store, done)
            if not finished:
                crew.look()
            begin()
    finally:
        for future in running:
            future.cancel()


def _finish(
    crew: Crew,
    finished: Iterable[Future[Any]],
    running: dict[Future[Any], Task],
    waiting: _Waiting,
    store: Store,
    done: Done,
) -> None:
    """What has come of tasks that are done is told, and what needs them can be begun."""
    for future in finished:
        task = running[future]
        left = crew.outcome(future, task, store)
        waiting.made(task)
        done(task, left)
        del running[future]
