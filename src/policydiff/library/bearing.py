"""Whether two texts that a user sets beside each other have to do with each other, by their own words.

根据《剪刀法》，制定本办法。   beside 胡须管理办法: it names other grounds
明天下午三点开会。           beside 胡须管理办法: next to nothing corresponds
"""

from __future__ import annotations

from policydiff.library.describe import describe, standing, title_key
from policydiff.library.editions import is_slip
from policydiff.model import Comparison, Document

_LEAST = 0.02  # of the shorter text: of laws and local rules taken at random 79 % share less, of rules and grounds 1 %


def other_grounds(base: Document, target: Document) -> tuple[str, ...]:
    """The titles of what the target says it rests on, where the base is not among them and should be.

    It need not be where the two are of one kind, rest on the same rule or are editions of one, where one is a
    translation or a commentary, and where the base bears no title.
    """
    own = title_key(base.title)
    said = describe(target)
    if not own or base.language != target.language or said.kind.value == "commentary":
        return ()
    named = {title_key(name) for name in said.bases}
    are_peers = standing(base, target) != "omitted" or not named.isdisjoint(map(title_key, describe(base).bases))
    return () if are_peers or any(_may_be(name, own) for name in named) else said.bases


def _may_be(named: str, own: str) -> bool:
    """Whether a title that a text names may be that of a rule: one that is in the other is of the same matter."""
    return named in own or own in named or is_slip(named, own)


def corresponds(comparison: Comparison) -> bool:
    """Whether more of two texts belongs together than of any two rules. A translation does by its nature, a text that
    names the base as well, and so do two editions."""
    base, target = comparison.base, comparison.target
    if base.language != target.language or standing(base, target) == "revised":
        return True
    if title_key(base.title) in map(title_key, describe(target).mentions):
        return True
    shorter = min(len(base.leaves()), len(target.leaves()))
    return sum(row.link.score for row in comparison.rows if row.link.base and row.link.target) >= _LEAST * shorter
