"""How long one pair of rules takes in memory, and one document from its bytes, beside what a user would pick instead.

    python -m bench.pair

The pairs are those of tests/quality/laws, of which readers know what belongs together: plain means are judged by the
same readings, at the threshold that suits them best on these very pairs. Processor time, the least of several runs; a
comparison is made twice and must come out the same. What is kept of texts for a while (their words, their clauses) is
there in all runs but the first: what the first takes, with the tables loaded, is told beside.
"""

from __future__ import annotations

import difflib
import gc
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from statistics import mean

import numpy as np
from bench.laws import ROOT, with_laws
from rapidfuzz import fuzz, process

from policydiff.alignment import align
from policydiff.cli.group import RINGS
from policydiff.comparison import compare
from policydiff.comparison.clauses import bags, cutting
from policydiff.errors import PolicydiffError
from policydiff.evaluation import Gold, read
from policydiff.evaluation.evaluate import source
from policydiff.evaluation.places import words
from policydiff.evaluation.scoring import score
from policydiff.ingest import read as read_file
from policydiff.model import Comparison, Document, Edit
from policydiff.parsing import parse
from policydiff.redline import edits, with_moves

THRESHOLDS = range(30, 90, 2)
_ARTICLE = re.compile(r"^[ \t\u3000#*]*第[〇零一二三四五六七八九十百千]{1,7}条", re.MULTILINE)

Ratios = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What readers made of two laws, the laws, and the words of their articles."""

    gold: Gold
    files: tuple[Path, Path]
    documents: tuple[Document, Document]
    texts: tuple[list[str], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of one pair: seconds, and how often right (F1 of links)."""

    articles: tuple[int, int]
    aligned: float
    redlined: float
    redlined_first: float
    compared: float
    compared_first: float
    cdist: float
    difflib: float
    read: float
    split: float
    f1: float


def pairs(laws: Path) -> Iterator[Pair]:
    """Those whose texts are in the folder, unchanged."""
    for path in sorted((ROOT / "tests" / "quality" / "laws").glob("*.json")):
        gold = read(path)
        if gold.held_out:
            continue
        sides = gold.base, gold.target
        try:
            sources = source(sides[0], laws, laws), source(sides[1], laws, laws)
        except PolicydiffError as error:
            print(f"passed over: {error}", file=sys.stderr)
            continue
        base, target = ([words(unit, one) for unit in side.units] for side, one in zip(sides, sources, strict=True))
        yield Pair(
            gold=gold,
            files=(laws / gold.base.file, laws / gold.target.file),
            documents=(parse(sources[0]), parse(sources[1])),
            texts=(base, target),
        )


def seconds(work: Callable[[], object], runs: int, before: Callable[[], object] = lambda: None) -> float:
    """The least processor time of several runs; what is done `before` each does not count."""

    def once() -> float:
        before()
        started = time.process_time()
        work()
        return time.process_time() - started

    return min(once() for _ in range(runs))


def measured(pair: Pair, runs: int) -> Figures:
    """The least times of so many runs of everything, and how often the comparison is right."""
    comparison, again = compared(pair), compared(pair)
    if comparison != again:
        raise SystemExit(f"{pair.files[1].name}: compared twice, it comes out in two ways")
    return Figures(
        articles=(len(pair.texts[0]), len(pair.texts[1])),
        aligned=seconds(lambda: align(*pair.documents), runs),
        redlined=seconds(lambda: redlined(pair), runs),
        redlined_first=seconds(lambda: redlined(pair), runs, before=forget),
        compared=seconds(lambda: compared(pair), runs),
        compared_first=seconds(lambda: compared(pair), runs, before=forget),
        cdist=seconds(lambda: ratios(pair), runs),
        difflib=seconds(lambda: by_difflib(*pair.texts), 1),
        read=seconds(lambda: [parse(read_file(path)) for path in pair.files], runs) / 2,
        split=seconds(lambda: [_ARTICLE.split(path.read_bytes().decode()) for path in pair.files], runs) / 2,
        f1=score(pair.gold, comparison).f1,
    )


def compared(pair: Pair) -> Comparison:
    """With redlines and findings."""
    return compare(align(*pair.documents))


