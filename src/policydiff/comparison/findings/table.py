"""Which rules there are, and in which order a reviewer reads what they find."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from policydiff.comparison.clauses import Clause, bag, clauses, most_alike, shared
from policydiff.comparison.findings import drafting, restated, translation
from policydiff.comparison.findings.acts import Penalties, acts
from policydiff.comparison.findings.changes import SILENT, Change, Passage, Reading
from policydiff.comparison.findings.elsewhere import Beside, Elsewhere, elsewhere
from policydiff.comparison.findings.followed import Articles, articles, citation
from policydiff.comparison.findings.found import Found, cut
from policydiff.comparison.findings.hosts import Provisions
from policydiff.comparison.findings.newly_set import NewlySet, once_a_list, without_sums
from policydiff.comparison.findings.reading import Sides, read
from policydiff.comparison.findings.renames import renames_told_once
from policydiff.comparison.findings.rules import (
    amounts,
    bodies,
    conditions,
    duties,
    elements,
    exceptions,
    force,
    scope,
    sources,
)
from policydiff.comparison.findings.rules.rule import KIN, Quotes, Rule
from policydiff.comparison.findings.topics import with_what_it_is_said_of
from policydiff.comparison.sameness import slips
from policydiff.gravity import POWERS, place
from policydiff.model import Basis, Candidate, Document, Finding, FindingType, Language, Link, Row
from policydiff.text import is_chinese

# The first to be seen stands first. Rules that share a change: a word of force, a number, an instrument may each stand
# in a change whose actor differs as well; only `scope` is silent where another rule has spoken.
CHANGE_RULES: tuple[tuple[Rule, FindingType], ...] = (
    (force.prohibition, "modality"),
    (force.modality, "modality"),
    (amounts.number, "number"),
    (exceptions.exception, "scope"),
    (exceptions.dropped_exception, "scope"),
    (exceptions.added_exception, "scope"),
    (conditions.dropped_condition, "scope"),
    (conditions.added_condition, "scope"),
    (bodies.actor, "actor"),
    (duties.dropped_duty, "dropped-duty"),
    (sources.reference, "reference"),
    (force.alternative, "modality"),
    (elements.dropped_element, "dropped-duty"),
    (elements.added_element, "added-duty"),
    (scope.open_list, "scope"),
    (scope.scope, "scope"),
    (duties.added_duty, "added-duty"),
)
_BY_NAME = tuple((rule.__name__.replace("_", "-"), rule, kind) for rule, kind in CHANGE_RULES)
_ALONE = frozenset(
    (
        "dropped-condition", "added-condition", "dropped-duty", "added-duty", "dropped-element", "added-element",
        "scope", "open-list", "alternative",
    )
)  # fmt: skip
_ELEMENTS = frozenset(("dropped-element", "added-element"))
_LONE = frozenset(("dropped-duty", "added-duty"))
_APART = frozenset(("actor", "number", *_ELEMENTS))  # each is a finding of its own, though one clause holds several
_DROPPED, _ADDED = frozenset(("dropped-duty", "dropped-here")), frozenset(("added-duty", "added-here", *POWERS))
MOST_OF_A_RULE = 3
MOST_IN_A_ROW = 6
MOST_IN_DOUBT = 4
GREAT_DOUBT = 0.1  # in a pairing less likely than this no words are compared: it is itself what is to be checked
# Clauses of purpose, interpretation and entry into force stand beside each other whatever their words: what each says
# besides is no duty or scope of the other.
_OF_FORMAL_CLAUSES = frozenset(("reference", "actor", "number", "modality"))
# What a doubtful pairing leaves to be said: what either side lays down, the amounts, and words of force in clauses that
# are clearly alike. Who acts, on what and under which condition differs between any two provisions of one subject.
_OF_DOUBTFUL = frozenset(("dropped-duty", "added-duty", "number", "prohibition", "modality"))
_CAPTION = re.compile(r"[^，。；：、]{2,14}(?=。.)")
_NEARLY = 0.1  # the score of a candidate that is worth a look


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the rules know of the two documents that a row stands in."""

    base: Document
    target: Document
    base_says: Elsewhere
    target_says: Elsewhere
    base_texts: Mapping[str, str]
    target_texts: Mapping[str, str]
    base_introductions: Mapping[str, str]
    introductions: Mapping[str, str]
    cited: Articles
    beside: tuple[Beside, Beside]
    newly_set: NewlySet

    @classmethod
    def of(cls, base: Document, target: Document, links: tuple[Link, ...] = ()) -> Frame:
        """The frame of a comparison; made once."""
        introductions, cited = target.introductions(), articles(links)
        return cls(
            base=base,
            target=target,
            base_says=elsewhere(base),
            target_says=elsewhere(target),
            base_texts={leaf.eid: leaf.text for leaf in base.leaves()},
            target_texts={leaf.eid: leaf.text for leaf in target.leaves()},
            base_introductions=base.introductions(),
            introductions=introductions,
            cited=cited,
            beside=_beside(links, (base, target)),
            newly_set=NewlySet.of(base, target, introductions, cited),
        )

    @property
    def ui(self) -> Language:
        """The language of the messages: the target's."""
        return self.target.language


