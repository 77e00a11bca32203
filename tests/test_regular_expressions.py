"""No regular expression blows up: each is run on texts made of its own characters, to hurt.

The texts are runs of one character that a pattern may repeat and runs of a beginning that never ends. Exponential and
cubic time show at once at this length; that reading as a whole is linear is what `bench/linear.py` measures. A pattern
that is only ever run on a short stretch is run on a stretch of that length here.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import policydiff
from policydiff.parsing import noise

LENGTH = 300
SECONDS = 0.4
WHOLE_LINES = 2 * noise.LONGEST  # the rules for whole lines in noise.py see no longer line

_WORDS = """\
. |第|第一|第 一 |一、|（一）|第一条|1.|（1|2021年1月1日|2021年|二〇二一年|通过|除外|但是|应当|不得|以上|或者|下列
《胡|根据|根据《|制定|《》|实施《|Article |Article 1|shall |the |January 1, 2021 |(a|in accordance with |“the
display:|list-style|<!--|<meta |charset|##a|第1页|Page |胡，|胡 | 胡|1 |万元"""
PUMPS = (*"胡一1aA \u3000\t\n\0.…·-*#~=<>（(〔[【《“\"、，。；：:/_`第号的和i", *_WORDS.replace("\n", "|").split("|"))


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the package, wherever in a module it stands."""
    for info in pkgutil.walk_packages(policydiff.__path__, "policydiff."):
        if info.name == "policydiff.__main__":
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            yield from ((f"{info.name}.{name}{where}", found) for where, found in inside(value, ""))


def inside(value: object, where: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in a value: itself, or those in a table."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield where, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from inside(one, f"{where}.{key}")
    elif isinstance(value, tuple | list):
        for at, one in enumerate(value):
            yield from inside(one, f"{where}[{at}]")
    elif hasattr(value, "pattern"):
        yield from inside(value.pattern, f"{where}.pattern")


KNOWN = {pattern: name for name, pattern in reversed(list(patterns()))}


def test_the_patterns_are_found() -> None:
    assert len(KNOWN) > 100


def bound(name: str) -> int:
    """How long the texts are that a pattern is run on."""
    return WHOLE_LINES if re.search(r"\.noise\.(?:LINES|OPENING|CLOSING|RULE_TITLE)", name) else LENGTH


@pytest.mark.parametrize("pattern", KNOWN, ids=KNOWN.get)
def test_a_pattern_does_not_blow_up(pattern: re.Pattern[str]) -> None:
    slow = []
    for pump in PUMPS:
        text = (pump * LENGTH)[: bound(KNOWN[pattern])]
        started = time.process_time()
        for _ in pattern.finditer(text):
            pass
        pattern.fullmatch(text)
        if time.process_time() - started > SECONDS:
            slow.append(pump)
    assert slow == []
