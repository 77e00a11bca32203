"""What a translation drops or shifts, rule by rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from policydiff.alignment.translation import translation_evidence
from policydiff.comparison.clauses import Clause, clauses
from policydiff.comparison.findings.english.statements import statements
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.row.changes import Passage, Quotation
from policydiff.comparison.findings.terms.english_force import ALLOWS, COMMANDS, FORBIDS, Mark, marks
from policydiff.comparison.findings.terms.english_names import offices
from policydiff.comparison.findings.terms.english_words import content
from policydiff.comparison.findings.translation import amounts, lists, names, weighty
from policydiff.comparison.findings.translation.gloss import heard, is_known, is_rendered, spoken
from policydiff.comparison.findings.translation.sentences import renderings
from policydiff.expressions import expression
from policydiff.model import FindingType, Language
from policydiff.words_of_force import DUTY, PERMISSION, PROHIBITION

TranslationRule = Callable[[str, str], Iterator[Found]]  # the words found are the Chinese ones and the English ones

_OPEN = expression(r"(?<![平同优劣均相中高初上下对])等(?![级同待候于额])")
_LEFT_OPEN = expression(
    r"\b(?:others?|otherwise|etc|such as|including|includes?|for example|like|so on|similar)\b", re.IGNORECASE
)
_EXCEPTS = expression(r"除[^，。；]{1,60}?(?:以外|之外|外)(?!，?[^，。；]{0,12}[还也])|除外(?=[，。；]|$)|但是")
_EXCEPTED = expression(
    r"\b(?:except\w*|unless|other than|apart from|save|provided|proviso|however|but|notwithstanding|otherwise|exclud\w*"
    r"|without|(?:do|does|shall) not (?:apply|include|extend)|not (?:be )?(?:covered|included|subject)"
    r"|although|though|while|whereas|exempt\w*)\b",
    re.IGNORECASE,
)
_NEGATION = expression(r"\b(?:not|no|nor|neither|never|ban\w*|without|cannot)\b", re.IGNORECASE)
_HOW_MUCH = expression(r"不得(?:少于|低于|超过|高于|多于|早于|晚于|大于|小于|短于|长于|迟于)")
_FAVOURS = expression("(?<!精神)鼓励(?!政策|措施|机制|类)|提倡|倡导")
_FAVOURED = expression(
    r"\b(?:encourag|promot|support|advoca|foster|motivat|welcom|stimulat|incentiv|urge)", re.IGNORECASE
)
_SHOULD = expression(r"\b(?:should|ought to)\b", re.IGNORECASE)
_CONDITIONAL = expression(r"\b(?:if|where|when|in case)\b[^,.;]{0,80}$", re.IGNORECASE)
_IMPOSED = expression(r"(?<!可以)(?<!可以并)(?:并?处(?!分|理|置)[^，。；]{0,40}罚款)")
_MAY_IMPOSE = expression(r"可以?(?:并|处|给予|对|责令|单处)")
_EITHER = expression(r"或者|(?<!以)或(?!许)")
_OR = expression(r"\b(?:or|nor|either|whether|any|unless|alternatively|as well as)\b|/", re.IGNORECASE)
_AND = expression(r"\band\b", re.IGNORECASE)
# What an exception of the translation may render.
_MAY_EXCEPT = expression("除|但|例外|另有|以外|之外|不适用|不需|未|非|不含|不包括|只有|仅|方可|才|否则|不再|免|没有|无")
_LIMITS = expression("除|但|例外|另有|以外|之外|不适用|不需|不包括|只有|仅|方可|才|否则|不再|免")
_BREAKS = expression(r"[.;:](?=\s|$)")
_EXCEPTING = expression(r"(?:except|unless|save|other than|excluding|apart from|with the exception)\b", re.IGNORECASE)
_FEWEST_OF_A_DUTY = 2  # words
_LOST = 1 / 3  # of a duty's own words fewer are rendered
_ANNOUNCES = expression(r"(?:下列|以下)[^，。；]{0,12}$")
_LEAST_WORDS, _LEAST_RENDERED = 3, 0.2
_SAYS_LITTLE = expression(
    "应当|应该|必须|可以|不得|进行|有关|相关|以及|或者|并且|予以|给予|按照|依照|根据|前款|规定|其他"
    "|本?办法|本?条例|本?细则|执行|实施|施行|适用"
)
# Cases in which the law's penalties and duties hold, and the words of which any translation has one.
_CASES = tuple(
    (expression(chinese), expression(rf"\b(?:{english})", re.IGNORECASE))
    for chinese, english in (
        (
            r"未[经获取][^，。；]{0,24}?(?:同意|批准|许可|授权)",
            "consent|approv|permi|authori[sz]|agree|licen|leave|accept|without|allow|sanction",
        ),
        (r"后[，]?方(?:可|能)", "only|until|unless|before|after|once|without|prior|when|if|upon|subject to|provided"),
        (
            r"(?:(?<!未)经|报(?!告))[^，。；营]{0,24}?(?:同意|批准|许可|核准|审批)(?!的)",
            "consent|approv|permi|authori[sz]|agree|licen|leave|accept|allow|sanction|clear|confirm|ratif|verif|endors",
        ),
        (
            r"逾期[^，。；]{0,12}",
            "fail|do(?:es)? not|did not|otherwise|time limit|period|deadline|overdue|late|within"
            "|not (?:been )?(?:done|ma[dk]e|corrected|rectified)"
            "|refus|still|default|expir",
        ),
        (r"情节(?:特别)?严重", "serious|grave|severe|gross|aggravat|flagrant"),
        (r"构成犯罪", "crime|criminal|offen[cs]e"),
        (r"拒不[^，。；]{0,12}", "refus|declin|fail|not |persist|still"),
        (r"[没无有]有?违法所得", "gain|income|earning|proceeds|profit|obtained"),
        (r"必要时", "necess|need|requir|appropriate"),
        (r"紧急情况", "emergenc|urgen|exigen"),
    )
)


def findings(base: str, target: str, base_language: Language) -> Iterator[Found]:
    """What the rules find, each with the words of base and target in that order."""
    chinese, english = (base, target) if base_language == "zh" else (target, base)
    told = dict.fromkeys(
        found
        for said in renderings(chinese, english)
        for rule in TRANSLATION_RULES
        for found in rule(said.chinese, english if rule in _OF_A_ROW else said.english)
    )
    told |= dict.fromkeys(found for rule in RULES_OF_A_ROW for found in rule(chinese, english))
    for found in told:
        if not _is_told_otherwise(found, told) and not _is_in_the_row(found, chinese, english):
            yield found if base_language == "zh" else _turned(found)


def _turned(found: Found) -> Found:
    """A finding where the English text is the base: what the Chinese alone says is new then, and what the English alone
    says is gone."""
    return found._replace(
        rule=_TURNED.get(found.rule, found.rule),
        kind=_KIND_TURNED.get(found.kind, found.kind),
        base=found.target,
        target=found.base,
    )


def _is_in_the_row(found: Found, chinese: str, english: str) -> bool:
    """Whether what a sentence lacks, or has alone, stands in another of the row: an amount, a
    prohibition, an exception."""
    if found.rule == "number" and found.base and not found.target:
        return amounts.is_given(found.base, chinese, english)
    if found.rule == "prohibition" and not found.target:
        return len(PROHIBITION["zh"].findall(chinese)) <= sum(one.force == FORBIDS for one in _binding(english))
    return found.rule == "added-exception" and len([*_excepted(english)]) <= len(_EXCEPTS.findall(chinese))


def _is_told_otherwise(found: Found, told: Iterable[Found]) -> bool:
    """Whether another finding says of the same words what is lost or new."""
    if found.rule == "untranslated":
        return any(one.base == found.base and one.rule in _TELL_A_LOSS for one in told)
    if found.rule == "number" and not found.base:
        return any(one.base and one.target == found.target for one in told)
    if found.rule == "added-element":
        return any(found.target in one.target for one in told if one.rule == "added-duty")
    is_of_words = found.rule == "dropped-element" or (found.rule == "scope" and not found.target)
    return is_of_words and any(found.base in one.base for one in told if one.rule == "untranslated")


def prohibition(chinese: str, english: str) -> Iterator[Found]:
    """不得, 禁止 where the translation forbids nothing.

    Not found: a prohibition rendered by a noun (a ban on …) is taken as one that is missing only where no negation
    stands.
    """
    had = [*PROHIBITION["zh"].finditer(_HOW_MUCH.sub(lambda found: "\0" * len(found.group()), chinese))]
    said = [*_binding(english)]
    forbids, allowed = ([one for one in said if one.force == force] for force in (FORBIDS, ALLOWS))
    allows = allowed and not PERMISSION["zh"].search(chinese)
    if had and not forbids and (allows or not _NEGATION.search(english)):
        yield Found("prohibition", "modality", _clause(chinese, had[0].start()), "")
    elif allows and len(forbids) < len(had):
        one = _rendered_by(english, allowed[0], chinese, had)
        yield Found("prohibition", "modality", _clause(chinese, one), _around(english, allowed[0]))


def modality(chinese: str, english: str) -> Iterator[Found]:
    """应当, 必须 rendered by should or may; 可以 rendered by shall; 处…罚款 by a fine that may be imposed.

    Not found: one of several duties of a sentence, where another carries its word; 有权 rendered by shall have the
    right. 立法技术规范（试行）（一） 2009: 应当 is a duty; English legislation says shall or must.
    """
    duties, had = len(DUTY["zh"].findall(chinese)), DUTY["zh"].search(chinese)
    allowed = PERMISSION["zh"].search(chinese)
    said = [*_binding(english)]
    bound, allows = ([one for one in said if one.force == force] for force in (COMMANDS, ALLOWS))
    made_weaker = had and allows and not allowed
    if made_weaker and (_SHOULD.search(english) or len(bound) < duties or _only_allows(chinese, english)):
        one = _rendered_by(english, allows[0], chinese, [*DUTY["zh"].finditer(chinese)])
        yield Found("modality", "modality", _clause(chinese, one), _around(english, allows[0]))
    elif not had and (favoured := _FAVOURS.search(chinese)) and bound and not allows and not _FAVOURED.search(english):
        yield Found("modality", "modality", _clause(chinese, favoured.start()), _around(english, bound[0]))
    elif "可以" in chinese and not allows and len(bound) > duties:
        yield Found("modality", "modality", _clause(chinese, chinese.index("可以")), _around(english, bound[0]))
    elif (
        allows and not bound and not allowed and not _MAY_IMPOSE.search(chinese) and (fine := _IMPOSED.search(chinese))
    ):
        yield Found("modality", "modality", _clause(chinese, fine.start()), _around(english, allows[0]))


def _only_allows(chinese: str, english: str) -> bool:
    """Whether of several English sentences the one that renders most of a Chinese one allows and commands nothing."""
    said = [one.text for one in statements(english)]
    if len(said) < 2:
        return False
    best = said[int(np.argmax(translation_evidence([chinese], said).matrix[0]))]
    forces = {one.force for one in _binding(best)}
    return ALLOWS in forces and not forces & {COMMANDS, FORBIDS}


def exception(chinese: str, english: str) -> Iterator[Found]:
    """An exception (除…外, …除外, 但是) for which no word of the translation excepts anything.

    Not found: one exception of several in a sentence; 除…外，还 (besides). 立法技术规范（试行）（一） 2009, on 但书:
    what is excepted is not bound.
    """
    found = _EXCEPTS.search(chinese)
    if found and not _EXCEPTED.search(english):
        yield Found("exception", "scope", _clause(chinese, found.start()), "")


def condition(chinese: str, english: str) -> Iterator[Found]:
    """A case of the law's stock (未经…同意, 逾期不改正, 情节严重) of which the translation has no word.

    Not found: any other condition of a few words.
    """
    for case, words_for in _CASES:
        found = case.search(chinese)
        if found and not words_for.search(english):
            yield Found("dropped-condition", "scope", _clause(chinese, found.start()), "")


def added_exception(chinese: str, english: str) -> Iterator[Found]:
    """An exception of the translation (unless, except) in a sentence that excepts, negates and limits nothing, or one
    of something else than a sentence speaks of that only negates."""
    excepts = _MAY_EXCEPT.search(chinese)
    for excepted in _excepted(english):
        if not (excepts or _NEGATION.search(english)) or (
            not _LIMITS.search(chinese) and _is_strange(excepted, chinese)
        ):
            yield Found("added-exception", "scope", "", excepted)


def _is_strange(english: str, chinese: str) -> bool:
    """Whether at least half of the words of an English clause that a dictionary knows, but for the names of offices,
    render no Chinese word."""
    named = [range(one.start, one.until) for one in offices(english)]
    own = [word for word in content(english) if not any(word.start in name for name in named)]
    each = [heard(english[word.start : word.end]) for word in own]
    known = [one for one in each if any(map(is_known, one))]
    strange = [one for one in known if not any(is_rendered(word, one) for word in spoken(chinese))]
    return bool(known) and 2 * len(strange) >= len(known)


def _excepted(english: str) -> Iterator[str]:
    """The clauses of an English text that except something by its name."""
    for sentence in statements(english):
        for clause in sentence.clauses:
            if clause.part == "exception" and _EXCEPTING.match(clause.text):
                yield clause.text


def lost_duty(chinese: str, english: str) -> Iterator[Found]:
    """A clause that lays down a duty or a prohibition, of whose own words hardly any is rendered, where the translation
    binds less often.

    Not found: one of fewer than two words that no other clause has.
    """
    binding = [clause for clause in clauses(chinese, "zh") if DUTY["zh"].search(clause.text)]
    held = heard(english)
    if len(binding) <= sum(one.force != ALLOWS for one in marks(english)):
        return
    for clause in binding:
        beside = chinese[: clause.start] + "，" + chinese[clause.end :]
        own = [word for word in spoken(clause.text) if word not in beside]
        if len(own) >= _FEWEST_OF_A_DUTY and sum(is_rendered(word, held) for word in own) < _LOST * len(own):
            yield Found("untranslated", "dropped-duty", Passage.of(clause.text).quote(), "")


def open_list(chinese: str, english: str) -> Iterator[Found]:
    """等 after a list, where nothing in the translation leaves the list open.

    Not found: one open list of several. 立法技术规范（试行）（一） 2009: 等 stands for what is alike and not named.
    """
    found = _OPEN.search(chinese)
    if found and not _LEFT_OPEN.search(english):
        yield Found("open-list", "scope", _clause(chinese, found.start()), "")


def alternative(chinese: str, english: str) -> Iterator[Found]:
    """或者 where the translation joins by and alone.

    Not found: the other way round, for and in a prohibition is rendered by or.
    """
    found = _EITHER.search(chinese)
    joins = _AND.search(english)
    if found and joins and not _OR.search(english):
        said = _beside(english, joins.start(), joins.end())
        yield Found("alternative", "modality", _clause(chinese, found.start()), said)


def untranslated(chinese: str, english: str) -> Iterator[Found]:
    """A clause of which hardly a word is rendered, by the glosses of a dictionary or by one near in meaning.

    Not found: a single word, a short element of a list or a short qualification left out: a good translation often
    renders a word by another than the dictionary does.
    """
    held = heard(english)
    for clause in clauses(chinese, "zh"):
        if _ANNOUNCES.search(clause.text):
            continue
        for part in _parts(clause):
            beside = chinese.replace(part, "，", 1)
            own = [word for word in spoken(part) if word not in beside and not _SAYS_LITTLE.fullmatch(word)]
            if len(own) >= _LEAST_WORDS and sum(is_rendered(word, held) for word in own) < _LEAST_RENDERED * len(own):
                yield Found("untranslated", "dropped-duty", Passage.of(part).quote(), "")
                break


def _parts(clause: Clause) -> Iterator[str]:
    """A clause, and then each of the elements that it lists."""
    yield clause.text
    elements = clause.text.split("、")
    yield from elements if len(elements) > 1 else ()


TRANSLATION_RULES: tuple[TranslationRule, ...] = (
    prohibition, untranslated, modality, amounts.number, amounts.threshold, amounts.frequency, exception, condition,
    names.actor, names.instrument, alternative, open_list, lists.elements,
    weighty.manner, names.level, names.dropped_actor, added_exception,
)  # fmt: skip
# What may stand in any sentence of either side.
RULES_OF_A_ROW: tuple[TranslationRule, ...] = (weighty.sanction, lost_duty, amounts.added_number)
# What is gone of the one text is new in the other. A rule that names neither says it by the side that it quotes.
_TURNED = {
    "untranslated": "added-duty",
    "added-duty": "dropped-duty",
    "dropped-element": "added-element",
    "added-element": "dropped-element",
    "dropped-condition": "added-condition",
    "dropped-actor": "added-actor",
    "added-exception": "dropped-exception",
}
_KIND_TURNED: dict[FindingType, FindingType] = {"dropped-duty": "added-duty", "added-duty": "dropped-duty"}
_TELL_A_LOSS = frozenset(("exception", "dropped-condition", "prohibition"))  # of a clause that nothing renders
_OF_A_ROW = frozenset((untranslated,))  # asked of all that the row says: a clause may stand in any of its sentences


def _binding(english: str) -> Iterator[Mark]:
    """The words of force of an English text, but those of a condition."""
    return (one for one in marks(english) if not _CONDITIONAL.search(english[: one.start]))


def _rendered_by(english: str, mark: Mark, chinese: str, said: Sequence[re.Match[str]]) -> int:
    """Where that one of some Chinese words stands of whose clause most words are rendered around an English one."""
    end = next((one.start for one in marks(english) if one.start > mark.start), len(english))
    held = heard(_BREAKS.split(english[mark.end : end])[0])

    def share(at: int) -> float:
        words = spoken(next((one.text for one in clauses(chinese, "zh") if one.start <= at < one.end), ""))
        return sum(is_rendered(word, held) for word in words) / (len(words) or 1)

    return max((found.start() for found in said), key=share)


def _clause(text: str, at: int) -> str:
    for clause in clauses(text, "zh"):
        if clause.start <= at < clause.start + len(clause.text):
            return Passage(clause=clause.text, start=at - clause.start, end=at - clause.start + 2).quote()
    return text[at : at + 2]


def _around(text: str, found: Mark) -> str:
    return _beside(text, found.start, found.end)


def _beside(text: str, start: int, end: int) -> str:
    """What stands at a place with the words beside it."""
    left, right = text[:start].split(), text[end:].split()
    words = " ".join([*left[-2:], text[start:end], *right[:3]]).strip(" ,.;:")
    return Quotation(words, before=len(left) > 2, behind=len(right) > 3)
