"""`policydiff report`: the review memo on a rule, in Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli.delivery import deliver, spare
from policydiff.cli.examining import examine, examined
from policydiff.cli.help import Argument, Command
from policydiff.cli.options import date_of, example, written_to
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out
from policydiff.model import Language

if TYPE_CHECKING:
    import datetime


@click.command(
    cls=Command,
    zh="为文件写审查备忘录（Word 文件）：实施哪些上位法，有哪些应当核对之处，按轻重排列。\n\n"
    "文件：写文件名，或者文件库中文件的编号；所实施的上位法，找法与 check 相同。备忘录引用两边的原文，"
    "注明审查标准的出处，列出上位法中没有对应的条文和文字差错，不作法律结论。审核意见适用于文件库中的文件。",
    epilog=example(
        "policydiff report draft.docx",
        "policydiff --ui zh report yantai-2021 -o 审查备忘录.docx",
        "policydiff report draft.docx --base central.docx --date 2026-01-05",
    ),
)
@click.argument("document", cls=Argument, metavar="DOC")
@examined
@written_to(
    "Write to this file.  [default: one named for DOC, here]",
    "写入这个文件。（默认：在当前文件夹中，以该文件命名）",
)
@date_of(
    "The date of the memo; DOC is compared with what is in force then.",
    "备忘录的日期；所实施的上位法取当日有效的版本。",
)
@in_session
def report(
    session: Session,
    document: str,
    bases: tuple[str, ...],
    lang: Language | None,
    output: Path | None,
    overwrite: bool,
    date: datetime.datetime | None,
) -> None:
    """Write a review memo on DOC in Word: what it implements, and what of it is to be checked, by weight.

    What DOC implements is found as `check` finds it. The memo quotes both texts, names where the criterion is laid
    down, lists what of the superior rule has no counterpart, and slips of drafting. It draws no legal conclusion.
    Reviewers' decisions apply to documents of the library.
    """
    import datetime

    from policydiff.report.memo import docx

    place = output or Path(f"{Path(document).stem}-{'审查备忘录' if session.ui == 'zh' else 'review-memo'}.docx")
    if place.suffix.lower() != ".docx":
        raise session.misuse(
            en=f"A memo is a Word file: end {place} in .docx",
            zh=f"备忘录是 Word 文件：{place} 应以 .docx 结尾",
        )
    spare(session, place, document, *bases, overwrite=overwrite)
    day = date.date() if date else datetime.date.today()
    found = examine(session, document, bases, lang, day)
    deliver(docx.render(found, ui=session.ui, date=day), place, "docx")
    print_out(f"{place}\n")
