"""Identifiers of provisions: a prefix for the level, a number, two underscores between levels."""

from __future__ import annotations

from policydiff.model import Level

PREFIX: dict[Level, str] = {
    "annex": "annex",
    "part": "part",
    "chapter": "chp",
    "section": "sec",
    "article": "art",
    "paragraph": "para",
    "point": "point",
    "indent": "indent",
    "level": "lvl",
    "row": "row",
}
PREAMBLE = "preamble"
SEPARATOR = "__"
APART = (PREAMBLE, PREFIX["annex"])  # what stands there is numbered apart from the rule


def child_eid(parent: str, level: Level, number: str) -> str:
    """The identifier of a provision below `parent`; an article's starts anew in its rule or annex, whatever holds
    it."""
    above = _apart(parent) if level == "article" else parent
    return f"{above}{SEPARATOR}{PREFIX[level]}_{number}" if above else f"{PREFIX[level]}_{number}"


def _apart(eid: str) -> str:
    """The annex or the notice that a provision stands in; empty for one of the rule."""
    if not eid.startswith(APART):
        return ""
    first = eid.partition(SEPARATOR)[0]
    return first if first == PREAMBLE or first.startswith(f"{PREFIX['annex']}_") else ""


def article_of(eid: str) -> str:
    """The article that a provision is or stands in, that of an annex with the annex: `annex_2__art_3`; empty where a
    text has none."""
    parts = eid.split(SEPARATOR)
    number = next((n for n, part in enumerate(parts, 1) if part.startswith(f"{PREFIX['article']}_")), 0)
    return SEPARATOR.join(parts[:number])


def uppermost_of(eid: str) -> str:
    """The article that a provision is or stands in; in a text without articles the uppermost part: `lvl_3`."""
    return article_of(eid) or eid.partition(SEPARATOR)[0]


def steps(eid: str) -> list[tuple[str, str]]:
    """The steps of an identifier: `art_8__para_2` is [("art", "8"), ("para", "2")]."""
    parts = (part.partition("_") for part in eid.split(SEPARATOR))
    return [(level, number) for level, _, number in parts]
