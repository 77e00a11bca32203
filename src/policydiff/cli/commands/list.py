"""`policydiff list`: the documents of the library."""

from __future__ import annotations

import click

from policydiff.cli.help import Command
from policydiff.cli.library import say_loose, tell_refused
from policydiff.cli.options import example
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out


@click.command(
    "list",
    cls=Command,
    zh="列出文件库中的文件，每份一行：编号、类别、语言、标题、与哪份文件对照。\n\n"
    "终端太窄的，标题和对照关系另起一行。\n\n"
    "文件缺失或者不在文件库中的，各提示一行，退出码为 2。"
    "正文写明依据、文件库中有该依据而没有对照的规定，也各提示一行，不影响退出码。",
    epilog=example("policydiff --library ~/rules list"),
)
@in_session
def list_(session: Session) -> int:
    """List the documents of the library, one a line: id, kind, language, title, what it is compared with.

    On a terminal that is too narrow for that, the title and what it is compared with stand on lines of their own.

    A document whose file is missing or lies elsewhere is a line on stderr, and the exit code is 2. A local rule that is
    compared with nothing although its text names what the library holds is a line, too, and changes no exit code.
    """
    from policydiff.library import open_library
    from policydiff.library.loose import loose
    from policydiff.report import listing

    library = open_library(session.root)
    print_out(session.set_text(listing.render, library.entries))
    say_loose(session, [one.told(library) for one in loose(library)])
    return tell_refused(session, library)
