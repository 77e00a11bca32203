"""Provisions as a reviewer names them."""

from __future__ import annotations

import pytest

from policydiff.decisions.places import leaves_named
from policydiff.errors import QueryError
from policydiff.model import Document, Provision, Source


@pytest.fixture
def rule() -> Document:
    def paragraph(article: int, number: int) -> Provision:
        return Provision(eid=f"art_{article}__para_{number}", level="paragraph", text="胡须应当整洁。")

    articles = tuple(
        Provision(eid=f"art_{n}", level="article", num=num, children=(paragraph(n, 1), paragraph(n, 2)))
        for n, num in ((7, "第七条"), (8, "第八条"))
    )
    source = Source(text="", origin="beards.txt", sha256="", language="zh")
    return Document(id="beards", title="胡须办法", language="zh", source=source, provisions=articles)


def test_a_paragraph_after_another_is_of_the_same_article(rule: Document) -> None:
    assert leaves_named(rule, "第七条第一款、第二款") == ("art_7__para_1", "art_7__para_2")
    three = ("art_7__para_1", "art_8__para_1", "art_8__para_2")
    assert leaves_named(rule, "第七条第一款、第八条第一款、第二款") == three


def test_a_paragraph_that_the_article_has_not_is_told_as_it_was_written(rule: Document) -> None:
    with pytest.raises(QueryError, match="第三款"):
        leaves_named(rule, "第七条第一款、第三款")
