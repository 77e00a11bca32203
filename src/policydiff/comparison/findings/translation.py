"""Rules on a translated row: what the translation drops or shifts.

    瘫痪6小时以上    more than 6 hours      以上 includes the number (民法典 art. 1259)
    应当            should, may            a duty made advice or permission
    甲、乙等        A and B                an open list closed
    并及时整改      (nothing)              a clause that no word of the translation renders

The rules read the Chinese and the English side, whichever of them is the base.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from policydiff.alignment.translation import translation_evidence
from policydiff.comparison.clauses import clauses
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.row.changes import Passage, Quotation
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.comparison.findings.terms.words_of_force import DUTY, PERMISSION, PROHIBITION
from policydiff.expressions import expression
from policydiff.model import Language
from policydiff.text import fold
from policydiff.words import words

TranslationRule = Callable[[str, str], Iterator[Found]]  # the words found are the Chinese ones and the English ones

_ADVICE = expression(r"\b(?:should|ought to|may(?! not)|can(?!not))\b", re.IGNORECASE)
_OPEN = expression(r"(?<![平同优劣均相中高初上下对])等(?![级同待候于额])")
_LEFT_OPEN = expression(
    r"\b(?:others?|otherwise|etc|such as|including|includes?|for example|like|so on|similar)\b", re.IGNORECASE
)
_EXCEPTS = expression(r"除[^，。；]{1,60}?(?:以外|之外|外)(?!，?[^，。；]{0,12}[还也])|(?:的|情形)除外|但是")
_EXCEPTED = expression(
    r"\b(?:except\w*|unless|other than|apart from|save|provided|proviso|however|but|notwithstanding|otherwise|exclud\w*"
    r"|without|not apply)\b",
    re.IGNORECASE,
)
_NEGATION = expression(r"\b(?:not|no|nor|neither|never|ban\w*)\b", re.IGNORECASE)
_WORKING_DAYS = expression(r"\b(?:working|business|work) ?days?\b", re.IGNORECASE)
_DAYS = expression(r"\b[\w-]{1,30} days?", re.IGNORECASE)
_SHOULD = expression(r"\b(?:should|ought to)\b", re.IGNORECASE)
_MORE_THAN = expression(r"\b(?:more than|over|exceeding|above)\s+(?P<n>[\d,.]+|[a-z]+)(?:\s+\w+)?", re.IGNORECASE)
_LESS_THAN = expression(r"\b(?:less than|under|below|fewer than)\s+(?P<n>[\d,.]+|[a-z]+)(?:\s+\w+)?", re.IGNORECASE)
_OR_MORE = expression(r"^\s*(?:\w+\s+)?or (?:more|less|fewer)", re.IGNORECASE)
_NUMBER = expression(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.IGNORECASE)
_LEAST_WORDS, _LEAST_RENDERED = 5, 0.16  # of 2,471 clauses of faithful translations none is told
_TEN_THOUSAND = 10000


def findings(base: str, target: str, base_language: Language) -> Iterator[Found]:
    """What the rules find, each with the words of base and target in that order."""
    chinese, english = (base, target) if base_language == "zh" else (target, base)
    for rule in TRANSLATION_RULES:
        for found in rule(chinese, english):
            yield found if base_language == "zh" else found._replace(base=found.target, target=found.base)


def threshold(chinese: str, english: str) -> Iterator[Found]:
    """以上, 以下 rendered by "more than", "less than", which leave the number itself out.

    Not found: the same in words without a number. 民法典 art. 1259: 以上, 以下, 以内, 届满 include the number.
    """
    for quantity in quantities(chinese, "zh"):
        for bound, pattern in (("以上", _MORE_THAN), ("以下", _LESS_THAN)):
            if bound not in quantity.bound:
                continue
            for found in pattern.finditer(english):
                if _values(found["n"]) & _readings(quantity) and not _OR_MORE.match(english[found.end() :]):
                    yield Found("threshold", "number", quantity.text, found.group())


def number(chinese: str, english: str) -> Iterator[Found]:
    """A quantity that the translation does not give, or 工作日 given as days.

    Not found: frequencies (每年, 及时), numbers of provisions, dates.
    """
    said = _values(english)
    for quantity in quantities(chinese, "zh"):
        if not quantity.unit or not quantity.value[0].isdigit():
            continue
        if not _readings(quantity) & said:
            yield Found("number", "number", quantity.text, "")
        elif quantity.unit == "工作日" and not _WORKING_DAYS.search(english):
            yield Found("number", "number", quantity.text, _first(_DAYS, english))


def prohibition(chinese: str, english: str) -> Iterator[Found]:
    """不得, 禁止 where the translation forbids nothing.

    Not found: a prohibition rendered by a noun (a ban on …) is taken as one that is missing only where no negation
    stands.
    """
    had = PROHIBITION["zh"].search(chinese)
    if had and not PROHIBITION["en"].search(english) and not _NEGATION.search(english):
        yield Found("prohibition", "modality", _clause(chinese, had.start()), "")


def modality(chinese: str, english: str) -> Iterator[Found]:
    """应当, 必须 rendered by should or may; 可以 rendered by shall.

    Not found: one of several duties of the row, where another carries its word; 有权 rendered by shall have the right.
    立法技术规范（试行）（一） 2009: 应当 is a duty; English legislation says shall or must.
    """
    duties = len(DUTY["zh"].findall(chinese))
    advice, allowed = _ADVICE.search(english), PERMISSION["zh"].search(chinese)
    had = DUTY["zh"].search(chinese)
    if had and advice and not allowed and (_SHOULD.search(english) or len(DUTY["en"].findall(english)) < duties):
        yield Found("modality", "modality", _clause(chinese, had.start()), _around(english, advice))
    elif "可以" in chinese and not duties and not advice and (bound := DUTY["en"].search(english)):
        yield Found("modality", "modality", _clause(chinese, chinese.index("可以")), _around(english, bound))


def exception(chinese: str, english: str) -> Iterator[Found]:
    """An exception (除…外, …的除外, 但是) for which no word of the translation excepts anything.

    Not found: one exception of several; 除…外，还 (besides). 立法技术规范（试行）（一） 2009, on 但书: what is excepted
    is not bound.
    """
    found = _EXCEPTS.search(chinese)
    if found and not _EXCEPTED.search(english):
        yield Found("exception", "scope", _clause(chinese, found.start()), "")


def open_list(chinese: str, english: str) -> Iterator[Found]:
    """等 after a list, where nothing in the translation leaves the list open.

    Not found: one open list of several. 立法技术规范（试行）（一） 2009: 等 stands for what is alike and not named.
    """
    found = _OPEN.search(chinese)
    if found and not _LEFT_OPEN.search(english):
        yield Found("open-list", "scope", _clause(chinese, found.start()), "")


def untranslated(chinese: str, english: str) -> Iterator[Found]:
    """A clause of which hardly a word is rendered, by the glosses of a dictionary.

    Not found: a single word, one element of a list or a short qualification left out: a good translation often renders
    a word by another than the dictionary does.
    """
    for clause in clauses(chinese, "zh"):
        spoken = sorted({word for word in words(fold(clause.text)) if len(word) > 1 and word.isalnum()})
        if len(spoken) >= _LEAST_WORDS:
            heard = translation_evidence(spoken, [english]).matrix[:, 0] > 0
            if heard.mean() < _LEAST_RENDERED:
                yield Found("untranslated", "dropped-duty", Passage.of(clause.text).quote(), "")


TRANSLATION_RULES: tuple[TranslationRule, ...] = (
    prohibition, untranslated, modality, number, threshold, exception, open_list,
)  # fmt: skip


def _readings(quantity: Quantity) -> set[float]:
    """The numbers that a quantity may be given as: 五万元 is 5 (ten thousand) and 50,000."""
    try:
        value = float(quantity.value)
    except ValueError:
        return set()
    out = {value}
    if quantity.unit.startswith("万"):
        out.add(value * _TEN_THOUSAND)
    if quantity.unit.startswith("亿"):
        out.add(value * _TEN_THOUSAND**2)
    if quantity.unit == "%":
        out.add(value / 100)
    return out


_SPOKEN: dict[str, float] = {
    word: float(n)
    for n, word in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        )
    )
} | {
    "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0,
    "hundred": 100.0, "once": 1.0, "twice": 2.0, "double": 2.0, "half": 6.0, "thousand": 1000.0, "a": 1.0, "an": 1.0,
}  # fmt: skip


def _values(text: str) -> set[float]:
    """The numbers of an English text, in digits or in words."""
    out = set()
    for found in _NUMBER.findall(text.lower()):
        if found[0].isdigit():
            out.add(float(found.replace(",", "").rstrip(".")))
        elif found in _SPOKEN:
            out.add(_SPOKEN[found])
    return out


def _clause(text: str, at: int) -> str:
    for clause in clauses(text, "zh"):
        if clause.start <= at < clause.start + len(clause.text):
            return Passage(clause=clause.text, start=at - clause.start, end=at - clause.start + 2).quote()
    return text[at : at + 2]


def _around(text: str, found: re.Match[str]) -> str:
    """The word with the words beside it."""
    left, right = text[: found.start()].split(), text[found.end() :].split()
    words = " ".join([*left[-2:], found.group(), *right[:3]]).strip(" ,.;:")
    return Quotation(words, before=len(left) > 2, behind=len(right) > 3)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""
