"""The words of force of an English text, each where it stands; what only says how much, or from when, binds nobody.

No person shall sell…          forbids       shall not exceed 30 days      how much
is required to, must, has to   commands      shall come into force         from when
may, is entitled to, should    allows        that may cause a danger       what is possible
need not, is not required to   allows
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.expressions import expression

_NOT = "(?: not| neither| never| no longer| under no circumstances| in no (?:case|event))"
# What is said of numbers, and of when and where a rule holds.
_BINDS_NOBODY = (
    r"(?:shall|must|may|does|do|is|are|should)(?: not| never)? (?:be )?(?:exceed|less|fewer|more|longer|shorter|later"
    r"|earlier|lower|higher|greater|smaller|over|under|at least|at most|up to|apply|applied|applicable|governed?|deemed"
    r"|cited|effective|construed|interpreted|mean|means|include|includes|in force|valid|come into|enter into force"
    r"|take effect|responsible)\b"
    r"|(?<!, )(?:that|which|who|as) may\b|may (?:[a-z]{1,20} ){0,6}only\b"
    r"|may be (?:necessary|required|prescribed|needed|applicable)\b"
    r"|(?:is|are) not to (?:exceed|be (?:more|less|longer|later))\b"
)
_BOUND = "(?:required|obliged|bound|obligated)"
_FORBID = (
    r"(?:no(?! (?:longer|more|less|fewer|later)\b)|neither|nobody|nothing|none of)\b"
    r"(?: (?!shall|may|must)[\w'’-]{1,30},?){0,14}"
    r" (?:shall|may|must|is allowed to|is permitted to|can)\b"
    rf"|(?:shall|must|may|can)(?:,? (?:as far as \w{{1,12}}|in principle|generally|normally),?)?{_NOT}\b"
    rf"(?! be {_BOUND} to\b)|cannot\b|(?:is|are) not to\b"
    r"|(?:strictly )?(?:prohibit(?:s|ed)?|forbids?|forbidden)\b"
    r"|(?:not|never) (?:be )?(?:allowed|permitted|entitled) to\b"
    r"|(?:is|are) (?:banned|barred|not allowed|not permitted)\b"
)
_ALLOW = (
    rf"(?:(?:shall|must|may|do|does|is|are) not|no longer) (?:be )?(?:{_BOUND}|need|have) to\b|need not\b"
    r"|may\b|can\b|should\b|ought to\b|(?:shall|must) be (?:open|available|accessible) to\b"
    r"|(?:shall |must )?(?:have|has|had|having|enjoys?) the right\b"
    r"|(?:shall |must )?(?:be |is |are )?(?:entitled|empowered|at liberty|free) to\b"
    r"|(?:is|are|be) (?:also )?(?:permitted|allowed|encouraged|advised|recommended|authori[sz]ed) to\b|encourages?\b"
    r"|(?:is|are) (?:permitted|allowed)\b"
    r"|at (?:its|their|his or her) discretion\b"
)
_COMMAND = (
    rf"shall\b|must\b|(?:is|are|be) {_BOUND} to\b"
    r"|(?:has|have) (?:the duty |the obligation |a duty |an obligation )?to\b"
    r"|(?:is|are) under (?:a duty|an obligation) to\b|(?:is|are) to\b"
)
_MARKS = expression(
    rf"\b(?:(?P<nobody>{_BINDS_NOBODY})|(?P<forbids>{_FORBID})|(?P<allows>{_ALLOW})|(?P<commands>{_COMMAND}))",
    re.IGNORECASE,
)
FORBIDS, COMMANDS, ALLOWS = 3, 2, 1
_FORCE = {"forbids": FORBIDS, "commands": COMMANDS, "allows": ALLOWS}
# What sets the case in which a clause holds, up to the end of a text.
_IN_A_CASE = expression(r"\b(?:if|where|when|whenever|once|unless|until|in case)\b[^,.;:]{0,120}$", re.IGNORECASE)
# How far a clause binds.
DEGREES = expression(
    r"\b(?:as far as (?:possible|practicable)|where (?:possible|practicable|appropriate)|if possible"
    r"|in principle|gradually|voluntarily|on a voluntary basis|as appropriate|endeavou?r|strive|make every effort"
    r"|to the extent (?:possible|practicable)|preferably|as the case may be)\b",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """A word of force: 3 where it forbids, 2 where it commands, 1 where it allows, and where it stands."""

    force: int
    start: int
    end: int


def marks(text: str) -> Iterator[Mark]:
    """The words of force of a text, in order; what a case denies forbids nothing behind it: where no objection is
    raised, the office shall."""
    at = 0
    while found := _MARKS.search(text, at):
        at, comma = found.end(), found.group().rfind(",")
        if comma >= 0 and _IN_A_CASE.search(text[: found.start()]):
            at = found.start() + comma
        elif force := _FORCE.get(found.lastgroup or ""):
            yield Mark(force, found.start(), found.end())