def _beside(links: tuple[Link, ...], documents: tuple[Document, Document]) -> tuple[Beside, Beside]:
    """What the leaves of the base stand beside, and those of the target."""
    leaves: tuple[dict[str, list[str]], dict[str, list[str]]] = {}, {}
    for link in links:
        sides = (link.base, link.target) if link.basis != "doubtful" else ((), ())
        for beside, own, others in zip(leaves, sides, sides[::-1], strict=True):
            for eid in own:
                beside.setdefault(eid, []).extend(others)
    texts = [{leaf.eid: leaf.text for leaf in document.leaves()} for document in reversed(documents)]
    languages = [document.language for document in documents]
    one, other = (Beside(leaves=a, texts=b, language=c) for a, b, c in zip(leaves, texts, languages, strict=True))
    return one, other


def row_findings(
    base: str,
    target: str,
    frame: Frame,
    leaves: tuple[Sequence[str], Sequence[str]] = ((), ()),
    *,
    basis: Basis = "text",
    score: float = 1.0,
) -> tuple[Finding, ...]:
    """What the rules find in a changed or translated row, what a reviewer must see first standing first.

    `leaves` are those of the base's side and of the target's; `basis` and `score` say what their pairing rests on. Of a
    doubtful one less is told, and where it is hardly likely only what either side says by itself, as of an omission and
    an addition.
    """
    if frame.base.language != frame.target.language:
        return _of_translation(base, target, frame)
    doubtful = basis == "doubtful"
    sides = Sides(
        base=base,
        target=target,
        language=frame.base.language,
        base_says=frame.base_says,
        target_says=frame.target_says,
        provisions=_articles(leaves[1], frame),
        doubtful=doubtful,
    )
    reading = _in_frame(read(sides), leaves, frame)
    if doubtful and score < GREAT_DOUBT:
        return _by_itself(reading, leaves, frame)
    found: list[Found] = [
        *(Found("dropped-element", "dropped-duty", *quotes) for quotes in restated.dropped(reading, frame.target_says)),
        *(Found("added-element", "added-duty", *quotes) for quotes in restated.added(reading, frame.base_says)),
        *(Found("instrument", "reference", *quotes) for quotes in sources.instrument(reading)),
        *(Found("citation", "reference", *quotes) for quotes in citation(base, target, frame.cited)),
        *(_in_context(_or_nearly_said(one, reading, frame), reading) for one in _unanswered(reading, leaves, frame)),
        *(Found("number", "number", *quotes) for quotes in amounts.untold(reading)),
        *(Found("dropped-duty", "dropped-duty", *quotes) for quotes in amounts.of_another_act(reading)),
    ]
    told = [one for one in dict.fromkeys(found) if _is_told(one, basis)]
    unique = [one.told(frame.ui) for one in _with_powers(told, reading, leaves, frame)]
    most = MOST_IN_DOUBT if doubtful else MOST_IN_A_ROW
    return _foremost(sorted(unique, key=place), most)


