"""`policydiff parse`: what is read in a file, and what is left out."""

from __future__ import annotations

import click

from policydiff.cli.delivery import as_json
from policydiff.cli.help import Argument, Command, Option
from policydiff.cli.naming import document_named
from policydiff.cli.options import ORIGINAL_HELP, ORIGINAL_ZH, example, half_to_read, text_or_json
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out
from policydiff.model import Language


@click.command(
    cls=Command,
    zh="显示从文件读到的内容：各条款，以及没有当作条文的内容和理由。\n\n文件：写文件名，或者文件库中文件的编号。",
    epilog=example("policydiff parse rule.txt", "policydiff parse rule.md --format json"),
)
@click.argument("document", cls=Argument, metavar="DOC")
@text_or_json
@half_to_read
@click.option("--original", cls=Option, is_flag=True, help=f"{ORIGINAL_HELP}.", zh=f"{ORIGINAL_ZH}。")
@in_session
def parse(session: Session, document: str, format_: str, lang: Language | None, original: bool) -> None:
    """Show what is read in DOC: its provisions, and what is left out of them and why.

    DOC is a file or the id of a document in the library.
    """
    read = document_named(session, document, lang, original=original)
    if format_ == "json":
        from policydiff.report import json as report

        print_out(as_json(report.document(read)))
        return
    from policydiff.report import text

    print_out(session.set_text(text.document, read) + "\n" + session.set_text(text.residue, read))
