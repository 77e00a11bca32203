"""What several pages have to say: which comparisons there are, what they found for a provision, where its article
stands in every version, odd characters.

A provision on its document's page has its eid itself for an anchor.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policydiff.eid import SEPARATOR
from policydiff.library import Pair
from policydiff.model import Basis, Fate, Lack, Language, Row, Side, Status
from policydiff.presentation.lines import Table
from policydiff.presentation.reading import Reading
from policydiff.text import BETWEEN_CELLS, is_hidden
from policydiff.wording import LACKS, fate

# ------------------------------------------------------------------------------- one comparison of many


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A comparison of a library, under the name of its page."""

    name: str
    pair: Pair
    table: Table

    @property
    def page(self) -> str:
        """The page's address from the top of the folder."""
        return f"comparisons/{self.name}.html"

    @property
    def lack(self) -> Lack:
        """What the text does with a provision that it does not have: what only quotes a rule omits nothing."""
        return LACKS[self.pair.relation]

    @property
    def omissions(self) -> int:
        """How many provisions were left out that no reviewer has decided about; a text that quotes owes nothing."""
        rows = self.table.comparison.rows if self.pair.relation != "quotes" else ()
        return sum(row.status == "omitted" and not row.settled for row in rows)


# --------------------------------------------------------------------------------------- counterparts


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """What another document has for a provision: how the comparison judged it, and where it says so.

    `shown` is what the status is called in that text: what only quotes a rule omits nothing.
    """

    document: str
    title: str
    language: Language
    status: Status
    shown: Fate
    basis: Basis
    labels: tuple[str, ...]
    comparison: str
    anchor: str


def counterparts(compared: Iterable[Compared], document: str) -> dict[str, tuple[Counterpart, ...]]:
    """For each leaf of a document, what the comparisons it stands in found on the other side."""
    found: dict[str, tuple[Counterpart, ...]] = {}
    for one in compared:
        sides: tuple[tuple[Side, Reading, Reading], ...] = (
            ("base", one.table.base, one.table.target),
            ("target", one.table.target, one.table.base),
        )
        for side, own, other in sides:
            if own.document.id == document:
                for leaf in own.leaves:
                    rows = one.table.rows_of(side, leaf.eid)
                    notes = (_counterpart(one, side, leaf.eid, row, other) for row in rows)
                    found[leaf.eid] = (*found.get(leaf.eid, ()), *notes)
    return found


def held_elsewhere(one: Compared, others: Sequence[Compared]) -> dict[str, tuple[Counterpart, ...]]:
    """For each provision of a rule that its superior in this comparison lacks, what its other superiors have that
    stands beside it there beyond doubt."""
    if not others:
        return {}
    rule = one.pair.target.id
    lacking = {eid for row in one.table.comparison.rows if row.status == "added" for eid in row.link.target}
    beside = {eid: found for eid, found in counterparts(others, rule).items() if eid in lacking}
    held = {eid: tuple(o for o in found if o.labels and o.basis != "doubtful") for eid, found in beside.items()}
    return {eid: found for eid, found in held.items() if found}


def _counterpart(one: Compared, side: Side, eid: str, row: Row, other: Reading) -> Counterpart:
    eids = row.link.target if side == "base" else row.link.base
    return Counterpart(
        document=other.document.id,
        title=other.title,
        language=other.document.language,
        status=row.status,
        shown=fate(row.status, one.lack),
        basis=row.link.basis,
        labels=tuple(other.label(eid) for eid in eids),
        comparison=one.name,
        anchor=f"{side}-{eid}",
    )


# --------------------------------------------------------------------------- an article in every version

_FILE_NAME = re.compile(r"[a-z]\w{0,30}([~-]\d{1,9}){0,4}", re.ASCII)


def unit_of(eid: str) -> str:
    """The article, or the highest of the numbered levels, that a leaf stands in."""
    return eid.split(SEPARATOR)[0]


def page_of(eid: str) -> str:
    """The name of the page with every version of the article that a provision stands in.

    An identifier that is made of anything that a text may call a number is no file's name; its hash is.
    """
    unit = unit_of(eid)
    return unit if _FILE_NAME.fullmatch(unit) else hashlib.sha256(unit.encode()).hexdigest()[:16]


# ------------------------------------------------------------------------------------- odd characters

_LAYOUT = frozenset("\n\r")  # a page needs no other blanks than these to be set


class _Shown(dict[int, str]):
    """A translation table that learns a character when it first meets it."""

    def __init__(self) -> None:
        super().__init__({ord("\t"): BETWEEN_CELLS})

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = f"⟦U+{code:04X}⟧" if char not in _LAYOUT and is_hidden(char) else char
        return self[code]


_SHOWN = _Shown()


def visible(text: str) -> str:
    """A text whose hidden characters are spelt out: they must neither vanish nor turn the words around them. A bar
    stands between the cells of a row."""
    return text.translate(_SHOWN)
