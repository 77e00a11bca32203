"""`policydiff evaluate`: comparisons measured against what careful readers put side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli.delivery import as_json
from policydiff.cli.options import example, text_or_json
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out, tell
from policydiff.errors import PolicydiffError

if TYPE_CHECKING:
    from policydiff.evaluation import Evaluation


@click.command(
    epilog=example(
        "policydiff evaluate gold/central__ours.json",
        "policydiff evaluate gold/*.json --texts texts --verbose",
    )
)
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder that GOLD names its files from.  [default: the one above GOLD's]",
)
@click.option("--verbose", is_flag=True, help="Name each missed and wrong link and each change that is not flagged.")
@click.option("--held-out", is_flag=True, help="Measure pairs that are marked as held out, too.")
@text_or_json
@in_session
def evaluate(
    session: Session, gold: tuple[Path, ...], texts: Path | None, verbose: bool, held_out: bool, format_: str
) -> int:
    """Measure comparisons against what careful readers put side by side.

    Each GOLD is a JSON file of the readings of one pair: the units of both texts, the links between them and, where
    known, the changes to be flagged; docs/how-to/evaluate.md says how to make one. The table gives F1, precision (P)
    and recall (R) of the links, the share of units under their right status and of words that stand in a provision,
    of changes flagged and flagged under their type, and the findings a changed row. JSON names all that --verbose does.
    """
    from policydiff.evaluation import evaluate as measured
    from policydiff.evaluation import read
    from policydiff.report import evaluation as report

    done: list[Evaluation] = []
    left_out: list[str] = []
    failed = False
    for path in gold:
        try:
            readings = read(path)
            if readings.held_out and not held_out:
                left_out.append(readings.name)
                said = f"{path}: held out and not measured. To measure it all the same: --held-out."
                session.say(f"{path}：留作检验，未测；如需测量，加 --held-out。", said)
                continue
            done.append(measured(readings, texts or path.absolute().parent.parent, session.root))
        except PolicydiffError as error:
            failed = True
            said = error.told(session.ui)
            tell(said if str(path) in said else f"{path}: {said}")
    if format_ == "json":
        print_out(as_json(report.as_json(done, left_out)))
    elif done:
        shown = [report.table(done, ui=session.ui), *(report.details(one, ui=session.ui) for one in done if verbose)]
        print_out("\n".join(shown))
    return 2 if failed else 0
