"""What the texts of two documents have in common."""

from __future__ import annotations

import numpy as np
import pytest

from policydiff.alignment import evidence
from policydiff.alignment.evidence import Common
from policydiff.alignment.holdings import Holdings

BASE = [{0, 1, 4}, {1, 2}, set(), {0, 1, 2, 3}]
TARGET = [{1, 5}, {0, 1, 2}, {3}]


def holdings(texts: list[set[int]]) -> Holdings:
    return Holdings.of(np.array([[n in text for n in range(6)] for text in texts]))


def shared(common: Common, rows: list[int], columns: list[int]) -> list[set[int]]:
    """For each pair the features that both sides of its meetings name."""
    found = common.of_pairs(np.array(rows, np.int64), np.array(columns, np.int64))
    ours, theirs = common.base.feature[found.base], common.target.feature[found.target]
    assert (ours == theirs).all()
    return [set(ours[found.pair == n].tolist()) for n in range(len(rows))]


@pytest.mark.parametrize("bits", [20, 1])
def test_pairs_share_what_both_hold_whether_it_is_kept_or_counted_some_at_a_time(
    bits: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "_AT_ONCE", bits)
    rows, columns = [3, 0, 2, 1], [1, 2, 1, 0]
    common = Common(holdings(BASE), holdings(TARGET), 6)
    assert shared(common, rows, columns) == [BASE[i] & TARGET[j] for i, j in zip(rows, columns, strict=True)]
    assert len(list(common)) == len(list(common)) > (bits == 1)


def test_exchanging_the_sides_exchanges_what_is_shared() -> None:
    common = Common(holdings(BASE), holdings(TARGET), 6)
    assert shared(common.turned(), [1], [3]) == shared(common, [3], [1]) == [{0, 1, 2}]


def test_where_nothing_is_shared_there_is_no_meeting() -> None:
    common = Common(holdings([{0}]), holdings([{1}, set()]), 6)
    assert shared(common, [0, 0], [0, 1]) == [set(), set()]
