"""Which national instruments have been repealed, since when, and by what.

    repealed.txt    中华人民共和国胡须条例    2004-01-01    中华人民共和国胡须法    50
                    title                    since         repealed by             its article

Facts without a text, read by training/repealed.py out of the closing articles (…同时废止) of 1,071 national laws,
administrative regulations and departmental rules, as the public repository LawRefBook/Laws had them at 2f4c5c2, the
newest of April 2025; each line was read beside its article. Not known is what was repealed by a decision or notice of
its own, by an instrument that the repository does not hold or whose later edition says it no more, or since; and no
local instrument. A title that an instrument in force bears again is not in it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from policydiff.titles import without_realm

_TABLE = Path(__file__).with_name("repealed.txt")


class Repeal(NamedTuple):
    """That an instrument holds no more: since the day, by this article of that instrument."""

    day: str
    by: str
    article: str


def repeal_of(title: str) -> Repeal | None:
    """What repealed the instrument of a title, which may be between 《》 and without 中华人民共和国."""
    return _repeals().get(without_realm(title))


@cache
def _repeals() -> dict[str, Repeal]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return {without_realm(title): Repeal(*how) for title, *how in (line.split("\t") for line in lines)}