def redlined(pair: Pair) -> list[tuple[Edit, ...]]:
    """Aligned, with the redline of each row of two sides and no findings."""
    alignment = align(*pair.documents)
    texts = [{leaf.eid: leaf.text for leaf in side.leaves()} for side in (alignment.base, alignment.target)]
    rows = [link for link in alignment.links if link.base and link.target]
    old = ["\n".join(texts[0][eid] for eid in row.base) for row in rows]
    new = ["\n".join(texts[1][eid] for eid in row.target) for row in rows]
    return [with_moves(edits(*sides)) for sides in zip(old, new, strict=True)]


def forget() -> None:
    """Nothing is kept of texts that were met; tables, which have no bound, stay."""
    for kept in _bounded():
        kept.cache_clear()
    bags._KEPT.clear()
    cutting._KEPT.clear()


@cache
def _bounded() -> list[_lru_cache_wrapper[object]]:
    """What keeps so much at most; found once, when all of the program has been at work."""
    found = (one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper))
    return [one for one in found if one.cache_info().maxsize is not None]


def ratios(pair: Pair) -> Ratios:
    """How alike all articles are to all, by rapidfuzz."""
    return process.cdist(*pair.texts, scorer=fuzz.ratio, workers=1)


def by_difflib(base: Sequence[str], target: Sequence[str]) -> list[list[float]]:
    """The same by the standard library."""
    return [[difflib.SequenceMatcher(None, ours, theirs).ratio() for theirs in target] for ours in base]


def best_of_cdist(found: Sequence[Pair]) -> float:
    """The mean F1 of articles that are each other's most alike, at the threshold that suits these pairs best."""
    return max(mean(_mutual_best(pair, ratios(pair), least) for pair in found) for least in THRESHOLDS)


def _mutual_best(pair: Pair, alike: Ratios, least: int) -> float:
    best = (alike == alike.max(axis=1, keepdims=True)) & (alike == alike.max(axis=0, keepdims=True)) & (alike >= least)
    ids = [[unit.id for unit in side.units] for side in (pair.gold.base, pair.gold.target)]
    made = {(ids[0][i], ids[1][j]) for i, j in np.argwhere(best)} - set(pair.gold.optional)
    linked = {(b, t) for link in pair.gold.links for b in link.base for t in link.target}
    return 2 * len(made & linked) / (len(made) + len(linked))


def summary(found: Sequence[Figures], plain: float) -> dict[str, float]:
    """Means over the pairs; ratios of the sums."""

    def total(name: str) -> float:
        return float(sum(getattr(one, name) for one in found))

    return {
        "pairs": len(found),
        "articles of a base, of a target": round(mean(one.articles[0] for one in found)),
        "read and parse a document, ms": round(total("read") / len(found) * 1000, 2),
        "times reading, decoding and splitting alone": round(total("read") / total("split"), 1),
        "align a pair, ms": round(total("aligned") / len(found) * 1000, 1),
        "align and redline, ms": round(total("redlined") / len(found) * 1000, 1),
        "align and redline the first time, ms": round(total("redlined_first") / len(found) * 1000, 1),
        "align, redline and find, ms": round(total("compared") / len(found) * 1000, 1),
        "align, redline and find the first time, ms": round(total("compared_first") / len(found) * 1000, 1),
        "cdist alone, ms": round(total("cdist") / len(found) * 1000, 2),
        "difflib alone, ms": round(total("difflib") / len(found) * 1000, 1),
        "align, times cdist": round(total("aligned") / total("cdist"), 1),
        "align, difflib's time in its": round(total("difflib") / total("aligned"), 2),
        "align and redline, times cdist": round(total("redlined") / total("cdist"), 1),
        "align and redline, difflib's time in its": round(total("difflib") / total("redlined"), 2),
        "F1 of links": round(mean(one.f1 for one in found), 3),
        "F1 of cdist's mutual best": round(plain, 3),
    }


def main() -> int:
    """Measure and print; 1 where the plain means are as often right."""
    parser = with_laws(__doc__ or "")
    parser.add_argument("--runs", type=int, default=12, help="of which the least time counts")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    args = parser.parse_args()
    gc.set_threshold(RINGS)  # as a command does
    found = list(pairs(args.laws))
    if not found:
        print(f"{args.laws}: no law of tests/quality/laws is here. Name a folder with --laws.", file=sys.stderr)
        return 2
    figures = summary([measured(pair, args.runs) for pair in found], best_of_cdist(found))
    if args.format == "json":
        print(json.dumps(figures, indent=1))
    else:
        print("\n".join(f"{name:46} {value}" for name, value in figures.items()))
    return 0 if figures["F1 of links"] > figures["F1 of cdist's mutual best"] else 1


if __name__ == "__main__":
    sys.exit(main())
