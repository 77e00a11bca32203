"""The penalties that a local rule imposes: for an act that its superior does not punish, or of a kind that it does not
impose for that act.

    superior   在公共浴池染须的，处五百元罚款
    new-penalty         在街头叫卖假发的，处二百元罚款        the act is punished nowhere
    new-penalty-kind    在公共浴池染须的，没收染须工具        the act is, in another way

Not found: a penalty that is only referred to (依法给予处罚, 依照《…》的规定处罚), sanctions on officials (处分), a
warning beside a graver penalty, an order to end what is unlawful (责令停止施工; by art. 28 it is none), the
confiscation of illegal gains, a sum that differs (`number`), the breach of an article that cannot be told. 行政处罚法
2021 arts. 9–14, 16: the kinds, who may set which, and that where a superior punishes an act a lower rule keeps to its
acts, kinds and range.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import reduce
from itertools import takewhile

from policydiff.comparison.clauses import Clause, clauses, together
from policydiff.comparison.findings.powers.acts import LEAST_SAID
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.provision import LocalProvision, PowerSet, binds_the_state
from policydiff.comparison.findings.powers.sanctions import Sanction, acts_punished
from policydiff.comparison.findings.powers.words import penalties as said
from policydiff.comparison.findings.powers.words.elsewhere import AS_LAID_DOWN, REFERS
from policydiff.comparison.findings.powers.words.listing import ANNOUNCES, CATCH_ALL
from policydiff.comparison.findings.powers.words.prohibitions import FORBIDS, WHO_DOES_SO
from policydiff.model import Language
from policydiff.quoting import beginning

_LEAST_ACT = 3  # characters that name an act
_LONGEST_CITED = 80  # characters of what is broken
_ONE_ACT = 0.45  # clauses less alike are of two acts: 醉酒剃须的, 逆行剃须的
NEW_PENALTY, NEW_KIND = "new-penalty", "new-penalty-kind"


def penalties(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """The penalties that the superior does not impose, one for each act; of a list of acts the item itself."""
    listed = imposed(provision.listing, provision.language)
    if listed and not imposed(provision.text, provision.language):
        if not REFERS[provision.language].search(provision.introduction):
            yield from _for_an_item(provision, listed, superior)
        return
    acts: list[Clause] = []
    named_in: tuple[Clause, ...] = ()
    is_told = False
    sentences = [*provision.sentences]
    for number, sentence in enumerate(sentences, 1):
        if named := _acts_named(sentence):
            acts, named_in, is_told = named, sentence, False
        imposing = [one for one in sentence if provision.is_new(one) and imposed(one.text, provision.language)]
        if is_told or not imposing or _sets_none(sentence, acts, imposing, provision):
            continue
        acts = acts or _forbidden_before(imposing[0], sentence, provision)
        kinds = _kinds(imposing)
        if kinds == {"warning"} and _goes_on_to_graver(sentences[number:], provision):
            continue
        case = _whole_case(named_in, acts) or clauses(provision.introduction, provision.language)
        found = _lacking(case, kinds, provision, superior, _as_one_act(named_in, acts))
        if found is not None:
            is_told = True
            own = _opening(named_in or sentence, acts)
            first = imposing[0] if _holds(imposing[0], own[0]) else own[0]
            quoted = provision.quoted(first, imposing[-1], *own[1:], sentence[0], imposing[0])
            yield PowerSet(*found, quoted, _only_cited(case, provision))


def imposed(words: str, language: Language) -> frozenset[str]:
    """Which kinds of penalty some words impose."""
    if "处分" in words and "罚款" not in words:
        return frozenset()
    words = said.PROPOSES.sub("", words) if language == "zh" else words
    return frozenset(kind for kind, pattern in said.IMPOSES[language].items() if pattern.search(words))


def _kinds(imposing: Sequence[Clause]) -> frozenset[str]:
    return frozenset[str]().union(*(imposed(one.text, one.language) for one in imposing))


def _goes_on_to_graver(behind: Sequence[Sequence[Clause]], provision: LocalProvision) -> bool:
    """Whether sentences behind one go on with what it imposes, and impose more: that is told with the act, once."""
    going_on = takewhile(lambda one: said.GOES_ON.match(one[0].text), behind)
    return any(_kinds([*filter(provision.is_new, one)]) - {"warning"} for one in going_on)


def _forbidden_before(penalty: Clause, sentence: Sequence[Clause], provision: LocalProvision) -> list[Clause]:
    """What an item of a prohibition forbids ahead of the penalty that it imposes: 叫卖假发，违者没收假发."""
    if not FORBIDS[provision.language].search(provision.introduction):
        return []
    return [one for one in sentence if one.end <= penalty.start and not WHO_DOES_SO.match(one.text)]


def _for_an_item(provision: LocalProvision, kinds: frozenset[str], superior: Granted) -> Iterator[PowerSet]:
    """An act that is listed in a penalty."""
    held = clauses(provision.text, provision.language)
    if not held or not all(map(provision.is_new, held)) or CATCH_ALL.match(held[0].text):
        return
    found = _lacking(held, kinds, provision, superior)
    if found is not None:
        yield PowerSet(*found, provision.quoted(held[0], held[-1], held[0]))


def _lacking(
    acts: Sequence[Clause],
    kinds: frozenset[str],
    provision: LocalProvision,
    superior: Granted,
    as_one: Sequence[Clause] = (),
) -> tuple[str, str] | None:
    """Whether the superior punishes none of some acts, nor them `as_one`, or lacks a kind for them, with what it says
    of the like; None where it lacks nothing, or nobody can tell of what acts."""
    named = _named(acts)
    broken, linked = _broken(acts, provision)
    if not named and not broken:
        return _for_any_breach(acts, kinds, superior)
    same = superior.sanctions.punishing(named, broken, linked)
    same = same or superior.sanctions.punishing_as_one(as_one)
    if not same:
        return NEW_PENALTY, superior.sanctions.nearest_to(named)
    if not kinds - {"warning"} - frozenset[str]().union(*(one.kinds for one in same)):
        return None
    of_the_act = [one for one in same if not one.cited.isdisjoint(linked) or one.nearest(named)[1] >= _ONE_ACT]
    return (
        (NEW_KIND, _says_most(of_the_act, named)) if of_the_act else (NEW_PENALTY, superior.sanctions.nearest_to(named))
    )


def _named(acts: Sequence[Clause]) -> list[Clause]:
    """Those of some acts that do not only cite what they break."""
    return [one for one in acts if one.weight >= LEAST_SAID and len(said.CITES.sub("", one.text)) >= _LEAST_ACT]


def _as_one_act(sentence: Sequence[Clause], acts: Sequence[Clause]) -> list[Clause]:
    """An act that a Chinese sentence tells in several clauses, as one: 外来店主到店后，未申报染须的."""
    if not acts or acts[0].language != "zh":
        return []
    told = [one for one in sentence if one.end <= acts[-1].end and not said.SAYS_WHAT_IS_BROKEN.search(one.text)]
    return [reduce(together, told)] if len(told) > 1 else []


def _broken(acts: Sequence[Clause], provision: LocalProvision) -> tuple[str, Collection[str]]:
    """What the rule lays down that some acts are a breach of, with the articles of the superior that stand beside."""
    return provision.lays_down("".join(one.text for one in acts), provision.introduction)


def _only_cited(acts: Sequence[Clause], provision: LocalProvision) -> str:
    """The beginning of what some acts break, where they only cite it: 违反本办法第九条规定的; else nothing."""
    broken = "" if _named(acts) else "".join(_broken(acts, provision)[0].splitlines()).rstrip("。；;.")
    shown = beginning(broken, _LONGEST_CITED)
    return shown if shown == broken else f"{shown}…"


def _for_any_breach(acts: Sequence[Clause], kinds: frozenset[str], superior: Granted) -> tuple[str, str] | None:
    """Whether a penalty is for the breach of the whole rule, whatever it is of, and the superior imposes none such of
    the kind; None where acts say something else."""
    if not acts or not all(said.ANY_BREACH.search(one.text) for one in acts):
        return None
    there = (one.kinds for one in superior.sanctions if not one.acts and said.ANY_BREACH.search(one.breach))
    return (NEW_PENALTY, "") if kinds - {"warning"} - frozenset[str]().union(*there) else None


def _says_most(same: Sequence[Sanction], acts: Sequence[Clause]) -> str:
    """What the superior imposes for an act, with the act where they stand together."""
    sanction, act, _ = max(((one, *one.nearest(acts)) for one in same), key=lambda found: found[2])
    imposes = sanction.imposes[0].text if sanction.imposes else ""
    if act is None:
        return imposes
    return sanction.with_penalty(act) or (act.text if act.within in sanction.breach else imposes)


def _opening(sentence: Sequence[Clause], acts: Sequence[Clause]) -> list[Clause]:
    """The clauses that a quotation may begin with, the widest first: what names the act, and what that is said of."""
    naming = [one for one in acts if len(said.CITES.sub("", one.text)) >= _LEAST_ACT] or list(acts)
    ahead = [one for one in sentence if naming and one.end <= naming[0].start]
    before = [one for one in ahead if not said.SAYS_NO_ACT.search(one.text)]
    return [*before, *naming] or [sentence[0]]


def _acts_named(sentence: Sequence[Clause]) -> list[Clause]:
    """The clauses of a sentence that say for what there is a penalty."""
    named = [one for one in sentence if _names_breach(one)]
    if any(not said.SAYS_NO_ACT.search(one.text) for one in named):
        return named
    return _before_what_came_of_it(sentence) or named or _things_taken(sentence) or [*acts_punished(sentence)]


def _whole_case(sentence: Sequence[Clause], acts: Sequence[Clause]) -> list[Clause]:
    """Acts with what their Chinese sentence says of the same case: 在街头染须，污染街面的; what it breaks is no act."""
    if not acts or acts[0].language != "zh":
        return [*acts]
    ahead = [one for one in sentence if one.end <= acts[-1].start and one not in acts]
    return [*(one for one in ahead if not said.AHEAD_OF_AN_ACT.search(one.text)), *acts]


def _before_what_came_of_it(sentence: Sequence[Clause]) -> list[Clause]:
    """The clauses ahead of what an act led to or is of, where only that ends as a case: 在街头染须，造成污染的."""
    ends = (said.LED_TO, said.OF_WHICH_KIND)
    case = next((one for one in sentence if any(end.search(one.text) for end in ends)), None)
    return [one for one in sentence if case and one.end <= case.start and not said.SAYS_NO_ACT.search(one.text)]


def _holds(penalty: Clause, act: Clause) -> bool:
    """Whether a clause that imposes a penalty names the act itself."""
    return penalty.start <= act.start and act.end <= penalty.end


def _things_taken(sentence: Sequence[Clause]) -> list[Clause]:
    """The clause that says what is confiscated, where it is taken for what was done with it."""
    takes = any("confiscation" in imposed(one.text, one.language) for one in sentence)
    return [one for one in sentence if takes and said.ON_THINGS.match(one.text)][:1]


def _names_breach(clause: Clause) -> bool:
    """Whether a clause says for what there is a penalty, and not how far that goes or where else it is laid down."""
    if said.GOES_ON.match(clause.text) or said.LAID_DOWN_ELSEWHERE.search(clause.text):
        return False
    return bool(said.NAMES_BREACH[clause.language].search(clause.text))


def _sets_none(
    sentence: Sequence[Clause], acts: Sequence[Clause], imposing: Sequence[Clause], provision: LocalProvision
) -> bool:
    """Whether a sentence announces a list, refers to a penalty set elsewhere, or censures offices and officers."""
    language = provision.language
    if said.OFFICERS_ANSWER.search(provision.introduction):
        return True
    if acts and all(said.COMES_TO_AN_END.search(one.text) for one in acts):
        return True
    if any(ANNOUNCES[language].search(one.text) for one in (*acts, *sentence)):
        return True
    ahead = [one for one in sentence if one.end <= imposing[0].start][-1:]
    refers = any(REFERS[language].search(one.text) for one in imposing)
    if refers or any(AS_LAID_DOWN.search(one.text) for one in ahead):
        return True
    graver = any(imposed(one.text, language) - {"warning"} for one in sentence)
    breaks = [one for one in sentence if one.end <= imposing[0].start and not said.SAYS_WHAT_IS_BROKEN.search(one.text)]
    return not graver and (binds_the_state([*acts, *breaks], provision) or _is_by_superiors(sentence))


def _is_by_superiors(sentence: Sequence[Clause]) -> bool:
    """Whether a censure is one of offices and officers by those above them."""
    return any(said.BY_SUPERIORS.search(one.text) for one in sentence)
