"""What is cited: provisions, the document's own articles, and instruments by their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from policydiff.comparison.findings.row.changes import SILENT, Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import KIN, SENTENCE, Quotes, both_clauses
from policydiff.comparison.findings.terms.citations import AND, ARTICLE, OWN_NAME
from policydiff.eid import ITEM_NUMBER, ordinal
from policydiff.text import skeleton
from policydiff.titles import KINDS, TITLE, same_title

# A provision or a document's own name for itself.
PROVISION = re.compile(rf"本条(?!例)|{ordinal('条款项')}|{OWN_NAME}(?!院|定|所称)")
_MADE = re.compile(r"^特?制定本")
_ITEM = rf"第[（(]?{ITEM_NUMBER}[)）]?"
_NUMBERED = rf"{ARTICLE}(?:{ordinal('款')})?(?:{_ITEM}项)?"
_PART = f"{_ITEM}[款项]"
OWN_PROVISIONS = re.compile(
    rf"{OWN_NAME}{_NUMBERED}(?:{AND}{_NUMBERED})*"
    rf"|(?<![条款法例》])(?:[本前上]条|[前上]款)?(?:{_PART})+(?:{AND}(?:{_PART})+)*"
    r"|[前上][款条项]"
)
# What bears a title and lays nothing down: a form, a register, a newspaper; a licence is a condition at least.
_FORM = re.compile(r"(?:(?<!议定)(?<!证)书|表|(?<!清)单|函|簿|册|卡|状|报)》$")
_NAMES_ITSELF = re.compile(r"以下(?:简称|统称|称)$")  # what follows is another name of what stands before it
_REPEALS = re.compile(r"废止")
# Why and on what ground a rule is made is said in one sentence with this; and the law in general as a ground.
_MAKES = re.compile(r"制[定订]本")
_LAW_IN_GENERAL = re.compile(r"法律|法规|规章|规定")
_OWN, _OWN_ARTICLE = "本", "本条"
_OF_TITLE = re.compile(rf"(《[^《》]+》){_NUMBERED}(?:{AND}{_NUMBERED})*")
_BEFORE = re.compile(r"[前上][款条项]")  # 前款规定 cites an article of its own as well
# A clause that does nothing but name what is broken: what differs in it is what is cited.
NAMES_BREACH = re.compile(
    rf"违反(?:《[^》]+》|{OWN_NAME}|{KINDS}|{_NUMBERED}|国家|有关|规定|前[条款]|[、和及或者的中])+"
)


def reference(change: Change, reading: RowReading) -> Quotes | None:
    """A provision cited (第八条) or the document's own name (本法, 本办法) on one side only.

    Not found: 本法 against 本办法, each its document's name for itself; instruments in 《》 (`instrument`); the
    document's own articles (`citation`), paragraphs and items, which are numbered otherwise in every document.
    立法技术规范 （试行）（一） 2009, on citing.
    """
    if not change.within or change.alike < KIN:
        return None
    superior = reading.sides.base.title
    old, new = (set(map(_cited, _citations(side, superior))) for side in change.sides)
    if any(_BEFORE.search(side.clause) for side in change.sides):
        old, new = old - {_OWN_ARTICLE}, new - {_OWN_ARTICLE}
    if old == new or (old | new) == {_OWN} or (_OWN in old | new and old ^ new == {_OWN, _OWN_ARTICLE}):
        return None
    return both_clauses(change)


def _citations(side: Passage, title: str) -> Iterator[str]:
    """The citations that a change lies in; several of the document's own articles in a row, or of the superior rule's
    where a local rule names it, as one."""
    own = [found.span() for found in OWN_PROVISIONS.finditer(side.clause)]
    own += [found.span() for found in _OF_TITLE.finditer(side.clause) if title and same_title(found[1], title)]
    for start, end in own:
        if start < side.end and side.start < end:
            yield _OWN_ARTICLE
    for found in PROVISION.finditer(side.clause):
        within_own = any(start <= found.start() < end for start, end in own)
        if found.start() < side.end and side.start < found.end() and not within_own:
            yield found.group()


def _cited(words: str) -> str:
    """A citation to be compared; what a document calls itself is one thing, and so is any of its own articles."""
    return (_OWN_ARTICLE if words == _OWN_ARTICLE else _OWN) if words.startswith(_OWN) else skeleton(words)


def instrument(reading: RowReading) -> Iterator[tuple[str, Quotes]]:
    """An instrument (《…》) that only one side of the row names, or another one in its place; each with the rule that
    says so: where the other clause names none, that is said.

    Not found: an instrument called by another name in the same words (a prefix such as 中华人民共和国), one that is
    only repealed, a form (《申请表》); a further ground on which the target is made (根据…，制定本办法), and one of the
    superior's where the target's is the superior itself or the law in general; one that the target names in another
    provision and cites nothing for here. 立法法 2023 art. 82, 107: what a local rule rests on and applies decides what
    it may set.
    """
    old, new = ([*_instruments(side.text)] for side in reading.sides)
    superior = reading.sides.base.title
    gone = [one for one in old if not any(same_title(one.words, other.words) for other in new)]
    come = [one for one in new if not any(same_title(one.words, other.words) for other in old)]
    come = [one for one in come if not (superior and same_title(one.words, superior))]  # its own basis
    ground, own_ground = _grounds(reading)
    if own_ground and _stands_for_its_grounds(own_ground, superior):
        gone = [one for one in gone if one.words not in ground]
    for was, becomes in zip_longest(gone, come, fillvalue=SILENT):
        if was is SILENT and becomes.words in own_ground:
            continue
        base, target = was.quote() or _beside(becomes, reading), becomes.quote() or _beside(was, reading)
        if not target and any(same_title(was.words, title) for title in reading.sides.target.says.titles):
            continue
        is_added, is_dropped = (bool(words) and not TITLE.search(words) for words in (base, target))
        rule = "added-instrument" if is_added else "dropped-instrument" if is_dropped else "instrument"
        yield rule, (base, target)


def _grounds(reading: RowReading) -> tuple[str, str]:
    """What either side says of why and on what ground its rule is made; nothing where one side does not."""
    base, target = (next(filter(_MAKES.search, SENTENCE.split(side.text)), "") for side in reading.sides)
    return (base, target) if base and target else ("", "")


def _stands_for_its_grounds(ground: str, superior: str) -> bool:
    """Whether the ground of a rule holds those of its superior: that itself, or the law in general."""
    named = TITLE.findall(ground)
    if not named:
        return bool(_LAW_IN_GENERAL.search(ground))
    return bool(superior) and any(same_title(one, superior) for one in named)


def _beside(named: Passage, reading: RowReading) -> str:
    """What the other side says in the clause that corresponds to the one that names an instrument; or nothing, also
    where it says only that a rule is made (制定本法) or names what both sides name."""
    for change in reading.changes:
        for own, other in (change.sides.turned(), change.sides):
            if named.words in own.words:
                quote = (other if change.within else change.near).quote()
                return "" if _MADE.search(quote) or _names_what_both_name(quote, reading) else quote
    return ""


def _names_what_both_name(words: str, reading: RowReading) -> bool:
    """Whether some words of a row name instruments, and each stands on its other side too."""
    named = TITLE.findall(words)
    sides = [TITLE.findall(side.text) for side in reading.sides]
    return bool(named) and all(any(same_title(one, other) for other in side) for one in named for side in sides)


def _instruments(text: str) -> Iterator[Passage]:
    """The instruments named in a text, each in its clause."""
    seen = set()
    for found in TITLE.finditer(text):
        sentence_end = SENTENCE.search(text, found.end())
        sentence = text[found.end() : sentence_end.start() if sentence_end else len(text)]
        names = not _FORM.search(found.group()) and not _NAMES_ITSELF.search(text, 0, found.start())
        if names and found.group() not in seen and not _REPEALS.search(sentence):
            seen.add(found.group())
            start = led_to_from(found)
            yield Passage(clause=text[start : found.end()], start=found.start() - start, end=found.end() - start)


def led_to_from(title: re.Match[str]) -> int:
    """From where in a text the words stand that lead to a title in it: 依照《…》."""
    return max(title.string.rfind(mark, 0, title.start()) for mark in "，。；：\n、》（）()") + 1
