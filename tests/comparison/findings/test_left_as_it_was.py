"""What a text in another language than its base leaves untranslated is told, and names in brackets are not."""

from __future__ import annotations

import pytest

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.model import Language, Source
from policydiff.parsing import parse

CHINESE = """第一条 理发店应当每年向商务部门报告所使用的染料。
第二条 任何人不得在公园内修剪胡须。
第三条 理发店应当保存顾客的登记资料。
"""
ENGLISH = """Article 1 A barber shop shall report the dyes it uses to the department of commerce every year.
Article 2 {}
Article 3 A barber shop shall keep the registration data of its customers.
"""


def left(base: str, target: str, languages: tuple[Language, Language] = ("zh", "en")) -> list[str]:
    """What is told as left untranslated."""
    one, other = (
        parse(Source(text=text, origin="", sha256="", language=language))
        for text, language in zip((base, target), languages, strict=True)
    )
    return [one.target for one in compare(align(one, other)).findings if one.rule == "untranslated"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("[to be translated]", "[to be translated]"),
        ("(Not yet translated.)", "(Not yet translated.)"),
        ("Translation pending", "Translation pending"),
        ("……", "……"),
        (
            "Nobody, whoever he may be and wherever he may live or work or study, may 在公园内修剪胡须 of the city.",
            "在公园内修剪胡须",
        ),
        ("任何人不得在公园内修剪胡须。", "Article 2 任何人不得在公园内修剪胡须。"),
    ],
)
def test_a_provision_that_is_left_untranslated_is_told(words: str, told: str) -> None:
    assert left(CHINESE, ENGLISH.format(words)) == [told]


@pytest.mark.parametrize(
    "words",
    [
        "Nobody may trim beards in a park.",
        "Nobody may trim beards in a park (公园内修剪胡须).",
        "Nobody may trim beards, which the “理发店管理条例” regulates, in a park of the city or of any other place.",
        "Translated documents are kept in a park.",
    ],
)
def test_a_translation_with_names_in_the_original_is_left_alone(words: str) -> None:
    assert left(CHINESE, ENGLISH.format(words)) == []


def test_a_chinese_translation_is_asked_alike() -> None:
    english = ENGLISH.format("Nobody may trim beards in a park.")
    assert left(english, CHINESE, ("en", "zh")) == []
    stub = CHINESE.replace("任何人不得在公园内修剪胡须", "（待译）")
    assert left(english, stub, ("en", "zh")) == ["（待译）。"]
    mixed = CHINESE.replace("修剪胡须", "修剪胡须或者 sell wigs and dyes to tourists")
    assert left(english, mixed, ("en", "zh")) == ["sell wigs and dyes to tourists"]


@pytest.mark.parametrize("words", ["待译在公园内修剪胡须", "……"])
def test_nothing_is_left_untranslated_in_one_language(words: str) -> None:
    assert left(CHINESE, CHINESE.replace("任何人不得在公园内修剪胡须", words), ("zh", "zh")) == []


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Nobody may trim beards (修剪胡须) in a park.", True),
        ("Barbers read the 《理发店管理条例》 and the “染料标准”.", True),
        ("（2017年8月15日公布）", False),
        ("《理发店管理条例》（2017年）", False),
        ("任何人不得在公园内修剪胡须。", False),
    ],
)
def test_an_english_line_with_chinese_names_is_no_line_of_the_other_language(line: str, kept: bool) -> None:
    document = parse(Source(text=ENGLISH.format(f"Beards grow.\n{line}"), origin="", sha256="", language="en"))
    assert (line in [leaf.text for leaf in document.leaves()]) == kept


def test_words_of_another_language_between_two_texts_of_one_are_not_left_untranslated() -> None:
    quoted = CHINESE.replace("修剪胡须", "悬挂写有 nobody may trim a beard in the park 的牌子")
    assert left(CHINESE, quoted, ("zh", "zh")) == []
    assert left(ENGLISH.format("Nobody may trim."), quoted, ("en", "zh"))
