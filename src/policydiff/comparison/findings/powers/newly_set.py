"""Which powers a local rule sets that its superior does not, told for what it adds and for what is new in a row.

    added      第九条 违反规定染须的，处五百元罚款             new-penalty
    changed    …应当登记 ║ …应当登记，并缴纳染须管理费         new-fee, in place of added-duty on the same clause

What a provision stands beside hides no power: one in a row is judged by what the superior says in the row and anywhere,
and where the pairing is doubtful as if it were added.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from policydiff.comparison.clauses import Clause, clauses, comes_near
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.powers import rules as powers
from policydiff.comparison.findings.powers.across import AcrossLanguages
from policydiff.comparison.findings.powers.acts import without_subject
from policydiff.comparison.findings.powers.granted import Granted, granted
from policydiff.comparison.findings.powers.provision import LocalProvision, PowerSet
from policydiff.comparison.findings.powers.sanctions import kinds_of, says_an_act
from policydiff.comparison.findings.powers.words.listing import ANNOUNCES
from policydiff.comparison.findings.powers.words.penalties import NO_DEED
from policydiff.comparison.findings.row.changes import RowReading
from policydiff.comparison.findings.rules.followed import Articles
from policydiff.comparison.findings.terms.citations import cited_here, cited_items, cited_words
from policydiff.gravity import POWERS
from policydiff.messages import message, quotations
from policydiff.model import Document, Finding, FindingType, Language, Row

TYPE: FindingType = "added-duty"
_MOST_OF_A_KIND = 6  # powers that an added provision tells one by one
_NEARLY_PUNISHED = 0.12  # what is punished in one row is alike in its matter
_OF_AN_ARTICLE = re.compile(r"条第[^，。；条]{1,5}[款项]")
_ITEMS = ("point_", "lvl_")  # how the identifiers of what is listed begin
# Which powers are told in place of what another rule finds on the same clause.
_PENALTIES = frozenset(("new-penalty", "new-penalty-kind"))
_LISTED = _PENALTIES | {"new-prohibition", "new-licence-condition"}  # which of them items of a list set alike
_MAY_SET = {TYPE: frozenset(POWERS), "number": _PENALTIES | {"new-coercion", "new-fee"}, "added-fine": _PENALTIES}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewlySet:
    """What is asked of the leaves of a local rule: their words and what introduces them, its title, which of its
    articles stand beside which of the superior, and what the superior sets."""

    texts: Mapping[str, str]
    introductions: Mapping[str, str]
    title: str
    cited: Articles
    superior: Granted
    across: AcrossLanguages | None = None

    @classmethod
    def of(cls, base: Document, target: Document, introductions: Mapping[str, str], cited: Articles) -> NewlySet:
        """What is asked of a local rule beside its superior; of one in another language all is asked that it sets, and
        then what the superior says of that."""
        is_across = base.language != target.language
        superior = granted(replace(target, provisions=()) if is_across else base)
        texts = {leaf.eid: leaf.text for leaf in target.leaves()}
        asked = cls(texts=texts, introductions=introductions, title=target.title, cited=cited, superior=superior)
        if not is_across:
            return asked
        powers = {eid: tuple(asked._set_by(asked._provision(eid))) for eid in texts}
        return replace(asked, across=AcrossLanguages(base, powers, texts))

    def in_added(self, leaves: Sequence[str]) -> Iterator[Found]:
        """The powers that leaves set which are added."""
        new = self.across.new(leaves) if self.across else self._set_by_any(leaves)
        yield from _few_of_a_kind([_found(one) for one in dict.fromkeys(new)])

    def _set_by_any(self, leaves: Sequence[str]) -> Iterator[PowerSet]:
        return (one for eid in leaves for one in self._set_by(self._provision(eid)))

    def in_translated(
        self, found: Sequence[Found], leaves: Sequence[str], beside: Sequence[str], *, doubtful: bool
    ) -> Iterator[Found]:
        """What is found in a row across languages, with the powers that its leaves set in place of what says no more
        than one of them, or a part of it."""
        powers = [*map(_found, self.across.new(leaves, beside, doubtful=doubtful))] if self.across else []
        quoted = [str(one.target) for one in powers]
        yield from _each_once([powers], "\n".join(self.texts[eid] for eid in leaves))[0]
        for one in found:
            is_told = _is_in(one.target, quoted) or any(words in one.target for words in quoted)
            if not (_tells_no_more(one, self.superior.language) and one.target and is_told):
                yield one

    def in_changed(
        self, found: Sequence[Found], reading: RowReading, leaves: Sequence[str], *, doubtful: bool = False
    ) -> Iterator[Found]:
        """What is found in a row, with clauses that are new told as the powers that they set, each power once, and not
        its sum or its words again; then the powers on which no other rule has found anything."""
        besides = [*self._besides(reading, leaves, doubtful)]
        text = "\n".join(self.texts[eid] for eid in leaves)
        powers_of = _each_once([*([*self._powers(one, reading, leaves)] for one in found), besides], text)
        yield from powers_of.pop()
        quoted = [str(power.target) for told in (*powers_of, besides) for power in told]
        for one, told in zip(found, powers_of, strict=True):
            if told:
                yield from told
            elif not (_tells_no_more(one, reading.language) and _is_in(one.target, quoted)):
                yield one

    def _besides(self, reading: RowReading, leaves: Sequence[str], doubtful: bool) -> Iterator[Found]:
        """The powers that the leaves of a row set, whatever is found of their words; a doubtful pairing says nothing of
        what the superior sets."""
        if doubtful:
            yield from self.in_added(leaves)
            return
        for eid in leaves:
            for one in self._set_by(self._provision(eid, reading=reading)):
                if not (one.rule in _PENALTIES and _is_punished_beside(one.target, reading)):
                    yield _found(one)

    def _powers(self, found: Found, reading: RowReading, leaves: Sequence[str]) -> Iterator[Found]:
        """The powers that a clause sets which is new, each of the type of what it is told in place of; of a penalty
        beside a penalty the sums are compared."""
        rule, target = found.rule, found.target
        if rule not in _MAY_SET:
            return
        alone = rule == TYPE or not found.base  # what nothing in the row answers
        clause = _last_clause(target, rule) if alone else _new_clause(target, reading)
        eid = next((eid for eid in leaves if clause and clause in self.texts[eid]), None)
        provision = self._provision(eid, clause, reading) if eid else None
        for one in self._set_by(provision) if provision and provision.new else ():
            if one.rule in _MAY_SET[rule] and not (one.rule in _PENALTIES and _is_beside_a_penalty(found, reading)):
                yield found._replace(rule=one.rule, base=one.base, target=one.target, cited=one.cited)

    def _set_by(self, provision: LocalProvision) -> Iterator[PowerSet]:
        return powers.set_by(provision, self.superior)

    def _provision(self, eid: str, words: str = "", reading: RowReading | None = None) -> LocalProvision:
        """A leaf; where some words of it are given, of those alone it is asked what they set."""
        text, language = self.texts[eid], self.superior.language
        start = text.index(words)
        within = (one.start for one in clauses(text, language) if words and start <= one.start < start + len(words))
        return LocalProvision(
            text=text,
            language=language,
            introduction=self.introductions.get(eid, ""),
            rule=self.title,
            beside=reading.base if reading else "",
            beside_introduced="\n".join(reading.sides.base.introduced) if reading else "",
            new=frozenset(within),
            lays_down=partial(self._lays_down, eid),
        )

    def _lays_down(self, eid: str, words: str, introduction: str) -> tuple[str, Collection[str]]:
        """What of the rule itself some words of a leaf cite, below what introduces them, and which articles of the
        superior stand beside that; beside a paragraph or an item of an article may stand another than beside the
        rest."""
        laid_down, numbers = cited_words(words + introduction, self.texts)
        items = cited_items(words, introduction, self.texts)
        if items is not None:
            return items, frozenset()
        if not laid_down and (here := cited_here(words, eid, self.texts)):
            return here, frozenset()
        if laid_down and _OF_AN_ARTICLE.search(words + introduction):
            return laid_down, frozenset()
        return laid_down, frozenset(ours for ours, theirs in self.cited if theirs in numbers)


def _tells_no_more(found: Found, language: Language) -> bool:
    """Whether what is found says no more than the power that it is a part of: words or a sum that nothing answers, and
    what an English sentence lists further."""
    if language == "en" and found.rule == "added-element":
        return True
    return found.rule in _MAY_SET and (found.rule == TYPE or not found.base)


def _found(power: PowerSet) -> Found:
    """A power as it is told of what is added."""
    return Found(power.rule, TYPE, power.base, power.target, cited=power.cited)


def _is_beside_a_penalty(found: Found, reading: RowReading) -> bool:
    """Whether what a row newly imposes stands beside a penalty of the kind, or is a sum that has its counterpart."""
    if found.rule != TYPE:
        return bool(found.base)
    imposed = kinds_of(found.target, reading.language)
    return bool(imposed) and imposed <= kinds_of(reading.base, reading.language)


def _is_punished_beside(words: str, reading: RowReading) -> bool:
    """Whether what a row imposes stands beside a penalty of the kind for nearly that act, or beside an item of what is
    punished so: there the sums are compared."""
    language = reading.language
    beside = "\n".join((reading.base, *reading.sides.base.introduced))
    if not kinds_of(words, language) <= kinds_of(beside, language):
        return False
    acts = [one for one in _told_of(words, language) if says_an_act(one)]
    if not acts or ANNOUNCES[language].search(beside):  # acts that are listed there stand in other rows
        acts = [one for one in clauses(words, language) if says_an_act(one) and not kinds_of(one.text, language)]
        return not acts or any(comes_near(one, clauses(beside, language), _NEARLY_PUNISHED) for one in acts)
    return any(comes_near(one, [*_told_of(beside, language)], _NEARLY_PUNISHED) for one in acts)


def _told_of(words: str, language: Language) -> Iterator[Clause]:
    """The clauses of a penalty that say what is done, and not who does so, who acts on it or how."""
    for one in clauses(words, language):
        if not kinds_of(one.text, language) and not NO_DEED[language].search(one.text):
            yield without_subject(one)


def _each_once(found: Sequence[Sequence[Found]], text: str) -> list[list[Found]]:
    """The powers that a text sets without those of which another of the kind has quoted some words where they stand."""
    told: dict[str, list[range]] = {}
    out = []
    for powers_of in found:
        places = [_place(one.target, text) for one in powers_of]
        new = [
            (one, place)
            for one, place in zip(powers_of, places, strict=True)
            if not any(place.start < other.stop and other.start < place.stop for other in told.get(one.rule, ()))
        ]
        for one, place in new:
            told.setdefault(one.rule, []).append(place)
        out.append([one for one, _ in new])
    return out


def _place(words: str, text: str) -> range:
    start = text.find(words)
    return range(start, start + len(words))


def _few_of_a_kind(found: Sequence[Found]) -> Iterator[Found]:
    """The powers; of more of a kind than a reader takes in, the last that is told stands for the rest, with their
    number."""
    numbers, told = Counter(one.rule for one in found), Counter[str]()
    for one in found:
        told[one.rule] += 1
        if told[one.rule] == _MOST_OF_A_KIND:
            yield one._replace(number=numbers[one.rule] - _MOST_OF_A_KIND + 1)
        elif told[one.rule] < _MOST_OF_A_KIND:
            yield one


def _is_first(key: tuple[str, str], seen: set[tuple[str, str]]) -> bool:
    """Whether a key was not seen yet; now it is."""
    new = key not in seen
    seen.add(key)
    return new


def _is_in(words: str, quotations: Sequence[str]) -> bool:
    return any(words in quotation for quotation in quotations)


def without_sums(sums: Sequence[Found], set_here: Sequence[Found]) -> Iterator[Found]:
    """Amounts without those of a penalty that is told: its sum is told with it."""
    quoted = [str(power.target) for power in set_here if power.rule in _PENALTIES]
    for one in sums:
        if not _is_in(one.target, quoted):
            yield one


def _last_clause(words: str, rule: str) -> str:
    """Words that are new; of the fines for an act the last, with which what is quoted of the power then ends."""
    return clauses(words, "zh")[-1].text if rule == "added-fine" else str(words)


def _new_clause(words: str, reading: RowReading) -> str:
    """The clause with some words that the target alone has, if there is one."""
    return next((one.target.clause for one in reading.changes if one.new and words in one.target.clause), "")


def once_a_list(rows: Sequence[Row], language: Language) -> tuple[Row, ...]:
    """The rows with what added items of one list have in common told once, in the rule's language: of acts that are
    forbidden, or punished alike, and of conditions, one stands for all that are new, with their number. An item that
    sets a penalty of its own tells it."""
    keys = (_listed(row, finding, language) for row in rows for finding in row.findings)
    numbers = Counter(key for key in keys if key)
    told = set[tuple[str, str]]()
    out = []
    for row in rows:
        kept = []
        for finding in row.findings:
            key = _listed(row, finding, language)
            if key is None:
                kept.append(finding)
            elif _is_first(key, told):
                kept.append(counted(finding, numbers[key], language))
        out.append(replace(row, findings=tuple(kept)) if kept != [*row.findings] else row)
    return tuple(out)


def counted(finding: Finding, count: int, language: Language) -> Finding:
    """A finding that stands for so many."""
    if count == 1:
        return finding
    words = message(finding.rule, *quotations(finding), language, count=count, cited=finding.cited)
    return replace(finding, count=count, message=words)


def _listed(row: Row, finding: Finding, language: Language) -> tuple[str, str] | None:
    """The list that an added act is an item of, and what is said of it, whether or not its row has something in doubt
    beside it; None of what says for itself what is forbidden or imposed."""
    is_added = not row.link.base or row.link.basis == "doubtful"
    if not is_added or len(row.link.target) > 1 or finding.rule not in _LISTED:
        return None
    holder, _, item = row.link.target[0].rpartition("__")
    if not item.startswith(_ITEMS) or kinds_of(finding.target, language):
        return None
    return holder, finding.rule
