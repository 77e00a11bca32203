"""`policydiff init`: an empty library."""

from __future__ import annotations

from pathlib import Path

import click

from policydiff.cli.help import Argument, Command
from policydiff.cli.options import example
from policydiff.cli.session import Session, command_on, in_session
from policydiff.cli.streams import print_out


@click.command(
    cls=Command,
    zh="在文件夹中建立空的文件库；不写文件夹的，建在 --library 指定的文件夹中。\n\n"
    "其中有 corpus/corpus.toml，用来写明每份文件是什么。文件夹中原有的内容不动。",
    epilog=example("policydiff init", "policydiff init ~/rules"),
)
@click.argument("folder", cls=Argument, required=False, type=click.Path(file_okay=False, path_type=Path))
@in_session
def init(session: Session, folder: Path | None) -> None:
    """Make an empty library in FOLDER, by default in that of --library.

    It gets corpus/corpus.toml, which says what each document is. Nothing that lies in the folder is touched.
    """
    from policydiff.library.init import init as make

    root = folder or session.root
    print_out(f"{make(root)}\n")
    session.say(
        en=f"A library is made. Next: {command_on(root, 'add FILE_OR_FOLDER')}",
        zh=f"文件库已建立。接下来：{command_on(root, 'add 文件或者文件夹')}",
    )
