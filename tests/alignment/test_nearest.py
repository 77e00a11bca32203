"""What is named as nearest to a provision that stands alone: the evidence of absence."""

from __future__ import annotations

import numpy as np

from policydiff.alignment import align
from policydiff.alignment.evidence import Scores
from policydiff.alignment.leaves import votes_of_leaves
from policydiff.alignment.nearest import candidate_traits, nearest, nearness
from policydiff.alignment.sides import Side, side
from policydiff.alignment.traits import Traits
from policydiff.alignment.weighing import looks
from policydiff.model import Document, Source
from policydiff.parsing import parse

BASE = """理发管理条例
第一条 理发店应当在显著位置张贴收费标准和服务项目。
第二条 审计机关应当将理发业发展专项资金纳入审计范围。
第三条 理发店不得使用过期的染发剂。
"""
TARGET = """某市理发管理办法
第一条 理发店应当张贴收费标准和服务项目，并注明优惠条件。
第二条 理发店有下列行为之一的，处五百元罚款：
（一）在街头叫卖假发的；
（二）门头招牌残破的。
第三条 扶持资金由财政部门列入预算。
"""
ENGLISH = """Rules on Barbers
Article 1 A barber shall post the prices.
Article 2 A barber shall not sell wigs in the street.
"""


def _document(text: str, language: str = "zh") -> Document:
    return parse(Source(text=text, origin="x.txt", sha256="", language="en" if language == "en" else "zh"))


def _sides(base: str, target: str, language: str = "zh") -> tuple[Side, Side]:
    return side(_document(base, language)), side(_document(target, language))


def _near(words: Scores, likely: Scores) -> Scores:
    return nearness(words.astype(np.float32), _traits(*_sides(BASE, TARGET), likely), [])


def _traits(base: Side, target: Side, likely: Scores) -> Traits:
    found = looks(base, target)
    return candidate_traits(base, target, found, likely, votes_of_leaves(base, target, found))


def test_of_words_that_hardly_agree_how_likely_the_articles_belong_together_decides() -> None:
    words = np.array([[0.1, 0, 0, 0, 0.02], [0.1, 0, 0, 0, 0.02], [0.1, 0, 0, 0, 0.02]])
    likely = np.array([[0.01, 0.01, 0.6], [0.6, 0.01, 0.01], [0.01, 0.6, 0.01]])
    near = _near(words, likely)
    assert near[1].argmax() == 0
    assert {int(n) for n in np.argsort(-near[2])[:3]} == {1, 2, 3}


def test_words_that_come_near_stand_before_whatever_is_likely() -> None:
    words = np.zeros((3, 5))
    words[1, 3] = 0.31
    near = _near(words, np.full((3, 3), 0.99))
    assert near[1, 3] == np.float32(0.31)
    assert near[words < 0.3].max() < 0.3


def test_a_clause_that_is_known_by_its_form_is_near_to_nothing_of_another_form() -> None:
    base, target = _sides(f"{BASE}第四条 本条例自2020年1月1日起施行。", f"{TARGET}第四条 本办法自2021年1月1日起施行。")
    near = nearness(np.zeros((4, 6), np.float32), _traits(base, target, np.full((4, 4), 0.9)), [(3, 5)])
    assert near[3].max() == near[:, 5].max() == 0
    assert near[:3, :5].min() > 0


def test_of_english_texts_the_words_tell() -> None:
    words = np.array([[0.2, 0.1], [0.0, 1.5]], np.float32)
    near = nearness(words, None, [])
    assert near.tolist() == [[np.float32(0.2), np.float32(0.1)], [0, 1]]
    other = ENGLISH.replace(
        "A barber shall not sell wigs in the street", "The weather office publishes forecasts daily"
    )
    [gone] = [link for link in align(_document(ENGLISH, "en"), _document(other, "en")).links if not link.target]
    assert [one.eid for one in gone.candidates] == ["art_1__para_1", "art_2__para_1"]  # a barber shall


def test_of_one_article_one_provision_is_named_unless_its_words_come_near() -> None:
    units = side(_document(TARGET)).units
    far = nearest(np.array([0.05, 0.1, 0.2, 0.15, 0.01]), units)
    assert [one.eid for one in far] == ["art_2__para_1__point_1", "art_1__para_1", "art_3__para_1"]
    close = nearest(np.array([0.05, 0.1, 0.4, 0.35, 0.01]), units)
    assert [one.eid for one in close] == ["art_2__para_1__point_1", "art_2__para_1__point_2", "art_1__para_1"]


def test_what_stands_alone_names_the_nearest_of_three_articles_best_first() -> None:
    alone = [link for link in align(_document(BASE), _document(TARGET)).links if not (link.base and link.target)]
    assert alone
    for link in alone:
        scores = [one.score for one in link.candidates]
        assert scores == sorted(scores, reverse=True)
        assert len({one.eid.split("__")[0] for one in link.candidates}) == len(link.candidates) == 3
