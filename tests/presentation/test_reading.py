"""A document as it is read: how provisions are cited one after the other."""

from __future__ import annotations

import pytest

from policydiff.presentation.reading import cited_together


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["第七条第一款", "第七条第二款"], ["第七条第一款", "第二款"]),
        (["第七条第一款第（一）项", "第七条第一款第（三）项"], ["第七条第一款第（一）项", "第（三）项"]),
        (["第七条第一款第（一）项", "第七条第二款"], ["第七条第一款第（一）项", "第二款"]),
        (["第七条第三款", "第八条第二款"], ["第七条第三款", "第八条第二款"]),
        (["第七条", "第八条"], ["第七条", "第八条"]),
        (["第七条之一第一款", "第七条之一第二款"], ["第七条之一第一款", "第二款"]),
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
