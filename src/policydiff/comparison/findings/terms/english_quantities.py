"""English amounts, shares, deadlines, thresholds and frequencies as values that can be compared.

no fewer than twenty (20) days = at least 20 days      RMB 2,000,000 = 2 million yuan      twelve months = one year
within 30 days = no later than 30 days                 not less than twice a day = at least two times a day
more than 20 days ≠ 20 days or more                    10 days ≠ 10 working days
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.expressions import expression
from policydiff.text import fold

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORTH = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_SPOKEN = "|".join(sorted((*_WORTH, *_SCALES), key=len, reverse=True))
_IN_WORDS = rf"(?:an?\s(?=hundred|thousand|million))?\b(?:{_SPOKEN})(?:(?:[\s-]|\sand\s)(?:{_SPOKEN})){{0,6}}\b"
_IN_DIGITS = (
    r"(?<![\d.,/-])\d{1,3}(?:[,，]\d{3}){1,4}(?:\.\d{1,4})?(?!\d)"
    r"|(?<![\d.,/-])\d{1,12}(?:\.\d{1,4})?(?![\d/]|st\b|nd\b|rd\b|th\b)"
)
_COUNTED = {"once": "1", "twice": "2", "thrice": "3"}
_PERIODS = "days?|weeks?|months?|quarters?|years?|semesters?|terms?"
_UNIT = (
    r"(?:consecutive )?(?:working|business|work|trading) days?|(?:calendar |natural )?days?|hours?|minutes?|weeks?"
    r"|months?|quarters?|(?:calendar )?years?|per ?cent|percentage points?|%|yuan|renminbi|rmb|cny|times?|fold"
    r"|(?:square|cubic) (?:kilo|centi|milli)?met(?:re|er)s?|(?:kilo|centi|milli)?met(?:re|er)s?|hectares?|mu\b"
    r"|(?:kilo|milli)?gram(?:me)?s?|tonn?e?s?|(?:milli)?lit(?:re|er)s?|decibels?|degrees?|kilowatts?|volts?"
    r"|kg|km|mg|ml|mm|cm|m2|m²|m"
)
_SAME_UNIT = {
    "business day": "working day", "work day": "working day", "calendar day": "day", "natural day": "day",
    "consecutive working day": "working day", "calendar year": "year", "percent": "%", "per cent": "%",
    "renminbi": "yuan", "rmb": "yuan", "cny": "yuan", "fold": "times", "time": "times", "kg": "kilogram",
    "km": "kilometre", "mg": "milligram", "ml": "millilitre", "mm": "millimetre", "cm": "centimetre",
    "m": "metre", "m2": "square metre", "m²": "square metre", "ton": "tonne",
}  # fmt: skip
# One unit for those that are so many of another.
_IN_ONE_UNIT = {"year": (12, "month"), "quarter": (3, "month"), "week": (7, "day"), "hour": (60, "minute")}
_HALF = {"hour": ("30", "minute"), "year": ("6", "month"), "day": ("720", "minute")}
# How a bound is said: whether the number itself is meant, and on which side of it what is asked lies.
_BEFORE = (
    ("at least", r"(?:no|not|nor|never) (?:be )?(?:less|fewer|lower|smaller|shorter|earlier|below|under)(?: than)?"
     r"|at least|(?:a )?minimum(?: of)?|as (?:little|few) as|have reached|has reached|having reached|from"),
    ("at most", r"(?:no|not|nor|never) (?:be )?(?:more|greater|higher|larger|longer|later|over|above)(?: than)?"
     r"|not (?:to )?exceed(?:ing)?|(?:does|do|shall|may|must) not exceed|without exceeding"
     r"|at most|up to|within|(?:a )?maximum(?: of)?|not to be (?:more|longer|later|greater|higher) than"),
    ("more than", r"more than|(?:in )?excess of|over|exceed(?:s|ed|ing)?|above|(?:great|high|long|old|larg)er than"),
    ("less than", r"(?:less|fewer|lower|short(?:er)?|young(?:er)?|smaller) than|under|below|short of|not yet"),
)  # fmt: skip
_AFTER = (
    ("at least", r"(?:or|and) (?:more|above|over|longer|older|greater|higher|upwards?)|at (?:the )?least"),
    ("at most", r"(?:or|and) (?:less|fewer|below|under|younger|lower|shorter)|at (?:the )?most"),
)
_FILLER = r"(?:(?:the |an? )?(?:(?P<age>age)|total|sum|fine|penalty|amount|period|term) of |the |one of |an? |about )?"
_NOT_AN_AMOUNT = expression(
    r"\b(?:articles?|art\.|sections?|subsections?|paragraphs?|para\.|chapters?|parts?|items?|points?|clauses?|schedules?"
    r"|annex(?:es)?|appendix|rules?|regulations?|no\.|nos\.|number|tables?|class|grade|type|form)\s{0,2}\(?"
    r"(?:\d{1,4}[a-z]?(?:[.-]\d{1,4}){0,3}(?:\(\w{1,4}\)){0,3}\)?(?:, and |, or |, | and | or | to )\(?){0,6}$"
    r"|§\s{0,2}(?:\d{1,4}(?:[.-]\d{1,4}){0,3}(?:\(\w{1,4}\)){0,3}(?:, and |, or |, | and | or | to )){0,6}$",
    re.IGNORECASE,
)
_MONTH = "january|february|march|april|june|july|august|september|october|november|december"
_DATE = expression(  # the month of May may be a word of force: a child of 12 may enter
    rf"\b(?:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?\b|\bmay\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})(?:,?\s\d{{4}})?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?may,?\s\d{{4}}\b"
    rf"|\b(?:{_MONTH}|may)\s\d{{4}}\b|\b(?:19|20)\d\d(?:[-/]\d{{1,2}}){{0,2}}\b(?!\s?(?:yuan|rmb|metres|people|persons))",
    re.IGNORECASE,
)
_SCALE = "hundred|thousand|million|billion"


def _number(name: str) -> str:
    """The pattern of a number with its money or unit, whose groups bear this letter."""
    return (
        rf"(?P<{name}_money>rmb|cny|renminbi|[¥￥]|yuan)?\s{{0,2}}(?P<{name}>{_IN_DIGITS}|{_IN_WORDS})"
        rf"(?:\s{{0,2}}\(\d[\d,.]{{0,14}}%?\))?(?:\s(?P<{name}_scale>{_SCALE})\b)?"
        rf"(?:\s{{0,2}}-?(?P<{name}_unit>{_UNIT})(?![a-z]))?"
    )


_ANY_NUMBER = expression(
    rf"(?P<n>\d{{1,3}}(?:[,，]\d{{3}}){{1,4}}(?:\.\d{{1,4}})?|\d{{1,12}}(?:\.\d{{1,4}})?|{_IN_WORDS})(?:\s(?P<scale>{_SCALE})\b)?"
)
_NUMBER_WORDS = {
    "once": 1.0, "twice": 2.0, "double": 2.0, "half": 6.0, "first": 1.0, "second": 2.0, "third": 3.0, "fourth": 4.0,
    "fifth": 5.0, "sixth": 6.0, "seventh": 7.0, "eighth": 8.0, "ninth": 9.0, "tenth": 10.0, "thirds?": 3.0,
    "quarter": 4.0, "both": 2.0, "single": 1.0,
}  # fmt: skip
_BOUNDED = "|".join(f"(?P<b{n}>{words})" for n, (_, words) in enumerate(_BEFORE))
_AMOUNT = expression(
    rf"(?:\b(?:{_BOUNDED})\s{{1,2}}{_FILLER})?{_number('n')}(?:\s(?:in number|of age|old)\b)?", re.IGNORECASE
)
_BEHIND = expression("|".join(rf"\b(?P<a{n}>{words})\b" for n, (_, words) in enumerate(_AFTER)), re.IGNORECASE)
_RANGE = expression(
    rf"(?P<both>\bbetween\s)?(?:\bfrom\s)?{_number('low')}(?:\sto\s|\s?(?:(?<=\d)-(?=\d)|[–—~])\s?|(?P<and>\sand\s)){_number('high')}",
    re.IGNORECASE,
)
_PART = expression(
    r"\b(?:(?P<half>(?:one[\s-])?half)(?=\s(?:of|the)\b)"
    r"|(?:(?:simple|absolute|bare|the|a) )(?P<majority>majority)\b"
    r"|(?P<n>one|two|three|four|five)[\s-](?P<whole>half|third|quarter|fourth|fifth|tenth)s?\b)",
    re.IGNORECASE,
)
_HALF_OF_A_UNIT = expression(r"\bhalf (?:an? )?(?P<unit>hour|year|day)\b", re.IGNORECASE)
_ONE_OF_A_UNIT = expression(
    r"\b(?P<bound>within|at least|at most|up to|no later than|after|for|of|exceed(?:s|ing)?"
    r"|(?:more|less|longer|shorter) than) an? (?P<unit>hour|day|week|month|year)\b",
    re.IGNORECASE,
)
_WHOLE = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_TIMES = rf"(?:{_SPOKEN}|\d{{1,3}})"
_EACH_TIME = rf"{_TIMES} (?!{_UNIT})[a-z-]{{2,20}}(?: [a-z-]{{2,20}})?(?=\s(?:a|per|each|every)\s)"  # one drill a year
_OFTEN = expression(
    rf"\b(?:(?:(?P<many>once|twice|thrice|{_TIMES} times?|{_EACH_TIME})\s(?:in\s)?)?(?:every|each|per|an?)\s"
    rf"(?:(?P<n>\d{{1,3}}|{_SPOKEN})\s)?(?:calendar |school )?(?P<per>{_PERIODS})"
    rf"|(?P<times>once|twice|thrice|{_TIMES} times) (?P<each>daily|weekly|monthly|quarterly|yearly|annually)"
    r"|(?P<word>annual(?:ly)?|yearly|half-yearly|semi-?annual(?:ly)?|bi-?annual(?:ly)?|quarterly|monthly|weekly"
    r"|daily(?! (?:management|operations?|work|life|use|costs?|maintenance|supervision|business))))\b",
    re.IGNORECASE,
)
_IN_MONTHS = {"annual": 12, "year": 12, "half-year": 6, "semiannual": 6, "semi-annual": 6, "quarter": 3, "month": 1}
_AT_ONCE = expression(r"\b(?:immediate(?:ly)?|forthwith|at once|without delay|instantly)\b", re.IGNORECASE)
_REGULARLY = expression(r"\b(?:regular(?:ly)?|periodic(?:ally)?)\b", re.IGNORECASE)
_ONE = frozenset(("1", "0"))
COUNT = "count"  # the unit of what has none
_AHEAD = 40  # characters around a number
_MOST_BETWEEN = 3
_ENDS = expression(r"[,.;:\n\d\0]")


def read(plain: str) -> list[Quantity]:
    """The quantities and frequencies of an English text that is folded; dates and numbers of provisions are none."""
    masked = _DATE.sub(_masked, plain)
    often = [*_often(masked)]
    masked = _without(masked, often)
    parts = [*_parts(masked)]
    masked = _without(masked, parts)
    ranges = [*_ranges(masked)]
    masked = _without(masked, ranges)
    urgent = (_named("at once", found) for found in _AT_ONCE.finditer(plain))
    regular = (_named("regularly", found) for found in _REGULARLY.finditer(plain))
    return [*often, *parts, *ranges, *_amounts(masked), *urgent, *regular]


def numbers(text: str) -> set[float]:
    """All numbers of an English text, in digits and in words, of whatever; a and an are one of it."""
    plain = fold(text)
    counted = {float(_value(found["n"], found["scale"])) for found in _ANY_NUMBER.finditer(plain)}
    return counted | {worth for word, worth in _NUMBER_WORDS.items() if re.search(rf"\b{word}\b", plain)} | {1.0}


def _masked(found: re.Match[str]) -> str:
    return "\0" * len(found.group())


def _without(text: str, told: list[Quantity]) -> str:
    """The text with what was read made unreadable, of the same length."""
    for one in told:
        text = text[: one.start] + "\0" * len(one.text) + text[one.end :]
    return text


def _named(value: str, found: re.Match[str]) -> Quantity:
    return Quantity(value=value, unit="", bound="", text=found.group(), start=found.start())


def _ranges(text: str) -> Iterator[Quantity]:
    """Both ends of each range: between 0.3 and 1.0 milligrams, three to five years."""
    for found in _RANGE.finditer(text):
        if bool(found["both"]) != bool(found["and"]) or _is_of_a_provision(text, found.start("low")):
            continue
        of_both = found["high_unit"] or found["high_money"] or found["low_money"] or ""
        cut = found.start("high")
        for name, bound, words, start in (
            ("low", "at least", found.string[found.start() : cut], found.start()),
            ("high", "at most", found.string[cut : found.end()], cut),
        ):
            unit = _unit(found[f"{name}_money"] or found[f"{name}_unit"] or of_both)
            value, unit = _in_one_unit(_value(found[name], found[f"{name}_scale"]), unit)
            yield Quantity(value=value, unit=unit or COUNT, bound=bound, text=words, start=start)


def _amounts(text: str) -> Iterator[Quantity]:
    """Numbers with what they count and how they bound it."""
    for found in _AMOUNT.finditer(text):
        if _is_of_a_provision(text, found.start("n")):
            continue
        behind = _bound_behind(text, found.end())
        bound = next((name for n, (name, _) in enumerate(_BEFORE) if found[f"b{n}"]), "") or behind[0]
        value, unit = (
            _value(found["n"], found["n_scale"]),
            _unit(found["n_money"] or found["n_unit"] or ("year" if found["age"] else "")),
        )
        if not unit and not bound and value in _ONE:
            continue
        value, unit = _in_one_unit(value, unit)
        words = text[found.start() : behind[1] or found.end()]
        start = found.start() + len(words) - len(words.lstrip())
        yield Quantity(value=value, unit=unit or COUNT, bound=bound, text=words.strip(), start=start)


def _is_of_a_provision(text: str, at: int) -> bool:
    """Whether a number is that of an article or of the like."""
    return bool(_NOT_AN_AMOUNT.search(text[max(0, at - _AHEAD) : at]))


def _bound_behind(text: str, at: int) -> tuple[str, int]:
    """What bounds a number from behind, and where that ends, with a few words between: 20 power banks or more."""
    found = _BEHIND.search(text, at, at + _AHEAD)
    between = text[at : found.start()] if found else ""
    if not found or _ENDS.search(between) or len(between.split()) > _MOST_BETWEEN:
        return "", 0
    return next(name for n, (name, _) in enumerate(_AFTER) if found[f"a{n}"]), found.end()


def _value(printed: str, scale: str | None) -> str:
    """The number in digits."""
    plain = printed.lower().replace(",", "").replace("，", "")
    number = Decimal(plain) if plain[0].isdigit() else Decimal(_spoken(plain))
    return f"{(number * _SCALES.get((scale or '').lower(), 1)).normalize():f}"


def _spoken(words: str) -> int:
    """The number that words say: two hundred and fifty thousand."""
    total = part = 0
    for word in re.findall(r"[a-z]+", words):
        if word in _WORTH:
            part += _WORTH[word]
        elif word == "hundred":
            part = max(1, part) * 100
        elif word in _SCALES:
            total, part = total + max(1, part) * _SCALES[word], 0
    return total + part


def _unit(printed: str) -> str:
    """One form for the units that mean the same."""
    plain = " ".join(printed.lower().split())
    if plain in ("¥", "￥"):
        return "yuan"
    plain = plain.replace("meter", "metre").replace("liter", "litre").replace("gramme", "gram")
    single = plain if plain in _SAME_UNIT else plain.removesuffix("s")
    return _SAME_UNIT.get(single, single)


def _in_one_unit(value: str, unit: str) -> tuple[str, str]:
    """A year is twelve months, a week seven days, an hour sixty minutes."""
    times, one = _IN_ONE_UNIT.get(unit, (1, unit))
    return f"{(Decimal(value) * times).normalize():f}", one


def _parts(text: str) -> Iterator[Quantity]:
    """one-half of the fee, two-thirds of the members, a majority, half an hour, within a week."""
    for found in _HALF_OF_A_UNIT.finditer(text):
        value, unit = _HALF[found["unit"].lower()]
        yield Quantity(value=value, unit=unit, bound="", text=found.group(), start=found.start())
    for found in _ONE_OF_A_UNIT.finditer(text):
        value, unit = _in_one_unit("1", found["unit"].lower())
        bound = next((name for name, words in _BEFORE if re.fullmatch(words, found["bound"], re.IGNORECASE)), "")
        yield Quantity(value=value, unit=unit, bound=bound, text=found.group(), start=found.start())
    for found in _PART.finditer(text):
        is_half = found["half"] or found["majority"]
        many, whole = (1, 2) if is_half else (_WORTH[found["n"].lower()], _WHOLE[found["whole"].lower()])
        bound, start = ("more than", found.start()) if found["majority"] else _bound_of(text, found.start())
        yield Quantity(value=f"{many}/{whole}", unit="%", bound=bound, text=text[start : found.end()], start=start)


def _often(text: str) -> Iterator[Quantity]:
    """How often something is done: once every two years, annually, 30 yuan per day."""
    for found in _OFTEN.finditer(text):
        said = found["many"] or found["times"]
        if not said and not found["word"] and found.group().lower().startswith(("a ", "an ")):
            before = text[max(0, found.start() - 2) : found.start()].strip()
            if not before.isdigit() and not text[: found.start()].rstrip().endswith(("yuan", "times", "\0")):
                continue  # for a year
        many = said.lower().split()[0] if said else "1"
        many = _COUNTED.get(many) or (many if many.isdigit() else str(_WORTH.get(many, 1)))
        times = int(_value(found["n"], None)) if found["n"] else 1
        many, per = rate(many, _period(found["word"] or found["each"] or found["per"], times))
        bound, start = _bound_of(text, found.start()) if said else ("", found.start())
        words = text[start : found.end()]
        yield Quantity(
            value=f"{many} per {per}", unit="", bound="" if bound == "at least" else bound, text=words, start=start
        )


def rate(many: str, per: str) -> tuple[str, str]:
    """Twice a year is once every six months."""
    number, unit = per.split()
    if unit != "month" or not many.isdigit() or not int(many) or int(number) % int(many):
        return many, per
    return "1", f"{int(number) // int(many)} month"


def _bound_of(text: str, at: int) -> tuple[str, int]:
    """What bounds a frequency or a part, and where that begins: not less than twice a day."""
    ahead = text[max(0, at - 24) : at]
    for name, words in _BEFORE:
        found = re.search(rf"\b(?:{words})\s$", ahead, re.IGNORECASE)
        if found:
            return name, at - len(ahead) + found.start()
    return "", at


def _period(printed: str, times: int) -> str:
    """Every quarter is every three months."""
    plain = printed.lower().removesuffix("ly").removesuffix("s")
    plain = {"biannual": "semiannual", "bi-annual": "semiannual", "dai": "day"}.get(plain, plain)
    if plain in _IN_MONTHS:
        return f"{_IN_MONTHS[plain] * times} month"
    return f"{times * 7} day" if plain == "week" else f"{times} {plain}"
