"""`policydiff remove`: documents out of the library."""

from __future__ import annotations

import click

from policydiff.cli.help import Argument, Command
from policydiff.cli.library import decisions
from policydiff.cli.options import example
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out


@click.command(
    cls=Command,
    zh="将文件移出文件库。\n\n"
    "编号用 list 列出。文件从 corpus 移到文件库的 removed 文件夹，目录 corpus.toml 中关于它的内容"
    "移到 removed/corpus.toml，什么也不丢失；其他文件的 implements、translates、quotes 中不再写它的编号。"
    "关于它的审核意见留在 decisions.toml 中。"
    "有一个编号不存在的，一份也不移出。",
    epilog=example("policydiff remove old-draft", "policydiff --library ~/rules remove east-2019 west-2019"),
)
@click.argument("ids", cls=Argument, nargs=-1, required=True, metavar="ID...")
@in_session
def remove(session: Session, ids: tuple[str, ...]) -> None:
    """Take documents out of the library: each ID, as `policydiff list` shows it.

    A file moves from corpus/ to the folder removed/ of the library, and what corpus.toml says of it to
    removed/corpus.toml: nothing is lost. No other document implements, translates or quotes it any more. Reviewers'
    decisions on it stay in decisions.toml. Where an ID is unknown, none is taken out.
    """
    from policydiff.library.remove import remove as take_out
    from policydiff.report import removing

    decided = decisions(session)
    for one in take_out(session.root, ids):
        count = sum(one.id in decision.documents for decision in decided)
        print_out(session.set_text(removing.render, one, count))
    build = session.command("build")
    session.say(en=f"Out of the library. Next: {build}", zh=f"已移出文件库。接下来：{build}")
