"""Times building and searching an index of real laws, on every engine, beside what a user would pick instead.

    python -m bench.search                      10,000 provisions: a minute
    python -m bench.search --provisions 150000
    python -m bench.search --plain              and SQLite's FTS5, on bigrams
    python -m bench.search --cluster            and OpenSearch, on the cluster that OPENSEARCH_URL names

Questions are drawn from the laws themselves: two words of one provision, and 14 characters as they stand there. Before
a time is reported its answers are checked: each engine gives the same hits as the first, and a passage is found in just
the provisions in which a plain look through all of them finds it. Times are processor time, in this process; those of
a cluster are by the clock, as it does its work elsewhere.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from typing import Any

from bench.laws import SEED, laws_in, table, with_laws

from policydiff.errors import PolicydiffError
from policydiff.ingest import read
from policydiff.library import ENGINES, OPENSEARCH, WHOOSH, EngineName, Entry
from policydiff.model import Document
from policydiff.parsing import parse
from policydiff.search import Outside, answer, opened, segment, settled, write_segments
from policydiff.search.tokens import unit_texts
from policydiff.words import words

Shelf = list[tuple[Entry, Document]]

OUTSIDE = Outside(name="policydiff-bench", mark="0" * 16)  # of the index on a cluster; the next run takes its place
GROUP = 64  # documents to a segment, as in a build of some thousand


def main() -> int:
    """Print the table; 1 where an answer is wrong."""
    parser = with_laws(__doc__ or "")
    parser.add_argument("--provisions", type=int, default=10_000)
    parser.add_argument("--questions", type=int, default=200, help="of each kind")
    parser.add_argument("--plain", action="store_true", help="SQLite's FTS5 too")
    parser.add_argument("--cluster", action="store_true", help="OpenSearch too")
    args = parser.parse_args()
    shelf = shelved(args.laws, args.provisions)
    texts = [leaf.text for _, document in shelf for leaf in document.leaves()]
    asked = questions(texts, args.questions)
    rows = [("engine", "index, CPU s", *(f"{kind}, ms median / p95" for kind in asked))]
    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, list[Any]] = {}
        for engine in ENGINES if args.cluster else (one for one in ENGINES if one != OPENSEARCH):
            built = timed(lambda engine=engine: build(Path(folder) / engine, shelf, engine), engine)  # type: ignore[misc]
            times, found[engine] = ask(Path(folder) / engine, asked, engine)
            rows.append((engine, f"{built:.1f}", *times))
        if args.plain:
            rows.append(plain(texts, asked))
    print(f"{len(texts)} provisions with words of their own in {len(shelf)} documents\n\n{table(rows)}")
    wrong = [engine for engine in found if found[engine] != found[WHOOSH]]
    wrong += astray(texts, asked["passage"], found[WHOOSH][len(asked["two words"]) :])
    for one in wrong:
        print(f"WRONG: {one}")
    return bool(wrong)


def shelved(folder: Path, provisions: int) -> Shelf:
    """As many laws as have so many provisions, in the drawn order, and once more where there are too few."""
    paths = laws_in(folder)
    Random(SEED).shuffle(paths)
    out: Shelf = []
    held = 0
    for path in paths:
        try:
            document = parse(read(path, "zh"), id=f"law-{len(out)}", title=path.stem)
        except PolicydiffError:
            continue
        out.append((Entry(id=document.id, path=path, language="zh", title=path.stem, kind="central"), document))
        held += len(document.leaves())
        if held >= provisions:
            return out
    return out and list(islice(again(out, held, provisions), 100_000))


def again(shelf: Shelf, held: int, provisions: int) -> Iterator[tuple[Entry, Document]]:
    """The laws, and copies of them under other ids until there are so many provisions."""
    yield from shelf
    while held < provisions:
        for entry, document in shelf:
            copy = f"{entry.id}-{held}"
            yield replace(entry, id=copy), replace(document, id=copy)
            held += len(document.leaves())
            if held >= provisions:
                return


def questions(texts: Sequence[str], count: int) -> dict[str, list[str]]:
    """Two words of one provision, and 14 characters that stand in one."""
    drawn = Random(SEED)
    made: dict[str, list[str]] = {"two words": [], "passage": []}
    while len(made["two words"]) < count:
        text = drawn.choice(texts)
        telling = [word for word in words(text) if len(word) > 1 and word.isalpha()]
        if len(telling) > 3:
            made["two words"].append(" ".join(drawn.sample(telling, 2)))
    while len(made["passage"]) < count:
        text = drawn.choice(texts)
        if len(text) > 20:
            start = drawn.randrange(len(text) - 14)
            made["passage"].append(text[start : start + 14])
    return made


def build(folder: Path, shelf: Shelf, engine: EngineName) -> None:
    """The index, as a build makes it."""
    groups = (shelf[start : start + GROUP] for start in range(0, len(shelf), GROUP))
    write_segments(folder, [segment(group, engine) for group in groups], engine, OUTSIDE)
    settled(folder)


def ask(folder: Path, asked: dict[str, list[str]], engine: str) -> tuple[list[str], list[Any]]:
    """The times of the questions, put to an index that is open, and the answers."""
    found: list[Any] = []
    times = []
    with opened(folder) as index:
        answer(index, "网络安全责任")  # the dictionary is loaded by the first question
        for kind in asked.values():
            asking = [lambda one=one: found.append(answer(index, one)) for one in kind]
            times.append(spread([timed(one, engine) for one in asking]))
    return times, found


def astray(texts: Sequence[str], passages: Sequence[str], found: Sequence[Any]) -> Iterator[str]:
    """The first passages whose exact hits are too few: each provision that has the passage is an answer."""
    laid = [" ".join(unit_texts(text)) for text in texts]
    for passage, results in islice(zip(passages, found, strict=True), 20):
        asked = " ".join(unit_texts(passage))
        if results.total < sum(f" {asked} " in f" {text} " for text in laid):
            yield passage


def plain(texts: Sequence[str], asked: dict[str, list[str]]) -> tuple[str, ...]:
    """The row of SQLite's FTS5 over every two neighbouring characters, the best 20 by its own BM25."""

    def bigrams(text: str) -> str:
        return " ".join("".join(pair) for pair in pairwise(unit_texts(text)))

    base = sqlite3.connect(":memory:")
    base.execute("create virtual table provisions using fts5(words, tokenize='unicode61')")
    rows = ((bigrams(text),) for text in texts)
    built = timed(lambda: base.executemany("insert into provisions values (?)", rows))
    select = "select rowid from provisions where provisions match ? order by rank limit 20"
    times = []
    for kind in asked.values():
        queries = [" ".join(f'"{bigrams(run)}"' for run in question.split()) for question in kind]
        times.append(spread([timed(lambda one=one: base.execute(select, (one,)).fetchall()) for one in queries]))  # type: ignore[misc]
    return "SQLite FTS5, bigrams", f"{built:.1f}", *times


def timed(work: Callable[[], object], engine: str = "") -> float:
    """The seconds of processor time that some work takes; by the clock where others do it."""
    clock = time.perf_counter if engine == OPENSEARCH else time.process_time
    started = clock()
    work()
    return clock() - started


def spread(seconds: list[float]) -> str:
    """The median and what 95 of 100 stay below, in milliseconds."""
    ordered = sorted(1000 * one for one in seconds)
    return f"{statistics.median(ordered):.1f} / {ordered[int(0.95 * len(ordered))]:.1f}"


if __name__ == "__main__":
    sys.exit(main())
