"""Cutting texts into words."""

from __future__ import annotations

import sys
from math import exp
from pathlib import Path
from typing import Any

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff import words as module
from policydiff.words import _Words, search_words, words


@given(st.text(max_size=80))
def test_every_character_is_in_exactly_one_word(text: str) -> None:
    assert "".join(words(text)) == text


@given(st.text(alphabet="蓄须者应当每月修剪胡须一次，。网络安全责任制 abc12", max_size=60))
def test_every_chinese_character_is_in_exactly_one_word(text: str) -> None:
    assert "".join(words(text)) == text


def test_words_inside_longer_words_can_be_searched() -> None:
    assert {"责任", "责任制"} <= set(search_words("落实责任制"))


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
