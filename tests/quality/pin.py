"""Measure every pair that may be measured, print the figures, write them to pins.toml and docs/explanation/accuracy.md.

    python -m tests.quality.pin             pin: refused where a figure would sink
    python -m tests.quality.pin --lower     pin, though some sink: say why in the commit
    python -m tests.quality.pin --dry-run   print alone; `policydiff evaluate --verbose` says why

Run it from the project's root. Pairs that are held out are never measured here.
"""

from __future__ import annotations

import argparse
import sys
import tomllib

from tests.quality.gold import HERE, ROOT, evaluation, gold, names

from policydiff.errors import TextMissingError
from policydiff.evaluation import Evaluation
from policydiff.evaluation.scoring import Score
from policydiff.report import evaluation as report

PINS = HERE / "pins.toml"
PAGE = ROOT / "docs" / "explanation" / "accuracy.md"
TABLE_STARTS, TABLE_ENDS = "<!-- figures: written by tests.quality.pin -->\n", "<!-- end of the figures -->"
PINNED = ("f1", "base_status", "target_status", "flagged")
HEADER = """\
# Written by `python -m tests.quality.pin`, never by hand: the figures on the day they were pinned.
# A pair may lie `slack` below its figure, no more. After a change for the better, run that command and commit the
# result with the change; it refuses to lower a figure unless told `--lower`.
"""
SLACK = 0.01

Figures = dict[str, float]


def pins() -> dict[str, Figures]:
    """The pinned figures of each pair."""
    if not PINS.exists():
        return {}
    return dict(tomllib.loads(PINS.read_text(encoding="utf-8"))["pairs"])


def slack() -> float:
    """How far below its pinned figure a pair may lie."""
    return float(tomllib.loads(PINS.read_text(encoding="utf-8"))["slack"])


def figures(name: str, result: Score) -> Figures:
    """What is pinned of a pair: all figures that its facts can tell."""
    told = PINNED if gold(name).changes else PINNED[:-1]
    return {figure: round(getattr(result, figure), 4) for figure in told}


def table(found: dict[str, Figures]) -> str:
    """The figures as the page on accuracy shows them."""
    rows = ["| pair | link F1 | status, base | status, target | changes flagged |", "|---|---|---|---|---|"]
    for name in sorted(found, reverse=True):
        shown = (f"{found[name][figure]:.2f}" if figure in found[name] else "" for figure in PINNED)
        rows.append(f"| {name.partition('/')[2]} | {' | '.join(shown)} |")
    return "\n".join(rows) + "\n"


def write(found: dict[str, Figures]) -> None:
    """pins.toml and the page on accuracy hold these figures."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(TABLE_STARTS)
    after = rest.partition(TABLE_ENDS)[2]
    PAGE.write_text(before + TABLE_STARTS + table(found) + TABLE_ENDS + after, encoding="utf-8")
    parts = [f"{HEADER}slack = {SLACK}\n"]
    for name in sorted(found):
        parts.append(f'[pairs."{name}"]\n' + "".join(f"{key} = {value}\n" for key, value in found[name].items()))
    PINS.write_text("\n".join(parts), encoding="utf-8")


def main() -> int:
    """Print and pin; the exit code is 1 where a figure would sink and nothing was written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="pin figures that are lower than before, too")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    args = parser.parse_args()
    before, after, sunk = pins(), dict(pins()), False
    done: list[Evaluation] = []
    for name in names():
        try:
            done.append(evaluation(name))
        except TextMissingError as reason:
            print(f"{name}: not measured, its pins stay: {reason}", file=sys.stderr)
            continue
        after[name] = figures(name, done[-1].score)
        for figure, value in after[name].items():
            if value < (old := before.get(name, {}).get(figure, 0.0)):
                sunk = True
                print(f"{name}: {figure} sinks from {old} to {value}", file=sys.stderr)
    print(report.table(done, ui="en"), end="")
    if args.dry_run:
        return 0
    if sunk and not args.lower:
        print("Nothing pinned. If this is meant, pin with --lower and say why in the commit.", file=sys.stderr)
        return 1
    write(after)
    return 0


if __name__ == "__main__":
    sys.exit(main())