def _is_told(found: Found, basis: Basis) -> bool:
    """Whether a row whose pairing rests on that tells such a finding, which must quote something."""
    if not any(found.quotes):
        return False
    if basis == "doubtful":
        return found.rule in _OF_DOUBTFUL
    return basis != "role" or found.kind in _OF_FORMAL_CLAUSES


def _of_translation(base: str, target: str, frame: Frame) -> tuple[Finding, ...]:
    """What the rules on a translation find in a row."""
    shifts = translation.findings(base, target, frame.base.language)
    unique = [shift.told(frame.ui) for shift in dict.fromkeys(shifts)]
    return tuple(sorted(unique, key=place))


def _in_frame(reading: Reading, leaves: tuple[Sequence[str], Sequence[str]], frame: Frame) -> Reading:
    """A reading with what the documents say around its row."""
    old, new = leaves
    return replace(
        reading,
        base_introductions=tuple((frame.base_texts[eid], frame.base_introductions.get(eid, "")) for eid in old),
        introductions=tuple((frame.target_texts[eid], frame.introductions.get(eid, "")) for eid in new),
        title=frame.base.title,
        rule=frame.target.title,
        captions=frozenset(_captions(new, frame)),
        penalties=_penalties(leaves, frame),
    )


def _penalties(leaves: tuple[Sequence[str], Sequence[str]], frame: Frame, *, apart: bool = False) -> Penalties | None:
    """The penalties of some leaves of either side; they are known of Chinese documents."""
    if {frame.base.language, frame.target.language} != {"zh"}:
        return None
    return Penalties(base=acts(frame.base), target=acts(frame.target), leaves=leaves, apart=apart)


def _by_itself(reading: Reading, leaves: tuple[Sequence[str], Sequence[str]], frame: Frame) -> tuple[Finding, ...]:
    """What either side alone lays down, in a row that may well be an omission and an addition; of what the target
    alone says, the amounts and times as well."""
    alone = replace(reading, changes=tuple(change for change in reading.changes if not change.within))
    found = [one for one in _unanswered(alone, leaves, frame) if one.rule in _LONE]
    beside = clauses(reading.base, reading.language)
    own = [_alone(clause, beside, reading) for clause in clauses(reading.target, reading.language)]
    amount = (amounts.number(change, reading) for change in own)
    numbers: list[Found] = [Found("number", "number", *quotes) for quotes in amount if quotes]
    told = dict.fromkeys([*numbers, *(_in_context(one, reading) for one in found)])
    said = _with_powers([*told], reading, leaves, frame)
    return tuple(sorted((one.told(frame.ui) for one in said), key=place))[:MOST_IN_DOUBT]


def _with_powers(
    found: Sequence[Found], reading: Reading, leaves: tuple[Sequence[str], Sequence[str]], frame: Frame
) -> Iterator[Found]:
    """What is found, with what a clause that is new sets told as the power that it is."""
    return frame.newly_set.in_changed(found, reading, leaves[1])


def _unanswered(reading: Reading, leaves: tuple[Sequence[str], Sequence[str]], frame: Frame) -> Iterator[Found]:
    """What the rules say of each change, without what is gone or new here and compared in another row of the same
    provision."""
    for found in _changed(reading):
        side = ("dropped-duty", "added-duty").index(found.rule) if found.rule in _LONE else None
        if side is None or not frame.beside[side].answers(found.quotes[side], leaves[side], leaves[1 - side]):
            yield found


def _or_nearly_said(found: Found, reading: Reading, frame: Frame) -> Found:
    """What is gone or new; where another provision of the other side says nearly that, beside what is said there."""
    if found.rule == "dropped-duty" and (there := frame.target_says.nearest(found.base, reading.target)):
        return found._replace(rule="dropped-here", target=Passage.of(there).quote())
    if found.rule == "added-duty" and (there := frame.base_says.nearest(found.target, reading.base)):
        return found._replace(rule="added-here", base=Passage.of(there).quote())
    return found


def _in_context(found: Found, reading: Reading) -> Found:
    """What is gone or new, with what it is said of."""
    if found.rule in _DROPPED:
        return found._replace(base=with_what_it_is_said_of(found.base, cut(found.base), reading.base))
    if found.rule in _ADDED:
        return found._replace(target=with_what_it_is_said_of(found.target, cut(found.target), reading.target))
    return found


