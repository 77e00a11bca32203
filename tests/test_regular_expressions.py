"""No regular expression takes more than linear time: each is run on long texts made of its own characters, to hurt.

Only a pattern that repeats something without a bound can be slow on a long text; the others look at a few characters
from each place. Those that do are run on fifty thousand characters that they may repeat, or on a beginning that never
ends: a few milliseconds where time is linear, seconds where it grows with the square, hours beyond. The bound lies
between, in processor time, and interrupts the search.

A pattern is searched for in such a text where the package searches with it, and tried at its beginning where the
package only ever does that (`pattern.match(line)`).
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from re import _constants, _parser  # type: ignore[attr-defined]
from types import FrameType, ModuleType
from typing import Any

import pytest

import policydiff
from policydiff.expressions import _Expression
from policydiff.parsing import noise

LONG, SHORT = 50_000, 300
SECONDS = 0.4
WHOLE_LINES = 2 * noise.LONGEST  # the rules for whole lines in noise.py see no longer line
SEARCHES = {"search", "finditer", "findall", "sub", "subn", "split"}
TRIES = {"match", "fullmatch"}

_WORDS = """\
. |第|第一|第 一 |一、|（一）|第一条|1.|（1|2021年1月1日|2021年|二〇二一年|通过|除外|但是|应当|不得|以上|或者|下列
《胡|根据|根据《|制定|《》|实施《|Article |Article 1|shall |the |January 1, 2021 |(a|in accordance with |“the
display:|list-style|<!--|<meta |charset|##a|第1页|Page |胡，|胡 | 胡|1 |万元"""
PUMPS = (*'胡一1aA \u3000\t\n\0.…·-*#~=<>（(〔[【《“"、，。；：:/_`第号的和i', *_WORDS.replace("\n", "|").split("|"))

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarm by processor time")


class TooSlowError(Exception):
    """The time was up."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside takes no more of the processor, or is interrupted."""

    def interrupt(_: int, __: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


# ---------------------------------------------------------------------------------- the patterns there are


def modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(policydiff.__path__, "policydiff."):
        if info.name != "policydiff.__main__":
            yield importlib.import_module(info.name)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the package, wherever in a module it stands."""
    for module in modules():
        for name, value in vars(module).items():
            yield from ((f"{module.__name__}.{name}{where}", found) for where, found in inside(value, ""))


def inside(value: object, where: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in a value: itself, or those in a table."""
    if isinstance(value, _Expression):
        yield where, re.compile(value.pattern, value.flags)
    elif isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield where, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from inside(one, f"{where}.{key}")
    elif isinstance(value, tuple | list):
        for at, one in enumerate(value):
            yield from inside(one, f"{where}[{at}]")
    elif hasattr(value, "pattern"):
        yield from inside(value.pattern, f"{where}.pattern")


def uses() -> dict[str, set[str]]:
    """What the package does with each name, `_WORD: {finditer}`; with what is handed on, anything may be done."""
    found: dict[str, set[str]] = {}
    for module in modules():
        tree = ast.parse(inspect.getsource(module))
        called = {id(one.value): one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)}
        for one in ast.walk(tree):
            name = one.id if isinstance(one, ast.Name) else one.attr if isinstance(one, ast.Attribute) else ""
            if name.isupper() and not isinstance(one.ctx, ast.Store):  # type: ignore[attr-defined]
                place = name if not name.startswith("_") else f"{module.__name__}.{name}"
                found.setdefault(place, set()).add(called.get(id(one), "handed on"))
    return found


def is_only_tried(name: str) -> bool:
    """Whether the package tries the pattern at a place and never searches with it."""
    place = name.rpartition(".")[2]
    done = USES.get(name if place.startswith("_") else place, {"handed on"})
    return done <= TRIES


def repeats(parsed: Any) -> bool:
    """Whether something in a pattern may stand any number of times."""
    for operator, argument in parsed:
        if operator in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
            if argument[1] is _constants.MAXREPEAT or repeats(argument[2]):
                return True
        elif any(repeats(one) for one in parts(argument)):
            return True
    return False


def parts(argument: Any) -> Iterator[Any]:
    """The patterns inside what a pattern's operator works on."""
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for one in argument:
            yield from parts(one)


KNOWN = {pattern: name for name, pattern in reversed(list(patterns()))}
USES = uses()
UNBOUNDED = {
    pattern: name
    for pattern, name in KNOWN.items()
    if repeats(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    and not re.search(r"\.titles\.RULE_TITLE", name)
}


# ------------------------------------------------------------------------------------------------ the tests


def run(pattern: re.Pattern[str], text: str, *, search: bool) -> None:
    """The pattern looked for all through the text and tried at its beginning."""
    if search:
        for _ in pattern.finditer(text):
            pass
    pattern.match(text)
    pattern.fullmatch(text)


def slow(pattern: re.Pattern[str], length: int, *, search: bool) -> list[str]:
    """What the texts are made of on which the pattern takes too long."""
    found = []
    for pump in PUMPS:
        text = (pump * length)[:length]
        try:
            with within(SECONDS):
                run(pattern, text, search=search)
        except TooSlowError:
            found.append(pump)
            if length == LONG:
                break  # one is enough to know it
    return found


def test_the_patterns_are_found() -> None:
    assert len(KNOWN) > 100
    assert len(UNBOUNDED) > 50


@pytest.mark.parametrize("expression", [r"\s*,?\s*of", r"a*b", r"(?:a|a)*b", r"a*1*a*胡", r".*胡$.*x"])
def test_a_pattern_that_is_slow_is_found(expression: str) -> None:
    pattern = re.compile(expression)
    assert repeats(_parser.parse(expression))
    assert slow(pattern, LONG, search=True) != []


@pytest.mark.parametrize("pattern", KNOWN, ids=KNOWN.get)
def test_a_pattern_does_not_blow_up_on_a_short_text(pattern: re.Pattern[str]) -> None:
    length = WHOLE_LINES if re.search(r"\.(?:noise|titles)\.", KNOWN[pattern]) else SHORT
    assert slow(pattern, length, search=True) == []


@pytest.mark.parametrize("pattern", UNBOUNDED, ids=UNBOUNDED.get)
def test_a_pattern_takes_linear_time_on_a_long_text(pattern: re.Pattern[str]) -> None:
    assert slow(pattern, LONG, search=not is_only_tried(UNBOUNDED[pattern])) == []
