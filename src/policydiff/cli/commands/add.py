"""`policydiff add`: documents into the library."""

from __future__ import annotations

from pathlib import Path

import click

from policydiff.cli.help import Argument, Command
from policydiff.cli.library import say_loose
from policydiff.cli.options import example
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out, tell
from policydiff.errors import ReadError


@click.command(
    cls=Command,
    zh="将文件放进文件库；写文件夹的，其中能读取的文件都放进去。\n\n"
    "文件复制到 corpus，并在 corpus.toml 末尾写明标题、制定机关、日期、类别和所实施的上位法，均从正文读出；"
    "已有文件以新添文件为依据的，在其 implements 中补上，其他内容不动；"
    "译文写明译自文件库中的哪份文件。读到的内容逐项列出，并指明应当核对之处。文件库中已有的正文，不论格式，"
    "不重复添加。不能读取的文件各提示一行，退出码为 2。",
    epilog=example("policydiff add central.docx ours.docx", "policydiff add ~/drafts"),
)
@click.argument(
    "files", cls=Argument, nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER..."
)
@in_session
def add(session: Session, files: tuple[Path, ...]) -> int:
    """Put documents into the library: each FILE, and each that is read in a FOLDER.

    A file is copied into corpus/ and gets an entry at the end of corpus.toml: its title, issuer, date, kind and what
    it implements, as the text itself says; of a translation, what in the library it translates. A document of the
    library that rests on it implements it from now on; nothing else in corpus.toml is changed. What was found is
    shown, and what to check is named. A text that the library holds already, in whatever format, is not added again.
    A file that cannot be read is a line on stderr, and the exit code is 2.
    """
    import datetime

    from policydiff.library.add import add as put_in
    from policydiff.library.folders import files_in
    from policydiff.library.outcomes import Added, Left
    from policydiff.report import adding

    wanted, other = files_in(files)
    added: set[str] = set()
    failed = False
    for outcome in put_in(session.root, wanted, datetime.date.today().isoformat()):
        if isinstance(outcome, Left):
            failed = True
            tell(outcome.reason(session.ui))
        else:
            added |= {outcome.id} if isinstance(outcome, Added) else set()
            print_out(session.set_text(adding.render, outcome))
    if added:
        _say_loose(session, added)
        _say_next(session)
    if other:
        said = adding.unread(other, ui=session.ui)
        session.say(en=said, zh=said)
    if not wanted:
        raise ReadError(
            en=f"{files[0]}: there is no document in this folder. Name a file or a folder that holds some.",
            zh=f"{files[0]}：文件夹中没有可读取的文件。请指定文件，或者含有文件的文件夹。",
        )
    return 2 if failed else 0


def _say_loose(session: Session, but: set[str]) -> None:
    """Which rules of the library are still compared with nothing that names what it holds now; what was just added says
    so of itself."""
    from policydiff.library import open_library
    from policydiff.library.loose import loose

    library = open_library(session.root)
    say_loose(session, [one.told(library) for one in loose(library) if one.id not in but])


def _say_next(session: Session) -> None:
    """Where what was found can be put right, and what comes next."""
    from policydiff.library import CATALOGUE, CORPUS
    from policydiff.report.terminal import visible

    catalogue = visible(str(session.root / CORPUS / CATALOGUE))
    build = session.command("build")
    session.say(
        en=f"What is to be put right stands in {catalogue}. Next: {build}",
        zh=f"目录是 {catalogue}，要更正的请在其中改。接下来：{build}",
    )
