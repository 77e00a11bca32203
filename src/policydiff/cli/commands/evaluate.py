"""`policydiff evaluate`: comparisons measured against what careful readers put side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli.delivery import as_json
from policydiff.cli.help import Argument, Command, Option
from policydiff.cli.options import example, text_or_json
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out, tell
from policydiff.errors import PolicydiffError

if TYPE_CHECKING:
    from policydiff.evaluation import Evaluation


@click.command(
    cls=Command,
    zh="以人工细读的结果衡量对照的准确程度。\n\n"
    "细读结果是 JSON 文件，每份记载一对文件的细读结果：两份文件的各个单位、单位之间的对应，以及（如有）应当提示的变动；"
    "写法见 docs/how-to/evaluate.md。表中列出对应的 F1、查准（P）、查全（R），状态正确的单位、读作条文的文字、"
    "已有提示的变动、类型也正确的提示各占多少，以及每行变更的提示数。--verbose 所列的内容，json 中都有。",
    epilog=example(
        "policydiff evaluate gold/central__ours.json",
        "policydiff evaluate gold/*.json --texts texts --verbose",
    ),
)
@click.argument("gold", cls=Argument, nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--texts",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder that GOLD names its files from.  [default: the one above GOLD's]",
    zh="细读结果中的文件名从哪个文件夹算起。（默认：细读结果所在文件夹的上一级）",
)
@click.option(
    "--verbose",
    cls=Option,
    is_flag=True,
    help="Name each missed and wrong link and each change that is not flagged.",
    zh="列出每处遗漏和错误的对应，以及没有提示的变动。",
)
@click.option(
    "--held-out",
    cls=Option,
    is_flag=True,
    help="Measure pairs that are marked as held out, too.",
    zh="留作检验的文件也测。",
)
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
                session.say(en=said, zh=f"{path}：留作检验，未测；如需测量，加 --held-out。")
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
