"""How far each pair of texts is out of place."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from policydiff.alignment import position
from policydiff.alignment.position import out_of_place


def test_a_pair_is_out_of_place_as_far_as_it_stands_from_its_neighbours_partners() -> None:
    found = out_of_place(np.eye(9, dtype=np.float32))
    assert found.diagonal().max() < found[0, 8]
    assert found[4, 4] < found[4, 6] < found[4, 8]


def test_of_many_anchors_the_same_is_expected_whether_those_of_a_row_are_put_together_or_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw = np.random.default_rng(1)
    matrix = np.where(draw.random((20, 30)) < 0.4, np.float32(0.5), np.float32(0))
    together = out_of_place(matrix)
    monkeypatch.setattr(position, "_CROWD", 1000)
    assert np.allclose(together, out_of_place(matrix), atol=1e-6)


def test_where_each_is_the_best_of_each_no_table_of_anchors_and_places_is_made() -> None:
    matrix = np.ones((100, 100), np.float32)
    tracemalloc.start()
    try:
        out_of_place(matrix)
        assert tracemalloc.get_traced_memory()[1] < 20 * matrix.size * 8
    finally:
        tracemalloc.stop()
