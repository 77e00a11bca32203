"""Which language a text is in, by its script, line by line."""

from __future__ import annotations

import re
import string

from policydiff.model import Language

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
# What no Latin letter has in UTF-8: all but its letters, and what the letters with accents begin with.
_NO_LATIN = bytes(set(range(0x100)) - set(string.ascii_letters.encode()) - set(range(0xC3, 0xCA)))
_WEIGHT_OF_A_CHINESE_CHARACTER = 2
_SUBSTANTIAL = 0.15
_PRESENT = 0.02


def detect(text: str) -> Language:
    """The language to read: of a file that holds both to a substantial part, Chinese."""
    if _is_surely_chinese(text):
        return "zh"
    shares = _shares(text)
    return "zh" if shares["zh"] >= _SUBSTANTIAL or shares["zh"] >= shares["en"] else "en"


def holds(text: str, language: Language) -> bool:
    """Whether more than a stray line of the text is in the language."""
    return _shares(text)[language] > _PRESENT


def _is_surely_chinese(text: str) -> bool:
    """Whether Chinese has a substantial share however the letters are spread over the lines: each Latin one takes at
    most one Chinese one over to its side."""
    latin = len(text.encode("utf-8", "replace").translate(None, _NO_LATIN))
    chinese = 0
    for run in _CHINESE.finditer(text):
        chinese += _WEIGHT_OF_A_CHINESE_CHARACTER * len(run.group())
        if chinese - latin > _SUBSTANTIAL * (chinese + latin):
            return True
    return False


def _shares(text: str) -> dict[Language, float]:
    """Each language's share of the letters, every line counting wholly for the language it is mostly in.

    So Chinese terms inside an English sentence are English, and 5G inside a Chinese one is Chinese.
    """
    letters: dict[Language, int] = {"zh": 0, "en": 0}
    for line in text.splitlines():
        chinese = _WEIGHT_OF_A_CHINESE_CHARACTER * sum(map(len, _CHINESE.findall(line)))
        latin = sum(map(len, _LATIN.findall(line)))
        letters["zh" if chinese >= latin else "en"] += chinese + latin
    total = sum(letters.values()) or 1
    return {language: count / total for language, count in letters.items()}
