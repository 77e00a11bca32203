"""Folding, skeletons, sentences and words."""

from __future__ import annotations

import sys
from math import exp
from pathlib import Path
from typing import Any

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff import text as module
from policydiff.text import _Words, fold, is_chinese, is_hidden, search_words, sentences, skeleton, words


def test_width_and_case_are_folded() -> None:
    assert fold("ＡＢｃ（１），。") == "abc(1),。"


@pytest.mark.parametrize("char", ["ﬁ", "㎡", "ⅷ", "İ", "ß", "①", "½", "㈠", "ﷺ", "\u0345", "😀", "\U00020000"])
def test_folding_keeps_the_length_where_a_character_would_become_several(char: str) -> None:
    assert len(fold(char)) == len(char) == 1


def test_what_folding_leaves_alone_the_skeleton_still_reads() -> None:
    assert skeleton("ﬁ ㎡ ⅷ") == "fim2viii"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("蓄须者，每月修剪。", "蓄须者,每月修剪"),
        ("（一）修剪；", "(一) 修剪;"),
        ("２０２０年", "2020年"),
        ("修剪\u3000胡须", "修剪胡须"),
        ("修\n剪胡须", "修剪胡须"),
        ("“胡须”", '"胡须"'),
        ("BEARD", "beard"),
    ],
)
def test_texts_of_the_same_words_have_the_same_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("应当", "可以"), ("三日", "五日"), ("m2", "m3"), ("胡须", "胡")])
def test_texts_of_other_words_have_another_skeleton(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_a_text_without_letters_has_an_empty_skeleton() -> None:
    assert skeleton("——，。（）\u3000\0") == ""


def test_chinese_characters_are_told_apart() -> None:
    assert [char for char in "须〇㐀，a1。①" if is_chinese(char)] == ["须", "〇", "㐀"]


def test_clauses_between_semicolons_are_sentences() -> None:
    assert sentences("修剪；梳理。清洗！\n晾干") == ["修剪；", "梳理。", "清洗！", "晾干"]


def test_a_stop_ends_an_english_sentence_only_before_a_blank() -> None:
    assert sentences("Trim 1.5 cm. Comb it; wash it.") == ["Trim 1.5 cm.", "Comb it;", "wash it."]


@given(st.text(max_size=80))
def test_every_character_is_in_exactly_one_word(text: str) -> None:
    assert "".join(words(text)) == text


@given(st.text(alphabet="蓄须者应当每月修剪胡须一次，。网络安全责任制 abc12", max_size=60))
def test_every_chinese_character_is_in_exactly_one_word(text: str) -> None:
    assert "".join(words(text)) == text


def test_words_inside_longer_words_can_be_searched() -> None:
    assert {"责任", "责任制"} <= set(search_words("落实责任制"))


@pytest.mark.parametrize(
    "char", "\x00\x1b\x7f\x9b\u00ad\u061c\u200b\u200d\u202e\u2028\u2066\u3164\ufeff\ufdd0\uffff\ud800\U000e0041"
)
def test_what_would_hide_from_the_reader_is_hidden(char: str) -> None:
    assert is_hidden(char)


@pytest.mark.parametrize("char", "a网，　 \u00a0〇é\u0301😀\U00020000\ufe0f")
def test_what_shows_or_is_a_blank_is_not_hidden(char: str) -> None:
    assert not is_hidden(char)


@pytest.fixture(scope="module")
def whole() -> Any:
    """jieba with all of its dictionary, as it loads it itself."""
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    return tokenizer


@pytest.mark.parametrize("text", ["应当建立健全通报制度", "B超、卡拉OK和T恤", "AT&T的C++", "龘〇", "", "\n\n", "𠀀中"])
def test_words_are_those_of_the_whole_dictionary(text: str, whole: Any) -> None:
    held = _Words()
    assert list(held.cut(text)) == list(whole.cut(text, HMM=False))
    assert len(held.likely) < len(whole.FREQ) / 10


_LAWFUL = st.text(alphabet="中华人民共和国网络安全责任制应当通报的一了，。 aB1+龘", max_size=60)


@given(text=_LAWFUL | st.text(max_size=40))
def test_the_likeliest_words_are_those_that_jieba_finds(text: str, whole: Any) -> None:
    assert words(text) == list(whole.cut(text, HMM=False))
    assert search_words(text) == list(whole.cut_for_search(text, HMM=False))


def test_words_that_were_given_away_may_be_changed() -> None:
    words("修剪胡须").clear()
    assert words("修剪胡须") == ["修剪", "胡须"]


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the dictionary is compiled; nothing is there yet."""
    file = tmp_path / "__pycache__" / "words.dictionary"
    monkeypatch.setattr(module, "_COMPILED", file)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return file


def test_the_compiled_dictionary_has_the_same_words(compiled: Path) -> None:
    plain = module._Plain()
    assert module._Compiled.opened() is None
    module.compile_words()
    made = module._Compiled.opened()
    assert made is not None
    every_fiftieth = module._dictionary().split("\n")[1:-1:50]
    beginnings = {line[:2] for line in every_fiftieth} | {"一二", "囧囧", "\U00020000x", "a "}
    assert len(beginnings) > 1000
    assert all(made(beginning) == plain(beginning) for beginning in beginnings)
    assert list(compiled.parent.iterdir()) == [compiled]


@pytest.mark.parametrize("broken", [b"", b"words", None], ids=["empty", "of something else", "cut short"])
def test_a_compiled_dictionary_that_is_broken_or_of_another_one_is_none(compiled: Path, broken: bytes | None) -> None:
    module.compile_words()
    whole = compiled.read_bytes()
    compiled.write_bytes(whole[:-1] if broken is None else broken)
    assert module._Compiled.opened() is None
    compiled.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
    assert module._Compiled.opened() is None
    module.compile_words()
    assert module._Compiled.opened() is not None


def test_the_whole_dictionary_is_what_jieba_loads(whole: Any) -> None:
    held = _Words()
    held.load_all()
    assert {word for word, likely in held.likely.items() if likely} == {word for word, n in whole.FREQ.items() if n}
    assert held.likely.keys() == whole.FREQ.keys()
    assert round(exp(-held.likely["的"]) * whole.FREQ["的"]) == whole.total
