"""Whether two clauses say one thing in another style, of other bodies or in other units."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.rules.bodies import is_same_body
from policydiff.comparison.findings.rules.own_words import AS_PROVIDED
from policydiff.comparison.findings.rules.sources import OWN_PROVISIONS
from policydiff.comparison.findings.terms.mentions import Mention, agents, subject_of
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.style import bare, in_one_style
from policydiff.text import skeleton
from policydiff.titles import without_realm

_TITLE = re.compile(r"《(?:中华人民共和国)?([^《》]{3,40})》")
_JOINED = re.compile(r"^(?:由|并且?|应当|可以)+")
_LIST_BEHIND = re.compile(r"下列[^，。；]{1,8}$")


def are_equal_spans(change: Change) -> bool:
    """Whether only the unit differs in which one amount or time is printed: 每半年, 每六个月."""
    sides = change.sides
    printed = [
        [q for q in quantities(side.clause, "zh") if q.start < side.end and side.start < q.end] for side in sides
    ]
    if {q.meaning for q in printed[0]} != {q.meaning for q in printed[1]}:
        return False
    old, new = (
        bare(outside(side, [(q.start, q.end) for q in found])) for side, found in zip(sides, printed, strict=True)
    )
    return old == new


def say_the_same(change: Change, reading: RowReading) -> bool:
    """Whether the clauses differ in style, in who acts, in their own numbers and in the order of words alone."""
    if _are_of_one_style(change.base.clause, change.base.before + change.target.words + change.base.after):
        return True
    if _announce_alike(change.base.clause, change.target.clause):
        return True
    superior, rule = (side.title for side in reading.sides)
    own, local = in_one_style(change.base.clause), in_one_style(_named_by_itself(change.target.clause, superior))
    if "本法" in own and "法律" not in own:
        local = local.replace("法律", "本法")  # 除本法另有规定外 is in a local rule 除法律、法规另有规定外
    plain = [AS_PROVIDED.sub("", side) for side in _without_one_subject(own, local, rule)]
    if all(map(OWN_PROVISIONS.search, plain)):
        plain = [OWN_PROVISIONS.sub("", side) for side in plain]  # each cites its own numbers
    return skeleton(plain[0]) == skeleton(plain[1]) or sorted(bare(plain[0])) == sorted(bare(plain[1]))


def _announce_alike(one: str, other: str) -> bool:
    """Whether two clauses announce a list of the same thing, whatever they call its items: 下列用途, 下列规定."""
    return bare(_LIST_BEHIND.sub("", one)) == bare(_LIST_BEHIND.sub("", other))


def _are_of_one_style(one: str, other: str) -> bool:
    """Whether two clauses that differ at one place differ there in style alone."""
    plain = [OWN_PROVISIONS.sub("", AS_PROVIDED.sub("", in_one_style(clause))) for clause in (one, other)]
    return sorted(bare(plain[0])) == sorted(bare(plain[1]))


def _named_by_itself(clause: str, title: str) -> str:
    """A local rule's clause with 本法 where it names the law that it implements, alone or beside itself."""
    name = without_realm(title)
    if not name.endswith(("法", "条例")):
        return clause
    found = _TITLE.sub(lambda cited: "本法" if name.endswith(skeleton(cited[1])) else cited[0], clause)
    return found.replace(name, "本法")


def _without_one_subject(old: str, new: str, title: str) -> tuple[str, str]:
    """Two clauses without the body that acts, where both name the same one, or one of them names nobody."""
    one, other = subject_of(old), subject_of(new)
    if one and other and is_same_body(one, other, title):
        return _without_body(old, one), _without_body(new, other)
    acting = agents(old), agents(new)
    if all(acting) or not any(acting):
        return old, new
    return _without_body(old, next(iter(acting[0]), None)), _without_body(new, next(iter(acting[1]), None))


def _without_body(clause: str, body: Mention | None) -> str:
    """A clause without a body that acts in it, and without what only joins it to the clause before."""
    said = clause[: body.start] + clause[body.end :] if body else clause
    return _JOINED.sub("", said)


def outside(side: Passage, told: Iterable[tuple[int, int]]) -> str:
    """The words that differ on a side without those of some spans of its clause."""
    within = {at for start, end in told for at in range(start, end)}
    return "".join(side.clause[at] for at in range(side.start, side.end) if at not in within)
