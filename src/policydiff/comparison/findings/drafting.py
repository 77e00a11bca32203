"""Rules on the target's own drafting; the base only says what the target should agree with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from policydiff.alignment.weights import is_known
from policydiff.comparison.clauses import Clause, clauses, sets_the_case
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.left_as_it_was import left_as_it_was
from policydiff.comparison.findings.row.changes import LONGEST_QUOTE, Passage, Quotation
from policydiff.comparison.findings.row.elsewhere import Elsewhere
from policydiff.comparison.findings.rules.sources import led_to_from
from policydiff.comparison.findings.terms.mentions import has_verb, mentions
from policydiff.comparison.sameness import look_alikes, standing_alone
from policydiff.dates import YEAR
from policydiff.eid import CIRCLED, NUMBER, NUMERALS, Citation, find_citation, ordinal
from policydiff.model import Document, Problem, Provision, Row
from policydiff.quoting import beginning
from policydiff.repealed import repeal_of
from policydiff.text import skeleton, without_stray_blanks
from policydiff.titles import KINDS, TITLE, without_realm
from policydiff.words import words
from policydiff.words_of_force import PENALTY, binds, force_of

_CONTEXT = 12
_MOST_NUMBERS = 3  # of a list that does not start at one are quoted
_LEAST_NAMED = 3
_TELLING = 3  # so many letters tell one misnumbered list from another
_NUMBER = re.compile(rf"第|[条款项编章节]|[（()）\d\s{CIRCLED}{NUMERALS}]")
_KINDS = f"{KINDS}|方案"
_TITLE_KIND = re.compile(rf"({_KINDS})(?:[（(].*[）)])?$")
# 本法院, 本法定, 本章程序 and 本规范性 name no rule; 本条例规定 does.
_NO_NAME = r"(?<=本法)\s{0,3}[院律定人制规官]|(?<=章程)\s{0,3}序|(?<=规范)\s{0,3}[性围]"
_OWN_NAME = re.compile(rf"(?<![日基根资版原文成称])本(?:实施|暂行)?({_KINDS})(?!{_NO_NAME})")
_OWN_CITATION = re.compile(rf"本(?:实施|暂行)?(?:{_KINDS})(?={ordinal('条')})")
_BODIES = ("领导小组", "工作小组", "委员会", "指挥部", "联席会议", "领导机构")
_JOINED = re.compile(r"(?:会|组|团|部|室|议|构|关|门|府|位|院|省|市|州|区|县|旗|乡|镇)(?:、|和|与|或者|或|及|以及)")
_ORDINAL = re.compile(rf"第{NUMBER}")
_LEVEL = re.compile(r"[上下本各]级|以上|地方")
# What no rule sets up for a task; one or the other of two.
_STANDING = re.compile(r"代表大会|常务委员会|民委员会|军事委员会|或")
_JOINS = re.compile(r"的|[、和与及]|以及")
# What has been: 1995年1月1日国务院发布的《…》, 原《…》, 《…》施行前; and what is from now on: 《…》同时废止, 修改为.
_AS_OF_ITS_DAY = re.compile(rf"(?:{YEAR}年[^，。；《》]{{0,40}}的|原(?:来的)?|当时的|(?:已经?)?废止的)$")
_NOT_YET = re.compile(r"(?:[（(][^（）()]*[）)])?(?:公布|发布|颁布)?(?:施行|实施|生效|废止)(?:之)?[前后日]|（?已废止")
_ENDS = re.compile(r"废止|(?:修改|调整|更名|改)为")
_SENTENCE_END = re.compile(r"[。；\n]")
_LEAST_NAME = 6
_ANNOUNCES = re.compile(r"下列|如下|以下(?:条件|要求|规定|行为|情形|事项|材料|职责|义务)")
_LEAST_SANCTIONED, _MOST_SAID = 0.55, 0.45


def findings(base: Document, target: Document, target_says: Elsewhere, rows: Sequence[Row]) -> Iterator[Found]:
    """What the rules find in the target as a whole, rule by rule; nothing that the base's own drafting has as well,
    unless it is void whoever has it."""
    if own := [*_own(target, rows)]:
        old, new = ({provision.eid: provision for provision in side.walk()} for side in (base, target))
        inherited = {_flaw(found, old) for found in _own(base, ())}
        yield from (found for found in own if _flaw(found, new) not in inherited)
    yield from left_as_it_was(base, target)
    if target.language == "zh":
        yield from repealed(target)
    if base.language == target.language == "zh":
        yield from sanction_without_duty(base, target, target_says, rows)


def _flaw(found: Found, provisions: Mapping[str, Provision]) -> tuple[str, str, str]:
    """What a finding on a document as a whole is about, whatever the numbers are in the other document."""
    is_number = found.rule == "numbering"
    new = _under_number(found.target, provisions.get(found.eid)) if is_number else skeleton(found.target)
    return found.rule, skeleton(found.base), new


def _under_number(quoted: str, provision: Provision | None) -> str:
    """The first letters under a number that does not count on, whatever the number is and however it is written."""
    words = _NUMBER.sub("", quoted) if provision is None else _opening(provision)
    return skeleton(words)[:_TELLING]


def _own(document: Document, rows: Sequence[Row]) -> Iterator[Found]:
    """What is odd about a document's drafting, whatever it is compared with."""
    yield from numbering(document)
    if document.language == "zh":
        yield from look_alike(document, rows)
        yield from own_name(document)
        yield from dead_citation(document)
        yield from two_names(document)


