"""Tasks on their way: they wait for those that they need, are handed out or done here, and are told of as they end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from itertools import chain
from typing import Any, Protocol

from policydiff.build.store import Store
from policydiff.build.work import Left, Task, do

Doing = Callable[[Task], None]  # told of a task as it is begun, or as it is waited for
Done = Callable[[Task, Left | None], None]

_LITTLE_TASK = 50  # milliseconds of one that is done before a helper is asked for the next
_LOOK = 2.0  # seconds after which those who are waited for are looked at


class Crew(Protocol):
    """Others that do tasks, so many of which work at once."""

    hands: int

    def begin(self, task: Task, store: Store) -> Future[Any]:
        """One of them does the task."""

    def outcome(self, future: Future[Any], task: Task, store: Store) -> Left | None:
        """What the task makes is in the store afterwards, unless its document or comparison has to be left out."""

    def look(self) -> None:
        """An error where nothing is to be waited for any more."""


class Course:
    """The tasks of a stage, which of them wait and who does which; what they make is in the store afterwards."""

    def __init__(self, tasks: Sequence[Task], store: Store, doing: Doing, done: Done) -> None:
        self._waiting = Waiting(tasks)
        self._running: dict[Future[Any], Task] = {}
        self._store = store
        self._doing = doing
        self._done = done

    @property
    def waiting(self) -> int:
        """How many nobody has begun."""
        return len(self._waiting)

    @property
    def running(self) -> int:
        """How many are handed out."""
        return len(self._running)

    def hand_out(self, crew: Crew, most: int) -> None:
        """A crew has so many tasks, the longest that can be begun, or all."""
        while len(self._running) < most and (task := self._waiting.longest()):
            self._doing(task)
            self._running[crew.begin(task, self._store)] = task

    def do_little(self) -> None:
        """What others wait for is done here as far as it is done in no time."""
        while task := self._waiting.little():
            self._do(task)

    def do_shortest(self) -> bool:
        """The shortest that can be begun is done here, if there is one."""
        task = self._waiting.shortest()
        if task is not None:
            self._do(task)
        return task is not None

    def take_in(self, crew: Crew) -> None:
        """What a crew has ended is told, and what needs it can be begun."""
        self._end(crew, wait(self._running, timeout=0).done)

    def wait_for(self, crew: Crew) -> bool:
        """Whether a crew has ended a task within a while."""
        self._doing(next(iter(self._running.values())))
        ended = wait(self._running, timeout=_LOOK, return_when=FIRST_COMPLETED).done
        self._end(crew, ended)
        return bool(ended)

    def call_off(self) -> None:
        """What is handed out and not begun is not to be done."""
        for future in self._running:
            future.cancel()

    def _do(self, task: Task) -> None:
        self._doing(task)
        outcome = do(task, self._store)
        self._waiting.made(task)
        self._done(task, outcome)

    def _end(self, crew: Crew, ended: Iterable[Future[Any]]) -> None:
        for future in ended:
            task = self._running[future]
            outcome = crew.outcome(future, task, self._store)
            self._waiting.made(task)
            self._done(task, outcome)
            del self._running[future]


class Waiting:
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
