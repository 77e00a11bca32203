"""Every law beside a copy with seeded edits: the status of every leaf exact, every edit flagged.

    python -m bench.seeded_edits                    all laws
    python -m bench.seeded_edits --sample 300
    python -m bench.seeded_edits --seconds 600      as far as it comes; the next run goes on there

The exit code is 1 where the figures lie below what is asked for: 0.99 of statuses exact, 0.98 of edits flagged.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

from bench.laws import Result, arguments, plan, run, show, table, unmeasured, unmeasured_as_text
from tests.seeded.edits import ALL
from tests.seeded.judge import judge_edits

EXACT, FLAGGED = 0.99, 0.98


def measure(text: str, name: str) -> Result | None:
    """How the comparison of a law with its edited copy deals with each edit and with all other leaves."""
    result = judge_edits(text, name)
    if result is None:
        return None
    return {
        "leaves": result.leaves,
        "exact": result.exact,
        "stray": [[f.rule, f.base, f.target] for f in result.stray],
        "edits": [
            {name: getattr(edit, name) for name in ("kind", "exact", "flagged", "typed", "base", "target", "seen")}
            for edit in result.edits
        ],
        "failures": [[f.what, f.base, f.target] for f in result.failures[:5]],
    }


def summary(results: list[Result]) -> dict[str, Any]:
    """The figures over all laws and by kind of edit."""
    seen = [result for result in results if "edits" in result]
    edits = [edit for result in seen for edit in result["edits"]]
    kinds = {kind: _shares([edit for edit in edits if edit["kind"] == kind]) for kind in ALL}
    leaves = sum(result["leaves"] for result in seen)
    return {
        "laws": len(seen),
        "leaves": leaves,
        "statuses_exact": _share(sum(result["exact"] for result in seen), leaves),
        "laws_all_exact": sum(result["exact"] == result["leaves"] for result in seen),
        "edits": _shares(edits),
        "kinds": kinds,
        "stray_findings": dict(Counter(rule for result in seen for rule, _, _ in result["stray"]).most_common()),
    } | unmeasured(results)


def _shares(edits: list[dict[str, Any]]) -> dict[str, Any]:
    return {"edits": len(edits)} | {
        name: _share(sum(edit[name] for edit in edits), len(edits)) for name in ("exact", "flagged", "typed")
    }


def _share(part: int, whole: int) -> float:
    """The share, rounded down, so that no failure rounds to full marks."""
    return int(10000 * part / whole) / 10000 if whole else 1.0


def as_text(found: dict[str, Any]) -> str:
    """The figures as a table in Markdown."""
    rows: list[tuple[str, ...]] = [("edit", "edits", "status exact", "flagged", "with the right type")]
    for kind, figures in (*found["kinds"].items(), ("all", found["edits"])):
        rows.append((kind, f"{figures['edits']:,}", *(f"{figures[key]:.4f}" for key in ("exact", "flagged", "typed"))))
    head = (
        f"{found['laws']:,} laws, {found['leaves']:,} leaves of both sides: statuses exact "
        f"{found['statuses_exact']:.4f}, every one of them in {found['laws_all_exact']:,} laws; "
        f"findings where no edit is, by rule: {found['stray_findings'] or 'none'}"
    )
    return "\n".join([head, "", table(rows), *unmeasured_as_text(found)])


def print_failures(results: list[Result], most: int) -> None:
    """The first failures of each class."""
    printed: Counter[str] = Counter()
    for result in results:
        for edit in result.get("edits", ()):
            for what in ("exact", "flagged"):
                label = f"{edit['kind']} not {what}"
                printed[label] += not edit[what]
                if not edit[what] and printed[label] <= most:
                    print(f"{label}  [{result['law']}]\n   {edit['base']}\n   {edit['target']}\n   {edit['seen']}")
        for what, base, target in [*result.get("failures", ()), *result.get("stray", ())]:
            printed[what] += 1
            if printed[what] <= most:
                print(f"{what}  [{result['law']}]\n   base   {base[:160]!r}\n   target {target[:160]!r}")


def main() -> int:
    """Measure, print, and say by the exit code whether the figures are reached."""
    args = arguments(__doc__ or "").parse_args()
    results = run(plan(args, "seeded-edits"), measure)
    found = summary(results)
    show(found, as_text, args)
    print_failures(results, args.failures)
    reached = found["statuses_exact"] >= EXACT and found["edits"]["flagged"] >= FLAGGED
    return 0 if reached and not found["crashed"] else 1


if __name__ == "__main__":
    sys.exit(main())