def numbering(target: Document) -> Iterator[Found]:
    """A number of the target that does not count on from the one before it, or stands twice.

    Not found: a list that goes on after a closing paragraph. 立法法 2023 art. 65; 立法技术规范（试行）（一） 2009.
    """
    by_mark = {mark.start: provision for provision in target.walk() for mark in provision.marks}
    told: set[str] = set()
    for problem in (problem for problem in target.problems if problem.num):
        provision = by_mark.get(problem.span.start)
        place = provision.eid if provision else ""
        if place and place in told:
            continue  # one slip, though two things are odd about it
        told.add(place)
        quoted = _misnumbered(provision, target) or _numbered(provision, problem, target)
        yield Found("numbering", "drafting", "", quoted, place)


def _numbered(provision: Provision | None, problem: Problem, target: Document) -> str:
    """The number as printed and the first words under it."""
    if provision is None:
        return " ".join(target.source.text[problem.span.start : problem.span.end].split())
    words = next((p.heading or p.text for p in provision.walk() if p.heading or p.text), "")
    begun = beginning(words, _CONTEXT * _width(target))
    return Quotation(f"{provision.num} {begun}".strip(), behind=len(begun) < len(words))


def _misnumbered(provision: Provision | None, target: Document) -> str:
    """Where a list does not start at one: its first numbers, each with the first words; else nothing."""
    if provision is None:
        return ""
    lists = [target.provisions, *(holder.children for holder in target.walk())]
    siblings = next(([p for p in held if p.num] for held in lists if provision in held), [])
    if len(siblings) < 2 or siblings[0] is not provision:
        return ""
    first = siblings[:_MOST_NUMBERS]
    room = LONGEST_QUOTE * _width(target) // len(first)
    blank = " " if target.language == "en" else ""
    numbered = ((f"{p.num.strip()}{blank}", _opening(p)) for p in first)
    each = (num + beginning(words, max(room - len(num), 1)) for num, words in numbered)
    return Quotation(f"…{blank}".join(each), behind=True)


def _width(document: Document) -> int:
    """How many letters of a document are as wide as a Chinese character."""
    return 2 if document.language == "en" else 1


def _opening(provision: Provision) -> str:
    """The first words of a provision, or under it: a heading, or a text up to its first mark."""
    words = next((p.heading or p.text for p in provision.walk() if p.heading or p.text), "")
    return without_stray_blanks(re.split(r"[，。；：,;:\n]", words)[0])


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
                yield Found("look-alike", "drafting", "", _near(text, at, at + 2), leaf.eid)


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


_ALONE = frozenset("的了和与及或在对为由从向于把将被以并而但等所其该各每人大日天不无未自也又可按非内外中上下前后")


def own_name(target: Document) -> Iterator[Found]:
    """本办法 in a text whose title says 意见: the document calls itself what it is not.

    Not found: a document whose title names no kind. 立法技术规范（试行）（一） 2009: a law calls itself 本法, and so
    on; left over from another text, the name makes its references point nowhere.
    """
    kind = _TITLE_KIND.search(skeleton(target.title))
    if not kind:
        return
    told = set()
    for leaf in target.leaves():
        for found in _OWN_NAME.finditer(leaf.text):
            if found[1] != kind[1] and found[1] not in told:
                told.add(found[1])
                yield Found("own-name", "drafting", "", _near(leaf.text, *found.span()), leaf.eid)


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


def two_names(target: Document) -> Iterator[Found]:
    """Two names for what seems one body: one name holds all characters of the other and begins and ends alike.

    Not found: a body and its office, bodies of two levels (市…, 区…) or of two tasks (食品安全委员会,
    食品安全国家标准审评委员会), an assembly and what belongs to it. 立法技术规范（试行）（一） 2009: one term for
    one thing.
    """
    named: dict[str, str] = {}
    for leaf in target.leaves():
        for clause in clauses(without_stray_blanks(leaf.text), "zh"):
            if any(body in clause.text for body in _BODIES):
                for mention in mentions(clause.text):
                    if _is_one_body(mention.text):
                        named.setdefault(mention.text, leaf.eid)
    for one, other in pairwise_of(sorted(named, key=lambda name: (len(skeleton(name)), skeleton(name)))):
        if skeleton(one) != skeleton(other) and _may_be_one(one, other):
            yield Found("two-names", "drafting", one, other, named[other])
            return


def _may_be_one(one: str, other: str) -> bool:
    """Whether the longer of two names may be that of the same body."""
    if one[:3] != other[:3] or one[-3:] != other[-3:] or not _within(one, other):
        return False
    start = next(at for at, char in enumerate(other) if not one.startswith(char, at))
    more = other[start : start + len(other) - len(one)]
    body = next(body for body in _BODIES if other.endswith(body))
    # What stands right before the word for the body is its task: another task is another body, one more is not.
    is_its_task = other[start + len(more) :] == body and not _JOINS.match(more)
    return not (is_its_task or _LEVEL.search(more) or more.endswith(one[:3]) or one in other[start:])


