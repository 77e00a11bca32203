"""A document's citations of its own articles are followed through the alignment."""

from __future__ import annotations

import pytest

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.comparison.findings.terms.citations import cited_words, own_articles
from policydiff.model import Finding, Source
from policydiff.parsing import parse

CENTRAL = """第一条 为了管理胡须，制定本办法。
第二条 蓄须者应当每月修剪胡须一次。
第三条 理发店应当每日清扫店堂地面。
第四条 违反本办法第三条规定的，由胡须管理部门处五十元罚款。
"""
LOCAL = """第一条 为了管理胡须，制定本细则。
第二条 本镇设胡须节，每年三月举办。
第三条 蓄须者应当每月修剪胡须一次。
第四条 理发店应当每日清扫店堂地面。
第五条 违反本细则{cited}规定的，由镇胡须办处五十元罚款。
"""


def findings(base: str, target: str) -> list[Finding]:
    documents = [parse(Source(text=text, origin="rule.txt", sha256="", language="zh")) for text in (base, target)]
    found = [finding for row in compare(align(*documents)).rows for finding in row.findings]
    return [finding for finding in found if finding.type == "reference"]


def test_a_number_that_follows_its_article_is_right() -> None:
    assert findings(CENTRAL, LOCAL.format(cited="第四条")) == []


def test_a_number_left_over_from_before_an_article_was_inserted_is_told() -> None:
    (found,) = findings(CENTRAL, LOCAL.format(cited="第三条"))
    assert (found.rule, found.base, found.target) == ("citation", "本办法第三条", "本细则第三条")


def test_a_copy_that_is_only_numbered_anew_has_none() -> None:
    target = LOCAL.format(cited="第三条").replace("本细则", "本办法").replace("镇胡须办", "胡须管理部门")
    assert findings(CENTRAL, target) == []


@pytest.mark.parametrize("cited", ["第二条", "第四条、第二条"])
def test_an_article_without_a_counterpart_may_be_cited(cited: str) -> None:
    assert findings(CENTRAL, LOCAL.format(cited=cited)) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("依照本办法第九条、第九条之一和第十条处罚", ["9", "9-1", "10"]),
        ("依照本实施细则第十五条处罚", ["15"]),
        ("依照本法第一千零六十三条处罚", ["1063"]),
        ("依照理发基本法第九条处罚", []),
        ("依照《理发法》第九条处罚", []),
    ],
)
def test_which_articles_of_its_own_a_text_cites(text: str, numbers: list[str]) -> None:
    assert list(own_articles(text)) == numbers


@pytest.mark.parametrize(
    ("text", "words", "articles"),
    [
        ("违反本办法第九条规定的", "店主应当登记。\n店主应当报告。", frozenset({"9"})),
        ("违反第九条第二款规定的", "店主应当报告。", frozenset({"9"})),
        ("违反《理发法》第九条规定的", "", frozenset()),
        ("违反本办法第十一条规定的", "", frozenset({"11"})),
    ],
)
def test_what_a_text_cites_is_the_words_there_and_the_numbers_of_the_articles(
    text: str, words: str, articles: frozenset[str]
) -> None:
    texts = {"art_9__para_1": "店主应当登记。", "art_9__para_2": "店主应当报告。", "art_10": "店主应当洗手。"}
    assert cited_words(text, texts) == (words, articles)