def _captions(places: Sequence[str], frame: Frame) -> Iterator[str]:
    """What heads the items of a text without articles, where it runs into their words: 提高认识。各店应当…"""
    for eid in places:
        if eid.rpartition("__")[2].startswith("lvl_") and (caption := _CAPTION.match(frame.target_texts[eid])):
            yield caption.group()


def _articles(places: Sequence[str], frame: Frame) -> Provisions:
    """The articles of the leaves of a side, each with what the row has of it and with what introduces its lists."""
    words: dict[str, list[str]] = {}
    for eid in places:
        said = words.setdefault(eid.partition("__")[0], [])
        said += [
            text for text in (frame.introductions.get(eid, ""), frame.target_texts[eid]) if text and text not in said
        ]
    return tuple((article, "\n".join(said)) for article, said in words.items())


def _foremost(ranked: Iterable[Finding], most: int) -> tuple[Finding, ...]:
    """The first findings of a row, of one rule no more than a reader takes in; the redline shows the rest."""
    counts: Counter[str] = Counter()
    out: list[Finding] = []
    for finding in ranked:
        rule = "added-duty" if finding.rule in POWERS else finding.rule
        counts[rule] += 1
        if counts[rule] <= MOST_OF_A_RULE and len(out) < most:
            out.append(finding)
    return tuple(out)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A change that a rule has something to say of, in these words."""

    rule: str
    kind: FindingType
    change: Change
    quotes: Quotes

    @property
    def place(self) -> tuple[str, str, str]:
        """What claims of one rule on one pair of clauses share."""
        return self.rule, self.change.base.clause, self.change.target.clause


def _changed(reading: Reading) -> Iterator[Found]:
    """What the rules say of each change; what one rule finds at several places of a clause is one finding."""
    changes = [change for change in reading.changes if not restated.is_of_elements_alone(change, reading)]
    claims = _spoken_of_once([claim for change in changes for claim in _claims(change, reading)])
    places: dict[tuple[str, str, str], list[_Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.rule, not claim.change.within, -claim.change.weight)):
        places.setdefault(claim.place, []).append(claim)
    for together in places.values():
        yield from _merged(together)


def _spoken_of_once(claims: Sequence[_Claim]) -> list[_Claim]:
    """The claims without those of a clause that is gone or new where another rule compares that very clause."""
    compared = [claim for claim in claims if claim.change.within or claim.rule == "number"]
    quoted = [[claim.quotes[side] for claim in compared] for side in (0, 1)]
    return [
        claim
        for claim in claims
        if claim.rule not in _LONE or claim.quotes[claim.change.new] not in quoted[claim.change.new]
    ]


def _claims(change: Change, reading: Reading) -> Iterator[_Claim]:
    spoken = False
    for name, rule, kind in _BY_NAME:
        silent = spoken and name in _ALONE and not (rule is scope.scope and scope.says_more(change, reading))
        if not silent and (quotes := rule(change, reading)):
            spoken = True
            yield _Claim(rule=name, kind=kind, change=change, quotes=quotes)
            if name in _ELEMENTS:
                return


def _merged(claims: Sequence[_Claim]) -> Iterator[Found]:
    first = claims[0]
    if len(claims) == 1 or first.rule in _APART:
        for claim in claims:
            yield Found(claim.rule, claim.kind, *claim.quotes)
    else:
        base, target = _hull([c.change.base for c in claims]), _hull([c.change.target for c in claims])
        yield Found(first.rule, first.kind, base.quote(), target.quote())


def _hull(passages: Sequence[Passage]) -> Passage:
    return replace(passages[0], start=min(p.start for p in passages), end=max(p.end for p in passages))


def slip_findings(base: str, target: str, frame: Frame) -> tuple[Finding, ...]:
    """The characters in which a target of the same words seems to have slipped; empty where the words differ."""
    return tuple(Found("look-alike", "drafting", *quotes).told(frame.ui) for quotes in slips(base, target))


def added_findings(
    text: str, frame: Frame, leaves: Sequence[str], candidates: Sequence[Candidate] = ()
) -> tuple[Finding, ...]:
    """What a reviewer must see in a provision that the target adds, of these leaves: the powers that it sets and the
    superior does not, and the amounts and times.

    Beside each stands the clause that comes near it in the provisions of the base that were nearly its counterparts;
    one that a reviewer ruled out is not quoted.
    """
    language = frame.target.language
    nearly = [one.eid for one in candidates if one.score >= _NEARLY and not one.ruled_out]
    known = nearly if frame.base.language == language else []
    beside = [clause for eid in known for clause in clauses(frame.base_texts[eid], language)]
    penalties = _penalties((known, leaves), frame, apart=True)
    reading = Reading(base="", target=text, language=language, changes=(), penalties=penalties)
    set_here = [*frame.newly_set.in_added(leaves)]
    found = (amounts.number(_alone(clause, beside, reading), reading) for clause in clauses(text, language))
    sums: list[Found] = [Found("number", "number", *quotes) for quotes in found if quotes]
    return tuple(one.told(frame.ui) for one in (*set_here, *without_sums(sums, set_here)))


def _alone(clause: Clause, beside: Sequence[Clause], reading: Reading) -> Change:
    """A clause of the target as a change that adds it, with what comes near it."""
    near, likeness = most_alike(clause, [one for one in beside if reading.may_answer(one.text, clause.text)])
    near_words = near.text if near and likeness >= KIN else ""
    return Change(base=SILENT, target=Passage.of(clause.text), within=False, near=Passage.of(near_words))


def document_findings(frame: Frame, rows: Sequence[Row]) -> tuple[Finding, ...]:
    """What the rules find in the target as a whole."""
    found = drafting.findings(frame.base, frame.target, frame.target_says, rows)
    return tuple(one.told(frame.ui) for one in found)


def grouped(rows: Sequence[Row], target: Document) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """The rows without what is one rename all through the target, and that rename once, with the count of its rows."""
    return renames_told_once(once_a_list(_told_once(_without_answered_amounts(rows))), target)


def _without_answered_amounts(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without an amount told as one that the base has not, where another row lays it beside what the base
    says."""
    answered = {
        (finding.target, eid)
        for row in rows
        for finding in row.findings
        if finding.rule == "number" and finding.base
        for eid in row.link.target
    }
    return tuple(
        replace(row, findings=tuple(one for one in row.findings if not _is_answered(one, row.link, answered)))
        for row in rows
    )


