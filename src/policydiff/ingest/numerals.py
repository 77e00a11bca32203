"""Word's number formats (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59): 12 as 十二, ⑫, xii, l, 丑 …

A format without a row here prints Arabic numbers, as Word itself does for a number beyond a format's end.
"""

from __future__ import annotations

from collections.abc import Callable

from policydiff.eid import chinese_numeral

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_FINANCIAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_FINANCIAL_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST = 9999
_MOST_LETTERS = 20

Render = Callable[[int], str]


def numeral(number: int, style: str) -> str:
    """The number as the format prints it."""
    render = _FORMATS.get(style)
    printed = render(number) if render and 0 < number <= _LARGEST else ""
    return printed or ("" if style in ("none", "bullet") else str(number))


def _letters(number: int) -> str:
    """a … z, aa, bb …: the letter once more for each time round."""
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1) if rounds < _MOST_LETTERS else ""


def _roman(number: int) -> str:
    out = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        out += letters * times
    return out


def _ordinal(number: int) -> str:
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def _digits(zero: str) -> Render:
    """Digit by digit: 102 is 一〇二."""
    table = str.maketrans("0123456789", f"{zero}一二三四五六七八九")
    return lambda number: str(number).translate(table)


def _counting(number: int) -> str:
    """Up to 99 as spoken, digit by digit from there. Word's ○ (a circle) is written 〇, the numeral it stands for."""
    return chinese_numeral(number) if number < 100 else _digits("〇")(number)


def _japanese(number: int) -> str:
    """As spoken in Japanese: 百二, without 一 before a unit and without 零."""
    return chinese_numeral(number).replace("零", "").replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _of(characters: str) -> Render:
    """A character of a row, none beyond its end."""
    return lambda number: characters[number - 1] if number <= len(characters) else ""


def _from(first: str, last: int) -> Render:
    """A run of code points from the one for 1."""
    return lambda number: chr(ord(first) + number - 1) if number <= last else ""


def _enclosed(number: int) -> str:
    """① to ⑳, and on to ㊿."""
    for first, begin, end in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if begin <= number <= end:
            return chr(ord(first) + number - begin)
    return ""


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _financial(number: int) -> str:
    return _counted_whole(number).translate(_FINANCIAL)


def _financial_traditional(number: int) -> str:
    return _counted_whole(number).translate(_FINANCIAL_TRADITIONAL)


def _counted_whole(number: int) -> str:
    """As spoken, with the 一 that is left out before 十."""
    spoken = chinese_numeral(number)
    return f"一{spoken}" if spoken.startswith("十") else spoken


_FORMATS: dict[str, Render] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _enclosed,
    "decimalEnclosedCircleChinese": _enclosed,
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "ideographEnclosedCircle": _from("㈠", 10),  # Word prints brackets here, whatever the format is called
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": chinese_numeral,
    "taiwaneseCountingThousand": chinese_numeral,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": _digits("〇"),
    "ideographDigital": _digits("〇"),
    "taiwaneseDigital": _digits("〇"),
    "chineseLegalSimplified": _financial,
    "ideographLegalTraditional": _financial_traditional,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
}
