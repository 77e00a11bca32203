"""How fast, and how surely, provisions are traced through a folder of real laws.

    python -m bench.tracing                    all laws, five minutes
    python -m bench.tracing --seconds 60       so many of them as a minute is enough for

Local rules are those whose title begins with a place, all others are national. What is measured:

    one rule      the best national article for each of a rule's, against rapidfuzz over everything
    candidates    whether the best match is among them, where one is at least 0.6 like; stock clauses are set apart
    all           every local article against every national one, and how the time grows with the library
    implements    which rule 《X》办法 implements, its citations hidden

An answer is checked before its time is told: the best match found must be as good as the best there is. Seconds are
those of one core at work, so that other programs on the machine do not count.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from math import log
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from bench.laws import RESULTS, SEED, arguments, plan, program, table
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from policydiff.errors import PolicydiffError
from policydiff.ingest import read
from policydiff.library import Entry
from policydiff.library.describe import title_key
from policydiff.library.editions import Editions
from policydiff.model import Document, Source
from policydiff.parsing import parse
from policydiff.tracing import Collection, Holding, collected
from policydiff.tracing import read as read_collection
from policydiff.tracing import write as write_collection
from policydiff.tracing.candidates import CANDIDATES
from policydiff.tracing.index import Index, indexed
from policydiff.tracing.votes import Votes

LIKE = 60.0  # of 100: from this likeness a match is one
REACH_FASTER, REACH_FOUND, REACH_SECONDS, REACH_GIGABYTES, REACH_GROWTH, REACH_FIRST = 40, 0.98, 45, 2.5, 1.4, 0.98
_SHARES = (1 / 8, 1 / 4, 1 / 2, 1)
_RULES, _ARTICLES = 8, 1000
_LAWS_A_SECOND = 8
_ENOUGH = 30_000  # national articles: with fewer, hardly a fragment is so frequent that it is left out
_FROM_TITLE = re.compile(r"(?:实施|施行|贯彻|执行|落实)《")

Figures = dict[str, Any]


def main() -> int:
    """Print the figures; the exit code tells whether all that is asked for is reached."""
    options = arguments(__doc__ or "")
    options.add_argument("--all-of", type=Path, help=argparse.SUPPRESS)
    args = options.parse_args()
    if args.all_of:
        print(json.dumps(_all(args.all_of)))
        return 0
    if args.seconds and not args.sample:
        args.sample = int(args.seconds * _LAWS_A_SECOND)
    laws = plan(args, "tracing").laws
    folder = RESULTS / f"tracing-{program()}-{hashlib.sha256(repr(laws).encode()).hexdigest()[:8]}"
    collection = read_collection(folder) or _made(laws, folder)
    local, national = (
        [n for n in range(len(collection.texts)) if _is_local(collection, n) == wanted and not collection.stock[n]]
        for wanted in (True, False)
    )
    texts = [collection.texts[n] for n in national]
    index = indexed(texts, ["zh"] * len(texts))
    figures = {
        "laws": len(collection.holdings),
        "local": len(local),
        "national": len(national),
        **_one_rule(collection, index, texts),
        **_candidates(collection, local, index, texts),
        **_in_its_own_process(folder),
        **_implements(collection),
    }
    print(json.dumps(figures, ensure_ascii=False) if args.format == "json" else _table(figures))
    return 0 if _reached(figures) else 1


def _made(laws: Sequence[Path], folder: Path) -> Collection:
    """The laws as a library, kept for the next run of the same program."""
    entries = [
        Entry(id=f"law-{n}", path=path, language="zh", title="", kind="central") for n, path in enumerate(sorted(laws))
    ]
    made = collected(entries, _document)
    kinds = [replace(one, kind="local" if _local_title(one.title) else "central") for one in made.holdings]
    made = replace(made, holdings=tuple(kinds))
    write_collection(folder, made)
    return made


def _document(entry: Entry) -> Document | None:
    try:
        return parse(read(entry.path, "zh"), id=entry.id)
    except PolicydiffError:
        return None


def _local_title(title: str) -> bool:
    return re.match(r"[\u4e00-\u9fff]{1,8}?(?:省|市|自治区|自治州|县)(?!场|政|容|民)", title) is not None


def _is_local(collection: Collection, number: int) -> bool:
    return collection.holding(number).kind == "local"


# -------------------------------------------------------------------------------------------- one rule


def _one_rule(collection: Collection, index: Index, texts: Sequence[str]) -> Figures:
    """Seconds for the best match of every article of a rule: rapidfuzz over all, and over candidates."""
    rules = [holding for holding in collection.holdings if holding.kind == "local" and 30 <= holding.provisions <= 70]
    Random(SEED).shuffle(rules)
    everything = candidates = 0.0
    right = matches = 0
    for rule in rules[:_RULES]:
        span = range(rule.first, rule.first + rule.provisions)
        own = [collection.texts[n] for n in span if not collection.stock[n]]
        started = time.process_time()
        best = process.cdist(own, texts, scorer=fuzz.ratio, workers=1).max(axis=1)
        everything += time.process_time() - started
        started = time.process_time()
        found = _best_of_candidates(own, index, texts)
        candidates += time.process_time() - started
        like = best >= LIKE
        matches += int(like.sum())
        right += int((found[like] >= best[like] - 1e-3).sum())
    done = min(len(rules), _RULES) or 1
    return {
        "one_rule_rapidfuzz": round(everything / done, 3),
        "one_rule": round(candidates / done, 4),
        "one_rule_right": [right, matches],
    }


def _best_of_candidates(own: Sequence[str], index: Index, texts: Sequence[str]) -> NDArray[np.float64]:
    near = index.near(own, "zh", CANDIDATES)
    return np.array(
        [
            max((fuzz.ratio(text, texts[n]) for n in near.candidate[near.of(place)].tolist()), default=0.0)
            for place, text in enumerate(own)
        ]
    )


# ------------------------------------------------------------------------------------------ candidates


def _candidates(collection: Collection, local: Sequence[int], index: Index, texts: Sequence[str]) -> Figures:
    """Of the articles that have a match at all, for how many the best one is among the candidates."""
    drawn = list(local)
    Random(SEED).shuffle(drawn)
    own = [collection.texts[n] for n in drawn[:_ARTICLES]]
    right = matches = 0
    for at in range(0, len(own), 200):
        part = own[at : at + 200]
        best = process.cdist(part, texts, scorer=fuzz.ratio, score_cutoff=LIKE, workers=-1).max(axis=1)
        found = _best_of_candidates(part, index, texts)
        like = best >= LIKE
        matches += int(like.sum())
        right += int((found[like] >= best[like] - 1e-3).sum())
    return {"found": [right, matches]}


# ------------------------------------------------------------------------------------------------- all


def _in_its_own_process(folder: Path) -> Figures:
    """Every local article against every national one, in a process whose memory is its own."""
    command = [sys.executable, "-m", "bench.tracing", "--all-of", str(folder)]
    made: Figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return made


def _all(folder: Path) -> Figures:
    """Seconds and gigabytes for all articles, and the exponent with which the seconds grow."""
    collection = read_collection(folder)
    assert collection
    numbers = range(len(collection.texts))
    texts = [[collection.texts[n] for n in numbers if _is_local(collection, n) == own] for own in (True, False)]
    for side in texts:
        Random(SEED).shuffle(side)
    seconds = [_against(*([*side[: int(len(side) * share)]] for side in texts)) for share in _SHARES]
    everything = [*texts[0], *texts[1]]
    whole = _against(everything, everything)
    growth = np.polyfit([log(share) for share in _SHARES], [log(one) for one in seconds], 1)[0]
    return {
        "all_seconds": [round(one, 2) for one in seconds],
        "all_growth": round(float(growth), 2),
        "whole_seconds": round(whole, 2),
        "whole": len(everything),
        "gigabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 2),
    }


def _against(local: Sequence[str], national: Sequence[str]) -> float:
    """Seconds to index the one and to find candidates for each of the other."""
    started = time.process_time()
    index = indexed(national, ["zh"] * len(national))
    for at in range(0, len(local), 4000):
        index.near(local[at : at + 4000], "zh", CANDIDATES)
    return time.process_time() - started


# ------------------------------------------------------------------------------------------ implements


def _implements(collection: Collection) -> Figures:
    """For how many rules the words alone put first what they implement: X of those whose titles say 实施《X》, one of
    their grounds of those that name some in their first articles."""
    votes = Votes(collection, Editions(collection.holdings))
    national = {holding.key for holding in collection.holdings if holding.kind == "central"}
    right: dict[bool, list[int]] = {True: [0, 0], False: [0, 0]}
    taken = 0.0
    for rule in collection.holdings:
        by_title = _FROM_TITLE.search(rule.title) is not None
        bases = [title_key(title) for title in rule.bases]
        wanted = {key for key in (bases[:1] if by_title else bases) if key in national}
        if rule.kind != "local" or not wanted:
            continue
        texts = [unit.text for unit in collection.units(rule) if not unit.stock]
        started = time.process_time()
        found = votes.ranked(texts, _titled(rule))
        taken += time.process_time() - started
        right[by_title][0] += bool(found) and found[0].key in wanted
        right[by_title][1] += 1
    rules = right[True][1] + right[False][1]
    return {"implements": right[True], "grounds": right[False], "implements_seconds": round(taken / (rules or 1), 4)}


def _titled(rule: Holding) -> Document:
    """A document of which nothing is known but its title and its language."""
    source = Source(text="", origin="", sha256="", language=rule.language)
    return Document(id=rule.id, title=rule.title, language=rule.language, source=source, provisions=())


# --------------------------------------------------------------------------------------------- telling


def _reached(figures: Figures) -> bool:
    """Whether what is asked for is reached; of a sample, whose shares and growth say little and in which a look through
    everything is quick, what takes time and memory alone."""
    bounded: bool = figures["all_seconds"][-1] <= REACH_SECONDS and figures["gigabytes"] <= REACH_GIGABYTES
    if figures["national"] < _ENOUGH:
        return bounded
    return (
        bounded
        and figures["one_rule_rapidfuzz"] >= REACH_FASTER * figures["one_rule"]
        and _share(figures["one_rule_right"]) >= REACH_FOUND
        and _share(figures["found"]) >= REACH_FOUND
        and float(figures["all_growth"]) <= REACH_GROWTH
        and _share(figures["implements"]) >= REACH_FIRST
    )


def _share(found: Sequence[int]) -> float:
    return found[0] / found[1] if found[1] else 1.0


def _table(figures: Figures) -> str:
    of = f"{figures['local']:,} × {figures['national']:,}"
    faster = figures["one_rule_rapidfuzz"] / figures["one_rule"]
    right, found, first = ("{} of {}".format(*figures[key]) for key in ("one_rule_right", "found", "implements"))
    return table(
        [
            ("work", "measured", "reach"),
            ("laws; articles, local × national", f"{figures['laws']}; {of}", ""),
            ("one rule, rapidfuzz over everything", f"{figures['one_rule_rapidfuzz']:.2f} s", ""),
            ("one rule, candidates", f"{figures['one_rule'] * 1000:.0f} ms, {faster:.0f}×", f"{REACH_FASTER}×"),
            ("… the same best match", right, ""),
            ("best match among the candidates", found, f"{REACH_FOUND:.0%}"),
            ("every local article", f"{figures['all_seconds'][-1]:.1f} s", f"{REACH_SECONDS} s"),
            ("… ⅛, ¼, ½ of both sides", " / ".join(f"{one:.2f}" for one in figures["all_seconds"][:-1]) + " s", ""),
            ("… growth exponent", f"{figures['all_growth']}", f"{REACH_GROWTH}"),
            (f"every article against every one ({figures['whole']:,})", f"{figures['whole_seconds']:.1f} s", ""),
            ("… memory", f"{figures['gigabytes']} GB", f"{REACH_GIGABYTES} GB"),
            ("what a rule implements, citations hidden", f"{first} first", f"{REACH_FIRST:.0%}"),
            ("one of its grounds, where it names some", "{} of {} first".format(*figures["grounds"]), ""),
            ("… time", f"{figures['implements_seconds'] * 1000:.0f} ms", ""),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
