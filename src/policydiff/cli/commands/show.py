"""`policydiff show`: a document's provisions, or some of them."""

from __future__ import annotations

import click

from policydiff.cli.help import Argument, Command
from policydiff.cli.naming import document_named, provisions_named
from policydiff.cli.options import example, half_to_read
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out
from policydiff.model import Language


@click.command(
    cls=Command,
    zh="显示文件的条文，或者其中几条。\n\n"
    "文件：写文件名，或者文件库中文件的编号。条款：按引用条文的写法（第八条第二款第（三）项、Article 8(2)、"
    "三（二）），或者写条款标识（art_8__para_2）；几处用空格、“、”或者逗号隔开。",
    epilog=example("policydiff show central-2017 第八条第二款 第十条", 'policydiff show rule.txt "Article 8(2)"'),
)
@click.argument("document", cls=Argument, metavar="DOC")
@click.argument("citations", cls=Argument, nargs=-1, metavar="[CITATION]...")
@half_to_read
@in_session
def show(session: Session, document: str, citations: tuple[str, ...], lang: Language | None) -> None:
    """Show a document's provisions, or those that each CITATION names.

    DOC is a file or an id of the library. CITATION is written as drafters cite (第八条第二款第（三）项,
    Article 8(2), 三（二）) or as an identifier (art_8__para_2); several may be joined by 、 or a comma.
    """
    from policydiff.report import text

    found = document_named(session, document, lang)
    only = provisions_named(found, citations) if citations else None
    print_out(session.set_text(text.document, found, only=only))
