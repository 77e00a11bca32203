"""A document as it is read: how provisions are cited one after the other."""

from __future__ import annotations

import pytest

from policydiff.presentation.citing import cited_alone, cited_together


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["第七条第一款", "第七条第二款"], ["第七条第一款", "第二款"]),
        (["第七条第一款第（一）项", "第七条第一款第（三）项"], ["第七条第一款第（一）项", "第（三）项"]),
        (["第七条第一款第（一）项", "第七条第二款"], ["第七条第一款第（一）项", "第二款"]),
        (["第七条第三款", "第八条第二款"], ["第七条第三款", "第八条第二款"]),
        (["第七条", "第八条"], ["第七条", "第八条"]),
        (["第七条之一第一款", "第七条之一第二款"], ["第七条之一第一款", "第二款"]),
        (["第七条之一百零二第一款", "第七条之一百零二第二款"], ["第七条之一百零二第一款", "第二款"]),
        (["第七条第一款", "第七条"], ["第七条第一款", "第七条"]),
        (["第七条第一款", "第七条第一款"], ["第七条第一款", "第七条第一款"]),
        (["三（二）1", "三（二）2"], ["三（二）1", "三（二）2"]),
        (["第七条第一款", "附件", "第七条第二款"], ["第七条第一款", "附件", "第七条第二款"]),
        (["Article 8(2)", "Article 8(3)"], ["Article 8(2)", "Article 8(3)"]),
        ([], []),
    ],
)
def test_what_the_citation_before_names_is_not_said_again(labels: list[str], said: list[str]) -> None:
    assert cited_together(labels) == tuple(said)


def test_a_citation_that_leans_on_the_one_before_is_made_whole_again() -> None:
    whole = ["第七条第一款第（一）项", "第七条第一款第（三）项", "第七条第二款", "第八条第二款", "三（二）1"]
    before, read = "", []
    for label in cited_together(whole):
        before = cited_alone(label, before)
        read.append(before)
    assert read == whole


@pytest.mark.parametrize("label", ["第七条", "第二款", "二（一）", "附件", "art_8", ""])
def test_a_citation_that_leans_on_nothing_stays_as_it_is(label: str) -> None:
    assert cited_alone(label, "") == label
    assert cited_alone(label, "二（三）") == label
