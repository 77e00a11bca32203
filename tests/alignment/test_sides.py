"""What is known of a document by itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from policydiff.alignment.evidence import Both, Evidence, evidence
from policydiff.alignment.grams import chinese_grams
from policydiff.alignment.sides import Side, side
from policydiff.alignment.weights import rarity
from policydiff.model import Document, Source
from policydiff.parsing import parse

LAW = "第一条 胡须应当每日梳理。\n第二条 剪刀应当消毒；染须的，应当登记。\n第三条 违反本办法第二条规定的，处罚款。\n"
RULE = "第一条 胡须应当每日梳理，不得染色。\n第二条 剪刀用后应当消毒。\n"


def document(text: str) -> Document:
    return parse(Source(text=text, origin="beards.txt", sha256=str(hash(text)), language="zh"), id="beards")


def test_it_is_kept_for_the_next_document_that_one_is_laid_beside() -> None:
    law = document(LAW)
    assert side(law) is side(law)
    assert side(law).wordings is side(law).wordings


def test_the_same_text_read_as_another_document_has_a_side_of_its_own() -> None:
    law = document(LAW)
    assert side(replace(law, title="胡须管理办法")).title == "胡须管理办法"
    assert side(law).title == law.title


def test_it_tells_what_a_document_says_of_itself() -> None:
    known = side(document(LAW))
    assert known.cited == [[], [], [1]]
    assert known.punishes.tolist() == [False, False, True]
    assert known.unit_lengths == [8, 13, 14]


def of_leaves(base: Side, target: Side) -> Evidence:
    """What the words of each pair of leaves say."""
    leaves, units = (base.cut_leaves, target.cut_leaves), (base.cut_units, target.cut_units)
    return evidence(Both.of(base.wordings, target.wordings), leaves, units, "zh")[0]


@pytest.mark.parametrize(("ours", "theirs"), [(LAW, RULE), (RULE, LAW), (LAW, "第一条 船只应当年检。\n")])
def test_what_two_documents_share_weighs_as_if_both_were_read_together(ours: str, theirs: str) -> None:
    base, target = side(document(ours)), side(document(theirs))
    found = of_leaves(base, target)
    runs = [[set(chinese_grams(text).tolist()) for text in one.leaf_texts] for one in (base, target)]
    every = sorted(set[int]().union(*runs[0], *runs[1]))
    held = [np.array([sum(run in text for text in texts) for run in every]) for texts in runs]
    weight = dict(
        zip(every, rarity(np.array(every)) ** 2 / (1 + 0.35 * np.maximum(np.maximum(*held) - 1, 0)), strict=True)
    )
    for i, one in enumerate(runs[0]):
        for j, other in enumerate(runs[1]):
            meetings = found.common.of_pairs(np.array([i]), np.array([j]))
            told = found.weight[found.common.base.feature[meetings.base]].sum()
            assert told == pytest.approx(sum(weight[run] for run in one & other))


def test_words_that_one_document_alone_has_speak_against_a_pair() -> None:
    law = side(document(LAW))
    same, more = side(document("第一条 胡须应当每日梳理。\n")), side(document(RULE))
    assert of_leaves(law, same).matrix[0, 0] > 0.95 > of_leaves(law, more).matrix[0, 0] > 0.3
