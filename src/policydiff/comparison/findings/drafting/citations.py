"""Articles of its own and instruments of the state that the target cites, and that are not there or no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydiff.comparison.findings.drafting.names import OWN_KINDS
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.rules.sources import led_to_from
from policydiff.dates import YEAR
from policydiff.eid import Citation, find_citation, ordinal
from policydiff.model import Document
from policydiff.repealed import repeal_of
from policydiff.titles import TITLE, without_realm

_OWN_CITATION = re.compile(rf"本(?:实施|暂行)?(?:{OWN_KINDS})(?={ordinal('条')})")
# What has been: 1995年1月1日国务院发布的《…》, 原《…》, 《…》施行前; and what is from now on: 《…》同时废止, 修改为.
_AS_OF_ITS_DAY = re.compile(rf"(?:{YEAR}年[^，。；《》]{{0,40}}的|原(?:来的)?|当时的|(?:已经?)?废止的)$")
_NOT_YET = re.compile(r"(?:[（(][^（）()]*[）)])?(?:公布|发布|颁布)?(?:施行|实施|生效|废止)(?:之)?[前后日]|（?已废止")
_ENDS = re.compile(r"废止|(?:修改|调整|更名|改)为")
_SENTENCE_END = re.compile(r"[。；\n]")


def dead_citation(target: Document) -> Iterator[Found]:
    """本办法第九十条 where there is no such article.

    Not found: a citation of another instrument; whether the article says what is meant; in an extract, which does not
    begin with its first article. Left over from another text or an earlier draft, it makes a sanction or procedure
    void.
    """
    places = [provision.eid for provision in target.walk()]
    if "art_1" not in places:
        return
    for leaf in target.leaves():
        for own in _OWN_CITATION.finditer(leaf.text):
            found = find_citation(leaf.text[own.end() :])
            if found and found[1][0] == 0 and not _stands(found[0], places):
                yield Found("dead-citation", "drafting", "", leaf.text[own.start() : own.end() + found[1][1]], leaf.eid)


def _stands(citation: Citation, places: Sequence[str]) -> bool:
    article = Citation(steps=citation.steps[:1])
    return any(article.matches(eid) for eid in places)


def repealed(target: Document) -> Iterator[Found]:
    """An instrument of the state that the target cites and that has been repealed: 《物权法》 since 民法典 holds.

    Not found: one that the table of `policydiff.repealed` does not have, of a title that another in force bears again;
    what the target itself repeals, or names as of its day (1995年发布的《…》, 原《…》, 《…》施行前). Each is told once,
    where it is first cited. 立法技术规范（试行）（一） 2009: what is cited must hold; 立法法 2023 art. 107: what a rule
    rests on.
    """
    told: set[str] = set()
    for leaf in target.leaves():
        for found in TITLE.finditer(leaf.text):
            name = without_realm(found.group())
            if name in told or not repeal_of(found.group()) or not _is_cited_as_in_force(leaf.text, found):
                continue
            told.add(name)
            yield Found("repealed", "drafting", "", leaf.text[led_to_from(found) : found.end()], leaf.eid)


def _is_cited_as_in_force(text: str, title: re.Match[str]) -> bool:
    """Whether a title is no part of another one, and is not named as what has been, or is no more from now on."""
    before, behind = text[: title.start()], text[title.end() :]
    behind = _SENTENCE_END.split(behind, maxsplit=1)[0]
    if before.count("《") > before.count("》") or _AS_OF_ITS_DAY.search(before):
        return False
    return not (_ENDS.search(behind) or _NOT_YET.match(behind))