def _is_answered(finding: Finding, link: Link, answered: Set[tuple[str, str]]) -> bool:
    return (
        finding.rule == "number" and not finding.base and any((finding.target, eid) in answered for eid in link.target)
    )


def _told_once(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a many-to-many without what another one says of the same provision: a clause that is gone or new is
    told where what stands beside it comes nearest to it, anything else where it is said first."""
    said: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, row in enumerate(rows):
        sides = [*(("base", eid) for eid in row.link.base), *(("target", eid) for eid in row.link.target)]
        for at, finding in enumerate(row.findings):
            for side in sides:
                said.setdefault((finding.rule, *_own_words(finding), *side), []).append((number, at))
    again = set[tuple[int, int]]()
    for same in said.values():
        if len(same) > 1:
            again.update(sorted(same, key=lambda one: (-_nearness(rows[one[0]].findings[one[1]]), one))[1:])
    return tuple(
        replace(row, findings=tuple(one for at, one in enumerate(row.findings) if (number, at) not in again))
        for number, row in enumerate(rows)
    )


def _nearness(finding: Finding) -> float:
    """How much the words that one side alone has share with what is shown beside them."""
    if finding.rule not in _DROPPED | _ADDED or not (finding.base and finding.target):
        return 0.0
    language: Language = "zh" if is_chinese(finding.base[0]) else "en"
    return shared(bag(finding.base, language), bag(finding.target, language))


def _own_words(finding: Finding) -> Quotes:
    """What a finding quotes of the sides that lay something down, without what is shown beside it."""
    if finding.rule in _DROPPED:
        return finding.base, ""
    return ("" if finding.rule in _ADDED else finding.base), finding.target
