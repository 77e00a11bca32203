"""Runs a measurement over a folder of real laws: in a drawn order, two at a time, going on where it stopped.

Every law's result is one line of JSON in bench/results/, named for what was measured and by which program: a run of the
same program on the same laws takes up what is there, a changed program starts anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import policydiff
from policydiff.build.processes import THREADS
from policydiff.errors import PolicydiffError
from policydiff.ingest import markdown, read
from policydiff.model import Document, Source
from policydiff.parsing import parse

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
LAWS = Path(os.environ.get("POLICYDIFF_LAWS", ROOT.parent / "shared" / "laws"))
SEED = "beards"

Result = dict[str, Any]
Measure = Callable[[str, str], Result | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to run: which laws, for how long, and where the lines of results go."""

    laws: tuple[Path, ...]
    folder: Path
    seconds: float
    processes: int
    out: Path


def with_laws(description: str) -> argparse.ArgumentParser:
    """The option of every benchmark on laws: where they are."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--laws", type=Path, default=LAWS, help="folder of laws; $POLICYDIFF_LAWS")
    return parser


def laws_in(folder: Path, suffixes: Sequence[str] = (".md", ".txt")) -> list[Path]:
    """The laws of a folder, by path; ends the program where there are none."""
    laws = sorted(path for end in suffixes for path in folder.rglob(f"*{end}") if path.name != "README.md")
    if not laws:
        named = ", ".join(suffixes)
        print(f"{folder}: no laws here ({named}). Name a folder with --laws or POLICYDIFF_LAWS.", file=sys.stderr)
        sys.exit(2)
    return laws


def arguments(description: str) -> argparse.ArgumentParser:
    """The options of every benchmark that goes through laws one by one."""
    parser = with_laws(description)
    parser.add_argument("--sample", type=int, default=0, help="that many laws, drawn; 0: all")
    parser.add_argument("--seconds", type=float, default=0, help="start no law after that time; 0: no bound")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--failures", type=int, default=0, help="print that many failures of each class")
    return parser


def plan(args: argparse.Namespace, name: str) -> Plan:
    """The laws in the drawn order; ends the program where there are none."""
    folder: Path = args.laws
    laws = laws_in(folder)
    if not Path(policydiff.__file__).is_relative_to(ROOT):
        print(f"{policydiff.__file__}: this is not the policydiff of this checkout. Use its .venv.", file=sys.stderr)
        sys.exit(2)
    Random(SEED).shuffle(laws)
    return Plan(
        laws=tuple(laws[: args.sample or None]),
        folder=folder,
        seconds=args.seconds,
        processes=args.processes,
        out=RESULTS / f"{name}-{program()}.jsonl",
    )


def program() -> str:
    """Changes with the tool and with what makes and judges the copies."""
    digest = hashlib.sha256()
    for folder in ("src/policydiff", "tests/seeded"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("test_"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def run(work: Plan, measure: Measure) -> list[Result]:
    """A result for every law measured, by this run or by an earlier one of the same program.

    Ends the program where its code was changed meanwhile: nobody could say what had been measured.
    """
    before = program()
    known = {result["law"]: result for result in _earlier(work.out)}
    names = {str(path.relative_to(work.folder)): path for path in work.laws}
    left = iter([(name, path) for name, path in names.items() if name not in known])
    found = [known[name] for name in names if name in known]
    until = time.monotonic() + work.seconds if work.seconds else float("inf")
    work.out.parent.mkdir(parents=True, exist_ok=True)
    os.environ.update(dict.fromkeys(THREADS, "1"))  # one thread a process; a spawned one loads numpy after this
    with (
        work.out.open("a", encoding="utf-8") as lines,
        ProcessPoolExecutor(work.processes, mp_context=get_context("spawn")) as pool,
    ):
        for result in _measured(pool, left, measure, until, work.processes):
            lines.write(json.dumps(result, ensure_ascii=False) + "\n")
            lines.flush()
            found.append(result)
            if sys.stderr.isatty() or len(found) % 50 == 0:
                print(f"{len(found)} of {len(names)} laws", end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr)
    if program() != before:
        work.out.unlink()
        print("The code was changed during the run: nothing is reported. Start again.", file=sys.stderr)
        sys.exit(1)
    return found


def _measured(
    pool: ProcessPoolExecutor, left: Iterator[tuple[str, Path]], measure: Measure, until: float, processes: int
) -> Iterator[Result]:
    running: set[Future[Result]] = set()
    while True:
        while len(running) < processes and time.monotonic() < until and (following := next(left, None)):
            running.add(pool.submit(_one, *following, measure))
        if not running:
            return
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()


def _one(name: str, path: Path, measure: Measure) -> Result:
    """The result of one law, with the time it took; a law that cannot be read or cut says why."""
    started = time.monotonic()
    try:
        result = measure(read(path, "zh").text, name)
        result = {"skipped": "no room"} if result is None else result
    except PolicydiffError as error:
        result = {"skipped": str(error)}
    except Exception as error:  # noqa: BLE001  one law's crash is a result of its own: it is counted and printed
        result = {"crashed": f"{type(error).__name__}: {error}"}
    return {"law": name, **result, "seconds": round(time.monotonic() - started, 2)}


def read_law(text: str, name: str) -> Document:
    """The provisions of a law, whose text is Markdown."""
    return parse(Source(text=text, origin=name, sha256="", language="zh", hints=markdown.hints(text)))


def _earlier(path: Path) -> list[Result]:
    """The results of a file; a last line that was cut short by a kill is left out."""
    if not path.exists():
        return []
    out = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        try:
            out.append(json.loads(line))
        except ValueError:
            continue
    return out


def unmeasured(results: list[Result]) -> dict[str, Any]:
    """What was not measured, and the time that the rest took."""
    return {
        "skipped": dict(Counter(result["skipped"] for result in results if "skipped" in result)),
        "crashed": {result["law"]: result["crashed"] for result in results if "crashed" in result},
        "seconds": round(sum(result["seconds"] for result in results)),
    }


def unmeasured_as_text(found: dict[str, Any]) -> list[str]:
    """What was not measured, a line each."""
    out = [f"not measured, {count}: {reason}" for reason, count in found["skipped"].items()]
    return out + [f"CRASHED {law}: {error}" for law, error in found["crashed"].items()]


def show(found: dict[str, Any], as_text: Callable[[dict[str, Any]], str], args: argparse.Namespace) -> None:
    """Print the figures in the format that is asked for."""
    print(json.dumps(found, ensure_ascii=False, indent=1) if args.format == "json" else as_text(found))


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows as a table in Markdown, the first as its head."""
    head, *rest = rows
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ("---",) * len(head), *rest))
