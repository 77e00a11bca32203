"""How long a build takes: all of a library, one document changed, nothing changed; and how soon a command answers.

    python -m bench.build                    300 real laws, 100 of them local rules beside the law that they name
    python -m bench.build --documents 60 --cores 1
    python -m bench.build --cores 1 --profile changed.prof      and python -m pstats changed.prof: where time goes

Each build is a process of its own, as a user starts it, with modules that are compiled already. Seconds are those on
the clock; processor time is told with them where one core does all of it, and is what to go by on a machine that
others use too. Before a time is told, the site after the change of one document is compared, file by file, with what
a build of everything makes of the same documents.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median_low

from bench.laws import ROOT, SEED, laws_in, with_laws

from policydiff.library import INDEXES, SITE

REACH_CHANGED, REACH_NOTHING, REACH_HELP, REACH_COMPARE = 1 / 20, 0.8, 0.15, 0.6

_NAMED = re.compile(r"《([^《》\n]{2,40})》")
_DATE = re.compile(r"\(\d{4}-\d{2}-\d{2}\)$")
_LARGE = 200  # documents
_HEAD = 1500  # characters in which a local rule names what it implements
_STATE = "中华人民共和国"


def main() -> int:
    """Print the figures; the exit code tells whether all that is asked for is reached."""
    parser = with_laws(__doc__ or "")
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--cores", type=int, default=0, help="so many at most; 0: all")
    parser.add_argument("--profile", type=Path, help="profile another change of one document into this file")
    parser.add_argument("--keep", type=Path, help="make the library here and leave it")
    options = parser.parse_args()
    laws = laws_in(options.laws, (".md",))
    if options.cores:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: options.cores])
    with tempfile.TemporaryDirectory() as folder:
        root = options.keep or Path(folder) / "library"
        changed = make(root, laws, options.documents)
        code = measure(root, changed, is_large=options.documents >= _LARGE)
        if options.profile:
            change(changed, "必须", "须")
            _run(root, "build", under=("-m", "cProfile", "-o", str(options.profile)))
        return code


def make(root: Path, laws: Sequence[Path], documents: int) -> Path:
    """A library of so many laws, a third of them local rules beside the law that they name; one of those rules."""
    pairs = list(_pairs(laws))[: documents // 3]
    held = dict.fromkeys(path for target, base in pairs for path in (base, target))
    held |= dict.fromkeys(_drawn(laws)[: documents * 2])
    chosen = list(held)[:documents]
    ids = {path: f"law-{n}" for n, path in enumerate(sorted(chosen))}
    named = dict(pairs)
    corpus = root / "corpus"
    corpus.mkdir(parents=True)
    tables = []
    for path, name in sorted(ids.items()):
        shutil.copy(path, corpus / f"{name}.md")
        kind = "local" if path in named else "central"
        implements = f'\nimplements = ["{ids[named[path]]}"]' if path in named else ""
        said = f'id = "{name}"\nfile = "{name}.md"\nlanguage = "zh"\nkind = "{kind}"{implements}'
        tables.append(f"[[document]]\n{said}\n")
    (corpus / "corpus.toml").write_text("\n".join(tables), encoding="utf-8")
    return corpus / f"{ids[pairs[0][0]]}.md"


def _drawn(laws: Sequence[Path]) -> list[Path]:
    drawn = list(laws)
    Random(SEED).shuffle(drawn)
    return drawn


def _pairs(laws: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Local rules in drawn order, each with the first law that it names at its head."""
    titles = {_DATE.sub("", path.stem): path for path in laws if "DLC" not in path.parts}
    for path in _drawn([path for path in laws if "DLC" in path.parts]):
        head = path.read_text(encoding="utf-8")[:_HEAD]
        named = (name.removeprefix(_STATE) for name in _NAMED.findall(head))
        if base := next((titles[name] for name in named if name in titles), None):
            yield path, base


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Time:
    """What a program takes: seconds on the clock, and processor time of it and of those whose end it waits for."""

    clock: float
    processor: float


def measure(root: Path, changed: Path, *, is_large: bool) -> int:
    """The times of builds, one after the other; whether they reach what is asked for. Of a small library each document
    is a large part, so that a change of one tells nothing."""
    everything = _taken(root, "build")
    change(changed, "应当", "必须")
    one = _taken(root, "build")
    nothing = median_low(_taken(root, "build") for _ in range(3))
    help_ = median_low(_taken(root, "--help") for _ in range(5))
    two = sorted(path for path in (ROOT / "corpus").glob("*.txt"))[:2]
    compare = median_low(_taken(root, "compare", *map(str, two)) for _ in range(5))
    same = _same_as_all(root)
    alone = len(os.sched_getaffinity(0)) == 1
    of_all = one.processor / everything.processor if alone else one.clock / everything.clock
    rows = (
        ("everything", everything, ""),
        ("one document changed", one, f"{of_all:.3f} of everything; to reach {REACH_CHANGED}"),
        ("nothing changed", nothing, f"to reach {REACH_NOTHING} s"),
        ("`--help`, cold", help_, f"to reach {REACH_HELP} s"),
        ("`compare` of two files, cold", compare, f"to reach {REACH_COMPARE} s"),
    )
    for what, time_, said in rows:
        processor = f" {time_.processor:.2f} s |" if alone or time_ is not everything else " |"
        print(f"| {what} | {time_.clock:.2f} s |{processor} {said} |")
    print(f"the site is {'byte for byte' if same else 'NOT'} that of a build of everything")
    reached = (of_all <= REACH_CHANGED or not is_large) and nothing.clock <= REACH_NOTHING and help_.clock <= REACH_HELP
    return 0 if reached and compare.clock <= REACH_COMPARE and same else 1


def change(path: Path, old: str, new: str) -> None:
    """A word of a document is another now."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def _run(root: Path, *command: str, under: Sequence[str] = ()) -> None:
    program = [sys.executable, *under, "-m", "policydiff", "--library", str(root), *command]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL, env=environment)


def _taken(root: Path, *command: str) -> Time:
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(root, *command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Time(clock=time.perf_counter() - started, processor=processor)


def _same_as_all(root: Path) -> bool:
    """Whether the site is that which a build without a cache makes."""
    before = _site(root)
    shutil.rmtree(root / INDEXES)
    _taken(root, "build")
    return _site(root) == before


def _site(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / SITE).rglob("*") if path.is_file()}


if __name__ == "__main__":
    sys.exit(main())
