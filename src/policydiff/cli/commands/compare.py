"""`policydiff compare`: a text beside what it implements, in every form that it is handed on in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from policydiff.cli.delivery import FORMATS, Format, as_json, deliver, format_of, spare
from policydiff.cli.help import Argument, Command, Option
from policydiff.cli.library import decisions, library_if_any, tell_stale
from policydiff.cli.naming import document_named, is_path
from policydiff.cli.options import ORIGINAL_HELP, ORIGINAL_ZH, date_of, example, exits_with_1, language_of, written_to
from policydiff.cli.order import as_cited, tell_if_one_text, tell_if_reversed
from policydiff.cli.session import Session, in_session
from policydiff.model import Comparison, Decision, Document, Lack, Language, Relation

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A comparison, what TARGET does there with what it does not have, and when the library says that both were
    made."""

    comparison: Comparison
    lack: Lack
    dates: tuple[str, str]


@click.command(
    cls=Command,
    zh="将地方规定与其所实施的上位法对照。\n\n"
    "上位法、规定：写文件名，或者文件库中文件的编号。有斜线或者有可读取的扩展名（.txt、.md、.docx、.pdf 等）"
    "的是文件名；其他的是编号，没有这个编号的，按文件名读取。Word 文件中的修订，按已接受读取。"
    "审核意见适用于文件库中的文件；不再适用的各提示一行。\n\n"
    "有几份规定的，写成 Excel 文件：一张工作表列出上位法的每一条以及各份规定的对应条文，其后是各自的对照表。",
    epilog=example(
        "policydiff compare central.txt local.md",
        "policydiff compare central-2017 yantai-2021 -o comparison.html",
        "policydiff compare central-2017 yantai-2021 -o table.docx --ui zh",
        "policydiff compare central-2017 yantai-2021 subdistrict -o versions.xlsx",
        "policydiff compare both.txt both.txt --base-lang zh --target-lang en --format json",
        "policydiff compare draft.docx draft.docx --base-original",
    ),
)
@click.argument("base", cls=Argument)
@click.argument("targets", cls=Argument, nargs=-1, required=True, metavar="TARGET...")
@click.option(
    "--format",
    "format_",
    cls=Option,
    type=click.Choice(FORMATS),
    help="What to write; docx, xlsx and markdown are a table (条文对照表).  [default: by the ending of -o, else text]",
    zh="写成什么格式；docx、xlsx、markdown 是条文对照表。（默认：按 -o 的扩展名，否则为 text）",
)
@written_to("Write to this file.", "写入这个文件。")
@language_of("--base-lang", "The half to read of a BASE in two languages.", "上位法含中英两种文字时，读取哪一种。")
@language_of("--target-lang", "The half to read of a TARGET in two languages.", "规定含中英两种文字时，读取哪一种。")
@click.option(
    "--original", cls=Option, is_flag=True, help=f"{ORIGINAL_HELP}, both of them.", zh=f"{ORIGINAL_ZH}，两份文件都是。"
)
@click.option(
    "--base-original", cls=Option, is_flag=True, help=f"{ORIGINAL_HELP}, BASE alone.", zh=f"{ORIGINAL_ZH}，只限上位法。"
)
@date_of("The date to stand on a table.", "对照表上的日期。")
@exits_with_1("anything is changed, omitted, added or found", "有变更、遗漏、新增或者提示的")
@in_session
def compare(
    session: Session,
    base: str,
    targets: tuple[str, ...],
    format_: Format | None,
    output: Path | None,
    overwrite: bool,
    base_lang: Language | None,
    target_lang: Language | None,
    original: bool,
    base_original: bool,
    date: datetime.datetime | None,
    exit_code: bool,
) -> int:
    """Compare TARGET, a local rule, with BASE, what it implements.

    BASE and TARGET are files or ids of documents in the library: what has a slash or an ending that is read (.txt,
    .md, .docx, .pdf …) is a file, any other name an id, and a file where no document has that id. Tracked changes of a
    Word document are read as accepted. Reviewers' decisions apply to documents of the library; a line on stderr names
    each that does not hold any more.

    With several TARGETs the comparison is an Excel file: a sheet with each provision of BASE and what every TARGET made
    of it, then a table for each.
    """
    from policydiff.library.describe import lack

    chosen = format_of(session, format_, output)
    if len(targets) > 1 and chosen != "xlsx":
        raise session.misuse(
            en=f"{len(targets)} texts beside {base} ({', '.join(targets)}) are a table of Excel: -o table.xlsx",
            zh=f"{len(targets)} 份规定（{'、'.join(targets)}）与 {base} 并列对照，只能写成 Excel 文件：-o table.xlsx",
        )
    spare(session, output, base, *targets, overwrite=overwrite)
    of_base = document_named(session, base, base_lang, original=original or base_original)
    base_date, *dates = _held_dates(session, base, *targets)
    told: list[_Told] = []
    for target, own_date in zip(targets, dates, strict=True):
        of_target = document_named(session, target, target_lang, original=original)
        as_held = not (original or base_original)
        decided = _decided(session, (base, base_lang), (target, target_lang)) if as_held else ()
        comparison = _compared(session, of_base, of_target, decided)
        relation = _relation(session, base, target)
        if relation == "implements" and as_held:
            comparison = _beside_others(session, comparison, base, target)
        if not relation and not tell_if_reversed(session, of_base, of_target):
            _tell_if_strangers(session, comparison)
        told.append(_Told(comparison=comparison, lack=lack(relation, of_base, of_target), dates=(base_date, own_date)))
    deliver(_rendered(session, told, chosen, date, to_file=output is not None), output, chosen)
    if output is not None:
        session.say(en=f"Written to {output}", zh=f"已写入 {output}")
    return 1 if exit_code and any(_differs(one.comparison) for one in told) else 0


