"""Every law beside a noisy copy of itself: no row may be changed, nothing may be found.

    python -m bench.noise                           all laws, all kinds of noise together
    python -m bench.noise --sample 300 --alone      300 laws, each kind alone as well
    python -m bench.noise --seconds 600             as far as it comes; the next run goes on there

The exit code is 1 where a law failed.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from typing import Any

from bench.laws import Result, arguments, plan, run, show, table, unmeasured, unmeasured_as_text
from tests.seeded.judge import judge_noise
from tests.seeded.noise import ALL

TOGETHER = "all together"
KEPT = 5  # failures of one law that are kept


def measure(text: str, name: str, *, alone: bool) -> Result:
    """What each kind of noise does to the comparison of a law with its copy."""
    runs = {TOGETHER: ALL} | ({kind: (kind,) for kind in ALL} if alone else {})
    out: dict[str, Any] = {}
    for label, kinds in runs.items():
        result = judge_noise(text, name, kinds)
        out[label] = {
            "leaves": result.leaves,
            "rows": result.rows,
            "changed": result.changed,
            "findings": result.findings,
            "own_findings": result.own_findings,
            "failures": [[f.what, f.base, f.target] for f in result.failures[:KEPT]],
        }
    return {"kinds": out}


def summary(results: list[Result]) -> dict[str, Any]:
    """The figures over all laws, by kind of noise."""
    kinds: dict[str, Any] = {}
    for kind in (TOGETHER, *ALL):
        seen = [result["kinds"][kind] for result in results if kind in result.get("kinds", {})]
        if seen:
            kinds[kind] = {
                "laws": len(seen),
                "clean": sum(not s["changed"] and not s["findings"] for s in seen),
                "rows": sum(s["rows"] for s in seen),
                "changed": sum(s["changed"] for s in seen),
                "findings": sum(s["findings"] for s in seen),
                "own_findings": sum(s["own_findings"] for s in seen),
            }
    return {"kinds": kinds} | unmeasured(results)


def as_text(found: dict[str, Any]) -> str:
    """The figures as a table in Markdown."""
    rows: list[tuple[str, ...]] = [("noise", "laws", "laws without a change", "rows", "changed rows", "findings")]
    for kind, figures in found["kinds"].items():
        rows.append((kind, *(f"{figures[key]:,}" for key in ("laws", "clean", "rows", "changed", "findings"))))
    return "\n".join([table(rows), *unmeasured_as_text(found)])


def print_failures(results: list[Result], most: int) -> None:
    """The first failures of each kind of noise alone, or together where none was run alone."""
    printed: Counter[tuple[str, str]] = Counter()
    for result in results:
        for kind, seen in result.get("kinds", {}).items():
            for what, base, target in seen["failures"]:
                printed[kind, what] += 1
                if printed[kind, what] <= most:
                    print(f"{kind} / {what}  [{result['law']}]\n   base   {base[:160]!r}\n   target {target[:160]!r}")


def main() -> int:
    """Measure, print, and say by the exit code whether every law passed."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--alone", action="store_true", help="each kind of noise alone as well")
    args = parser.parse_args()
    work = plan(args, "noise-alone" if args.alone else "noise")
    results = run(work, partial(measure, alone=args.alone))
    found = summary(results)
    show(found, as_text, args)
    print_failures(results, args.failures)
    clean = all(figures["clean"] == figures["laws"] for figures in found["kinds"].values())
    return 0 if clean and not found["crashed"] else 1


if __name__ == "__main__":
    sys.exit(main())