def _is_one_body(name: str) -> bool:
    """Whether a name is that of a body set up for a task, and of no more than one."""
    if _ORDINAL.search(name) or _STANDING.search(name):
        return False  # 第十届 and 第十一届 are two
    return len(name) >= _LEAST_NAME and name.endswith(_BODIES) and not has_verb(name) and not _JOINED.search(name)


def pairwise_of(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every two of the names, the shorter first."""
    return ((one, other) for k, one in enumerate(names) for other in names[k + 1 :])


def _within(short: str, long: str) -> bool:
    """Whether all characters of the short name stand in the long one, in order."""
    rest = iter(long)
    return not long.startswith(short) and all(char in rest for char in short)


def sanction_without_duty(
    base: Document, target: Document, target_says: Elsewhere, rows: Sequence[Row]
) -> Iterator[Found]:
    """A sanction of the target for breaking a duty that the base lays down and the target omits.

    Not found: a duty that is laid down in other words, what only announces a list (应当符合下列条件), a second duty
    that the same words sanction, what merely sets a case (执行紧急任务时), the steps of a
    sanction itself, clauses that share no more than the bodies that they name. A sanction rests on a duty (行政处罚法
    2021 art. 4: no penalty without a rule that lays down the violation).
    """
    omitted = {eid for row in rows if row.status == "omitted" for eid in row.link.base}
    punishing = _punishing(base), _punishing(target)
    duties = [leaf for leaf in base.leaves() if leaf.eid in omitted and leaf.eid not in punishing[0]]
    told = set[tuple[str, str]]()
    for duty in duties:
        sanctioned = set[str]()
        # What commands first: 剪刀的保管、清洗，必须符合要求 is one duty, though its clauses are two.
        for clause in sorted(_commanding(duty), key=lambda one: not force_of(one.text, "zh")):
            found = _sanction_alone(clause, target_says, punishing[1])
            if found and found[0].eid not in sanctioned and (found[0].eid, found[1]) not in told:
                leaf, words = found
                sanctioned.add(leaf.eid)
                told.add((leaf.eid, words))
                yield Found("sanction-without-duty", "drafting", _short(clause.text), _short(words), leaf.eid)


def _punishing(document: Document) -> frozenset[str]:
    """The leaves that punish, themselves or by what introduces their list, or name what is punished."""
    introductions = document.introductions()
    return frozenset(
        leaf.eid
        for leaf in document.leaves()
        if PENALTY["zh"].search(leaf.text) or PENALTY["zh"].search(introductions.get(leaf.eid, ""))
    )


def _commanding(duty: Provision) -> Iterator[Clause]:
    """The clauses of a provision in whose sentence something is commanded or forbidden, but for those that say when."""
    held = clauses(duty.text, "zh")
    binding = {clause.sentence for clause in held if binds(clause.text, "zh")}
    lays_down = (clause for clause in held if clause.sentence in binding and not _ANNOUNCES.search(clause.text))
    return (clause for clause in lays_down if not sets_the_case(clause.text, "zh"))


def _sanction_alone(clause: Clause, target_says: Elsewhere, punishing: frozenset[str]) -> tuple[Provision, str] | None:
    """Where the target says a clause in a sanction and nowhere else, and in which words."""
    if len(clause.text) < _CONTEXT:
        return None
    held = [*target_says.most_of(clause, _MOST_SAID)]
    punished = [found for found in held if found[0].eid in punishing and _names_breach(found[1])]
    duty = _pairs(clause)
    breaches = [found for found in punished if len(duty & _pairs(found[1])) > _MOST_SAID * len(duty)]
    leaf, said, share = max(breaches, key=itemgetter(2), default=(None, clause, 0.0))
    is_laid_down = any(found[2] > _MOST_SAID and found not in punished for found in held)
    return None if leaf is None or share < _LEAST_SANCTIONED or is_laid_down else (leaf, said.text)


def _pairs(clause: Clause) -> frozenset[tuple[str, str]]:
    """What a clause says besides the bodies that it names, as pairs of neighbouring letters."""
    rest = list(clause.text)
    for named in mentions(clause.text):
        rest[named.start : named.end] = " " * len(named.text)
    said = skeleton("".join(rest))
    return frozenset(pairwise(said))


def _names_breach(clause: Clause) -> bool:
    """Whether a clause of a sanction says what is punished, and commands nothing itself."""
    return clause.text.endswith("的") or not force_of(clause.text, "zh")


def _short(text: str) -> str:
    return Passage(clause=text, start=max(0, len(text) - LONGEST_QUOTE), end=len(text)).quote()


def _near(text: str, start: int, end: int) -> str:
    """The words with a little of what stands around them, within their clause."""
    for clause in clauses(text, "zh"):
        if clause.start <= start < clause.start + len(clause.text):
            return Passage(clause=clause.text, start=start - clause.start, end=end - clause.start).quote()
    return text[start:end]