def _tell_if_strangers(session: Session, comparison: Comparison) -> None:
    """That TARGET is BASE itself, says that it rests on other rules, or else has next to nothing in common with it."""
    from policydiff.library.bearing import corresponds, other_grounds
    from policydiff.report.terminal import visible
    from policydiff.titles import cited
    from policydiff.wording import AND

    if tell_if_one_text(session, comparison.base, comparison.target):
        return
    base, target = as_cited(comparison.base), as_cited(comparison.target)
    if others := other_grounds(comparison.base, comparison.target):
        en, zh = (AND[language].join(cited(visible(name)) for name in others) for language in ("en", "zh"))
        session.say(
            en=f"Note: {target} says that it rests on {en}, and not on {base}. Is this the superior rule that you "
            "mean?",
            zh=f"注意：{target}称以{zh}为依据，其中没有{base}。请核对上位法是否选对。",
        )
    elif not corresponds(comparison):
        session.say(
            en=f"Note: next to nothing in {base} and {target} corresponds. Are these the texts that you mean?",
            zh=f"注意：{base}与{target}几乎没有相对应的内容，请核对文件是否选对。",
        )


def _compared(session: Session, base: Document, target: Document, decided: Sequence[Decision]) -> Comparison:
    """Two documents compared as reviewers decided; what of that does not hold any more is told."""
    from policydiff.alignment import align
    from policydiff.decisions import reviewed

    comparison = reviewed(align(base, target), decided)
    tell_stale(session, comparison)
    return comparison


def _beside_others(session: Session, comparison: Comparison, base: str, target: str) -> Comparison:
    """The comparison, with what else of the library TARGET implements, and what that has of what is found to be its
    alone."""
    from policydiff.alignment import align
    from policydiff.decisions import reviewed
    from policydiff.library.reading import document_of
    from policydiff.presentation.together import Together

    library = library_if_any(session)
    pairs = library.pairs() if library else ()
    superiors = [pair.base for pair in pairs if pair.target.id == target and pair.relation == "implements"]
    others = [document_of(entry) for entry in superiors if entry.id != base]
    decided = decisions(session) if others else ()
    compared = [reviewed(align(other, comparison.target), decided) for other in others]
    return Together(comparisons=(comparison, *compared)).marked(0)


def _decided(session: Session, *sides: tuple[str, Language | None]) -> tuple[Decision, ...]:
    """What reviewers decided, where both arguments name documents of the library in the language they are held in."""
    library = library_if_any(session)
    entries = {entry.id: entry for entry in library.entries} if library else {}
    for name, language in sides:
        if is_path(name) or name not in entries or language not in (None, entries[name].language):
            return ()
    return decisions(session)


def _relation(session: Session, base: str, target: str) -> Relation | None:
    """What TARGET is to BASE by what the library says; None where it does not set them beside each other."""
    library = None if is_path(base) or is_path(target) else library_if_any(session)
    pairs = library.pairs() if library else ()
    relations = (pair.relation for pair in pairs if pair.ids == (base, target))
    return next(relations, None)


def _held_dates(session: Session, *names: str) -> list[str]:
    """When the library says that each document of it was made; empty of any other."""
    library = None if all(map(is_path, names)) else library_if_any(session)
    dates = {entry.id: entry.date for entry in library.entries} if library else {}
    return ["" if is_path(name) else dates.get(name, "") for name in names]


def _rendered(
    session: Session, told: Sequence[_Told], chosen: Format, date: datetime.datetime | None, *, to_file: bool
) -> str | bytes:
    """What was compared, as the user wants to have it; all but Excel show one comparison."""
    comparison, lack = told[0].comparison, told[0].lack
    match chosen:
        case "json":
            from policydiff.report import json as report

            return as_json(report.comparison(comparison))
        case "html":
            from policydiff.site import comparison_page

            return comparison_page(comparison, session.ui, lack)
        case "docx" | "xlsx" | "markdown":
            return _table(session, told, chosen, date)
        case "text":
            from policydiff.report import text

            if to_file:
                return text.render(comparison, colour=False, ui=session.ui, lack=lack)
            return session.set_text(text.render, comparison, lack=lack)


def _table(
    session: Session,
    told: Sequence[_Told],
    chosen: Literal["docx", "xlsx", "markdown"],
    date: datetime.datetime | None,
) -> str | bytes:
    """The comparison table that drafters hand in, dated."""
    import datetime

    from policydiff.report import docx, markdown, xlsx

    day = date.date() if date else datetime.date.today()
    first = told[0]
    match chosen:
        case "docx":
            return docx.render(first.comparison, ui=session.ui, date=day, lack=first.lack, dates=first.dates)
        case "xlsx":
            comparisons, lacks = [one.comparison for one in told], [one.lack for one in told]
            dates = [one.dates for one in told]
            return xlsx.render(*comparisons, ui=session.ui, date=day, lacks=lacks, dates=dates)
        case "markdown":
            return markdown.render(first.comparison, ui=session.ui, date=day, lack=first.lack, dates=first.dates)


def _differs(comparison: Comparison) -> bool:
    return bool(comparison.all_findings()) or any(row.status != "unchanged" for row in comparison.rows)
