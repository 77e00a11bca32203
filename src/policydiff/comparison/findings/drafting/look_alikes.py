"""Characters of the target that stand for others which look like them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policydiff.alignment.weights import is_known
from policydiff.comparison.findings.drafting.quoted import near
from policydiff.comparison.findings.found import Found
from policydiff.comparison.sameness import look_alikes, standing_alone
from policydiff.model import Document, Row
from policydiff.text import without_stray_blanks
from policydiff.words import words

_LEAST_NAMED = 3
_ALONE = frozenset("的了和与及或在对为由从向于把将被以并而但等所其该各每人大日天不无未自也又可按非内外中上下前后")


def look_alike(target: Document, rows: Sequence[Row]) -> Iterator[Found]:
    """A character that makes no word with its neighbour where one that looks like it would (间题 for 问题).

    Not found: a slip that makes another word (贷款, 货款), or stands for a word that laws do not use. A slip of the
    scanner or of the pen; not a change of substance.
    """
    told = {eid for row in rows if any(f.rule == "look-alike" for f in row.findings) for eid in row.link.target}
    for leaf in target.leaves():
        if leaf.eid not in told:
            text = without_stray_blanks(leaf.text)
            for at in _slips(text):
                if _is_part_of_name(target.source.text, text, at):
                    continue
                yield Found("look-alike", "drafting", "", near(text, at, at + 2), leaf.eid)


def _slips(text: str) -> Iterator[int]:
    """Where two characters that are no word, and that laws do not use together, would be a word that laws use if either
    were its look-alike."""
    alike = look_alikes()
    near = {at for place, char in enumerate(text) if char in alike for at in (place - 1, place)}
    found = [at for at in sorted(near) if _meant(text[at : at + 2]) and _is_read_otherwise(text, at)]
    alone = standing_alone(text) if found else set()
    return (at for at in found if at in alone and at + 1 in alone)


def _is_part_of_name(document: str, text: str, at: int) -> bool:
    """Whether the second of two characters begins something that the document also writes without the first and
    without what it would stand for: 太 of 东太河村, where 太河村 is another village."""
    name = text[at + 1 : at + 1 + _LEAST_NAMED]
    if len(name) < _LEAST_NAMED or not name.isalpha():
        return False
    pairs = {text[at : at + 2], *_meant(text[at : at + 2])}
    before = (document[max(0, found.start() - 1) : found.start()] for found in re.finditer(re.escape(name), document))
    return any(one + name[0] not in pairs for one in before)


@lru_cache(maxsize=8192)
def _meant(pair: str) -> tuple[str, ...]:
    """The words that two characters may stand for, were either its look-alike; none where laws use the two as they are,
    or where one of them commonly stands alone.

    A rare word is mostly no slip for another rare one: 疏干 is meant, though 疏于 is a word, and so is 犬粪.
    """
    if len(pair) < 2 or any(char in _ALONE for char in pair):
        return ()
    one, other, alike = pair[0], pair[1], look_alikes()
    meant = [char + other for char in alike.get(one, "")] + [one + char for char in alike.get(other, "")]
    used = tuple(word for word in meant if len(words(word)) == 1 and is_known(word))
    return () if used and is_known(pair) else used


def _is_read_otherwise(text: str, at: int) -> bool:
    """Whether a character in doubt goes no better with its other neighbour than what it would stand for: 村 of 建村道
    is that of 村道, and no slip for 建材."""
    before, pair, behind = text[max(0, at - 1) : at], text[at : at + 2], text[at + 2 : at + 3]
    for word in _meant(pair):
        printed, meant = (before + pair[0], before + word[0])
        if word[0] == pair[0]:
            printed, meant = pair[1] + behind, word[1] + behind
        if is_known(meant) or not is_known(printed):
            return True
    return False
