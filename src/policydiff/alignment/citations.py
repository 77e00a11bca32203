"""Which units a unit cites: those of its own document (违反本办法第八条), and those of the other one by its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.alignment.units import Units
from policydiff.eid import NUMBER, PREFIX, clean_number
from policydiff.titles import same_title

_ARTICLE = re.compile(rf"第({NUMBER})条")
_PLACE = f"第（?{NUMBER}）?[条款项目]"
_OF_ANOTHER = re.compile(rf"《([^《》]{{2,80}})》((?:[、和及或与至]{{0,2}}{_PLACE})+)")


def numbered(side: Units) -> dict[int, int]:
    """The unit of each article number."""
    out: dict[int, int] = {}
    for k, eid in enumerate(side.eids):
        prefix, _, number = eid.partition("_")
        if prefix == PREFIX["article"] and number.isdecimal():
            out.setdefault(int(number), k)
    return out


def cited(texts: list[str], side: Units) -> list[list[int]]:
    """For each text of a document the units of it that the text cites by their article's number."""
    units = numbered(side)
    return [sorted({units[n] for n in _articles(_OF_ANOTHER.sub("", text)) if n in units}) for text in texts]


def named(text: str) -> list[tuple[str, str]]:
    """The instruments whose provisions a text cites, by title, each with the places cited."""
    return [(found[1], found[2]) for found in _OF_ANOTHER.finditer(text)] if "》" in text else []


def cited_of_other(texts: Sequence[Sequence[tuple[str, str]]], title: str, other: Units) -> list[list[int]]:
    """For each text, given the instruments it names, the units of another document, of that title, that it cites."""
    units = numbered(other) if any(texts) else {}
    return [
        sorted({units[n] for name, where in names if _same(name, title) for n in _articles(where) if n in units})
        for names in texts
    ]


def _articles(text: str) -> list[int]:
    return [int(clean_number(found)) for found in _ARTICLE.findall(text)]


def _same(name: str, title: str) -> bool:
    """Whether a name in the text is that title, with or without the country's name before it."""
    return bool(title) and same_title(name, title)
