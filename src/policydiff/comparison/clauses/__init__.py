"""The clauses of a row's two sides, and which of them say the same thing.

    base    各单位应当每年报告 ‖ 并及时整改          target    街道每年报告一次
            └─────────────── paired ──────────────────────────┘
                                 └── gone

    base    归侨的财产受法律保护                     target    归侨联合会的财产 ‖ 受法律保护
            └─────────────── paired with both, as one ────────┘

    bags        what a text says, run of characters by run     bags.py
    cutting     a text → its clauses                           cutting.py
    kinds       when a clause sets a case, excepts, …          kinds.py
    likeness    how alike clauses are                          likeness.py
    pairing     two sides' clauses → pairs, gone and new       pairing.py

A clause is what stands between two marks of punctuation other than 、. Two clauses are paired by the runs of
characters they share, weighed by how much a run says (policydiff.alignment.weights), and by their meaning; a lone
neighbour joins its clause where the partner says it as well. A clause that has no partner but whose words are held by
a clause of the other side is neither gone nor new.
"""

from __future__ import annotations

from policydiff.comparison.clauses.bags import Bag, bag, in_common, share_of_shorter, share_said, shared
from policydiff.comparison.clauses.cutting import Clause, clauses, clauses_of, cover, sentence_around, together
from policydiff.comparison.clauses.kinds import (
    CONDITION,
    EXCEPTION,
    PROVISO,
    have_one_opening,
    is_exception,
    sets_the_case,
)
from policydiff.comparison.clauses.likeness import Held, Likeness, alike, comes_near, most_alike
from policydiff.comparison.clauses.pairing import ClausePairs, are_counterparts, pair_clauses

__all__ = [
    "CONDITION",
    "EXCEPTION",
    "PROVISO",
    "Bag",
    "Clause",
    "ClausePairs",
    "Held",
    "Likeness",
    "alike",
    "are_counterparts",
    "bag",
    "clauses",
    "clauses_of",
    "comes_near",
    "cover",
    "have_one_opening",
    "in_common",
    "is_exception",
    "most_alike",
    "pair_clauses",
    "sentence_around",
    "sets_the_case",
    "share_of_shorter",
    "share_said",
    "shared",
    "together",
]
