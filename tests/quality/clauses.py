"""Of the clauses of changed rows that readers judged one by one, which the tool tells.

    python -m tests.quality.clauses     takes a minute or two; the texts lie below POLICYDIFF_LAWS

clauses.json holds 576 changed rows drawn at random from 116 pairs of a law and a local rule, each read by one reader,
without a word of the texts: which clauses of its two sides answer each other, the `same` in substance or one that
`differs` in something a reviewer should see; and of every other clause whether it is `gone` (or new, and worth telling
of), said `in-part` or in other words, said `elsewhere`, `trivial`, or a mere `frame` of the clauses around it. A clause
is a place in the words of a leaf. It is told where a finding quotes it, by itself or with more.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.quality.gold import HERE, laws

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.evaluation.changes import named, points_at
from policydiff.evaluation.gold import GoldChange
from policydiff.ingest import read
from policydiff.model import Comparison, Document, Finding
from policydiff.parsing import parse

READ = HERE / "clauses.json"
_TELLING = ("gone", "in-part")


def counts(most: int | None = None) -> Counter[tuple[str, bool]]:
    """Of each mark how many clauses, or pairs of clauses, are told and how many are not; of the `findings` of the rows
    that were read, how many point at what a reviewer should see.

    Of the first so many pairs of rules, or of all.
    """
    out: Counter[tuple[str, bool]] = Counter()
    for pair in json.loads(READ.read_text(encoding="utf-8"))[:most]:
        documents = {side: _document(pair[side]) for side in ("base", "target")}
        comparison = compare(align(documents["base"], documents["target"]))
        words = {side: {leaf.eid: leaf.text for leaf in one.leaves()} for side, one in documents.items()}
        for row in pair["rows"]:
            judged = [*_judged(row, words)]
            for (mark, _), told in zip(judged, named(tuple(change for _, change in judged), comparison), strict=True):
                out[mark, told.flagged] += 1
            worth = [change for mark, change in judged if mark in ("differs", *_TELLING)]
            for finding in _findings(comparison, row):
                out["findings", any(points_at(finding, change) for change in worth)] += 1
    return out


def _document(side: dict[str, str]) -> Document:
    source = read(laws() / side["file"], "zh")
    if source.sha256 != side["sha256"]:
        raise SystemExit(f"{side['file']}: this is not the edition that was read")
    return parse(source, id=side["file"])


def _judged(row: dict[str, Any], words: dict[str, dict[str, str]]) -> Iterator[tuple[str, GoldChange]]:
    """What was judged of a row, each as a change."""
    for base, start, end, target, begin, stop, mark in row["pairs"]:
        sides = words["base"][base][start:end], words["target"][target][begin:stop]
        yield mark, GoldChange(type="scope", base=sides[0], target=sides[1])
    for side, eid, start, end, mark in row["alone"]:
        own = words[side][eid][start:end]
        lost, added = (own, "") if side == "base" else ("", own)
        yield mark, GoldChange(type="dropped-duty" if lost else "added-duty", base=lost, target=added)


def _findings(comparison: Comparison, row: dict[str, Any]) -> tuple[Finding, ...]:
    """The findings of a row, if the tool makes it today as it was read."""
    sides = tuple(row["base"]), tuple(row["target"])
    return next((one.findings for one in comparison.rows if (one.link.base, one.link.target) == sides), ())


def main() -> None:
    found = counts()
    for mark in ("gone", "in-part", "differs", "same", "elsewhere", "trivial", "frame", "findings"):
        told, every = found[mark, True], found[mark, True] + found[mark, False]
        print(f"{mark:10} {told:5} of {every:5}  {told / every:.3f}")


if __name__ == "__main__":
    main()
