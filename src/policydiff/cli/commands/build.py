"""`policydiff build`: the index and the site of the library."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from policydiff.cli.help import Command, Option
from policydiff.cli.library import say_loose
from policydiff.cli.options import example
from policydiff.cli.progress import Bar
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out, tell

if TYPE_CHECKING:
    from policydiff.build import Result
    from policydiff.library import Library


@click.command(
    cls=Command,
    zh="生成文件库的检索索引和站点。\n\n"
    "每份文件都与其实施、翻译或者引用的文件对照。没有变化的，不重做。不能读取的文件、不能对照的两份文件略去，"
    "各提示一行，退出码为 2。不再适用的审核意见，以及正文写明依据、文件库中有该依据（或者名称相近的）而没有对照的规定，"
    "也各提示一行。用 --ui 指定语言的，站点打开时用该语言；"
    "没有指定的，随读者的浏览器。读者可以切换。",
    epilog=example("policydiff --library ~/rules build"),
)
@click.option(
    "--cluster",
    cls=Option,
    metavar="ADDRESS",
    help="Let the workers of the Dask scheduler at this address do the work. They need the same policydiff and no "
    "access to the library.",
    zh="由这个地址的 Dask 调度器的各个工作进程生成。各机须安装相同的 policydiff，不需要访问文件库。",
)
@in_session
def build(session: Session, cluster: str | None) -> int:
    """Build the search index and the site of the library.

    Every document is compared with what it implements, translates or quotes. A run with nothing changed does
    nothing. A document that cannot be read, and two that cannot be compared, are left out with a line on stderr, and
    the exit code is 2. A line on stderr names each reviewer's decision that does not hold any more, and one the first
    local rules that are compared with nothing although their texts name a rule of the library or one called nearly so.
    The site opens in the language that --ui asks for, without it in that of the reader's browser; a reader can switch.
    """
    try:
        library, result = _built(session, cluster)
    except KeyboardInterrupt:
        _say_stopped(session)
        raise
    from policydiff.build import START_PAGE

    for problem in (*result.problems, *result.stale):
        tell(problem[session.ui])
    say_loose(session, result.loose)
    _say_built(session, result)
    if not result.unchanged:
        _suggest_engine(session, library, result.provisions)
    print_out(f"{session.root / START_PAGE}\n")
    return 2 if result.problems else 0


def _built(session: Session, cluster: str | None) -> tuple[Library, Result]:
    """The library of the call, and what the build made of it."""
    from policydiff.build import build as build_library
    from policydiff.build import machines
    from policydiff.library import open_library

    library = open_library(session.root)
    with machines(cluster) if cluster is not None else nullcontext() as workers, Bar(sys.stderr) as bar:
        return library, build_library(library, bar, crew=workers, opens_in=session.asked)


def _say_stopped(session: Session) -> None:
    """What stands after Ctrl-C, and how to go on."""
    again = session.command("build")
    session.say(
        en=f"Stopped. What was built before is as it was, and what was done now is kept; to go on: {again}",
        zh=f"已中止。以前生成的内容没有变化，本次已完成的部分均已保留；要继续的，请运行：{again}",
    )


def _say_built(session: Session, result: Result) -> None:
    if result.unchanged:
        session.say(en="Nothing has changed; all is up to date.", zh="没有变化，已是最新。")
        return
    session.say(
        en=f"Built: {_some(result.documents, 'document')}, {_some(result.provisions, 'provision')}, "
        f"{_some(result.comparisons, 'comparison')}, {_some(result.pages, 'page')}.",
        zh=f"已建成：{result.documents} 份文件，{result.provisions} 条（款、项），"
        f"{result.comparisons} 组对照，{result.pages} 个页面。",
    )


def _some(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _suggest_engine(session: Session, library: Library, provisions: int) -> None:
    from policydiff.extras import install
    from policydiff.library import WHOOSH
    from policydiff.search import LARGE

    if provisions > LARGE and library.engine == WHOOSH:
        session.say(
            en=f"This library is large ({provisions} provisions). tantivy searches it faster: put the lines [library] "
            'and engine = "tantivy" before the first [[document]] of corpus.toml. Where it is not installed: '
            f"{install('fast')}",
            zh=f"文件库较大（{provisions} 条）。检索引擎 tantivy 更快：corpus.toml 中在第一个 [[document]] 之前写 "
            f'[library] 和 engine = "tantivy" 两行。没有安装的，请运行：{install("fast")}',
        )
