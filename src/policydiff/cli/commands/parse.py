"""`policydiff parse`: what is read in a file, and what is left out."""

from __future__ import annotations

import click

from policydiff.cli.delivery import as_json
from policydiff.cli.naming import document_named
from policydiff.cli.options import ORIGINAL_HELP, example, half_to_read, text_or_json
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out
from policydiff.model import Language


@click.command(epilog=example("policydiff parse rule.txt", "policydiff parse rule.md --format json"))
@click.argument("document", metavar="DOC")
@text_or_json
@half_to_read
@click.option("--original", is_flag=True, help=f"{ORIGINAL_HELP}.")
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
