"""Who does the work: this process with a helper for each other core where there is little of it, otherwise one worker
process for each core (processes.py), or other machines where they are given (machines.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor
from typing import TypeVar

from policydiff import words
from policydiff.build.course import Course, Crew, Doing, Done
from policydiff.build.processes import Processes, cores, load_pages, one_for_each_core
from policydiff.build.store import Store
from policydiff.build.work import Left, Task

Meanwhile = TypeVar("Meanwhile")

LITTLE = 4000  # milliseconds of work that are done before a pool of workers has begun
_TRIES = 3  # pools that may break before the rest is done here


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
                course = Course(list(left), store, doing, finished)
                if crew is not None:
                    _through(crew, course, once)
                elif self._helpers is not None and len(left) > 1:
                    _together(self._helpers, course, once)
                else:
                    _here(course, once)
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


def _here(course: Course, meanwhile: Callable[[], None]) -> None:
    """This process does all of it."""
    course.do_little()
    meanwhile()
    while course.do_shortest():
        pass


def _together(helpers: Processes, course: Course, meanwhile: Callable[[], None]) -> None:
    """The helpers do the longest tasks, each one at a time, and this process the shortest, and what is to be done
    meanwhile before them: if it were to begin a long one, a helper might have to wait for it. The last one it does
    itself: it would only wait for a helper, which may have to load more for it."""
    course.hand_out(helpers, helpers.hands)
    course.do_little()
    for _ in range(course.running):
        helpers.get_ready(load_pages)  # behind its first task: what is left then are pages
    meanwhile()
    while course.waiting or course.running:
        course.take_in(helpers)
        if course.waiting > 1:
            course.hand_out(helpers, helpers.hands)
        if not course.do_shortest() and course.running:
            course.wait_for(helpers)


def _through(crew: Crew, course: Course, meanwhile: Callable[[], None]) -> None:
    """Few tasks wait at a time, so that an interruption or a failure leaves little to be called off."""
    most = 4 * crew.hands
    try:
        course.hand_out(crew, most)
        meanwhile()
        while course.running:
            if not course.wait_for(crew):
                crew.look()
            course.hand_out(crew, most)
    finally:
        course.call_off()
