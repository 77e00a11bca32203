"""A clause without end, as a converter leaves it, is compared in time that grows with its length alone."""

from __future__ import annotations

import time

import pytest

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.comparison.findings.terms.aims import is_aim
from policydiff.comparison.findings.terms.mentions import mentions
from policydiff.model import Source
from policydiff.parsing import parse

LENGTH = 24_000  # characters: seconds where time grows with the square


@pytest.mark.parametrize("words", ["由部门", "第九条", "每月三次", "由部门应当"])
def test_a_clause_that_repeats_itself_is_compared_in_a_moment(words: str) -> None:
    texts = ("蓄须者应当每月修剪胡须。", f"蓄须者应当{words * (LENGTH // len(words))}每月修剪胡须。")
    pairing = align(*(parse(Source(text=f"第一条 {text}", origin="", sha256="", language="zh")) for text in texts))
    began = time.process_time()
    compare(pairing)
    assert time.process_time() - began < 2


def test_who_acts_is_found_in_a_long_clause_in_a_moment() -> None:
    clause = "人民政府负责地震工作的部门" * (LENGTH // 4)
    began = time.process_time()
    assert mentions(clause)
    assert time.process_time() - began < 2


def test_an_aim_is_found_in_a_long_clause_in_a_moment() -> None:
    began = time.process_time()
    assert is_aim("为加强" * LENGTH)
    assert time.process_time() - began < 2


def test_an_aim_at_the_end_of_a_long_clause_is_one() -> None:
    assert is_aim(f"{'蓄须' * 100}为更好地加强胡须管理")
    assert not is_aim(f"{'蓄须' * 100}行为加强胡须管理")
    assert not is_aim(f"为加强{'胡须' * 100}")
