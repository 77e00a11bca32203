"""For which act a penalty is laid down.

base    无证染须的，处一万元以下罚款；强卖须膏的，处…     target  强卖须膏的，处五千元以下罚款
        └ act ─┘                  └ act ─┘                        └ act ─┘

Penalties are printed in stock words, so that each is like every other, whatever it is for: two of them answer each
other only where their acts do. The act is the case that stands before the penalty in its sentence, what introduces its
item, or the provision that the case names (有前款第二项行为的, 违反本法第八条规定的). Acts are read in Chinese rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from policydiff.comparison.clauses import clauses, sets_the_case, share_of_shorter
from policydiff.comparison.findings.terms.citations import cited_here, cited_items, cited_words
from policydiff.comparison.findings.terms.mentions import without_subject
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.model import Both, Document
from policydiff.words_of_force import HOW_GRAVE, PENALTY

_ONE_ACT, _SURELY_ONE_ACT = 0.08, 0.2  # the share of the shorter of two acts that the other says as well
_SENTENCES = re.compile(r"[。；;]")
_BORDERS = frozenset("，。；：！？\n ,;:!?") | {""}  # what stands before and behind a clause
# How grave a breach is, what came of it, who answers for it: the act itself stands before.
_DEGREE = re.compile(
    rf"(?:{HOW_GRAVE}|拒不(?!.{{8}})|经(?![营济办理销纪])|未?造成|致使|导致|尚[不未]|(?:没有?|无|有)违法所得|没有(?!.{{8}})|货值"
    r"|违法经营额|后果|属于?|涉及|第[一二三]次|给|在[^，]{0,6}期限|其中)"
)
_LEVEL = 6  # characters; a case that says no more besides an amount (面积不足一百平方米的) is one of degree
_SAYS_NOTHING = re.compile(
    r"对?有(?:下列|前款|上述|以上|第)[^，。；]{0,24}(?:之一|行为|情形)的?"
    r"|(?:违反|依照|根据|按照)?(?:本[^，。；第]{1,4})?第[^，。；的]{1,60}?(?:规定的?|(?=[，。；]|$))"
    r"|违反[^，。；]{0,4}(?:法|条例|办法|规定|细则)(?:的?规定)?|违反规定|^[，、]"
)
_LEAST_SAID = 3  # characters that say what is done
_LISTED = re.compile(r"下列(?:行为|情形|情况|活动)")
_OF_ITS_OWN = re.compile(r"(?P<case>[^，。；]{6,}的)(?=可以|可|并|单|由|处|予|给)")


class Acts:
    """What the penalties of a document are for."""

    def __init__(self, document: Document) -> None:
        self._texts = {leaf.eid: leaf.text for leaf in document.leaves()}
        self._introductions = document.introductions()
        self._known = dict[tuple[str, str], tuple[str, ...]]()  # a penalty is asked for beside each that may answer it
        introducing = (holder for holder in document.walk() if holder.text and holder.children)
        self._items = {one.eid: "\n".join(child.text for child in one.children) for one in introducing}

    def of(self, clause: str, leaves: Sequence[str]) -> tuple[str, ...]:
        """The acts for which a clause of some leaves lays down a penalty, at each place where it stands; nothing where
        that is not told."""
        found = (act for eid in leaves if clause in self._texts.get(eid, "") for act in self._acts(clause, eid))
        return tuple(act for act in found if act)

    def before(self, clause: str, eid: str, start: int) -> str:
        """The act for which a clause that begins there in a leaf lays down a penalty; nothing if that is not told."""
        before = self._texts[eid][:start]
        said = _said_before(before)
        return self._read(clause, eid, before) or self._named(said, eid) or said

    def broken(self, clause: str, eid: str, start: int) -> str:
        """What is laid down by the provisions of which the act before a clause is a breach, where it names them."""
        return self._cited(self._case(clause, eid, self._texts[eid][:start]), eid)

    def _acts(self, clause: str, eid: str) -> tuple[str, ...]:
        if (clause, eid) not in self._known:
            text = self._texts[eid]
            self._known[clause, eid] = tuple(self._read(clause, eid, text[:start]) for start in _places(clause, text))
        return self._known[clause, eid]

    def _read(self, clause: str, eid: str, before: str) -> str:
        """The act for which a clause of a leaf lays down a penalty, by what stands before it there."""
        case = self._case(clause, eid, before)
        said = without_subject(_SAYS_NOTHING.sub("", case).strip("，、的"))
        return said if len(said) > _LEAST_SAID and not _LISTED.search(case) else self._named(case, eid)

    def _case(self, clause: str, eid: str, before: str) -> str:
        own = _OF_ITS_OWN.match(clause)
        case = own["case"] if own else _case_before(before)
        return case or _case_before(self._introductions.get(eid, ""))

    def _named(self, case: str, eid: str) -> str:
        """What a case names: the items that follow, those of the paragraph before, or an article of its own."""
        if _LISTED.search(case):
            return self._items.get(eid, "")
        if laid_down := self._cited(case, eid):
            return laid_down
        return cited_here(case, eid, self._texts)

    def _cited(self, case: str, eid: str) -> str:
        """What a case names of another article, or of items of the one that introduces it."""
        items = cited_items(case, self._introductions.get(eid, ""), self._texts)
        return items or cited_words(case, self._texts)[0]


def _places(clause: str, text: str) -> list[int]:
    """Where a clause begins in a text: wherever it stands by itself; where it does so nowhere, wherever it stands."""
    found = [(one.start(), one.end()) for one in re.finditer(re.escape(clause), text)]
    whole = [start for start, end in found if {text[start - 1 : start], text[end : end + 1]} <= _BORDERS]
    return whole or [start for start, _ in found]


def _case_before(text: str) -> str:
    """The case that stands last before the end of a text: without what only says how grave it is, and without what is
    done about it."""
    for sentence in reversed(_SENTENCES.split(text)):
        cut = [clause.text for clause in clauses(sentence, "zh")]
        last = max((n for n, one in enumerate(cut) if _sets_a_case(one)), default=-1)
        if act := [one for one in cut[: last + 1] if not _is_degree(one) and not is_penalty(one)]:
            return "，".join(act)
    return ""


def _said_before(text: str) -> str:
    """What the last sentence of a text says before it ends, without what is done about it: of an item that names an act
    and no case."""
    said = [one.text for one in clauses(_SENTENCES.split(text)[-1], "zh")]
    return "，".join(one for one in said if not is_penalty(one) and not _is_degree(one))


def _sets_a_case(clause: str) -> bool:
    return clause.endswith("的") or clause.startswith("违反") or sets_the_case(clause, "zh")


def _is_degree(clause: str) -> bool:
    level = sum(len(quantity.text) for quantity in quantities(clause, "zh"))
    return bool(_DEGREE.match(clause)) or bool(level and len(clause) - level <= _LEVEL)


@lru_cache(maxsize=4)  # as of what a document says elsewhere
def acts(document: Document) -> Acts:
    """What the penalties of a document are for, looked through once."""
    return Acts(document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalties:
    """The penalties of two provisions, or of many; `apart` says whether nothing but their words ties them together."""

    acts: Both[Acts]
    leaves: Both[Sequence[str]]
    apart: bool = False

    def turned(self) -> Penalties:
        """The two sides in the other order."""
        return replace(self, acts=self.acts.turned(), leaves=self.leaves.turned())

    def may_answer(self, base: str, target: str) -> bool:
        """Whether a clause of the base and one of the target are not penalties for two acts; where the provisions stand
        `apart`, whether they are penalties for one."""
        if not (is_penalty(base) and is_penalty(target)):
            return True
        own, local = map(Acts.of, self.acts, (base, target), self.leaves)
        if not (own and local):
            return not self.apart
        likeness = max(share_of_shorter(old, new, "zh") for old in own for new in local)
        return likeness >= (_SURELY_ONE_ACT if self.apart else _ONE_ACT)


def is_penalty(clause: str) -> bool:
    """Whether a clause lays down what a breach meets, and does not name the breach."""
    return bool(PENALTY["zh"].search(clause)) and not sets_the_case(clause, "zh")
